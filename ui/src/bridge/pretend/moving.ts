/** The pretend history of another program. */
import { fault, type Answers, type Cabinet } from './cabinet';

/** What the pretend office answers here. A file whose name says "bad" has broken rows. */
export function movingAnswers(c: Cabinet): Pick<Answers, 'preview_history' | 'take_history' | 'histories' | 'keep_with_history'> {
  const came: Awaited<ReturnType<Answers['histories']>> = [];
  return {
    preview_history: ({ token, choices }) => {
      const name = c.sizes.get(token)?.name ?? '';
      const bad = name.includes('bad');
      const is = (key: string, found: string): string =>
        choices.categories.find((one) => one.name === key)?.id ?? found;
      return {
        token,
        source: choices.source ?? (name.includes('plain') ? '' : 'CPOMS'),
        sources: ['CPOMS', 'MyConcern', 'another system'],
        taken_before: null,
        columns: [
          { index: 0, heading: 'Incident Number', sample: ['10417', '10533'], matched: choices.columns === null ? 'number' : (choices.columns[0] ?? null) },
          { index: 1, heading: 'Student', sample: ['Oyelaran, Amara', 'Fairbrother, Jayden'], matched: choices.columns === null ? 'name' : (choices.columns[1] ?? null) },
          { index: 2, heading: 'House', sample: ['Kestrel', 'Wren'], matched: choices.columns === null ? null : (choices.columns[2] ?? null) },
        ],
        fields: [
          { id: 'number', title: 'Its number there', needed: false },
          { id: 'name', title: 'Whole name', needed: false },
          { id: 'text', title: 'What was written', needed: false },
        ],
        rows: 6123,
        concerns: bad ? 0 : 6001,
        already: 0,
        joined: 122,
        open: 14,
        unsaid: 3,
        steps: 4210,
        known: 512,
        problems: bad
          ? [
              { row: 17, column: 'Date/Time', say: 'There is no month 25. Dates are read day first, as in 25/12/2014.' },
              { row: 208, column: 'Incident', say: 'Nothing is written in this row.' },
            ]
          : [],
        problem_count: bad ? 2 : 0,
        warnings: [{ row: 1, column: 'House', say: 'This column is not taken in. It stays in the original file, which is kept.' }],
        warning_count: 1,
        encoding: 'UTF-8',
        categories: [
          { name: 'Cause for Concern', concerns: 2104, id: is('Cause for Concern', 'cpoms-cause-for-concern') },
          { name: 'Breakfast club', concerns: 31, id: is('Breakfast club', '') },
        ],
        pupils: [
          {
            key: 'benokafor|||7t',
            name: 'Ben Okafor',
            detail: '7T',
            concerns: 4,
            choices: [{ id: 's-jayden', title: 'Jayden Fairbrother', detail: '8T, 2 Oct 2013' }],
            id: choices.pupils.find((one) => one.name === 'benokafor|||7t')?.id ?? '',
          },
          { key: 'a|||', name: 'A. Nother', detail: '', concerns: 1, choices: [], id: '' },
        ],
        pupil_count: 2,
        preview: bad
          ? []
          : [
              {
                row: 2,
                about: 'Amara Oyelaran, Jay Fairbrother',
                at: 'Tue 3 May 2022, 09:50',
                written: 'J. Smith, Tue 3 May 2022, 10:14',
                categories: 'Cause for Concern, Breakfast club',
                words: 'Amara came in at 09:50 and said “I had to get my brother ready”.',
                status: 'Closed',
              },
            ],
      };
    },
    take_history: ({ token }) => {
      if (!c.sizes.has(token)) throw fault('missing', 'That file is no longer here.');
      came.push({
        file: 'f-history',
        source: 'CPOMS',
        name: c.sizes.get(token)?.name ?? '',
        size: '4 MB',
        sha256: '9f2c71d0a4',
        rows: 6123,
        concerns: 6001,
        came: 'Tue 10 Nov, 10:41, Ruth Calloway',
        beside: [],
      });
      return { value: { concerns: 6001, steps: 4210, already: 0 }, touched: ['concerns', 'pupils'] };
    },
    histories: () => [...came],
    keep_with_history: ({ original, token }) => {
      const file = c.sizes.get(token);
      const of = came.find((one) => one.file === original);
      of?.beside.unshift({ file: `f-${token}`, name: file?.name ?? '', size: '2 KB', sha256: 'cd'.repeat(32), came: 'Tue 10 Nov 2026, 11:02, Ruth Calloway' });
      return { value: null, touched: ['concerns'] };
    },
  };
}
