import { describe, expect, it } from 'vitest';
import { fault } from '../../src/bridge/pretend';
import { inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function writing(walk: Walk): Promise<void> {
  await walk.user.keyboard('{Control>}n{/Control}');
  await title('Record a concern');
  await screen.findByRole('combobox', { name: /pupil or an adult/ });
}

describe('recording a concern', () => {
  it('is done by keyboard alone, and the page becomes the record', async () => {
    const walk = await inside();
    const { user, office } = walk;
    await writing(walk);

    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /pupil or an adult/ }));
    });
    await user.keyboard('ama');
    await screen.findByRole('option', { name: /Amara Oyelaran/ });
    await user.keyboard('{Enter}');
    screen.getByLabelText('It happened').focus();
    await user.keyboard('sun about 8:30pm');
    screen.getByLabelText('What was seen, heard or said').focus();
    await user.keyboard('She was shaking.');
    screen.getByLabelText('The child’s exact words').focus();
    await user.keyboard('“Not to tell my mum.”');
    await waitFor(() => {
      expect(screen.getByLabelText('It happened')).toHaveProperty('value', 'Sun 8 Nov, about 20:30');
    });
    await user.keyboard('{Control>}{Enter}{/Control}');

    expect(await title(/Amara Oyelaran/)).toBeTruthy();
    expect(screen.getByText(/Signed and passed to Ruth Calloway and Dev Marwaha/)).toBeTruthy();
    expect(lastAsked(office, 'record_concern')).toMatchObject({
      form: {
        people: [{ pupil: 's-amara', role: 'victim', kind: 'pupil' }],
        occurred: '2026-11-08T20:30:00+00:00',
        occurred_about: true,
        description: 'She was shaking.',
        childs_words: '“Not to tell my mum.”',
        with_gaps: null,
      },
    });
  });

  it('keeps the draft after a pause and says when', async () => {
    const walk = await inside();
    await writing(walk);

    await walk.user.type(screen.getByLabelText('What was seen, heard or said'), 'He said so.');

    expect(walk.office.asked.some((one) => one.name === 'keep_draft')).toBe(false);
    const said = await screen.findAllByText('Draft kept safe at 10:33', {}, { timeout: 3000 });
    expect(said.length).toBeGreaterThan(0);
  });

  it('says so when the draft could not be kept, and tries again', async () => {
    const walk = await inside();
    await writing(walk);
    walk.office.fail('keep_draft', fault('disk_full', 'The disk is full.'));
    const field = screen.getByLabelText('What was seen, heard or said');

    await walk.user.type(field, 'He said so.');
    const said = await screen.findAllByText(/could not be kept just now/, {}, { timeout: 3000 });
    expect(said.length).toBeGreaterThan(0);
    walk.office.fail('keep_draft', null);
    await walk.user.type(field, ' Twice.');

    const kept = await screen.findAllByText('Draft kept safe at 10:33', {}, { timeout: 3000 });
    expect(kept.length).toBeGreaterThan(0);
  });

  it('puts the summary first, links to the fields and offers the repairs', async () => {
    const walk = await inside();
    const { user } = walk;
    await writing(walk);
    await user.type(screen.getByLabelText('It happened'), 'today 10:20');
    await user.type(screen.getByLabelText('You learnt of it'), 'today 9:20');
    await user.type(screen.getByLabelText('What was seen, heard or said'), 'A girl was crying.');
    await waitFor(() => {
      expect(screen.getByLabelText('You learnt of it')).toHaveProperty('value', 'Tue 10 Nov, 09:20');
    });

    await user.keyboard('{Control>}{Enter}{/Control}');

    const summary = await screen.findByRole('alert', { name: 'Two things before this can be signed' });
    expect(document.activeElement).toBe(summary);
    expect(walk.office.asked.some((one) => one.name === 'record_concern')).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Swap them' }));
    expect(screen.getByLabelText('It happened')).toHaveProperty('value', 'Tue 10 Nov, 09:20');
    await user.click(screen.getByRole('link', { name: /Say who this is about/ }));
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /pupil or an adult/ }));
  });

  it('waits for a time corrected a moment ago, and then signs by itself', async () => {
    const walk = await inside();
    const { user, office } = walk;
    await writing(walk);
    await user.click(screen.getByRole('button', { name: 'I do not know the name' }));
    await user.type(screen.getByLabelText('It happened'), 'whenever');
    await user.type(screen.getByLabelText('What was seen, heard or said'), 'A girl was crying.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('alert', { name: 'One thing before this can be signed' });

    const field = screen.getByLabelText('It happened');
    await user.clear(field);
    await user.type(field, 'today 10:20');
    await user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => {
      expect(lastAsked(office, 'record_concern')).toMatchObject({
        form: { occurred: '2026-11-10T10:20:00+00:00' },
      });
    });
  });

  it('corrects with the known times in their fields, and starts at the account', async () => {
    const { user } = await inside();
    await user.click(await screen.findByRole('link', { name: /Amara Oyelaran/ }));
    await user.click(await screen.findByRole('button', { name: 'Correct it' }));
    await title('Correct this record');

    const account = await screen.findByLabelText('What was seen, heard or said');
    await waitFor(() => {
      expect(document.activeElement).toBe(account);
    });
    expect(screen.getByLabelText('It happened')).toHaveProperty('value', 'Sun 8 Nov, about 20:30');
    expect(screen.getByLabelText<HTMLInputElement>('You learnt of it').value).toMatch(/10 Nov.*09:45/);
  });

  it('asks for the side of a mark and takes no wrong neighbour', async () => {
    const walk = await inside();
    const { user } = walk;
    await writing(walk);
    await user.click(screen.getByRole('button', { name: /Category, questions asked/ }));
    await user.click(screen.getByRole('button', { name: 'Add a mark' }));
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByLabelText('Where on the body'));
    });

    await user.keyboard('han');

    expect(screen.getByLabelText('Where on the body')).toHaveProperty('value', 'hand-back');
    expect(screen.getByLabelText('Side')).toHaveProperty('value', '');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findAllByText('Choose the side of mark 1')).length).toBeGreaterThan(0);
    await user.selectOptions(screen.getByLabelText('Side'), 'Their left');
    expect(screen.getByText('Mark 1: Hand back, their left')).toBeTruthy();
    expect(screen.queryByText('Choose the side of mark 1')).toBeNull();
  });

  it('passes it on with the gaps when it is urgent', async () => {
    const walk = await inside();
    const { user, office } = walk;
    await writing(walk);
    await user.type(screen.getByLabelText('What was seen, heard or said'), 'A girl was crying.');
    await user.keyboard('{Control>}{Enter}{/Control}');

    await user.click(await screen.findByRole('button', { name: /Pass it on with the gaps/ }));

    await waitFor(() => {
      expect(lastAsked(office, 'record_concern')).toMatchObject({
        form: { with_gaps: expect.stringContaining('urgent') as unknown, people: [] },
      });
    });
  });

  it('routes a concern about staff, says who reads it and gives a receipt', async () => {
    const walk = await inside();
    const { user } = walk;
    await writing(walk);
    await user.click(screen.getByRole('button', { name: 'It is about a member of staff' }));
    await user.click(screen.getByRole('radio', { name: 'About a member of staff' }));
    expect(await screen.findByText('Helen Sandiford, head. Nobody else.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'I do not know the name' }));
    await user.type(screen.getByLabelText('It happened'), 'today 10:20');
    await user.type(screen.getByLabelText('What was seen, heard or said'), 'Words.');
    await waitFor(() => {
      expect(screen.getByLabelText('It happened')).toHaveProperty('value', 'Tue 10 Nov, 10:20');
    });
    await user.keyboard('{Control>}{Enter}{/Control}');

    await title('Signed and passed on');
    expect(screen.getByText('harbour oak thimble')).toBeTruthy();
  });

  it('says whom to ring when nobody here can read it yet, and offers the blank form', async () => {
    const walk = await inside();
    await writing(walk);
    await walk.user.click(screen.getByRole('button', { name: 'It is about a member of staff' }));

    await walk.user.click(screen.getByRole('radio', { name: 'About the head' }));

    expect(await screen.findByText('Nobody on this laptop can read it yet.')).toBeTruthy();
    expect(screen.getByText(/Ring the chair of governors/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Print a blank form' })).toBeTruthy();
  });

  it('offers a returning draft and carries on with every word of it', async () => {
    const walk = await inside({ drafts: true });

    await walk.user.click(await screen.findByRole('button', { name: /Carry on with Amara/ }));

    await title('Record a concern');
    expect(await screen.findByLabelText('The child’s exact words')).toHaveProperty(
      'value',
      '“He said he’d pick me up by the cinema on Saturday and not to tell my mum. He’s got my school off my photo.”',
    );
    expect(screen.getByLabelText('It happened')).toHaveProperty('value', 'Sun 8 Nov, about 20:30');
  });

  it('reaches all ten fields a CPOMS form has', async () => {
    const walk = await inside();
    const { user } = walk;
    await writing(walk);
    for (const fold of [/Category, questions asked/, /Status, who takes it on/]) {
      await user.click(screen.getByRole('button', { name: fold }));
    }

    expect(screen.getByRole('combobox', { name: /pupil or an adult/ })).toBeTruthy();
    expect(screen.getByLabelText('What was seen, heard or said')).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Category' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Body map' })).toBeTruthy();
    expect(screen.getByLabelText('It happened')).toBeTruthy();
    expect(screen.getByLabelText('Status')).toBeTruthy();
    expect(screen.getByLabelText('Taken on by')).toBeTruthy();
    expect(screen.getByRole('group', { name: /Tell these people/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeTruthy();
  });

  it('stays with the words when signing fails, and says what is kept', async () => {
    const walk = await inside();
    const { user, office } = walk;
    await writing(walk);
    office.fail('record_concern', fault('disk_full', 'The disk is full, so nothing was signed.', { kept: 'Your draft is kept.' }));
    await user.click(screen.getByRole('button', { name: 'I do not know the name' }));
    await user.type(screen.getByLabelText('It happened'), 'today 10:20');
    await user.type(screen.getByLabelText('What was seen, heard or said'), 'Words.');
    await waitFor(() => {
      expect(screen.getByLabelText('It happened')).toHaveProperty('value', 'Tue 10 Nov, 10:20');
    });
    await user.keyboard('{Control>}{Enter}{/Control}');

    expect(await screen.findByText('The disk is full, so nothing was signed.')).toBeTruthy();
    expect(screen.getByLabelText('What was seen, heard or said')).toHaveProperty('value', 'Words.');
  });
});
