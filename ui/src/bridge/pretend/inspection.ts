/** The pretend inspection: lists of every sort, a file to prepare, and something that was shown. */
import type { InspectionSample, InspectionShown } from '../../bindings/office';
import type { Answers } from './cabinet';

const list = { rows: [], count: 0, gaps: [], kept_by: null, adults: false, columns: ['Pupil'] };

export function inspectionAnswers(): Pick<Answers, 'inspection' | 'choose_sample' | 'save_shown'> {
  const shown: InspectionShown[] = [];
  const samples: InspectionSample[] = [
    {
      pupil: 'p-jayden', name: 'Jayden Fairbrother', class: '9B', why: 'Child in need', chosen: false, concerns: 3,
      gaps: [{ concern: 'c-1', record_no: 'SR-0003', say: 'no decision with its reason' }],
    },
    { pupil: 'p-mei', name: 'Mei Tan', class: '7A', why: 'Dealt with in school, and closed', chosen: true, concerns: 1, gaps: [] },
  ];
  return {
    inspection: ({ asked }) => ({
      from: asked.from ?? '2025-11-11',
      to: asked.to ?? '2026-11-10',
      days: '11 Nov 2025 to 10 Nov 2026',
      site: asked.site,
      sites: ['Weir Lane', 'Upper Vale'],
      choices: [{ label: 'This term', detail: '2 Sep 2026 to 4 Jan 2027', from: '2026-09-02', to: '2027-01-04' }],
      lists: [
        {
          ...list, id: 'reported', title: 'Concerns reported to the lead, and what was sent on', why: 'Every concern that reached the lead.',
          columns: ['Reported', 'Record', 'Pupil', 'Sent on to'], count: 14, gaps: ['One concern has not been read.'],
          rows: [{ cells: ['10 Nov 2026', 'SR-0003', asked.names ? 'Jayden Fairbrother, 9B' : 'JF, 9B', 'Children’s social care, 10 Nov 2026'], concern: 'c-1', pupil: null }],
        },
        {
          ...list, id: 'plans', title: 'Pupils with open social care cases and plans', why: 'Who has a plan, since when.',
          columns: ['Pupil', 'Case or plan'], count: 1, rows: [{ cells: ['JF, 9B', 'Child in need, since 3 Nov 2026'], concern: null, pupil: 'p-jayden' }],
        },
        { ...list, id: 'lado', title: 'Referrals to the LADO', why: 'Allegations that were put to the LADO.', columns: [], kept_by: 'Whoever keeps concerns about adults shows this.', adults: true },
        { ...list, id: 'transfers', title: 'Child protection files sent and received', why: 'Each file with its receipt.' },
      ],
      samples: samples.map((sample) => ({ ...sample })),
      elsewhere: [{ title: 'Single central record', say: 'It is not kept in Strongroom.' }],
      shown: shown.length > 0 ? shown : [{ id: '01', title: 'Referrals to the LADO', to: 'M. Okafor, Ofsted', at: '9 Nov 2026 at 09:10, Ruth Okafor', held: '2 lines, by initials' }],
      body: 'Ofsted',
      to_whom: '',
    }),
    choose_sample: ({ form }) => {
      const sample = samples.find((one) => one.pupil === form.pupil);
      if (sample !== undefined) sample.chosen = !form.put_back;
      return { value: null, touched: ['concerns'] };
    },
    save_shown: () => ({ value: '/media/ruth/STICK/strongroom-inspection.pdf', touched: ['concerns'] }),
  };
}
