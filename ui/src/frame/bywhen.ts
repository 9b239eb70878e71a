/** By when something is due, as it is chosen and as the office takes it. */
import type { DueForm } from '../bindings/office';

/** What `ByWhen` asks into. */
export interface Clocked {
  /** What is written: rules belong to a kind of thing, and to whom it went. */
  what: string;
  body: string;
  by: string;
  /** The rule that was put there without anybody choosing it. */
  meant?: string;
  day: string | null;
  /** When the clock of a rule began. */
  from: string;
  fromText: string;
  puzzled: { day: boolean };
  due: () => DueForm;
}

/** What was chosen, as the office takes it. */
export function dueOf(by: string, day: string | null, from: string): DueForm {
  if (by.startsWith('rule:')) return { by: 'rule', rule: by.slice('rule:'.length), from };
  switch (by) {
    case 'today':
      return { by: 'today' };
    case 'wd1':
      return { by: 'working_days', days: 1 };
    case 'wd5':
      return { by: 'working_days', days: 5 };
    case 'sd5':
      return { by: 'school_days', days: 5 };
    case 'h24':
      return { by: 'hours', hours: 24 };
    case 'day':
      return { by: 'day', day: day ?? '' };
    default:
      return { by: 'never' };
  }
}
