/** Checklists: filled from the record and by whoever knows, copied out, sent with their gaps, read from then on. */
import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

const ceop = 'CEOP report: have this ready';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function toConcern(walk: Walk): Promise<void> {
  await goTo(walk, 'Concerns');
  await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
  await screen.findByRole('heading', { name: 'Since then' });
}

/** The CEOP report, begun for the first concern. */
async function begun(wishes = {}): Promise<Walk> {
  const walk = await inside(wishes);
  await toConcern(walk);
  await press(walk, 'Begin a checklist');
  await press(walk, ceop);
  await press(walk, /^Begin it for Amara Oyelaran, MV-2026-0147/);
  await screen.findByRole('navigation', { name: 'Parts of the form' });
  return walk;
}

function times(walk: Walk, name: string): number {
  return walk.office.asked.filter((one) => one.name === name).length;
}

async function toSuspect(walk: Walk): Promise<HTMLInputElement> {
  await press(walk, /^The suspect/);
  return screen.findByRole<HTMLInputElement>('textbox', { name: 'Age claimed, and age you think' });
}

describe('a checklist', () => {
  it('has what the record answers, with where that is from, and what is missing, worst first', async () => {
    const walk = await begun();

    expect(lastAsked(walk.office, 'begin_checklist')).toEqual({ list: 'ceop-referral', concern: 'c-amara' });
    expect(screen.getByRole('button', { name: /^The child\s+8 of 10\s*, partly answered/ }).getAttribute('aria-current')).toBe('true');
    expect(screen.getByText('29 answers came from the record. Nothing was sent; you type or read it to CEOP yourself.')).toBeTruthy();
    expect(screen.getAllByText('From the pupil’s page').length).toBeGreaterThan(2);
    const gaps = screen.getByRole('region', { name: 'Six gaps, worst first' });
    const [first, second] = within(gaps).getAllByRole('button');
    expect(first?.textContent).toMatch(/Web addresses\s+needed/);
    expect(second?.textContent).toMatch(/Does Amara know/);
    expect(screen.getByText('You can send it now.')).toBeTruthy();
    expect(screen.getByText(/Waiting is worse than a gap/)).toBeTruthy();
  });

  it('keeps an answer when its field is left, and asks nothing when nothing was changed', async () => {
    const walk = await begun();
    const age = await toSuspect(walk);
    await walk.user.click(age);
    await walk.user.click(screen.getByRole('textbox', { name: 'Where they say they are' }));
    expect(times(walk, 'answer')).toBe(0);

    await walk.user.type(age, '15, he said');
    await walk.user.click(screen.getByRole('textbox', { name: 'Where they say they are' }));

    await screen.findByText('15, he said');
    expect(lastAsked(walk.office, 'answer')).toEqual({
      form: { checklist: 'k-0', item: 'sus_age', answer: ['15, he said'], unknown: false },
    });
    expect(screen.getByText('Ruth Calloway, 10:33')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Five gaps, worst first' })).toBeTruthy();
  });

  it('opens a field by pressing its item beside the words, and an answer by its button', async () => {
    const walk = await begun();
    const age = await toSuspect(walk);
    await walk.user.click(screen.getByText(/do not ask Amara again/));
    expect(document.activeElement).toBe(age);

    await press(walk, 'Change: Is the person known in real life?');
    const known = screen.getByRole('radiogroup', { name: 'Is the person known in real life?' });
    await walk.user.click(within(known).getByRole('radio', { name: 'Not sure' }));
    await walk.user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => {
      expect(lastAsked(walk.office, 'answer')).toMatchObject({ form: { item: 'sus_known', answer: ['Not sure'] } });
    });
  });

  it('has what was typed after a lock, for whoever typed it, and has not signed it', async () => {
    const walk = await begun();
    await walk.user.type(await toSuspect(walk), '15, he');
    await walk.user.keyboard('{Control>}l{/Control}');
    await walk.user.type(await screen.findByLabelText('Your user name'), 'ruth.calloway');
    await walk.user.type(screen.getByLabelText('Password'), 'lantern orchard velvet{Enter}');
    await title(/November/);
    await press(walk, ceop);
    await screen.findByText('Typed and not kept');
    const [typed] = screen.getAllByRole('button', { name: 'Age claimed, and age you think' });
    if (typed !== undefined) await walk.user.click(typed);

    const age = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Age claimed, and age you think' });
    expect(document.activeElement).toBe(age);
    expect(age.value).toBe('15, he');
    expect(screen.getByText('You typed this and have not kept it.')).toBeTruthy();
    expect(times(walk, 'answer')).toBe(0);
  });

  it('signs nothing because something was laid over the page', async () => {
    const walk = await begun();
    const age = await toSuspect(walk);
    await walk.user.type(age, '15');
    await walk.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'Find anything' });

    expect(times(walk, 'answer')).toBe(0);
    expect(lastAsked(walk.office, 'keep_answer')).toEqual({ checklist: 'k-0', item: 'sus_age', answer: ['15'] });
    expect(age.value).toBe('15');
  });

  it('goes from gap to gap by the keyboard alone', async () => {
    const walk = await begun();
    screen.getByRole('button', { name: /^The child/ }).focus();
    await walk.user.keyboard('{Enter}');
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('The child');
    });
    await walk.user.keyboard('jjk');
    expect(document.activeElement?.id).toBe('item-child_name');
    await walk.user.keyboard('n');
    await waitFor(() => {
      expect(document.activeElement?.id).toBe('f-urls');
    });
    expect(screen.getByRole('heading', { level: 2, name: 'What happened' })).toBeTruthy();
    expect(screen.getByText('Next gap: Web addresses')).toBeTruthy();

    await walk.user.keyboard('blockhaven.example/kai{Control>}{Enter}{/Control}');
    await waitFor(() => {
      expect(document.activeElement?.id).toBe('f-child_knows');
    });
    expect(lastAsked(walk.office, 'answer')).toMatchObject({ form: { item: 'urls', answer: ['blockhaven.example/kai'] } });
    expect(screen.getByText('Kept: Web addresses. Next gap: Does Amara know you are reporting?')).toBeTruthy();
    for (const then of ['sus_location', 'sus_age', 'sus_children', 'child_contact', 'child_knows']) {
      await walk.user.keyboard('{Control>}{Enter}{/Control}');
      await waitFor(() => {
        expect(document.activeElement?.id).toBe(`f-${then}`);
      });
    }
  });

  it('has the keyboard from the start, before anything is pressed', async () => {
    const walk = await begun();
    await waitFor(() => {
      expect(document.activeElement?.tagName).toBe('H1');
    });
    await walk.user.keyboard('j');
    expect(document.activeElement?.id).toMatch(/^item-/);
    document.querySelector<HTMLElement>('h1')?.focus();
    await walk.user.keyboard('{Enter}');
    await waitFor(() => {
      expect(document.activeElement?.matches('.field *')).toBe(true);
    });
    await walk.user.keyboard('{Escape}');
    document.querySelector<HTMLElement>('h1')?.focus();
    await walk.user.keyboard('n');
    await waitFor(() => {
      expect(document.activeElement?.id).toBe('f-urls');
    });
  });

  it('opens nothing with J, and takes no letter for a command while a field is open', async () => {
    const walk = await begun();
    const age = await toSuspect(walk);
    await walk.user.keyboard('jjjj');
    expect(document.activeElement?.id).toBe('item-sus_age');
    expect(age.closest('.out-of-sight')).not.toBeNull();
    await walk.user.keyboard('{Enter}');
    await waitFor(() => {
      expect(document.activeElement).toBe(age);
    });
    await walk.user.keyboard('He knows');
    expect(age.value).toBe('He knows');

    const item = within(screen.getByRole('listitem', { name: 'Age claimed, and age you think' }));
    item.getByRole('checkbox', { name: 'Nobody knows' }).focus();
    await walk.user.keyboard('none');
    expect(document.activeElement).toBe(item.getByRole('checkbox', { name: 'Nobody knows' }));
    document.querySelector<HTMLElement>('h1')?.focus();
    await screen.findByText('He knows');
  });

  it('leaves an answer as it was with Escape', async () => {
    const walk = await begun();
    const age = await toSuspect(walk);
    await walk.user.type(age, 'wrong{Escape}');

    expect(age.value).toBe('');
    expect(document.activeElement?.id).toBe('item-sus_age');
    expect(times(walk, 'answer')).toBe(0);
    await walk.user.keyboard('{Enter}');
    await waitFor(() => {
      expect(document.activeElement).toBe(age);
    });
  });

  it('has an answer that could not be kept in its field still, and says so', async () => {
    const walk = await begun();
    const age = await toSuspect(walk);
    walk.office.fail('answer', fault('unexpected', 'The disk did not answer.'));
    await walk.user.type(age, '15');
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('The disk did not answer.');

    expect(age.value).toBe('15');
    expect(document.activeElement).toBe(age);
    await waitFor(() => {
      expect(lastAsked(walk.office, 'keep_answer')).toMatchObject({ item: 'sus_age', answer: ['15'] });
    });
    walk.office.fail('answer', null);
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('15');
  });

  it('says calmly that typing is not kept, and goes on', async () => {
    const walk = await begun();
    const age = await toSuspect(walk);
    walk.office.fail('keep_answer', fault('unexpected', 'No.'));
    await walk.user.type(age, '15');

    await screen.findByText(/^What you type is not kept just now/, {}, { timeout: 3000 });
    expect(age.value).toBe('15');
  });

  it('takes that nobody knows, which takes the answer away and gives it back', async () => {
    const walk = await begun();
    const age = await toSuspect(walk);
    await walk.user.type(age, '15');
    const item = within(screen.getByRole('listitem', { name: 'Age claimed, and age you think' }));
    await walk.user.click(item.getByRole('checkbox', { name: 'Nobody knows' }));
    expect(age.value).toBe('');
    await walk.user.click(item.getByRole('checkbox', { name: 'Nobody knows' }));
    expect(age.value).toBe('15');
    await walk.user.click(item.getByRole('checkbox', { name: 'Nobody knows' }));
    await walk.user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => {
      expect(lastAsked(walk.office, 'answer')).toMatchObject({ form: { item: 'sus_age', answer: [], unknown: true } });
    });
    expect(await item.findByText('Nobody knows')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Six gaps, worst first' })).toBeTruthy();
  });

  it('takes a list one thing on each line, and several choices in the order of the form', async () => {
    const walk = await begun();
    await press(walk, /^What happened/);
    await walk.user.type(await screen.findByRole('textbox', { name: 'Web addresses' }), 'blockhaven.example/kai{Enter}{Enter} quibble.example/k4i ');
    await press(walk, 'Change: What kind of contact');
    expect(lastAsked(walk.office, 'answer')).toMatchObject({
      form: { item: 'urls', answer: ['blockhaven.example/kai', 'quibble.example/k4i'] },
    });
    const kinds = screen.getByRole('group', { name: 'What kind of contact' });
    await walk.user.click(within(kinds).getByRole('checkbox', { name: 'Threats' }));
    await walk.user.click(within(kinds).getByRole('checkbox', { name: 'Sexual chat' }));
    await walk.user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => {
      expect(lastAsked(walk.office, 'answer')).toMatchObject({ form: { item: 'kinds', answer: ['Sexual chat', 'Wanting to meet', 'Threats'] } });
    });
  });

  it('says where a question may differ from the form, and what another laptop answered', async () => {
    const walk = await begun();
    const view = await walk.office.call('checklist', { id: 'k-0' });
    const name = view.sections[3]?.items[2];
    if (name !== undefined) name.beside = ['“K”, Dev Marwaha, 11:20'];
    walk.office.answer({ checklist: view });
    await goTo(walk, 'Today');
    await press(walk, ceop);
    await toSuspect(walk);
    expect(screen.getByText('“K”, Dev Marwaha, 11:20')).toBeTruthy();

    await press(walk, /^What happened/);
    expect(await screen.findByText('Compare with the form itself.')).toBeTruthy();
  });

  it('copies one answer', async () => {
    const walk = await begun();
    await toSuspect(walk);
    await press(walk, 'Copy: User names, profile links, numbers, payment details');

    expect(lastAsked(walk.office, 'copy_words')).toEqual({
      text: 'kai_drifts07    Blockhaven (game)\nk4i.Drifts_     Quibble (messages)',
    });
    expect(await screen.findByText('Copied')).toBeTruthy();
  });

  it('copies field by field in the order of the form, and says what is a gap', async () => {
    const walk = await begun();
    await press(walk, 'Copy field by field');
    await screen.findByText('1 of 47');
    await walk.user.keyboard('{Enter}');
    await waitFor(() => {
      expect(screen.getAllByText('Copied. Paste it now, then press Enter for the next.').length).toBe(2);
    });
    expect(lastAsked(walk.office, 'copy_words')).toEqual({ text: 'Yes' });
    expect(screen.getByText('1 of 47')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: /^Is this sexual abuse/ })).toBeTruthy();
    await walk.user.keyboard('{Enter}');
    await screen.findByText('2 of 47');
    expect(times(walk, 'copy_words')).toBe(1);
    expect(screen.queryByText(/^Copied\./)).toBeNull();

    for (let at = 2; at < 16; at++) {
      await walk.user.keyboard('{Enter}');
      await screen.findByRole('button', { name: /^Next/ });
      await walk.user.keyboard('{Enter}');
      await screen.findByText(`${at + 1} of 47`);
    }
    expect(screen.getByRole('heading', { level: 2, name: 'Safe way to reach the family' })).toBeTruthy();
    expect(screen.getByText(/^Not answered, so nothing is copied\./)).toBeTruthy();
    const copied = times(walk, 'copy_words');
    await walk.user.keyboard('{Enter}');
    await screen.findByText('17 of 47');
    expect(times(walk, 'copy_words')).toBe(copied);
    await press(walk, 'Back');
    await screen.findByText('16 of 47');
    await walk.user.keyboard('{Escape}');
    await waitFor(() => {
      expect(document.activeElement?.textContent).toMatch('Copy field by field');
    });
  });

  it('stays at a field that could not be copied', async () => {
    const walk = await begun();
    await press(walk, 'Copy field by field');
    walk.office.fail('copy_words', fault('unexpected', 'The clipboard did not answer.'));
    await walk.user.keyboard('{Enter}');

    await screen.findByText('The clipboard did not answer.');
    expect(screen.getByText('1 of 47')).toBeTruthy();
  });

  it('still takes what is filled in after it was sent, and nothing else', async () => {
    const walk = await begun();
    await press(walk, 'I have sent it');
    expect(screen.getByText(/only be read, but for: After sending\./)).toBeTruthy();
    await walk.user.click(screen.getByLabelText('Online form'));
    await press(walk, /^Sign that it was sent/);
    await screen.findByText('Sent to CEOP');
    await press(walk, /^The suspect/);
    expect(screen.queryByRole('textbox', { name: 'Age claimed, and age you think' })).toBeNull();

    await press(walk, /^After sending/);
    await walk.user.type(await screen.findByRole('textbox', { name: 'Review date' }), 'Fri 13 November{Control>}{Enter}{/Control}');
    await waitFor(() => { expect(lastAsked(walk.office, 'answer')).toMatchObject({ form: { item: 'review', answer: ['Fri 13 November'] } }); });
  });

  it('is sent with its gaps, says so, and can only be read from then on', async () => {
    const walk = await begun();
    await press(walk, 'I have sent it');
    await screen.findByText('2 needed and 4 others are missing');
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('link', { name: 'Say how it went' });
    await walk.user.click(screen.getByRole('radio', { name: 'By telephone' }));
    await walk.user.type(screen.getByLabelText('Who took it'), 'An adviser');
    await walk.user.selectOptions(screen.getByLabelText('They should answer'), 'The next working day');
    await walk.user.keyboard('{Control>}{Enter}{/Control}');

    await screen.findByRole('heading', { name: 'Sent to CEOP' });
    expect(lastAsked(walk.office, 'sent_checklist')).toEqual({
      form: {
        checklist: 'k-0', at: '', how: 'phone', person: 'An adviser', reference: '', words: '',
        reply: { by: 'working_days', days: 1 },
      },
    });
    expect(screen.getByText(/^Six needed answers were missing when it went: Web addresses/)).toBeTruthy();
    expect(screen.queryByText(/came from the record/)).toBeNull();
    expect(screen.queryByRole('button', { name: /^Change/ })).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'I have sent it' })).toBeNull();
  });

  it('has what was typed about sending it again, after going elsewhere and after a lock, until it is signed', async () => {
    const walk = await begun();
    await press(walk, 'I have sent it');
    await walk.user.click(await screen.findByRole('radio', { name: 'By telephone' }));
    await walk.user.type(screen.getByLabelText('Who took it'), 'An adviser');
    await walk.user.selectOptions(screen.getByLabelText('They should answer'), 'The next working day');
    await walk.user.type(screen.getByLabelText('What they said'), 'They ring back.{Enter}Keep the device: off');
    await press(walk, 'Back, not signed yet');
    await screen.findByText('What you began to write about sending it is kept.');
    expect(lastAsked(walk.office, 'keep_answer')).toEqual({
      checklist: 'k-0',
      item: '@sent',
      answer: ['how:phone', 'person:An adviser', 'words:They ring back.\nKeep the device: off', 'by:wd1'],
    });
    await press(walk, 'I have sent it');
    expect(screen.getByLabelText<HTMLInputElement>('Who took it').value).toBe('An adviser');

    await walk.user.type(screen.getByLabelText('Their reference'), 'CE-77');
    await walk.user.type(screen.getByLabelText('When'), 'today 9:55');
    await walk.user.keyboard('{Control>}l{/Control}');
    await walk.user.type(await screen.findByLabelText('Your user name'), 'ruth.calloway');
    await walk.user.type(screen.getByLabelText('Password'), 'lantern orchard velvet{Enter}');
    await title(/November/);
    await press(walk, ceop);
    await screen.findByText('What you began to write about sending it is kept.');
    const kept = times(walk, 'keep_answer');
    await press(walk, 'I have sent it');
    expect(screen.getByLabelText<HTMLInputElement>('Their reference').value).toBe('CE-77');
    expect(screen.getByLabelText<HTMLInputElement>('When').value).not.toBe('');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'By telephone' }).checked).toBe(true);
    expect(screen.getByLabelText<HTMLTextAreaElement>('What they said').value).toBe('They ring back.\nKeep the device: off');
    await press(walk, /^Sign that it was sent/);

    await screen.findByRole('heading', { name: 'Sent to CEOP' });
    expect(lastAsked(walk.office, 'sent_checklist')).toMatchObject({
      form: { how: 'phone', person: 'An adviser', reference: 'CE-77', reply: { by: 'working_days', days: 1 } },
    });
    expect(lastAsked(walk.office, 'sent_checklist')).not.toMatchObject({ form: { at: '' } });
    expect(times(walk, 'keep_answer')).toBe(kept);
  });

  it('keeps nothing about sending it where nothing was typed', async () => {
    const walk = await begun();
    await press(walk, 'I have sent it');
    await screen.findByLabelText('Who took it');
    await press(walk, 'Back, not signed yet');
    await screen.findByRole('button', { name: 'I have sent it' });

    expect(times(walk, 'keep_answer')).toBe(0);
    expect(screen.queryByText(/^What you began to write/)).toBeNull();
  });

  it('says that what is typed about sending it is not kept, and has it still', async () => {
    const walk = await begun();
    await press(walk, 'I have sent it');
    walk.office.fail('keep_answer', fault('unexpected', 'No.'));
    await walk.user.type(await screen.findByLabelText('Who took it'), 'An adviser');
    await screen.findByText(/^What you type is not kept just now/, {}, { timeout: 3000 });
    await press(walk, 'Back, not signed yet');
    await press(walk, 'I have sent it');

    expect(screen.getByLabelText<HTMLInputElement>('Who took it').value).toBe('An adviser');
  });

  it('has the reason to put it away again after going elsewhere', async () => {
    const walk = await begun();
    await press(walk, 'Put it away');
    await walk.user.type(screen.getByLabelText('Why it is not needed'), 'The police have it');
    await goTo(walk, 'Today');
    await waitFor(() => {
      expect(lastAsked(walk.office, 'keep_answer')).toEqual({ checklist: 'k-0', item: '@drop', answer: ['The police have it'] });
    });
    await press(walk, ceop);
    await screen.findByText('The reason you began to write for putting it away is kept.');
    await press(walk, 'Put it away');

    expect(screen.getByLabelText<HTMLTextAreaElement>('Why it is not needed').value).toBe('The police have it');
  });

  it('is put away with a reason alone', async () => {
    const walk = await begun();
    await press(walk, 'Put it away');
    await press(walk, /^Sign and put it away/);
    await screen.findByRole('link', { name: 'Say why it is not needed' });
    await walk.user.type(screen.getByLabelText('Why it is not needed'), 'The police have it');
    await press(walk, /^Sign and put it away/);

    await screen.findByRole('heading', { name: 'Put away, not sent' });
    expect(screen.getByText(/^The police have it/)).toBeTruthy();
  });

  it('asks whether it went before it is opened again, shows what went, and says two equal things twice', async () => {
    const walk = await begun();
    const send = async (): Promise<void> => {
      await press(walk, 'I have sent it');
      await walk.user.click(screen.getByRole('radio', { name: 'Online form' }));
      await press(walk, /^Sign that it was sent/);
    };
    const again = async (): Promise<void> => {
      await press(walk, 'Open it again');
      await walk.user.type(screen.getByLabelText('Why it is opened again'), 'The page had timed out');
      await press(walk, /^Sign and open it again/);
      await screen.findByRole('link', { name: 'Say whether it went' });
      await walk.user.click(screen.getByRole('radio', { name: /^It never went/ }));
      await press(walk, /^Sign and open it again/);
      await screen.findByRole('button', { name: 'I have sent it' });
    };
    await send();
    await again();
    expect(lastAsked(walk.office, 'reopen_checklist')).toMatchObject({ went: false });
    expect(screen.getByText(/^As it went/)).toBeTruthy();
    await send();
    await again();
    expect(screen.getAllByText(/^It was said to have gone/)).toHaveLength(2);
  }, 30000);

  it('has letters that move turned off', async () => {
    const walk = await begun();
    (document.activeElement as HTMLElement | null)?.blur();
    await walk.user.click(screen.getByLabelText('J, K and N move'));
    (document.activeElement as HTMLElement | null)?.blur();
    await walk.user.keyboard('j');
    expect(document.activeElement?.id.startsWith('item-')).toBe(false);
    await walk.user.click(screen.getByLabelText('J, K and N move'));
    (document.activeElement as HTMLElement | null)?.blur();
    await walk.user.keyboard('j');
    expect(document.activeElement?.id.startsWith('item-')).toBe(true);
  });

  it('is opened again with a reason, and says how it ended before', async () => {
    const walk = await begun();
    await press(walk, 'Put it away');
    await walk.user.type(screen.getByLabelText('Why it is not needed'), 'The police have it');
    await press(walk, /^Sign and put it away/);
    await press(walk, 'Open it again');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Why it is opened again').value).toBe('');
    await walk.user.type(screen.getByLabelText('Why it is opened again'), 'They ask us to');
    await press(walk, /^Sign and open it again/);

    expect(await screen.findByText(/^Opened again by .*They ask us to$/)).toBeTruthy();
    expect(lastAsked(walk.office, 'reopen_checklist')).toEqual({ checklist: 'k-0', went: false, reason: 'They ask us to' });
    await press(walk, 'Put it away');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Why it is not needed').value).toBe('');
  });

  it('that stays in the school is done with, and nobody is asked how it went', async () => {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    await press(walk, 'Search of a device');
    await press(walk, 'Begin');
    await screen.findByRole('navigation', { name: 'Parts of the form' });
    expect(screen.getByText('No answer came from the record.')).toBeTruthy();
    await press(walk, 'Done with');
    expect(screen.queryByRole('radio')).toBeNull();
    await press(walk, /^Sign that it is done with/);

    await screen.findByRole('heading', { name: 'Done with' });
    expect(lastAsked(walk.office, 'sent_checklist')).toMatchObject({ form: { how: '', reply: { by: 'never' } } });
  });

  it('is printed in large type for a telephone call, for what somebody says', async () => {
    const walk = await begun();
    await press(walk, 'Print for a phone call');
    await walk.user.type(await screen.findByLabelText('What it is printed for'), 'the call to CEOP');
    await press(walk, 'Lay out the pages');

    await waitFor(() => {
      expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({
        asked: { kind: 'checklist', id: 'k-0', large: true, purpose: 'the call to CEOP' },
      });
    });
    await press(walk, 'The checklist');
    await title(ceop);
  });

  it('says when it cannot be fetched, and tries again', async () => {
    const walk = await begun();
    await goTo(walk, 'Today');
    walk.office.fail('checklist', fault('unexpected', 'The disk did not answer.'));
    await press(walk, ceop);
    await screen.findByText('The disk did not answer.');
    walk.office.fail('checklist', null);
    await press(walk, 'Try again');

    await title(ceop);
  });
});

