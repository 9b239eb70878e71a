/** A flowchart while it is being changed: steps and the ways between them. */
import type { DiagramView, Done, EditChecked, EditView, FlowForm, PageDraft, Problem, StepEdit, WayEdit } from '../../../bindings/office';
import { call } from '../../../bridge';
import { stepWords as words } from '../../../words/own';
import { Editing, Kept, placeIn, shift } from './editing.svelte';
import { inWords, names } from './names';

/** A step that was taken out, to be put back. */
interface Taken {
  step: StepEdit;
  at: number;
  /** The ways that led on from it, with where they stood. */
  out: { way: WayEdit; at: number }[];
  /** The ways that led to it. */
  into: WayEdit[];
  /** What they lead to now; nothing where they lead nowhere. */
  next: string | null;
}

export class FlowEditing extends Editing {
  title = $state('');
  purpose = $state('');
  appliesWhen = $state<string[]>([]);
  doNot = $state<string[]>([]);
  note = $state('');
  nodes = $state<StepEdit[]>([]);
  ways = $state<WayEdit[]>([]);
  base = $state.raw<string[]>([]);
  drawing = $state.raw<DiagramView | null>(null);
  taken = $state.raw<Taken | null>(null);
  /** Steps that are new here: their names are made when they are sent. */
  readonly #fresh = new Set<string>();
  /** What was taken out, by name: ways may still lead there. */
  readonly #gone = new Map<string, string>();
  readonly #before: string;
  readonly written = $derived(JSON.stringify(this.form()));

  constructor(form: FlowForm, view: EditView) {
    super('flow', form.id, view);
    this.#take(form);
    this.#before = this.written;
    const before = this.nodes.map(({ id, title }) => ({ id, title }));
    if (view.draft?.flow != null) this.#take(view.draft.flow);
    // Names of what was taken out before are not given to anything else.
    for (const { id, title } of before) if (!this.nodes.some((node) => node.id === id)) this.#gone.set(id, title);
    this.restored();
  }

