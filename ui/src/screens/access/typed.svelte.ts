/** A sheet as it is typed, kept for its writer alone: after a pause, before a lock, on leaving. */
import type { AccessForm, AccessSheetView, Problem } from '../../bindings/office';
import { call } from '../../bridge';
import { Pause } from '../../parts/pause';
import { settled } from '../../parts/pending';
import { accessSheetWords as words } from '../../words/access';
import { sheetFields, type SheetField } from './sheets';

export class TypedSheet {
  fields = $state<Record<string, string>>({});
  puzzled = $state<Record<string, boolean>>({});
  items = $state<string[]>([]);
  reason = $state('');
  strike = $state(false);
  keptAt = $state<string | null>(null);
  notKept = $state(false);
  overtaken = $state(false);
  #base: string[];
  #last: string;
  #done = false;
  readonly #pause = new Pause(() => this.#keep());

  constructor(
    readonly view: AccessSheetView,
    /** What the sheet names now, where what was typed was typed over something else. */
    readonly now: string[],
  ) {
    const { form } = view;
    this.fields = { ...form.fields };
    this.items = [...form.items];
    this.reason = form.reason;
    this.strike = form.strike;
    this.overtaken = view.overtaken;
    this.#base = form.base;
    this.#last = JSON.stringify(this.form());
  }

  /** What is asked, as things stand. */
  get asked(): SheetField[] {
    return sheetFields[this.view.form.sheet].filter((field) => field.when?.(this.fields) ?? true);
  }

  form(): AccessForm {
    const { fields, items, reason, strike } = this;
    return { ...this.view.form, base: this.#base, fields: $state.snapshot(fields), items: $state.snapshot(items), reason, strike };
  }

  /** Days that stand there and were not understood. */
  check(): Problem[] {
    return this.asked.filter(({ name }) => this.puzzled[name] === true).map(({ name }) => ({ field: name, say: words.noDay }));
  }

  /** What stands there now was read: what is typed takes its place. */
  seen(): void {
    this.#base = this.now;
    this.overtaken = false;
    this.noticed();
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
    await settled();
    const form = this.form();
    const written = JSON.stringify(form);
    if (this.#done || written === this.#last) return;
    try {
      const { kept_at } = await call('keep_access', { form });
      this.#last = written;
      this.keptAt = kept_at;
      this.notKept = false;
    } catch {
      this.notKept = true;
    }
  }

  /** Throws away what was typed. */
  async drop(): Promise<void> {
    await this.#pause.stop();
    this.#done = true;
    await call('keep_access', { form: { ...this.form(), fields: {}, reason: '' } });
  }

  /** It was signed: nothing is kept any more. */
  signed(): void {
    this.#done = true;
    void this.#pause.stop();
  }
}
