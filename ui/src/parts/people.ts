import type { AdultRow, PersonInConcern, PupilRow } from '../bindings/office';
import { pickerWords } from '../words/parts';
import { peopleWords } from '../words/people';
import { birthday } from '../words/time';

/** Something the person picker offers. */
export type Offer =
  | { what: 'pupil'; pupil: PupilRow }
  | { what: 'known'; adult: AdultRow }
  | { what: 'child' | 'adult'; name: string }
  | { what: 'unknown' };

/** "8T, 12 years"; of somebody who has a namesake also when they were born. */
export function pupilDetail(pupil: PupilRow): string {
  const age = pupil.age === null ? null : pickerWords.years(pupil.age);
  const where = pupil.class || pupil.year;
  const born = pupil.namesake && pupil.date_of_birth !== null ? pickerWords.born(birthday(pupil.date_of_birth)) : null;
  return [where || null, age, born, pupil.left ? pickerWords.left : null]
    .filter((part) => part !== null)
    .join(', ');
}

/** "Parent or carer"; of somebody who has a namesake also to which child they belong. */
export function adultDetail(adult: AdultRow): string {
  const of = adult.namesake ? adult.of.map((pupil) => peopleWords.of(pupil.relation, pupil.name, pupil.class)) : [];
  return [adult.kind, adult.detail, ...of].filter(Boolean).join(', ');
}

/** Somebody who was not typed: their name only sounds like it. */
export function onlyAlike(offer: Offer | undefined): boolean {
  return (offer?.what === 'pupil' && offer.pupil.why !== null) || (offer?.what === 'known' && offer.adult.why !== null);
}

/** What is offered for what was typed: whoever has that name, those who sound alike, then the ways round the list. */
export function offersFor(typed: string, found: PupilRow[], chosen: PersonInConcern[], adults: AdultRow[] = []): Offer[] {
  const taken = new Set(chosen.map((person) => person.pupil));
  const known = new Set(chosen.map((person) => person.adult));
  const people: Offer[] = [
    ...found.filter((pupil) => !taken.has(pupil.id)).map((pupil): Offer => ({ what: 'pupil', pupil })),
    ...adults.filter((adult) => !known.has(adult.id)).map((adult): Offer => ({ what: 'known', adult })),
  ];
  const offers = [...people.filter((one) => !onlyAlike(one)), ...people.filter(onlyAlike)];
  const name = typed.trim();
  if (name.length >= 2) offers.push({ what: 'child', name }, { what: 'adult', name });
  offers.push({ what: 'unknown' });
  return offers;
}

/** The person an offer stands for, with the role given. */
export function personOf(offer: Offer, role: string): PersonInConcern {
  const blank = { pupil: null, adult: null, name: null, role, sex: null };
  switch (offer.what) {
    case 'pupil':
      return { ...blank, pupil: offer.pupil.id, name: offer.pupil.name, kind: 'pupil' };
    case 'known':
      return { ...blank, adult: offer.adult.id, name: offer.adult.name, kind: 'adult' };
    case 'child':
      return { ...blank, name: offer.name, kind: 'pupil' };
    case 'adult':
      return { ...blank, name: offer.name, kind: 'adult' };
    case 'unknown':
      return { ...blank, kind: 'unknown' };
  }
}

/** How a chosen person is called on the screen. */
export function calledIn(person: PersonInConcern): string {
  return person.name ?? pickerWords.notKnown;
}
