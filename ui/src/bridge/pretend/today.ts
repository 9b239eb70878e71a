/** What the pretend office says of the day, from its own records. */
import type { DraftView, DueView, Duty, KeyReview, LateLine } from '../../bindings/office';
import { togetherOf } from './buildup';
import type { Answers, Cabinet } from './cabinet';
import { checklistsOf } from './checklist';
import type { Kept } from './concerns';
import { walksOf } from './guide';

/** As many as the office sends of each. */
const most = 20;

/** "1 working day", between two days that are told by their dates. */
function workingDays(from: string, to: string): string {
  let n = 0;
  const day = new Date(`${from}T12:00:00Z`);
  while (day.toISOString().slice(0, 10) < to) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) n += 1;
  }
  return n === 1 ? '1 working day' : `${n} working days`;
}

function duties(c: Cabinet): Duty[] {
  const lead = c.mood.who !== 'staff';
  const invited = c.people.filter((one) => one.invited && !one.closed).length;
  const dormant = c.people.filter((one) => one.dormant && !one.closed);
  const all: [wanted: boolean, duty: Omit<Duty, 'register'> & Partial<Duty>][] = [
    [lead && c.backups.length === 0, { kind: 'backup', say: 'There is no backup yet.' }],
    [!c.rehearsed, { kind: 'rehearse', say: 'Your recovery words have not been tried.' }],
    [lead && c.pupils.length === 0, { kind: 'pupil_list', say: 'Nobody is on the pupil list.' }],
    [lead && c.people.length === 1, { kind: 'invite', say: 'You are the only one with an account.' }],
    [lead && invited > 0, { kind: 'invited', say: 'Somebody was invited and has not come.' }],
    [
      lead && c.mood.busy,
      { kind: 'register', register: 'platform-report-log', say: 'Platform and provider reports: no answer, was due Tue 10 Nov.' },
    ],
    [
      lead && dormant.length > 0,
      { kind: 'dormant', say: `${dormant[0]?.name ?? ''} has not opened Strongroom for a long time.` },
    ],
  ];
  return all.filter(([wanted]) => wanted).map(([, duty]) => ({ register: null, ...duty }));
}

function dueAbout(c: Cabinet, id: string, due: Omit<DueView, 'concern'>): DueView[] {
  const concern = c.concerns.find((one) => one.row.id === id)?.row;
  return concern === undefined ? [] : [{ ...due, concern }];
}

function answersOf(c: Cabinet): DueView[] {
  return dueAbout(c, 'c-amara', { what: 'Fenmarsh MASH to answer', kind: 'reply', when: '15:40', left: '5 h left', rule: null, yours: false, owner: null });
}

function reviewsOf(c: Cabinet): KeyReview[] {
  return c.pupils.slice(0, 1).map(({ id, name, class: group }) => ({
    pupil: id, name, class: group, say: 'Do not ring Dad', day: 'Mon 9 Nov',
  }));
}

function weekOf(c: Cabinet): DueView[] {
  return dueAbout(c, 'c-amara', { what: 'MASH referral in writing', kind: 'action', when: 'Wed 11 Nov, 10:58', left: 'Wed 11 Nov', rule: null, yours: true, owner: 'Ruth Calloway' });
}

function tomorrowOf(c: Cabinet): DueView[] {
  return dueAbout(c, 'c-amara', {
    what: 'Be at the conference', kind: 'action', when: 'Wed 11 Nov', left: 'Wed 11 Nov', yours: true, owner: 'Ruth Calloway',
    rule: '15 working days (statutory guidance, Working together to safeguard children)',
  });
}

/** What the pretend office answers here. */
export function todayAnswers(c: Cabinet): Pick<Answers, 'today'> {
  return {
    today: () => {
      const lead = c.mood.who !== 'staff';
      const date = c.stamp().slice(0, 10);
      const here = lead ? c.concerns : [];
      const waitingLongest = here
        .filter((one) => one.row.unread)
        .sort((a, b) => a.row.written.localeCompare(b.row.written));
      const onTime = (at: string): boolean => at.slice(0, 10) === date;
      const lateDraft = (draft: DraftView): boolean => !onTime(draft.kept_at);
      const late: [at: string, line: LateLine][] = [
        ...waitingLongest
          .filter((one) => !onTime(one.row.written))
          .map(({ row }): [string, LateLine] => [
            row.written,
            { by: workingDays(row.written.slice(0, 10), date), concern: row, draft: null, due: null },
          ]),
        ...c.drafts.filter(lateDraft).map((draft): [string, LateLine] => [
          draft.kept_at,
          { by: workingDays(draft.kept_at.slice(0, 10), date), concern: null, draft, due: null },
        ]),
      ];
      late.sort(([a], [b]) => a.localeCompare(b));
      const unread = waitingLongest.filter((one) => onTime(one.row.written)).map((one) => one.row);
      const waiting = here.filter((one) => one.row.status === 'awaiting-external').map((one) => one.row);
      const takenBy = (one: Kept) =>
        c.people.find((person) => person.id === one.forms.at(-1)?.form.assigned_to) ?? null;
      const live = here
        .filter((one) => one.row.status === 'active' && !one.row.unread)
        .map((one) => {
          const by = takenBy(one);
          return { concern: one.row, yours: by?.id === c.session().person.id, taken_by: by?.name ?? null };
        })
        .sort((a, b) => Number(b.yours) - Number(a.yours));
      const untriaged = here
        .filter((one) => one.row.status === 'new' && !one.row.unread)
        .map((one) => ({ concern: one.row, yours: false, taken_by: null }));
      return {
        day: c.day(),
        calls: lead ? c.calls : [],
        unread: unread.slice(0, most),
        unread_total: unread.length,
        late: late.slice(0, most).map(([, line]) => line),
        late_total: late.length,
        answers: c.mood.busy && lead ? answersOf(c) : [],
        tomorrow_day: 'Tomorrow',
        tomorrow: c.mood.busy && lead ? tomorrowOf(c) : [],
        week: c.mood.busy && lead ? weekOf(c) : [],
        waiting: waiting.slice(0, most),
        waiting_total: waiting.length,
        untriaged: untriaged.slice(0, most),
        untriaged_total: untriaged.length,
        live: live.slice(0, most),
        live_total: live.length,
        told: here.filter((one) => c.told.includes(one.row.id)).map((one) => one.row),
        walks: lead ? walksOf(c) : [],
        checklists: lead ? checklistsOf(c).filter((row) => row.open) : [],
        drafts: c.drafts,
        reviews: c.mood.busy && lead ? reviewsOf(c) : [],
        together: c.mood.busy && lead ? togetherOf(c) : [],
        access: [],
        clocks: [],
        duties: duties(c),
      };
    },
  };
}
