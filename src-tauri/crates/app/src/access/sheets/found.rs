//! Where was looked, and who else is named.

use domain::access::{Consent, NAMED, Named, PART_NAMED, PART_SEARCH, SEARCHED, Search};

use super::{Fields, Sheet, Typed, facts, fields, iso, on};
use crate::wire::AccessFact;

/// What somebody else can be.
const KINDS: [(&str, &str); 5] = [
    ("pupil", "Another pupil"),
    ("family", "Of the family"),
    ("staff", "Of the school\u{2019}s staff"),
    ("professional", "Of another agency"),
    ("other", "Somebody else"),
];

/// How whether it may be given is said.
fn consent(consent: Consent) -> &'static str {
    match consent {
        Consent::Yes => "They agreed",
        Consent::No => "They said no",
        Consent::NotAsked => "Nobody has asked them",
        Consent::ReasonableWithout => "It is reasonable to give it without asking",
    }
}

impl Sheet for Search {
    const KIND: &'static str = SEARCHED;
    const PART: &'static str = PART_SEARCH;

    fn read(typed: &mut Typed<'_>) -> Self {
        Self {
            place: typed.needed("where", "Say where you looked"),
            words: typed.needed("words", "Say with what words, names and dates you looked"),
            by: typed.needed("by", "Say who looked"),
            on: Some(typed.past_needed("on", "Say which day you looked")),
            found: typed.needed(
                "found",
                "Say what was found: \u{201c}nothing\u{201d} is an answer",
            ),
            of: None,
            struck: false,
        }
    }

    fn fields(&self) -> Fields {
        fields([
            ("where", self.place.clone()),
            ("words", self.words.clone()),
            ("by", self.by.clone()),
            ("on", iso(self.on)),
            ("found", self.found.clone()),
        ])
    }

    fn facts(&self) -> Vec<AccessFact> {
        facts([
            ("Where", self.place.clone()),
            ("With what words", self.words.clone()),
            ("Who looked", self.by.clone()),
            ("When", on(self.on)),
            ("Found", self.found.clone()),
        ])
    }

    fn is_struck(&self) -> bool {
        self.struck
    }

    fn put(&mut self, of: Option<String>, struck: bool) {
        (self.of, self.struck) = (of, struck);
    }
}

impl Sheet for Named {
    const KIND: &'static str = NAMED;
    const PART: &'static str = PART_NAMED;

    fn read(typed: &mut Typed<'_>) -> Self {
        let name = typed.needed("name", "Say who is named");
        let kind = typed.words("kind");
        if !KINDS.iter().any(|(id, _)| *id == kind) {
            typed.refuse("kind", "Say what they are");
        }
        let items: Vec<_> = typed.items().iter().flat_map(|key| key.parse()).collect();
        if items.is_empty() {
            typed.refuse("items", "Choose the records that name them");
        }
        let consent = Consent::of(&typed.words("consent"));
        if consent.is_none() {
            typed.refuse("consent", "Say whether it may be given");
        }
        let note = typed.words("note");
        if consent == Some(Consent::ReasonableWithout) && note.is_empty() {
            typed.refuse(
                "note",
                "Say why it is reasonable to give it without asking them",
            );
        }
        Self {
            name,
            kind,
            items,
            consent: consent.unwrap_or_default(),
            note,
            of: None,
            struck: false,
        }
    }

    fn fields(&self) -> Fields {
        fields([
            ("name", self.name.clone()),
            ("kind", self.kind.clone()),
            ("consent", self.consent.id().to_owned()),
            ("note", self.note.clone()),
        ])
    }

    fn facts(&self) -> Vec<AccessFact> {
        let kind = KINDS.iter().find(|(id, _)| *id == self.kind);
        let records = match self.items.len() {
            1 => "One record".to_owned(),
            many => format!("{many} records"),
        };
        facts([
            ("Who", self.name.clone()),
            (
                "They are",
                kind.map_or_else(String::new, |(_, title)| (*title).to_owned()),
            ),
            ("In", records),
            ("May it be given", consent(self.consent).to_owned()),
            ("What was weighed", self.note.clone()),
        ])
    }

    fn items(&self) -> Vec<String> {
        self.items.iter().map(ToString::to_string).collect()
    }

    fn is_struck(&self) -> bool {
        self.struck
    }

    fn put(&mut self, of: Option<String>, struck: bool) {
        (self.of, self.struck) = (of, struck);
    }
}
