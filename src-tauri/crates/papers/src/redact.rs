//! Words that a paper does not show. They are taken out before anything is set, so that nothing of them is on a page, beneath a box or
//! anywhere else in its file.

use std::ops::Range;
use std::sync::Arc;

use crate::record::{Paragraph, Words};

/// Decides which words of a text a paper shows.
pub trait Redact: Send + Sync {
    /// The text in pieces, in its order. What no piece keeps is gone. `house` says that these are the house's own words, such as the
    /// school's name at the head of a page, which name no child.
    fn pieces(&self, text: &str, house: bool) -> Vec<Piece>;
}

/// A stretch of a text that was looked through.
#[derive(Clone, PartialEq, Eq)]
pub enum Piece {
    /// Kept as it stands, from byte to byte.
    Keep(Range<usize>),
    /// A child by letter in the place of a name: `Child A`.
    Child(Range<usize>, String),
    /// Taken out.
    Gone(Range<usize>, Removed),
}

/// Why something was taken out: what stands in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Removed {
    /// Its code in the schedule: `TP`.
    pub code: &'static str,
    /// In words: `third party`.
    pub says: &'static str,
}

/// Something taken out, and on which page of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RemovedOn {
    /// The page; the first is 1.
    pub page: usize,
    /// Why.
    pub removed: Removed,
    /// How often on that page.
    pub times: usize,
}

/// What a paper's words are looked through with.
#[derive(Clone)]
pub struct Redactor(Arc<dyn Redact>);

impl std::fmt::Debug for Piece {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Piece")
    }
}

impl std::fmt::Debug for Redactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Redactor")
    }
}

impl Removed {
    /// What stands in the place of what was taken out: `removed: third party`.
    #[must_use]
    pub fn label(self) -> String {
        format!("removed: {}", self.says)
    }
}

impl Redactor {
    /// Looks through words with this.
    pub fn new(with: impl Redact + 'static) -> Self {
        Self(Arc::new(with))
    }

    /// A text as it may be shown where nothing can be framed: in a list of contents, in a log.
    #[must_use]
    pub fn plain(&self, text: &str) -> String {
        let pieces = self.0.pieces(text, false).into_iter();
        pieces
            .map(|piece| match piece {
                Piece::Keep(range) => text.get(range).unwrap_or_default().to_owned(),
                Piece::Child(_, letter) => letter,
                Piece::Gone(_, removed) => format!("[{}]", removed.label()),
            })
            .collect()
    }

    /// A text in pieces, for what is put together by hand.
    #[must_use]
    pub fn pieces(&self, text: &str) -> Vec<Piece> {
        self.0.pieces(text, false)
    }

    /// A text as a paper takes it, looked through as a whole before it is cut into lines or shortened.
    #[must_use]
    pub fn words(&self, text: &str) -> Vec<Words> {
        self.all(&[Words::Plain(text.to_owned())])
    }

    /// Words of one paragraph looked through together, so that a phrase over a bold word is found.
    #[must_use]
    pub fn all(&self, words: &[Words]) -> Vec<Words> {
        let parts: Vec<Part<'_>> = words.iter().map(part).collect();
        self.cut(&parts)
            .into_iter()
            .filter_map(|cut| match cut {
                Cut::Same(place, range) => Some(like(words.get(place)?, &range)),
                Cut::Child(_, letter) => Some(Words::Child(letter)),
                Cut::Gone(_, removed) => Some(Words::Removed(removed)),
            })
            .collect()
    }

    pub(crate) fn paragraph(&self, paragraph: &Paragraph) -> Paragraph {
        Paragraph {
            words: self.all(&paragraph.words),
            ..paragraph.clone()
        }
    }

