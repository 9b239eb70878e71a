//! Adults who were recorded twice, and people of the same name.

use app::wire::{AdultForm, ConcernForm, FindFilter, PersonInConcern, PupilForm, Reach, RecordsOf};
use domain::room::Room as RoomKind;
use kit::{Device, RUTH, forms, inside};

use super::{folake, mother, pupil, school_with_pupils};

fn folake_elsewhere() -> AdultForm {
    AdultForm {
        name: "Mrs F. Oyelaran".to_owned(),
        also_known: vec!["Folakeh Oyelaran".to_owned()],
        kind: "parent-carer".to_owned(),
        organisation: "Northgate Library".to_owned(),
        reach: vec![
            Reach {
                way: "phone".to_owned(),
                value: "+44 7700 900123".to_owned(),
                note: String::new(),
            },
            Reach {
                way: "email".to_owned(),
                value: "folake@example.org".to_owned(),
                note: String::new(),
            },
        ],
        ..AdultForm::default()
    }
}

/// Folake twice: the mother on Amara's page, and a record somebody made anew. Each is named in concerns.
fn folake_twice(laptop: &mut Device) -> (String, String, String) {
    let amara = pupil(laptop, "Amara");
    app::save_tie(&mut laptop.office, mother(&amara)).unwrap();
    let at_amara = app::around(&mut laptop.office, &amara).unwrap();
    let first = at_amara.family[0].adult.clone().unwrap();
    let second = app::save_adult(&mut laptop.office, folake_elsewhere())
        .unwrap()
        .value;
    for (id, name) in [
        (&first, "Folake Oyelaran"),
        (&second, "Mrs F. Oyelaran"),
        (&second, "Mrs F. Oyelaran"),
    ] {
        name_in_concern(laptop, &amara, id, name);
    }
    (amara, first, second)
}

fn name_in_concern(laptop: &mut Device, pupil: &str, adult: &str, name: &str) -> String {
    let form = ConcernForm {
        people: vec![
            forms::chosen(pupil, "victim"),
            PersonInConcern {
                adult: Some(adult.to_owned()),
                name: Some(name.to_owned()),
                kind: "adult".to_owned(),
                role: "alleged".to_owned(),
                ..PersonInConcern::default()
            },
        ],
        ..forms::about_amara()
    };
    app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id
}

const ADULT: RecordsOf = RecordsOf::Adult;

#[test]
fn an_adult_who_was_recorded_twice_becomes_one_and_nothing_of_either_is_lost() {
    let mut laptop = school_with_pupils();
    let (amara, first, second) = folake_twice(&mut laptop);
    let pairs = app::twice(&laptop.office).unwrap();

    let why = app::join_records(&mut laptop.office, ADULT, &first, &second, " ").unwrap_err();
    app::join_records(&mut laptop.office, ADULT, &first, &second, "One number").unwrap();
    let view = app::adult(&mut laptop.office, &second).unwrap();
    let all = app::adults(&laptop.office, "", 0).unwrap();
    let found = app::find(&mut laptop.office, "Library", FindFilter::default()).unwrap();
    let links = app::links(&mut laptop.office, &amara, false).unwrap();

    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0].of, ADULT);
    assert_eq!(
        pairs[0].why,
        "The same number or address, and a name spelt almost the same."
    );
    assert_eq!((pairs[0].one_concerns, pairs[0].other_concerns), (1, 2));
    assert_eq!(
        why.problems[0].say,
        "Say how you know that they are one adult"
    );
    // The page that the other record's link leads to is the page of the one that stands for both.
    assert_eq!(view.row.id, first);
    assert_eq!(view.row.concerns, 3);
    assert_eq!(view.concerns.len(), 3);
    assert_eq!(view.pupils[0].relation, "Mother");
    assert_eq!(view.row.detail, "Northgate Library");
    assert!(
        view.known
            .also_known
            .contains(&"Mrs F. Oyelaran".to_owned())
    );
    assert_eq!(view.known.reach.len(), 3);
    assert_eq!(
        view.form.reach.len(),
        1,
        "a correction is of its own record"
    );
    assert_eq!(view.joined[0].name, "Mrs F. Oyelaran");
    assert_eq!(view.joined[0].reason, "One number");
    assert_eq!((all.total, all.adults.len()), (1, 1));
    let items: Vec<_> = found
        .items
        .iter()
        .filter(|item| item.kind == "adult")
        .collect();
    assert_eq!(items.len(), 1);
    assert_eq!(
        (&items[0].id, items[0].title.as_str()),
        (&first, "Folake Oyelaran")
    );
    let people: Vec<_> = links.people.iter().map(|one| one.concerns.len()).collect();
    assert_eq!(people, [3], "one person in the picture, through all three");
    assert!(app::twice(&laptop.office).unwrap().is_empty());
}

#[test]
fn the_same_adult_in_three_concerns_is_one_adult_under_either_record() {
    let mut laptop = school_with_pupils();
    let (_, first, second) = folake_twice(&mut laptop);
    let before = app::today(&mut laptop.office).unwrap().together;
    app::join_records(&mut laptop.office, ADULT, &first, &second, "One number").unwrap();

    let together = app::today(&mut laptop.office).unwrap().together;
    let adult = |all: &[app::wire::BuildUp]| {
        all.iter()
            .find(|one| one.sort == "adult")
            .map(|one| one.concerns.len())
    };

    assert_eq!(adult(&before), None);
    assert_eq!(adult(&together), Some(3));
}

