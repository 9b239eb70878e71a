/** Opens the whole window over a pretend office, and walks in it. */
import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { Today } from '../src/bindings/office';
import App from '../src/App.svelte';
import { open } from '../src/bridge';
// Fetched beforehand: compiling it takes longer than a test waits.
import '../src/frame/Inside.svelte';
import { pretend, type PretendOffice, type Wishes } from '../src/bridge/pretend';
import { blank, danger, house, panels } from '../src/frame/house.svelte';
import { voices } from '../src/parts/live.svelte';
import { place } from '../src/frame/place.svelte';

/** A day on which nothing waits. */
export const quietDay: Today = {
  day: 'Tuesday 10 November',
  calls: [],
  unread: [],
  unread_total: 0,
  late: [],
  late_total: 0,
  answers: [],
  tomorrow_day: 'Tomorrow',
  tomorrow: [],
  week: [],
  waiting: [],
  waiting_total: 0,
  live: [],
  untriaged: [],
  untriaged_total: 0,
  live_total: 0,
  told: [],
  walks: [],
  checklists: [],
  reviews: [],
  together: [],
  access: [],
  drafts: [],
  clocks: [],
  duties: [],
};

export interface Walk {
  office: PretendOffice;
  user: UserEvent;
  container: HTMLElement;
}

/** A house nobody has been in. */
function empty(): void {
  house.front = null;
  house.fault = null;
  house.session = null;
  house.kit = null;
  house.lockedBecause = null;
  house.unread = 0;
  house.late = 0;
  house.names = true;
  danger.leave();
  blank.since = null;
  panels.find = false;
  panels.shortcuts = false;
  place.forget();
  voices.polite = '';
  voices.urgent = '';
}

/** Opens the window at its front door. */
export function window_(wishes: Wishes = {}): Walk {
  empty();
  const office = pretend(wishes);
  open(office);
  // As main.ts does before it draws anything.
  void house.look();
  const { container } = render(App);
  return { office, user: userEvent.setup(), container };
}

/** Opens the window and goes in. */
export async function inside(wishes: Wishes = {}, as = 'ruth.calloway'): Promise<Walk> {
  const walk = window_(wishes);
  const { user } = walk;
  await user.type(await screen.findByLabelText('Your user name'), as);
  await user.type(screen.getByLabelText('Password'), 'lantern orchard velvet');
  await user.keyboard('{Enter}');
  await screen.findByRole('navigation', { name: 'Places' });
  return walk;
}

/** Goes to a place by the spine. */
export async function goTo(walk: Walk, name: string): Promise<void> {
  const nav = screen.getByRole('navigation', { name: 'Places' });
  const button = [...nav.querySelectorAll('button')].find((one) => one.textContent.includes(name));
  if (button === undefined) throw new Error(`no place called ${name}`);
  await walk.user.click(button);
}

/** What a command was last given. */
export function lastAsked(office: PretendOffice, name: string): unknown {
  return office.asked.findLast((one) => one.name === name)?.args;
}

/** The heading of the page, once it is there. */
export async function title(name: string | RegExp): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 1, name });
}

export { screen, waitFor };
