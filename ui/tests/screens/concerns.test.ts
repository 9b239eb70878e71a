import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';
import { call } from '../../src/bridge';
import { fault, type Wishes } from '../../src/bridge/pretend';

/** Goes in, and to the list. */
async function atConcerns(wishes: Wishes = {}): Promise<Walk> {
  const walk = await inside(wishes);
  await goTo(walk, 'Concerns');
  await title('Concerns');
  return walk;
}

describe('the list of concerns', () => {
  it('puts what nobody has read first, with a word', async () => {
    await atConcerns();

    expect(await screen.findByText('Nobody has read these yet', { exact: false })).toBeTruthy();
    expect(screen.getByText('Unread 21 min')).toBeTruthy();
    expect(screen.getByText('2 new')).toBeTruthy();
  });

  it('counts again what is new once something was opened', async () => {
    const { user } = await atConcerns();
    await screen.findByText('2 new');

    await user.click(await screen.findByRole('link', { name: /Tilly Rackham/ }));

    expect(await screen.findByText('1 new')).toBeTruthy();
  });

  it('comes back to the same row', async () => {
    const { user } = await atConcerns();
    await user.click(await screen.findByRole('link', { name: /Noor Castellan/ }));
    await title(/Noor Castellan/);

    await user.click(screen.getByRole('button', { name: 'Concerns' }));

    await waitFor(() => {
      expect(document.activeElement?.textContent).toContain('Noor Castellan');
    });
  });

  it('filters by words and by status, and says when nothing fits', async () => {
    const { user } = await atConcerns();
    await screen.findByRole('link', { name: /Noor Castellan/ });

    await user.type(screen.getByLabelText('Words, names or a number'), 'noor');
    await waitFor(() => {
      expect(screen.queryByRole('link', { name: /Tilly/ })).toBeNull();
    });
    await user.selectOptions(screen.getByLabelText('Status'), 'closed');

    expect(await screen.findByText('Nothing fits these words and days.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show all again' }));
    expect(await screen.findByRole('link', { name: /Tilly/ })).toBeTruthy();
  });

  it('is chosen from by how serious, whose, which kind and what is late, and shows the oldest first', async () => {
    const { user, office } = await atConcerns();
    await screen.findByRole('link', { name: /Noor Castellan/ });

    await user.selectOptions(screen.getByLabelText('Severity'), '4');
    await user.selectOptions(screen.getByLabelText('With'), 'Nobody yet');
    await user.click(screen.getByRole('checkbox', { name: 'Only with something late' }));
    await user.click(screen.getByRole('button', { name: 'Oldest first' }));

    await waitFor(() => {
      expect(lastAsked(office, 'concerns')).toMatchObject({
        filter: { severity: '4', owner: 'nobody', overdue: true, oldest_first: true },
      });
    });
    await user.click(screen.getByRole('button', { name: 'Show all again' }));
    await waitFor(() => {
      expect(lastAsked(office, 'concerns')).not.toHaveProperty('filter.severity');
    });
    expect(screen.getByRole('button', { name: 'Newest written first' })).toBeTruthy();
  });

  it('says what will be here while there is nothing', async () => {
    const { container } = await atConcerns({ empty: true, rehearsal: true });

    expect(await screen.findByText('Nobody has recorded anything yet. When they do, it is here, newest first.')).toBeTruthy();
    expect(container.querySelector('main .button.solid')).toBeNull();
  });

  it('offers a reporter to record while they have nothing', async () => {
    const walk = await inside({ empty: true }, 'p.osei');
    await goTo(walk, 'My concerns');

    expect(await screen.findByText(/You have not recorded anything yet/)).toBeTruthy();
    expect(walk.container.querySelector('main .button.solid')?.textContent).toContain('Record a concern');
  });

  it('shows a reporter their own, and no other place', async () => {
    const walk = await inside({}, 'p.osei');
    await goTo(walk, 'My concerns');
    await title('My concerns');

    const nav = screen.getByRole('navigation', { name: 'Places' });
    expect(nav.textContent).not.toContain('Pupils');
    expect(nav.textContent).not.toContain('Vault');
  });
});

describe('a row of the list', () => {
  it('says in words that it was written late', async () => {
    await atConcerns();

    expect(await screen.findByText('Written 2 days later')).toBeTruthy();
  });
});

