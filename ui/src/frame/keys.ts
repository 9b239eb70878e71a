import { remember } from './caret';
import { blank, danger, house, page, panels } from './house.svelte';
import { place, recordSpot } from './place.svelte';

const twice = 500;
let lastEscape = 0;

/** Puts everything out of sight, or back. */
export function turnBlank(): void {
  if (house.session === null) return;
  if (blank.since === null && !danger.open) remember();
  blank.since = blank.since === null ? Date.now() : null;
}

/** Opens the page for immediate danger; the page behind keeps everything. */
export function openDanger(): void {
  if (danger.open) return;
  if (blank.since === null) remember();
  blank.since = null;
  panels.find = false;
  panels.shortcuts = false;
  danger.open = true;
}

function escape(event: KeyboardEvent): void {
  if (danger.open) {
    event.preventDefault();
    event.stopPropagation();
    danger.leave();
    lastEscape = 0;
    return;
  }
  const now = event.timeStamp;
  const again = lastEscape > 0 && now - lastEscape < twice;
  lastEscape = again ? 0 : now;
  if (again && blank.since === null) turnBlank();
}

/** What a key with Ctrl does, by key; each answers whether it was done. */
function withControl(key: string): boolean {
  if (key === '9') {
    openDanger();
    return true;
  }
  if (house.session === null) return false;
  if (key === 'b') {
    turnBlank();
    return true;
  }
  if (key === 'l') {
    void house.lock();
    return true;
  }
  // Nothing else is reachable while the window shows nothing, or only the danger page.
  if (blank.since !== null || danger.open) return key === 'k' || key === 'n' || key === '/';
  if (key === 'k') {
    panels.shortcuts = false;
    panels.find = true;
    return true;
  }
  if (key === '/') {
    panels.find = false;
    panels.shortcuts = !panels.shortcuts;
    return true;
  }
  if (key === 'n') {
    if (!house.session.places.includes('record')) return true;
    panels.find = false;
    if (place.here?.at !== 'record') place.go(recordSpot());
    return true;
  }
  if (key === 'e' && page.add !== null && !panels.find && !panels.shortcuts) {
    page.add();
    return true;
  }
  if (key === 'enter' && page.sign !== null && !panels.find && !panels.shortcuts) {
    page.sign();
    return true;
  }
  return false;
}

/** Keys of a browser that have no place in this window: reload, print, save, open, view source. */
const notOurs = new Set(['r', 'p', 's', 'o', 'u', 'g', 'j', 'd', 'h']);

/** The web view's own menu offers to reload or to look inside; only fields keep theirs, for spelling. */
export function onMenu(event: MouseEvent): void {
  const at = event.target;
  if (at instanceof Element && at.closest('input, textarea') !== null) return;
  event.preventDefault();
}

/** Whether what has the focus moves by arrows with Alt, so that they do not lead back. */
function movesByAlt(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-alt-arrows]') !== null;
}

/** The one listener for keys that work anywhere. */
export function onKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  if (event.key === 'Escape') {
    escape(event);
    return;
  }
  if (event.key === 'F5' || (event.altKey && /^Arrow(Left|Right)$/.test(event.key))) {
    event.preventDefault();
    const shown = house.session !== null && blank.since === null && !danger.open;
    if (event.key === 'ArrowLeft' && shown && !movesByAlt(event)) place.back();
    return;
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (withControl(key)) {
    event.preventDefault();
    event.stopPropagation();
  } else if (notOurs.has(key)) {
    event.preventDefault();
  }
}
