/** A line of a register as it is typed, kept for its writer alone: after a pause, before a lock, on leaving. */
import type { LineForm, LineView, RegisterFieldView } from '../../../bindings/office';
import { call } from '../../../bridge';
import { heard } from '../../../frame/topics.svelte';
import { Keeping } from '../../../parts/keeping.svelte';
import { birthday, dayAndClock } from '../../../words/time';

/** A day of which nobody knows the time. */
const midnight = /T00:00/;
const instant = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** One field: the words, and the day or moment they were understood as. */
export class TypedField {
  text = $state('');
  at = $state('');
  about = $state(false);

  constructor(readonly field: RegisterFieldView) {}

  restore({ lines, about }: { lines: string[]; about: boolean }): void {
    const [first = ''] = lines;
    const { control } = this.field;
    const understood = (control === 'moment' || control === 'day') && instant.test(first);
    this.about = understood && about;
    this.at = understood ? first : '';
    this.text = understood ? (control === 'day' || midnight.test(first) ? birthday(first) : dayAndClock(first, about)) : lines.join('\n');
  }

  /** As it is kept: what was not understood goes as it was typed, and the office says so. */
  lines(): string[] {
    const { control } = this.field;
    if (this.text.trim() === '') return [];
    if (control === 'moment') return [this.at || this.text];
    if (control === 'day') return [this.at.slice(0, 10) || this.text];
    return control === 'list' ? this.text.split('\n') : [this.text];
  }
}

export class TypedLine extends Keeping<LineForm> {
  readonly fields: TypedField[];
  reason = $state('');
  strike = $state(false);
  /** Kept since the page was opened. */
  fresh = $state(false);
  /** What somebody else wrote since stands there: it is looked at before it is written over. */
  overtaken = $state(false);
  #base: string[];

  constructor(
    readonly view: LineView,
    readonly line: string | null,
  ) {
    super();
    this.fields = view.fields.map((field) => new TypedField(field));
    const from = view.draft?.answers ?? view.answers;
    for (const one of this.fields) one.restore(from.find(({ field }) => field === one.field.name) ?? { lines: [], about: false });
    this.reason = view.draft?.reason ?? '';
    this.strike = view.draft?.strike ?? false;
    this.keptAt = view.draft_kept;
    this.overtaken = view.overtaken;
    // What was typed was typed over what stood there then.
    this.#base = view.draft?.base ?? view.base;
    this.begin();
  }

  form(): LineForm {
    const { view, line, reason, strike } = this;
    const answers = this.fields.map((one) => ({ field: one.field.name, lines: one.lines(), about: one.about }));
    return { register: view.register, line, base: this.#base, concern: view.concern?.id ?? null, answers, reason, strike };
  }

  /** What stands there now was read: what is typed takes its place. */
  seen(): void {
    this.#base = this.view.base;
    this.overtaken = false;
    this.noticed();
  }

  protected async send(form: LineForm): Promise<{ kept_at: string }> {
    const kept = await call('keep_line_draft', { form });
    this.fresh = true;
    // Today shows what is begun.
    heard(['drafts']);
    return kept;
  }

  /** Throws away what was typed. */
  drop(): Promise<void> {
    return this.dropAs({ ...this.form(), answers: [], reason: '' });
  }
}
