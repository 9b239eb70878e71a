/** The two voices of the window: one polite, for drafts and progress; one that interrupts, for danger. */
class Voices {
  polite = $state('');
  urgent = $state('');
}

export const voices = new Voices();

/** Says a sentence when the reader has finished its own. Saying it again repeats it. */
export function say(sentence: string): void {
  voices.polite = voices.polite === sentence ? `${sentence}\u00a0` : sentence;
}

/** Says nothing any more: what was said is not for whoever comes next. */
export function hush(): void {
  voices.polite = '';
  voices.urgent = '';
}

/** Interrupts. For danger only. */
export function sayNow(sentence: string): void {
  voices.urgent = voices.urgent === sentence ? `${sentence}\u00a0` : sentence;
}
