import type { When } from '../../bindings/office';

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const two = (n: number): string => String(n).padStart(2, '0');

function dayOf(text: string, now: Date): Date | null {
  const written = /\b(\d{1,2})\s+([a-z]{3})[a-z]*(?:\s+(\d{4}))?/.exec(text);
  if (written !== null) {
    const month = months.indexOf(written[2] ?? '');
    if (month >= 0) {
      return new Date(Number(written[3] ?? now.getFullYear()), month, Number(written[1]));
    }
  }
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso !== null) return new Date(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  if (text.includes('yesterday')) {
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  }
  const weekday = names.findIndex((name) => new RegExp(`\\b${name}`).test(text));
  if (weekday >= 0) {
    const back = (now.getDay() - weekday + 7) % 7;
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  }
  if (text.includes('today') || /\d{1,2}[:.]\d{2}|\d\s*[ap]m/.test(text)) {
    return new Date(now.getFullYear(), now.getMonth(), now.getDate());
  }
  return null;
}

/** Understands enough of a written time for tests and for drawing screens. */
export function understand(typed: string, now: Date): When {
  const text = typed.toLowerCase();
  const date = dayOf(text, now);
  const nothing = { text: typed, at: null, about: false, understood: '' };
  if (date === null) return nothing;
  const about = /\babout\b|\baround\b|~/.test(text);
  const time = /(\d{1,2})[:.](\d{2})\s*([ap]m)?|\b(\d{1,2})\s*([ap]m)/.exec(text);
  let hour = time === null ? 0 : Number(time[1] ?? time[4]);
  const minute = time === null ? 0 : Number(time[2] ?? 0);
  const half = time === null ? undefined : (time[3] ?? time[5]);
  if (half === 'pm' && hour < 12) hour += 12;
  if (hour > 23 || minute > 59) return nothing;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`;
  const said = `${title(names[date.getDay()] ?? '')} ${date.getDate()} ${title(months[date.getMonth()] ?? '')}${year}`;
  const clock = `${two(hour)}:${two(minute)}`;
  return {
    text: typed,
    at: `${day}T${clock}:00+00:00`,
    about,
    understood: time === null ? said : `${said}, ${about ? 'about ' : ''}${clock}`,
  };
}
