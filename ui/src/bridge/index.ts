/**
 * The one way from the screens to the office. Everything a screen asks goes through `call`; what
 * stands behind it is the real office (tauri.ts) or, for tests and drawing screens, a pretend one.
 */
import type { Commands, OfficeEvents, RawAnswers, RawCommands } from '../bindings/commands';
import type { Fault } from '../bindings/office';

/** The name of a command. */
export type CommandName = keyof Commands;

/** What stands behind the bridge. */
export interface Office {
  call<N extends CommandName>(name: N, args: Commands[N]['args']): Promise<Commands[N]['result']>;
  callRaw<N extends keyof RawCommands>(
    name: N,
    token: string,
    bytes: Uint8Array,
  ): Promise<RawCommands[N]>;
  fetchRaw<N extends keyof RawAnswers>(name: N, args: RawAnswers[N]): Promise<Uint8Array<ArrayBuffer>>;
  listen<E extends keyof OfficeEvents>(
    event: E,
    hear: (said: OfficeEvents[E]) => void,
  ): Promise<() => void>;
}

let office: Office | null = null;

/** Says which office stands behind the bridge; called once, before the first screen. */
export function open(chosen: Office): void {
  office = chosen;
}

function standing(): Office {
  if (office === null) throw new Error('the bridge is not open');
  return office;
}

/** Asks the office to do one thing. Rejects with a `Fault`. */
export function call<N extends CommandName>(
  name: N,
  args: Commands[N]['args'],
): Promise<Commands[N]['result']> {
  return standing().call(name, args).catch(noticeLocked);
}

let lockedHeard: (() => void) | null = null;

/** Says what to do when an answer shows that the vault has been locked meanwhile. */
export function onLockedAnswer(hear: () => void): void {
  lockedHeard = hear;
}

function noticeLocked(thrown: unknown): never {
  if (isFault(thrown) && thrown.kind === 'locked') lockedHeard?.();
  throw thrown;
}

/** Hands the office a piece of a file as bytes. Rejects with a `Fault`. */
export function callRaw<N extends keyof RawCommands>(
  name: N,
  token: string,
  bytes: Uint8Array,
): Promise<RawCommands[N]> {
  return standing().callRaw(name, token, bytes).catch(noticeLocked);
}

/** Asks the office for bytes. Rejects with a `Fault`. */
export function fetchRaw<N extends keyof RawAnswers>(
  name: N,
  args: RawAnswers[N],
): Promise<Uint8Array<ArrayBuffer>> {
  return standing().fetchRaw(name, args).catch(noticeLocked);
}

/** Hears what the office says without being asked; the answer stops listening. */
export function listen<E extends keyof OfficeEvents>(
  event: E,
  hear: (said: OfficeEvents[E]) => void,
): Promise<() => void> {
  return standing().listen(event, hear);
}

function isFault(thrown: unknown): thrown is Fault {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'kind' in thrown &&
    'say' in thrown &&
    'problems' in thrown
  );
}

/** Turns whatever was thrown into a fault a person can read. */
export function faultOf(thrown: unknown): Fault {
  if (isFault(thrown)) return thrown;
  const technical =
    thrown instanceof Error ? thrown.name : typeof thrown === 'string' ? 'refused' : typeof thrown;
  return {
    kind: 'unexpected',
    say: 'Something in Strongroom stopped before it was done.',
    kept: 'Everything signed is kept, and so is your draft.',
    next: 'Try once more. If it happens again, lock, open again, and tell whoever looks after the laptops.',
    problems: [],
    wait_seconds: null,
    technical: `window: ${technical}`,
  };
}
