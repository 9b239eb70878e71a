/** What somebody types, kept for them alone: after a pause, before a lock, on leaving. */
import { Pause } from './pause';
import { settled } from './pending';

export abstract class Keeping<Form> {
  /** When it was last kept, in words. */
  keptAt = $state<string | null>(null);
  notKept = $state(false);
  #last = '';
  #done = false;
  readonly #pause = new Pause(() => this.#keep());

  /** As it stands now. */
  abstract form(): Form;

  /** Keeps it so. */
  protected abstract send(form: Form): Promise<{ kept_at: string }>;

  /** What stands there is what is kept already. */
  protected begin(): void {
    this.#last = JSON.stringify(this.form());
  }

  /** Called with every change. */
  noticed(): void {
    if (!this.#done && JSON.stringify(this.form()) !== this.#last) this.#pause.soon();
  }

  /** Keeps it now, if there is anything new in it. */
  keep(): Promise<void> {
    return this.#pause.now();
  }

  async #keep(): Promise<void> {
    // A day typed a moment ago is still being understood.
    await settled();
    const form = this.form();
    const written = JSON.stringify(form);
    if (this.#done || written === this.#last) return;
    try {
      const { kept_at } = await this.send(form);
      this.#last = written;
      this.keptAt = kept_at;
      this.notKept = false;
    } catch {
      this.notKept = true;
    }
  }

  /** It was signed: nothing is kept any more. */
  signed(): void {
    this.#done = true;
    void this.#pause.stop();
  }

  /** Throws away what was typed, by keeping nothing in its place. */
  protected async dropAs(nothing: Form): Promise<void> {
    await this.#pause.stop();
    await this.send(nothing);
    this.#done = true;
  }
}
