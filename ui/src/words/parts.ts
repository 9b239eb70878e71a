/** Sentences the parts say wherever they stand. */

const numbers = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
] as const;

/** A small count as a word at the start of a sentence. */
export function counted(n: number): string {
  return numbers[n] ?? n.toLocaleString('en-GB');
}

export const passwordWords = {
  show: 'Show',
  hide: 'Hide',
  thePassword: 'the password',
  capsLock: 'Caps Lock is on.',
};

export const whenWords = {
  puzzled: 'Not understood yet. Try “sun about 8:30pm”, “today 10:20” or “8 Nov 20:30”.',
};

export const errorWords = {
  before: (n: number): string =>
    n === 1 ? 'One thing before this can be signed' : `${counted(n)} things before this can be signed`,
  toChange: (n: number): string =>
    n === 1 ? 'One thing to put right' : `${counted(n)} things to put right`,
};

export const faultWords = {
  happened: 'What happened',
  kept: 'What is kept',
  next: 'What to do',
  forTheLaptops: 'For whoever looks after the laptops',
  safeToRead: 'No names or contents appear in this note; it is safe to read out or copy.',
  copy: 'Copy',
  copied: 'Copied for 60 seconds',
  again: 'Try again',
};

export const waitingWords = {
  cancel: 'Cancel',
};

export const changeWords = {
  gone: 'taken out:',
  endGone: ', end of what was taken out.',
  added: 'added:',
  endAdded: ', end of what was added.',
};

export const pickerWords = {
  first: 'A pupil or an adult: type a name',
  another: 'Another pupil or adult: type a name',
  unknown: 'I do not know the name',
  notKnown: 'Name not known',
  notListed: (name: string, kind: 'child' | 'adult', listed: boolean): string =>
    kind === 'adult'
      ? `“${name}”, an adult`
      : listed
        ? `“${name}”, a child not on our list`
        : `“${name}”, a child`,
  kind: (kind: 'pupil' | 'adult' | 'unknown', listed: boolean): string =>
    kind === 'adult' ? 'an adult' : kind === 'unknown' ? '' : listed ? 'not on our list' : 'a child',
  offers: 'People found',
  offered: (n: number): string =>
    n === 0 ? 'You can add the name as it is.' : n === 1 ? '1 pupil found' : `${n} pupils found`,
  added: (name: string): string => `${name} added.`,
  removed: (name: string): string => `${name} taken out. Ctrl Z brings them back.`,
  takeOut: (name: string): string => `Take out ${name}`,
  roleOf: (name: string): string => `What part ${name} had`,
  noRole: 'What part?',
  sexOf: (name: string): string => `Sex of ${name}`,
  sexNotGiven: 'Sex not given',
  female: 'Female',
  male: 'Male',
  years: (age: number): string => (age === 1 ? '1 year' : `${age} years`),
  left: 'has left',
  born: (day: string): string => `born ${day}`,
};

export const namesakeWords = {
  same: 'Same name as another',
};

export const imageWords = {
  title: 'Add a file or a picture',
  question: 'Could any of it be a nude, semi-nude or sexual image of a child?',
  hint: 'Do not open it to check. Go by what you were told.',
  no: 'No, none of it',
  yes: 'Yes',
  unsure: 'I am not sure',
  choose: 'Choose a file',
  chooseMore: 'Choose another file',
  answerFirst: 'Answer first. Pasting and dragging wait too.',
  answerFirstNow: 'Answer first, then add the file. Nothing has been taken in.',
  mayAdd: 'You can also paste it or drag it onto this page.',
  refused: 'Nothing is taken in while the answer stands.',
  stopTitle: 'Stop here. Nothing of it comes into Strongroom.',
  steps: [
    'Do not look at it, copy it, send it, save it or delete it. Nobody asks the child to show it.',
    'Leave the device as it is. Switch it to flight mode only if the police or your lead says so.',
    'Write down what you were told, in their words, on this page.',
    'Tell your safeguarding lead in person, now.',
  ],
  police: 'Police: 101. If a child is in danger now: 999.',
  changeAnswer: 'I answered by mistake',
  dropped: 'What was added before has been taken out again.',
  taking: (name: string, percent: number): string => `Sealing ${name}, ${percent} of 100`,
  taken: (name: string, size: string): string => `${name}, ${size}, sealed.`,
  stopped: (name: string): string => `${name} was not taken in.`,
  stop: 'Cancel',
  stopName: (name: string): string => `Cancel ${name}`,
  takeOut: (name: string): string => `Take out ${name}`,
  source: 'Where it came from',
  sourceHint: 'A device, a message, a person. Leave it empty if you do not know.',
  listName: 'Files added',
};

export const threadWords = {
  about: (at: string): string => `about ${at}`,
  significant: 'Significant.',
  mark: 'Mark as significant',
  unmark: 'Take the mark off',
  markOf: (what: string): string => `Mark as significant: ${what}`,
  unmarkOf: (what: string): string => `Take the mark off: ${what}`,
  strike: 'Written by mistake',
  unstrike: 'Let it stand again',
  strikeOf: (what: string): string => `Written by mistake: ${what}`,
  unstrikeOf: (what: string): string => `Let it stand again: ${what}`,
};
