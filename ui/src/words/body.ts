/** The body map: recording marks, reading them, and all of a child's together. */
import { counted } from './parts';

export const bodyWords = {
  only: 'Only what you can see without moving clothes.',
  onlyMore: 'Never a photograph of an injury. Do not press, and do not measure against the skin.',
  howTo: 'Press on the drawing where the mark is. By keyboard: arrows walk the parts of the body by name, Enter puts a mark there. The list does everything without the drawing.',
  views: 'Which side',
  build: 'Build',
  buildBy: 'Chosen by the age of whoever this is about; change it if the child is smaller or larger.',
  builds: { baby: 'Baby', child: 'Child', adolescent: 'Adolescent' },
  groups: [
    { title: 'Front and back', views: ['front', 'back'] },
    { title: 'Sides', views: ['left', 'right'] },
    { title: 'Head', views: ['head-front', 'head-left', 'head-right'] },
    { title: 'Hands', views: ['palms', 'hand-backs'] },
    { title: 'Feet', views: ['foot-tops', 'soles'] },
  ],
  childsLeft: 'child’s left',
  childsRight: 'child’s right',
  walk: (view: string): string => `${view}: arrows walk the parts of the body, Enter puts a mark`,
  put: (n: number, where: string): string => `Mark ${n}: ${where}`,
  beside: 'That is beside the body. Press on it.',
  noDrawing: 'The drawing could not be fetched. The list does everything.',
  fetching: 'Fetching the drawing',
  shape: 'Shape',
  broken: 'Skin broken',
  swelling: 'Swelling',
  notSaid: 'Not said',
  answers: [
    { id: 'yes', title: 'Yes' },
    { id: 'no', title: 'No' },
    { id: 'unsure', title: 'Could not tell' },
  ],
  said: 'What the child said about it, exactly',
  inWords: 'In words alone.',
  show: (n: number): string => `Put mark ${n} on the drawing`,
  drawnOn: (view: string): string => `On the drawing: ${view.toLowerCase()}.`,

  marks: 'Visible marks',
  drawing: (build: string, view: string, marks: string): string =>
    `${build}, ${view.toLowerCase()}. Marks: ${marks}`,
  numbered: (label: string, where: string): string => `${label}, ${where}`,

  print: 'Print these marks',
  allMarks: 'All marks on a body map',
  allTitle: (name: string): string => `${name}: all marks`,
  allFetching: 'Gathering the marks',
  allNot: 'The marks were not opened',
  allNone: 'Nobody has recorded a visible mark. When they do, it is here.',
  allSay: (concerns: number): string =>
    concerns === 1 ? 'One concern has marks.' : `${counted(concerns)} concerns have marks, the oldest first.`,
  allKept: 'That you looked is kept with each of them. It does not count as reading the account.',
  oldest: 'Oldest',
  newest: 'Newest',
  key: 'Each concern has a letter, each of its marks a number. The newest are filled, the oldest have a dashed edge.',
  seen: (at: string): string => (at === '' ? 'When it was seen was not said' : `Seen ${at}`),
  written: (at: string, by: string): string => `Written ${at} by ${by}`,
  otherChild:
    'Marks are also in concerns that name somebody else first. Whose they are is said there:',
  asBuild: { baby: 'As a baby', child: 'As a child', adolescent: 'As an adolescent' },
  gone: 'Back to the pupil',
};
