/** A request for a pupil's file: written down, its records decided of, what goes out; by keyboard, and nothing typed is lost. */
import { describe, expect, it } from 'vitest';
import type { AccessForm } from '../../src/bindings/office';
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
