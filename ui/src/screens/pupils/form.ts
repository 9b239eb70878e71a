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

/** The form that corrects a pupil, with what their own record says. */
export function formOf(view: PupilView): PupilForm {
  return { ...view.form, reason: '' };
}
