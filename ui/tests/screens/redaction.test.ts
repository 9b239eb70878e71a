/** What a bundle does not show: chosen, counted, kept, asked for. */
import { fireEvent } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BundleArea, BundleSpec } from '../../src/bindings/office';
import { blank } from '../../src/frame/house.svelte';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function opened(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Pupils');
  await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
  await press(walk, 'Evidence for the police');
  await title('Evidence for the police');
  return walk;
}

async function choose(walk: Walk, way: RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('radio', { name: way }));
}

const addresses = new Set<string>();

beforeEach(() => {
  addresses.clear();
  URL.createObjectURL = () => {
    const address = `blob:picture-${addresses.size}`;
    addresses.add(address);
    return address;
  };
  URL.revokeObjectURL = (address) => void addresses.delete(address);
});

/** A redacted edition with its picture open. */
async function cutting(): Promise<Walk> {
  const walk = await opened();
  await choose(walk, /^A redacted edition/);
  await press(walk, 'Show it, with areas cut out: corridor.png');
  await screen.findByRole('img', { name: 'The picture corridor.png' });
  return walk;
}

function area(name: RegExp): HTMLElement {
  return screen.getByRole('application', { name });
}

const looked = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('checkbox', { name: /^I have looked at all of this picture/ });

/** Where the areas lie that were asked for last. */
function boxes(walk: Walk): Partial<BundleArea>[] | undefined {
  return spec(walk).redact?.pictures[0]?.areas.map(({ left, top, width, height }) => ({ left, top, width, height }));
}

/** Drags over the picture, which is 1,000 wide and 500 high, from one point to another. */
async function drag(from: [number, number], to: [number, number], on?: Element): Promise<void> {
  const board = screen.getByRole('group', { name: 'Areas cut out of corridor.png' });
  board.getBoundingClientRect = () => new DOMRect(0, 0, 1_000, 500);
  const at = ([clientX, clientY]: [number, number]) => ({ clientX, clientY, button: 0, isPrimary: true, pointerId: 1 });
  await fireEvent.pointerDown(on ?? board, at(from));
  await fireEvent.pointerMove(window, at(to));
  await fireEvent.pointerUp(window, at(to));
}

/** What was asked to be made last. */
function spec(walk: Walk): BundleSpec {
  return (lastAsked(walk.office, 'make_bundle') as { spec: BundleSpec }).spec;
}

describe('other people’s details in a bundle', () => {
  it('stand as they are until somebody chooses otherwise', async () => {
    const walk = await opened();
    await press(walk, /^Make the bundle/);
    await screen.findByText('9 things before it leaves');
    expect(spec(walk).redact).toBeNull();
    expect(lastAsked(walk.office, 'preview_redaction')).toBeUndefined();
  });

  it('as letters say who is which, that the key stays in school, and warn before originals go', async () => {
    const walk = await opened();
    await choose(walk, /^Other pupils as letters/);
    expect(await screen.findByText('Child A')).toBeTruthy();
    expect(screen.getByText('Jayden Fairbrother')).toBeTruthy();
    expect(screen.getByText(/^This key stays in the school/)).toBeTruthy();
    expect(screen.getByText('Other pupils named in it: as letters')).toBeTruthy();
    await walk.user.click(screen.getByRole('checkbox', { name: /originals of the exhibits/ }));
    expect(screen.getByText(/may name the other pupils/)).toBeTruthy();
    await press(walk, /^Make the bundle/);
    await screen.findByText('9 things before it leaves');
    expect(spec(walk).redact).toEqual({ letters: true, passages: [], originals: true, pictures: [] });
  });

  it('removed as passages say how often each stands in the records, and that one stands nowhere', async () => {
    const walk = await opened();
    await choose(walk, /^A redacted edition/);
    await walk.user.type(await screen.findByLabelText(/^Words to remove, 1/), 'hit him with the belt');
    expect(await screen.findByText('Stands 3 times in these records.', {}, { timeout: 4000 })).toBeTruthy();
    await press(walk, 'Remove other words');
    await walk.user.type(screen.getByLabelText(/^Words to remove, 2/), 'quilwort');
    expect(await screen.findByText(/^Stands nowhere in these records/, {}, { timeout: 4000 })).toBeTruthy();
    await press(walk, 'Take 2 off the list');
    expect(screen.queryByLabelText(/^Words to remove, 2/)).toBeNull();
    await press(walk, /^Make the bundle/);
    // Without a reason it is not made, and the summary leads to the box.
    await walk.user.click(await screen.findByRole('link', { name: 'Say why it is removed' }));
    expect(document.activeElement?.id).toBe('f-redact-passages-0-code');
    await walk.user.selectOptions(screen.getByLabelText('Why'), 'TP: third party');
    await press(walk, /^Make the bundle/);
    await waitFor(() => { expect(spec(walk).redact?.passages[0]?.code).toBe('TP'); });
    expect(spec(walk).redact).toEqual({
      letters: true,
      passages: [{ words: 'hit him with the belt', code: 'TP', note: '' }],
      originals: false,
      pictures: [],
    });
  });

  it('are kept as they were chosen when the page is left', async () => {
    const walk = await opened();
    await choose(walk, /^A redacted edition/);
    await walk.user.type(await screen.findByLabelText(/^Words to remove, 1/), 'hit him with the belt');
    await press(walk, 'Back');
    await press(walk, 'Evidence for the police');
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/^Words to remove, 1/)).value).toBe('hit him with the belt');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^A redacted edition/ }).checked).toBe(true);
  });
});

