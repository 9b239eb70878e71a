//! For any words, and any that are to go.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use domain::id::PupilId;
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use papers::{Day, LaidOut, Printed, Redactor, TablesFacts};
use proptest::prelude::*;
use vault::ask::PersonLine;

use super::looking::{Looking, Passage};
use super::people::People;
use super::phrase::{Folded, Phrase};
use super::reasons::REASONS;
use super::{Redaction, adult};
use crate::chronology::Letters;
use crate::office::Watch;

fn looking(phrases: &[String]) -> Looking {
    let passages = phrases.iter().enumerate().filter_map(|(place, words)| {
        Some(Passage {
            phrase: Phrase::of(words)?,
            reason: REASONS[place % REASONS.len()],
            met: AtomicBool::new(false),
        })
    });
    Looking {
        passages: Arc::new(passages.collect()),
        names: None,
        details: Arc::default(),
    }
}

fn child(name: &str) -> PersonLine {
    PersonLine {
        kind: "pupil".to_owned(),
        role: "witness".to_owned(),
        ..adult(name)
    }
}

/// About Amara Oyelaran, beside these children, without these passages.
fn redaction(others: &[&str], authors: &[&str], passages: &[&str]) -> Redaction {
    let subject = Facts {
        legal_forename: "Amara".to_owned(),
        legal_surname: "Oyelaran".to_owned(),
        ..Facts::default()
    };
    let people: Vec<PersonLine> = others.iter().map(|name| child(name)).collect();
    let letters = Letters::beside_several(
        &[(PupilId([1; 16]), &subject)],
        [(RoomKind::Pupils, people.as_slice())],
        |_| None,
    );
    let authors: Vec<String> = authors.iter().map(|name| (*name).to_owned()).collect();
    let phrases: Vec<String> = passages.iter().map(|words| (*words).to_owned()).collect();
    let mut redaction = Redaction {
        authors: Arc::new(authors.iter().filter_map(|name| Phrase::of(name)).collect()),
        people: People {
            named: BTreeMap::new(),
            wrote: BTreeMap::new(),
            accounts: authors.clone(),
            subjects: vec![(PupilId([1; 16]), subject)],
            standing: HashMap::new(),
        },
        letters: Some(letters),
        wide: looking(&phrases),
    };
    redaction.wide.names = redaction.names_beside(&[], &authors);
    redaction
}

fn paper(words: &str, redactor: Option<Redactor>) -> LaidOut {
    papers::tables(&TablesFacts {
        printed: Printed {
            school: "Grace Hall School".to_owned(),
            marking: "CONFIDENTIAL".to_owned(),
            by: "Ruth Calloway".to_owned(),
            at: "12 May 2026, 10:00".to_owned(),
            on: Day::new(2026, 5, 12).unwrap(),
            purpose: "police".to_owned(),
            checkpoint: "7c1e ada9 90ab 44d2".to_owned(),
            lettered: false,
            large: false,
            redactor,
        },
        title: "People".to_owned(),
        about: vec![crate::paper::labelled(
            papers::Style::Account,
            "",
            words,
            None,
        )],
        tables: Vec::new(),
        sign: Vec::new(),
    })
    .unwrap()
}

#[test]
fn a_paper_that_shows_what_was_to_go_does_not_leave_and_the_fault_does_not_say_it() {
    let redaction = redaction(&["Kai Adeyemi"], &[], &["quillwort root"]);
    for shown in ["under the quillwort\nroot", "with kai", "Adeyemi\u{2019}s"] {
        let fault = redaction
            .search_paper(&paper(shown, None), "the bundle", &Watch::default())
            .unwrap_err();
        assert!(fault.say.contains("page 1 of the bundle"), "{}", fault.say);
        assert!(
            !format!("{}{:?}", fault.say, fault.next)
                .to_lowercase()
                .contains("quillwort")
        );
        let redactor = Some(redaction.redactor());
        assert!(
            redaction
                .search_paper(&paper(shown, redactor), "the bundle", &Watch::default())
                .is_ok()
        );
    }
}

#[test]
fn names_that_are_words_spoil_neither_the_head_of_a_page_nor_its_date_its_number_or_a_hash() {
    let redaction = redaction(
        &["Grace Hall", "May Page", "Ada Sun", "Ruth Brown"],
        &["Ruth Calloway"],
        &["third party"],
    );
    let words = "May hit Grace on Sun 8 May 2026; the third party and Page 1 saw it.";
    let paper = paper(words, Some(redaction.redactor()));
    redaction
        .search_paper(&paper, "the bundle", &Watch::default())
        .unwrap();
    let (head, rest) = paper.every_word(1).unwrap();
    assert!(head.contains("Grace Hall School"));
    let rest = rest.replace(['\n', '\u{a0}'], " ");
    let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    for kept in [
        "Page 1 of 1",
        "8 May 2026",
        "ada9 90ab",
        "Ruth Calloway",
        "removed: third party",
    ] {
        assert!(rest.contains(kept), "{kept}: {rest}");
    }
    assert!(rest.contains("Child B hit Child A on Sun 8"), "{rest}");
}

#[test]
fn half_of_a_word_that_a_line_breaks_is_nobodys_name() {
    let redaction = redaction(&["Kai Adeyemi"], &[], &[]);
    let long = "kaikaikai".repeat(40);
    for before in 0..40 {
        let words = format!("{} {long} and then Kai", "x".repeat(before));
        let redactor = Some(redaction.redactor());
        let paper = paper(&words, redactor);
        assert!(paper.breaks_a_word(1));
        redaction
            .search_paper(&paper, "the bundle", &Watch::default())
            .unwrap();
    }
}

#[test]
fn a_passage_takes_the_rest_of_a_name_with_it() {
    let redaction = redaction(&["Kai Adeyemi"], &[], &["told Kai"]);
    let shown = redaction
        .redactor()
        .plain("She told Kai Adeyemi, and Kai told her.");
    assert_eq!(shown, "She [removed: third party], and Child A told her.");
}

proptest! {
    #[test]
    fn no_text_shows_a_phrase_that_was_taken_out(
        words in prop::collection::vec("[a-cA-C\u{e9}\u{628}-\u{62a}\u{995}\u{9be}1]{1,3}", 1..40),
        gaps in prop::collection::vec("[ ,\n.\u{a0}'-]{1,2}", 40),
        chosen in prop::collection::vec((0usize..30, 1usize..5), 1..5),
    ) {
        let text: String = words.iter().zip(&gaps).flat_map(|(word, gap)| [word.as_str(), gap]).collect();
        let phrases: Vec<String> = chosen
            .iter()
            .map(|(from, count)| {
                let some: Vec<&str> = words.iter().skip(*from).take(*count).map(String::as_str).collect();
                some.join(" ")
            })
            .collect();
        let looking = looking(&phrases);
        let shown = Redactor::new(looking.clone()).words(&text);
        for words in &shown {
            if let papers::Words::Plain(text) = words {
                prop_assert!(!looking.shows(text, &Folded::of(text), (false, false)), "{text}");
            }
        }
        // Nothing else goes than whole words that hold a letter of a phrase.
        let any_met = looking.passages.iter().any(|one| one.met.load(std::sync::atomic::Ordering::Relaxed));
        let removed = shown.iter().any(|words| matches!(words, papers::Words::Removed(_)));
        prop_assert_eq!(any_met, removed);
    }
}
