/** The concerns of the pretend office. Invented, all of them. */
import type {
  ConcernForm,
  ConcernRow,
  ConcernView,
  Shown,
  Version,
} from '../../bindings/office';
import { marksOf, middleOf } from './drawn';
import { toLinkOf } from './linking';
import { seal } from './seal';

/** A concern in the pretend vault. */
export interface Kept {
  row: ConcernRow;
  forms: { form: ConcernForm; author: string; at: string }[];
  /** Whom the name it was written under was said to be. */
  linked?: string;
}

export function blankForm(): ConcernForm {
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

const amaraForm: ConcernForm = {
  ...blankForm(),
  people: [
    { pupil: 's-amara', adult: null, name: 'Amara Oyelaran', kind: 'pupil', role: 'victim', sex: null },
    { pupil: 's-jayden', adult: null, name: 'Jayden Fairbrother', kind: 'pupil', role: 'witness', sex: null },
  ],
  occurred: '2026-11-08T20:30:00+00:00',
  occurred_about: true,
  occurred_text: 'Sun 8 Nov, about 20:30',
  noticed: '2026-11-10T09:45:00+00:00',
  noticed_text: 'Tue 10 Nov, 09:45',
  location: 'online-home',
  description:
    'Before lesson 2 Jayden came to the library desk and said Amara was upset about someone from a game. I sat with Amara in the corner by the window. She was shaking and kept turning her phone over. I asked what was wrong and nothing else.',
  childs_words:
    '“He said he’d pick me up by the cinema on Saturday and not to tell my mum. He’s got my school off my photo.”',
  immediate_action: 'Closed the library, told R. Calloway in person',
  told_lead: 'Ruth Calloway',
  told_lead_at: '2026-11-10T09:52:00+00:00',
  categories: ['online-grooming'],
};

/** A row of the list, with what most of them have. */
export function row(part: Partial<ConcernRow> & Pick<ConcernRow, 'id' | 'about' | 'class' | 'title'>): ConcernRow {
  return {
    record_no: 'MV-2026-0100',
    category: 'Cause for Concern',
    status: 'active',
    status_title: 'Active',
    unread: false,
    waiting: '',
    occurred: '2026-11-10T10:12:00+00:00',
    written: '2026-11-10T10:20:00+00:00',
    late: null,
    reporter: 'P. Osei',
    danger: false,
    room: null,
    files: 0,
    severity: '',
    severity_title: '',
    significant: false,
    closed_for: [],
    ...part,
  };
}

/** A concern in a few words. */
export function simple(one: ConcernRow, said: string, assigned: string | null = null): Kept {
  return {
    row: one,
    forms: [
      {
        form: {
          ...blankForm(),
          occurred: one.occurred,
          noticed: one.occurred,
          description: said,
          assigned_to: assigned,
        },
        author: one.reporter,
        at: one.written,
      },
    ],
  };
}

/** A concern with marks: one on a drawing, one in words alone. */
function withMarks(one: ConcernRow, said: string): Kept {
  const kept = simple(one, said);
  const plain = { size: null, shape: null, broken: null, swelling: null, said: null, place: null };
  const place = middleOf('adolescent', 'front', 'forearm-inner', 'left');
  for (const { form } of kept.forms) {
    form.body_map = [
      { ...plain, region: 'forearm-inner', side: 'left', note: 'small round marks', colour: 'red', said: 'It was nothing.', place },
      { ...plain, region: 'shin', side: 'right', note: 'graze', colour: null },
    ];
  }
  return kept;
}

/** What the pretend vault starts with. */
export function seedConcerns(): Kept[] {
  return [
    withMarks(
      row({
        id: 'c-tilly',
        record_no: 'MV-2026-0149',
        about: 'Tilly Rackham',
        class: '10K',
        title: 'marks on her arm',
        unread: true,
        waiting: '21 min',
        reporter: 'Miss J. Farrant, form tutor',
        category: 'Medical Issues',
      }),
      'In registration Tilly pulled her sleeve down over three small round marks on her forearm.',
    ),
    simple(
      row({
        id: 'c-kacper',
        record_no: 'MV-2026-0148',
        about: 'Kacper Wiśniewski',
        class: '7B',
        title: 'alone by the gate',
        unread: true,
        waiting: '1 h 38 min',
        occurred: '2026-11-10T08:55:00+00:00',
        written: '2026-11-10T08:58:00+00:00',
        reporter: 'Mr D. Aske, site team',
      }),
      'Kacper was standing outside the locked gate at 07:10 and said his uncle had dropped him.',
    ),
    {
      row: row({
        id: 'c-amara',
        record_no: 'MV-2026-0147',
        about: 'Amara Oyelaran',
        class: '8T',
        title: 'a stranger online',
        category: 'Online grooming',
        occurred: '2026-11-08T20:30:00+00:00',
        written: '2026-11-10T10:41:00+00:00',
        files: 1,
      }),
      forms: [
        { form: amaraForm, author: 'P. Osei', at: '2026-11-10T10:41:00+00:00' },
        {
          form: {
            ...amaraForm,
            reason: 'the question in the words I used',
            description: amaraForm.description.replace('what was wrong', '“What happened?”'),
          },
          author: 'P. Osei',
          at: '2026-11-10T11:06:00+00:00',
        },
      ],
    },
    simple(
      row({
        id: 'c-noor',
        record_no: 'MV-2026-0139',
        about: 'Noor Castellan',
        class: '8H',
        title: 'hungry on a Monday',
        category: 'Well-being',
        status: 'monitoring',
        status_title: 'Monitoring',
        occurred: '2026-11-02T09:05:00+00:00',
        written: '2026-11-04T12:30:00+00:00',
        late: '2 days',
        reporter: 'Mrs A. Bright, 8H',
      }),
      'Noor asked for toast twice before lessons and put a piece in her bag.',
    ),
    simple(
      row({
        id: 'c-idris',
        record_no: 'MV-2026-0121',
        about: 'Idris Pell',
        class: '9M',
        title: 'does not want to go home',
        category: 'Child Protection',
        occurred: '2026-10-13T15:05:00+01:00',
        written: '2026-10-13T15:31:00+01:00',
        danger: true,
        reporter: 'D. Marwaha',
      }),
      'Idris stayed in the changing room and would not walk to the bus.',
      'p-dev',
    ),
  ];
}

/** Sixty more about one pupil, a fortnight apart, oldest last. */
export function manyConcerns(): Kept[] {
  return Array.from({ length: 60 }, (_, at) => {
    const when = new Date(Date.UTC(2026, 9, 20 - 14 * at, 11, 5)).toISOString().replace('Z', '+00:00');
    const one = row({
      id: `c-lewis-${at}`,
      record_no: `MV-2026-${2000 - at}`,
      about: 'Lewis Tarn',
      class: '10K',
      title: `late to school, ${60 - at}`,
      category: 'Attendance',
      status: 'closed',
      status_title: 'Closed',
      occurred: when,
      written: when,
      reporter: 'Mrs A. Bright, 8H',
    });
    return simple(one, 'Lewis came in after registration and said the bus had not stopped.');
  });
}

/** A word-by-word difference, good enough to draw. */
function runs(before: string, after: string): { kind: 'same' | 'gone' | 'new'; text: string }[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  return [
    { kind: 'same' as const, text: before.slice(0, start) },
    { kind: 'gone' as const, text: before.slice(start, before.length - end) },
    { kind: 'same' as const, text: ' ' },
    { kind: 'new' as const, text: after.slice(start, after.length - end) },
    { kind: 'same' as const, text: after.slice(after.length - end) },
  ].filter((run) => run.text !== '');
}

function shownOf(form: ConcernForm): Shown[] {
  const all: Shown[] = [
    { field: 'description', label: 'What was seen, heard or said', style: 'account', text: form.description },
    { field: 'childs_words', label: 'The child’s exact words', style: 'said', text: form.childs_words },
    { field: 'immediate_action', label: 'Immediate action', style: 'plain', text: form.immediate_action },
    { field: 'questions_asked', label: 'Questions asked', style: 'plain', text: form.questions_asked },
    { field: 'opinion', label: 'Opinion', style: 'plain', text: form.opinion },
  ];
  return all.filter((one) => one.text !== '');
}

/** A concern as the screen reads it. */
export function viewOf(kept: Kept, differ: boolean): Omit<ConcernView, 'case' | 'read_first' | 'together'> {
  const versions: Version[] = kept.forms.map(({ form, author, at }, index) => {
    const earlier = kept.forms[index - 1]?.form;
    return {
      number: index + 1,
      entry: `e-${kept.row.id}-${index}`,
      form,
      author,
      at,
      reason: form.reason,
      shown: shownOf(form),
      marks: marksOf(form),
      changes:
        earlier === undefined
          ? []
          : [
              {
                field: 'description',
                label: 'What was seen, heard or said',
                runs: runs(earlier.description, form.description),
              },
            ],
      seal: seal(author, at, 214 + index),
    };
  });
  const amara = kept.row.id === 'c-amara';
  return {
    row: kept.row,
    people: amara
      ? [
          { id: 's-amara', adult: null, name: 'Amara Oyelaran', detail: '8T, 12 years', role: 'May have been harmed', kind: 'pupil' },
          { id: 's-jayden', adult: null, name: 'Jayden Fairbrother', detail: '8T, 13 years', role: 'Told someone', kind: 'pupil' },
        ]
      : [{ id: kept.linked ?? null, adult: null, name: kept.row.about, detail: kept.row.class, role: 'May have been harmed', kind: 'pupil' }],
    to_link: toLinkOf(kept),
    seen_before: amara ? [{ shown: '@Night_Rider99', concerns: [kept.row], count: 1 }] : [],
    clock: amara
      ? [
          { label: 'Happened', at: '2026-11-08T20:30:00+00:00', about: true, gap: '37 h 15 min' },
          { label: 'Osei told', at: '2026-11-10T09:45:00+00:00', about: false, gap: '7 min' },
          { label: 'Lead told', at: '2026-11-10T09:52:00+00:00', about: false, gap: '49 min' },
          { label: 'Written', at: '2026-11-10T10:41:00+00:00', about: false, gap: null },
        ]
      : [
          { label: 'Happened', at: kept.row.occurred, about: false, gap: '8 min' },
          { label: 'Written', at: kept.row.written, about: false, gap: null },
        ],
    versions,
    current: versions.length - 1,
    values_differ: differ,
    files: amara
      ? [
          {
            id: 'f-note',
            name: 'Handwritten note.pdf',
            size: 184_320,
            size_text: '180 kB',
            sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
            media: 'application/pdf',
            added_by: 'P. Osei',
            added_at: '2026-11-10T10:43:00+00:00',
            source: 'my own notebook, scanned',
            hidden: null,
            here: true,
          },
        ]
      : [],
    thread: amara
      ? [
          { at: '2026-11-10T11:06:00+00:00', about: false, kind: 'amended', title: 'Corrected.', detail: '“the question in the words I used”', who: 'P. Osei', late: null, entry: null, significant: null, may_strike: false, struck: null },
          { at: '2026-11-10T10:58:00+00:00', about: false, kind: 'file', title: 'A file was added.', detail: 'Handwritten note.pdf, 180 kB', who: 'P. Osei', late: null, entry: null, significant: null, may_strike: false, struck: null },
          { at: '2026-11-10T09:58:00+00:00', about: false, kind: 'danger', title: '999 was rung.', detail: 'Log 0218, spoke to the control room.', who: 'R. Calloway', late: 'Written 11:24, 1 h 26 min after', entry: null, significant: null, may_strike: false, struck: null },
        ]
      : [],
    seal: seal(kept.row.reporter, kept.row.written, 214),
    readers: amara
      ? [
          { name: 'R. Calloway', at: '2026-11-10T10:42:00+00:00' },
          { name: 'D. Marwaha', at: '2026-11-10T10:50:00+00:00' },
        ]
      : [],
    may: { amend: true, add_file: true, add: true },
    room: null,
  };
}

/** The draft the pretend office can be told to return. */
export const draftForm: ConcernForm = {
  ...amaraForm,
  description:
    'Before lesson 2 Jayden came to the library desk and said Amara was upset about someone from a game. I sat with Amara in the corner by the window. She was shaking and kept turning her phone over.',
  online: [
    { service: 'a game', address: '', user_name: 'sk8_marc', whose: 'other' },
    { service: 'a game', address: '', user_name: 'marc.07', whose: '' },
  ],
  categories: [],
};
