/** Concerns that are worth a look together. */
export const togetherWords = {
  title: 'Worth a look together',
  more: (n: number): string => `Show ${n} more`,
  aside: 'Set aside',
  asideOf: (say: string): string => `Set aside: ${say}`,
  reason: 'Why can it be set aside?',
  hint: 'It stays away until another concern joins. Your reason stands under “Since then” of the newest concern.',
  needed: 'Say why, in a sentence',
  go: 'Sign and set aside',
  going: 'Signing',
  keep: 'Leave it here',
  gone: 'Set aside. The reason stands with the newest concern.',
};
