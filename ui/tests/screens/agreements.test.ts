/** Agreements: read, printed, signed by a class and by several adults; who has read what. */
import { describe, expect, it } from 'vitest';
import { within } from '@testing-library/svelte';
import type { PaperAsked, SeveralForm } from '../../src/bindings/office';
import { goTo, inside, lastAsked, quietDay, screen, title, waitFor, type Walk } from '../kit';

const signatures = 'Acceptable use agreement signatures';
const training = 'Safeguarding and online-safety training log';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function register(name: string): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Registers');
  await press(walk, name);
  await title(name);
  return walk;
}

async function agreement(name: string): Promise<Walk> {
  const walk = await register(signatures);
  await press(walk, 'Agreements');
  await title('Agreements');
  await press(walk, name);
  await title(name);
  return walk;
}

function form(walk: Walk): SeveralForm {
  return (lastAsked(walk.office, 'write_several') as { form: SeveralForm }).form;
}

describe('an agreement', () => {
  it('is read with its version, and says who of a class has none', async () => {
    const walk = await agreement('Key Stage 2');
    expect(screen.getByText('I use only my own login.')).toBeTruthy();
    expect(screen.getByText(/Version Strongroom 1/)).toBeTruthy();
    await walk.user.selectOptions(screen.getByLabelText('Class'), 'Not signed yet: 2 of 3 in 4B');
    expect(await screen.findByText('Missing: 2 of 3.')).toBeTruthy();
    const list = screen.getByRole('region', { name: 'Who of 4B has one' });
    expect(within(list).getByText('Amara Oyelaran')).toBeTruthy();
    expect(within(list).getAllByText('None').length).toBe(2);
  });

  it('is printed for those who are missing, with what it is for', async () => {
    const walk = await agreement('Key Stage 2');
    await walk.user.selectOptions(screen.getByLabelText('Class'), 'Not signed yet: 2 of 3 in 4B');
    await press(walk, 'Print one for each of the 2 who are missing');
    await press(walk, 'Lay out the pages');
    await waitFor(() => { expect(lastAsked(walk.office, 'lay_out_paper')).toBeTruthy(); });
    const { asked } = lastAsked(walk.office, 'lay_out_paper') as { asked: PaperAsked };
    expect(asked).toEqual({ kind: 'agreement', id: 'pupil-ks2', class: '4B', only_without: true, purpose: 'To be signed' });
  });

  it('is signed by everybody of a class who has none, at once, and nobody is missing afterwards', async () => {
    const walk = await agreement('Key Stage 2');
    await press(walk, 'Write down who signed');
    await title('Who signed: Key Stage 2');
    await walk.user.selectOptions(await screen.findByLabelText('Class'), 'Not signed yet: 2 of 3 in 4B');
    await press(walk, 'Tick everybody who has none');
    await press(walk, /^Sign 2 lines/);
    await title('Key Stage 2');
    expect(await screen.findByText('2 lines are signed.')).toBeTruthy();
    expect(form(walk).pupils).toEqual(['p-amara', 'p-ben']);
    expect(form(walk).until).toBe('2027-08-31');
    expect((await screen.findAllByText('Everybody of this class has one that holds.')).length).toBe(1);
  });

  it('says what is missing by its field, and keeps what was typed', async () => {
    const walk = await agreement('Staff and volunteers');
    expect(screen.getByText('Lapsed 31 Aug 2026')).toBeTruthy();
    await press(walk, 'Write down who signed');
    await press(walk, /^Sign\b/);
    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
    expect(screen.getAllByText('Say who it was').length).toBeGreaterThan(0);
    await press(walk, 'Add Dev Marwaha');
    await walk.user.type(screen.getByLabelText('Names'), '{enter}Sam Price');
    await press(walk, 'Leave it');
    await title('Staff and volunteers');
    await press(walk, 'Write down who signed');
    expect(await screen.findByText(/^This is what you began/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Names').value).toBe('Dev Marwaha\nSam Price');
  });
});

describe('who has read what', () => {
  it('is one table with gaps and what lapsed in words, and goes into a spreadsheet', async () => {
    const walk = await register(training);
    await press(walk, 'Who has read what');
    await title('Who has read what');
    const row = (await screen.findByRole('rowheader', { name: 'Dev Marwaha' })).closest('tr');
    expect(row?.textContent).toContain('lapsed 31 Aug 2026');
    expect(row?.textContent).toContain('2 missing or lapsed');
    await walk.user.click(screen.getByRole('checkbox', { name: 'Only people with something missing or lapsed' }));
    expect(screen.queryByRole('rowheader', { name: 'Ruth Calloway' })).toBeNull();
    await press(walk, 'As an Excel workbook');
    expect(await screen.findByText(/who-has-read-what\.xlsx/)).toBeTruthy();
  });

  it('takes several people at once, and asks which policy it was', async () => {
    const walk = await register(training);
    await press(walk, 'Several people read something');
    await walk.user.type(await screen.findByLabelText('Names'), 'Dev Marwaha{enter}Sam Price');
    await walk.user.selectOptions(screen.getByLabelText('Written as'), 'Policy read');
    await waitFor(() => { expect(screen.getByLabelText<HTMLInputElement>('Valid until').value).toBe(''); });
    await press(walk, /^Sign 2 lines/);
    expect((await screen.findAllByText('Say which policy was read')).length).toBeGreaterThan(0);
    await walk.user.type(screen.getByLabelText('Document or course'), 'Online safety policy');
    await press(walk, /^Sign 2 lines/);
    await title(training);
    expect(form(walk)).toMatchObject({ agreement: null, kind: 'Policy read', document: 'Online safety policy', until: '' });
  });
});

describe('what a register offers beside its lines', () => {
  it('is a form of any register, and a certificate of what was disposed of', async () => {
    const walk = await register('ICT disposal record');
    await press(walk, 'Certificate of disposal: Thu 12 Nov, 10:33, Ruth Calloway');
    await press(walk, 'Lay out the pages');
    expect((lastAsked(walk.office, 'lay_out_paper') as { asked: PaperAsked }).asked).toMatchObject({ kind: 'certificate', line: 'l-disposal' });
    await press(walk, 'The register');
    await press(walk, 'Print a form to fill in by hand');
    await press(walk, 'Lay out the pages');
    expect((lastAsked(walk.office, 'lay_out_paper') as { asked: PaperAsked }).asked).toMatchObject({ kind: 'line_form', class: null });
  });

  it('names who of a class has given no consent to images', async () => {
    const walk = await register('Image and work consent');
    await walk.user.selectOptions(await screen.findByLabelText('Class'), 'Not signed yet: 2 of 3 in 4B');
    expect(await screen.findByText('Missing: 2 of 3.')).toBeTruthy();
  });
});

it('Today says how long a register’s clock still runs, and leads there', async () => {
  const walk = await inside();
  walk.office.answer({
    today: { ...quietDay, clocks: [{ register: 'ict-disposal', title: 'Data breach log', say: 'Tell the ICO, or write why not: 71 hours left, until Fri 13 Nov, 09:41' }] },
  });
  await goTo(walk, 'Registers');
  await goTo(walk, 'Today');
  expect(await screen.findByText(/71 hours left/)).toBeTruthy();
  await press(walk, 'Data breach log');
  await title('ICT disposal record');
});
