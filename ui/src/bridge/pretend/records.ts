/** The pretend concerns, their files, drafts and finding them. */
import { birthday } from '../../words/time';
import type { ConcernForm } from '../../bindings/office';
import { togetherOf } from './buildup';
import { fault, type Answers, type Cabinet } from './cabinet';
import { addTo, caseOf, stepsTaken } from './casework';
import { eventsOf } from './custody';
import { blankForm, viewOf, type Kept } from './concerns';
import { lists } from './people';
import { keyOf } from './pupils';
import { understand } from './when';

function record(c: Cabinet, form: ConcernForm) {
  if (form.people.length === 0 && form.with_gaps === null) {
    throw fault('refused', 'Something is missing.', {
      problems: [{ field: 'people', say: 'Say who this is about, or choose “I do not know the name”' }],
    });
  }
  c.made += 1;
  const about = form.people[0];
  const pupil = c.pupils.find((one) => one.id === about?.pupil);
  const kept: Kept = {
    row: {
      id: `c-new-${c.made}`,
      record_no: `MV-2026-01${49 + c.made}`,
      title: 'a new concern',
      about: about?.name ?? 'Name not known',
      class: pupil?.class ?? '',
      category: '',
      status: 'new',
      status_title: 'New',
      unread: true,
      waiting: '0 min',
      occurred: form.occurred || c.stamp(),
      written: c.stamp(),
      late: null,
      reporter: c.session().person.name,
      danger: form.urgency === 'immediate',
      room: null,
      severity: '',
      severity_title: '',
      significant: false,
      closed_for: [],
      files: form.files.length,
    },
    forms: [{ form, author: c.session().person.name, at: c.stamp() }],
  };
  c.drafts = c.drafts.filter((one) => one.id !== form.draft);
  const elsewhere = form.route !== 'pupil';
  if (!elsewhere) c.concerns = [kept, ...c.concerns];
  return {
    value: {
      id: kept.row.id,
      record_no: kept.row.record_no,
      passed_to: elsewhere ? ['the head'] : ['Ruth Calloway', 'Dev Marwaha'],
      at: c.stamp(),
      posted: elsewhere,
      own_copy: false,
      receipt: elsewhere ? 'harbour oak thimble' : null,
    },
    touched: ['concerns' as const, 'drafts' as const],
  };
}

/** What the pretend office answers here. */
export function recordsAnswers(c: Cabinet): Pick<
  Answers,
  | 'lists'
  | 'routing'
  | 'understand_when'
  | 'understand_day_ahead'
  | 'understand_moment_ahead'
  | 'writing_hints'
  | 'record_concern'
  | 'amend_concern'
  | 'link_person'
  | 'concerns'
  | 'concern'
  | 'add_to_case'
  | 'begin_file'
  | 'finish_file'
  | 'drop_file'
  | 'attach_files'
  | 'save_file'
  | 'keep_draft'
  | 'keep_addition'
  | 'drafts'
  | 'drop_draft'
  | 'find'
