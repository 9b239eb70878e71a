/** Checklists in the pretend office: two that can be filled, in memory, and where things go. */
import type { AnswerForm, ChecklistForm, ChecklistGap, ChecklistItem, ChecklistRow, ChecklistSent, ChecklistView, GuideLine, RouteLine } from '../../bindings/office';
import { fault, type Answers, type Cabinet } from './cabinet';
import { ask, ceopGaps, ceopParts, type Part } from './ceop';
import { draftOf, listVersions, ownOf } from './owned';

interface Page {
  list: string;
  title: string;
  purpose: string;
  use_when: string;
  warnings: string[];
  note: string;
  to: string;
  parts: () => Part[];
}

const pages: Page[] = [
  {
    list: 'ceop-referral',
    title: 'CEOP report: have this ready',
    purpose: 'What the CEOP Safety Centre form asks, gathered so that it can be filled in at one sitting.',
    use_when: 'Online sexual abuse, grooming or exploitation of a child.',
    warnings: ['Never attach or paste an indecent image', 'Danger now: 999 first', 'A report cannot be anonymous'],
    note: 'Evidence is kept for the officer who calls back; the report is typed words alone.',
    to: 'CEOP',
    parts: ceopParts,
  },
  {
    list: 'device-search-record',
    title: 'Search of a device',
    purpose: 'What is written down when a pupil’s device is searched.',
    use_when: 'Before and after any search.',
    warnings: ['Stop at once if there may be an indecent image'],
    note: '',
    to: '',
    parts: () => [{ title: 'The search', items: [ask('who', 'Who searched', 'required'), ask('why', 'Why', 'required', { kind: 'words' })] }],
  },
];

/** The checklists among the guidance. */
export function checklistLinesOf(): GuideLine[] {
  return pages.map(({ list, title, purpose, use_when }) => ({
    kind: 'checklist', id: list, number: '', title, purpose, applies_when: [use_when], version: 1, own: false,
  }));
}

interface Filled {
  id: string;
  page: Page;
  concern: string | null;
  answers: Map<string, { answer: string[]; unknown: boolean; from: string }>;
  typed: Map<string, string[]>;
  sent: ChecklistView['sent'];
  dropped: string | null;
  /** What was done with it before. */
  cautions: string[];
  before: ChecklistSent[];
  /** It was begun with no concern. */
  alone: boolean;
}

const filled = new WeakMap<Cabinet, Filled[]>();

function all(c: Cabinet): Filled[] {
  const known = filled.get(c) ?? [];
  filled.set(c, known);
  return known;
}

function one(c: Cabinet, id: string): Filled {
  const found = all(c).find((list) => list.id === id);
  if (found === undefined) throw fault('missing', 'This is not here.');
  return found;
}

function rowOf(c: Cabinet, concern: string | null) {
  return c.concerns.find((kept) => kept.row.id === concern)?.row ?? null;
}

const clock = (c: Cabinet): string => c.stamp().slice(11, 16);
const signed = (c: Cabinet): string => `${c.session().person.name}, ${clock(c)}`;

/** Those that were begun. */
export function checklistsOf(c: Cabinet): ChecklistRow[] {
  return all(c).map((list) => ({
    id: list.id,
    list: list.page.list,
    title: list.page.title,
    about: rowOf(c, list.concern)?.about ?? '',
    class: rowOf(c, list.concern)?.class ?? '',
    open: list.sent === null && list.dropped === null,
    last: `${clock(c)}, ${c.session().person.name}`,
    end: list.sent !== null ? `Sent ${list.sent.at}` : list.dropped !== null ? 'Put away, not sent' : '',
  }));
}

function itemOf(list: Filled, item: ChecklistItem): ChecklistItem {
  const known = list.answers.get(item.id);
  const typed = list.typed.get(item.id) ?? null;
  // The record knows of the first concern alone.
  const bare = list.concern === 'c-amara' ? item : { ...item, answer: [], from: '', by_record: false };
  if (known === undefined || (known.answer.length === 0 && !known.unknown)) return { ...bare, typed };
  return { ...bare, ...known, by_record: false, typed };
}

function partsOf(list: Filled): Part[] {
  return list.page.parts().map((part) => ({ ...part, items: part.items.map((item) => itemOf(list, item)) }));
}

