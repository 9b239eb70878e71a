import type { BodyMark, ConcernForm, Problem } from '../../bindings/office';
import { calledIn } from '../../parts/people';
import { wordsOf } from '../../parts/withheld';
import { recordWords as words } from '../../words/record';
import { dayAndClock } from '../../words/time';

/** A form with nothing in it. */
export function emptyForm(): ConcernForm {
  return {
    draft: null,
    amends: null,
    heads: [],
    reason: null,
    route: 'pupil',
    record_kind: 'pupil-concern',
    people: [],
    occurred: '',
    occurred_about: false,
    noticed: '',
    order_note: null,
    location: '',
    room: '',
    device_number: '',
    description: '',
    childs_words: '',
    demeanour: '',
    questions_asked: '',
    present: '',
    notes_kept_at: '',
    opinion: '',
    immediate_action: '',
    told_lead: '',
    told_lead_at: '',
    categories: [],
    identified_how: '',
    urgency: '',
    possible_crime: '',
    indecent_image: '',
    online: [],
    body_map: [],
    assigned_to: null,
    alerted: [],
    files: [],
    with_gaps: null,
    status: null,
    paper: null,
    withheld: null,
    occurred_text: '',
    noticed_text: '',
  };
}

/** A time as its field shows it: what was typed, unless that would mean another time by now. */
function timeSaid(typed: string, at: string, about: boolean): string {
  const lasting = /\d.*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}-\d{2}/i.test(typed);
  return at === '' || lasting ? typed : dayAndClock(at, about);
}

/** The form with its known times written out, as one is that was signed or kept before. */
export function withTimes(form: ConcernForm): ConcernForm {
  return {
    ...form,
    occurred_text: timeSaid(form.occurred_text, form.occurred, form.occurred_about),
    noticed_text: timeSaid(form.noticed_text, form.noticed, false),
  };
}

/** Whether anything worth keeping has been written. */
export function hasWords(form: ConcernForm): boolean {
  const texts = [
    form.description,
    form.childs_words,
    form.demeanour,
    form.questions_asked,
    form.present,
    form.notes_kept_at,
    form.opinion,
    form.immediate_action,
    form.room,
    form.device_number,
    form.occurred_text,
    form.noticed_text,
    form.reason ?? '',
    form.order_note ?? '',
    form.paper?.number ?? '',
    ...(form.withheld === null ? [] : wordsOf(form.withheld)),
  ];
  return (
    texts.some((text) => text.trim() !== '') ||
    form.people.length > 0 ||
    form.categories.length > 0 ||
    form.online.length > 0 ||
    form.body_map.length > 0 ||
    form.files.length > 0 ||
    form.location !== '' ||
    form.told_lead !== ''
  );
}

/** Whether what is said to be learnt came before what is said to have happened. */
export function outOfOrder(form: ConcernForm): boolean {
  if (form.occurred === '' || form.noticed === '') return false;
  const happened = Date.parse(form.occurred);
  const learnt = Date.parse(form.noticed);
  return Number.isFinite(happened) && Number.isFinite(learnt) && learnt < happened;
}

/** What stands before a signature. Only who, what and when are needed. */
export function problemsOf(form: ConcernForm, wantsSide: (mark: BodyMark) => boolean): Problem[] {
  const found: Problem[] = [];
  const say = words.problems;
  if (form.amends !== null && (form.reason ?? '').trim() === '') {
    found.push({ field: 'reason', say: say.reason });
  }
  if (form.people.length === 0) found.push({ field: 'people', say: say.who });
  for (const person of form.people) {
    if (person.role === '') found.push({ field: 'people', say: say.role(calledIn(person)) });
  }
  if (form.occurred === '') {
    const typed = form.occurred_text.trim() !== '';
    found.push({ field: 'occurred', say: typed ? say.whenPuzzle : say.when });
  }
  if (form.noticed === '' && form.noticed_text.trim() !== '') {
    found.push({ field: 'noticed', say: say.learntPuzzle });
  }
  if (outOfOrder(form) && (form.order_note ?? '').trim() === '') {
    found.push({ field: form.order_note === null ? 'noticed' : 'order_note', say: say.order });
  }
  if (form.description.trim() === '' && form.childs_words.trim() === '') {
    found.push({ field: 'description', say: say.what });
  }
  form.body_map.forEach((mark, at) => {
    if (mark.region === '') found.push({ field: `mark-${at}`, say: say.mark(at + 1) });
    else if (wantsSide(mark)) found.push({ field: `mark-side-${at}`, say: say.side(at + 1) });
  });
  return found;
}

/** What a fold says is inside it. */
export function insideOnline(form: ConcernForm): string {
  const parts = [
    form.online.length > 0 ? words.traces(form.online.length) : '',
    form.device_number.trim(),
    form.room.trim(),
  ].filter((part) => part !== '');
  return parts.length === 0 ? words.nothingYet : parts.join(', ');
}

/** What the fold of what was done at once holds. */
export function insideAtOnce(form: ConcernForm): string {
  const parts = [
    form.immediate_action.trim(),
    form.told_lead === '' ? '' : words.toldWhom(form.told_lead),
  ].filter((part) => part !== '');
  return parts.length === 0 ? words.nothingYet : parts.join(', ');
}

/** What the longest fold holds. */
export function insideMore(form: ConcernForm): string {
  const parts = [
    form.categories.length > 0 ? words.categories(form.categories.length) : '',
    form.body_map.length > 0 ? words.marks(form.body_map.length) : '',
    form.questions_asked.trim() !== '' ? words.questions.split(',')[0]?.toLowerCase() : '',
    form.opinion.trim() !== '' ? words.opinion.split(',')[0]?.toLowerCase() : '',
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? words.nothingYet : parts.join(', ');
}
