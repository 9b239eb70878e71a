/** The pretend adults, who belongs to whom, and names used online. */
import type { ApartPair, AdultForm, AdultRow, AroundView, JoinedRecord, LinksView, OnlineName, TieView, TwicePair } from '../../bindings/office';
import { fault, type Answers, type Cabinet } from './cabinet';
import { pupilRows } from './people';
import { seal } from './seal';

const folake: AdultForm = {
  id: 'a-folake',
  name: 'Folake Oyelaran',
  also_known: [],
  kind: 'parent-carer',
  description: '',
  organisation: '',
  post: '',
  date_of_birth: null,
  reach: [
    { way: 'phone', value: '07700 900123', note: 'after 16:00' },
    { way: 'address', value: '14 Weir Lane, Marlowe', note: '' },
  ],
  note: 'Reads English, would rather speak Yoruba on the telephone',
  reason: null,
};

const owen: AdultForm = {
  ...folake,
  id: 'a-owen',
  name: 'Owen Bright',
  kind: 'professional',
  organisation: 'Marlowe children’s services',
  post: 'Social worker',
  reach: [{ way: 'phone', value: '01632 960147', note: 'duty line after 17:00' }],
  note: '',
};

const van: AdultForm = {
  ...folake,
  id: 'a-van',
  name: '',
  kind: 'unknown',
  description: 'Man in his forties, grey van',
  reach: [],
  note: '',
};

/** Adults on record in the pretend school. */
export const pretendAdults: AdultForm[] = [folake, van, owen];

const kinds: Record<string, string> = {
  'parent-carer': 'Parent or carer',
  professional: 'Professional of another agency',
  unknown: 'Somebody whose name nobody knows',
};

function adultRow(form: AdultForm): AdultRow {
  return {
    id: form.id ?? '',
    name: form.name || form.description,
    kind: kinds[form.kind] ?? form.kind,
    detail: [form.post, form.organisation].filter(Boolean).join(', '),
    phone: form.reach.find((one) => one.way === 'phone')?.value ?? null,
    concerns: form.id === 'a-van' ? 1 : 0,
    namesake: false,
    why: null,
    of: form.kind === 'parent' ? [{ id: 's-amara', name: 'Amara Oyelaran', class: '8T', relation: 'Mother' }] : [],
  };
}

function tie(form: AdultForm, more: Partial<TieView>): TieView {
  return {
    entry: `t-${form.id}`,
    pupil: 's-amara',
    adult: form.id,
    child: null,
    name: form.name,
    detail: adultRow(form).detail,
    relation: 'mother',
    relation_title: 'Mother',
    responsibility: '',
    lives_with: '',
    rank: null,
    ring: '',
    note: '',
    from: null,
    reach: form.reach,
    who: 'R. Calloway',
    day: 'Tue 7 Oct 2025',
    ...more,
  };
}

function ties(): Pick<AroundView, 'family' | 'children' | 'agencies'> {
  return {
    family: [
      tie(folake, { responsibility: 'yes', lives_with: 'yes', rank: 1, ring: 'yes' }),
      tie({ ...folake, id: 'a-ade', name: 'Ade Oyelaran', reach: [] }, {
        relation: 'father',
        relation_title: 'Father',
        responsibility: 'yes',
        lives_with: 'no',
        ring: 'no',
        note: 'Court order of 12 January 2026',
      }),
    ],
    children: [
      tie({ ...folake, id: null, name: 'Tilly Rackham', reach: [] }, {
        entry: 't-tilly',
        adult: null,
        child: 's-tilly',
        detail: '10K, 14 years',
        relation: 'half-sibling',
        relation_title: 'Half-brother or half-sister',
        lives_with: 'part',
      }),
    ],
    agencies: [tie(owen, { relation: 'social-worker', relation_title: 'Social worker', from: '2026-02-03' })],
  };
}

function links(c: Cabinet, names: boolean): LinksView {
  const concern = { id: 'c-1', record_no: 'MV-26-B7K-0147', title: 'Contact from a stranger online', day: 'Tue 10 Nov', role: 'Told someone' };
  const blank = { pupil: null, adult: null, masked: false, relation: '', concerns: [] };
  const many = c.mood.many
    ? Array.from({ length: 40 }, (_, at) => ({ ...blank, key: `m-${at}`, name: `Somebody with a long name ${at + 1}`, group: 'adult' as const, concerns: [concern] }))
    : [];
  return {
    name: 'Amara Oyelaran',
    people: [
      { ...blank, key: 'f', adult: 'a-folake', name: 'Folake Oyelaran', group: 'family', relation: 'Mother' },
      { ...blank, key: 'o', adult: 'a-owen', name: 'Owen Bright', group: 'agency', relation: 'Social worker' },
      { ...blank, key: 'Child A', pupil: names ? 's-jayden' : null, name: names ? 'Jayden Fairbrother' : 'Child A', masked: !names, group: 'child', concerns: [concern] },
      { ...blank, key: 'v', adult: 'a-van', name: 'Man in his forties, grey van', group: 'adult', concerns: [{ ...concern, role: 'May have caused harm' }] },
      ...many,
    ],
    between: [[2, 3, 1]],
    more: 0,
  };
}

function pair(): TwicePair | null {
  const one = pupilRows[0];
  if (one === undefined) return null;
  return {
    of: 'pupil',
    one: { id: one.id, name: one.name, full_name: one.legal_name, detail: one.upn ?? '', date_of_birth: one.date_of_birth },
    other: { id: 's-amara-2', name: 'Amarah Oyelaran', full_name: 'Amarah Oyelaran', detail: '', date_of_birth: one.date_of_birth },
    why: 'The same date of birth, and a name spelt almost the same.',
    fields: [
      { label: 'Legal name', one: one.legal_name, other: 'Amarah Oyelaran' },
      { label: 'UPN', one: one.upn ?? '', other: '' },
      { label: 'Born', one: '14 March 2014', other: '14 March 2014' },
    ],
    one_concerns: 10,
    other_concerns: 1,
  };
}

