/** Today: what is live, unread, late and waiting. */
import { counted } from './parts';

/** How much of each there is. */
export interface Counts {
  live: number;
  unread: number;
  late: number;
  told: number;
  untriaged: number;
  waiting: number;
  drafts: number;
}

/** "One concern is", "Two concerns are" first in the sentence; after that the number alone. */
function some(n: number, first: boolean, one: string, many: string, after: string): string {
  if (first) return `${counted(n)} ${n === 1 ? one : many}`;
  return `${counted(n).toLowerCase()} ${after}`;
}

const parts: [kind: keyof Counts, one: string, many: string, afterOne: string, afterMany: string][] = [
  ['live', 'concern is live', 'concerns are live', 'live', 'live'],
  ['unread', 'concern nobody has read', 'concerns nobody has read', 'nobody has read', 'nobody has read'],
  ['late', 'thing is late', 'things are late', 'thing late', 'things late'],
  ['told', 'concern you were told of', 'concerns you were told of', 'you were told of', 'you were told of'],
  ['untriaged', 'concern is read and not triaged', 'concerns are read and not triaged', 'read and not triaged', 'read and not triaged'],
  ['waiting', 'concern waits on others', 'concerns wait on others', 'waits on others', 'wait on others'],
  ['drafts', 'draft waits for you', 'drafts wait for you', 'draft', 'drafts'],
];

export const todayWords = {
  fetching: 'Looking at what waits',
  again: 'Try again',
  nothing: 'Nothing waits for you.',

  /** "One concern is live, two nobody has read, four things late." At most three of them. */
  summary(counts: Counts): string {
    const said = parts
      .filter(([kind]) => counts[kind] > 0)
      .slice(0, 3)
      .map(([kind, one, many, afterOne, afterMany], at) =>
        some(counts[kind], at === 0, one, many, counts[kind] === 1 ? afterOne : afterMany),
      );
    return said.length === 0 ? todayWords.nothing : `${said.join(', ')}.`;
  },

  empty: 'When somebody passes a concern on, it is here first. What is late, live or waiting on others is here too.',
  reporterEmpty: 'What you have half written is here first.',
  passedOn: 'What you have passed on is under',
  handover: 'Handover sheet',
  firstDay: 'Nobody has recorded anything yet. When they do, it is here first.',
  reporterFirstDay: 'You have not recorded anything yet.',
  record: 'Record a concern',

  /** The one next thing. */
  read: 'Read it',
  carryOn: 'Carry on',
  open: 'Open it',
  dueSay: (when: string): string => `Due ${when}.`,
  due: (when: string, about: string, owner: string, rule: string | null): string =>
    [about, rule === null ? `Due ${when}` : `Due ${when}: ${rule}`, owner].filter((part) => part !== '').join('. '),
  beside: (when: string, rule: string | null, about: string): string => `${rule === null ? when : `${when}: ${rule}`}. ${about}`,
  weekTitle: 'This week',
  clocksTitle: 'Registers ask for',
  walksTitle: 'Flowcharts under way',
  walkSay: (about: string, last: string): string => (about === '' ? `The last step ${last}` : `${about}; the last step ${last}`),
  reviewsTitle: 'Review due',
  aPupil: (group: string): string => (group === '' ? 'A pupil' : `A pupil in ${group}`),
  aConcern: 'A concern',
  reviewSay: (say: string, day: string): string => [say, `To be looked at again since ${day}`].filter((part) => part !== '').join('. '),
  carryOnWith: (title: string): string => `Carry on with ${title}`,
  unread: 'unread',
  keptOn: (day: string): string => `kept ${day}`,
  writtenOn: (day: string): string => `written ${day}`,
  unreadSay: 'Nobody has read this yet.',
  toldSay: 'You were told of this and have not opened it.',
  draftSay: 'Half written, not passed on.',
  onlyYou: 'Nobody else can see it.',
  from: (reporter: string): string => `From ${reporter}.`,
  kept: (at: string): string => `Kept ${at}.`,
  aDraft: 'A draft',

  titles: {
    unread: (n: number): string => (n === 1 ? 'Nobody has read this yet' : 'Nobody has read these yet'),
    late: (): string => 'Late',
    told: (n: number): string => (n === 1 ? 'You were told of this' : 'You were told of these'),
    untriaged: (): string => 'Read, not triaged yet',
    waiting: (): string => 'Waiting on others',
    live: (): string => 'Live',
  },
  asides: {
    unread: (n: number): string => `not low, not high: unknown until you open ${n === 1 ? 'it' : 'them'}`,
    late: (): string => 'oldest first',
    told: (n: number): string => `somebody asked that you read ${n === 1 ? 'it' : 'them'}`,
    untriaged: (): string => 'newest first',
    waiting: (): string => 'their clock, not yours',
    live: (): string => 'yours first',
  },
  more: {
    unread: (n: number): string => `${counted(n)} more nobody has read`,
    late: (n: number): string => `${counted(n)} more late`,
    told: (n: number): string => `${counted(n)} more you were told of`,
    untriaged: (n: number): string => `${counted(n)} more not triaged`,
    waiting: (n: number): string => `${counted(n)} more waiting on others`,
    live: (n: number): string => `${counted(n)} more live`,
  },
  /** "5 working days late"; "since Friday" says it already. */
  lateBy: (by: string): string => (/^\d/.test(by) ? `${by} late` : by),
  yourOwn: 'Yours',
  yours: 'You took it on',
  takenBy: (name: string): string => `${name} took it on`,
  takenOn: 'Taken on',
  nobodyTook: 'Nobody has taken it on',

  draftsTitle: 'Half written',
  keptAt: (at: string): string => `kept ${at}`,
  moreDrafts: (n: number): string => (n === 1 ? 'One more draft' : `${counted(n)} more drafts`),
  dutiesTitle: 'What Strongroom needs',
  openRegister: (say: string): string => `Open the register. ${say}`,
  duties: {
    backup: 'Go to the backup',
    rehearse: 'Try your recovery words',
    pupil_list: 'Bring in the list',
    invite: 'Ask someone to join',
    invited: 'See who was invited',
    dormant: 'See the unused accounts',
    policy: 'Go to the settings',
    register: 'Open the register',
  },

  ready: (n: number): string =>
    n === 1 ? 'One thing makes this ready for a real day' : `${counted(n)} things make this ready for a real day`,
  done: 'done',
  kit: 'Recovery kit printed and tried',
  kitSay: 'Twelve words, on paper, kept away from this laptop',
  kitGo: 'Try it',
  list: 'Bring in the pupil list',
  listSay: 'A CSV from your MIS. You see every row before it counts',
  listGo: 'Choose the file',
  join: 'Ask your deputy to join',
  joinSay: 'A user name and a code, or a password chosen here',
  joinGo: 'Invite',
};
