import type { AdultForm, Reach } from '../../bindings/office';

/** An adult's form with nothing in it. */
export function emptyAdult(kind = ''): AdultForm {
  return {
    id: null,
    name: '',
    also_known: [],
    kind,
    description: '',
    organisation: '',
    post: '',
    date_of_birth: null,
    reach: [{ way: 'phone', value: '', note: '' }],
    note: '',
    reason: null,
  };
}

/** Another way to reach somebody. */
export function emptyReach(way: Reach['way'] = 'phone'): Reach {
  return { way, value: '', note: '' };
}
