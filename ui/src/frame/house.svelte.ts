import type { Fault, FrontDoor, Kit, Lists, Session } from '../bindings/office';
import { call, faultOf } from '../bridge';
import { frameWords } from '../words/frame';
import { place, todaySpot, type Spot } from './place.svelte';
import { hush } from '../parts/live.svelte';
import { unkept } from './unkept.svelte';

/** What must be finished before the door closes: keeping the draft that is being written. */
type LastWord = () => Promise<void>;

class House {
  /** What can be known before anyone has opened it. */
  front = $state<FrontDoor | null>(null);
  /** Why not even that could be asked. */
  fault = $state<Fault | null>(null);
  /** Who is here, or nobody. */
  session = $state<Session | null>(null);
  /** A recovery kit just made; it can be read again until the lock. */
  kit = $state<Kit | null>(null);
  /** Said on the unlock page after a lock. */
  lockedBecause = $state<string | null>(null);
  /** How many concerns nobody has read. */
  unread = $state(0);
  /** How many things should have been done by now. */
  late = $state(0);
  /** Names stand in the lists; for this sitting only. */
  names = $state(true);
  /** The rehearsal line was put away for this session. */
  rehearsalPutAway = $state(false);
  /** Notices put away for this session, by sentence. */
  noticesPutAway = $state<string[]>([]);
  /** When the person last did something, in milliseconds. */
  lastSeen = 0;

  #lists: Promise<Lists> | null = null;
  #lastWords = new Set<LastWord>();

  /** Asks what stands at the front door, unless that was asked already. */
  async look(asked: Promise<FrontDoor> = call('front_door', {})): Promise<void> {
    try {
      this.front = await asked;
      this.fault = null;
      // A page that was loaded anew, or the pretend school at start, goes on where somebody is in.
      if (this.front.state === 'open' && this.session === null) this.enter(await call('session', {}));
    } catch (thrown) {
      this.fault = faultOf(thrown);
    }
  }

  /** Someone has opened the vault. */
  enter(session: Session, kit: Kit | null = null): void {
    this.session = session;
    this.kit = kit;
    this.lockedBecause = null;
    this.rehearsalPutAway = false;
    this.noticesPutAway = [];
    this.names = true;
    this.#lists = null;
    place.start(this.first());
    if (kit !== null) place.go({ at: 'kit' });
  }

  /** The first page of whoever is here. */
  first(): Spot {
    return todaySpot();
  }

  /** The lists people choose from; fetched once while the vault is open. */
  lists(): Promise<Lists> {
    this.#lists ??= call('lists', {}).catch((thrown: unknown) => {
      this.#lists = null;
      throw thrown;
    });
    return this.#lists;
  }

  /** Asks again for both counts of the spine. */
  async count(): Promise<void> {
    await Promise.all([this.countUnread(), this.countLate()]);
  }

  /** Asks again how many things are late. */
  async countLate(): Promise<void> {
    try {
      const { late_total } = await call('today', {});
      if (this.session !== null) this.late = late_total;
    } catch {
      // The count stays as it was; Today says what is wrong.
    }
  }

  /** Asks again how many concerns nobody has read. */
  async countUnread(): Promise<void> {
    if (this.session?.places.includes('concerns') !== true) return;
    try {
      const everything = { pupil: null, status: null, from: null, to: null, text: null };
      const page = await call('concerns', {
        filter: { ...everything, mine: false, after: null, limit: 1 },
      });
      if (this.session !== null) this.unread = page.unread;
    } catch {
      // The count stays as it was; the list says what is wrong.
    }
  }

  /** Asks again who is here, after something about them changed. */
  async refresh(): Promise<void> {
    this.#lists = null;
    try {
      this.session = await call('session', {});
    } catch {
      // What is shown stays; the next command says what is wrong.
    }
  }

  /** Registers what must be kept before a lock; the answer takes it back. */
  beforeLock(lastWord: LastWord): () => void {
    this.#lastWords.add(lastWord);
    return () => this.#lastWords.delete(lastWord);
  }

  /** Locks because the person asked. */
  async lock(): Promise<void> {
    const kept = [...this.#lastWords].map((lastWord) => lastWord().catch(() => undefined));
    const patience = new Promise((done) => setTimeout(done, 1500));
    await Promise.race([Promise.all(kept), patience]);
    try {
      await call('lock', {});
    } catch {
      // The door is shown closed either way; opening again tells the truth.
    }
    await this.closed('asked');
  }

  /** The vault is locked: nothing of it stays in the window. */
  async closed(reason: string): Promise<void> {
    const minutes = this.session?.lock_after_minutes ?? 10;
    if (this.session !== null || this.lockedBecause === null) {
      this.lockedBecause = frameWords.locked(reason, minutes);
    }
    this.session = null;
    this.kit = null;
    this.unread = 0;
    this.late = 0;
    this.names = true;
    this.#lists = null;
    this.#lastWords.clear();
    danger.leave();
    blank.since = null;
    page.signed = null;
    hush();
    unkept.forget();
    place.forget();
    await this.look();
  }
}

/** The house: who is in, and what may be shown. */
export const house = new House();

class Danger {
  open = $state(false);
  /** Who the call is about, when a page knows. */
  child = $state('');

  leave(): void {
    this.open = false;
    this.child = '';
  }
}

/** The page that comes first, anywhere. */
export const danger = new Danger();

class Blank {
  /** When the window was blanked, in milliseconds, or null. */
  since = $state<number | null>(null);
}

/** Nothing to be seen until the same key. */
export const blank = new Blank();

class Panels {
  find = $state(false);
  shortcuts = $state(false);
}

/** What lies over the page. */
export const panels = new Panels();

class Page {
  /** Ctrl Enter on the page that is open. */
  sign: (() => void) | null = null;
  /** Ctrl E on the page that is open. */
  add: (() => void) | null = null;
  /** What was signed a moment ago, for the page one comes back to. */
  signed: string | null = null;

  /** Hands it over; it is said once. */
  takeSigned(): string | null {
    const said = this.signed;
    this.signed = null;
    return said;
  }
}

/** What the open page answers to. */
export const page = new Page();

