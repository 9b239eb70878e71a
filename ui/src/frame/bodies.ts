import type { BodyDrawing } from '../bindings/office';
import { call } from '../bridge';

/** Drawings that were fetched; they say nothing of anybody. */
const fetched = new Map<string, BodyDrawing>();

/** The body of a build as it is drawn. */
export async function bodyOf(build: string): Promise<BodyDrawing> {
  const known = fetched.get(build);
  if (known !== undefined) return known;
  const drawing = await call('body_drawing', { build });
  fetched.set(build, drawing);
  return drawing;
}
