/** A flowchart as a drawing: found by the keyboard, said in words, made larger, printed. */
import { fireEvent, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { shape } from '../../src/screens/guidance/shape.svelte';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

beforeEach(() => {
  shape.drawn = false;
});

async function flowchart(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Guidance');
  await walk.user.click(await screen.findByRole('button', { name: 'Online grooming' }));
  await title('Online grooming');
  return walk;
}

async function drawn(): Promise<Walk> {
  const walk = await flowchart();
  await walk.user.click(screen.getByRole('button', { name: 'As a drawing' }));
  await screen.findByRole('group', { name: 'Its steps' });
  return walk;
}

const picture = (): HTMLImageElement => {
  const found = screen.getByRole('group', { name: 'Its steps' }).querySelector('img');
  if (found === null) throw new Error('no picture');
  return found;
};

describe('a flowchart as a drawing', () => {
  it('has a button for each step, in the order in which they are read, and says what kind it is', async () => {
    await drawn();

    const names = within(screen.getByRole('group', { name: 'Its steps' }))
      .getAllByRole('button')
      .map((one) => one.getAttribute('aria-label'));
    expect(names).toHaveLength(6);
    expect(names[1]).toBe('2. Question: Is anyone in immediate danger?');
    expect(names[5]).toBe('6. End: Open until police and CEOP close');
    expect(screen.queryByRole('list', { name: 'Its steps' })).toBeNull();
  });

  it('shows a step that is pressed in full, with where each answer leads', async () => {
    const walk = await drawn();
    const box = screen.getByRole('button', { name: /^2\. Question/ });
    box.focus();
    await walk.user.keyboard('{Enter}');

    const read = await screen.findByRole('region', { name: /Step 2/ });
    expect(within(read).getByText(/A meeting under way/)).toBeTruthy();
    expect(within(read).getByText('Yes: on to 3, Ring 999')).toBeTruthy();
    expect(box.getAttribute('aria-pressed')).toBe('true');
    await walk.user.click(within(read).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('region', { name: /Step 2/ })).toBeNull();
  });

  it('is made larger and smaller by keys, by the wheel with Ctrl and by buttons, and shown whole', async () => {
    const walk = await drawn();
    const desk = screen.getByRole('group', { name: 'Its steps' });
    const wide = (): number => Number(picture().getAttribute('width'));
    const before = wide();
    desk.focus();
    await walk.user.keyboard('+');
    await waitFor(() => {
      expect(wide()).toBeGreaterThan(before);
    });
    const box = screen.getByRole('button', { name: /^1\. Start/ });
    expect(parseFloat(box.style.width)).toBeGreaterThan(180);
    await walk.user.keyboard('--');
    await waitFor(() => {
      expect(wide()).toBeLessThan(before);
    });
    await fireEvent.wheel(desk, { deltaY: -1, ctrlKey: true });
    await walk.user.click(screen.getByRole('button', { name: 'All of it' }));
    await waitFor(() => {
      expect(wide()).toBe(before);
    });
    for (let times = 0; times < 9; times += 1) await walk.user.keyboard('+');
    expect(screen.getByRole('button', { name: 'Larger' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('does not take a drag for a press', async () => {
    await drawn();
    const box = screen.getByRole('button', { name: /^1\. Start/ });
    await fireEvent.pointerDown(box, { button: 0, clientX: 10, clientY: 10 });
    await fireEvent.pointerMove(window, { clientX: 60, clientY: 40 });
    await fireEvent.pointerUp(window);
    await fireEvent.click(box);

    expect(box.getAttribute('aria-pressed')).toBe('false');
  });

  it('lights the way of a walk in words too, follows it, and keeps the choice', async () => {
    const walk = await drawn();
    await walk.user.click(screen.getByRole('button', { name: 'Go through it now' }));
    await title('Contact is suspected');
    expect(await screen.findByRole('button', { name: '1. Start: Contact is suspected, you are here' })).toBeTruthy();
    await walk.user.click(screen.getByRole('button', { name: /Done: sign it/ }));
    await title('Is anyone in immediate danger?');

    expect(await screen.findByRole('button', { name: '1. Start: Contact is suspected, done' })).toBeTruthy();
    const here = await screen.findByRole('button', { name: /^2\. Question.*you are here$/ });
    expect(here.getAttribute('aria-current')).toBe('step');
    expect(lastAsked(walk.office, 'flow_diagram')).toMatchObject({ flow: 'online-grooming-ceop', walk: 'w-0' });
    await walk.user.click(screen.getByRole('button', { name: 'As a list' }));
    expect(await screen.findByRole('list', { name: 'Where this stands' })).toBeTruthy();
  });

  it('says so when it cannot be drawn, and draws it again', async () => {
    const walk = await flowchart();
    walk.office.fail('flow_diagram', fault('unexpected', 'The page could not be made.'));
    await walk.user.click(screen.getByRole('button', { name: 'As a drawing' }));
    expect(await screen.findByText('The page could not be made.')).toBeTruthy();
    walk.office.fail('flow_diagram', null);
    await walk.user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('group', { name: 'Its steps' })).toBeTruthy();
  });

  it('has nothing that a reader for the blind stumbles over', async () => {
    const walk = await drawn();
    await walk.user.click(screen.getByRole('button', { name: /^4\. To do/ }));
    await screen.findByRole('region', { name: /Step 4/ });
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] });

    expect(found.violations.map((one) => one.id)).toEqual([]);
  });
});

describe('on paper', () => {
  it('a flowchart is asked for on A3 and needs no purpose', async () => {
    const walk = await flowchart();
    await walk.user.click(screen.getByRole('button', { name: 'Print the flowchart' }));
    await title('Flowchart 06 on paper');
    expect(screen.queryByLabelText('What it is printed for')).toBeNull();
    await walk.user.click(screen.getByRole('radio', { name: /A3/ }));
    await walk.user.click(screen.getByRole('button', { name: 'Lay out the pages' }));

    await screen.findByRole('img');
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({ asked: { kind: 'flow', id: 'online-grooming-ceop', size: 'a3' } });
  });

  it('a walk is asked for with what it is for', async () => {
    const walk = await flowchart();
    await walk.user.click(screen.getByRole('button', { name: 'Go through it now' }));
    await title('Contact is suspected');
    await walk.user.click(screen.getByRole('button', { name: 'Print this walk' }));
    await title('Flowchart 06, gone through, on paper');
    await walk.user.type(screen.getByLabelText('What it is printed for'), 'the police');
    await walk.user.click(screen.getByRole('button', { name: 'Lay out the pages' }));

    await screen.findByRole('img');
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({
      asked: { kind: 'walk', id: 'w-0', size: 'a4', purpose: 'the police' },
    });
    expect(screen.getByText('the police')).toBeTruthy();
  });
});
