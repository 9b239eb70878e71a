import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { understand } from '../../src/bridge/pretend/when';
import WhenField from '../../src/parts/WhenField.svelte';
import { moved, partAt } from '../../src/parts/whenparts';

const now = new Date(2026, 10, 10, 10, 33);

function field() {
  render(WhenField, {
    name: 'occurred',
    label: 'It happened',
    text: '',
    at: '',
    understand: (text: string) => Promise.resolve(understand(text, now)),
  });
  const user = userEvent.setup();
  const input = screen.getByLabelText<HTMLInputElement>('It happened');
  return { user, input };
}

describe('the part of a time under the caret', () => {
  it.each([
    ['Sun 8 Nov, about 20:30', 0, 'day'],
    ['Sun 8 Nov, about 20:30', 5, 'day'],
    ['Sun 8 Nov, about 20:30', 7, 'month'],
    ['Sun 8 Nov, about 20:30', 18, 'hour'],
    ['Sun 8 Nov, about 20:30', 22, 'minute'],
  ])('in "%s" at %i is the %s', (text, caret, part) => {
    expect(partAt(text, caret)).toBe(part);
  });

  it('moves over midnight and the end of a month', () => {
    expect(moved('2026-10-31T23:50:00+00:00', 'minute', 10, false)).toBe('2026-11-01 00:00');
    expect(moved('2026-11-08T20:30:00+00:00', 'day', -8, true)).toBe('2026-10-31 about 20:30');
  });

  it('does not move what is no instant', () => {
    expect(moved('soon', 'day', 1, false)).toBeNull();
  });
});

describe('a when field', () => {
  it('shows what it understood and writes it out when left', async () => {
    const { user, input } = field();

    await user.type(input, 'sun about 8:30pm');
    expect(await screen.findByText('Sun 8 Nov, about 20:30')).toBeTruthy();
    await user.tab();

    await waitFor(() => {
      expect(input.value).toBe('Sun 8 Nov, about 20:30');
    });
  });

  it('says how to write a time it cannot read', async () => {
    const { user, input } = field();

    await user.type(input, 'whenever');

    expect(await screen.findByText(/Not understood yet/)).toBeTruthy();
  });

  it('changes the part under the caret with Up and Down', async () => {
    const { user, input } = field();
    await user.type(input, 'today 10:20');
    await user.tab();
    await waitFor(() => {
      expect(input.value).toBe('Tue 10 Nov, 10:20');
    });

    input.focus();
    input.setSelectionRange(12, 12);
    await user.keyboard('{ArrowUp}');
    await waitFor(() => {
      expect(input.value).toBe('Tue 10 Nov, 11:20');
    });
    input.setSelectionRange(17, 17);
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await waitFor(() => {
      expect(input.value).toBe('Tue 10 Nov, 11:10');
    });
    input.setSelectionRange(4, 4);
    await user.keyboard('{ArrowDown}');

    await waitFor(() => {
      expect(input.value).toBe('Mon 9 Nov, 11:10');
    });
  });
});
