import { describe, expect, it } from 'vitest';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function termDates(wishes = {}): Promise<Walk> {
  const walk = await inside(wishes);
  await goTo(walk, 'Vault');
  await walk.user.click(await screen.findByRole('button', { name: 'Settings of the school' }));
  await walk.user.click(await screen.findByRole('button', { name: 'Term dates' }));
  await title('Term dates');
  return walk;
}

describe('term dates', () => {
  it('every line is said back before it is signed, and which years are covered', async () => {
    const { user, office } = await termDates({ empty: true });
    expect(await screen.findByText(/^No term dates yet/)).toBeTruthy();

    await user.type(await screen.findByLabelText('Dates, one line each'), '5 Jan 2027 to 12 Feb 2027');
    expect(await screen.findByText('Tue 5 Jan 2027 to Fri 12 Feb 2027: 29 school days')).toBeTruthy();
    expect(screen.getByText('School year 2026\u201327.')).toBeTruthy();
    expect(office.asked.some((one) => one.name === 'save_terms')).toBe(false);

    await user.click(screen.getByRole('button', { name: /^Sign these dates/ }));
    expect(await screen.findByText(/^Signed\. School days are counted/)).toBeTruthy();
    expect(lastAsked(office, 'save_terms')).toEqual({ text: '5 Jan 2027 to 12 Feb 2027' });
  });

  it('a line that cannot be read is named by its number, and what was typed stays', async () => {
    const { user } = await termDates();
    const lines = await screen.findByLabelText<HTMLTextAreaElement>('Dates, one line each');
    await user.type(lines, 'half term');
    await user.click(screen.getByRole('button', { name: /^Sign these dates/ }));

    expect((await screen.findByRole('alert')).textContent).toContain('Line 3: We could not read this line');
    expect(lines.value).toContain('half term');
    expect(screen.queryByText(/^Signed/)).toBeNull();
  });
});

describe('by when', () => {
  async function adding(button: string): Promise<Walk> {
    const walk = await inside();
    await goTo(walk, 'Concerns');
    await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
    await walk.user.click(await screen.findByRole('button', { name: button }));
    return walk;
  }

  it('a rule shows its day, where it stands and that it is to be checked, and is signed with its start', async () => {
    const { user, office } = await adding('Add something to do');
    await user.type(await screen.findByLabelText(/What is to be done/), 'Be at the conference');
    await screen.findByRole('option', { name: '15 working days: Initial child protection conference' });
    await user.selectOptions(screen.getByLabelText(/By when/), 'rule:icpc_15wd');

    expect(await screen.findByText('Due Tue 1 Dec.')).toBeTruthy();
    expect(screen.getByText(/From statutory guidance, Working together/)).toBeTruthy();
    expect(screen.getByText('Check with your safeguarding partnership.')).toBeTruthy();
    await user.type(screen.getByLabelText(/^Counted from: Strategy discussion/), 'yesterday 15:00');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));

    await title(/^Amara Oyelaran/);
    const due = { by: 'rule', rule: 'icpc_15wd', from: '2026-11-09T15:00:00+00:00' };
    expect(lastAsked(office, 'add_to_case')).toMatchObject({ form: { what: 'action', due } });
    expect(screen.getByRole('region', { name: 'To do' }).textContent).toContain('15 working days (statutory guidance)');
  });

  it('five school days say calmly where the calendar does not reach', async () => {
    const { user } = await adding('Add something to do');
    await user.selectOptions(await screen.findByLabelText(/By when/), 'In five school days');

    expect(await screen.findByText(/calendar does not reach so far: working days were counted instead/)).toBeTruthy();
    expect(screen.getByText('Due Tue 17 Nov.')).toBeTruthy();
  });

  it('the rules of a referral are those of the body it goes to, and the one there is is meant until another is chosen', async () => {
    const { user } = await adding('Add a referral');
    const by = (): string => screen.getByLabelText<HTMLSelectElement>(/They should answer/).value;
    await user.selectOptions(await screen.findByLabelText(/To whom/), 'csc');
    await screen.findByRole('option', { name: /Social worker acknowledges/ });
    expect(by()).toBe('rule:csc_ack_1wd');
    await user.selectOptions(screen.getByLabelText(/To whom/), 'ceop');

    await waitFor(() => {
      expect(screen.queryByRole('option', { name: /Social worker acknowledges/ })).toBeNull();
    });
    expect(by()).toBe('never');

    await user.selectOptions(screen.getByLabelText(/They should answer/), 'In five working days');
    await user.selectOptions(screen.getByLabelText(/To whom/), 'csc');
    await screen.findByRole('option', { name: /Social worker acknowledges/ });
    expect(by()).toBe('wd5');
  });

  it('something to do is due the next working day, and without a day it says that nothing will remind anybody', async () => {
    const { user } = await adding('Add something to do');
    const by = await screen.findByLabelText<HTMLSelectElement>(/By when/);

    expect(by.selectedOptions[0]?.textContent).toBe('The next working day');
    expect(screen.queryByText(/nothing on Today reminds anybody/)).toBeNull();
    await user.selectOptions(by, 'No day');
    expect(screen.getByText(/nothing on Today reminds anybody/)).toBeTruthy();
  });
});
