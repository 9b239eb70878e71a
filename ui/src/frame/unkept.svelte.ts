/** Pages of guidance that somebody changed in this sitting and has not kept as the school's own. */
import { SvelteSet } from 'svelte/reactivity';

class Unkept {
  /** By kind and name, such as `flow:missing-child`. */
  readonly pages = new SvelteSet<string>();
  readonly #forgetters = new Set<() => void>();

  /** Whoever holds the words themselves forgets them with the lock. */
  withLock(forget: () => void): void {
    this.#forgetters.add(forget);
  }

  forget(): void {
    this.pages.clear();
    for (const forget of this.#forgetters) forget();
  }
}

export const unkept = new Unkept();
