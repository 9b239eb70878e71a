/** A report of which nothing is said, because one that went cannot be read. */
import type { ReportView } from '../src/bindings/office';
import { fault } from '../src/bridge/pretend/cabinet';

export function held(say: string): ReportView {
  return {
    title: 'Safeguarding report to governors',
    from: '2026-09-02',
    to: '2027-01-04',
    days: '2 Sep 2026 to 4 Jan 2027',
    ahead: true,
    site: null,
    sites: [],
    below: 5,
    choices: [],
    sections: [
      {
        id: 'context',
        title: 'School context',
        blocks: [],
        words: [{ id: 'context.local', label: 'New issues in the area', hint: 'What is new in the area', words: '', names: [] }],
      },
    ],
    to_whom: '',
    released: [{ id: 'lost', title: '', days: '', site: null, to: '', at: 'Mon 7 Sep 2026, 09:12', who: 'Dev Marwaha', readable: false }],
    held: fault('refused', say, { next: 'Open Vault and choose Check everything.' }),
    staff_open: false,
  };
}
