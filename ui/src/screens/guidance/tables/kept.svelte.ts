/** Keeping what is typed about a behaviour: after a pause, before a lock, on leaving; for its writer alone. */
import type { DraftView } from '../../../bindings/office';
import { call } from '../../../bridge';
import { heard } from '../../../frame/topics.svelte';
import { Pause } from '../../../parts/pause';
import type { Responding } from './responding.svelte';

export class KeptResponse {
  keptAt = $state<string | null>(null);
  notKept = $state(false);
  #last: string;
  #id: string | null = null;
  #done = false;
  readonly #pause = new Pause(() => this.#keep());

  constructor(
    readonly concern: string,
    readonly draft: Responding,
    kept: DraftView | undefined,
  ) {
    if (kept?.addition != null) {
      draft.restore(kept.addition.fields);
      this.keptAt = kept.kept_at;
      this.#id = kept.id;
    }
    this.#last = this.#written();
  }

  #written(): string {
    return JSON.stringify(this.draft.fields());
  }

  /** Called with every change. */
  noticed(): void {
    if (!this.#done && this.#written() !== this.#last) this.#pause.soon();
  }

  /** Keeps it now, if there is anything new in it. */
  keep(): Promise<void> {
    return this.#pause.now();
  }

  async #keep(): Promise<void> {
    const written = this.#written();
    if (this.#done || written === this.#last) return;
    try {
      const form = { concern: this.concern, what: 'response', entry: this.draft.row.id, fields: this.draft.fields() };
      const { id, kept_at } = await call('keep_addition', { form });
      this.#id = id;
      this.keptAt = kept_at;
      this.notKept = false;
      this.#last = written;
      heard(['drafts']);
    } catch {
      this.notKept = true;
    }
  }

  /** It was signed: nothing is kept any more. */
  signed(): void {
    this.#done = true;
    void this.#pause.stop();
  }

  /** Throws away what was typed. */
  async drop(): Promise<void> {
    this.#done = true;
    await this.#pause.stop();
    if (this.#id !== null) heard((await call('drop_draft', { id: this.#id })).touched);
  }
}
