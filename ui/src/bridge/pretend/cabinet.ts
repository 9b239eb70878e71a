/** The memory of the pretend office, and what all its answers share. */
import type { Commands } from '../../bindings/commands';
import type {
  BackupView,
  CallShown,
  CaseView,
  DraftView,
  Fault,
  FaultKind,
  FrontDoor,
  HiddenShown,
  KeyFact,
  Kit,
  Person,
  Place,
  PupilRow,
  Session,
  Settings,
  ThreadItem,
} from '../../bindings/office';
import { busyConcerns, busyDraft, toldOf } from './busy';
import { draftForm, manyConcerns, seedConcerns, type Kept } from './concerns';
import { dev, helen, namesakeRows, patience, pupilRows, ruth } from './people';

/** How the pretend office is to behave. */
export interface Mood {
  state: FrontDoor['state'];
  /** Whether someone is already in. */
  who: 'lead' | 'staff' | null;
  empty: boolean;
  practice: boolean;
  differ: boolean;
  drafts: boolean;
  /** A day with something of everything: late, told of, waiting on others. */
  busy: boolean;
  rehearsal: boolean;
  /** A pupil with more concerns than stand on one page. */
  many: boolean;
  /** Two pupils and two adults of one name. */
  namesakes: boolean;
  /** What time it is in the pretend office. */
  now: Date;
}

/** Every command, answered at once. */
export type Answers = {
  [N in keyof Commands]: (
    args: Commands[N]['args'],
  ) => Commands[N]['result'] | Promise<Commands[N]['result']>;
};

/** A fault of a kind, with its sentence. */
export function fault(kind: FaultKind, say: string, more: Partial<Fault> = {}): Fault {
  return {
    kind,
    say,
    kept: null,
    next: null,
    problems: [],
    wait_seconds: null,
    technical: null,
    ...more,
  };
}

/** The words of every pretend recovery kit. */
export const kitWords =
  'harbour thimble oak ladder candle river violet anchor copper meadow lantern stone'.split(' ');

const school = 'Marlowe Vale School';

/** What a caller to 999 is asked. */
export const facts = {
  school,
  address: 'Harrier Lane, Fenmarsh',
  phone: '01632 960118',
  social_care: ['01632 960120'],
  leads: ['Ruth Calloway', 'Dev Marwaha'],
};

/** The first backup there is. */
export const firstBackup: BackupView = {
  name: 'backup-1',
  at: '2026-11-10T07:40:00+00:00',
  size: '41 MB',
  checked: true,
};

const leadPlaces: Place[] = ['today', 'record', 'concerns', 'pupils', 'people', 'guidance', 'registers', 'reports', 'vault'];
const staffPlaces: Place[] = ['today', 'record', 'my_concerns'];

/** Everything the pretend office remembers. */
export class Cabinet {
  concerns: Kept[];
  pupils: PupilRow[];
  people: Person[];
  drafts: DraftView[];
  /** Concerns somebody asked that whoever is in be told of. */
  told: string[];
  calls: CallShown[] = [];
  backups: BackupView[];
  wrong = 0;
  made = 0;
  /** What is done about a concern, where something was added. */
  cases = new Map<string, CaseView>();
  /** What was done of a table, by concern. */
  responses = new Map<string, ThreadItem[]>();
  /** Why a step was struck, by its entry. */
  struck = new Map<string, string | null>();
  /** What must be read first, where it was changed. */
  key = new Map<string, KeyFact[]>();
  /** Files out of everybody's sight. */
  hidden = new Map<string, HiddenShown>();
  rehearsed: boolean;
  sizes = new Map<string, { name: string; size: number }>();
  settings: Settings = {
    school,
    prefix: 'MV',
    address: facts.address,
    phone: facts.phone,
    dfe_number: '',
    sites: [],
    numbers: [
      { whom: 'csc', title: 'Children’s social care', number: '01632 960120' },
      { whom: 'csc-out-of-hours', title: 'Children’s social care, out of hours', number: '' },
      { whom: 'lado', title: 'LADO (designated officer)', number: '' },
    ],
    minimum_password: 16,
    lock_after_minutes: 10,
    dormant_after_days: 90,
    smallest_told: 5,
    marking: 'Confidential: safeguarding',
    about_head: 'chair',
    policies: [],
  };

  constructor(readonly mood: Mood) {
    this.concerns = mood.empty
      ? []
      : [
          ...seedConcerns(),
          ...(mood.many ? manyConcerns() : []),
          ...(mood.busy ? busyConcerns() : []),
        ];
    this.told = mood.busy ? toldOf : [];
    this.pupils = mood.empty ? [] : mood.namesakes ? namesakeRows() : pupilRows;
    this.people = mood.empty ? [ruth] : [ruth, dev, helen, patience];
    this.backups = mood.empty ? [] : [firstBackup];
    this.rehearsed = !mood.rehearsal;
    const title = 'Amara Oyelaran, a stranger from a game';
    this.drafts = mood.drafts
      ? [{ id: 'd-1', kind: 'concern', title, kept_at: this.stamp(), form: draftForm, addition: null, line: null }]
      : [];
    if (mood.busy) this.drafts.push(busyDraft);
  }

  /** The time in the pretend office. */
  stamp(): string {
    const { now } = this.mood;
    const two = (n: number): string => String(n).padStart(2, '0');
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    return `${day}T${two(now.getHours())}:${two(now.getMinutes())}:00+00:00`;
  }

  /** The day in the pretend office: "Tuesday 10 November". */
  day(): string {
    const { now } = this.mood;
    const said = (part: Intl.DateTimeFormatOptions): string => now.toLocaleDateString('en-GB', part);
    return `${said({ weekday: 'long' })} ${now.getDate()} ${said({ month: 'long' })}`;
  }

  /** Who is in, and what they may see. */
  session(person: Person = this.mood.who === 'staff' ? patience : ruth): Session {
    return {
      person,
      school,
      practice: this.mood.practice,
      places: person.role === 'staff' ? staffPlaces : leadPlaces,
      rehearsal_due: !this.rehearsed,
      lock_after_minutes: this.settings.lock_after_minutes,
      notices: [],
      last_backup: this.backups[0]?.at ?? null,
      today: this.day(),
      danger: facts,
    };
  }

  /** A concern that is there. */
  open(id: string): Kept {
    const kept = this.concerns.find((one) => one.row.id === id);
    if (kept === undefined) throw fault('missing', 'That record is not here.');
    return kept;
  }

  /** A recovery kit for someone. */
  kit(person: Person): Kit {
    return { words: kitWords, person: person.name, school, vault_short: '7K2M-QX' };
  }
}
