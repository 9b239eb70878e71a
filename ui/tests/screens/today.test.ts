import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Today } from '../../src/bindings/office';
import { fault } from '../../src/bridge/pretend';
import { house } from '../../src/frame/house.svelte';
import { topics } from '../../src/frame/topics.svelte';
import { draftsOf, litOf, sectionsOf } from '../../src/screens/today/arrange';
import { row } from '../../src/bridge/pretend/concerns';
import { todayWords } from '../../src/words/today';
import { goTo, inside, lastAsked, quietDay as quiet, screen, title, waitFor, type Walk } from '../kit';

const none = { live: 0, unread: 0, late: 0, told: 0, untriaged: 0, waiting: 0, drafts: 0 };

function concern(id: string, more: object = {}) {
  return row({ id, about: 'A', class: '8T', title: 't', ...more });
}

function many(prefix: string, n: number) {
  return Array.from({ length: n }, (_, at) => concern(`${prefix}${at}`));
}

/** The words under a section's heading. */
async function section(name: string | RegExp): Promise<string> {
  return (await screen.findByRole('region', { name })).textContent;
}

async function day(walk: Walk): Promise<void> {
  await title('Tuesday 10 November');
  await waitFor(() => {
    expect(walk.container.querySelector('main h2')).not.toBeNull();
  });
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the sentence of the day', () => {
  it.each([
    [{ ...none, live: 1, unread: 2, late: 4 }, 'One concern is live, two nobody has read, four things late.'],
    [{ ...none, live: 2, unread: 1, late: 1 }, 'Two concerns are live, one nobody has read, one thing late.'],
    [{ ...none, unread: 1 }, 'One concern nobody has read.'],
    [{ ...none, late: 1 }, 'One thing is late.'],
    [{ ...none, late: 3, waiting: 1 }, 'Three things are late, one waits on others.'],
    [{ ...none, told: 2, waiting: 2 }, 'Two concerns you were told of, two wait on others.'],
    [{ ...none, untriaged: 1 }, 'One concern is read and not triaged.'],
    [{ ...none, drafts: 1 }, 'One draft waits for you.'],
    [{ ...none, live: 17 }, '17 concerns are live.'],
    [none, 'Nothing waits for you.'],
  ])('is %j', (counts, said) => {
    expect(todayWords.summary(counts)).toBe(said);
  });
});

describe('the one next thing', () => {
  const draft = { id: 'd', kind: 'concern', title: 'd', kept_at: '', form: null as never, addition: null, line: null };
  const late = { by: '2 days', concern: concern('late', { unread: true }), draft: null, due: null };
  const full: Today = {
    ...quiet,
    unread: [concern('unread'), concern('danger', { danger: true })],
    late: [late],
    told: [concern('told')],
    drafts: [draft],
  };

  it.each([
    [full, 'danger'],
    [{ ...full, unread: [concern('unread')] }, 'late'],
    [{ ...full, unread: [concern('unread')], late: [] }, 'unread'],
    [{ ...full, unread: [], late: [] }, 'told'],
    [{ ...full, unread: [], late: [], told: [] }, 'draft'],
    [{ ...quiet, live: [{ concern: concern('live'), yours: true, taken_by: null }] }, undefined],
  ])('is chosen in order', (today, why) => {
    expect(litOf(today)?.why).toBe(why);
  });

  it('stands once on the page, and so does everything else', () => {
    const both = { ...quiet, unread: [concern('a'), concern('b')], unread_total: 2, told: [concern('b'), concern('a')] };

    expect(sectionsOf(both, 0, false).map((one) => [one.kind, one.shown.map((entry) => entry.id), one.more])).toEqual([
      ['unread', ['b'], 0],
    ]);
    expect(draftsOf({ ...quiet, drafts: [draft] }).shown).toEqual([]);
  });

  it('leaves room for twelve things and counts the rest', () => {
    const full_ = {
      ...quiet,
      unread: many('u', 20),
      unread_total: 31,
      waiting: many('w', 20),
      waiting_total: 20,
    };
    const parts = sectionsOf(full_, 3, false);

    expect(parts.map((one) => [one.kind, one.shown.length, one.more])).toEqual([
      ['unread', 4, 26],
      ['waiting', 4, 16],
    ]);
  });
});

