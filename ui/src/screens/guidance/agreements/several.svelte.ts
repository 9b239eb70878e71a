/** The same line for several people as it is typed, kept for its writer alone. */
import type { ClassLines, SeveralForm, SeveralView } from '../../../bindings/office';
import { call } from '../../../bridge';
import { Keeping } from '../../../parts/keeping.svelte';

export class Several extends Keeping<SeveralForm> {
  /** What is typed. */
  readonly typed: SeveralForm;
  /** Everybody of the class that is looked at. */
  seen = $state.raw<ClassLines | null>(null);

  constructor(readonly view: SeveralView) {
    super();
    this.typed = $state(view.form);
    this.keptAt = view.kept_at;
    this.begin();
  }

  form(): SeveralForm {
    return $state.snapshot(this.typed);
  }

  /** How many people a line is signed for. */
  get count(): number {
    if (this.view.form.agreement !== null && this.seen !== null) return this.typed.pupils.length;
    const names = this.typed.names.split('\n').map((name) => name.trim().replace(/\s+/g, ' ').toLowerCase());
    return new Set(names.filter((name) => name !== '')).size;
  }

  /** Names that are known and not typed yet. */
  get others(): string[] {
    const typed = this.typed.names.toLowerCase().split('\n').map((name) => name.trim());
    return this.view.names.filter((name) => !typed.includes(name.toLowerCase()));
  }

  add(name: string): void {
    this.typed.names = [...this.typed.names.split('\n').filter((one) => one.trim() !== ''), name].join('\n');
  }

  /** Until when it holds, where the day or the kind is another one; what somebody typed themselves stays. */
  async dayChanged(before: string | null): Promise<void> {
    const { kind, on, until } = this.typed;
    if (until !== (before ?? '')) return;
    const { agreement } = this.view.form;
    const next = await call('several_until', { agreement, kind, on });
    this.typed.until = next ?? '';
  }

  protected send(form: SeveralForm): Promise<{ kept_at: string }> {
    return call('keep_several', { form });
  }
}
