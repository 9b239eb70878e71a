//! Who gets which letter, and where a name stands in a text.

use std::collections::BTreeMap;

use domain::id::PupilId;
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use proptest::prelude::*;
use vault::ask::PersonLine;

use super::{Letters, mask};
use crate::wire::Piece;

const AMARA: PupilId = PupilId([1; 16]);

fn facts(legal: (&str, &str), preferred: &str) -> Facts {
    Facts {
        legal_forename: legal.0.to_owned(),
        legal_surname: legal.1.to_owned(),
        preferred_forename: (!preferred.is_empty()).then(|| preferred.to_owned()),
        ..Facts::default()
    }
}

fn person(pupil: Option<u8>, name: &str, kind: &str) -> PersonLine {
    PersonLine {
        adult: None,
        pupil: pupil.map(|n| PupilId([n; 16])),
        name: name.to_owned(),
        class: String::new(),
        kind: kind.to_owned(),
        role: String::new(),
        before: false,
        at: 0,
    }
}

fn child(n: u8, name: &str) -> PersonLine {
    person(Some(n), name, "pupil")
}

fn unlisted(name: &str) -> PersonLine {
    person(None, name, "pupil")
}

fn adult(name: &str) -> PersonLine {
    person(None, name, "adult")
}

/// The letters of Amara's file, with what the list knows of some of the others.
fn letters(concerns: &[Vec<PersonLine>], known: &[(u8, Facts)]) -> Letters {
    let known: BTreeMap<PupilId, Facts> = known
        .iter()
        .map(|(n, facts)| (PupilId([*n; 16]), facts.clone()))
        .collect();
    Letters::of(
        (AMARA, &facts(("Amara", "Oyelaran"), "")),
        concerns
            .iter()
            .map(|people| (RoomKind::Pupils, people.as_slice())),
        |id| known.get(&id).cloned(),
    )
}

/// A file that names these children in one concern.
fn naming(others: &[PersonLine]) -> Letters {
    letters(&[others.to_vec()], &[])
}

/// The text with each letter in brackets.
fn masked(text: &str, letters: &Letters) -> String {
    let pieces = mask(text, letters, false).into_iter();
    pieces
        .map(|piece| match piece {
            Piece::Words { text } => text,
            Piece::Child { letter, name } => {
                assert_eq!(name, None);
                format!("[{}]", letter.trim_start_matches("Child "))
            }
        })
        .collect()
}

#[test]
fn letters_go_by_the_order_of_concerns_and_then_of_the_people_in_them() {
    let file = letters(
        &[
            vec![child(1, "Amara Oyelaran"), child(3, "Jay Fairbrother")],
            vec![
                child(2, "Noa van der Meulen"),
                adult("Mr D. Tarn"),
                child(3, "Jay Fairbrother"),
            ],
            vec![unlisted("Kasia W."), unlisted("kasia w"), unlisted("")],
        ],
        &[],
    );

    let others: Vec<(&str, &str)> = file
        .others()
        .iter()
        .map(|other| (other.letter.as_str(), other.name.as_str()))
        .collect();
    assert_eq!(
        others,
        [
            ("Child A", "Jay Fairbrother"),
            ("Child B", "Noa van der Meulen"),
            ("Child C", "Kasia W.")
        ]
    );
    assert!(file.child(&adult("Mr D. Tarn")).is_none());
    assert!(file.child(&child(1, "Amara Oyelaran")).is_none());
}

#[test]
fn after_child_z_comes_child_aa() {
    let many: Vec<PersonLine> = (2..=54).map(|n| child(n, &format!("Name{n} X"))).collect();

    let file = naming(&many);

    let letter = |place: usize| file.others()[place].letter.as_str();
    assert_eq!(
        (letter(25), letter(26), letter(51), letter(52)),
        ("Child Z", "Child AA", "Child AZ", "Child BA")
    );
}

#[test]
fn a_child_written_by_name_is_the_listed_child_of_that_name() {
    let jay = || facts(("Jayden", "Fairbrother"), "Jay");
    let concerns = [
        vec![unlisted("jayden fairbrother")],
        vec![child(3, "Jay Fairbrother")],
    ];

    let file = letters(&concerns, &[(3, jay())]);

    assert_eq!(file.others().len(), 1);
    assert_eq!(file.others()[0].name, "Jay Fairbrother");
}

