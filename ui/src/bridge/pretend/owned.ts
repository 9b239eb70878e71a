/** What a pretend school wrote over the guidance, in memory: every version of every page. */
import type { ChecklistForm, FlowForm, MatrixForm, PageDraft } from '../../bindings/office';
import type { Cabinet } from './cabinet';

/** A version: a page, or going back to ours. */
export interface Written<F> {
  entry: string;
  form: F | null;
  reason: string;
  by: string;
}

/** Every version of every page of a kind, the newest first. */
type Pages<F> = Map<string, Written<F>[]>;

const written = new WeakMap<Cabinet, { flow: Pages<FlowForm>; checklist: Pages<ChecklistForm>; matrix: Pages<MatrixForm> }>();

function pagesOf(c: Cabinet): { flow: Pages<FlowForm>; checklist: Pages<ChecklistForm>; matrix: Pages<MatrixForm> } {
  const known = written.get(c) ?? { flow: new Map(), checklist: new Map(), matrix: new Map() };
  written.set(c, known);
  return known;
}

function versions<F>(pages: Pages<F>, id: string): Written<F>[] {
  const known = pages.get(id) ?? [];
  pages.set(id, known);
  return known;
}

export const flowVersions = (c: Cabinet, id: string): Written<FlowForm>[] => versions(pagesOf(c).flow, id);
export const listVersions = (c: Cabinet, id: string): Written<ChecklistForm>[] => versions(pagesOf(c).checklist, id);
export const tableVersions = (c: Cabinet, id: string): Written<MatrixForm>[] => versions(pagesOf(c).matrix, id);

/** Who made it the school's own, and why; nothing where it is ours. */
export function ownOf(all: Written<unknown>[]): string | null {
  const now = all[0];
  return now === undefined || now.form === null ? null : `${now.by}: ${now.reason}`;
}

const drafts = new WeakMap<Cabinet, Map<string, PageDraft>>();

/** What was changed in a page and not kept. */
export const draftOf = (c: Cabinet, kind: string, id: string): PageDraft | null => drafts.get(c)?.get(`${kind}:${id}`) ?? null;

export function keepDraft(c: Cabinet, kind: string, id: string, draft: PageDraft): void {
  const known = drafts.get(c) ?? new Map<string, PageDraft>();
  drafts.set(c, known.set(`${kind}:${id}`, draft));
}

export function drop(c: Cabinet, kind: string, id: string): void {
  drafts.get(c)?.delete(`${kind}:${id}`);
}
