/** Concerns that are worth a look together: on the concern, on the pupil's page, on Today. */
import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { house } from '../../src/frame/house.svelte';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

const named = 'Sixth entry about Amara Oyelaran in 29 days, none judged above Low: hunger, tired, late.';
const masked = 'Sixth entry about a pupil in 29 days, none judged above Low: hunger, tired, late.';

async function toConcern(walk: Walk): Promise<HTMLElement> {
  await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran, 8T/ }));
  return screen.findByRole('region', { name: 'Worth a look together' });
}

describe('worth a look together', () => {
  it('is one sentence on a concern with the concerns it rests on, each a link, and the rest on request', async () => {
    const walk = await inside();
    const found = await toConcern(walk);

    expect(found.textContent).toContain(named);
    expect(found.querySelectorAll('ul ul > li')).toHaveLength(5);
    await walk.user.click(within(found).getByRole('button', { name: 'Show 1 more' }));
    expect(found.querySelectorAll('ul ul > li')).toHaveLength(6);
    await walk.user.click(within(found).getByRole('button', { name: /: Late/ }));
    await waitFor(() => { expect(lastAsked(walk.office, 'concern')).toEqual({ id: 'c-low-2' }); });
  });

  it('is set aside with a reason, by keyboard, and the focus goes to the heading', async () => {
    const walk = await inside();
    const found = await toConcern(walk);
    within(found).getByRole('button', { name: `Set aside: ${named}` }).focus();
    await walk.user.keyboard('{Enter}');
    const field = await screen.findByLabelText('Why can it be set aside?');
    expect(document.activeElement).toBe(field);

    await walk.user.keyboard('cold');
    await walk.user.click(screen.getByRole('button', { name: 'Sign and set aside' }));
    await screen.findByText('Say why, in a sentence');
    expect(walk.office.asked.some((one) => one.name === 'set_buildup_aside')).toBe(false);
    await walk.user.type(field, ', all of one long one.');
    await walk.user.click(screen.getByRole('button', { name: 'Sign and set aside' }));
    await waitFor(() => { expect(screen.queryByText(named)).toBeNull(); });

    expect(lastAsked(walk.office, 'set_buildup_aside')).toMatchObject({
      form: { sort: 'low', key: 's-amara', reason: 'cold, all of one long one.' },
    });
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('keeps the words when it could not be set aside', async () => {
    const walk = await inside();
    const found = await toConcern(walk);
    await walk.user.click(within(found).getByRole('button', { name: /^Set aside: / }));
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Why can it be set aside?');
    await walk.user.type(field, 'All of one long cold.');
    walk.office.fail('set_buildup_aside', fault('refused', 'This was changed since you opened it.'));
    await walk.user.click(screen.getByRole('button', { name: 'Sign and set aside' }));

    await screen.findByText('This was changed since you opened it.');
    expect(field.value).toBe('All of one long cold.');
  });

  it('stands above the chronology of the child and of nobody else', async () => {
    const walk = await inside();
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: 'Amara Oyelaran' }));
    await title(/^Amara Oyelaran Year/);
    const found = await screen.findByRole('region', { name: 'Worth a look together' });
    const chronology = screen.getByRole('region', { name: 'Chronology' });

    expect(found.compareDocumentPosition(chronology) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('names nobody on Today while names are hidden, until it has the keyboard', async () => {
    const walk = await inside({ busy: true });
    const found = await screen.findByRole('region', { name: 'Worth a look together' });
    expect(found.textContent).toContain(named);
    house.names = false;
    await waitFor(() => { expect(found.textContent).toContain(masked); });
    expect(found.textContent).not.toContain('Amara');

    within(found).getByRole('button', { name: `Set aside: ${masked}` }).focus();
    await waitFor(() => { expect(found.textContent).toContain(named); });
    expect(walk.office.asked.length).toBeGreaterThan(0);
  });
});
