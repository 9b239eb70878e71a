/** A page of guidance while it is being changed: its words, what is wrong with them, and whether they differ from what holds. */
import { SvelteSet } from 'svelte/reactivity';
import type { Done, EditChecked, EditView, PageDraft, Problem } from '../../../bindings/office';
import { call, faultOf } from '../../../bridge';
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
  /** The last try to keep what is typed went wrong. */
  notKept = $state(false);
  /** When what is here was typed, where it was kept before this window was opened or locked. */
  readonly from: string;
  /** The cards that are unfolded. */
  readonly open = new SvelteSet<string>();
  #looked = '';
  /** What is kept, as it stood; nothing where nothing is. */
  #draft: string | null = null;
  /** It is being signed or thrown away. */
  #signing = false;
  readonly #pause = new Pause(() => this.look());
  readonly #keeping = new Pause(() => this.#keep());

  constructor(
    readonly kind: 'flow' | 'checklist' | 'matrix' | 'register',
    readonly id: string,
    view: EditView,
  ) {
    this.view = view;
    this.from = view.draft_kept;
    this.reason = view.draft?.reason ?? '';
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
  abstract send(): Promise<Done<unknown>>;
  /** All of it, as it is kept for whoever types it. */
  protected abstract draft(): PageDraft;
  /** The versions it was opened on. */
  abstract base: string[];
  /** It was compared with ours as that is now. */
  compared = $state(false);
  /** Unfolds what a problem stands in. */
  abstract unfold(field: string): void;

  get problems(): Problem[] {
    return [...this.wrong, ...this.refused];
  }

  problemOf(field: string): string | null {
    return this.problems.find((one) => one.field === field)?.say ?? null;
  }

  /** Something was typed: the other pages hear that it is not the school's yet, it is kept for its writer, and it is looked through once
   * nothing more comes. */
  noticed(): void {
    const key = `${this.kind}:${this.id}`;
    if (this.changed) unkept.pages.add(key);
    else unkept.pages.delete(key);
    if (this.written !== this.#looked) this.#pause.soon();
    if (this.changed ? this.#line !== this.#draft : this.#draft !== null) this.#keeping.soon();
  }

  /** What was typed before stands: it is not kept again until something is changed. */
  restored(): void {
    if (this.view.draft !== null) this.#draft = this.#line;
  }

  get #line(): string {
    return JSON.stringify([this.written, this.reason]);
  }

  /** Keeps it for whoever types it, through a lock. */
  keepDraft(): Promise<void> {
    return this.#keeping.now();
  }

  async #keep(): Promise<void> {
    const line = this.changed ? this.#line : null;
    if (this.#signing || line === this.#draft) return;
    const { kind, id } = this;
    try {
      // What was changed and put back leaves nothing behind.
      if (line === null) await call('drop_page_draft', { kind, id });
      else await call('keep_page_draft', { draft: this.draft() });
      this.#draft = line;
      this.notKept = false;
    } catch {
      this.notKept = true;
    }
  }

  /** Does what signs it or throws it away. Nothing is kept from then on, unless that went wrong. */
  async over<T>(act: () => Promise<T>): Promise<T> {
    this.#signing = true;
    try {
      await this.#keeping.stop();
      return await act();
    } catch (thrown) {
      this.#signing = false;
      void this.keepDraft();
      throw thrown;
    }
  }

  /** Somebody kept another version meanwhile: theirs is shown beneath, and what is kept next takes its place. */
  async overtaken(): Promise<void> {
    const { kind, id } = this;
    const view = await call('edit_page', { kind, id });
    this.view = view;
    this.base = (view.flow ?? view.checklist ?? view.matrix ?? view.register)?.base ?? [];
    await this.keepDraft();
  }

  /** Looks through it now. */
  now(): Promise<void> {
    return this.#pause.now();
  }

  /** It is not looked through any more. */
  stop(): void {
    void this.#pause.stop();
    void this.#keeping.stop();
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

const noView: EditView = { flow: null, checklist: null, matrix: null, register: null, draft: null, draft_kept: '', roles: [], deadlines: [], opens: [], own: false, ours_is_newer: false, versions: [] };

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

  /** Keeps whatever is typed in them, for whoever types it. */
  async keepAll(): Promise<void> {
    await Promise.all([...this.#all.values()].map((one) => one.keepDraft()));
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
