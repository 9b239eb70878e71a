/** Guidance: finding a flowchart, going through it, and what is asked at each step. */
import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function begun(wishes = {}): Promise<Walk> {
  const walk = await inside(wishes);
  await goTo(walk, 'Guidance');
  await walk.user.click(await screen.findByRole('button', { name: 'Online grooming' }));
  await title('Online grooming');
  await walk.user.click(screen.getByRole('button', { name: 'Go through it now' }));
  await title('Contact is suspected');
  return walk;
}

async function toDanger(walk: Walk): Promise<void> {
  await walk.user.click(screen.getByRole('button', { name: /Done: sign it/ }));
  await title('Is anyone in immediate danger?');
}

async function toKeep(walk: Walk): Promise<void> {
  await toDanger(walk);
  await walk.user.click(screen.getByRole('button', { name: /^N?No/ }));
  await title('Keep everything');
}

describe('guidance', () => {
  it('finds a flowchart by the words of what happened', async () => {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    await walk.user.type(await screen.findByLabelText(/Words of what happened/), 'secrecy pictures');

    expect(screen.getByRole('button', { name: 'Online grooming' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'A child is missing' })).toBeNull();
    await walk.user.type(screen.getByLabelText(/Words of what happened/), ' zebra');
    expect(screen.getByRole('button', { name: 'Online grooming' })).toBeTruthy();
  });

  it('leaves nobody with an empty page where nothing has the words', async () => {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    await walk.user.type(await screen.findByLabelText(/Words of what happened/), 'zebra');

    expect(screen.getByText(/If a child may be in danger now, ring 999\./)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'A child is missing' })).toBeTruthy();
    await walk.user.click(screen.getAllByRole('button', { name: 'Where does it go?' }).at(-1) ?? document.body);
    await title('Where does it go?');
  });

  it('says nothing of what was signed to whoever comes after a lock', async () => {
    const walk = await begun();
    await toDanger(walk);
    expect(document.body.textContent).toContain('Contact is suspected');
    walk.office.tell('locked', { reason: 'idle' });
    await screen.findByRole('button', { name: /^Open/ });

    expect(document.body.textContent).not.toContain('Contact is suspected');
  });

  it('says what nobody does before anything is begun', async () => {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    await walk.user.click(await screen.findByRole('button', { name: 'Online grooming' }));

    const never = await screen.findByRole('region', { name: 'Do not' });
    expect(within(never).getByText('Warn the suspect.')).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Its steps' }).children).toHaveLength(6);
    expect(walk.office.asked.some((one) => one.name === 'begin_walk')).toBe(false);
  });

  it('is begun for a concern from its page, and shows on Today until it ends', async () => {
    const walk = await inside();
    await goTo(walk, 'Concerns');
    await walk.user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await walk.user.click(await screen.findByRole('button', { name: 'Go through a flowchart' }));
    await walk.user.click(await screen.findByRole('button', { name: 'Online grooming' }));
    await walk.user.click(await screen.findByRole('button', { name: /^Go through it for/ }));
    await title('Contact is suspected');
    expect(lastAsked(walk.office, 'begin_walk')).toEqual({ flow: 'online-grooming-ceop', concern: 'c-amara' });

    await goTo(walk, 'Today');
    await walk.user.click(await screen.findByRole('button', { name: '06 Online grooming' }));
    await title('Contact is suspected');
    await walk.user.click(screen.getByRole('button', { name: 'End it here' }));
    await walk.user.type(screen.getByLabelText('Why it ends here'), 'The police lead from here.');
    await walk.user.click(screen.getByRole('button', { name: 'Sign the end' }));
    await title('Ended early');
    await goTo(walk, 'Today');
    await title(/November/);
    expect(screen.queryByText('Flowcharts under way')).toBeNull();
  });

  it('reads each step from its heading on, and counts them', async () => {
    const walk = await begun();
    await toDanger(walk);

    await waitFor(() => {
      expect(document.activeElement?.tagName).toBe('H1');
    });
    expect(screen.getByText('step 2 of 6')).toBeTruthy();
    const here = within(screen.getByRole('list', { name: 'Where this stands' })).getByText('You are here');
    expect(here.closest('li')?.getAttribute('aria-current')).toBe('step');
  });

  it('takes an answer by its first letter while the focus is on the answers, and nowhere else', async () => {
    const walk = await begun();
    await toDanger(walk);
    await walk.user.keyboard('n');
    await title('Is anyone in immediate danger?');
    screen.getByRole('button', { name: /^Y?Yes/ }).focus();
    await walk.user.keyboard('n');

    await title('Keep everything');
    expect(lastAsked(walk.office, 'take_step')).toMatchObject({ form: { node: 'danger', answer: 'No' } });
  });

  it('asks for what must be written down and for the second signature, and clears the password', async () => {
    const walk = await begun();
    await toKeep(walk);
    await walk.user.click(screen.getByRole('button', { name: /Done: sign it/ }));
    expect(await screen.findByRole('link', { name: /Write down/ })).toBeTruthy();

    await walk.user.type(screen.getByLabelText(/Which device it is on/), 'Her phone, in the safe.');
    await walk.user.type(screen.getByLabelText('Their user name'), 'dev.marwaha');
    await walk.user.type(screen.getByLabelText('Their password'), 'lantern orchard velvet');
    walk.office.fail('take_step', fault('wrong_password', 'This password is not theirs.'));
    await walk.user.click(screen.getByRole('button', { name: /Done: sign it/ }));
    expect(await screen.findByText('This password is not theirs.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Their password').value).toBe('');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Which device it is on/).value).toBe('Her phone, in the safe.');

    walk.office.fail('take_step', null);
    await walk.user.type(screen.getByLabelText('Their password'), 'lantern orchard velvet');
    await walk.user.click(screen.getByRole('button', { name: /Done: sign it/ }));
    await title('Report to CEOP');
    expect(screen.getByText(/Ruth Calloway and Dev Marwaha/)).toBeTruthy();
  });

  it('keeps what is typed when somebody leaves, and offers it again', async () => {
    const walk = await begun();
    await toKeep(walk);
    await walk.user.type(screen.getByLabelText(/Which device it is on/), 'Her phone');
    await goTo(walk, 'Guidance');
    await walk.user.click(await screen.findByRole('button', { name: /06 Online grooming/ }));
    await title('Keep everything');

    expect(screen.getByLabelText<HTMLTextAreaElement>(/Which device it is on/).value).toBe('Her phone');
  });

  it('signs the end, and not the step, where the end is being written', async () => {
    const walk = await begun();
    await walk.user.click(screen.getByRole('button', { name: 'End it here' }));
    await walk.user.type(screen.getByLabelText('Why it ends here'), 'The police lead from here.');
    await walk.user.keyboard('{Control>}{Enter}{/Control}');

    await title('Ended early');
    expect(walk.office.asked.some((one) => one.name === 'take_step')).toBe(false);
  });

  it('gives a reason for not doing it back as that, and never as what was done', async () => {
    const walk = await begun();
    await toKeep(walk);
    await walk.user.click(screen.getByRole('button', { name: 'Not done, with a reason' }));
    await walk.user.type(screen.getByLabelText('Why this is not done'), 'The head has it');
    await goTo(walk, 'Guidance');
    await walk.user.click(await screen.findByRole('button', { name: /06 Online grooming/ }));
    await title('Keep everything');

    expect(screen.getByLabelText<HTMLTextAreaElement>('Why this is not done').value).toBe('The head has it');
    expect(screen.queryByRole('button', { name: /Done: sign it/ })).toBeNull();
  });

  it('shows what was typed at a step that was gone back from, until it is put away', async () => {
    const walk = await begun();
    await toKeep(walk);
    await walk.user.type(screen.getByLabelText(/Which device it is on/), 'Her phone');
    await walk.user.click(screen.getByRole('button', { name: 'Back a step' }));
    await title('Is anyone in immediate danger?');
    const mine = await screen.findByRole('region', { name: 'Typed and not signed' });
    expect(within(mine).getByText('Her phone')).toBeTruthy();

    await walk.user.click(within(mine).getByRole('button', { name: /^Put it away for good: Keep everything/ }));
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Typed and not signed' })).toBeNull();
    });
  });

  it('says before it is signed that something to do comes of it', async () => {
    const walk = await inside();
    await goTo(walk, 'Concerns');
    await walk.user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await walk.user.click(await screen.findByRole('button', { name: 'Go through a flowchart' }));
    await walk.user.click(await screen.findByRole('button', { name: 'Online grooming' }));
    await walk.user.click(await screen.findByRole('button', { name: /^Go through it for/ }));
    await title('Contact is suspected');
    await toDanger(walk);
    await walk.user.click(screen.getByRole('button', { name: /^Y?Yes/ }));
    await title('Ring 999');

    expect(screen.getByText(/sets something to do for the concern. Ring back/)).toBeTruthy();
  });

  it('goes back a step, and what was done stays to be read', async () => {
    const walk = await begun();
    await toKeep(walk);
    await walk.user.click(screen.getByRole('button', { name: 'Back a step' }));

    await title('Is anyone in immediate danger?');
    expect(screen.getByText(/Gone back from here: Ruth Calloway/)).toBeTruthy();
  });

  it('says when it cannot be fetched, and tries again', async () => {
    const walk = await inside({ failing: { guidance_list: fault('unexpected', 'The disk did not answer.') } });
    await goTo(walk, 'Guidance');
    expect(await screen.findByText('The disk did not answer.')).toBeTruthy();
    walk.office.fail('guidance_list', null);
    await walk.user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Online grooming' })).toBeTruthy();
  });
});

