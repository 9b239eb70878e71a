/** Where areas of a picture lie. */
import { describe, expect, it } from 'vitest';
import { between, byKey, corners, inside, least, middle, moved, percent, resized, whole, type Box } from '../../src/screens/bundle/areas';

const box: Box = { left: 1_000, top: 2_000, width: 3_000, height: 1_200 };

function press(of: Box, key: string, held: Partial<KeyboardEventInit> = {}): Box | null {
  return byKey(of, new KeyboardEvent('keydown', { key, ...held }));
}

function isGood({ left, top, width, height }: Box): boolean {
  const all = [left, top, width, height];
  const fits = left >= 0 && top >= 0 && left + width <= whole && top + height <= whole;
  return all.every(Number.isInteger) && fits && width >= least && height >= least;
}

describe('an area of a picture', () => {
  it('moves as far as there is room and keeps its size', () => {
    expect(moved(box, 500, -700)).toEqual({ ...box, left: 1_500, top: 1_300 });
    expect(moved(box, -99_999, 99_999)).toEqual({ ...box, left: 0, top: 8_800 });
    expect(moved(box, 99_999, -99_999)).toEqual({ ...box, left: 7_000, top: 0 });
  });

  it('grows as far as there is room, shrinks to one hundredth, and its upper left corner stays', () => {
    expect(resized(box, 200, -100)).toEqual({ ...box, width: 3_200, height: 1_100 });
    expect(resized(box, 99_999, 99_999)).toEqual({ ...box, width: 9_000, height: 8_000 });
    expect(resized(box, -99_999, -99_999)).toEqual({ ...box, width: 100, height: 100 });
  });

  it('is drawn from any corner to the one that faces it', () => {
    const drawn = { left: 1_000, top: 2_000, width: 3_000, height: 1_200 };
    const [x1, y1, x2, y2] = [1_000, 2_000, 4_000, 3_200];
    for (const [a, b] of [[{ x: x1, y: y1 }, { x: x2, y: y2 }], [{ x: x2, y: y2 }, { x: x1, y: y1 }], [{ x: x2, y: y1 }, { x: x1, y: y2 }]] as const) {
      expect(between(a, b)).toEqual(drawn);
    }
    expect(between({ x: 9_000, y: -500 }, { x: 12_000, y: 700 })).toEqual({ left: 9_000, top: 0, width: 1_000, height: 700 });
  });

  it('stays in the picture and large enough to be seen, wherever it is dragged', () => {
    const ends = [-5_000, 0, 40, 99.5, 4_999.4, 9_990, 10_000, 20_000];
    for (const x of ends) for (const y of ends) for (const to of ends) expect(isGood(between({ x, y }, { x: to, y: x }))).toBe(true);
    expect(between({ x: 5_000, y: 5_000 }, { x: 4_990, y: 5_010 })).toEqual({ left: 4_900, top: 5_000, width: 100, height: 100 });
  });

  it('has four corners, and dragging none of them nowhere leaves it as it is', () => {
    for (const { at, faces } of corners(box)) expect(between(faces, at)).toEqual(box);
  });

  it('that was kept wrongly is brought back into the picture', () => {
    expect(inside({ left: 9_950, top: 20_000, width: 0, height: 40_000 })).toEqual({ left: 9_900, top: 0, width: 100, height: 10_000 });
    expect(isGood(middle())).toBe(true);
  });

  it.each([
    ['ArrowRight', {}, { left: 1_100 }],
    ['ArrowLeft', {}, { left: 900 }],
    ['ArrowUp', {}, { top: 1_900 }],
    ['ArrowDown', { ctrlKey: true }, { top: 2_010 }],
    ['ArrowLeft', { altKey: true }, { left: 990 }],
    ['ArrowRight', { shiftKey: true }, { width: 3_100 }],
    ['ArrowUp', { shiftKey: true }, { height: 1_100 }],
    ['ArrowDown', { shiftKey: true, ctrlKey: true }, { height: 1_210 }],
    ['ArrowLeft', { shiftKey: true, altKey: true }, { width: 2_990 }],
  ])('goes by keys: %s with %o', (key, held, changed) => {
    expect(press(box, key, held)).toEqual({ ...box, ...changed });
  });

  it('leaves other keys alone', () => {
    expect(press(box, 'a')).toBeNull();
    expect(press(box, 'Enter')).toBeNull();
    expect(press(box, 'ArrowLeft', { metaKey: true })).toBeNull();
  });

  it('says where it lies in hundredths', () => {
    expect([percent(1_000), percent(1_010), percent(1_234), percent(0), percent(10_000)]).toEqual(['10%', '10.1%', '12.3%', '0%', '100%']);
  });
});
