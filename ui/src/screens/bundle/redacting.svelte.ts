/** What is to be removed from a bundle, as it is being chosen. */
import type { BundlePassage, BundleRedact } from '../../bindings/office';

const ways = ['open', 'letters', 'redacted'] as const;

type Way = (typeof ways)[number];

const blank = (): BundlePassage => ({ words: '', code: '', note: '' });

export class Redacting {
  way = $state<Way>('open');
  /** In a redacted edition: other pupils as letters besides. */
  letters = $state(true);
  originals = $state(false);
  passages = $state<BundlePassage[]>([blank()]);

  constructor(kept: BundleRedact | null) {
    if (kept === null) return;
    this.way = kept.passages.length > 0 ? 'redacted' : 'letters';
    this.letters = kept.letters;
    this.originals = kept.originals;
    if (kept.passages.length > 0) this.passages = kept.passages;
  }

  choose(way: string): void {
    this.way = ways.find((one) => one === way) ?? 'open';
  }

  add(): void {
    this.passages.push(blank());
  }

  take(at: number): void {
    this.passages.splice(at, 1);
    if (this.passages.length === 0) this.add();
  }

  /** What is asked for; nothing where everything stands as it is. */
  asked(): BundleRedact | null {
    if (this.way === 'open') return null;
    if (this.way === 'letters') return { letters: true, passages: [], originals: this.originals };
    return { letters: this.letters, passages: $state.snapshot(this.passages), originals: false };
  }
}

/** The name of a box for a field of the specification, such as `redact.passages[0].words`. */
export function boxOf(field: string): string {
  return field.split(/\W+/).filter(Boolean).join('-');
}
