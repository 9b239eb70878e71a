/** The people and pupils of the pretend office. Invented, all of them. */
import type { Choice, KeyFact, Lists, Person, PupilRow, PupilView } from '../../bindings/office';
import { seal } from './seal';
import { drawnRegions } from './drawn';

function person(id: string, user: string, name: string, role: string, title: string): Person {
  return {
    id,
    user,
    name,
    role,
    role_title: title,
    closed: false,
    invited: false,
    joined: '2025-09-01T09:00:00+01:00',
    last_opened: '2026-11-09T17:42:00+00:00',
    dormant: false,
  };
}

export const ruth = person('p-ruth', 'ruth.calloway', 'Ruth Calloway', 'dsl', 'lead');
export const dev = person('p-dev', 'dev.marwaha', 'Dev Marwaha', 'ddsl', 'deputy lead');
export const patience = person('p-osei', 'p.osei', 'Patience Osei', 'staff', 'library');
export const helen: Person = {
  ...person('p-sandiford', 'h.sandiford', 'Helen Sandiford', 'head', 'head'),
  last_opened: '2026-05-02T08:10:00+01:00',
  dormant: true,
};

type Seed = [id: string, forename: string, surname: string, cls: string, born: string, flags: string[]];

const seeds: Seed[] = [
  ['s-amara', 'Amara', 'Oyelaran', '8T', '2014-03-14', ['Child in need (s.17)', 'Has or had a social worker']],
  ['s-jayden', 'Jayden', 'Fairbrother', '8T', '2013-10-02', []],
  ['s-tilly', 'Tilly', 'Rackham', '10K', '2011-12-19', []],
  ['s-kacper', 'Kacper', 'Wiśniewski', '7B', '2015-05-06', ['SEND support']],
  ['s-noor', 'Noor', 'Castellan', '8H', '2014-01-30', []],
  ['s-idris', 'Idris', 'Pell', '9M', '2012-11-23', ['Child protection plan']],
  ['s-zainab', 'Zainab', 'Haroun', '11C', '2010-09-14', []],
  ['s-mina', 'Mina', 'Orsino', '7B', '2015-02-08', []],
  ['s-siobhan', 'Siobhán', 'Kerr', '9M', '2013-04-27', ['Young carer']],
  ['s-lewis', 'Lewis', 'Tarn', '10K', '2012-02-11', ['Education, health and care plan']],
];

/** Every pupil on the pretend list. */
export const pupilRows: PupilRow[] = seeds.map(([id, forename, surname, cls, born, flags], at) => ({
  id,
  name: `${forename} ${surname}`,
  legal_name: `${forename} ${surname}`,
  class: cls,
  year: cls.slice(0, -1),
  age: 2026 - Number(born.slice(0, 4)) - (born.slice(5) > '11-10' ? 1 : 0),
  date_of_birth: born,
  upn: `X8201234${String(26001 + at)}`,
  flags,
  left: false,
  namesake: false,
  why: null,
  concerns: at === 0 ? 2 : 0,
}));

/** The same list with another Amara Oyelaran on it. */
export function namesakeRows(): PupilRow[] {
  const [one, ...rest] = pupilRows;
  if (one === undefined) return [];
  const other = { ...one, id: 's-other-amara', class: '11B', year: '11', age: 15, date_of_birth: '2011-02-03', upn: null, flags: [], concerns: 0 };
  return [{ ...one, namesake: true }, { ...other, namesake: true }, ...rest];
}

/** What must be read first about them from the beginning. */
export function pupilKey(id: string): KeyFact[] {
  if (id !== 's-amara') return [];
  return [
    {
      entry: 'k-1',
      say: 'Do not ring Dad.\nCourt order of 12 January 2026; Mum (Folake) is the only contact.',
      review: '2027-01-12',
      review_due: false,
      who: 'R. Calloway',
      day: 'Mon 12 Jan',
    },
    {
      entry: 'k-2',
      say: 'She talks more easily walking than sitting. Ask for Patience Osei.',
      review: null,
      review_due: false,
      who: 'R. Calloway',
      day: 'Tue 7 Oct 2025',
    },
  ];
}

export function pupilView(row: PupilRow): PupilView {
  const [forename = '', ...rest] = row.name.split(' ');
  return {
    row,
    names: {
      legal_surname: rest.join(' '),
      legal_forename: forename,
      preferred_forename: row.id === 's-amara' ? 'Mara' : null,
      preferred_surname: null,
      middle_names: null,
      former_names: [],
    },
    form: {
      id: row.id,
      legal_surname: rest.join(' '),
      legal_forename: forename,
      middle_names: null,
      preferred_forename: row.id === 's-amara' ? 'Mara' : null,
      preferred_surname: null,
      former_names: [],
      upn: row.upn,
      date_of_birth: row.date_of_birth,
      sex: null,
      year: row.year || null,
      class: row.class || null,
      site: null,
      admitted: '2025-09-03',
      left_on: null,
      flags: row.flags.map((title, at) => ({
        flag: title === 'Child in need (s.17)' ? 'cin' : `flag-${at}`,
        from: '2026-02-03',
        to: null,
        source: 'Social worker, by letter',
      })),
      elsewhere: [],
      reason: null,
    },
    sex: null,
    site: null,
    admitted: '2025-09-03',
    left_on: null,
    flags: row.flags.map((title, at) => ({
      flag: title === 'Child in need (s.17)' ? 'cin' : `flag-${at}`,
      title,
      from: '2026-02-03',
      to: null,
      source: 'Social worker, by letter',
    })),
    elsewhere: [],
    joined: [],
    together: [],
    near: row.id === 's-amara' ? ['Social worker: Owen Bright', 'Ring first: Folake Oyelaran (mother)'] : [],
    key: pupilKey(row.id),
    key_before:
      row.id === 's-amara'
        ? [
            {
              entry: 'k-0',
              say: 'Ring Nan first.',
              who: 'R. Calloway',
              at: 'Mon 8 Sep 2025, 10:00',
              ended_by: 'R. Calloway',
              ended_at: 'Mon 12 Jan, 15:10',
              replaced: false,
              reason: 'Nan has moved away',
            },
          ]
        : [],
    access: [],
    needs_newer: false,
    seal: seal('R. Calloway', '2026-09-02T08:40:00+01:00', 12),
    disagreements: [],
  };
}

