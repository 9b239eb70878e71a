/** What is done about the pretend concerns. */
import type { CaseForm, CaseView, Choice, ThreadItem, WithheldView } from '../../bindings/office';
import { fault, type Cabinet } from './cabinet';
import type { Kept } from './concerns';
import { keep, noCustody, pass, strikeEvent, telephone } from './custody';
import { lists } from './people';
import { tableOf } from './tables';

const next: Record<string, string[]> = {
  acknowledged: ['active', 'monitoring', 'nfa', 'awaiting-external'],
  active: ['monitoring', 'awaiting-external', 'closed', 'nfa'],
  monitoring: ['active', 'awaiting-external', 'closed'],
  'awaiting-external': ['active', 'monitoring', 'closed'],
};

function statusesFrom(status: string): Choice[] {
  const from = status === 'new' ? 'acknowledged' : status;
  return [from, ...(next[from] ?? [])].map(
    (id) => lists.statuses.find((one) => one.id === id) ?? { id, title: id, detail: '' },
  );
}

/** A concern about which nothing was done yet. */
function emptyCase(kept: Kept): CaseView {
  return {
    standing: {
      status: kept.row.status === 'new' ? 'acknowledged' : kept.row.status,
      status_title: kept.row.status_title,
      may_become: statusesFrom(kept.row.status),
      owner: null,
      owner_name: null,
      severity: '',
      severity_title: '',
      level: '',
      level_title: '',
      review: null,
      review_said: null,
      conclusion: '',
      lessons: '',
      parents: '',
      parents_title: '',
      parents_note: '',
      said_twice: false,
    },
    actions: [],
    decisions: [],
    referrals: [],
    withheld: [],
    held: [],
    significant: null,
    pupils: [],
    told: [],
    may_tell: [{ id: 'p-dev', title: 'Dev Marwaha', detail: '' }],
  };
}

/** The case of the first concern, as the look has it. */
function firstCase(kept: Kept): CaseView {
  const bare = emptyCase(kept);
  return {
    ...bare,
    pupils: [
      { id: 'u-amara', name: 'Amara Oyelaran', closed: null },
      { id: 'u-jay', name: 'Jayden Fairbrother', closed: null },
    ],
    told: [{ id: 'p-osei', name: 'Patience Osei', opened: null, waits: '2 h' }],
    standing: {
      ...bare.standing,
      status: 'active',
      status_title: 'Active',
      may_become: statusesFrom('active'),
      owner: 'p-ruth',
      owner_name: 'Ruth Calloway',
      severity: '4',
      severity_title: 'High',
      level: 'L4',
      level_title: 'Level 4 Child protection / acute',
      review: '2026-11-12',
      review_said: 'Thu 12 Nov',
    },
    actions: [
      { entry: 'a-1', title: 'MASH referral in writing', owner: 'Ruth Calloway', due: 'Wed 11 Nov, 10:58', late: null, rule: null },
      { entry: 'a-2', title: 'Ring Nan', owner: null, due: 'Mon 9 Nov', late: '1 working day', rule: '1 working day (local referral forms)' },
    ],
    decisions: [
      {
        title: 'Referral to children\u2019s social care',
        reason: 'Meeting named for Saturday, school known to him, she is 12.',
        by: 'R. Calloway, 10:49',
        more: ['Agreed by the head', 'Review Thu 12 Nov'],
      },
    ],
    referrals: [
      { entry: 'r-1', title: 'Fenmarsh MASH', detail: 'Carys Lund, ref FM-77120, 10:58', due: 'Wed 11 Nov, 10:58', late: null, rule: null, replies: [], escalations: [], next_step: null },
      { entry: 'r-2', title: 'CEOP', detail: '11:20', due: null, late: null, rule: null, replies: ['Tue 10 Nov, 15:00: Taken on by an officer.'], escalations: [], next_step: null },
      { entry: 'r-3', title: 'Fenmarsh Early Help', detail: 'Fri 6 Nov', due: 'Mon 9 Nov, 10:00', late: '1 working day', rule: '1 working day (statutory guidance, Keeping children safe in education)', replies: [], escalations: [], next_step: { id: 'duty-worker', title: 'The duty worker', detail: '' } },
    ],
    withheld: [pretendItem],
    held: [telephone],
  };
}

