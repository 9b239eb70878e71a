/** The pretend pupils and their list. */
import type { KeyFact, ListPreview, PupilRow } from '../../bindings/office';
import { togetherOf } from './buildup';
import { fault, type Answers, type Cabinet } from './cabinet';
import { pupilKey, pupilRows, pupilView } from './people';

/** What must be read first about a pupil, as it stands. */
/** What must be read first about a pupil, as it stands now. */
export function keyOf(c: Cabinet, id: string): KeyFact[] {
  return c.key.get(id) ?? pupilKey(id);
}

/** What the pretend office answers here. */
export function pupilsAnswers(c: Cabinet): Pick<
  Answers,
  | 'pupils'
  | 'pupil'
  | 'save_pupil'
  | 'save_key_fact'
  | 'end_key_fact'
  | 'preview_pupil_list'
  | 'take_pupil_list'
> {
  return {
    pupils: ({ query, left, after }) => {
      const wanted = query.trim().toLowerCase();
      const sounds = wanted.startsWith('shiv');
      const found = c.pupils
        .filter((one) => left || !one.left)
        .map((one) => (sounds && one.id === 's-siobhan' ? { ...one, why: 'sounds like Shivaun' } : one))
        .filter(
          (one) => one.why !== null || `${one.name} ${one.class} ${one.upn ?? ''}`.toLowerCase().includes(wanted),
        );
      const page = found.slice(after, after + 50);
      return { pupils: page, total: found.length, more: after + page.length < found.length };
    },
    pupil: ({ id }) => {
      const row = c.pupils.find((one) => one.id === id);
      if (row === undefined) throw fault('missing', 'That pupil is not on the list.');
      return { ...pupilView(row), key: keyOf(c, id), together: id === 's-amara' ? togetherOf(c) : [] };
    },
    save_pupil: ({ form }) => {
      c.made += 1;
      const id = form.id ?? `s-${c.made}`;
      const before = c.pupils.find((one) => one.id === id) ?? pupilRows[0];
      if (before === undefined) throw fault('missing', 'That pupil is not on the list.');
      const name = `${form.legal_forename} ${form.legal_surname}`;
      const row: PupilRow = { ...before, id, name, legal_name: name, class: form.class ?? '', year: form.year ?? '' };
      c.pupils = [...c.pupils.filter((one) => one.id !== id), row];
      return { value: id, touched: ['pupils'] };
    },
    save_key_fact: ({ form }) => {
      c.made += 1;
      const kept = keyOf(c, form.pupil).filter((one) => one.entry !== form.entry);
      const fact = { entry: `k-${c.made}`, say: form.say, review: form.review, review_due: false, who: 'R. Calloway', day: 'Tue 10 Nov' };
      c.key.set(form.pupil, [...kept, fact]);
      return { value: null, touched: ['pupils'] };
    },
    end_key_fact: ({ pupil, entry }) => {
      c.key.set(pupil, keyOf(c, pupil).filter((one) => one.entry !== entry));
      return { value: null, touched: ['pupils'] };
    },
    preview_pupil_list: ({ token, columns }) => c.sizes.get(token)?.name.endsWith('.xml') ? transferPreview(token) : ({
      token,
      transfer: null,
      columns: [
        { index: 0, heading: 'Legal Surname', sample: ['Oyelaran', 'Fairbrother', 'Rackham'], matched: columns === null ? 'legal_surname' : (columns[0] ?? null) },
        { index: 1, heading: 'Legal Forename', sample: ['Amara', 'Jayden', 'Tilly'], matched: columns === null ? 'legal_forename' : (columns[1] ?? null) },
        { index: 2, heading: 'DOB', sample: ['14/03/2014', '02/10/2013', '19/12/2011'], matched: columns === null ? 'date_of_birth' : (columns[2] ?? null) },
        { index: 3, heading: 'Reg Group', sample: ['8T', '8T', '10K'], matched: columns === null ? 'class' : (columns[3] ?? null) },
        { index: 4, heading: 'House', sample: ['Kestrel', 'Wren', 'Wren'], matched: columns === null ? null : (columns[4] ?? null) },
      ],
      fields: [
        { id: 'legal_surname', title: 'Surname in law', needed: true },
        { id: 'legal_forename', title: 'Forename in law', needed: true },
        { id: 'date_of_birth', title: 'Date of birth', needed: false },
        { id: 'class', title: 'Class', needed: false },
        { id: 'upn', title: 'UPN', needed: false },
      ],
      rows: 642,
      new: 612,
      changed: 18,
      same: 12,
      contacts: 0,
      problems: c.sizes.get(token)?.name.includes('bad')
        ? [
            { row: 17, column: 'DOB', say: '31/02/2014 is not a day.' },
            { row: 208, column: 'UPN', say: 'The same UPN stands in row 31.' },
          ]
        : [],
      problem_count: c.sizes.get(token)?.name.includes('bad') ? 2 : 0,
      warnings: [{ row: 90, column: 'Reg Group', say: 'No class is given.' }],
      warning_count: 1,
      encoding: 'Windows-1252',
      preview: pupilRows.slice(0, 3),
    }),
    take_pupil_list: () => {
      c.pupils = pupilRows;
      return { value: { new: 612, changed: 18, same: 12, contacts: 0 }, touched: ['pupils'] };
    },
  };
}

/** A transfer file: its fields are fixed, so that it has no columns. */
function transferPreview(token: string): ListPreview {
  return {
    token,
    transfer: 'Common Transfer File 25.0 from Harbour View Primary School, made on 12 Jul 2026',
    columns: [],
    fields: [],
    rows: 3,
    new: 2,
    changed: 1,
    same: 0,
    contacts: 4,
    problems: [],
    problem_count: 0,
    warnings: [{ row: 2, column: 'Year group (NCyearActual)', say: 'This year group does not fit the birth date. A child of that age is usually in Year 7.' }],
    warning_count: 1,
    encoding: 'UTF-8',
    preview: pupilRows.slice(0, 3),
  };
}
