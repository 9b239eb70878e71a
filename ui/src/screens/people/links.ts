import type { LinkPerson, LinksView } from '../../bindings/office';

/** Somebody in the picture with the place of their name. */
export interface Spoke {
  person: LinkPerson;
  /** Place in the list of people. */
  at: number;
  /** Where the line ends and the name begins. */
  x: number;
  y: number;
  left: boolean;
  /** Heaviness of the line: how many concerns name both. */
  weight: number;
}

/** The whole picture in one system of measures. */
export interface Picture {
  width: number;
  height: number;
  centre: { x: number; y: number };
  spokes: Spoke[];
  /** Headings of the groups. */
  heads: { group: LinkPerson['group']; x: number; y: number; left: boolean }[];
  /** Arcs between two people whom a concern names together. */
  arcs: { d: string; weight: number }[];
}

const rowHigh = 30;
const headHigh = 34;
const width = 960;
/** Where the names begin, from each edge. */
const column = 300;

/** The person in the middle, family and agencies on the left, children and other adults on the right: every name has a
 * line of its own, so that forty of them can still be read. */
export function drawn(view: LinksView): Picture {
  const sides = [
    { left: true, groups: ['family', 'agency'] },
    { left: false, groups: ['child', 'adult'] },
  ] as const;
  const columns = sides.map(({ left, groups }) => {
    let y = 0;
    const spokes: Spoke[] = [];
    const heads: Picture['heads'] = [];
    for (const group of groups) {
      const people = view.people.map((person, at) => ({ person, at })).filter(({ person }) => person.group === group);
      if (people.length === 0) continue;
      heads.push({ group, x: left ? column : width - column, y: y + headHigh - 10, left });
      y += headHigh;
      for (const { person, at } of people) {
        const weight = Math.min(6, 1.5 + person.concerns.length * 0.75);
        spokes.push({ person, at, x: left ? column : width - column, y: y + rowHigh / 2, left, weight });
        y += rowHigh;
      }
      y += 10;
    }
    return { high: y, spokes, heads };
  });
  const height = Math.max(160, ...columns.map((one) => one.high));
  const spokes: Spoke[] = [];
  const heads: Picture['heads'] = [];
  for (const one of columns) {
    // The shorter column stands in the middle of the longer one.
    const down = (height - one.high) / 2;
    spokes.push(...one.spokes.map((spoke) => ({ ...spoke, y: spoke.y + down })));
    heads.push(...one.heads.map((head) => ({ ...head, y: head.y + down })));
  }
  return { width, height, centre: { x: width / 2, y: height / 2 }, spokes, heads, arcs: arcs(view, spokes) };
}

/** Between two of one side an arc towards the edge of the names; across, a curve through the middle is left out, because
 * both already meet in the person. */
function arcs(view: LinksView, spokes: Spoke[]): Picture['arcs'] {
  const found: Picture['arcs'] = [];
  for (const [one, other, concerns] of view.between) {
    const a = spokes.find((spoke) => spoke.at === one);
    const b = spokes.find((spoke) => spoke.at === other);
    if (a === undefined || b === undefined || a.left !== b.left) continue;
    const bend = (a.left ? 1 : -1) * Math.min(70, 14 + Math.abs(a.y - b.y) * 0.25);
    found.push({
      d: `M${a.x} ${a.y} C${a.x + bend} ${a.y} ${b.x + bend} ${b.y} ${b.x} ${b.y}`,
      weight: Math.min(4, concerns),
    });
  }
  return found;
}

/** The line from the person in the middle to somebody. */
export function lineTo(picture: Picture, spoke: Spoke): string {
  const { x, y } = picture.centre;
  const half = (x + spoke.x) / 2;
  return `M${x} ${y} C${half} ${y} ${half} ${spoke.y} ${spoke.x} ${spoke.y}`;
}

/** A name that fits its column. */
export function cut(name: string, most = 30): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`;
}
