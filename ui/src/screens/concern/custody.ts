/** A thing that is kept, and what happened to it, as a form holds them. */
import type { CaseView, HeldForm, HeldView, PassedForm, WithheldView } from '../../bindings/office';
import { custodyWords as words } from '../../words/custody';
import { dayAndClock } from '../../words/time';

const heldFields = [
  'what', 'make', 'serial', 'owner', 'user', 'found_where', 'found_by', 'found', 'found_text', 'state', 'packing',
] as const;

const passedFields = ['at', 'at_text', 'to', 'place', 'state', 'packing', 'receipt', 'words'] as const;

/** What is known of a thing, for whoever puts it right; nothing yet of a new one. */
export function fullHeld(from: HeldForm | null = null): HeldForm {
  const empty: HeldForm = {
    what: '', make: '', serial: '', owner: '', user: '', found_where: '', found_by: '', found: '', found_text: '', state: '', packing: '',
  };
  if (from === null) return empty;
  const said = from.found_text === '' && from.found !== '' ? dayAndClock(from.found, false) : from.found_text;
  return { ...empty, ...from, found_text: said };
}

/** What happened, before anybody has said it. */
export function nothingPassed(): PassedForm {
  return { event: '', at: '', at_text: '', to: '', place: '', state: '', packing: '', receipt: '', words: '' };
}

/** What can happen to a thing, by its id. */
export function eventOf(id: string | undefined): PassedForm['event'] {
  return words.events.find((one) => one.id === id)?.id ?? '';
}

/** Both as plain fields, for a draft. */
export function flatCustody(held: HeldForm, passed: PassedForm): Record<string, string> {
  const fields: Record<string, string> = { 'passed.event': passed.event };
  for (const name of heldFields) fields[`held.${name}`] = held[name];
  for (const name of passedFields) fields[`passed.${name}`] = passed[name];
  return fields;
}

/** Puts back what a draft kept of them. */
export function unflatCustody(held: HeldForm, passed: PassedForm, fields: Record<string, string>): void {
  for (const name of heldFields) held[name] = fields[`held.${name}`] ?? held[name];
  for (const name of passedFields) passed[name] = fields[`passed.${name}`] ?? passed[name];
  passed.event = eventOf(fields['passed.event']) || passed.event;
}

/** The thing that something happened to: one that is kept, or the item that is on it. */
export function thingOf(found: CaseView, entry: string | null): HeldView | WithheldView | undefined {
  return [...found.held, ...found.withheld].find((one) => one.entry === entry);
}