#[test]
fn two_adults_who_were_put_together_by_mistake_are_both_there_again() {
    let mut laptop = school_with_pupils();
    let (amara, first, second) = folake_twice(&mut laptop);
    // The one on the mother's page was joined away: her tie leads to the one that stands.
    app::join_records(&mut laptop.office, ADULT, &second, &first, "One number").unwrap();
    let around = app::around(&mut laptop.office, &amara).unwrap();
    let named = name_in_concern(&mut laptop, &amara, &first, "Folake Oyelaran");
    let view = app::adult(&mut laptop.office, &first).unwrap();
    let entry = view.joined[0].entry.clone();
    let part = |laptop: &mut Device, reason: &str| {
        app::part_records(&mut laptop.office, ADULT, &second, &entry, reason)
    };

    let why = part(&mut laptop, "").unwrap_err();
    part(&mut laptop, "Two sisters").unwrap();
    let mother = app::adult(&mut laptop.office, &first).unwrap();
    let sister = app::adult(&mut laptop.office, &second).unwrap();

    assert_eq!(around.family.len(), 1);
    assert_eq!(around.family[0].adult.as_deref(), Some(second.as_str()));
    assert_eq!(why.problems[0].say, "Say why they are two adults");
    assert_eq!((mother.row.id, mother.row.concerns), (first, 2));
    assert!(mother.concerns.iter().any(|row| row.id == named));
    assert_eq!((sister.row.id.clone(), sister.row.concerns), (second, 2));
    assert_eq!(sister.row.name, "Mrs F. Oyelaran");
    assert!(sister.pupils.is_empty() && sister.joined.is_empty());
    assert_eq!(app::adults(&laptop.office, "", 0).unwrap().total, 2);
}

#[test]
fn two_adults_who_look_alike_are_asked_about_once_and_again_if_somebody_says_so() {
    let mut laptop = school_with_pupils();
    let (_, first, second) = folake_twice(&mut laptop);

    app::keep_apart(&mut laptop.office, ADULT, &second, &first).unwrap();
    let apart = app::kept_apart(&laptop.office).unwrap();

    assert!(app::twice(&laptop.office).unwrap().is_empty());
    assert_eq!((apart.len(), apart[0].of), (1, ADULT));
    app::ask_again(&mut laptop.office, ADULT, &first, &second, "").unwrap();
    assert!(app::kept_apart(&laptop.office).unwrap().is_empty());
    assert_eq!(app::twice(&laptop.office).unwrap().len(), 1);
    assert!(
        app::join_records(&mut laptop.office, ADULT, &first, &first, "One").is_err(),
        "nobody is put together with themselves"
    );
}

#[test]
fn adults_who_were_put_together_stay_so_after_a_new_look_at_every_entry() {
    let mut laptop = school_with_pupils();
    let (_, first, second) = folake_twice(&mut laptop);
    app::join_records(&mut laptop.office, ADULT, &first, &second, "One number").unwrap();

    laptop.lock();
    let rooms = inside::rooms_of(&laptop, &RUTH);
    let mut room = rooms[&RoomKind::Pupils].open();
    let before = room.picture().unwrap();
    room.rebuild().unwrap();
    assert_eq!(room.picture().unwrap(), before);
    drop(room);
    laptop.open(&RUTH);
    assert_eq!(app::adults(&laptop.office, "", 0).unwrap().total, 1);
}

#[test]
fn namesakes_are_pointed_out_however_they_are_written_and_say_what_tells_them_apart() {
    let mut laptop = school_with_pupils();
    let namesake = PupilForm {
        legal_forename: "Ámara".to_owned(),
        upn: None,
        date_of_birth: Some("2011-02-03".to_owned()),
        class: Some("11B".to_owned()),
        ..forms::amara()
    };
    app::save_pupil(&mut laptop.office, namesake).unwrap();
    for (name, organisation) in [("Łukasz Nowak", "Police"), ("lukasz  nowak", "Health")] {
        let adult = AdultForm {
            name: name.to_owned(),
            kind: "professional".to_owned(),
            organisation: organisation.to_owned(),
            ..AdultForm::default()
        };
        app::save_adult(&mut laptop.office, adult).unwrap();
    }
    app::save_adult(&mut laptop.office, folake()).unwrap();

    let pupils = app::pupils(&laptop.office, "", false, 0).unwrap().pupils;
    let adults = app::adults(&laptop.office, "", 0).unwrap().adults;
    let found = app::find(&mut laptop.office, "amara", FindFilter::default()).unwrap();

    let same: Vec<_> = pupils.iter().filter(|row| row.namesake).collect();
    assert_eq!(same.len(), 2);
    assert!(same.iter().all(|row| row.name.ends_with("mara Oyelaran")));
    let mut same: Vec<_> = adults
        .iter()
        .map(|row| (row.detail.as_str(), row.namesake))
        .collect();
    same.sort_unstable();
    assert_eq!(same, [("", false), ("Health", true), ("Police", true)]);
    let items: Vec<_> = found
        .items
        .iter()
        .filter(|item| item.kind == "pupil")
        .collect();
    assert!(items.iter().all(|item| item.namesake));
    assert!(
        items
            .iter()
            .any(|item| item.detail.ends_with("born 3 February 2011"))
    );
}
