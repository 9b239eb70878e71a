/** The pretend chronology of a pupil, from the concerns and flags there are. */
import type { ChronologyItem, ChronologyView, OtherChild, Piece, PupilRow } from '../../bindings/office';
import { birthday, clock, monthOf } from '../../words/time';
import { fault, type Answers, type Cabinet } from './cabinet';
import type { Kept } from './concerns';
import { toLinkOf } from './linking';
import { lists, pupilView } from './people';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "Tue 10". */
function dayIn(date: string): string {
  const at = new Date(`${date.slice(0, 10)}T12:00:00Z`);
  return `${weekdays[at.getUTCDay()] ?? ''} ${at.getUTCDate()}`;
}

/** Words in which every other child named stands as a piece of its own. */
function piecesOf(text: string, others: { first: string; letter: string; name: string | null }[]): Piece[] {
  for (const { first, letter, name } of others) {
    const at = text.indexOf(first);
    if (at < 0) continue;
    const child: Piece = { kind: 'child', letter, name };
    return [...piecesOf(text.slice(0, at), others), child, ...piecesOf(text.slice(at + first.length), others)];
  }
  return text === '' ? [] : [{ kind: 'words', text }];
}

/** The words of pieces, run together. */
export function plain(pieces: Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'words' ? piece.text : (piece.name ?? piece.letter))).join('');
}

function othersIn(kept: Kept[], pupil: PupilRow): string[] {
  const named = kept.flatMap((one) => one.forms.flatMap(({ form }) => form.people));
  const children = named.filter((one) => one.kind === 'pupil' && one.pupil !== pupil.id && one.name !== null);
  return [...new Set(children.map((one) => one.name ?? ''))];
}

function concernItem(kept: Kept, others: { first: string; letter: string; name: string | null }[]): ChronologyItem {
  const { row, forms } = kept;
  const form = forms.at(-1)?.form;
  const said = form !== undefined && form.childs_words !== '';
  const words = said ? form.childs_words : (form?.description ?? '');
  const who = (form?.people ?? []).slice(1).map((one) => `With ${(one.name ?? '').split(' ')[0] ?? ''}. `);
  return {
    theirs: true,
    id: row.id,
    record_no: row.record_no,
    month: monthOf(row.occurred),
    day: dayIn(row.occurred),
    time: `${form?.occurred_about === true ? 'about ' : ''}${clock(row.occurred)}`,
    date: row.occurred.slice(0, 10),
    title: piecesOf(row.title, others),
    words: piecesOf(words, others),
    said,
    under: piecesOf(`${who.join('')}From ${row.reporter}`, others),
    status_title: row.status_title,
    unread: row.unread,
    late: row.late,
    danger: row.danger,
    corrected: forms.length - 1,
    files: row.files,
    room: row.room,
    significant: row.significant,
    closed: null,
    step: null,
    struck: null,
  };
}

function milestone(date: string, title: string, under: string): ChronologyItem {
  return {
    id: null,
    record_no: '',
    month: monthOf(date),
    day: dayIn(date),
    time: '',
    date,
    title: [{ kind: 'words', text: title }],
    words: [],
    said: false,
    theirs: true,
    under: under === '' ? [] : [{ kind: 'words', text: under }],
    status_title: '',
    unread: false,
    late: null,
    danger: false,
    corrected: 0,
    files: 0,
    room: null,
    significant: false,
    closed: null,
    step: null,
    struck: null,
  };
}

/** Everything about a pupil, newest first, before any filter. */
export function wholeChronology(c: Cabinet, pupil: PupilRow, names: boolean) {
  const kept = c.concerns.filter((one) => one.row.about === pupil.name);
  const others: OtherChild[] = othersIn(kept, pupil).map((name, at) => ({
    letter: `Child ${String.fromCharCode(65 + at)}`,
    name: names ? name : null,
  }));
  const firsts = othersIn(kept, pupil).map((name, at) => ({
    first: name.split(' ')[0] ?? name,
    letter: others[at]?.letter ?? '',
    name: others[at]?.name ?? null,
  }));
  const view = pupilView(pupil);
  const milestones = [
    ...view.flags.map((flag) => milestone(flag.from ?? '', flag.title, `Source: ${flag.source ?? ''}`)),
    ...(view.admitted === null ? [] : [milestone(view.admitted, 'Came to the school', '')]),
  ];
  const items = [...kept.map((one) => concernItem(one, firsts)), ...(c.mood.empty ? [] : milestones)];
  return { items: items.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)), others };
}

/** What the pretend office answers here. */
export function chronologyAnswers(c: Cabinet): Pick<Answers, 'chronology' | 'may_belong'> {
  return {
    may_belong: ({ pupil }) => {
      const row = c.pupils.find((one) => one.id === pupil);
      return c.concerns
        .filter((one) => one.row.about === row?.name && toLinkOf(one).length > 0)
        .map((one) => ({ id: one.row.id, record_no: one.row.record_no, written: one.row.written }));
    },
    chronology: ({ pupil, filter }): ChronologyView => {
      const row = c.pupils.find((one) => one.id === pupil);
      if (row === undefined) throw fault('missing', 'That pupil is not on the list.');
      const { items, others } = wholeChronology(c, row, filter.names);
      const text = (filter.text ?? '').toLowerCase();
      return {
        items: items
          .filter((one) => !(filter.no_concerns && one.id !== null) && !(filter.no_milestones && one.id === null))
          .map((one) => (filter.summary && one.id !== null && !one.significant ? { ...one, words: [], said: false } : one))
          .filter((one) => !filter.only_significant || one.significant)
          .filter((one) => !filter.only_late || one.late !== null)
          .filter((one) => (filter.from === null || one.date >= filter.from) && (filter.to === null || one.date <= filter.to))
          .filter((one) => plain([...one.title, ...one.words, ...one.under]).toLowerCase().includes(text)),
        strip: items
          .map((one) => ({ date: one.date, milestone: one.id === null, danger: one.danger }))
          .reverse(),
        without_steps: false,
        concerns: items.filter((one) => one.id !== null).length,
        milestones: items.filter((one) => one.id === null).length,
        late: items.filter((one) => one.late !== null).length,
        significant: items.filter((one) => one.significant).length,
        categories: lists.categories.filter((one) => c.concerns.some(({ row: { category } }) => category === one.title)).slice(0, 2),
        others,
      };
    },
  };
}

/** One line of a chronology for paper. */
export function lineOf(item: ChronologyItem): string {
  return [birthday(item.date), plain(item.title), plain(item.words), plain(item.under)]
    .filter((part) => part !== '')
    .join('. ');
}
