//! Words as they may be shown: passages taken out, other pupils as letters.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use papers::{Piece, Redact, Removed};

use super::names::Names;
use super::phrase::{Folded, Phrase};

/// A passage that is taken out wherever it stands.
pub(super) struct Passage {
    pub(super) phrase: Phrase,
    pub(super) reason: Removed,
    /// It stood somewhere.
    pub(super) met: AtomicBool,
}

/// What words are looked through with.
#[derive(Clone)]
pub(super) struct Looking {
    pub(super) passages: Arc<Vec<Passage>>,
    pub(super) names: Option<Arc<Names>>,
    /// What is one pupil's alone, such as their number, with their letter.
    pub(super) details: Arc<Vec<(Phrase, String)>>,
}

/// What takes the place of a stretch.
enum Instead {
    Gone(Removed),
    Child(String),
}

impl Looking {
    /// What is not shown of a text, in order; no stretch overlaps another.
    fn found(&self, text: &str, folded: &Folded, house: bool) -> Vec<(Range<usize>, Instead)> {
        let mut gone: Vec<(Range<usize>, Removed)> = Vec::new();
        for passage in self.passages.iter() {
            for range in passage.phrase.find(folded) {
                passage.met.store(true, Ordering::Relaxed);
                gone.push((range, passage.reason));
            }
        }
        let mut children: Vec<(Range<usize>, String)> = Vec::new();
        if !house {
            if let Some(names) = &self.names {
                children = names.find(text, folded);
            }
            for (phrase, letter) in self.details.iter() {
                let found = phrase.find(folded).into_iter();
                children.extend(found.map(|range| (range, letter.clone())));
            }
        }
        // What is left of half a name may still say it: a passage takes the whole name with it.
        children.retain(|(child, _)| {
            let mut apart = true;
            for (range, _) in &mut gone {
                if overlap(range, child) {
                    *range = range.start.min(child.start)..range.end.max(child.end);
                    apart = false;
                }
            }
            apart
        });
        let mut all: Vec<(Range<usize>, Instead)> = gone
            .into_iter()
            .map(|(range, reason)| (range, Instead::Gone(reason)))
            .chain(
                children
                    .into_iter()
                    .map(|(range, letter)| (range, Instead::Child(letter))),
            )
            .collect();
        all.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut apart: Vec<(Range<usize>, Instead)> = Vec::new();
        for (range, instead) in all {
            match apart.last_mut() {
                Some((last, _)) if overlap(last, &range) => last.end = last.end.max(range.end),
                _ => apart.push((range, instead)),
            }
        }
        apart
    }

    /// Whether a text shows something that it must not. Where words are broken over lines, half a word at the end of one is no name.
    pub(super) fn shows(&self, text: &str, folded: &Folded, (house, broken): (bool, bool)) -> bool {
        let passage = |passage: &Passage| passage.phrase.stands_in(folded);
        let detail = |(phrase, _): &(Phrase, String)| phrase.stands_in(folded);
        let at_an_edge = |range: &Range<usize>| {
            let before = text.get(..range.start).unwrap_or_default();
            let after = text.get(range.end..).unwrap_or_default();
            before.ends_with('\n') || after.starts_with('\n')
        };
        let names = |names: &Arc<Names>| {
            let mut found = names.find(text, folded).into_iter();
            found.any(|(range, _)| !broken || !at_an_edge(&range))
        };
        self.passages.iter().any(passage)
            || (!house && (self.details.iter().any(detail) || self.names.iter().any(names)))
    }
}

impl Redact for Looking {
    fn pieces(&self, text: &str, house: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut kept = 0;
        for (range, instead) in self.found(text, &Folded::of(text), house) {
            if kept < range.start {
                pieces.push(Piece::Keep(kept..range.start));
            }
            pieces.push(match instead {
                Instead::Gone(reason) => Piece::Gone(range.clone(), reason),
                Instead::Child(letter) => Piece::Child(range.clone(), letter),
            });
            kept = range.end;
        }
        if kept < text.len() {
            pieces.push(Piece::Keep(kept..text.len()));
        }
        pieces
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