function adults(): TwicePair {
  const detail = kinds['parent-carer'] ?? '';
  return {
    of: 'adult',
    one: { id: 'a-folake', name: folake.name, full_name: folake.name, detail, date_of_birth: null },
    other: { id: 'a-folake-2', name: 'Mrs F. Oyelaran', full_name: 'Mrs F. Oyelaran', detail, date_of_birth: null },
    why: 'The same number or address, and a name spelt almost the same.',
    fields: [
      { label: 'Name', one: folake.name, other: 'Mrs F. Oyelaran' },
      { label: 'Number or address', one: '07700 900123', other: '+44 7700 900123' },
    ],
    one_concerns: 1,
    other_concerns: 2,
  };
}

/** How the pretend adult's other record came to be read with this one. */
const together: JoinedRecord = {
  entry: 'j-folake',
  name: 'Mrs F. Oyelaran',
  detail: 'Parent or carer',
  date_of_birth: null,
  who: 'R. Calloway',
  at: 'Tue 10 Nov, 15:20',
  reason: 'The same number',
};

/** What the pretend office answers here. */
export function aroundAnswers(c: Cabinet): Pick<
  Answers,
  | 'adults' | 'adult' | 'save_adult' | 'around' | 'save_tie' | 'end_tie' | 'links' | 'twice'
  | 'kept_apart' | 'ask_again' | 'join_records' | 'part_records' | 'keep_apart' | 'online_names' | 'online_name'
> {
  const done = { value: null, touched: ['pupils' as const] };
  const all = (): TwicePair[] => [pair(), adults()].filter((one) => one !== null);
  let asked: TwicePair[] = all();
  let joined: JoinedRecord[] = [];
  let apart: ApartPair[] = [];
  const named = (): OnlineName[] => {
    const newest = c.concerns[0]?.row;
    if (newest === undefined || c.mood.empty) return [];
    return [{ mark: 'user night_rider99', shown: '@Night_Rider99', service: 'Roblox', concerns: 2, newest }];
  };
  return {
    adults: ({ query, after }) => {
      const two = adultRow({ ...folake, id: 'a-namesake', organisation: 'Northgate Library' });
      const all = c.mood.empty
        ? []
        : c.mood.namesakes
          ? [two, ...pretendAdults.map(adultRow)].map((row) => ({ ...row, namesake: row.name === two.name }))
          : pretendAdults.map(adultRow);
      const wanted = query.trim().toLowerCase();
      const found = all.filter((row) => `${row.name} ${row.detail} ${row.phone ?? ''}`.toLowerCase().includes(wanted));
      return { adults: found.slice(after), total: found.length, more: false };
    },
    adult: ({ id }) => {
      const form = pretendAdults.find((one) => one.id === id);
      if (form === undefined) throw fault('missing', 'That record is not here, or it is in a room you are not a member of.');
      const van = id === 'a-van';
      return {
        row: adultRow(form),
        known: form,
        form,
        joined: id === 'a-folake' ? joined : [],
        age: null,
        pupils: van ? [] : [{ id: 's-amara', name: 'Amara Oyelaran', class: '8T', relation: 'Mother' }],
        concerns: van ? c.concerns.slice(0, 1).map((kept) => kept.row) : [],
        more: false,
        beside: c.mood.differ ? [{ who: 'D. Marwaha', at: 'Tue 10 Nov, 14:02', lines: ['Folake Oyelaran', '07700 900456'] }] : [],
        needs_newer: c.mood.differ,
        seal: seal('R. Calloway', '2026-09-02T08:40:00+01:00', 14),
      };
    },
    save_adult: ({ form }) => ({ value: form.id ?? 'a-folake', touched: ['pupils'] }),
    around: ({ pupil }) => {
      const row = c.pupils.find((one) => one.id === pupil);
      if (row === undefined) throw fault('missing', 'That pupil is not on the list.');
      const known = pupil === 's-amara';
      const none = { family: [], children: [], agencies: [] };
      return {
        row,
        ...(known ? ties() : none),
        perhaps: known ? [{ child: 's-siobhan', name: 'Siobhán Ó Súilleabháin', through: 'Folake Oyelaran' }] : [],
        before: known
          ? [
              {
                entry: 't-0',
                say: 'Ade Oyelaran, father',
                who: 'R. Calloway',
                at: 'Mon 8 Sep 2025, 10:00',
                ended_by: 'R. Calloway',
                ended_at: 'Mon 12 Jan, 15:10',
                replaced: true,
                reason: 'Court order seen',
              },
            ]
          : [],
      };
    },
    save_tie: () => done,
    end_tie: () => done,
    links: ({ pupil, names }) =>
      pupil === 's-amara' ? links(c, names) : { name: 'Somebody', people: [], between: [], more: 0 },
    twice: () => (c.mood.empty ? [] : asked),
    join_records: ({ of }) => {
      asked = asked.filter((one) => one.of !== of);
      if (of === 'adult') joined = [together];
      return done;
    },
    part_records: () => {
      joined = [];
      return done;
    },
    keep_apart: ({ of }) => {
      apart = asked.filter((one) => one.of === of);
      asked = asked.filter((one) => one.of !== of);
      return done;
    },
    kept_apart: () => apart,
    ask_again: () => {
      asked = all();
      apart = [];
      return done;
    },
    online_names: ({ query }) => named().filter((one) => one.shown.toLowerCase().includes(query.trim().toLowerCase())),
    online_name: () => c.concerns.slice(0, 2).map((kept) => kept.row),
  };
}
