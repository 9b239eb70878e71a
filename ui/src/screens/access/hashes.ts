/** The beginning of a hash, in groups of four, as it is compared by eye. */
export function shortOf(hash: string): string {
  return hash.match(/.{1,4}/g)?.slice(0, 8).join(' ') ?? '';
}
