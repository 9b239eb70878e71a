//! Reading is recorded, and shown to whoever reads next.

use app::wire::{ConcernFilter, FindFilter};
use kit::{CHAIR, DEV, Device, HEAD, PATIENCE, RUTH, forms};

#[test]
fn whoever_opened_a_concern_is_named_on_it_with_the_time() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.open(&PATIENCE);
    let id = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.minutes(30);
    laptop.open(&DEV);
    let unread = app::concerns(&mut laptop.office, ConcernFilter::default())
        .unwrap()
        .unread;
    app::concern(&mut laptop.office, &id).unwrap();
    laptop.minutes(5);
    app::concern(&mut laptop.office, &id).unwrap();
    let read = app::concerns(&mut laptop.office, ConcernFilter::default())
        .unwrap()
        .unread;
    laptop.lock();
    laptop.minutes(25);
    laptop.open(&HEAD);

    let readers = app::concern(&mut laptop.office, &id).unwrap().readers;

    let readers: Vec<(&str, &str)> = readers
        .iter()
        .map(|reader| (reader.name.as_str(), reader.at.as_str()))
        .collect();
    assert_eq!((unread, read), (1, 0));
    assert_eq!(readers, [(DEV.name, "11:11"), (HEAD.name, "11:41")]);
}

#[test]
fn turning_back_to_a_page_within_ten_minutes_is_the_same_look_and_later_is_another() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let id = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.open(&DEV);

    app::concern(&mut laptop.office, &id).unwrap();
    laptop.minutes(9);
    app::concern(&mut laptop.office, &id).unwrap();
    laptop.minutes(2);
    app::concern(&mut laptop.office, &id).unwrap();
    laptop.lock();

    let room = kit::inside::rooms_of(&laptop, &RUTH)[&domain::room::Room::Pupils].open();
    let looks = room.looks_at("concern", &id).unwrap();
    assert_eq!(looks.len(), 2);
    assert!(looks.iter().all(|look| look.name == DEV.name));
}

#[test]
fn taking_out_a_file_and_opening_a_pupil_are_recorded() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let pupil = app::save_pupil(&mut laptop.office, forms::amara())
        .unwrap()
        .value;
    let file = laptop.take_in("note.txt", "text/plain", b"words");
    let mut form = forms::about_amara();
    form.indecent_image = "no".to_owned();
    form.files = vec![file.token];
    let concern = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let file = app::concern(&mut laptop.office, &concern).unwrap().files[0]
        .id
        .clone();

    laptop.take_out(&file).unwrap();
    app::pupil(&mut laptop.office, &pupil).unwrap();
    laptop.lock();

    let room = kit::inside::rooms_of(&laptop, &RUTH)[&domain::room::Room::Pupils].open();
    assert_eq!(room.looks_at("file_taken_out", &file).unwrap().len(), 1);
    assert_eq!(room.looks_at("pupil", &pupil).unwrap().len(), 1);
}

#[test]
fn search_finds_every_word_given_newest_first_and_within_the_days_asked_for() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    for (words, occurred) in [
        (
            "In the canteen queue he pushed her.",
            "2026-09-14T12:00:00+01:00",
        ),
        ("In the canteen she sat alone.", "2026-10-05T12:00:00+01:00"),
        (
            "By the canteen door he pushed him.",
            "2026-11-09T12:00:00+00:00",
        ),
    ] {
        let mut form = forms::saying(words);
        form.occurred = occurred.to_owned();
        app::record_concern(&mut laptop.office, form).unwrap();
        laptop.minutes(1);
    }
    let search = |laptop: &mut Device, typed: &str, filter: FindFilter| -> Vec<String> {
        let found = app::find(&mut laptop.office, typed, filter).unwrap();
        found.items.into_iter().map(|item| item.snippet).collect()
    };

    let both = search(&mut laptop, "canteen push", FindFilter::default());
    let phrase = search(&mut laptop, "\"sat alone\"", FindFilter::default());
    let since = FindFilter {
        from: Some("2026-10-01".to_owned()),
        ..FindFilter::default()
    };
    let in_days = search(&mut laptop, "canteen", since);
    let number = search(&mut laptop, "MV-26", FindFilter::default());
    let nothing = search(&mut laptop, "canteen aquarium", FindFilter::default());

    assert_eq!(
        both,
        [
            "By the canteen door he pushed him.",
            "In the canteen queue he pushed her."
        ]
    );
    assert_eq!(phrase, ["In the canteen she sat alone."]);
    assert_eq!(
        in_days,
        [
            "By the canteen door he pushed him.",
            "In the canteen she sat alone."
        ]
    );
    assert_eq!(number.len(), 3);
    assert!(nothing.is_empty());
}

#[test]
fn lists_are_narrowed_by_state_by_writer_and_by_day_and_go_on_from_page_to_page() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&DEV);
    app::record_concern(&mut laptop.office, forms::saying("Dev's own.")).unwrap();
    laptop.lock();
    laptop.open(&RUTH);
    for n in 0..5 {
        laptop.minutes(1);
        let mut form = forms::saying(&format!("Number {n}."));
        if n == 3 {
            form.status = Some("monitoring".to_owned());
        }
        app::record_concern(&mut laptop.office, form).unwrap();
    }
    let mut list = |filter: ConcernFilter| {
        let page = app::concerns(&mut laptop.office, filter).unwrap();
        let titles: Vec<String> = page.concerns.iter().map(|row| row.title.clone()).collect();
        (titles, page.next)
    };

    let (first, next) = list(ConcernFilter {
        limit: 4,
        ..Default::default()
    });
    let (second, end) = list(ConcernFilter {
        limit: 4,
        after: next,
        ..Default::default()
    });
    let (mine, _) = list(ConcernFilter {
        mine: true,
        ..Default::default()
    });
    let (watched, _) = list(ConcernFilter {
        status: Some("monitoring".to_owned()),
        ..Default::default()
    });
    let (today, _) = list(ConcernFilter {
        from: Some("2026-11-09".to_owned()),
        ..Default::default()
    });
    let (that_day, _) = list(ConcernFilter {
        from: Some("2026-11-08".to_owned()),
        to: Some("2026-11-08".to_owned()),
        ..Default::default()
    });

    assert_eq!(first, ["Number 4.", "Number 3.", "Number 2.", "Number 1."]);
    assert_eq!(second, ["Number 0.", "Dev's own."]);
    assert_eq!(end, None);
    assert_eq!(mine.len(), 5);
    assert_eq!(watched, ["Number 3."]);
    assert!(today.is_empty());
    assert_eq!(that_day.len(), 6);
}

#[test]
fn a_name_with_letters_of_its_own_is_found_in_concerns_by_plain_letters() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let words = "Pani Jab\u{142}o\u{144}ska rang. S\u{f8}ren was with her on Stra\u{df}e.";
    app::record_concern(&mut laptop.office, forms::saying(words)).unwrap();

    for typed in [
        "Jablonska",
        "jab\u{142}o\u{144}sk",
        "Soren",
        "s\u{f8}ren",
        "strasse",
        "Jablons",
    ] {
        let filter = ConcernFilter {
            text: Some(typed.to_owned()),
            ..ConcernFilter::default()
        };
        let page = app::concerns(&mut laptop.office, filter).unwrap();
        assert_eq!(page.concerns.len(), 1, "{typed}");
        let found = app::find(&mut laptop.office, typed, FindFilter::default()).unwrap();
        assert_eq!(found.items.len(), 1, "{typed}");
    }
}
