/** Guidance made the school's own, in the pretend office: the one flowchart and its checklists, in memory. */
import type { ChecklistForm, Choice, EditView, FlowForm, FlowView, MatrixForm, MatrixView, PageChange, PageVersion, Problem } from '../../bindings/office';
import { fault, type Answers, type Cabinet } from './cabinet';
import { whoseOf } from './casework';
import { checklistFormOf } from './checklist';
import { boxesOf, flow as ours } from './guide';
import { editedRegister } from './ownregister';
import { reports } from './registers';
import { draftOf, drop, flowVersions, keepDraft, listVersions, ownOf, tableVersions, type Written } from './owned';
import { tableOf } from './tables';

const choice = (id: string, title: string, detail = ''): Choice => ({ id, title, detail });

const roles = [choice('dsl', 'Designated safeguarding lead'), choice('deputy_dsl', 'Deputy safeguarding lead'), choice('any_staff', 'Whoever is there')];
const deadlines = [choice('at_once', 'Ring the police: at once'), choice('referral_day', 'Referral on the same working day', 'counted'), choice('ring_back', 'Ring back: within one working day', 'counted')];
const opens = [choice('ceop-referral', 'CEOP report: have this ready', 'checklist'), choice('device-search-record', 'Search of a device', 'checklist'), choice('incident-record', 'Incident record')];

/** A flowchart as it is edited. */
function formOf(flow: FlowView): FlowForm {
  const { id, title, purpose, applies_when, do_not, note } = flow;
  return {
    id, base: [], compared: false, title, purpose, applies_when, do_not, note,
    nodes: flow.nodes.map((node) => ({
      id: node.id, kind: node.kind, title: node.title, detail: node.detail, who: [],
      deadline: deadlines.find((one) => one.title === node.deadline)?.id ?? '',
      opens: node.opens.map((one) => one.id), asks: node.asks, two_people: node.two_people,
    })),
    ways: flow.nodes.flatMap((node) =>
      node.ways.map((way) => ({ from: node.id, to: way.to, label: way.answer, starts_clock: deadlines.find((one) => one.title === way.clock)?.id ?? '' })),
    ),
  };
}

/** The flowchart a form makes. */
function viewOf(form: FlowForm, own: string | null): FlowView {
  const titled = (all: Choice[], id: string): string | null => all.find((one) => one.id === id)?.title ?? null;
  const { title, purpose, applies_when, do_not, note } = form;
  return {
    ...ours, title, purpose, applies_when, do_not, note, own,
    nodes: form.nodes.map((node) => ({
      id: node.id, kind: node.kind, title: node.title, detail: node.detail, asks: node.asks, two_people: node.two_people, check: false, sources: [],
      who: node.who.map((id) => titled(roles, id) ?? id),
      deadline: titled(deadlines, node.deadline),
      opens: opens.filter((one) => node.opens.includes(one.id)),
      ways: form.ways
        .filter((way) => way.from === node.id)
        .map((way) => ({ to: way.to, title: form.nodes.find((one) => one.id === way.to)?.title ?? '', answer: way.label, clock: titled(deadlines, way.starts_clock) })),
    })),
  };
}

/** What the office says of it: ways that lead nowhere, steps without words, questions without answers. */
function problemsOf(form: FlowForm): Problem[] {
  const known = new Set(form.nodes.map((node) => node.id));
  return [
    ...(form.do_not.some((line) => line.trim() !== '') ? [] : [{ field: 'page', say: `"${form.id}" has no list of what nobody does` }]),
    ...form.nodes.flatMap((node, at) => {
      const all = form.ways.filter((way) => way.from === node.id);
      const field = `node-${at}`;
      if (node.title.trim() === '') return [{ field, say: `"${node.id}" has no title` }];
      if (node.kind === 'decision' && all.length < 2) return [{ field, say: `"${node.id}" is a decision with fewer than two answers` }];
      if (node.kind !== 'end' && all.length === 0) return [{ field, say: `"${node.id}" leads nowhere` }];
      if (node.kind !== 'start' && form.ways.every((way) => way.to !== node.id)) return [{ field, say: `"${node.id}" is never reached` }];
      return [];
    }),
    ...form.ways.flatMap((way, at) => (known.has(way.to) ? [] : [{ field: `way-${at}`, say: `There is no step "${way.to}"` }])),
  ];
}

function listProblems(form: ChecklistForm): Problem[] {
  return form.sections
    .flatMap((section) => section.items)
    .flatMap((item, at) => {
      const field = `item-${at}`;
      if (item.prompt.trim() === '') return [{ field, say: `"${item.id}" has no question` }];
      const chosen = item.kind === 'choice' || item.kind === 'multichoice';
      return chosen && item.options.filter(Boolean).length < 2 ? [{ field, say: `"${item.id}" has no two things to choose from` }] : [];
    });
}

