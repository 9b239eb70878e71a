/** Finding pages by the words of what happened: by beginnings, without endings, any one word is enough, the most words first. */
import { commonWords, everydayWords, littleWords } from '../words/everyday';

const endings: readonly [RegExp, string][] = [
  [/(?<=..)ie[sd]$/, 'y'],
  [/(?<=...)ing$/, ''],
  [/(?<=..)ed$/, ''],
  [/(?<=...)ers?$/, ''],
  [/(?<=..[^s])s$/, ''],
];

/** A word without its ending: bullied and bullying are one, nude and nudes, groomed and grooming. */
function stem(word: string): string {
  const ending = endings.find(([pattern]) => pattern.test(word));
  const bare = ending === undefined ? word : word.replace(...ending);
  const single = bare === word ? bare : bare.replace(/([bdgmnprt])\1$/, '$1');
  return single.length > 3 ? single.replace(/e$/, '') : single;
}

const stemsOf = (text: string): string[] => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);

const little = new Set(littleWords.split(' '));
const common = new Set(stemsOf(commonWords));
const phrases = everydayWords.map(([said]) => said).filter((said) => said.includes(' '));
const joined = (said: string): string => stem(said.replaceAll(' ', ''));
/** Words that belong together, by how they are looked for: a page may have them apart. */
const apart = new Map(phrases.map((said) => [joined(said), said.split(' ').flatMap(stemsOf)]));
const meant = new Map(everydayWords.map(([said, means]) => [joined(said), means]));

/** What a page says it is not for does not find it. */
const without = (text: string): string => text.replace(/\(not [^)]*\)|\bnot (?:for |CEOP)[^.;)]*/gi, ' ');

/** One of them is enough; of one, every word must be there. */
interface Wanted {
  ways: string[][];
  /** How many of them are the very words that were typed. */
  own: number;
  common: boolean;
}

function wantedOf(query: string): Wanted[] {
  const text = phrases.reduce((all, said) => all.replace(new RegExp(said.replaceAll(' ', '[\\s-]*'), 'g'), said.replaceAll(' ', '')), query.toLowerCase());
  const typed: string[] = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = typed.filter((word) => !little.has(word));
  return [...new Set(words.map(stem))].map((word) => ({
    ways: [[word], ...(apart.has(word) ? [apart.get(word) ?? []] : []), ...(meant.get(word) ?? []).map((means) => means.split(' ').filter((one) => !little.has(one)).flatMap(stemsOf))],
    own: apart.has(word) ? 2 : 1,
    common: common.has(word),
  }));
}

const has = (stems: readonly string[], { ways }: Wanted): boolean =>
  ways.some((way) => way.every((word) => stems.some((one) => one.startsWith(word))));

/** Those that have a word of it, the most words first, then those whose title has them; everything where nothing is asked. */
export function found<T>(all: readonly T[], query: string, textOf: (one: T) => { title: string; rest: readonly string[] }): readonly T[] {
  const wanted = wantedOf(query);
  if (wanted.length === 0) return all;
  const telling = wanted.some((one) => !one.common) ? wanted.filter((one) => !one.common) : wanted;
  return all
    .map((one) => {
      const { title, rest } = textOf(one);
      const [titled, said] = [stemsOf(without(title)), stemsOf(without([title, ...rest].join('. ')))];
      const count = (stems: readonly string[], of: readonly Wanted[]): number => of.filter((word) => has(stems, word)).length;
      const very = (of: readonly Wanted[]): Wanted[] => of.map((word) => ({ ...word, ways: word.ways.slice(0, word.own) }));
      return { one, very: count(said, very(telling)), told: count(said, telling), titled: count(titled, telling), all: count(said, wanted) };
    })
    .filter(({ told }) => told > 0)
    .sort((a, b) => b.told - a.told || b.very - a.very || b.titled - a.titled || b.all - a.all)
    .map(({ one }) => one);
}
