/** The pretend vault: people, backup, check and settings. */
import type { Person } from '../../bindings/office';
import { fault, firstBackup, kitWords, type Answers, type Cabinet } from './cabinet';
import { lists, patience } from './people';

/** What the pretend office answers here. */
export function vaultAnswers(c: Cabinet): Pick<
  Answers,
  | 'vault_facts'
  | 'invite_person'
  | 'close_person'
  | 'add_member'
  | 'change_password'
  | 'new_kit'
  | 'rehearse'
  | 'categories'
  | 'save_categories'
  | 'save_settings'
  | 'back_up'
  | 'verify'
> {
  return {
    vault_facts: () => ({
      may_manage: true,
      school: c.settings.school,
      vault_short: '7K2M-QX',
      rooms: [
        { id: 'r1', name: 'Pupils', member: true, made: true, entries: 214, members: ['Ruth Calloway', 'Dev Marwaha'], could_join: [{ id: 'p-zara', title: 'Zara Iqbal', detail: 'Headteacher' }], size: '32 MB' },
        { id: 'r2', name: 'Staff concerns', member: false, made: true, entries: null, members: [], could_join: [], size: '4 MB' },
        { id: 'r3', name: 'About the head', member: false, made: false, entries: null, members: [], could_join: [], size: '4 MB' },
        { id: 'r4', name: 'About the lead or the team', member: false, made: true, entries: null, members: [], could_join: [], size: '4 MB' },
      ],
      people: c.people,
      last_backup: c.backups[0] ?? null,
      backups: c.backups,
      minimum_password: c.settings.minimum_password,
      settings: c.settings,
      checkpoints: [],
    }),
    invite_person: ({ form }) => {
      c.made += 1;
      const role = lists.roles.find((one) => one.id === form.role);
      const person: Person = {
        ...patience,
        id: `p-${c.made}`,
        user: form.user,
        name: form.name,
        role: form.role,
        role_title: role?.title ?? form.role,
        invited: form.password === null,
        joined: form.password === null ? null : c.stamp(),
        last_opened: null,
      };
      c.people = [...c.people, person];
      const here = form.password !== null;
      return {
        value: { person, code: here ? null : 'K7QM-2XTR-9WVH', kit: here ? c.kit(person) : null },
        touched: ['people'],
      };
    },
    close_person: ({ id }) => {
      c.people = c.people.map((one) => (one.id === id ? { ...one, closed: true } : one));
      return { value: null, touched: ['people'] };
    },
    add_member: () => ({ value: null, touched: ['vault', 'people'] }),
    change_password: ({ old }) => {
      if (old.startsWith('wrong')) throw fault('wrong_password', 'That is not your password now.');
      return null;
    },
    new_kit: ({ password }) => {
      if (password.startsWith('wrong')) throw fault('wrong_password', 'That is not your password. The words stay as they were.');
      return { words: kitWords, person: 'Ruth Calloway', school: c.settings.school, vault_short: '7K2M-QX' };
    },
    rehearse: ({ words }) => {
      if (words.join(' ') !== kitWords.join(' ')) throw fault('refused', 'Those words do not open this vault.');
      c.rehearsed = true;
      return { value: null, touched: ['vault'] };
    },
    categories: () => ({
      groups: lists.category_groups,
      off: [],
      own: c.mood.empty ? [] : [{ name: 'Lunchtime worry', definition: 'Something a midday supervisor saw that fits nowhere else', off: false }],
    }),
    save_categories: ({ own }) => {
      const at = own.findIndex((one) => one.name.trim() === '');
      if (at !== -1) throw fault('refused', 'One thing first', { problems: [{ field: `category-${at}`, say: 'Write its name' }] });
      return { value: null, touched: ['vault'] };
    },
    save_settings: (args) => {
      c.settings = args.settings;
      return { value: null, touched: ['vault'] };
    },
    back_up: () => {
      const one = { ...firstBackup, name: `backup-${c.backups.length + 1}`, at: c.stamp() };
      c.backups = [one, ...c.backups];
      return { value: one, touched: ['backup'] };
    },
    verify: () => ({
      entries: 214,
      parts: 1290,
      files: 6,
      faults: [],
      say: 'Every entry is signed and linked to the one before it, and every file is as it was sealed.',
    }),
  };
}
