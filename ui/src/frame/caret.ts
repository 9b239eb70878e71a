/** Where the person was writing before something covered the page, so that they come back to it. */
let before: HTMLElement | null = null;
let caret: [number | null, number | null] | null = null;

function isWords(field: Element): field is HTMLInputElement | HTMLTextAreaElement {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}

/** Remembers the focus and the caret. */
export function remember(): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body) return;
  before = active;
  caret = isWords(active) ? [active.selectionStart, active.selectionEnd] : null;
}

/** Returns to them, if they are still there. */
export function restore(): void {
  if (before === null || !before.isConnected) return;
  before.focus({ preventScroll: true });
  if (caret !== null && isWords(before) && caret[0] !== null) {
    before.setSelectionRange(caret[0], caret[1]);
  }
  before = null;
}