#[test]
fn every_name_of_a_listed_child_is_the_same_letter_and_the_longest_goes_first() {
    let file = letters(
        &[vec![child(3, "Jay Fairbrother")]],
        &[(3, facts(("Jayden", "Fairbrother"), "Jay"))],
    );

    for (text, wanted) in [
        ("Jay Fairbrother hit her.", "[A] hit her."),
        ("JAYDEN FAIRBROTHER", "[A]"),
        ("Jayden\nFairbrother", "[A]"),
        ("jay's phone", "[A]'s phone"),
        ("Fairbrother\u{2019}s sister", "[A]\u{2019}s sister"),
        (
            "\u{2018}Jay\u{2019} she said",
            "\u{2018}[A]\u{2019} she said",
        ),
        ("Jayne, Jays, bluejay", "Jayne, [A], bluejay"),
        ("Jaydens phone, fairbrothers", "[A] phone, [A]"),
        ("JAYDENFAIRBROTHER", "[A]"),
        (
            "Jay\u{ad}den Fair\u{200b}brother, J\u{2060}ay, \u{feff}Jay",
            "[A], [A], [A]",
        ),
        (
            "Jayden \u{200b}Fairbrother, Jayden\u{200b}Fairbrother",
            "[A], [A]",
        ),
        ("jay_fairbrother.png", "[A]_[A].png"),
        ("Amara-Jay", "Amara-[A]"),
        ("Jay-Lee", "Jay-Lee"),
    ] {
        assert_eq!(masked(text, &file), wanted);
    }
}

#[test]
fn the_pupils_own_name_stays_and_what_is_shared_with_it_is_masked_in_full_only() {
    let file = naming(&[
        child(2, "Tobi Oyelaran"),
        child(3, "Amara Smith"),
        child(4, "Jo Amara"),
        unlisted("Amara Oyelaran"),
    ]);

    for (text, wanted) in [
        ("Amara Oyelaran and Tobi Oyelaran", "Amara Oyelaran and [A]"),
        ("Amara told Mrs Oyelaran", "Amara told Mrs Oyelaran"),
        ("Amara Smith pushed Amara", "[B] pushed Amara"),
        ("Tobi saw it", "[A] saw it"),
        ("Smith", "[B]"),
        ("Jo Amara Oyelaran", "[C] Amara Oyelaran"),
        ("Jo Amara ran", "[C] ran"),
    ] {
        assert_eq!(masked(text, &file), wanted);
    }
}

#[test]
fn what_an_adult_of_the_concern_is_called_too_is_masked_in_full_only() {
    let people = [
        child(2, "Jayden Fairbrother"),
        adult("Folake Fairbrother"),
        adult("Jayden's mum"),
    ];
    let file = naming(&people);
    let text = "Mrs Fairbrother and Folake Fairbrother rang. Jayden Fairbrother, Jayden's bag.";

    assert_eq!(
        masked(text, &file.beside(&people, "Patience Osei")),
        "Mrs Fairbrother and Folake Fairbrother rang. [A], [A]'s bag."
    );
    assert_eq!(
        masked("Fairbrother", &file.beside(&people[..1], "Mr Fairbrother")),
        "Fairbrother"
    );
    assert_eq!(
        masked("Fairbrother", &file.beside(&people[..1], "P. Osei")),
        "[A]"
    );
}

#[test]
fn somebody_of_whom_nobody_knows_what_they_are_shields_no_name() {
    let people = [
        child(2, "Jayden Fairbrother"),
        person(None, "Jayden", "unknown"),
    ];

    let file = naming(&people).beside(&people, "P. Osei");

    assert_eq!(masked("Jayden ran", &file), "[A] ran");
}

#[test]
fn two_children_of_one_name_are_both_said_unless_the_concern_names_one_of_them() {
    let (mo, other) = (child(2, "Mohammed Ali"), child(3, "Mohammed Iqbal"));
    let file = naming(&[mo.clone(), other]);

    assert_eq!(masked("Mohammed ran", &file), "[A or Child B] ran");
    assert_eq!(masked("Mohammed ran", &file.beside(&[mo], "")), "[A] ran");
    assert_eq!(masked("Mohammed Iqbal ran", &file), "[B] ran");
}

