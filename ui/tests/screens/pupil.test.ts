import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fault, type Wishes } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function pupil(name: string, wishes: Wishes = {}): Promise<Walk> {
  const walk = await inside(wishes);
  await goTo(walk, 'Pupils');
  await walk.user.click(await screen.findByRole('link', { name }));
  await title(new RegExp(name));
  return walk;
}

/** The page with its chronology there. */
async function told(name: string, wishes: Wishes = {}): Promise<Walk> {
  const walk = await pupil(name, wishes);
  await screen.findByRole('slider', { name: 'The whole time, in little' });
  return walk;
}

function focused(): string {
  return document.activeElement?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

function moments(walk: Walk): string[] {
  return [...walk.container.querySelectorAll('[data-moment]')].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
}

describe('a pupil’s chronology', () => {
  it('stands under its months, newest first, with what the child said', async () => {
    const walk = await told('Amara Oyelaran');

    const months = screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent);
    expect(months).toEqual(['November 2026', 'February 2026', 'September 2025']);
    expect(moments(walk)[0]).toContain('Sun 8 about 20:30');
    expect(walk.container.querySelector('[data-moment] .said')?.textContent).toContain(
      'He’s got my school off my photo.”',
    );
    expect(moments(walk)[0]).toContain('Corrected once');
    expect(moments(walk)[0]).toContain('1 file');
    expect(moments(walk).at(-1)).toContain('Came to the school');
  });

  it('is a summary when asked, and only what is significant', async () => {
    const walk = await told('Amara Oyelaran');
    const before = moments(walk).length;
    const words = moments(walk).join().length;

    await walk.user.click(screen.getByRole('radio', { name: 'Summary' }));
    await waitFor(() => {
      expect(lastAsked(walk.office, 'chronology')).toMatchObject({ filter: { summary: true, only_significant: false } });
    });
    expect(moments(walk)).toHaveLength(before);
    expect(moments(walk).join().length).toBeLessThan(words);
    await walk.user.click(screen.getByRole('radio', { name: 'Full' }));
    await walk.user.click(screen.getByRole('checkbox', { name: /^Only significant/ }));
    await waitFor(() => {
      expect(lastAsked(walk.office, 'chronology')).toMatchObject({ filter: { summary: false, only_significant: true } });
    });
    await walk.user.click(await screen.findByRole('button', { name: 'Show all again' }));
    await waitFor(() => {
      expect(moments(walk).length).toBe(before);
    });
  });

  it.each([
    ['Idris Pell', 'Immediate danger'],
    ['Tilly Rackham', 'Unread'],
    ['Noor Castellan', 'Written 2 days later'],
  ])('says about %s in words: %s', async (name, words) => {
    const walk = await told(name);

    expect(moments(walk).join(' ')).toContain(words);
  });

  it('opens the concern, and comes back to its row', async () => {
    const { user } = await told('Amara Oyelaran');

    await user.click(screen.getByRole('link', { name: 'a stranger online' }));
    await title(/a stranger online/);
    await user.click(screen.getByRole('button', { name: 'Back to the list' }));

    await title(/^Amara Oyelaran Year/);
    await waitFor(() => {
      expect(focused()).toBe('a stranger online');
    });
  });

  it('says what will be here while nothing is', async () => {
    await pupil('Zainab Haroun');

    expect(
      await screen.findByText('Nothing has been recorded about Zainab Haroun. When somebody does, it is here first.'),
    ).toBeTruthy();
  });

  it('says why it could not be had, and fetches it again; the details stay', async () => {
    const { user, office } = await pupil('Amara Oyelaran', {
      failing: { chronology: fault('unexpected', 'Something in Strongroom stopped before it was done.') },
    });
    expect(await screen.findByText('What happened')).toBeTruthy();
    expect(screen.getByText('Legal name')).toBeTruthy();

    office.fail('chronology', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('link', { name: 'a stranger online' })).toBeTruthy();
  });

  it('lists thirty and shows older ones below, with the keyboard on the first of them', async () => {
    const walk = await told('Lewis Tarn', { many: true });
    // The rest of the page comes once its first screen stands.
    await waitFor(() => { expect(moments(walk)).toHaveLength(30); });
    expect(screen.getByText(/^32 older, back to July 2024\./)).toBeTruthy();

    await walk.user.click(screen.getByRole('button', { name: 'Show older' }));

    expect(moments(walk)).toHaveLength(60);
    await waitFor(() => {
      expect(focused()).toBe('late to school, 31');
    });
    await walk.user.click(screen.getByRole('button', { name: 'Show older' }));
    expect(moments(walk)).toHaveLength(62);
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('is walked with J and K, and Enter opens', async () => {
    const { user } = await told('Lewis Tarn', { many: true });
    screen.getByRole('link', { name: 'late to school, 60' }).focus();

    await user.keyboard('jj');
    await waitFor(() => {
      expect(focused()).toBe('late to school, 58');
    });
    await user.keyboard('k');
    await waitFor(() => {
      expect(focused()).toBe('late to school, 59');
    });
    await user.keyboard('{Enter}');

    await title(/late to school, 59/);
  });

  it('stops on flags and dates too, though there is nothing to open', async () => {
    const { user } = await told('Amara Oyelaran');
    screen.getByRole('link', { name: 'a stranger online' }).focus();

    await user.keyboard('j');

    await waitFor(() => {
      expect(focused()).toContain('Child in need');
    });
  });
});

describe('what of it is shown', () => {
  it('is chosen in the margin, with how many there are', async () => {
    const walk = await told('Amara Oyelaran');
    await walk.user.click(screen.getByRole('checkbox', { name: /^Flags and dates\s*3$/ }));

    await waitFor(() => {
      expect(moments(walk)).toHaveLength(1);
    });
    await walk.user.click(screen.getByRole('checkbox', { name: /^Concerns\s*1$/ }));

    expect(await screen.findByText(/Nothing fits what is chosen/)).toBeTruthy();
    await walk.user.click(screen.getByRole('button', { name: 'Show all again' }));
    await waitFor(() => {
      expect(moments(walk)).toHaveLength(4);
    });
  });

  it('can be only what was written late', async () => {
    const walk = await told('Noor Castellan');
    expect(screen.getByText('Written 2 days later')).toBeTruthy();

    await walk.user.click(screen.getByRole('checkbox', { name: /^Only written late\s*1$/ }));

    await waitFor(() => {
      expect(moments(walk)).toHaveLength(1);
    });
    expect(lastAsked(walk.office, 'chronology')).toMatchObject({ filter: { only_late: true } });
  });

  it('goes to a date: the nearest thing on or before it', async () => {
    const { user } = await told('Lewis Tarn', { many: true });

    await user.type(screen.getByLabelText('A date or a word'), '10 December 2024{Enter}');

    await waitFor(() => {
      expect(focused()).toBe('late to school, 11');
    });
    expect(screen.getByText('3 December 2024, the nearest before it.')).toBeTruthy();
  });

  it('understands a month, and says when nothing is as old', async () => {
    const { user } = await told('Lewis Tarn', { many: true });

    await user.type(screen.getByLabelText('A date or a word'), 'may 2025');
    await user.click(screen.getByRole('button', { name: 'Go' }));
    await waitFor(() => {
      expect(focused()).toBe('late to school, 23');
    });

    await user.clear(screen.getByLabelText('A date or a word'));
    await user.type(screen.getByLabelText('A date or a word'), '2019{Enter}');
    expect(await screen.findByText(/^Nothing is that old\./)).toBeTruthy();
  });

  it('keeps only what holds a word, and shows all again', async () => {
    const walk = await told('Amara Oyelaran');

    await walk.user.type(screen.getByLabelText('A date or a word'), 'cinema{Enter}');

    expect(await screen.findByText('Only what holds “cinema”: one thing.')).toBeTruthy();
    expect(moments(walk)).toHaveLength(1);
    await walk.user.click(screen.getByRole('button', { name: 'Show all again' }));
    await waitFor(() => {
      expect(moments(walk)).toHaveLength(4);
    });
  });
});

describe('what stands under a month', () => {
  /** The things on the page with the month each stands under. */
  function under(walk: Walk): string[] {
    let month = '';
    return [...walk.container.querySelectorAll('h3, [data-moment]')].flatMap((one) => {
      if (one.matches('h3')) month = one.textContent;
      else return [`${month}: ${one.querySelector('.head')?.textContent.trim() ?? ''}`];
      return [];
    });
  }

  it('is its own, with elements of its own, whatever is left out', async () => {
    const walk = await told('Amara Oyelaran');
    const before = new Map([...walk.container.querySelectorAll('h3')].map((one) => [one.textContent, one]));
    const all = under(walk);
    expect(all).toHaveLength(4);

    await walk.user.click(screen.getByRole('checkbox', { name: /^Concerns\s*1$/ }));
    await waitFor(() => {
      expect(moments(walk)).toHaveLength(3);
    });

    expect(under(walk)).toEqual(all.filter((line) => !line.includes('a stranger online')));
    for (const heading of walk.container.querySelectorAll('h3')) {
      expect(heading).toBe(before.get(heading.textContent));
    }
  });

  it('takes the keyboard when the list is clicked', async () => {
    const walk = await told('Amara Oyelaran');
    await walk.user.click(screen.getByRole('heading', { name: 'November 2026' }));

    await walk.user.keyboard('j');

    await waitFor(() => {
      expect(focused()).toContain('Child in need');
    });
  });
});

describe('where going to a date led', () => {
  it.each([
    ['3 December 2024', '3 December 2024'],
    ['4 December 2024', '3 December 2024, the nearest before it.'],
  ])('is said: %s', async (typed, said) => {
    const { user } = await told('Lewis Tarn', { many: true });

    await user.type(screen.getByLabelText('A date or a word'), `${typed}{Enter}`);

    expect(await screen.findByText(said)).toBeTruthy();
  });
});

describe('the frame of the overview', () => {
  it('says what it is, what it shows and the whole in words', async () => {
    await told('Amara Oyelaran');
    const strip = screen.getByRole('slider', { name: 'The whole time, in little' });
    const summary = document.getElementById(strip.getAttribute('aria-describedby') ?? '')?.textContent;

    expect(strip.getAttribute('aria-valuetext')).toMatch(/^September 2025 to /);
    expect(summary).toContain('one concern and 3 flags and dates');
    expect(summary).toContain('with Shift its older edge');
  });

  it('is narrowed and moved with the arrows, and asks once it rests', async () => {
    const walk = await told('Amara Oyelaran');
    const before = walk.office.asked.length;
    screen.getByRole('slider').focus();

    // At once, so that it does not rest in between on a slow machine.
    for (let press = 0; press < 6; press += 1) await fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowRight', shiftKey: true });
    await fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowLeft' });

    await waitFor(() => {
      expect(lastAsked(walk.office, 'chronology')).toMatchObject({ filter: { from: '2026-02-01' } });
    });
    expect(walk.office.asked).toHaveLength(before + 1);
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^February 2026 to /);
    await waitFor(() => {
      expect(moments(walk)).not.toContain('Wed 3 Came to the school');
    });

    await walk.user.click(screen.getByRole('button', { name: 'Show the whole time' }));
    await waitFor(() => {
      expect(moments(walk)).toHaveLength(4);
    });
  });

  it('is dragged by its edge', async () => {
    const walk = await told('Amara Oyelaran');
    const strip = screen.getByRole('slider');
    strip.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 70);

    await fireEvent.pointerDown(strip, { button: 0, clientX: 2 });
    await fireEvent.pointerMove(strip, { clientX: 900 });
    await fireEvent.pointerUp(strip, { clientX: 900 });

    await waitFor(() => {
      expect(moments(walk)).toHaveLength(1);
    });
    expect(screen.getByRole('button', { name: 'Show the whole time' })).toBeTruthy();
  });
});

