import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import Button from '../../src/parts/Button.svelte';
import Fold from '../../src/parts/Fold.svelte';
import PasswordField from '../../src/parts/PasswordField.svelte';
import Thread from '../../src/parts/Thread.svelte';
import Waiting from '../../src/parts/Waiting.svelte';

function words(text: string) {
  return createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
}

describe('a button', () => {
  it('stays focusable and does nothing while it waits', async () => {
    const onclick = vi.fn();
    render(Button, { onclick, waits: 'Answer first', children: words('Open') });
    const user = userEvent.setup();

    await user.tab();
    await user.keyboard('{Enter}');

    expect(document.activeElement).toBe(screen.getByRole('button'));
    expect(onclick).not.toHaveBeenCalled();
  });

  it('changes its words while it is busy', () => {
    render(Button, { busy: 'Signing', children: words('Sign') });

    expect(screen.getByRole('button', { name: 'Signing' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a fold', () => {
  it('opens with Enter and says whether it is open', async () => {
    render(Fold, { name: 'What you did at once', inside: 'nothing yet', children: words('inside') });
    const user = userEvent.setup();

    await user.tab();
    await user.keyboard('{Enter}');

    expect(screen.getByRole('button').getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('inside')).toBeTruthy();
  });

  it('opens itself when it holds an error', () => {
    render(Fold, { name: 'Body map', holdsError: true, children: words('inside') });

    expect(screen.getByText('inside')).toBeTruthy();
  });
});

describe('a password field', () => {
  it('shows and hides, and says so', async () => {
    render(PasswordField, { name: 'password', label: 'Password', value: '' });
    const user = userEvent.setup();
    const input = screen.getByLabelText<HTMLInputElement>('Password');

    await user.click(screen.getByRole('button', { name: /Show/ }));
    expect(input.type).toBe('text');
    await user.click(screen.getByRole('button', { name: /Hide/ }));

    expect(input.type).toBe('password');
  });

  it('warns of Caps Lock', async () => {
    render(PasswordField, { name: 'password', label: 'Password', value: '' });

    await userEvent.setup().type(screen.getByLabelText('Password'), '{CapsLock}a');

    expect(screen.getByText('Caps Lock is on.')).toBeTruthy();
  });
});

describe('waiting', () => {
  it('says nothing for a second, then words, then offers a way out', async () => {
    vi.useFakeTimers();
    const cancel = vi.fn();
    render(Waiting, { what: 'Fetching the concerns', cancel });

    expect(screen.queryByText('Fetching the concerns')).toBeNull();
    await vi.advanceTimersByTimeAsync(1100);
    expect(screen.getByText('Fetching the concerns')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    await vi.advanceTimersByTimeAsync(9000);
    screen.getByRole('button', { name: 'Cancel' }).click();

    expect(cancel).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});

describe('a thread', () => {
  it('moves with J and K while it has focus', async () => {
    const item = { about: false, kind: 'file', detail: '', who: 'P. Osei', late: null, entry: null, significant: null, may_strike: false, struck: null };
    render(Thread, {
      name: 'Since then',
      items: [
        { ...item, at: '11:06', title: 'Corrected.' },
        { ...item, at: '10:58', title: 'A file was added.' },
      ],
    });
    const user = userEvent.setup();

    await user.tab();
    await user.keyboard('j');
    expect(document.activeElement?.textContent).toContain('A file was added.');
    await user.keyboard('k');

    expect(document.activeElement?.textContent).toContain('Corrected.');
  });
});
