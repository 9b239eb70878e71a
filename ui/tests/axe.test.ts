/**
 * Every screen in its full, empty and error state, one after another: two axe runs at once disturb
 * each other. Contrast is left to the real window, because jsdom does not paint.
 */
import { fireEvent } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileOpened } from '../src/bindings/office';
import type { CommandName } from '../src/bridge';
import { fault, type Wishes } from '../src/bridge/pretend';
import { blank, house } from '../src/frame/house.svelte';
import { unkept } from '../src/frame/unkept.svelte';
import { goTo, inside, quietDay, screen, title, waitFor, window_, type Walk } from './kit';
import { held } from './reports';

const unwell = fault('unexpected', 'Something in Strongroom stopped before it was done.', {
  kept: 'Everything signed is kept.',
  next: 'Try once more.',
  technical: 'code test.fail',
});

async function faults(): Promise<string[]> {
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: true } },
    resultTypes: ['violations'],
  });
  return found.violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.user.click(await screen.findByRole('button', { name }));
}

async function choose(walk: Walk, name: string): Promise<void> {
  const chooser = walk.container.querySelector('[data-chooser]');
  if (chooser === null) throw new Error('no chooser');
  await fireEvent.change(chooser, { target: { files: [new File(['a,b'], name)] } });
}

async function toCase(walk: Walk): Promise<void> {
  await goTo(walk, 'Concerns');
  await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
  await screen.findByRole('heading', { name: 'Since then' });
}

const textFile: FileOpened = {
  token: 't-f-note',
  kind: 'text',
  media: 'text/plain',
  why: null,
  id: 'f-note',
  name: 'note.txt',
  size: 40,
  size_text: '40 bytes',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  source: null,
  added_by: 'P. Osei',
  added_at: '2026-11-10T10:43:00+00:00',
  concern: 'c-amara',
  record_no: 'MV-2026-0143',
  seen: [{ name: 'R. Calloway', at: '2026-11-10T10:44:00+00:00' }],
};

async function toFile(walk: Walk): Promise<void> {
  await toConcern(walk);
  await press(walk, 'Look at it: Handwritten note.pdf');
}

async function toPupil(walk: Walk, name = 'Amara Oyelaran'): Promise<void> {
  await goTo(walk, 'Pupils');
  await walk.user.click(await screen.findByRole('link', { name }));
}

async function writeRequest(walk: Walk): Promise<void> {
  await toPupil(walk);
  await press(walk, 'Somebody asks for this child’s file');
  await walk.user.type(await screen.findByLabelText('Who asks'), 'Folake Oyelaran');
  await walk.user.click(screen.getByLabelText('A parent or carer'));
  await walk.user.type(screen.getByLabelText(/^What they asked for/), 'Everything');
  await press(walk, /^Sign it/);
}

async function toRequest(walk: Walk): Promise<void> {
  await writeRequest(walk);
  await title('Request for the file of Amara Oyelaran');
}

async function toAround(walk: Walk, name?: string): Promise<void> {
  await toPupil(walk, name);
  await press(walk, 'Household, contacts, agencies, links');
  await title(/^Around/);
}

async function toPaper(walk: Walk, name?: string): Promise<void> {
  await toPupil(walk, name);
  await press(walk, 'Print chronology');
  await screen.findByLabelText('What it is printed for');
}

async function layOut(walk: Walk, name?: string): Promise<void> {
  await toPaper(walk, name);
  await walk.user.type(screen.getByLabelText('What it is printed for'), 'strategy discussion');
  await press(walk, 'Lay out the pages');
}

async function toConcern(walk: Walk, name = /Amara Oyelaran/): Promise<void> {
  await walk.user.click(await screen.findByRole('link', { name }));
}

async function toVault(walk: Walk, then?: string | RegExp): Promise<void> {
  await goTo(walk, 'Vault');
  await screen.findByText('Who can open it');
  if (then !== undefined) await press(walk, then);
}

const ceop = 'CEOP report: have this ready';

async function toChecklist(walk: Walk): Promise<void> {
  await toCase(walk);
  await press(walk, 'Begin a checklist');
  await press(walk, ceop);
  await press(walk, /^Begin it for/);
  await screen.findByRole('navigation', { name: 'Parts of the form' });
}

async function toSuspect(walk: Walk): Promise<HTMLElement> {
  await toChecklist(walk);
  await press(walk, /^The suspect/);
  return screen.findByRole('textbox', { name: 'Age claimed, and age you think' });
}

async function toRoutes(walk: Walk): Promise<void> {
  await goTo(walk, 'Guidance');
  await press(walk, 'Where does it go?');
}

async function toRecord(walk: Walk): Promise<void> {
  await walk.user.keyboard('{Control>}n{/Control}');
  await title('Record a concern');
  await screen.findByRole('combobox', { name: /pupil or an adult/ });
}

function failing(...names: CommandName[]): Wishes {
  return { failing: Object.fromEntries(names.map((name) => [name, unwell])) };
}

const door: [name: string, wishes: Wishes, go: (walk: Walk) => Promise<unknown>][] = [
  ['unlock', {}, () => title('Marlowe Vale School')],
  [
    'unlock, wrong password',
    {},
    async (walk) => {
      await walk.user.type(await screen.findByLabelText('Your user name'), 'ruth');
      await walk.user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
      await screen.findByRole('alert');
    },
  ],
  ['unlock, nothing typed', {}, (walk) => press(walk, 'Open')],
  ['unavailable', { state: 'unavailable' }, () => title('Strongroom cannot open the vault')],
  ['recovery', {}, (walk) => press(walk, 'I cannot get in')],
  [
    'recovery, in error',
    {},
    async (walk) => {
      await press(walk, 'I cannot get in');
      await press(walk, 'Open with these words');
    },
  ],
  ['invitation', {}, (walk) => press(walk, 'I was given an invitation')],
  [
    'invitation, in error',
    failing('accept_invitation'),
    async (walk) => {
      await press(walk, 'I was given an invitation');
      await press(walk, 'Join');
    },
  ],
  ['first run', { state: 'new' }, () => title('Make the strongroom for your school')],
  [
    'first run, in error',
    { state: 'new' },
    async (walk) => {
      await press(walk, 'Make it');
      await screen.findByRole('alert');
    },
  ],
  [
    'immediate danger before a password',
    {},
    async (walk) => {
      await title('Marlowe Vale School');
      await walk.user.keyboard('{Control>}9{/Control}');
      await screen.findByRole('dialog');
    },
  ],
];

