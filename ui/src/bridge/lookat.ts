import type { FileOpened } from '../bindings/office';
import { call, faultOf, fetchRaw } from './index';

/** The size of one piece of a file on its way to the screen. */
const piece = 1024 * 1024;

/** Fetches all bytes of a file that is open, a piece at a time. They are in memory alone. */
export async function fetchFile(
  file: FileOpened,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  for (let at = 0; at < file.size; ) {
    signal.throwIfAborted();
    const next = await fetchRaw('file_piece', { token: file.token, from: at, most: piece });
    // Less than the record says: whatever it is, it is not the file.
    if (next.length === 0 || at + next.length > file.size) throw faultOf('short');
    bytes.set(next, at);
    at += next.length;
    told(at / file.size);
  }
  signal.throwIfAborted();
  return bytes;
}

/** Nobody looks at it any more. */
export function closeFile(token: string): void {
  void call('close_file', { token }).catch(() => undefined);
}
