/** Pretend papers: laid out from the pretend records as plain pages, and put away again. */
import type { HandoverDraft, PaperAsked } from '../../bindings/office';
import { unsettledPapers } from './access';
import { fault, type Answers, type Cabinet } from './cabinet';
import { checklistLines } from './checklist';
import { lineOf, wholeChronology } from './chronology';
import { logProblems } from './log';

const linesOnPage = 18;

interface Laid {
  title: string;
  file: string;
  foot: string;
  pages: string[][];
}

/** Breaks a line where a page of A4 ends. */
function folded(line: string): string[] {
  const rows: string[] = [''];
  for (const word of line.split(' ')) {
    const last = rows.at(-1) ?? '';
    if (last.length + word.length > 78) rows.push(word);
    else rows[rows.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return rows;
}

function linesOf(c: Cabinet, asked: PaperAsked): { title: string; file: string; lines: string[] } {
  if (asked.kind === 'chronology') {
    const row = c.pupils.find((one) => one.id === asked.pupil);
    if (row === undefined) throw fault('missing', 'That pupil is not on the list.');
    const { items } = wholeChronology(c, row, !asked.mask_others);
    const lines = items
      .filter((one) => (asked.from === null || one.date >= asked.from) && (asked.to === null || one.date <= asked.to))
      .map(lineOf);
    if (asked.oldest_first) lines.reverse();
    return { title: 'Chronology', file: 'chronology.pdf', lines: [`Chronology: ${row.name}`, ...lines] };
  }
  if (asked.kind === 'concern') {
    const { row, forms } = c.open(asked.id);
    const lines = forms.flatMap(({ form, author }) => [form.description, form.childs_words, `Signed ${author}.`]);
    return { title: row.record_no, file: `${row.record_no}.pdf`, lines: [row.record_no, ...lines] };
  }
  if (asked.kind === 'handover') {
    const live = c.concerns.map(({ row }) => `${row.about}: ${row.title}. ${row.status_title}.`);
    const about = [`From ${c.session().person.name} to ${asked.to}`, asked.must_know];
    return { title: 'Handover sheet', file: 'handover.pdf', lines: [...about, ...live] };
  }
  if (asked.kind === 'checklist') {
    const { title, lines } = checklistLines(c, asked.id);
    return { title, file: 'Checklist.pdf', lines: [title, ...lines] };
  }
  if (asked.kind === 'inspection') {
    const { names, to_whom, body } = asked.inspection;
    if (to_whom.trim() === '') throw fault('refused', 'Something is still to be said before anything is shown.', { problems: [{ field: 'to_whom', say: 'Say who is shown it' }] });
    return { title: 'Inspection', file: 'inspection.pdf', lines: [`Shown to ${to_whom}, ${body}`, names ? 'Jayden Fairbrother' : 'JF, 9B'] };
  }
  if (asked.kind === 'marks') return { title: 'Visible marks', file: 'marks.pdf', lines: ['A1. Left forearm'] };
  if (asked.kind === 'flow') return { title: 'Flowchart', file: 'flowchart.pdf', lines: [`On ${asked.size}`, 'Contact is suspected'] };
  if (asked.kind === 'walk') return { title: 'Walk', file: 'walk.pdf', lines: [`Drawing on ${asked.size}`, 'What was done'] };
  if (asked.kind === 'links') {
    const child = asked.mask_others ? 'Child A' : 'Jayden Fairbrother';
    return { title: 'Links', file: 'links.pdf', lines: ['Folake Oyelaran. Mother.', `${child}.`] };
  }
  if (asked.kind === 'held') return { title: 'A thing kept', file: 'thing-kept.pdf', lines: ['Her telephone, black', 'Taken by the school'] };
  if (asked.kind === 'report') return { title: 'Safeguarding report to governors', file: 'strongroom-governors.pdf', lines: ['Days. 2 Sep 2026 to 4 Jan 2027', 'Concerns recorded 105'] };
  if (asked.kind === 'charts') return { title: 'Charts of concerns', file: 'strongroom-charts.pdf', lines: ['Is it rising?', 'In these days 4'] };
  if (asked.kind === 'log') return { title: 'Incident log', file: 'strongroom-log.pdf', lines: ['Happened 1 Sep 2026 to 18 Dec 2026', 'Monitored by'] };
  if (asked.kind === 'register') return { title: 'Register', file: 'register.pdf', lines: [`Register ${asked.id}`] };
  if (asked.kind === 'bundle_trial') return { title: 'Bundle MV-26-ABC-B1 (draft)', file: 'BUNDLE-draft.pdf', lines: ['Draft', 'Record of concern'] };
  if (asked.kind === 'access_trial') return { title: 'Copy of a pupil’s file', file: 'papers-draft.pdf', lines: ['Draft', 'Record of concern'] };
  if (asked.kind === 'receipt') return { title: 'Receipt', file: 'receipt.pdf', lines: [`Bundle ${asked.number}`, 'Received by'] };
  if (asked.kind === 'kit') return { title: 'Recovery kit', file: 'Recovery kit.pdf', lines: asked.words };
  return { title: 'Blank form', file: 'Blank form.pdf', lines: ['Who', 'What', 'When'] };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function drawn(laid: Laid, page: number): string {
  const line = (text: string, at: number): string =>
    `<text x="76" y="${120 + at * 30}" font-size="16" font-family="sans-serif">${escaped(text)}</text>`;
  const foot = `${laid.foot} Page ${page} of ${laid.pages.length}`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123" viewBox="0 0 794 1123">',
    '<rect width="794" height="1123" fill="#fff"/><path d="M76 84H718M76 1040H718" stroke="#000" stroke-width="2"/>',
    ...(laid.pages[page - 1] ?? []).map(line),
    `<text x="76" y="1064" font-size="13" font-family="sans-serif">${escaped(foot)}</text></svg>`,
  ].join('');
}

/** What the pretend office answers here. */
export function paperAnswers(c: Cabinet): Pick<
  Answers,
  'keep_handover' | 'kept_handover' | 'lay_out_paper' | 'paper_page' | 'put_paper_away' | 'print_paper' | 'save_paper'
> {
  const laidOut = new Map<string, Laid>();
  function laid(token: string): Laid {
    const one = laidOut.get(token);
    if (one === undefined) throw fault('missing', 'That paper has been put away.');
    return one;
  }
  let handover: HandoverDraft | null = null;
  return {
    keep_handover: ({ draft }) => {
      handover = draft.to.trim() === '' && draft.must_know.trim() === '' ? null : draft;
      return null;
    },
    kept_handover: () => handover,
    lay_out_paper: ({ asked }) => {
      const purpose = 'purpose' in asked ? asked.purpose.trim() : null;
      if (purpose === '') {
        throw fault('refused', 'Something is missing.', {
          problems: [{ field: 'purpose', say: 'Say what it is printed for' }],
        });
      }
      const wrong = asked.kind === 'access_trial' ? unsettledPapers(asked.redact) : asked.kind === 'log' ? logProblems(asked.log) : [];
      if (wrong.length > 0) throw fault('refused', 'Something is still to be put right.', { problems: wrong });
      const { title, file, lines } = linesOf(c, asked);
      const rows = lines.filter((line) => line !== '').flatMap(folded);
      const pages: string[][] = [];
      for (let at = 0; at < rows.length; at += linesOnPage) pages.push(rows.slice(at, at + linesOnPage));
      c.made += 1;
      const token = `paper-${c.made}`;
      const foot = purpose === null ? '' : `Printed by ${c.session().person.name} for ${purpose}.`;
      laidOut.set(token, { title, file, foot, pages });
      return { token, title, pages: pages.length, file_name: file, text: pages.map((page) => page.join('\n')) };
    },
    paper_page: ({ token, page }) => drawn(laid(token), page),
    put_paper_away: ({ token }) => {
      laidOut.delete(token);
      return null;
    },
    print_paper: ({ token }) => {
      laid(token);
      return { value: null, touched: [] };
    },
    save_paper: ({ token, password }) => {
      const { file } = laid(token);
      if (password === 'nowhere to save it') return { value: null, touched: [] };
      return { value: file, touched: [] };
    },
  };
}
