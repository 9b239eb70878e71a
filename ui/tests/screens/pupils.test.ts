import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function choose(walk: Walk, name: string): Promise<void> {
  const chooser = walk.container.querySelector('[data-chooser]');
  if (chooser === null) throw new Error('no chooser');
  await fireEvent.change(chooser, { target: { files: [new File(['a,b'], name)] } });
}

describe('pupils', () => {
  it('are found by a few letters, and by sound', async () => {
    const walk = await inside();
    await goTo(walk, 'Pupils');
    await screen.findByRole('link', { name: 'Amara Oyelaran' });

    await walk.user.type(screen.getByLabelText('A name, a class or a UPN'), 'shiv');

    expect(await screen.findByText(/sounds like Shivaun/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Amara Oyelaran' })).toBeNull();
  });

  it('show names, flags with dates and concerns, and start a record about them', async () => {
    const walk = await inside();
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: 'Amara Oyelaran' }));
    await title(/Amara Oyelaran/);
    expect(screen.getByText('Child in need (s.17), from 3 February 2026')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'a stranger online' })).toBeTruthy();

    const buttons = screen.getAllByRole('button', { name: /Record a concern/ });
    const last = buttons.at(-1);
    if (last === undefined) throw new Error('no button');
    await walk.user.click(last);

    await title('Record a concern');
    expect(await screen.findByLabelText('What part Amara Oyelaran had')).toBeTruthy();
  });

  it('are corrected with a reason', async () => {
    const walk = await inside();
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: 'Kacper Wiśniewski' }));
    await title(/Kacper/);
    await walk.user.click(screen.getByRole('button', { name: 'Correct these details' }));
    await title(/Correct details of/);
    await walk.user.click(await screen.findByRole('button', { name: /Sign these details/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Say why you correct it');

    await walk.user.type(screen.getByLabelText('Why you correct it'), 'moved class');
    await walk.user.click(screen.getByRole('button', { name: /Sign these details/ }));

    await waitFor(() => {
      expect(lastAsked(walk.office, 'save_pupil')).toMatchObject({
        form: { id: 's-kacper', reason: 'moved class', date_of_birth: '2015-05-06' },
      });
    });
  });
});

describe('bringing in a list', () => {
  it('takes nothing until it is confirmed, then says what came', async () => {
    const walk = await inside({ empty: true });
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('button', { name: 'Bring in a list' }));
    await title('Bring in a pupil list');

    await choose(walk, 'pupils.csv');
    expect(await screen.findByText('What would happen')).toBeTruthy();
    expect(walk.office.asked.some((one) => one.name === 'take_pupil_list')).toBe(false);
    await walk.user.click(screen.getByRole('button', { name: 'Take in 630' }));

    expect(await screen.findByText('612 new, 18 changed, 12 the same.')).toBeTruthy();
  });

  it('takes a transfer file without matching columns', async () => {
    const walk = await inside();
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('button', { name: 'Bring in a list' }));

    await choose(walk, '8012000_CTF_8014001_001.xml');

    expect(await screen.findByText(/Common Transfer File 25.0 from Harbour View/)).toBeTruthy();
    expect(screen.getAllByText(/3 pupils read/).length).toBeGreaterThan(0);
    expect(screen.queryByText('What each column is')).toBeNull();
    expect(screen.getByRole('columnheader', { name: 'Element' })).toBeTruthy();
    await walk.user.click(screen.getByRole('button', { name: 'Take in 3' }));
    expect(lastAsked(walk.office, 'take_pupil_list')).toMatchObject({ columns: [] });
  });

  it('names rows and columns, and waits while they stand', async () => {
    const walk = await inside();
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('button', { name: 'Bring in a list' }));
    await choose(walk, 'bad.csv');

    expect(await screen.findByText('31/02/2014 is not a day.')).toBeTruthy();
    await walk.user.click(screen.getByRole('button', { name: 'Take in 630' }));

    expect(walk.office.asked.some((one) => one.name === 'take_pupil_list')).toBe(false);
  });

  it('asks again when a column is matched another way, and says what is still needed', async () => {
    const walk = await inside();
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('button', { name: 'Bring in a list' }));
    await choose(walk, 'pupils.csv');

    await walk.user.selectOptions(await screen.findByLabelText('What “Legal Surname” is'), '');

    expect(await screen.findByText('Still needed: Surname in law.')).toBeTruthy();
    expect(lastAsked(walk.office, 'preview_pupil_list')).toMatchObject({
      columns: [null, 'legal_forename', 'date_of_birth', 'class', null],
    });
  });

  it('says when the file could not be read, and offers another', async () => {
    const walk = await inside({
      failing: { preview_pupil_list: fault('refused', 'This is not a list of rows and columns.') },
    });
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('button', { name: 'Bring in a list' }));

    await choose(walk, 'photo.jpg');

    expect(await screen.findByText('This is not a list of rows and columns.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose another file' })).toBeTruthy();
  });
});
