/** What stands on Today, in which order, and how much of it. Nothing here draws. */
import type { ConcernRow, DraftView, DueView, LiveLine, Today } from '../../bindings/office';
import { todayWords } from '../../words/today';

/** The sections of the page, from the most pressing. */
export const kinds = ['unread', 'late', 'told', 'untriaged', 'waiting', 'live'] as const;
export type Kind = (typeof kinds)[number];

/** A concern, a draft, or something that is due about a concern. */
export interface Entry {
  id: string;
  row: ConcernRow | null;
  draft: DraftView | null;
  due: DueView | null;
  /** By how much it is late. */
  by: string | null;
  /** Who took it on, where that is known. */
  yours: boolean;
  takenBy: string | null;
}

/** The one next thing, and why it is that. */
export interface Lit {
  why: 'danger' | 'late' | 'unread' | 'due' | 'told' | 'draft';
  entry: Entry;
}

/** One section: what is shown, and how many more there are. */
export interface Section {
  kind: Kind;
  shown: Entry[];
  more: number;
}

/** At most so many things on the first screen. */
const most = 12;
/** So many rows stand in the main column at 1366 by 768; a heading takes the room of most of one. */
const tall = 10;
const heading = 0.8;
/** However much stands beside it, the main column keeps this many. */
const least = 5;
const draftsBeside = 3;

function ofRow(row: ConcernRow): Entry {
  return { id: row.id, row, draft: null, due: null, by: null, yours: false, takenBy: null };
}

function ofDraft(draft: DraftView): Entry {
  return { id: draft.id, row: null, draft, due: null, by: null, yours: false, takenBy: null };
}

/** Something due keeps its own place: a concern may have several, and one under Live besides. */
function ofDue(due: DueView): Entry {
  // A name without blanks, because it becomes that of its row.
  const what = due.what.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return { ...ofRow(due.concern), id: `due-${due.concern.id}-${due.kind}-${what}`, due, yours: due.yours };
}

/** With whom it is. */
function ofLive(line: LiveLine): Entry {
  return { ...ofRow(line.concern), yours: line.yours, takenBy: line.taken_by };
}

function entries(today: Today): Record<Kind, Entry[]> {
  return {
    unread: today.unread.map(ofRow),
    late: today.late.flatMap(({ by, concern, draft, due }) => {
      const entry =
        due !== null ? ofDue(due) : concern !== null ? ofRow(concern) : draft !== null ? ofDraft(draft) : null;
      return entry === null ? [] : [{ ...entry, by: todayWords.lateBy(by) }];
    }),
    told: today.told.map(ofRow),
    waiting: [...today.answers.map(ofDue), ...today.waiting.map(ofRow)],
    untriaged: today.untriaged.map(ofLive),
    live: today.live.map(ofLive),
  };
}

/** Danger first, then what nobody has read, then what somebody asked for, then one's own words. */
export function litOf(today: Today): Lit | null {
  const { unread, late, told } = entries(today);
  const lateUnread = late.filter((entry) => entry.row !== null && entry.due === null);
  const lateDue = late.filter((entry) => entry.due !== null);
  const drafts = [...late.filter((entry) => entry.draft !== null), ...today.drafts.map(ofDraft)];
  const tried: [Lit['why'], Entry | undefined][] = [
    ['danger', [...lateUnread, ...unread].find((entry) => entry.row?.danger)],
    ['late', lateUnread[0]],
    ['unread', unread[0]],
    ['due', lateDue[0]],
    ['told', told[0]],
    ['draft', drafts[0]],
  ];
  for (const [why, entry] of tried) if (entry !== undefined) return { why, entry };
  return null;
}

/** The drafts for the margin: neither the lit one nor those that stand under Late. */
export function draftsOf(today: Today): { shown: DraftView[]; more: number } {
  const lit = litOf(today)?.entry.id;
  const late = new Set(today.late.map((line) => line.draft?.id));
  const rest = today.drafts.filter((draft) => draft.id !== lit && !late.has(draft.id));
  return { shown: rest.slice(0, draftsBeside), more: Math.max(0, rest.length - draftsBeside) };
}

/** Shares the room among the sections, one row each in turn; each thing stands once on the page. */
export function sectionsOf(today: Today, beside: number, allTold: boolean): Section[] {
  const lit = litOf(today)?.entry.id;
  const seen = new Set(lit === undefined ? [] : [lit]);
  const all = entries(today);
  const totals: Record<Kind, number> = {
    unread: today.unread_total,
    late: today.late_total,
    told: today.told.length,
    untriaged: today.untriaged_total,
    waiting: today.waiting_total + today.answers.length,
    live: today.live_total,
  };
  const wanted = kinds.map((kind) => {
    const here = all[kind].filter((entry) => !seen.has(entry.id));
    for (const entry of here) seen.add(entry.id);
    return { kind, here, unsent: Math.max(0, totals[kind] - all[kind].length), take: 0 };
  });
  const headings = wanted.filter((one) => one.here.length > 0).length;
  const fits = Math.floor(tall - heading * headings);
  let room = Math.max(least, Math.min(fits, most - beside - (lit === undefined ? 0 : 1)));
  while (room > 0 && wanted.some((one) => one.take < one.here.length)) {
    for (const one of wanted) {
      if (room === 0 || one.take === one.here.length) continue;
      one.take += 1;
      room -= 1;
    }
  }
  return wanted
    .map(({ kind, here, unsent, take }) => {
      const last = unsent === 0 && here.length - take === 1;
      const shown = last || (kind === 'told' && allTold) ? here : here.slice(0, take);
      return { kind, shown, more: here.length - shown.length + unsent };
    })
    .filter((section) => section.shown.length > 0 || section.more > 0);
}
