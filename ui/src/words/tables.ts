/** Tables: what the school does about a behaviour, and what is allowed where. */
import { counted } from './parts';

export const tableWords = {
  /** On the page of a concern and of guidance. */
  about: 'What the school does about…',
  /** What somebody might type who looks for it. */
  thoughtOf: 'tables sanctions behaviour response matrix allowed',
  tables: 'Tables',
  fetching: 'Fetching the table',
  again: 'Try again',
  find: 'Words of what happened',
  findAny: 'Words of what is looked for',
  found: (n: number, of: number): string => (n === 0 ? 'Nothing found' : n === of ? `All ${of}` : `${n} of ${of}`),
  none: 'No line of this table has these words. Try fewer or others.',
  choose: 'Choose what comes nearest to what happened.',
  look: 'To see what the school does, choose what comes nearest. To write down what was done, open the concern and begin from there.',
  behaviours: 'What may have happened',
  another: 'Choose another line',
  says: 'What the table says',
  saysNothing: 'The table says nothing for it.',
  what: 'What',
  holds: 'What holds for it',
  holdsNothing: 'nothing is said',
  sources: 'Where it comes from',
  starting: 'A starting point, not a verdict: what a child needs comes before it, and a flowchart before a sanction.',

  done: 'What was done',
  doneHint: 'Tick what was done. Nothing is ticked for you.',
  printed: 'as printed',
  more: 'Anything else, and what came of it',
  departs: 'It is not what the table says. Say why',
  leftOut: (titles: string[]): string => `Not done of what it says: ${titles.join('; ')}.`,
  beyond: (titles: string[]): string => `Not in the table for it: ${titles.join('; ')}.`,
  whyHint: 'A sentence. It stands in the record beside what was done.',
  sign: 'Sign what was done',
  signing: 'Signing',
  leave: 'Back to the concern',
  signed: 'What was done is signed.',
  noDone: 'Say what was done, of the list or in words',
  noReason: 'It is not what the table says. Say why, in a sentence',
  toPutRight: (n: number): string => (n === 1 ? 'One thing before it is signed' : `${counted(n)} things before it is signed`),
};
