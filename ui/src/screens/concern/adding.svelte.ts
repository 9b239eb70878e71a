/** What somebody is adding to a case, before it is signed. */
import type { CaseForm, CaseView, DueForm, Problem } from '../../bindings/office';
import { dueOf } from '../../frame/bywhen';
import type { Adding } from '../../frame/place.svelte';
import { flat, fullSheet, sentSheet, unflat } from '../../parts/withheld';
import { addWords as words } from '../../words/casework';
import { flatCustody, fullHeld, nothingPassed, unflatCustody } from './custody';

/** The fields that are text. */
const textFields = [
  'title', 'words', 'at', 'atText', 'lateReason', 'owner', 'by', 'ended', 'decision', 'reason', 'level', 'advice',
  'agreedBy', 'childView', 'body', 'to', 'person', 'reference', 'agreed', 'status', 'severity', 'conclusion', 'lessons',
  'parents', 'parentsNote', 'marked', 'people', 'step', 'from', 'fromText',
] as const;

/** Every field of every kind; what is not of the kind chosen is not sent. */
export class Draft {
  what = $state<Adding>('taken');
  entry = $state<string | null>(null);
  title = $state('');
  words = $state('');
  at = $state('');
  atText = $state('');
  about = $state(false);
  lateReason = $state('');
  owner = $state('');
  by = $state('');
  /** When the clock of a rule began. */
  from = $state('');
  fromText = $state('');
  day = $state<string | null>(null);
  ended = $state('');
  decision = $state('');
  notReferred = $state(false);
  reason = $state('');
  level = $state('');
  advice = $state('');
  agreedBy = $state('');
  childView = $state('');
  review = $state<string | null>(null);
  body = $state('');
  to = $state('');
  person = $state('');
  reference = $state('');
  agreed = $state('');
  status = $state('');
  severity = $state('');
  conclusion = $state('');
  lessons = $state('');
  parents = $state('');
  parentsNote = $state('');
  sheet = $state(fullSheet());
  held = $state(fullHeld());
  passed = $state(nothingPassed());
  /** `yes` marks or closes, `no` takes that back. */
  marked = $state('yes');
  /** Who should look, by id, with commas between. */
  people = $state('');
  step = $state('');
  puzzled = $state({ day: false, review: false });
  /** As the page found them. */
  #found: Record<string, string>;

  /** `marked`: the step or the concern it is about is significant already, or struck. */
  constructor(what: Adding, entry: string | null, found: CaseView, me: string | null, marked = false) {
    this.what = what;
    this.entry = entry;
    const { standing } = found;
    this.status = standing.status;
    this.severity = standing.severity;
    this.level = standing.level;
    this.review = standing.review;
    this.conclusion = standing.conclusion;
    this.lessons = standing.lessons;
    this.parents = standing.parents;
    this.parentsNote = standing.parents_note;
    this.owner = what === 'standing' ? (standing.owner ?? '') : (me ?? '');
    const item = found.withheld.find((one) => one.entry === entry);
    if (what === 'withheld') this.sheet = fullSheet(item?.form ?? null);
    const thing = found.held.find((one) => one.entry === entry);
    if (what === 'held') this.held = fullHeld(thing?.form ?? null);
    const over = found.pupils.find((one) => one.id === entry);
    this.marked = marked || (what === 'for_pupil' && over !== undefined && over.closed !== null) ? 'no' : 'yes';
    if (what === 'escalated') this.step = found.referrals.find((one) => one.entry === entry)?.next_step?.id ?? '';
    // Something to do without a day is forgotten; "No day" is there to be chosen.
    if (what === 'action') this.by = 'wd1';
    this.#found = this.#typed();
  }

  get chosen(): string[] {
    return this.people === '' ? [] : this.people.split(',');
  }

  set chosen(ids: string[]) {
    this.people = ids.join(',');
  }

  /** The fields as they stand, for keeping: every one that is not as it was found. */
  fields(): Record<string, string> {
    const now = this.#typed();
    return Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== this.#found[name]));
  }

  /** Puts back what was kept. */
  restore(fields: Record<string, string>): void {
    for (const name of textFields) this[name] = fields[name] ?? this[name];
    unflat(this.sheet, fields);
    unflatCustody(this.held, this.passed, fields);
    this.day = fields['day'] ?? this.day;
    this.review = fields['review'] === undefined ? this.review : fields['review'] || null;
    this.about = fields['about'] === undefined ? this.about : fields['about'] === 'yes';
    this.notReferred = fields['notReferred'] === undefined ? this.notReferred : fields['notReferred'] === 'yes';
  }

