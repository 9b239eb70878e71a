import type { When } from '../bindings/office';
import { call } from './index';

/** What a day or a time written in words means. */
export function understand(text: string): Promise<When> {
  return call('understand_when', { text });
}

/** What a day and time that are still to come mean: "fri 15:00" is on the next Friday. */
export function understandMomentAhead(text: string): Promise<When> {
  return call('understand_moment_ahead', { text });
}

/** What a day that is still to come means: "fri" is the next Friday. */
export function understandAhead(text: string): Promise<When> {
  return call('understand_day_ahead', { text });
}
