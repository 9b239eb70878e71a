import { afterEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../src/bridge';
import { fault, type Wishes } from '../../src/bridge/pretend';
import { place } from '../../src/frame/place.svelte';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

const strong = 'lantern orchard velvet tortoise';
const unwell = fault('unexpected', 'The printer did not answer.', { next: 'Look whether it is switched on.' });

async function chronology(name = 'Amara Oyelaran', wishes: Wishes = {}): Promise<Walk> {
  const walk = await inside(wishes);
  await goTo(walk, 'Pupils');
  await walk.user.click(await screen.findByRole('link', { name }));
  await walk.user.click(await screen.findByRole('button', { name: 'Print chronology' }));
  await title(`Chronology of ${name}`);
  return walk;
}

async function layOut(walk: Walk): Promise<void> {
  await walk.user.type(screen.getByLabelText('What it is printed for'), 'strategy discussion');
  await walk.user.click(screen.getByRole('button', { name: 'Lay out the pages' }));
}

/** The pages on the desk. */
async function laidOut(name?: string, wishes?: Wishes): Promise<Walk> {
  const walk = await chronology(name, wishes);
  await layOut(walk);
  await screen.findByRole('img');
  return walk;
}

function count(walk: Walk, name: string): number {
  return walk.office.asked.filter((one) => one.name === name).length;
}

function words(page: number): string {
  const lines = screen.getByRole('group', { name: `Words of page ${page}` }).querySelectorAll('p');
  return [...lines].map((line) => line.textContent).join(' ');
}

afterEach(() => {
  vi.useRealTimers();
});

describe('before a paper is laid out', () => {
  it('it must be said what it is for', async () => {
    const walk = await chronology();
    await walk.user.click(screen.getByRole('button', { name: 'Lay out the pages' }));

    const summary = await screen.findByRole('alert', { name: 'One thing before it is laid out' });
    expect(document.activeElement).toBe(summary);
    expect(screen.getByLabelText('What it is printed for').getAttribute('aria-invalid')).toBe('true');
    expect(count(walk, 'lay_out_paper')).toBe(0);

    await walk.user.type(screen.getByLabelText('What it is printed for'), 'x');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('other children are letters unless someone says otherwise, and the days can be narrowed', async () => {
    const walk = await chronology();
    expect(screen.getByRole('checkbox', { name: 'Other children by letter' })).toHaveProperty('checked', true);
    await walk.user.click(screen.getByRole('checkbox', { name: 'Other children by letter' }));
    expect(screen.getByText('Their names will stand on the paper.')).toBeTruthy();
    await walk.user.type(screen.getByLabelText('From'), '1 October 2026');
    await walk.user.type(screen.getByLabelText('To'), '10 November 2026');
    await layOut(walk);

    await screen.findByRole('img');
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({
      asked: {
        kind: 'chronology',
        pupil: 's-amara',
        from: '2026-10-01',
        to: '2026-11-10',
        mask_others: false,
        oldest_first: false,
        summary: false,
        purpose: 'strategy discussion',
      },
    });
    expect(words(1)).toContain('Jayden Fairbrother');
    expect(words(1)).not.toContain('Came to the school');
    expect(screen.getByText(/Other children by name, from 1 October 2026 to 10 November 2026/)).toBeTruthy();
  });

  it('the oldest can come first', async () => {
    const walk = await chronology();
    await walk.user.click(screen.getByRole('checkbox', { name: 'Oldest first' }));
    await layOut(walk);

    await screen.findByRole('img');
    expect(lastAsked(walk.office, 'lay_out_paper')).toMatchObject({ asked: { oldest_first: true } });
  });

  it('days the wrong way round are noticed and can be swapped', async () => {
    const walk = await chronology();
    await walk.user.type(screen.getByLabelText('From'), '10 November 2026');
    await walk.user.type(screen.getByLabelText('To'), '1 October 2026');
    await layOut(walk);
    expect(await screen.findByRole('link', { name: '“From” is after “To”. Which is right?' })).toBeTruthy();

    await walk.user.click(screen.getByRole('button', { name: 'Swap them' }));
    expect(screen.getByLabelText('From')).toHaveProperty('value', '1 October 2026');
    await walk.user.click(screen.getByRole('button', { name: 'Lay out the pages' }));

    await screen.findByRole('img');
    expect(lastAsked(walk.office, 'lay_out_paper')).toMatchObject({ asked: { from: '2026-10-01', to: '2026-11-10' } });
  });

  it('a day that is not understood is not left out in silence', async () => {
    const walk = await chronology();
    await walk.user.type(screen.getByLabelText('From'), 'whenever');
    await layOut(walk);

    expect(await screen.findByRole('link', { name: /Write this day another way/ })).toBeTruthy();
    expect(count(walk, 'lay_out_paper')).toBe(0);
  });

  it('what the office finds stands at the field', async () => {
    const walk = await chronology('Amara Oyelaran', {
      failing: {
        lay_out_paper: fault('refused', 'Something is missing.', {
          problems: [{ field: 'purpose', say: 'Write the purpose in full' }],
        }),
      },
    });
    await layOut(walk);

    expect((await screen.findByRole('alert')).textContent).toContain('Write the purpose in full');
  });

  it('says what happened when it could not be laid out, and keeps what was written', async () => {
    const walk = await chronology('Amara Oyelaran', { failing: { lay_out_paper: unwell } });
    await layOut(walk);
    expect(await screen.findByText('The printer did not answer.')).toBeTruthy();

    walk.office.fail('lay_out_paper', null);
    await walk.user.click(screen.getByRole('button', { name: 'Lay out the pages' }));

    await screen.findByRole('img');
    expect(screen.queryByText('The printer did not answer.')).toBeNull();
    expect(lastAsked(walk.office, 'lay_out_paper')).toMatchObject({ asked: { purpose: 'strategy discussion' } });
  });

  it('can be stopped once it takes long', async () => {
    const walk = await chronology();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    walk.office.slowDown(60_000);
    await layOut(walk);
    expect(screen.getByText('Laying out', { selector: 'p' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();

    await vi.advanceTimersByTimeAsync(10_001);
    walk.office.slowDown(0);
    walk.office.fail('lay_out_paper', fault('cancelled', 'Stopped.'));
    await walk.user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(count(walk, 'stop_work')).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(await screen.findByText('Stopped. Nothing was laid out.')).toBeTruthy();
    expect(screen.getByLabelText('What it is printed for')).toHaveProperty('value', 'strategy discussion');
  });
});

describe('a handover sheet', () => {
  it('is asked for from Today, with what only its writer knows, and goes back there', async () => {
    const walk = await inside();
    await walk.user.click(await screen.findByRole('button', { name: 'Handover sheet' }));
    await title('Handover sheet');
    await walk.user.type(screen.getByLabelText('Who takes over'), 'Dev Marwaha');
    await walk.user.type(screen.getByLabelText('What you must know'), 'Mum rings at four.');
    expect(screen.getByLabelText<HTMLInputElement>('Also what is in my other rooms').checked).toBe(false);
    await walk.user.click(screen.getByRole('button', { name: 'Lay out the pages' }));
    await screen.findByRole('img');

    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({
      asked: {
        kind: 'handover',
        to: 'Dev Marwaha',
        from: null,
        until: null,
        must_know: 'Mum rings at four.',
        all_rooms: false,
        purpose: 'handover',
      },
    });

    await walk.user.click(screen.getByRole('button', { name: 'Change this' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('What you must know').value).toBe('Mum rings at four.');
    const crumb = screen.getAllByRole('button', { name: 'Today' }).find((one) => one.closest('header') !== null);
    await walk.user.click(crumb as HTMLElement);
    await title('Tuesday 10 November');
  });

  it('has the words typed for it again after they were left, also by Back', async () => {
    const walk = await inside();
    await walk.user.click(await screen.findByRole('button', { name: 'Handover sheet' }));
    await title('Handover sheet');
    await walk.user.type(screen.getByLabelText('What you must know'), 'Mum rings at four.');
    const crumb = screen.getAllByRole('button', { name: 'Today' }).find((one) => one.closest('header') !== null);
    await walk.user.click(crumb as HTMLElement);
    await title('Tuesday 10 November');
    expect(lastAsked(walk.office, 'keep_handover')).toMatchObject({ draft: { must_know: 'Mum rings at four.' } });

    await walk.user.click(await screen.findByRole('button', { name: 'Handover sheet' }));
    await title('Handover sheet');
    await waitFor(() => {
      expect(screen.getByLabelText<HTMLTextAreaElement>('What you must know').value).toBe('Mum rings at four.');
    });
  });

  it('is not offered to whoever reads no records', async () => {
    await inside({}, 'p.osei');
    await title('Tuesday 10 November');
    expect(screen.queryByRole('button', { name: 'Handover sheet' })).toBeNull();
  });
});

describe('a paper on the desk', () => {
  it('is a picture with its words beside it, and the keyboard goes to it', async () => {
    await laidOut();

    const picture = screen.getByRole('img', { name: 'Page 1 of 1' });
    expect(decodeURIComponent(picture.getAttribute('src') ?? '')).toMatch(/^data:image\/svg\+xml;charset=utf-8,<svg /);
    expect(words(1)).toContain('With Child A');
    expect(words(1)).not.toContain('Jayden');
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Pages' }));
    expect(screen.queryByRole('button', { name: 'Next page' })).toBeNull();
  });

  it('is turned with its buttons, which say where it ends', async () => {
    const walk = await laidOut('Lewis Tarn', { many: true });
    expect(screen.getByText('Page 1 of 7')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Previous page' }).getAttribute('aria-disabled')).toBe('true');

    await walk.user.click(screen.getByRole('button', { name: 'Next page' }));

    expect(await screen.findByRole('img', { name: 'Page 2 of 7' })).toBeTruthy();
    expect(lastAsked(walk.office, 'paper_page')).toMatchObject({ page: 2 });
    expect(words(2)).not.toBe('');
    await walk.user.click(screen.getByRole('button', { name: 'Previous page' }));
    expect(await screen.findByRole('img', { name: 'Page 1 of 7' })).toBeTruthy();
  });

  it('is turned with the keyboard', async () => {
    const { user } = await laidOut('Lewis Tarn', { many: true });

    for (const [key, page] of [['PageDown', 2], ['PageDown', 3], ['PageUp', 2], ['End', 7], ['Home', 1], ['PageUp', 1]]) {
      await user.keyboard(`{${key}}`);
      expect(await screen.findByRole('img', { name: `Page ${page} of 7` })).toBeTruthy();
    }
  });

  it('is made larger and smaller, and fits at first', async () => {
    const { user } = await laidOut();
    const picture = screen.getByRole('img');
    expect(picture.getAttribute('width')).toBe('100%');

    await user.click(screen.getByRole('button', { name: 'Larger' }));
    expect(picture.getAttribute('width')).toBe('125%');
    for (let at = 0; at < 5; at++) await user.click(screen.getByRole('button', { name: 'Smaller' }));
    expect(picture.getAttribute('width')).toBe('50%');
    expect(screen.getByRole('button', { name: 'Smaller' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('says when a page could not be had, and fetches it again', async () => {
    const walk = await chronology('Amara Oyelaran', { failing: { paper_page: unwell } });
    await layOut(walk);
    expect(await screen.findByText('The printer did not answer.')).toBeTruthy();

    walk.office.fail('paper_page', null);
    await walk.user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('img')).toBeTruthy();
  });

  it('can be laid out for something else, and the first pages are put away', async () => {
    const walk = await laidOut();
    const token = (lastAsked(walk.office, 'paper_page') as { token: string }).token;

    await walk.user.click(screen.getByRole('button', { name: 'Change this' }));

    expect(document.activeElement).toBe(screen.getByLabelText('What it is printed for'));
    expect(screen.getByLabelText('What it is printed for')).toHaveProperty('value', 'strategy discussion');
    expect(lastAsked(walk.office, 'put_paper_away')).toEqual({ token });
  });

  it('is put away when the page is left', async () => {
    const walk = await laidOut();
    const token = (lastAsked(walk.office, 'paper_page') as { token: string }).token;

    await walk.user.click(screen.getByRole('button', { name: 'The pupil’s page' }));

    await title(/^Amara Oyelaran Year/);
    expect(lastAsked(walk.office, 'put_paper_away')).toEqual({ token });
    await expect(call('paper_page', { token, page: 1 })).rejects.toMatchObject({ kind: 'missing' });
  });

  it('is put away also when the page was left before it was there', async () => {
    const walk = await chronology();
    walk.office.slowDown(40);
    await layOut(walk);
    place.back();

    await waitFor(() => {
      expect(count(walk, 'put_paper_away')).toBe(1);
    });
  });
});

describe('a paper is handed out', () => {
  it('to the printer', async () => {
    const walk = await laidOut();
    await walk.user.click(screen.getByRole('button', { name: 'Print' }));

    expect(
      await screen.findByText('Sent to the printer. The printer’s queue keeps its own copy for a while.'),
    ).toBeTruthy();
    expect(count(walk, 'print_paper')).toBe(1);
  });

  it('or says why not, with the way to try again in reach', async () => {
    const walk = await laidOut('Amara Oyelaran', { failing: { print_paper: unwell } });
    await walk.user.click(screen.getByRole('button', { name: 'Print' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The printer did not answer.');

    walk.office.fail('print_paper', null);
    await walk.user.click(screen.getByRole('button', { name: 'Print' }));

    expect(await screen.findByText(/^Sent to the printer/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('as a protected copy, with a password strong enough and written twice', async () => {
    const walk = await laidOut();
    await walk.user.click(screen.getByRole('button', { name: 'Save a protected copy' }));
    const first = screen.getByLabelText('Password for this copy');
    const second = screen.getByLabelText('The same password again');
    expect(document.activeElement).toBe(first);

    await walk.user.type(first, 'short');
    await walk.user.click(screen.getByRole('button', { name: 'Choose where to save it' }));
    await waitFor(() => {
      expect(first.getAttribute('aria-invalid')).toBe('true');
    });
    await walk.user.clear(first);
    await walk.user.type(first, strong);
    await walk.user.type(second, `${strong}s`);
    await walk.user.click(screen.getByRole('button', { name: 'Choose where to save it' }));
    expect(await screen.findByText('The two are not the same. Type the second again')).toBeTruthy();
    expect(document.activeElement).toBe(second);
    expect(count(walk, 'save_paper')).toBe(0);

    await walk.user.type(second, '{Backspace}');
    await walk.user.click(screen.getByRole('button', { name: 'Choose where to save it' }));

    expect(await screen.findByText('Saved as chronology.pdf. Without the password nobody can read it.')).toBeTruthy();
    expect(lastAsked(walk.office, 'save_paper')).toMatchObject({ password: strong });
    expect(screen.queryByLabelText('Password for this copy')).toBeNull();
    await waitFor(() => {
      expect(document.activeElement?.textContent).toContain('Save a protected copy');
    });
  });

  it('as a protected copy with a password that was suggested', async () => {
    const walk = await laidOut();
    expect(screen.getByText('The file is called chronology.pdf.')).toBeTruthy();
    await walk.user.click(screen.getByRole('button', { name: 'Save a protected copy' }));

    await walk.user.click(screen.getByRole('button', { name: 'Suggest a password' }));

    expect(await screen.findByText('lantern orchard velvet tortoise kettle')).toBeTruthy();
    expect(screen.queryByLabelText('The same password again')).toBeNull();
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Password for this copy' }));
    });
    await walk.user.click(screen.getByRole('button', { name: 'Choose where to save it' }));
    expect(await screen.findByText(/^Saved as chronology.pdf/)).toBeTruthy();
    expect(lastAsked(walk.office, 'save_paper')).toMatchObject({ password: 'lantern orchard velvet tortoise kettle' });
    expect(screen.queryByText(/^The file is called/)).toBeNull();
  });

  it('as a protected copy only as strong as the office judges', async () => {
    const walk = await laidOut('Amara Oyelaran', {
      failing: {
        save_paper: fault('refused', 'It is too weak.', {
          problems: [{ field: 'password', say: 'Choose a password that is not made of the school’s name' }],
        }),
      },
    });
    await walk.user.click(screen.getByRole('button', { name: 'Save a protected copy' }));
    await walk.user.type(screen.getByLabelText('Password for this copy'), 'Marlowe Vale School');
    await walk.user.type(screen.getByLabelText('The same password again'), 'Marlowe Vale School');
    await walk.user.click(screen.getByRole('button', { name: 'Choose where to save it' }));

    expect(await screen.findByText(/not made of the school’s name/)).toBeTruthy();
  });

  it('as a plain copy, with open eyes', async () => {
    const walk = await laidOut();
    expect(screen.queryByRole('button', { name: 'Save a plain copy' })).toBeNull();
    await walk.user.click(screen.getByRole('button', { name: 'A copy without a password' }));
    expect(
      screen.getByText('Anyone who finds it can read it. That you saved it is written in the record.'),
    ).toBeTruthy();

    await walk.user.click(screen.getByRole('button', { name: 'Save a plain copy' }));

    expect(await screen.findByText('Saved as chronology.pdf. Anyone who finds it can read it.')).toBeTruthy();
    expect(lastAsked(walk.office, 'save_paper')).toMatchObject({ password: null });
  });

  it('nowhere, when no place was chosen', async () => {
    const walk = await laidOut();
    await walk.user.click(screen.getByRole('button', { name: 'Save a protected copy' }));
    await walk.user.type(screen.getByLabelText('Password for this copy'), 'nowhere to save it');
    await walk.user.type(screen.getByLabelText('The same password again'), 'nowhere to save it{Enter}');

    expect(await screen.findByText('Nothing was saved.')).toBeTruthy();
  });
});

describe('a concern on paper', () => {
  it('is asked for from its page, and leads back there', async () => {
    const walk = await inside();
    await goTo(walk, 'Concerns');
    await walk.user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await walk.user.click(await screen.findByRole('button', { name: 'Print this concern' }));
    await title('MV-2026-0147 on paper');
    expect(screen.queryByLabelText('From')).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByText(/^Everybody in it is printed by name\./)).toBeTruthy();

    await layOut(walk);
    await screen.findByRole('img');
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({
      asked: { kind: 'concern', id: 'c-amara', form: 'whole', purpose: 'strategy discussion' },
    });
    await walk.user.click(screen.getByRole('button', { name: 'The record' }));

    await title(/Amara Oyelaran, 8T/);
  });

  it('is not offered to those who only report', async () => {
    const walk = await inside({}, 'p.osei');
    await goTo(walk, 'My concerns');
    await walk.user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await title(/Amara Oyelaran, 8T/);

    expect(screen.queryByRole('button', { name: 'Print this concern' })).toBeNull();
  });
});

describe('papers nobody looks at first', () => {
  it('a kit is laid out, printed or saved, and put away', async () => {
    const walk = await inside({ rehearsal: true });
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Try your recovery words' }));
    const kit = 'harbour thimble oak ladder candle river violet anchor copper meadow lantern stone';
    await walk.user.type(await screen.findByLabelText(/twelve words/i), kit);
    await walk.user.click(screen.getByRole('button', { name: 'Try them' }));
    await walk.user.click(await screen.findByRole('button', { name: 'Print it' }));
    expect(await screen.findByText('Sent to the printer.')).toBeTruthy();
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({ asked: { kind: 'kit', words: kit.split(' ') } });

    await walk.user.click(screen.getByRole('button', { name: 'Save as PDF' }));

    expect(await screen.findByText(/^Saved as Recovery kit.pdf/)).toBeTruthy();
    expect(lastAsked(walk.office, 'save_paper')).toMatchObject({ password: null });
    expect(count(walk, 'put_paper_away')).toBe(2);
  });

  it('a kit is put away also when it could not be printed', async () => {
    const walk = await inside({ rehearsal: true, failing: { print_paper: unwell } });
    await goTo(walk, 'Vault');
    await walk.user.click(await screen.findByRole('button', { name: 'Try your recovery words' }));
    const kit = 'harbour thimble oak ladder candle river violet anchor copper meadow lantern stone';
    await walk.user.type(await screen.findByLabelText(/twelve words/i), kit);
    await walk.user.click(screen.getByRole('button', { name: 'Try them' }));
    await walk.user.click(await screen.findByRole('button', { name: 'Print it' }));

    expect(await screen.findByText('The printer did not answer.')).toBeTruthy();
    expect(count(walk, 'put_paper_away')).toBe(1);
  });

  it('a blank form goes to the printer where nobody can read the record yet', async () => {
    const walk = await inside();
    await walk.user.keyboard('{Control>}n{/Control}');
    await title('Record a concern');
    await walk.user.click(await screen.findByRole('button', { name: 'It is about a member of staff' }));
    await walk.user.click(screen.getByRole('radio', { name: 'About the head' }));
    await walk.user.click(await screen.findByRole('button', { name: 'Print a blank form' }));

    await waitFor(() => {
      expect(count(walk, 'put_paper_away')).toBe(1);
    });
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({ asked: { kind: 'blank', route: 'head' } });
  });
});