describe('today', () => {
  it('comes first after the password, with the day, what there is, and the focus on its heading', async () => {
    await inside({ busy: true, drafts: true });

    expect(document.activeElement).toBe(await title('Tuesday 10 November'));
    expect(await screen.findByText('Three concerns are live, two nobody has read, three things late.')).toBeTruthy();
    expect(screen.getByText('3 late')).toBeTruthy();
    expect(await screen.findByText('4 new')).toBeTruthy();
  });

  it('lights the oldest late thing with the one solid button, and opens it', async () => {
    const { user, container, office } = await inside({ busy: true });
    const lit = await screen.findByRole('region', { name: /Lewis Tarn/ });

    expect(lit.textContent).toContain('2 working days late');
    expect(lit.textContent).toContain('Nobody has read this yet. From Mr L. Adair, PE.');
    expect(container.querySelectorAll('main .button.solid')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Read it' }));

    await title(/Lewis Tarn/);
    expect(lastAsked(office, 'concern')).toEqual({ id: 'c-lewis' });
  });

  it('has a section for each kind, with words and no second list of the same', async () => {
    const walk = await inside({ busy: true });
    await day(walk);

    const unread = await section(/^Nobody has read these yet/);
    expect(unread).toMatch(/Kacper.*Tilly/);
    expect(unread).toContain('Unread 21 min');
    const late = await section(/^Late/);
    expect(late).toContain('1 working day late');
    expect(late).toContain('Half written, not passed on.');
    expect(late).not.toContain('Lewis');
    expect(await section(/You were told of this/)).toContain('Mina Orsino');
    expect(await section(/Waiting on others/)).toContain('With an outside agency');
    const live = await section(/^Live/);
    expect(live).toMatch(/Zainab.*You took it on/);
    expect(live).toContain('Two more live');
  });

  it('says who took on what is live', async () => {
    const walk = await inside();
    await day(walk);

    expect(await section(/^Live/)).toMatch(/Amara.*Nobody has taken it on.*Idris.*Dev Marwaha took it on/);
  });

  it('says that 999 was rung, also above Concerns', async () => {
    const walk = await inside();
    await walk.user.keyboard('{Control>}9{/Control}');
    await walk.user.click(await screen.findByRole('button', { name: 'We have rung' }));
    await waitFor(() => {
      expect(lastAsked(walk.office, 'danger_rung')).toBeTruthy();
    });
    await walk.user.keyboard('{Escape}');

    expect(await section('999 was rung')).toContain('Noted by Ruth Calloway.');
    await goTo(walk, 'Concerns');
    expect(await section('999 was rung')).toContain('Noted by Ruth Calloway.');
  });

  it('carries on a late draft from its row', async () => {
    const { user } = await inside({ busy: true });

    await user.click(await screen.findByRole('button', { name: 'Carry on with Noor Castellan, toast in her bag' }));

    await title('Record a concern');
    expect(screen.getByLabelText('What was seen, heard or said')).toHaveProperty('value', 'Noor Castellan, toast in her bag');
  });

  it('keeps drafts and what the vault needs in the margin, each with a link', async () => {
    const { user } = await inside({ drafts: true });

    const beside = await screen.findByRole('complementary');
    expect(beside.textContent).toContain('Amara Oyelaran, a stranger from a game');
    expect(beside.textContent).toContain('Helen Sandiford has not opened Strongroom for a long time.');
    await user.click(screen.getByRole('button', { name: 'See the unused accounts' }));

    expect(await title('Vault')).toBeTruthy();
  });

  it('does not ask twice for the rehearsal', async () => {
    const { user } = await inside({ rehearsal: true });
    await screen.findByText(/Try your recovery words once/);
    await screen.findByRole('complementary');
    expect(screen.queryByText('Your recovery words have not been tried.')).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Put this away until next time' }));

    expect(await screen.findByText('Your recovery words have not been tried.')).toBeTruthy();
  });

  it('comes back to the same row, or to the heading when it is gone', async () => {
    const { user } = await inside({ busy: true });
    await user.click(await screen.findByRole('link', { name: /Zainab Haroun/ }));
    await title(/Zainab Haroun/);
    await user.click(screen.getByRole('button', { name: 'Today' }));
    await waitFor(() => {
      expect(document.activeElement?.textContent).toContain('Zainab Haroun');
    });

    // Once it is read, nothing of it waits here any more.
    await user.click(screen.getByRole('link', { name: /Mina Orsino/ }));
    await title(/Mina Orsino/);
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');

    await waitFor(() => {
      expect(document.activeElement?.textContent).toContain('Tuesday 10 November');
    });
  });

  it('says late with a word, and with a day as it is', async () => {
    const walk = await inside();
    await day(walk);
    const late = [
      { by: '5 working days', concern: concern('c-tilly', { unread: true }), draft: null, due: null },
      { by: 'since Friday', concern: concern('c-kacper'), draft: null, due: null },
    ];
    walk.office.answer({ today: { ...quiet, late_total: 2, late } });
    topics.concerns += 1;

    expect(await screen.findByText('5 working days late')).toBeTruthy();
    expect(screen.getByText('since Friday')).toBeTruthy();
  });

  it('goes on into Concerns with the filter that fits', async () => {
    const walk = await inside();
    await day(walk);
    const answer = { ...quiet, late_total: 3, late: [{ by: '3 days', concern: concern('c-tilly', { unread: true }), draft: null, due: null }] };
    walk.office.answer({ today: answer });
    topics.concerns += 1;

    await walk.user.click(await screen.findByRole('button', { name: 'Two more late' }));

    await title('Concerns');
    await waitFor(() => {
      expect(lastAsked(walk.office, 'concerns')).toMatchObject({ filter: { status: 'unread', limit: 50 } });
    });
  });

  it('asks again once a minute while it is shown, and no longer', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const walk = await inside();
    await day(walk);
    const times = () => walk.office.asked.filter((one) => one.name === 'today').length;
    const before = times();

    await vi.advanceTimersByTimeAsync(60_000);
    expect(times()).toBe(before + 1);
    house.session = null;
    await vi.advanceTimersByTimeAsync(120_000);

    expect(times()).toBe(before + 1);
  });

  it('keeps the focus when the focused row moves', async () => {
    const walk = await inside();
    const link = await screen.findByRole('link', { name: /Amara Oyelaran/ });
    link.focus();
    const amara = concern('c-amara', { about: 'Amara Oyelaran' });
    walk.office.answer({ today: { ...quiet, waiting: [amara], waiting_total: 1 } });

    topics.concerns += 1;

    await screen.findByRole('region', { name: /Waiting on others/ });
    await waitFor(() => {
      expect(document.activeElement?.id).toBe('row-c-amara');
    });
  });

  it('says what is wrong and tries again', async () => {
    const { user, office } = await inside({ failing: { today: fault('unexpected', 'It stopped.') } });
    await title('Tuesday 10 November');
    expect(await screen.findByText('It stopped.')).toBeTruthy();

    office.fail('today', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('button', { name: 'Read it' })).toBeTruthy();
  });

  it('walks from the one next thing down the page and then to the margin', async () => {
    const walk = await inside({ busy: true, drafts: true });
    await day(walk);
    await screen.findByRole('button', { name: 'Read it' });
    const walked: string[] = [];
    for (let at = 0; at < 23; at += 1) {
      await walk.user.tab();
      walked.push(document.activeElement?.id ?? '');
    }

    expect(walked).toEqual([
      'row-handover',
      '',
      'row-c-lewis',
      'row-c-kacper',
      'row-c-tilly',
      'row-c-siobhan',
      'row-d-late',
      'row-c-mina',
      'row-due-c-amara-reply-fenmarsh-mash-to-answer',
      'row-c-jayden',
      'row-c-zainab',
      'row-more-live',
      'row-tomorrow-0',
      'row-week-0',
      'row-review-0',
      // What is worth a look together: five concerns, the others, and the way to set it aside.
      ...Array.from({ length: 6 }, () => ''),
      'aside-0',
      'row-d-1',
    ]);
  });
});

