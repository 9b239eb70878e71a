import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { understand } from '../../src/bridge/pretend/when';
import WhenField from '../../src/parts/WhenField.svelte';
import { settled } from '../../src/parts/pending';
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

  it('keeps a remark out of the field and says it below in full', async () => {
    render(WhenField, {
      name: 'occurred',
      label: 'It happened',
      text: '',
      at: '',
      understand: (text: string) =>
        Promise.resolve({
          text,
          at: '2026-11-23T09:00:00+00:00',
          about: false,
          understood: 'Mon 23 Nov, 09:00. That is still to come.',
        }),
    });
    const user = userEvent.setup();
    const input = screen.getByLabelText<HTMLInputElement>('It happened');

    await user.type(input, 'monday 9');
    await user.tab();

    await waitFor(() => {
      expect(input.value).toBe('Mon 23 Nov, 09:00');
    });
    expect(screen.getByText('That is still to come.')).toBeTruthy();
  });

  it('shows a time that was known before and leaves it alone', async () => {
    const asked: string[] = [];
    render(WhenField, {
      name: 'occurred',
      label: 'It happened',
      text: 'Sun 25 Oct, 01:30',
      at: '2026-10-25T01:30:00+00:00',
      understand: (text: string) => {
        asked.push(text);
        return Promise.resolve(understand(text, now));
      },
    });
    const user = userEvent.setup();

    await user.click(screen.getByLabelText('It happened'));
    await user.tab();

    expect(asked).toEqual([]);
    expect(screen.getByLabelText('It happened')).toHaveProperty('value', 'Sun 25 Oct, 01:30');
  });

  it('lets a signature wait for what was typed a moment ago', async () => {
    const { user, input } = field();

    await user.type(input, 'today 10:20');
    await settled();
    await tick();

    expect(screen.getByText('Tue 10 Nov, 10:20')).toBeTruthy();
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
