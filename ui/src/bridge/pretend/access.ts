/** Requests for a pupil's file in the pretend office: one that is worked on, and what is written about it. */
import type {
  AccessExemption, AccessFact, AccessForm, AccessItem, AccessLine, AccessRelease, AccessRow, AccessSheetView, AccessView, BundleRedact, Problem,
} from '../../bindings/office';
import { fault, type Answers } from './cabinet';

const exemptions: AccessExemption[] = [
  {
    code: 'TP', title: 'It is about somebody else too', plain: 'It would tell you about another person.', ask: false,
    law: 'Data Protection Act 2018, Schedule 2, paragraph 16', mind: 'First see whether it can be given without the other person in it.',
  },
  {
    code: 'LEGAL', title: 'Legal advice', plain: 'It is advice from a lawyer.', ask: true,
    law: 'Data Protection Act 2018, Schedule 2, paragraph 19', mind: 'A letter is not privileged because a lawyer had a copy of it.',
  },
];

const item = (key: string, what: string, of: Partial<AccessItem> = {}): AccessItem => ({
  key, what, detail: '', at: 'Tue 10 Nov', concern: null, may_belong: false, hidden: false, stands: 'open', outcome: '', exemptions: [],
  note: '', unsaid: false, who: '', others: [], unweighed: 0, ...of,
});

const heldAtFirst: AccessItem[] = [
  item('details', 'Details of the pupil', { at: '', detail: 'Names, dates, contacts, what must be read first' }),
  item('concern:c-amara', 'Record of concern MV-2026-0143, written 10 Nov 2026', {
    detail: 'Online safety', concern: 'c-amara', others: ['Jordan Pike'], unweighed: 1,
  }),
  item('file:f-note', 'File 1 of record MV-2026-0143', { detail: 'Handwritten note.pdf', concern: 'c-amara' }),
  item('concern:c-old', 'Record of concern MV-2026-0099, written 3 Jun 2026', { may_belong: true, concern: 'c-old' }),
];

const at = 'Thu 12 Nov 2026, 10:33';
const who = 'Ruth Calloway';

function factsOf(form: AccessForm): AccessFact[] {
  return Object.entries(form.fields).filter(([, said]) => said !== '').map(([label, said]) => ({ label, said }));
}

function lineOf(key: string, form: AccessForm): AccessLine {
  return { key, at, who, facts: factsOf(form), struck: null, corrected: false, beside: false };
}

/** What must be said on each sheet. */
const needed: Partial<Record<AccessForm['sheet'], string[]>> = {
  request: ['who', 'relation', 'scope', 'received'],
  pause: ['why', 'from'],
  extension: ['months', 'why'],
  search: ['where', 'words', 'by', 'on', 'found'],
  decision: ['outcome'],
  named: ['name', 'kind', 'consent'],
  release: ['on', 'to', 'how'],
  ending: ['how', 'why'],
};

interface Kept {
  row: AccessRow;
  asked: AccessLine;
  lines: Record<'pause' | 'extension' | 'search' | 'named', AccessLine[]>;
  forms: Map<string, AccessForm>;
  items: AccessItem[];
  releases: AccessRelease[];
  ending: AccessLine | null;
}

function begun(id: string, form: AccessForm): Kept {
  const row: AccessRow = {
    id, number: 'MV-26-ABC-S1', pupil: 's-amara', pupil_name: 'Amara Oyelaran', class: '9C', who: form.fields['who'] ?? '', received: 'Tue 10 Nov',
    clock: { stands: 'running', say: 'Due Thu 10 December, 20 working days left', notes: ['One month counts from 10 Nov 2026.'] },
  };
  return {
    row, asked: lineOf('', form), lines: { pause: [], extension: [], search: [], named: [] },
    forms: new Map([['request', form]]), items: heldAtFirst.map((one) => ({ ...one })), releases: [], ending: null,
  };
}

/** What of papers is still to be put right, whether they are looked at or go. */
export function unsettledPapers({ passages }: BundleRedact): Problem[] {
  return passages.flatMap(({ words, code }, at): Problem[] => {
    const field = (name: string): string => `redact.passages[${at}].${name}`;
    const problems: Problem[] = [];
    if (words === 'quilwort') problems.push({ field: field('words'), say: 'These words stand nowhere in these records' });
    if (words.length < 2) problems.push({ field: field('words'), say: 'Give the words to remove' });
    if (code === '') problems.push({ field: field('code'), say: 'Say why it is removed' });
    return problems;
  });
}

