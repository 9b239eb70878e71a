/** What is typed for a bundle, kept for its writer alone: after a pause, before a lock, on leaving. */
import type { BundleKept, BundleSelect, BundleSpec, Problem } from '../../bindings/office';
import { call } from '../../bridge';
import { Pause } from '../../parts/pause';
import { bundleWords as words } from '../../words/bundle';
import { Redacting } from './redacting.svelte';

export class Spec {
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  puzzled = $state({ from: false, to: false });
  request = $state({ force: '', officer: '', number: '', crime_reference: '', legal_basis: '', scope: '' });
  zip = $state(false);
  readonly redacting: Redacting;
  gate = $state({ need: '', authority: '', recipient: '', verified_by: '', channel: '' });
  keptAt = $state<string | null>(null);
  notKept = $state(false);
  #last: string;
  #done = false;
  readonly #pause = new Pause(() => this.#keep());

  constructor(
    readonly of: { pupils: string[]; concerns: string[] },
    kept: BundleKept | null,
  ) {
    this.redacting = new Redacting(kept?.spec.redact ?? null);
    if (kept !== null) {
      ({ from: this.from, to: this.to } = kept.spec.select);
      this.request = kept.spec.request;
      this.gate = kept.spec.gate;
      this.zip = kept.spec.zip;
    }
    this.#last = JSON.stringify(this.spec());
  }

  /** Days that stand there and were not understood. */
  check(): Problem[] {
    return (['from', 'to'] as const).filter((field) => this.puzzled[field]).map((field) => ({ field, say: words.noDay }));
  }

  select(): BundleSelect {
    return { ...$state.snapshot(this.of), from: this.from, to: this.to };
  }

  spec(): BundleSpec {
    return { select: this.select(), request: $state.snapshot(this.request), gate: $state.snapshot(this.gate), numbering: 'continuous', zip: this.zip, redact: this.redacting.asked() };
  }

  /** Called with every change. */
  noticed(): void {
    if (!this.#done && JSON.stringify(this.spec()) !== this.#last) this.#pause.soon();
  }

  /** Keeps it now, if there is anything new in it. */
  keep(): Promise<void> {
    return this.#pause.now();
  }

  async #keep(): Promise<void> {
    const spec = this.spec();
    const written = JSON.stringify(spec);
    if (this.#done || written === this.#last) return;
    try {
      const { kept_at } = await call('keep_bundle', { spec });
      this.#last = written;
      this.keptAt = kept_at;
      this.notKept = false;
    } catch {
      this.notKept = true;
    }
  }

  /** It is made: nothing is kept any more. */
  made(): void {
    this.#done = true;
    void this.#pause.stop();
  }
}