#[test]
fn names_of_every_script_are_found_as_people_type_them() {
    let file = naming(&[
        child(2, "Łukasz Wiśniewski"),
        child(3, "محمد العلي"),
        child(4, "Aoife O\u{2019}Brien"),
        child(5, "Noa van der Meulen"),
        child(6, "Tom Oakes-Hughes"),
        child(7, "\u{c2}ngelo Jos\u{e9} D'Souza, the younger"),
        child(8, "李明"),
        child(9, "মোহাম্মদ রহমান"),
        child(10, "Siobhán Ní Bhriain"),
    ]);

    for (text, wanted) in [
        ("Lukasz and WISNIEWSKI", "[A] and [A]"),
        ("Łukasza", "Łukasza"),
        ("قال محمد العلي إن", "قال [B] إن"),
        ("مُحَمَّد", "[B]"),
        ("قال لمحمد ومحمد وبمحمد", "قال [B] [B] [B]"),
        ("ومحمد العلي", "[B]"),
        ("للعلي", "[B]"),
        (
            "O'Brien, O\u{2019}Brien, OBrien, Aoife O Brien",
            "[C], [C], [C], [C]",
        ),
        ("Brien", "[C]"),
        (
            "van der Meulen, Meulen, a white van",
            "[D], [D], a white van",
        ),
        ("Hughes and Oakes\u{2011}Hughes", "[E] and [E]"),
        ("Smith-Hughes", "Smith-Hughes"),
        ("D'Souza is younger", "[F] is younger"),
        ("李明说", "[G]说"),
        ("李\u{200b}明说", "[G]说"),
        ("মোহাম্মদ বলল।", "[H] বলল।"),
        ("Siobha\u{301}n", "[I]"),
    ] {
        assert_eq!(masked(text, &file), wanted);
    }
}

#[test]
fn a_name_that_is_a_word_is_the_word_in_small_letters() {
    let file = naming(&[child(2, "Will Young"), child(3, "Grace May")]);

    assert_eq!(
        masked(
            "A young boy will say grace with Will. Will Young may.",
            &file
        ),
        "A young boy will say grace with [A]. [A] may."
    );
    assert_eq!(masked("will young", &file), "[A]");
}

#[test]
fn a_child_whose_name_is_a_small_word_is_found_by_its_capital() {
    let file = letters(
        &[vec![child(2, "Al Smith"), unlisted("Di"), unlisted("Do")]],
        &[(2, facts(("Al", "Smith"), ""))],
    );

    assert_eq!(
        masked("Al and Di do it; Do di al el", &file),
        "[A] and [B] do it; [C] di al el"
    );
}

#[test]
fn a_child_of_one_letter_has_a_letter() {
    let people = [unlisted("J"), unlisted("K.")];
    let file = naming(&people);

    let letters = people.map(|person| file.child(&person).unwrap().letter.clone());

    assert_eq!(letters, ["Child A", "Child B"]);
}

#[test]
fn an_adult_called_like_a_child_takes_no_mask_off() {
    let file = letters(
        &[vec![child(2, "Jayden Fairbrother")]],
        &[(2, facts(("Jayden", "Fairbrother"), "Jay"))],
    );
    for name in [
        "Jayden Fairbrother (mother)",
        "Jayden Mum",
        "Jayden",
        "Miss Jayden",
        "Jayden Smith",
        "Jayden Fairbrother",
        "Mr Jay Fairbrother",
        "Fairbrother / Smith",
    ] {
        for beside in [file.beside(&[adult(name)], ""), file.beside(&[], name)] {
            assert_eq!(
                masked("Jayden, Jay, Jayden Fairbrother", &beside),
                "[A], [A], [A]",
                "{name}"
            );
        }
    }
    let mother = file.beside(&[adult("Jayden Fairbrother (mother)")], "");
    assert_eq!(masked("Fairbrother", &mother), "[A]");
}

#[test]
fn a_correction_takes_no_letter_from_a_child_who_has_one() {
    let at = |person: PersonLine, at: i64| PersonLine { at, ..person };
    let (jay, noa) = (child(2, "Jay F"), child(3, "Noa M"));
    let first = [vec![at(jay.clone(), 10)], vec![at(noa.clone(), 20)]];
    let added = [
        vec![at(jay.clone(), 10), at(unlisted("Kasia W"), 30)],
        vec![at(noa.clone(), 20)],
    ];
    let removed = [
        vec![PersonLine {
            before: true,
            ..at(jay, 10)
        }],
        vec![at(noa, 20)],
    ];

    let names = |concerns: &[Vec<PersonLine>]| -> Vec<String> {
        let file = letters(concerns, &[]);
        file.others()
            .iter()
            .map(|other| other.name.clone())
            .collect()
    };

    assert_eq!(names(&first), ["Jay F", "Noa M"]);
    assert_eq!(names(&removed), names(&first));
    assert_eq!(names(&added), ["Jay F", "Noa M", "Kasia W"]);
}