  #take(form: FlowForm): void {
    this.base = form.base;
    this.compared = form.compared;
    this.title = form.title;
    this.purpose = form.purpose;
    this.appliesWhen = [...form.applies_when];
    this.doNot = [...form.do_not];
    this.note = form.note;
    this.nodes = structuredClone(form.nodes);
    this.ways = structuredClone(form.ways);
  }

  get changed(): boolean {
    return this.written !== this.#before;
  }

  form(): FlowForm {
    const made = this.#names();
    const name = (id: string): string => made.get(id) ?? id;
    return {
      id: this.id,
      base: this.base,
      compared: this.compared,
      title: this.title,
      purpose: this.purpose,
      applies_when: $state.snapshot(this.appliesWhen),
      do_not: $state.snapshot(this.doNot),
      note: this.note,
      nodes: $state.snapshot(this.nodes).map((node) => ({ ...node, id: name(node.id) })),
      ways: $state.snapshot(this.ways).map((way) => ({ ...way, from: name(way.from), to: name(way.to) })),
    };
  }

  #names(): Map<string, string> {
    return names(this.nodes.map(({ id, title }) => ({ id, words: title })), this.#fresh, this.#gone.keys(), 'step');
  }

  protected ask(): Promise<EditChecked> {
    return call('check_flow_edit', { form: this.form() });
  }

  protected heard({ drawing }: EditChecked): void {
    // While something is wrong there is none: the last one stays, and says so.
    if (drawing !== null) this.drawing = drawing;
  }

  protected draft(): PageDraft {
    return { flow: this.form(), checklist: null, matrix: null, register: null, reason: this.reason };
  }

  send(): Promise<Done<null>> {
    return call('save_flow_edit', { form: this.form(), reason: this.reason });
  }

  protected inWords(problem: Problem): Problem {
    const { field } = problem;
    const way = this.ways[placeIn(field, 'way') ?? -1];
    // A way that leads nowhere is named by where it comes from, and by what was taken out.
    if (way !== undefined && !this.nodes.some((node) => node.id === way.to)) {
      return { field, say: words.broken(this.called(way.from) ?? '', way.label, this.called(way.to)) };
    }
    const made = new Map([...this.#names()].map(([id, name]) => [name, id]));
    const known = (name: string): string => made.get(name) ?? name;
    const placed = (name: string): string | undefined => {
      const at = this.nodes.findIndex((node) => node.id === known(name));
      return at < 0 ? undefined : words.number(at + 1);
    };
    const place = field === 'page' && /what nobody does/.test(problem.say) ? 'do-not' : field;
    return { field: place, say: inWords(problem.say, (name) => (name === this.id ? this.title : this.called(known(name))), placed) };
  }

  /** The step of a box of the drawing. */
  stepOf(name: string): StepEdit | undefined {
    const id = [...this.#names()].find(([, made]) => made === name)?.[0] ?? name;
    return this.nodes.find((node) => node.id === id);
  }

  /** The box of a step. */
  boxOf(id: string): string {
    return this.#names().get(id) ?? id;
  }

  /** What a step is called, also one that was taken out. */
  called(id: string): string | undefined {
    return this.nodes.find((node) => node.id === id)?.title ?? this.#gone.get(id);
  }

  unfold(field: string): void {
    const node = this.nodes[placeIn(field, 'node') ?? -1]?.id ?? this.ways[placeIn(field, 'way') ?? -1]?.from;
    if (node !== undefined) this.open.add(node);
  }

  waysOf(id: string): { way: WayEdit; at: number }[] {
    return this.ways.map((way, at) => ({ way, at })).filter(({ way }) => way.from === id);
  }

  /** A new step on a way, or after a step from which nothing leads on. */
  add(after: string, way: number | null): string {
    const id = `new ${this.#fresh.size + 1}`;
    this.#fresh.add(id);
    const at = this.nodes.findIndex((node) => node.id === after) + 1;
    this.nodes.splice(at, 0, {
      id, kind: 'action', title: '', detail: '', who: [], deadline: '', opens: [], asks: '', two_people: false,
    });
    const on = way === null ? undefined : this.ways[way];
    if (on === undefined || way === null) this.ways.push({ from: after, to: id, label: '', starts_clock: '' });
    else {
      this.ways.splice(way + 1, 0, { from: id, to: on.to, label: '', starts_clock: '' });
      on.to = id;
    }
    this.open.add(id);
    return id;
  }

  /** Takes a step out. Where one way leads on from it, what led to it leads there; otherwise it is named as leading nowhere. */
  takeOut(id: string): Taken | null {
    const at = this.nodes.findIndex((node) => node.id === id);
    const step = this.nodes[at];
    if (step === undefined) return null;
    const out = this.waysOf(id);
    const into = this.ways.filter((way) => way.to === id && way.from !== id);
    const on = out.length === 1 ? (out[0]?.way.to ?? null) : null;
    const next = on === id ? null : on;
    if (next !== null) for (const way of into) way.to = next;
    this.ways = this.ways.filter((way) => way.from !== id);
    this.nodes.splice(at, 1);
    this.#gone.set(id, step.title);
    this.open.delete(id);
    this.taken = { step, at, out, into, next };
    return this.taken;
  }

  /** Puts it back where it was. */
  putBack(): string | null {
    const taken = this.taken;
    if (taken === null) return null;
    this.nodes.splice(Math.min(taken.at, this.nodes.length), 0, taken.step);
    for (const way of taken.into) way.to = taken.step.id;
    for (const { way, at } of taken.out) this.ways.splice(Math.min(at, this.ways.length), 0, way);
    this.#gone.delete(taken.step.id);
    this.taken = null;
    return taken.step.id;
  }

  move(id: string, by: 1 | -1): boolean {
    return shift(this.nodes, this.nodes.findIndex((node) => node.id === id), by);
  }

  addWay(from: string): number {
    const last = this.waysOf(from).at(-1)?.at ?? this.ways.length - 1;
    this.ways.splice(last + 1, 0, { from, to: '', label: '', starts_clock: '' });
    return last + 1;
  }

  takeWay(at: number): void {
    this.ways.splice(at, 1);
  }
}

/** The flowcharts that are being changed. */
export const flows = new Kept<FlowEditing>();