function choices(...titles: [id: string, title: string][]): Choice[] {
  return titles.map(([id, title]) => ({ id, title, detail: '' }));
}

const categories = choices(
  ['bullying', 'Bullying'],
  ['cause-for-concern', 'Cause for Concern'],
  ['child-protection', 'Child Protection'],
  ['online-grooming', 'Online grooming'],
  ['medical', 'Medical Issues'],
  ['racist-incident', 'Racist incident'],
  ['well-being', 'Well-being'],
  ['attendance', 'Attendance'],
);

export const lists: Lists = {
  sites: [],
  categories,
  category_groups: [{ title: 'Known from CPOMS: what happened', choices: categories }],
  locations: choices(
    ['online-home', 'Online, at home'],
    ['online-school', 'Online, at school'],
    ['lesson', 'Lesson'],
    ['school-site', 'Elsewhere on site'],
    ['home', 'Home'],
    ['community', 'Community'],
  ),
  roles: choices(
    ['dsl', 'Designated safeguarding lead'],
    ['ddsl', 'Deputy safeguarding lead'],
    ['head', 'Head'],
    ['staff', 'Staff, who record and see their own'],
  ),
  flags: choices(
    ['cin', 'Child in need (s.17)'],
    ['cp', 'Child protection plan'],
    ['lac', 'Looked after'],
    ['young-carer', 'Young carer'],
    ['send-support', 'SEND support'],
  ),
  urgencies: choices(
    ['immediate', 'Immediate danger'],
    ['urgent', 'Urgent today'],
    ['same-day', 'Same day'],
    ['routine', 'Routine'],
  ),
  identified_how: choices(
    ['child-disclosure', 'Child told an adult'],
    ['peer', 'Another child'],
    ['observed', 'Seen by staff'],
    ['filter', 'Filter block or report'],
  ),
  record_kinds: choices(
    ['pupil-concern', 'Concern about a pupil'],
    ['online-incident', 'Online incident'],
    ['staff-concern', 'Concern about an adult who works here'],
    ['low-level-concern', 'Low-level concern'],
  ),
  regions: drawnRegions,
  person_roles: choices(
    ['victim', 'May have been harmed'],
    ['witness', 'Told someone'],
    ['instigator', 'May have caused harm'],
    ['friend', 'Was there'],
    ['parent', 'Parent or carer'],
    ['other', 'Other'],
  ),
  leads: [ruth, dev],
  statuses: choices(
    ['new', 'New'],
    ['acknowledged', 'Acknowledged'],
    ['active', 'Active'],
    ['monitoring', 'Monitoring'],
    ['awaiting-external', 'With an outside agency'],
    ['nfa', 'No further action'],
    ['closed', 'Closed'],
  ),
  severities: choices(['1', 'Low'], ['2', 'Moderate'], ['3', 'Significant'], ['4', 'High'], ['5', 'Critical']),
  levels: choices(
    ['L1', 'Level 1 Universal'],
    ['L2', 'Level 2 Early help'],
    ['L3', 'Level 3 Targeted Family Help / child in need'],
    ['L4', 'Level 4 Child protection / acute'],
  ),
  decisions: choices(
    ['nfa', 'No further action'],
    ['monitor', 'Monitor'],
    ['early-help', 'Early help / Family Help'],
    ['refer-csc', 'Referral to children’s social care'],
  ),
  bodies: choices(['csc', 'Children’s social care / MASH'], ['lado', 'LADO'], ['ceop', 'CEOP'], ['police-101', 'Police 101']),
  adult_kinds: choices(
    ['parent-carer', 'Parent or carer'],
    ['professional', 'Professional of another agency'],
    ['unknown', 'Somebody whose name nobody knows'],
  ),
  family: choices(['mother', 'Mother'], ['father', 'Father'], ['sibling', 'Brother or sister'], ['half-sibling', 'Half-brother or half-sister']),
  agencies: choices(['social-worker', 'Social worker'], ['gp', 'GP']),
  elsewhere: choices(['dual-here', 'Dual registered, mainly here'], ['alternative', 'Alternative provision']),
  ladder: choices(['duty-worker', 'The duty worker'], ['team-manager', 'Their team manager']),
  parents: choices(['yes', 'Yes'], ['no-risk', 'No: would raise risk'], ['pending', 'To do']),
};
