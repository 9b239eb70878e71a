/** The sheet of something that may not come in, as a form holds it. */
import type { ToldForm, WithheldForm } from '../bindings/office';
import { dayAndClock } from '../words/time';

/** Whom a school tells, in the order in which the sheet asks. */
export const toldOf = ['police', 'lado', 'ceop', 'report_remove'] as const;

const textFields = ['what', 'place', 'make', 'serial', 'kept_at', 'held_by', 'isolated_note', 'seen_by'] as const;

function nobodyTold(who: ToldForm['who']): ToldForm {
  return { who, at: '', at_text: '', reference: '' };
}

/** A sheet with a line for each of them, filled from one that is there. */
export function fullSheet(from: WithheldForm | null = null): WithheldForm {
  const empty: WithheldForm = {
    what: '', place: '', make: '', serial: '', kept_at: '', held_by: '', isolated: '', isolated_note: '', seen_by: '', told: [],
  };
  const told = toldOf.map((who) => {
    const known = from?.told.find((one) => one.who === who);
    if (known === undefined) return nobodyTold(who);
    const said = known.at_text === '' && known.at !== '' ? dayAndClock(known.at, false) : known.at_text;
    return { ...known, at_text: said };
  });
  return { ...empty, ...from, told };
}

/** Everything somebody wrote on it. */
export function wordsOf(sheet: WithheldForm): string[] {
  const told = sheet.told.flatMap((one) => [one.at_text, one.at, one.reference]);
  return [...textFields.map((name) => sheet[name]), sheet.isolated, ...told];
}

/** As the office takes it; nothing where nobody wrote on it. */
export function sentSheet(sheet: WithheldForm | null): WithheldForm | null {
  if (sheet === null || wordsOf(sheet).every((text) => text.trim() === '')) return null;
  const told = sheet.told.filter((one) => `${one.at}${one.at_text}${one.reference}`.trim() !== '');
  return { ...sheet, told };
}

/** The sheet as plain fields, for a draft. */
export function flat(sheet: WithheldForm): Record<string, string> {
  const fields: Record<string, string> = { 'sheet.isolated': sheet.isolated };
  for (const name of textFields) fields[`sheet.${name}`] = sheet[name];
  for (const one of sheet.told) {
    fields[`sheet.${one.who}.at`] = one.at;
    fields[`sheet.${one.who}.at_text`] = one.at_text;
    fields[`sheet.${one.who}.reference`] = one.reference;
  }
  return fields;
}

/** Puts back what a draft kept of it. */
export function unflat(sheet: WithheldForm, fields: Record<string, string>): void {
  for (const name of textFields) sheet[name] = fields[`sheet.${name}`] ?? sheet[name];
  const isolated = fields['sheet.isolated'] ?? sheet.isolated;
  if (isolated === '' || isolated === 'yes' || isolated === 'no' || isolated === 'unsure') sheet.isolated = isolated;
  for (const one of sheet.told) {
    one.at = fields[`sheet.${one.who}.at`] ?? one.at;
    one.at_text = fields[`sheet.${one.who}.at_text`] ?? one.at_text;
    one.reference = fields[`sheet.${one.who}.reference`] ?? one.reference;
  }
}
