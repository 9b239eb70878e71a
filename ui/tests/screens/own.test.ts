/** Guidance made the school's own: changed, checked by name, kept with a reason, compared, gone back from. */
import { within } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { house } from '../../src/frame/house.svelte';
import { unkept } from '../../src/frame/unkept.svelte';
import { names } from '../../src/screens/guidance/own/names';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function faults(): Promise<string[]> {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] });
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

beforeEach(() => {
  unkept.forget();
});

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function toFlow(walk: Walk): Promise<void> {
  await goTo(walk, 'Guidance');
  await press(walk, 'Online grooming');
  await title('Online grooming');
}

async function editing(wishes = {}): Promise<Walk> {
  const walk = await inside(wishes);
  await toFlow(walk);
  await press(walk, 'Make it the school’s own');
  await title('Change: Online grooming');
  return walk;
}

async function listEditing(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Guidance');
  await press(walk, 'Search of a device');
  await press(walk, 'Make it the school’s own');
  await title('Change: Search of a device');
  return walk;
}

const card = (name: RegExp | string): HTMLElement => screen.getByRole('listitem', { name });
const unfold = (walk: Walk, name: RegExp): Promise<void> => walk.user.click(within(card(name)).getByRole('button', { expanded: false }));
const form = (walk: Walk, name = 'save_flow_edit'): unknown => {
  const asked = lastAsked(walk.office, name);
  return typeof asked === 'object' && asked !== null && 'form' in asked ? asked.form : null;
};

async function keep(walk: Walk, why = 'The trust asks us to ring first.'): Promise<void> {
  const reason = screen.getByLabelText('Why it is changed');
  await walk.user.clear(reason);
  await walk.user.type(reason, why);
  await press(walk, /^Keep it as the school’s own/);
}

async function renamed(walk: Walk): Promise<void> {
  await unfold(walk, /^Step 3/);
  const field = screen.getByLabelText('What is done');
  await walk.user.clear(field);
  await walk.user.type(field, 'Ring the trust, then 999');
}

