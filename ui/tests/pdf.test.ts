/** The shelf of PDFs, whole and broken, read by the very program that draws them. Drawing itself needs the real window. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { smallPdf } from '../src/bridge/pretend/files';
import { lines, openPdf } from '../src/screens/preview/pdf';

// Node 20 lacks what the plain build asks of a web view of today; the other build of the same version brings it.
vi.mock('pdfjs-dist', () => vi.importActual('pdfjs-dist/legacy/build/pdf.mjs'));

interface Held {
  promise: Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

function held(): Held {
  let [resolve, reject]: [Held['resolve'], Held['reject']] = [() => undefined, () => undefined];
  const promise = new Promise((done, fail) => {
    [resolve, reject] = [done, fail];
  });
  return { promise, resolve, reject };
}

if (!('withResolvers' in Promise)) Object.defineProperty(Promise, 'withResolvers', { value: held });

beforeAll(async () => {
  // There are no workers here: the same code runs in this thread.
  Reflect.set(globalThis, 'pdfjsWorker', await vi.importActual('pdfjs-dist/legacy/build/pdf.worker.mjs'));
});

const whole = (): Uint8Array<ArrayBuffer> => smallPdf(['one', 'two', 'three']);

describe('a PDF', () => {
  it('is opened with as many pages as it has', async () => {
    const pdf = await openPdf(whole());

    expect(pdf.pages).toBe(3);
    pdf.close();
  });

  it('obeys no script that it brings', async () => {
    const obeyed = vi.fn();
    Reflect.set(globalThis, 'obeyed', obeyed);
    const script = '/OpenAction << /S /JavaScript /JS (globalThis.obeyed\\(\\)) >>';

    const pdf = await openPdf(smallPdf(['one'], script));

    expect(pdf.pages).toBe(1);
    await new Promise((done) => setTimeout(done, 50));
    expect(obeyed).not.toHaveBeenCalled();
    pdf.close();
  });

  const cut = (share: number) => (): Uint8Array<ArrayBuffer> => whole().slice(0, Math.floor(whole().length * share));
  it.each([
    ['that is cut after its first bytes', cut(0.02)],
    ['that holds nothing but its mark', () => new TextEncoder().encode('%PDF-1.7\n%%EOF')],
    ['that is a web page', () => new TextEncoder().encode('<html>%PDF-</html>')],
    ['of noise', () => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)],
    ['whose pages are a ring', () => smallPdf([])],
  ])('%s is refused with a word for it', async (_what, bytes) => {
    await expect(openPdf(bytes())).rejects.toBe('damaged');
  });

  it('gives its words line by line, and passes over what is no text', () => {
    const found = lines({
      items: [{ str: 'He ' , hasEOL: false }, { str: 'said no.', hasEOL: true }, { type: 'beginMarkedContent' }, { str: ' ', hasEOL: true }, { str: 'End' }],
    });

    expect(found).toEqual(['He said no.', 'End']);
  });
});
