/** A request for a pupil's file: written down, its records decided of, what goes out; by keyboard, and nothing typed is lost. */
import { describe, expect, it } from 'vitest';
import type { AccessForm } from '../../src/bindings/office';
import { fault } from '../../src/bridge/pretend';
import { goTo, inside, lastAsked, quietDay, screen, title, waitFor, type Walk } from '../kit';

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function toPupil(walk: Walk): Promise<void> {
  await goTo(walk, 'Pupils');
  await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
}

async function opened(): Promise<Walk> {
  const walk = await inside();
  await toPupil(walk);
  await press(walk, 'Somebody asks for this child’s file');
  await title('Somebody asks for a file');
  await screen.findByLabelText('Who asks');
  return walk;
}

async function asked(): Promise<Walk> {
  const walk = await opened();
  await walk.user.type(screen.getByLabelText('Who asks'), 'Folake Oyelaran');
  await walk.user.click(screen.getByLabelText('A parent or carer'));
  await walk.user.type(screen.getByLabelText(/^What they asked for/), 'Everything');
  await walk.user.keyboard('{Control>}{Enter}{/Control}');
  await title('Request for the file of Amara Oyelaran');
  return walk;
}

function formOf(walk: Walk): AccessForm {
  return (lastAsked(walk.office, 'write_access') as { form: AccessForm }).form;
}

/** Everything is decided in this way, and somebody looked. */
async function decided(walk: Walk, outcome: string): Promise<void> {
  await press(walk, 'Choose all still to be decided');
  await press(walk, 'Decide the 4 chosen');
  await walk.user.click(await screen.findByLabelText(outcome));
  if (outcome !== 'It is given as it stands') {
    await walk.user.click(screen.getByRole('checkbox', { name: /^It is about somebody else too/ }));
    await walk.user.type(screen.getByLabelText(/^What you weighed/), 'She asked us not to.');
  }
  await press(walk, /^Sign it/);
  await press(walk, 'Write down a search');
  for (const [label, words] of [[/^With what words/, 'Oyelaran'], ['Who looked', 'Ruth'], [/^What was found/, 'nothing']] as const) {
    await walk.user.type(await screen.findByLabelText(label), words);
  }
  await walk.user.type(screen.getByLabelText(/^When/), '2026-11-10');
  await press(walk, /^Sign it/);
  await title('Request for the file of Amara Oyelaran');
}

/** The sheet of what goes out, with everything on it but what is said of papers. */
async function going(outcome = 'It is given as it stands'): Promise<Walk> {
  const walk = await asked();
  await decided(walk, outcome);
  await press(walk, 'Write down what goes out');
  await walk.user.type(await screen.findByLabelText('To whom'), 'Folake Oyelaran');
  await walk.user.type(screen.getByLabelText(/^How, and how/), 'By hand');
  await walk.user.type(screen.getByLabelText(/^The day it goes/), '2026-11-12');
  return walk;
}

async function choose(walk: Walk, way: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('radio', { name: way }));
}

const chosen = (way: string | RegExp): boolean => screen.getByRole<HTMLInputElement>('radio', { name: way }).checked;

async function takeOut(walk: Walk, words: string): Promise<void> {
  await choose(walk, /^Passages taken out/);
  await walk.user.type(await screen.findByLabelText(/^Words to take out, 1/), words);
  await screen.findByRole('option', { name: 'TP: third party' });
  await walk.user.selectOptions(screen.getByLabelText('Why'), 'TP: third party');
}

const onlyPassage = (words: string): AccessForm['papers'] => ({
  letters: true, passages: [{ words, code: 'TP', note: '' }], pictures: [], originals: false,
});

function timesAsked(walk: Walk, name: string): number {
  return walk.office.asked.filter((one) => one.name === name).length;
}

