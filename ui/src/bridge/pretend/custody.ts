/** One device of the pretend school, and what can be said of it. */
import type { CaseForm, CaseView, CustodyLine, CustodyView, HeldView, Problem, ThreadItem } from '../../bindings/office';
import { fault } from './cabinet';

/** Nothing has been said of a thing. */
export const noCustody: CustodyView = { now: '', gone: false, lines: [] };

const line = (entry: string, at: string, what: string, to: string, detail: string): CustodyLine => ({
  entry, at, what, to, detail, by: 'R. Calloway, 11:25', struck: null,
});

const gap = (what: string): CustodyLine => ({ entry: null, at: '', what, to: '', detail: '', by: '', struck: null });

/** Her telephone: taken, then nobody knows, then in the safe. */
export const telephone: HeldView = {
  entry: 'h-1',
  what: 'Her telephone, black',
  lines: [
    { label: 'Whose it is', text: 'Amara Oyelaran' },
    { label: 'Found', text: 'Her bag, by P. Osei, Tue 10 Nov, 09:40' },
    { label: 'State when found', text: 'On, locked' },
  ],
  by: 'R. Calloway, 11:25',
  form: {
    what: 'Her telephone, black', make: '', serial: '', owner: 'Amara Oyelaran', user: '', found_where: 'Her bag', found_by: 'P. Osei',
    found: '2026-11-10T09:40:00+00:00', found_text: '', state: 'On, locked', packing: '',
  },
  amended: 0,
  custody: {
    now: 'Kept at: the safe in the office, since Tue 10 Nov, 11:20. Last with R. Calloway.',
    gone: false,
    lines: [
      line('k-1', 'Tue 10 Nov, 09:40', 'Taken by the school', 'P. Osei, class teacher', 'State: On, locked.'),
      gap('Where it was kept between Tue 10 Nov, 09:40 and Tue 10 Nov, 11:10 is not recorded.'),
      line('k-2', 'Tue 10 Nov, 11:10', 'Handed over in school', 'R. Calloway, designated safeguarding lead', ''),
      line('k-3', 'Tue 10 Nov, 11:20', 'Put somewhere else', '', 'Kept at: the safe in the office. Bag and seal: envelope 14, seal 0093.'),
    ],
  },
};

const titles: Record<string, string> = {
  taken: 'Taken by the school',
  stored: 'Put somewhere else',
  handed: 'Handed over in school',
  opened: 'Switched on, opened or looked at',
  sealed: 'Sealed',
  police: 'Handed to the police',
  returned: 'Given back',
  missing: 'Could not be found',
};

function refuse(problems: Problem[]): void {
  if (problems.length > 0) throw fault('refused', problems[0]?.say ?? '', { problems });
}

/** Describes a thing, or describes it anew. */
export function keep(found: CaseView, form: Extract<CaseForm, { what: 'held' }>, entry: string): void {
  const problems: Problem[] = [];
  if (form.item.what.trim() === '') problems.push({ field: 'held_what', say: 'Say what it is' });
  if (form.entry !== null && form.reason.trim() === '') problems.push({ field: 'reason', say: 'Say in a few words why it is put right' });
  refuse(problems);
  const before = found.held.find((one) => one.entry === form.entry);
  const lines = [{ label: 'Whose it is', text: form.item.owner }, { label: 'State when found', text: form.item.state }].filter(({ text }) => text !== '');
  found.held = [
    { entry, what: form.item.what, lines, by: 'R. Calloway, 11:45', form: form.item, amended: before === undefined ? 0 : before.amended + 1, custody: before?.custody ?? noCustody },
    ...found.held.filter((one) => one !== before),
  ];
}

/** Something happened to a thing. */
export function pass(found: CaseView, { entry: of, passed }: Extract<CaseForm, { what: 'passed' }>, entry: string): void {
  const problems: Problem[] = [];
  const { event, to, at, receipt } = passed;
  if (event === '') problems.push({ field: 'passed_event', say: 'Choose what happened to it' });
  if (at === '') problems.push({ field: 'at', say: 'Say when that was' });
  if (['taken', 'handed', 'police', 'returned'].includes(event) && to.trim() === '') problems.push({ field: 'passed_to', say: 'Say who has it now, with their role or number' });
  if (event === 'stored' && passed.place.trim() === '') problems.push({ field: 'passed_place', say: 'Say where it is kept now' });
  if (['opened', 'missing'].includes(event) && passed.words.trim() === '') problems.push({ field: 'words', say: 'Say why, and on whose word' });
  refuse(problems);
  const thing = [...found.held, ...found.withheld].find((one) => one.entry === of);
  if (thing === undefined) throw fault('refused', 'This was changed since you opened it.');
  const said = passed.at_text || at;
  const detail = [passed.place, passed.state, passed.packing, receipt, passed.words].filter((part) => part !== '').join('. ');
  const gone = event === 'police' || event === 'returned';
  const what = titles[event] ?? event;
  thing.custody = {
    now: event === 'police' ? `With the police since ${said}: ${to}.` : `${what}, ${said}.`,
    gone,
    lines: [...thing.custody.lines, line(entry, said, what, to, detail)],
  };
}

/** Strikes an event, or lets it stand again. */
export function strikeEvent(found: CaseView, entry: string, struck: string | null): void {
  for (const one of [...found.held, ...found.withheld]) {
    for (const event of one.custody.lines) if (event.entry === entry) event.struck = struck;
  }
}

/** Every event, as the thread has it. */
export function eventsOf(found: CaseView): ThreadItem[] {
  const of = [...found.held, ...found.withheld].flatMap(({ what, custody }) => custody.lines.map((event) => ({ what, event })));
  return of
    .filter(({ event }) => event.entry !== null)
    .map(({ what, event }) => ({
      at: event.at, about: false, kind: 'passed', title: `${event.what}: ${what}`, detail: `${event.to === '' ? '' : `To ${event.to}. `}${event.detail}`,
      who: 'R. Calloway', late: null, entry: event.entry, significant: null, may_strike: true, struck: event.struck,
    }));
}
