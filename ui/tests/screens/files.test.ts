import { fireEvent } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileOpened } from '../../src/bindings/office';
import { fault } from '../../src/bridge/pretend';
import { pretendFile } from '../../src/bridge/pretend/files';
import { blank } from '../../src/frame/house.svelte';
import { goTo, inside, lastAsked, screen, title, waitFor, type Walk } from '../kit';

const pdf = vi.hoisted(() => ({
  open: vi.fn(),
  closed: vi.fn(),
  drawn: vi.fn((page: number, _canvas: unknown, _width: number) => Promise.resolve([`words of page ${page}`])),
}));
vi.mock('../../src/screens/preview/pdf', () => ({ openPdf: pdf.open }));

const made: string[] = [];
const gone: string[] = [];

beforeEach(() => {
  made.length = 0;
  gone.length = 0;
  URL.createObjectURL = (blob) => {
    const address = `blob:${blob instanceof Blob ? blob.type : ''}-${made.length}`;
    made.push(address);
    return address;
  };
  URL.revokeObjectURL = (address) => void gone.push(address);
  pdf.open.mockReset().mockResolvedValue({ pages: 3, draw: pdf.drawn, close: pdf.closed });
  pdf.closed.mockReset();
  pdf.drawn.mockClear();
});

const note: FileOpened = {
  token: 't-file', kind: 'text', media: 'text/plain', why: null, id: 'f-note', name: 'note.txt', size: 40, size_text: '40 bytes',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', source: 'her own phone', added_by: 'P. Osei',
  added_at: '2026-11-10T10:43:00+00:00', concern: 'c-amara', record_no: 'MV-2026-0143',
  seen: [{ name: 'R. Calloway', at: '2026-11-10T10:44:00+00:00' }],
};

async function concern(walk: Walk): Promise<void> {
  await goTo(walk, 'Concerns');
  await walk.user.click(await screen.findByRole('link', { name: /^Amara Oyelaran/ }));
  await screen.findByText('Handwritten note.pdf');
}

async function look(part: Partial<FileOpened>): Promise<Walk> {
  const walk = await inside();
  walk.office.answer({ open_file: { ...note, ...part } });
  await concern(walk);
  await walk.user.click(screen.getByRole('button', { name: 'Look at it: Handwritten note.pdf' }));
  return walk;
}

