/** That a checklist was sent, before it is signed. */
import type { DueForm, Problem, SentForm } from '../../bindings/office';
import { dueOf, type Clocked } from '../../frame/bywhen';
import { sentWords as words } from '../../words/checklist';

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
  /** An answer that is owed is owed to a referral. */
  readonly what = 'referral';

  constructor(
    readonly checklist: string,
    /** To whom it goes, by what they are called; empty where it stays in the school. */
    readonly to: string,
    /** The same, as rules name them. */
    readonly body: string,
  ) {}

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
