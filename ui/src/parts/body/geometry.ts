/** Where on a drawing something is: areas under a point, the next area for an arrow, room for pins. */
import type { BodyArea, BodyView } from '../../bindings/office';

/** A place on a view, in millimetres of the body. */
export interface Point {
  x: number;
  y: number;
}

/** The corners of each ring of an area's edge. */
export function rings(path: string): Point[][] {
  return path
    .split('M')
    .filter((ring) => ring.trim() !== '')
    .map((ring) => {
      const numbers = (ring.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
      const corners: Point[] = [];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        corners.push({ x: numbers[at] ?? 0, y: numbers[at + 1] ?? 0 });
      }
      return corners;
    });
}

/** Whether a point lies inside an area, by the even-odd rule. */
export function holds(area: BodyArea, { x, y }: Point): boolean {
  let inside = false;
  for (const corners of rings(area.path)) {
    corners.forEach((a, at) => {
      const b = corners[(at + 1) % corners.length] ?? a;
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    });
  }
  return inside;
}

/** How far a point is from an area's edge. */
function apart(area: BodyArea, { x, y }: Point): number {
  let least = Infinity;
  for (const corners of rings(area.path)) {
    corners.forEach((a, at) => {
      const b = corners[(at + 1) % corners.length] ?? a;
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const long = dx * dx + dy * dy;
      const share = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / long));
      least = Math.min(least, Math.hypot(x - a.x - share * dx, y - a.y - share * dy));
    });
  }
  return least;
}

/** The area under a point; just beside the body it is the nearest. Of areas that overlap the first counts. */
export function areaAt(view: BodyView, point: Point): BodyArea | null {
  const under = view.areas.find((area) => holds(area, point));
  if (under !== undefined) return under;
  const near = view.areas
    .map((area) => ({ area, far: apart(area, point) }))
    .sort((a, b) => a.far - b.far)[0];
  return near !== undefined && near.far <= Math.max(view.width, view.height) * 0.015 ? near.area : null;
}

/** The area an arrow leads to: up and down through the list, left and right to the nearest on that side. */
export function nextArea(view: BodyView, from: number, key: string): number | null {
  const last = view.areas.length - 1;
  if (key === 'ArrowDown') return Math.min(last, from + 1);
  if (key === 'ArrowUp') return Math.max(0, from - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const here = view.areas[from];
  if (here === undefined) return null;
  const way = key === 'ArrowRight' ? 1 : -1;
  const found = view.areas
    .map((area, at) => ({ at, dx: (area.at[0] - here.at[0]) * way, dy: Math.abs(area.at[1] - here.at[1]) }))
    .filter(({ dx }) => dx > 0.5)
    .sort((a, b) => a.dx + 3 * a.dy - (b.dx + 3 * b.dy))[0];
  return found?.at ?? from;
}

/** Heights near the wanted ones, in their order, at least so far apart, within bounds where there is room. */
export function spread(wanted: number[], far: number, top: number, bottom: number): number[] {
  let next = top;
  const all = wanted.map((y) => {
    const at = Math.max(y, next);
    next = at + far;
    return at;
  });
  let below = bottom;
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const y = Math.max(top, Math.min(all[at] ?? top, below));
    all[at] = y;
    below = y - far;
  }
  return all;
}
