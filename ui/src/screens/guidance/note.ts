/** What is typed at a step of a walk, kept for its writer alone: after a pause, before a lock, on leaving. */
import type { StepDraft } from '../../bindings/office';
import { call } from '../../bridge';

/** How long a pause is before it is kept. */
const pause = 1000;

/** Where the reason of an early end is kept, among the steps. */
export const end = '';

/** Keeps it. */
export class KeptNote {
  #last: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    readonly walk: string,
    readonly node: string,
    readonly now: () => StepDraft,
    /** Whether the last try went wrong. */
    readonly said: (notKept: boolean) => void,
  ) {
    this.#last = JSON.stringify(now());
  }

  /** Called with every change. */
  noticed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), pause);
  }

  /** This much of it is signed; what was typed since is kept. */
  signed(draft: StepDraft): Promise<void> {
    this.#last = JSON.stringify(draft);
    return this.keep();
  }

  /** Keeps it now, if there is anything new in it. */
  keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#turn = this.#turn.then(() => this.#keep());
    return this.#turn;
  }

  async #keep(): Promise<void> {
    const draft = this.now();
    const written = JSON.stringify(draft);
    if (written === this.#last) return;
    try {
      await call('keep_walk_note', { walk: this.walk, node: this.node, draft });
      this.#last = written;
      this.said(false);
    } catch {
      this.said(true);
    }
  }
}
