/** Choosing a password, wherever one is chosen. */

export const newPasswordWords = {
  offeredHint: 'Write it on paper before you go on and keep it apart from the laptop.',
  suggest: 'Suggest a password',
  another: 'Offer another',
  own: 'I will choose my own',
  offer: 'Use the one that was offered',
  rule: (n: number): string => `At least ${n} characters. Several words that mean nothing together are best.`,
  tooShort: (n: number): string => `Use at least ${n} characters, or the phrase that was offered`,
};
