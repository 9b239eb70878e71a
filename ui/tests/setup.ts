/** What jsdom lacks and the window has. */
import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';

window.matchMedia = (query: string) => {
  const list = new EventTarget();
  return Object.assign(list, {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as MediaQueryList;
};
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

if (typeof Blob.prototype.arrayBuffer !== 'function') {
  Blob.prototype.arrayBuffer = function (this: Blob) {
    return new Promise((done, fail) => {
      const reader = new FileReader();
      reader.onload = () => {
        if (reader.result instanceof ArrayBuffer) done(reader.result);
        else fail(new Error('no bytes'));
      };
      reader.readAsArrayBuffer(this);
    });
  };
}

afterEach(() => {
  cleanup();
});
