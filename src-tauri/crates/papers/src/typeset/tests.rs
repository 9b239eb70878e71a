//! Words in, words out.

use std::sync::Mutex;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::pieces::draws_nothing;
use super::*;
use crate::page::{Item, Run};

fn set(text: &str, face: Face, measure: f32) -> Block {
    Typesetter::new()
        .unwrap()
        .set(&[span(text, face, 10.0)], measure, 14.0, Edge::Left)
        .unwrap()
}

fn runs(block: &Block) -> Vec<&Run> {
    let items = block.lines.iter().flat_map(|line| &line.items);
    items
        .filter_map(|item| {
            if let Item::Run(run) = item {
                Some(run)
            } else {
                None
            }
        })
        .collect()
}

/// What copying the block yields, without what leaves no ink.
fn copied(block: &Block) -> String {
    let read = |run: &&Run| run.said().into_owned();
    inked(&runs(block).iter().map(read).collect::<String>())
}

fn inked(text: &str) -> String {
    text.chars()
        .filter(|letter| !draws_nothing(*letter))
        .collect()
}

#[test]
fn a_word_its_face_cannot_spell_is_set_whole_in_the_fallback_face() {
    let block = set("Marta Nguy\u{1EC5}n", Face::SansBold, 400.0);

    let faces: Vec<(Face, &str)> = runs(&block)
        .iter()
        .map(|run| (run.face, run.text.trim()))
        .collect();
    assert_eq!(
        faces,
        [
            (Face::SansBold, "Marta"),
            (Face::FallbackBold, "Nguy\u{1EC5}n")
        ]
    );
}

#[test]
fn a_character_no_face_has_is_drawn_as_its_name_in_a_frame_and_read_as_itself() {
    let block = set("a \u{E01} b", Face::Sans, 400.0);

    let name = runs(&block)
        .into_iter()
        .find(|run| run.face == Face::Mono)
        .unwrap();
    assert_eq!(name.text, "\u{A0}U+0E01\u{A0}");
    assert_eq!(name.reads.as_deref(), Some("\u{E01}"));
    assert!(
        block.lines[0]
            .items
            .iter()
            .any(|item| matches!(item, Item::Frame(_)))
    );
}

#[test]
fn characters_that_would_hide_or_turn_the_text_around_them_are_named() {
    for letter in [
        '\u{202E}', '\u{2066}', '\u{200F}', '\u{0}', '\u{7F}', '\u{2028}',
    ] {
        let block = set(&format!("a{letter}b"), Face::Serif, 400.0);
        let name = format!("\u{A0}U+{:04X}\u{A0}", u32::from(letter));
        let named = runs(&block)
            .into_iter()
            .find(|run| run.text == name)
            .expect(&name);
        assert_eq!(named.reads, Some(letter.to_string()));
    }
}

#[test]
fn a_letter_in_two_parts_is_read_as_the_letters_that_were_written() {
    // The dot below is set before the tilde, in two glyphs for three characters.
    let block = set("a\u{303}\u{323}", Face::Sans, 400.0);

    assert_eq!(copied(&block), "a\u{303}\u{323}");
    let run = runs(&block)[0];
    assert!(run.glyphs.len() == 1 || run.reads.is_some());
}

#[test]
fn a_ligature_is_read_as_its_letters() {
    let block = set("office", Face::SerifBold, 400.0);

    assert_eq!(copied(&block), "office");
    assert!(
        runs(&block)[0].glyphs.len() < 6,
        "Source Serif joins ff and i"
    );
}

#[test]
fn a_word_of_five_thousand_letters_is_broken_and_none_is_lost() {
    let word = "w".repeat(5000);

    let block = set(&word, Face::Sans, 400.0);

    assert_eq!(copied(&block), word);
    assert!(block.broke_a_word());
    assert!(block.width() <= 400.0);
}

#[test]
fn lines_broken_between_words_break_no_word() {
    let block = set(
        "one two three four, five-and-six seven eight",
        Face::Sans,
        60.0,
    );

    assert!(block.lines() > 3);
    assert!(!block.broke_a_word());
}

#[test]
fn a_name_grows_smaller_before_it_takes_another_line() {
    let mut setter = Typesetter::new().unwrap();

    let short = setter
        .fit(&span("Ruth", Face::SerifBold, 0.0), &[27.0, 18.0], 1, 200.0)
        .unwrap();
    let longer = setter
        .fit(
            &span("Ruth Calloway-Smith", Face::SerifBold, 0.0),
            &[27.0, 18.0],
            1,
            200.0,
        )
        .unwrap();
    let longest = setter
        .fit(
            &span("Ruth Calloway ".repeat(9), Face::SerifBold, 0.0),
            &[27.0, 18.0],
            1,
            200.0,
        )
        .unwrap();

    assert_eq!(runs(&short)[0].size, 27.0);
    assert_eq!((runs(&longer)[0].size, longer.lines()), (18.0, 1));
    assert!(longest.lines() > 1);
}

#[test]
fn a_long_address_in_arabic_words_is_broken_and_none_of_it_is_lost() {
    let address = "https://orbit.example/u/kestrel_77/".repeat(6);
    let text = format!("\u{642}\u{627}\u{644} {address} \u{646}\u{639}\u{645}");

    let block = set(&text, Face::Serif, 120.0);

    assert_eq!(copied(&block), inked(&text));
    assert!(!runs(&block).iter().any(|run| run.text.contains("U+")));
}

static SETTER: Mutex<Option<Typesetter>> = Mutex::new(None);

proptest! {
    #[test]
    fn whatever_is_written_is_set_whole_or_shown_by_name(text in "\\PC{0,40}|[a-z \\u{300}-\\u{330}\\u{600}-\\u{660}]{0,40}|.{0,20}") {
        let mut setter = SETTER.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let setter = setter.get_or_insert_with(|| Typesetter::new().unwrap());

        let block = setter.set(&[span(text.as_str(), Face::Sans, 10.0)], 120.0, 14.0, Edge::Left);
        prop_assert!(block.is_ok(), "{}", text.escape_unicode());
        let block = block.unwrap();

        // Marks may be read in the order in which they are drawn where that makes no difference (UAX 15).
        let same = |text: &str| text.nfd().collect::<String>();
        prop_assert_eq!(same(&copied(&block)), same(&inked(&text.replace("\r\n", "\n").replace('\r', "\n"))));
    }
}
