/** What jsdom lacks and the window has. */
import { cleanup, configure } from '@testing-library/svelte';
import { afterEach } from 'vitest';

// A machine that does other things too is given time.
configure({ asyncUtilTimeout: 5000 });

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

/** The invented school has a calendar of its own: what a test finds in "last month" must not change with the day it is run on. */
const RealDate = Date;
const ahead = RealDate.UTC(2026, 10, 29, 14, 2) - RealDate.now();
globalThis.Date = new Proxy(RealDate, {
  construct: (real, given: [], target) =>
    Reflect.construct(real, given.length === 0 ? [real.now() + ahead] : given, target) as Date,
  get: (real, name, self) => (name === 'now' ? () => real.now() + ahead : Reflect.get(real, name, self) as unknown),
});

afterEach(() => {
  cleanup();
});
