import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor } from '../kit';

describe('the vault', () => {
  it('says of a room one is not in only that it exists', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');

    await title('Vault');
    expect(await screen.findAllByText('You are not a member; not known here')).toHaveLength(2);
    expect(screen.getByText(/Made when the headteacher \(or chair\) first opens/)).toBeTruthy();
  });

  it('closes an account only with a reason, and asks first', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Close account of Dev Marwaha' }));
    expect(document.activeElement?.textContent).toContain('Leave it open');

    await walk.user.click(screen.getByRole('button', { name: 'Close it' }));
    expect(await screen.findByText('Say why the account is closed')).toBeTruthy();
    expect(walk.office.asked.some((one) => one.name === 'close_person')).toBe(false);
    await walk.user.type(screen.getByLabelText('Why'), 'left the school');
    await walk.user.click(screen.getByRole('button', { name: 'Close it' }));

    await waitFor(() => {
      expect(lastAsked(walk.office, 'close_person')).toEqual({ id: 'p-dev', reason: 'left the school' });
    });
    expect(await screen.findByText('closed')).toBeTruthy();
  });

  it('lets somebody into a room one holds, after saying what they will read', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Let someone in: Pupils' }));
    await walk.user.click(screen.getByRole('button', { name: 'Let them in' }));
    expect(screen.getByText('Choose who is let in')).toBeTruthy();
    await walk.user.selectOptions(screen.getByLabelText('Who'), 'p-zara');
    await walk.user.click(screen.getByRole('button', { name: 'Let them in' }));

    await waitFor(() => {
      expect(lastAsked(walk.office, 'add_member')).toEqual({ room: 'r1', person: 'p-zara' });
    });
  });

  it('invites with a code, or takes a password from who sits here', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Ask someone to join' }));
    await title('Ask someone to join');
    await walk.user.type(screen.getByLabelText('Their name'), 'Jo Reed');
    await walk.user.type(screen.getByLabelText('User name they will type'), 'jo.reed');
    await walk.user.selectOptions(await screen.findByLabelText('Role'), 'staff');
    await walk.user.click(screen.getByRole('button', { name: 'Make the account' }));
    await title('Jo Reed can join');
    expect(screen.getByText('K7QM-2XTR-9WVH')).toBeTruthy();

    await walk.user.click(screen.getByRole('button', { name: 'Ask another' }));
    await walk.user.type(await screen.findByLabelText('Their name'), 'Sam Lee');
    await walk.user.type(screen.getByLabelText('User name they will type'), 'sam.lee');
    await walk.user.selectOptions(screen.getByLabelText('Role'), 'staff');
    await walk.user.click(screen.getByRole('radio', { name: /They sit here now/ }));
    await screen.findByText('lantern orchard velvet tortoise kettle');
    await walk.user.click(screen.getByRole('button', { name: 'Make the account' }));

    await title('Sam Lee can join');
    expect(screen.getByText('thimble')).toBeTruthy();
  });

  it('backs up and says when', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');

    await walk.user.click(await screen.findByRole('button', { name: 'Back up now' }));

    expect((await screen.findAllByText(/Backed up at .* and checked/)).length).toBeGreaterThan(0);
  });

  it('checks everything with progress words, and can be stopped', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Check everything' }));
    await title('Check everything');
    walk.office.slowDown(60);

    await walk.user.click(screen.getByRole('button', { name: 'Start' }));
    walk.office.tell('progress', { say: 'Reading entries', done: 12, of: 214 });
    expect(await screen.findByText('Reading entries, 12 of 214')).toBeTruthy();

    expect(await screen.findByText('Everything is whole')).toBeTruthy();
  });

  it('shows a stopped check as a fault that says what is kept', async () => {
    const walk = await inside({
      failing: { verify: fault('cancelled', 'The check was stopped.', { kept: 'Nothing was changed.' }) },
    });
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Check everything' }));
    await title('Check everything');

    await walk.user.click(screen.getByRole('button', { name: 'Start' }));

    expect(await screen.findByText('The check was stopped.')).toBeTruthy();
    expect(screen.getByText('Nothing was changed.')).toBeTruthy();
  });

  it('rehearses the words, then offers paper', async () => {
    const walk = await inside({ rehearsal: true });
    await walk.user.click(await screen.findByRole('button', { name: 'Try them now' }));
    await title('Try your recovery words');

    const field = screen.getByLabelText('Your twelve words');
    await walk.user.type(field, 'harbour oak');
    await walk.user.click(screen.getByRole('button', { name: 'Try them' }));
    expect(await screen.findByText('Twelve words are needed; there are 2')).toBeTruthy();
    await walk.user.clear(field);
    await walk.user.type(field, 'harbour thimble oak ladder candle river violet anchor copper meadow lantern stone');
    await walk.user.click(screen.getByRole('button', { name: 'Try them' }));

    expect(await screen.findByText('They work. You are not asked again.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Print it' })).toBeTruthy();
  });

  it('changes the password and says when the old one was wrong', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Change your password' }));
    await title('Change your password');
    await screen.findByText('lantern orchard velvet tortoise kettle');
    await walk.user.type(screen.getByLabelText('Password now'), 'wrong one');
    await walk.user.click(screen.getByRole('button', { name: 'Change it' }));
    expect(await screen.findByText('That is not your password now.')).toBeTruthy();

    await walk.user.type(screen.getByLabelText('Password now'), 'the right one');
    await walk.user.click(screen.getByRole('button', { name: 'Change it' }));

    expect(await screen.findByText(/Your password is changed/)).toBeTruthy();
  });

  it('refuses a lock later than ten minutes', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Settings of the school' }));
    const minutes = await screen.findByLabelText('Lock after this many minutes');

    await walk.user.clear(minutes);
    await walk.user.type(minutes, '30');
    await walk.user.click(screen.getByRole('button', { name: /Sign these settings/ }));

    expect((await screen.findByRole('alert')).textContent).toContain('from 1 to 10');
    expect(walk.office.asked.some((one) => one.name === 'save_settings')).toBe(false);
  });

  it('keeps what is to stand in the box on papers', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Settings of the school' }));
    const marking = await screen.findByLabelText('Marking on papers');
    await walk.user.clear(marking);
    await walk.user.click(screen.getByRole('button', { name: /Sign these settings/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('in 60 characters or fewer');

    await walk.user.type(marking, 'Official: sensitive');
    await walk.user.click(screen.getByRole('button', { name: /Sign these settings/ }));

    await screen.findByText('The settings are signed.');
    expect(lastAsked(walk.office, 'save_settings')).toMatchObject({ settings: { marking: 'Official: sensitive' } });
  });
});
