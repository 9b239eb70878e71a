/** The drawn bodies and the marks of the pretend office. */
import type { MarkShown } from '../../bindings/office';
import { fault, type Answers, type Cabinet } from './cabinet';
import { bodies, drawing, middleOf, named } from './drawn';

function shown(number: number, region: string, looks: string, view = 'front'): MarkShown {
  return { number, at: named(region, 'left'), looks, said: '', place: middleOf('child', view, region, 'left') };
}

/** What the pretend office answers here. */
export function bodyAnswers(c: Cabinet): Pick<Answers, 'body_drawing' | 'body_build' | 'all_marks'> {
  return {
    body_drawing: ({ build }) => {
      const drawn = bodies.find((one) => one.build === build);
      if (drawn === undefined) throw fault('missing', 'There is no drawing of that build.');
      return drawing(drawn);
    },
    body_build: ({ people }) => (people.some((one) => one.pupil === 's-amara') ? 'adolescent' : null),
    all_marks: ({ pupil }) => {
      const name = c.pupils.find((one) => one.id === pupil)?.name ?? '';
      if (pupil !== 's-amara') return { name, build: 'child', concerns: [], beside: [] };
      return {
        name,
        build: 'adolescent',
        concerns: [
          {
            tag: 'A',
            id: 'c-amara',
            record_no: 'MV-2025-0088',
            seen: 'Mon 3 Mar 2025, 09:00',
            written: 'Mon 3 Mar 2025, 09:20',
            by: 'P. Osei',
            marks: [shown(1, 'shin', 'graze, 3 cm'), shown(2, 'ear', 'red', 'head-left')],
          },
          {
            tag: 'B',
            id: 'c-amara',
            record_no: 'MV-2026-0139',
            seen: 'Tue 10 Nov 2026, 09:10',
            written: 'Tue 10 Nov 2026, 11:24',
            by: 'R. Calloway',
            marks: [shown(1, 'forearm-inner', 'bruise, 2 cm, oval'), { number: 2, at: 'Nose', looks: 'graze', said: 'I fell.', place: null }],
          },
        ],
        beside: [{ id: 'c-kacper', record_no: 'MV-2026-0120' }],
      };
    },
  };
}
