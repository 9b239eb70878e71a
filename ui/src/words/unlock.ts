/** Opening the vault, and every way back in. */

export const unlockWords = {
  noSchool: 'Strongroom',
  under: 'Safeguarding records, kept on this laptop. No network needed.',
  practiceUnder: 'The pretend school. Nobody in it is real.',
  user: 'Your user name',
  password: 'Password',
  open: 'Open',
  opening: 'Opening',
  opened: (opened: string | null, backup: string | null): string =>
    [
      opened === null ? null : `Last opened on this laptop ${opened}.`,
      backup === null ? 'No backup yet.' : `Last good backup ${backup}.`,
    ]
      .filter((part) => part !== null)
      .join(' '),
  cannot: 'I cannot get in',
  invited: 'I was given an invitation',
  practise: 'To try something out first,',
  openPractice: 'open the pretend school',
  openingPractice: 'Opening the pretend school',
  back: 'Back to your password',
  wrong: 'That did not open it.',
  wait: (seconds: number): string =>
    seconds === 1 ? 'Try again in 1 second.' : `Try again in ${seconds} seconds.`,
  waitNow: 'You can try again now.',
  waiting: 'Wait until the count has run down',
  needUser: 'Type your user name',
  needPassword: 'Type your password',
  fetching: 'Looking for the vault',
  checking: 'Checking the password. This takes about a second on purpose.',

  recoverTitle: 'Open with your recovery words',
  recoverUnder: 'The twelve words on your printed kit, in order. Then a new password.',
  recoverWords: 'Your twelve words',
  recoverWordsHint: 'With a space between them. Capitals do not matter.',
  recoverCount: (n: number): string => `${n} of 12 words so far.`,
  needTwelve: (n: number): string => `Twelve words are needed; there are ${n}`,
  newPassword: 'New password',
  recover: 'Open with these words',
  recovering: 'Opening with your words',
  noKit:
    'No kit either? Your head and one other holder can open it with the school kit, or another lead can close your account and invite you again.',

  inviteTitle: 'Join with an invitation',
  inviteUnder: 'Your lead gave you a user name and a code. You choose the password; nobody else sees it.',
  code: 'Invitation code',
  codeHint: 'As it was read out or written down.',
  choose: 'Choose a password',
  join: 'Join',
  joining: 'Making your keys',
  needCode: 'Type the code you were given',

  dangerTitle: 'A child is in danger now? Ring first, write later.',
  nineWhen: 'Danger to life, a crime happening, a child missing and at risk',
  oneWhen: 'Police when nobody is in danger this minute',

  faultTitle: 'Strongroom cannot open the vault',
  tryAgain: 'Try again',
  printBlank: 'Print a blank form to write on paper',
};