describe('a quiet day', () => {
  it('is the first one while nobody has recorded anything', async () => {
    const { user } = await inside({ empty: true, rehearsal: true });

    expect(await screen.findByText('Nobody has recorded anything yet. When they do, it is here first.')).toBeTruthy();
    expect(screen.getByText('Three things make this ready for a real day')).toBeTruthy();
    expect(screen.queryByRole('complementary')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Choose the file' }));

    expect(await title('Bring in a pupil list')).toBeTruthy();
  });

  it('says that nothing waits, and what will be here', async () => {
    const walk = await inside();
    await day(walk);
    walk.office.answer({ today: quiet });
    topics.concerns += 1;

    expect(await screen.findByText('Nothing waits for you.')).toBeTruthy();
    expect(screen.getByText(/When somebody passes a concern on, it is here first/)).toBeTruthy();
    expect(screen.queryByText(/ready for a real day/)).toBeNull();
  });
});

describe('today for somebody who only reports', () => {
  it('has their drafts, the way to what they passed on, and nobody else’s', async () => {
    const { user, container } = await inside({ drafts: true, busy: true }, 'p.osei');
    await title('Tuesday 10 November');

    expect(await screen.findByText('One thing is late, one draft.')).toBeTruthy();
    expect(screen.getByRole('region', { name: /Noor Castellan/ }).textContent).toContain('Nobody else can see it.');
    expect(container.querySelector('main')?.textContent).not.toMatch(/Kacper|Lewis|Tilly/);
    expect(screen.getByText('1 late')).toBeTruthy();
    const main = container.querySelector('main');
    const link = [...(main?.querySelectorAll('button') ?? [])].find((one) => one.textContent.trim() === 'My concerns');
    if (link === undefined) throw new Error('no way to My concerns');
    await user.click(link);

    expect(await title('My concerns')).toBeTruthy();
  });

  it('offers to record when there is nothing', async () => {
    const { user, container } = await inside({ empty: true }, 'p.osei');
    expect(await screen.findByText('You have not recorded anything yet.')).toBeTruthy();
    const button = container.querySelector<HTMLElement>('main .button.solid');
    expect(button?.textContent).toContain('Record a concern');

    if (button) await user.click(button);

    expect(await title('Record a concern')).toBeTruthy();
  });
});

describe('hidden names', () => {
  async function hide(walk: Walk): Promise<void> {
    await walk.user.click(await screen.findByRole('button', { name: 'Names shown' }));
    await screen.findByRole('button', { name: 'Names hidden' });
  }

  it('leave class and number on Today until a row has focus', async () => {
    const walk = await inside({ busy: true, drafts: true });
    await hide(walk);

    const main = walk.container.querySelector('main');
    expect(main?.querySelector('h2')?.textContent).toBe('10K, MV-2026-0143');
    expect(main?.textContent).not.toMatch(/Lewis|Kacper|Tilly|Amara|Idris|Zainab|Mina|Jayden|Noor|Siobhán|Farrant|Dev /);
    const link = screen.getByRole('link', { name: '7B, MV-2026-0148' });
    link.focus();

    await waitFor(() => {
      expect(link.textContent).toBe('Kacper Wiśniewski, 7B: alone by the gate');
    });
    expect(main?.textContent).not.toContain('Tilly');
    link.blur();
    await waitFor(() => {
      expect(link.textContent).toBe('7B, MV-2026-0148');
    });
  });

  it('are not told in the margin, nor is a concern about staff called a pupil', async () => {
    const walk = await inside();
    const walked = { class: '', open: true, steps: 1, last: '10:41, R. Calloway' };
    walk.office.answer({
      today: {
        ...quiet,
        walks: [
          { ...walked, flow: 'staff', concern: null, id: 'w-1', title: '1.2 About staff', about: 'Mr Frost', of_pupil: false },
          { ...walked, flow: 'missing', concern: null, id: 'w-2', title: '3.1 Missing', about: 'Mina Orsino', of_pupil: true },
        ],
      },
    });
    topics.concerns += 1;
    await hide(walk);

    const under = await screen.findByRole('region', { name: 'Flowcharts under way' });
    expect(under.textContent).toContain('A concern; the last step');
    expect(under.textContent).toContain('A pupil; the last step');
    expect(under.textContent).not.toMatch(/Frost|Mina/);
  });

  it('stay hidden in every list, and are forgotten at the lock', async () => {
    const walk = await inside();
    await hide(walk);
    await goTo(walk, 'Concerns');
    expect(await screen.findByRole('link', { name: '8H, MV-2026-0139' })).toBeTruthy();
    expect(walk.container.querySelector('main')?.textContent).not.toMatch(/Noor|Bright/);
    await goTo(walk, 'Pupils');
    expect(await screen.findByRole('link', { name: '8T, UPN ends 6001' })).toBeTruthy();
    expect(walk.container.querySelector('main')?.textContent).not.toContain('Amara');

    await house.lock();

    expect(house.names).toBe(true);
  });
});
