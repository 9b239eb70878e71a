//! The recovery kit, read back.

use papers::{Day, KitFacts, PapersError};

use crate::reader::{Paper, one_line};

const WORDS: [&str; 12] = [
    "abandon",
    "mushroom",
    "scissors",
    "umbrella",
    "knowledge",
    "wrestle",
    "zoo",
    "fix",
    "office",
    "illegal",
    "quiz",
    "juice",
];

fn recovery_kit(facts: &KitFacts<'_>) -> Result<Vec<u8>, PapersError> {
    papers::recovery_kit(facts)?.pdf()
}

fn facts() -> KitFacts<'static> {
    KitFacts {
        school: "Marlowe Vale School",
        person: "Ruth Calloway",
        user_name: "rcalloway",
        vault_short: "7F3K-QM2D",
        words: &WORDS,
        made_on: Day::new(2026, 11, 22).unwrap(),
    }
}

fn printed(name: &str, facts: &KitFacts<'_>) -> Paper {
    Paper::keep(name, &recovery_kit(facts).unwrap())
}

#[test]
fn the_words_come_back_numbered_and_in_order() {
    let paper = printed("kit-words", &facts());

    let text = paper.text_as_written();

    let expected: Vec<String> = WORDS
        .iter()
        .enumerate()
        .map(|(index, word)| format!("{} {word}", index + 1))
        .collect();
    assert!(text.contains(&expected.join(" ")), "{text}");
}

#[test]
fn the_words_stand_large_in_two_columns() {
    let paper = printed("kit-columns", &facts());

    let places = paper.places();

    let place = |word: &str| {
        places
            .iter()
            .find(|(_, found, _)| found == word)
            .expect(word)
            .2
    };
    for row in 0..6 {
        let (left, right) = (place(WORDS[row]), place(WORDS[row + 6]));
        assert!((left[1] - right[1]).abs() < 0.5, "row {row} is level");
        assert!(
            right[0] > 297.0 && left[2] < 297.0,
            "row {row} is in two halves"
        );
        assert!(left[3] - left[1] > 18.0, "row {row} is large");
    }
}

#[test]
fn every_word_is_drawn_and_not_only_copied() {
    let words = [
        "iiiiiiii", "mmmmmmmm", "jumpedox", "xodepmuj", "llllllll", "wwwwwwww", "a", "b", "c", "d",
        "e", "f",
    ];
    let paper = printed(
        "kit-drawn",
        &KitFacts {
            words: &words,
            ..facts()
        },
    );
    let places = paper.places();
    let ink = |word: &str| {
        let (page, _, place) = places
            .iter()
            .rev()
            .find(|(_, found, _)| found == word)
            .expect(word);
        paper.ink_within(*page, *place)
    };

    for word in words {
        assert!((0.05..0.7).contains(&ink(word)), "{word}: {}", ink(word));
    }
    assert!(ink("mmmmmmmm") > 1.2 * ink("iiiiiiii"));
    assert!(ink("wwwwwwww") > 1.2 * ink("llllllll"));
    assert!(
        (ink("jumpedox") - ink("xodepmuj")).abs() < 0.01,
        "the same letters, the same ink"
    );
}

#[test]
fn it_says_what_it_is_how_to_use_it_where_to_keep_it_and_what_it_opens() {
    let text = printed("kit-guide", &facts()).text();

    for said in [
        "Marlowe Vale School",
        "CONFIDENTIAL: keep sealed",
        "Recovery kit of Ruth Calloway",
        "User name rcalloway Vault 7F3K-QM2D Made on 22 November 2026",
        "Whoever holds this page can open this person\u{2019}s records.",
        "\u{201C}I cannot get in\u{201D}",
        "in the school safe. Never with the laptop",
        "What it opens, and what it does not",
        "Rehearsed by, signature",
        "Page 1 of 1",
    ] {
        assert!(text.contains(said), "{said:?} is not in: {text}");
    }
}

#[test]
fn it_is_a_sound_english_file_whose_title_names_nobody() {
    let bytes = recovery_kit(&facts()).unwrap();
    let paper = Paper::keep("kit-file", &bytes);

    paper.is_sound();
    paper.keeps_its_margins();
    assert_eq!(
        paper.fact("Title").as_deref(),
        Some("Recovery kit, vault 7F3K-QM2D")
    );
    assert_eq!(paper.fact("PDF version").as_deref(), Some("1.7"));
    assert!(
        paper
            .fact("Page size")
            .is_some_and(|size| size.ends_with("(A4)"))
    );
    let objects = paper.objects();
    assert!(objects.contains("/Lang (en-GB)"));
    assert!(objects.contains("/DisplayDocTitle true"));
    assert!(objects.contains("/CreationDate (D:20261122)"));
    for leftover in [
        "PDFX",
        "Trapped",
        "1970",
        "/Annots",
        "/CIDToGIDMap /Identity",
    ] {
        assert!(!objects.contains(leftover), "{leftover} is in the file");
    }
    assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
}

#[test]
fn every_font_is_embedded_cut_down_and_mapped_to_unicode() {
    let fonts = printed("kit-fonts", &facts()).fonts();

    assert!(fonts.len() >= 4, "{fonts:?}");
    for (name, whole) in fonts {
        assert!(whole, "{name}");
        assert!(
            name.contains("Atkinson") || name.contains("SourceSerif4"),
            "{name}"
        );
    }
}

