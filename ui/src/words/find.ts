/** Find anything. */
export const findWords = {
  title: 'Find anything',
  label: 'A name, a word, a record number',
  close: 'Close',
  closeKey: 'Esc',
  hint: '↑ ↓ to move, Enter to open',
  none: 'Nothing found in what you may read.',
  start: 'Type two letters. Names that only sound alike are found too.',
  more: 'There is more. Add a word to narrow it.',
  looking: 'Looking',
  found: (n: number): string => (n === 0 ? 'Nothing found' : n === 1 ? '1 found' : `${n} found`),
  groups: { page: 'Pages', pupil: 'Pupils', adult: 'Adults', concern: 'Concerns', file: 'Files', register: 'Registers', person: 'Accounts', route: 'Where does it go?', alike: 'Sounding like it' },
  failed: 'That could not be looked up just now.',
};
