/** The lists of concerns, and one concern. */
import { counted } from './parts';

export const concernsWords = {
  title: 'Concerns',
  mineTitle: 'My concerns',
  fetching: 'Fetching the concerns',
  under: (total: number, unread: number): string => {
    const all = total === 1 ? 'One concern' : `${counted(total)} concerns`;
    if (unread === 0) return `${all}, each read by someone.`;
    return unread === 1 ? `${all}, one nobody has read.` : `${all}, ${counted(unread).toLowerCase()} nobody has read.`;
  },
  fit: (shown: number, more: boolean, total: number): string => {
    const all = total === 1 ? 'one concern' : `${total.toLocaleString('en-GB')} concerns`;
    const some = shown === 0 ? 'None' : `${shown.toLocaleString('en-GB')}${more ? ' or more' : ''}`;
    return `${some} of ${all}, by what you chose.`;
  },
  mineUnder: (total: number): string =>
    total === 1 ? 'One concern you have written.' : `${counted(total)} concerns you have written.`,
  filters: 'Show only some',
  text: 'Words, names or a number',
  status: 'Status',
  anyStatus: 'Any',
  from: 'Happened from',
  to: 'To',
  severity: 'Severity',
  anySeverity: 'Any',
  owner: 'With',
  anybody: 'Anybody',
  nobody: 'Nobody yet',
  category: 'Category',
  anyCategory: 'Any',
  overdue: 'Only with something late',
  oldestFirst: 'Oldest first',
  newestFirst: 'Newest written first',
  oldest: 'oldest first',
  moreFilters: 'More to choose by',
  clear: 'Show all again',
  unreadTitle: 'Nobody has read these yet',
  unreadMine: 'with the leads',
  restTitle: 'Read',
  mineRest: 'Passed on',
  callsTitle: '999 was rung',
  rung: (when: string): string => `Rung ${when}.`,
  rungMore: (call: {
    log_number: string | null;
    spoke_to: string | null;
    about: string | null;
    noted_by: string;
  }): string =>
    [
      call.log_number === null ? null : `Log number ${call.log_number}.`,
      call.spoke_to === null ? null : `Spoke to ${call.spoke_to}.`,
      call.about === null ? null : `About ${call.about}.`,
      `Noted by ${call.noted_by}.`,
    ]
      .filter((part) => part !== null)
      .join(' '),
  newest: 'newest written first',
  allTitle: 'All',
  unread: (waiting: string): string => (waiting === '' ? 'Unread' : `Unread ${waiting}`),
  from_: (reporter: string): string => `From ${reporter}`,
  written: (at: string): string => `Written ${at}`,
  files: (n: number): string => (n === 1 ? '1 file' : `${n} files`),
  danger: 'Immediate danger',
  significant: 'Significant',
  writtenLater: (gap: string): string => `Written ${gap} later`,
  older: 'Show older',
  fetchingOlder: 'Fetching older ones',
  shown: (n: number, total: number): string => `${n} of ${total} shown`,
  noneMatch: 'Nothing fits these words and days.',
  notUnderstood: 'A day or a time could not be read, so it was left out.',
  empty: 'Nobody has recorded anything yet. When they do, it is here, newest first.',
  mineEmpty: 'You have not recorded anything yet. When you do, it is here, with who has read it.',
  mineEmptyNext: 'Record a concern',
  again: 'Try again',
};

export const concernWords = {
  fetching: 'Fetching the record',
  notOpened: 'The record could not be opened',
  add: 'Correct it',
  amend: 'Correct it',
  gone: 'Back to the list',
  firstAccount: 'First account',
  account: 'Account',
  versionOf: (n: number, of: number): string => `Version ${n} of ${of}`,
  read: (n: number): string => `Read version ${n}`,
  versions: 'Which version',
  corrected: (n: number): string => (n === 1 ? 'Corrected once,' : `Corrected ${n} times, last`),
  by: (who: string, at: string): string => `by ${who} at ${at}`,
  whose: (who: string, at: string): string => `${who}, ${at}`,
  because: (reason: string): string => `: “${reason}”. `,
  firstStays: 'The first version stays.',
  alsoChanged: 'Also changed',
  showChanges: 'Show what changed',
  hideChanges: 'Show it clean',
  clock: 'When it happened, was learnt of, told and written',
  guidance: 'Go through a flowchart',
  registers: 'Write in a register',
  since: 'Since then',
  nothingSince: 'Nothing has been added since it was signed.',
  people: 'Who it is about',
  files: 'Files',
  noFiles: 'No files.',
  addFile: 'Add a file',
  addFileClose: 'Close without adding',
  addThese: (n: number): string => (n === 1 ? 'Sign this file in' : `Sign these ${n} files in`),
  adding: 'Signing',
  takeOut: 'Take out a copy',
  takeOutName: (name: string): string => `Take out a copy of ${name}`,
  takeOutTitle: 'Take a copy out of the vault?',
  takeOutSay:
    'The copy leaves the vault unencrypted: anyone who finds it can open it. That you took it is written in the record.',
  keepIn: 'Leave it in',
  takeItOut: 'Choose where to save it',
  saving: 'Saving',
  savedAs: (name: string): string => `Saved as ${name}. It is not encrypted there.`,
  notHere: 'Not on this laptop',
  addedBy: (who: string, at: string): string => `Added by ${who}, ${at}`,
  cameFrom: (source: string): string => `From ${source}`,
  hash: 'SHA-256',
  readers: (names: string): string => `Read by ${names}.`,
  nobodyRead: 'Nobody has opened it yet.',
  room: 'Only members of this room can see this page',
  twice: 'One thing was written twice',
  twiceSay: 'Two people corrected this before either could see the other’s. Both stay in the history until someone joins them.',
  twiceGo: 'Read both and write it from them',
  twiceAsk: 'Until someone chooses, everyone sees both.',
  danger: 'Immediate danger',
  what: 'Everything else that was written',
  reporter: (name: string): string => `Written by ${name}.`,
  late: (gap: string): string => `Written ${gap} after`,
  ended: 'Nothing more was written.',
};

/** A name in a concern, and who on the list that is. */
export const whoWords = {
  title: (n: number): string => (n === 1 ? 'Who is this?' : 'Who are they?'),
  child: (name: string): string => `“${name}” stands here as a name alone. Say who it is, and the concern stands in their file.`,
  adult: (name: string): string => `“${name}” may be an adult who is on record. Say who it is, and the concern stands on their page.`,
  isThem: (name: string, known: string, detail: string): string =>
    name === known && detail !== '' ? `${known}, ${detail}` : [known, detail].filter(Boolean).join(', '),
  sounds: 'sounds like it',
  sure: (name: string, known: string): string => `Press again if “${name}” is ${known}.`,
  more: 'There are more so named.',
  nobody: 'Nobody on our list',
  other: 'Somebody else',
  isNobody: (name: string): string => `Signed: ${name} is nobody on the list.`,
  linking: 'Signing',
  linked: (name: string, known: string): string => `Signed: ${name} is ${known}.`,
  say: 'It is signed as a correction: what was written stays readable beside it.',
};
