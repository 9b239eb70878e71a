/** An answer as it is read and as it is copied. */
import type { ChecklistItem } from '../../bindings/office';
import { checklistWords as words } from '../../words/checklist';

/** Its words: one thing on each line of a list, the choices in a row. */
export function saidOf({ kind, answer }: ChecklistItem): string {
  if (kind === 'tick') return answer.length > 0 ? words.tick : '';
  return answer.join(kind === 'some' ? ', ' : '\n');
}
