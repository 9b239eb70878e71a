/** What the pretend office still wants to know before it makes a log. */
import type { LogAsked, MonitoredView, Problem } from '../../bindings/office';
import { fault, type Answers } from './cabinet';

const gateSays: [field: 'need' | 'authority' | 'recipient' | 'verified_by' | 'channel', say: string][] = [
  ['need', 'Say why it is needed, and no more than needed'],
  ['authority', 'Say who in the school agreed'],
  ['recipient', 'Say to whom it goes'],
  ['verified_by', 'Say how it was made sure who they are'],
  ['channel', 'Say by what way it goes'],
];

/** Everything that is not said yet, the first first. */
export function logProblems(log: LogAsked): Problem[] {
  const problems: Problem[] = [];
  if (log.from === null) problems.push({ field: 'from', say: 'Say of which days the log is to be' });
  if (log.to === null) problems.push({ field: 'to', say: 'Say of which days the log is to be' });
  if (log.purpose === '') problems.push({ field: 'purpose', say: 'Say what it is printed for' });
  if (log.says === 'names') {
    for (const [field, say] of gateSays) if (log.gate[field].trim() === '') problems.push({ field: `gate.${field}`, say });
  }
  return problems;
}

/** Logs that were looked through, and looking through one. */
export function logAnswers(): Pick<Answers, 'logs_monitored' | 'monitor_log'> {
  const kept: MonitoredView[] = [];
  return {
    logs_monitored: () => [...kept],
    monitor_log: ({ form }) => {
      const problems: Problem[] = [];
      if (form.from === null || form.to === null) problems.push({ field: 'from', say: 'Say which day' });
      if (form.on === null) problems.push({ field: 'on', say: 'Say which day' });
      if (form.by.trim() === '') problems.push({ field: 'by', say: 'Say who looked through it' });
      if (problems.length > 0) throw fault('refused', 'Something is still to be said before this is kept.', { problems });
      const { by, role, remarks } = form;
      kept.unshift({ days: '1 Sep 2026 to 18 Dec 2026', by, role, on: '20 Nov 2026', remarks, concerns: 4, kept: 'today at 10:33, Ruth Calloway' });
      return { value: null, touched: ['concerns'] };
    },
  };
}
