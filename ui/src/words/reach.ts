/** Whom to reach, and what is new. */
export const reachWords = {
  title: 'Whom to reach',
  under: 'Numbers and addresses for a safeguarding lead. In immediate danger, 999 first.',
  thoughtOf: 'contacts numbers telephone phone helpline lado mash social care ceop iwf childline',
  search: 'Find a name or a matter',
  found: (n: number): string => (n === 1 ? 'one' : `${n}`),
  none: 'Nobody by these words.',
  own: 'The school’s own',
  ownSay: 'Each area has its own numbers, so the school writes them down.',
  settings: 'Write them down in the settings',
  everywhere: 'The same everywhere in England',
  notSet: 'Not written down yet',
  check: 'From general knowledge: ring once, in a quiet hour, before you rely on it.',
};

export const changesWords = {
  title: 'What changed since 2023',
  under: 'What is newer than Keeping children safe in education 2023, and what it asks of a record. The newest first.',
  thoughtOf: 'new changes kcsie keeping children safe guidance law act update',
  when: (when: string, status: string): string => `${when} · ${status}`,
  asks: 'What it asks of a record:',
  from: (sources: string): string => `From ${sources}.`,
};
