/** What is typed at a step of a walk, kept for its writer alone: after a pause, before a lock, on leaving. */
import { call } from '../../bridge';

/** How long a pause is before it is kept. */
const pause = 1000;

/** Keeps it. */
export class KeptNote {
  #last: string;
  #signed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    readonly walk: string,
    readonly node: string,
    typed: string,
    readonly now: () => string,
    /** Whether the last try went wrong. */
    readonly said: (notKept: boolean) => void,
  ) {
    this.#last = typed;
  }

  /** Called with every change. */
  noticed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), pause);
  }

  /** Nothing more is kept: the step has its own words now. */
  signed(): void {
    this.#signed = true;
    clearTimeout(this.#timer);
  }

  /** Keeps it now, if there is anything new in it. */
  keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#turn = this.#turn.then(() => this.#keep());
    return this.#turn;
  }

  async #keep(): Promise<void> {
    const note = this.now();
    if (this.#signed || note === this.#last) return;
    try {
      await call('keep_walk_note', { walk: this.walk, node: this.node, note });
      this.#last = note;
      this.said(false);
    } catch {
      this.said(true);
    }
  }
}
