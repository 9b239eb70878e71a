/** Areas of a picture: made, moved, resized. None lies outside of it, and none is too small to be seen. */
import { cutWords as words } from '../../words/redaction';

/** A rectangle, in ten-thousandths of the picture's width and height as it stands upright. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A place on the picture, in the same measure. */
export interface Point {
  x: number;
  y: number;
}

/** All of a picture, and the least of it that an area covers. */
export const whole = 10_000;
export const least = 100;

/** How far an arrow goes, and how far in fine steps. */
const far = 100;
const fine = 10;

function held(n: number, from: number, to: number): number {
  return Math.round(Math.min(to, Math.max(from, n)));
}

/** The same area, inside the picture. */
export function inside({ left, top, width, height }: Box): Box {
  const [wide, high] = [held(width, least, whole), held(height, least, whole)];
  return { left: held(left, 0, whole - wide), top: held(top, 0, whole - high), width: wide, height: high };
}

/** Moved as far as there is room; its size stays. */
export function moved(box: Box, across: number, down: number): Box {
  return inside({ ...box, left: box.left + across, top: box.top + down });
}

/** Wider and higher as far as there is room; its upper left corner stays. */
export function resized(box: Box, wider: number, higher: number): Box {
  return {
    ...box,
    width: held(box.width + wider, least, whole - box.left),
    height: held(box.height + higher, least, whole - box.top),
  };
}

/** Where a side begins and how long it is, from the end that stays to the one that is dragged. */
function side(stays: number, dragged: number): [from: number, long: number] {
  const [a, b] = [held(stays, 0, whole), held(dragged, 0, whole)];
  const long = Math.max(least, Math.abs(b - a));
  return [held(b < a ? a - long : a, 0, whole - long), long];
}

/** The area between two corners that face each other. */
export function between(stays: Point, dragged: Point): Box {
  const [left, width] = side(stays.x, dragged.x);
  const [top, height] = side(stays.y, dragged.y);
  return { left, top, width, height };
}

/** Where a new one begins that nobody has drawn. */
export function middle(): Box {
  return { left: 4_000, top: 4_000, width: 2_000, height: 2_000 };
}

/** The corners of an area, each with the one that stays where it is while this one is dragged. */
export function corners({ left, top, width, height }: Box): { at: Point; faces: Point }[] {
  const [right, foot] = [left + width, top + height];
  return [
    { at: { x: left, y: top }, faces: { x: right, y: foot } },
    { at: { x: right, y: top }, faces: { x: left, y: foot } },
    { at: { x: right, y: foot }, faces: { x: left, y: top } },
    { at: { x: left, y: foot }, faces: { x: right, y: top } },
  ];
}

const arrows: Record<string, [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a key makes of an area: arrows move it, with Shift they change its size, with Ctrl or Alt in fine steps. */
export function byKey(
  box: Box,
  { key, shiftKey, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): Box | null {
  const way = arrows[key];
  if (way === undefined || metaKey) return null;
  const step = ctrlKey || altKey ? fine : far;
  const [across, down] = [way[0] * step, way[1] * step];
  return shiftKey ? resized(box, across, down) : moved(box, across, down);
}

/** Whether two are the same. */
export function same(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

/** A hundredth, in figures: `10`, `10.1`. */
export function percent(n: number): string {
  return `${Number((n / 100).toFixed(1))}%`;
}

/** Which of several it is, and where it lies. */
export function saidOf(box: Box, at: number, of: number): string {
  const where = words.where(percent(box.left), percent(box.top), percent(box.width), percent(box.height));
  return `${words.area(at + 1, of)}: ${where}`;
}