function tableFormOf(table: MatrixView): MatrixForm {
  const { id, title, note, columns, rows } = table;
  return { id, base: [], compared: false, title, note, columns: columns.map((column) => ({ id: column.id, title: column.title })), rows: structuredClone(rows) };
}

function tableProblems(form: MatrixForm): Problem[] {
  return [
    ...form.columns.flatMap(({ id, title }) => (title.trim() === '' ? [{ field: 'page', say: `"${id}" has no title` }] : [])),
    ...form.rows.flatMap(({ id, label }, at) => (label.trim() === '' ? [{ field: `row-${at}`, say: `"${id}" has no behaviour` }] : [])),
  ];
}

function tablePlaces(form: MatrixForm): Places {
  const called = (id: string): string => form.columns.find((column) => column.id === id)?.title ?? id;
  return new Map([
    ['title', { place: 'Title', words: form.title }],
    ['note', { place: 'To bear in mind', words: form.note }],
    ...form.rows.map((row): [string, { place: string; words: string }] => [
      `row ${row.id}`, { place: `Line: ${row.label}`, words: [row.label, ...row.ticks.map(called)].join('. ') },
    ]),
  ]);
}

function refuse(problems: Problem[]): void {
  if (problems.length > 0) throw fault('refused', problems[0]?.say ?? '', { problems });
}

function refuseShort(reason: string): void {
  if (reason.trim().length < 10) refuse([{ field: 'reason', say: 'Say why, in a sentence' }]);
}

function versionsOf(all: Written<unknown>[], ours: number): PageVersion[] {
  return [
    ...all.map(({ entry, form, by, reason }, at) => ({
      entry, by, reason, title: form === null ? 'Back to Strongroom’s' : `Version ${ours + all.length - at}`, holds: at === 0, has_page: form !== null,
    })),
    { entry: '', title: `Strongroom’s, version ${ours}`, by: '', reason: '', holds: all.length === 0, has_page: true },
  ];
}

/** Places on a page with their words. */
type Places = Map<string, { place: string; words: string }>;

function placesOf(form: FlowForm): Places {
  return new Map([
    ['title', { place: 'Title', words: form.title }],
    ['not', { place: 'What nobody does', words: form.do_not.join(' ') }],
    ...form.nodes.map(({ id, title, detail }) => [`step ${id}`, { place: `Step: ${title}`, words: [title, detail].filter(Boolean).join('. ') }] as const),
    ...form.ways.map(({ from, to, label }) => {
      const called = (id: string): string => form.nodes.find((node) => node.id === id)?.title ?? '';
      return [`way ${from} ${label}`, { place: `Step: ${called(from)}: ${label || 'On'}`, words: called(to) }] as const;
    }),
  ]);
}

function listPlaces(form: ChecklistForm): Places {
  return new Map([
    ['title', { place: 'Title', words: form.title }],
    ...form.sections.flatMap((section) => section.items).map(({ id, prompt, help }) => [id, { place: `Question: ${prompt}`, words: [prompt, help].filter(Boolean).join('. ') }] as const),
  ]);
}

function changesOf(before: Places, after: Places): PageChange[] {
  const run = (kind: 'gone' | 'new', text: string) => (text === '' ? [] : [{ kind, text }]);
  return [
    ...[...after].flatMap(([key, { place, words }]) => {
      const was = before.get(key)?.words ?? '';
      return was === words ? [] : [{ place, runs: [...run('gone', was), ...run('new', words)] }];
    }),
    ...[...before].flatMap(([key, { place, words }]) => (after.has(key) ? [] : [{ place, runs: run('gone', words) }])),
  ];
}

/** What the pretend office answers here. */
export function ownAnswers(
  c: Cabinet,
): Pick<
  Answers,
  | 'flow' | 'edit_page' | 'check_flow_edit' | 'check_checklist_edit' | 'save_flow_edit' | 'save_checklist_edit' | 'go_back_page'
  | 'whose' | 'check_matrix_edit' | 'save_matrix_edit' | 'compare_pages' | 'keep_page_draft' | 'drop_page_draft' | 'matrix'
