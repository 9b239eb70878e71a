/** What a lead writes for a report, kept for them alone: after a pause, before a lock, on leaving. */
import type { ReportAsked, ReportView } from '../../bindings/office';
import { call } from '../../bridge';
import { Keeping } from '../../parts/keeping.svelte';

export class TypedReport extends Keeping<ReportAsked> {
  words = $state<Record<string, string>>({});
  toWhom = $state('');
  confirmed = $state(false);
  readonly #days: { from: string; to: string; site: string | null };

  constructor(view: ReportView) {
    super();
    this.#days = { from: view.from, to: view.to, site: view.site };
    for (const section of view.sections) {
      for (const one of section.words) this.words[one.id] = one.words;
    }
    this.toWhom = view.to_whom;
    this.begin();
  }

  /** As it would be asked for; what is blank is left out. */
  form(): ReportAsked {
    const words = Object.fromEntries(Object.entries($state.snapshot(this.words)).filter(([, said]) => said.trim() !== ''));
    return { ...this.#days, words, to_whom: this.toWhom, confirmed: this.confirmed };
  }

  /** How many words a person wrote. */
  get count(): number {
    return Object.values(this.words).reduce((sum, said) => sum + (said.match(/\S+/g)?.length ?? 0), 0);
  }

  protected send(form: ReportAsked): Promise<{ kept_at: string }> {
    return call('keep_report', { asked: form });
  }
}
