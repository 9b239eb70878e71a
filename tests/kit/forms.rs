//! What people type.

use app::wire::{ConcernForm, PersonInConcern, PupilForm, Route};

/// What Jayden came to the library desk to say: complete, about Amara, for the leads.
pub fn about_amara() -> ConcernForm {
    ConcernForm {
        people: vec![named("Amara Oyelaran", "victim")],
        occurred: "2026-11-08T20:30:00+00:00".to_owned(),
        occurred_about: true,
        noticed: "2026-11-10T10:20:00+00:00".to_owned(),
        description: "Before lesson 2 Jayden came to the library desk and said Amara was upset about someone from a game. Amara showed me the messages."
            .to_owned(),
        childs_words: "He said he knows which school I go to.".to_owned(),
        ..ConcernForm::default()
    }
}

/// The same with other words in the account.
pub fn saying(words: &str) -> ConcernForm {
    ConcernForm {
        description: words.to_owned(),
        ..about_amara()
    }
}

/// A concern about an adult, along a route.
pub fn about_adult(route: Route, person: PersonInConcern, words: &str) -> ConcernForm {
    ConcernForm {
        route,
        people: vec![person],
        ..saying(words)
    }
}

/// A pupil by name, as somebody writes it who cannot read the list.
pub fn named(name: &str, role: &str) -> PersonInConcern {
    PersonInConcern {
        name: Some(name.to_owned()),
        kind: "pupil".to_owned(),
        role: role.to_owned(),
        ..PersonInConcern::default()
    }
}

/// A pupil chosen from the list.
pub fn chosen(id: &str, role: &str) -> PersonInConcern {
    PersonInConcern {
        pupil: Some(id.to_owned()),
        kind: "pupil".to_owned(),
        role: role.to_owned(),
        ..PersonInConcern::default()
    }
}

/// Amara as she is added by hand.
pub fn amara() -> PupilForm {
    PupilForm {
        legal_surname: "Oyelaran".to_owned(),
        legal_forename: "Amara".to_owned(),
        upn: Some("E801200019001".to_owned()),
        date_of_birth: Some("2014-05-14".to_owned()),
        year: Some("8".to_owned()),
        class: Some("8T".to_owned()),
        ..PupilForm::default()
    }
}
