/** Who a name in a pretend concern may be. */
import type { ToLink } from '../../bindings/office';
import type { Kept } from './concerns';
import { pupilRows } from './people';

/** Names of it of which nobody has said who they are. */
export function toLinkOf(kept: Kept): ToLink[] {
  const known = pupilRows.find((pupil) => pupil.name === kept.row.about);
  if (known === undefined || kept.row.id === 'c-amara' || kept.linked !== undefined) return [];
  return [
    {
      at: 0,
      name: kept.row.about,
      child: true,
      more: false,
      offers: [
        { id: known.id, name: known.name, detail: `${known.class}, ${known.age ?? 0} years`, namesake: false, sounds: false },
        { id: 's-alike', name: 'Sonia Alike', detail: '9A, 13 years', namesake: false, sounds: true },
      ],
    },
  ];
}