describe('looking at a file', () => {
  it('shows a PDF page by page, with its words, by the keyboard', async () => {
    const walk = await look({ kind: 'pdf', name: 'letter.pdf', size: 70 });

    const pages = await screen.findByRole('group', { name: 'Page 1 of 3' });
    pages.focus();
    await walk.user.keyboard('{PageDown}');
    await screen.findByRole('group', { name: 'Page 2 of 3' });
    await walk.user.click(await screen.findByRole('button', { name: /Words of page 2/ }));

    expect(await screen.findByText('words of page 2')).toBeTruthy();
    const before = pdf.drawn.mock.lastCall?.[2] ?? 0;
    pages.focus();
    await walk.user.keyboard('+');
    await waitFor(() => {
      expect(pdf.drawn.mock.lastCall?.[2]).toBeGreaterThan(before);
    });
  });

  it('says who added it, where it came from, its size, its hash and who has looked', async () => {
    await look({});

    expect(await screen.findByText(/He said he would pick me up/)).toBeTruthy();
    for (const said of ['her own phone', '40 bytes', /^9f86 d081/, /P. Osei/, /R. Calloway, .*10:44/]) {
      expect(screen.getByText(said)).toBeTruthy();
    }
  });

  it('fetches a picture in pieces and gives its address up on leaving', async () => {
    pretendFile('big', new Uint8Array(2_500_000));
    const walk = await look({ kind: 'picture', media: 'image/png', name: 'photo.png', token: 't-big', size: 2_500_000 });

    const picture = await screen.findByRole('img', { name: 'The picture photo.png' });
    const pieces = walk.office.asked.filter((one) => one.name === 'file_piece');
    expect(pieces.map((one) => one.args)).toEqual([
      { token: 't-big', from: 0, most: 1_048_576 },
      { token: 't-big', from: 1_048_576, most: 1_048_576 },
      { token: 't-big', from: 2_097_152, most: 1_048_576 },
    ]);
    expect(picture.getAttribute('src')).toBe(made[0]);
    expect(gone).toEqual([]);
    await walk.user.click(screen.getByRole('button', { name: /^MV-/ }));
    await screen.findByRole('heading', { name: 'Since then' });
    expect(gone).toEqual(made);
    expect(lastAsked(walk.office, 'close_file')).toEqual({ token: 't-big' });
  });

  it.each(['picture', 'pdf'] as const)('closes a %s when the screen goes blank, and shows it again only when asked', async (kind) => {
    const walk = await look({ kind, media: 'image/png', name: `a.${kind}`, size: 70 });
    await (kind === 'pdf' ? screen.findByText('Page 1 of 3', { selector: 'p' }) : screen.findByRole('img'));

    blank.since = Date.now();
    await screen.findByText('Closed while the screen was blank.');

    if (kind === 'pdf') expect(pdf.closed).toHaveBeenCalledOnce();
    else expect(gone).toEqual(made);
    expect(lastAsked(walk.office, 'close_file')).toEqual({ token: 't-file' });
    const before = walk.office.asked.filter((one) => one.name === 'open_file').length;
    blank.since = null;
    await walk.user.click(await screen.findByRole('button', { name: 'Show it again' }));
    await waitFor(() => {
      expect(walk.office.asked.filter((one) => one.name === 'open_file').length).toBe(before + 1);
    });
  });

  it.each([
    ['password', /asks for a password of its own/],
    ['damaged', /is damaged or is not what it says/],
  ])('gives a PDF with trouble "%s" one calm sentence', async (trouble, sentence) => {
    pdf.open.mockReset().mockRejectedValue(trouble);
    await look({ kind: 'pdf', name: 'broken.pdf', size: 70 });

    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByText(/kept safely, byte for byte/)).toBeTruthy();
  });

  it('gives a picture that does not decode one calm sentence, and its address goes', async () => {
    await look({ kind: 'picture', media: 'image/jpeg', name: 'half.jpg', size: 70 });

    await fireEvent.error(await screen.findByRole('img'));

    expect(await screen.findByText(/is damaged or is not what it says/)).toBeTruthy();
    expect(gone).toEqual(made);
  });

  it('says calmly that this laptop plays no such film', async () => {
    const { container } = await look({ kind: 'film', media: 'video/mp4', name: 'clip.mp4', size: 70 });
    await waitFor(() => {
      expect(container.querySelector('video')).toBeTruthy();
    });
    const film = container.querySelector('video');
    if (film === null) throw new Error('no film');
    Object.defineProperty(film, 'error', { value: { code: 4 } });

    await fireEvent.error(film);

    expect(await screen.findByText('This laptop has no part that plays this kind of recording.')).toBeTruthy();
    expect(screen.getByText(/gstreamer1.0-libav/)).toBeTruthy();
  });

  it('shows a web page as the text it is', async () => {
    const walk = await inside();
    walk.office.answer({
      open_file: { ...note, name: 'page.html' },
      file_text: { text: '<img src=x onerror="alert(1)"><b>hello</b>', encoding: 'UTF-8', whole: true },
    });
    await concern(walk);
    await walk.user.click(screen.getByRole('button', { name: 'Look at it: Handwritten note.pdf' }));

    const text = await screen.findByRole('group', { name: 'Text' });
    expect(text.textContent).toContain('<b>hello</b>');
    expect(text.querySelector('b, img')).toBeNull();
  });

  it('turns a long text five hundred lines at a time', async () => {
    const walk = await inside();
    const lines = Array.from({ length: 1201 }, (_, at) => `line ${at + 1}.`);
    walk.office.answer({ open_file: note, file_text: { text: lines.join('\n'), encoding: 'UTF-8', whole: false } });
    await concern(walk);
    await walk.user.click(screen.getByRole('button', { name: 'Look at it: Handwritten note.pdf' }));

    const text = await screen.findByRole('group', { name: 'Text' });
    text.focus();
    await walk.user.keyboard('{End}');

    expect(text.textContent.split('\n')).toHaveLength(201);
    expect(screen.getByText(/This is its beginning/)).toBeTruthy();
  });
});

