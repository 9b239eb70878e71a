import { fireEvent, render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { bodies, drawing } from '../../src/bridge/pretend/drawn';
import Drawing from '../../src/parts/body/Drawing.svelte';
import { areaAt, holds, nextArea, spread } from '../../src/parts/body/geometry';

const drawn = bodies.map(drawing);

function viewOf(build: string, id: string) {
  const view = drawn.find((one) => one.build === build)?.views.find((one) => one.id === id);
  if (view === undefined) throw new Error(`no ${build} ${id}`);
  return view;
}

describe('where on a drawing something is', () => {
  it('finds every area of every view at its own point', () => {
    for (const { build, views } of drawn) {
      for (const view of views) {
        for (const area of view.areas) {
          const found = areaAt(view, { x: area.at[0], y: area.at[1] });
          expect(`${build} ${view.id} ${found?.side} ${found?.region}`).toBe(
            `${build} ${view.id} ${area.side} ${area.region}`,
          );
        }
      }
    }
  });

  it('takes what lies just beside the body for the nearest part, and nothing further off', () => {
    const view = viewOf('child', 'front');
    const nose = view.areas.find((area) => area.region === 'nose');

    expect(nose && holds(nose, { x: nose.at[0], y: nose.at[1] })).toBe(true);
    expect(areaAt(view, { x: 2, y: 2 })).toBeNull();
  });

  it('reaches every area by the arrows, and the other side of the body by one', () => {
    for (const { views } of drawn) {
      for (const view of views) {
        let at = 0;
        const reached = new Set([0]);
        for (let step = 0; step < view.areas.length; step += 1) {
          at = nextArea(view, at, 'ArrowDown') ?? at;
          reached.add(at);
        }
        expect(reached.size).toBe(view.areas.length);
      }
    }
    const front = viewOf('child', 'front');
    const right = front.areas.findIndex((area) => area.region === 'knee' && area.side === 'right');
    const next = nextArea(front, right, 'ArrowRight');
    expect(front.areas[next ?? -1]).toMatchObject({ region: 'knee', side: 'left' });
    expect(nextArea(front, 3, 'a')).toBeNull();
  });

  it('keeps pins in their order and apart', () => {
    const heights = spread([10, 11, 12, 90], 8, 0, 92);

    heights.slice(1).forEach((y, at) => {
      expect(y - (heights[at] ?? 0)).toBeGreaterThanOrEqual(8);
    });
    expect(Math.max(...heights)).toBeLessThanOrEqual(92);
  });
});

describe('the drawing', () => {
  it('puts a mark where it is pressed, by the part under the pointer', async () => {
    const view = viewOf('child', 'front');
    const onput = vi.fn();
    const onbeside = vi.fn();
    render(Drawing, { view, pins: [], name: 'Front', onput, onbeside });
    const svg = screen.getByRole('listbox');
    const [minX = 0, , wide = 1, high = 1] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
    // Shown at half its size, with bare paper at both sides.
    svg.getBoundingClientRect = () => new DOMRect(100, 50, wide / 2 + 40, high / 2);
    const knee = view.areas.find((area) => area.region === 'knee' && area.side === 'left');
    const [x, y] = knee?.at ?? [0, 0];

    await fireEvent.click(svg, { clientX: 120 + (x - minX) / 2, clientY: 50 + y / 2 });
    await fireEvent.click(svg, { clientX: 101, clientY: 51 });

    expect(onput).toHaveBeenCalledOnce();
    expect(onput.mock.calls[0]?.[0]).toMatchObject({ region: 'knee', side: 'left' });
    expect(onput.mock.calls[0]?.[1].x).toBeCloseTo(x);
    expect(onput.mock.calls[0]?.[1].y).toBeCloseTo(y);
    expect(onbeside).toHaveBeenCalledOnce();
  });

  it('is walked by name and marked with Enter', async () => {
    const view = viewOf('baby', 'soles');
    const onput = vi.fn();
    render(Drawing, { view, pins: [], name: 'Soles', onput });
    const user = userEvent.setup();
    await user.tab();
    const list = screen.getByRole('listbox');
    expect(document.activeElement).toBe(list);

    await user.keyboard('{End}{ArrowUp}{Enter}');

    const named = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
    const area = view.areas.at(-2);
    expect(named?.getAttribute('aria-label')).toBe(area?.name);
    expect(onput).toHaveBeenCalledWith(area, { x: area?.at[0], y: area?.at[1] });
  });

  it('says the child’s own left and right, whichever side is seen', () => {
    const sides = (id: string) => {
      const { container, unmount } = render(Drawing, { view: viewOf('child', id), pins: [], name: id });
      const said = [...container.querySelectorAll('.sides span')].map((one) => one.textContent);
      unmount();
      return said;
    };

    expect(sides('front')).toEqual(['child’s right', 'child’s left']);
    expect(sides('back')).toEqual(['child’s left', 'child’s right']);
    expect(sides('left')).toEqual(['child’s left', '']);
    expect(sides('head-right')).toEqual(['child’s right', '']);
  });

  it('only looked at, is a picture with its marks in words', () => {
    const pins = [{ key: '1', label: '1', x: 100, y: 100, look: 'plain' as const }];
    render(Drawing, { view: viewOf('child', 'front'), pins, name: 'Child, front. Marks: 1, Left knee' });

    expect(screen.getByRole('img', { name: 'Child, front. Marks: 1, Left knee' })).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
