import type { PupilForm, PupilView } from '../../bindings/office';

/** A pupil's form with nothing in it. */
export function emptyPupil(): PupilForm {
  return {
    id: null,
    legal_surname: '',
    legal_forename: '',
    middle_names: null,
    preferred_forename: null,
    preferred_surname: null,
    former_names: [],
    upn: null,
    date_of_birth: null,
    sex: null,
    year: null,
    class: null,
    site: null,
    admitted: null,
    left_on: null,
    flags: [],
    elsewhere: [],
    reason: null,
  };
}

/** The form that corrects a pupil, with what is known. */
export function formOf(view: PupilView): PupilForm {
  const { row, names } = view;
  return {
    ...emptyPupil(),
    ...names,
    id: row.id,
    upn: row.upn,
    date_of_birth: row.date_of_birth,
    sex: view.sex,
    year: row.year || null,
    class: row.class || null,
    site: view.site,
    admitted: view.admitted,
    left_on: view.left_on,
    flags: view.flags.map(({ flag, from, to, source }) => ({ flag, from, to, source })),
    elsewhere: view.elsewhere,
    reason: '',
  };
}
