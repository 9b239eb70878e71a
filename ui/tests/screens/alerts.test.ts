/** Alerts of the monitoring system: a list is matched and looked at, comes in once, and each alert is screened. */
import { describe, expect, it } from 'vitest';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function opened(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Registers');
  await press(walk, 'Monitoring alert log');
  await title('Monitoring alert log');
  return walk;
}

async function broughtIn(): Promise<Walk> {
  const walk = await opened();
  await press(walk, 'Bring in a list');
  await title('Bring in alerts');
  const chooser = walk.container.querySelector<HTMLInputElement>('[data-chooser]');
  if (chooser === null) throw new Error('nothing to choose a file with');
  await walk.user.upload(chooser, new File(['Violation Time,Username,Words'], 'alerts.csv', { type: 'text/csv' }));
  await screen.findByText('One thing stops this list');
  return walk;
}

describe('a list of alerts', () => {
  it('waits until every column that matters is said, and then comes in', async () => {
    const walk = await broughtIn();
    expect(screen.getByText('No column says what set an alert off. Say which one does.')).toBeTruthy();
    await walk.user.selectOptions(screen.getByLabelText(/Words/), 'What set it off');
    expect(await screen.findByText('Fri 13 Nov, 11:04, amara.o: nobody would miss you')).toBeTruthy();
    expect(lastAsked(walk.office, 'preview_alerts')).toMatchObject({ columns: ['at', 'user', 'trigger'] });

    await walk.user.selectOptions(screen.getByLabelText('Which system it comes from'), 'Impero');
    await press(walk, 'Take 1 alert in');
    await screen.findByText('The alerts are in the register');
    expect(lastAsked(walk.office, 'take_alerts')).toMatchObject({ system: 'Impero', columns: ['at', 'user', 'trigger'] });
  });

  it('is screened alert by alert: what it meant, what was done', async () => {
    const walk = await broughtIn();
    await walk.user.selectOptions(screen.getByLabelText(/Words/), 'What set it off');
    await press(walk, 'Take 1 alert in');
    await press(walk, 'Screen them');
    await title('Monitoring alert log');
    expect(await screen.findByText('not screened, was due Mon 16 Nov')).toBeTruthy();

    await press(walk, /^Screen it/);
    await screen.findByRole('form', { name: /^Screening/ });
    await press(walk, 'Keep this');
    expect(await screen.findByText('Say what it meant')).toBeTruthy();
    await waitFor(() => { expect(document.activeElement?.id).toBe('f-meaning'); });
    await walk.user.click(screen.getByRole('radio', { name: 'Illegal' }));
    expect(await screen.findByText(/^Do not open, copy or print/)).toBeTruthy();
    await walk.user.click(screen.getByRole('radio', { name: 'Welfare' }));
    await walk.user.type(screen.getByLabelText('What was done'), 'Spoke to Amara.');
    await press(walk, 'Keep this');

    await waitFor(() => { expect(screen.queryByText('not screened, was due Mon 16 Nov')).toBeNull(); });
    expect(screen.queryByRole('button', { name: /^Screen it/ })).toBeNull();
    expect(lastAsked(walk.office, 'screen_alert')).toMatchObject({ form: { line: 'alert-1', base: ['0'], meaning: 'Welfare', action: 'Spoke to Amara.' } });
    expect(document.activeElement?.id).toBe('line-alert-1');
  });
});
