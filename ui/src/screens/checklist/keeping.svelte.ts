/** What is typed of how it went, or of why it is put away or opened again: kept for its writer as it is typed, until it is signed. */
import { call } from '../../bridge';
import { Pause } from '../../parts/pause';
import { settled } from '../../parts/pending';

export class Keeping {
  /** The last try to keep what is typed went wrong. */
  notKept = $state(false);
  /** What is kept. */
  #last = $state('');
  /** It is being signed, or is signed. */
  #signing = false;
  readonly #pause = new Pause(() => this.#keep());

  constructor(
    readonly checklist: string,
    /** Under what name it is kept among the answers. */
    readonly item: '@sent' | '@drop' | '@reopen',
    before: string[],
    /** What is typed, as it is kept; nothing typed is no line. */
    readonly lines: () => string[],
  ) {
    this.#last = JSON.stringify(before);
  }

  /** Something is kept. */
  get kept(): boolean {
    return this.#last !== '[]';
  }

  /** Called with every change. */
  noticed(): void {
    if (JSON.stringify(this.lines()) !== this.#last) this.#pause.soon();
  }

  /** Keeps it now for whoever types it. */
  keep(): Promise<void> {
    return this.#pause.now();
  }

  /** Does what signs it. Nothing is kept from then on, unless that went wrong. */
  async sign<T>(act: () => Promise<T>): Promise<T> {
    this.#signing = true;
    try {
      await this.#pause.stop();
      return await act();
    } catch (thrown) {
      this.#signing = false;
      void this.keep();
      throw thrown;
    }
  }

  async #keep(): Promise<void> {
    // A time just typed is kept as it was understood.
    await settled();
    if (this.#signing) return;
    const lines = this.lines();
    const written = JSON.stringify(lines);
    if (written === this.#last) return;
    try {
      await call('keep_answer', { checklist: this.checklist, item: this.item, answer: lines });
      this.#last = written;
      this.notKept = false;
    } catch {
      this.notKept = true;
    }
  }
}
