/** Tables: what the school does about a behaviour, what was done, and where it departs. */
import { within } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function faults(): Promise<string[]> {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] });
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function fromConcern(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Concerns');
  await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
  await press(walk, 'What the school does about…');
  await screen.findByText(/Tables alone\./);
  return walk;
}

async function behaviour(): Promise<Walk> {
  const walk = await fromConcern();
  await press(walk, 'Pupil actions and sanctions');
  await title('Pupil actions and sanctions');
  await walk.user.type(screen.getByLabelText(/Words of what happened/), 'proxy');
  expect(screen.getByText('1 of 5')).toBeTruthy();
  await press(walk, /^Uses a proxy/);
  await screen.findByRole('heading', { name: /^Uses a proxy/ });
  return walk;
}

const sign = (walk: Walk): Promise<void> => press(walk, /^Sign what was done/);

describe('what the school does about a behaviour', () => {
  it('leads from a concern to the tables alone', async () => {
    const walk = await fromConcern();
    expect(screen.queryByRole('button', { name: 'Online grooming' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Communication technologies' })).toBeTruthy();
    await press(walk, 'Show everything');
    expect(screen.getByRole('button', { name: 'Online grooming' })).toBeTruthy();
  });

  it('shows what is printed and ticks nothing beforehand', async () => {
    await behaviour();
    expect(document.activeElement?.id).toBe('behaviour');
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.some((box) => box.checked)).toBe(false);
    expect(boxes.slice(0, 3).map((box) => box.closest('label')?.textContent.trim())).toEqual([
      'Tell the headteacher as printed', 'Tell parents or carers as printed', 'Warning as printed',
    ]);
    expect(screen.queryByLabelText(/It is not what the table says/)).toBeNull();
  });

  it('asks what was done, and a reason where it departs', async () => {
    const walk = await behaviour();
    await sign(walk);
    expect(await screen.findByRole('link', { name: 'Choose whose behaviour it was' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Say what was done, of the list or in words' })).toBeTruthy();
    await walk.user.selectOptions(screen.getByLabelText(/^Whose behaviour/), 'Jayden Fairbrother, witness');
    await walk.user.click(screen.getByLabelText(/^Tell the headteacher/));
    await walk.user.click(screen.getByLabelText(/^Tell technical support/));
    expect(screen.getByText('Not done of what it says: Tell parents or carers; Warning. Not in the table for it: Tell technical support.')).toBeTruthy();
    await sign(walk);
    expect(await screen.findByRole('link', { name: 'It is not what the table says. Say why, in a sentence' })).toBeTruthy();
    expect(lastAsked(walk.office, 'add_to_case')).toBeUndefined();

    await walk.user.type(screen.getByLabelText('It is not what the table says. Say why'), 'Her mother was in school already.');
    await walk.user.type(screen.getByLabelText('Anything else, and what came of it'), 'She showed how it was done.');
    await sign(walk);
    expect(await screen.findByText(/response to a behaviour of Jayden Fairbrother: Uses a proxy/)).toBeTruthy();
    expect(lastAsked(walk.office, 'add_to_case')).toEqual({
      concern: 'c-amara',
      form: {
        what: 'response', table: 'sanctions-pupils', row: 'p12', whose: 'u-jay', done: ['refer-headteacher', 'refer-technical'],
        more: 'She showed how it was done.', reason: 'Her mother was in school already.',
      },
    });
    expect(screen.getByText('What was done is signed.')).toBeTruthy();
  });

  it('asks for no reason where it is as printed', async () => {
    const walk = await behaviour();
    await walk.user.selectOptions(screen.getByLabelText(/^Whose behaviour/), 'not-known');
    for (const name of [/^Tell the headteacher/, /^Tell parents/, /^Warning/]) await walk.user.click(screen.getByLabelText(name));
    expect(screen.queryByLabelText(/It is not what the table says/)).toBeNull();
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/response to a behaviour: Uses a proxy/)).toBeTruthy();
  });

  it('keeps what is typed, and is gone on with from Today', async () => {
    const walk = await behaviour();
    await walk.user.click(screen.getByLabelText(/^Tell technical support/));
    await walk.user.type(screen.getByLabelText('Anything else, and what came of it'), 'She showed how.');
    await goTo(walk, 'Today');
    await waitFor(() => {
      expect(lastAsked(walk.office, 'keep_addition')).toMatchObject({
        form: { concern: 'c-amara', what: 'response', entry: 'p12', fields: { table: 'sanctions-pupils', done: 'refer-technical', more: 'She showed how.' } },
      });
    });
    await goTo(walk, 'Guidance');
    await goTo(walk, 'Today');
    await press(walk, /what was done about a behaviour/);
    expect(await screen.findByDisplayValue('She showed how.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Tell technical support/).checked).toBe(true);
    await press(walk, 'Throw away what I typed');
    await screen.findByText('Choose what comes nearest to what happened.');
    expect(walk.office.asked.some((one) => one.name === 'drop_draft')).toBe(true);
  });

  it('goes back to the line it was chosen from', async () => {
    const walk = await behaviour();
    await press(walk, 'Choose another line');
    await waitFor(() => { expect(document.activeElement?.id).toBe('line-p12'); });
  });

  it('is only read without a concern', async () => {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    await press(walk, 'Pupil actions and sanctions');
    await press(walk, /^Deliberately opens/);
    const says = (await screen.findByRole('heading', { name: 'What the table says' })).parentElement;
    expect(within(says ?? document.body).getByText('Tell the police')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('a table to look things up in', () => {
  it('says in words what holds, and is searched by them', async () => {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    await press(walk, 'Communication technologies');
    const row = await screen.findByRole('row', { name: /^Mobile phones/ });
    expect(within(row).getByText('Pupils: with permission')).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /^Messaging/ })).getByText('nothing is said')).toBeTruthy();
    await walk.user.type(screen.getByLabelText(/Words of what is looked for/), 'not allowed');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    await walk.user.type(screen.getByLabelText(/Words of what is looked for/), ' zebra');
    expect(screen.getByText(/No line of this table/)).toBeTruthy();
    expect(await faults()).toEqual([]);
  });
});

describe('axe', () => {
  it('finds nothing: the list, a behaviour, a refusal, a fault', async () => {
    const walk = await behaviour();
    expect(await faults()).toEqual([]);
    await walk.user.click(screen.getByLabelText(/^Tell technical support/));
    await sign(walk);
    await screen.findByRole('link', { name: /It is not what the table says/ });
    expect(await faults()).toEqual([]);
    await press(walk, 'Choose another line');
    expect(await faults()).toEqual([]);
  }, 40000);

  it('finds nothing where a table cannot be fetched', async () => {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    walk.office.fail('matrix', fault('unexpected', 'Something stopped.'));
    await press(walk, 'Communication technologies');
    await screen.findByText('Something stopped.');
    expect(await faults()).toEqual([]);
  });
});
