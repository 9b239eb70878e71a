/** A bundle behind a password that nobody has said is written down. It is in memory only, and goes with the page at a lock. */
import type { BundleMade, Session } from '../../bindings/office';
import { house } from '../../frame/house.svelte';

interface Unwritten {
  of: string;
  made: BundleMade;
  /** Whoever is in: nobody else finds it. */
  session: Session | null;
}

let waits: Unwritten | null = null;

const nameOf = (of: { pupils: string[]; concerns: string[] }): string => JSON.stringify([of.pupils, of.concerns]);

/** Keeps it until somebody says that the password is written down. */
export function wait(of: { pupils: string[]; concerns: string[] }, made: BundleMade): void {
  if (made.sealed !== null) waits = { of: nameOf(of), made, session: house.session };
}

/** The one that waits on this page. */
export function waiting(of: { pupils: string[]; concerns: string[] }): BundleMade | null {
  return waits?.of === nameOf(of) && waits.session === house.session ? waits.made : null;
}

/** It is written down. */
export function written(): void {
  waits = null;
}
