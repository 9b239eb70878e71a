/** How a drawing is moved and made larger. Lengths of the drawing are points, on the screen pixels. */
import type { DiagramBox, DiagramView } from '../../bindings/office';

/** Pixels to a point, from the smallest to the largest. */
export const sizes = [0.4, 0.55, 0.75, 1, 1.33, 1.75, 2.3, 3];

/** No drawing begins smaller than this: its words are to be read. */
const readable = 1;

/** As large as its place lets all of its width be seen, and never so small that it cannot be read. */
export function first(drawing: DiagramView, wide: number): number {
  return Math.min(1.33, Math.max(readable, wide / drawing.width));
}

/** As large as lets all of it be seen. */
export function whole(drawing: DiagramView, wide: number, high: number): number {
  if (wide <= 0 || high <= 0) return readable;
  return Math.min(1.33, wide / drawing.width, high / drawing.height);
}

/** The next size up or down. */
export function next(scale: number, by: 1 | -1): number {
  const all = by > 0 ? sizes.filter((size) => size > scale + 0.01) : sizes.filter((size) => size < scale - 0.01);
  return (by > 0 ? all[0] : all.at(-1)) ?? scale;
}

/** Puts a box where it is on the drawing. */
export function placed(box: DiagramBox, scale: number): (node: HTMLElement) => void {
  return (node) => {
    node.style.left = `${box.x * scale}px`;
    node.style.top = `${box.y * scale}px`;
    node.style.width = `${box.width * scale}px`;
    node.style.height = `${box.height * scale}px`;
  };
}

/** Dragging moves what is seen; a press that moved nothing is a press. */
export function dragged(desk: HTMLElement): () => void {
  const least = 5;
  let from: { x: number; y: number; left: number; top: number; moved: boolean } | null = null;
  function down(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    from = { x: event.clientX, y: event.clientY, left: desk.scrollLeft, top: desk.scrollTop, moved: false };
  }
  function move(event: PointerEvent): void {
    if (from === null) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(x, y) < least) return;
    from.moved = true;
    desk.scrollLeft = from.left - x;
    desk.scrollTop = from.top - y;
  }
  function up(): void {
    // The click that follows must still see that it was a drag.
    if (from?.moved === true) setTimeout(() => (from = null));
    else from = null;
  }
  function click(event: MouseEvent): void {
    if (from?.moved !== true) return;
    event.preventDefault();
    event.stopPropagation();
  }
  desk.addEventListener('pointerdown', down);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  desk.addEventListener('click', click, true);
  return () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
  };
}
