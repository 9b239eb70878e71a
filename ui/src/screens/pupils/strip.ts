/** The overview strip reckoned in months: where a school life begins, its years, its marks, its frame. */
import type { StripMark } from '../../bindings/office';
import { chronologyWords as words } from '../../words/chronology';
import { monthOf } from '../../words/time';

/** Some whole months, both included; a month is year times twelve plus its number from nought. */
export interface Span {
  from: number;
  to: number;
}

/** A school year on the strip. */
export interface Band extends Span {
  name: string;
  shaded: boolean;
}

/** Everything the strip draws. */
export interface Life extends Span {
  bands: Band[];
  marks: (StripMark & { at: number })[];
}

const september = 8;

/** The month a day lies in. */
export function monthIn(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The first month of the school year a month lies in. */
function yearStart(month: number): number {
  return month - ((month - september + 12) % 12);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** The first day of a span, `2026-09-01`. */
export function firstDay({ from }: Span): string {
  return `${Math.floor(from / 12)}-${two((from % 12) + 1)}-01`;
}

/** The last day of a span. */
export function lastDay({ to }: Span): string {
  const end = new Date(Date.UTC(Math.floor(to / 12), (to % 12) + 1, 0));
  return `${Math.floor(to / 12)}-${two((to % 12) + 1)}-${two(end.getUTCDate())}`;
}

/** "November 2026". */
export function monthName(month: number): string {
  return monthOf(`${Math.floor(month / 12)}-${two((month % 12) + 1)}-01`);
}

/** "May 2026 to November 2026". */
export function spanName(span: Span): string {
  return words.stripNow(monthName(span.from), monthName(span.to));
}

/** The number of a year group as a list writes it: 8, R as nought, N below; nothing where it is none. */
function groupOf(year: string): number | null {
  const found = /^(?:year |y)?(\d{1,2})$/i.exec(year.trim());
  if (found !== null) return Number(found[1]);
  if (/^r(ec(eption)?)?$/i.test(year.trim())) return 0;
  return /^n(ursery)?[12]?$/i.test(year.trim()) ? -1 : null;
}

function bandName(start: number, now: number, group: number | null): string {
  const year = Math.floor(start / 12);
  const then = group === null ? null : group + year - Math.floor(yearStart(now) / 12);
  if (then === null || then < -1 || then > 13) return words.schoolYear(year);
  return then === 0 ? words.reception : then === -1 ? words.nursery : words.year(then);
}

/** A school life from its marks; nothing where nothing is known. `group` is the year group today. */
export function lifeOf(strip: StripMark[], today: string, group: string): Life | null {
  const months = strip.map((mark) => monthIn(mark.date));
  if (months.length === 0) return null;
  const now = monthIn(today);
  const from = yearStart(Math.min(...months));
  const to = Math.max(now, ...months);
  const number = groupOf(group);
  const bands: Band[] = [];
  for (let start = from; start <= to; start += 12) {
    const name = bandName(start, now, number);
    bands.push({ from: start, to: Math.min(start + 11, to), name, shaded: bands.length % 2 === 1 });
  }
  // Drawn in this order: where many stand close, the rarer and graver is on top.
  const rank = (mark: StripMark): number => (mark.milestone ? 2 : mark.danger ? 1 : 0);
  const marks = strip
    .map((mark) => ({ ...mark, at: monthIn(mark.date) + (Number(mark.date.slice(8, 10)) - 1) / 31 }))
    .sort((a, b) => rank(a) - rank(b));
  return { from, to, bands, marks };
}

/** Where a month stands on the strip, in parts of a hundred. */
export function share(life: Span, month: number): number {
  return Math.round(((month - life.from) / (life.to + 1 - life.from)) * 10_000) / 100;
}

/** A span moved by some months, as far as the strip goes. */
export function moved(life: Span, span: Span, by: number): Span {
  const kept = Math.min(life.to - span.to, Math.max(life.from - span.from, by));
  return { from: span.from + kept, to: span.to + kept };
}

/** A span whose older edge stands elsewhere; never less than a month, never beyond the strip. */
export function widened(life: Span, span: Span, from: number): Span {
  return { from: Math.min(span.to, Math.max(life.from, from)), to: span.to };
}

/** The strip in words, year by year. */
export function summaryOf(life: Life): string {
  const milestones = life.marks.filter((mark) => mark.milestone).length;
  const all = words.stripSummary(
    life.marks.length - milestones,
    milestones,
    monthName(life.from),
    monthName(life.to),
  );
  const years = life.bands.map((band) => {
    const within = life.marks.filter((mark) => mark.at >= band.from && mark.at < band.to + 1);
    const dates = within.filter((mark) => mark.milestone).length;
    const danger = within.filter((mark) => mark.danger).length;
    return words.stripYear(band.name, within.length - dates, danger, dates);
  });
  return [all, ...years].join(' ');
}
