import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor, window_ } from '../kit';

describe('opening', () => {
  it('shows the school and the numbers to ring, and lists nobody', async () => {
    const { container } = window_();

    expect(await title('Marlowe Vale School')).toBeTruthy();
    expect(screen.getByText('999')).toBeTruthy();
    expect(screen.getByText('101')).toBeTruthy();
    expect(container.textContent).not.toContain('Calloway');
  });

  it('says one calm sentence for a wrong password and counts the wait without announcing it', async () => {
    const { user } = window_();
    await user.type(await screen.findByLabelText('Your user name'), 'ruth');
    await user.type(screen.getByLabelText('Password'), 'wrong');
    await user.keyboard('{Enter}');

    const said = await screen.findByRole('alert');
    expect(said.textContent).toBe('That did not open it.');
    const count = screen.getByText(/Try again in 4 seconds/);
    expect(count.getAttribute('aria-hidden')).toBe('true');
    expect(screen.getByRole('button', { name: 'Open' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', '');
  });

  it('does not try again while the wait runs', async () => {
    const { user, office } = window_();
    await user.type(await screen.findByLabelText('Your user name'), 'ruth');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    await screen.findByRole('alert');

    await user.type(screen.getByLabelText('Password'), 'good password here{Enter}');

    expect(office.asked.filter((one) => one.name === 'open_vault')).toHaveLength(1);
  });

  it('opens with twelve words and a new password', async () => {
    const { user, office } = window_();
    await user.click(await screen.findByRole('button', { name: 'I cannot get in' }));
    await user.type(screen.getByLabelText('Your user name'), 'ruth');
    await user.type(
      screen.getByLabelText('Your twelve words'),
      'Harbour thimble oak ladder candle river violet anchor copper meadow lantern stone',
    );
    await screen.findByText('lantern orchard velvet tortoise kettle');
    await user.click(screen.getByRole('button', { name: 'Open with these words' }));

    await title('Tuesday 10 November');
    expect(lastAsked(office, 'recover_vault')).toMatchObject({
      user: 'ruth',
      password: 'lantern orchard velvet tortoise kettle',
    });
  });

  it('takes an invitation and shows the new person their own kit, which never stands before a record', async () => {
    const { user } = window_();
    await user.click(await screen.findByRole('button', { name: 'I was given an invitation' }));
    await user.type(screen.getByLabelText('Your user name'), 'p.osei');
    await user.type(screen.getByLabelText('Invitation code'), 'K7QM-2XTR');
    await screen.findByText('lantern orchard velvet tortoise kettle');
    await user.click(screen.getByRole('button', { name: 'Join' }));

    await title('Your recovery kit');
    expect(screen.getByText('thimble')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Later' })).toBeTruthy();
    await user.keyboard('{Control>}n{/Control}');

    expect(await title('Record a concern')).toBeTruthy();
  });

  it('says what happened, what is kept and what to do when the vault cannot be opened', async () => {
    window_({ state: 'unavailable' });

    await title('Strongroom cannot open the vault');
    expect(screen.getByText('What happened')).toBeTruthy();
    expect(screen.getByText('What is kept')).toBeTruthy();
    expect(screen.getByText('What to do')).toBeTruthy();
    expect(screen.getByText(/For whoever looks after the laptops/)).toBeTruthy();
  });
});

describe('locking', () => {
  it('drops everything at once and says why', async () => {
    const { office, container } = await inside();
    await screen.findByText(/Tilly Rackham/);

    office.tell('locked', { reason: 'idle' });

    expect(await screen.findByText('Locked after 10 minutes. Your draft is kept.')).toBeTruthy();
    expect(container.textContent).not.toContain('Tilly');
    expect(container.textContent).not.toContain('Ruth');
  });

  it('locks with Ctrl L and keeps what was being written first', async () => {
    const walk = await inside();
    await walk.user.keyboard('{Control>}n{/Control}');
    await walk.user.type(await screen.findByLabelText('What was seen, heard or said'), 'He said so.');

    await walk.user.keyboard('{Control>}l{/Control}');

    await title('Marlowe Vale School');
    const names = walk.office.asked.map((one) => one.name);
    expect(names.lastIndexOf('keep_draft')).toBeGreaterThan(-1);
    expect(names.lastIndexOf('keep_draft')).toBeLessThan(names.lastIndexOf('lock'));
    expect(lastAsked(walk.office, 'keep_draft')).toMatchObject({ form: { description: 'He said so.' } });
  });

  it('shows the door when an answer says it is locked', async () => {
    const walk = await inside();
    await title('Tuesday 10 November');
    walk.office.fail('pupils', fault('locked', 'It is locked.'));

    await goTo(walk, 'Pupils');

    expect(await title('Marlowe Vale School')).toBeTruthy();
  });

  it('tells the office that someone is here, but not at every key', async () => {
    const { user, office } = await inside();

    await user.keyboard('abcdefgh');

    await waitFor(() => {
      expect(office.asked.filter((one) => one.name === 'still_here').length).toBeLessThanOrEqual(1);
    });
  });
});

describe('the first run', () => {
  it('offers a generated passphrase first, makes the vault and shows the kit', async () => {
    const { user, office } = window_({ state: 'new', empty: true });
    await title('Make the strongroom for your school');
    await screen.findByText('lantern orchard velvet tortoise kettle');
    await user.type(screen.getByLabelText('Name of the school or federation'), 'Marlowe Vale School');
    await user.type(screen.getByLabelText('Letters for record numbers'), 'mv');
    await user.type(screen.getByLabelText('Your name'), 'Ruth Calloway');
    await user.type(screen.getByLabelText('Your user name'), 'ruth');
    await user.click(screen.getByRole('button', { name: 'Make it' }));

    await title('Your recovery kit');
    expect(lastAsked(office, 'create_vault')).toMatchObject({
      form: { prefix: 'MV', user: 'ruth', password: 'lantern orchard velvet tortoise kettle' },
    });
    await user.click(screen.getByRole('button', { name: 'Later' }));

    expect(await screen.findByText(/Nobody has recorded anything yet/)).toBeTruthy();
  });

  it('says in one list what is missing, with the numbers to ring still there', async () => {
    const { user } = window_({ state: 'new' });
    await title('Make the strongroom for your school');

    await user.click(screen.getByRole('button', { name: 'Make it' }));

    const summary = await screen.findByRole('alert');
    expect(summary.querySelectorAll('a')).toHaveLength(4);
    expect(document.activeElement).toBe(summary);
    expect(screen.getByText('999')).toBeTruthy();
  });

  it('takes an error away once the field satisfies it', async () => {
    const { user } = window_({ state: 'new' });
    await title('Make the strongroom for your school');
    await user.click(await screen.findByRole('button', { name: 'I will choose my own' }));
    await user.type(screen.getByLabelText('Your password'), 'short');
    await user.click(screen.getByRole('button', { name: 'Make it' }));
    expect((await screen.findAllByText(/^Use at least 16 characters/)).length).toBe(2);

    await user.type(screen.getByLabelText('Your password'), ' but longer and longer');

    expect(screen.queryByText(/^Use at least 16 characters/)).toBeNull();
    expect(screen.getByRole('alert').querySelectorAll('a')).toHaveLength(4);
  });

  it('starts an invitation in its first field', async () => {
    const { user } = window_();
    await user.click(await screen.findByRole('button', { name: 'I was given an invitation' }));

    await title('Join with an invitation');
    expect(document.activeElement).toBe(screen.getByLabelText('Your user name'));
  });

  it('opens the pretend school with its stripes', async () => {
    const { user, container } = window_({ state: 'new' });

    await user.click(await screen.findByRole('button', { name: 'Open the pretend school' }));

    await title('Tuesday 10 November');
    expect(container.querySelectorAll('.edge')).toHaveLength(4);
    expect(screen.getByText('Practice')).toBeTruthy();
  });
});
