import { describe, expect, it } from 'vitest';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

async function concern(name: RegExp, wishes = {}): Promise<Walk> {
  const walk = await inside(wishes);
  await goTo(walk, 'Concerns');
  await walk.user.click(await screen.findByRole('link', { name }));
  await screen.findByRole('heading', { name: 'Since then' });
  return walk;
}

const amara = /^Amara Oyelaran/;

describe('what is done about a concern', () => {
  it('stands beside the account: to do first, where it stands, decisions, referrals', async () => {
    await concern(amara);

    const todo = screen.getByRole('region', { name: 'To do' });
    expect(todo.textContent).toContain('MASH referral in writing');
    expect(todo.textContent).toContain('1 working day late');
    expect(screen.getByRole('region', { name: 'Where it stands' }).textContent).toContain('High');
    expect(screen.getByRole('region', { name: 'Decisions' }).textContent).toContain('Meeting named for Saturday');
    expect(screen.getByRole('region', { name: 'Referrals' }).textContent).toContain('answer due Wed 11 Nov');
  });

  it('a step is added with the keyboard alone, and the page says what is missing', async () => {
    const { user, office } = await concern(amara);
    await user.keyboard('{Control>}e{/Control}');
    await title(/^Add to Amara Oyelaran/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('Say in a few words what was done');

    await user.type(screen.getByLabelText(/What was done/), 'Rang Mum');
    await user.type(screen.getByLabelText(/^When/), 'today 9:55');
    await user.keyboard('{Control>}{Enter}{/Control}');

    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'add_to_case')).toMatchObject({ form: { what: 'taken', title: 'Rang Mum' } });
  });

  it('something to do has an owner and a clock, and is done from its own line', async () => {
    const { user, office } = await concern(amara);
    await user.click(screen.getByRole('button', { name: 'Add something to do' }));
    await user.type(await screen.findByLabelText(/What is to be done/), 'Ring Nan again');
    await user.selectOptions(screen.getByLabelText(/By when/), 'The next working day');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));

    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'add_to_case')).toMatchObject({
      form: { what: 'action', due: { by: 'working_days', days: 1 }, owner: 'p-ruth' },
    });

    await user.click(await screen.findByRole('button', { name: 'Done: Ring Nan again' }));
    await title('Done, or not needed');
    await user.click(screen.getByRole('radio', { name: 'It is not needed any more' }));
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Say why it is not needed');
    await user.type(screen.getByLabelText(/Why it is not needed/), 'She rang us');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    await title(/^Amara Oyelaran/);
    await waitFor(() => {
      expect(screen.getByRole('region', { name: 'To do' }).textContent).not.toContain('Ring Nan again');
    });
  });

  it('closing asks what came of it and what was learnt', async () => {
    const { user } = await concern(amara);
    await user.click(screen.getByRole('button', { name: 'Change where it stands' }));
    await user.selectOptions(await screen.findByLabelText(/^Status/), 'Closed');
    expect(await screen.findByLabelText(/What was learnt/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Say what came of it');
    await user.type(screen.getByLabelText(/^What came of it/), 'Support is in place.');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    await title(/^Amara Oyelaran/);
    await waitFor(() => {
      expect(screen.getByRole('region', { name: 'Where it stands' }).textContent).toContain('Closed');
    });
  });

  it('what others answered is written beside the referral', async () => {
    const { user } = await concern(amara);
    await user.click(screen.getByRole('button', { name: 'They answered: Fenmarsh MASH' }));
    await title('What they answered');
    await user.type(screen.getByLabelText(/What they decided/), 'Strategy meeting tomorrow.');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Say whether the school agrees');
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    await title(/^Amara Oyelaran/);
    expect((await screen.findByRole('region', { name: 'Referrals' })).textContent).toContain('Strategy meeting tomorrow.');
  });

  it('what was half written comes back after a lock, each kind with its own words', async () => {
    const walk = await concern(amara);
    const { user, office } = walk;
    await user.keyboard('{Control>}e{/Control}');
    await title(/^Add to Amara Oyelaran/);
    await user.type(screen.getByLabelText(/What was done/), 'Rang Nan');
    await user.click(screen.getByRole('radio', { name: /^Something to do/ }));
    expect(screen.getByLabelText<HTMLInputElement>(/What is to be done/).value).toBe('');
    await user.type(screen.getByLabelText(/What is to be done/), 'Ring the GP');
    await user.keyboard('{Control>}l{/Control}');
    await waitFor(() => {
      expect(lastAsked(office, 'keep_addition')).toMatchObject({ form: { what: 'action', fields: { title: 'Ring the GP' } } });
    });
    await title('Marlowe Vale School');
    await user.type(screen.getByLabelText('Your user name'), 'ruth.calloway');
    await user.type(screen.getByLabelText('Password'), 'lantern orchard velvet');
    await user.keyboard('{Enter}');
    await screen.findByRole('navigation', { name: 'Places' });

    await goTo(walk, 'Concerns');
    await user.click(await screen.findByRole('button', { name: /^Carry on with Amara Oyelaran: something that was done/ }));
    await title(/^Add to Amara Oyelaran/);
    expect(screen.getByLabelText<HTMLInputElement>(/What was done/).value).toBe('Rang Nan');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Signed: something that was done.');
    await user.keyboard('{Control>}e{/Control}');
    await title(/^Add to Amara Oyelaran/);
    expect(screen.getByLabelText<HTMLInputElement>(/What was done/).value).toBe('');
    await user.click(screen.getByRole('radio', { name: /^Something to do/ }));
    expect(screen.getByLabelText<HTMLInputElement>(/What is to be done/).value).toBe('Ring the GP');
    await user.click(screen.getByRole('button', { name: 'Throw it away' }));
    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'drop_draft')).toBeDefined();
  });

  it('says first what must be read first, where one decides whom to ring', async () => {
    const { user } = await concern(amara);
    expect((await screen.findByRole('region', { name: 'Read this first: Amara Oyelaran' })).textContent).toContain('Do not ring Dad');
    await user.keyboard('{Control>}e{/Control}');
    await title(/^Add to Amara Oyelaran/);
    expect(await screen.findByRole('region', { name: 'Read this first: Amara Oyelaran' })).toBeTruthy();
  });

  it('a step is marked as significant with a reason, from its own line', async () => {
    const { user, office } = await concern(amara);
    expect(screen.getByText(/The first call/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Mark as significant: Referred to Fenmarsh MASH' }));
    await title('The mark “significant”');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Say why');
    await user.type(screen.getByLabelText(/Why it must not be overlooked/), 'The first referral for her.');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'add_to_case')).toMatchObject({
      form: { what: 'significance', entry: 's-2', significant: true, reason: 'The first referral for her.' },
    });
  });

  it('a step written by mistake is struck with what was wrong, from its own line', async () => {
    const { user, office } = await concern(amara);
    await user.click(screen.getByRole('button', { name: 'Written by mistake: Referred to Fenmarsh MASH' }));
    await title('A step written by mistake');
    expect(screen.getByText(/It counts no more/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Say why');
    await user.type(screen.getByLabelText(/What was wrong/), 'It was Drayford MASH that I rang.');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'add_to_case')).toMatchObject({
      form: { what: 'struck', entry: 's-2', struck: true, reason: 'It was Drayford MASH that I rang.' },
    });
    const row = (await screen.findByText(/^Written by mistake, says/)).closest('li');
    expect(row?.querySelector('s')?.textContent).toContain('Referred to Fenmarsh MASH');
    expect(screen.getByRole('button', { name: 'Let it stand again: Referred to Fenmarsh MASH' })).toBeTruthy();
  });

  it('a mark is taken off as it was put on', async () => {
    const { user, office } = await concern(amara);
    await user.click(screen.getByRole('button', { name: 'Take the mark off: Rang Mum (Folake)' }));
    await user.type(await screen.findByLabelText(/Why it is no longer significant/), 'It was a misunderstanding.');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'add_to_case')).toMatchObject({ form: { entry: 's-4', significant: false } });
  });

  it('is closed for one of its pupils alone, and opened again', async () => {
    const { user, office } = await concern(amara);
    await user.click(screen.getByRole('button', { name: 'Close for them: Jayden Fairbrother alone' }));
    await title('For one pupil alone');
    await user.type(screen.getByLabelText(/^Why/), 'He only brought her to us.');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'add_to_case')).toMatchObject({ form: { what: 'for_pupil', pupil: 'u-jay', closed: true } });
    const pupils = await screen.findByRole('region', { name: 'For each pupil' });
    await waitFor(() => {
      expect(pupils.textContent).toContain('He only brought her to us.');
    });
    expect(screen.getByRole('button', { name: 'Open again for Jayden Fairbrother' })).toBeTruthy();
  });

  it('says who was asked to look and has not, and asks more people', async () => {
    const { user, office } = await concern(amara);
    expect(screen.getByRole('region', { name: 'Asked to look' }).textContent).toContain('not opened yet, 2 h');
    await user.click(screen.getByRole('button', { name: 'Ask more people to look' }));
    await title('Ask more people to look');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Choose who should look at it');
    await user.click(screen.getByRole('checkbox', { name: 'Dev Marwaha' }));
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'add_to_case')).toMatchObject({ form: { what: 'told', people: ['p-dev'] } });
  });

  it('offers the next step up while an answer is late', async () => {
    const { user, office } = await concern(amara);
    expect(screen.getByText(/Next step up: the duty worker/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'I went up a step: Fenmarsh Early Help' }));
    await title('A step up');
    expect(screen.getByLabelText<HTMLSelectElement>(/How far up/).value).toBe('duty-worker');
    await user.type(screen.getByLabelText(/Who you spoke to/), 'T. Hale');
    await user.type(screen.getByLabelText(/What was said/), 'Will ring back.');
    await user.click(screen.getByRole('button', { name: /^Sign it/ }));
    await title(/^Amara Oyelaran/);
    expect(lastAsked(office, 'add_to_case')).toMatchObject({ form: { what: 'escalated', step: 'duty-worker', person: 'T. Hale' } });
  });

  it('whoever is in takes on a concern that nobody has, with one press', async () => {
    const walk = await inside();
    const { user, office } = walk;
    await goTo(walk, 'Concerns');
    const others = screen.getAllByRole('link').filter((link) => link.id.startsWith('row-') && !amara.test(link.textContent));
    await user.click(others[0] as HTMLElement);
    await user.click(await screen.findByRole('button', { name: 'I take this' }));
    await waitFor(() => {
      expect(lastAsked(office, 'add_to_case')).toMatchObject({ form: { what: 'standing', owner: 'p-ruth', reason: '' } });
    });
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'I take this' })).toBeNull();
    });
  });
});
