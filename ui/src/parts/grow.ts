import type { Attachment } from 'svelte/attachments';

/**
 * Lets a words field grow with its text, so that nobody writes into a letterbox. Runs again
 * whenever the words change, also when they were not typed.
 */
export function grow(words: () => string): Attachment<HTMLTextAreaElement> {
  return (field) => {
    words();
    const page = document.documentElement;
    const top = page.scrollTop;
    field.style.height = 'auto';
    const edges = field.offsetHeight - field.clientHeight;
    if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight + edges}px`;
    page.scrollTop = top;
  };
}
