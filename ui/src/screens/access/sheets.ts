/** What each sheet asks for, in which order. */
import type { AccessSheet } from '../../bindings/office';

export interface SheetField {
  name: string;
  label: string;
  control: 'line' | 'words' | 'day' | 'one' | 'tick' | 'reasons';
  hint?: string;
  choices?: { id: string; title: string; detail?: string }[];
  /** Asked only where something else was answered so. */
  when?: (fields: Record<string, string>) => boolean;
}

const notGiven = (fields: Record<string, string>): boolean => ['part', 'withhold'].includes(fields['outcome'] ?? '');

export const sheetFields: Record<AccessSheet, SheetField[]> = {
  request: [
    { name: 'who', label: 'Who asks', control: 'line' },
    {
      name: 'relation', label: 'They are', control: 'one',
      choices: [
        { id: 'pupil', title: 'The pupil' },
        { id: 'parent', title: 'A parent or carer' },
        { id: 'solicitor', title: 'A solicitor or somebody else who acts for them' },
        { id: 'other', title: 'Somebody else' },
      ],
    },
    { name: 'scope', label: 'What they asked for', control: 'words', hint: 'In their words' },
    { name: 'received', label: 'The day it came', control: 'day', hint: 'Weekends and holidays count. The clock counts from this day.' },
    { name: 'channel', label: 'How it came', control: 'line', hint: 'Such as: by letter, by e-mail to the office, said at the gate' },
    { name: 'reach', label: 'How they are reached', control: 'line', hint: 'Not an address that only the request gives' },
    { name: 'identity_asked', label: 'Proof of who they are had to be asked for', control: 'tick', hint: 'Only where you do not know them. The clock then counts from the day it came.' },
    { name: 'identity_on', label: 'The day it was made sure who they are', control: 'day' },
    { name: 'identity_how', label: 'How it was made sure', control: 'line', hint: 'Such as: known to the school; passport seen' },
    {
      name: 'authority', label: 'By what right they ask', control: 'words',
      hint: 'Parental responsibility, and how you know; for a solicitor, the signed authority. The right is the child’s own: does the child understand it, and what does the child want?',
    },
    { name: 'form', label: 'In what form they want it', control: 'line', hint: 'Such as: on paper; as PDF by secure e-mail' },
  ],
  pause: [
    { name: 'why', label: 'What you asked', control: 'words', hint: 'What you cannot search without. Not what would only be handy.' },
    { name: 'from', label: 'The day you asked', control: 'day' },
    { name: 'until', label: 'The day the answer came', control: 'day', hint: 'Empty while you wait' },
  ],
  extension: [
    {
      name: 'months', label: 'How much more', control: 'one',
      choices: [{ id: '1', title: 'One month' }, { id: '2', title: 'Two months' }],
    },
    { name: 'why', label: 'Why it cannot be answered in a month', control: 'words', hint: 'That there is much of it is not enough by itself' },
    { name: 'told_on', label: 'The day the person was told', control: 'day', hint: 'Empty while they are not told' },
    { name: 'told_how', label: 'How they were told', control: 'line' },
  ],
  search: [
    { name: 'where', label: 'Where', control: 'line', hint: 'Such as: e-mail of the office; pupil database; paper file. It stands in the answer too: name a place, and nobody.' },
    { name: 'words', label: 'With what words, names and dates', control: 'words' },
    { name: 'by', label: 'Who looked', control: 'line' },
    { name: 'on', label: 'When', control: 'day' },
    { name: 'found', label: 'What was found', control: 'words', hint: '“Nothing” is an answer' },
  ],
  decision: [
    {
      name: 'outcome', label: 'What becomes of it', control: 'one',
      choices: [
        { id: 'give', title: 'It is given as it stands' },
        { id: 'part', title: 'It is given in part, without some of it' },
        { id: 'withhold', title: 'It is withheld' },
      ],
    },
    { name: 'exemptions', label: '', control: 'reasons', when: notGiven },
    { name: 'note', label: 'What you weighed', control: 'words', hint: 'Who you asked, and what they said. The Commissioner may ask for it; the person who asks does not get it.' },
    {
      name: 'unsaid', label: 'The person who asks is not to learn that there is such a record', control: 'tick',
      when: (fields) => fields['outcome'] === 'withhold',
      hint: 'Where to say that something is withheld would already tell: a parent who may have done the harm, a crime that is looked into.',
    },
  ],
  named: [
    { name: 'name', label: 'Who', control: 'line' },
    {
      name: 'kind', label: 'They are', control: 'one',
      choices: [
        { id: 'pupil', title: 'Another pupil' },
        { id: 'family', title: 'Of the family' },
        { id: 'staff', title: 'Of the school’s staff' },
        { id: 'professional', title: 'Of another agency' },
        { id: 'other', title: 'Somebody else' },
      ],
    },
    {
      name: 'consent', label: 'May what is about them be given?', control: 'one',
      choices: [
        { id: 'yes', title: 'They agreed' },
        { id: 'no', title: 'They said no' },
        { id: 'not-asked', title: 'Nobody has asked them' },
        { id: 'reasonable-without', title: 'It is reasonable to give it without asking', detail: 'Such as what staff did in the course of their work, or what the person who asks knows already' },
      ],
    },
    { name: 'note', label: 'What you weighed', control: 'words' },
  ],
  release: [
    { name: 'on', label: 'The day it goes', control: 'day' },
    { name: 'to', label: 'To whom', control: 'line' },
    { name: 'how', label: 'How, and how you make sure it reaches nobody else', control: 'words' },
    { name: 'rest', label: 'What is still to be decided, and why it follows later', control: 'words', hint: 'Empty where everything is decided' },
  ],
  ending: [
    {
      name: 'how', label: 'How it ended', control: 'one',
      choices: [
        { id: 'answered', title: 'It was answered, elsewhere than here' },
        { id: 'withdrawn', title: 'The person took it back' },
        { id: 'refused', title: 'It was refused as plainly unfounded or excessive', detail: 'Ask your data protection officer first. The person is told why, and that they may complain.' },
        { id: 'mistake', title: 'It was written down by mistake' },
      ],
    },
    { name: 'why', label: 'Why, and what the person was told', control: 'words' },
  ],
};
