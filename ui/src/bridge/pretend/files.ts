/** Pretend files to look at, and pretend paper forms. */
import type { FileOpened } from '../../bindings/office';
import type { RawAnswers } from '../../bindings/commands';
import { fault, type Answers, type Cabinet } from './cabinet';
import { viewOf } from './concerns';

const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const contents = new Map<string, Uint8Array<ArrayBuffer>>();

/** Says what a pretend file holds. */
export function pretendFile(id: string, bytes: Uint8Array<ArrayBuffer>): void {
  contents.set(id, bytes);
}

/** A PDF with a page for each text, in one of the fonts that a PDF need not bring. */
export function smallPdf(pages: string[], more = ''): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, at) => {
      const words = `BT /F1 18 Tf 60 760 Td (${text}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`,
        `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(file);
}

const note = ['Before lesson 2, library desk.', 'She said: he knows which school I go to.'];

function bytesOf(id: string): Uint8Array<ArrayBuffer> {
  const known = contents.get(id);
  if (known !== undefined) return known;
  return id === 'f-note' ? smallPdf(note) : Uint8Array.from(atob(point), (sign) => sign.charCodeAt(0));
}

/** A piece of one. */
export function pieceOf({ token, from, most }: RawAnswers['file_piece']): Uint8Array<ArrayBuffer> {
  return bytesOf(token.slice(2)).slice(from, from + most);
}

const kinds: [ending: string, kind: FileOpened['kind'], media: string][] = [
  ['pdf', 'pdf', 'application/pdf'],
  ['png', 'picture', 'image/png'],
  ['txt', 'text', 'text/plain'],
  ['wav', 'sound', 'audio/wav'],
  ['mp4', 'film', 'video/mp4'],
];

/** What the pretend office answers here. */
export function filesAnswers(
  c: Cabinet,
): Pick<Answers, 'open_file' | 'open_drawn' | 'file_text' | 'close_file' | 'hide_file' | 'bring_in_paper'> {
  const open = ({ id }: { id: string }): FileOpened => {
    const kept = c.concerns.find((one) => viewOf(one, false).files.some((file) => file.id === id)) ?? c.concerns[0];
    if (kept === undefined) throw fault('missing', 'That file is not here.');
    if (c.hidden.has(id)) throw fault('refused', 'This file is kept out of everybody\u2019s sight, so it is neither shown nor given out.');
    const file = viewOf(kept, false).files.find((one) => one.id === id);
    const name = file?.name ?? id;
    const known = kinds.find(([ending]) => name.endsWith(`.${ending}`));
    return {
      token: `t-${id}`,
      kind: known?.[1] ?? 'none',
      media: known?.[2] ?? '',
      why: known === undefined ? 'This is a HEIC picture, which cannot be shown here.' : null,
      id,
      name,
      size: bytesOf(id).length,
      size_text: file?.size_text ?? '70 bytes',
      sha256: file?.sha256 ?? '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      source: file?.source ?? null,
      added_by: file?.added_by ?? 'P. Osei',
      added_at: file?.added_at ?? c.stamp(),
      concern: kept.row.id,
      record_no: kept.row.record_no,
      seen: [{ name: 'R. Calloway', at: '2026-11-10T10:44:00+00:00' }],
  };
  };
  return {
    open_file: open,
    open_drawn: open,
    file_text: () => ({ text: 'He said he would pick me up.\nBy the cinema.', encoding: 'UTF-8', whole: true }),
    close_file: () => null,
    hide_file: ({ form }) => {
      if (form.reason.trim() === '') {
        throw fault('refused', 'Something is missing.', {
          problems: [{ field: 'reason', say: 'Say in a sentence why nobody is to see it' }],
        });
      }
      c.hidden.set(form.file, {
        reason: form.reason,
        told: form.told,
        seen_by: form.seen_by,
        by: 'R. Calloway, 11:20',
      });
      return { value: null, touched: ['concerns'] };
    },
    bring_in_paper: ({ number }) => {
      if (!/^MV-F-[0-9A-F]{6}(-[A-Z])?$/i.test(number.trim())) {
        throw fault('refused', 'Something is missing.', {
          problems: [{ field: 'number', say: 'This is not like the number of a form. It stands at the top, such as MV-F-4A07C2-K' }],
        });
      }
      const used = number.toUpperCase().includes('0000FF');
      return {
        number: number.toUpperCase(),
        used: used ? { id: 'c-amara', record_no: 'MV-2026-0143', by: 'P. Osei', at: '2026-11-10T10:41:00+00:00' } : null,
      };
    },
  };
}
