import type { ChronologyFilter, ChronologyItem, ChronologyView, Fault } from '../../bindings/office';
import { call, faultOf } from '../../bridge';
import { understand } from '../../bridge/when';
import { birthday, monthOf } from '../../words/time';
import { firstDay, lastDay, monthIn, type Span } from './strip';

const onePage = 30;
/** What the first painting has: more than a screen, and the rest of the page comes once that stands. */
const firstScreen = 14;

/** What came of going to a date or a word. */
export type Went =
  | { to: 'item'; item: ChronologyItem; how: 'there' | 'near' | 'far' | 'oldest'; asked: string }
  | { to: 'word'; word: string; found: number }
  | { to: 'nothing' };

const longMonths = 'january february march april may june july august september october november december';

/** "May 2025" and "2025" as their last day; the office reads every other date. */
function wholeMonth(text: string): string | null {
  const found = /^(?:([a-z]{3,9})\.? )?(\d{4})$/i.exec(text.trim());
  if (found === null) return null;
  const [, name = 'dec', year = ''] = found;
  const at = longMonths.split(' ').findIndex((month) => month.startsWith(name.toLowerCase()));
  if (at < 0) return null;
  const month = Number(year) * 12 + at;
  return lastDay({ from: month, to: month });
}

/** How what was found lies to the day that was asked for; far is more than a year before it. */
function howNear(found: string, asked: string): 'there' | 'near' | 'far' | 'oldest' {
  if (found > asked) return 'oldest';
  if (found === asked) return 'there';
  const yearBefore = `${Number(asked.slice(0, 4)) - 1}${asked.slice(4)}`;
  return found < yearBefore ? 'far' : 'near';
}

/** A pupil's chronology on the screen: what is asked for, what came, how much of it stands there. */
export class Chronology {
  view = $state.raw<ChronologyView | null>(null);
  fault = $state.raw<Fault | null>(null);
  concerns = $state(true);
  milestones = $state(true);
  /** What was done about each concern. */
  steps = $state(true);
  /** It was asked for although the file is long. */
  everyStep = $state(false);
  onlyLate = $state(false);
  onlySignificant = $state(false);
  category = $state('');
  /** `full`, or `summary`: one line each of what is significant, decided, referred. */
  how = $state('full');
  word = $state('');
  /** Names of other children were asked for; forgotten with the page. */
  names = $state(false);
  /** The months the frame was set on by hand. */
  frame = $state.raw<Span | null>(null);
  shown = $state(firstScreen);
  #asked = 0;

  constructor(readonly pupil: string) {}

  get filter(): ChronologyFilter {
    return {
      from: this.frame === null ? null : firstDay(this.frame),
      to: this.frame === null ? null : lastDay(this.frame),
      no_concerns: !this.concerns,
      no_milestones: !this.milestones,
      no_steps: !this.steps,
      every_step: this.everyStep,
      only_late: this.onlyLate,
      only_significant: this.onlySignificant,
      category: this.category || null,
      summary: this.how === 'summary',
      text: this.word === '' ? null : this.word,
      names: this.names,
    };
  }

  /** Something is left out on purpose in the margin. */
  get narrowed(): boolean {
    return !this.concerns || !this.milestones || !this.steps || this.onlyLate || this.onlySignificant || this.category !== '' || this.word !== '';
  }

  /** Something is left out on purpose. */
  get filtered(): boolean {
    return this.frame !== null || this.narrowed;
  }

  get items(): ChronologyItem[] {
    return this.view?.items ?? [];
  }

  get listed(): ChronologyItem[] {
    return this.items.slice(0, this.shown);
  }

  /** Asks the office; an answer that comes after a later question is left. */
  async load(): Promise<void> {
    const turn = ++this.#asked;
    try {
      const view = await call('chronology', { pupil: this.pupil, filter: this.filter });
      if (turn !== this.#asked) return;
      this.view = view;
      this.fault = null;
    } catch (thrown) {
      if (turn !== this.#asked) return;
      this.fault = faultOf(thrown);
      this.names = false;
    }
  }

  /** The first screen stands: the rest of the page comes beneath it. */
  fill(): void {
    this.shown = Math.max(this.shown, onePage);
  }

  /** Asks again after something was chosen, from the top. */
  async again(): Promise<void> {
    this.shown = onePage;
    await this.load();
  }

  /** Leaves nothing out any more. */
  async all(): Promise<void> {
    this.concerns = true;
    this.milestones = true;
    this.steps = true;
    this.onlyLate = false;
    this.onlySignificant = false;
    this.category = '';
    this.word = '';
    this.frame = null;
    await this.again();
  }

  older(): void {
    this.shown += onePage;
  }

  /** Lists as far down as this item. */
  reach(item: ChronologyItem): void {
    const at = this.items.indexOf(item);
    if (at >= this.shown) this.shown = Math.ceil((at + 1) / onePage) * onePage;
  }

  /** The months that are listed. */
  span(life: Span): Span {
    if (this.frame !== null) return this.frame;
    const oldest = this.listed.at(-1);
    return { from: oldest === undefined ? life.from : monthIn(oldest.date), to: life.to };
  }

  /** Goes to the nearest thing on or before a date; keeps only what holds a word. */
  async goTo(typed: string): Promise<Went> {
    const text = typed.trim();
    const date = text === '' ? null : await this.#dateIn(text);
    if (date === null) {
      this.word = text;
      await this.again();
      return text === '' ? { to: 'nothing' } : { to: 'word', word: text, found: this.items.length };
    }
    if (this.frame !== null || this.word !== '') {
      this.frame = null;
      this.word = '';
      await this.again();
    }
    const item = this.items.find((one) => one.date <= date) ?? this.items.at(-1);
    if (item === undefined) return { to: 'nothing' };
    this.reach(item);
    const day = birthday(date);
    const asked = wholeMonth(text) === null ? day : text.length > 4 ? monthOf(date) : text;
    return { to: 'item', item, how: howNear(item.date, date), asked };
  }

  async #dateIn(text: string): Promise<string | null> {
    const month = wholeMonth(text);
    if (month !== null) return month;
    // "Sun" and "may" are words here; a date has a figure in it.
    if (!/\d|^(today|yesterday)$/i.test(text)) return null;
    try {
      return (await understand(text)).at?.slice(0, 10) ?? null;
    } catch {
      return null;
    }
  }
}