describe('where checklists are', () => {
  it('stand on the page of their concern, with what became of them', async () => {
    const walk = await begun();
    await press(walk, /^Amara Oyelaran, MV-2026-0147/);
    const box = within(await screen.findByRole('region', { name: 'Checklists' }));
    await walk.user.click(await box.findByRole('button', { name: ceop }));

    await title(ceop);
  });

  it('are gone on with, and not begun twice, for the same concern', async () => {
    const walk = await begun();
    await press(walk, /^Amara Oyelaran, MV-2026-0147/);
    await press(walk, 'Begin a checklist');
    expect(screen.queryByRole('heading', { name: 'Flowcharts' })).toBeNull();
    await press(walk, ceop);
    await press(walk, 'Go on with the one begun');

    await screen.findByRole('navigation', { name: 'Parts of the form' });
    expect(times(walk, 'begin_checklist')).toBe(1);
  });

  it('are begun from the step of a flowchart they belong to, and gone on with from there', async () => {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    await press(walk, 'Online grooming');
    await press(walk, 'Go through it now');
    await title('Contact is suspected');
    await press(walk, /Done: sign it/);
    await title('Is anyone in immediate danger?');
    await press(walk, /^N?No/);
    await title('Keep everything');
    await press(walk, 'Not done, with a reason');
    await walk.user.type(screen.getByLabelText('Why this is not done'), 'The police have it');
    await press(walk, /Sign that it is not done/);
    await title('Report to CEOP');
    expect(screen.getByRole('button', { name: 'Record the concern' })).toBeTruthy();
    await press(walk, `Begin: ${ceop}`);
    await screen.findByRole('navigation', { name: 'Parts of the form' });
    expect(lastAsked(walk.office, 'begin_checklist')).toEqual({ list: 'ceop-referral', concern: null });
    await walk.user.keyboard('{Alt>}{ArrowLeft}{/Alt}');

    await press(walk, `Go on with: ${ceop}`);
    await title(ceop);
  });

  it('stand on Today without a name while names are hidden', async () => {
    const walk = await begun();
    await goTo(walk, 'Today');
    const box = within(await screen.findByRole('region', { name: 'Checklists under way' }));
    expect(box.getByText(/^Amara Oyelaran; last/)).toBeTruthy();
    await press(walk, 'Names shown');

    expect(box.queryByText(/Amara/)).toBeNull();
  });
});

