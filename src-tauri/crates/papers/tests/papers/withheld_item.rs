//! The sheet of something that was not taken in, read back.

use papers::{Paragraph, Style, WithheldFacts, Words};

use crate::chronology::printed;
use crate::reader::Paper;

fn facts() -> WithheldFacts {
    let line = |label: &str, text: &str| Paragraph {
        style: Style::Account,
        words: vec![
            Words::Strong(format!("{label}. ")),
            Words::Plain(text.to_owned()),
        ],
    };
    WithheldFacts {
        printed: printed(),
        record_no: "MV-26-B7K-0143".to_owned(),
        what: "A picture she says he asked her for".to_owned(),
        lines: vec![
            line("On", "Her own phone, in a chat"),
            line("Where it is now", "Envelope 12 in the safe"),
            line("Police told", "Tue 10 Nov 2026, 11:02, reference 0218"),
        ],
        by: "Written by R. Calloway, Tue 10 Nov 2026, 11:05. Entry 214.".to_owned(),
    }
}

#[test]
fn it_is_one_sound_page_of_words_with_lines_for_both_hands() {
    let bytes = papers::withheld_item(&facts()).unwrap().pdf().unwrap();
    let paper = Paper::keep("withheld-item", &bytes);
    let text = paper.text_as_written();

    paper.is_sound();
    paper.keeps_its_margins();
    assert_eq!(paper.pages(), 1);
    assert_eq!(
        paper.fact("Title").as_deref(),
        Some("Withheld item MV-26-B7K-0143")
    );
    let mut rest = text.as_str();
    for said in [
        "Withheld-item sheet",
        "There is no copy of this item",
        "do not delete it",
        "What it is said to be.",
        "Her own phone, in a chat",
        "Envelope 12 in the safe",
        "reference 0218",
        "Handed over by",
        "Taken by, with rank and number if police",
    ] {
        let (_, after) = rest
            .split_once(said)
            .unwrap_or_else(|| panic!("{said:?} is missing or too early: {text}"));
        rest = after;
    }
}