> {
  const flowNow = (id: string): FlowForm => flowVersions(c, id)[0]?.form ?? formOf(ours);
  const listNow = (id: string): ChecklistForm => listVersions(c, id)[0]?.form ?? checklistFormOf(id);
  const tableNow = (id: string): MatrixForm => tableVersions(c, id)[0]?.form ?? tableFormOf(tableOf(id));
  function keep<F>(here: Written<F>[], form: F | null, reason: string, kind: string, id: string) {
    refuseShort(reason);
    drop(c, kind, id);
    here.unshift({ entry: `page-${here.length + 1}`, form, reason, by: `${c.session().person.name}, ${c.day()}` });
    return { value: null, touched: ['concerns' as const] };
  }
  const nothing = { field: 'page', say: 'Nothing is different from the version that holds' };
  const same = (one: unknown, other: unknown): Problem[] => (JSON.stringify(one) === JSON.stringify(other) ? [nothing] : []);
  const isFlow = (kind: string): boolean => kind === 'flow';
  return {
    flow: ({ id }) => ({ ...viewOf(flowNow(id), ownOf(flowVersions(c, id))), changing: draftOf(c, 'flow', id) !== null }),
    edit_page: ({ kind, id }): EditView => {
      const here = isFlow(kind) ? flowVersions(c, id) : kind === 'matrix' ? tableVersions(c, id) : listVersions(c, id);
      if (kind === 'register') {
        const register = editedRegister(c, id, id === reports.id ? reports : null);
        return { flow: null, checklist: null, matrix: null, roles, deadlines, opens, ours_is_newer: false, ...register };
      }
      const draft = draftOf(c, kind, id);
      return {
        draft,
        draft_kept: draft === null ? '' : c.day(),
        flow: isFlow(kind) ? flowNow(id) : null,
        checklist: kind === 'checklist' ? listNow(id) : null,
        matrix: kind === 'matrix' ? tableNow(id) : null,
        register: null,
        roles, deadlines, opens,
        own: ownOf(here) !== null,
        ours_is_newer: false,
        versions: versionsOf(here, isFlow(kind) ? ours.version : 1),
      };
    },
    keep_page_draft: ({ draft }) => {
      if (draft.register !== null) {
        keepDraft(c, 'register', draft.register.id, draft);
        return null;
      }
      keepDraft(c, draft.flow === null ? 'checklist' : 'flow', (draft.flow ?? draft.checklist)?.id ?? '', draft);
      return null;
    },
    drop_page_draft: ({ kind, id }) => {
      drop(c, kind, id);
      return null;
    },
    check_flow_edit: ({ form }) => {
      const problems = problemsOf(form);
      return { problems, drawing: problems.length > 0 ? null : boxesOf(form.nodes) };
    },
    check_checklist_edit: ({ form }) => ({ problems: listProblems(form), drawing: null }),
    save_flow_edit: ({ form, reason }) => {
      refuse(same(form, flowNow(form.id)));
      refuseShort(reason);
      refuse(problemsOf(form));
      return keep(flowVersions(c, form.id), form, reason, 'flow', form.id);
    },
    save_checklist_edit: ({ form, reason }) => {
      refuse(same(form, listNow(form.id)));
      refuseShort(reason);
      refuse(listProblems(form));
      return keep(listVersions(c, form.id), form, reason, 'checklist', form.id);
    },
    go_back_page: ({ kind, id, entry, reason }) => {
      if (isFlow(kind)) return keep(flowVersions(c, id), flowVersions(c, id).find((one) => one.entry === entry)?.form ?? null, reason, kind, id);
      if (kind === 'matrix') return keep(tableVersions(c, id), tableVersions(c, id).find((one) => one.entry === entry)?.form ?? null, reason, kind, id);
      return keep(listVersions(c, id), listVersions(c, id).find((one) => one.entry === entry)?.form ?? null, reason, kind, id);
    },
    compare_pages: ({ kind, id, before, after }) => {
      if (isFlow(kind)) {
        const of = (entry: string): Places => placesOf(flowVersions(c, id).find((one) => one.entry === entry)?.form ?? formOf(ours));
        return changesOf(of(before), of(after));
      }
      if (kind === 'matrix') {
        const of = (entry: string): Places => tablePlaces(tableVersions(c, id).find((one) => one.entry === entry)?.form ?? tableFormOf(tableOf(id)));
        return changesOf(of(before), of(after));
      }
      const of = (entry: string): Places => listPlaces(listVersions(c, id).find((one) => one.entry === entry)?.form ?? checklistFormOf(id));
      return changesOf(of(before), of(after));
    },
    check_matrix_edit: ({ form }) => ({ problems: tableProblems(form), drawing: null }),
    save_matrix_edit: ({ form, reason }) => {
      refuse(same(form, tableNow(form.id)));
      refuseShort(reason);
      refuse(tableProblems(form));
      return keep(tableVersions(c, form.id), form, reason, 'matrix', form.id);
    },
    whose: ({ concern }) => whoseOf(concern),
    matrix: ({ id }) => {
      const { title, note, columns, rows } = tableNow(id);
      return {
        ...tableOf(id), title, note, rows,
        columns: columns.map((column) => choice(column.id, column.title)),
        own: ownOf(tableVersions(c, id)),
        changing: draftOf(c, 'matrix', id) !== null,
      };
    },
  };
}
