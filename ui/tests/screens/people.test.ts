/** People: adults on record, who belongs to a pupil, records that are one child, names used online. */
import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function toAround(walk: Walk): Promise<void> {
  await goTo(walk, 'Pupils');
  await walk.user.click(await screen.findByRole('link', { name: 'Amara Oyelaran' }));
  await walk.user.click(await screen.findByRole('button', { name: 'Household, contacts, agencies, links' }));
  await title('Around Amara Oyelaran');
}

describe('who belongs to a pupil', () => {
  it('says who may be rung, who must not be, and who has parental responsibility', async () => {
    const walk = await inside();
    await toAround(walk);

    const family = screen.getByRole('region', { name: 'Family and household' });
    expect(family.textContent).toContain('Ring first');
    expect(family.textContent).toContain('Parental responsibility');
    expect(family.textContent).toContain('Do not ring');
    expect(family.textContent).toContain('Court order of 12 January 2026');
    expect(screen.getByRole('region', { name: 'Agencies and professionals' }).textContent).toContain('Owen Bright');
  });

  it('adds somebody new with what they are to the child in one step, by keyboard', async () => {
    const walk = await inside();
    await toAround(walk);
    await walk.user.click(screen.getByRole('button', { name: 'Add a parent, carer or relative' }));
    await title('Family or household of Amara Oyelaran');

    await walk.user.type(screen.getByRole('combobox', { name: 'Who is it?' }), 'Bisi Ade');
    await screen.findByRole('option', { name: 'Add “Bisi Ade” as a new adult' });
    await walk.user.keyboard('{Enter}');
    await walk.user.selectOptions(screen.getByLabelText('What are they to the child?'), 'Mother');
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    await title('Around Amara Oyelaran');

    expect(lastAsked(walk.office, 'save_tie')).toMatchObject({
      form: { pupil: 's-amara', relation: 'mother', new_adult: { name: 'Bisi Ade', kind: 'parent-carer' } },
    });
  });

  it('asks for a reason before anything is changed and before anybody is taken off', async () => {
    const walk = await inside();
    await toAround(walk);
    await walk.user.click(screen.getByRole('button', { name: 'Change what is written of Folake Oyelaran' }));
    await title('Folake Oyelaran and Amara Oyelaran');
    await walk.user.click(screen.getByRole('button', { name: 'They no longer belong here' }));

    expect((await screen.findByRole('alert')).textContent).toContain('Say why it no longer holds');
    await walk.user.type(screen.getByLabelText(/^Why you change it/), 'Written by mistake');
    await walk.user.click(screen.getByRole('button', { name: 'They no longer belong here' }));
    await walk.user.click(await screen.findByRole('button', { name: 'Take them off' }));
    await title('Around Amara Oyelaran');
    expect(lastAsked(walk.office, 'end_tie')).toMatchObject({ entry: 't-a-folake', reason: 'Written by mistake' });
  });

  it('keeps other children letters in the picture and its list until somebody asks', async () => {
    const walk = await inside();
    await toAround(walk);
    const links = await screen.findByRole('region', { name: /Who is connected/ });
    await screen.findByRole('img', { name: /Picture of Amara Oyelaran and 4 people/ });
    expect(links.textContent).toContain('Child A');
    expect(links.textContent).not.toContain('Jayden');

    await walk.user.click(screen.getByRole('button', { name: 'Show names until I leave this page' }));
    await waitFor(() => { expect(links.textContent).toContain('Jayden Fairbrother'); });
    expect(lastAsked(walk.office, 'links')).toEqual({ pupil: 's-amara', names: true });
  });

  it('prints the picture and its list, with other children as letters unless somebody asks', async () => {
    const walk = await inside();
    await toAround(walk);
    await walk.user.click(await screen.findByRole('button', { name: 'Print these links' }));
    await title('Links of Amara Oyelaran');
    expect((screen.getByRole('checkbox', { name: 'Other children by letter' }) as HTMLInputElement).checked).toBe(true);
    await walk.user.type(screen.getByLabelText('What it is printed for'), 'strategy discussion{Enter}');
    await waitFor(() => {
      expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({
        asked: { kind: 'links', pupil: 's-amara', mask_others: true, purpose: 'strategy discussion' },
      });
    });
    await screen.findByRole('button', { name: 'Who belongs to them' });
  });

  it('gives every one of forty-four people a line and a name of their own', async () => {
    const walk = await inside({ many: true });
    await toAround(walk);
    const drawing = await screen.findByRole('img', { name: /44 people/ });
    const places = [...drawing.querySelectorAll('circle')].map((dot) => `${dot.getAttribute('cx')} ${dot.getAttribute('cy')}`);
    expect(new Set(places).size).toBe(44);
    const heights = [...drawing.querySelectorAll('circle')]
      .filter((dot) => dot.getAttribute('cx') === '660')
      .map((dot) => Number(dot.getAttribute('cy')))
      .sort((a, b) => a - b);
    heights.slice(1).forEach((high, at) => {
      expect(high - (heights[at] ?? 0)).toBeGreaterThanOrEqual(30);
    });
  });
});

