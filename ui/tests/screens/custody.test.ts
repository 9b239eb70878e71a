/** Devices and other things a school keeps: what each is, whose hands it went through, and what nobody knows of it. */
import { within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

const phone = 'Her telephone, black';
const pictures = 'A picture he asked her for, she says';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function concern(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Concerns');
  await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
  await screen.findByRole('heading', { name: 'Since then' });
  return walk;
}

function kept(): HTMLElement {
  return screen.getByRole('region', { name: 'Devices and other things kept' });
}

function happened(what = phone): HTMLElement[] {
  return within(screen.getByRole('list', { name: `What happened to it: ${what}` })).getAllByRole('listitem');
}

async function passing(walk: Walk, name: string | RegExp = `Say what happened to it: ${phone}`): Promise<void> {
  await press(walk, name);
  await title('What happened to a thing that is kept');
}

afterEach(() => {
  vi.unstubAllGlobals();
});

function choice(name: string): HTMLElement {
  return screen.getByRole('radio', { name });
}

describe('a thing that is kept', () => {
  it('stands on the concern with what it is, where it is now, and what happened in order', async () => {
    await concern();
    expect(kept().textContent).toContain('Her bag, by P. Osei, Tue 10 Nov, 09:40');
    expect(kept().textContent).toContain('Where it is now: Kept at: the safe in the office, since Tue 10 Nov, 11:20.');
    const order = happened().map((line) => /Taken|Where it was kept|Handed over|Put somewhere else/.exec(line.textContent)?.[0]);
    expect(order).toEqual(['Taken', 'Where it was kept', 'Handed over', 'Put somewhere else']);
    expect(happened()[2]?.textContent).toContain('To R. Calloway, designated safeguarding lead.');
    expect(happened()[2]?.textContent).toContain('Written by R. Calloway, 11:25');
  });

  it('a time of which nothing is known is said in words beside its sign, and nobody can strike it', async () => {
    await concern();
    const gap = happened()[1];
    expect(gap?.textContent).toContain('Not known. Where it was kept between Tue 10 Nov, 09:40 and Tue 10 Nov, 11:10 is not recorded.');
    expect(gap?.querySelector('svg')).not.toBeNull();
    expect(gap?.querySelector('button')).toBeNull();
    expect(happened()[0]?.querySelector('svg')).toBeNull();
  });

  it('what was written of it by mistake is struck with why, and stays to be read', async () => {
    const walk = await concern();
    await press(walk, 'Written by mistake: Handed over in school, Tue 10 Nov, 11:10');
    await title('A step written by mistake');
    expect(screen.getByText(/^Handed over in school: Her telephone/)).toBeTruthy();
    expect(screen.getByText(/is not known of its way, then follows from the other lines/)).toBeTruthy();
    await walk.user.type(screen.getByLabelText(/What was wrong/), 'It was the deputy who had it.');
    await press(walk, /^Sign it/);
    await title(/^Amara Oyelaran/);
    expect(lastAsked(walk.office, 'add_to_case')).toMatchObject({ form: { what: 'struck', entry: 'k-2', struck: true } });
    const line = happened()[2];
    expect(line?.querySelector('s')?.textContent).toContain('Handed over in school');
    expect(line?.textContent).toContain('Written by mistake, says R. Calloway, 11:45: It was the deputy who had it.');
    await press(walk, 'Let it stand again: Handed over in school, Tue 10 Nov, 11:10');
    await walk.user.type(await screen.findByLabelText(/Why it stands after all/), 'The deputy was only with me.');
    await press(walk, /^Sign it/);
    await title(/^Amara Oyelaran/);
    expect(happened()[2]?.querySelector('s')).toBeNull();
  });

  it('its sheet is asked for by its entry, and leads back to the record', async () => {
    const walk = await concern();
    await press(walk, `Print its sheet: ${phone}`);
    await walk.user.type(await screen.findByLabelText('What it is printed for'), 'the officer');
    await press(walk, 'Lay out the pages');
    await screen.findByRole('img');
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({ asked: { kind: 'held', id: 'c-amara', entry: 'h-1', purpose: 'the officer' } });
    await press(walk, 'The record');
    await title(/^Amara Oyelaran/);
  });

  it('is written down from the list of what can be added, with everything that was said of it', async () => {
    const walk = await concern();
    await walk.user.keyboard('{Control>}e{/Control}');
    await title(/^Add to Amara Oyelaran/);
    await walk.user.click(choice('A device or another thing kept What it is, whose, in which state, in which bag'));
    expect(screen.getByText(/^Leave it switched on or off as it was found/)).toBeTruthy();
    await press(walk, /^Sign it/);
    expect((await screen.findByRole('alert')).textContent).toContain('Say what it is');
    expect(screen.getByLabelText('What it is').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByLabelText('Why it is put right')).toBeNull();
    const said: [string, string][] = [
      ['What it is', 'A school tablet'], ['Make and model', 'Tab 8'], ['Serial number, IMEI or asset number', 'A-0031'],
      ['Whose it is', 'The school'], ['Who usually uses it, if that is somebody else', 'Jayden'],
      ['Where it was found', 'Room 12'], ['Who found it', 'D. Marwaha'], ['When it was found', 'today 9:40'],
      ['In which state it was', 'Off'], ['Bag or envelope, and the number of its seal', 'Envelope 15'],
    ];
    for (const [label, text] of said) await walk.user.type(screen.getByLabelText(label), text);
    await press(walk, /^Sign it/);
    await title(/^Amara Oyelaran/);
    expect(lastAsked(walk.office, 'add_to_case')).toMatchObject({
      form: {
        what: 'held', entry: null, reason: '',
        item: {
          what: 'A school tablet', make: 'Tab 8', serial: 'A-0031', owner: 'The school', user: 'Jayden', found_where: 'Room 12',
          found_by: 'D. Marwaha', found: '2026-11-10T09:40:00+00:00', state: 'Off', packing: 'Envelope 15',
        },
      },
    });
    expect(kept().textContent).toContain('Nobody has said yet where it is.');
  });

  it('is put right with why, beginning from what stands there', async () => {
    const walk = await concern();
    await press(walk, `Put right: ${phone}`);
    await title('A device or another thing kept');
    expect(screen.getByLabelText<HTMLInputElement>('When it was found').value).toBe('Tue 10 Nov, 09:40');
    await walk.user.type(screen.getByLabelText('Make and model'), 'Galaxy A14');
    await press(walk, /^Sign it/);
    expect((await screen.findByRole('alert')).textContent).toContain('why it is put right');
    await walk.user.type(screen.getByLabelText('Why it is put right'), 'Read from its back.');
    await press(walk, /^Sign it/);
    await title(/^Amara Oyelaran/);
    expect(lastAsked(walk.office, 'add_to_case')).toMatchObject({
      form: { what: 'held', entry: 'h-1', reason: 'Read from its back.', item: { make: 'Galaxy A14', found: '2026-11-10T09:40:00+00:00' } },
    });
    expect(kept().textContent).toContain('put right once');
  });

  it('a day it was found that is not understood is not left out in silence', async () => {
    const walk = await concern();
    await press(walk, 'Add a device or another thing kept');
    await walk.user.type(await screen.findByLabelText('What it is'), 'A tablet');
    await walk.user.type(screen.getByLabelText('When it was found'), 'whenever');
    await press(walk, /^Sign it/);
    await screen.findByRole('alert');
    expect(screen.getByLabelText('When it was found').getAttribute('aria-invalid')).toBe('true');
    expect(lastAsked(walk.office, 'add_to_case')).toBeUndefined();
  });
});

describe('what happened to a thing', () => {
  it('a lead hands a telephone to the police with the keyboard alone', async () => {
    const walk = await concern();
    const { user, office } = walk;
    // Arrows among radios look for them by their escaped name, which jsdom cannot write.
    vi.stubGlobal('CSS', { escape: (name: string) => name });
    screen.getByRole('button', { name: `Say what happened to it: ${phone}` }).focus();
    await user.keyboard('{Enter}');
    await title('What happened to a thing that is kept');
    await waitFor(() => {
      expect(document.activeElement).toBe(choice('The school took it'));
    });
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(choice('Handed to the police')).toHaveProperty('checked', true);
    await user.tab();
    await user.keyboard('today 15:10{Tab}PC 4411 Lund{Tab}on, locked{Tab}bag 7, seal 0107{Tab}R-882{Tab}Asked for by DC Hartigan');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'add_to_case')).toMatchObject({
      concern: 'c-amara',
      form: {
        what: 'passed',
        entry: 'h-1',
        passed: {
          event: 'police', at: '2026-11-10T15:10:00+00:00', to: 'PC 4411 Lund', place: '', state: 'on, locked',
          packing: 'bag 7, seal 0107', receipt: 'R-882', words: 'Asked for by DC Hartigan',
        },
      },
    });
    expect(kept().textContent).toContain('With the police since');
    expect(within(kept()).getByText('The school does not have it any more')).toBeTruthy();
  });

  it('what is missing is said at its field', async () => {
    const walk = await concern();
    await passing(walk);
    await press(walk, /^Sign it/);
    const summary = await screen.findByRole('alert');
    expect(document.activeElement).toBe(summary);
    expect(within(summary).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#f-passed_event', '#f-at']);
    expect(screen.getByRole('group', { name: 'What happened to it?' }).textContent).toContain('Choose what happened to it');
    for (const [event, label] of [
      ['Handed to somebody in school', 'Who has it now'],
      ['Could not be found', 'Where it was looked for, and who was told'],
      ['Put somewhere else', 'Where it is kept now'],
      ['Switched on, opened or looked at', 'Why, on whose word, and what was done'],
    ] as const) {
      await walk.user.click(choice(event));
      await press(walk, /^Sign it/);
      await waitFor(() => {
        expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
      });
    }
  });

  it('a time that is not understood is not taken for now', async () => {
    const walk = await concern();
    await passing(walk);
    await walk.user.click(choice('Sealed or sealed again'));
    await walk.user.type(screen.getByLabelText('When'), 'whenever');
    await press(walk, /^Sign it/);
    await screen.findByRole('alert');
    expect(screen.getByLabelText('When').getAttribute('aria-invalid')).toBe('true');
    expect(lastAsked(walk.office, 'add_to_case')).toBeUndefined();
  });

  it('says what may be done to it before it is opened, and only then', async () => {
    const walk = await concern();
    await passing(walk);
    expect(screen.getByText(/^Nobody looks at what is on it/)).toBeTruthy();
    expect(screen.queryByText(/^Only what the police, or the head in writing/)).toBeNull();
    await walk.user.click(choice('Switched on, opened or looked at'));
    expect(screen.getByText(/^Only what the police, or the head in writing/).closest('[role="status"]')).not.toBeNull();
  });

  it('asks for a receipt where it left the school, and what has words in it never goes out of sight', async () => {
    const walk = await concern();
    await passing(walk);
    const receipt = (): HTMLInputElement | null => screen.queryByLabelText('Number of the receipt for it');
    expect(receipt()).toBeNull();
    await walk.user.click(choice('Given back'));
    expect(screen.queryByLabelText('Where it is kept now')).toBeNull();
    await walk.user.type(receipt() as HTMLElement, 'R-9');
    await walk.user.click(choice('Put somewhere else'));
    expect(receipt()?.value).toBe('R-9');
    await walk.user.clear(receipt() as HTMLElement);
    expect(receipt()).not.toBeNull();
    await walk.user.click(choice('Sealed or sealed again'));
    expect(receipt()).toBeNull();
  });

  it('what was half written comes back with every word, and with what had happened', async () => {
    const walk = await concern();
    await passing(walk);
    await walk.user.click(choice('Handed to the police'));
    await walk.user.type(screen.getByLabelText('When'), 'today 15:10');
    await walk.user.type(screen.getByLabelText('Who has it now'), 'PC Lund');
    await walk.user.type(screen.getByLabelText('Number of the receipt for it'), 'R-882');
    await press(walk, 'Leave it as a draft');
    await title(/^Amara Oyelaran/);
    await goTo(walk, 'Concerns');
    await press(walk, /^Carry on with Amara Oyelaran: what happened to a thing that is kept/);
    await title('What happened to a thing that is kept');
    expect(choice('Handed to the police')).toHaveProperty('checked', true);
    expect(screen.getByLabelText<HTMLInputElement>('Who has it now').value).toBe('PC Lund');
    expect(screen.getByLabelText<HTMLInputElement>('Number of the receipt for it').value).toBe('R-882');
    await press(walk, /^Sign it/);
    await screen.findByText('Signed: what happened to a thing that is kept.');
    expect(lastAsked(walk.office, 'add_to_case')).toMatchObject({
      form: { entry: 'h-1', passed: { event: 'police', at: '2026-11-10T15:10:00+00:00', to: 'PC Lund', receipt: 'R-882' } },
    });
    await goTo(walk, 'Concerns');
    expect(screen.queryByRole('button', { name: /^Carry on with Amara Oyelaran/ })).toBeNull();
  });

  it('half a thing and half of what happened to it are kept apart', async () => {
    const walk = await concern();
    await press(walk, `Put right: ${phone}`);
    await walk.user.type(await screen.findByLabelText('Make and model'), 'Galaxy');
    await press(walk, 'Leave it as a draft');
    await passing(walk);
    await walk.user.type(screen.getByLabelText('Who has it now'), 'PC Lund');
    await press(walk, 'Leave it as a draft');
    await press(walk, `Put right: ${phone}`);
    expect((await screen.findByLabelText<HTMLInputElement>('Make and model')).value).toBe('Galaxy');
    expect(screen.getByLabelText<HTMLInputElement>('Whose it is').value).toBe('Amara Oyelaran');
  });

  it('is said of the device of a withheld item too, and stands with it', async () => {
    const walk = await concern();
    expect(screen.queryByRole('list', { name: `What happened to it: ${pictures}` })).toBeNull();
    await passing(walk, `Say what happened to the device: ${pictures}`);
    expect(screen.getByText(pictures)).toBeTruthy();
    await walk.user.click(choice('Put somewhere else'));
    await walk.user.type(screen.getByLabelText('When'), 'today 11:10');
    await walk.user.type(screen.getByLabelText('Where it is kept now'), 'the safe');
    await press(walk, /^Sign it/);
    await title(/^Amara Oyelaran/);
    expect(lastAsked(walk.office, 'add_to_case')).toMatchObject({ form: { what: 'passed', entry: 'w-1', passed: { event: 'stored', place: 'the safe' } } });
    expect(happened(pictures)).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'Withheld items' }).textContent).toContain('Where the device is now: Put somewhere else');
  });
});
