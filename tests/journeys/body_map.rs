//! Visible marks: from the record to paper, and all of a child's laid over one another.

use app::HandOut;
use app::wire::{
    AllMarks, BodyMark, ConcernFilter, ConcernForm, FaultKind, FindFilter, MarkPlace, PaperAsked,
    PersonInConcern,
};
use domain::room::Room as RoomKind;
use kit::{DEV, Device, PATIENCE, RUTH, forms, inside};

use crate::papers::read;

/// Where the keyboard puts a mark: the area's own point.
fn put(laptop: &Device, build: &str, view: &str, region: &str, side: &str) -> BodyMark {
    let drawing = app::body_drawing(&laptop.office, build).unwrap();
    let drawn = drawing.views.iter().find(|one| one.id == view).unwrap();
    let area = drawn
        .areas
        .iter()
        .find(|area| area.region == region && area.side == side)
        .unwrap();
    let tenths = |length: f32| (length * 10.0).round() as u32;
    BodyMark {
        region: area.region.clone(),
        side: area.side.clone(),
        place: Some(MarkPlace {
            drawing: drawing.drawing,
            build: build.to_owned(),
            view: view.to_owned(),
            x: tenths(area.at.0),
            y: tenths(area.at.1),
        }),
        ..BodyMark::default()
    }
}

fn bruise(laptop: &Device) -> BodyMark {
    BodyMark {
        note: "bruise".to_owned(),
        size: Some("2 cm by 1.5 cm".to_owned()),
        shape: Some("oval".to_owned()),
        colour: Some("yellow to green".to_owned()),
        broken: Some("no".to_owned()),
        swelling: Some("unsure".to_owned()),
        said: Some("I banged it on the bunk bed.".to_owned()),
        ..put(laptop, "adolescent", "front", "forearm-inner", "left")
    }
}

fn with_marks(people: Vec<PersonInConcern>, marks: Vec<BodyMark>) -> ConcernForm {
    ConcernForm {
        people,
        body_map: marks,
        ..forms::about_amara()
    }
}

fn record(laptop: &mut Device, form: ConcernForm) -> String {
    let recorded = app::record_concern(&mut laptop.office, form).unwrap();
    recorded.value.id
}

/// A laptop with pupils on it, Ruth in, and the ids of Amara and Jay.
fn school() -> (Device, [String; 2]) {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let ids = ["Amara", "Jayden"].map(|name| {
        let page = app::pupils(&laptop.office, name, false, 0).unwrap();
        page.pupils[0].id.clone()
    });
    (laptop, ids)
}

fn all(laptop: &mut Device, pupil: &str) -> AllMarks {
    app::all_marks(&mut laptop.office, pupil).unwrap()
}

#[test]
fn a_mark_is_kept_in_a_draft_signed_read_and_printed_where_it_was_put() {
    let (mut laptop, [amara, _]) = school();
    let older = BodyMark {
        region: "shin".to_owned(),
        side: "right".to_owned(),
        note: "graze".to_owned(),
        ..BodyMark::default()
    };
    let marks = vec![
        bruise(&laptop),
        put(&laptop, "adolescent", "back", "shoulder-blade", "left"),
        put(&laptop, "adolescent", "palms", "fingers", "right"),
        put(&laptop, "adolescent", "head-left", "ear", "left"),
        older,
    ];
    let mut form = with_marks(vec![forms::chosen(&amara, "victim")], marks);
    form.draft = Some(
        app::keep_draft(&mut laptop.office, form.clone())
            .unwrap()
            .id,
    );
    laptop.lock();
    laptop.open(&RUTH);
    let kept = app::drafts(&laptop.office).unwrap();
    let kept = &kept[0].form.body_map;
    assert_eq!(kept.len(), 5);
    assert!(kept[0].place == form.body_map[0].place && kept[0].said == form.body_map[0].said);

    let id = record(&mut laptop, form.clone());
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let shown = &view.versions[0].marks;
    assert_eq!(shown[0].at, "Left forearm, inner side");
    assert_eq!(
        shown[0].looks,
        "bruise, 2 cm by 1.5 cm, oval, yellow to green, skin not broken, could not tell whether it was swollen"
    );
    assert!(shown[0].place == form.body_map[0].place);
    assert!(shown[4].place.is_none());

    let asked = PaperAsked::Concern {
        form: app::wire::PaperForm::Whole,
        id,
        purpose: "the strategy discussion".to_owned(),
    };
    let paper = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    let words: String = paper.text.concat();
    assert!(words.contains("Left forearm, inner side"), "{words}");
    let (pdf, _) = app::hand_out(&mut laptop.office, &paper.token, &HandOut::Plain).unwrap();
    let text = read(&laptop, &pdf);
    for said in [
        "Adolescent: front",
        "Adolescent: back",
        "Adolescent: hands, palms",
        "Adolescent: head, left side",
        "child\u{2019}s left",
        "child\u{2019}s right",
        "about 1 : 18",
        "Right fingers",
        "\u{201c}I banged it on the bunk bed.\u{201d}",
        "Right shin",
        "put down in words alone",
        "Signature of whoever saw this",
        "Seen about",
    ] {
        assert!(text.contains(said), "{said} is missing: {text}");
    }
    // No view is drawn that has no mark.
    assert!(!text.contains("Adolescent: feet"));
    // What is read in place of the drawing.
    let file = laptop.disk().join("handed over.pdf");
    let structure = std::process::Command::new("pdfinfo")
        .args(["-struct-text"])
        .arg(&file)
        .output()
        .unwrap();
    let structure = String::from_utf8_lossy(&structure.stdout);
    assert!(structure.contains("Figure"), "{structure}");
}

