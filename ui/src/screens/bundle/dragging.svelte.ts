/** What a mouse or a pen does on a picture: it draws an area, moves one, or drags its corner. */
import { between, least, moved, type Box, type Point } from './areas';

/** Which area, or none while one is made; from where; and which corner stays meanwhile. */
interface Drag {
  pointer: number;
  at: number | null;
  from: Point;
  was: Box;
  stays: Point | null;
}

/** Whose areas they are. */
interface Board {
  pointOf: (event: PointerEvent) => Point;
  areaAt: (at: number) => Box | undefined;
  /** An area is taken in hand. */
  taken: (at: number) => void;
  /** It was let go. */
  left: (at: number) => void;
  make: (box: Box) => void;
  change: (at: number, box: Box) => void;
}

export class Dragging {
  /** The area that is being drawn. */
  drawn = $state.raw<Box | null>(null);
  #now: Drag | null = null;

  constructor(readonly board: Board) {}

  /** The innermost hears it first: a corner before its area, an area before the picture. */
  begin(event: PointerEvent, at: number | null, stays: Point | null = null): void {
    if (this.#now !== null || event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    const from = this.board.pointOf(event);
    const was = (at === null ? undefined : this.board.areaAt(at)) ?? between(from, from);
    this.#now = { pointer: event.pointerId, at, from, was, stays };
    if (at !== null) this.board.taken(at);
  }

  go(event: PointerEvent): void {
    if (this.#now?.pointer !== event.pointerId) return;
    const { at, from, was, stays } = this.#now;
    const to = this.board.pointOf(event);
    const [across, down] = [to.x - from.x, to.y - from.y];
    if (at !== null) {
      this.board.change(at, stays === null ? moved(was, across, down) : between(stays, to));
    } else {
      // A mere press makes none.
      this.drawn = Math.max(Math.abs(across), Math.abs(down)) < least ? null : between(from, to);
    }
  }

  end(event: PointerEvent): void {
    if (this.#now?.pointer !== event.pointerId) return;
    this.go(event);
    const [{ at }, drawn] = [this.#now, this.drawn];
    this.#now = this.drawn = null;
    if (at !== null) this.board.left(at);
    else if (drawn !== null) this.board.make(drawn);
  }

  /** The pointer was taken away in the middle: everything is as it was. */
  stop(event: PointerEvent): void {
    if (this.#now?.pointer !== event.pointerId) return;
    const { at, was } = this.#now;
    this.#now = this.drawn = null;
    if (at !== null) this.board.change(at, was);
  }
}
