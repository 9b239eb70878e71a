/** What is being filled in on one checklist: every answer in the making, and which of them is in hand. */
import type { ChecklistItem, ChecklistView, Topic } from '../../bindings/office';
import { Sending, Turning } from './sending.svelte';
import { Writing } from './writing.svelte';

export class Filling {
  /** The item that had the keyboard last. */
  at = $state('');
  /** The gap whose field is unfolded; it stays so until another is, so that nothing moves under the mouse. */
  shown = $state('');
  /** What was copied last. */
  copied = $state('');
  readonly #all = new Map<string, Writing>();
  #sending: Sending | null = null;
  #puttingAway: Turning | null = null;
  #reopening: Turning | null = null;

  constructor(
    readonly checklist: string,
    readonly heard: (touched: readonly Topic[]) => void,
  ) {}

  /** What is being written for an item; it outlives the page of its section. */
  of(item: ChecklistItem): Writing {
    const known = this.#all.get(item.id) ?? new Writing(this.checklist, item, this.heard);
    this.#all.set(item.id, known);
    return known;
  }

  /** How it went, as it is being written; it outlives its page, also where it could not be kept. */
  sending(view: ChecklistView): Sending {
    return (this.#sending ??= new Sending(view));
  }

  /** Why it is put away or opened again, likewise. */
  turning(view: ChecklistView, to: 'drop' | 'reopen'): Turning {
    return to === 'drop' ? (this.#puttingAway ??= new Turning(view, to)) : (this.#reopening ??= new Turning(view, to));
  }

  /** It was opened again, or ended: what was written of the other is over. */
  turned(): void {
    this.#sending = null;
    this.#puttingAway = null;
    this.#reopening = null;
  }

  /** Something about how it went is kept, and not signed. */
  sendingKept(view: ChecklistView): boolean {
    return this.#sending?.keeping.kept ?? view.sent_typed.length > 0;
  }

  /** A reason to put it away is. */
  reasonKept(view: ChecklistView): boolean {
    return this.#puttingAway?.keeping.kept ?? view.drop_typed.length > 0;
  }

  /** What is in hand, if anything is. */
  get writing(): Writing | undefined {
    return this.#all.get(this.at);
  }

  /** What is typed and not signed, by what was asked. */
  get unsigned(): string[] {
    return [...this.#all.values()].filter((one) => one.changed).map((one) => one.prompt);
  }

  /** Keeps whatever is typed and not signed. */
  async keepAll(): Promise<void> {
    const notes = [this.#sending, this.#puttingAway, this.#reopening].map((one) => one?.keeping).filter((one) => one !== undefined);
    await Promise.all([...this.#all.values(), ...notes].map((one) => one.keep()));
  }
}

/** The gaps that can be answered, in the order of their list; once it was sent, those that are filled in after that. */
export function gapsOf(view: ChecklistView): { section: number; item: string }[] {
  if (view.sent === null) return view.gaps.filter((gap) => !gap.unknown);
  return view.sections.flatMap((one, section) =>
    one.after ? one.items.filter((item) => item.answer.length === 0 && !item.unknown).map((item) => ({ section, item: item.id })) : [],
  );
}

/** The gap after an item in the order of the list as it stood, round the end; nothing where no other is left. */
export function nextGap(view: ChecklistView, after: string, order = gapsOf(view)): { section: number; item: string } | null {
  const open = gapsOf(view).filter((gap) => gap.item !== after);
  const at = order.findIndex((gap) => gap.item === after);
  // What an answer has just made missing comes before all that was missing before.
  const fresh = open.find((gap) => !order.some((one) => one.item === gap.item));
  if (fresh !== undefined) return fresh;
  const round = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))];
  return round.find((gap) => open.some((one) => one.item === gap.item)) ?? open[0] ?? null;
}

/** The first part of the form that has a gap. */
export function firstPart(view: ChecklistView): number {
  return Math.min(...gapsOf(view).map((gap) => gap.section), view.sections.length) % Math.max(1, view.sections.length);
}

/** Where an item stands on the page. */
export function lineOf(id: string): HTMLElement | null {
  return document.getElementById(`item-${id}`);
}

/** Brings the keyboard into the field of an item. */
export function focusField(id: string): void {
  const line = lineOf(id);
  const field =
    line?.querySelector<HTMLElement>('.controls :checked') ??
    line?.querySelector<HTMLElement>('.controls :is(input, textarea, select)');
  (field ?? line)?.focus();
}