describe('one concern', () => {
  it('shows the account, the correction, the clocks and the seal', async () => {
    const { user, container } = await inside();
    await user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await title('Amara Oyelaran, 8T: a stranger online');

    expect(container.querySelector('.said')?.textContent).toContain('He’s got my school off my photo.');
    expect(container.querySelector('del')?.textContent).toContain('what was wrong');
    expect(container.querySelector('ins')?.textContent).toContain('What happened?');
    expect(screen.getByText('37 h 15 min')).toBeTruthy();
    expect(screen.getByText(/Entry 215, chain whole/)).toBeTruthy();
    expect(screen.getByText(/R. Calloway 10:42/)).toBeTruthy();
  });

  it('lists facts that a correction changed under the account, until it is read clean', async () => {
    const { user, office, container } = await inside();
    const view = await call('concern', { id: 'c-amara' });
    const people = {
      field: 'people',
      label: 'People',
      runs: [
        { kind: 'gone' as const, text: 'Jayden Fairbrother' },
        { kind: 'new' as const, text: 'Lewis Tarn' },
      ],
    };
    const versions = view.versions.map((one) =>
      one.changes.length === 0 ? one : { ...one, changes: [...one.changes, people] },
    );
    office.answer({ concern: { ...view, versions } });
    await user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await title(/Amara Oyelaran/);

    const also = screen.getByRole('heading', { name: 'Also changed' }).nextElementSibling;
    expect(also?.querySelector('dt')?.textContent).toBe('People:');
    expect(also?.querySelector('del')?.textContent).toContain('Jayden Fairbrother');
    expect(also?.querySelector('ins')?.textContent).toContain('Lewis Tarn');
    expect(also?.textContent).toContain('→');
    expect(container.querySelector('.account')?.textContent).not.toContain('→');

    await user.click(screen.getByRole('button', { name: 'Show it clean' }));
    expect(screen.queryByRole('heading', { name: 'Also changed' })).toBeNull();
  });

  it('reads version 1 clean', async () => {
    const { user, container } = await inside();
    await user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await title(/Amara Oyelaran/);

    await user.click(screen.getByRole('button', { name: 'Read version 1' }));

    expect(container.querySelector('del')).toBeNull();
    expect(container.querySelector('.account')?.textContent).toContain('I asked what was wrong');
  });

  it('is corrected with a reason, and only with one', async () => {
    const { user, office } = await inside();
    await user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await title(/Amara Oyelaran/);
    await user.click(screen.getByRole('button', { name: 'Correct it' }));
    await title('Correct this record');
    await user.click(await screen.findByRole('button', { name: /Sign the correction/ }));
    expect(await screen.findByRole('alert', { name: /One thing/ })).toBeTruthy();

    await user.type(screen.getByLabelText('Why you correct it'), 'a wrong word');
    await user.click(screen.getByRole('button', { name: /Sign the correction/ }));

    await title(/Amara Oyelaran/);
    expect(lastAsked(office, 'amend_concern')).toMatchObject({
      form: { amends: 'c-amara', reason: 'a wrong word' },
    });
  });

  it('warns before a copy leaves the vault, with the safe button first', async () => {
    const { user, office } = await inside();
    await user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await title(/Amara Oyelaran/);

    await user.click(screen.getByRole('button', { name: /Take out a copy/ }));

    expect(screen.getByText(/leaves the vault unencrypted/)).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Leave it in');
    expect(office.asked.some((one) => one.name === 'save_file')).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Choose where to save it' }));
    await waitFor(() => {
      expect(lastAsked(office, 'save_file')).toEqual({ id: 'f-note' });
    });
  });

  it('asks the image question before a file is added', async () => {
    const { user } = await inside();
    await user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await title(/Amara Oyelaran/);

    await user.click(screen.getByRole('button', { name: 'Add a file' }));

    expect(screen.getByText(/nude, semi-nude or sexual image of a child/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose a file' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('shows both when one thing was written twice, and writes it from both', async () => {
    const { user } = await inside({ differ: true });
    await user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await title(/Amara Oyelaran/);
    expect(screen.getAllByRole('article')).toHaveLength(2);

    await user.click(screen.getByRole('button', { name: 'Read both and write it from them' }));
    await title('Correct this record');
    const choices = await screen.findAllByRole('button', { name: /Use this wording/ });
    const first = choices[0];
    if (first === undefined) throw new Error('no wording to use');
    await user.click(first);

    expect(screen.getByLabelText<HTMLTextAreaElement>('What was seen, heard or said').value).toContain(
      'I asked what was wrong',
    );
  });
});

describe('a name that somebody wrote who cannot read the list', () => {
  it('is said to be a child on the list, and what may belong to a file is named there until then', async () => {
    const walk = await inside();
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: 'Noor Castellan' }));
    expect(await screen.findByRole('heading', { name: 'One concern may belong here' })).toBeTruthy();
    const may = screen.getByRole('region', { name: 'One concern may belong here' });
    await walk.user.click(within(may).getByRole('button'));
    await title(/Noor Castellan/);

    const who = screen.getByRole('region', { name: 'Who is this?' });
    expect(within(who).getByText('sounds like it')).toBeTruthy();
    await walk.user.click(within(who).getByRole('button', { name: /^Noor Castellan, / }));

    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Who is this?' })).toBeNull();
    });
    expect(lastAsked(walk.office, 'link_person')).toMatchObject({ at: 0, name: 'Noor Castellan' });
    expect(screen.getByRole('button', { name: 'Noor Castellan' })).toBeTruthy();
  });

  it('is said to be nobody on the list, and is not asked about again', async () => {
    const walk = await inside();
    await goTo(walk, 'Concerns');
    await walk.user.click(await screen.findByRole('link', { name: /Noor Castellan/ }));
    const who = await screen.findByRole('region', { name: 'Who is this?' });
    await walk.user.click(within(who).getByRole('button', { name: 'Nobody on our list' }));

    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Who is this?' })).toBeNull();
    });
    expect(lastAsked(walk.office, 'link_person')).toMatchObject({ at: 0, whom: '' });
  });

  it('keeps the question when it could not be signed', async () => {
    const walk = await inside({ failing: { link_person: fault('unexpected', 'The disk did not answer.') } });
    await goTo(walk, 'Concerns');
    await walk.user.click(await screen.findByRole('link', { name: /Noor Castellan/ }));
    const who = await screen.findByRole('region', { name: 'Who is this?' });
    await walk.user.click(within(who).getByRole('button', { name: /^Noor Castellan, / }));

    expect(await screen.findByText('The disk did not answer.')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Who is this?' })).toBeTruthy();
  });
});