describe('where does it go', () => {
  it('says that bullying is not for CEOP, and where it goes instead', async () => {
    const walk = await begun();
    await press(walk, 'where those go');
    await title('Where does it go?');
    await walk.user.type(await screen.findByLabelText(/Words of what happened/), 'bullying');

    const line = within(screen.getByRole('listitem', { name: 'Bullying online' }));
    expect(line.getByText('Not for CEOP')).toBeTruthy();
    expect(line.getByText(/It stays with the school/)).toBeTruthy();
    expect(screen.queryByText('Grooming or sexual abuse online')).toBeNull();
    await walk.user.clear(screen.getByLabelText(/Words of what happened/));
    await walk.user.type(screen.getByLabelText(/Words of what happened/), 'zebra');
    expect(screen.getByText(/^Nothing here has these words/)).toBeTruthy();
  });

  it('is found by what one thinks of it by', async () => {
    const walk = await inside();
    await walk.user.keyboard('{Control>}k{/Control}');
    await walk.user.type(await screen.findByRole('combobox', { name: /A name, a word/ }), 'who takes bully');
    await screen.findByRole('option', { name: 'Where does it go?' });
    await walk.user.keyboard('{Enter}');

    await title('Where does it go?');
  });

  it('leads to the checklist and to the flowchart', async () => {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    await press(walk, 'Where does it go?');
    await press(walk, ceop);
    await screen.findByRole('button', { name: 'Begin' });

    expect(lastAsked(walk.office, 'checklist_page')).toEqual({ list: 'ceop-referral' });
  });
});
