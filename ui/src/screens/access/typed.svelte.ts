/** A sheet as it is typed, kept for its writer alone: after a pause, before a lock, on leaving. */
import type { AccessForm, AccessSheetView, Problem } from '../../bindings/office';
import { call } from '../../bridge';
import { Keeping } from '../../parts/keeping.svelte';
import { accessSheetWords as words } from '../../words/access';
import { fieldsOf, OnPaper } from './onpaper.svelte';
import { sheetFields, type SheetField } from './sheets';

export class TypedSheet extends Keeping<AccessForm> {
  fields = $state<Record<string, string>>({});
  puzzled = $state<Record<string, boolean>>({});
  items = $state<string[]>([]);
  reason = $state('');
  strike = $state(false);
  overtaken = $state(false);
  /** Of what goes out, its papers. */
  readonly onPaper: OnPaper | null;
  #base: string[];

  constructor(
    readonly view: AccessSheetView,
    /** What the sheet names now, where what was typed was typed over something else. */
    readonly now: string[],
  ) {
    super();
    const { form } = view;
    this.fields = fieldsOf(form);
    this.onPaper = form.sheet === 'release' ? new OnPaper(form) : null;
    this.items = [...form.items];
    this.reason = form.reason;
    this.strike = form.strike;
    this.overtaken = view.overtaken;
    this.#base = form.base;
    this.begin();
  }

  /** What is asked, as things stand. */
  get asked(): SheetField[] {
    return sheetFields[this.view.form.sheet].filter((field) => field.when?.(this.fields) ?? true);
  }

  #typed(): AccessForm {
    const { fields, items, reason, strike } = this;
    return { ...this.view.form, base: this.#base, fields: $state.snapshot(fields), items: $state.snapshot(items), reason, strike };
  }

  form(): AccessForm {
    return this.onPaper?.kept(this.#typed()) ?? this.#typed();
  }

  /** What is signed. */
  signing(): AccessForm {
    return { ...this.#typed(), papers: this.onPaper?.asked() ?? null };
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

  protected send(form: AccessForm): Promise<{ kept_at: string }> {
    return call('keep_access', { form });
  }

  /** Throws away what was typed. */
  drop(): Promise<void> {
    return this.dropAs({ ...this.form(), fields: {}, reason: '', papers: null });
  }
}
