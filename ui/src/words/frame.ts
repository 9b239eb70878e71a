/** The frame round every page: spine, bar, blank, danger, notices, shortcuts. */

export const frameWords = {
  name: 'Strongroom',
  practice: 'Practice',
  practiceTitle: 'Strongroom, practice school',
  practiceSaid: 'Practice school. Nobody in it is real.',
  skip: 'Skip to the page',
  spine: 'Places',
  menu: 'Menu',
  closeMenu: 'Close the menu',
  record: 'Record a concern',
  find: 'Find anything',
  danger: 'Immediate danger',
  blank: 'Blank',
  lock: 'Lock',
  today: 'Today',
  concerns: 'Concerns',
  myConcerns: 'My concerns',
  pupils: 'Pupils',
  people: 'People',
  vault: 'Vault',
  newOnes: (n: number): string => `${n} new`,
  late: (n: number): string => `${n} late`,
  names: (shown: boolean): string => (shown ? 'Names shown' : 'Names hidden'),
  backup: (when: string): string => `Backup ${when}`,
  noBackup: 'No backup yet',
  fetching: 'Fetching the page',
  opening: 'Opening the door',
  back: 'Back',
  tryAgain: 'Try again',

  locked(reason: string, minutes: number): string {
    // The shell may say it in a sentence of its own.
    if (reason.includes(' ')) return reason;
    if (reason === 'idle') {
      return `Locked after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. Your draft is kept.`;
    }
    if (reason === 'suspend') return 'Locked because the laptop slept. Your draft is kept.';
    return 'Locked. Your draft is kept.';
  },

  rehearsal: 'Try your recovery words once, before you need them.',
  rehearsalGo: 'Try them now',
  rehearsalClose: 'Put this away until next time',
  noticeClose: 'Put this away until next time',

  away: 'Hidden while you are in another window.',
  blanked: (at: string): string => `Blanked at ${at}.`,
  comeBack: 'to come back.',
  locksAt: (at: string): string => `Locks at ${at}.`,
  blankKey: 'Ctrl B',
};

export const dangerWords = {
  title: 'Ring now. Write later.',
  number: '999',
  when: 'Danger to life, someone being hurt, a child missing, a meeting under way.',
  stay: 'Stay with the child. Send another adult to ring.',
  ask: 'What they will ask',
  where: 'Where',
  whereUnknown: 'Say the school’s name and address',
  who: 'Who',
  whoHint: 'First name, girl or boy, age. Nothing here has to be filled in.',
  yourNumber: 'Your number',
  numberUnknown: 'The number you are ringing from',
  office: (phone: string): string => `${phone}, the office`,
  meanwhile: 'While someone rings',
  steps: ['Keep the child with an adult they trust. Listen; do not question'],
  tell: 'Tell',
  or: 'or',
  tellLead: 'the safeguarding lead',
  inPerson: 'in person',
  socialCare: (numbers: string[]): string => `Then ring children’s social care: ${numbers.join('; ')}`,
  touch: 'Do not touch phones, messages or clothes. Nobody deletes anything',
  rung: 'We have rung',
  keeps: (at: string): string => `Keeps the time, ${at}, and nothing else`,
  kept: (at: string): string => `Kept: rung at ${at}. It stands above your concerns.`,
  keptLater: (at: string): string => `Kept: rung at ${at}. It goes into the record when someone opens Strongroom.`,
  notKept: 'The time could not be kept here. Write it on paper.',
  keepMore: 'Keep this too',
  mistake: 'We have not rung',
  takenBack: 'Taken back: nobody has rung yet.',
  keeping: 'Keeping it',
  log: 'Their log number',
  spoke: 'Who you spoke to',
  nothing: 'Nothing here has to be filled in. It all goes into the record, signed.',
  nobody: 'Nobody in danger now:',
  other: '101',
  back: 'Back to what you were writing',
  backPlain: 'Back',
};

export const shortcutWords = {
  title: 'Keys',
  close: 'Close',
  rows: [
    ['Ctrl N', 'Record a concern'],
    ['Ctrl K', 'Find anything'],
    ['Ctrl 9', 'Immediate danger, anywhere, also before a password'],
    ['Ctrl B', 'Blank the window; the same key comes back'],
    ['Esc Esc', 'Blank the window'],
    ['Ctrl L', 'Lock'],
    ['Ctrl E', 'Add to the concern that is open'],
    ['Ctrl Enter', 'Sign what you are writing'],
    ['Alt ←', 'Back to where you were'],
    ['Ctrl /', 'This list'],
    ['↑ ↓', 'In a time: change the part under the caret. In a list: move'],
    ['J K', 'Older and newer, while a list has focus'],
    ['← →', 'In a pupil’s overview: move the frame by a month. With Shift: its older edge'],
    ['Page Up, Page Down', 'Turn the pages of a paper'],
    ['Delete', 'On a person’s row: take them out. Ctrl Z brings them back'],
  ],
};
