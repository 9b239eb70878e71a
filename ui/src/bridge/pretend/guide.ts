/** Guidance in the pretend office: one flowchart that can be walked, in memory. */
import type { DiagramView, FlowNode, FlowView, GuideLine, StepDraft, WalkRow, WalkStep, WalkView } from '../../bindings/office';
import { fault, type Answers, type Cabinet } from './cabinet';
import { checklistLinesOf } from './checklist';
import { flowVersions, listVersions, ownOf } from './owned';
import { tableLines } from './tables';
import { registerLines } from './registers';

function step(id: string, kind: FlowNode['kind'], title: string, more: Partial<FlowNode> = {}): FlowNode {
  return {
    id, kind, title, detail: '', who: [], deadline: null, opens: [], asks: '', two_people: false, check: false,
    sources: [], ways: [], ...more,
  };
}

const to = (id: string, title: string, answer = '', clock: string | null = null) => ({ to: id, title, answer, clock });

/** The flowchart of the pretend office. */
export const flow: FlowView = {
  own: null,
  changing: false,
  id: 'online-grooming-ceop',
  number: '06',
  title: 'Online grooming',
  purpose: 'An adult may be building a relationship with a child online in order to harm them.',
  applies_when: ['A child tells of somebody online who asks for secrecy, pictures or a meeting.'],
  do_not: ['Reply as the child, or pose as anyone.', 'Warn the suspect.', 'Look at or copy indecent images.'],
  needs_concern: false,
  note: '',
  jurisdiction: 'England',
  version: 3,
  checked: 'September 2026',
  related: [],
  sources: ['Keeping children safe in education: paragraph 67'],
  nodes: [
    step('start', 'start', 'Contact is suspected', { ways: [to('danger', 'Is anyone in immediate danger?')] }),
    step('danger', 'decision', 'Is anyone in immediate danger?', {
      detail: 'A meeting under way, a child missing, somebody being hurt.',
      ways: [to('ring', 'Ring 999', 'Yes'), to('keep', 'Keep everything', 'No')],
    }),
    step('ring', 'action', 'Ring 999', { deadline: 'Ring the police: at once', ways: [to('keep', 'Keep everything', '', 'Ring back: within one working day')] }),
    step('keep', 'action', 'Keep everything', {
      detail: 'Nobody deletes messages, pictures or numbers.',
      asks: 'Which device it is on, and where it is now',
      two_people: true,
      ways: [to('tell', 'Report to CEOP')],
    }),
    step('tell', 'action', 'Report to CEOP', { check: true, opens: [{ id: 'ceop-referral', title: 'CEOP report: have this ready', detail: '' }, { id: 'platform-report-log', title: 'Platform and provider reports', detail: '' }, { id: 'incident-record', title: 'Incident record', detail: '' }], ways: [to('end', 'Open until police and CEOP close')] }),
    step('end', 'end', 'Open until police and CEOP close'),
  ],
};

