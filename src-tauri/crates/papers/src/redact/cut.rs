//! Parts of one text looked through together, and what becomes of each.

use std::ops::Range;

use super::{Piece, Redactor, Removed};

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

impl Redactor {
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
