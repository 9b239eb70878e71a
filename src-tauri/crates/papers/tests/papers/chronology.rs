//! The chronology, read back.

use papers::{
    ChronologyFacts, Day, Happening, LaidOut, PapersError, Paragraph, Printed, Sign, Style, Words,
};

use crate::reader::{Paper, one_line};

pub fn printed() -> Printed {
    Printed {
        school: "Marlowe Vale School".into(),
        marking: "CONFIDENTIAL: safeguarding".into(),
        by: "R. Calloway".into(),
        at: "10 Nov 2026, 14:02".into(),
        on: Day::new(2026, 11, 10).unwrap(),
        purpose: "the strategy discussion".into(),
        checkpoint: "9f2c 61d8 0b4e 77aa".into(),
        lettered: true,
        large: false,
        redactor: None,
    }
}

fn chronology(facts: &ChronologyFacts) -> Result<LaidOut, PapersError> {
    papers::chronology(facts, &mut |_, _| true)
}

fn plain(text: &str) -> Words {
    Words::Plain(text.into())
}

fn paragraph(style: Style, words: &[Words]) -> Paragraph {
    Paragraph {
        style,
        words: words.to_vec(),
    }
}

fn happening(month: &str, day: &str, title: &str, paragraphs: Vec<Paragraph>) -> Happening {
    Happening {
        month: month.into(),
        day: day.into(),
        time: "09:45".into(),
        sign: Sign::Concern,
        title: vec![plain(title)],
        tail: "MV-2026-0147. Active".into(),
        paragraphs,
        redactor: None,
    }
}

fn facts(happenings: Vec<Happening>) -> ChronologyFacts {
    ChronologyFacts {
        printed: printed(),
        kind: "full",
        period: "12 November 2024 to 10 November 2026".into(),
        name: "Amara Oyelaran".into(),
        about: vec![
            plain("Year 8, 8T. Born 14 March 2014. UPN "),
            Words::Spelt("Z999000014073".into()),
            plain(". Child in need from 3 February 2026."),
        ],
        read_first: Vec::new(),
        happenings,
        left_out: None,
    }
}

fn kept(name: &str, laid_out: &LaidOut) -> Paper {
    Paper::keep(name, &laid_out.clone().pdf().unwrap())
}

fn of_words(name: &str, said: &str) -> Paper {
    let paragraphs = vec![paragraph(Style::Said, &[plain(said)])];
    kept(
        name,
        &chronology(&facts(vec![happening(
            "November 2026",
            "Tue 10",
            "A stranger online.",
            paragraphs,
        )]))
        .unwrap(),
    )
}

#[test]
fn it_says_what_happened_when_it_was_written_what_was_corrected_and_who_is_a_letter() {
    let entry = happening(
        "November 2026",
        "Tue 10",
        "Contact from a stranger online.",
        vec![
            paragraph(
                Style::Said,
                &[plain(
                    "“He said he’d pick me up by the cinema on Saturday and not to tell my mum.”",
                )],
            ),
            paragraph(
                Style::Account,
                &[
                    plain("Told to P. Osei, librarian, in the library; "),
                    Words::Child("Child A".into()),
                    plain(" came with her."),
                ],
            ),
            paragraph(
                Style::Small,
                &[
                    plain(
                        "Happened about Sun 8 Nov, 20:30. Written 10:41 by P. Osei. Corrected once, 11:06: ",
                    ),
                    Words::Gone("what was wrong".into()),
                    plain(" "),
                    Words::New("“What happened?”".into()),
                    plain(", “the question in the words I used”."),
                ],
            ),
            paragraph(
                Style::Small,
                &[
                    Words::Strong("Late entry: ".into()),
                    plain("written 37 h 15 min after."),
                ],
            ),
        ],
    );
    let mut flag = happening(
        "October 2026",
        "Wed 7",
        "Child in need meeting.",
        Vec::new(),
    );
    flag.sign = Sign::Milestone;
    flag.time.clear();
    let laid_out = chronology(&facts(vec![entry, flag])).unwrap();
    let paper = kept("chronology", &laid_out);

    paper.is_sound();
    paper.keeps_its_margins();
    let text = paper.text_as_written();
    let mut rest = text.as_str();
    for said in [
        "CONFIDENTIAL: safeguarding",
        "Chronology, full, 12 November 2024 to 10 November 2026",
        "Amara Oyelaran",
        "UPN Z999000014073",
        "November 2026",
        "Tue 10 09:45",
        "Contact from a stranger online. MV-2026-0147. Active",
        "by the cinema on Saturday and not to tell my mum.”",
        "Child A came with her.",
        "Happened about Sun 8 Nov, 20:30.",
        "what was wrong “What happened?”",
        "Late entry: written 37 h 15 min after.",
        "October 2026",
        "Wed 7 Child in need meeting.",
        "End of the chronology: 2 entries.",
        "Printed by R. Calloway, 10 Nov 2026, 14:02. Logged. Record checkpoint 9f2c 61d8 0b4e 77aa.",
        "Children named in the concerns are lettered; the key stays in school. Printed for “the strategy discussion”.",
        "Page 1 of 1",
    ] {
        let (_, after) = rest
            .split_once(said)
            .unwrap_or_else(|| panic!("{said:?} is missing or too early in: {text}"));
        rest = after;
    }
    assert_eq!(
        paper.fact("Title").as_deref(),
        Some("Chronology"),
        "a print queue shows no name"
    );
    assert_eq!(paper.fact("Tagged").as_deref(), Some("yes"));
    let tree = paper.structure();
    for part in ["H1", "H2", "H3", "BlockQuote"] {
        assert!(tree.contains(part), "{part} is not among the parts: {tree}");
    }
    let objects = paper.objects();
    assert!(objects.contains("/Lang (en-GB)") && objects.contains("/Outlines"));
}

