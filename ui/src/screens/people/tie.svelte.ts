import type { AdultForm, Fault, Lists, Problem, TieForm, TieView } from '../../bindings/office';
import { call, faultOf } from '../../bridge';
import { house } from '../../frame/house.svelte';
import { place, pupilsSpot, type TieGroup } from '../../frame/place.svelte';
import { heard } from '../../frame/topics.svelte';
import { say } from '../../parts/live.svelte';
import { pupilDetail } from '../../parts/people';
import { settled } from '../../parts/pending';
import { tieWords as words } from '../../words/people';
import { emptyAdult } from './form';
import type { Chosen } from './Whom.svelte';

/** Who belongs to a pupil, as it is being written. */
export class Tying {
  readonly pupil: string;
  readonly group: TieGroup;
  readonly entry: string | null;
  name = $state('');
  chosen = $state.raw<Chosen | null>(null);
  adult = $state<AdultForm>(emptyAdult());
  form = $state<TieForm>({
    pupil: '',
    entry: null,
    adult: null,
    child: null,
    new_adult: null,
    relation: '',
    responsibility: '',
    lives_with: '',
    rank: null,
    ring: '',
    note: '',
    from: null,
    reason: null,
  });
  lists = $state.raw<Lists | null>(null);
  ready = $state(false);
  puzzled = $state({ from: false, born: false });
  problems = $state.raw<Problem[]>([]);
  fault = $state.raw<Fault | null>(null);
  busy = $state<'signing' | 'ending' | null>(null);

  constructor(pupil: string, group: TieGroup, entry: string | null) {
    this.pupil = pupil;
    this.group = group;
    this.entry = entry;
  }

  get relations(): { id: string; title: string }[] {
    const all = this.group === 'agency' ? this.lists?.agencies : this.lists?.family;
    const ofChildren = ['sibling', 'half-sibling', 'step-sibling', 'cousin', 'other-relative', 'household', 'family-friend'];
    return (all ?? []).filter((one) => this.group !== 'child' || ofChildren.includes(one.id));
  }

  /** Reads what stands there, or starts with a child who was offered. */
  async load(child: string | null): Promise<void> {
    this.fault = null;
    try {
      this.lists = await house.lists();
      const view = await call('around', { pupil: this.pupil });
      this.name = view.row.name;
      const all = [...view.family, ...view.children, ...view.agencies];
      const standing = all.find((tie) => tie.entry === this.entry);
      if (this.entry !== null && standing === undefined) {
        // Changed on the way here: the page says what holds now.
        say(words.meanwhile);
        this.back();
        return;
      }
      if (standing !== undefined) this.#take(standing);
      if (child !== null) {
        const other = await call('pupil', { id: child });
        this.choose({ adult: null, child, name: other.row.name, detail: pupilDetail(other.row), fresh: false });
      }
      this.ready = true;
    } catch (thrown) {
      this.fault = faultOf(thrown);
    }
  }

  #take(tie: TieView): void {
    this.chosen = { adult: tie.adult, child: tie.child, name: tie.name, detail: tie.detail, fresh: false };
    const { relation, responsibility, lives_with, rank, ring, note, from } = tie;
    this.form = { ...this.form, entry: tie.entry, relation, responsibility, lives_with, rank, ring, note, from, reason: '' };
  }

  choose(chosen: Chosen | null): void {
    this.chosen = chosen;
    if (chosen?.fresh) {
      this.adult = { ...emptyAdult(this.group === 'agency' ? 'professional' : 'parent-carer'), name: chosen.name };
    }
  }

  problemOf(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.say;
  }

  check(ending: boolean): Problem[] {
    const found: Problem[] = [];
    const known = words.problems;
    if (!ending && this.chosen === null) found.push({ field: 'whom', say: known.whom });
    if (!ending && this.chosen?.fresh && this.adult.kind === '') found.push({ field: 'kind', say: known.kind });
    if (!ending && this.form.relation === '') found.push({ field: 'relation', say: known.relation });
    if (!ending && this.puzzled.from) found.push({ field: 'from', say: known.day });
    if (!ending && this.chosen?.fresh && this.puzzled.born) found.push({ field: 'date_of_birth', say: known.day });
    if (this.entry !== null && (this.form.reason ?? '').trim() === '') {
      found.push({ field: 'reason', say: ending ? known.ends : known.changes });
    }
    return found;
  }

  back(): void {
    place.back(pupilsSpot());
  }

  async sign(ending: boolean): Promise<void> {
    if (this.busy !== null || !this.ready) return;
    this.busy = ending ? 'ending' : 'signing';
    this.fault = null;
    const here = place.arrivals;
    // A day typed a moment ago is still being understood.
    await settled();
    this.problems = this.check(ending);
    if (this.problems.length === 0) {
      try {
        const done =
          ending && this.entry !== null
            ? await call('end_tie', { pupil: this.pupil, entry: this.entry, reason: this.form.reason ?? '' })
            : await call('save_tie', { form: this.#written() });
        heard(done.touched);
        // Whoever has gone elsewhere meanwhile stays there.
        if (place.arrivals === here) this.back();
        return;
      } catch (thrown) {
        const found = faultOf(thrown);
        this.problems = found.problems;
        if (this.problems.length === 0) this.fault = found;
      }
    }
    this.busy = null;
  }

  #written(): TieForm {
    const fresh = this.chosen?.fresh ?? false;
    return {
      ...$state.snapshot(this.form),
      pupil: this.pupil,
      adult: this.chosen?.adult ?? null,
      child: this.chosen?.child ?? null,
      new_adult: fresh ? $state.snapshot(this.adult) : null,
    };
  }
}
