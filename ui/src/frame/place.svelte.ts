import type { AccessForm, AccessSheet, BundleGate, BundleMade, DraftView, LogSays, PaperAsked, PaperShown, Recorded, SheetFormat } from '../bindings/office';
import { paperWords } from '../words/paper';

/** What the concerns list was showing, so that coming back shows it again. */
export interface ConcernsKept {
  text: string;
  status: string;
  from: string;
  to: string;
  severity: string;
  owner: string;
  category: string;
  overdue: boolean;
  oldest: boolean;
  shown: number;
  row: string | null;
}

/** Which log was asked for, so that coming back from its pages finds it as it was. */
export interface LogKept {
  from: string | null;
  to: string | null;
  which: 'all' | 'online';
  category: string;
  says: LogSays;
  purpose: string;
  gate: BundleGate;
  format: SheetFormat;
}

/** What the pupils list was showing. */
export interface PupilsKept {
  query: string;
  left: boolean;
  shown: number;
  row: string | null;
}

/** What the page of people was showing. */
export interface PeopleKept {
  show: 'adults' | 'online' | 'twice';
  query: string;
  shown: number;
  row: string | null;
}

/** What the guidance page was showing. */
export interface GuidanceKept {
  /** One kind of it alone, or everything. */
  only: 'checklist' | 'matrix' | null;
  query: string;
  row: string | null;
}

/** What the list of registers was showing. */
export interface RegistersKept {
  query: string;
  row: string | null;
}

/** Who is tied to a pupil: of the family, of another agency, another child. */
export type TieGroup = 'family' | 'agency' | 'child';

/** What Today was showing. */
export interface TodayKept {
  row: string | null;
  /** Everything one was told of, not only the first of it. */
  told: boolean;
}

/** Of which days and which site the report is. */
export interface ReportKept {
  from: string | null;
  to: string | null;
  site: string | null;
}

/** Of which days and which site an inspection is, and who is here. */
export interface InspectionKept extends ReportKept {
  names: boolean;
  body: string;
  to_whom: string;
}

/** What can be added to a case. */
export const addKinds = [
  'taken', 'action', 'action_end', 'decision', 'referral', 'reply', 'standing', 'withheld', 'held', 'passed',
  'significance', 'for_pupil', 'told', 'escalated', 'struck',
] as const;

/** One of them. */
export type Adding = (typeof addKinds)[number];

/** Where a person can be. */
export type Spot =
  | { at: 'today'; kept: TodayKept }
  | { at: 'record'; draft: string | null; about: { id: string; name: string } | null }
  | { at: 'receipt'; recorded: Recorded }
  | { at: 'concerns'; mine: boolean; kept: ConcernsKept }
  | { at: 'report'; kept: ReportKept }
  | { at: 'charts'; kept: ReportKept }
  | { at: 'log'; kept: LogKept }
  | { at: 'inspection'; kept: InspectionKept }
  | { at: 'concern'; id: string; fresh: Recorded | null }
  | { at: 'amend'; id: string }
  | { at: 'add'; id: string; what: Adding; entry: string | null }
  | { at: 'file'; id: string; concern: string; recordNo: string }
  | { at: 'hide_file'; id: string; name: string; concern: string }
  | { at: 'hand_form' }
  | { at: 'pupils'; kept: PupilsKept }
  | { at: 'pupil'; id: string; row?: string }
  | { at: 'all_marks'; id: string }
  | { at: 'pupil_form'; id: string | null }
  | { at: 'key_fact'; id: string; entry: string | null }
  | { at: 'pupil_list' }
  | { at: 'around'; id: string }
  | { at: 'tie'; id: string; group: TieGroup; entry: string | null; child: string | null }
  | { at: 'people'; kept: PeopleKept }
  | { at: 'adult'; id: string }
  | { at: 'adult_form'; id: string | null }
  | { at: 'guidance'; kept: GuidanceKept; concern: { id: string; title: string } | null }
  | { at: 'flow'; id: string; concern: { id: string; title: string } | null }
  | { at: 'walk'; id: string }
  | { at: 'checklist'; id: string; section?: number }
  | { at: 'checklist_page'; list: string; concern: { id: string; title: string } | null }
  | { at: 'routes'; query?: string }
  | { at: 'reach' }
  | { at: 'changes' }
  | { at: 'edit_flow'; id: string }
  | { at: 'edit_checklist'; list: string }
  | { at: 'edit_matrix'; id: string }
  | { at: 'edit_register'; id: string }
  | { at: 'registers'; kept: RegistersKept; concern: { id: string; title: string } | null }
  | { at: 'matrix'; id: string; concern: { id: string; title: string } | null; row?: string }
  | { at: 'register'; id: string; walk: { id: string; title: string } | null; concern: { id: string; title: string } | null }
  | { at: 'alerts'; register: string }
  | { at: 'agreements' }
  | { at: 'agreement'; id: string; of: string | null }
  | { at: 'several'; agreement: string | null }
  | { at: 'who_read' }
  | { at: 'register_line'; register: string; line: string | null; concern: { id: string; title: string } | null }
  | { at: 'paper'; asked: PaperAsked; title: string; laid?: PaperShown }
  | { at: 'bundle'; of: { pupils: string[]; concerns: string[] }; title: string; made?: BundleMade }
  | { at: 'access_list' }
  | { at: 'access'; id: string }
  | { at: 'access_sheet'; form: AccessForm }
  | { at: 'kit' }
  | { at: 'moving' }
  | { at: 'vault' }
  | { at: 'invite' }
  | { at: 'password' }
  | { at: 'rehearse' }
  | { at: 'check' }
  | { at: 'settings' }
  | { at: 'categories' }
  | { at: 'terms' };

