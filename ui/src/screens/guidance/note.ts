/** What is typed at a step of a walk, kept for its writer alone: after a pause, before a lock, on leaving. */
import type { StepDraft } from '../../bindings/office';
import { call } from '../../bridge';
import { Pause } from '../../parts/pause';

/** Where the reason of an early end is kept, among the steps. */
export const end = '';

/** Keeps it. */
export class KeptNote {
  #last: string;
  readonly #pause = new Pause(() => this.#keep());

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
    this.#pause.soon();
  }

  /** This much of it is signed; what was typed since is kept. */
  signed(draft: StepDraft): Promise<void> {
    this.#last = JSON.stringify(draft);
    return this.keep();
  }

  /** Keeps it now, if there is anything new in it. */
  keep(): Promise<void> {
    return this.#pause.now();
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
