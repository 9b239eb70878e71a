/** Evidence for the police: what goes, what stays, what must be settled; made, and checked. */
import { describe, expect, it } from 'vitest';
import type { BundleSpec } from '../../src/bindings/office';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function opened(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Pupils');
  await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
  await press(walk, 'Evidence for the police');
  await title('Evidence for the police');
  return walk;
}

const said: [RegExp | string, string][] = [
  ['Police force', 'Midmarch Police'],
  ['Officer: name and rank', 'DC L. Hartigan'],
  [/^On what basis/, 'Written request of 10 November'],
  [/^What exactly was asked for/, 'All records'],
  ['Why it is needed, and no more than needed', 'For the investigation'],
  ['Who in the school agreed, and when', 'H. Sandiford, head'],
  ['To whom it goes', 'DC Hartigan'],
  [/^How you made sure/, 'Rang 101 back'],
  [/^By what way/, 'By hand'],
];

describe('a bundle of evidence', () => {
  it('as one file shows its password once, and says by what way it is told', async () => {
    const walk = await opened();
    for (const [label, words] of said) await walk.user.type(screen.getByLabelText(label), words);
    await walk.user.click(screen.getByLabelText(/^As one zip file besides/));
    await walk.user.click(screen.getByLabelText(/^One PDF behind a password/));
    expect(screen.queryByLabelText(/^As one zip file besides/)).toBeNull();
    await walk.user.click(screen.getByLabelText(/^By section/));
    await press(walk, /^Make the bundle/);
    expect(await screen.findByText('crane-violin-mesh-otter-lamp-oak')).toBeTruthy();
    expect(screen.getByText(/^Write it down now: it is kept nowhere/)).toBeTruthy();
    expect(screen.getByText(/files attached to the PDF/)).toBeTruthy();
    // One key too many does not take it away: whoever leaves says that it stands elsewhere.
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    expect(screen.getByRole('button', { name: 'I have written the password down' })).toBeTruthy();
    const { spec } = lastAsked(walk.office, 'make_bundle') as { spec: BundleSpec };
    expect([spec.delivery, spec.zip, spec.numbering]).toEqual(['sealed', false, 'sections']);
  });

  it('says what goes in, and what stays out with why, before anything is made', async () => {
    const walk = await opened();
    expect(await screen.findByText('2 concerns, in full, each printed as an exhibit')).toBeTruthy();
    expect(screen.getByText('2 files as exhibits, 2.1 MB')).toBeTruthy();
    expect(screen.getByText('RC/2')).toBeTruthy();
    expect(screen.getByText('It was put out of everybody’s sight.')).toBeTruthy();
    expect(screen.getByText(/, not held/)).toBeTruthy();
    expect(lastAsked(walk.office, 'make_bundle')).toBeUndefined();
    const { select } = lastAsked(walk.office, 'preview_bundle') as { select: BundleSpec['select'] };
    expect(select).toEqual({ pupils: ['s-amara'], concerns: [], from: null, to: null, without: [] });
  });

  it('is not made before everything is settled, and the page says what is missing', async () => {
    const walk = await opened();
    await press(walk, /^Make the bundle/);
    expect(await screen.findByText('9 things before it leaves')).toBeTruthy();
    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
    expect(screen.getAllByText('Say it: request.force').length).toBe(2);
  });

  it('is made once it is, and the page says what to do with it', async () => {
    const walk = await opened();
    for (const [label, words] of said) await walk.user.type(screen.getByLabelText(label), words);
    await press(walk, /^Make the bundle/);
    expect(await screen.findByText('Bundle MV-26-ABC-B1 is made')).toBeTruthy();
    expect(screen.getByText(/^7c1e 90ab 44d2/)).toBeTruthy();
    expect(screen.getByText(/^Print the receipt/)).toBeTruthy();
    const times = (): number => walk.office.asked.filter((one) => one.name === 'make_bundle').length;
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(times()).toBe(1);
    const { spec } = lastAsked(walk.office, 'make_bundle') as { spec: BundleSpec };
    expect(spec.gate.verified_by).toBe('Rang 101 back');
  });

  it('shows its receipt to be printed, and whoever comes back finds what was made and its password again', async () => {
    const walk = await opened();
    for (const [label, words] of said) await walk.user.type(screen.getByLabelText(label), words);
    await walk.user.click(screen.getByLabelText(/^One PDF behind a password/));
    await press(walk, /^Make the bundle/);
    await screen.findByText('crane-violin-mesh-otter-lamp-oak');
    await press(walk, 'Look at and print the receipt');
    await title('Receipt of bundle MV-26-ABC-B1');
    await screen.findByRole('img');
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({ asked: { kind: 'receipt', number: 'MV-26-ABC-B1' } });
    expect(screen.getByRole('button', { name: 'Print' })).toBeTruthy();
    expect(screen.queryByText('crane-violin-mesh-otter-lamp-oak')).toBeNull();
    await press(walk, 'The bundle');
    await title('Evidence for the police');
    expect(await screen.findByText('crane-violin-mesh-otter-lamp-oak')).toBeTruthy();
    expect(screen.getByText('Bundle MV-26-ABC-B1 is made')).toBeTruthy();
    // Written down, it is gone: another bundle begins from nothing.
    await press(walk, 'I have written the password down');
    await press(walk, 'Evidence for the police');
    await screen.findByLabelText('Police force');
    expect(screen.queryByText('crane-violin-mesh-otter-lamp-oak')).toBeNull();
  });

  it('has its password again for whoever went elsewhere before writing it down', async () => {
    const walk = await opened();
    for (const [label, words] of said) await walk.user.type(screen.getByLabelText(label), words);
    await walk.user.click(screen.getByLabelText(/^One PDF behind a password/));
    await press(walk, /^Make the bundle/);
    await screen.findByText('crane-violin-mesh-otter-lamp-oak');
    await goTo(walk, 'Today');
    expect(screen.queryByText('crane-violin-mesh-otter-lamp-oak')).toBeNull();
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
    await press(walk, 'Evidence for the police');
    expect(await screen.findByText('crane-violin-mesh-otter-lamp-oak')).toBeTruthy();
    await press(walk, 'I have written the password down');
    await press(walk, 'Evidence for the police');
    await screen.findByLabelText('Police force');
  });

  it('leaves a record out only with a reason, which is asked for where it is left out', async () => {
    const walk = await opened();
    for (const [label, words] of said) await walk.user.type(screen.getByLabelText(label), words);
    await press(walk, 'Leave it out: MV-2026-0147');
    const why = await screen.findByLabelText('Why MV-2026-0147 is left out');
    await waitFor(() => { expect(document.activeElement).toBe(why); });
    expect(await screen.findByText('One concern, in full, printed as an exhibit')).toBeTruthy();
    await press(walk, /^Make the bundle/);
    await walk.user.click(await screen.findByRole('link', { name: /^Say in a few words why this record is left out/ }));
    expect(document.activeElement).toBe(screen.getByLabelText('Why MV-2026-0147 is left out'));
    await walk.user.type(screen.getByLabelText('Why MV-2026-0147 is left out'), 'She only saw it');
    await press(walk, /^Make the bundle/);
    await screen.findByText(/is made/);
    const { spec } = lastAsked(walk.office, 'make_bundle') as { spec: BundleSpec };
    expect(spec.select.without).toEqual([{ concern: 'c-0147', reason: 'She only saw it' }]);
  });

  it('can be looked at before it is made, and what was typed is there on the way back', async () => {
    const walk = await opened();
    await walk.user.type(screen.getByLabelText('Police force'), 'Midmarch Police');
    await press(walk, 'Look at the pages first');
    await title('Draft of the bundle');
    expect(await screen.findByText(/^A draft, and every page says so/)).toBeTruthy();
    expect(lastAsked(walk.office, 'make_bundle')).toBeUndefined();
    await press(walk, 'The bundle');
    await title('Evidence for the police');
    expect((await screen.findByLabelText<HTMLInputElement>('Police force')).value).toBe('Midmarch Police');
  });

  it('says of one made before who was which letter, to whoever asks', async () => {
    const walk = await opened();
    await press(walk, /^What was taken out of it, and who is which letter: bundle MV-26-ABC-B0/);
    expect((await screen.findByText('Child A')).nextElementSibling?.textContent).toBe('Jayden Fairbrother');
    expect(screen.getByText('“her aunt in Leeds”, TP')).toBeTruthy();
    expect(lastAsked(walk.office, 'bundle_key')).toEqual({ number: 'MV-26-ABC-B0' });
  });

  it('says why where the receipt is not in memory any more', async () => {
    const walk = await opened();
    for (const [label, words] of said) await walk.user.type(screen.getByLabelText(label), words);
    await press(walk, /^Make the bundle/);
    walk.office.fail('lay_out_paper', fault('missing', 'The receipt of this bundle is not in memory any more.'));
    await press(walk, 'Look at and print the receipt');
    expect(await screen.findByText('The receipt of this bundle is not in memory any more.')).toBeTruthy();
  });

  it('says which bundles went before, and asks about what the records speak of', async () => {
    const walk = await opened();
    expect(await screen.findByText('Bundle MV-26-ABC-B0, 3 Oct 2026, to DC Hartigan')).toBeTruthy();
    for (const [label, words] of said) await walk.user.type(screen.getByLabelText(label), words);
    expect(screen.queryByLabelText('Where')).toBeNull();
    await walk.user.selectOptions(await screen.findByLabelText('The letter of MV-2026-0147'), 'Held elsewhere');
    await walk.user.type(screen.getByLabelText('Where'), 'Paper file');
    await walk.user.type(screen.getByLabelText(/^Anything else that is named/), 'The bus pass');
    await walk.user.click(screen.getByLabelText(/^With a draft of the statement/));
    await press(walk, /^Make the bundle/);
    expect(await screen.findByText('Bundle MV-26-ABC-B1 is made')).toBeTruthy();
    const { spec } = lastAsked(walk.office, 'make_bundle') as { spec: BundleSpec };
    // What is not answered goes on as not answered.
    expect(spec.mentions).toEqual([{ concern: 'c-0147', sort: 'letter', answer: 'elsewhere', note: 'Paper file' }]);
    expect(spec.not_held).toBe('The bus pass');
    expect(spec.statement).toBe(true);
  });

  it('asks about a victim only where the request does, and about counselling only where that is asked for', async () => {
    const walk = await opened();
    const told = (): HTMLElement | null => screen.queryByLabelText(/^Was the victim told/);
    const senior = (): HTMLElement | null => screen.queryByLabelText('Which senior officer approved it');
    await screen.findByLabelText('Date of the request');
    expect(told()).toBeNull();
    await walk.user.selectOptions(screen.getByLabelText('In which form it was asked'), 'Victim Information Request');
    expect(told()).not.toBeNull();
    expect(senior()).toBeNull();
    const group = screen.getByRole('group', { name: /^Does it ask for counselling/ });
    await walk.user.click(group.querySelector('input[value="yes"]') as HTMLElement);
    expect(senior()).not.toBeNull();
    await walk.user.type(screen.getByLabelText('Which senior officer approved it'), 'DI Marsh');
    await press(walk, 'Back');
    await press(walk, 'Evidence for the police');
    expect(await screen.findByText(/^This is what you typed before/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Which senior officer approved it').value).toBe('DI Marsh');
  });

  it('is not made with a day that was not understood: everything would go', async () => {
    const walk = await opened();
    for (const [label, words] of said) await walk.user.type(screen.getByLabelText(label), words);
    await walk.user.type(screen.getByLabelText('Happened on or after'), 'when it snowed');
    await press(walk, /^Make the bundle/);
    expect((await screen.findAllByText(/^We could not read this day/)).length).toBeGreaterThan(1);
    expect(lastAsked(walk.office, 'make_bundle')).toBeUndefined();
  });

  it('keeps what is typed when the page is left', async () => {
    const walk = await opened();
    await walk.user.type(screen.getByLabelText('Police force'), 'Midmarch Police');
    await press(walk, 'Back');
    await press(walk, 'Evidence for the police');
    expect(await screen.findByText(/^This is what you typed before/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Police force').value).toBe('Midmarch Police');
  });

  it('that somebody hands over is checked, and what is wrong with it is named', async () => {
    const walk = await inside();
    await goTo(walk, 'Vault');
    await press(walk, 'Choose a folder');
    expect((await screen.findAllByText('BUNDLE-1 is whole: 9 files, 6.1 MB.')).length).toBeGreaterThan(0);
    expect(screen.getByText(/^Hold its root hash against the paper/)).toBeTruthy();
    await press(walk, 'Choose a zip');
    expect((await screen.findAllByText('BUNDLE-1.zip is not what its lists say: one fault.')).length).toBeGreaterThan(0);
    expect(screen.getByText('data/bundle.pdf')).toBeTruthy();
  });
});