  #typed(): Record<string, string> {
    const said = (yes: boolean): string => (yes ? 'yes' : '');
    return {
      ...Object.fromEntries(textFields.map((name) => [name, this[name]])),
      ...flat(this.sheet),
      ...flatCustody(this.held, this.passed),
      day: this.day ?? '',
      review: this.review ?? '',
      about: said(this.about),
      notReferred: said(this.notReferred),
    };
  }

  /** Whether the concern would be closed by it. */
  get closes(): boolean {
    return this.what === 'standing' && ['closed', 'nfa'].includes(this.status);
  }

  /** What can be said here without asking the office. */
  check(): Problem[] {
    const found: Problem[] = [];
    if (this.puzzled.day) found.push({ field: this.what === 'referral' ? 'reply' : 'due', say: words.noDay });
    if (this.puzzled.review) found.push({ field: 'review', say: words.noDay });
    if (this.by.startsWith('rule:') && this.fromText.trim() !== '' && this.from === '') found.push({ field: 'due-from', say: words.noTime });
    if (this.atText.trim() !== '' && this.at === '') found.push({ field: 'at', say: words.noTime });
    for (const one of this.what === 'withheld' ? this.sheet.told : []) {
      if (one.at_text.trim() !== '' && one.at === '') found.push({ field: `item_${one.who}`, say: words.noTime });
    }
    if (this.what === 'held' && this.held.found_text.trim() !== '' && this.held.found === '') found.push({ field: 'held_found', say: words.noTime });
    if (this.what === 'passed' && this.passed.at_text.trim() !== '' && this.passed.at === '') found.push({ field: 'at', say: words.noTime });
    if (this.what === 'reply' && this.agreed === '') found.push({ field: 'agreed', say: words.noAgreed });
    return found;
  }

  /** By when, as the office takes it. */
  due(): DueForm {
    return dueOf(this.by, this.day, this.what === 'referral' ? this.at : this.from);
  }

  /** As the office takes it. */
  form(): CaseForm {
    const entry = this.entry ?? '';
    switch (this.what) {
      case 'taken':
        return { what: 'taken', title: this.title, words: this.words, at: this.at, about: this.about, late_reason: this.lateReason };
      case 'action':
        return { what: 'action', title: this.title, owner: this.owner || null, due: this.due() };
      case 'action_end':
        return { what: 'action_end', entry, done: this.ended !== 'not', words: this.words };
      case 'decision':
        return {
          what: 'decision',
          decision: this.decision,
          not_referred: this.notReferred,
          reason: this.reason,
          level: this.level,
          advice: this.advice,
          agreed_by: this.agreedBy,
          child_view: this.childView,
          review: this.review,
        };
      case 'referral':
        return {
          what: 'referral',
          body: this.body,
          to: this.to,
          person: this.person,
          reference: this.reference,
          words: this.words,
          at: this.at,
          reply: this.due(),
        };
      case 'reply':
        return { what: 'reply', entry, at: this.at, words: this.words, agreed: this.agreed !== 'no' };
      case 'withheld':
        return {
          what: 'withheld',
          entry: this.entry,
          sheet: sentSheet($state.snapshot(this.sheet)) ?? { ...fullSheet(), told: [] },
          reason: this.reason,
        };
      case 'held':
        return { what: 'held', entry: this.entry, item: $state.snapshot(this.held), reason: this.reason };
      case 'passed':
        return { what: 'passed', entry, passed: $state.snapshot(this.passed) };
      case 'significance':
        return { what: 'significance', entry, significant: this.marked === 'yes', reason: this.reason };
      case 'struck':
        return { what: 'struck', entry, struck: this.marked === 'yes', reason: this.reason };
      case 'for_pupil':
        return { what: 'for_pupil', pupil: entry, closed: this.marked === 'yes', reason: this.reason };
      case 'told':
        return { what: 'told', people: this.chosen, words: this.words };
      case 'escalated':
        return { what: 'escalated', entry, step: this.step, person: this.person, words: this.words, at: this.at };
      case 'standing':
        return {
          what: 'standing',
          status: this.status,
          owner: this.owner || null,
          severity: this.severity,
          level: this.level,
          review: this.review,
          conclusion: this.conclusion,
          lessons: this.lessons,
          parents: this.parents,
          parents_note: this.parentsNote,
          reason: this.reason,
        };
    }
  }
}
