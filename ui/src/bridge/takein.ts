import type { TakenIn } from '../bindings/office';
import { call, callRaw } from './index';

/** The size of one piece of a file on its way in. */
const piece = 1024 * 1024;

/** What is known of a file before its first byte. */
export interface Coming {
  source: string | null;
  /** The answer to the image question; only "no" is ever let through. */
  indecent_image: string;
  for_purpose: 'concern' | 'pupil_list' | 'history' | 'alerts';
}

/**
 * Streams a file into the vault, a piece at a time, so that no file is ever whole in the window.
 * A stopped file is dropped on the other side as well.
 */
export async function takeIn(
  file: File,
  coming: Coming,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<TakenIn> {
  const { token } = await call('begin_file', {
    name: file.name,
    size: file.size,
    media: file.type,
    ...coming,
  });
  try {
    for (let at = 0; at < file.size; at += piece) {
      signal.throwIfAborted();
      const bytes = new Uint8Array(await file.slice(at, at + piece).arrayBuffer());
      await callRaw('file_chunk', token, bytes);
      told(Math.min(1, (at + bytes.length) / file.size));
    }
    signal.throwIfAborted();
    return await call('finish_file', { token });
  } catch (thrown) {
    await call('drop_file', { token }).catch(() => undefined);
    throw thrown;
  }
}