describe('adults on record', () => {
  it('are found by agency, and their page says how to reach them and which concerns name them', async () => {
    const walk = await inside();
    await goTo(walk, 'People');
    await walk.user.type(await screen.findByLabelText('A name, an agency or a number'), 'children’s');
    await waitFor(() => { expect(screen.queryByRole('link', { name: /Folake/ })).toBeNull(); });
    await walk.user.click(await screen.findByRole('link', { name: 'Owen Bright' }));
    await title(/^Owen Bright/);
    expect(screen.getByText('01632 960147')).toBeTruthy();
  });

  it('can be somebody whose name nobody knows, by what they look like', async () => {
    const walk = await inside();
    await goTo(walk, 'People');
    await walk.user.click(await screen.findByRole('button', { name: 'Add an adult' }));
    await walk.user.click(await screen.findByRole('button', { name: /Sign these details/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Write their name');
    await walk.user.selectOptions(screen.getByLabelText('Who they are'), 'Somebody whose name nobody knows');
    await walk.user.type(screen.getByLabelText('What they look like'), 'Woman with a red pram');
    await walk.user.click(screen.getByRole('button', { name: /Sign these details/ }));
    await waitFor(() => {
      expect(lastAsked(walk.office, 'save_adult')).toMatchObject({ form: { name: '', kind: 'unknown', description: 'Woman with a red pram' } });
    });
  });

  it('are offered while a concern is written, and kept by who they are', async () => {
    const walk = await inside();
    await walk.user.keyboard('{Control>}n{/Control}');
    await title('Record a concern');
    const who = await screen.findByRole('combobox', { name: /pupil or an adult/ });
    await walk.user.type(who, 'grey van');
    await walk.user.click(await screen.findByRole('option', { name: /Man in his forties/ }));
    await waitFor(() => {
      expect(lastAsked(walk.office, 'keep_draft')).toMatchObject({ form: { people: [{ adult: 'a-van', kind: 'adult', pupil: null }] } });
    }, { timeout: 4000 });
  });
});

describe('who may be here twice', () => {
  it('becomes one child only after somebody says which stays and how they know', async () => {
    const walk = await inside();
    await goTo(walk, 'People');
    await walk.user.click(await screen.findByRole('button', { name: 'Perhaps twice' }));
    await walk.user.click(await screen.findByRole('button', { name: 'They are one child' }));
    expect(screen.getByText('Say how you know that they are one child')).toBeTruthy();
    expect(lastAsked(walk.office, 'join_records')).toBeUndefined();

    await walk.user.click(screen.getByRole('radio', { name: /^Amara Oyelaran/ }));
    await walk.user.type(screen.getByLabelText('How do you know that they are one child?'), 'Same address');
    await walk.user.click(screen.getByRole('button', { name: 'They are one child' }));
    await screen.findByText('Put together. Amara Oyelaran stands for both.');
    expect(lastAsked(walk.office, 'join_records')).toEqual({ of: 'pupil', kept: 's-amara', other: 's-amara-2', reason: 'Same address' });
  });

  it('are two children, and are not asked about again', async () => {
    const walk = await inside();
    await goTo(walk, 'People');
    await walk.user.click(await screen.findByRole('button', { name: 'Perhaps twice' }));
    await walk.user.click(await screen.findByRole('button', { name: 'They are two children' }));
    await walk.user.click(await screen.findByRole('button', { name: 'Found to be two 1' }));
    expect(screen.queryByRole('button', { name: 'They are one child' })).toBeNull();
    await walk.user.click(screen.getByRole('button', { name: /^Ask about them again: Amara/ }));
    await screen.findByRole('button', { name: 'They are one child' });
  });
});

describe('an adult in two records', () => {
  async function together(walk: Walk): Promise<void> {
    await goTo(walk, 'People');
    await walk.user.click(await screen.findByRole('button', { name: 'Perhaps twice' }));
    const pair = await screen.findByRole('region', { name: 'Folake Oyelaran and Mrs F. Oyelaran' });
    await walk.user.click(within(pair).getByRole('radio', { name: /^Folake Oyelaran/ }));
    await walk.user.type(within(pair).getByLabelText('How do you know that they are one adult?'), 'The same number');
    await walk.user.click(within(pair).getByRole('button', { name: 'They are one adult' }));
    await screen.findByText('Put together. Folake Oyelaran stands for both.');
  }

  it('becomes one after somebody says which stays and how they know', async () => {
    const walk = await inside();
    await together(walk);
    expect(lastAsked(walk.office, 'join_records')).toEqual({ of: 'adult', kept: 'a-folake', other: 'a-folake-2', reason: 'The same number' });
    expect(screen.queryByRole('button', { name: 'They are one adult' })).toBeNull();
  });

  it('is taken apart again from their page, with a reason', async () => {
    const walk = await inside();
    await together(walk);
    await walk.user.click(screen.getByRole('button', { name: 'Adults' }));
    await walk.user.click(await screen.findByRole('link', { name: 'Folake Oyelaran' }));
    await title(/^Folake Oyelaran/);
    await walk.user.click(await screen.findByRole('button', { name: 'Two records, one adult 1' }));
    expect(screen.getByText(/The record of Mrs F. Oyelaran, Parent or carer was put together/)).toBeTruthy();
    await walk.user.click(screen.getByRole('button', { name: 'They are two adults after all' }));
    await walk.user.click(screen.getByRole('button', { name: 'Take them apart' }));
    expect(screen.getByText('Say why they are two adults')).toBeTruthy();
    await walk.user.type(screen.getByLabelText('Why are they two adults?'), 'Two sisters');
    await walk.user.click(screen.getByRole('button', { name: 'Take them apart' }));
    await waitFor(() => {
      expect(lastAsked(walk.office, 'part_records')).toEqual({ of: 'adult', id: 'a-folake', entry: 'j-folake', reason: 'Two sisters' });
    });
  });
});

describe('people of the same name', () => {
  it('are pointed out in the lists, with what tells them apart, and not while names are hidden', async () => {
    const walk = await inside({ namesakes: true });
    await goTo(walk, 'Pupils');
    const same = await screen.findAllByRole('rowheader', { name: /Amara Oyelaran.*Same name as another/ });
    expect(same.length).toBe(2);
    expect(same.map((cell) => cell.closest('tr')?.textContent)).toEqual([expect.stringContaining('8T'), expect.stringContaining('11B')]);
    await goTo(walk, 'People');
    expect((await screen.findAllByRole('rowheader', { name: /Folake Oyelaran.*Same name as another/ })).length).toBe(2);
    await walk.user.click(screen.getByRole('button', { name: 'Names shown' }));
    await waitFor(() => { expect(screen.queryByText('Same name as another')).toBeNull(); });
  });

  it('are told apart by their date of birth where somebody is chosen, and in what is found', async () => {
    const walk = await inside({ namesakes: true });
    await walk.user.keyboard('{Control>}n{/Control}');
    await title('Record a concern');
    await walk.user.type(await screen.findByRole('combobox', { name: /pupil or an adult/ }), 'amara');
    await screen.findByRole('option', { name: /Amara Oyelaran 11B, 15 years, born 3 February 2011 Same name as another/ });
    await walk.user.keyboard('{Control>}k{/Control}');
    await walk.user.type(await screen.findByRole('combobox', { name: 'A name, a word, a record number' }), 'amara');
    const found = await screen.findAllByRole('option', { name: /Amara Oyelaran.*born.*Same name as another/ });
    expect(found.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a name used online', () => {
  it('that stands in another concern is pointed out on the concern', async () => {
    const walk = await inside();
    await walk.user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    const seen = await screen.findByRole('region', { name: 'Seen before' });
    expect(seen.textContent).toContain('“@Night_Rider99” stands in another concern too');
  });

  it('is listed with every concern that names it', async () => {
    const walk = await inside();
    await goTo(walk, 'People');
    await walk.user.click(await screen.findByRole('button', { name: 'Names used online' }));
    await walk.user.click(await screen.findByRole('button', { name: 'Show all 2 concerns that name @Night_Rider99' }));
    await waitFor(() => { expect(lastAsked(walk.office, 'online_name')).toEqual({ mark: 'user night_rider99' }); });
  });

  it('says calmly that the names could not be fetched', async () => {
    const walk = await inside({ failing: { online_names: fault('unexpected', 'Something in Strongroom stopped before it was done.') } });
    await goTo(walk, 'People');
    await walk.user.click(await screen.findByRole('button', { name: 'Names used online' }));
    await screen.findByText('Something in Strongroom stopped before it was done.');
  });
});
