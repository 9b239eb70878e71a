//! What each page of a bundle is called.

use std::ops::Range;

use super::{BundlePart, Numbering};

/// Where each part stands, and what its pages are called.
pub(super) struct Called {
    /// The pages of each part, from 0.
    pub(super) parts: Vec<Range<usize>>,
    /// How many pages there are; nothing while that is not known.
    pub(super) pages: Option<usize>,
    numbering: Numbering,
    /// From which page on a section runs.
    sections: Vec<(usize, u8)>,
}

impl Called {
    /// While nothing is laid out yet: numbers as long as any.
    pub(super) fn unknown(parts: usize) -> Self {
        Self {
            parts: vec![9998..9999; parts],
            pages: None,
            numbering: Numbering::Continuous,
            sections: Vec::new(),
        }
    }

    /// With so many pages before the first part.
    pub(super) fn of(numbering: Numbering, before: usize, parts: &[BundlePart]) -> Self {
        let mut at = before;
        let mut sections = vec![(0, 0)];
        let mut ranges = Vec::with_capacity(parts.len());
        for part in parts {
            let last = sections.last().map_or(0, |(_, section)| *section);
            if part.section > last {
                sections.push((at, part.section));
            }
            ranges.push(at..at + part.paper.pages());
            at += part.paper.pages();
        }
        Self {
            parts: ranges,
            pages: Some(at),
            numbering,
            sections,
        }
    }

    /// `4`, or `B4`.
    pub(super) fn page(&self, at: usize) -> String {
        if self.numbering == Numbering::Continuous {
            return (at + 1).to_string();
        }
        let section = self.sections.iter().rev().find(|(from, _)| *from <= at);
        let (from, section) = section.copied().unwrap_or_default();
        format!("{}{}", letter(section), at - from + 1)
    }

    /// `4 to 5`, or `13`.
    pub(super) fn pages_of(&self, pages: &Range<usize>) -> String {
        let from = self.page(pages.start);
        match pages.len() {
            0 | 1 => from,
            _ => format!("{from} to {}", self.page(pages.end - 1)),
        }
    }

    /// `Page 4 of 39`, or `Page B4`.
    pub(super) fn in_foot(&self, at: usize) -> String {
        let page = self.page(at);
        match (self.numbering, self.pages) {
            (Numbering::Continuous, Some(pages)) => format!("Page {page} of {pages}"),
            (Numbering::Continuous, None) | (Numbering::Sections, _) => format!("Page {page}"),
        }
    }

    /// The same for a reader of the file.
    pub(super) fn labels(&self) -> Vec<(usize, String)> {
        match self.numbering {
            Numbering::Continuous => vec![(0, String::new())],
            Numbering::Sections => self
                .sections
                .iter()
                .map(|(from, section)| (*from, letter(*section).to_string()))
                .collect(),
        }
    }
}

fn letter(section: u8) -> char {
    char::from(b'A' + section.min(25))
}
