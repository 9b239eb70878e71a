/** Registers: a line is written, corrected and struck, and what is typed is never lost. */
import { describe, expect, it } from 'vitest';
import type { LineForm } from '../../src/bindings/office';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

const reports = 'Platform and provider reports';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function opened(): Promise<Walk> {
  const walk = await inside();
  await goTo(walk, 'Registers');
  await press(walk, reports);
  await title(reports);
  return walk;
}

async function written(): Promise<Walk> {
  const walk = await opened();
  await press(walk, 'Write a line');
  await title(`A line in “${reports}”`);
  await walk.user.type(screen.getByLabelText('Platform'), 'Blockhaven');
  await walk.user.type(screen.getByLabelText(/^Addresses/), 'one.example{enter}two.example');
  await walk.user.selectOptions(screen.getByLabelText('Answer'), 'Removed');
  await press(walk, /^Sign it/);
  await title(reports);
  return walk;
}

describe('a register', () => {
  it('takes a line, field by field as each is answered, and shows it with who and when', async () => {
    const walk = await written();
    const { form } = lastAsked(walk.office, 'write_line') as { form: { answers: { field: string; lines: string[] }[] } };
    const of = (field: string): string[] | undefined => form.answers.find((one) => one.field === field)?.lines;
    expect(of('platform')).toEqual(['Blockhaven']);
    expect(of('addresses')).toEqual(['one.example', 'two.example']);
    expect(of('answer')).toEqual(['Removed']);
    expect(of('by')).toEqual([]);
    expect(await screen.findByText('The line is signed.')).toBeTruthy();
    expect(screen.getByText('Blockhaven')).toBeTruthy();
    expect(screen.getByText(/Ruth Calloway/, { selector: '.head span' })).toBeTruthy();
  });

  it('refuses a time it cannot read by its field, and keeps every word', async () => {
    const walk = await opened();
    await press(walk, 'Write a line');
    await walk.user.type(await screen.findByLabelText('Platform'), 'Blockhaven');
    await walk.user.type(screen.getByLabelText(/^Reported at/), 'some day');
    await press(walk, /^Sign it/);
    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
    expect(screen.getAllByText(/^We could not read this day and time/).length).toBeGreaterThan(1);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Platform').value).toBe('Blockhaven');
    expect(screen.getByLabelText<HTMLInputElement>(/^Reported at/).value).toBe('some day');
  });

  it('offers what was typed and not signed, and lets it be thrown away', async () => {
    const walk = await opened();
    await press(walk, 'Write a line');
    await walk.user.type(await screen.findByLabelText('Platform'), 'Blockhaven');
    await press(walk, 'Back to the register');
    await press(walk, 'Carry on with it');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Platform')).value).toBe('Blockhaven');
    await press(walk, 'Throw away what I typed');
    await press(walk, 'Throw it away');
    await title(reports);
    expect(screen.queryByRole('button', { name: 'Carry on with it' })).toBeNull();
  });

  it('is corrected with a reason and struck with another, and all of it stays to be read', async () => {
    const walk = await written();
    await press(walk, /^Correct it:/);
    expect((await screen.findByLabelText<HTMLSelectElement>('Answer')).value).toBe('Removed');
    await walk.user.selectOptions(screen.getByLabelText('Answer'), 'Refused');
    await press(walk, /^Sign it/);
    expect((await screen.findAllByText('Say why, in a sentence')).length).toBeGreaterThan(0);
    await walk.user.type(screen.getByLabelText(/^Why it is corrected/), 'They put it back.');
    await press(walk, /^Sign it/);
    await title(reports);
    expect(await screen.findByText('Corrected since')).toBeTruthy();

    await press(walk, /^Correct it:/);
    await press(walk, 'It was written by mistake');
    await walk.user.type(await screen.findByLabelText(/^Why it is struck/), 'It was another platform.');
    await press(walk, /^Sign and strike it/);
    await title(reports);
    expect(await screen.findByText('Struck, and does not count: It was another platform.')).toBeTruthy();
    await press(walk, /^Correct it:/);
    expect(await screen.findByText(/^This line is struck/)).toBeTruthy();
    await press(walk, /^Everything that was written of it/);
    expect(screen.getByText('They put it back.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'It was written by mistake' })).toBeNull();
  });

  it('says when somebody else corrected a line while one’s own was not signed, and writes over it only once that was read', async () => {
    const walk = await written();
    const { form } = lastAsked(walk.office, 'write_line') as { form: LineForm };
    await press(walk, /^Correct it:/);
    await walk.user.type(await screen.findByLabelText(/^Why it is corrected/), 'Mine, not signed.');
    await press(walk, 'Back to the register');
    await screen.findByText(/^You began a correction/);
    // A colleague signs theirs meanwhile; what is typed here stays.
    await walk.office.call('write_line', { form: { ...form, line: 'l-0', reason: 'The answer came.' } });
    await walk.office.call('keep_line_draft', { form: { ...form, line: 'l-0', base: ['0'], reason: 'Mine, not signed.' } });
    await press(walk, 'Carry on with it');
    expect(await screen.findByText(/^Somebody else corrected this line/)).toBeTruthy();
    expect(screen.getByText('The answer came.')).toBeTruthy();
    await press(walk, 'I have read it');
    expect(screen.queryByText(/^Somebody else corrected this line/)).toBeNull();
    await press(walk, /^Sign it/);
    await title(reports);
    expect((lastAsked(walk.office, 'write_line') as { form: LineForm }).form.base).toEqual(['0', '1']);
  });

  it('shows older lines where they are asked for, with the keyboard on the first of them', async () => {
    const walk = await written();
    for (const platform of ['Second', 'Third']) {
      await press(walk, 'Write a line');
      await walk.user.type(await screen.findByLabelText('Platform'), platform);
      await press(walk, /^Sign it/);
      await title(reports);
    }
    await screen.findByText('Third');
    expect(screen.queryByText('Blockhaven')).toBeNull();
    await press(walk, 'Show older lines');
    await screen.findByText('Blockhaven');
    expect(document.activeElement?.textContent).toContain('Blockhaven');
    expect(screen.queryByRole('button', { name: 'Show older lines' })).toBeNull();
  });

  it('shows no line to whoever does not keep it', async () => {
    const walk = await inside();
    await goTo(walk, 'Registers');
    await press(walk, 'Low-level concerns');
    expect(await screen.findByText(/^Your account does not keep this register/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Write a line' })).toBeNull();
  });
});

describe('the rhythm of a register', () => {
  it('says what of it is late, and takes that somebody looked through it', async () => {
    const walk = await opened();
    await press(walk, 'Write a line');
    await walk.user.type(await screen.findByLabelText('Platform'), 'Blockhaven');
    await press(walk, /^Sign it/);
    await title(reports);

    expect(await screen.findByText('no answer, was due Tue 10 Nov')).toBeTruthy();
    expect(screen.getByText('1 line is late')).toBeTruthy();
    expect(screen.getByText('Was due 4 January 2027')).toBeTruthy();

    await press(walk, 'I have looked through it');
    await waitFor(() => { expect(document.activeElement?.id).toBe('f-remarks'); });
    await walk.user.keyboard('Ask them again.');
    await press(walk, 'Keep this');

    expect(await screen.findByText(/^Looked through 10 Nov 2026, Ruth Calloway: Ask them again\./)).toBeTruthy();
    expect(lastAsked(walk.office, 'look_through')).toEqual({ id: 'platform-report-log', remarks: 'Ask them again.' });
    await waitFor(() => { expect(document.activeElement?.id).toBe('look-through'); });
  });
});

describe('a register that leaves the screen', () => {
  it('is printed for a purpose and between two days, and leads back to the register', async () => {
    const walk = await written();
    await press(walk, 'Print');
    await title(`“${reports}” on paper`);
    expect(screen.getByText(/^Everybody in it is printed by name/)).toBeTruthy();
    await press(walk, 'Lay out the pages');
    expect((await screen.findByRole('alert')).textContent).toContain('Say what it is printed for');
    await walk.user.type(screen.getByLabelText('What it is printed for'), 'the governors');
    await walk.user.type(screen.getByLabelText('Written from'), '1 September 2026');
    await walk.user.type(screen.getByLabelText('Written to'), '10 November 2026');
    await press(walk, 'Lay out the pages');
    await screen.findByRole('img');
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({
      asked: { kind: 'register', id: 'platform-report-log', from: '2026-09-01', to: '2026-11-10', purpose: 'the governors' },
    });
    expect(screen.getByText('from 1 September 2026 to 10 November 2026')).toBeTruthy();
    await press(walk, 'The register');
    await title(reports);
  });

  it('is saved as a spreadsheet of the days and in the form that were asked for, and says where', async () => {
    const walk = await opened();
    await press(walk, 'Save as a spreadsheet');
    const form = await screen.findByRole('form', { name: 'Save as a spreadsheet' });
    expect(document.activeElement?.textContent).toBe('Save as a spreadsheet');
    expect(form.textContent).toContain('Anyone who finds it can read it.');
    await walk.user.type(screen.getByLabelText('Written from'), '1 September 2026');
    await walk.user.click(screen.getByRole('radio', { name: /^Plain table/ }));
    await press(walk, 'Choose where to save it');
    expect(await screen.findByText(/^Saved as platform-report-log.csv/)).toBeTruthy();
    expect(lastAsked(walk.office, 'save_register')).toEqual({ id: 'platform-report-log', from: '2026-09-01', to: null, format: 'csv' });
    await press(walk, 'Leave it');
    expect(screen.queryByRole('form', { name: 'Save as a spreadsheet' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save as a spreadsheet' }));
  });

  it('is saved whole where no day is named, and says so where no place was chosen', async () => {
    const walk = await opened();
    walk.office.answer({ save_register: { value: null, touched: [] } });
    await press(walk, 'Save as a spreadsheet');
    await press(walk, 'Choose where to save it');
    expect(await screen.findByText('Nothing was saved.')).toBeTruthy();
    expect(lastAsked(walk.office, 'save_register')).toEqual({ id: 'platform-report-log', from: null, to: null, format: 'xlsx' });
  });

  it('is not saved with a day that was not understood: every line would go', async () => {
    const walk = await opened();
    await press(walk, 'Save as a spreadsheet');
    await walk.user.type(await screen.findByLabelText('Written to'), 'when it snowed');
    await press(walk, 'Choose where to save it');
    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
    expect(screen.getByLabelText('Written to').getAttribute('aria-invalid')).toBe('true');
    expect(lastAsked(walk.office, 'save_register')).toBeUndefined();
  });

  it('is neither printed nor saved by whoever does not keep it', async () => {
    const walk = await inside();
    await goTo(walk, 'Registers');
    await press(walk, 'Low-level concerns');
    await title('Low-level concerns');
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save as a spreadsheet' })).toBeNull();
  });
});
