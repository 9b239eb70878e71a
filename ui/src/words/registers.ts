/** Registers: what goes into each, when, and who keeps it. */
export const registersWords = {
  title: 'Registers',
  fetching: 'Fetching the register',
  again: 'Try again',
  under: 'What goes into each register of the school, when, and who keeps it.',
  notHere: 'Strongroom does not keep this register yet. Write the line into the school’s own, with what stands here.',
  keeps: 'Who keeps it',
  when: 'When something is entered',
  review: 'How often it is looked through',
  fields: 'What goes into it',
  answer: 'How it is answered',
  oneOf: (answer: string, options: string[]): string => (options.length === 0 ? answer : `${answer}: ${options.join('; ')}`),
  sources: 'Where it comes from',
};
