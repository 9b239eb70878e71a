/** Agreements of the pretend office: who signed, and who has read what. */
import type { AgreementView, ClassLines, SeveralForm, WhoReadCell } from '../../bindings/office';
import { fault, type Answers } from './cabinet';

const ks2: AgreementView = {
  id: 'pupil-ks2',
  title: 'Key Stage 2',
  for_whom: 'Pupils in Years 3 to 6, with their parent or carer',
  holds: 'until the end of the school year',
  of_pupils: true,
  child_signs: true,
  parent_signs: true,
  kinds: ['KS2 pupil', 'Primary pupil'],
  version: 'Strongroom 1',
  before: 'Talk it through together before you sign.',
  statements: ['I use only my own login.', 'I write politely.'],
  note: '',
  sources: ['School policy: Appendix 3'],
  may: true,
  classes: [],
  without: [],
};

const staff: AgreementView = {
  ...ks2,
  id: 'staff',
  title: 'Staff and volunteers',
  for_whom: 'Everybody who works or volunteers in the school',
  of_pupils: false,
  child_signs: false,
  parent_signs: false,
  kinds: ['Staff', 'Volunteer', 'Supply'],
  without: [
    { pupil: null, name: 'Dev Marwaha', stands: 'none', say: 'None' },
    { pupil: null, name: 'Sam Price', stands: 'lapsed', say: 'Lapsed 31 Aug 2026' },
  ],
};

const pupils = [
  { pupil: 'p-amara', name: 'Amara Oyelaran' },
  { pupil: 'p-ben', name: 'Ben Whitlock' },
  { pupil: 'p-chloe', name: 'Chloe Marsh' },
];

type Calls =
  | 'agreements' | 'agreement' | 'class_counts' | 'class_lines' | 'begin_several' | 'several_until' | 'keep_several' | 'write_several' | 'who_read' | 'save_who_read';

/** What the pretend office answers here. */
export function agreementAnswers(): Pick<Answers, Calls> {
  const signed = new Set<string>(['p-chloe']);
  let draft: SeveralForm | null = null;
  const seen = (): ClassLines => ({
    class: '4B',
    pupils: pupils.map((one) =>
      signed.has(one.pupil) ? { ...one, stands: 'holds', say: 'Holds since 10 Nov 2026, until 31 Aug 2027' } : { ...one, stands: 'none', say: 'None' },
    ),
    without: pupils.length - signed.size,
  });
  const counts = (): { class: string; pupils: number; without: number }[] => [{ class: '4B', pupils: pupils.length, without: seen().without }];
  return {
    agreements: () => ({
      may: true,
      agreements: [ks2, staff].map(({ id, title, for_whom, holds }) => ({ id, title, for_whom, holds })),
      classes: counts(),
    }),
    agreement: ({ id }) => {
      const one = [ks2, staff].find((known) => known.id === id);
      if (one === undefined) throw fault('missing', 'This agreement is not here.');
      return one.of_pupils ? { ...one, classes: counts() } : one;
    },
    class_counts: counts,
    class_lines: seen,
    begin_several: ({ agreement }) => {
      const one = [ks2, staff].find((known) => known.id === agreement);
      const empty: SeveralForm = {
        agreement, kind: one?.kinds[0] ?? 'KCSIE part one read', document: one?.version ?? '', class: '', pupils: [], names: '', on: '2026-11-10',
        until: '2027-08-31', child_signed: one?.child_signs ?? false, parent_signed: one?.parent_signs ?? false, explained_by: '', organisation: '',
        accompanied_by: '', exceptions: '', agreed_by: '',
      };
      const kept = draft?.agreement === agreement ? draft : null;
      return {
        title: one?.title ?? 'Several people read or learnt something',
        register: one === undefined ? 'training-log' : 'aup-signatures',
        register_title: one === undefined ? 'Safeguarding and online-safety training log' : 'Acceptable use agreement signatures',
        kinds: one?.kinds ?? ['KCSIE part one read', 'Policy read'],
        documents: ['Online safety policy'],
        names: ['Dev Marwaha', 'Ruth Calloway'],
        form: kept ?? empty,
        kept_at: kept === null ? null : 'today at 10:33',
      };
    },
    several_until: ({ on, kind }) => (on === '' || kind === 'Policy read' ? null : '2027-08-31'),
    keep_several: ({ form }) => {
      draft = form.names.trim() === '' && form.pupils.length === 0 ? null : form;
      return { id: 'd-several', kept_at: '10:33' };
    },
    write_several: ({ form }) => {
      const names = form.names.split('\n').filter((name) => name.trim() !== '');
      const problems = [];
      const mine = form.agreement === ks2.id ? form.pupils : names;
      if (mine.length === 0) problems.push({ field: form.agreement === ks2.id ? 'pupils' : 'names', say: 'Say who it was' });
      if (form.kind === 'Policy read' && form.document === '') problems.push({ field: 'document', say: 'Say which policy was read' });
      if (problems.length > 0) throw fault('refused', 'Something is still to be put right.', { problems });
      for (const id of form.pupils) signed.add(id);
      draft = null;
      return { value: { lines: mine.length }, touched: ['concerns'] };
    },
    who_read: () => {
      const cell = (stands: WhoReadCell['stands'], say: string): WhoReadCell => ({ stands, say });
      return {
        documents: ['KCSIE Part one', 'Online safety policy'],
        people: [
          { name: 'Dev Marwaha', gaps: 2, cells: [cell('lapsed', '2 Sep 2025, lapsed 31 Aug 2026'), cell('gap', 'No')] },
          { name: 'Ruth Calloway', gaps: 0, cells: [cell('read', '2 Sep 2026'), cell('read', '3 Sep 2026')] },
        ],
      };
    },
    save_who_read: ({ format }) => ({ value: `who-has-read-what.${format}`, touched: [] }),
  };
}