const rooms: [name: string, wishes: Wishes, go: (walk: Walk) => Promise<unknown>][] = [
  ['today, full', { rehearsal: true, drafts: true, busy: true }, () => screen.findByText(/Tilly Rackham/)],
  ['today, after 999', {}, async (walk) => {
    await walk.user.keyboard('{Control>}9{/Control}');
    await press(walk, 'We have rung');
    await screen.findAllByText(/Kept: rung at/);
    await walk.user.keyboard('{Escape}');
    await screen.findByText('999 was rung');
  }],
  ['today, first day', { empty: true }, () => screen.findByText(/it is here first/)],
  ['today, nothing waits', {}, async (walk) => {
    walk.office.answer({ today: quietDay });
    await goTo(walk, 'Today');
    await screen.findByText('Nothing waits for you.');
  }],
  ['today, in error', failing('today'), () => screen.findByText('What happened')],
  ['today, names hidden', { drafts: true, busy: true }, async (walk) => {
    await screen.findByText(/Tilly Rackham/);
    await press(walk, 'Names shown');
    (await screen.findByRole('link', { name: '7B, MV-2026-0148' })).focus();
    await screen.findByRole('link', { name: /Kacper/ });
  }],
  ['concerns, full', { rehearsal: true, drafts: true }, async (walk) => {
    await goTo(walk, 'Concerns');
    await screen.findByText(/Tilly Rackham/);
  }],
  ['concerns, names hidden', { drafts: true }, async (walk) => {
    await goTo(walk, 'Concerns');
    await press(walk, 'Names shown');
    await screen.findByText('7B, MV-2026-0148');
  }],
  ['concerns, empty', { empty: true }, async (walk) => {
    await goTo(walk, 'Concerns');
    await screen.findByText(/it is here, newest first/);
  }],
  ['concerns, in error', failing('concerns'), async (walk) => {
    await goTo(walk, 'Concerns');
    await screen.findByText('What happened');
  }],
  ['worth a look together, set aside without a reason and in error', {}, async (walk) => {
    await toCase(walk);
    await press(walk, 'Show 1 more');
    await press(walk, /^Set aside: /);
    await press(walk, 'Sign and set aside');
    await screen.findByText('Say why, in a sentence');
    walk.office.fail('set_buildup_aside', fault('refused', 'This was changed since you opened it.'));
    await walk.user.type(screen.getByLabelText('Why can it be set aside?'), 'All of one long cold.');
    await press(walk, 'Sign and set aside');
    await screen.findByText('This was changed since you opened it.');
  }],
  ...(['taken', 'action', 'decision', 'referral', 'standing', 'withheld', 'held'] as const).map(
    (what): [string, Wishes, (walk: Walk) => Promise<unknown>] => [
      `adding to a concern: ${what}, empty and in error`,
      {},
      async (walk) => {
        await toCase(walk);
        await press(walk, /^Add to this/);
        await title(/^Add to/);
        const radios = screen.getAllByRole('radio');
        const at = ['taken', 'action', 'decision', 'referral', 'standing', 'withheld', 'held'].indexOf(what);
        const radio = radios[at];
        if (radio !== undefined) await walk.user.click(radio);
        if (what === 'standing') await walk.user.selectOptions(screen.getByLabelText(/^Status/), 'Closed');
        await press(walk, /^Sign it/);
        await screen.findByRole('alert');
      },
    ],
  ),
  ['adding to a concern: what they answered', {}, async (walk) => {
    await toCase(walk);
    await press(walk, 'They answered: Fenmarsh MASH');
    await title('What they answered');
  }],
  ['practice', { practice: true }, () => screen.findByText(/Tilly Rackham/)],
  ['concern, full', {}, (walk) => toConcern(walk)],
  ['concern, nearly empty', {}, async (walk) => {
    await goTo(walk, 'Concerns');
    await toConcern(walk, /Noor Castellan/);
  }],
  ['concern, in error', failing('concern'), async (walk) => {
    await toConcern(walk);
    await screen.findByText('What is kept');
  }],
  ['concern, written twice', { differ: true }, (walk) => toConcern(walk)],
  ['concern, adding a file', {}, async (walk) => {
    await toConcern(walk);
    await press(walk, 'Add a file');
  }],
  ['concern, something dropped too early', {}, async (walk) => {
    await toConcern(walk);
    await screen.findByText('Handwritten note.pdf');
    await fireEvent.drop(window, { dataTransfer: { files: [new File(['a'], 'a.txt')] } });
    await screen.findByText(/Answer first, then add the file/);
  }],
  ['file, a text', {}, async (walk) => {
    walk.office.answer({ open_file: textFile });
    await toFile(walk);
    await screen.findByText(/He said he would pick me up/);
  }],
  ['file, a picture', {}, async (walk) => {
    walk.office.answer({ open_file: { ...textFile, kind: 'picture', media: 'image/png', name: 'photo.png', size: 70, token: 't-photo' } });
    await toFile(walk);
    await screen.findByRole('img', { name: 'The picture photo.png' });
  }],
  ['file, not shown', {}, async (walk) => {
    walk.office.answer({ open_file: { ...textFile, kind: 'none', why: 'This is a HEIC picture, which cannot be shown here.' } });
    await toFile(walk);
    await screen.findByText('It cannot be shown here');
  }],
  ['file, in error', failing('open_file'), async (walk) => {
    await toFile(walk);
    await screen.findByText('What happened');
  }],
  ['file, closed by a blank screen', {}, async (walk) => {
    walk.office.answer({ open_file: textFile });
    await toFile(walk);
    await screen.findByText(/He said he would pick me up/);
    blank.since = Date.now();
    await screen.findByText('Closed while the screen was blank.');
    blank.since = null;
  }],
  ['a file that should not have come in, in error', {}, async (walk) => {
    walk.office.answer({ open_file: textFile });
    await toFile(walk);
    await press(walk, /out of everybody/);
    await press(walk, /^Sign:/);
    await screen.findByRole('alert');
  }],
  ['withheld item, put right', {}, async (walk) => {
    await toCase(walk);
    await press(walk, /^Put right: A picture/);
    await screen.findByDisplayValue('Envelope 12 in the safe');
  }],
  ['withheld item, its paper asked for', {}, async (walk) => {
    await toCase(walk);
    await press(walk, /^Print its sheet: A picture/);
    await screen.findByLabelText('What it is printed for');
  }],
  ['things kept, with a gap and a line struck', {}, async (walk) => {
    await toCase(walk);
    await press(walk, /^Written by mistake: Handed over in school, Tue/);
    await walk.user.type(await screen.findByLabelText(/What was wrong/), 'It was the deputy.');
    await press(walk, /^Sign it/);
    await screen.findAllByText(/^Written by mistake, says/);
  }],
  ['things kept, none', {}, async (walk) => {
    await goTo(walk, 'Concerns');
    await toConcern(walk, /Noor Castellan/);
    await screen.findByRole('region', { name: 'Devices and other things kept' });
  }],
  ['a thing kept, put right', {}, async (walk) => {
    await toCase(walk);
    await press(walk, /^Put right: Her telephone/);
    await screen.findByLabelText('Why it is put right');
  }],
  ['a thing kept, its paper asked for', {}, async (walk) => {
    await toCase(walk);
    await press(walk, /^Print its sheet: Her telephone/);
    await screen.findByLabelText('What it is printed for');
  }],
  ['what happened to a thing, empty and in error', {}, async (walk) => {
    await toCase(walk);
    await press(walk, /^Say what happened to it: Her telephone/);
    await press(walk, /^Sign it/);
    await screen.findByRole('alert');
  }],
  ['what happened to a thing, opened, given back, and in error', {}, async (walk) => {
    await toCase(walk);
    await press(walk, /^Say what happened to it: Her telephone/);
    await walk.user.click(await screen.findByRole('radio', { name: 'Given back' }));
    await walk.user.type(screen.getByLabelText('Number of the receipt for it'), 'R-9');
    await walk.user.click(screen.getByRole('radio', { name: 'Switched on, opened or looked at' }));
    await press(walk, /^Sign it/);
    await screen.findByRole('alert');
  }],
  ['a withheld item, with what happened to its device', {}, async (walk) => {
    await toCase(walk);
    await press(walk, /^Say what happened to the device/);
    await walk.user.click(await screen.findByRole('radio', { name: 'Handed to the police' }));
    await walk.user.type(screen.getByLabelText('When'), 'today 9:55');
    await walk.user.type(screen.getByLabelText('Who has it now'), 'PC Lund');
    await press(walk, /^Sign it/);
    await screen.findByText('The school does not have it any more');
  }],
  ['a paper form brought in, empty and in error', {}, async (walk) => {
    await toRecord(walk);
    await press(walk, 'Bring in a paper form');
    await press(walk, /^On to the record/);
    await screen.findByRole('alert');
  }],
  ['concern, taking a file out', {}, async (walk) => {
    await toConcern(walk);
    await press(walk, /Take out a copy/);
  }],
  ['correcting', { differ: true }, async (walk) => {
    await toConcern(walk);
    await press(walk, 'Read both and write it from them');
    await title('Correct this record');
    await press(walk, /Sign the correction/);
    await screen.findByRole('alert', { name: /before this can be signed/ });
  }],
  ['record, empty', {}, toRecord],
  ['record, full, every fold open', { drafts: true }, async (walk) => {
    await press(walk, /Carry on with/);
    for (const fold of [/Immediate action/, /Device, app/, /Category, questions/, /Status, who/]) {
      await press(walk, fold);
    }
    await press(walk, 'Add a mark');
    (await screen.findByRole('listbox', { name: /^Front/ })).focus();
    await walk.user.keyboard('{ArrowDown}{Enter}');
    await screen.findByLabelText('Where on the body', { selector: '#f-mark-1' });
    await walk.user.click(screen.getByRole('radio', { name: 'No, none of it' }));
    await choose(walk, 'note.txt');
    await screen.findByText(/note.txt/);
  }],
  ['record, choosing a person', {}, async (walk) => {
    await toRecord(walk);
    await walk.user.type(screen.getByRole('combobox', { name: /pupil or an adult/ }), 'ama');
    await screen.findByRole('option', { name: /Amara/ });
  }],
  ['record, in error', {}, async (walk) => {
    await toRecord(walk);
    await walk.user.type(screen.getByLabelText('It happened'), 'today 10:20');
    await walk.user.type(screen.getByLabelText('You learnt of it'), 'today 9:20');
    await waitFor(() => {
      expect(screen.getByLabelText('It happened')).toHaveProperty('value', 'Tue 10 Nov, 10:20');
    });
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('alert', { name: /before this can be signed/ });
  }],
  ['record, form not to be had', failing('lists'), async (walk) => {
    await walk.user.keyboard('{Control>}n{/Control}');
    await screen.findByText('What happened');
  }],
  ['record, image perhaps', {}, async (walk) => {
    await toRecord(walk);
    await walk.user.click(screen.getByRole('radio', { name: 'I am not sure' }));
  }],
  ['record, nobody may read it', {}, async (walk) => {
    await toRecord(walk);
    await press(walk, 'It is about a member of staff');
    await walk.user.click(screen.getByRole('radio', { name: 'About the head' }));
    await screen.findByText('Nobody on this laptop can read it yet.');
  }],
  ['around a pupil, full', {}, (walk) => toAround(walk)],
  ['around a pupil, empty', {}, (walk) => toAround(walk, 'Zainab Haroun')],
  ['around a pupil, names shown', {}, async (walk) => {
    await toAround(walk);
    await press(walk, 'Show names until I leave this page');
    await screen.findByText('Names are shown. It is kept that you asked.');
  }],
  ['around a pupil, in error', failing('around'), async (walk) => {
    await toPupil(walk);
    await press(walk, 'Household, contacts, agencies, links');
    await title('This page could not be opened');
  }],
  ['a tie, new adult, in error', {}, async (walk) => {
    await toAround(walk);
    await press(walk, 'Add a parent, carer or relative');
    await walk.user.type(await screen.findByRole('combobox', { name: 'Who is it?' }), 'Bisi Ade');
    await walk.user.click(await screen.findByRole('option', { name: /Bisi Ade/ }));
    await press(walk, /^Sign it/);
    await screen.findByRole('alert');
  }],
  ['a tie, changed, asked before it ends', {}, async (walk) => {
    await toAround(walk);
    await press(walk, 'Change what is written of Folake Oyelaran');
    await walk.user.type(await screen.findByLabelText(/^Why you change it/), 'by mistake');
    await press(walk, 'They no longer belong here');
    await screen.findByRole('button', { name: 'Take them off' });
  }],
  ['categories, in error', {}, async (walk) => {
    await toVault(walk, 'Settings of the school');
    await press(walk, 'What concerns are filed under');
    await press(walk, 'Add a category');
    await press(walk, /^Sign these categories/);
    await screen.findByRole('alert');
  }],
  ['categories, not fetched', failing('categories'), async (walk) => {
    await toVault(walk, 'Settings of the school');
    await press(walk, 'What concerns are filed under');
    await screen.findByText('Something in Strongroom stopped before it was done.');
  }],
  ['by when, as a rule says', {}, async (walk) => {
    await goTo(walk, 'Concerns');
    await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
    await press(walk, 'Add something to do');
    await screen.findByRole('option', { name: /Initial child protection conference/ });
    await walk.user.selectOptions(screen.getByLabelText(/By when/), 'rule:icpc_15wd');
    await screen.findByText('Check with your safeguarding partnership.');
  }],
  ['term dates, empty', { empty: true }, async (walk) => {
    await toVault(walk, 'Settings of the school');
    await press(walk, 'Term dates');
    await screen.findByText(/^No term dates yet/);
  }],
  ['term dates, full', {}, async (walk) => {
    await toVault(walk, 'Settings of the school');
    await press(walk, 'Term dates');
    await screen.findByText(/29 school days/);
  }],
  ['term dates, in error', {}, async (walk) => {
    await toVault(walk, 'Settings of the school');
    await press(walk, 'Term dates');
    await walk.user.type(await screen.findByLabelText('Dates, one line each'), 'half term');
    await press(walk, /^Sign these dates/);
    await screen.findByRole('alert');
  }],
  ['term dates, not fetched', failing('terms'), async (walk) => {
    await toVault(walk, 'Settings of the school');
    await press(walk, 'Term dates');
    await screen.findByText('Something in Strongroom stopped before it was done.');
  }],
  ['guidance, full', {}, async (walk) => {
    await goTo(walk, 'Guidance');
    await screen.findByRole('button', { name: ceop });
  }],
  ['guidance, in error', failing('guidance_list'), async (walk) => {
    await goTo(walk, 'Guidance');
    await screen.findByText('What happened');
  }],
  ['registers, full', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await screen.findByText('2 lines are late');
  }],
  ['registers, in error', failing('registers'), async (walk) => {
    await goTo(walk, 'Registers');
    await screen.findByText('What happened');
  }],
  ['register of the school’s own, in error', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Add a register of your own');
    await press(walk, 'Add the first part');
    await press(walk, /^Keep it as the school’s own/);
    await screen.findByText(/things to put right/);
  }],
  ['register, added to', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Platform and provider reports');
    await press(walk, 'Change what it asks');
    await press(walk, /^Part 7/);
    await screen.findByText(/It came with Strongroom, and reports read it/);
  }],
  ['register, put away', {}, async (walk) => {
    // What another case typed and did not keep is not gone on with.
    unkept.forget();
    await goTo(walk, 'Registers');
    await press(walk, 'Add a register of your own');
    await walk.user.type(await screen.findByLabelText('What it is called'), 'Keys');
    await walk.user.type(screen.getByLabelText('What it is for'), 'Keys');
    await walk.user.type(screen.getByLabelText(/^When something is entered/), 'At once');
    await press(walk, 'Add the first part');
    await walk.user.type(await screen.findByLabelText('What is entered'), 'Who');
    await walk.user.type(screen.getByLabelText(/^Why it is changed/), 'It was asked for.');
    await press(walk, /^Keep it as the school’s own/);
    await press(walk, 'Put this register away');
    await press(walk, 'Sign and put it away');
    await screen.findByText('Say why, in a sentence');
  }],
  ['register', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Platform and provider reports');
    await screen.findByText(/^one of these: Removed/);
  }],
  ['bundle, empty', {}, async (walk) => {
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
    await press(walk, 'Evidence for the police');
    await screen.findByText('2 concerns, in full, each printed as an exhibit');
  }],
  ['bundle, in error', {}, async (walk) => {
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
    await press(walk, 'Evidence for the police');
    await press(walk, /^Make the bundle/);
    await screen.findByText('9 things before it leaves');
  }],
  ['bundle, a redacted edition', {}, async (walk) => {
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
    await press(walk, 'Evidence for the police');
    await walk.user.click(await screen.findByRole('radio', { name: /^A redacted edition/ }));
    await screen.findByText('Jayden Fairbrother');
  }],
  ['bundle, made and its receipt looked at', {}, async (walk) => {
    await toPupil(walk);
    await press(walk, 'Evidence for the police');
    await screen.findByLabelText('Police force');
    for (const box of walk.container.querySelectorAll('form input[type="text"], form textarea')) await fireEvent.input(box, { target: { value: '1 Nov 2026' } });
    await press(walk, /^Make the bundle/);
    await screen.findByText('Bundle MV-26-ABC-B1 is made');
    expect(await faults()).toEqual([]);
    await press(walk, 'Look at and print the receipt');
    await screen.findByRole('img');
  }],
  ['bundle, areas of a picture', {}, async (walk) => {
    URL.createObjectURL = () => 'blob:picture';
    URL.revokeObjectURL = () => undefined;
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
    await press(walk, 'Evidence for the police');
    await walk.user.click(await screen.findByRole('radio', { name: /^A redacted edition/ }));
    await press(walk, 'Show it, with areas cut out: corridor.png');
    await press(walk, 'Add an area');
    await press(walk, 'Add an area');
    await screen.findByRole('application', { name: /^Area 2 of 2/ });
    await press(walk, /^Make the bundle/);
    await screen.findByText(/things before it leaves$/);
  }],
  ['bundle, not to be had', failing('kept_bundle'), async (walk) => {
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
    await press(walk, 'Evidence for the police');
    await screen.findByText('What happened');
  }],
  ['request for a file, in error', {}, async (walk) => {
    await toPupil(walk, 'Amara Oyelaran');
    await press(walk, 'Somebody asks for this child’s file');
    await screen.findByLabelText('Who asks');
    await press(walk, /^Sign it/);
    await screen.findByText('3 things before it is signed');
  }],
  ['request for a file', {}, async (walk) => {
    await toRequest(walk);
    await screen.findByText('4 of 4 records still to be decided.');
  }],
  ['request for a file, a decision', {}, async (walk) => {
    await toRequest(walk);
    await press(walk, /^Decide: Record of concern MV-2026-0143/);
    await walk.user.click(await screen.findByLabelText('It is withheld'));
    await walk.user.click(screen.getByRole('checkbox', { name: /^Legal advice/ }));
    await press(walk, /^Sign it/);
    await screen.findByText(/before it is signed/);
  }],
  ['request for a file, who is named', {}, async (walk) => {
    await toRequest(walk);
    await press(walk, 'Write down somebody');
    await screen.findByText('Which records name them');
  }],
  ['request for a file, what goes out', {}, async (walk) => {
    await toRequest(walk);
    await press(walk, 'Write down what goes out');
    await screen.findByText('To be settled first');
  }],
  ['request for a file, the papers that go out, in error', {}, async (walk) => {
    await toRequest(walk);
    await press(walk, 'Write down what goes out');
    await walk.user.click(await screen.findByRole('radio', { name: /^Passages taken out/ }));
    await walk.user.type(await screen.findByLabelText(/^Words to take out, 1/), 'quilwort');
    await screen.findByText(/Jayden Fairbrother/);
    expect(await faults()).toEqual([]);
    await press(walk, 'Look at the papers first');
    await screen.findByRole('alert');
  }],
  ['request for a file, a draft of its papers', {}, async (walk) => {
    await toRequest(walk);
    await press(walk, 'Write down what goes out');
    await press(walk, 'Look at the papers first');
    await title('Draft of the papers');
    await screen.findByRole('img');
  }],
  ['request for a file, papers that went out', {}, async (walk) => {
    await toRequest(walk);
    await press(walk, 'Write down a search');
    await screen.findByLabelText(/^When/);
    for (const box of walk.container.querySelectorAll('form input[type="text"], form textarea')) await fireEvent.input(box, { target: { value: '10 Nov 2026' } });
    await press(walk, /^Sign it/);
    await press(walk, 'Write down what goes out');
    await screen.findByLabelText('To whom');
    for (const box of walk.container.querySelectorAll('form input[type="text"], form textarea')) await fireEvent.input(box, { target: { value: '12 Nov 2026' } });
    await press(walk, /^Sign it/);
    await press(walk, 'Save the papers of answer 1');
    await screen.findByLabelText('Password for this copy');
    expect(await faults()).toEqual([]);
    await press(walk, 'A copy without a password');
    await press(walk, 'Save a plain copy');
    await screen.findByText(/^Saved as/);
  }],
  ['request for a file, not to be had', failing('access_request'), async (walk) => {
    await writeRequest(walk);
    await screen.findByText('What happened');
  }],
  ['requests for files, empty', {}, async (walk) => {
    await goTo(walk, 'Pupils');
    await press(walk, 'Requests for a pupil’s file');
    await screen.findByText('Nobody has asked for a pupil’s file.');
  }],
  ['requests for files, full', {}, async (walk) => {
    await toRequest(walk);
    await press(walk, 'Requests for a pupil’s file');
    await screen.findByText(/^Asked by Folake/);
  }],
  ['requests for files, in error', failing('access_requests'), async (walk) => {
    await goTo(walk, 'Pupils');
    await press(walk, 'Requests for a pupil’s file');
    await screen.findByText('What happened');
  }],
  ['alerts, a list that is looked at', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Monitoring alert log');
    await press(walk, 'Bring in a list');
    await screen.findByRole('button', { name: 'Choose the list' });
    const chooser = walk.container.querySelector<HTMLInputElement>('[data-chooser]');
    if (chooser !== null) await walk.user.upload(chooser, new File(['a'], 'alerts.csv', { type: 'text/csv' }));
    await screen.findByText('One thing stops this list');
  }],
  ['charts', {}, async (walk) => {
    await goTo(walk, 'Reports');
    await press(walk, 'Charts');
    await screen.findByRole('heading', { name: 'Is it rising?' });
    await walk.user.click(screen.getByText('Concerns by week, in numbers'));
  }],
  ['charts, not counted', failing('charts'), async (walk) => {
    await goTo(walk, 'Reports');
    await press(walk, 'Charts');
    await screen.findByText('What happened');
  }],
  ['inspection', {}, async (walk) => {
    await goTo(walk, 'Reports');
    await press(walk, 'Inspection');
    await screen.findByRole('heading', { name: 'The lists' });
    for (const list of screen.getAllByRole('button', { name: /^Look through it: (Concerns|Pupils)/ })) await walk.user.click(list);
    await walk.user.click(screen.getByText('One thing to put right'));
  }],
  ['inspection, nobody is said', {}, async (walk) => {
    await goTo(walk, 'Reports');
    await press(walk, 'Inspection');
    await press(walk, 'Show all lists of pupils');
    await screen.findByRole('alert');
  }],
  ['inspection, not made', failing('inspection'), async (walk) => {
    await goTo(walk, 'Reports');
    await press(walk, 'Inspection');
    await screen.findByText('What happened');
  }],
  ['report to governors', {}, async (walk) => {
    await goTo(walk, 'Reports');
    await screen.findByRole('article', { name: 'Safeguarding report to governors' });
  }],
  ['report to governors, in error', {}, async (walk) => {
    await goTo(walk, 'Reports');
    await press(walk, 'Release and keep');
    await screen.findByRole('alert');
  }],
  ['report to governors, the records behind a number', {}, async (walk) => {
    await goTo(walk, 'Reports');
    await press(walk, 'Bullying, see the records');
    await screen.findByText('2 records.');
  }],
  ['report to governors, while one that went cannot be read', {}, async (walk) => {
    walk.office.answer({ governor_report: held('A report that went before cannot be read here.') });
    await goTo(walk, 'Reports');
    await screen.findByText('Cannot be read here');
  }],
  ['report to governors, not counted', failing('governor_report'), async (walk) => {
    await goTo(walk, 'Reports');
    await screen.findByText('What happened');
  }],
  ['log for governors', {}, async (walk) => {
    await goTo(walk, 'Concerns');
    await press(walk, 'Log of incidents');
    await screen.findByRole('form', { name: 'Log of incidents' });
  }],
  ['log for governors, with names and in error', {}, async (walk) => {
    await goTo(walk, 'Concerns');
    await press(walk, 'Log of incidents');
    await walk.user.click(await screen.findByRole('radio', { name: /^With names/ }));
    await press(walk, 'Look at it');
    await screen.findByRole('alert');
  }],
  ['register, on paper', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Platform and provider reports');
    await press(walk, 'Print');
    await screen.findByLabelText('What it is printed for');
  }],
  ['register, saved, then in error', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Platform and provider reports');
    await press(walk, 'Save as a spreadsheet');
    await press(walk, 'Choose where to save it');
    await screen.findByText(/^Saved as/);
    await walk.user.type(screen.getByLabelText('Written from'), 'some day');
    await press(walk, 'Choose where to save it');
    await screen.findByRole('alert');
  }],
  ['register, not whoever is in', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Low-level concerns');
    await screen.findByText(/^Your account does not keep this register/);
  }],
  ['agreements, then one with a class', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Acceptable use agreement signatures');
    await press(walk, 'Agreements');
    await press(walk, 'Key Stage 2');
    await walk.user.selectOptions(await screen.findByLabelText('Class'), 'Not signed yet: 2 of 3 in 4B');
    await screen.findByText('Missing: 2 of 3.');
  }],
  ['agreements, in error', failing('agreements'), async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Acceptable use agreement signatures');
    await press(walk, 'Agreements');
    await screen.findByText('What happened');
  }],
  ['agreement, who signed, in error', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Acceptable use agreement signatures');
    await press(walk, 'Agreements');
    await press(walk, 'Key Stage 2');
    await press(walk, 'Write down who signed');
    await walk.user.selectOptions(await screen.findByLabelText('Class'), 'Not signed yet: 2 of 3 in 4B');
    await screen.findByRole('group', { name: 'Who signed' });
    await press(walk, /^Sign/);
    await screen.findByRole('alert');
  }],
  ['who has read what', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Safeguarding and online-safety training log');
    await press(walk, 'Who has read what');
    await screen.findByRole('rowheader', { name: 'Dev Marwaha' });
  }],
  ['several people read something', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Safeguarding and online-safety training log');
    await press(walk, 'Several people read something');
    await screen.findByLabelText('Names');
  }],
  ['consent to images, with who has none', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Image and work consent');
    await walk.user.selectOptions(await screen.findByLabelText('Class'), 'Not signed yet: 2 of 3 in 4B');
    await screen.findByText('Missing: 2 of 3.');
  }],
  ['line of a register, in error', {}, async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Platform and provider reports');
    await press(walk, 'Write a line');
    await walk.user.type(await screen.findByLabelText(/^Reported at/), 'some day');
    await press(walk, /^Sign it/);
    await screen.findByText('One thing before it is signed');
  }],
  ['register, in error', failing('register'), async (walk) => {
    await goTo(walk, 'Registers');
    await press(walk, 'Platform and provider reports');
    await screen.findByText('What happened');
  }],
  ['checklist, to read', {}, async (walk) => {
    await goTo(walk, 'Guidance');
    await press(walk, ceop);
    await screen.findByRole('button', { name: 'Begin' });
  }],
  ['checklist, to read, in error', failing('checklist_page'), async (walk) => {
    await goTo(walk, 'Guidance');
    await press(walk, ceop);
    await screen.findByText('What happened');
  }],
  ['checklist, empty', {}, async (walk) => {
    await goTo(walk, 'Guidance');
    await press(walk, 'Search of a device');
    await press(walk, 'Begin');
    await screen.findByText('No answer came from the record.');
  }],
  ['checklist, full', {}, toChecklist],
  ['checklist, fields of every kind open', {}, async (walk) => {
    await toChecklist(walk);
    await press(walk, /^What happened/);
    await walk.user.type(await screen.findByRole('textbox', { name: 'Web addresses' }), 'a');
    walk.office.fail('answer', unwell);
    for (const name of ['What kind of contact', 'Were images asked for, sent or threatened?', 'Is contact still going on?', 'When it started, when it was last']) {
      await press(walk, `Change: ${name}`);
    }
    await press(walk, /^Evidence, safety/);
    await press(walk, 'Change: Child advised to stop replying, save, then block');
  }],
  ['checklist, answered on two laptops, and not for CEOP', {}, async (walk) => {
    await toChecklist(walk);
    const view = await walk.office.call('checklist', { id: 'k-0' });
    for (const item of view.sections.flatMap((section) => section.items)) item.beside = ['“K”, Dev Marwaha, 11:20'];
    walk.office.answer({ checklist: { ...view, newer: true, elsewhere: 'CEOP does not take this.' } });
    await goTo(walk, 'Today');
    await press(walk, ceop);
    await screen.findByText(/CEOP does not take this/);
  }],
  ['checklist, an answer not kept', {}, async (walk) => {
    const age = await toSuspect(walk);
    walk.office.fail('answer', unwell);
    walk.office.fail('keep_answer', unwell);
    await walk.user.type(age, '15');
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/^What you type is not kept just now/);
  }],
  ['checklist, an answer refused', {}, async (walk) => {
    const age = await toSuspect(walk);
    walk.office.fail('answer', fault('refused', 'One thing first', { problems: [{ field: 'answer', say: 'Say an age' }] }));
    await walk.user.type(age, '15');
    await walk.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Say an age');
  }],
  ['checklist, in error', {}, async (walk) => {
    await toChecklist(walk);
    await goTo(walk, 'Today');
    walk.office.fail('checklist', unwell);
    await press(walk, ceop);
    await screen.findByText('What happened');
  }],
  ['checklist, copied field by field', {}, async (walk) => {
    await toChecklist(walk);
    await press(walk, 'Copy field by field');
    await walk.user.keyboard('{Enter}');
    await screen.findByRole('button', { name: /^Next/ });
    await walk.user.keyboard('{Enter}');
    await screen.findByText('2 of 47');
  }],
  ['checklist, the last field copied', {}, async (walk) => {
    await goTo(walk, 'Guidance');
    await press(walk, 'Search of a device');
    await press(walk, 'Begin');
    await press(walk, 'Copy field by field');
    await walk.user.keyboard('{Enter}{Enter}');
    await screen.findByRole('heading', { name: 'That was the last field.' });
  }],
  ['checklist, sent, in error', {}, async (walk) => {
    await toChecklist(walk);
    await press(walk, 'I have sent it');
    await press(walk, /^Sign that it was sent/);
    await screen.findByRole('alert');
  }],
  ['checklist, put away, in error', {}, async (walk) => {
    await toChecklist(walk);
    await press(walk, 'Put it away');
    await press(walk, /^Sign and put it away/);
    await screen.findByRole('alert');
  }],
  ['checklist, only to be read', {}, async (walk) => {
    await toChecklist(walk);
    await press(walk, 'I have sent it');
    await walk.user.click(screen.getByRole('radio', { name: 'Online form' }));
    await press(walk, /^Sign that it was sent/);
    await screen.findByRole('heading', { name: 'Sent to CEOP' });
  }],
  ['checklist, on paper', {}, async (walk) => {
    await toChecklist(walk);
    await press(walk, 'Print for a phone call');
    await screen.findByLabelText('What it is printed for');
  }],
  ['checklists of a concern, in error', failing('checklists'), async (walk) => {
    await toCase(walk);
    await screen.findByText('What happened');
  }],
  ['where it goes, full', {}, async (walk) => {
    await toRoutes(walk);
    await screen.findByText('Bullying online');
  }],
  ['where it goes, nothing fits', {}, async (walk) => {
    await toRoutes(walk);
    await walk.user.type(await screen.findByLabelText(/Words of what happened/), 'zebra');
  }],
  ['where it goes, in error', failing('routes'), async (walk) => {
    await toRoutes(walk);
    await screen.findByText('What happened');
  }],
  ['links on paper', {}, async (walk) => {
    await goTo(walk, 'Pupils');
    await walk.user.click(await screen.findByRole('link', { name: 'Amara Oyelaran' }));
    await press(walk, 'Household, contacts, agencies, links');
    await press(walk, 'Print these links');
    await title('Links of Amara Oyelaran');
  }],
  ['people, full', {}, (walk) => goTo(walk, 'People')],
  ['people, empty', { empty: true }, (walk) => goTo(walk, 'People')],
  ['people, in error', failing('adults'), async (walk) => {
    await goTo(walk, 'People');
    await screen.findByRole('alert');
  }],
  ['people, names used online', {}, async (walk) => {
    await goTo(walk, 'People');
    await press(walk, 'Names used online');
    await screen.findByRole('table');
  }],
  ['people, of the same name', { namesakes: true }, (walk) => goTo(walk, 'People')],
  ['pupils, of the same name', { namesakes: true }, (walk) => goTo(walk, 'Pupils')],
  ['people, perhaps twice, in error', {}, async (walk) => {
    await goTo(walk, 'People');
    await press(walk, 'Perhaps twice');
    await press(walk, 'They are one child');
  }],
  ['an adult', {}, async (walk) => {
    await goTo(walk, 'People');
    await walk.user.click(await screen.findByRole('link', { name: /Man in his forties/ }));
    await title(/^Man in his forties, grey van/);
  }],
  ['an adult, written twice', { differ: true }, async (walk) => {
    await goTo(walk, 'People');
    await walk.user.click(await screen.findByRole('link', { name: 'Folake Oyelaran' }));
    await screen.findByText('Two laptops wrote this differently');
  }],
  ['an adult, correcting, in error', {}, async (walk) => {
    await goTo(walk, 'People');
    await walk.user.click(await screen.findByRole('link', { name: 'Folake Oyelaran' }));
    await press(walk, 'Correct these details');
    await press(walk, /^Sign these details/);
    await screen.findByRole('alert');
  }],
  ['pupils, full', {}, (walk) => goTo(walk, 'Pupils')],
  ['pupils, empty', { empty: true }, async (walk) => {
    await goTo(walk, 'Pupils');
    await screen.findByText('Nobody is on the list yet');
  }],
  ['pupils, in error', failing('pupils'), async (walk) => {
    await goTo(walk, 'Pupils');
    await screen.findByText('What happened');
  }],
  ['pupil, full', {}, async (walk) => {
    await toPupil(walk);
    await screen.findByRole('slider');
  }],
  ['pupil, what once had to be read first', {}, async (walk) => {
    await toPupil(walk);
    await press(walk, /What once had to be read first/);
    await screen.findByText('Ring Nan first.');
  }],
  ['read first, empty and in error', {}, async (walk) => {
    await toPupil(walk, 'Zainab Haroun');
    await press(walk, 'Write what must be read first');
    await press(walk, /^Sign it/);
    await screen.findByText('One thing before this can be signed');
  }],
  ['read first, changed', {}, async (walk) => {
    await toPupil(walk);
    await press(walk, /^Change: Do not ring Dad/);
    await screen.findByDisplayValue(/Do not ring Dad/);
  }],
  ['read first, cannot be fetched', {}, async (walk) => {
    await toPupil(walk, 'Zainab Haroun');
    const add = await screen.findByRole('button', { name: 'Write what must be read first' });
    walk.office.fail('pupil', unwell);
    await walk.user.click(add);
    await screen.findByText('What happened');
  }],
  ['pupil, more than a page', { many: true }, async (walk) => {
    await toPupil(walk, 'Lewis Tarn');
    await screen.findByRole('button', { name: 'Show older' });
  }],
  ['pupil, all marks', {}, async (walk) => {
    await toPupil(walk);
    await press(walk, 'All marks on a body map');
    await screen.findAllByRole('img', { name: /Marks: / });
  }],
  ['pupil, no marks', {}, async (walk) => {
    await toPupil(walk, 'Tilly Rackham');
    await press(walk, 'All marks on a body map');
    await screen.findByText(/Nobody has recorded a visible mark/);
  }],
  ['pupil, all marks in error', failing('all_marks'), async (walk) => {
    await toPupil(walk);
    await press(walk, 'All marks on a body map');
    await screen.findByText('What happened');
  }],
  ['concern, marks', {}, async (walk) => {
    await toConcern(walk, /Tilly Rackham/);
    await screen.findByRole('img', { name: /Marks: / });
  }],
  ['pupil, empty', {}, async (walk) => {
    await toPupil(walk, 'Zainab Haroun');
    await screen.findByText(/^Nothing has been recorded about/);
  }],
  ['pupil, in danger', {}, async (walk) => {
    await toPupil(walk, 'Idris Pell');
    await screen.findByRole('slider');
  }],
  ['pupil, names shown', {}, async (walk) => {
    await toPupil(walk);
    await press(walk, /Show names until/);
    await screen.findAllByText('Jayden Fairbrother');
  }],
  ['pupil, nothing fits', {}, async (walk) => {
    await toPupil(walk);
    await walk.user.type(await screen.findByLabelText('A date or a word'), 'zzz{Enter}');
    await screen.findByText(/Nothing here holds/);
  }],
  ['pupil, chronology in error', failing('chronology'), async (walk) => {
    await toPupil(walk);
    await screen.findByText('What happened');
  }],
  ['paper, asked for', {}, (walk) => toPaper(walk)],
  ['paper, handover sheet in error', {}, async (walk) => {
    await press(walk, 'Handover sheet');
    await walk.user.type(await screen.findByLabelText('Until'), 'nonsense');
    await walk.user.clear(screen.getByLabelText('What it is printed for'));
    await press(walk, 'Lay out the pages');
    await screen.findByRole('alert');
  }],
  ['paper, in error', {}, async (walk) => {
    await toPaper(walk);
    await press(walk, 'Lay out the pages');
    await screen.findByRole('alert');
  }],
  ['paper, being laid out', {}, async (walk) => {
    await toPaper(walk);
    await walk.user.type(screen.getByLabelText('What it is printed for'), 'strategy discussion');
    walk.office.slowDown(60_000);
    await press(walk, 'Lay out the pages');
  }],
  ['paper, shown', { many: true }, async (walk) => {
    await layOut(walk, 'Lewis Tarn');
    await screen.findByRole('img');
    await press(walk, 'Save a protected copy');
    await press(walk, 'A copy without a password');
  }],
  ['paper, printed', {}, async (walk) => {
    await layOut(walk);
    await screen.findByRole('img');
    await press(walk, 'Print');
    await screen.findByText(/^Sent to the printer/);
  }],
  ['paper, not laid out', failing('lay_out_paper'), async (walk) => {
    await layOut(walk);
    await screen.findByText('What happened');
  }],
  ['paper, not printed', failing('print_paper', 'paper_page'), async (walk) => {
    await layOut(walk);
    await screen.findByText('What happened');
    await press(walk, 'Print');
  }],
  ['pupil, in error', failing('pupil'), async (walk) => {
    await toPupil(walk);
    await screen.findByText('What is kept');
  }],
  ['pupil, correcting, in error', {}, async (walk) => {
    await toPupil(walk);
    await press(walk, 'Correct these details');
    await press(walk, /Other names, UPN/);
    await press(walk, /Sign these details/);
    await screen.findByRole('alert');
  }],
  ['pupil, adding', {}, async (walk) => {
    await goTo(walk, 'Pupils');
    await press(walk, 'Add a pupil');
  }],
  ['list, empty', { empty: true }, async (walk) => {
    await goTo(walk, 'Pupils');
    await press(walk, 'Bring in a list');
  }],
  ['list, full, with problems', {}, async (walk) => {
    await goTo(walk, 'Pupils');
    await press(walk, 'Bring in a list');
    await choose(walk, 'bad.csv');
    await screen.findByText('31/02/2014 is not a day.');
  }],
  ['list, a transfer file', {}, async (walk) => {
    await goTo(walk, 'Pupils');
    await press(walk, 'Bring in a list');
    await choose(walk, 'ctf.xml');
    await screen.findByText(/Common Transfer File 25.0/);
  }],
  ['list, in error', failing('preview_pupil_list'), async (walk) => {
    await goTo(walk, 'Pupils');
    await press(walk, 'Bring in a list');
    await choose(walk, 'photo.jpg');
    await screen.findByText('What happened');
  }],
  ['moving in, empty', {}, (walk) => toVault(walk, 'Bring in a history')],
  ['moving in, full', {}, async (walk) => {
    await toVault(walk, 'Bring in a history');
    await choose(walk, 'cpoms.csv');
    await screen.findByText('The first concerns as they will look');
  }],
  ['moving in, with problems', {}, async (walk) => {
    await toVault(walk, 'Bring in a history');
    await choose(walk, 'bad.csv');
    await screen.findByText('Nothing is written in this row.');
  }],
  ['moving in, done', {}, async (walk) => {
    await toVault(walk, 'Bring in a history');
    await choose(walk, 'cpoms.csv');
    await press(walk, 'Bring in 6,001 concerns');
    await screen.findByText('The history is in');
  }],
  ['moving in, in error', failing('preview_history'), async (walk) => {
    await toVault(walk, 'Bring in a history');
    await choose(walk, 'photo.jpg');
    await screen.findByText('What happened');
  }],
  ['vault, full', {}, (walk) => toVault(walk)],
  ['vault, empty', { empty: true }, (walk) => toVault(walk)],
  ['vault, in error', failing('vault_facts'), async (walk) => {
    await goTo(walk, 'Vault');
    await screen.findByText('What happened');
  }],
  ['vault, closing an account', {}, (walk) => toVault(walk, /Close account of Dev/)],
  ['invite, in error', {}, async (walk) => {
    await toVault(walk, 'Ask someone to join');
    await press(walk, 'Make the account');
    await screen.findByRole('alert');
  }],
  ['check, done', {}, async (walk) => {
    await toVault(walk, 'Check everything');
    await press(walk, 'Start');
    await screen.findByText('Everything is whole');
  }],
  ['check, in error', failing('verify'), async (walk) => {
    await toVault(walk, 'Check everything');
    await press(walk, 'Start');
    await screen.findByText('What happened');
  }],
  ['password', {}, (walk) => toVault(walk, 'Change your password')],
  ['rehearsal', {}, (walk) => toVault(walk, 'Try your recovery words')],
  ['settings', {}, async (walk) => {
    await toVault(walk, 'Settings of the school');
    await screen.findByLabelText('Lock after this many minutes');
  }],
  ['find, empty', {}, async (walk) => {
    await walk.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog');
  }],
  ['find, full', {}, async (walk) => {
    await walk.user.keyboard('{Control>}k{/Control}');
    await walk.user.type(await screen.findByRole('combobox', { name: /A name, a word/ }), 'ama');
    await screen.findByRole('group', { name: 'Pupils' });
  }],
  ['keys', {}, async (walk) => {
    await walk.user.keyboard('{Control>}/{/Control}');
    await screen.findByText('Keys');
  }],
  ['immediate danger', {}, async (walk) => {
    await walk.user.keyboard('{Control>}9{/Control}');
    await screen.findByRole('dialog');
    await walk.user.click(screen.getByRole('button', { name: 'We have rung' }));
    await screen.findAllByText(/Kept: rung at/);
  }],
  ['blank', {}, async (walk) => {
    await walk.user.keyboard('{Control>}b{/Control}');
    await screen.findByRole('dialog');
  }],
];

