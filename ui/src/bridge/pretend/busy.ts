/** A pretend day with something of everything. Invented, all of it. */
import type { DraftView } from '../../bindings/office';
import { blankForm, row, simple, type Kept } from './concerns';

/** Late, waiting and live, besides what is there on any day. */
export function busyConcerns(): Kept[] {
  return [
    simple(
      row({
        id: 'c-lewis',
        record_no: 'MV-2026-0143',
        about: 'Lewis Tarn',
        class: '10K',
        title: 'a bruise on his back',
        unread: true,
        waiting: '4 days',
        status: 'new',
        status_title: 'New',
        occurred: '2026-11-06T11:20:00+00:00',
        written: '2026-11-06T12:02:00+00:00',
        reporter: 'Mr L. Adair, PE',
      }),
      'Lewis changed with his back to the wall and asked to keep his shirt on.',
    ),
    simple(
      row({
        id: 'c-siobhan',
        record_no: 'MV-2026-0146',
        about: 'Siobhán Kerr',
        class: '9M',
        title: 'no breakfast again',
        unread: true,
        waiting: '1 day',
        status: 'new',
        status_title: 'New',
        occurred: '2026-11-09T08:45:00+00:00',
        written: '2026-11-09T09:01:00+00:00',
        reporter: 'Mrs A. Bright, 8H',
      }),
      'Siobhán had brought her brothers in and had not eaten.',
    ),
    simple(
      row({
        id: 'c-jayden',
        record_no: 'MV-2026-0131',
        about: 'Jayden Fairbrother',
        class: '8T',
        title: 'referred to the MASH',
        status: 'awaiting-external',
        status_title: 'With an outside agency',
        occurred: '2026-10-29T13:10:00+00:00',
        written: '2026-10-29T13:40:00+00:00',
        reporter: 'D. Marwaha',
      }),
      'The referral was sent at 15:40.',
    ),
    simple(
      row({
        id: 'c-zainab',
        record_no: 'MV-2026-0128',
        about: 'Zainab Haroun',
        class: '11C',
        title: 'a call from her grandmother',
        occurred: '2026-10-27T10:00:00+00:00',
        written: '2026-10-27T10:25:00+00:00',
        reporter: 'R. Calloway',
      }),
      'Zainab’s grandmother rang the office and asked that nobody ring back at home.',
      'p-ruth',
    ),
    simple(
      row({
        id: 'c-mina',
        record_no: 'MV-2026-0126',
        about: 'Mina Orsino',
        class: '7B',
        title: 'left without goodbye',
        status: 'monitoring',
        status_title: 'Monitoring',
        occurred: '2026-10-26T15:20:00+00:00',
        written: '2026-10-26T15:50:00+00:00',
      }),
      'Mina’s chair was empty and nobody had heard of a move.',
    ),
  ];
}

/** Somebody asked that the lead read this. */
export const toldOf = ['c-mina'];

/** Kept on the day before, and not passed on since. */
export const busyDraft: DraftView = {
  id: 'd-late',
  kind: 'concern',
  title: 'Noor Castellan, toast in her bag',
  kept_at: '2026-11-09T15:35:00+00:00',
  form: { ...blankForm(), description: 'Noor Castellan, toast in her bag' },
  addition: null,
  line: null,
};
