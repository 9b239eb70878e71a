/** Charts: questions answered in words, with every number in a table too. */
import { describe, expect, it } from 'vitest';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function opened(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Reports');
  await walk.user.click(await screen.findByRole('button', { name: 'Charts' }));
  await title('Charts');
  await screen.findByRole('heading', { name: 'Is it rising?' });
  return walk;
}

describe('the charts', () => {
  it('answer each question in words, and say every bar in words and in a table', async () => {
    const walk = await opened();
    expect(screen.getByText(/^4 concerns, 3 more than/)).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Concerns by week. 2 Nov: 3. 9 Nov: 1' })).toBeTruthy();
    expect(screen.getByText('The line across a bar is the same week of the year before.')).toBeTruthy();
    expect(screen.getByText('There is nothing to draw.')).toBeTruthy();

    await walk.user.click(screen.getByText('Concerns by week, in numbers'));
    const row = await screen.findByRole('row', { name: '9 Nov 1 1' });
    expect(row).toBeTruthy();
  });

  it('stand on paper once it is said what for', async () => {
    const walk = await opened();
    await walk.user.click(screen.getByRole('button', { name: 'On paper' }));
    await walk.user.type(await screen.findByLabelText(/^What .* for/), 'Leads’ meeting');
    await walk.user.click(screen.getByRole('button', { name: /^Lay out|^Look/ }));
    await screen.findByRole('button', { name: 'Back to the charts' });
    expect(lastAsked(walk.office, 'lay_out_paper')).toMatchObject({ asked: { kind: 'charts', purpose: 'Leads’ meeting' } });
  });

  it('are of other days and of one site when somebody says so', async () => {
    const walk = await opened();
    await walk.user.selectOptions(screen.getByLabelText('Days'), 'Last term, 1 Apr 2026 to 1 Sep 2026');
    await waitFor(() => { expect(lastAsked(walk.office, 'charts')).toMatchObject({ asked: { from: '2026-04-01', to: '2026-09-01' } }); });
    await walk.user.selectOptions(screen.getByLabelText('Site'), 'Upper Vale');
    await waitFor(() => { expect(lastAsked(walk.office, 'charts')).toMatchObject({ asked: { site: 'Upper Vale' } }); });

  });
});
