/** The report to governors: what they would read, what only a lead sees, and how it goes. */
import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { held } from '../reports';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function opened(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Reports');
  await screen.findByRole('article', { name: 'Safeguarding report to governors' });
  return walk;
}

describe('the report to governors', () => {
  it('shows small numbers as words, and says in the margin why', async () => {
    await opened();

    const row = screen.getByRole('row', { name: /^Bullying/ });
    expect(within(row).getAllByRole('cell').map((cell) => cell.textContent.trim())).toEqual(['not shown', 'not shown']);
    const margin = screen.getByRole('complementary', { name: 'Only you see this' });
    expect(within(margin).getByText(/^“Not shown” stands for a number from 1 to 4/)).toBeTruthy();
    expect(within(margin).getByText(/Nothing is written yet/)).toBeTruthy();
  });

  it('opens a number for the lead to the records behind it, and gives the keyboard back', async () => {
    const walk = await opened();
    await press(walk, 'Bullying, see the records');

    const box = await screen.findByRole('dialog', { name: 'By category: Bullying' });
    expect(within(box).getByText('2 records.')).toBeTruthy();
    expect(within(box).getByRole('button', { name: 'Amara Oyelaran' })).toBeTruthy();
    expect(lastAsked(walk.office, 'report_behind')).toMatchObject({ row: 2 });

    await walk.user.click(within(box).getByRole('button', { name: 'Close' }));
    await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull(); });
    expect(document.activeElement?.textContent).toContain('Bullying');
  });

  it('keeps what a lead writes, and goes only once a person has confirmed it', async () => {
    const walk = await opened();
    await walk.user.type(screen.getByLabelText('New issues in the area'), 'Scooters are offered outside the gate.');
    await press(walk, 'Release and keep');

    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
    expect(lastAsked(walk.office, 'keep_report')).toMatchObject({ asked: { words: { 'context.local': 'Scooters are offered outside the gate.' } } });
    expect(screen.getAllByText('Say to whom it goes').length).toBeGreaterThan(0);

    await walk.user.type(screen.getByLabelText('To whom it goes'), 'Full governing body');
    await walk.user.click(screen.getByRole('checkbox', { name: /^I have read what is written/ }));
    await press(walk, 'Release and keep');

    expect(await screen.findByText('The report is released and kept.')).toBeTruthy();
    expect(await screen.findByText(/^To Full governing body, by Ruth Calloway/)).toBeTruthy();
    expect(lastAsked(walk.office, 'release_report')).toMatchObject({ asked: { to_whom: 'Full governing body', confirmed: true } });
    await press(walk, 'Save the pages: 2 Sep 2026 to 4 Jan 2027');
    expect(lastAsked(walk.office, 'save_report')).toEqual({ id: 'report-0', format: 'pdf' });
  });

  it('points out a name as it is typed, and takes back what was confirmed before it stood there', async () => {
    const walk = await opened();
    await walk.user.type(screen.getByLabelText('New issues in the area'), 'Strangers were seen.');
    await walk.user.type(screen.getByLabelText('To whom it goes'), 'Full governing body');
    const confirmed = (): HTMLInputElement => screen.getByRole('checkbox', { name: /^I have read what is written/ });
    await walk.user.click(confirmed());
    await walk.user.type(screen.getByLabelText('New issues in the area'), ' Amara met them.');

    expect((await screen.findAllByText(/Amara/)).length).toBeGreaterThan(0);
    await waitFor(() => { expect(confirmed().checked).toBe(false); });
    await walk.user.click(confirmed());
    await press(walk, 'Release and keep');
    await screen.findByText('The report is released and kept.');
    expect(lastAsked(walk.office, 'release_report')).toMatchObject({ asked: { confirmed: true, names_read: ['Amara'] } });
  });

  it('says no number while a report that went cannot be read, and lists it', async () => {
    const say = 'A report that went before cannot be read here, so nothing new can be held against it and no number is said.';
    const walk = await inside();
    walk.office.answer({ governor_report: held(say) });
    await goTo(walk, 'Reports');

    expect(await screen.findByText(say)).toBeTruthy();
    expect(screen.getByText('Cannot be read here')).toBeTruthy();
    expect(screen.getByText(/^Released by Dev Marwaha, Mon 7 Sep 2026/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Save the/ })).toBeNull();
  });

  it('is looked at as a draft that cannot be printed', async () => {
    const walk = await opened();
    await press(walk, 'Look at the pages');

    await screen.findByText(/^This is how the report would go/);
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
    await press(walk, 'Back to the report');
    await title('Governors');
  });

  it('is of other days, and of one site, when somebody says so', async () => {
    const walk = await opened();
    await walk.user.selectOptions(screen.getByLabelText('Site'), 'Weir Lane');
    await waitFor(() => { expect(lastAsked(walk.office, 'governor_report')).toMatchObject({ asked: { site: 'Weir Lane' } }); });

    await walk.user.selectOptions(screen.getByLabelText('Days'), 'Other days');
    await walk.user.clear(screen.getByLabelText('From'));
    await walk.user.type(screen.getByLabelText('From'), '1 November 2026');
    await press(walk, 'Count these days');
    await waitFor(() => { expect(lastAsked(walk.office, 'governor_report')).toMatchObject({ asked: { from: '2026-11-01' } }); });
  });

  it('holds numbers about adults once whoever keeps them lets them stand', async () => {
    const walk = await opened();
    expect(screen.getByText('reported separately')).toBeTruthy();
    await press(walk, 'Look at them');
    await press(walk, 'Let these numbers stand in the report');

    await waitFor(() => { expect(screen.queryByText('reported separately')).toBeNull(); });
    expect(lastAsked(walk.office, 'release_staff_sheet')).toEqual({ from: '2026-09-02', to: '2027-01-04' });
  });

  it('says from which day numbers about adults can stand, while the days go on', async () => {
    const walk = await opened();
    walk.office.answer({ staff_sheet: { days: '2 Sep 2026 to 4 Jan 2027', rows: [], released: false, not_before: 'Tue 5 Jan 2027' } });
    await press(walk, 'Look at them');

    expect(await screen.findByText(/Let them stand from Tue 5 Jan 2027 on/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Let these numbers stand in the report' })).toBeNull();
  });
});
