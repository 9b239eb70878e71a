/** What a bundle does not show: chosen, counted, kept, asked for. */
import { describe, expect, it } from 'vitest';
import type { BundleSpec } from '../../src/bindings/office';
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
    expect(spec(walk).redact).toEqual({ letters: true, passages: [], originals: true });
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