describe('what was begun alone', () => {
  it('is put to the concern that was recorded since', async () => {
    const walk = await begun();
    await walk.user.click(await screen.findByRole('button', { name: 'Put it to this concern' }));
    expect(await screen.findByText('Choose the concern it is about')).toBeTruthy();
    expect(lastAsked(walk.office, 'put_walk')).toBeUndefined();
    await walk.user.selectOptions(screen.getByLabelText(/^The concern it is about/), 'c-amara');
    await walk.user.click(screen.getByRole('button', { name: 'Put it to this concern' }));

    await waitFor(() => { expect(screen.queryByRole('button', { name: 'Put it to this concern' })).toBeNull(); });
    expect(lastAsked(walk.office, 'put_walk')).toEqual({ walk: 'w-0', concern: 'c-amara', reason: '' });
  });

  it('shows what goes into the register that a step names, and comes back to the step', async () => {
    const walk = await begun();
    await toKeep(walk);
    await walk.user.click(screen.getByRole('button', { name: 'Not done, with a reason' }));
    await walk.user.type(screen.getByLabelText('Why this is not done'), 'The head has it');
    await walk.user.click(screen.getByRole('button', { name: 'Sign that it is not done' }));
    await title('Report to CEOP');
    await walk.user.click(await screen.findByRole('button', { name: 'Platform and provider reports' }));
    await title('Platform and provider reports');
    expect(screen.getByText('one of these: Removed; Refused; No reply; Account closed')).toBeTruthy();
    expect(screen.getByText('Nothing is written in it yet.')).toBeTruthy();
    await walk.user.click(screen.getByRole('button', { name: 'Online grooming' }));
    await title('Report to CEOP');
  });

  it('is put to a concern too old to be among the latest, once that is looked for', async () => {
    const walk = await begun({ many: true });
    const list = await screen.findByLabelText<HTMLSelectElement>(/^The concern it is about/);
    expect([...list.options].some((one) => one.value === 'c-lewis-55')).toBe(false);
    await walk.user.type(screen.getByLabelText(/^Look for an older concern/), 'MV-2026-1945');
    await waitFor(() => {
      expect([...list.options].map((one) => one.value)).toEqual(['', 'c-lewis-55']);
    });
    await walk.user.selectOptions(list, 'c-lewis-55');
    await walk.user.click(screen.getByRole('button', { name: 'Put it to this concern' }));

    await waitFor(() => {
      expect(lastAsked(walk.office, 'put_walk')).toEqual({ walk: 'w-0', concern: 'c-lewis-55', reason: '' });
    });
  });

  it('says so where no concern has the words, and offers the field again', async () => {
    const walk = await begun({ many: true });
    await walk.user.type(await screen.findByLabelText(/^Look for an older concern/), 'zebra');

    expect(await screen.findByText(/^No concern has these words/)).toBeTruthy();
    await walk.user.clear(screen.getByLabelText(/^Look for an older concern/));
    expect(await screen.findByLabelText(/^The concern it is about/)).toBeTruthy();
  });

  it('goes to another concern with a reason, where the first was the wrong one', async () => {
    const walk = await begun();
    await walk.user.selectOptions(await screen.findByLabelText(/^The concern it is about/), 'c-amara');
    await walk.user.click(screen.getByRole('button', { name: 'Put it to this concern' }));
    await walk.user.click(await screen.findByRole('button', { name: 'It is about another concern' }));
    const list = await screen.findByLabelText<HTMLSelectElement>(/^The concern it is about/);
    expect([...list.options].some((one) => one.value === 'c-amara')).toBe(false);
    const other = list.options[1]?.value ?? '';
    await walk.user.selectOptions(list, other);
    await walk.user.type(screen.getByLabelText('Why it is about another'), 'It was the other girl');
    await walk.user.click(screen.getByRole('button', { name: 'Put it to this concern' }));

    await waitFor(() => {
      expect(lastAsked(walk.office, 'put_walk')).toEqual({ walk: 'w-0', concern: other, reason: 'It was the other girl' });
    });
  });
});
