/** What is to be removed from a bundle, as it is being chosen. */
import type { BundlePassage, BundleRedact } from '../../bindings/office';
import { Cutting } from './cutting.svelte';

const ways = ['open', 'letters', 'redacted'] as const;

type Way = (typeof ways)[number];

const blank = (): BundlePassage => ({ words: '', code: '', note: '' });

function isBlank(passage: BundlePassage): boolean {
  return [passage.words, passage.code, passage.note].every((said) => said.trim() === '');
}

export class Redacting {
  way = $state<Way>('open');
  /** In a redacted edition: other pupils as letters besides. */
  letters = $state(true);
  originals = $state(false);
  passages = $state<BundlePassage[]>([blank()]);
  readonly cutting: Cutting;
  #taken = $state(0);

  constructor(kept: BundleRedact | null) {
    this.cutting = new Cutting(kept?.pictures ?? []);
    if (kept === null) return;
    this.way = kept.passages.length > 0 || !kept.letters ? 'redacted' : 'letters';
    this.letters = kept.letters;
    this.originals = kept.originals;
    if (kept.passages.length > 0) this.passages = kept.passages;
  }

  /** Whether pictures can be shown with areas cut out: an edition with originals in it shows none. */
  get cuts(): boolean {
    return this.way === 'redacted' || (this.way === 'letters' && !this.originals);
  }

  /** Goes up when something is taken off a list: what was said of the others by their place is old then. */
  get taken(): number {
    return this.#taken + this.cutting.taken;
  }

  choose(way: string): void {
    this.way = ways.find((one) => one === way) ?? 'open';
  }

  add(): void {
    this.passages.push(blank());
  }

  take(at: number): void {
    this.passages.splice(at, 1);
    this.#taken += 1;
    if (this.passages.length === 0) this.add();
  }

  /** Blank passages go, so that the others have the place by which the office speaks of them. */
  tidy(): void {
    const said = this.passages.filter((passage) => !isBlank(passage));
    if (said.length > 0 && said.length < this.passages.length) this.passages = said;
  }

  /** As it stands, for whoever types it: also what is not asked for as long as something else is chosen. */
  kept(): BundleRedact | null {
    if (this.way === 'open') return null;
    const pictures = this.cutting.asked();
    if (this.way === 'letters') return { letters: true, passages: [], originals: this.originals, pictures };
    return { letters: this.letters, passages: $state.snapshot(this.passages), originals: false, pictures };
  }

  /** What is asked for; nothing where everything stands as it is. */
  asked(): BundleRedact | null {
    const kept = this.kept();
    if (kept === null) return null;
    const pictures = this.cuts ? kept.pictures : [];
    const said = kept.passages.filter((passage) => !isBlank(passage));
    // With nothing at all, the office says what is missing at the first of them.
    const passages = said.length > 0 || pictures.length > 0 ? said : kept.passages.slice(0, 1);
    return { ...kept, passages, pictures };
  }

  /** What is looked for in the records: every passage in its place. Where areas lie makes no difference to it. */
  lookedFor(): BundleRedact | null {
    const kept = this.kept();
    return kept === null ? null : { ...kept, pictures: [] };
  }
}

/** The name of a box for a field of the specification, such as `redact.passages[0].words`. */
export function boxOf(field: string): string {
  return field.split(/\W+/).filter(Boolean).join('-');
}

/** Where on the page the field stands that a problem is about: what is wrong with a picture or an area stands at it. */
export function placeOf(field: string): string {
  return boxOf(field).replace(/^(redact-pictures-\d+(?:-areas-\d+)?)-(?:file|areas|left|top|width|height)$/, '$1');
}