describe('a request for a pupil’s file', () => {
  it('is written down on the page of the pupil, and its clock and how much is undecided stand at the top', async () => {
    const walk = await asked();
    const form = formOf(walk);
    expect([form.sheet, form.pupil, form.fields['who'], form.fields['received']]).toEqual(['request', 's-amara', 'Folake Oyelaran', '2026-11-10']);
    expect(screen.getByText('Due Thu 10 December, 20 working days left')).toBeTruthy();
    expect(screen.getByText('4 of 4 records still to be decided.')).toBeTruthy();
    expect(screen.getByText('It is signed.')).toBeTruthy();
    expect(screen.getByText('Nobody has written down where was looked.')).toBeTruthy();
  });

  it('is not signed before it says who asks for what, and the keyboard goes to what is missing', async () => {
    const walk = await opened();
    await press(walk, /^Sign it/);
    expect(await screen.findByText('3 things before it is signed')).toBeTruthy();
    await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
  });

  it('keeps what is typed when the page is left', async () => {
    const walk = await opened();
    await walk.user.type(screen.getByLabelText('Who asks'), 'Folake');
    await press(walk, 'Back');
    await press(walk, 'Somebody asks for this child’s file');
    expect(await screen.findByText(/^This is what you typed before/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Who asks').value).toBe('Folake');
    await press(walk, 'Throw away what I typed');
    await press(walk, 'Throw it away');
    await press(walk, 'Somebody asks for this child’s file');
    expect((await screen.findByLabelText<HTMLInputElement>('Who asks')).value).toBe('');
  });

  it('has several records decided of at once, each reason with its law, and a note', async () => {
    const walk = await asked();
    await press(walk, 'Choose all still to be decided');
    await press(walk, 'Decide the 4 chosen');
    await title('What becomes of it');
    expect((await screen.findAllByText(/^Record of concern/)).length).toBe(2);
    expect(screen.queryByText('Why not all of it is given')).toBeNull();
    await walk.user.click(screen.getByLabelText('It is withheld'));
    await press(walk, /^Sign it/);
    expect((await screen.findAllByText('Say why not all of it is given')).length).toBeGreaterThan(1);
    await walk.user.click(screen.getByRole('checkbox', { name: /^Legal advice/ }));
    expect(screen.getByText(/^A letter is not privileged/)).toBeTruthy();
    expect(screen.getByText('Ask your data protection officer or a lawyer first.')).toBeTruthy();
    await walk.user.type(screen.getByLabelText(/^What you weighed/), 'Our solicitor says so.');
    await press(walk, /^Sign it/);
    await title('Request for the file of Amara Oyelaran');
    expect(screen.getByText('All 4 records are decided.')).toBeTruthy();
    expect(screen.getAllByText('Withheld').length).toBe(4);
    expect(formOf(walk).fields['exemptions']).toBe('LEGAL');
  });

  it('is answered once it is settled, and its two schedules can be printed', async () => {
    const walk = await asked();
    await press(walk, 'Write down what goes out');
    await title('What goes out');
    expect(await screen.findByText('4 records are still to be decided.')).toBeTruthy();
    await press(walk, 'Back');
    await press(walk, 'Choose all still to be decided');
    await press(walk, 'Decide the 4 chosen');
    await walk.user.click(await screen.findByLabelText('It is given as it stands'));
    await press(walk, /^Sign it/);
    await press(walk, 'Write down a search');
    for (const [label, words] of [[/^With what words/, 'Oyelaran'], ['Who looked', 'Ruth'], [/^What was found/, 'nothing']] as const) {
      await walk.user.type(await screen.findByLabelText(label), words);
    }
    await walk.user.type(screen.getByLabelText(/^When/), '2026-11-10');
    await press(walk, /^Sign it/);
    await press(walk, 'Write down what goes out');
    await walk.user.type(await screen.findByLabelText('To whom'), 'Folake Oyelaran');
    await walk.user.type(screen.getByLabelText(/^How, and how/), 'By hand');
    await walk.user.type(screen.getByLabelText(/^The day it goes/), '2026-11-12');
    await press(walk, /^Sign it/);
    expect(await screen.findByText('Given: 4. In part: 0. Withheld: 0.')).toBeTruthy();
    expect(screen.getByText('Ended Thu 12 November')).toBeTruthy();
    await press(walk, 'Schedule for whoever asked');
    await title('Schedule for whoever asked');
    await press(walk, /^Lay out the pages/);
    const { asked: paper } = lastAsked(walk.office, 'lay_out_paper') as { asked: unknown };
    expect(paper).toEqual({ kind: 'access', id: 'a-0', release: 'e-release', theirs: true });
  });

  it('keeps a struck line where it stands', async () => {
    const walk = await asked();
    await press(walk, 'Stop the clock');
    await walk.user.type(await screen.findByLabelText(/^What you asked/), 'Which years?');
    await walk.user.type(screen.getByLabelText(/^The day you asked/), '2026-11-10');
    await press(walk, /^Sign it/);
    await press(walk, 'Put it right: When it stood still, 1');
    await press(walk, 'It was written by mistake');
    await waitFor(() => { expect(document.activeElement?.id).toBe('f-reason'); });
    await walk.user.type(screen.getByLabelText(/^Why it is struck/), 'It was another request.');
    await press(walk, /^Sign and strike it/);
    expect(await screen.findByText('Struck, and does not count: It was another request.')).toBeTruthy();
    expect(screen.getByText('Which years?')).toBeTruthy();
  });

  it('stands in the list, and on Today when it is due', async () => {
    const walk = await asked();
    await press(walk, 'Requests for a pupil’s file');
    await title('Requests for a pupil’s file');
    expect(screen.getByText('Asked by Folake Oyelaran, came Tue 10 Nov')).toBeTruthy();
    const late = { stands: 'late' as const, say: 'Due Tue 3 November, 7 days over', notes: [] };
    const row = { id: 'a-0', number: 'MV-26-ABC-S1', pupil: 's-amara', pupil_name: 'Amara Oyelaran', class: '9C', who: 'F', received: 'Tue 10 Nov', clock: late };
    walk.office.answer({ today: { ...quietDay, access: [row] } });
    await goTo(walk, 'Today');
    expect(await screen.findByText('Due Tue 3 November, 7 days over')).toBeTruthy();
    await press(walk, 'Amara Oyelaran');
    await title('Request for the file of Amara Oyelaran');
  });
});

describe('the papers of an answer', () => {
  it('are made with other pupils as letters unless somebody chooses otherwise', async () => {
    const walk = await going();
    expect([chosen(/^Make the papers here/), chosen(/^Other pupils as letters/)]).toEqual([true, true]);
    expect((await screen.findByText('Child A')).nextElementSibling?.textContent).toBe('Jayden Fairbrother');
    expect(screen.getByText(/^This key stays in the school/)).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /originals/ })).toBeNull();
    expect(lastAsked(walk.office, 'preview_access')).toMatchObject({ id: 'a-0' });
    await press(walk, /^Sign it/);
    await title('Request for the file of Amara Oyelaran');
    expect(formOf(walk).papers).toEqual({ letters: true, passages: [], pictures: [], originals: false });
    expect(await screen.findByText('The papers: 7 pages, 214 KB; kept as they went.')).toBeTruthy();
    expect(screen.getByText('SHA-256 of the papers begins: ab44 d2f0 6b1d 9a3e 57c8 b420 ff6a 139b')).toBeTruthy();
  });

  it('are signed as they were typed, passages and all', async () => {
    const walk = await going();
    await takeOut(walk, 'her aunt in Leeds');
    await press(walk, 'Take out other words');
    await press(walk, /^Sign it/);
    await title('Request for the file of Amara Oyelaran');
    expect(formOf(walk).papers).toEqual(onlyPassage('her aunt in Leeds'));
    expect(Object.keys(formOf(walk).fields).sort()).toEqual(['how', 'on', 'to']);
  });

  it('are not made where somebody puts them together by hand', async () => {
    const walk = await going();
    await choose(walk, /^I put them together by hand/);
    expect(screen.queryByRole('button', { name: 'Look at the papers first' })).toBeNull();
    await press(walk, /^Sign it/);
    await title('Request for the file of Amara Oyelaran');
    expect(formOf(walk).papers).toBeNull();
    expect(screen.getByText('No papers are kept with it: they were put together by hand.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Save the papers/ })).toBeNull();
  });

  it('stand as they are only where somebody says so', async () => {
    const walk = await going();
    await choose(walk, /^As they stand/);
    await press(walk, /^Sign it/);
    await title('Request for the file of Amara Oyelaran');
    expect(formOf(walk).papers).toEqual({ letters: false, passages: [], pictures: [], originals: false });
  });

  it('can be looked at first, and the sheet is there on the way back', async () => {
    const walk = await going();
    await takeOut(walk, 'her aunt in Leeds');
    await press(walk, 'Look at the papers first');
    await title('Draft of the papers');
    expect(await screen.findByText(/^A draft, and every page says so/)).toBeTruthy();
    const names = walk.office.asked.map((one) => one.name);
    expect(names.lastIndexOf('keep_access')).toBeLessThan(names.indexOf('lay_out_paper'));
    expect(lastAsked(walk.office, 'lay_out_paper')).toEqual({ asked: { kind: 'access_trial', id: 'a-0', redact: onlyPassage('her aunt in Leeds') } });
    expect([timesAsked(walk, 'lay_out_paper'), timesAsked(walk, 'write_access')]).toEqual([1, 3]);
    await press(walk, 'Back to the sheet');
    await title('What goes out');
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/^Words to take out, 1/)).value).toBe('her aunt in Leeds');
    expect(screen.getByLabelText<HTMLInputElement>('To whom').value).toBe('Folake Oyelaran');
    await press(walk, /^Sign it/);
    await title('Request for the file of Amara Oyelaran');
    expect(formOf(walk).papers).toEqual(onlyPassage('her aunt in Leeds'));
  });

  it('are not left for while the sheet could not be kept', async () => {
    const walk = await going();
    walk.office.fail('keep_access', fault('unexpected', 'The disk is full.'));
    await takeOut(walk, 'her aunt in Leeds');
    await press(walk, 'Look at the papers first');
    expect(await screen.findByText(/^What you type is not being kept/)).toBeTruthy();
    await title('What goes out');
    expect(timesAsked(walk, 'lay_out_paper')).toBe(0);
  });

  it('say of refused words at their field why, whether they are looked at or signed', async () => {
    const walk = await going();
    await takeOut(walk, 'quilwort');
    for (const name of ['Look at the papers first', /^Sign it/]) {
      await press(walk, name);
      await waitFor(() => { expect(document.activeElement?.id).toBe('error-summary'); });
      await walk.user.click(screen.getByRole('link', { name: 'These words stand nowhere in these records' }));
      const field = screen.getByLabelText(/^Words to take out, 1/);
      expect(document.activeElement).toBe(field);
      expect(document.getElementById(`${field.id}-error`)?.textContent).toContain('These words stand nowhere in these records');
      await walk.user.type(field, '{End}s{Backspace}');
    }
    await title('What goes out');
    // What was said of it goes with it.
    await press(walk, 'Take 1 off the list');
    expect(screen.queryByText('These words stand nowhere in these records')).toBeNull();
  });

  it('cannot stand as they are where a record is given in part, and it is said where that is chosen', async () => {
    const walk = await going('It is given in part, without some of it');
    await choose(walk, /^As they stand/);
    await press(walk, /^Sign it/);
    await walk.user.click(await screen.findByRole('link', { name: /^Some records are given in part/ }));
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'How other people’s details stand in them' }));
    expect(document.activeElement?.textContent).toContain('Some records are given in part');
  });

  it('show no picture but those that are given in part', async () => {
    const walk = await asked();
    // The office names those alone.
    const pictures = ['f-note'].map((file) => ({ file, name: `${file}.png`, record_no: 'MV-2026-0143', why_not: null }));
    walk.office.answer({ preview_access: { reasons: [], about: ['Amara Oyelaran'], letters: [], counts: [], pictures } });
    await decided(walk, 'It is given in part, without some of it');
    await press(walk, 'Write down what goes out');
    expect(await screen.findByRole('button', { name: 'Show it, with areas cut out: f-note.png' })).toBeTruthy();
  });

  it('are kept as they were chosen when the page is left, also what was typed for another way', async () => {
    const walk = await going();
    await takeOut(walk, 'her aunt in Leeds');
    await choose(walk, /^I put them together by hand/);
    await press(walk, 'Back');
    await press(walk, 'Write down what goes out');
    await screen.findByText(/^This is what you typed before/);
    expect(chosen(/^I put them together by hand/)).toBe(true);
    await choose(walk, /^Make the papers here/);
    expect(chosen(/^Passages taken out/)).toBe(true);
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/^Words to take out, 1/)).value).toBe('her aunt in Leeds');
    await press(walk, 'Throw away what I typed');
    await press(walk, 'Throw it away');
    await press(walk, 'Write down what goes out');
    await screen.findByLabelText('To whom');
    expect([chosen(/^Make the papers here/), chosen(/^Other pupils as letters/)]).toEqual([true, true]);
  });

  it('can be stopped, and then nothing is signed and the sheet stands', async () => {
    const walk = await going();
    walk.office.fail('write_access', fault('cancelled', 'Stopped. Nothing was changed.'));
    walk.office.slowDown(200);
    await press(walk, /^Sign it/);
    await press(walk, 'Stop');
    expect(await screen.findByText('Stopped. Nothing was signed. What you typed is kept.', {}, { timeout: 4000 })).toBeTruthy();
    expect(timesAsked(walk, 'stop_work')).toBe(1);
    expect(screen.getByLabelText<HTMLInputElement>('To whom').value).toBe('Folake Oyelaran');
  });

  it('lie about for nobody who left while they were laid out', async () => {
    const walk = await going();
    walk.office.slowDown(200);
    await press(walk, 'Look at the papers first');
    await waitFor(() => { expect(timesAsked(walk, 'lay_out_paper')).toBe(1); });
    await press(walk, 'Back');
    await waitFor(() => { expect(timesAsked(walk, 'put_paper_away')).toBe(1); }, { timeout: 4000 });
    await title('Request for the file of Amara Oyelaran');
  });

  it('are saved as they went, behind the password that was typed or plain after a warning, and are said by name', async () => {
    const walk = await going();
    await press(walk, /^Sign it/);
    await press(walk, 'Save the papers of answer 1');
    await waitFor(() => { expect(document.activeElement?.id).toBe('f-copy_password'); });
    await walk.user.type(screen.getByLabelText('Password for this copy'), 'meadow lantern copper');
    await walk.user.type(screen.getByLabelText('The same password again'), 'meadow lantern copper');
    await press(walk, 'Choose where to save it');
    expect(await screen.findByText('Saved as strongroom-papers.pdf. Without the password nobody can read it.')).toBeTruthy();
    expect(lastAsked(walk.office, 'save_access')).toEqual({ id: 'a-0', release: 'e-release', password: 'meadow lantern copper' });
    await press(walk, 'Save the papers of answer 1');
    await press(walk, 'A copy without a password');
    expect(screen.getByText('Anyone who finds it can read it. That you saved it is written in the record.')).toBeTruthy();
    await press(walk, 'Save a plain copy');
    expect(await screen.findByText('Saved as strongroom-papers.pdf. Anyone who finds it can read it.')).toBeTruthy();
    expect(lastAsked(walk.office, 'save_access')).toEqual({ id: 'a-0', release: 'e-release', password: null });
  });

  it('leave the password where it was typed when no place is chosen for them', async () => {
    const walk = await going();
    await press(walk, /^Sign it/);
    await press(walk, 'Save the papers of answer 1');
    await walk.user.type(screen.getByLabelText('Password for this copy'), 'nowhere to save it');
    await walk.user.type(screen.getByLabelText('The same password again'), 'nowhere to save it');
    await press(walk, 'Choose where to save it');
    expect(await screen.findByText('Nothing was saved.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Password for this copy').value).toBe('nowhere to save it');
  });
});
