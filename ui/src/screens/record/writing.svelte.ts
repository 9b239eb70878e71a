import { SvelteSet } from 'svelte/reactivity';
import type {
  BodyMark,
  Choice,
  ConcernForm,
  Fault,
  Problem,
  Recorded,
  Routing,
  TakenIn,
  WritingHint,
} from '../../bindings/office';
import { call, faultOf } from '../../bridge';
import { heard } from '../../frame/topics.svelte';
import { say } from '../../parts/live.svelte';
import { Pause } from '../../parts/pause';
import { settled } from '../../parts/pending';
import { fullSheet, sentSheet } from '../../parts/withheld';
import { recordWords as words } from '../../words/record';
import { clock } from '../../words/time';
import { emptyForm, hasWords, problemsOf, withTimes } from './form';

/** A side of the child's own body. */
export type Side = BodyMark['side'];

/** What is being written: the form, its draft in the vault, and what stands before a signature. */
export class Writing {
  form = $state<ConcernForm>(emptyForm());
  keptAt = $state<string | null>(null);
  notKept = $state(false);
  hints = $state<WritingHint[]>([]);
  routing = $state<Routing | null>(null);
  problems = $state<Problem[]>([]);
  fault = $state<Fault | null>(null);
  taken = $state<TakenIn[]>([]);
  /** What stands in the place of a file that may not come in. */
  sheet = $state(fullSheet());
  signing = $state(false);
  /** Set once a signature was refused here: the sentence beside the button changes. */
  tried = $state(false);
  /** The regions a mark may lie in. */
  regions: Choice[] = [];

  /** Marks whose middle was chosen, and not only left as it was. */
  #middles = new SvelteSet<BodyMark>();
  #last = '';
  readonly #pause = new Pause(() => this.#keep());
  #done = false;

  /** Starts from a form: a returning draft, or the version being corrected. */
  begin(form: ConcernForm): void {
    this.form = withTimes(form);
    this.sheet = fullSheet(form.withheld);
    // What was signed before was chosen; what a draft calls the middle may only not have been chosen yet.
    this.#middles.clear();
    // A mark that was put on the drawing got its side there.
    for (const mark of this.form.body_map) {
      if (form.draft === null || mark.place !== null) this.#middles.add(mark);
    }
    // A returning draft names its sealed files by token only.
    this.taken = form.files.map((token, at) => ({
      token,
      name: words.fileBefore(at + 1),
      size: 0,
      size_text: '',
      sha256: '',
    }));
    this.#last = this.#written();
  }

  /** What would be kept, without the name of the draft itself. */
  #written(): string {
    return JSON.stringify({ ...this.#sent(), draft: null });
  }

  /** Called with every change; keeps the draft after a pause of a second. */
  noticed(): void {
    if (this.#written() === this.#last || this.#done) return;
    this.#pause.soon();
  }

  /** Keeps the draft now, if there is anything new in it. */
  keep(): Promise<void> {
    return this.#pause.now();
  }

  async #keep(): Promise<void> {
    await settled();
    const written = this.#written();
    if (this.#done || written === this.#last) return;
    if (!hasWords(this.#sent()) && this.taken.length === 0 && this.form.draft === null) return;
    try {
      const { id, kept_at } = await call('keep_draft', { form: this.#sent() });
      this.form.draft = id;
      if (this.keptAt === null) say(words.kept(clock(kept_at)));
      this.keptAt = kept_at;
      this.notKept = false;
      this.#last = written;
    } catch {
      if (!this.notKept) say(words.notKept);
      this.notKept = true;
    }
    await this.#hint();
  }

  async #hint(): Promise<void> {
    try {
      this.hints = await call('writing_hints', { form: this.#sent() });
    } catch {
      this.hints = [];
    }
  }

  /** The suggestion for a field: never more than one. */
  hintFor(field: string): string | undefined {
    return this.hints.find((hint) => hint.field === field)?.say;
  }

  /** The first problem of a field. */
  problemOf(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.say;
  }

  #sent(): ConcernForm {
    const form = $state.snapshot(this.form);
    const withheld = sentSheet($state.snapshot(this.sheet));
    return { ...form, withheld, files: this.taken.map((file) => file.token) };
  }

  /** Asks who will read it. */
  async route(): Promise<void> {
    const { route, people } = $state.snapshot(this.form);
    try {
      this.routing = await call('routing', { route, people });
    } catch {
      this.routing = null;
    }
  }

  /** What stands before a signature. */
  #problems(): Problem[] {
    return [...problemsOf(this.form, (mark) => this.wantsSide(mark)), ...this.#sheetProblems()];
  }

  /** What a time on the sheet still needs. */
  #sheetProblems(): Problem[] {
    if (!['yes', 'unsure'].includes(this.form.indecent_image)) return [];
    return this.sheet.told
      .filter((one) => one.at_text.trim() !== '' && one.at === '')
      .map((one) => ({ field: `item_${one.who}`, say: words.problems.learntPuzzle }));
  }

  /** The sides a region has: "left right", "left middle right", or "middle" for the nose. */
  sidesOf(region: string): Side[] {
    const named = this.regions.find((one) => one.id === region)?.detail ?? '';
    const all: Side[] = ['left', 'middle', 'right'];
    return named === '' ? all : all.filter((side) => named.includes(side));
  }

  /** The side somebody chose for a mark, or nothing; the form itself has no word for "not chosen". */
  sideOf(mark: BodyMark): Side | '' {
    return mark.side !== 'middle' || this.#middles.has(mark) ? mark.side : '';
  }

  /** Notes the side chosen for a mark. */
  setSide(mark: BodyMark, side: Side | ''): void {
    mark.side = side === '' ? 'middle' : side;
    if (side === 'middle') this.#middles.add(mark);
    else this.#middles.delete(mark);
    this.recheck();
  }

  /** Whether a mark lies where there are sides and none was chosen. */
  wantsSide(mark: BodyMark): boolean {
    return (
      mark.region !== '' && this.sidesOf(mark.region).length > 1 && this.sideOf(mark) === ''
    );
  }

  /** Puts "it happened" and "you learnt of it" the other way round. */
  swap(): void {
    const form = this.form;
    [form.occurred, form.noticed] = [form.noticed, form.occurred];
    [form.occurred_text, form.noticed_text] = [form.noticed_text, form.occurred_text];
    this.recheck();
  }

  /** Looks again at what was wrong, so that a repair shows at once. */
  recheck(): void {
    if (this.tried) this.problems = this.#problems();
  }

  /** Signs. Answers what was recorded, or nothing when something stands before it. */
  async sign(withGaps: boolean): Promise<Recorded | null> {
    if (this.signing) return null;
    this.signing = true;
    this.fault = null;
    try {
      // A time typed a moment ago is still being understood.
      await settled();
      this.problems = withGaps ? [] : this.#problems();
      if (this.problems.length > 0) {
        this.tried = true;
        return null;
      }
      this.form.with_gaps = withGaps ? words.withGapsReason : null;
      await this.#pause.stop();
      const name = this.form.amends === null ? 'record_concern' : 'amend_concern';
      const sent = this.#sent();
      // Only where something was kept out does a sheet stand in its place.
      if (!['yes', 'unsure'].includes(sent.indecent_image)) sent.withheld = null;
      const done = await call(name, { form: sent });
      this.#done = true;
      heard(done.touched);
      return done.value;
    } catch (thrown) {
      const fault = faultOf(thrown);
      this.problems = fault.problems;
      this.tried = true;
      if (fault.problems.length === 0) this.fault = fault;
      return null;
    } finally {
      this.signing = false;
    }
  }
}
