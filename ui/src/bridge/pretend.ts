/**
 * An in-memory office for component tests and for drawing screens. It can be told to be slow, to
 * fail, and to say things by itself. Never part of a real build.
 */
import type { Commands, OfficeEvents, RawAnswers, RawCommands } from '../bindings/commands';
import type { Fault } from '../bindings/office';
import type { CommandName, Office } from './index';
import { fault, type Mood } from './pretend/cabinet';
import { pieceOf } from './pretend/files';
import { answersFor } from './pretend/office';

export { fault } from './pretend/cabinet';

/** What a test may ask of the pretend office. */
export interface Wishes extends Partial<Mood> {
  /** Milliseconds every answer waits. */
  slow?: number;
  /** Commands that reject, and with what. */
  failing?: Partial<Record<CommandName, Fault>>;
}

/** Answers that are settled beforehand. */
type Settled = { [N in CommandName]?: Commands[N]['result'] };

/** A pretend office, with what was asked of it. */
export interface PretendOffice extends Office {
  /** Every command asked, in order, with what it was given. */
  asked: { name: string; args: unknown }[];
  /** From now on this command rejects with this, or no longer. */
  fail(name: CommandName, with_: Fault | null): void;
  /** From now on these commands answer this, whatever the records say. */
  answer(settled: Settled): void;
  /** How slow it is from now on. */
  slowDown(milliseconds: number): void;
  /** Says something without being asked. */
  tell<E extends keyof OfficeEvents>(event: E, said: OfficeEvents[E]): void;
}

type Hearers = { [E in keyof OfficeEvents]: Set<(said: OfficeEvents[E]) => void> };

/** Opens a pretend office. */
export function pretend(wishes: Wishes = {}): PretendOffice {
  const mood: Mood = {
    state: 'closed',
    who: null,
    empty: false,
    practice: false,
    differ: false,
    drafts: false,
    busy: false,
    rehearsal: false,
    namesakes: false,
    many: false,
    now: new Date(2026, 10, 10, 10, 33),
    ...wishes,
  };
  const answers = answersFor(mood);
  const failing = new Map<string, Fault>(Object.entries(wishes.failing ?? {}));
  const settled: Settled = {};
  const asked: PretendOffice['asked'] = [];
  const hearers: Hearers = { locked: new Set(), progress: new Set() };
  const got = new Map<string, number>();
  let slow = wishes.slow ?? 0;

  async function pause(): Promise<void> {
    if (slow > 0) await new Promise((done) => setTimeout(done, slow));
  }

  return {
    asked,
    async call<N extends CommandName>(name: N, args: Commands[N]['args']) {
      asked.push({ name, args });
      await pause();
      const wrong = failing.get(name);
      // Cloned on the way out as the real bridge does, so that no screen shares our memory.
      if (wrong !== undefined) throw structuredClone(wrong);
      return structuredClone(settled[name] ?? (await answers[name](args)));
    },
    async callRaw<N extends keyof RawCommands>(name: N, token: string, bytes: Uint8Array) {
      asked.push({ name, args: { token, length: bytes.length } });
      await pause();
      const have = (got.get(token) ?? 0) + bytes.length;
      got.set(token, have);
      return { have };
    },
    async fetchRaw<N extends keyof RawAnswers>(name: N, args: RawAnswers[N]) {
      asked.push({ name, args });
      await pause();
      return pieceOf(args);
    },
    listen<E extends keyof OfficeEvents>(event: E, hear: (said: OfficeEvents[E]) => void) {
      hearers[event].add(hear);
      return Promise.resolve(() => {
        hearers[event].delete(hear);
      });
    },
    fail(name, with_) {
      if (with_ === null) failing.delete(name);
      else failing.set(name, with_);
    },
    answer(answers_) {
      Object.assign(settled, answers_);
    },
    slowDown(milliseconds) {
      slow = milliseconds;
    },
    tell(event, said) {
      for (const hear of hearers[event]) hear(said);
    },
  };
}

const unwell = fault('unexpected', 'Something in Strongroom stopped before it was done.', {
  kept: 'Everything signed is kept, and so is your draft.',
  next: 'Try once more. If it happens again, lock and open again.',
  technical: 'pretend: told to fail (code pretend.fail)',
});

/** A pretend office by what stands in the address: `?state=new`, `?slow=3000`, `?fail=concerns`. */
export function pretendFromAddress(search: string): PretendOffice {
  const wanted = new URLSearchParams(search);
  const state = wanted.get('state');
  const failing: Partial<Record<string, Fault>> = {};
  for (const name of wanted.getAll('fail')) failing[name] = unwell;
  return pretend({
    state: state === 'new' || state === 'unavailable' ? state : 'closed',
    empty: wanted.has('empty'),
    practice: wanted.has('practice'),
    differ: wanted.has('differ'),
    drafts: wanted.has('drafts'),
    busy: wanted.has('busy'),
    rehearsal: wanted.has('rehearsal'),
    namesakes: wanted.has('namesakes'),
    many: wanted.has('many'),
    slow: Number(wanted.get('slow') ?? 0),
    failing,
  });
}