#[test]
fn the_pupils_room_comes_first_whenever_a_child_was_named() {
    let in_room = |kind, person: &PersonLine| (kind, vec![person.clone()]);
    let early = PersonLine {
        at: 1,
        ..child(2, "Jay F")
    };
    let late = PersonLine {
        at: 9,
        ..child(3, "Noa M")
    };
    let rooms = [
        in_room(RoomKind::Staff, &early),
        in_room(RoomKind::Pupils, &late),
    ];

    let file = Letters::of(
        (AMARA, &Facts::default()),
        rooms
            .iter()
            .map(|(kind, people)| (*kind, people.as_slice())),
        |_| None,
    );

    assert_eq!(file.others()[0].name, "Noa M");
}

#[test]
fn with_names_each_letter_says_what_stood_there() {
    let file = naming(&[child(2, "Jayden Fairbrother")]);

    let pieces = mask("So JAYDEN said", &file, true);

    let child = Piece::Child {
        letter: "Child A".to_owned(),
        name: Some("JAYDEN".to_owned()),
    };
    assert!(pieces.contains(&child));
}

#[test]
fn every_word_of_a_name_of_several_is_found_alone() {
    let mut maria = facts(("Maria del Carmen", "de la Cruz"), "");
    maria.former_names = vec!["Perez Ruiz".to_owned()];
    let file = letters(
        &[vec![
            child(2, "Mary Jane Watson"),
            child(3, "Ana Belen Garcia Lopez"),
            child(4, "Thị Hồng Nguyễn"),
            child(5, "Maria de la Cruz"),
            unlisted("boy in the red coat"),
        ]],
        &[
            (2, facts(("Mary Jane", "Watson"), "")),
            (3, facts(("Ana Belen", "Garcia Lopez"), "Belen")),
            (4, facts(("Thị Hồng", "Nguyễn"), "")),
            (5, maria),
        ],
    );

    for (text, wanted) in [
        ("Jane and jane's bag", "[A] and [A]'s bag"),
        ("Mary Jane Watson, Mary Jane", "[A], [A]"),
        (
            "Belen, Bel\u{e9}n, GARCIA, Garc\u{ed}a",
            "[B], [B], [B], [B]",
        ),
        ("Hồng, Hong, hongs", "[C], [C], [C]"),
        ("Carmen, Cruz, Perez", "[D], [D], [D]"),
        ("This is in the van de la", "This is in the van de la"),
        ("In the end he was in red", "In the end he was in [E]"),
    ] {
        assert_eq!(masked(text, &file), wanted);
    }
}

#[test]
fn a_word_of_the_pupils_own_name_takes_no_mask_off_and_is_nobody_elses() {
    let people = [child(2, "Jane Smith"), child(3, "Tom Garcia Lopez")];
    let file = Letters::of(
        (AMARA, &facts(("Mary Jane", "Garcia Lopez"), "")),
        [(RoomKind::Pupils, people.as_slice())],
        |id| (id == PupilId([3; 16])).then(|| facts(("Tom", "Garcia Lopez"), "")),
    );

    for (text, wanted) in [
        ("Jane hit Mary Jane", "[A] hit Mary Jane"),
        ("Mary Jane Garcia Lopez", "Mary Jane Garcia Lopez"),
        ("Tom Garcia Lopez", "[B]"),
    ] {
        assert_eq!(masked(text, &file), wanted);
    }
}

#[test]
fn short_names_have_an_s_where_that_is_no_other_word() {
    let file = naming(&[
        child(2, "Sam Hill"),
        child(3, "Zo\u{eb} Park"),
        child(4, "Jo Hu"),
        child(5, "Cat Ha"),
        child(6, "Les Thi"),
    ]);

    for (text, wanted) in [
        ("Sams bag, SAMS", "[A] bag, [A]"),
        ("Zoes, Zo\u{eb}s", "[B], [B]"),
        ("Jos bag", "[C] bag"),
        ("Cats bag, the cats", "[D] bag, the cats"),
        ("This has less. Has this?", "This has less. Has this?"),
        ("Les Thi", "[E]"),
    ] {
        assert_eq!(masked(text, &file), wanted);
    }
}

#[test]
fn what_follows_an_apostrophe_in_a_surname_is_found_alone() {
    let file = naming(&[
        child(2, "Tom O\u{2019}N\u{e9}ill-Brown"),
        child(3, "Aoife O\u{2019}Shea"),
        child(4, "Una O'Dea"),
    ]);

    for (text, wanted) in [
        ("Neill-Brown, N\u{e9}ill-Brown, Neill", "[A], [A], [A]"),
        ("O'Neill, ONeill, O'Neill-Brown", "[A], [A], [A]"),
        ("Shea, O\u{2019}Shea, Aoife O'Shea", "[B], [B], [B]"),
        ("Dea, O'Dea", "Dea, [C]"),
    ] {
        assert_eq!(masked(text, &file), wanted);
    }
}

