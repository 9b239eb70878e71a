/** Whom to reach and what is new, in the pretend office. */
import type { Answers } from './cabinet';

/** What the pretend office answers here. */
export function reachAnswers(): Pick<Answers, 'contacts' | 'changes'> {
  return {
    contacts: () => [
      { id: 'csc', name: 'Children’s social care', use_for: '', how: '01632 960120, Monday to Friday', own: true, check: false },
      { id: 'lado', name: 'LADO (designated officer)', use_for: '', how: '', own: true, check: false },
      { id: 'ceop', name: 'CEOP Safety Centre (NCA)', use_for: 'Online sexual abuse and grooming, not bullying', how: 'www.ceop.police.uk/safety-centre', own: false, check: false },
      { id: 'rph', name: 'Revenge Porn Helpline', use_for: 'Adults (18+)', how: '0345 6000 459', own: false, check: true },
    ],
    changes: () => [
      {
        id: 'kcsie-2024', when: 'September 2024', what: 'A new definition of safeguarding', asks: ['The list of issues has exploitation and absence'],
        status: 'superseded by 2026', note: '', sources: ['Keeping children safe in education, as others tell it'],
      },
    ],
  };
}
