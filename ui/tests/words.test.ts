import { describe, expect, it } from 'vitest';
import { birthday, clock, day, dayAndClock, instantNow, monthOf, saidOf, shortSaid } from '../src/words/time';

const now = new Date(2026, 10, 10, 10, 33);

describe('times in words', () => {
  it('writes an instant on the clock it was written with', () => {
    expect(dayAndClock('2026-07-10T09:45:00+01:00', false, now)).toBe('Fri 10 Jul, 09:45');
    expect(clock('2026-11-10T23:05:00-05:00', now)).toBe('23:05');
  });

  it('says about where it is about', () => {
    expect(dayAndClock('2026-11-08T20:30:00+00:00', true, now)).toBe('Sun 8 Nov, about 20:30');
  });

  it('names the year only when it is another', () => {
    expect(day('2025-09-03T08:00:00+01:00', now)).toBe('Wed 3 Sep 2025');
    expect(day('2026-09-03T08:00:00+01:00', now)).toBe('Thu 3 Sep');
  });

  it('says today, yesterday and the day', () => {
    expect(saidOf('2026-11-10T07:40:00+00:00', now)).toBe('today at 07:40');
    expect(saidOf('2026-11-09T17:42:00+00:00', now)).toBe('yesterday at 17:42');
    expect(saidOf('2026-11-03T09:05:00+00:00', now)).toBe('on Tue 3 Nov at 09:05');
    expect(shortSaid('2026-11-10T07:40:00+00:00', now)).toBe('07:40');
  });

  it.each([
    ['10:41', 'Tue 10 Nov', '10:41'],
    ['Sun 8 Nov, 20:30', 'Sun 8 Nov', '20:30'],
    ['about Sun 8 Nov, 20:30', 'Sun 8 Nov', '20:30'],
    ['Wed 3 Sep 2025, 08:00', 'Wed 3 Sep 2025', '08:00'],
    ['today at 07:40', 'Tue 10 Nov', '07:40'],
    ['yesterday at 17:42', 'Mon 9 Nov', '17:42'],
  ])('reads what the office has already said: %s', (text, theDay, theClock) => {
    expect(day(text, now)).toBe(theDay);
    expect(clock(text, now)).toBe(theClock);
  });

  it('leaves alone what is no time', () => {
    expect(day('Not known when', now)).toBe('Not known when');
    expect(clock('', now)).toBe('');
    expect(dayAndClock('soon', false, now)).toBe('soon');
  });

  it('writes a birthday and a month in full', () => {
    expect(birthday('2014-03-14', now)).toBe('14 March 2014');
    expect(monthOf('Sun 8 Nov, 20:30', now)).toBe('November 2026');
  });

  it('keeps an instant with the offset of this laptop', () => {
    expect(instantNow(now)).toMatch(/^2026-11-10T10:33:00[+-]\d{2}:\d{2}$/);
  });
});
