/** Registers of the pretend office: one of them, with its lines. */
import type { GuideLine, RegistersGroup, LineForm, LineRow, LineVersion, LineView, RegisterFieldView, RegisterView } from '../../bindings/office';
import { alertRegister, PretendAlerts } from './alerts';
import { fault, type Answers, type Cabinet } from './cabinet';
import { logProblems } from './log';
import { ownGroups, ownRegister, ownRegisterAnswers } from './ownregister';

const fields: RegisterFieldView[] = [
  { name: 'record', label: 'Concern it belongs to', answer: 'the number of the concern', control: 'record', ahead: false, options: [], unless_said: null },
  { name: 'platform', label: 'Platform', answer: 'words', control: 'words', ahead: false, options: [], unless_said: null },
  { name: 'reported_at', label: 'Reported at', answer: 'a date and a time', control: 'moment', ahead: false, options: [], unless_said: null },
  { name: 'answered_on', label: 'Answered on', answer: 'a date', control: 'day', ahead: false, options: [], unless_said: null },
  { name: 'by', label: 'By', answer: 'a person', control: 'line', ahead: false, options: [], unless_said: null },
  { name: 'addresses', label: 'Addresses', answer: 'a line for each', control: 'list', ahead: false, options: [], unless_said: null },
  {
    name: 'answer', label: 'Answer', answer: 'one of these', control: 'one', ahead: false,
    options: ['Removed', 'Refused', 'No reply', 'Account closed'],
    unless_said: null,
  },
];

export const reports: RegisterView = {
  id: 'platform-report-log',
  title: 'Platform and provider reports',
  purpose: 'Posts, images, accounts reported; answer and time.',
  owner: ['Designated safeguarding lead'],
  entry_when: 'Each report',
  review: 'With the record',
  fields,
  note: '',
  own: false,
  put_away: false,
  said: null,
  may_change: true,
  changing: false,
  sources: ['School policy: reports to providers'],
  may: true,
  lines: [],
  more: false,
  begun: [],
  rhythm: { every: null, looked: null, due: null, overdue: false, kinds: [], late: [], coming: [] },
  certificate: null,
};

/** One that whoever is in does not keep. */
const lowLevel: RegisterView = {
  ...reports, id: 'low-level-concern-register', title: 'Low-level concerns', owner: ['Headteacher'], may: false, may_change: false, rhythm: null,
};

/** Registers that agreements and certificates belong to, with nothing more to them. */
const others: RegisterView[] = [
  { ...reports, id: 'aup-signatures', title: 'Acceptable use agreement signatures' },
  { ...reports, id: 'training-log', title: 'Safeguarding and online-safety training log' },
  { ...reports, id: 'image-consent', title: 'Image and work consent' },
  {
    ...reports, id: 'ict-disposal', title: 'ICT disposal record', certificate: 'Certificate of disposal',
    lines: [{
      id: 'l-disposal', at: 'Thu 12 Nov, 10:33', who: 'Ruth Calloway', late: null, coming: null, concern: null, struck: null, corrected: false, beside: false,
      answers: [{ field: 'item', label: 'Item', lines: ['Laptop 14'], about: false, said: 'Laptop 14' }],
    }],
  },
];

/** So many lines come at once. */
const some = 2;

/** The registers that a step can open. */
export const registerLines: GuideLine[] = [reports, lowLevel, new PretendAlerts().view(reports)].map(({ id, title, purpose }) => ({
  kind: 'register', id, number: '', title, purpose, applies_when: [], version: 1, own: false,
}));

type Calls = 'registers' | 'check_register_edit' | 'save_register_edit' | 'put_away_register' | 'preview_alerts' | 'take_alerts' | 'screen_alert' | 'concern_numbered' | 'register' | 'register_line' | 'look_through' | 'save_log' | 'save_register' | 'write_line' | 'keep_line_draft';

