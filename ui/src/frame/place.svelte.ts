import type { Recorded } from '../bindings/office';

/** What the concerns list was showing, so that coming back shows it again. */
export interface ConcernsKept {
  text: string;
  status: string;
  from: string;
  to: string;
  shown: number;
  row: string | null;
}

/** What the pupils list was showing. */
export interface PupilsKept {
  query: string;
  left: boolean;
  shown: number;
  row: string | null;
}

/** Where a person can be. */
export type Spot =
  | { at: 'record'; draft: string | null; about: { id: string; name: string } | null }
  | { at: 'receipt'; recorded: Recorded }
  | { at: 'concerns'; mine: boolean; kept: ConcernsKept }
  | { at: 'concern'; id: string; fresh: Recorded | null }
  | { at: 'amend'; id: string }
  | { at: 'pupils'; kept: PupilsKept }
  | { at: 'pupil'; id: string }
  | { at: 'pupil_form'; id: string | null }
  | { at: 'pupil_list' }
  | { at: 'kit' }
  | { at: 'vault' }
  | { at: 'invite' }
  | { at: 'password' }
  | { at: 'rehearse' }
  | { at: 'check' }
  | { at: 'settings' };

/** The concerns list as it is first opened. */
export function concernsSpot(mine: boolean): Spot {
  return {
    at: 'concerns',
    mine,
    kept: { text: '', status: '', from: '', to: '', shown: 50, row: null },
  };
}

/** The pupils list as it is first opened. */
export function pupilsSpot(): Spot {
  return { at: 'pupils', kept: { query: '', left: false, shown: 50, row: null } };
}

/** A new record. */
export function recordSpot(about: { id: string; name: string } | null = null): Spot {
  return { at: 'record', draft: null, about };
}

class Place {
  /** The way here; the last is where we are. In memory only. */
  path = $state<Spot[]>([]);
  /** Counts arrivals, so that going to the same spot twice draws it anew. */
  arrivals = $state(0);

  get here(): Spot | null {
    return this.path.at(-1) ?? null;
  }

  /** The spot before this one. */
  get before(): Spot | null {
    return this.path.at(-2) ?? null;
  }

  /** Goes one step further. */
  go(spot: Spot): void {
    this.path = [...this.path, spot].slice(-40);
    this.arrivals += 1;
  }

  /** Starts a new way, as the spine does. */
  start(spot: Spot): void {
    this.path = [spot];
    this.arrivals += 1;
  }

  /** Puts another spot in the place of this one: a signed page becomes the record. */
  become(spot: Spot): void {
    this.path = [...this.path.slice(0, -1), spot];
    this.arrivals += 1;
  }

  /** Goes back one step, or to `otherwise` when there is none. */
  back(otherwise: Spot | null = null): void {
    if (this.path.length > 1) {
      this.path = this.path.slice(0, -1);
      this.arrivals += 1;
    } else if (otherwise !== null) {
      this.start(otherwise);
    }
  }

  /** Forgets everything: the window locked. */
  forget(): void {
    this.path = [];
  }
}

/** Where the person is. */
export const place = new Place();
