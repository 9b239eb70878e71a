import type { ConcernRow, DraftView, PupilRow } from '../bindings/office';
import { addKinds } from '../frame/place.svelte';
import { addWords } from './casework';
import { tableWords } from './tables';

/** "Amara Oyelaran, 8T: a stranger online". */
export function headingOf(row: ConcernRow): string {
  const who = [row.about, row.class].filter((part) => part !== '').join(', ');
  if (row.title === '' || row.title === row.about) return who;
  if (row.title.startsWith(row.about) || who === '') return row.title;
  return `${who}: ${row.title}`;
}

/** The same without names: "8T, MV-2026-0147". */
export function maskedOf(row: ConcernRow): string {
  return [row.class, row.record_no].filter((part) => part !== '').join(', ');
}

/** A pupil without a name: "8T, UPN ends 6001", or by their place in the list: "8T, pupil 3". */
export function maskedPupil(pupil: PupilRow, at: number): string {
  const which = pupil.upn ? `UPN ends ${pupil.upn.slice(-4)}` : `pupil ${at + 1}`;
  const said = [pupil.class, which].filter((part) => part !== '').join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** What a draft is called; its first words say so where they were cut. */
export function draftTitle({ title, form, addition }: DraftView): string {
  if (addition !== null) {
    if (addition.what === 'response') return tableWords.draft(title);
    const kind = addKinds.find((one) => one === addition.what);
    return kind === undefined ? title : `${title}: ${addWords.titles[kind].toLowerCase()}`;
  }
  const cut = title !== '' && form.description.length > title.length && form.description.startsWith(title);
  return cut ? `${title.trimEnd()}…` : title;
}