describe('a file that should not have come in', () => {
  it('goes out of everybody’s sight with a reason and with whom one told', async () => {
    const walk = await look({});
    await walk.user.click(await screen.findByRole('button', { name: /Put it out of/ }));
    await title('This file should not have come in');

    await walk.user.click(screen.getByRole('button', { name: /^Sign:/ }));
    expect(await screen.findAllByText(/Say in a sentence why/)).toBeTruthy();
    await walk.user.type(screen.getByLabelText('Why nobody is to see it'), 'It may show a child.');
    await walk.user.type(screen.getByLabelText('Whom you have told'), 'Police 101, log 0431');
    await walk.user.click(screen.getByRole('button', { name: /^Sign:/ }));

    expect(await screen.findByText(/out of everybody’s sight. It is written/)).toBeTruthy();
    expect(screen.getByText(/Told: Police 101, log 0431/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Look at it: Handwritten/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Take out a copy of/ })).toBeNull();
  });
});

describe('the question before any picture', () => {
  const photo = new File(['x'], 'photo.png', { type: 'image/png' });

  function paste(): void {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { files: [photo] } });
    document.body.dispatchEvent(event);
  }

  it.each(['drop', 'paste'])('stands before what is brought to a record by %s, and nothing of it is read', async (way) => {
    const read = vi.spyOn(File.prototype, 'slice');
    const walk = await inside();
    await concern(walk);

    if (way === 'paste') paste();
    else await fireEvent.drop(window, { dataTransfer: { files: [photo] } });

    expect(await screen.findByText(/Answer first, then add the file/)).toBeTruthy();
    expect(read).not.toHaveBeenCalled();
    expect(lastAsked(walk.office, 'begin_file')).toBeUndefined();
  });

  it.each(['drop', 'paste'])('keeps what is brought by %s into the words of a new record out', async (way) => {
    const read = vi.spyOn(File.prototype, 'slice');
    const walk = await inside();
    await walk.user.keyboard('{Control>}n{/Control}');
    const words = await screen.findByLabelText('What was seen, heard or said');
    words.focus();

    if (way === 'paste') paste();
    else await fireEvent.drop(words, { dataTransfer: { files: [photo] } });

    expect(await screen.findByText(/Answer first, then add the file/)).toBeTruthy();
    await waitFor(() => {
      expect(document.activeElement?.id).toBe('f-indecent_image');
    });
    expect(read).not.toHaveBeenCalled();
    expect(lastAsked(walk.office, 'begin_file')).toBeUndefined();
  });

  it('lets nothing dropped anywhere replace the window', async () => {
    await inside();
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files: [photo] } });

    document.body.dispatchEvent(event);

    expect(event.defaultPrevented).toBe(true);
  });

  it('puts the withheld-item sheet in the place of the file, and signs it with the record', async () => {
    const walk = await inside();
    await walk.user.keyboard('{Control>}n{/Control}');
    await walk.user.click(await screen.findByRole('radio', { name: 'I am not sure' }));

    await walk.user.type(screen.getByLabelText('What it is said to be'), 'a picture he asked for');
    await walk.user.type(screen.getByLabelText('Where it is now'), 'envelope 12');
    const reference = screen.getAllByLabelText('Reference')[0];
    if (reference === undefined) throw new Error('no reference');
    await walk.user.type(reference, '0218');
    await walk.user.type(screen.getByRole('combobox', { name: /pupil or an adult/ }), 'Amara{Enter}');
    await walk.user.type(screen.getByLabelText('It happened'), 'today 10:20');
    await walk.user.type(screen.getByLabelText('What was seen, heard or said'), 'She told me.');
    await walk.user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => {
      const sent = lastAsked(walk.office, 'record_concern');
      expect(sent).toMatchObject({
        form: {
          indecent_image: 'unsure',
          withheld: { what: 'a picture he asked for', kept_at: 'envelope 12', told: [{ who: 'police', reference: '0218' }] },
        },
      });
    });
  });
});

