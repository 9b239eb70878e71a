/** What the pretend office finds worth a look together. */
import type { BuildUp } from '../../bindings/office';
import type { Answers, Cabinet } from './cabinet';

const aside = new WeakSet<Cabinet>();

/** Three entries about Amara, until somebody sets them aside. */
export function togetherOf(c: Cabinet): BuildUp[] {
  const row = c.concerns.find((one) => one.row.id === 'c-amara')?.row;
  if (row === undefined || aside.has(c)) return [];
  const low = { severity: '1', severity_title: 'Low', danger: false, unread: false, status_title: 'Being worked on' };
  const earlier = ['Tired', 'Hunger', 'Late', 'Tired', 'Hunger'].map((title, at) => ({
    ...row, ...low, id: `c-low-${at}`, record_no: `MV-2026-01${30 - at}`, title, category: title, occurred: `Mon ${19 - at} Oct`,
  }));
  return [
    {
      sort: 'low',
      key: 's-amara',
      say: 'Sixth entry about Amara Oyelaran in 29 days, none judged above Low: hunger, tired, late.',
      masked: 'Sixth entry about a pupil in 29 days, none judged above Low: hunger, tired, late.',
      concerns: [row, ...earlier],
    },
  ];
}

/** What the pretend office answers here. */
export function buildupAnswers(c: Cabinet): Pick<Answers, 'set_buildup_aside'> {
  return {
    set_buildup_aside: () => {
      aside.add(c);
      return { value: null, touched: ['concerns'] };
    },
  };
}
