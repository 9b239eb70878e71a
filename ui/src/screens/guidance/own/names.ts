/** Names of what is new on a page: made from its words, and never the name of anything else on it. */

/** Lower case, dashes; nothing else. */
function slug(words: string, otherwise: string): string {
  const plain = words.normalize('NFKD').toLowerCase().replace(/[^a-z0-9\s-]/g, '');
  const made = plain.split(/[\s-]+/).filter(Boolean).slice(0, 8).join('-');
  return made === '' ? otherwise : made;
}

/** A name for each that is new, in the order of the page; the others keep theirs. */
export function names(
  all: readonly { id: string; words: string }[],
  fresh: ReadonlySet<string>,
  taken: Iterable<string>,
  otherwise: string,
): Map<string, string> {
  const known = new Set([...taken, ...all.filter((one) => !fresh.has(one.id)).map((one) => one.id)]);
  const made = new Map<string, string>();
  for (const { id, words } of all) {
    if (!fresh.has(id)) continue;
    const wanted = slug(words, otherwise);
    let name = wanted;
    for (let n = 2; known.has(name); n += 1) name = `${wanted}-${n}`;
    known.add(name);
    made.set(id, name);
  }
  return made;
}

/** A sentence that names things by their names in the guidance, with what people call them; what has no words yet by its place. */
export function inWords(say: string, called: (name: string) => string | undefined, placed: (name: string) => string | undefined): string {
  return say.replace(/["\u201c]([a-z0-9_-]+)["\u201d]/g, (whole, name: string) => {
    const title = called(name)?.trim();
    if (title !== undefined && title !== '') return `\u201c${title}\u201d`;
    return placed(name) ?? whole;
  });
}
