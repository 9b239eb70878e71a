import type { PaperAsked } from '../bindings/office';
import { call } from './index';

/** Lays a paper out, hands its token on, and puts the paper away whatever came of it. */
async function withPaper<T>(asked: PaperAsked, use: (token: string) => Promise<T>): Promise<T> {
  const { token } = await call('lay_out_paper', { asked });
  try {
    return await use(token);
  } finally {
    await call('put_paper_away', { token }).catch(() => undefined);
  }
}

/** Prints a paper nobody needs to look at first: a kit, a blank form. */
export function printAtOnce(asked: PaperAsked): Promise<unknown> {
  return withPaper(asked, (token) => call('print_paper', { token }));
}

/** Saves such a paper without a password; answers its name, or nothing when no place was chosen. */
export function saveAtOnce(asked: PaperAsked): Promise<string | null> {
  return withPaper(asked, async (token) => (await call('save_paper', { token, password: null })).value);
}