/// One child in each script a school here meets, as somebody might write it down.
const SCRIPTS: &[(&str, &str)] = &[
    (
        "polish",
        "Katarzyna Wiśniewska-Żółć powiedziała: „nie chcę iść do domu”.",
    ),
    ("turkish", "Gülşah Çağlayanoğlu: ‘Işık söndü, korktum.’"),
    (
        "vietnamese",
        "Nguyễn Thị Ánh nói: “Con sợ lắm, đừng gọi cho bố.”",
    ),
    ("arabic", "قالت ليلى الحسن: لا أريد العودة إلى البيت اليوم."),
    ("urdu", "زینب نے کہا: میں گھر نہیں جانا چاہتی۔"),
    ("bengali", "আয়েশা বলল: আমি বাড়ি যেতে চাই না।"),
    ("punjabi", "ਗੁਰਪ੍ਰੀਤ ਨੇ ਕਿਹਾ: ਮੈਂ ਘਰ ਨਹੀਂ ਜਾਣਾ।"),
    ("chinese", "陈美玲说：我今天不想回家。"),
    ("emoji", "She sent \u{1F622} and \u{1F494} and wrote ok."),
    ("hindi", "प्रिया ने कहा: मुझे डर लगता है।"),
    ("gujarati", "પૂજાએ કહ્યું: મને ડર લાગે છે."),
    ("tamil", "கவிதா சொன்னாள்: எனக்குப் பயமாக இருக்கிறது."),
    ("tigrinya", "ሰላም ከምዝበለት፡ ናብ ገዛ ክኸይድ ኣይደልን።"),
    (
        "mixed",
        "Amara said “لا أريد” and then 我怕 to Żaneta, twice.",
    ),
];

#[test]
fn a_child_in_every_script_is_found_again_by_another_reader_and_every_letter_is_drawn() {
    for (script, said) in SCRIPTS {
        let paper = of_words(&format!("script-{script}"), said);

        paper.is_sound();
        let text = paper.text();
        // Signs between two directions belong to either: readers differ in where they put them.
        for word in said.split(|letter: char| letter.is_whitespace() || SIGNS.contains(letter)) {
            assert!(
                normal(&text).contains(&normal(word)),
                "{script}: {word} is not found in: {text}"
            );
        }
        assert!(
            !text.contains("U+"),
            "{script}: a letter has no face: {text}"
        );
        assert!(paper.fonts().iter().all(|(_, whole)| *whole), "{script}");
    }
}

const SIGNS: &str = ":.,„”“‘’۔،：，।፡?";

