import { describe, expect, it } from 'vitest';
import {
  firstDay,
  lastDay,
  lifeOf,
  monthIn,
  moved,
  share,
  spanName,
  summaryOf,
  widened,
  type Life,
} from '../../src/screens/pupils/strip';

const today = '2026-11-10';

function mark(date: string, what: 'concern' | 'danger' | 'milestone' = 'concern') {
  return { date, milestone: what === 'milestone', danger: what === 'danger' };
}

function life(group: string, ...dates: string[]): Life {
  const found = lifeOf(dates.map((date) => mark(date)), today, group);
  if (found === null) throw new Error('no life');
  return found;
}

function names(of: Life): string[] {
  return of.bands.map((band) => band.name);
}

describe('the overview strip', () => {
  it('is not there where nothing is known', () => {
    expect(lifeOf([], today, '8')).toBeNull();
  });

  it('runs from the September before the first thing to this month', () => {
    const whole = life('8', '2025-02-03', '2026-11-08');

    expect(spanName(whole)).toBe('September 2024 to November 2026');
    expect(names(whole)).toEqual(['Year 6', 'Year 7', 'Year 8']);
    expect(whole.bands.map((band) => band.shaded)).toEqual([false, true, false]);
  });

  it('counts years back through Reception and Nursery, and no further', () => {
    expect(names(life('2', '2022-10-01'))).toEqual(['2022 to 2023', 'Nursery', 'Reception', 'Year 1', 'Year 2']);
    expect(names(life('R', '2025-10-01'))).toEqual(['Nursery', 'Reception']);
  });

  it('names school years where the year group is not known', () => {
    expect(names(life('', '2025-10-01'))).toEqual(['2025 to 2026', '2026 to 2027']);
    expect(names(life('Oak', '2026-10-01'))).toEqual(['2026 to 2027']);
  });

  it('reaches as far as what is still to come', () => {
    expect(spanName(life('8', '2026-10-01', '2027-09-03'))).toBe('September 2026 to September 2027');
  });

  it('knows where a month stands and what its days are', () => {
    const whole = life('8', '2025-09-03');

    expect(share(whole, whole.from)).toBe(0);
    expect(share(whole, whole.to + 1)).toBe(100);
    expect(firstDay({ from: monthIn('2026-02-10'), to: monthIn('2026-02-10') })).toBe('2026-02-01');
    expect(lastDay({ from: 0, to: monthIn('2028-02-10') })).toBe('2028-02-29');
    expect(lastDay({ from: 0, to: monthIn('2026-12-10') })).toBe('2026-12-31');
  });

  it('keeps its frame within the strip, whole, and never empty', () => {
    const whole = life('8', '2025-09-03');
    const frame = { from: whole.from + 2, to: whole.from + 4 };

    expect(moved(whole, frame, -100)).toEqual({ from: whole.from, to: whole.from + 2 });
    expect(moved(whole, frame, 100)).toEqual({ from: whole.to - 2, to: whole.to });
    expect(widened(whole, frame, whole.from - 9)).toEqual({ from: whole.from, to: frame.to });
    expect(widened(whole, frame, whole.to + 9)).toEqual({ from: frame.to, to: frame.to });
  });

  it('says in words what it draws', () => {
    const found = lifeOf([mark('2025-09-03', 'milestone'), mark('2026-10-13', 'danger'), mark('2026-11-08')], today, '8');
    if (found === null) throw new Error('no life');

    expect(summaryOf(found)).toBe(
      'From September 2025 to November 2026: 2 concerns and one flag or date. ' +
        'Year 7: one flag or date. Year 8: 2 concerns, one of immediate danger.',
    );
  });
});
