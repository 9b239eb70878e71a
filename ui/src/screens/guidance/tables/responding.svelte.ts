/** What was done about a behaviour, beside what the table says, before it is signed. */
import type { CaseForm, Choice, MatrixRowView, MatrixView, Problem } from '../../../bindings/office';
import { tableWords as words } from '../../../words/tables';

/** A reason that says something. */
const shortest = 10;

export class Responding {
  /** Nothing is ticked beforehand: what is printed is not what was done. */
  done = $state<string[]>([]);
  /** Whose it was, where the concern names several; empty while nobody is chosen. */
  whose = $state('');
  more = $state('');
  reason = $state('');

  constructor(
    readonly table: MatrixView,
    readonly row: MatrixRowView,
  ) {}

  /** Whose it may have been: nobody where the concern names one person alone. */
  people = $state.raw<Choice[]>([]);
  /** How many things were ticked that the table has no more. */
  lost = $state(0);

  isPrinted(id: string): boolean {
    return this.row.ticks.includes(id);
  }

  #titles(wanted: (column: Choice) => boolean): string[] {
    return this.table.columns.filter(wanted).map((column) => column.title);
  }

  /** Printed and not done. */
  get leftOut(): string[] {
    return this.#titles(({ id }) => this.isPrinted(id) && !this.done.includes(id));
  }

  /** Done and not printed. */
  get beyond(): string[] {
    return this.#titles(({ id }) => !this.isPrinted(id) && this.done.includes(id));
  }

  /** Something was said of what was done, and it is not what the table says. */
  get departs(): boolean {
    return (this.done.length > 0 || this.more.trim() !== '') && this.leftOut.length + this.beyond.length > 0;
  }

  /** As it is kept before it is signed. */
  fields(): Record<string, string> {
    return { table: this.table.id, whose: this.whose, done: this.done.join(','), more: this.more, reason: this.reason };
  }

  restore(fields: Partial<Record<string, string>>): void {
    const done = (fields['done'] ?? '').split(',').filter(Boolean);
    this.done = this.table.columns.map((column) => column.id).filter((id) => done.includes(id));
    this.lost = done.length - this.done.length;
    this.whose = fields['whose'] ?? '';
    this.more = fields['more'] ?? '';
    this.reason = fields['reason'] ?? '';
  }

  check(): Problem[] {
    const found: Problem[] = [];
    if (this.people.length > 0 && !this.people.some(({ id }) => id === this.whose)) found.push({ field: 'whose', say: words.noWhose });
    if (this.done.length === 0 && this.more.trim() === '') found.push({ field: 'done', say: words.noDone });
    else if (this.departs && this.reason.trim().length < shortest) found.push({ field: 'reason', say: words.noReason });
    return found;
  }

  form(): CaseForm {
    const { table, row, whose, more } = this;
    // A reason that was typed while it departed is not sent once it does not.
    return { what: 'response', table: table.id, row: row.id, whose, done: $state.snapshot(this.done), more, reason: this.departs ? this.reason : '' };
  }
}
