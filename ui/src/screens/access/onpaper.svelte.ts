/** How the records of an answer go on paper, as it is being chosen: made here, with something taken out of them, or by hand. */
import type { AccessForm, BundleRedact, Problem } from '../../bindings/office';
import { placeOf, Redacting } from '../bundle/redacting.svelte';

/** What was chosen, kept beside what was typed for the other ways: no fields of what is signed. */
const own = { way: 'papers', hand: 'papers_by_hand' };

export class OnPaper {
  hand = $state(false);
  readonly redacting: Redacting;

  constructor({ fields, papers }: AccessForm) {
    this.redacting = new Redacting(papers);
    this.hand = fields[own.hand] === 'yes';
    const way = fields[own.way];
    // Where nothing was chosen yet, no other pupil is named.
    if (papers === null) this.redacting.choose('letters');
    else if (way !== undefined) this.redacting.choose(way);
  }

  /** As it is kept for whoever types it, with what was typed for ways that are not chosen. */
  kept(form: AccessForm): AccessForm {
    const { letters, passages, cutting, way } = this.redacting;
    const papers = { letters, passages: $state.snapshot(passages), pictures: cutting.asked(), originals: false };
    return { ...form, fields: { ...form.fields, [own.way]: way, [own.hand]: this.hand ? 'yes' : '' }, papers };
  }

  /** What is taken out; nothing of it where the records stand as they are. */
  redact(): BundleRedact {
    return this.redacting.asked() ?? { letters: false, passages: [], pictures: [], originals: false };
  }

  /** What is asked for; nothing where the papers are put together by hand. */
  asked(): BundleRedact | null {
    return this.hand ? null : this.redact();
  }

  /** Where what the office found stands on the sheet. */
  placed({ field, say }: Problem): Problem {
    if (!field.startsWith('redact.')) return { field, say };
    const whole = field === 'redact.passages' && this.redacting.way !== 'redacted';
    return { field: whole ? 'redact-way' : placeOf(field), say };
  }
}

/** What is typed in the fields of a sheet, without what was chosen of papers. */
export function fieldsOf({ fields }: AccessForm): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.values(own).includes(name)));
}
