/** What is typed for a handover sheet, kept for its writer alone: after a pause, before a lock, on leaving. */
import type { HandoverDraft, PaperAsked } from '../../bindings/office';
import { call } from '../../bridge';
import { say } from '../../parts/live.svelte';
import { Pause } from '../../parts/pause';
import { recordWords } from '../../words/record';

type Asked = Extract<PaperAsked, { kind: 'handover' }>;

/** Keeps it. */
export class KeptHandover {
  notKept = $state(false);
  #last = '';
  #read = false;
  readonly #pause = new Pause(() => this.#keep());
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
    this.#pause.soon();
  }

  /** Keeps it now, if there is anything new in it. */
  keep(): Promise<void> {
    return this.#pause.now();
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
