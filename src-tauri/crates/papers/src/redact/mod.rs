//! Words that a paper does not show. They are taken out before anything is set, so that nothing of them is on a page, beneath a box or
//! anywhere else in its file.

mod cut;
mod paper;

use std::ops::Range;
use std::sync::Arc;

pub(crate) use cut::{Cut, How, Part};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedOn {
    /// What the page is called: `4`, `B4`.
    pub page: String,
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