/** The same, with what was decided of the records. */
function refusePapers(redact: BundleRedact, items: AccessItem[]): void {
  const problems = unsettledPapers(redact);
  const inPart = items.some(({ key, outcome }) => outcome === 'part' && !key.startsWith('file:'));
  const whole = !redact.letters && redact.passages.length === 0 && redact.pictures.length === 0;
  if (inPart && whole) problems.push({ field: 'redact.passages', say: 'Some records are given in part. Say what is taken out of them' });
  if (problems.length > 0) throw fault('refused', 'Something is still to be put right.', { problems });
}

type Calls = 'access_requests' | 'access_request' | 'access_sheet' | 'write_access' | 'keep_access' | 'save_access' | 'preview_access';

/** What the pretend office answers here. */
export function accessAnswers(): Pick<Answers, Calls> {
  const all = new Map<string, Kept>();
  const drafts = new Map<string, AccessForm>();
  const draftOf = ({ sheet, request, pupil, thing, items }: AccessForm): string =>
    JSON.stringify([sheet, request ?? pupil, thing, sheet === 'decision' ? [...items].sort() : []]);
  const found = (id: string | null): Kept => {
    const one = all.get(id ?? '');
    if (one === undefined) throw fault('missing', 'This request is not here.');
    return one;
  };
  const stopsOf = (one: Kept): string[] =>
    one.lines.search.some((line) => line.struck === null) ? [] : ['Nobody has written down where was looked.'];
  const openOf = (one: Kept): number => one.items.filter(({ stands }) => stands !== 'decided').length;

  function view(id: string): AccessView {
    const one = found(id);
    return {
      row: one.row, asked: one.asked, pauses: one.lines.pause, extensions: one.lines.extension, searches: one.lines.search,
      named: one.lines.named, ending: one.ending, items: one.items, undecided: openOf(one),
      not_listed: ['What lies in other rooms: look there, and write it in the search log.'], stops: stopsOf(one),
      releases: one.releases, letter: ['On 10 Nov 2026 you asked us for: everything.', 'You have the right to complain to the Information Commissioner.'],
      needs_newer: false,
    };
  }

  function sheet(form: AccessForm): AccessSheetView {
    const one = form.request === null ? null : found(form.request);
    const key = form.sheet === 'request' ? 'request' : (form.thing ?? '');
    const stood = one?.forms.get(key);
    const decided = form.sheet === 'decision' && (one?.items.some((held) => form.items.includes(held.key) && held.outcome !== '') ?? false);
    const first: Record<string, string> = form.sheet === 'request' ? { received: '2026-11-10' } : form.sheet === 'search' ? { where: 'Strongroom, the pupils’ records' } : {};
    const fresh: AccessForm = { ...form, fields: stood?.fields ?? first, items: stood?.items ?? form.items };
    const kept = drafts.get(draftOf(form));
    const stops = one !== null && form.sheet === 'release' ? [...stopsOf(one), ...(openOf(one) > 0 ? [`${String(openOf(one))} records are still to be decided.`] : [])] : [];
    return {
      form: kept ?? fresh, now: fresh.base, number: one?.row.number ?? '', pupil_name: 'Amara Oyelaran',
      items: form.items.map((item) => one?.items.find((held) => held.key === item)?.what ?? item),
      choices: form.sheet === 'named' ? heldAtFirst.map(({ key: id, what }) => ({ key: id, what })) : [],
      corrects: stood !== undefined || decided || (form.sheet === 'ending' && one?.ending !== null && one !== null),
      struck: false, kept: kept === undefined ? null : 'today at 10:33', overtaken: false,
      versions: stood === undefined ? [] : [{ at, who, reason: '', struck: false, holds: true, facts: factsOf(stood) }],
      stops, exemptions,
    };
  }

  function refuse(form: AccessForm, corrects: boolean): void {
    const missing = form.strike ? [] : (needed[form.sheet] ?? []).filter((field) => (form.fields[field] ?? '').trim() === '');
    const problems: Problem[] = missing.map((field) => ({ field, say: `Say it: ${field}` }));
    if (form.sheet === 'decision' && ['part', 'withhold'].includes(form.fields['outcome'] ?? '')) {
      if ((form.fields['exemptions'] ?? '') === '') problems.push({ field: 'exemptions', say: 'Say why not all of it is given' });
      if ((form.fields['note'] ?? '') === '') problems.push({ field: 'note', say: 'Say what you weighed' });
    }
    if (form.sheet === 'named' && form.items.length === 0) problems.push({ field: 'items', say: 'Choose the records that name them' });
    if (corrects && form.reason.trim().length < 10) problems.push({ field: 'reason', say: 'Say why, in a sentence' });
    if (problems.length > 0) throw fault('refused', 'Something on this sheet cannot be kept yet.', { problems });
  }

  function write(form: AccessForm): string {
    refuse(form, sheet(form).corrects);
    if (form.request === null) {
      const id = `a-${String(all.size)}`;
      all.set(id, begun(id, form));
      return id;
    }
    const one = found(form.request);
    if (form.sheet === 'decision') {
      one.items = one.items.map((held) =>
        form.items.includes(held.key)
          ? {
              ...held, stands: 'decided', outcome: form.fields['outcome'] ?? '', exemptions: (form.fields['exemptions'] ?? '').split(',').filter(Boolean),
              note: form.fields['note'] ?? '', unsaid: form.fields['unsaid'] === 'yes', who: `${who}, ${at}`,
            }
          : held,
      );
    } else if (form.sheet === 'release') {
      const [stop] = stopsOf(one);
      if (stop !== undefined) throw fault('refused', 'Nothing can go out yet: something is to be settled first.', { next: stop });
      if (form.papers !== null) refusePapers(form.papers, one.items);
      const counts = ['give', 'part', 'withhold'].map((of) => one.items.filter(({ outcome }) => outcome === of).length);
      one.releases = [...one.releases, {
        entry: 'e-release', number: 1, on: '12 Nov 2026', to: form.fields['to'] ?? '', how: form.fields['how'] ?? '', who,
        counts: [counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0], rest: '', since: [], root: '7c1e90ab44d2f06b1d9a3e57c8b420ff',
        papers: form.papers === null ? null : { pages: 7, size: '214 KB', sha256: 'ab44d2f06b1d9a3e57c8b420ff6a139be05d72e4c188f30a6db92e417c7c1e90', taken_out: form.papers.passages.map(({ words }) => `“${words}”: third party`), letters: form.papers.letters ? [{ letter: 'Child A', name: 'Jayden Fairbrother' }] : [] },
      }];
      one.ending = lineOf('ending', { ...form, fields: { How: 'It was answered' } });
      one.row = { ...one.row, clock: { stands: 'ended', say: 'Ended Thu 12 November', notes: [] } };
    } else if (form.sheet === 'ending') {
      one.ending = form.strike ? null : lineOf('ending', form);
    } else if (form.sheet === 'request') {
      one.asked = { ...lineOf('', form), corrected: true };
      one.forms.set('request', form);
    } else {
      const key = form.thing ?? `${form.sheet}-${String(one.lines[form.sheet].length)}`;
      const line = lineOf(key, form);
      const before = one.lines[form.sheet].find((known) => known.key === key);
      const next = before === undefined ? line : form.strike ? { ...before, struck: form.reason, corrected: true } : { ...line, corrected: true };
      one.lines[form.sheet] = before === undefined ? [...one.lines[form.sheet], next] : one.lines[form.sheet].map((known) => (known.key === key ? next : known));
      one.forms.set(key, form);
    }
    return form.request;
  }

  return {
    access_requests: () => [...all.values()].map(({ row }) => row),
    access_request: ({ id }) => view(id),
    access_sheet: ({ form }) => sheet(form),
    write_access: ({ form }) => {
      const value = write(form);
      drafts.delete(draftOf(form));
      return { value, touched: ['concerns'] };
    },
    preview_access: ({ redact }) => ({
      reasons: [{ code: 'TP', says: 'third party' }, { code: 'LA', says: 'legal advice' }],
      about: ['Amara Oyelaran'],
      letters: redact.letters ? [{ letter: 'Child A', name: 'Jayden Fairbrother' }] : [],
      counts: redact.passages.map(({ words }) => (words.length < 2 ? null : words.includes('aunt') ? 1 : 0)),
      pictures: [],
    }),
    keep_access: ({ form }) => {
      if (form.reason === '' && form.papers === null && Object.values(form.fields).every((text) => text.trim() === '')) drafts.delete(draftOf(form));
      else drafts.set(draftOf(form), form);
      return { id: 'd-access', kept_at: '10:33' };
    },
    save_access: ({ password }) => ({ value: password === 'nowhere to save it' ? null : 'strongroom-papers.pdf', touched: ['concerns'] }),
  };
}
