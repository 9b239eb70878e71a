import type {
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
import { recordWords as words } from '../../words/record';
import { clock } from '../../words/time';
import { emptyForm, hasWords, problemsOf } from './form';

/** How long a pause is before the draft is kept. */
const pause = 1000;

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
  signing = $state(false);
  /** Set once a signature was refused here: the sentence beside the button changes. */
  tried = $state(false);

  #last = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keeping: Promise<void> = Promise.resolve();
  #done = false;

  /** Starts from a form: a returning draft, or the version being corrected. */
  begin(form: ConcernForm): void {
    this.form = form;
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
    const form = $state.snapshot(this.form);
    return JSON.stringify({ ...form, draft: null, files: this.taken.map((file) => file.token) });
  }

  /** Called with every change; keeps the draft after a pause of a second. */
  noticed(): void {
    if (this.#written() === this.#last || this.#done) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), pause);
  }

  /** Keeps the draft now, if there is anything new in it. */
  keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#keeping = this.#keeping.then(() => this.#keep());
    return this.#keeping;
  }

  async #keep(): Promise<void> {
    const written = this.#written();
    if (this.#done || written === this.#last) return;
    if (!hasWords(this.form) && this.taken.length === 0 && this.form.draft === null) return;
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
    return { ...form, files: this.taken.map((file) => file.token) };
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

  /** Puts "it happened" and "you learnt of it" the other way round. */
  swap(): void {
    const form = this.form;
    [form.occurred, form.noticed] = [form.noticed, form.occurred];
    [form.occurred_text, form.noticed_text] = [form.noticed_text, form.occurred_text];
    this.recheck();
  }

  /** Looks again at what was wrong, so that a repair shows at once. */
  recheck(): void {
    if (this.tried) this.problems = problemsOf(this.form);
  }

  /** Signs. Answers what was recorded, or nothing when something stands before it. */
  async sign(withGaps: boolean): Promise<Recorded | null> {
    if (this.signing) return null;
    this.fault = null;
    this.problems = withGaps ? [] : problemsOf(this.form);
    if (this.problems.length > 0) {
      this.tried = true;
      return null;
    }
    this.form.with_gaps = withGaps ? words.withGapsReason : null;
    this.signing = true;
    clearTimeout(this.#timer);
    try {
      await this.#keeping;
      const name = this.form.amends === null ? 'record_concern' : 'amend_concern';
      const done = await call(name, { form: this.#sent() });
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