/** Box beneath box: where each is, is the real office's work. */
export function boxesOf(nodes: readonly { id: string; title: string }[]): DiagramView {
  const boxes = nodes.map((node, n) => ({ id: node.id, number: n + 1, x: 14, y: 14 + n * 60, width: 280, height: 40 }));
  const [width, height] = [308, 28 + boxes.length * 60];
  const plain = (words: string): string => words.replace(/[<&>"]/g, '');
  const drawn = boxes.map(
    (box, n) =>
      `<rect x="${box.x}" y="${box.y}" width="280" height="40" fill="#fff" stroke="#000"/>` +
      `<text x="${box.x + 10}" y="${box.y + 25}" font-family="sans-serif" font-size="12">${box.number}. ${plain(nodes[n]?.title ?? '')}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`;
  return { svg, width, height, boxes };
}

const lines: GuideLine[] = [
  { kind: 'flow', id: flow.id, number: flow.number, title: flow.title, purpose: flow.purpose, applies_when: flow.applies_when, version: 3, own: false },
  { kind: 'flow', id: 'missing-child', number: '12', title: 'A child is missing', purpose: 'A child is not where they should be.', applies_when: [], version: 1, own: false },
  ...checklistLinesOf(),
  ...tableLines,
  ...registerLines,
];

interface Walked {
  id: string;
  concern: string | null;
  alone: boolean;
  at: string | null;
  path: string[];
  taken: WalkStep[];
  stopped: string | null;
  typed: Map<string, StepDraft>;
}

const walked = new WeakMap<Cabinet, Walked[]>();

/** The walks of a pretend office. */
function all(c: Cabinet): Walked[] {
  const known = walked.get(c) ?? [];
  walked.set(c, known);
  return known;
}

function one(c: Cabinet, id: string): Walked {
  const found = all(c).find((walk) => walk.id === id);
  if (found === undefined) throw fault('missing', 'This is not here.');
  return found;
}

const clock = (c: Cabinet): string => `${c.day()}, ${c.stamp().slice(11, 16)}`;

function about(c: Cabinet, walk: Walked) {
  return c.concerns.find((kept) => kept.row.id === walk.concern)?.row ?? null;
}

/** Those that have not ended. */
export function walksOf(c: Cabinet): WalkRow[] {
  return all(c)
    .filter((walk) => walk.at !== null)
    .map((walk) => ({
      id: walk.id,
      title: `${flow.number} ${flow.title}`,
      flow: flow.id,
      concern: walk.concern,
      about: about(c, walk)?.about ?? '',
      class: about(c, walk)?.class ?? '',
      of_pupil: (about(c, walk)?.room ?? null) === null,
      open: true,
      steps: walk.taken.length,
      last: `${clock(c)}, ${c.session().person.name}`,
    }));
}

function viewOf(c: Cabinet, walk: Walked): WalkView {
  const at = flow.nodes.find((node) => node.id === walk.at) ?? null;
  const row = about(c, walk);
  const ahead = at === null ? 0 : flow.nodes.length - flow.nodes.indexOf(at) - 1;
  const here = walk.path.length + (at === null ? 0 : 1);
  return {
    id: walk.id, flow, at, step: here, of: here + ahead, path: walk.path, taken: walk.taken, beside: [],
    about: row?.about ?? '',
    concern: row && { id: row.id, title: row.record_no, detail: row.class },
    put: walk.alone ? { said: [], missing: '' } : null,
    typed: walk.typed.get(walk.at ?? 'nowhere') ?? { note: '', skip: false },
    unsigned: [...walk.typed]
      .filter(([node]) => node !== walk.at)
      .map(([node, { note }]) => ({ node, title: flow.nodes.find((one) => one.id === node)?.title ?? '', ends: node === '', note })),
    needs_newer: false,
    begun: `${clock(c)}, ${c.session().person.name}`,
    since: '41 minutes',
    stopped: walk.stopped,
    numbers: [
      { whom: 'police-999', title: 'Police, emergency', number: '999' },
      { whom: 'police-101', title: 'Police, other', number: '101' },
    ],
    newer: false,
  };
}

/** What the pretend office answers here. */
export function guideAnswers(
  c: Cabinet,
): Pick<Answers, 'guidance_list' | 'flow_diagram' | 'walks' | 'walk' | 'begin_walk' | 'take_step' | 'go_back' | 'stop_walk' | 'put_walk' | 'keep_walk_note'> {
  const sign = (walk: Walked, more: Partial<WalkStep>): void => {
    const node = flow.nodes.find((step) => step.id === walk.at);
    walk.taken.push({
      node: node?.id ?? '', title: node?.title ?? '', answer: '', note: '', skipped: false, back: false,
      who: c.session().person.name, at: clock(c), second: null, ...more,
    });
  };
  const refuse = (field: string, say: string) => fault('refused', `${say}.`, { problems: [{ field, say }] });
  return {
    guidance_list: () =>
      lines.map((line) => {
        const [now] = line.kind === 'flow' ? flowVersions(c, line.id) : line.kind === 'checklist' ? listVersions(c, line.id) : [];
        return now === undefined || now.form === null ? line : { ...line, title: now.form.title, own: ownOf([now]) !== null };
      }),
    flow_diagram: () => boxesOf(flow.nodes),
    walks: () => walksOf(c),
    walk: ({ id }) => viewOf(c, one(c, id)),
    begin_walk: ({ concern }) => {
      const id = `w-${all(c).length}`;
      all(c).push({ id, concern, alone: concern === null, at: 'start', path: [], taken: [], stopped: null, typed: new Map() });
      return { value: id, touched: ['concerns'] };
    },
    take_step: ({ form }) => {
      const walk = one(c, form.walk);
      const node = flow.nodes.find((step) => step.id === walk.at);
      const way = node?.ways.find((way) => way.answer === form.answer);
      if (node?.kind === 'decision' && way === undefined) throw refuse('answer', 'Choose an answer');
      if (node !== undefined && node.asks !== '' && form.note === '') throw refuse('note', `Write down: ${node.asks}`);
      if (node?.two_people === true && !form.skip && form.second === null) throw refuse('second', 'Two people sign this');
      sign(walk, { answer: form.answer, note: form.note, skipped: form.skip, second: form.second && 'Dev Marwaha' });
      walk.path = [...walk.path, walk.at ?? ''];
      walk.typed.delete(form.node);
      walk.at = (way ?? node?.ways[0])?.to ?? null;
      return { value: null, touched: ['concerns'] };
    },
    go_back: ({ walk: id }) => {
      const walk = one(c, id);
      sign(walk, { back: true });
      walk.at = walk.path.at(-1) ?? walk.at;
      walk.path = walk.path.slice(0, -1);
      return { value: null, touched: ['concerns'] };
    },
    keep_walk_note: ({ walk, node, draft }) => {
      if (draft.note === '') one(c, walk).typed.delete(node);
      else one(c, walk).typed.set(node, draft);
      return null;
    },
    put_walk: ({ walk: id, concern }) => {
      one(c, id).concern = concern;
      return { value: null, touched: ['concerns'] };
    },
    stop_walk: ({ walk: id, reason }) => {
      const walk = one(c, id);
      walk.typed.delete('');
      walk.stopped = `${reason} ${c.session().person.name}, ${clock(c)}`;
      walk.at = null;
      return { value: null, touched: ['concerns'] };
    },
  };
}