> {
  return {
    lists: () => lists,
    routing: ({ route }) =>
      route === 'pupil'
        ? {
            readers: ['Ruth Calloway', 'Dev Marwaha'],
            say: 'Ruth Calloway and Dev Marwaha, safeguarding leads. Nobody else. You will see when it is read.',
            nobody_yet: false,
            ring: null,
          }
        : route === 'head'
          ? {
              readers: [],
              say: 'A concern about the head goes to the chair of governors, who has not opened Strongroom on this laptop.',
              nobody_yet: true,
              ring: 'the chair of governors, or the LADO on 01632 960200,',
            }
          : {
              readers: ['Helen Sandiford'],
              say: 'Helen Sandiford, head. Nobody else.',
              nobody_yet: false,
              ring: null,
            },
    understand_when: ({ text }) => understand(text, c.mood.now),
    understand_day_ahead: ({ text }) => understand(text, c.mood.now),
    understand_moment_ahead: ({ text }) => understand(text, c.mood.now),
    writing_hints: ({ form }) =>
      form.childs_words !== '' && form.questions_asked === ''
        ? [
            {
              field: 'childs_words',
              say: '“shaking” is something you saw. Good. If you asked her any questions, write them under Questions asked.',
            },
          ]
        : [],
    record_concern: ({ form }) => record(c, form),
    amend_concern: ({ form }) => {
      const kept = c.open(form.amends ?? '');
      kept.forms.push({ form, author: c.session().person.name, at: c.stamp() });
      return {
        value: {
          id: kept.row.id,
          record_no: kept.row.record_no,
          passed_to: [],
          at: c.stamp(),
          posted: false,
          own_copy: false,
          receipt: null,
        },
        touched: ['concerns'],
      };
    },
    link_person: ({ concern, whom }) => {
      const kept = c.open(concern);
      const [last] = kept.forms.slice(-1);
      kept.linked = whom;
      if (last !== undefined) kept.forms.push({ ...last, form: { ...last.form, reason: 'As on the list.' } });
      return {
        value: { id: kept.row.id, record_no: kept.row.record_no, passed_to: [], at: c.stamp(), posted: false, own_copy: false, receipt: null },
        touched: ['concerns'],
      };
    },
    concerns: ({ filter }) => {
      const text = (filter.text ?? '').toLowerCase();
      const found = c.concerns
        .map((one) => one.row)
        .filter((row) => JSON.stringify(row).toLowerCase().includes(text))
        .filter((row) => filter.status === null || row.status === filter.status || (filter.status === 'unread' && row.unread))
        .filter((row) => filter.from === null || row.occurred.slice(0, 10) >= filter.from)
        .filter((row) => filter.to === null || row.occurred.slice(0, 10) <= filter.to);
      const start = filter.after === null ? 0 : Number(filter.after);
      const page = found.slice(start, start + filter.limit);
      const end = start + page.length;
      return {
        concerns: page,
        calls: c.calls,
        more: end < found.length,
        next: end < found.length ? String(end) : null,
        total: found.length,
        unread: found.filter((row) => row.unread).length,
      };
    },
    concern: ({ id }) => {
      const kept = c.open(id);
      c.told = c.told.filter((one) => one !== id);
      const view = viewOf(kept, c.mood.differ && kept.forms.length > 1);
      kept.row = { ...kept.row, unread: false, status_title: kept.row.unread ? 'Acknowledged' : kept.row.status_title };
      const done = c.responses.get(id) ?? [];
      const steps = id === 'c-amara' ? [...stepsTaken.map((step) => ({ ...step, struck: c.struck.get(step.entry ?? '') ?? null })), ...view.thread] : view.thread;
      const known = caseOf(c, kept);
      const thread = [...done, ...eventsOf(known), ...steps];
      const read_first = view.people.flatMap(({ id: pupil, name }) => {
        const lines = pupil === null ? [] : keyOf(c, pupil).map((fact) => fact.say.split('\n', 1)[0] ?? '');
        return pupil === null || lines.length === 0 ? [] : [{ id: pupil, name, lines }];
      });
      const files = view.files.map((file) => ({ ...file, hidden: c.hidden.get(file.id) ?? null }));
      return { ...view, files, case: known, thread, read_first, together: id === 'c-amara' ? togetherOf(c) : [] };
    },
    add_to_case: ({ concern, form }) => {
      addTo(c, c.open(concern), form);
      const ended = form.what === 'response' ? form.row : form.what === 'for_pupil' ? form.pupil : 'entry' in form ? form.entry : null;
      c.drafts = c.drafts.filter((one) => one.id !== `add-${concern}-${form.what}-${ended ?? ''}`);
      return { value: null, touched: ['concerns', 'drafts'] };
    },
    begin_file: ({ name, size, indecent_image, for_purpose }) => {
      if (for_purpose === 'concern' && indecent_image !== 'no') {
        throw fault('refused', 'Nothing is taken in while the question stands.');
      }
      c.made += 1;
      const token = `t-${c.made}`;
      c.sizes.set(token, { name, size });
      return { token };
    },
    finish_file: ({ token }) => {
      const { name, size } = c.sizes.get(token) ?? { name: '', size: 0 };
      return { token, name, size, size_text: `${Math.ceil(size / 1024)} kB`, sha256: 'ab'.repeat(32) };
    },
    drop_file: () => null,
    attach_files: ({ concern }) => {
      const kept = c.open(concern);
      kept.row = { ...kept.row, files: kept.row.files + 1 };
      return { value: null, touched: ['concerns'] };
    },
    save_file: () => 'Handwritten note.pdf',
    keep_draft: ({ form }) => {
      c.made += 1;
      const id = form.draft ?? `d-${c.made}`;
      const title = form.people[0]?.name ?? 'A concern';
      c.drafts = [{ id, kind: 'concern', title, kept_at: c.stamp(), form, addition: null, line: null }, ...c.drafts.filter((one) => one.id !== id)];
      return { id, kept_at: c.stamp() };
    },
    keep_addition: ({ form }) => {
      const id = `add-${form.concern}-${form.what}-${form.entry ?? ''}`;
      const { about, record_no } = c.open(form.concern).row;
      const title = form.what === 'response' ? `${about}, ${record_no}` : about;
      const others = c.drafts.filter((one) => one.id !== id);
      c.drafts = [{ id, kind: 'addition', title, kept_at: c.stamp(), form: blankForm(), addition: form, line: null }, ...others];
      return { id, kept_at: c.stamp() };
    },
    drafts: () => c.drafts,
    drop_draft: ({ id }) => {
      c.drafts = c.drafts.filter((one) => one.id !== id);
      return { value: null, touched: ['drafts'] };
    },
    find: ({ query }) => {
      const wanted = query.toLowerCase();
      const sounds = wanted.startsWith('shiv');
      const foundPupils = c.pupils
        .filter((one) => one.name.toLowerCase().includes(wanted) || (sounds && one.id === 's-siobhan'))
        .map((one) => ({
          kind: 'pupil' as const,
          id: one.id,
          title: one.name,
          snippet: '',
          detail: one.namesake ? `${one.class}, born ${birthday(one.date_of_birth ?? '')}` : one.class,
          room: null,
          namesake: one.namesake,
          why: sounds ? 'sounds like Shivaun' : null,
        }));
      const foundConcerns = c.concerns
        .filter((one) => JSON.stringify([one.row.about, one.row.title, one.forms]).toLowerCase().includes(wanted))
        .map((one) => ({
          kind: 'concern' as const,
          id: one.row.id,
          title: `${one.row.about}: ${one.row.title}`,
          snippet: one.forms[0]?.form.description.slice(0, 110) ?? '',
          detail: one.row.record_no,
          room: null,
          namesake: false,
          why: null,
        }));
      return { items: [...foundPupils, ...foundConcerns], more: false };
    },
  };
}