describe('a flowchart made the school’s own', () => {
  it('is offered to the leads, and nothing is kept before anything is changed', async () => {
    const walk = await editing();
    expect(await screen.findByText('Nothing to put right')).toBeTruthy();
    const button = screen.getByRole('button', { name: /^Keep it as the school’s own/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(lastAsked(walk.office, 'save_flow_edit')).toBeUndefined();

    const session = house.session;
    if (session !== null) house.session = { ...session, places: session.places.filter((one) => one !== 'pupils') };
    await toFlow(walk);
    expect(screen.queryByRole('button', { name: 'Make it the school’s own' })).toBeNull();
  });

  it('is kept with a reason, and says whose it is', async () => {
    const walk = await editing();
    await renamed(walk);
    await keep(walk, 'short');
    expect(await screen.findAllByText('Say why, in a sentence')).toHaveLength(2);
    expect(document.activeElement).toBe(screen.getByLabelText('Why it is changed'));
    await keep(walk);

    expect(await screen.findByText('Kept as the school’s own, with your name and the reason.')).toBeTruthy();
    expect(screen.getByText('The trust asks us to ring first.')).toBeTruthy();
    await toFlow(walk);
    expect(screen.getByText(/^The school’s own: Ruth Calloway, .*: The trust asks us to ring first\./)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Change it' })).toBeTruthy();
    await goTo(walk, 'Guidance');
    expect(await screen.findByText('The school’s own')).toBeTruthy();
  });

  it('refuses a way that leads nowhere by name, and goes to it', async () => {
    const walk = await editing();
    // A question has two ways on: taking it out leaves what led to it without an end.
    await unfold(walk, /^Step 2/);
    await press(walk, 'Take this step out: Is anyone in immediate danger?');
    // It stands on the page and is said once.
    expect(screen.getAllByText(/is taken out\. What led to it must lead somewhere else/)).toHaveLength(2);
    expect(document.activeElement?.id).toBe('put-back');
    await unfold(walk, /^Step 2: Ring 999/);
    await press(walk, 'Take this step out: Ring 999');
    await keep(walk);

    const say = 'Choose where “Contact is suspected” leads: “Is anyone in immediate danger?” was taken out';
    expect((await screen.findAllByText(say)).length).toBeGreaterThan(0);
    const summary = document.getElementById('error-summary');
    await waitFor(() => { expect(document.activeElement).toBe(summary); });
    await walk.user.click(within(summary ?? document.body).getByRole('button', { name: say }));
    const way = document.activeElement;
    expect(way).toBeInstanceOf(HTMLSelectElement);
    expect(way?.getAttribute('aria-invalid')).toBe('true');
    expect(way instanceof HTMLSelectElement ? way.selectedOptions[0]?.textContent : '').toBe('Taken out: Is anyone in immediate danger?');
  });

  it('goes straight to what is wrong where it is the only thing', async () => {
    const walk = await editing();
    await unfold(walk, /^Step 3/);
    await walk.user.selectOptions(within(card(/^Step 3/)).getByLabelText('Leads to'), 'Choose a step');
    await unfold(walk, /^Step 6/);
    await keep(walk);

    await waitFor(() => { expect(document.activeElement).toBe(within(card(/^Step 3/)).getByLabelText('Leads to')); });
    expect(screen.getAllByText('Choose where “Ring 999” leads')).toHaveLength(2);
  });

  it('opens what is folded for what is wrong in it', async () => {
    const walk = await editing();
    await press(walk, /^About it/);
    await walk.user.clear(screen.getByLabelText('What nobody does'));
    await press(walk, /^About it/);
    await keep(walk);
    await waitFor(() => { expect(document.activeElement).toBe(screen.getByLabelText('What nobody does')); });
    expect(screen.getAllByText('“Online grooming” has no list of what nobody does')).toHaveLength(2);
    await walk.user.type(screen.getByLabelText('What nobody does'), 'Reply as the child.');
    await press(walk, /^Keep it as the school’s own/);
    await screen.findByText('Kept as the school’s own, with your name and the reason.');
  });

  it('adds a step between two by the keyboard alone, with a name made of its words', async () => {
    const walk = await editing();
    const open = within(card(/^Step 4/)).getByRole('button', { expanded: false });
    open.focus();
    await walk.user.keyboard('{Enter}');
    for (let n = 0; n < 40 && document.activeElement?.textContent.trim() !== 'Add a step after this one'; n += 1) await walk.user.tab();
    await walk.user.keyboard('{Enter}');
    await waitFor(() => { expect(document.activeElement?.id).toBe('f-node-4'); });
    await walk.user.keyboard('Ring the trust’s lead');
    const reason = screen.getByLabelText('Why it is changed');
    for (let n = 0; n < 80 && document.activeElement !== reason; n += 1) await walk.user.tab();
    await walk.user.keyboard('The trust asks us to ring first.{Control>}{Enter}{/Control}');

    await screen.findByText('Kept as the school’s own, with your name and the reason.');
    expect(form(walk)).toMatchObject({
      nodes: [{ id: 'start' }, { id: 'danger' }, { id: 'ring' }, { id: 'keep' }, { id: 'ring-the-trusts-lead', title: 'Ring the trust’s lead' }, { id: 'tell' }, { id: 'end' }],
    });
    expect(JSON.stringify(form(walk))).toContain('{"from":"keep","to":"ring-the-trusts-lead","label":"","starts_clock":""},{"from":"ring-the-trusts-lead","to":"tell"');
  });

  it('joins up what led to a step that is taken out, and puts it back', async () => {
    const walk = await editing();
    await unfold(walk, /^Step 3/);
    await press(walk, 'Take this step out: Ring 999');
    expect(screen.getAllByText(/“Ring 999” is taken out\. What led to it now leads to “Keep everything”\./)).toHaveLength(2);
    expect(within(card(/^Step 2/)).getByText('Yes: Keep everything')).toBeTruthy();
    await press(walk, 'Put it back');
    expect(within(card(/^Step 2/)).getByText('Yes: Ring 999')).toBeTruthy();
    expect(within(card(/^Step 3/)).getByText('Ring 999')).toBeTruthy();
  });

  it('moves a step with the keyboard going along', async () => {
    const walk = await editing();
    await unfold(walk, /^Step 3/);
    await press(walk, 'Move down: Ring 999');
    expect(card(/^Step 4: Ring 999/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move down: Ring 999' }));
  });

  it('goes to the card of a step that is pressed in the drawing', async () => {
    const walk = await editing();
    await press(walk, '5. To do: Report to CEOP');
    await waitFor(() => { expect(card(/^Step 5/).contains(document.activeElement)).toBe(true); });
    expect(within(card(/^Step 5/)).getByDisplayValue('Report to CEOP')).toBeTruthy();
  });

  it('keeps what is typed while somebody goes elsewhere, and asks before it is thrown away; through a lock it is there again', async () => {
    const walk = await editing();
    await renamed(walk);
    await toFlow(walk);
    expect(screen.getByText('You changed this and have not kept it yet.')).toBeTruthy();
    await press(walk, 'Go on changing it');
    expect(await screen.findByDisplayValue('Ring the trust, then 999')).toBeTruthy();

    await press(walk, 'Throw away what I changed');
    expect(document.activeElement?.textContent.trim()).toBe('Go on changing it');
    await press(walk, 'Throw it away');
    expect(await screen.findByText('Thrown away. This is the version that holds.')).toBeTruthy();
    expect(card(/^Step 3: Ring 999/)).toBeTruthy();

    await renamed(walk);
    expect(unkept.pages.size).toBe(1);
    await toFlow(walk);
    await waitFor(() => { expect(lastAsked(walk.office, 'keep_page_draft')).toMatchObject({ draft: { checklist: null, matrix: null } }); });
    await house.closed('asked');
    expect(unkept.pages.size).toBe(0);
  });

  it('goes on with what was typed before and not kept', async () => {
    const walk = await editing();
    await renamed(walk);
    await walk.user.type(screen.getByLabelText('Why it is changed'), 'The trust');
    await toFlow(walk);
    await waitFor(() => { expect(lastAsked(walk.office, 'keep_page_draft')).toMatchObject({ draft: { reason: 'The trust' } }); });
    unkept.forget();
    await goTo(walk, 'Today');
    await toFlow(walk);
    expect(screen.getByText('You changed this and have not kept it yet.')).toBeTruthy();
    await press(walk, 'Go on changing it');

    expect(await screen.findByText(/^You changed this .* Here it is as you left it\.$/)).toBeTruthy();
    expect(card(/^Step 3: Ring the trust, then 999/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Why it is changed').value).toBe('The trust');
    await keep(walk);
    expect(await screen.findByText('Kept as the school’s own, with your name and the reason.')).toBeTruthy();
  });

  it('leaves nothing behind of what was changed and put back', async () => {
    const walk = await editing();
    await renamed(walk);
    await waitFor(() => { expect(lastAsked(walk.office, 'keep_page_draft')).toBeTruthy(); }, { timeout: 4000 });
    const field = screen.getByLabelText('What is done');
    await walk.user.clear(field);
    await walk.user.type(field, 'Ring 999');
    await waitFor(() => { expect(lastAsked(walk.office, 'drop_page_draft')).toEqual({ kind: 'flow', id: 'online-grooming-ceop' }); }, { timeout: 4000 });
    await toFlow(walk);
    expect(screen.queryByText('You changed this and have not kept it yet.')).toBeNull();
  }, 30000);

  it('says that somebody else kept a version first, and takes its place once that can be read', async () => {
    const walk = await editing();
    await renamed(walk);
    walk.office.fail('save_flow_edit', fault('overtaken', 'Dev Marwaha kept another version of this page since you opened it.'));
    await keep(walk);
    expect(await screen.findByText(/Dev Marwaha kept another version/)).toBeTruthy();
    expect(card(/^Step 3: Ring the trust, then 999/)).toBeTruthy();
    walk.office.fail('save_flow_edit', null);
    await press(walk, /^Keep it as the school’s own/);
    expect(await screen.findByText('Kept as the school’s own, with your name and the reason.')).toBeTruthy();
  });

  it('compares a version with ours, and goes back with a reason', async () => {
    const walk = await editing();
    await renamed(walk);
    await keep(walk);
    await press(walk, 'Compare with Strongroom’s: Version 4');
    const differs = await screen.findByRole('region', { name: 'What differs in Version 4 from Strongroom’s' });
    expect(within(differs).getByText('Step: Ring the trust, then 999')).toBeTruthy();
    expect(differs.querySelector('del')?.textContent).toContain('Ring 999');
    expect(differs.querySelector('ins')?.textContent).toContain('Ring the trust, then 999');

    await press(walk, 'Go back to: Strongroom’s, version 3');
    const back = screen.getByRole('form', { name: 'Go back to: Strongroom’s, version 3' });
    await press(walk, 'Sign and go back');
    expect(await within(back).findByText('Say why, in a sentence')).toBeTruthy();
    await walk.user.type(within(back).getByLabelText('Why you go back'), 'The trust took its own way back.');
    await press(walk, 'Sign and go back');
    expect(await screen.findByText('Gone back to: Strongroom’s, version 3.')).toBeTruthy();
    expect(lastAsked(walk.office, 'go_back_page')).toMatchObject({ kind: 'flow', entry: null });
    expect(screen.getByText('holds now')).toBeTruthy();

    await press(walk, 'Go back to: Version 4');
    await walk.user.type(screen.getByLabelText('Why you go back'), 'It was right after all, they say.');
    await press(walk, 'Sign and go back');
    expect(await screen.findByText('Gone back to: Version 4.')).toBeTruthy();
    expect(card(/^Step 3: Ring the trust/)).toBeTruthy();
  });

  it('is clean for axe folded, unfolded, with something wrong, and where it cannot be fetched', async () => {
    const walk = await editing();
    await screen.findByText('Nothing to put right');
    expect(await faults()).toEqual([]);
    for (const one of screen.getAllByRole('button', { expanded: false }).filter((button) => button.closest('li[id^="step-"]'))) await walk.user.click(one);
    expect(await faults()).toEqual([]);
    await press(walk, 'Take this step out: Ring 999');
    await walk.user.clear(screen.getByDisplayValue('Keep everything'));
    await keep(walk);
    expect((await screen.findAllByText('Step 3 has no title')).length).toBeGreaterThan(0);
    expect(await faults()).toEqual([]);
    expect(document.querySelectorAll('.button.solid')).toHaveLength(1);
  }, 60000);

  it('is clean for axe where it cannot be fetched', async () => {
    const walk = await inside();
    await toFlow(walk);
    walk.office.fail('edit_page', fault('unexpected', 'Something stopped.'));
    await press(walk, 'Make it the school’s own');
    expect(await screen.findByText('Something stopped.')).toBeTruthy();
    expect(await faults()).toEqual([]);
  });
});

describe('a checklist made the school’s own', () => {
  it('takes a new question with what there is to choose, one on each line', async () => {
    const walk = await listEditing();
    await unfold(walk, /^Question 1/);
    await press(walk, 'Add a question after this one');
    await waitFor(() => { expect(document.activeElement?.id).toBe('f-item-1'); });
    await walk.user.keyboard('Who was told?');
    const added = within(card(/^Question 2/));
    await walk.user.selectOptions(added.getByLabelText('How it is answered'), 'One of a list');
    await walk.user.click(added.getByLabelText('Needed'));
    await keep(walk);
    expect((await screen.findAllByText('“Who was told?” has no two things to choose from')).length).toBeGreaterThan(0);
    await walk.user.type(added.getByLabelText('What there is to choose'), 'A parent{Enter}Nobody yet');
    await keep(walk);

    await screen.findByText('Kept as the school’s own, with your name and the reason.');
    expect(form(walk, 'save_checklist_edit')).toMatchObject({
      sections: [{ items: [{ id: 'who' }, { id: 'who-was-told', kind: 'choice', needed: 'required', options: ['A parent', 'Nobody yet'] }, { id: 'why' }] }],
    });
    await goTo(walk, 'Guidance');
    await press(walk, 'Search of a device');
    expect(await screen.findByText(/^The school’s own: Ruth Calloway/)).toBeTruthy();
  });

  it('takes parts and questions out, and puts them back', async () => {
    const walk = await listEditing();
    await press(walk, 'Take this part out: The search');
    await press(walk, 'Put it back');
    await unfold(walk, /^Question 2/);
    await press(walk, 'Take this question out: Why');
    expect(screen.queryByRole('listitem', { name: /^Question 2/ })).toBeNull();
    await press(walk, 'Put it back');
    expect(card('Question 2: Why')).toBeTruthy();
    await press(walk, 'Add a part');
    expect(document.activeElement?.id).toBe('f-section-1');
  });

  it('is clean for axe', async () => {
    const walk = await listEditing();
    await unfold(walk, /^Question 1/);
    await press(walk, 'Add a part');
    expect(await faults()).toEqual([]);
    await walk.user.clear(screen.getByDisplayValue('Who searched'));
    await keep(walk);
    await screen.findAllByText('Question 1 has no question');
    expect(await faults()).toEqual([]);
  });
});

describe('names of what is new', () => {
  it('are made of its words, and never another’s', () => {
    const made = names(
      [{ id: 'ring', words: 'x' }, { id: 'new 1', words: 'Ring!' }, { id: 'new 2', words: 'Ring' }, { id: 'new 3', words: '…' }],
      new Set(['new 1', 'new 2', 'new 3']), ['ring-2'], 'step',
    );
    expect([...made.values()]).toEqual(['ring-3', 'ring-4', 'step']);
  });
});

describe('a table made the school’s own', () => {
  async function tableEditing(): Promise<Walk> {
    const walk = await inside();
    await goTo(walk, 'Guidance');
    await press(walk, 'Pupil actions and sanctions');
    await press(walk, 'Make it the school’s own');
    await title('Change: Pupil actions and sanctions');
    return walk;
  }

  it('has its lines and columns changed, checked by name and kept, and is what the table says from then on', async () => {
    const walk = await tableEditing();
    await press(walk, 'Add a column');
    await walk.user.type(screen.getByLabelText('Column 9'), 'Talk with the child');
    await unfold(walk, /^Line 5/);
    const open = card(/^Line 5/);
    await walk.user.click(within(open).getByLabelText('Warning'));
    await walk.user.click(within(open).getByLabelText('Talk with the child'));
    await walk.user.clear(screen.getByLabelText('What it is about'));
    expect((await screen.findAllByText('Line 5 has no behaviour')).length).toBeGreaterThan(0);
    expect(await faults()).toEqual([]);
    await walk.user.type(screen.getByLabelText('What it is about'), 'Uses a way round the filter');
    await keep(walk, 'Our policy of 2026 says so.');

    expect(await screen.findByText('Kept as the school’s own, with your name and the reason.')).toBeTruthy();
    expect(form(walk, 'save_matrix_edit')).toMatchObject({
      id: 'sanctions-pupils',
      rows: [{ id: 'p01' }, { id: 'p05' }, { id: 'p06' }, { id: 'p09' }, { id: 'p12', ticks: ['refer-headteacher', 'inform-parents', 'talk-with-the-child'] }],
    });
    await goTo(walk, 'Guidance');
    await press(walk, 'Pupil actions and sanctions');
    expect(await screen.findByText(/^The school’s own: Ruth Calloway/)).toBeTruthy();
    await press(walk, 'Uses a way round the filter');
    expect(await screen.findByText('Talk with the child')).toBeTruthy();
  }, 30000);

  it('has a line and a column put back with what was ticked', async () => {
    const walk = await tableEditing();
    await press(walk, 'Take this column out: Warning');
    expect(within(card(/^Line 5/)).queryByText(/Warning/)).toBeNull();
    await press(walk, 'Put it back');
    expect(within(card(/^Line 5/)).getByText(/Warning/)).toBeTruthy();
    await unfold(walk, /^Line 2/);
    await press(walk, /^Take this line out/);
    expect(screen.getAllByRole('listitem', { name: /^Line/ })).toHaveLength(4);
    await press(walk, 'Put it back');
    expect(screen.getAllByRole('listitem', { name: /^Line/ })).toHaveLength(5);
    expect(screen.getByText('Nothing is changed yet.')).toBeTruthy();
  });
});