/** What the pretend office answers here. */
export function registerAnswers(c: Cabinet): Pick<Answers, Calls> {
  const versions = new Map<string, LineVersion[]>();
  let draft: LineForm | null = null;
  let looked: string | null = null;
  const alerts = new PretendAlerts();
  const row = (id: string, all: LineVersion[]): LineRow => {
    const [last] = all;
    if (last === undefined) throw fault('missing', 'This line is not here.');
    const { at, who, answers, struck, reason } = last;
    const late = answers.some((one) => one.field === 'answer') ? null : 'no answer, was due Tue 10 Nov';
    return { id, at, who, answers, late, coming: null, concern: null, struck: struck ? reason : null, corrected: all.length > 1, beside: false };
  };
  return {
    ...alerts.answers(),
    ...ownRegisterAnswers(c),
    registers: (): RegistersGroup[] => {
      const of = ({ id, title, purpose, owner, may }: RegisterView, late: string[]) => ({
        id, title, purpose, owner, own: false, may, lines: may ? versions.size : null, last: may && versions.size > 0 ? 'Tue 10 Nov' : null, late, due: may ? '4 January 2027' : null,
      });
      return [
        { id: 'filtering', title: 'Filtering and monitoring', registers: [of(alerts.view(reports), ['2 lines are late'])] },
        { id: 'children', title: 'About children', registers: [of(reports, [])] },
        { id: 'agreements', title: 'Agreements, training and consent', registers: others.map((one) => of(one, [])) },
        { id: 'adults', title: 'About adults who work with children', registers: [of(lowLevel, [])] },
        ...ownGroups(c),
      ];
    },
    register: ({ id, after }) => {
      if (id === lowLevel.id) return lowLevel;
      if (id === alertRegister) return alerts.view(reports);
      const other = others.find((one) => one.id === id);
      if (other !== undefined) return other;
      const own = ownRegister(c, id, reports, []);
      if (own !== null && own.own) return own;
      if (id !== reports.id) throw fault('missing', 'This register is not here.');
      const lines = [...versions].map(([line, all]) => row(line, all)).reverse();
      const from = after === null ? 0 : lines.findIndex((one) => one.id === after) + 1;
      const begun = draft === null ? [] : [{ line: draft.line, concern: null, at: 'Thu 12 Nov 2026, 10:33' }];
      const late = lines.flatMap((one) => (one.late === null ? [] : [{ line: one.id, say: one.late }]));
      const rhythm = { every: 'once a term', looked, due: '4 January 2027', overdue: looked === null && lines.length > 0, kinds: [], late, coming: [] };
      return { ...(own ?? reports), rhythm, lines: lines.slice(from, from + some), more: lines.length > from + some, begun };
    },
    look_through: ({ remarks }) => {
      looked = `10 Nov 2026, Ruth Calloway: ${remarks}`;
      return { value: null, touched: ['concerns'] };
    },
    register_line: ({ register, line, concern }) => {
      const all = line === null ? [] : (versions.get(line) ?? []);
      const mine = draft !== null && draft.line === line ? draft : null;
      const view: LineView = {
        register: reports.id,
        title: reports.title,
        fields,
        answers: all[0]?.answers ?? [],
        concern: concern === null ? null : { id: concern, about: 'Amara Oyelaran', record_no: 'MV-2026-0141' },
        struck: all[0]?.struck ?? false,
        needs_newer: false,
        base: all.map((_, at) => String(at)),
        beside: false,
        versions: all,
        draft: mine,
        draft_kept: mine === null ? null : '10:33',
        overtaken: mine !== null && mine.base.length !== all.length,
      };
      return register === alertRegister ? alerts.line(view) : view;
    },
    save_log: ({ log, format }) => {
      const problems = logProblems(log);
      if (problems.length > 0) throw fault('refused', 'Something is still to be settled before there is a log.', { problems });
      return { value: `strongroom-log.${format}`, touched: ['concerns'] };
    },
    save_register: ({ id, format }) => ({ value: `${id}.${format}`, touched: [] }),
    concern_numbered: ({ number }) =>
      number === 'MV-2026-0141' ? { id: 'c-amara', about: 'Amara Oyelaran', record_no: number } : null,
    write_line: ({ form }) => {
      const filled = form.answers.filter(({ lines }) => lines.some((one) => one.trim() !== ''));
      const problems = filled
        .filter(({ field, lines }) => field === 'reported_at' && !/^\d{4}-/.test(lines[0] ?? ''))
        .map(({ field }) => ({ field, say: 'We could not read this day and time. Try: 20 Nov 10:35' }));
      if (filled.length === 0) throw fault('refused', 'Nothing is written in this line yet.');
      if (form.line !== null && form.reason.trim().length < 10) problems.push({ field: 'why_corrected', say: 'Say why, in a sentence' });
      if (problems.length > 0) throw fault('refused', 'Something in this line cannot be kept yet.', { problems });
      const id = form.line ?? `l-${String(versions.size)}`;
      const answers = filled.map(({ field, lines }) => ({
        field, lines, about: false, label: fields.find(({ name }) => name === field)?.label ?? field, said: lines.join('; '),
      }));
      const one = { at: 'Thu 12 Nov, 10:33', who: 'Ruth Calloway', reason: form.reason, struck: form.strike, holds: true, answers };
      versions.set(id, [one, ...(versions.get(id) ?? []).map((old) => ({ ...old, holds: false }))]);
      draft = null;
      return { value: id, touched: ['concerns'] };
    },
    keep_line_draft: ({ form }) => {
      const typed = form.reason !== '' || form.answers.some(({ lines }) => lines.some((line) => line.trim() !== ''));
      draft = typed ? form : null;
      return { id: 'd-line', kept_at: '10:33' };
    },
  };
}
