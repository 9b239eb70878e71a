/** A checklist while it is being changed: parts and what they ask. */
import type { ChecklistForm, Done, EditChecked, EditView, ItemEdit, PageDraft, Problem, SectionEdit } from '../../../bindings/office';
import { call } from '../../../bridge';
import { questionWords as words } from '../../../words/own';
import { Editing, Kept, placeIn, shift } from './editing.svelte';
import { inWords, names } from './names';

/** What was taken out, to be put back. */
type Taken =
  | { what: 'item'; title: string; item: ItemEdit; section: SectionEdit; at: number }
  | { what: 'section'; title: string; section: SectionEdit; at: number };

export class ListEditing extends Editing {
  title = $state('');
  purpose = $state('');
  useWhen = $state('');
  warnings = $state<string[]>([]);
  note = $state('');
  sections = $state<SectionEdit[]>([]);
  base = $state.raw<string[]>([]);
  taken = $state.raw<Taken | null>(null);
  /** Questions that are new here: their names are made when they are sent. */
  readonly #fresh = new Set<string>();
  /** Names of what was taken out are not given to anything else. */
  readonly #gone = new Set<string>();
  readonly #before: string;
  readonly written = $derived(JSON.stringify(this.form()));

  constructor(form: ChecklistForm, view: EditView) {
    super('checklist', form.id, view);
    this.#take(form);
    this.#before = this.written;
    const before = this.items.map(({ id }) => id);
    if (view.draft?.checklist != null) this.#take(view.draft.checklist);
    for (const id of before) if (!this.items.some((item) => item.id === id)) this.#gone.add(id);
    this.restored();
  }

  #take(form: ChecklistForm): void {
    this.base = form.base;
    this.compared = form.compared;
    this.title = form.title;
    this.purpose = form.purpose;
    this.useWhen = form.use_when;
    this.warnings = [...form.warnings];
    this.note = form.note;
    this.sections = structuredClone(form.sections);
  }

  get changed(): boolean {
    return this.written !== this.#before;
  }

  get items(): ItemEdit[] {
    return this.sections.flatMap((section) => section.items);
  }

  form(): ChecklistForm {
    const made = this.#names();
    return {
      id: this.id,
      base: this.base,
      compared: this.compared,
      title: this.title,
      purpose: this.purpose,
      use_when: this.useWhen,
      warnings: $state.snapshot(this.warnings),
      note: this.note,
      sections: $state.snapshot(this.sections).map((section) => ({
        ...section,
        items: section.items.map((item) => ({ ...item, id: made.get(item.id) ?? item.id })),
      })),
    };
  }

  #names(): Map<string, string> {
    return names(this.items.map(({ id, prompt }) => ({ id, words: prompt })), this.#fresh, this.#gone, 'question');
  }

  protected ask(): Promise<EditChecked> {
    return call('check_checklist_edit', { form: this.form() });
  }

  protected heard(): void {
    // A checklist is not drawn.
  }

  protected draft(): PageDraft {
    return { flow: null, checklist: this.form(), matrix: null, register: null, reason: this.reason };
  }

  send(): Promise<Done<null>> {
    return call('save_checklist_edit', { form: this.form(), reason: this.reason });
  }

  protected inWords(problem: Problem): Problem {
    const made = new Map([...this.#names()].map(([id, name]) => [name, id]));
    const at = (name: string): number => this.placeOf(made.get(name) ?? name);
    const called = (name: string): string | undefined => (name === this.id ? this.title : this.items[at(name)]?.prompt);
    const placed = (name: string): string | undefined => (at(name) < 0 ? undefined : words.number(at(name) + 1));
    return { field: problem.field, say: inWords(problem.say, called, placed) };
  }

  unfold(field: string): void {
    const item = this.items[placeIn(field, 'item') ?? -1];
    if (item !== undefined) this.open.add(item.id);
  }

  /** The place of a question, counted through all parts. */
  placeOf(id: string): number {
    return this.items.findIndex((item) => item.id === id);
  }

  #sectionOf(id: string): SectionEdit | undefined {
    return this.sections.find((section) => section.items.some((item) => item.id === id));
  }

  /** A new question after another, or first in a part that has none. */
  add(section: number, after: string | null): string {
    const id = `new ${this.#fresh.size + 1}`;
    this.#fresh.add(id);
    const items = this.sections[section]?.items;
    const at = items?.findIndex((item) => item.id === after) ?? -1;
    items?.splice(at + 1, 0, { id, prompt: '', help: '', kind: 'text', options: [], needed: 'recommended' });
    this.open.add(id);
    return id;
  }

  takeOut(id: string): void {
    const section = this.#sectionOf(id);
    const at = section?.items.findIndex((item) => item.id === id) ?? -1;
    const item = section?.items[at];
    if (section === undefined || item === undefined) return;
    section.items.splice(at, 1);
    this.#gone.add(id);
    this.open.delete(id);
    this.taken = { what: 'item', title: item.prompt, item, section, at };
  }

  takePart(at: number): void {
    const section = this.sections[at];
    if (section === undefined) return;
    this.sections.splice(at, 1);
    for (const item of section.items) this.#gone.add(item.id);
    this.taken = { what: 'section', title: section.title, section, at };
  }

  putBack(): void {
    const taken = this.taken;
    if (taken === null) return;
    if (taken.what === 'item') {
      taken.section.items.splice(taken.at, 0, taken.item);
      this.#gone.delete(taken.item.id);
    } else {
      this.sections.splice(taken.at, 0, taken.section);
      for (const item of taken.section.items) this.#gone.delete(item.id);
    }
    this.taken = null;
  }

  move(id: string, by: 1 | -1): boolean {
    const items = this.#sectionOf(id)?.items ?? [];
    return shift(items, items.findIndex((item) => item.id === id), by);
  }

  movePart(at: number, by: 1 | -1): boolean {
    return shift(this.sections, at, by);
  }

  addPart(): number {
    this.sections.push({ title: '', after: false, items: [] });
    return this.sections.length - 1;
  }
}

/** Whether there is something to choose from. */
export function takesOptions(item: ItemEdit): boolean {
  return item.kind === 'choice' || item.kind === 'multichoice';
}

/** The checklists that are being changed. */
export const lists = new Kept<ListEditing>();
