/** A pupil's chronology: the overview, the months, and what stands in the margin. */

function things(n: number): string {
  return n === 1 ? 'one thing' : `${n.toLocaleString('en-GB')} things`;
}

function concernsAndDates(concerns: number, milestones: number): string {
  const one = concerns === 1 ? 'one concern' : `${concerns.toLocaleString('en-GB')} concerns`;
  const other = milestones === 1 ? 'one flag or date' : `${milestones.toLocaleString('en-GB')} flags and dates`;
  if (milestones === 0) return one;
  return concerns === 0 ? other : `${one} and ${other}`;
}

export const chronologyWords = {
  title: 'Chronology',
  fetching: 'Fetching the chronology',
  print: 'Print chronology',
  empty: (name: string): string => `Nothing has been recorded about ${name}. When somebody does, it is here first.`,
  noneFit: (frame: boolean, margin: boolean): string => {
    if (!frame) return 'Nothing fits what is chosen in the margin.';
    if (!margin) return 'Nothing happened in the time the frame shows.';
    return 'Nothing in the time the frame shows fits what is chosen in the margin.';
  },
  all: 'Show all again',
  unlinked: (n: number): string => (n === 1 ? 'One concern may belong here' : `${n} concerns may belong here`),
  unlinkedSay: 'It names somebody so called and does not say who that is on the list. Open it and say who it is.',
  unlinkedWritten: (at: string): string => `written ${at}`,
  shown: (n: number): string => (n === 0 ? 'Nothing shown.' : n === 1 ? 'One thing shown.' : `${n} things shown.`),
  older: 'Show older',
  olderLeft: (n: number, month: string): string => `${n.toLocaleString('en-GB')} older, back to ${month}.`,

  said: 'The child’s words:',
  saidAnother: 'A child’s words, in a concern about another child:',
  danger: 'Immediate danger',
  unread: 'Unread',
  late: (gap: string): string => `Written ${gap} later`,
  corrected: (n: number): string => (n === 1 ? 'Corrected once' : n === 2 ? 'Corrected twice' : `Corrected ${n} times`),
  files: (n: number): string => (n === 1 ? '1 file' : `${n} files`),

  show: 'Show',
  concerns: 'Concerns',
  milestones: 'Flags and dates',
  steps: 'What was done',
  withoutSteps: 'This is a long file. What was done about each concern is left out until you ask.',
  everyStep: 'Read every step',
  late_: 'Only written late',
  how: 'How much',
  hows: [
    { id: 'full', title: 'Full' },
    { id: 'summary', title: 'Summary' },
  ],
  onlySignificant: 'Only significant',
  significant: 'Significant',
  category: 'Category',
  anyCategory: 'Any',

  others: 'Other children',
  shownAs: 'Shown as',
  sameLetter: ', the same letter all through, on screen and on paper.',
  names: 'Show names until I leave this page',
  namesShown: 'Names are shown until you leave this page. That you asked is written in the record.',
  letters: 'Show letters again',

  goTo: 'Go to',
  goToField: 'A date or a word',
  goToHint: 'Such as 13 October, May 2025 or phone',
  go: 'Go',
  /** Where going to a date led. */
  went: {
    there: (day: string): string => day,
    near: (day: string): string => `${day}, the nearest before it.`,
    far: (day: string, asked: string): string => `Nothing in the year before ${asked}. ${day} is the nearest before it.`,
    oldest: (day: string): string => `Nothing is that old. ${day} is the oldest.`,
  },
  nothingThere: 'There is nothing to go to.',
  holding: (word: string, n: number): string =>
    n === 0 ? `Nothing here holds “${word}”.` : `Only what holds “${word}”: ${things(n)}.`,
  keysAnd: 'and',
  keysSay: 'go down and up once a line has the keyboard; Tab gets you there',

  strip: 'The whole time, in little',
  stripNow: (from: string, to: string): string => (from === to ? from : `${from} to ${to}`),
  stripWhole: 'Show the whole time',
  legendBars: 'Tall is immediate danger.',
  legendDiamonds: 'flags, coming and leaving. The frame shows the months below.',
  stripSummary: (concerns: number, milestones: number, from: string, to: string): string =>
    `From ${from} to ${to}: ${concernsAndDates(concerns, milestones)}.`,
  stripYear: (year: string, concerns: number, danger: number, milestones: number): string => {
    const counts = concerns === 0 && milestones === 0 ? 'nothing' : concernsAndDates(concerns, milestones);
    const serious = danger === 0 ? '' : `, ${danger === 1 ? 'one' : danger} of immediate danger`;
    return `${year}: ${counts}${serious}.`;
  },
  stripKeys: 'Left and Right move the frame by a month, with Shift its older edge.',
  reception: 'Reception',
  nursery: 'Nursery',
  year: (n: number): string => `Year ${n}`,
  schoolYear: (from: number): string => `${from} to ${from + 1}`,
};