describe('pictures in a redacted edition', () => {
  it('are left out unless somebody chooses one, and one that cannot be shown says why', async () => {
    const walk = await opened();
    await choose(walk, /^A redacted edition/);
    expect(await screen.findByText('Left out: it is on no page.')).toBeTruthy();
    expect(screen.getByText('It cannot be shown with areas cut out. It is a HEIC picture, which cannot be drawn anew.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /from-the-phone/ })).toBeNull();
    expect(lastAsked(walk.office, 'open_drawn')).toBeUndefined();
    await walk.user.type(screen.getByLabelText(/^Words to remove, 1/), 'hit him with the belt');
    await press(walk, /^Make the bundle/);
    await screen.findByText(/things before it leaves$/);
    expect(spec(walk).redact?.pictures).toEqual([]);
  });

  it('have areas cut out of them by the keyboard alone, and what is sent is where they were put', async () => {
    const walk = await opened();
    const { user } = walk;
    await choose(walk, /^A redacted edition/);
    (await screen.findByRole('button', { name: 'Show it, with areas cut out: corridor.png' })).focus();
    await user.keyboard('{Enter}');
    (await screen.findByRole('button', { name: 'Add an area' })).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => { expect(document.activeElement).toBe(area(/^Area 1 of 1: from 40% across and 40% down, 20% wide, 20% high$/)); });
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowUp}{Shift>}{ArrowRight}{ArrowUp}{ArrowUp}{/Shift}');
    await user.keyboard('{Control>}{ArrowRight}{/Control}{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(area(/^Area 1 of 1: from 38\.1% across and 39% down, 21% wide, 18\.1% high$/)).toBeTruthy();
    // It is said as well, whenever it was moved.
    expect(document.querySelector('[aria-live="polite"]')?.textContent).toContain('Area 1 of 1: from 38.1% across');
    screen.getByRole('button', { name: 'Add an area' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => { expect(document.activeElement).toBe(area(/^Area 2 of 2/)); });
    await user.keyboard('{Delete}');
    await waitFor(() => { expect(document.activeElement).toBe(area(/^Area 1 of 1/)); });
    await user.selectOptions(screen.getByLabelText('Why area 1 is cut out'), 'TP: third party');
    await user.type(screen.getByLabelText(/^Note on area 1/), 'a boy behind');
    looked().focus();
    await user.keyboard(' ');
    expect(screen.getByText('Shown with 1 area cut out.')).toBeTruthy();
    await press(walk, /^Make the bundle/);
    await screen.findByText('9 things before it leaves');
    // The box for words is blank, and no blank passage goes with the picture.
    expect(spec(walk).redact).toEqual({
      letters: true,
      passages: [],
      originals: false,
      pictures: [{
        file: 'corridor.png',
        areas: [{ left: 3_810, top: 3_900, width: 2_100, height: 1_810, code: 'TP', note: 'a boy behind' }],
        looked: true,
      }],
    });
  });

  it('keep the page when Alt and the left arrow move an area', async () => {
    const walk = await cutting();
    await press(walk, 'Add an area');
    await waitFor(() => { expect(document.activeElement).toBe(area(/^Area 1 of 1/)); });
    await walk.user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(area(/^Area 1 of 1: from 39\.9% across/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Evidence for the police' })).toBeTruthy();
  });

  it('have areas drawn, moved and resized by dragging, and a mere press draws none', async () => {
    const walk = await cutting();
    await drag([500, 100], [500, 100]);
    expect(screen.queryByRole('application')).toBeNull();
    await drag([300, 200], [100, 100]);
    expect(area(/^Area 1 of 1: from 10% across and 20% down, 20% wide, 20% high$/)).toBeTruthy();
    await drag([150, 150], [650, 150], area(/^Area 1/));
    expect(area(/from 60% across and 20% down, 20% wide, 20% high$/)).toBeTruthy();
    const corner = area(/^Area 1/).querySelectorAll('.corner')[2];
    if (corner === undefined) throw new Error('no corner');
    // Beyond the edge of the picture there is nothing.
    await drag([800, 200], [1_400, 250], corner);
    expect(area(/from 60% across and 20% down, 40% wide, 30% high$/)).toBeTruthy();
    await walk.user.click(looked());
    await press(walk, /^Make the bundle/);
    await screen.findByText('10 things before it leaves');
    expect(boxes(walk)).toEqual([{ left: 6_000, top: 2_000, width: 4_000, height: 3_000 }]);
  });

  it('cannot go before somebody says that they have looked, and it is said at the tick', async () => {
    const walk = await cutting();
    await press(walk, /^Make the bundle/);
    await walk.user.click(await screen.findByRole('link', { name: /^Look at all of the picture/ }));
    expect(document.activeElement).toBe(looked());
    const described = looked().getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain('Look at all of the picture');
    expect(spec(walk).redact?.pictures).toEqual([{ file: 'corridor.png', areas: [], looked: false }]);
  });

  it('say at an area why it has to have a reason, and not at the next one when it is taken off', async () => {
    const walk = await cutting();
    await press(walk, 'Add an area');
    await press(walk, 'Add an area');
    await walk.user.selectOptions(screen.getByLabelText('Why area 2 is cut out'), 'TP: third party');
    await press(walk, /^Make the bundle/);
    await walk.user.click(await screen.findByRole('link', { name: 'Say why the area is cut out' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Why area 1 is cut out'));
    await press(walk, 'Take area 1 off');
    await waitFor(() => { expect(screen.getByLabelText<HTMLSelectElement>('Why area 1 is cut out').value).toBe('TP'); });
    expect(screen.getByLabelText('Why area 1 is cut out').getAttribute('aria-invalid')).toBeNull();
    await press(walk, 'Put it back');
    expect(screen.getByLabelText<HTMLSelectElement>('Why area 2 is cut out').value).toBe('TP');
  });

  it('have to be looked at again once an area was moved', async () => {
    const walk = await cutting();
    await press(walk, 'Add an area');
    await walk.user.click(looked());
    area(/^Area 1/).focus();
    await walk.user.keyboard('{ArrowLeft}');
    expect(looked().checked).toBe(false);
    expect(screen.getByText(/^An area was changed since you ticked this/)).toBeTruthy();
  });

  it('that are left out again are not sent, and have their areas when they are chosen anew', async () => {
    const walk = await cutting();
    await press(walk, 'Add an area');
    await walk.user.type(screen.getByLabelText(/^Note on area 1/), 'a boy behind');
    await walk.user.click(looked());
    await press(walk, 'Leave this picture out: corridor.png');
    expect(screen.getByText('Left out: it is on no page.')).toBeTruthy();
    expect(addresses.size).toBe(0);
    await press(walk, /^Make the bundle/);
    await screen.findByText(/things before it leaves$/);
    expect(spec(walk).redact?.pictures).toEqual([]);
    await press(walk, 'Show it, with areas cut out: corridor.png');
    expect(screen.getByLabelText<HTMLInputElement>(/^Note on area 1/).value).toBe('a boy behind');
    expect(looked().checked).toBe(false);
  });

  it('are kept as they were chosen when the page is left, also without any words to remove', async () => {
    const walk = await cutting();
    await press(walk, 'Add an area');
    await walk.user.type(screen.getByLabelText(/^Note on area 1/), 'a boy behind');
    await walk.user.click(looked());
    await press(walk, 'Back');
    expect(addresses.size).toBe(0);
    await press(walk, 'Evidence for the police');
    expect((await screen.findByLabelText<HTMLInputElement>(/^Note on area 1/)).value).toBe('a boy behind');
    expect(looked().checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^A redacted edition/ }).checked).toBe(true);
    // It is not opened before somebody asks: that they looked is kept in the record.
    expect(screen.queryByRole('img', { name: 'The picture corridor.png' })).toBeNull();
  });

  it('cannot be ticked by somebody who has not opened them', async () => {
    const walk = await cutting();
    await press(walk, 'Back');
    await press(walk, 'Evidence for the police');
    await walk.user.click(await screen.findByRole('checkbox', { name: /^I have looked at all of this picture/ }));
    expect(looked().checked).toBe(false);
    await press(walk, 'Open the picture: corridor.png');
    await screen.findByRole('img', { name: 'The picture corridor.png' });
    await walk.user.click(looked());
    expect(looked().checked).toBe(true);
  });

  it('that cannot be drawn after all lose their tick', async () => {
    const walk = await cutting();
    await walk.user.click(looked());
    await fireEvent.error(screen.getByRole('img', { name: 'The picture corridor.png' }));
    expect(screen.getByText(/^This picture is damaged/)).toBeTruthy();
    expect(looked().checked).toBe(false);
    expect(addresses.size).toBe(0);
  });

  it('are closed while the screen is blank', async () => {
    await cutting();
    blank.since = Date.now();
    await waitFor(() => { expect(addresses.size).toBe(0); });
    blank.since = null;
    expect(await screen.findByRole('button', { name: 'Show it again' })).toBeTruthy();
    expect(screen.queryByRole('img', { name: 'The picture corridor.png' })).toBeNull();
  });

  it('that are among these records no more are said to be, and can be left out', async () => {
    const walk = await cutting();
    walk.office.answer({ preview_redaction: { reasons: [], about: [], letters: [], counts: [null], pictures: [] } });
    await walk.user.click(screen.getByRole('checkbox', { name: 'Other pupils as letters too' }));
    expect(await screen.findByText(/It is not among the records that are chosen now/, {}, { timeout: 4000 })).toBeTruthy();
    expect(addresses.size).toBe(0);
    await press(walk, 'Leave this picture out: A picture you chose before');
    expect(screen.getByText('There is no picture among these exhibits.')).toBeTruthy();
    await press(walk, /^Make the bundle/);
    await screen.findByText(/things before it leaves$/);
    expect(spec(walk).redact?.pictures).toEqual([]);
  });

  it('are offered with letters alone too, and not while the originals go', async () => {
    const walk = await opened();
    await choose(walk, /^Other pupils as letters/);
    await press(walk, 'Show it, with areas cut out: corridor.png');
    await screen.findByRole('img', { name: 'The picture corridor.png' });
    await walk.user.click(looked());
    await walk.user.click(screen.getByRole('checkbox', { name: /originals of the exhibits/ }));
    expect(screen.queryByText('Pictures')).toBeNull();
    expect(screen.getByText(/^Nothing is cut out of pictures while their originals go/)).toBeTruthy();
    await press(walk, /^Make the bundle/);
    await screen.findByText('9 things before it leaves');
    expect(spec(walk).redact?.pictures).toEqual([]);
    await walk.user.click(screen.getByRole('checkbox', { name: /originals of the exhibits/ }));
    await press(walk, /^Make the bundle/);
    await waitFor(() => { expect(spec(walk).redact?.pictures).toEqual([{ file: 'corridor.png', areas: [], looked: true }]); });
  });

  it('beside words leave a blank passage out, and its neighbour keeps what is said of it', async () => {
    const walk = await cutting();
    await walk.user.click(looked());
    await press(walk, 'Remove other words');
    await walk.user.type(screen.getByLabelText(/^Words to remove, 2/), 'hit him with the belt');
    await press(walk, /^Make the bundle/);
    await walk.user.click(await screen.findByRole('link', { name: 'Say why it is removed' }));
    expect(spec(walk).redact?.passages.map(({ words }) => words)).toEqual(['hit him with the belt']);
    expect(document.activeElement).toBe(screen.getByLabelText('Why'));
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Words to remove, 1/).value).toBe('hit him with the belt');
  });
});