function gapsOf(parts: Part[]): ChecklistGap[] {
  const rank = (gap: ChecklistGap): number => (gap.needed ? 0 : 100) + Math.max(0, ceopGaps.indexOf(gap.item));
  return parts
    .flatMap(({ title, items }, section) => (title === 'After sending' ? [] : items.map((item) => ({ section, item }))))
    .filter(({ item }) => item.answer.length === 0)
    .map(({ section, item }) => ({
      item: item.id, section, prompt: item.prompt, needed: item.needed === 'required', unknown: item.unknown,
    }))
    .sort((a, b) => rank(a) - rank(b));
}

function ready(gaps: ChecklistGap[]): string {
  const needed = gaps.filter((gap) => gap.needed && !gap.unknown).length;
  if (needed === 0) return 'You can send it now.';
  const many = ['', 'One needed answer is', 'Two needed answers are'][needed] ?? `${needed} needed answers are`;
  return `You can send it now. ${many} missing; say so on the form. Waiting is worse than a gap.`;
}

function viewOf(c: Cabinet, list: Filled): ChecklistView {
  const { page } = list;
  const row = rowOf(c, list.concern);
  const parts = partsOf(list);
  const gaps = gapsOf(parts);
  const items = parts.flatMap((part) => part.items);
  return {
    id: list.id,
    list: page.list,
    title: page.title,
    purpose: page.purpose,
    use_when: page.use_when,
    warnings: page.warnings,
    cautions: list.cautions,
    note: page.note,
    version: 1,
    checked: 'November 2026',
    sources: ['CEOP: Safety Centre and Education pages'],
    newer: false,
    own: ownOf(listVersions(c, page.list)),
    changing: draftOf(c, 'checklist', page.list) !== null,
    needs_concern: false,
    concern: row && { id: row.id, title: row.record_no, detail: row.class },
    put: list.alone ? { said: [], missing: '' } : null,
    about: row?.about ?? '',
    sections: parts.map((part) => ({ ...part, after: part.title === 'After sending', answered: part.items.filter((item) => item.answer.length > 0).length })),
    gaps,
    from_record: items.filter((item) => item.by_record).length,
    to: page.to,
    body: page.to.toLowerCase(),
    numbers: page.to === '' ? [] : [{ whom: 'ceop', title: 'CEOP Safety Centre', number: 'ceop.police.uk' }, { whom: 'police-999', title: 'Police, emergency', number: '999' }],
    ready: ready(gaps),
    danger: null,
    elsewhere:
      items.find((item) => item.id === 'in_scope')?.answer[0] === 'No' ? 'CEOP does not take this: it is not sexual abuse, exploitation or grooming.' : null,
    begun: list.id === '' ? '' : signed(c),
    sent: list.sent,
    sent_before: list.before,
    dropped: list.dropped,
    sent_typed: list.typed.get('@sent') ?? [],
    drop_typed: list.typed.get('@drop') ?? [],
    reopen_typed: list.typed.get('@reopen') ?? [],
    needs_newer: false,
  };
}

/** What a paper of it says. */
export function checklistLines(c: Cabinet, id: string): { title: string; lines: string[] } {
  const list = one(c, id);
  const lines = partsOf(list).flatMap((part) => [part.title, ...part.items.map((item) => `${item.prompt}: ${item.answer.join('; ') || 'not answered'}`)]);
  return { title: list.page.title, lines };
}

const routes: RouteLine[] = [
  {
    id: 'grooming', what: 'Grooming or sexual abuse online', say: 'CEOP. In danger now: 999 first.', not_ceop: false,
    checklists: [{ id: 'ceop-referral', title: 'CEOP report: have this ready', detail: '' }],
    flow: { id: 'online-grooming-ceop', title: '06 Online grooming', detail: '' },
    contacts: [{ id: 'ceop', title: 'CEOP Safety Centre', detail: 'ceop.police.uk' }],
    sources: ['CEOP: Safety Centre'],
  },
  {
    id: 'bullying', what: 'Bullying online', say: 'It stays with the school and the site it happens on; threats and hate go to the police on 101.', not_ceop: true,
    checklists: [], flow: null, contacts: [{ id: 'site', title: 'The site’s own report button', detail: '' }, { id: 'police-101', title: 'Police', detail: '101' }],
    sources: ['CEOP: What we do not take'],
  },
  {
    id: 'hacked', what: 'A hacked or fake account', say: 'The site takes it back or down. Money lost goes to Report Fraud.', not_ceop: true,
    checklists: [], flow: null, contacts: [{ id: 'fraud', title: 'Report Fraud', detail: '0300 123 2040' }], sources: ['CEOP: What we do not take'],
  },
];