#[test]
fn what_a_child_calls_an_account_is_found() {
    let file = naming(&[
        child(2, "Charlotte Harrington"),
        child(3, "Chase Davies"),
        child(4, "May Miles"),
    ]);

    for (text, wanted) in [
        ("charlotte123, Charlotte_7", "[A], [A]_7"),
        ("charlotteh, CHarrington", "[A], [A]"),
        ("charlotteharrington08", "[A]"),
        (
            "He chased her and smiles, may2024",
            "He chased her and smiles, may2024",
        ),
        ("charlottetown", "charlottetown"),
    ] {
        assert_eq!(masked(text, &file), wanted);
    }
}

#[test]
fn a_child_called_like_the_pupil_is_said_beside_them_where_the_concern_names_both() {
    let people = [
        child(1, "Amara Oyelaran"),
        child(2, "Amara Oyelaran"),
        child(3, "Tobi Oyelaran"),
    ];
    let other = child(4, "Amara Smith");
    let file = letters(&[people.to_vec(), vec![other.clone()]], &[]);
    let beside = file.beside(&people, "");

    for (text, wanted) in [
        ("Amara hit her", "[Amara or Child A] hit her"),
        (
            "AMARA OYELARAN\u{2019}s bag",
            "[AMARA OYELARAN or Child A]\u{2019}s bag",
        ),
        ("Amara Smith, Oyelaran", "[C], Oyelaran"),
        ("Tobi Oyelaran", "[B]"),
    ] {
        assert_eq!(masked(text, &beside), wanted);
    }
    assert_eq!(masked("Amara hit her", &file), "Amara hit her");
    let beside = file.beside(&[other], "");
    assert_eq!(
        masked("Amara, Amara Oyelaran", &beside),
        "[Amara or Child C], Amara Oyelaran"
    );
    let pieces = mask("So Amara said", &file.beside(&people, ""), true);
    let both = Piece::Child {
        letter: "Amara or Child A".to_owned(),
        name: Some("Amara".to_owned()),
    };
    assert!(pieces.contains(&both));
}

fn some_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "Jayden",
            "fairbrother",
            "JAY",
            "Amara",
            "Oyelaran",
            "Tobi",
            "O'Brien",
            "Wi\u{15b}niewski",
            "محمد",
            "李明",
            "van",
            "der",
            "Meulen",
            "Will",
            "she",
            "ran",
            "\u{301}",
            "\u{1f600}",
            "s",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    let gap = prop::sample::select(vec![" ", "", "-", "'", "\u{2019}s ", ", ", "\n", "_", ". "]);
    prop::collection::vec((word, gap), 0..24).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, gap)| word + gap)
            .collect::<String>()
    })
}

proptest! {
    #[test]
    fn what_is_masked_with_its_letters_put_back_is_the_text(text in some_text()) {
        let people = [
            child(2, "Jay Fairbrother"),
            child(3, "Tobi Oyelaran"),
            child(4, "Aoife O'Brien"),
            child(5, "\u{141}ukasz Wi\u{15b}niewski"),
            child(6, "محمد العلي"),
            child(7, "李明"),
            child(8, "Noa van der Meulen"),
            child(9, "Will Young"),
            adult("Folake Fairbrother"),
        ];
        let file = letters(&[people.to_vec()], &[(2, facts(("Jayden", "Fairbrother"), "Jay"))]);
        let beside = file.beside(&people, "Patience Osei");

        for letters in [&file, &beside] {
            let shown = mask(&text, letters, true);
            let hidden = mask(&text, letters, false);
            let back: String = shown
                .iter()
                .map(|piece| match piece {
                    Piece::Words { text } => text.as_str(),
                    Piece::Child { name, .. } => name.as_deref().unwrap_or("no name"),
                })
                .collect();
            prop_assert_eq!(&back, &text);
            prop_assert_eq!(shown.len(), hidden.len());
            for piece in &hidden {
                // What is masked once has nothing left to mask.
                if let Piece::Words { text } = piece
                    && !text.starts_with(['-', '\'', '\u{2019}'])
                    && !text.ends_with(['-', '\'', '\u{2019}'])
                {
                    let again = mask(text, letters, false);
                    prop_assert!(again.iter().all(|piece| matches!(piece, Piece::Words { .. })), "{text:?}");
                }
            }
        }
    }
}
