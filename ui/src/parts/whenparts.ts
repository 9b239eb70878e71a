/** Moving the part of a time that the caret stands on: day, month, hour or minute. */

/** A part of a written time. */
export type WhenPart = 'day' | 'month' | 'hour' | 'minute';

const monthNames = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** Which part of `text` the caret is on; a time with no colon near counts as its day. */
export function partAt(text: string, caret: number): WhenPart {
  const time = /\d{1,2}:\d{2}/.exec(text);
  if (time !== null && caret >= time.index) {
    return caret <= time.index + time[0].indexOf(':') ? 'hour' : 'minute';
  }
  const month = new RegExp(`\\b(${monthNames})`, 'i').exec(text);
  if (month !== null && caret >= month.index && caret <= month.index + 3) return 'month';
  return 'day';
}

/** Moves one part of an instant by `by`, on its own wall clock; answers in words the office reads. */
export function moved(at: string, part: WhenPart, by: number, about: boolean): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(at);
  if (found === null) return null;
  const [, y, mo, d, h, mi] = found.map(Number);
  if (y === undefined || mo === undefined || d === undefined) return null;
  if (h === undefined || mi === undefined) return null;
  // Reckoned in UTC so that no change of clocks on this laptop can move the wall time.
  const date = new Date(
    Date.UTC(
      y,
      mo - 1 + (part === 'month' ? by : 0),
      d + (part === 'day' ? by : 0),
      h + (part === 'hour' ? by : 0),
      mi + (part === 'minute' ? by : 0),
    ),
  );
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  // The year first: a year after a month could be read as a time of day.
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return `${day} ${about ? 'about ' : ''}${clock}`;
}
