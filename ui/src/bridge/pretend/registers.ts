/** Registers of the pretend office: what goes into one of them. */
import type { GuideLine, RegisterView } from '../../bindings/office';
import { fault, type Answers } from './cabinet';

const reports: RegisterView = {
  id: 'platform-report-log',
  title: 'Platform and provider reports',
  purpose: 'Posts, images, accounts reported; answer and time.',
  owner: ['Designated safeguarding lead'],
  entry_when: 'Each report',
  review: 'With the record',
  fields: [
    { name: 'record', label: 'Concern it belongs to', answer: 'the number of the concern', options: [] },
    { name: 'platform', label: 'Platform', answer: 'words', options: [] },
    { name: 'reported_at', label: 'Reported at', answer: 'a date and a time', options: [] },
    { name: 'answer', label: 'Answer', answer: 'one of these', options: ['Removed', 'Refused', 'No reply', 'Account closed'] },
  ],
  note: '',
  sources: ['School policy: reports to providers'],
};

/** The registers among the guidance. */
export const registerLines: GuideLine[] = [reports].map(({ id, title, purpose }) => ({
  kind: 'register', id, number: '', title, purpose, applies_when: [], version: 1, own: false,
}));

/** What the pretend office answers here. */
export function registerAnswers(): Pick<Answers, 'register'> {
  return {
    register: ({ id }) => {
      if (id !== reports.id) throw fault('missing', 'This register is not here.');
      return reports;
    },
  };
}
