import { fireEvent } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { goTo, inside, lastAsked, screen, title, waitFor, window_ } from '../kit';

afterEach(() => {
  vi.useRealTimers();
});

describe('immediate danger', () => {
  it('comes first, before any password', async () => {
    const { user } = window_();
    await title('Marlowe Vale School');

    await user.keyboard('{Control>}9{/Control}');

    expect(await screen.findByRole('dialog', { name: 'Ring now. Write later.' })).toBeTruthy();
    expect(screen.getByText('Marlowe Vale School, Harrier Lane, Fenmarsh.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'We have rung' }));
    expect((await screen.findAllByText(/It goes into the record when someone opens/)).length).toBeGreaterThan(0);
  });

  it('keeps the page behind and returns to the same caret', async () => {
    const { user, office } = await inside();
    await user.keyboard('{Control>}n{/Control}');
    const field = await screen.findByLabelText<HTMLTextAreaElement>('What was seen, heard or said');
    await user.type(field, 'She was shaking.');
    field.setSelectionRange(7, 7);

    await user.keyboard('{Control>}9{/Control}');
    await screen.findByRole('dialog');
    expect(document.activeElement?.textContent).toContain('Ring now. Write later.');
    await user.keyboard('{Enter}');
    expect(lastAsked(office, 'danger_rung')).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'We have rung' }));
    await waitFor(() => {
      expect(lastAsked(office, 'danger_rung')).toMatchObject({ log_number: '' });
    });
    await user.keyboard('{Escape}');

    await waitFor(() => {
      expect(document.activeElement).toBe(field);
    });
    expect(field.selectionStart).toBe(7);
    expect(field.value).toBe('She was shaking.');
  });
});

describe('blank', () => {
  it('covers everything with Ctrl B and comes back with the same key', async () => {
    const { user, container } = await inside();
    await screen.findByText(/Tilly Rackham/);

    await user.keyboard('{Control>}b{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Blank' });
    expect(dialog.textContent).not.toMatch(/Marlowe|Ruth|Tilly|new/);
    expect(container.querySelector('.all')?.getAttribute('data-covered')).toBe('true');
    await user.keyboard('{Control>}b{/Control}');

    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it('blanks with Escape twice, and not once', async () => {
    const { user } = await inside();
    await title('Tuesday 10 November');

    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{Escape}');

    expect(await screen.findByRole('dialog', { name: 'Blank' })).toBeTruthy();
  });
});

describe('find anything', () => {
  it('opens with Ctrl K, groups what it finds, and Enter goes there', async () => {
    const { user } = await inside();
    await title('Tuesday 10 November');

    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: /A name, a word/ }), 'amara');
    expect(await screen.findByRole('group', { name: 'Pupils' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Concerns' })).toBeTruthy();
    await user.keyboard('{ArrowDown}{Enter}');

    expect(await title('Amara Oyelaran, 8T: a stranger online')).toBeTruthy();
  });

  it('says what only sounds alike', async () => {
    const { user } = await inside();
    await user.keyboard('{Control>}k{/Control}');

    await user.type(await screen.findByRole('combobox', { name: /A name, a word/ }), 'shiv');

    expect(await screen.findByText('sounds like Shivaun')).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Sounding like it' })).toBeTruthy();
  });

  it('closes with Escape and gives the focus back', async () => {
    const walk = await inside();
    const { user } = walk;
    await goTo(walk, 'Concerns');
    const filter = await screen.findByLabelText('Words, names or a number');
    filter.focus();

    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');

    await waitFor(() => {
      expect(document.activeElement).toBe(filter);
    });
  });
});

describe('the frame', () => {
  it('lists the keys under Ctrl /', async () => {
    const { user } = await inside();

    await user.keyboard('{Control>}/{/Control}');

    expect(await screen.findByText('Immediate danger, anywhere, also before a password')).toBeTruthy();
  });

  it('puts Skip to the page first and takes the focus to the heading on arrival', async () => {
    const { container } = await inside();
    const heading = await title('Tuesday 10 November');

    expect(document.activeElement).toBe(heading);
    expect(container.querySelector('a, button')?.textContent).toBe('Skip to the page');
  });

  it('asks for the rehearsal quietly, never before a record, and puts it away', async () => {
    const { user } = await inside({ rehearsal: true });
    expect(await screen.findByText(/Try your recovery words once/)).toBeTruthy();

    await user.keyboard('{Control>}n{/Control}');
    await title('Record a concern');
    expect(screen.queryByText(/Try your recovery words once/)).toBeNull();
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await title('Tuesday 10 November');
    await user.click(screen.getByRole('button', { name: 'Put this away until next time' }));

    expect(screen.queryByText(/Try your recovery words once/)).toBeNull();
  });

  it('hatches everything over five seconds after the window loses the focus', async () => {
    const { container } = await inside();
    await screen.findByText(/Tilly Rackham/);
    vi.useFakeTimers();

    await fireEvent.blur(window);
    await vi.advanceTimersByTimeAsync(4900);
    expect(screen.queryByText(/Hidden while you are in another window/)).toBeNull();
    await vi.advanceTimersByTimeAsync(200);

    expect(screen.getByText(/Hidden while you are in another window/)).toBeTruthy();
    expect(container.querySelector('.all')?.getAttribute('data-away')).toBe('true');
    await fireEvent.focus(window);
    vi.useRealTimers();
    await waitFor(() => {
      expect(screen.queryByText(/Hidden while/)).toBeNull();
    });
  });

  it('keeps the window’s title without names', async () => {
    const { user } = await inside();
    await user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await title(/Amara/);

    expect(document.title).toBe('Strongroom');
  });
});
