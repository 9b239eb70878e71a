/** A register while what it asks is being changed, or a new one that is being made. */
import type { Done, EditChecked, EditView, FieldEdit, PageDraft, Problem, RegisterForm } from '../../../bindings/office';
import { call } from '../../../bridge';
import { Editing, Kept, placeIn, shift } from './editing.svelte';

/** A field that was taken out, to be put back. */
interface Taken {
  field: FieldEdit;
  at: number;
  by: string;
  done: string;
}

export class RegisterEditing extends Editing {
  title = $state('');
  purpose = $state('');
  owner = $state<string[]>([]);
  when = $state('');
  every = $state<RegisterForm['every']>('');
  note = $state('');
  fields = $state<FieldEdit[]>([]);
  by = $state('');
  done = $state('');
  base = $state.raw<string[]>([]);
  taken = $state.raw<Taken | null>(null);
  /** It is one of ours: what ours asks stays. */
  readonly ours: boolean;
  /** Names of fields that were kept before: how they are answered stays. */
  readonly #stood: ReadonlySet<string>;
  readonly #before: string;
  readonly written = $derived(JSON.stringify(this.form()));
  /** What it is called from when it is kept. */
  keptAs: string;

  constructor(form: RegisterForm, view: EditView) {
    super('register', form.id, view);
    this.ours = form.ours;
    this.keptAs = form.id;
    this.#stood = new Set(form.fields.map(({ id }) => id));
    this.#take(form);
    this.#before = this.written;
    if (view.draft?.register != null) this.#take(view.draft.register);
    this.restored();
  }

  #take(form: RegisterForm): void {
    this.base = form.base;
    this.compared = form.compared;
    this.title = form.title;
    this.purpose = form.purpose;
    this.owner = [...form.owner];
    this.when = form.entry_when;
    this.every = form.every;
    this.note = form.note;
    this.fields = structuredClone(form.fields);
    this.by = form.by;
    this.done = form.done;
  }

  get changed(): boolean {
    return this.written !== this.#before;
  }

  form(): RegisterForm {
    return {
      id: this.id,
      base: this.base,
      compared: this.compared,
      ours: this.ours,
      title: this.title,
      purpose: this.purpose,
      owner: $state.snapshot(this.owner),
      entry_when: this.when,
      every: this.every,
      note: this.note,
      fields: $state.snapshot(this.fields),
      by: this.by,
      done: this.by === '' ? '' : this.done,
    };
  }

  protected ask(): Promise<EditChecked> {
    return call('check_register_edit', { form: this.form() });
  }

  protected heard(): void {
    // A register is not drawn.
  }

  protected draft(): PageDraft {
    return { flow: null, checklist: null, matrix: null, register: this.form(), reason: this.reason };
  }

  async send(): Promise<Done<unknown>> {
    const done = await call('save_register_edit', { form: this.form(), reason: this.reason });
    this.keptAs = done.value;
    return done;
  }

  protected inWords(problem: Problem): Problem {
    return problem;
  }

  unfold(field: string): void {
    const one = this.fields[placeIn(field, 'field') ?? -1];
    if (one !== undefined) this.open.add(one.id);
  }

  /** How it is answered can still be chosen: it was never kept. */
  isNew(field: FieldEdit): boolean {
    return !this.#stood.has(field.id);
  }

  /** A new field after another, or at the end. */
  add(after: string | null): string {
    let n = this.fields.length + 1;
    while (this.fields.some((one) => one.id === `new ${n}`) || this.taken?.field.id === `new ${n}`) n += 1;
    const id = `new ${n}`;
    const at = after === null ? this.fields.length : this.fields.findIndex((one) => one.id === after) + 1;
    this.fields.splice(at, 0, { id, label: '', kind: 'text', answer: '', options: [], ours: false });
    this.open.add(id);
    return id;
  }

  takeOut(id: string): void {
    const at = this.fields.findIndex((one) => one.id === id);
    const field = this.fields[at];
    if (field === undefined || field.ours) return;
    this.taken = { field, at, by: this.by, done: this.done };
    this.fields.splice(at, 1);
    this.open.delete(id);
    if (this.by === id) this.by = '';
    if (this.done === id) this.done = '';
  }

  putBack(): void {
    const { taken } = this;
    if (taken === null) return;
    this.fields.splice(taken.at, 0, taken.field);
    if (taken.by === taken.field.id) this.by = taken.by;
    if (taken.done === taken.field.id) this.done = taken.done;
    this.taken = null;
  }

  move(id: string, by: 1 | -1): boolean {
    return shift(this.fields, this.fields.findIndex((one) => one.id === id), by);
  }
}

/** The registers that are being changed. */
export const registersEdited = new Kept<RegisterEditing>();
