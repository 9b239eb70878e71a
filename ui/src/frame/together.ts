import type { Fault, RecordsOf } from '../bindings/office';
import { call, faultOf } from '../bridge';
import { heard } from './topics.svelte';

/** Takes two records that were put together apart again; gives what went wrong. */
export async function takeApart(of: RecordsOf, id: string, entry: string, reason: string): Promise<Fault | null> {
  try {
    heard((await call('part_records', { of, id, entry, reason })).touched);
    return null;
  } catch (thrown) {
    return faultOf(thrown);
  }
}