function blank(page: Page): Filled {
  return { id: '', page, concern: null, answers: new Map(), typed: new Map(), sent: null, dropped: null, cautions: [], before: [], alone: true };
}

function pageOf(list: string): Page {
  const found = pages.find((page) => page.list === list);
  if (found === undefined) throw fault('missing', 'This checklist is not here.');
  return found;
}

const kinds = { line: 'text', words: 'longtext', one: 'choice', some: 'multichoice', list: 'url_list', tick: 'confirm' } as const;

/** A checklist as it is edited. */
export function checklistFormOf(id: string): ChecklistForm {
  const { list, title, purpose, use_when, warnings, note, parts } = pageOf(id);
  return {
    id: list, base: [], compared: false, title, purpose, use_when, warnings, note,
    sections: parts().map((part) => ({
      title: part.title,
      after: part.title === 'After sending',
      items: part.items.map((item) => ({ id: item.id, prompt: item.prompt, help: item.help, kind: kinds[item.kind], options: item.options, needed: item.needed })),
    })),
  };
}

/** What the pretend office answers here. */
export function checklistAnswers(c: Cabinet): Pick<
  Answers,
  | 'checklists' | 'checklist_page' | 'checklist' | 'begin_checklist' | 'answer' | 'keep_answer' | 'sent_checklist' | 'drop_checklist' | 'reopen_checklist' | 'put_checklist' | 'routes'
> {
  const touched = { value: null, touched: ['concerns' as const] };
  const refuse = (field: string, say: string) => fault('refused', `${say}.`, { problems: [{ field, say }] });
  const keep = ({ checklist, item, answer, unknown }: AnswerForm): void => {
    const list = one(c, checklist);
    list.answers.set(item, { answer, unknown, from: signed(c) });
    list.typed.delete(item);
  };
  return {
    checklists: ({ concern }) =>
      checklistsOf(c).filter((row) => (concern === null ? row.open : one(c, row.id).concern === concern)),
    checklist_page: ({ list }) => viewOf(c, blank(pageOf(list))),
    checklist: ({ id }) => viewOf(c, one(c, id)),
    begin_checklist: ({ list, concern }) => {
      const id = `k-${all(c).length}`;
      all(c).push({ ...blank(pageOf(list)), id, concern });
      return { value: id, touched: ['concerns'] };
    },
    answer: ({ form }) => {
      keep(form);
      return touched;
    },
    keep_answer: ({ checklist, item, answer }) => {
      const { typed } = one(c, checklist);
      if (answer.length === 0) typed.delete(item);
      else typed.set(item, answer);
      return null;
    },
    sent_checklist: ({ form }) => {
      const list = one(c, form.checklist);
      const how = { portal: 'Online form', phone: 'By telephone' }[form.how] ?? form.how;
      const missing = gapsOf(partsOf(list)).map((gap) => gap.prompt);
      list.sent = { at: `${clock(c)}, ${c.session().person.name}`, how, person: form.person, reference: form.reference, words: form.words, missing, answers: [] };
      list.typed.delete('@sent');
      return touched;
    },
    drop_checklist: ({ checklist, reason }) => {
      if (reason.trim() === '') throw refuse('reason', 'Say why it is not needed');
      const list = one(c, checklist);
      list.dropped = `${reason} ${signed(c)}`;
      list.typed.delete('@drop');
      return touched;
    },
    reopen_checklist: ({ checklist, reason }) => {
      if (reason.trim() === '') throw refuse('reason', 'Say why it is opened again, in a sentence');
      const list = one(c, checklist);
      if (list.sent !== null) {
        list.before.push({ ...list.sent, answers: [{ prompt: 'Name or names used', answer: 'Not answered.' }] });
        list.cautions.push(`It was said to have gone ${list.sent.at}.`);
      }
      list.cautions.push(`Opened again by ${signed(c)}: ${reason}`);
      list.sent = null;
      list.dropped = null;
      list.typed.delete('@reopen');
      return touched;
    },
    put_checklist: ({ checklist, concern }) => {
      one(c, checklist).concern = concern;
      return touched;
    },
    routes: () => routes,
  };
}
