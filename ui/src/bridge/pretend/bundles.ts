/** Bundles of the pretend office: looked at, made, checked. */
import type { BundleKept, BundleMade, BundlePreview, Problem, RedactionPicture } from '../../bindings/office';
import { fault, type Answers } from './cabinet';

const preview: BundlePreview = {
  concerns: [
    { id: 'c-0141', record_no: 'MV-2026-0141', about: 'Amara Oyelaran', category: 'Online safety', at: 'Tue 10 Nov, 09:45' },
    { id: 'c-0147', record_no: 'MV-2026-0147', about: 'Amara Oyelaran', category: 'Safeguarding', at: 'Tue 10 Nov, 10:20' },
  ],
  exhibits: ['RC/1', 'DM/1'],
  printed: ['RC/2', 'RC/3'],
  size: '2.1 MB',
  others: '2, in full',
  earlier: [{ number: 'MV-26-ABC-B0', line: 'Bundle MV-26-ABC-B0, 3 Oct 2026, to DC Hartigan', redacted: true }],
  mentions: [
    { concern: 'c-0147', record_no: 'MV-2026-0147', sort: 'letter', around: '… her mother had written a letter to the school …' },
    { concern: 'c-0147', record_no: 'MV-2026-0147', sort: 'diary', around: '… that she keeps a diary at home.' },
  ],
  left_out: [
    { what: 'A file of record MV-2026-0141', why: 'It was put out of everybody’s sight.', not_held: false },
    { what: 'What was withheld from record MV-2026-0147: 1', why: 'It never came into the record.', not_held: true },
  ],
};

const made: BundleMade = {
  number: 'MV-26-ABC-B1', pages: 19, concerns: 2, exhibits: ['RC/1', 'DM/1'], printed: ['RC/2', 'RC/3'], left_out: [], files: 9, bytes: 6_100_000, receipt: 'BUNDLE-1-receipt.pdf', zip: null, sealed: null, letters: [],
  root: '7c1e90ab44d2f06b1d9a3e57c8b420ff6a139be05d72e4c188f30a6db92e417c',
};

const pictures: RedactionPicture[] = [
  { file: 'corridor.png', name: 'corridor.png', record_no: 'MV-2026-0141', why_not: null },
  { file: 'f-heic', name: 'from-the-phone.heic', record_no: 'MV-2026-0147', why_not: 'It is a HEIC picture, which cannot be drawn anew.' },
];

type Calls = 'bundle_key' | 'preview_bundle' | 'preview_redaction' | 'kept_bundle' | 'keep_bundle' | 'make_bundle' | 'check_bundle';

/** What the pretend office answers here. */
export function bundleAnswers(): Pick<Answers, Calls> {
  let kept: BundleKept | null = null;
  return {
    preview_bundle: ({ select }) => {
      if (select.from !== null && select.to !== null && select.from > select.to) {
        throw fault('refused', '“To” is before “From”', { problems: [{ field: 'to', say: '“To” is before “From”' }] });
      }
      const out = select.without.map(({ concern }) => concern);
      return { ...preview, concerns: preview.concerns.filter(({ id }) => !out.includes(id)) };
    },
    preview_redaction: ({ redact }) => ({
      reasons: [{ code: 'TP', says: 'third party' }, { code: 'LA', says: 'legal advice' }],
      about: ['Amara Oyelaran'],
      letters: redact.letters ? [{ letter: 'Child A', name: 'Jayden Fairbrother' }] : [],
      counts: redact.passages.map(({ words }) => (words.length < 2 ? null : words.includes('belt') ? 3 : 0)),
      pictures,
    }),
    bundle_key: ({ number }) => ({
      number,
      root: made.root,
      letters: [{ letter: 'Child A', name: 'Jayden Fairbrother' }],
      passages: [{ words: 'her aunt in Leeds', code: 'TP', note: '' }],
      pictures: [],
      of: null,
    }),
    kept_bundle: () => kept,
    keep_bundle: ({ spec }) => {
      kept = { spec, at: '10:33' };
      return { id: 'd-bundle', kept_at: '10:33' };
    },
    make_bundle: ({ spec }) => {
      const needed: [string, string][] = [
        ['request.force', spec.request.force], ['request.officer', spec.request.officer],
        ['request.legal_basis', spec.request.legal_basis], ['request.scope', spec.request.scope],
        ['gate.need', spec.gate.need], ['gate.authority', spec.gate.authority], ['gate.recipient', spec.gate.recipient],
        ['gate.verified_by', spec.gate.verified_by], ['gate.channel', spec.gate.channel],
      ];
      const problems: Problem[] = needed.filter(([, said]) => said.trim() === '').map(([field]) => ({ field, say: `Say it: ${field}` }));
      spec.select.without.forEach(({ reason }, at) => {
        if (reason === '') problems.push({ field: `select.without[${at}].reason`, say: 'Say in a few words why this record is left out' });
      });
      spec.redact?.passages.forEach(({ code }, at) => {
        if (code === '') problems.push({ field: `redact.passages[${at}].code`, say: 'Say why it is removed' });
      });
      spec.redact?.pictures.forEach(({ areas, looked }, at) => {
        const field = `redact.pictures[${at}]`;
        areas.forEach(({ code }, place) => {
          if (code === '') problems.push({ field: `${field}.areas[${place}].code`, say: 'Say why the area is cut out' });
        });
        if (!looked) problems.push({ field: `${field}.looked`, say: 'Look at all of the picture, and say that nothing else in it is to be removed' });
      });
      if (problems.length > 0) throw fault('refused', 'Something is still to be settled.', { problems });
      kept = null;
      const sealed = { file: 'BUNDLE-1.pdf', beside: null, password: 'crane-violin-mesh-otter-lamp-oak' };
      return { value: spec.delivery === 'sealed' ? { ...made, sealed } : made, touched: ['concerns'] };
    },
    check_bundle: ({ zip }) => ({
      name: zip ? 'BUNDLE-1.zip' : 'BUNDLE-1',
      files: 9,
      size: '6.1 MB',
      root: made.root,
      faults: zip ? [{ field: 'data/bundle.pdf', say: 'This is not what it was when the bundle was made.' }] : [],
    }),
  };
}