const pretendItem: WithheldView = {
  entry: 'w-1',
  what: 'A picture he asked her for, she says',
  lines: [
    { label: 'On', text: 'Her own phone, in a chat of the game' },
    { label: 'Where it is now', text: 'Envelope 12 in the safe' },
    { label: 'Police told', text: '11:02, reference 0218' },
  ],
  by: 'R. Calloway, 11:05',
  form: {
    what: 'A picture he asked her for, she says',
    place: 'Her own phone, in a chat of the game',
    make: '',
    serial: '',
    kept_at: 'Envelope 12 in the safe',
    held_by: '',
    isolated: 'yes',
    isolated_note: '',
    seen_by: '',
    told: [{ who: 'police', at: '2026-11-10T11:02:00+00:00', at_text: '', reference: '0218' }],
  },
  amended: 0,
  custody: noCustody,
};

/** The case of a concern, as it stands. */
export function caseOf(c: Cabinet, kept: Kept): CaseView {
  const known = c.cases.get(kept.row.id);
  if (known !== undefined) return known;
  return kept.row.id === 'c-amara' ? firstCase(kept) : emptyCase(kept);
}

/** Adds to it as the office would. */
export function addTo(c: Cabinet, kept: Kept, form: CaseForm): void {
  const found = structuredClone(caseOf(c, kept));
  const refuse = (field: string, say: string): never => {
    throw fault('refused', say, { problems: [{ field, say }] });
  };
  const entry = `n-${(c.made += 1)}`;
  switch (form.what) {
    case 'taken':
      if (form.title.trim() === '') refuse('title', 'Say in a few words what was done');
      break;
    case 'action':
      if (form.title.trim() === '') refuse('title', 'Say what is to be done');
      found.actions.push({ entry, title: form.title, owner: 'Ruth Calloway', due: form.due.by === 'never' ? null : 'Wed 11 Nov', late: null, rule: form.due.by === 'rule' ? '15 working days (statutory guidance)' : null });
      break;
    case 'action_end':
      if (!form.done && form.words.trim() === '') refuse('words', 'Say why it is not needed');
      found.actions = found.actions.filter((action) => action.entry !== form.entry);
      break;
    case 'decision':
      if (form.reason.trim().length < 10) refuse('reason', 'Say why, in a sentence. Every decision has a reason');
      found.decisions.unshift({ title: form.decision, reason: form.reason, by: 'R. Calloway, 11:40', more: [] });
      break;
    case 'referral':
      if (form.body === '') refuse('body', 'Choose to whom');
      found.referrals.unshift({ entry, title: form.to || form.body, detail: form.person, due: null, late: null, rule: null, replies: [], escalations: [], next_step: null });
      break;
    case 'reply':
      if (form.words.trim() === '') refuse('words', 'Write what they decided and who said so');
      for (const one of found.referrals) if (one.entry === form.entry) one.replies.push(`11:45: ${form.words}`);
      break;
    case 'withheld':
      if (form.sheet.what.trim() === '') refuse('item_what', 'Say in a few words what it is said to be, without describing it');
      if (form.sheet.kept_at.trim() === '') refuse('item_kept_at', 'Say where it is now');
      if (form.entry !== null && form.reason.trim() === '') refuse('reason', 'Say in a few words why it is put right');
      found.withheld = found.withheld.filter((one) => one.entry !== form.entry);
      found.withheld.unshift({ entry, what: form.sheet.what, lines: [{ label: 'Where it is now', text: form.sheet.kept_at }], by: 'R. Calloway, 11:45', form: form.sheet, amended: form.entry === null ? 0 : 1, custody: noCustody });
      break;
    case 'held':
      keep(found, form, entry);
      break;
    case 'passed':
      pass(found, form, entry);
      break;
    case 'significance':
      if (form.reason.trim().length < 10) refuse('reason', 'Say why, in a sentence');
      if (form.entry === '') found.significant = form.significant ? `${form.reason} (R. Calloway, 11:45)` : null;
      break;
    case 'struck': {
      if (form.reason.trim().length < 10) refuse('reason', 'Say why, in a sentence');
      const step = stepsTaken.find((one) => one.entry === form.entry);
      const struck = `Written by mistake, says R. Calloway, 11:45: ${form.reason}`;
      if (step !== undefined) c.struck.set(form.entry, form.struck ? struck : null);
      else strikeEvent(found, form.entry, form.struck ? struck : null);
      break;
    }
    case 'for_pupil':
      if (form.reason.trim().length < 10) refuse('reason', 'Say why, in a sentence');
      for (const one of found.pupils) if (one.id === form.pupil) one.closed = form.closed ? `Closed 11:45. ${form.reason}` : null;
      break;
    case 'told':
      if (form.people.length === 0) refuse('people', 'Choose who should look at it');
      for (const one of found.may_tell.filter(({ id }) => form.people.includes(id))) {
        found.told.push({ id: one.id, name: one.title, opened: null, waits: '1 min' });
      }
      found.may_tell = found.may_tell.filter(({ id }) => !form.people.includes(id));
      break;
    case 'escalated':
      if (form.words.trim() === '') refuse('words', 'Write what was said');
      for (const one of found.referrals) if (one.entry === form.entry) one.escalations.push(`11:45: ${form.person}. ${form.words}`);
      break;
    case 'response': {
      const table = tableOf(form.table);
      const row = table.rows.find((one) => one.id === form.row);
      if (whoseOf(kept.row.id).length > 0 && form.whose === '') refuse('whose', 'Choose whose behaviour it was');
      if (form.done.length === 0 && form.more.trim() === '') refuse('done', 'Say what was done, of the list or in words');
      const departs = row?.ticks.length !== form.done.length || row.ticks.some((tick) => !form.done.includes(tick));
      if (departs && form.reason.trim().length < 10) refuse('reason', 'It is not what the table says. Say why, in a sentence');
      const done = table.columns.filter((one) => form.done.includes(one.id)).map((one) => one.title);
      const detail = [done.join('; '), form.more, departs ? `Why it departs: ${form.reason}` : ''].filter(Boolean).join('. ');
      const person = whoseOf(kept.row.id).find((one) => one.id === form.whose && one.id !== 'not-known');
      const of = person === undefined ? '' : ` of ${person.title}`;
      c.responses.set(kept.row.id, [
        { at: c.stamp(), about: false, kind: 'response', title: `School’s response to a behaviour${of}: ${row?.label ?? ''}`, detail, who: 'R. Calloway', late: null, entry, significant: null, may_strike: true, struck: null },
        ...(c.responses.get(kept.row.id) ?? []),
      ]);
      break;
    }
    case 'standing': {
      if (form.status === 'closed' && form.conclusion.trim() === '') refuse('conclusion', 'Say what came of it');
      const title = lists.statuses.find((one) => one.id === form.status)?.title ?? form.status;
      found.standing = { ...found.standing, status: form.status, status_title: title, severity: form.severity, owner: form.owner, owner_name: form.owner === null ? null : 'Ruth Calloway' };
      kept.row = { ...kept.row, status: form.status, status_title: title };
    }
  }
  c.cases.set(kept.row.id, found);
}

