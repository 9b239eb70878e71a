/** Guidance made the school's own, in the pretend office: the one flowchart, in memory. */
import type { ChecklistForm, EditView, FlowForm, FlowView, MatrixView, PageVersion, Problem } from '../../bindings/office';
import { fault, type Answers, type Cabinet } from './cabinet';

interface Written {
  entry: string;
  form: FlowForm | ChecklistForm | null;
  reason: string;
  by: string;
}

const written = new WeakMap<Cabinet, Map<string, Written[]>>();

function all(c: Cabinet, key: string): Written[] {
  const known = written.get(c) ?? new Map<string, Written[]>();
  written.set(c, known);
  const here = known.get(key) ?? [];
  known.set(key, here);
  return here;
}

/** A flowchart as it is edited. */
export function formOf(flow: FlowView): FlowForm {
  return {
    id: flow.id,
    title: flow.title,
    purpose: flow.purpose,
    applies_when: flow.applies_when,
    do_not: flow.do_not,
    note: flow.note,
    nodes: flow.nodes.map((node) => ({
      id: node.id, kind: node.kind, title: node.title, detail: node.detail, who: [], deadline: '',
      opens: node.opens.map((one) => one.id), asks: node.asks, two_people: node.two_people,
    })),
    ways: flow.nodes.flatMap((node) => node.ways.map((way) => ({ from: node.id, to: way.to, label: way.answer, starts_clock: '' }))),
  };
}

/** What the office says of it: ways that lead nowhere, steps without words. */
function problemsOf(form: FlowForm): Problem[] {
  const known = new Set(form.nodes.map((node) => node.id));
  return [
    ...form.nodes.flatMap((node, at) => (node.title.trim() === '' ? [{ field: `node-${at}`, say: `"${node.id}" has no title` }] : [])),
    ...form.ways.flatMap((way, at) => (known.has(way.to) ? [] : [{ field: `way-${at}`, say: `There is no step "${way.to}"` }])),
  ];
}

function refuseShort(reason: string): void {
  const say = 'Say why, in a sentence';
  if (reason.trim().length < 10) throw fault('refused', say, { problems: [{ field: 'reason', say }] });
}

/** What the pretend office answers here. */
export function ownAnswers(
  c: Cabinet,
  flow: FlowView,
): Pick<
  Answers,
  | 'edit_page' | 'check_flow_edit' | 'check_checklist_edit' | 'save_flow_edit' | 'save_checklist_edit' | 'go_back_page'
  | 'compare_pages' | 'matrix'
> {
  const keep = (key: string, form: FlowForm | ChecklistForm | null, reason: string) => {
    refuseShort(reason);
    const here = all(c, key);
    here.unshift({ entry: `page-${here.length + 1}`, form, reason, by: `${c.session().person.name}, ${c.day()}` });
    return { value: null, touched: ['concerns' as const] };
  };
  return {
    edit_page: ({ kind, id }): EditView => {
      const here = all(c, `${kind}:${id}`);
      const now = here[0]?.form ?? null;
      const versions: PageVersion[] = [
        ...here.map((one, at) => ({
          entry: one.entry,
          title: one.form === null ? 'Back to ours' : `Version ${flow.version + here.length - at}`,
          by: one.by,
          reason: one.reason,
          holds: at === 0,
          has_page: one.form !== null,
        })),
        { entry: '', title: `Ours, version ${flow.version}`, by: '', reason: '', holds: here.length === 0, has_page: true },
      ];
      const list: ChecklistForm = { id, title: 'CEOP report: have this ready', purpose: '', use_when: '', warnings: [], note: '', sections: [{ title: 'The suspect', after: false, items: [{ id: 'sus_name', prompt: 'Name or names used', help: '', kind: 'text', options: [], needed: 'recommended' }] }] };
      return {
        flow: kind === 'flow' ? ((now as FlowForm | null) ?? formOf(flow)) : null,
        checklist: kind === 'checklist' ? ((now as ChecklistForm | null) ?? list) : null,
        roles: [{ id: 'dsl', title: 'Designated safeguarding lead', detail: '' }, { id: 'any_staff', title: 'Whoever is there', detail: '' }],
        deadlines: [{ id: 'referral_day', title: 'Referral on the same working day', detail: 'counted' }],
        opens: [{ id: 'ceop-referral', title: 'CEOP report: have this ready', detail: 'checklist' }],
        own: now !== null,
        versions,
      };
    },
    check_flow_edit: ({ form }) => ({ problems: problemsOf(form), drawing: null }),
    check_checklist_edit: () => ({ problems: [], drawing: null }),
    save_flow_edit: ({ form, reason }) => {
      const problems = problemsOf(form);
      if (problems.length > 0) throw fault('refused', problems[0]?.say ?? '', { problems });
      return keep(`flow:${form.id}`, form, reason);
    },
    save_checklist_edit: ({ form, reason }) => keep(`checklist:${form.id}`, form, reason),
    go_back_page: ({ kind, id, entry, reason }) =>
      keep(`${kind}:${id}`, all(c, `${kind}:${id}`).find((one) => one.entry === entry)?.form ?? null, reason),
    compare_pages: () => [
      { place: 'Step: Ring the trust’s safeguarding lead', runs: [{ kind: 'new', text: 'Ring the trust’s safeguarding lead' }] },
    ],
    matrix: ({ id }): MatrixView => ({
      id,
      title: id === 'sanctions-pupils' ? 'Pupil actions and sanctions' : 'Communication technologies',
      note: 'One school’s policy: a starting point.',
      responses: id === 'sanctions-pupils',
      columns: [
        { id: 'refer-headteacher', title: 'Tell the headteacher', detail: '' },
        { id: 'inform-parents', title: 'Tell parents or carers', detail: '' },
        { id: 'warning', title: 'Warning', detail: '' },
      ],
      rows: [
        { id: 'p01', label: 'Deliberately opens material that could be illegal', ticks: ['refer-headteacher', 'inform-parents'] },
        { id: 'p12', label: 'Uses a proxy or other way round the filter', ticks: ['refer-headteacher', 'inform-parents', 'warning'] },
      ],
      sources: ['School actions and sanctions, pupils'],
    }),
  };
}
