//! A bundle: papers one after the other behind a cover and an index, numbered from the first page to the last as a reader of the file
//! numbers them, with a link and a bookmark to each.

mod front;
mod number;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::PapersError;
use crate::house::{Foot, numbered, small};
use crate::laid_out::{LaidOut, removed};
use crate::packed::Packed;
use crate::page::{Bookmark, Mark, Paper};
use crate::printed::Printed;
use crate::record::Paragraph;
use crate::redact::RemovedOn;
use crate::typeset::Typesetter;

use number::Called;

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
    /// How its pages are called.
    pub numbering: Numbering,
}

/// How the pages of a bundle are called: on the page, in the index, and by the reader of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numbering {
    /// `Page 4 of 39`, from the first to the last (General Guidance on Electronic Court Bundles, 29 November 2021).
    #[default]
    Continuous,
    /// `Page B4`: each section has a letter and counts from 1 (family courts: Practice Direction 27A).
    Sections,
}

/// One paper of a bundle.
pub struct BundlePart {
    /// What it is called in the index.
    pub title: String,
    /// 1, 2 for one beneath the last 1, or 3 for one beneath the last 2.
    pub level: u8,
    /// Which section it stands in: 0 for that of the cover, and never one before that of the part before it.
    pub section: u8,
    /// Its pages.
    pub paper: LaidOut,
    /// What stands beneath the number of each of its pages, with their own number: `RC/1-1`.
    pub stamp: Option<String>,
}

/// The last paper of a bundle of which words were taken out: what, and on which pages. They are known only once everything else is laid
/// out.
pub struct Schedule<'a> {
    /// What it is called in the index.
    pub title: &'a str,
    /// Lays it out, of what was taken out on which page.
    pub lay_out: LayOut<'a>,
}

/// Lays a schedule out.
type LayOut<'a> = Box<dyn FnOnce(&[RemovedOn]) -> Result<LaidOut, PapersError> + 'a>;

impl std::fmt::Debug for Schedule<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Schedule")
    }
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
pub fn bundle(
    facts: &BundleFacts,
    parts: Vec<BundlePart>,
    schedule: Option<Schedule<'_>>,
) -> Result<LaidOut, PapersError> {
    let mut parts = parts;
    let rows = rows(&parts, schedule.as_ref().map(|last| last.title));
    // How many pages come before the papers does not depend on the numbers that stand there, so they are laid out twice.
    let front = front::lay_out(facts, &rows, &Called::unknown(rows.len()))?;
    let before = front.pages.len();
    if let Some(schedule) = schedule {
        let called = Called::of(facts.numbering, before, &parts);
        let mut all = removed(&front.pages, |page| called.page(page));
        for (part, pages) in parts.iter().zip(&called.parts) {
            all.extend(removed(part.paper.all(), |page| {
                called.page(pages.start + page)
            }));
        }
        parts.push(BundlePart {
            title: schedule.title.to_owned(),
            level: 1,
            section: parts.last().map_or(0, |last| last.section),
            paper: (schedule.lay_out)(&all)?,
            stamp: None,
        });
    }
    let called = Called::of(facts.numbering, before, &parts);
    let mut whole = front::lay_out(facts, &rows, &called)?;
    if whole.pages.len() != before {
        return Err(PapersError::Unset);
    }
    let mut stamps: BTreeMap<usize, String> = BTreeMap::new();
    let mut stamped: BTreeMap<String, usize> = BTreeMap::new();
    for (part, pages) in parts.into_iter().zip(&called.parts) {
        if let Some(stamp) = &part.stamp {
            // What belongs to one exhibit counts on from part to part.
            let own = stamped.entry(stamp.clone()).or_default();
            for page in pages.clone() {
                *own += 1;
                stamps.insert(page, format!("{stamp}-{own}"));
            }
        }
        let title = match &facts.printed.redactor {
            Some(redactor) => redactor.plain(&part.title),
            None => part.title.clone(),
        };
        whole.bookmarks.push(Bookmark {
            title: format!("{title}, page {}", called.page(pages.start)),
            level: part.level,
            page: pages.start,
            y: 0.0,
        });
        join(&mut whole, part);
    }
    number(&mut whole.pages, facts, &called, &stamps)?;
    whole.labels = called.labels();
    Ok(LaidOut::new(whole))
}

/// On which pages each of the papers will stand, for papers that say it of others; with the title of the schedule that will come last,
/// where one will.
///
/// # Errors
/// As [`bundle`].
pub fn bundle_places(
    facts: &BundleFacts,
    parts: &[BundlePart],
    schedule: Option<&str>,
) -> Result<BundlePlaces, PapersError> {
    let rows = rows(parts, schedule);
    let before = front::lay_out(facts, &rows, &Called::unknown(rows.len()))?;
    let called = Called::of(facts.numbering, before.pages.len(), parts);
    Ok(BundlePlaces(called))
}

/// Where the papers of a bundle stand, and what their pages are called.
pub struct BundlePlaces(Called);

impl BundlePlaces {
    /// The pages of each paper, counted from nought.
    pub fn parts(&self) -> &[Range<usize>] {
        &self.0.parts
    }

    /// What pages are called: `4 to 5`, `B13`.
    pub fn called(&self, pages: &Range<usize>) -> String {
        self.0.pages_of(pages)
    }
}

impl std::fmt::Debug for BundlePlaces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BundlePlaces({} parts)", self.0.parts.len())
    }
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
        for Mark { element, .. } in &mut page.page.marks {
            *element += elements;
        }
        for link in &mut page.page.links {
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
        redactor: printed.redactor.clone(),
    }
}

/// The lines of the index.
fn rows(parts: &[BundlePart], schedule: Option<&str>) -> Vec<(String, u8)> {
    let rows = parts.iter().map(|part| (part.title.clone(), part.level));
    rows.chain(schedule.map(|title| (title.to_owned(), 1)))
        .collect()
}

/// Every page anew with the bundle's foot in the place of its own, and its own number within an exhibit.
fn number(
    pages: &mut [Packed],
    facts: &BundleFacts,
    called: &Called,
    stamps: &BTreeMap<usize, String>,
) -> Result<(), PapersError> {
    let mut setter = Typesetter::new()?;
    setter.redact_with(facts.printed.redactor.clone());
    for (at, packed) in pages.iter_mut().enumerate() {
        let mut page = packed.open()?;
        if let Some(from) = page.foot.take() {
            page.items.truncate(from);
        }
        page.foot = Some(page.items.len());
        let stamp = stamps.get(&at).map(String::as_str).unwrap_or_default();
        let foot = Foot {
            reference: numbered(stamp),
            ..foot(facts)
        };
        foot.draw(&mut setter, &mut page, &called.in_foot(at))?;
        *packed = Packed::of(page)?;
    }
    Ok(())
}
