/** The drawn bodies as the office gives them, from the same data. */
import type { BodyArea, BodyDrawing, BodyView, Choice, ConcernForm, MarkPlace, MarkShown } from '../../bindings/office';
import adolescent from '../../../../assets/body/adolescent.json';
import baby from '../../../../assets/body/baby.json';
import child from '../../../../assets/body/child.json';

/** The three builds. */
export const bodies: Drawn[] = [baby, child, adolescent];

type Drawn = typeof child | typeof baby | typeof adolescent;

/** A region with its side, in plain words. */
export function named(region: string, side: string): string {
  const plain = region.replaceAll('-', ' ');
  return side === 'middle' ? plain.charAt(0).toUpperCase() + plain.slice(1) : `${side === 'left' ? 'Left' : 'Right'} ${plain}`;
}

function sideOf(side: string): BodyArea['side'] {
  return side === 'left' || side === 'right' ? side : 'middle';
}

function leftOf(left: string): BodyView['left_at'] {
  return left === 'right' || left === 'left' || left === 'whole' ? left : 'none';
}

/** A build as the office gives it. */
export function drawing(drawn: Drawn): BodyDrawing {
  return {
    drawing: 1,
    build: drawn.build,
    name: drawn.name,
    views: drawn.views.map((view) => ({
      ...view,
      left_at: leftOf(view.left_at),
      areas: view.areas.map((area) => ({
        ...area,
        side: sideOf(area.side),
        name: named(area.region, area.side),
        detail: area.region === 'buttock' ? 'Never look. Write what was said, nothing else' : '',
        at: [area.at[0] ?? 0, area.at[1] ?? 0],
      })),
    })),
  };
}

/** The regions that are drawn, with the sides each has. */
export const drawnRegions: Choice[] = (() => {
  const sides = new Map<string, Set<string>>();
  for (const area of child.views.flatMap((view) => view.areas)) {
    sides.set(area.region, (sides.get(area.region) ?? new Set()).add(area.side));
  }
  return [...sides].map(([id, has]) => ({
    id,
    title: named(id, 'middle'),
    detail: ['left', 'middle', 'right'].filter((side) => has.has(side)).join(' '),
  }));
})();

/** The marks of a form, in words. */
export function marksOf(form: ConcernForm): MarkShown[] {
  return form.body_map.map((mark, at) => ({
    number: at + 1,
    at: named(mark.region, mark.side),
    looks: [mark.note, mark.size, mark.shape, mark.colour].filter((part) => part).join(', '),
    said: mark.said ?? '',
    place: mark.place,
  }));
}

/** A place in the middle of an area, as a mark keeps it. */
export function middleOf(build: string, view: string, region: string, side: string): MarkPlace {
  const drawn = bodies.find((one) => one.build === build)?.views.find((one) => one.id === view);
  const area = drawn?.areas.find((one) => one.region === region && one.side === side);
  const [x = 0, y = 0] = area?.at ?? [];
  return { drawing: 1, build, view, x: Math.round(x * 10), y: Math.round(y * 10) };
}
