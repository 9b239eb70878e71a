/** The pretend register of alerts: a list comes in, and each alert is screened. */
import type { LineAnswer, LineRow, LineView, RegisterView } from '../../bindings/office';
import { fault, type Answers } from './cabinet';

/** The register of alerts, by its name. */
export const alertRegister = 'filter-alert-log';

type Calls = 'preview_alerts' | 'take_alerts' | 'screen_alert';

function answer(field: string, label: string, said: string): LineAnswer {
  return { field, label, lines: [said], about: false, said };
}

/** Alerts, and what the office answers about them. */
export class PretendAlerts {
  readonly lines: LineRow[] = [];

  /** The register as it stands; `like` has what every register has. */
  view(like: RegisterView): RegisterView {
    const late = this.lines.flatMap((one) => (one.late === null ? [] : [{ line: one.id, say: one.late }]));
    return {
      ...like,
      id: alertRegister,
      title: 'Monitoring alert log',
      purpose: 'Each capture or alert, who screened it and what it meant.',
      lines: this.lines,
      rhythm: { every: 'once a week', looked: null, due: null, overdue: false, kinds: [], late, coming: [] },
    };
  }

  line(like: LineView): LineView {
    return { ...like, register: alertRegister, title: 'Monitoring alert log', base: ['0'] };
  }

  answers(): Pick<Answers, Calls> {
    return {
      preview_alerts: ({ token, columns, system }) => {
        const matched = columns ?? ['at', 'user', null];
        const problems = matched.includes('trigger') ? [] : [{ row: 1, column: '', say: 'No column says what set an alert off. Say which one does.' }];
        return {
          token,
          system: system === '' ? 'Senso' : system,
          systems: ['Smoothwall', 'Senso', 'Impero', 'Lightspeed', 'Another system'],
          columns: ['Violation Time', 'Username', 'Words'].map((heading, index) => ({
            index, heading, sample: [['13/11/2026 11:04', 'amara.o', 'nobody would miss you'][index] ?? ''], matched: matched[index] ?? null,
          })),
          fields: [
            { id: 'at', title: 'When', needed: true },
            { id: 'user', title: 'User', needed: false },
            { id: 'trigger', title: 'What set it off', needed: true },
          ],
          rows: 1,
          new: problems.length === 0 ? 1 : 0,
          same: 0,
          problems,
          problem_count: problems.length,
          days: problems.length > 0 ? '' : '9 Nov 2026 to 10 Nov 2026',
          preview: problems.length === 0 ? ['Fri 13 Nov, 11:04, amara.o: nobody would miss you'] : [],
        };
      },
      take_alerts: () => {
        this.lines.unshift({
          id: 'alert-1', at: 'Fri 20 Nov, 10:33', who: 'Ruth Calloway', answers: [answer('trigger', 'What set it off', 'nobody would miss you')],
          concern: null, struck: null, coming: null, late: 'not screened, was due Mon 16 Nov', corrected: false, beside: false,
        });
        return { value: { new: 1, same: 0 }, touched: ['concerns'] };
      },
      screen_alert: ({ form }) => {
        if (form.meaning === '') throw fault('refused', 'Say what it meant', { problems: [{ field: 'meaning', say: 'Say what it meant' }] });
        const at = this.lines.findIndex((one) => one.id === form.line);
        const line = this.lines[at];
        if (line === undefined) throw fault('missing', 'This line is not here.');
        this.lines[at] = { ...line, late: null, coming: null, answers: [...line.answers, answer('meaning', 'What it meant', form.meaning), answer('action', 'What was done', form.action)] };
        return { value: form.line, touched: ['concerns'] };
      },
    };
  }
}
