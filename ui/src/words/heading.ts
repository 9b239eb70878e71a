import type { ConcernRow } from '../bindings/office';

/** "Amara Oyelaran, 8T: a stranger online". */
export function headingOf(row: ConcernRow): string {
  const who = [row.about, row.class].filter((part) => part !== '').join(', ');
  if (row.title === '' || row.title === row.about) return who;
  if (row.title.startsWith(row.about) || who === '') return row.title;
  return `${who}: ${row.title}`;
}
