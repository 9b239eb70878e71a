/** What is typed for a handover sheet, kept for its writer alone: after a pause, before a lock, on leaving. */
import type { HandoverDraft, PaperAsked } from '../../bindings/office';
import { call } from '../../bridge';
import { say } from '../../parts/live.svelte';
import { recordWords } from '../../words/record';

type Asked = Extract<PaperAsked, { kind: 'handover' }>;

/** How long a pause is before it is kept. */
const pause = 1000;

/** Keeps it. */
export class KeptHandover {
  notKept = $state(false);
  #last = '';
  #read = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();
  readonly #asked: () => Asked;

  constructor(asked: () => Asked) {
    this.#asked = asked;
    this.#last = JSON.stringify(this.#now());
  }

  #now(): HandoverDraft {
    const { to, from, until, must_know, all_rooms } = this.#asked();
    return { to, from, until, must_know, all_rooms };
  }

  /** What was kept, where nothing is typed yet. Until it is known, nothing takes its place. */
  async restore(): Promise<HandoverDraft | null> {
    const kept = await call('kept_handover', {}).catch(() => null);
    this.#read = true;
    const { to, must_know } = this.#now();
    // Whoever came back from the pages has the words already.
    if (kept === null || to !== '' || must_know !== '') {
      this.noticed();
      return null;
    }
    this.#last = JSON.stringify(kept);
    return kept;
  }

  /** Called with every change. */
  noticed(): void {
    const written = JSON.stringify(this.#now());
    if (!this.#read || written === this.#last) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), pause);
  }

  /** Keeps it now, if there is anything new in it. */
  keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#turn = this.#turn.then(() => this.#keep());
    return this.#turn;
  }

  async #keep(): Promise<void> {
    const draft = this.#now();
    const written = JSON.stringify(draft);
    if (!this.#read || written === this.#last) return;
    try {
      await call('keep_handover', { draft });
      this.#last = written;
      this.notKept = false;
    } catch {
      if (!this.notKept) say(recordWords.notKept);
      this.notKept = true;
    }
  }
}
