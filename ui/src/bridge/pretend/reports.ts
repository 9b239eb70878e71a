/** The pretend report to governors: a few numbers, one of them small, and what was released. */
import type { Problem, ReleasedView, ReportAsked, ReportBlock, ReportRow, ReportView, ReportWords } from '../../bindings/office';
import { fault, type Answers, type Cabinet } from './cabinet';

type Calls = 'governor_report' | 'report_behind' | 'keep_report' | 'release_report' | 'staff_sheet' | 'release_staff_sheet' | 'save_report';

const term = { from: '2026-09-02', to: '2027-01-04' };

function row(measure: string, label: string, values: [when: string, value: string][], behind: number | null, note = ''): ReportRow {
  return { label, measure, cells: values.map(([when, value]) => ({ when, value, share: false })), note, behind };
}

function table(title: string, whens: string[], rows: ReportRow[]): ReportBlock {
  return { title, whens, rows };
}

function written(id: string, label: string, hint: string, asked: ReportAsked): ReportWords {
  const words = asked.words[id] ?? '';
  return { id, label, hint, words, names: /\bAmara\b/.test(words) ? ['Amara'] : [] };
}

/** What is still to be settled before it goes. */
function unsettled(asked: ReportAsked): Problem[] {
  const problems: Problem[] = [];
  if (asked.to_whom.trim() === '') problems.push({ field: 'to_whom', say: 'Say to whom it goes' });
  const words = Object.values(asked.words).some((said) => said.trim() !== '');
  if (words && !asked.confirmed) {
    problems.push({ field: 'confirmed', say: 'Confirm that what is written names and describes nobody' });
  }
  return problems;
}

export function reportAnswers(c: Cabinet): Pick<Answers, Calls> {
  let draft: ReportAsked | null = null;
  let adults = false;
  const released: ReleasedView[] = [];
  const before = '1 Apr 2026 to 1 Sep 2026';
  return {
    governor_report: ({ asked }): ReportView => {
      const own = draft ?? asked;
      return {
        title: 'Safeguarding report to governors',
        from: asked.from ?? term.from,
        to: asked.to ?? term.to,
        days: '2 Sep 2026 to 4 Jan 2027',
        ahead: true,
        site: asked.site,
        sites: ['Weir Lane', 'Upper Vale'],
        below: 5,
        choices: [
          { label: 'This term', detail: '2 Sep 2026 to 4 Jan 2027', ...term },
          { label: 'Last term', detail: before, from: '2026-04-01', to: '2026-09-01' },
        ],
        sections: [
          { id: 'context', title: 'School context', blocks: [], words: [written('context.local', 'New issues in the area', 'What is new in the area, and what the school did about it', own)] },
          {
            id: 'concerns',
            title: 'Concerns recorded',
            blocks: [
              table('', ['', before], [row('concerns.total', 'Concerns recorded', [['', '105'], [before, '86']], 0)]),
              table('By category', ['', before], [
                row('concerns.cat', 'WELL BEING', [['', '31'], [before, '27']], 1),
                row('concerns.cat', 'Bullying', [['', 'not shown'], [before, 'not shown']], 2),
              ]),
            ],
            words: [],
          },
          {
            id: 'staff',
            title: 'Adults who work here (numbers only)',
            blocks: [
              adults
                ? table('', [''], [row('staff.lado', 'Allegations', [['', 'not shown']], null)])
                : table('', [], [row('staff.lado', 'Allegations', [], null, 'reported separately')]),
            ],
            words: [],
          },
        ],
        to_whom: own.to_whom,
        released: [...released],
        held: null,
        staff_open: true,
      };
    },
    report_behind: ({ row: at }) => ({
      label: at === 2 ? 'Bullying' : 'Concerns',
      count: 2,
      concerns: c.concerns.slice(0, 2).map((one) => one.row),
      pupils: [{ id: 's-amara', title: 'Amara Oyelaran', detail: '8R' }],
      registers: [{ id: 'filter-alert-log', title: 'Monitoring alert log', detail: '' }],
    }),
    keep_report: ({ asked }) => {
      draft = asked;
      const named = Object.entries(asked.words).filter(([, said]) => said?.includes('Amara') ?? false);
      return { kept_at: '10:33', names: Object.fromEntries(named.map(([measure]) => [measure, ['Amara']])) };
    },
    release_report: ({ asked }) => {
      const problems = unsettled(asked);
      if (problems.length > 0) throw fault('refused', 'Something is still to be settled before the report goes.', { problems });
      draft = null;
      released.unshift({
        id: `report-${String(released.length)}`,
        title: 'Safeguarding report to governors',
        days: '2 Sep 2026 to 4 Jan 2027',
        site: asked.site,
        to: asked.to_whom,
        at: 'today at 10:33',
        who: c.session().person.name,
        readable: true,
      });
      return { value: 'report-0', touched: ['concerns'] };
    },
    staff_sheet: () => ({ days: '2 Sep 2026 to 4 Jan 2027', rows: [row('staff.lado', 'Allegations: Allegations', [['', 'not shown']], null)], released: adults, not_before: null }),
    release_staff_sheet: () => {
      adults = true;
      return { value: null, touched: ['concerns'] };
    },
    save_report: ({ format }) => ({ value: `/media/ruth/STICK/strongroom-governors.${format}`, touched: ['concerns'] }),
  };
}