/** Today as it is first opened. */
export function todaySpot(): Spot {
  return { at: 'today', kept: { row: null, told: false } };
}

/** Nothing of the concerns list is left out. */
export const nothingChosen = {
  text: '', status: '', from: '', to: '', severity: '', owner: '', category: '', overdue: false, oldest: false,
};

/** The concerns list as it is first opened, or with one status alone. */
export function concernsSpot(mine: boolean, status = ''): Spot {
  return {
    at: 'concerns',
    mine,
    kept: { ...nothingChosen, status, shown: 50, row: null },
  };
}

/** The report to governors as it is first opened: of the term at hand. */
export function reportSpot(): Spot {
  return { at: 'report', kept: { from: null, to: null, site: null } };
}

/** The charts as they are first opened: of the term at hand. */
export function chartsSpot(): Spot {
  return { at: 'charts', kept: { from: null, to: null, site: null } };
}

/** The log of incidents as it is first opened: nobody is named. */
export function logSpot(): Spot {
  const gate = { need: '', authority: '', recipient: '', verified_by: '', channel: '' };
  return { at: 'log', kept: { from: null, to: null, which: 'all', category: '', says: 'nobody', purpose: '', gate, format: 'xlsx' } };
}

/** What inspectors ask for as it is first opened: of the last twelve months, by initials. */
export function inspectionSpot(): Spot {
  return { at: 'inspection', kept: { from: null, to: null, site: null, names: false, body: '', to_whom: '' } };
}

/** The pupils list as it is first opened. */
export function pupilsSpot(): Spot {
  return { at: 'pupils', kept: { query: '', left: false, shown: 50, row: null } };
}

/** The page of people as it is first opened. */
export function peopleSpot(show: PeopleKept['show'] = 'adults'): Spot {
  return { at: 'people', kept: { show, query: '', shown: 50, row: null } };
}

/** The guidance page as it is first opened, or to begin something for a concern. */
export function guidanceSpot(concern: { id: string; title: string } | null = null, only: GuidanceKept['only'] = null): Spot {
  return { at: 'guidance', kept: { only, query: '', row: null }, concern };
}

/** The list of registers as it is first opened, or to write a line about a concern. */
export function registersSpot(concern: { id: string; title: string } | null = null): Spot {
  return { at: 'registers', kept: { query: '', row: null }, concern };
}

/** A new record. */
export function recordSpot(about: { id: string; name: string } | null = null): Spot {
  return { at: 'record', draft: null, about };
}

/** What names a sheet about a request for a pupil's file, before anything is on it. */
export function sheetOf(sheet: AccessSheet, of: Partial<AccessForm>): AccessForm {
  return { sheet, request: null, pupil: null, thing: null, items: [], base: [], fields: {}, reason: '', strike: false, papers: null, ...of };
}

/** A handover sheet before anything of it was said. */
export function handoverAsked(): PaperAsked {
  return { kind: 'handover', to: '', from: null, until: null, must_know: '', all_rooms: false, purpose: paperWords.handoverFor };
}

/** Where a draft is carried on. */
export function draftSpot({ id, form, addition, line, title }: DraftView): Spot {
  if (line !== null) {
    const concern = line.concern === null ? null : { id: line.concern, title };
    return { at: 'register_line', register: line.register, line: line.line, concern };
  }
  if (addition?.what === 'response') {
    const concern = { id: addition.concern, title };
    return { at: 'matrix', id: addition.fields['table'] ?? '', concern, row: addition.entry ?? '' };
  }
  if (addition !== null) {
    const what = addKinds.find((one) => one === addition.what) ?? 'taken';
    return { at: 'add', id: addition.concern, what, entry: addition.entry };
  }
  return form.amends ? { at: 'amend', id: form.amends } : { at: 'record', draft: id, about: null };
}

class Place {
  /** The way here; the last is where we are. In memory only. */
  path = $state<Spot[]>([]);
  /** Counts arrivals, so that going to the same spot twice draws it anew. */
  arrivals = $state(0);

  get here(): Spot | null {
    return this.path.at(-1) ?? null;
  }

  /** The spot before this one. */
  get before(): Spot | null {
    return this.path.at(-2) ?? null;
  }

  /** Goes one step further. */
  go(spot: Spot): void {
    this.path = [...this.path, spot].slice(-40);
    this.arrivals += 1;
  }

  /** Starts a new way, as the spine does. */
  start(spot: Spot): void {
    this.path = [spot];
    this.arrivals += 1;
  }

  /** Puts another spot in the place of this one: a signed page becomes the record. */
  become(spot: Spot): void {
    this.path = [...this.path.slice(0, -1), spot];
    this.arrivals += 1;
  }

  /** Goes back one step, or to `otherwise` when there is none. */
  back(otherwise: Spot | null = null): void {
    if (this.path.length > 1) {
      this.path = this.path.slice(0, -1);
      this.arrivals += 1;
    } else if (otherwise !== null) {
      this.start(otherwise);
    }
  }

  /** Goes back to the last spot on the way here that is meant, or to `otherwise` in the place of this one. */
  backTo(meant: (spot: Spot) => boolean, otherwise: Spot): void {
    const at = this.path.slice(0, -1).findLastIndex(meant);
    if (at < 0) {
      this.become(otherwise);
      return;
    }
    this.path = this.path.slice(0, at + 1);
    this.arrivals += 1;
  }

  /** Forgets everything: the window locked. */
  forget(): void {
    this.path = [];
  }
}

/** Where the person is. */
export const place = new Place();
