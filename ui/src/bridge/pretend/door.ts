/** The pretend front door: making, opening and locking. */
import { fault, facts, kitWords, type Answers, type Cabinet } from './cabinet';
import { patience, ruth } from './people';

/** What the pretend office answers here. */
export function doorAnswers(c: Cabinet): Pick<
  Answers,
  | 'front_door'
  | 'suggest_password'
  | 'judge_password'
  | 'create_vault'
  | 'open_practice'
  | 'open_vault'
  | 'accept_invitation'
  | 'recover_vault'
  | 'lock'
  | 'session'
  | 'still_here'
  | 'danger_rung'
  | 'copy_words'
  | 'stop_work'
> {
  return {
    front_door: () => ({
      state: c.mood.state,
      school: c.mood.state === 'new' ? null : facts.school,
      practice: c.mood.practice,
      last_opened: '2026-11-09T17:42:00+00:00',
      last_backup: '2026-11-10T07:40:00+00:00',
      fault:
        c.mood.state === 'unavailable'
          ? fault('damaged', 'One of the vault’s files is not as Strongroom left it. It was damaged on the disk, or changed.', {
              kept: 'Nothing was touched. Your last good backup is from today at 07:40.',
              next: 'Do not write on this laptop. Ask whoever looks after the laptops to bring back the backup from today.',
              technical: 'room 2, page 118: hmac does not verify (code vault.damaged)',
            })
          : null,
      wait_seconds: null,
      minimum_password: 16,
      danger: c.mood.state === 'new' ? { school: null, address: null, phone: null, social_care: [], leads: [] } : facts,
    }),
    suggest_password: () => 'lantern orchard velvet tortoise kettle',
    judge_password: ({ password }) => ({
      long_enough: password.length >= 16,
      score: Math.min(4, Math.floor(password.length / 5)),
      say:
        password.length >= 16
          ? 'Strong: guessing it would take longer than anyone has.'
          : `${16 - password.length} more characters are needed.`,
    }),
    create_vault: ({ form }) => {
      c.mood.state = 'closed';
      c.mood.who = 'lead';
      c.rehearsed = false;
      const person = { ...ruth, name: form.name, user: form.user };
      return { session: c.session(person), kit: c.kit(person) };
    },
    open_practice: () => {
      c.mood.practice = true;
      c.mood.state = 'closed';
      c.mood.who = 'lead';
      return c.session(ruth);
    },
    open_vault: ({ user, password }) => {
      if (password.startsWith('wrong') || password === '') {
        c.wrong += 1;
        throw fault('wrong_password', 'That did not open it.', { wait_seconds: 2 ** Math.min(c.wrong + 1, 5) });
      }
      c.wrong = 0;
      const person = [...c.people, patience].find((one) => one.user === user) ?? ruth;
      c.mood.who = person.role === 'staff' ? 'staff' : 'lead';
      return c.session(person);
    },
    accept_invitation: ({ user }) => {
      const person = { ...patience, user };
      c.mood.who = 'staff';
      c.rehearsed = false;
      return { session: c.session(person), kit: c.kit(person) };
    },
    recover_vault: ({ words }) => {
      if (words.join(' ') !== kitWords.join(' ')) {
        throw fault('wrong_password', 'Those words do not open this vault.', {
          kept: 'Nothing was changed.',
          next: 'Look for two words that are swapped, or one misread.',
        });
      }
      c.mood.who = 'lead';
      return c.session(ruth);
    },
    lock: () => {
      c.mood.who = null;
      return null;
    },
    session: () => c.session(),
    still_here: () => null,
    danger_rung: ({ at, log_number, spoke_to, child, withdrawn }) => {
      const noted = {
        rung: at,
        log_number: log_number || null,
        spoke_to: spoke_to || null,
        about: child || null,
        noted_by: c.session().person.name,
      };
      c.calls = [...(withdrawn ? [] : [noted]), ...c.calls.filter((one) => one.rung !== at)];
      return c.mood.who === null ? null : { value: null, touched: ['concerns'] };
    },
    copy_words: () => null,
    stop_work: () => null,
  };
}
