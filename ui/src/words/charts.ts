/** Charts that answer a lead's questions. */
export const chartsWords = {
  title: 'Charts',
  thoughtOf: 'dashboard trend rising graph statistics weeks places times waiting categories',
  under: (days: string, concerns: number): string => `${days}: ${concerns === 1 ? '1 concern' : `${String(concerns)} concerns`}. Only you see this: small numbers are said.`,
  fetching: 'Counting',
  days: 'Days',
  other: 'Other days',
  from: 'From',
  to: 'To',
  show: 'Count these days',
  site: 'Site',
  wholeSchool: 'All of the school',
  bars: 'Each bar is as long as its number.',
  line: (before: string): string => `The line across a bar is ${before}.`,
  table: (title: string): string => `${title}, in numbers`,
  what: 'What',
  now: 'In these days',
  before: 'A year before',
  chart: (title: string, rows: { label: string; value: number }[]): string =>
    `${title}. ${rows.map((row) => `${row.label}: ${String(row.value)}`).join('. ')}`,
  nothing: 'There is nothing to draw.',
};