/** Pages while what they show has not come yet. */
const fetching: [page: string, words: string, go: (walk: Walk) => Promise<unknown>][] = [
  ['concerns', 'Fetching the concerns', (walk) => goTo(walk, 'Concerns')],
  ['pupils', 'Fetching the pupils', (walk) => goTo(walk, 'Pupils')],
  ['guidance', 'Fetching the guidance', (walk) => goTo(walk, 'Guidance')],
  ['registers', 'Fetching the registers', (walk) => goTo(walk, 'Registers')],
  ['vault', 'Looking at the vault', (walk) => goTo(walk, 'Vault')],
  ['today', 'Looking at what waits', (walk) => goTo(walk, 'Today')],
  ['record', 'Fetching the form', (walk) => walk.user.keyboard('{Control>}n{/Control}')],
];

/** Deeds under way: the button says what is being done, and keeps the keyboard. */
const underWay: [deed: string, words: RegExp, ready: (walk: Walk) => Promise<void>, go: (walk: Walk) => Promise<unknown>][] = [
  ['a concern is signed', /^Signing/, async (walk) => {
    await toRecord(walk);
    await walk.user.type(screen.getByRole('combobox', { name: /pupil or an adult/ }), 'ama');
    await walk.user.click(await screen.findByRole('option', { name: /Amara/ }));
    await walk.user.type(screen.getByLabelText(/It happened/), 'today');
    await walk.user.type(screen.getByLabelText(/What was seen/), 'She came late.');
  }, (walk) => walk.user.keyboard('{Control>}{Enter}{/Control}')],
  ['an answer is kept', /^Keeping it/, async (walk) => {
    await walk.user.type(await toSuspect(walk), '15');
  }, (walk) => walk.user.keyboard('{Control>}{Enter}{/Control}')],
  ['it is signed that a checklist was sent', /^Signing/, async (walk) => {
    await toChecklist(walk);
    await press(walk, 'I have sent it');
    await walk.user.click(screen.getByRole('radio', { name: 'Online form' }));
  }, (walk) => press(walk, /^Sign that it was sent/)],
  ['a checklist is begun', /^Signing/, async (walk) => {
    await goTo(walk, 'Guidance');
    await press(walk, ceop);
  }, (walk) => press(walk, 'Begin')],
  ['a paper is laid out', /^Laying out/, async (walk) => {
    await toPaper(walk);
    await walk.user.type(screen.getByLabelText('What it is printed for'), 'the meeting');
  }, (walk) => press(walk, 'Lay out the pages')],
  ['everything is checked', /^Checking/, async (walk) => {
    await goTo(walk, 'Vault');
    await press(walk, 'Check everything');
    await title('Check everything');
  }, (walk) => press(walk, 'Start')],
];

