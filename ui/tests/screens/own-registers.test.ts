/** Registers of the school's own: added by the keyboard, found in the list, put away, and nothing typed is lost. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { RegisterForm } from '../../src/bindings/office';
import { unkept } from '../../src/frame/unkept.svelte';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

const reports = 'Platform and provider reports';

beforeEach(() => {
  unkept.forget();
});

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

/** By the crumb above the title, not by the spine. */
async function toList(walk: Walk): Promise<void> {
  await walk.user.click(screen.getAllByRole('button', { name: 'Registers' }).at(-1) ?? document.body);
  await title('Registers');
}

async function begun(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Registers');
  await press(walk, 'Add a register of your own');
  await title('A register of your own');
  return walk;
}

/** A register with a person and a day by which it is due. */
async function filled(): Promise<Walk> {
  const walk = await begun();
  await walk.user.type(screen.getByLabelText('What it is called'), 'Minibus keys');
  await walk.user.type(screen.getByLabelText('What it is for'), 'Who has the keys.');
  await walk.user.type(screen.getByLabelText(/^When something is entered/), 'Whenever a key leaves');
  await walk.user.selectOptions(screen.getByLabelText(/^How often somebody looks through it/), 'term');
  await press(walk, 'Add the first part');
  await walk.user.type(await screen.findByLabelText('What is entered'), 'Back by');
  await walk.user.selectOptions(screen.getByLabelText('How it is answered'), 'date');
  await press(walk, 'Add a part after this one');
  const labels = await screen.findAllByLabelText('What is entered');
  await walk.user.type(labels[1] ?? document.body, 'Back on');
  await walk.user.selectOptions(screen.getByLabelText('It is due by'), 'Back by');
  await walk.user.selectOptions(await screen.findByLabelText(/^It is done once this is filled in/), 'Back on');
  return walk;
}

async function keep(walk: Walk): Promise<void> {
  await walk.user.type(screen.getByLabelText(/^Why it is changed/), 'The governors asked for it.');
  await press(walk, /^Keep it as the school’s own/);
}

describe('the list of registers', () => {
  it('says of each what is late, how many lines there are, and who keeps it', async () => {
    const walk = await inside();
    await goTo(walk, 'Registers');
    expect(await screen.findByText('2 lines are late')).toBeTruthy();
    expect(screen.getAllByText('Nothing is written in it yet').length).toBeGreaterThan(0);
    expect(screen.getByText('Kept by: Headteacher')).toBeTruthy();
    expect(screen.getByText(/^None yet\. A register of your own/)).toBeTruthy();
    await walk.user.type(screen.getByLabelText(/^Words of its name/), 'platform');
    await waitFor(() => { expect(screen.queryByRole('button', { name: 'Low-level concerns' })).toBeNull(); });
    await press(walk, reports);
    await title(reports);
    await toList(walk);
    await waitFor(() => { expect(document.activeElement?.id).toBe('row-platform-report-log'); });
  });
});

describe('a register of the school’s own', () => {
  it('is added, says where concerns about adults belong, and opens at its page for the first line', async () => {
    const walk = await filled();
    expect(screen.getByText('Not for what an adult did.')).toBeTruthy();
    await keep(walk);
    await title('Minibus keys');
    expect(await screen.findByText('The register is kept. Write its first line.')).toBeTruthy();
    const { form } = lastAsked(walk.office, 'save_register_edit') as { form: RegisterForm };
    expect(form.fields.map(({ label, kind }) => [label, kind])).toEqual([['Back by', 'date'], ['Back on', 'text']]);
    expect(form.fields.map(({ id }) => id)).toEqual([form.by, form.done]);
    expect(form.every).toBe('term');
    await toList(walk);
    expect(await screen.findByRole('button', { name: 'Minibus keys' })).toBeTruthy();
  });

  it('names what is still to be put right, and goes to it', async () => {
    const walk = await begun();
    await walk.user.type(screen.getByLabelText('What it is called'), 'Minibus keys');
    await press(walk, /^Keep it as the school’s own/);
    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
    await press(walk, 'Say what it is for');
    await waitFor(() => { expect(document.activeElement?.id).toBe('f-purpose'); });
    expect(screen.getByLabelText<HTMLInputElement>('What it is called').value).toBe('Minibus keys');
  });

  it('gives back a part that was taken out, with what made a line late', async () => {
    const walk = await filled();
    await press(walk, 'Take this part out: Back by');
    expect(screen.getByLabelText<HTMLSelectElement>('It is due by').value).toBe('');
    await press(walk, 'Put it back');
    expect(screen.getByLabelText<HTMLSelectElement>('It is due by').selectedOptions[0]?.textContent).toBe('Back by');
  });

  it('is put away with a reason, takes no new line, and is taken up again', async () => {
    const walk = await filled();
    await keep(walk);
    await title('Minibus keys');
    await press(walk, 'Put this register away');
    await waitFor(() => { expect(document.activeElement?.id).toBe('f-away'); });
    await press(walk, 'Sign and put it away');
    expect(await screen.findByText('Say why, in a sentence')).toBeTruthy();
    await walk.user.type(screen.getByLabelText(/^Why it is not kept any more/), 'The minibus was sold.');
    await press(walk, 'Sign and put it away');
    expect(await screen.findByText(/^This register is put away/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Write a line' })).toBeNull();
    await waitFor(() => { expect(document.activeElement?.id).toBe('put-away'); });
    await press(walk, 'Take this register up again');
    await walk.user.type(await screen.findByLabelText(/^Why it is taken up again/), 'There is a new one.');
    await press(walk, 'Sign and take it up');
    expect(await screen.findByRole('button', { name: 'Write a line' })).toBeTruthy();
  });

  it('waits as it was left, for whoever typed it', async () => {
    const walk = await begun();
    await walk.user.type(screen.getByLabelText('What it is called'), 'Minibus keys');
    await goTo(walk, 'Today');
    await goTo(walk, 'Registers');
    await press(walk, 'Add a register of your own');
    expect((await screen.findByLabelText<HTMLInputElement>('What it is called')).value).toBe('Minibus keys');
  });
});

describe('a register that came with Strongroom', () => {
  it('can be added to, and what it asks stays', async () => {
    const walk = await inside();
    await goTo(walk, 'Registers');
    await press(walk, reports);
    await press(walk, 'Change what it asks');
    await title(`Change: ${reports}`);
    await press(walk, /^Part 2, .*Platform/);
    expect(screen.queryByRole('button', { name: 'Take this part out: Platform' })).toBeNull();
    expect(screen.getByText(/It came with Strongroom, and reports read it\./)).toBeTruthy();
    await press(walk, 'Add a part after this one');
    expect(screen.getByLabelText('How it is answered')).toBeTruthy();
  });
});
