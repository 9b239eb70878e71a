/** What the pretend office still wants to know before it makes a log. */
import type { LogAsked, Problem } from '../../bindings/office';

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
