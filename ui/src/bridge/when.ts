import type { When } from '../bindings/office';
import { call } from './index';

/** What a day or a time written in words means. */
export function understand(text: string): Promise<When> {
  return call('understand_when', { text });
}
