//! Who is connected with a child, on paper.

use app::wire::{ConcernForm, PaperAsked, PersonInConcern, TieForm};
use domain::room::Room as RoomKind;
use kit::{Device, RUTH, forms, inside};

use super::{mother, pupil, school_with_pupils};
use crate::papers::read;

fn asked(pupil: &str, mask_others: bool) -> PaperAsked {
    PaperAsked::Links {
        pupil: pupil.to_owned(),
        mask_others,
        purpose: "the strategy discussion about Jay Fairbrother".to_owned(),
    }
}

/// Amara with her mother, Jay in her concern, Tilly as her half-sister, and a stranger.
fn connected(laptop: &mut Device) -> (String, String) {
    let (amara, jay) = (pupil(laptop, "Amara"), pupil(laptop, "Jayden"));
    app::save_tie(&mut laptop.office, mother(&amara)).unwrap();
    let all = app::pupils(&laptop.office, "", false, 0).unwrap().pupils;
    let sister = all.iter().find(|one| one.id != amara && one.id != jay);
    let tie = TieForm {
        pupil: amara.clone(),
        child: sister.map(|one| one.id.clone()),
        relation: "half-sibling".to_owned(),
        ..TieForm::default()
    };
    app::save_tie(&mut laptop.office, tie).unwrap();
    let form = ConcernForm {
        people: vec![
            forms::chosen(&amara, "victim"),
            forms::chosen(&jay, "witness"),
            PersonInConcern {
                name: Some("Karl from the club".to_owned()),
                kind: "adult".to_owned(),
                role: "alleged".to_owned(),
                ..PersonInConcern::default()
            },
        ],
        ..forms::about_amara()
    };
    app::record_concern(&mut laptop.office, form).unwrap();
    (amara, sister.unwrap().name.clone())
}

#[test]
fn links_on_paper_say_in_words_who_is_connected_and_keep_every_other_child_a_letter() {
    let mut laptop = school_with_pupils();
    let (amara, sister) = connected(&mut laptop);

    let paper = laptop.printed(asked(&amara, true));
    let text = read(&laptop, &paper);

    for said in [
        "Who is connected, through what",
        "Amara Oyelaran",
        "Folake Oyelaran. Mother. In no concern together.",
        "Karl from the club.",
        "Also named with Child A.",
        "Half-brother or half-sister",
        "Printed for",
        "Page 1 of 1",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("Fairbrother"), "{text}");
    assert!(!text.contains(&sister), "{text}");
}

#[test]
fn names_of_other_children_are_on_the_paper_only_where_somebody_asked_and_that_it_left_is_kept() {
    let mut laptop = school_with_pupils();
    let (amara, sister) = connected(&mut laptop);

    let paper = laptop.printed(asked(&amara, false));
    let text = read(&laptop, &paper);

    assert!(
        text.contains("Fairbrother") && text.contains(&sister),
        "{text}"
    );
    let links = app::links(&mut laptop.office, &amara, false).unwrap();
    let concern = &links.people.iter().find_map(|one| one.concerns.first());
    let view = app::concern(&mut laptop.office, &concern.unwrap().id).unwrap();
    let left = view.thread.iter();
    assert_eq!(
        left.filter(|item| item.title == "A line of it on paper")
            .count(),
        1,
        "that it left stands on the concern"
    );
    laptop.lock();
    let rooms = inside::rooms_of(&laptop, &RUTH);
    let room = rooms[&RoomKind::Pupils].open();
    let looks = room.looks_at("pupil", &amara).unwrap();
    for said in [
        "with the names of other children",
        "for: the strategy discussion",
    ] {
        assert!(
            looks.iter().any(|look| look.detail.contains(said)),
            "{said}"
        );
    }
}

#[test]
fn everybody_is_in_the_list_on_paper_also_those_for_whom_the_screen_has_no_room() {
    let mut laptop = school_with_pupils();
    let amara = pupil(&laptop, "Amara");
    for batch in 0..7 {
        let mut people = vec![forms::chosen(&amara, "victim")];
        people.extend((0..10).map(|n| PersonInConcern {
            name: Some(format!("Stranger Number{batch}{n}")),
            kind: "adult".to_owned(),
            role: "witness".to_owned(),
            ..PersonInConcern::default()
        }));
        let form = ConcernForm {
            people,
            ..forms::about_amara()
        };
        app::record_concern(&mut laptop.office, form).unwrap();
    }

    let screen = app::links(&mut laptop.office, &amara, false).unwrap();
    let paper = laptop.printed(asked(&amara, true));
    let text = read(&laptop, &paper);

    assert_eq!(screen.more, 10);
    for batch in 0..7 {
        for n in 0..10 {
            let name = format!("Stranger Number{batch}{n}.");
            assert!(text.contains(&name), "{name}: {text}");
        }
    }
}
