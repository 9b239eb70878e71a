/** That a checklist was sent, is put away or opened again, before it is signed. */
import type { ChecklistView, DueForm, Problem, SentForm } from '../../bindings/office';
import { dueOf, type Clocked } from '../../frame/bywhen';
import { sentWords as words } from '../../words/checklist';
import { Keeping } from './keeping.svelte';

/** What is typed, by the names it is kept under: `person:An adviser`. */
const tags = ['how', 'at', 'atText', 'person', 'reference', 'words', 'by', 'day', 'from', 'fromText'] as const;

export class Sending implements Clocked {
  at = $state('');
  atText = $state('');
  how = $state('');
  person = $state('');
  reference = $state('');
  words = $state('');
  by = $state('');
  day = $state<string | null>(null);
  from = $state('');
  fromText = $state('');
  puzzled = $state({ day: false });
  /** The rule that was put there by itself; it comes again by itself. */
  meant = '';
  /** An answer that is owed is owed to a referral. */
  readonly what = 'referral';

  readonly checklist: string;
  /** To whom it goes, by what they are called; empty where it stays in the school. */
  readonly to: string;
  /** The same, as rules name them: a rule for their answer is found by whom it went to. */
  readonly body: string;
  readonly keeping: Keeping;

  /** It begins with what was typed another time. */
  constructor({ id, to, body, sent_typed }: ChecklistView) {
    this.checklist = id;
    this.to = to;
    this.body = body;
    for (const line of sent_typed) this.#take(line);
    this.keeping = new Keeping(id, '@sent', sent_typed, () => this.lines());
  }

  #take(line: string): void {
    const end = line.indexOf(':');
    const tag = tags.find((one) => one === line.slice(0, end));
    if (tag !== undefined) this[tag] = line.slice(end + 1);
  }

  /** What is typed, as it is kept. */
  lines(): string[] {
    return tags.flatMap((tag) => {
      const value = this[tag] ?? '';
      const empty = value.trim() === '' || (tag === 'by' && value === this.meant);
      return empty ? [] : [`${tag}:${value}`];
    });
  }

  due(): DueForm {
    return dueOf(this.by, this.day, this.at);
  }

  /** What can be said here without asking the office. */
  check(): Problem[] {
    const found: Problem[] = [];
    if (this.atText.trim() !== '' && this.at === '') found.push({ field: 'at', say: words.noTime });
    if (this.to !== '' && this.how === '') found.push({ field: 'how', say: words.noHow });
    if (this.puzzled.day) found.push({ field: 'reply', say: words.noDay });
    return found;
  }

  form(): SentForm {
    const { checklist, at, how, person, reference } = this;
    return { checklist, at, how, person, reference, words: this.words, reply: this.to === '' ? { by: 'never' } : this.due() };
  }
}

/** Why it is put away, or opened again. */
export class Turning {
  reason = $state('');
  readonly keeping: Keeping;

  /** It begins with what was typed another time. */
  constructor(
    { id, drop_typed, reopen_typed }: ChecklistView,
    readonly to: 'drop' | 'reopen',
  ) {
    const typed = to === 'drop' ? drop_typed : reopen_typed;
    this.reason = typed.join('\n');
    this.keeping = new Keeping(id, `@${to}`, typed, () => (this.reason.trim() === '' ? [] : [this.reason]));
  }
}
