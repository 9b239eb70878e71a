import { call } from '../bridge';
import { house } from './house.svelte';

const tellEvery = 10_000;
const hideAfter = 5_000;

class Presence {
  /** The window lost the focus for five seconds: names, words and pictures are hatched over. */
  away = $state(false);
}

/** Whether someone is at the window. */
export const presence = new Presence();

let told = 0;
let hiding: ReturnType<typeof setTimeout> | undefined;

function active(): void {
  comeBack();
  if (house.session === null) return;
  const now = Date.now();
  house.lastSeen = now;
  if (now - told < tellEvery) return;
  told = now;
  void call('still_here', {}).catch(() => undefined);
}

function leave(): void {
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    presence.away = house.session !== null;
  }, hideAfter);
}

function comeBack(): void {
  clearTimeout(hiding);
  presence.away = false;
}

/** Watches for hands on the keyboard and for the window losing the focus. */
export function watchPresence(): () => void {
  const heard = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
  for (const event of heard) window.addEventListener(event, active, { passive: true });
  window.addEventListener('blur', leave);
  window.addEventListener('focus', comeBack);
  return () => {
    for (const event of heard) window.removeEventListener(event, active);
    window.removeEventListener('blur', leave);
    window.removeEventListener('focus', comeBack);
    clearTimeout(hiding);
  };
}
