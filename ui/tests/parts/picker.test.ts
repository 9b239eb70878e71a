import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { lists, pupilRows } from '../../src/bridge/pretend/people';
import PersonPicker from '../../src/parts/PersonPicker.svelte';

type Search = (typed: string) => Promise<typeof pupilRows>;

function pickerOver(search: Search) {
  render(PersonPicker, {
    people: [],
    details: {},
    roles: lists.person_roles,
    firstRole: 'victim',
    label: 'Who is this about?',
    search,
  });
  return { user: userEvent.setup(), box: screen.getByRole('combobox') };
}

function picker() {
  return pickerOver((typed) =>
    Promise.resolve(
      pupilRows
        .filter((row) => row.name.toLowerCase().includes(typed))
        .concat(
          typed === 'shiv'
            ? pupilRows
                .filter((row) => row.id === 's-siobhan')
                .map((row) => ({ ...row, why: 'sounds like Shivaun' }))
            : [],
        ),
    ),
  );
}

describe('the person picker', () => {
  it('offers pupils from two letters and takes the one the arrows stand on', async () => {
    const { user, box } = picker();

    await user.type(box, 'am');
    await screen.findByRole('option', { name: /Amara Oyelaran/ });
    expect(box.getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{Enter}');

    expect(await screen.findByText('Amara Oyelaran')).toBeTruthy();
    expect(screen.getByText('8T, 12 years')).toBeTruthy();
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(box);
  });

  it.each([
    ['takes who was first on Enter once the last letter is answered, if they are first still', true],
    ['takes nobody on Enter who is not first for all the letters', false],
  ])('%s', async (_, still) => {
    let answer: () => void = () => undefined;
    const rows = (typed: string) => pupilRows.filter((row) => row.name.toLowerCase().includes(typed));
    const { user, box } = pickerOver((typed) =>
      typed === 'jayden'
        ? new Promise((resolve) => { answer = () => { resolve(still ? rows(typed) : rows('amara')); }; })
        : Promise.resolve(rows(typed)),
    );
    await user.type(box, 'am');
    await screen.findByRole('option', { name: /Amara Oyelaran/ });

    await user.clear(box);
    await user.type(box, 'jayde');
    await screen.findByRole('option', { name: /Jayden/ });
    await user.type(box, 'n{Enter}');
    expect(screen.queryByLabelText('What part Jayden Fairbrother had')).toBeNull();

    answer();
    if (still) {
      expect(await screen.findByLabelText('What part Jayden Fairbrother had')).toBeTruthy();
    } else {
      await screen.findByRole('option', { name: /Amara/ });
      expect(screen.queryByLabelText(/^What part/)).toBeNull();
    }
  });

  it('gives the first person the first role and copies no role to anyone else', async () => {
    const { user, box } = picker();

    await user.type(box, 'amara');
    await screen.findByRole('option', { name: /Amara/ });
    await user.keyboard('{Enter}');
    await user.type(box, 'jayden');
    await screen.findByRole('option', { name: /Jayden/ });
    await user.keyboard('{Enter}');

    const first = screen.getByLabelText<HTMLSelectElement>('What part Amara Oyelaran had');
    const second = screen.getByLabelText<HTMLSelectElement>('What part Jayden Fairbrother had');
    expect(first.value).toBe('victim');
    expect(second.value).toBe('');
  });

  it('says what only sounds alike', async () => {
    const { user, box } = picker();

    await user.type(box, 'shiv');

    const option = await screen.findByRole('option', { name: /Siobhán Kerr/ });
    expect(option.textContent).toContain('sounds like Shivaun');
    // Enter alone must never put a child into a record who was not typed.
    await user.keyboard('{Enter}');
    expect(screen.queryByLabelText('What part Siobhán Kerr had')).toBeNull();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByLabelText('What part Siobhán Kerr had')).toBeTruthy();
  });

  it('takes a name that is not on the list', async () => {
    const { user, box } = picker();

    await user.type(box, 'Aunt Bisi');
    await user.click(await screen.findByRole('option', { name: '“Aunt Bisi”, an adult' }));

    expect(screen.getByText('Aunt Bisi')).toBeTruthy();
    expect(screen.getByText('an adult')).toBeTruthy();
  });

  it('always offers a way when the name is not known', async () => {
    const { user } = picker();

    await user.click(screen.getByRole('button', { name: 'I do not know the name' }));

    expect(screen.getByText('Name not known')).toBeTruthy();
  });

  it('takes out with Delete and brings back with Ctrl Z', async () => {
    const { user, box } = picker();
    await user.type(box, 'amara');
    await screen.findByRole('option', { name: /Amara/ });
    await user.keyboard('{Enter}');

    screen.getByLabelText('What part Amara Oyelaran had').focus();
    await user.keyboard('{Delete}');
    await waitFor(() => {
      expect(screen.queryByText('Amara Oyelaran')).toBeNull();
    });
    await user.keyboard('{Control>}z{/Control}');

    expect(await screen.findByText('Amara Oyelaran')).toBeTruthy();
  });

  it('closes with Escape and keeps what was typed', async () => {
    const { user, box } = picker();

    await user.type(box, 'am');
    await screen.findByRole('option', { name: /Amara/ });
    await user.keyboard('{Escape}');

    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(box).toHaveProperty('value', 'am');
  });
});
