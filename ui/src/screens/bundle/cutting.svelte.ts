/** Pictures that are shown in a bundle with areas cut out of them, as they are being chosen. */
import type { BundleArea, BundlePicture } from '../../bindings/office';
import { inside, same, type Box } from './areas';

export class Cutting {
  /** Those that are shown, in the order in which they were chosen. All others are on no page. */
  chosen = $state<BundlePicture[]>([]);
  /** How often something was taken off a list: what stood behind it has another place now. */
  taken = $state(0);
  /** Areas of pictures that were left out again. */
  readonly #aside = new Map<string, BundleArea[]>();

  constructor(kept: BundlePicture[]) {
    this.chosen = kept.map(({ file, areas, looked }) => ({
      file,
      areas: areas.map((area) => ({ ...area, ...inside(area) })),
      looked,
    }));
  }

  /** Where among the chosen a file is. */
  placeOf(file: string): number {
    return this.chosen.findIndex((one) => one.file === file);
  }

  /** It is to be shown, with the areas it had when it was left out; it has to be looked at anew. */
  choose(file: string): void {
    if (this.placeOf(file) !== -1) return;
    this.chosen.push({ file, areas: this.#aside.get(file) ?? [], looked: false });
  }

  leaveOut(file: string): void {
    const at = this.placeOf(file);
    const [gone] = at === -1 ? [] : this.chosen.splice(at, 1);
    if (gone === undefined) return;
    this.#aside.set(file, $state.snapshot(gone.areas));
    this.taken += 1;
  }

  /** One more area; answers where it stands in the list. */
  add(picture: BundlePicture, box: Box): number {
    return picture.areas.push({ ...inside(box), code: '', note: '' }) - 1;
  }

  /** Another place or size; answers whether it is another. */
  change(picture: BundlePicture, at: number, box: Box): boolean {
    const area = picture.areas[at];
    if (area === undefined || same(area, box)) return false;
    Object.assign(area, box);
    return true;
  }

  takeOff(picture: BundlePicture, at: number): BundleArea | null {
    const [gone] = picture.areas.splice(at, 1);
    if (gone === undefined) return null;
    this.taken += 1;
    return $state.snapshot(gone);
  }

  /** One that was taken off is there again. */
  putBack(picture: BundlePicture, at: number, area: BundleArea): void {
    picture.areas.splice(at, 0, area);
    this.taken += 1;
  }

  asked(): BundlePicture[] {
    return $state.snapshot(this.chosen);
  }
}
