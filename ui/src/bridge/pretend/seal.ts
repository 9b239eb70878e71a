import type { Seal } from '../../bindings/office';
import { clock, day } from '../../words/time';

/** A seal line of the pretend office. */
export function seal(who: string, at: string, entry: number): Seal {
  return {
    who,
    at,
    entry,
    whole: true,
    say: `Signed ${who}, ${day(at)} ${clock(at)}. Entry ${entry}, chain whole.`,
  };
}
