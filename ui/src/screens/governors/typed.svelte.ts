/** What a lead writes for a report, kept for them alone: after a pause, before a lock, on leaving. */
import type { ReportAsked, ReportView } from '../../bindings/office';
import { call } from '../../bridge';
import { Keeping } from '../../parts/keeping.svelte';

export class TypedReport extends Keeping<ReportAsked> {
  words = $state<Record<string, string>>({});
  toWhom = $state('');
  confirmed = $state(false);
  /** Words in what is written that are names of people here, by measure, as of what was kept last. */
  names = $state<Record<string, string[]>>({});
  #read: string[] = [];
  readonly #days: { from: string; to: string; site: string | null };

  constructor(view: ReportView) {
    super();
    this.#days = { from: view.from, to: view.to, site: view.site };
    for (const section of view.sections) {
      for (const one of section.words) {
        this.words[one.id] = one.words;
        this.names[one.id] = one.names;
      }
    }
    this.toWhom = view.to_whom;
    this.begin();
  }

  /** As it would be asked for; what is blank is left out. */
  form(): ReportAsked {
    const words = Object.fromEntries(Object.entries($state.snapshot(this.words)).filter(([, said]) => said.trim() !== ''));
    return { ...this.#days, words, to_whom: this.toWhom, confirmed: this.confirmed, names_read: [...this.#read] };
  }

  /** How many words a person wrote. */
  get count(): number {
    return Object.values(this.words).reduce((sum, said) => sum + (said.match(/\S+/g)?.length ?? 0), 0);
  }

  /** Every such word, once. */
  get allNames(): string[] {
    return [...new Set(Object.values(this.names).flat())];
  }

  /** A person has read what is written, and the names in it as they stand now. */
  confirm(yes: boolean): void {
    this.confirmed = yes;
    this.#read = yes ? this.allNames : [];
  }

  protected async send(form: ReportAsked): Promise<{ kept_at: string }> {
    const { kept_at, names } = await call('keep_report', { asked: form });
    this.names = Object.fromEntries(Object.entries(names).map(([measure, found]) => [measure, found ?? []]));
    // A name that came in after somebody confirmed was not looked at.
    if (this.confirmed && this.allNames.some((name) => !this.#read.includes(name))) this.confirm(false);
    return { kept_at };
  }
}
