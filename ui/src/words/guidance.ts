/** Guidance: flowcharts to read and to go through. */

export const guidanceWords = {
  whoTakes: 'Who takes it, what to fill in and whom to reach',
  title: 'Guidance',
  under: 'Flowcharts to go through one step at a time, and checklists to fill in. What is done in them stands in the record of its concern.',
  forConcern: (title: string): string => `What is begun here is kept with ${title}.`,
  search: 'Words of what happened',
  fetching: 'Fetching the guidance',
  again: 'Try again',
  found: (flows: number, checklists: number, tables: number): string => {
    const parts = [
      flows === 0 ? '' : flows === 1 ? '1 flowchart' : `${flows} flowcharts`,
      checklists === 0 ? '' : checklists === 1 ? '1 checklist' : `${checklists} checklists`,
      tables === 0 ? '' : tables === 1 ? '1 table' : `${tables} tables`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? 'Nothing found' : parts.join(', ');
  },
  none: 'No flowchart, checklist or table has these words: all of them are below.',
  danger: 'If a child may be in danger now, ring 999.',
  otherwiseSee: 'Otherwise see',
  all: 'Flowcharts',
  checklists: 'Checklists',
  onlyChecklists: 'Checklists alone.',
  onlyTables: 'Tables alone.',
  everything: 'Show everything',
  underWay: 'Under way',
  flowchartsUnderWay: 'Flowcharts under way',
  aConcern: 'a concern',
  row: (title: string, about: string): string => (about === '' ? title : `${title}: ${about}`),
  steps: (n: number, last: string): string => `${n === 1 ? '1 step' : `${n} steps`}, the last ${last}`,
};

export const flowWords = {
  fetching: 'Fetching the flowchart',
  begin: 'Go through it now',
  beginFor: (title: string): string => `Go through it for ${title}`,
  goOn: 'Go on with the one begun',
  beginning: 'Signing',
  alone: 'Kept among the pupils’ records, with no concern. It can be put to one later.',
  fromConcern: 'This is about an adult, and must not be seen by them. Record the concern first, and begin from its page.',
  with: 'Every step is timed, signed and kept with the concern.',
  when: 'When it is this one',
  doNot: 'Do not',
  steps: 'Its steps',
  related: 'May belong to it',
  sources: 'Where it comes from',
  version: (version: number, checked: string, jurisdiction: string): string =>
    `Version ${version}, sources read in ${checked}. ${jurisdiction}. Your partnership may add steps.`,
  newer: 'This flowchart has changed since you began. You go on with the one you began.',
};

/** A flowchart as a drawing. */
export const diagramWords = {
  fetching: 'Drawing the flowchart',
  asList: 'As a list',
  asDrawing: 'As a drawing',
  smaller: 'Smaller',
  larger: 'Larger',
  whole: 'All of it',
  isSmallest: 'It is as small as it goes',
  isLargest: 'It is as large as it goes',
  printFlow: 'Print the flowchart',
  printWalk: 'Print this walk',
  onPaper: (number: string): string => `Flowchart ${number} on paper`,
  walkOnPaper: (number: string): string => `Flowchart ${number}, gone through, on paper`,
  keys: 'Plus and minus make it larger and smaller, 0 shows all of it, the arrows move it. Press a step to read it.',
  kinds: { start: 'Start', action: 'To do', decision: 'Question', warning: 'Warning', end: 'End' },
  box: (number: number, kind: string, title: string, state: string): string =>
    `${number}. ${kind}: ${title}${state === '' ? '' : `, ${state}`}`,
  done: 'done',
  skipped: 'not done',
  here: 'you are here',
  step: (number: number): string => `Step ${number}`,
  close: 'Close',
  onTo: (answer: string, number: number, title: string): string =>
    answer === '' ? `On to ${number}, ${title}` : `${answer}: on to ${number}, ${title}`,
};

/** Putting what was begun alone to its concern. */
export const putWords = {
  title: 'Not about a concern yet',
  toIt: 'Put this to a concern',
  again: 'Try again',
  none: 'Once a concern is recorded, this can be put to it here.',
  other: 'It is about another concern',
  otherSay: 'It moves there with its steps. What was set to be done on the first concern, and a referral, stay there: end them or strike them on its page.',
  why: 'Why it is about another',
  leave: 'Leave it where it is',
  writeThere: 'Write it there',
  label: 'The concern it is about',
  nobody: 'Choose one of the latest',
  concern: (about: string, title: string, record_no: string, written: string): string => [about, title, record_no, written].filter(Boolean).join(', '),
  choose: 'Choose the concern it is about',
  sign: 'Put it to this concern',
  signing: 'Signing',
  signed: 'Signed: it stands with the concern now.',
};

export const walkWords = {
  fetching: 'Fetching where this stands',
  step: (step: number, of: number): string => `step ${step} of ${of}`,
  begun: (begun: string, since: string): string => `Begun ${begun}, ${since} ago.`,
  done: 'Gone through to its end',
  stopped: 'Ended early',
  who: (who: string[]): string => `For ${who.join(', ')}`,
  byWhen: 'By when',
  opens: 'Belongs to this step',
  check: 'From general knowledge alone. Check it with your partnership.',
  answer: 'Your answer',
  leads: (title: string): string => `Goes on to: ${title}`,
  begins: (clock: string): string => `Signing it sets something to do for the concern. ${clock}`,
  unknown: 'What nobody knows is answered as if it were so.',
  noteOfDecision: 'Why, if it needs saying',
  note: 'What you did, if it needs saying',
  whyNot: 'Why this is not done',
  sign: 'Done: sign it',
  signSkip: 'Sign that it is not done',
  signing: 'Signing',
  back: 'Back a step',
  skip: 'Not done, with a reason',
  notSkip: 'It is done after all',
  stop: 'End it here',
  stopWhy: 'Why it ends here',
  stopSign: 'Sign the end',
  leave: 'Go on with it',
  two: 'Two people sign this',
  twoSay: 'Somebody else who is here types their own user name and password.',
  user: 'Their user name',
  password: 'Their password',
  numbers: 'Whom to ring',
  doNot: 'Do not',
  ladder: 'Where this stands',
  here: 'You are here',
  otherwise: 'Otherwise',
  notDone: (why: string): string => `Not done. ${why}`,
  wentBack: (who: string, at: string): string => `Gone back from here: ${who}, ${at}`,
  signed: (who: string, at: string, second: string | null): string =>
    second === null ? `${who}, ${at}` : `${who} and ${second}, ${at}`,
  did: (step: { answer: string; note: string; skipped: boolean; back: boolean; who: string; at: string; second: string | null }): string => {
    if (step.back) return walkWords.wentBack(step.who, step.at);
    const what = [step.answer, step.skipped ? walkWords.notDone(step.note) : step.note].filter(Boolean).join('. ');
    return `${what} ${walkWords.signed(step.who, step.at, step.second)}`.trim();
  },
  beside: 'Written at the same time on another laptop, and not followed',
  taken: (title: string): string => `Signed: ${title}`,
  newer: 'A newer Strongroom has gone on with this. Update Strongroom here, then go on with it.',
  unsigned: 'Typed and not signed',
  unsignedSay: 'You typed this here and did not sign it. Copy what is still needed, then put it away.',
  why: 'Why it was to end early',
  putAway: 'Put it away for good',
  notKept: 'What you type is not kept just now.',
};
