import type { Place } from '../bindings/office';
import type { IconName } from '../parts/icons';
import { accessWords } from '../words/access';
import { chartsWords } from '../words/charts';
import { checklistsWords, routesWords } from '../words/checklist';
import { changesWords, reachWords } from '../words/reach';
import { frameWords } from '../words/frame';
import { inspectionWords } from '../words/inspection';
import { logWords } from '../words/log';
import { registersWords } from '../words/registers';
import { reportWords } from '../words/report';
import { tableWords } from '../words/tables';
import { chartsSpot, concernsSpot, guidanceSpot, inspectionSpot, logSpot, peopleSpot, pupilsSpot, registersSpot, reportSpot, todaySpot, type Spot } from './place.svelte';

/** A place the spine leads to. */
export interface SpinePlace {
  place: Place;
  title: string;
  icon: IconName;
  spot: () => Spot;
  /** Whether a spot lies in this place. */
  holds: (spot: Spot) => boolean;
}

const known: SpinePlace[] = [
  {
    place: 'today',
    title: frameWords.today,
    icon: 'sun',
    spot: todaySpot,
    holds: (spot) => spot.at === 'today',
  },
  {
    place: 'concerns',
    title: frameWords.concerns,
    icon: 'folder-open',
    spot: () => concernsSpot(false),
    holds: (spot) =>
      (spot.at === 'concerns' && !spot.mine) ||
      spot.at === 'concern' ||
      spot.at === 'amend' ||
      spot.at === 'add' ||
      spot.at === 'file' ||
      spot.at === 'hide_file' ||
      (spot.at === 'paper' && ['concern', 'withheld', 'held'].includes(spot.asked.kind)),
  },
  {
    place: 'my_concerns',
    title: frameWords.myConcerns,
    icon: 'folder-open',
    spot: () => concernsSpot(true),
    holds: (spot) =>
      (spot.at === 'concerns' && spot.mine) || spot.at === 'concern' || spot.at === 'amend',
  },
  {
    place: 'pupils',
    title: frameWords.pupils,
    icon: 'users',
    spot: pupilsSpot,
    holds: (spot) =>
      spot.at === 'pupils' ||
      spot.at === 'pupil' ||
      spot.at === 'pupil_form' ||
      spot.at === 'key_fact' ||
      spot.at === 'all_marks' ||
      spot.at === 'pupil_list' ||
      spot.at === 'around' ||
      spot.at === 'tie' ||
      spot.at === 'bundle' ||
      spot.at === 'access_list' ||
      spot.at === 'access' ||
      spot.at === 'access_sheet' ||
      (spot.at === 'paper' && ['access', 'access_trial', 'bundle_trial', 'chronology', 'receipt'].includes(spot.asked.kind)),
  },
  {
    place: 'people',
    title: frameWords.people,
    icon: 'contact',
    spot: peopleSpot,
    holds: (spot) => spot.at === 'people' || spot.at === 'adult' || spot.at === 'adult_form',
  },
  {
    place: 'guidance',
    title: frameWords.guidance,
    icon: 'signpost',
    spot: () => guidanceSpot(),
    holds: (spot) =>
      spot.at === 'guidance' ||
      spot.at === 'flow' ||
      spot.at === 'walk' ||
      spot.at === 'checklist' ||
      spot.at === 'checklist_page' ||
      spot.at === 'routes' ||
      spot.at === 'reach' ||
      spot.at === 'changes' ||
      spot.at === 'edit_flow' ||
      spot.at === 'edit_checklist' ||
      spot.at === 'edit_matrix' ||
      spot.at === 'matrix' ||
      (spot.at === 'paper' && spot.asked.kind === 'checklist'),
  },
  {
    place: 'registers',
    title: registersWords.title,
    icon: 'notebook-tabs',
    spot: () => registersSpot(),
    holds: (spot) =>
      spot.at === 'registers' ||
      spot.at === 'register' ||
      spot.at === 'alerts' ||
      spot.at === 'register_line' ||
      spot.at === 'agreements' ||
      spot.at === 'agreement' ||
      spot.at === 'several' ||
      spot.at === 'who_read' ||
      spot.at === 'edit_register' ||
      (spot.at === 'paper' && ['agreement', 'certificate', 'line_form', 'register', 'who_read'].includes(spot.asked.kind)),
  },
  {
    place: 'reports',
    title: reportWords.place,
    icon: 'chart-column',
    spot: reportSpot,
    holds: (spot) =>
      spot.at === 'report' ||
      spot.at === 'charts' ||
      spot.at === 'log' ||
      spot.at === 'inspection' ||
      (spot.at === 'paper' && ['report', 'log', 'charts', 'inspection'].includes(spot.asked.kind)),
  },
  {
    place: 'vault',
    title: frameWords.vault,
    icon: 'vault',
    spot: () => ({ at: 'vault' }),
    holds: (spot) =>
      spot.at === 'vault' ||
      spot.at === 'moving' ||
      spot.at === 'kit' ||
      spot.at === 'invite' ||
      spot.at === 'password' ||
      spot.at === 'rehearse' ||
      spot.at === 'check' ||
      spot.at === 'settings' ||
      spot.at === 'categories' ||
      spot.at === 'terms',
  },
];

/** A page that can be gone to by its name, though the spine does not lead to it. */
export interface NamedPage {
  title: string;
  /** Words one might think of it by. */
  words: string;
  spot: () => Spot;
}

/** Pages within a place, for whoever has the place. */
const within: Partial<Record<Place, NamedPage[]>> = {
  reports: [
    { title: reportWords.title, words: reportWords.thoughtOf, spot: reportSpot },
    { title: chartsWords.title, words: chartsWords.thoughtOf, spot: chartsSpot },
    { title: logWords.title, words: logWords.thoughtOf, spot: logSpot },
    { title: inspectionWords.title, words: inspectionWords.thoughtOf, spot: inspectionSpot },
  ],
  pupils: [{ title: accessWords.title, words: accessWords.thoughtOf, spot: () => ({ at: 'access_list' }) }],
  guidance: [
    { title: routesWords.title, words: routesWords.thoughtOf, spot: () => ({ at: 'routes' }) },
    { title: reachWords.title, words: reachWords.thoughtOf, spot: () => ({ at: 'reach' }) },
    { title: changesWords.title, words: changesWords.thoughtOf, spot: () => ({ at: 'changes' }) },
    { title: checklistsWords.title, words: checklistsWords.thoughtOf, spot: () => guidanceSpot(null, 'checklist') },
    { title: tableWords.about, words: tableWords.thoughtOf, spot: () => guidanceSpot(null, 'matrix') },
  ],
};

/** The pages whose names, or words one thinks of them by, begin with every word that was typed. */
export function pagesNamed(query: string, places: readonly Place[]): NamedPage[] {
  const typed = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (typed.length === 0) return [];
  return places
    .flatMap((place) => within[place] ?? [])
    .filter((page) => {
      const known = `${page.title} ${page.words}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      return typed.every((word) => known.some((one) => one.startsWith(word)));
    });
}

/** The places in the spine for a session: only those it lists, in the house's order. */
export function spinePlaces(places: readonly Place[]): SpinePlace[] {
  return known.filter((one) => places.includes(one.place));
}

/** The place the current spot lies in; the first that holds it, so only one is ever current. */
export function currentPlace(places: SpinePlace[], spot: Spot | null): Place | null {
  if (spot === null) return null;
  return places.find((one) => one.holds(spot))?.place ?? null;
}
