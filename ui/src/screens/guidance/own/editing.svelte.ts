/** A page of guidance while it is being changed: its words, what is wrong with them, and whether they differ from what holds. */
import { SvelteSet } from 'svelte/reactivity';
import type { Done, EditChecked, EditView, Problem } from '../../../bindings/office';
import { faultOf } from '../../../bridge';
import { unkept } from '../../../frame/unkept.svelte';
import { Pause } from '../../../parts/pause';

export abstract class Editing {
  /** What its fields offer, and every version. */
  view = $state.raw<EditView>(noView);
  reason = $state('');
  /** What is wrong with it as it stood when it was last looked through. */
  wrong = $state.raw<Problem[]>([]);
  /** What a signature was refused for beyond that. */
  refused = $state.raw<Problem[]>([]);
  checked = $state(false);
  /** The cards that are unfolded. */
  readonly open = new SvelteSet<string>();
  #looked = '';
  readonly #pause = new Pause(() => this.look());

  constructor(
    readonly kind: 'flow' | 'checklist',
    readonly id: string,
    view: EditView,
  ) {
    this.view = view;
  }

  /** What it is called at the moment. */
  abstract title: string;
  /** All of it in one line; the same line is the same page. */
  abstract readonly written: string;
  /** It differs from what holds. */
  abstract readonly changed: boolean;
  protected abstract ask(): Promise<EditChecked>;
  protected abstract heard(checked: EditChecked): void;
  protected abstract inWords(problem: Problem): Problem;
  abstract send(): Promise<Done<null>>;
  /** Unfolds what a problem stands in. */
  abstract unfold(field: string): void;

  get problems(): Problem[] {
    return [...this.wrong, ...this.refused];
  }

  problemOf(field: string): string | null {
    return this.problems.find((one) => one.field === field)?.say ?? null;
  }

  /** Something was typed: the other pages hear that it is not kept, and it is looked through once nothing more comes. */
  noticed(): void {
    const key = `${this.kind}:${this.id}`;
    if (this.changed) unkept.pages.add(key);
    else unkept.pages.delete(key);
    if (this.written !== this.#looked) this.#pause.soon();
  }

  /** Looks through it now. */
  now(): Promise<void> {
    return this.#pause.now();
  }

  /** It is not looked through any more. */
  stop(): void {
    void this.#pause.stop();
  }

  private async look(): Promise<void> {
    const { written } = this;
    if (written === this.#looked) return;
    try {
      const found = await this.ask();
      this.#looked = written;
      this.wrong = found.problems.map((one) => this.inWords(one));
      // Of other words it was refused; why it is changed is still the same.
      this.refused = this.refused.filter(({ field }) => field === 'reason');
      this.heard(found);
      this.checked = true;
    } catch (thrown) {
      this.wrong = faultOf(thrown).problems.map((one) => this.inWords(one));
    }
  }

  /** What a signature was refused for, each at its place. */
  take(problems: Problem[]): void {
    const said = problems.map((one) => this.inWords(one));
    const known = new Set(this.wrong.map(({ field, say }) => field + say));
    this.refused = said.filter(({ field, say }) => !known.has(field + say));
    for (const { field } of said) this.unfold(field);
  }
}

const noView: EditView = { flow: null, checklist: null, roles: [], deadlines: [], opens: [], own: false, versions: [] };

/** What is being changed, by page; the lock empties it. */
export class Kept<E extends Editing> {
  readonly #all = new Map<string, E>();

  constructor() {
    unkept.withLock(() => {
      for (const one of this.#all.values()) one.stop();
      this.#all.clear();
    });
  }

  of(id: string): E | undefined {
    return this.#all.get(id);
  }

  keep(editing: E): E {
    this.#all.set(editing.id, editing);
    return editing;
  }

  drop(editing: E): void {
    editing.stop();
    this.#all.delete(editing.id);
    unkept.pages.delete(`${editing.kind}:${editing.id}`);
  }
}

/** The number at the end of `node-2`, where the field is of that sort. */
export function placeIn(field: string, sort: string): number | null {
  const found = new RegExp(`^${sort}-(\\d+)$`).exec(field);
  return found === null ? null : Number(found[1]);
}

/** Moves something one place up or down in its list. */
export function shift<T>(all: T[], at: number, by: 1 | -1): boolean {
  const to = at + by;
  const one = all[at];
  if (one === undefined || to < 0 || to >= all.length) return false;
  all.splice(at, 1);
  all.splice(to, 0, one);
  return true;
}
