/** Marks between the list and the drawing. */
import type { BodyArea, BodyDrawing, BodyMark, BodyView, MarkPlace } from '../../bindings/office';
import { areaAt, holds, rings, type Point } from '../../parts/body/geometry';

/** A mark nothing has been said of. */
export function blankMark(): BodyMark {
  return {
    region: '',
    side: 'middle',
    note: '',
    size: null,
    colour: null,
    shape: null,
    broken: null,
    swelling: null,
    said: null,
    place: null,
  };
}

/** A point of a view, as a mark keeps it. */
export function placeOf(drawing: BodyDrawing, view: BodyView, point: Point): MarkPlace {
  const tenths = (length: number, most: number): number => Math.round(Math.min(Math.max(length, 0), most) * 10);
  return {
    drawing: drawing.drawing,
    build: drawing.build,
    view: view.id,
    x: tenths(point.x, view.width),
    y: tenths(point.y, view.height),
  };
}

/** The view a mark was put on. */
export function viewOf(drawing: BodyDrawing | null, mark: BodyMark): BodyView | null {
  const { place } = mark;
  if (drawing === null || place === null || place.build !== drawing.build) return null;
  return drawing.views.find((view) => view.id === place.view) ?? null;
}

/** Whether the drawing says the same place as the list. */
export function agrees(drawing: BodyDrawing, mark: BodyMark): boolean {
  const view = viewOf(drawing, mark);
  if (view === null || mark.place === null) return true;
  const area = areaAt(view, { x: mark.place.x / 10, y: mark.place.y / 10 });
  return area !== null && area.region === mark.region && area.side === mark.side;
}

function areaOf(view: BodyView, mark: BodyMark): BodyArea | undefined {
  return view.areas.find((area) => area.region === mark.region && area.side === mark.side);
}

/** Where a mark that is in words alone would go: the middle of its area on the first view that has it. */
export function placeInWords(drawing: BodyDrawing, mark: BodyMark): MarkPlace | null {
  for (const view of drawing.views) {
    const area = areaOf(view, mark);
    if (area !== undefined) return placeOf(drawing, view, { x: area.at[0], y: area.at[1] });
  }
  return null;
}

function boxOf(area: BodyArea): { x: number; y: number; wide: number; high: number } {
  const corners = rings(area.path).flat();
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, wide: Math.max(...xs) - x || 1, high: Math.max(...ys) - y || 1 };
}

/** The same place of the same area on another build. */
export function placeOnBuild(from: BodyDrawing, to: BodyDrawing, mark: BodyMark): MarkPlace | null {
  const before = viewOf(from, mark);
  const view = to.views.find((one) => one.id === before?.id);
  if (before === null || view === undefined || mark.place === null) return null;
  const [old, area] = [areaOf(before, mark), areaOf(view, mark)];
  if (old === undefined || area === undefined) return null;
  const [a, b] = [boxOf(old), boxOf(area)];
  const point = {
    x: b.x + ((mark.place.x / 10 - a.x) / a.wide) * b.wide,
    y: b.y + ((mark.place.y / 10 - a.y) / a.high) * b.high,
  };
  return placeOf(to, view, holds(area, point) ? point : { x: area.at[0], y: area.at[1] });
}
