/** Checklists: what another body asks, what the record answers already, and what is still missing. */
import { counted } from './parts';

/** A sentence to which another may follow. */
export function sentence(text: string): string {
  return text === '' || /[.!?:]$/.test(text) ? text : `${text}.`;
}

const needs = { required: 'Needed.', recommended: 'Would help.', if_applicable: 'If it applies.' } as const;

export const checklistWords = {
  fetching: 'Fetching the checklist',
  again: 'Try again',
  print: 'Print for a phone call',
  onPaper: (title: string): string => `${title}, on paper`,
  copyAll: 'Copy field by field',
  warnings: 'Before anything else',
  notFor: 'Not for bullying, fake or hacked accounts:',
  whereElse: 'where those go',
  showNumbers: 'Show the numbers',
  newer: 'This checklist has changed since you began it. You go on with the one you began.',
  needsNewer: 'A newer Strongroom has gone on with this. Update Strongroom here, then go on with it.',

  sections: 'Parts of the form',
  afterSay: 'Filled in after it was sent, and can be answered from then on.',
  of: (answered: number, all: number): string => `${answered} of ${all}`,
  state: (answered: number, all: number): string =>
    answered === all ? 'all answered' : answered === 0 ? 'nothing answered' : 'partly answered',
  fromRecord: (n: number, to: string): string => {
    const came = n === 0 ? 'No answer came from the record.' : `${n} ${n === 1 ? 'answer' : 'answers'} came from the record.`;
    return to === '' ? came : `${came} Nothing was sent; you type or read it to ${to} yourself.`;
  },
  keys: 'J and K move, N goes to the next gap in the list, Enter opens, Esc leaves it as it was. Ctrl Enter keeps an answer and goes to the next gap. Letters only move while no field is open.',
  letters: 'J, K and N move',

  change: 'Change',
  changeOf: (prompt: string): string => `Change: ${prompt}`,
  copy: 'Copy',
  copyOf: (prompt: string): string => `Copy: ${prompt}`,
  copied: 'Copied',
  copiedOf: (prompt: string): string => `Copied for 60 seconds: ${prompt}`,
  notCopied: 'It could not be copied just now.',
  needed: 'needed',
  wouldHelp: 'Would help',
  ifApplies: 'If it applies',
  hint: (needed: keyof typeof needs, help: string): string => [needs[needed], sentence(help)].filter((part) => part !== '').join(' '),
  compare: 'Compare with the form itself.',
  lacks: 'Only part of it:',
  beside: 'Answered at the same time on another laptop',
  besideSay: 'Both stay until one of you answers again.',
  nobody: 'Nobody knows',
  choose: 'Choose',
  onePerLine: 'One on each line',
  tick: 'Yes, done',
  keep: 'Keep this answer',
  keeping: 'Keeping it',
  kept: (prompt: string): string => `Kept: ${prompt}`,
  nextGap: (kept: string, prompt: string): string => [kept === '' ? '' : sentence(`Kept: ${kept}`), `Next gap: ${prompt}`].filter(Boolean).join(' '),
  takeBack: 'Empty it to let the record answer again.',
  typedElsewhere: 'Typed and not kept',
  typed: 'You typed this and have not kept it.',
  notKept: 'What you type is not kept just now. It stays here; try again in a moment.',
  notSigned: 'This answer is not kept yet. It stays here.',
  answersOf: (section: string): string => `What is asked: ${section}`,

  gaps: (n: number): string => (n === 0 ? 'No gaps' : n === 1 ? 'One gap' : `${counted(n)} gaps, worst first`),
  allGaps: (n: number): string => `Show all ${n}`,
  noGaps: 'Everything that is asked has an answer.',
  numbers: 'Whom to reach',
  sources: 'Where it comes from',
  version: (version: number, checked: string): string => `Version ${version}, sources read in ${checked}.`,
  begun: (when: string): string => `Begun ${when}.`,

  wasSent: 'I have sent it',
  doneWith: 'Done with',
  putAway: 'Put it away',
  sendingKept: (to: string): string => `What you began to write about ${to === '' ? 'it' : 'sending it'} is kept.`,
  reasonKept: 'The reason you began to write for putting it away is kept.',
};

export const copyWords = {
  title: 'Copy field by field',
  progress: (at: number, all: number): string => `${at} of ${all}`,
  say: 'Each answer goes into the clipboard for 60 seconds, in the order of the form.',
  copy: 'Copy',
  copyAgain: 'Copy it again',
  next: 'Next',
  on: 'Go on',
  back: 'Back',
  end: 'Stop copying',
  copying: 'Copying',
  gap: 'Not answered, so nothing is copied. Say so on the form, or leave the field empty.',
  unknown: 'Nobody knows, so nothing is copied. Say so on the form.',
  copied: 'Copied. Paste it now, then press Enter for the next.',
  done: 'That was the last field.',
  doneSay: 'When it has gone, write down how and who took it.',
  first: 'This is the first field',
};

