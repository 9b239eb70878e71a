/** A register of the school's own, in the pretend office: made, changed, put away, and written in. */
import type { EditView, LineRow, PageDraft, Problem, RegisterForm, RegisterView, RegistersGroup } from '../../bindings/office';
import { draftOf, drop } from './owned';
import { fault, type Answers, type Cabinet } from './cabinet';

interface Kept {
  form: RegisterForm;
  reason: string;
  away: boolean;
  versions: { form: RegisterForm; reason: string }[];
}

const kept = new WeakMap<Cabinet, Map<string, Kept>>();

function all(c: Cabinet): Map<string, Kept> {
  const known = kept.get(c) ?? new Map<string, Kept>();
  kept.set(c, known);
  return known;
}

const blank: RegisterForm = {
  id: '', base: [], compared: false, ours: false, title: '', purpose: '', owner: ['dsl'], entry_when: '', every: '', note: '', fields: [], by: '', done: '',
};

/** One of ours as it is edited. */
const formOf = (ours: RegisterView): RegisterForm => ({
  ...blank, id: ours.id, ours: true, title: ours.title, purpose: ours.purpose, entry_when: ours.entry_when, every: 'term',
  fields: ours.fields.map(({ name, label, answer, options }) => ({ id: name, label, kind: 'text', answer, options, ours: true })),
});

function problemsOf(form: RegisterForm): Problem[] {
  const empty = (field: string, words: string, say: string): Problem[] => (words.trim() === '' ? [{ field, say }] : []);
  return [
    ...empty('page', form.title, 'Say what the register is called'),
    ...empty('purpose', form.purpose, 'Say what it is for'),
    ...empty('when', form.entry_when, 'Say when something is entered'),
    ...(form.fields.length === 0 ? [{ field: 'fields', say: 'Add at least one thing that is entered' }] : []),
    ...form.fields.flatMap(({ label, kind, options }, at) => {
      const field = `field-${at}`;
      if (label.trim() === '') return [{ field, say: 'Say what is entered here' }];
      return kind === 'one_of' && options.filter(Boolean).length < 2 ? [{ field, say: `“${label}” needs two things to choose from, one on each line` }] : [];
    }),
    ...(form.by !== '' && form.done === '' ? [{ field: 'done', say: 'Say what shows that it is done: until that is filled in, the line is late' }] : []),
  ];
}

/** The page of one, as it was kept. */
export function ownRegister(c: Cabinet, id: string, like: RegisterView, lines: LineRow[]): RegisterView | null {
  const one = all(c).get(id);
  if (one === undefined) return null;
  const { title, purpose, entry_when, note, fields } = one.form;
  return {
    ...like, id, title, purpose, entry_when, note, review: '', sources: [], own: !one.form.ours, put_away: one.away, lines,
    said: `Ruth Calloway, ${c.day()}: “${one.reason}”.`, may_change: true, changing: draftOf(c, 'register', id) !== null,
    fields: fields.map(({ id: name, label, options }) => ({ name, label, answer: 'words', control: 'words', ahead: false, options, unless_said: null })),
  };
}

/** All that are kept, and those that are put away. */
export function ownGroups(c: Cabinet): RegistersGroup[] {
  const rows = [...all(c)].filter(([, one]) => !one.form.ours).map(([id, one]) => ({
    away: one.away,
    row: { id, title: one.form.title, purpose: one.form.purpose, owner: ['Designated safeguarding lead'], own: true, may: true, lines: 0, last: null, late: [], due: null },
  }));
  const of = (away: boolean) => rows.filter((one) => one.away === away).map(({ row }) => row);
  const away = of(true);
  return [
    { id: 'own', title: 'The school’s own', registers: of(false) },
    ...(away.length > 0 ? [{ id: 'away', title: 'Put away', registers: away }] : []),
  ];
}

/** What the editor opens. */
export function editedRegister(c: Cabinet, id: string, ours: RegisterView | null): Pick<EditView, 'register' | 'own' | 'versions' | 'draft' | 'draft_kept'> {
  const one = all(c).get(id);
  const draft: PageDraft | null = draftOf(c, 'register', id);
  const form = one?.form ?? (ours === null ? blank : formOf(ours));
  const versions = (one?.versions ?? []).map(({ reason }, at, list) => ({
    entry: `register-${list.length - at}`, title: `Version ${list.length - at}`, by: `Ruth Calloway, ${c.day()}`, reason, holds: at === 0, has_page: true,
  }));
  const first = { entry: '', title: 'Strongroom’s, version 1', by: '', reason: '', holds: one === undefined, has_page: true };
  return { register: form, own: one !== undefined, versions: form.ours ? [...versions, first] : versions, draft, draft_kept: draft === null ? '' : c.day() };
}

function refuse(problems: Problem[]): void {
  if (problems.length > 0) throw fault('refused', problems[0]?.say ?? '', { problems });
}

/** What the pretend office answers here. */
export function ownRegisterAnswers(c: Cabinet): Pick<Answers, 'check_register_edit' | 'save_register_edit' | 'put_away_register'> {
  const why = (reason: string): void => {
    if (reason.trim().length < 10) refuse([{ field: 'reason', say: 'Say why, in a sentence' }]);
  };
  return {
    check_register_edit: ({ form }) => ({ problems: problemsOf(form), drawing: null }),
    save_register_edit: ({ form, reason }) => {
      refuse(problemsOf(form));
      why(reason);
      const id = form.id === '' ? `own-register-${all(c).size + 1}` : form.id;
      const before = all(c).get(id);
      const now = { ...form, id };
      all(c).set(id, { form: now, reason, away: before?.away ?? false, versions: [{ form: now, reason }, ...(before?.versions ?? [])] });
      drop(c, 'register', form.id);
      return { value: id, touched: ['concerns'] };
    },
    put_away_register: ({ id, away, reason }) => {
      why(reason);
      const one = all(c).get(id);
      if (one === undefined) throw fault('missing', 'This register is not here.');
      all(c).set(id, { ...one, away, reason });
      return { value: null, touched: ['concerns'] };
    },
  };
}
