/** Inspection: lists looked through, files chosen, nothing shown before it is said to whom. */
import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function press(walk: Walk, name: string): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function opened(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Reports');
  await press(walk, 'Inspection');
  await title('Inspection');
  await screen.findByRole('heading', { name: 'The lists' });
  return walk;
}

describe('the inspection', () => {
  it('says of each list what it holds and what is to be put right in it', async () => {
    const walk = await opened();
    const list = screen.getByRole('article', { name: /^Concerns reported to the lead/ });
    expect(within(list).getByText('14 lines')).toBeTruthy();
    expect(within(list).getByText('One concern has not been read.')).toBeTruthy();
    await walk.user.click(within(list).getByRole('button', { name: /^Look through it/ }));
    expect(within(list).getByRole('cell', { name: 'JF, 9B' })).toBeTruthy();
    expect(within(list).getByText('The first 1 of 14. All of them are shown.')).toBeTruthy();
    const adults = screen.getByRole('article', { name: 'Referrals to the LADO' });
    expect(within(adults).queryByRole('button')).toBeNull();
    expect(screen.getByText('Single central record')).toBeTruthy();
  });

  it('shows nothing before it is said to whom, and then on pages', async () => {
    const walk = await opened();
    expect(screen.getByLabelText<HTMLInputElement>('For whom they inspect').value).toBe('Ofsted');
    await press(walk, 'Show all lists of pupils');
    expect(await screen.findByRole('link', { name: 'Say who is shown it' })).toBeTruthy();
    await walk.user.type(screen.getByLabelText('Who is shown it'), 'M. Okafor');
    await press(walk, 'Show all lists of pupils');
    await screen.findByRole('button', { name: 'Back to the inspection' });
    expect(lastAsked(walk.office, 'lay_out_paper')).toMatchObject({ asked: { kind: 'inspection', inspection: { what: 'all', names: false, to_whom: 'M. Okafor' } } });
  });

  it('shows one list, or one file, by itself', async () => {
    const walk = await opened();
    await walk.user.type(screen.getByLabelText('Who is shown it'), 'M. Okafor');
    await press(walk, 'Show: Jayden Fairbrother');
    await screen.findByRole('button', { name: 'Back to the inspection' });
    expect(lastAsked(walk.office, 'lay_out_paper')).toMatchObject({ asked: { inspection: { what: 'file:p-jayden' } } });
  });

  it('has files chosen and put back, with what is missing in each', async () => {
    const walk = await opened();
    await walk.user.click(screen.getByText('One thing to put right'));
    expect(screen.getByText(/no decision with its reason/)).toBeTruthy();
    await press(walk, 'Prepare this file: Jayden Fairbrother');
    await screen.findByRole('button', { name: 'Put back: Jayden Fairbrother' });
    expect(lastAsked(walk.office, 'choose_sample')).toMatchObject({ form: { pupil: 'p-jayden', why: 'Child in need', put_back: false } });
  });

  it('is of other days, of one site and by name when somebody says so', async () => {
    const walk = await opened();
    await walk.user.selectOptions(screen.getByLabelText('Days'), 'This term, 2 Sep 2026 to 4 Jan 2027');
    await waitFor(() => { expect(lastAsked(walk.office, 'inspection')).toMatchObject({ asked: { from: '2026-09-02', to: '2027-01-04' } }); });
    await walk.user.selectOptions(screen.getByLabelText('Site'), 'Upper Vale');
    await waitFor(() => { expect(lastAsked(walk.office, 'inspection')).toMatchObject({ asked: { site: 'Upper Vale' } }); });
    await walk.user.selectOptions(screen.getByLabelText('Pupils stand in the lists'), 'By name, with what was written');
    await waitFor(() => { expect(lastAsked(walk.office, 'inspection')).toMatchObject({ asked: { names: true } }); });
    await walk.user.selectOptions(screen.getByLabelText('Days'), 'The last twelve months');
    await waitFor(() => { expect(lastAsked(walk.office, 'inspection')).toMatchObject({ asked: { from: null, to: null } }); });
  });

  it('asks for fewer days where there is more than a list can hold, and goes on from there', async () => {
    const walk = await inside();
    const problems = [{ field: 'from', say: 'There are more than 20000 concerns. Choose fewer days' }];
    walk.office.fail('inspection', fault('refused', 'Choose fewer days', { problems }));
    await goTo(walk, 'Reports');
    await press(walk, 'Inspection');
    await screen.findAllByText('There are more than 20000 concerns. Choose fewer days');
    await walk.user.type(screen.getByLabelText('From'), '1 November 2026');
    await walk.user.type(screen.getByLabelText('To'), '10 November 2026');
    walk.office.fail('inspection', null);
    await press(walk, 'Make the lists of these days');
    await screen.findByRole('heading', { name: 'The lists' });
  });

  it('gives out again what was shown, as it was', async () => {
    const walk = await opened();
    const shown = screen.getByRole('region', { name: 'What was shown' });
    expect(within(shown).getByText(/M. Okafor, Ofsted/)).toBeTruthy();
    await walk.user.click(within(shown).getByRole('button', { name: /^Save the pages as they were/ }));
    await within(shown).findByText(/strongroom-inspection\.pdf/);
  });
});
