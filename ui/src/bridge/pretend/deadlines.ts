/** What the pretend office knows of deadlines and of term dates. */
import type { TermsView } from '../../bindings/office';
import { fault, type Answers, type Cabinet } from './cabinet';

const instead = 'The school\u2019s calendar does not reach so far: working days were counted instead.';
const dates = '5 Jan 2027 to 12 Feb 2027\ninset 4 Jan 2027\n';

/** Understands what tests write, line by line. */
function read(text: string): TermsView {
  const lines = text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const known: Record<string, string> = {
      '5 Jan 2027 to 12 Feb 2027': 'Tue 5 Jan 2027 to Fri 12 Feb 2027: 29 school days',
      'inset 4 Jan 2027': 'Mon 4 Jan 2027: inset day, pupils are not in',
    };
    const say = known[line.trim()];
    return [{ number: at + 1, say: say ?? 'We could not read this line. Try: 5 Jan 2027 to 12 Feb 2027, or inset 4 Jan 2027', understood: say !== undefined }];
  });
  const covered = lines.some((line) => line.understood)
    ? ['School year 2026\u201327.', 'School days are known from Tue 5 Jan 2027 to Fri 12 Feb 2027.']
    : [];
  return { text, lines, covered };
}

/** What the pretend office answers here. */
export function deadlineAnswers(c: Cabinet): Pick<Answers, 'deadlines' | 'count_due' | 'terms' | 'read_terms' | 'save_terms'> {
  let set = c.mood.empty ? '' : dates;
  return {
    deadlines: ({ what, body }) => {
      if (what === 'referral') {
        return body !== 'csc' ? [] : [
          { id: 'csc_ack_1wd', title: '1 working day: Social worker acknowledges and decides', starts_when: 'Referral made', limit: 'Within one working day', source: 'statutory guidance, Keeping children safe in education', check: true },
        ];
      }
      return [
        { id: 'icpc_15wd', title: '15 working days: Initial child protection conference', starts_when: 'Strategy discussion that began s.47', limit: 'Within 15 working days', source: 'statutory guidance, Working together to safeguard children', check: true },
        { id: 'fgm_next_working_day', title: '1 working day: FGM report to police on 101', starts_when: 'Known case identified', limit: 'Close of the next working day', source: 'statutory duty, Home Office procedural information', check: false },
      ];
    },
    count_due: ({ due }) =>
      due.by === 'school_days' ? { due: 'Tue 17 Nov', note: instead } : { due: due.by === 'rule' ? 'Tue 1 Dec' : 'Wed 11 Nov', note: '' },
    terms: () => read(set),
    read_terms: ({ text }) => read(text),
    save_terms: ({ text }) => {
      const wrong = read(text).lines.filter((line) => !line.understood);
      if (wrong.length > 0) {
        throw fault('refused', 'One thing first', {
          problems: wrong.map((line) => ({ field: 'terms', say: `Line ${line.number}: ${line.say}` })),
        });
      }
      set = text;
      return { value: null, touched: ['vault'] };
    },
  };
}