/** What was done, under "Since then". */
export const stepsTaken: ThreadItem[] = [
  { at: '2026-11-10T11:31:00+00:00', about: false, kind: 'todo', title: 'To do: MASH referral in writing', detail: 'Ruth Calloway, due Wed 11 Nov, 10:58', who: 'R. Calloway', late: null, entry: 's-1', significant: null, may_strike: true, struck: null },
  { at: '2026-11-10T10:58:00+00:00', about: false, kind: 'referral', title: 'Referred to Fenmarsh MASH', detail: 'Carys Lund. Ref FM-77120.', who: 'R. Calloway', late: null, entry: 's-2', significant: null, may_strike: true, struck: null },
  { at: '2026-11-10T10:49:00+00:00', about: false, kind: 'decision', title: 'Decision: Referral to children\u2019s social care', detail: 'Meeting named for Saturday, school known to him, she is 12.', who: 'R. Calloway', late: null, entry: 's-3', significant: null, may_strike: true, struck: null },
  { at: '2026-11-10T09:58:00+00:00', about: true, kind: 'taken', title: 'Rang Mum (Folake)', detail: 'She will come at 15:00.', who: 'D. Marwaha', late: 'Written 11:24, 1 h 26 min after: \u201cwith the police on the other line\u201d', entry: 's-4', significant: 'The first call (D. Marwaha, 11:30)', may_strike: true, struck: null },
];

/** Whose behaviour it may have been: the first concern names two. */
export function whoseOf(concern: string): Choice[] {
  if (concern !== 'c-amara') return [];
  return [
    { id: 'u-amara', title: 'Amara Oyelaran', detail: 'Person harmed or at risk' },
    { id: 'u-jay', title: 'Jayden Fairbrother', detail: 'Witness' },
    { id: 'not-known', title: 'None of them, or not known', detail: '' },
  ];
}