describe('a list with nothing in it', () => {
  it('says so of the frame where it was the frame, and of the margin where it was that', async () => {
    const walk = await told('Amara Oyelaran');
    screen.getByRole('slider').focus();
    await fireEvent.keyDown(screen.getByRole('slider'), { key: 'End', shiftKey: true });
    await fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowLeft' });
    expect(await screen.findByText(/^Nothing happened in the time the frame shows\./)).toBeTruthy();

    await walk.user.click(screen.getByRole('checkbox', { name: /^Flags and dates/ }));
    expect(await screen.findByText(/^Nothing in the time the frame shows fits what is chosen/)).toBeTruthy();

    await walk.user.click(screen.getByRole('button', { name: 'Show the whole time' }));
    await walk.user.click(screen.getByRole('checkbox', { name: /^Concerns/ }));
    expect(await screen.findByText(/^Nothing fits what is chosen in the margin\./)).toBeTruthy();
  });
});

describe('other children', () => {
  it('are letters until names are asked for', async () => {
    const { user, office } = await told('Amara Oyelaran');
    expect(screen.getAllByText('Child A').length).toBeGreaterThan(1);
    expect(screen.queryByText('Jayden Fairbrother')).toBeNull();
    expect(lastAsked(office, 'chronology')).toMatchObject({ filter: { names: false } });

    await user.click(screen.getByRole('button', { name: 'Show names until I leave this page' }));

    expect((await screen.findAllByText('Jayden Fairbrother')).length).toBeGreaterThan(1);
    expect(lastAsked(office, 'chronology')).toMatchObject({ filter: { names: true } });
    expect(screen.getByText(/That you asked is written in the record/)).toBeTruthy();
    expect(focused()).toBe('Show letters again');

    await user.click(screen.getByRole('button', { name: 'Show letters again' }));
    await waitFor(() => {
      expect(screen.queryByText('Jayden Fairbrother')).toBeNull();
    });
  });

  it('are letters again once the page was left', async () => {
    const { user, office } = await told('Amara Oyelaran');
    await user.click(screen.getByRole('button', { name: 'Show names until I leave this page' }));
    await screen.findAllByText('Jayden Fairbrother');

    await user.click(screen.getByRole('link', { name: 'a stranger online' }));
    await title(/a stranger online/);
    await user.click(screen.getByRole('button', { name: 'Back to the list' }));
    await title(/^Amara Oyelaran Year/);

    expect(await screen.findByRole('button', { name: 'Show names until I leave this page' })).toBeTruthy();
    expect(screen.queryByText('Jayden Fairbrother')).toBeNull();
    expect(lastAsked(office, 'chronology')).toMatchObject({ filter: { names: false } });
  });

  it('stay letters when the names could not be had', async () => {
    const { user, office } = await told('Amara Oyelaran');
    office.fail('chronology', fault('unexpected', 'Something in Strongroom stopped before it was done.'));
    await user.click(screen.getByRole('button', { name: 'Show names until I leave this page' }));
    await screen.findByText('What happened');

    office.fail('chronology', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    await screen.findByRole('link', { name: 'a stranger online' });
    expect(lastAsked(office, 'chronology')).toMatchObject({ filter: { names: false } });
  });
});

describe('what must be read first', () => {
  it('stands above the chronology, its first sentence carrying', async () => {
    const walk = await pupil('Amara Oyelaran');
    const first = await screen.findByRole('region', { name: 'Read this first' });
    expect(first.querySelector('b')?.textContent).toBe('Do not ring Dad.');
    expect(first.textContent).toContain('Review 12 January 2027');
    const strip = await screen.findByRole('slider');
    expect(first.compareDocumentPosition(strip) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(walk.container.querySelectorAll('.read-first li')).toHaveLength(2);
  });

  it('is written where there is none, and stands on the page afterwards', async () => {
    const { user, office } = await pupil('Zainab Haroun');
    expect(screen.queryByRole('region', { name: 'Read this first' })).toBeNull();

    await user.click(await screen.findByRole('button', { name: 'Write what must be read first' }));
    await title('Read this first: Zainab Haroun');
    await user.type(screen.getByLabelText(/What must be known/), 'Carries an inhaler.');
    await user.keyboard('{Control>}{Enter}{/Control}');

    await title(/^Zainab Haroun Year/);
    expect((await screen.findByRole('region', { name: 'Read this first' })).textContent).toContain('Carries an inhaler.');
    expect(lastAsked(office, 'save_key_fact')).toMatchObject({ form: { pupil: 's-zainab', entry: null, reason: null } });
  });

  it('is not changed and does not end without a reason', async () => {
    const { user, office } = await pupil('Amara Oyelaran');
    await user.click(await screen.findByRole('button', { name: /^Change: Do not ring Dad/ }));
    await title('Read this first: Amara Oyelaran');
    await user.click(await screen.findByRole('button', { name: 'It no longer applies' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(focused()).toContain('Say why it no longer applies');

    await user.type(screen.getByLabelText(/Why you change it/), 'the order has ended');
    const words = screen.getByLabelText(/What must be known/);
    await user.type(words, '!');
    await user.click(screen.getByRole('button', { name: 'It no longer applies' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You changed these words');
    await user.type(words, '{Backspace}');
    await user.click(screen.getByRole('button', { name: 'It no longer applies' }));
    await user.click(await screen.findByRole('button', { name: 'Leave it standing' }));
    expect(lastAsked(office, 'end_key_fact')).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'It no longer applies' }));
    await user.click(await screen.findByRole('button', { name: 'End it' }));

    await title(/^Amara Oyelaran Year/);
    await waitFor(() => {
      expect(screen.getByRole('region', { name: 'Read this first' }).textContent).not.toContain('Do not ring Dad');
    });
    expect(lastAsked(office, 'end_key_fact')).toMatchObject({ entry: 'k-1', reason: 'the order has ended' });
  });
});
