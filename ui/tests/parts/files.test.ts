import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { TakenIn } from '../../src/bindings/office';
import FilesBox from '../../src/parts/FilesBox.svelte';

const file = new File(['words'], 'note.txt', { type: 'text/plain' });

function box() {
  const takeIn = vi.fn((one: File): Promise<TakenIn> =>
    Promise.resolve({ token: 't-1', name: one.name, size: 5, size_text: '5 bytes', sha256: 'ab' }),
  );
  const drop = vi.fn(() => Promise.resolve(null));
  const { container } = render(FilesBox, {
    answer: '',
    taken: [],
    takeIn,
    drop,
    reason: () => 'That file was not taken in.',
  });
  const chooser = container.querySelector<HTMLInputElement>('[data-chooser]');
  if (chooser === null) throw new Error('no chooser');
  return { takeIn, drop, chooser, user: userEvent.setup() };
}

function paste(target: Element): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: { files: [file] } });
  target.dispatchEvent(event);
}

describe('the image question', () => {
  it('has no answer chosen to begin with, and the button says what it waits for', () => {
    box();

    for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) {
      expect(radio.checked).toBe(false);
    }
    const button = screen.getByRole('button', { name: 'Choose a file' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('Answer first. Pasting and dragging wait too.')).toBeTruthy();
  });

  it('does not open the file chooser before an answer', async () => {
    const { user, chooser } = box();
    const opened = vi.spyOn(chooser, 'click');

    await user.click(screen.getByRole('button', { name: 'Choose a file' }));

    expect(opened).not.toHaveBeenCalled();
  });

  it.each(['paste', 'drop', 'choose'])('takes nothing in by %s before an answer', async (way) => {
    const { takeIn, chooser } = box();

    if (way === 'paste') paste(document.body);
    else if (way === 'drop') await fireEvent.drop(window, { dataTransfer: { files: [file] } });
    else await fireEvent.change(chooser, { target: { files: [file] } });

    expect(await screen.findByText(/Answer first, then add the file/)).toBeTruthy();
    expect(takeIn).not.toHaveBeenCalled();
  });

  it.each(['Yes', 'I am not sure'])('replaces the box with what to do after "%s"', async (answer) => {
    const { user, takeIn } = box();

    await user.click(screen.getByRole('radio', { name: answer }));

    expect(screen.getByText(/Nothing of it comes into Strongroom/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull();
    paste(document.body);
    await fireEvent.drop(window, { dataTransfer: { files: [file] } });
    expect(takeIn).not.toHaveBeenCalled();
  });

  it('takes a pasted file in after "No", and drops it when the answer changes', async () => {
    const { user, takeIn, drop } = box();
    await user.click(screen.getByRole('radio', { name: 'No, none of it' }));

    paste(document.body);
    expect(await screen.findByText(/note.txt/)).toBeTruthy();
    expect(takeIn).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('radio', { name: 'I am not sure' }));

    await waitFor(() => {
      expect(drop).toHaveBeenCalledWith('t-1');
    });
    expect(screen.queryByText(/note.txt/)).toBeNull();
  });

  it('gives the question back after an answer by mistake', async () => {
    const { user } = box();
    await user.click(screen.getByRole('radio', { name: 'Yes' }));

    await user.click(screen.getByRole('button', { name: 'I answered by mistake' }));

    expect(screen.getAllByRole('radio')).toHaveLength(3);
  });
});