    /// Parts of one text looked through together.
    pub(crate) fn cut(&self, parts: &[Part<'_>]) -> Vec<Cut> {
        let mut all = Vec::new();
        let mut from = 0;
        for like in parts.chunk_by(|one, next| one.how == next.how) {
            let first = from;
            from += like.len();
            match like.first().map(|part| part.how) {
                Some(How::Words) => self.look_through(first, like, false, &mut all),
                Some(How::House) => self.look_through(first, like, true, &mut all),
                Some(How::Label) | None => all.extend(
                    like.iter()
                        .enumerate()
                        .map(|(place, part)| Cut::Same(first + place, 0..part.text.len())),
                ),
            }
        }
        all
    }

    fn look_through(&self, first: usize, parts: &[Part<'_>], house: bool, all: &mut Vec<Cut>) {
        let text: String = parts.iter().map(|part| part.text).collect();
        let mut begins = 0;
        let ranges: Vec<Range<usize>> = parts
            .iter()
            .map(|part| {
                let from = begins;
                begins += part.text.len();
                from..begins
            })
            .collect();
        // In which of the parts the words begin for which something else stands.
        let place = |at: usize| {
            let found = ranges.iter().position(|range| range.contains(&at));
            first + found.unwrap_or(ranges.len().saturating_sub(1))
        };
        for piece in self.0.pieces(&text, house) {
            match piece {
                Piece::Keep(kept) => {
                    for (part, range) in ranges.iter().enumerate() {
                        let (from, to) = (kept.start.max(range.start), kept.end.min(range.end));
                        if from < to {
                            let within = from - range.start..to - range.start;
                            all.push(Cut::Same(first + part, within));
                        }
                    }
                }
                Piece::Child(of, letter) => all.push(Cut::Child(place(of.start), letter)),
                Piece::Gone(of, removed) => all.push(Cut::Gone(place(of.start), removed)),
            }
        }
    }
}

/// One part of a text: a span, or a stretch of words.
pub(crate) struct Part<'a> {
    /// Its words.
    pub(crate) text: &'a str,
    /// What they are.
    pub(crate) how: How,
}

/// What the words of a part are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// Somebody's.
    Words,
    /// The house's own, which name no child.
    House,
    /// A label that stands for other words already.
    Label,
}

/// What became of a part, by its place.
pub(crate) enum Cut {
    /// This stretch of it stays.
    Same(usize, Range<usize>),
    /// A letter stands there.
    Child(usize, String),
    /// Something was taken out there.
    Gone(usize, Removed),
}

fn part(words: &Words) -> Part<'_> {
    match words {
        Words::Plain(text)
        | Words::Strong(text)
        | Words::Gone(text)
        | Words::New(text)
        | Words::Spelt(text) => Part {
            text,
            how: How::Words,
        },
        Words::Child(letter) => Part {
            text: letter,
            how: How::Label,
        },
        // It has no words of its own; one letter keeps its place.
        Words::Removed(_) => Part {
            text: "-",
            how: How::Label,
        },
    }
}

/// A stretch of words, as they were set.
fn like(words: &Words, range: &Range<usize>) -> Words {
    let cut = |text: &String| text.get(range.clone()).unwrap_or_default().to_owned();
    match words {
        Words::Plain(text) => Words::Plain(cut(text)),
        Words::Strong(text) => Words::Strong(cut(text)),
        Words::Gone(text) => Words::Gone(cut(text)),
        Words::New(text) => Words::New(cut(text)),
        Words::Spelt(text) => Words::Spelt(cut(text)),
        Words::Child(letter) => Words::Child(letter.clone()),
        Words::Removed(removed) => Words::Removed(*removed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes out every `secret words`, over whatever it stands.
    struct Secret;

    impl Redact for Secret {
        fn pieces(&self, text: &str, _: bool) -> Vec<Piece> {
            const GONE: &str = "secret words";
            let mut pieces = Vec::new();
            let mut from = 0;
            for (at, _) in text.match_indices(GONE) {
                pieces.push(Piece::Keep(from..at));
                pieces.push(Piece::Gone(
                    at..at + GONE.len(),
                    Removed {
                        code: "TP",
                        says: "third party",
                    },
                ));
                from = at + GONE.len();
            }
            pieces.push(Piece::Keep(from..text.len()));
            pieces
        }
    }

    #[test]
    fn a_phrase_over_a_bold_word_goes_and_what_stands_around_it_stays_as_it_was_set() {
        let words = [
            Words::Plain("Her sec".to_owned()),
            Words::Strong("ret".to_owned()),
            Words::Plain(" words, and ".to_owned()),
            Words::Child("Child A".to_owned()),
            Words::Plain(" secret words.".to_owned()),
        ];

        let shown = Redactor::new(Secret).all(&words);

        let removed = Words::Removed(Removed {
            code: "TP",
            says: "third party",
        });
        let wanted = [
            Words::Plain("Her ".to_owned()),
            removed.clone(),
            Words::Plain(", and ".to_owned()),
            Words::Child("Child A".to_owned()),
            Words::Plain(" ".to_owned()),
            removed,
            Words::Plain(".".to_owned()),
        ];
        assert!(shown == wanted);
        let plain = Redactor::new(Secret).plain("My secret words");
        assert_eq!(plain, "My [removed: third party]");
    }
}