#[test]
fn the_same_facts_give_the_same_bytes_and_other_facts_do_not() {
    let first = recovery_kit(&facts()).unwrap();
    let other_day = KitFacts {
        made_on: Day::new(2026, 11, 23).unwrap(),
        ..facts()
    };

    assert!(first == recovery_kit(&facts()).unwrap());
    assert!(first != recovery_kit(&other_day).unwrap());
}

#[test]
fn the_files_identifier_does_not_come_from_the_words() {
    let mut others = WORDS;
    others.reverse();
    let id = |words: &[&str]| {
        let paper = Paper::keep(
            "kit-identifier",
            &recovery_kit(&KitFacts { words, ..facts() }).unwrap(),
        );
        let objects = paper.objects();
        // qpdf gives its copy a second identifier; the first is the file's own.
        objects
            .split_once("/ID [")
            .and_then(|(_, id)| id.get(..34))
            .unwrap()
            .to_owned()
    };

    assert_eq!(id(&WORDS), id(&others));
}

#[test]
fn long_names_in_many_alphabets_stay_on_the_page_and_can_be_searched() {
    let school =
        "The Blessed Thomas O\u{2019}Rourke and Saint Frideswide Catholic Voluntary Academy, Rye";
    assert_eq!(school.chars().count(), 80);
    for (number, person) in [
        "Nguy\u{1EC5}n Th\u{1ECB} Ph\u{1B0}\u{1A1}ng \u{C1}nh",
        "\u{15E}eyma G\u{F6}k\u{E7}e \u{130}\u{15F}\u{131}ldar-Y\u{131}ld\u{131}r\u{131}m",
        "Stanis\u{142}awa Go\u{15B}ci\u{144}ska-\u{17B}\u{F3}\u{142}\u{107} z domu Brz\u{119}czyszczykiewicz",
        "\u{395}\u{3BB}\u{3AD}\u{3BD}\u{3B7} \u{41E}\u{43B}\u{435}\u{43A}\u{441}\u{430}\u{43D}\u{434}\u{440}\u{430}",
    ]
    .into_iter()
    .enumerate()
    {
        let facts = KitFacts { school, person, user_name: "nguy\u{1EC5}n.\u{E1}nh", ..facts() };
        let paper = printed(&format!("kit-names-{number}"), &facts);

        let text = paper.text();
        assert!(text.contains(person), "{person} is not in: {text}");
        assert!(text.contains("nguy\u{1EC5}n.\u{E1}nh"), "{text}");
        let shown = one_line(&text.replace("CONFIDENTIAL: keep sealed", ""));
        assert!(shown.contains(school), "{text}");
        paper.is_sound();
        paper.keeps_its_margins();
        assert_eq!(paper.pages(), 1);
    }
}

#[test]
fn a_name_beyond_one_line_takes_more_and_a_name_beyond_a_page_is_refused() {
    let long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(11);
    let endless = "x".repeat(401);

    let paper = printed(
        "kit-long",
        &KitFacts {
            person: &long,
            school: &long,
            ..facts()
        },
    );

    paper.keeps_its_margins();
    assert_eq!(
        paper
            .text()
            .matches("Wolfeschlegelsteinhausenbergerdorff")
            .count(),
        11 * (1 + paper.pages())
    );
    let refused = recovery_kit(&KitFacts {
        person: &endless,
        ..facts()
    });
    assert_eq!(
        refused,
        Err(PapersError::TooLong {
            field: "name of the person",
            most: 400
        })
    );
}

#[test]
fn a_character_no_font_holds_is_shown_by_name_and_copied_as_itself() {
    let person = "Ruth \u{674E}\u{5C0F}\u{9F99} Calloway";
    let paper = printed("kit-unknown", &KitFacts { person, ..facts() });

    let text = paper.text();

    for letter in ["\u{674E}", "\u{5C0F}", "\u{9F99}"] {
        assert!(text.contains(letter), "{text}");
    }
    paper.is_sound();
    paper.keeps_its_margins();
}

#[test]
fn a_kit_with_another_number_of_words_is_refused() {
    let eleven = recovery_kit(&KitFacts {
        words: &WORDS[..11],
        ..facts()
    });
    let thirteen = recovery_kit(&KitFacts {
        words: &[WORDS.as_slice(), &["extra"]].concat(),
        ..facts()
    });
    let mut blank = WORDS;
    blank[4] = " ";
    let one_blank = recovery_kit(&KitFacts {
        words: &blank,
        ..facts()
    });

    assert_eq!(eleven, Err(PapersError::WordCount { found: 11 }));
    assert_eq!(thirteen, Err(PapersError::WordCount { found: 13 }));
    assert_eq!(one_blank, Err(PapersError::WordCount { found: 11 }));
}

#[test]
fn a_blank_fact_is_refused_by_name() {
    assert_eq!(
        recovery_kit(&KitFacts {
            user_name: " \n",
            ..facts()
        }),
        Err(PapersError::Missing { field: "user name" })
    );
}

#[test]
fn the_facts_shown_for_debugging_hold_neither_words_nor_names() {
    let shown = format!("{:?}", facts());

    for secret in WORDS
        .iter()
        .chain(&["Ruth", "rcalloway", "Marlowe", "7F3K"])
    {
        assert!(!shown.contains(secret), "{shown}");
    }
}
