import { fireEvent, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ConcernForm } from '../../src/bindings/office';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function toMap(walk: Walk): Promise<HTMLElement> {
  await walk.user.keyboard('{Control>}n{/Control}');
  await title('Record a concern');
  await walk.user.click(await screen.findByRole('button', { name: /Category, questions asked/ }));
  return screen.findByRole('listbox', { name: /^Front/ });
}

function kept(walk: Walk): ConcernForm['body_map'] {
  const asked = lastAsked(walk.office, 'record_concern');
  return (asked as { form: ConcernForm }).form.body_map;
}

async function sign(walk: Walk): Promise<void> {
  await walk.user.type(screen.getByLabelText('What was seen, heard or said'), 'A mark.');
  await walk.user.click(screen.getByRole('button', { name: /Sign and pass on/ }));
  await walk.user.click(await screen.findByRole('button', { name: /Pass it on with the gaps/ }));
  await waitFor(() => {
    expect(lastAsked(walk.office, 'record_concern')).toBeTruthy();
  });
}

describe('the body map of a record', () => {
  it('is marked by keyboard alone, and the mark says where it is', async () => {
    const walk = await inside();
    const { user } = walk;
    const front = await toMap(walk);
    front.focus();

    await user.keyboard('{End}{Enter}');
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByLabelText('What it looks like'));
    });
    await user.keyboard('blister');
    await user.type(screen.getByLabelText('Shape'), 'round');
    await user.selectOptions(screen.getByLabelText('Skin broken'), 'Could not tell');
    await user.type(screen.getByLabelText('What the child said about it, exactly'), 'New shoes.');
    await sign(walk);

    const [mark] = kept(walk);
    expect(mark).toMatchObject({
      note: 'blister',
      shape: 'round',
      broken: 'unsure',
      swelling: null,
      said: 'New shoes.',
      side: 'right',
      place: { drawing: 1, build: 'child', view: 'front' },
    });
    expect(mark?.region).toBe('toes');
  });

  it('is marked by pressing, and a second mark has the next number', async () => {
    const walk = await inside();
    const front = await toMap(walk);
    const [minX = 0, , wide = 1, high = 1] = (front.getAttribute('viewBox') ?? '').split(' ').map(Number);
    front.getBoundingClientRect = () => new DOMRect(0, 0, wide, high);

    await fireEvent.click(front, { clientX: wide / 2, clientY: high * 0.11 });
    await screen.findByText(/^Mark 1: /);
    await fireEvent.click(front, { clientX: -minX, clientY: 1 });
    expect(await screen.findAllByText('That is beside the body. Press on it.')).not.toHaveLength(0);
    await fireEvent.click(front, { clientX: wide / 2, clientY: high * 0.3 });

    expect(await screen.findByText(/^Mark 2: Chest, middle/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Front and back (2)' })).toBeTruthy();
  });

  it('lets the list have the last word, and puts a mark in words on the drawing when asked', async () => {
    const walk = await inside();
    const { user } = walk;
    const front = await toMap(walk);
    front.focus();
    await user.keyboard('{Home}{Enter}');
    await screen.findByText(/^On the drawing: front/);

    await user.selectOptions(screen.getByLabelText('Where on the body'), 'palm');
    expect(screen.queryByText(/^On the drawing/)).toBeNull();
    await user.selectOptions(screen.getByLabelText('Side'), 'Their right');
    await user.click(screen.getByRole('button', { name: 'Put mark 1 on the drawing' }));

    expect(await screen.findByText(/^On the drawing: /)).toBeTruthy();
    await sign(walk);
    expect(kept(walk)[0]).toMatchObject({ region: 'palm', side: 'right' });
    expect(kept(walk)[0]?.place).not.toBeNull();
  });

  it('goes by the age of whoever it is about, and takes the marks along to another build', async () => {
    const walk = await inside();
    const { user } = walk;
    const front = await toMap(walk);
    await user.type(screen.getByRole('combobox', { name: /pupil or an adult/ }), 'ama');
    await user.click(await screen.findByRole('option', { name: /Amara/ }));
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Adolescent' }).getAttribute('aria-pressed')).toBe('true');
    });
    expect(front.isConnected).toBe(true);
    (await screen.findByRole('listbox', { name: /^Front/ })).focus();
    await user.keyboard('{End}{Enter}');

    await user.click(screen.getByRole('button', { name: 'Baby' }));

    expect(await screen.findByText(/^On the drawing: front/)).toBeTruthy();
    await sign(walk);
    expect(kept(walk)[0]).toMatchObject({ region: 'toes', place: { build: 'baby', view: 'front' } });
  });
});

describe('marks that were signed', () => {
  it('stand on the concern beside their words, on the views that have any and no other', async () => {
    const walk = await inside();
    await walk.user.click(await screen.findByRole('link', { name: /Tilly Rackham/ }));

    const pictures = await screen.findAllByRole('img', { name: /Marks: / });
    expect(pictures).toHaveLength(1);
    expect(pictures[0]?.getAttribute('aria-label')).toBe(
      'Adolescent, front. Marks: 1, Left forearm inner',
    );
    const list = screen.getByRole('list', { name: 'Visible marks' });
    expect(list.textContent).toMatch(/Right shin.*graze.*In words alone/s);
    expect(list.textContent).toContain('“It was nothing.”');
  });

  it('of one child lie over one another, each with its concern, the oldest and the newest told apart', async () => {
    const walk = await inside();
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: 'Amara Oyelaran' }));
    await walk.user.click(await screen.findByRole('button', { name: 'All marks on a body map' }));
    await title('Amara Oyelaran: all marks');

    const front = await screen.findByRole('img', { name: /front. Marks: / });
    expect(front.getAttribute('aria-label')).toMatch(/A1, Left shin; B1, Left forearm/);
    const looks = [...front.querySelectorAll('circle.pin')].map((pin) => pin.getAttribute('class'));
    expect(looks.some((look) => look?.includes('dashed'))).toBe(true);
    expect(looks.some((look) => look?.includes('filled'))).toBe(true);
    const oldest = screen.getByRole('heading', { name: /^A\..*Oldest/ });
    expect(within(oldest).getByRole('button', { name: 'MV-2025-0088' })).toBeTruthy();
    expect(screen.getByText(/concerns that name somebody else first/)).toBeTruthy();

    await walk.user.click(screen.getByRole('button', { name: 'Print these marks' }));
    await title('Amara Oyelaran: all marks');
    await walk.user.type(await screen.findByLabelText('What it is printed for'), 'the paediatrician');
    await walk.user.click(screen.getByRole('button', { name: 'Lay out the pages' }));
    await screen.findByRole('img', { name: 'Page 1 of 1' });
    expect(lastAsked(walk.office, 'lay_out_paper')).toMatchObject({ asked: { kind: 'marks', purpose: 'the paediatrician' } });
  });
});