#[test]
fn the_words_of_a_mark_are_found() {
    let (mut laptop, [amara, _]) = school();
    let marks = vec![bruise(&laptop)];
    record(
        &mut laptop,
        with_marks(vec![forms::chosen(&amara, "victim")], marks),
    );

    for words in ["bunk bed", "oval", "green", "forearm inner"] {
        let found = app::find(&mut laptop.office, words, FindFilter::default()).unwrap();
        assert_eq!(found.items.len(), 1, "{words}");
    }
}

#[test]
fn all_of_a_child_s_marks_are_laid_over_one_another_oldest_first_and_none_of_another_child_s() {
    let (mut laptop, [amara, jay]) = school();
    let mut said = bruise(&laptop);
    said.said = Some("Jay Fairbrother pushed me.".to_owned());
    let marks = vec![said];
    let mut newer = with_marks(vec![forms::chosen(&amara, "victim")], marks.clone());
    newer.occurred = "2026-11-10T08:00:00+00:00".to_owned();
    newer.occurred_about = false;
    let newer = record(&mut laptop, newer);
    let older = record(
        &mut laptop,
        with_marks(vec![forms::chosen(&amara, "subject")], marks.clone()),
    );
    // Jay was hurt and Amara was there: the marks are his.
    let beside = record(
        &mut laptop,
        with_marks(
            vec![
                forms::chosen(&jay, "victim"),
                forms::chosen(&amara, "friend"),
            ],
            marks,
        ),
    );
    let without = with_marks(vec![forms::chosen(&amara, "victim")], Vec::new());
    record(&mut laptop, without);

    let seen = all(&mut laptop, &amara);
    let found: Vec<(&str, &str)> = seen
        .concerns
        .iter()
        .map(|concern| (concern.tag.as_str(), concern.id.as_str()))
        .collect();
    assert_eq!(found, [("A", older.as_str()), ("B", newer.as_str())]);
    assert_eq!(seen.concerns[1].seen, "Tue 10 Nov 2026, 08:00");
    assert!(seen.concerns[0].seen.starts_with("about Sun 8 Nov 2026"));
    // Her file has other children by letter, as everywhere.
    assert_eq!(seen.concerns[0].marks[0].said, "Child A pushed me.");
    assert_eq!(seen.build, "adolescent");
    assert_eq!(seen.beside.len(), 1);
    assert_eq!(seen.beside[0].id, beside);
    let his = all(&mut laptop, &jay);
    assert_eq!(his.concerns.len(), 1);

    let paper = laptop.printed(PaperAsked::Marks {
        pupil: amara.clone(),
        purpose: "the paediatrician".to_owned(),
    });
    let text = crate::papers::read(&laptop, &paper);
    for said in [
        "Visible marks of every concern",
        "Amara Oyelaran",
        "Child A pushed me.",
        "A1.",
        "B1.",
        &format!("A. {}", seen.concerns[0].record_no),
        &seen.beside[0].record_no,
        "Signature of whoever printed this",
        "the paediatrician",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("Fairbrother"), "{text}");
    let view = app::concern(&mut laptop.office, &newer).unwrap();
    let left = view
        .thread
        .iter()
        .any(|item| item.title == "A line of it on paper");
    assert!(left, "that it left stands on the concern");
}

#[test]
fn looking_at_all_marks_is_kept_and_does_not_pass_for_reading_the_account() {
    let (mut laptop, [amara, _]) = school();
    laptop.lock();
    laptop.open(&PATIENCE);
    let marks = vec![bruise(&laptop)];
    // Somebody who cannot read the list gives the name with the choice.
    let about = PersonInConcern {
        pupil: Some(amara.clone()),
        ..forms::named("Amara Oyelaran", "victim")
    };
    let id = record(&mut laptop, with_marks(vec![about], marks));
    laptop.lock();
    laptop.open(&DEV);

    all(&mut laptop, &amara);

    let unread = app::concerns(&mut laptop.office, ConcernFilter::default())
        .unwrap()
        .unread;
    assert_eq!(unread, 1);
    laptop.lock();
    {
        let room = inside::rooms_of(&laptop, &RUTH)[&RoomKind::Pupils].open();
        let looks = room.looks_at("marks", &id).unwrap();
        assert_eq!(looks.len(), 1);
        assert_eq!(looks[0].name, DEV.name);
    }
    laptop.open(&RUTH);
    let readers = app::concern(&mut laptop.office, &id).unwrap().readers;
    let expected = format!("{}, the marks alone", DEV.name);
    assert!(readers.iter().any(|reader| reader.name == expected));
}

#[test]
fn somebody_who_only_reports_sees_nobody_s_marks() {
    let (mut laptop, [amara, _]) = school();
    let marks = vec![bruise(&laptop)];
    record(
        &mut laptop,
        with_marks(vec![forms::chosen(&amara, "victim")], marks),
    );
    laptop.lock();
    laptop.open(&PATIENCE);

    let refused = app::all_marks(&mut laptop.office, &amara).unwrap_err();

    assert_eq!(refused.kind, FaultKind::NotAllowed);
    // The drawing itself names nobody.
    assert!(app::body_drawing(&laptop.office, "baby").is_ok());
}

#[test]
fn the_build_goes_by_the_age_of_whoever_was_harmed() {
    let (laptop, [amara, jay]) = school();
    let build = |people: &[PersonInConcern]| app::body_build(&laptop.office, people).unwrap();

    let both = [
        forms::chosen(&jay, "friend"),
        forms::chosen(&amara, "victim"),
    ];
    assert_eq!(build(&both).as_deref(), Some("adolescent"));
    assert_eq!(build(&[forms::named("Somebody", "victim")]), None);
    assert_eq!(build(&[]), None);
}
