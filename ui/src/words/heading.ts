import type { ConcernRow, DraftView } from '../bindings/office';

/** "Amara Oyelaran, 8T: a stranger online". */
export function headingOf(row: ConcernRow): string {
  const who = [row.about, row.class].filter((part) => part !== '').join(', ');
  if (row.title === '' || row.title === row.about) return who;
  if (row.title.startsWith(row.about) || who === '') return row.title;
  return `${who}: ${row.title}`;
}

/** What a draft is called; its first words say so where they were cut. */
export function draftTitle({ title, form }: DraftView): string {
  const cut = title !== '' && form.description.length > title.length && form.description.startsWith(title);
  return cut ? `${title.trimEnd()}…` : title;
}
