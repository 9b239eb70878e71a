/** What is typed for a bundle, kept for its writer alone: after a pause, before a lock, on leaving. */
import type { BundleAnswer, BundleKept, BundleMention, BundleRequest, BundleSelect, BundleSpec, BundleWithout, Problem } from '../../bindings/office';
import { call } from '../../bridge';
import { Keeping } from '../../parts/keeping.svelte';
import { bundleWords as words } from '../../words/bundle';
import { Redacting } from './redacting.svelte';

/** By which an answer is found. */
export function keyOf({ concern, sort }: { concern: string; sort: string }): string {
  return `${concern} ${sort}`;
}

export class Spec extends Keeping<BundleSpec> {
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  puzzled = $state({ from: false, to: false, asked_on: false, deadline: false });
  request = $state<BundleRequest>({
    force: '', officer: '', number: '', crime_reference: '', legal_basis: '', scope: '', reach: '', form: '', asked_on: null, deadline: null,
    victim: { asked: '', told: '', counselling: '', probative: '', approved: '' },
  });
  /** What was answered about things that records speak of, each by its record and sort. */
  answers = $state<Record<string, BundleAnswer>>({});
  notHeld = $state('');
  /** Concerns that do not go, each with why. */
  without = $state<BundleWithout[]>([]);
  statement = $state(false);
  delivery = $state('folder');
  numbering = $state('continuous');
  zip = $state(false);
  readonly redacting: Redacting;
  gate = $state({ need: '', authority: '', recipient: '', verified_by: '', channel: '' });

  constructor(
    readonly of: { pupils: string[]; concerns: string[] },
    kept: BundleKept | null,
  ) {
    super();
    this.redacting = new Redacting(kept?.spec.redact ?? null);
    if (kept !== null) {
      ({ from: this.from, to: this.to } = kept.spec.select);
      this.request = kept.spec.request;
      this.gate = kept.spec.gate;
      for (const answer of kept.spec.mentions) this.answers[keyOf(answer)] = answer;
      this.notHeld = kept.spec.not_held;
      this.without = kept.spec.select.without;
      this.statement = kept.spec.statement;
      this.zip = kept.spec.zip;
      this.delivery = kept.spec.delivery || 'folder';
      this.numbering = kept.spec.numbering || 'continuous';
    }
    this.begin();
  }

  /** Days that stand there and were not understood. */
  check(): Problem[] {
    const choosing = (['from', 'to'] as const).filter((field) => this.puzzled[field]).map((field) => ({ field, say: words.noDay }));
    const asked = (['asked_on', 'deadline'] as const).filter((field) => this.puzzled[field]).map((field) => ({ field, say: words.noDayAsked }));
    return [...choosing, ...asked];
  }

  /** A place for an answer to each of these. */
  asks(mentions: BundleMention[]): void {
    for (const { concern, sort } of mentions) {
      this.answers[keyOf({ concern, sort })] ??= { concern, sort, answer: '', note: '' };
    }
  }

  select(): BundleSelect {
    return { ...$state.snapshot(this.of), from: this.from, to: this.to, without: $state.snapshot(this.without) };
  }

  form(): BundleSpec {
    const answers = $state.snapshot(this.answers);
    return {
      select: this.select(),
      request: $state.snapshot(this.request),
      gate: $state.snapshot(this.gate),
      mentions: Object.values(answers).filter((answer) => answer.answer !== '' || answer.note !== ''),
      not_held: this.notHeld,
      numbering: this.numbering,
      delivery: this.delivery,
      statement: this.statement,
      redact: this.redacting.kept(),
      // A zip is made of a folder.
      zip: this.zip && this.delivery === 'folder',
    };
  }

  /** What is asked for: blank passages and what does not go with it are only kept. */
  asked(): BundleSpec {
    return { ...this.form(), redact: this.redacting.asked() };
  }

  protected send(spec: BundleSpec): Promise<{ kept_at: string }> {
    return call('keep_bundle', { spec });
  }
}
