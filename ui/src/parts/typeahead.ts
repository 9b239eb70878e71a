/** Typing into a closed list: takes what begins so, then what has a word that does, and else nothing. */
const pause = 1500;

let typed = '';
let last = 0;
let where: EventTarget | null = null;

/** The choice that was typed, or nothing. */
export function fitting<T extends { title: string }>(choices: readonly T[], words: string): T | undefined {
  const wanted = words.toLowerCase();
  const begins = (title: string): boolean => title.toLowerCase().startsWith(wanted);
  return (
    choices.find((one) => begins(one.title)) ??
    choices.find((one) => one.title.split(/[\s,]+/).some(begins))
  );
}

/** Collects the letters of one word; answers what to look for, or nothing when the key was none of ours. */
export function collect(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return null;
  if (event.timeStamp - last > pause || event.currentTarget !== where) typed = '';
  if (event.key === ' ' && typed === '') return null;
  last = event.timeStamp;
  where = event.currentTarget;
  typed += event.key;
  return typed;
}
