/** A table while it is being changed: its columns, and its lines with what is ticked for each. */
import type { ColumnEdit, Done, EditChecked, EditView, MatrixForm, PageDraft, Problem, RowEdit } from '../../../bindings/office';
import { call } from '../../../bridge';
import { lineWords as words } from '../../../words/own';
import { Editing, Kept, placeIn, shift } from './editing.svelte';
import { inWords, names } from './names';

/** What was taken out, to be put back. */
type Taken = { title: string; at: number } & (
  | { what: 'row'; row: RowEdit }
  | { what: 'column'; column: ColumnEdit; ticked: string[] }
);

export class TableEditing extends Editing {
  title = $state('');
  note = $state('');
  columns = $state<ColumnEdit[]>([]);
  rows = $state<RowEdit[]>([]);
  base = $state.raw<string[]>([]);
  taken = $state.raw<Taken | null>(null);
  /** What is new here: its names are made when they are sent. */
  readonly #fresh = new Set<string>();
  /** Names of what was taken out are not given to anything else. */
  readonly #gone = new Set<string>();
  readonly #before: string;
  readonly written = $derived(JSON.stringify(this.form()));

  constructor(form: MatrixForm, view: EditView) {
    super('matrix', form.id, view);
    this.#take(form);
    this.#before = this.written;
    const all = (): string[] => [...this.rows, ...this.columns].map(({ id }) => id);
    const before = all();
    if (view.draft?.matrix != null) this.#take(view.draft.matrix);
    for (const id of before) if (!all().includes(id)) this.#gone.add(id);
    this.restored();
  }

  #take(form: MatrixForm): void {
    this.base = form.base;
    this.compared = form.compared;
    this.title = form.title;
    this.note = form.note;
    this.columns = structuredClone(form.columns);
    this.rows = structuredClone(form.rows);
  }

  get changed(): boolean {
    return this.written !== this.#before;
  }

  form(): MatrixForm {
    const rows = this.#rowNames();
    const columns = this.#columnNames();
    return {
      id: this.id,
      base: this.base,
      compared: this.compared,
      title: this.title,
      note: this.note,
      columns: $state.snapshot(this.columns).map((column) => ({ ...column, id: columns.get(column.id) ?? column.id })),
      rows: $state.snapshot(this.rows).map((row) => ({
        ...row,
        id: rows.get(row.id) ?? row.id,
        // In the order of the columns, whatever was ticked first.
        ticks: this.columns.filter(({ id }) => row.ticks.includes(id)).map(({ id }) => columns.get(id) ?? id),
      })),
    };
  }

  #rowNames(): Map<string, string> {
    return names(this.rows.map(({ id, label }) => ({ id, words: label })), this.#fresh, this.#gone, 'line');
  }

  #columnNames(): Map<string, string> {
    return names(this.columns.map(({ id, title }) => ({ id, words: title })), this.#fresh, this.#gone, 'column');
  }

  protected ask(): Promise<EditChecked> {
    return call('check_matrix_edit', { form: this.form() });
  }

  protected heard(): void {
    // A table is not drawn.
  }

  protected draft(): PageDraft {
    return { flow: null, checklist: null, matrix: this.form(), register: null, reason: this.reason };
  }

  send(): Promise<Done<null>> {
    return call('save_matrix_edit', { form: this.form(), reason: this.reason });
  }

  protected inWords(problem: Problem): Problem {
    // A line and a column may have the same name: the place says which is meant.
    const ofRow = problem.field.startsWith('row-');
    const made = new Map([...(ofRow ? this.#rowNames() : this.#columnNames())].map(([id, name]) => [name, id]));
    const all = ofRow ? this.rows.map(({ id, label }) => ({ id, words: label })) : this.columns.map(({ id, title }) => ({ id, words: title }));
    const at = (name: string): number => all.findIndex(({ id }) => id === (made.get(name) ?? name));
    const called = (name: string): string | undefined => (name === this.id ? this.title : all[at(name)]?.words);
    const placed = (name: string): string | undefined => {
      if (at(name) < 0) return undefined;
      return ofRow ? words.number(at(name) + 1) : words.column(at(name) + 1);
    };
    const empty = this.columns.findIndex((column) => column.title.trim() === '');
    const field = problem.field === 'page' && empty >= 0 && this.title.trim() !== '' ? `column-${empty}` : problem.field;
    return { field, say: inWords(problem.say, called, placed) };
  }

  unfold(field: string): void {
    const row = this.rows[placeIn(field, 'row') ?? -1];
    if (row !== undefined) this.open.add(row.id);
  }

  tick(row: RowEdit, column: string, on: boolean): void {
    row.ticks = on ? [...row.ticks, column] : row.ticks.filter((one) => one !== column);
  }

  #new(): string {
    const id = `new ${this.#fresh.size + 1}`;
    this.#fresh.add(id);
    return id;
  }

  /** A new line after another, or at the end. */
  add(after: string | null): string {
    const id = this.#new();
    const at = after === null ? this.rows.length : this.rows.findIndex((row) => row.id === after) + 1;
    this.rows.splice(at, 0, { id, label: '', ticks: [] });
    this.open.add(id);
    return id;
  }

  addColumn(): number {
    this.columns.push({ id: this.#new(), title: '' });
    return this.columns.length - 1;
  }

  takeOut(id: string): void {
    const at = this.rows.findIndex((row) => row.id === id);
    const row = this.rows[at];
    if (row === undefined) return;
    this.rows.splice(at, 1);
    this.#gone.add(id);
    this.open.delete(id);
    this.taken = { what: 'row', title: row.label, row, at };
  }

  /** With what was ticked in it, which comes back with it. */
  takeColumn(at: number): void {
    const column = this.columns[at];
    if (column === undefined) return;
    const ticked = this.rows.filter((row) => row.ticks.includes(column.id)).map((row) => row.id);
    for (const row of this.rows) this.tick(row, column.id, false);
    this.columns.splice(at, 1);
    this.#gone.add(column.id);
    this.taken = { what: 'column', title: column.title, column, ticked, at };
  }

  putBack(): void {
    const taken = this.taken;
    if (taken === null) return;
    if (taken.what === 'row') {
      this.rows.splice(taken.at, 0, taken.row);
      this.#gone.delete(taken.row.id);
    } else {
      this.columns.splice(taken.at, 0, taken.column);
      this.#gone.delete(taken.column.id);
      for (const row of this.rows) if (taken.ticked.includes(row.id)) this.tick(row, taken.column.id, true);
    }
    this.taken = null;
  }

  move(id: string, by: 1 | -1): boolean {
    return shift(this.rows, this.rows.findIndex((row) => row.id === id), by);
  }
}

/** The tables that are being changed. */
export const tables = new Kept<TableEditing>();
