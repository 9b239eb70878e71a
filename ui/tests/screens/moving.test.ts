import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend/cabinet';
import { goTo, inside, lastAsked, screen, title, type Walk } from '../kit';

async function choose(walk: Walk, name: string): Promise<void> {
  const chooser = walk.container.querySelector('[data-chooser]');
  if (chooser === null) throw new Error('no chooser');
  await fireEvent.change(chooser, { target: { files: [new File(['a,b'], name)] } });
}

async function toMoving(walk: Walk): Promise<void> {
  await goTo(walk, 'Vault');
  await walk.user.click(await screen.findByRole('button', { name: 'Bring in a history' }));
  await title(/Bring in the history/);
}

describe('moving in', () => {
  it('brings nothing in until everything was shown and it is confirmed', async () => {
    const walk = await inside();
    await toMoving(walk);

    await choose(walk, 'cpoms.csv');
    expect(await screen.findByText('The first concerns as they will look')).toBeTruthy();
    expect(screen.getByText(/14 of them will stand under Live on Today/)).toBeTruthy();
    expect(screen.getByText(/Of 3 concerns the file does not say where it stands/)).toBeTruthy();
    expect(walk.office.asked.some((one) => one.name === 'take_history')).toBe(false);
    await walk.user.click(screen.getByRole('button', { name: 'Bring in 6,001 concerns' }));

    expect(await screen.findByText(/6,001 concerns and 4,210 steps are new/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Take out cpoms.csv' })).toBeTruthy();
  });

  it('keeps the PDF of the export beside it once the question about pictures is answered', async () => {
    const walk = await inside();
    await toMoving(walk);
    await choose(walk, 'cpoms.csv');
    await walk.user.click(await screen.findByRole('button', { name: 'Bring in 6,001 concerns' }));
    await walk.user.click(await screen.findByRole('button', { name: 'Keep the PDF of it too: cpoms.csv' }));
    expect(screen.queryByRole('button', { name: 'Keep it here' })).toBeNull();

    await walk.user.click(await screen.findByLabelText(/^No/));
    const choosers = walk.container.querySelectorAll<HTMLInputElement>('input[type=file]');
    const chooser = choosers.item(choosers.length - 1);
    await fireEvent.change(chooser, { target: { files: [new File(['%PDF-1.7'], 'export.pdf')] } });
    await walk.user.click(await screen.findByRole('button', { name: 'Keep it here' }));

    expect(await screen.findByRole('button', { name: 'Take out export.pdf' })).toBeTruthy();
    expect(lastAsked(walk.office, 'keep_with_history')).toMatchObject({ original: 'f-history', indecent_image: 'no' });
  });

  it('asks again with what a person says a category and a pupil are', async () => {
    const walk = await inside();
    await toMoving(walk);
    await choose(walk, 'cpoms.csv');

    const category = await screen.findByLabelText('What “Breakfast club” is');
    const options = Array.from((category as HTMLSelectElement).options);
    const wanted = options.at(1)?.value ?? '';
    await walk.user.selectOptions(category, wanted);
    await walk.user.selectOptions(await screen.findByLabelText('Who “Ben Okafor” is'), 's-jayden');

    expect(lastAsked(walk.office, 'preview_history')).toMatchObject({
      choices: {
        categories: [{ name: 'Breakfast club', id: wanted }],
        pupils: [{ name: 'benokafor|||7t', id: 's-jayden' }],
      },
    });
    expect(screen.getByText('Nobody of that name on the list')).toBeTruthy();
  });

  it('names rows and columns, and waits while they stand', async () => {
    const walk = await inside();
    await toMoving(walk);
    await choose(walk, 'bad.csv');

    expect(await screen.findByText('Nothing is written in this row.')).toBeTruthy();
    await walk.user.click(screen.getByRole('button', { name: 'Nothing new to bring in' }));

    expect(walk.office.asked.some((one) => one.name === 'take_history')).toBe(false);
  });

  it('waits until it is said where the file comes from', async () => {
    const walk = await inside();
    await toMoving(walk);
    await choose(walk, 'plain.csv');

    const take = await screen.findByRole('button', { name: 'Bring in 6,001 concerns' });
    await walk.user.click(take);
    expect(walk.office.asked.some((one) => one.name === 'take_history')).toBe(false);
    await walk.user.selectOptions(screen.getByLabelText('Where the file comes from'), 'another system');
    await walk.user.click(await screen.findByRole('button', { name: 'Bring in 6,001 concerns' }));

    expect(lastAsked(walk.office, 'take_history')).toMatchObject({ choices: { source: 'another system' } });
  });

  it('says when the file could not be read, and offers another', async () => {
    const walk = await inside({
      failing: { preview_history: fault('refused', 'This file is a PDF, not a CSV list.') },
    });
    await toMoving(walk);

    await choose(walk, 'export.pdf');

    expect(await screen.findByText('This file is a PDF, not a CSV list.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose another file' })).toBeTruthy();
  });
});
