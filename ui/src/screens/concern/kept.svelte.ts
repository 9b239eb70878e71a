/** Keeping what is being added: after a pause, before a lock, on leaving. */
import type { DraftView } from '../../bindings/office';
import { call } from '../../bridge';
import { heard } from '../../frame/topics.svelte';
import { say } from '../../parts/live.svelte';
import { Pause } from '../../parts/pause';
import { settled } from '../../parts/pending';
import { recordWords } from '../../words/record';
import { clock } from '../../words/time';
import type { Draft } from './adding.svelte';

/** Keeps one kind of addition to one concern. */
export class Keeping {
  keptAt = $state<string | null>(null);
  notKept = $state(false);
  #last = '{}';
  #id: string | null = null;
  readonly #pause = new Pause(() => this.#keep());
  #done = false;
  readonly #concern: string;
  /** What is typed. */
  readonly draft: Draft;

  constructor(concern: string, draft: Draft, kept: DraftView | undefined) {
    this.#concern = concern;
    this.draft = draft;
    if (kept?.addition == null) return;
    draft.restore(kept.addition.fields);
    this.keptAt = kept.kept_at;
    this.#id = kept.id;
    this.#last = this.#written();
  }

  #written(): string {
    return JSON.stringify(this.draft.fields());
  }

  /** Called with every change. */
  noticed(): void {
    if (this.#written() === this.#last || this.#done) return;
    this.#pause.soon();
  }

  /** Keeps it now, if there is anything new in it. */
  keep(): Promise<void> {
    return this.#pause.now();
  }

  async #keep(): Promise<void> {
    await settled();
    const written = this.#written();
    if (this.#done || written === this.#last) return;
    const { what, entry } = this.draft;
    try {
      const form = { concern: this.#concern, what, entry, fields: this.draft.fields() };
      const { id, kept_at } = await call('keep_addition', { form });
      if (this.keptAt === null) say(recordWords.kept(clock(kept_at)));
      this.#id = id;
      this.keptAt = kept_at;
      this.notKept = false;
      this.#last = written;
      heard(['drafts']);
    } catch {
      if (!this.notKept) say(recordWords.notKept);
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
    this.signed();
    await this.#pause.stop();
    if (this.#id !== null) heard((await call('drop_draft', { id: this.#id })).touched);
  }
}
