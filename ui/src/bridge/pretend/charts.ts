/** The pretend charts: one question with one chart. */
import type { Answers } from './cabinet';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="420" height="44" viewBox="0 0 420 44"><path d="M178 4L386 4L386 20L178 20Z" fill="#000"/></svg>';

export function chartAnswers(): Pick<Answers, 'charts'> {
  return {
    charts: ({ asked }) => ({
      from: asked.from ?? '2026-09-02',
      to: asked.to ?? '2026-11-10',
      days: '2 Sep 2026 to 10 Nov 2026',
      site: asked.site,
      sites: ['Weir Lane', 'Upper Vale'],
      choices: [
        { label: 'This term', detail: '2 Sep 2026 to 4 Jan 2027', from: '2026-09-02', to: '2027-01-04' },
        { label: 'Last term', detail: '1 Apr 2026 to 1 Sep 2026', from: '2026-04-01', to: '2026-09-01' },
      ],
      concerns: 4,
      questions: [
        {
          id: 'rising',
          title: 'Is it rising?',
          answer: '4 concerns, 3 more than in the same days of the year before (1): 300 %.',
          charts: [
            { title: 'Concerns by week', svg, width: 420, height: 44, before: 'the same week of the year before', rows: [{ label: '2 Nov', value: 3, before: 0 }, { label: '9 Nov', value: 1, before: 1 }] },
          ],
        },
        { id: 'where', title: 'Where and when does it happen?', answer: 'No place or time is known in these days.', charts: [{ title: 'Places', svg, width: 420, height: 26, before: '', rows: [] }] },
      ],
    }),
  };
}