describe('a paper form', () => {
  async function begin(): Promise<Walk> {
    const walk = await inside();
    await walk.user.keyboard('{Control>}n{/Control}');
    await walk.user.click(await screen.findByRole('button', { name: 'Bring in a paper form' }));
    await title('Bring in a paper form');
    return walk;
  }

  async function fill(walk: Walk, number: string): Promise<void> {
    await walk.user.type(screen.getByLabelText('Number of the form'), number);
    await walk.user.type(screen.getByLabelText('Where the handwritten page is kept'), 'drawer 2');
    await walk.user.type(screen.getByLabelText('When it was written by hand'), 'today 9:20');
    await walk.user.tab();
  }

  it('opens the record with its number, its scan, where it is kept and when it was written', async () => {
    const walk = await begin();
    await fill(walk, 'mv-f-4a07c2-k');
    await walk.user.click(screen.getByRole('radio', { name: 'No, none of it' }));
    const chooser = walk.container.querySelector('[data-chooser]');
    if (chooser === null) throw new Error('no chooser');
    await fireEvent.change(chooser, { target: { files: [new File(['%PDF'], 'scan.pdf')] } });
    await screen.findByRole('button', { name: 'Take out scan.pdf' });

    await walk.user.click(screen.getByRole('button', { name: /On to the record/ }));

    await title('Record a concern');
    expect(await screen.findByText(/On form MV-F-4A07C2-K/)).toBeTruthy();
    expect(screen.getByDisplayValue('drawer 2')).toBeTruthy();
    expect(screen.getByText('File 1, added before')).toBeTruthy();
    expect(lastAsked(walk.office, 'keep_draft')).toMatchObject({
      form: { paper: { number: 'MV-F-4A07C2-K', kept_at: 'drawer 2' }, indecent_image: 'no' },
    });
  });

  it('says where a number was used before', async () => {
    const walk = await begin();
    await fill(walk, 'MV-F-0000FF');
    await walk.user.click(screen.getByRole('button', { name: /On to the record/ }));

    await walk.user.click(await screen.findByRole('button', { name: 'Open MV-2026-0143' }));

    expect(await screen.findByRole('heading', { name: 'Since then' })).toBeTruthy();
    expect(lastAsked(walk.office, 'keep_draft')).toBeUndefined();
  });

  it('says at its field what is missing, and that a number is none', async () => {
    const walk = await begin();
    await walk.user.click(screen.getByRole('button', { name: /On to the record/ }));
    expect(await screen.findAllByText('Type the number that is printed on the form')).toBeTruthy();

    await fill(walk, 'MV-26-0143');
    await walk.user.click(screen.getByRole('button', { name: /On to the record/ }));

    expect(await screen.findAllByText(/not like the number of a form/)).toBeTruthy();
  });

  it('is kept where the vault fails, and nothing is lost', async () => {
    const walk = await begin();
    await fill(walk, 'MV-F-4A07C2');
    walk.office.fail('keep_draft', fault('disk_full', 'The disk of this laptop is full.'));
    await walk.user.click(screen.getByRole('button', { name: /On to the record/ }));

    expect(await screen.findByText('The disk of this laptop is full.')).toBeTruthy();
    expect(screen.getByDisplayValue('MV-F-4A07C2')).toBeTruthy();
  });
});