/// Without the marks by which readers say how the text runs, and with letters as Unicode has them joined or apart.
fn normal(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc()
        .filter(|letter| !matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .collect()
}

#[test]
fn what_would_break_a_page_is_laid_out_and_nothing_is_cut() {
    let long = "Lorem".repeat(1_000);
    let story = "Then she said that he had been there again, and that nobody came. ".repeat(3_000);
    let marks = "\u{301}\u{300}\u{323}".repeat(40);
    let turned = "Amara \u{202E}neddih\u{202C} end";
    let missing = "a \u{E01} b";
    let paragraphs = [
        long.as_str(),
        story.as_str(),
        marks.as_str(),
        turned,
        missing,
    ]
    .map(|text| paragraph(Style::Account, &[plain(text)]))
    .to_vec();
    let laid_out = chronology(&facts(vec![happening(
        "May 2026",
        "Tue 19",
        "Everything.",
        paragraphs,
    )]))
    .unwrap();
    let paper = kept("chronology-hard", &laid_out);

    paper.is_sound();
    let text = paper.text();
    assert_eq!(text.matches("nobody").count(), 3_000);
    assert_eq!(text.replace(' ', "").matches("Lorem").count(), 1_000);
    assert!(laid_out.pages() > 40, "{}", laid_out.pages());
    let drawn: String = (1..=laid_out.pages())
        .filter_map(|page| laid_out.words(page))
        .collect();
    assert!(drawn.contains('\u{202E}') && drawn.contains('\u{E01}'));
}

#[test]
fn three_hundred_children_in_one_concern_are_all_named_by_letter() {
    let mut words = Vec::new();
    for number in 0..300 {
        words.push(Words::Child(format!("Child {number}")));
        words.push(plain(", "));
    }
    let laid_out = chronology(&facts(vec![happening(
        "May 2026",
        "Tue 19",
        "A trip.",
        vec![paragraph(Style::Account, &words)],
    )]))
    .unwrap();
    let paper = kept("chronology-many", &laid_out);

    paper.is_sound();
    paper.keeps_its_margins();
    let text = one_line(&paper.text().replace('\u{A0}', " "));
    for number in 0..300 {
        assert!(
            text.contains(&format!("Child {number} ,"))
                || text.contains(&format!("Child {number},")),
            "{number}"
        );
    }
}

#[test]
fn a_paper_that_is_stopped_is_not_made_and_a_password_no_reader_could_take_is_refused() {
    let entry = || happening("May 2026", "Tue 19", "Tired.", Vec::new());
    let three = facts(vec![entry(), entry(), entry()]);

    let stopped = papers::chronology(&three, &mut |set, of| (set, of) != (2, 3));
    let emoji = chronology(&three)
        .unwrap()
        .protected("sixteen letters and \u{1FAE0}", &[7; 32]);

    assert_eq!(stopped.err(), Some(PapersError::Stopped));
    assert_eq!(emoji.err(), Some(PapersError::Password));
}

#[test]
fn the_same_facts_give_the_same_bytes_and_the_picture_shows_the_same_glyphs() {
    let made = || {
        let paragraphs = vec![paragraph(Style::Said, &[plain("“I was up on my game.”")])];
        chronology(&facts(vec![happening(
            "May 2026", "Tue 19", "Tired.", paragraphs,
        )]))
        .unwrap()
    };
    let (first, second) = (made(), made());

    assert!(first.clone().pdf().unwrap() == second.clone().pdf().unwrap());
    let picture = first.picture(1).unwrap().unwrap();
    assert!(picture == second.picture(1).unwrap().unwrap());
    assert!(picture.starts_with("<svg") && picture.contains("<use"));
    assert!(first.picture(2).unwrap().is_none());
    assert!(first.words(1).unwrap().contains("I was up on my game."));
}

#[test]
fn a_protected_copy_opens_with_its_password_in_poppler_qpdf_and_mupdf_and_with_no_other() {
    let paragraphs = vec![paragraph(Style::Said, &[plain("“I was up on my game.”")])];
    let laid_out = chronology(&facts(vec![happening(
        "May 2026", "Tue 19", "Tired.", paragraphs,
    )]))
    .unwrap();
    let password = "osiem cichych żurawi";

    let bytes = laid_out.protected(password, &[7; 32]).unwrap();
    let paper = Paper::keep("chronology-protected", &bytes);

    assert!(
        !String::from_utf8_lossy(&bytes).contains("Chronology"),
        "the title lies open"
    );
    assert!(
        paper
            .opened_by_poppler(password)
            .is_some_and(|text| text.contains("I was up on my game."))
    );
    assert!(
        paper
            .opened_by_mupdf(password)
            .is_some_and(|text| text.contains("I was up on my game."))
    );
    assert!(
        paper
            .opened_by_qpdf(password)
            .is_some_and(|said| said.contains("AESv3"))
    );
    assert!(
        paper
            .opened_by_pikepdf(password)
            .is_some_and(|said| said.starts_with("1 en-GB True") && said.contains("May 2026"))
    );
    assert!(paper.opened_by_pikepdf("another").is_none());
    assert!(paper.opened_by_poppler("another").is_none());
    assert!(paper.opened_by_poppler("").is_none());
    assert!(paper.opened_by_mupdf("another").is_none());
    assert!(paper.opened_by_qpdf("another").is_none());
}