afterEach(() => {
  document.body.replaceChildren();
});

describe.sequential('axe finds nothing', () => {
  it('and can find something', async () => {
    document.body.append(document.createElement('img'));

    expect(await faults()).not.toEqual([]);
  });

  it.each(door)('before anyone is in: %s', async (_name, wishes, go) => {
    await go(window_(wishes));

    expect(await faults()).toEqual([]);
  });

  it.each(rooms)('inside: %s', async (_name, wishes, go) => {
    const walk = await inside(wishes);
    await screen.findByRole('heading', { level: 1 });
    await go(walk);
    await screen.findAllByRole('heading', { level: 1 }).catch(() => []);

    expect(await faults()).toEqual([]);
  });

  it.each(fetching)('while it is fetched: %s', async (_page, words, go) => {
    const walk = await inside();
    // Today has its answer once the first page stands.
    await screen.findByRole('heading', { level: 1 });
    if (words === 'Looking at what waits' || words === 'Fetching the form') await goTo(walk, 'Pupils');
    await house.refresh();
    walk.office.slowDown(60_000);
    await go(walk);
    await screen.findByText(words, {}, { timeout: 4000 });

    expect(await faults()).toEqual([]);
  });

  it.each(underWay)('while %s', async (_deed, words, ready, go) => {
    const walk = await inside();
    await ready(walk);
    walk.office.slowDown(60_000);
    await go(walk);
    await screen.findAllByText(words, {}, { timeout: 4000 });

    expect(await faults()).toEqual([]);
  });

  it('while the door opens', async () => {
    const walk = window_();
    await walk.user.type(await screen.findByLabelText('Your user name'), 'ruth.calloway');
    walk.office.slowDown(60_000);
    await walk.user.type(screen.getByLabelText('Password'), 'lantern orchard velvet{Enter}');
    await screen.findByText(/^Opening/);

    expect(await faults()).toEqual([]);
  });

  it('inside: the kit, the receipt and my concerns', async () => {
    const first = window_({ state: 'new' });
    await first.user.type(await screen.findByLabelText('Name of the school or federation'), 'M');
    await first.user.type(screen.getByLabelText('Letters for record numbers'), 'mv');
    await first.user.type(screen.getByLabelText('Your name'), 'R');
    await first.user.type(screen.getByLabelText('Your user name'), 'ruth');
    await screen.findByText('lantern orchard velvet tortoise kettle');
    await press(first, 'Make it');
    await title('Your recovery kit');
    expect(await faults()).toEqual([]);
  });

  it('inside: my concerns, empty', async () => {
    const walk = await inside({ empty: true }, 'p.osei');
    await goTo(walk, 'My concerns');
    await screen.findByText(/You have not recorded anything yet/);

    expect(await faults()).toEqual([]);
  });

  it.each([
    ['with drafts', { drafts: true, busy: true }],
    ['with nothing', { empty: true }],
  ])('inside: today of somebody who only reports, %s', async (_name, wishes) => {
    await inside(wishes, 'p.osei');
    await screen.findByText(/What you have passed on is under/);

    expect(await faults()).toEqual([]);
  });

  it('inside: today, narrow and in forced colours', async () => {
    const wide = window.matchMedia;
    window.matchMedia = (query) => Object.assign(wide(query), { matches: true });
    try {
      const walk = window_({ busy: true, drafts: true });
      await walk.user.type(await screen.findByLabelText('Your user name'), 'ruth.calloway');
      await walk.user.type(screen.getByLabelText('Password'), 'lantern orchard velvet{Enter}');
      await screen.findByText(/Tilly Rackham/);
      expect(screen.getByRole('button', { name: 'Menu' })).toBeTruthy();
      await press(walk, 'Menu');

      expect(await faults()).toEqual([]);
    } finally {
      window.matchMedia = wide;
    }
  });

  it('inside: a checklist, narrow and in forced colours', async () => {
    const wide = window.matchMedia;
    window.matchMedia = (query) => Object.assign(wide(query), { matches: true });
    try {
      const walk = window_();
      await walk.user.type(await screen.findByLabelText('Your user name'), 'ruth.calloway');
      await walk.user.type(screen.getByLabelText('Password'), 'lantern orchard velvet{Enter}');
      await walk.user.click(await screen.findByRole('button', { name: 'Menu' }));
      await toSuspect(walk);

      expect(await faults()).toEqual([]);
    } finally {
      window.matchMedia = wide;
    }
  });
});
