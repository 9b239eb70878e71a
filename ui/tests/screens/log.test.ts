/** The log for governors: nobody is named unless it was settled to whom it goes. */
import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { goTo, inside, lastAsked, screen, waitFor, type Walk } from '../kit';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function opened(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Concerns');
  await press(walk, 'Log of incidents');
  await screen.findByRole('form', { name: 'Log of incidents' });
  return walk;
}

async function filled(walk: Walk): Promise<void> {
  await walk.user.type(screen.getByLabelText('Happened from'), '1 September 2026');
  await walk.user.type(screen.getByLabelText('To'), '18 December 2026');
  await walk.user.type(screen.getByLabelText('What it is made for'), 'autumn term');
}

const term = { from: '2026-09-01', to: '2026-12-18', online: false, category: null, purpose: 'autumn term' };

describe('the log for governors', () => {
  it('names nobody unless it is asked to, and is looked at before it leaves', async () => {
    const walk = await opened();
    await filled(walk);
    await press(walk, 'Look at it');

    await screen.findByRole('button', { name: 'Print' });
    expect(lastAsked(walk.office, 'lay_out_paper')).toMatchObject({ asked: { kind: 'log', log: { ...term, says: 'nobody' } } });
    expect(screen.getByText('autumn term')).toBeTruthy();

    const about = screen.getByRole('region', { name: 'Printed for' });
    await walk.user.click(within(about).getByRole('button', { name: 'Change this' }));
    expect(await screen.findByLabelText('What it is made for')).toHaveProperty('value', 'autumn term');
  });

  it('with names asks first to whom it goes, and goes to the first thing that is not said', async () => {
    const walk = await opened();
    await filled(walk);
    await walk.user.click(screen.getByRole('radio', { name: /^With names/ }));
    await press(walk, 'Choose where to save it');

    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
    expect(screen.getAllByText('Say to whom it goes').length).toBeGreaterThan(0);
    await walk.user.type(screen.getByLabelText(/^Why it is needed/), 'Termly monitoring');
    await walk.user.type(screen.getByLabelText(/agreed/i), 'H. Sandiford');
    await walk.user.type(screen.getByLabelText(/^To whom/), 'H. Sandiford');
    await walk.user.type(screen.getByLabelText(/^How .*(sure|checked|known)/), 'In person');
    await walk.user.type(screen.getByLabelText(/way/), 'By hand');
    await walk.user.click(screen.getByRole('radio', { name: /^Plain table/ }));
    await press(walk, 'Choose where to save it');

    expect(await screen.findByText(/^Saved as strongroom-log.csv/)).toBeTruthy();
    expect(lastAsked(walk.office, 'save_log')).toMatchObject({ format: 'csv', log: { ...term, says: 'names', gate: { recipient: 'H. Sandiford' } } });
  });

  it('is not made of a day that was not understood', async () => {
    const walk = await opened();
    await walk.user.type(screen.getByLabelText('Happened from'), 'when it snowed');
    await press(walk, 'Look at it');

    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
    expect(screen.getByLabelText('Happened from').getAttribute('aria-invalid')).toBe('true');
    expect(lastAsked(walk.office, 'lay_out_paper')).toBeUndefined();
  });

  it('says where nothing was saved', async () => {
    const walk = await opened();
    walk.office.answer({ save_log: { value: null, touched: [] } });
    await filled(walk);
    await press(walk, 'Choose where to save it');
    expect(await screen.findByText('Nothing was saved.')).toBeTruthy();
  });

  it('is signed by whoever looked through it, and says so from then on', async () => {
    const walk = await opened();
    await filled(walk);
    await press(walk, 'Sign the log of these days');
    await press(walk, 'Keep this');
    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
    expect(screen.getAllByText('Say who looked through it').length).toBeGreaterThan(0);

    await walk.user.type(screen.getByLabelText('Who looked through it'), 'H. Sandiford');
    await walk.user.type(screen.getByLabelText('On which day'), '20 November 2026');
    await walk.user.type(screen.getByLabelText('What they remarked'), 'Two wait for an answer.');
    await press(walk, 'Keep this');

    expect(await screen.findByText(/^Kept\. The log/)).toBeTruthy();
    expect(screen.getByText('Two wait for an answer.')).toBeTruthy();
    expect(lastAsked(walk.office, 'monitor_log')).toMatchObject({ form: { from: '2026-09-01', to: '2026-12-18', by: 'H. Sandiford', on: '2026-11-20' } });
  });
});