export const sentWords = {
  title: (to: string): string => (to === '' ? 'Done with' : 'I have sent it'),
  say: (to: string, after: string[]): string => {
    const read = after.length === 0 ? 'After this it can only be read.' : `After this it can only be read, but for: ${after.join('; ')}.`;
    return to === '' ? read : `${read} Write down what happened with ${to}.`;
  },
  gaps: (needed: number, others: number): string => {
    if (needed > 0 && others > 0) return `${needed} needed and ${others} ${others === 1 ? 'other' : 'others'} are missing`;
    if (needed > 0) return needed === 1 ? 'One needed answer is missing' : `${counted(needed)} needed answers are missing`;
    return others === 1 ? 'One answer is missing; it is not a needed one' : `${counted(others)} answers are missing; none of them is needed`;
  },
  gapsSay: 'You can send it with gaps. What is missing is written down with it. Waiting is worse than a gap.',
  unsigned: (prompts: string[]): string => `Typed and not kept, so not part of it: ${prompts.join('; ')}.`,
  at: 'When',
  atHint: 'Such as: today 9:55. Empty means just now',
  how: 'How',
  hows: [
    { id: 'portal', title: 'Online form' },
    { id: 'phone', title: 'By telephone' },
    { id: 'email', title: 'By email' },
    { id: 'post', title: 'By post' },
    { id: 'in_person', title: 'In person' },
  ],
  person: 'Who took it',
  reference: 'Their reference',
  words: 'What they said',
  wordsAlone: 'What came of it',
  reply: 'They should answer',
  sign: (to: string): string => (to === '' ? 'Sign that it is done with' : 'Sign that it was sent'),
  signing: 'Signing',
  leave: 'Back, not signed yet',
  signed: (to: string): string => (to === '' ? 'Signed: it is done with.' : 'Signed: it was sent.'),
  noHow: 'Say how it went',
  noTime: 'Write this time another way, such as today 9:55',
  noDay: 'Write this day another way, such as fri or 12 January',

  before: (at: string): string => `As it went ${at}`,
  was: (to: string): string => (to === '' ? 'Done with' : `Sent to ${to}`),
  tookIt: (person: string): string => `Taken by ${person}`,
  ref: (reference: string): string => `Reference ${reference}`,
  missing: (n: number): string => (n === 1 ? 'One needed answer was missing when it went' : `${counted(n)} needed answers were missing when it went`),

  drop: {
    title: 'Put it away',
    say: 'It was not sent. What is answered stays to be read, with your reason.',
    why: 'Why it is not needed',
    sign: 'Sign and put it away',
  },
  reopen: {
    title: 'Open it again',
    say: 'You go on with it and send it anew. How it went before stays to be read, with your reason.',
    why: 'Why it is opened again',
    did: 'Did it go?',
    never: 'It never went. Its referral on the concern is struck too',
    anew: 'It went, and goes anew',
    noDid: 'Say whether it went',
    sign: 'Sign and open it again',
  },
  dropped: 'Put away, not sent',
};

export const checklistPageWords = {
  begin: 'Begin',
  beginFor: (title: string): string => `Begin it for ${title}`,
  beginning: 'Signing',
  goOn: 'Go on with the one begun',
  with: 'What the record knows is filled in. Each answer is kept with its time and its name.',
  alone: 'Kept with no concern: the record cannot fill anything in. To have it filled in, open the concern and begin from there.',
  when: 'When it is the right one',
  nothingYet: 'Nothing is answered here. This is what is asked.',
};

export const routesWords = {
  title: 'Where does it go?',
  /** What somebody might type who looks for it. */
  thoughtOf: 'router report whom who takes CEOP bullying fake hacked account police social care',
  under: 'Kinds of matter, and who takes each of them.',
  search: 'Words of what happened',
  fetching: 'Fetching where things go',
  again: 'Try again',
  found: (n: number): string => (n === 0 ? 'Nothing found' : n === 1 ? '1 kind' : `${n} kinds`),
  none: 'Nothing here has these words. If a child may be at risk, ring children’s social care; in danger now, 999.',
  notCeop: 'Not for CEOP',
  fill: 'To fill in',
  flow: 'Flowchart',
  reach: 'Whom to reach',
};

/** Checklists in the margin of a concern, on Today, and within a flowchart. */
export const checklistsWords = {
  title: 'Checklists',
  thoughtOf: 'checklist forms fill CEOP report referral',
  none: 'None was begun for this concern.',
  begin: 'Begin a checklist',
  fetching: 'Fetching the checklists',
  again: 'Try again',
  last: (last: string): string => `Last ${last}`,
  underWay: 'Checklists under way',
  say: (about: string, last: string): string => (about === '' ? `Last ${last}` : `${about}; last ${last}`),
  open: (title: string): string => `Go on with: ${title}`,
  start: (title: string): string => `Begin: ${title}`,
  table: (title: string): string => `Look at: ${title}`,
  record: 'Record the concern',
  starting: 'Signing',
};
