/** Keeping what is typed: after a pause, now, and never twice at once. */

/** How long a pause is. */
const pause = 1000;

/** Says when to keep; what is kept, and whether there is anything new, is the other's. */
export class Pause {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(readonly save: () => Promise<void>) {}

  /** Something was typed: it is kept once nothing more comes for a while. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), pause);
  }

  /** Keeps it now, after whatever is being kept. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#turn = this.#turn.then(() => this.save());
    return this.#turn;
  }

  /** Nothing more is kept for what was typed so far; ends when what is being kept is. */
  stop(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#turn;
  }
}
