/** One answer while it is being written: kept for its writer as it is typed, signed when its field is left. */
import type { ChecklistItem, Fault, Topic } from '../../bindings/office';
import { call, faultOf } from '../../bridge';
import { Pause } from '../../parts/pause';

/** How a tick is written down. */
const ticked = 'yes';

/** What stands in a field. */
interface Stand {
  answer: string[];
  unknown: boolean;
}

function same(one: Stand, other: Stand): boolean {
  return JSON.stringify([one.answer, one.unknown]) === JSON.stringify([other.answer, other.unknown]);
}

export class Writing {
  /** One line, several, a choice, or a list with one thing on each line. */
  text = $state('');
  /** What is chosen of several; a tick. */
  chosen = $state.raw<string[]>([]);
  unknown = $state(false);
  /** The field stands open though there is an answer. */
  open = $state(false);
  busy = $state(false);
  /** The last try to keep what is typed went wrong. */
  notKept = $state(false);
  /** It was typed another time, and never signed. */
  typed = $state(false);
  fault = $state.raw<Fault | null>(null);
  problem = $state<string | null>(null);
  #item: ChecklistItem;
  #was = $state.raw<Stand>({ answer: [], unknown: false });
  #last: string;
  /** What stood there before somebody said that nobody knows. */
  #aside: string[] = [];
  #going: Promise<boolean> | null = null;
  readonly #pause = new Pause(() => this.#keep());

  constructor(
    readonly checklist: string,
    item: ChecklistItem,
    readonly heard: (touched: readonly Topic[]) => void,
  ) {
    this.#item = item;
    this.#last = JSON.stringify(item.typed ?? []);
    this.#put(item);
    if (item.typed === null || item.typed.length === 0) return;
    this.#lay(item.typed);
    this.typed = this.changed;
  }

  get prompt(): string {
    return this.#item.prompt;
  }

  /** What stands in the field, as the office takes it. */
  get answer(): string[] {
    if (this.#item.kind === 'list') return this.text.split('\n').map((line) => line.trim()).filter(Boolean);
    if (this.#item.kind === 'some' || this.#item.kind === 'tick') return this.chosen;
    const text = this.text.trim();
    return text === '' ? [] : [text];
  }

  get tick(): boolean {
    return this.chosen.length > 0;
  }

  set tick(is: boolean) {
    this.chosen = is ? [ticked] : [];
  }

  /** Says that nobody knows, or takes that back. */
  nobody(is: boolean): void {
    if (is) this.#aside = this.answer;
    if (is || this.answer.length === 0) this.#lay(is ? [] : this.#aside);
    this.unknown = is;
  }

  /** It is not what is signed. */
  get changed(): boolean {
    return !same(this.#now(), this.#was);
  }

  /** The item came anew; what is being typed is left alone. */
  follow(item: ChecklistItem): void {
    this.#item = item;
    if (!this.changed && !this.busy) this.#put(item);
  }

  /** Called with every change. */
  noticed(): void {
    if (!this.changed && this.#last === '[]') return;
    this.#pause.soon();
  }

  /** Keeps it now for whoever types it. */
  keep(): Promise<void> {
    return this.#pause.now();
  }

  /** Back to what is signed. */
  leave(): void {
    this.#lay(this.#was.answer);
    this.unknown = this.#was.unknown;
    this.open = false;
    this.typed = false;
    this.fault = null;
    this.problem = null;
    void this.keep();
  }

  /** Signs it, where it is not what is signed already; says whether nothing is left to sign. */
  sign(): Promise<boolean> {
    this.#going ??= this.#sign().finally(() => {
      this.#going = null;
    });
    return this.#going;
  }

  async #sign(): Promise<boolean> {
    if (!this.changed) {
      this.open = false;
      return true;
    }
    this.busy = true;
    this.fault = null;
    this.problem = null;
    const sent = this.#now();
    const { checklist } = this;
    try {
      await this.#pause.stop();
      const form = { checklist, item: this.#item.id, answer: sent.answer, unknown: sent.unknown };
      const { touched } = await call('answer', { form });
      this.#was = sent;
      this.#last = '[]';
      this.notKept = false;
      this.typed = false;
      this.open = this.changed;
      this.heard(touched);
      return true;
    } catch (thrown) {
      const told = faultOf(thrown);
      this.problem = told.problems[0]?.say ?? null;
      if (this.problem === null) this.fault = told;
      return false;
    } finally {
      this.busy = false;
      // Whatever happened to the signature, the words are there.
      if (this.changed) void this.keep();
    }
  }

  #now(): Stand {
    return { answer: this.answer, unknown: this.unknown };
  }

  #put(item: ChecklistItem): void {
    this.#was = { answer: item.answer, unknown: item.unknown };
    this.#lay(item.answer);
    this.unknown = item.unknown;
    // As the field gives it back, so that only what somebody changes counts as changed.
    this.#was = this.#now();
  }

  #lay(answer: string[]): void {
    this.text = answer.join('\n');
    this.chosen = answer;
  }

  async #keep(): Promise<void> {
    // A signature under way keeps them itself if it goes wrong.
    if (this.busy) return;
    const answer = this.changed ? this.answer : [];
    const written = JSON.stringify(answer);
    if (written === this.#last) return;
    try {
      await call('keep_answer', { checklist: this.checklist, item: this.#item.id, answer });
      this.#last = written;
      this.notKept = false;
    } catch {
      this.notKept = true;
    }
  }
}
