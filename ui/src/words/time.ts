/** Instants in words: "Tue 10 Nov", "15:20". A text that is not an instant is shown as it is. */

const instant = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?/;

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;
const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

interface Wall {
  year: number;
  month: number;
  day: number;
  weekday: number;
  clock: string | null;
  about: boolean;
}

const inWords =
  /^(?:about )?(?:(?:on )?(?:[A-Z][a-z]{2} )?(\d{1,2}) ([A-Z][a-z]{2})[a-z]*(?: (\d{4}))?|(today|yesterday))?(?:,? ?(?:at )?(?:about )?(\d{2}:\d{2}))?$/;

/** The wall time an instant was written with; one in UTC is shown on this laptop's clock. */
function wall(text: string, now: Date): Wall | null {
  const found = instant.exec(text);
  if (found === null) return wallInWords(text, now);
  const [, y, m, d, h, min, zone] = found;
  if (zone === 'Z') {
    const local = new Date(text);
    return Number.isNaN(local.getTime()) ? null : wallOf(local);
  }
  const date = new Date(Number(y), Number(m) - 1, Number(d));
  return { ...wallOf(date), clock: h === undefined || min === undefined ? null : `${h}:${min}` };
}

/** The office often says a time in words already: "Tue 10 Nov, 10:41", "10:41", "today at 07:40". */
function wallInWords(text: string, now: Date): Wall | null {
  const found = inWords.exec(text.trim());
  if (found === null || text.trim() === '') return null;
  const [, d, monthName, y, near, time] = found;
  let date = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  if (d !== undefined && monthName !== undefined) {
    const month = months.findIndex((name) => name === monthName);
    if (month < 0) return null;
    date = new Date(y === undefined ? now.getFullYear() : Number(y), month, Number(d));
  } else if (near === 'yesterday') {
    date = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  } else if (near === undefined && time === undefined) {
    return null;
  }
  return { ...wallOf(date), clock: time ?? null, about: /\babout\b/.test(text) };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function sameDay(a: Wall, b: Wall): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

function wallOf(date: Date): Wall {
  return {
    year: date.getFullYear(),
    month: date.getMonth(),
    day: date.getDate(),
    weekday: date.getDay(),
    clock: `${two(date.getHours())}:${two(date.getMinutes())}`,
    about: false,
  };
}

/** "15:20". */
export function clock(text: string, now = new Date()): string {
  return wall(text, now)?.clock ?? text;
}

/** "Tue 10 Nov", with the year when it is not this one. */
export function day(text: string, now = new Date()): string {
  const w = wall(text, now);
  if (w === null) return text;
  const year = w.year === now.getFullYear() ? '' : ` ${w.year}`;
  return `${days[w.weekday] ?? ''} ${w.day} ${months[w.month] ?? ''}${year}`;
}

/** "Tue 10 Nov, 15:20". */
export function dayAndClock(text: string, about = false, now = new Date()): string {
  const w = wall(text, now);
  if (w === null) return text;
  if (w.clock === null) return day(text, now);
  return `${day(text, now)}, ${about || w.about ? 'about ' : ''}${w.clock}`;
}

/** "14 March 2014". */
export function birthday(text: string, now = new Date()): string {
  const w = wall(text, now);
  if (w === null) return text;
  return `${w.day} ${longMonths[w.month] ?? ''} ${w.year}`;
}

/** "today at 07:40", "yesterday at 17:42", "on Tue 3 Nov at 09:05". */
export function saidOf(text: string, now = new Date()): string {
  const w = wall(text, now);
  if (w === null) return text;
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  const at = w.clock === null ? '' : ` at ${w.clock}`;
  if (sameDay(w, wallOf(now))) return `today${at}`;
  if (sameDay(w, wallOf(yesterday))) return `yesterday${at}`;
  return `on ${day(text, now)}${at}`;
}

/** "07:40" when today, else "Tue 3 Nov, 07:40". */
export function shortSaid(text: string, now = new Date()): string {
  const w = wall(text, now);
  if (w === null) return text;
  return sameDay(w, wallOf(now)) ? (w.clock ?? day(text, now)) : dayAndClock(text, false, now);
}

/** The clock on the wall now: "10:34". */
export function clockNow(now = new Date()): string {
  return wallOf(now).clock ?? '';
}

/** Now as an instant with this laptop's offset. */
export function instantNow(now = new Date()): string {
  const offset = -now.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${date}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}${zone}`;
}

/** "November 2026". */
export function monthOf(text: string, now = new Date()): string {
  const w = wall(text, now);
  return w === null ? text : `${longMonths[w.month] ?? ''} ${w.year}`;
}
