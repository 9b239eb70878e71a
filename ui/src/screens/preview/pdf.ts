/** PDF pages, drawn in the window by pdf.js: no scripts, no forms of XFA, no links to press, nothing fetched. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** What stopped a PDF from being shown. */
export type PdfTrouble = 'password' | 'damaged';

/** A PDF that is open. */
export interface Pdf {
  pages: number;
  /** Draws a page so many points wide, and gives its words line by line. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<string[]>;
  close(): void;
}

/** The most points a page is drawn with; four bytes each. */
const mostPoints = 16_000_000;
/** The most points a picture on a page may have. */
const mostInPicture = 100_000_000;

const fonts = import.meta.glob<string>('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&inline', import: 'default', exhaustive: true,
});
const decoders = import.meta.glob<string>('/node_modules/pdfjs-dist/wasm/{openjpeg,jbig2,qcms_bg}.wasm', {
  query: '?url&inline', import: 'default', exhaustive: true,
});

/** Fonts and decoders come with the program as part of its scripts, so that the window needs no leave to fetch anything. */
class OwnParts {
  readonly fetch = bring;
}

async function bring({ filename }: { filename: string }): Promise<Uint8Array> {
  const found = Object.entries({ ...fonts, ...decoders }).find(([path]) => path.endsWith(`/${filename}`));
  if (found === undefined) throw new Error('no such part');
  const text = await found[1]();
  return Uint8Array.from(atob(text.slice(text.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
}

/** Opens a PDF from its bytes, which are the worker's from then on. Rejects with a `PdfTrouble`. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Pdf> {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const task = pdfjs.getDocument({
    data: bytes,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    enableXfa: false,
    maxImageSize: mostInPicture,
    canvasMaxAreaInBytes: 4 * mostInPicture,
    disableWorkerRendering: true,
    // The same letters on every laptop.
    useSystemFonts: false,
    useWorkerFetch: false,
    BinaryDataFactory: OwnParts,
    standardFontDataUrl: 'own/',
    wasmUrl: 'own/',
  });
  try {
    const document = await task.promise;
    if (document.numPages < 1) throw new Error('no page');
    return asPdf(document, () => void task.destroy());
  } catch (thrown) {
    void task.destroy();
    const trouble: PdfTrouble = thrown instanceof Error && thrown.name === 'PasswordException' ? 'password' : 'damaged';
    throw trouble;
  }
}

function asPdf(document: PDFDocumentProxy, close: () => void): Pdf {
  return {
    pages: document.numPages,
    close,
    async draw(number, canvas, width) {
      const page = await document.getPage(number);
      const whole = page.getViewport({ scale: 1 });
      const most = Math.sqrt(mostPoints / (whole.width * whole.height));
      const viewport = page.getViewport({ scale: Math.min(width / whole.width, most) });
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      await page.render({ canvas, viewport }).promise;
      return lines(await page.getTextContent());
    },
  };
}

interface Said {
  items: object[];
}

/** The words of a page, a line each. */
export function lines(content: Said): string[] {
  let text = '';
  for (const item of content.items) {
    if (!('str' in item) || typeof item.str !== 'string') continue;
    text += item.str;
    if ('hasEOL' in item && item.hasEOL === true) text += '\n';
  }
  return text.split('\n').filter((line) => line.trim() !== '');
}
