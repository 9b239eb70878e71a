//! A bundle: papers one after the other behind a cover and an index, numbered from the first page to the last as a reader of the file
//! numbers them, with a link and a bookmark to each.

mod front;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::PapersError;
use crate::house::{Foot, numbered, small};
use crate::laid_out::LaidOut;
use crate::page::{Bookmark, Mark, Page, Paper};
use crate::printed::Printed;
use crate::record::Paragraph;
use crate::typeset::Typesetter;

/// What the cover and the index of a bundle say. Its `Debug` shows no word of it.
#[derive(Clone)]
pub struct BundleFacts {
    /// How it came to be made.
    pub printed: Printed,
    /// What it is: `Evidence bundle for the police`.
    pub what: String,
    /// Its number, in the foot of every page too.
    pub number: String,
    /// What it is about, in a line.
    pub matter: String,
    /// To whom, for what reference, on what basis, by whom: each with its label.
    pub facts: Vec<(String, String)>,
    /// What is not in it, and why.
    pub left_out: Vec<Paragraph>,
    /// A hash that stands for everything beside this file, with what it is of.
    pub hash: (String, String),
    /// Lines to sign on.
    pub sign: Vec<(String, f32)>,
}

/// One paper of a bundle.
pub struct BundlePart {
    /// What it is called in the index.
    pub title: String,
    /// 1, 2 for one beneath the last 1, or 3 for one beneath the last 2.
    pub level: u8,
    /// Its pages.
    pub paper: LaidOut,
    /// What stands beneath the number of each of its pages, with their own number: `RC/1-1`.
    pub stamp: Option<String>,
}

impl std::fmt::Debug for BundleFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BundleFacts").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for BundlePart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BundlePart({} pages)", self.paper.pages())
    }
}

/// Puts the papers together. The same facts and papers give the same pages.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only if
/// something is broken.
pub fn bundle(facts: &BundleFacts, parts: Vec<BundlePart>) -> Result<LaidOut, PapersError> {
    let pages = bundle_places(facts, &parts)?;
    let mut whole = front::lay_out(facts, &parts, &pages)?;
    if pages
        .first()
        .is_some_and(|first| first.start != whole.pages.len())
    {
        return Err(PapersError::Unset);
    }
    let mut stamps: BTreeMap<usize, String> = BTreeMap::new();
    let mut stamped: BTreeMap<String, usize> = BTreeMap::new();
    for (part, pages) in parts.into_iter().zip(pages) {
        if let Some(stamp) = &part.stamp {
            // What belongs to one exhibit counts on from part to part.
            let own = stamped.entry(stamp.clone()).or_default();
            for page in pages.clone() {
                *own += 1;
                stamps.insert(page, format!("{stamp}-{own}"));
            }
        }
        let number = pages.start + 1;
        whole.bookmarks.push(Bookmark {
            title: format!("{}, page {number}", part.title),
            level: part.level,
            page: pages.start,
            y: 0.0,
        });
        join(&mut whole, part);
    }
    number(&mut whole.pages, facts, &stamps)?;
    Ok(LaidOut::new(whole))
}

/// On which pages each of the papers will stand, counted from nought; for papers that say it of others.
///
/// # Errors
/// As [`bundle`].
pub fn bundle_places(
    facts: &BundleFacts,
    parts: &[BundlePart],
) -> Result<Vec<Range<usize>>, PapersError> {
    // How many pages come before the papers does not depend on the numbers that stand there.
    let blank: Vec<Range<usize>> = parts.iter().map(|_| 9999..9999).collect();
    let mut at = front::lay_out(facts, parts, &blank)?.pages.len();
    let pages = parts.iter().map(|part| {
        let from = at;
        at += part.paper.pages();
        from..at
    });
    Ok(pages.collect())
}

/// The pages of a paper after those that are there, without their feet. What leads into it is the bundle's own list of contents.
fn join(whole: &mut Paper, part: BundlePart) {
    let paper = part.paper.into_paper();
    let elements = whole.elements.len();
    let pages = whole.pages.len();
    whole.elements.extend(paper.elements);
    let instead = paper.instead.into_iter();
    whole
        .instead
        .extend(instead.map(|(at, said)| (elements + at, said)));
    whole.pages.extend(paper.pages.into_iter().map(|mut page| {
        for Mark { element, .. } in &mut page.marks {
            *element += elements;
        }
        for link in &mut page.links {
            link.to += pages;
        }
        page
    }));
}

fn foot(facts: &BundleFacts) -> Foot {
    let printed = &facts.printed;
    Foot {
        words: vec![
            small(format!(
                "{}, made by {}, {}. Record checkpoint ",
                facts.number, printed.by, printed.at
            )),
            numbered(printed.checkpoint.as_str()),
            small("."),
        ],
        reference: numbered(""),
    }
}

/// Every page anew with the bundle's foot in the place of its own, and its own number within an exhibit.
fn number(
    pages: &mut [Page],
    facts: &BundleFacts,
    stamps: &BTreeMap<usize, String>,
) -> Result<(), PapersError> {
    let mut setter = Typesetter::new()?;
    let count = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        if let Some(from) = page.foot.take() {
            page.items.truncate(from);
        }
        page.foot = Some(page.items.len());
        let stamp = stamps.get(&at).map(String::as_str).unwrap_or_default();
        let foot = Foot {
            reference: numbered(stamp),
            ..foot(facts)
        };
        foot.draw(&mut setter, page, at + 1, count)?;
    }
    Ok(())
}
