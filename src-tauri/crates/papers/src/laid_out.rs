//! A paper whose pages are laid out: to be looked at, printed or saved.

use std::collections::BTreeMap;

use crate::PapersError;
use crate::packed::Packed;
use crate::page::{Item, Page, Paper};
use crate::pdf::originals::{Original, Sealed};
use crate::pdf::{Pdf, Protected, Writer};
use crate::redact::{Removed, RemovedOn};
use crate::svg;

/// A paper's pages. Whoever needs them after they are written keeps a copy, which is small. It holds everything the paper says, and says nothing of it in `Debug`.
#[derive(Clone)]
pub struct LaidOut {
    paper: Paper,
}

impl std::fmt::Debug for LaidOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LaidOut({} pages)", self.pages())
    }
}

impl LaidOut {
    pub(crate) fn new(paper: Paper) -> Self {
        Self { paper }
    }

    /// What a reader's title bar shows: never a name.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.paper.title
    }

    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.paper.pages.len()
    }

    /// One page as a picture in SVG, A4 in points, drawn from the same glyphs as the file. The first page is 1.
    ///
    /// # Errors
    /// [`PapersError::Fonts`] if a bundled font is damaged.
    pub fn picture(&self, page: usize) -> Result<Option<String>, PapersError> {
        self.page(page)
            .map(|page| svg::picture(&page.open()?))
            .transpose()
    }

    /// The words of one page in reading order, a line for each line.
    #[must_use]
    pub fn words(&self, page: usize) -> Option<String> {
        Some(words(&self.page(page)?.open().ok()?))
    }

    /// Every word on one page in the order in which it was put there: its head, then everything else with its foot.
    #[must_use]
    pub fn every_word(&self, page: usize) -> Option<(String, String)> {
        let page = self.page(page)?.open().ok()?;
        let said = |items: &[Item]| -> String {
            let runs = items.iter().filter_map(|item| match item {
                Item::Run(run) => Some(run.said().into_owned()),
                Item::Rule(_)
                | Item::Frame(_)
                | Item::Shape(_)
                | Item::Curve(_)
                | Item::Placed(_) => None,
            });
            runs.collect::<Vec<_>>().join("\n")
        };
        let (head, rest) = page.items.split_at_checked(page.head)?;
        Some((said(head), said(rest)))
    }

    /// Whether a word on one page is broken over two lines, because the place for it is narrower than it.
    #[must_use]
    pub fn breaks_a_word(&self, page: usize) -> bool {
        self.page(page).is_some_and(|page| page.page.broken)
    }

    /// Whether anything was taken out of it.
    #[must_use]
    pub fn takes_out(&self) -> bool {
        !removed(&self.paper.pages, |_| String::new()).is_empty()
    }

    /// What its file says besides its pages: its title, what tells it from another, its list of contents, what is read in place of figures.
    pub fn besides(&self) -> impl Iterator<Item = &str> {
        let paper = &self.paper;
        let titles = paper.bookmarks.iter().map(|mark| &mark.title);
        [&paper.title, &paper.identity]
            .into_iter()
            .chain(titles)
            .chain(paper.instead.values())
            .map(String::as_str)
    }

    /// What was taken out of its words, page by page.
    #[must_use]
    pub fn removed(&self) -> Vec<RemovedOn> {
        removed(&self.paper.pages, |page| (page + 1).to_string())
    }

    /// The file; the same bytes for the same paper.
    ///
    /// # Errors
    /// [`PapersError::Writing`] if something is broken.
    pub fn pdf(self) -> Result<Vec<u8>, PapersError> {
        Pdf.write(self.paper)
    }

    /// The file behind a password (AES-256). `key` is thirty-two random bytes, fresh for each file.
    ///
    /// # Errors
    /// [`PapersError::Writing`] if something is broken.
    pub fn protected(self, password: &str, key: &[u8; 32]) -> Result<Vec<u8>, PapersError> {
        Protected { password, key }.write(self.paper)
    }

    /// The file behind a password, with files in it that are still to be written. `key` is thirty-two random bytes, fresh for each file.
    ///
    /// # Errors
    /// [`PapersError::Writing`] if something is broken.
    pub fn sealed(
        self,
        password: &str,
        key: &[u8; 32],
        originals: Vec<Original>,
    ) -> Result<Sealed, PapersError> {
        Sealed::of(self.paper, (password, key), originals)
    }

    /// The paper itself, to go into a bundle.
    pub(crate) fn into_paper(self) -> Paper {
        self.paper
    }

    /// Its pages as they are laid out.
    pub(crate) fn all(&self) -> &[Packed] {
        &self.paper.pages
    }

    fn page(&self, page: usize) -> Option<&Packed> {
        self.paper.pages.get(page.checked_sub(1)?)
    }
}

/// What was taken out on these pages, each called so by its place, from 0.
pub(crate) fn removed(pages: &[Packed], called: impl Fn(usize) -> String) -> Vec<RemovedOn> {
    let mut all = Vec::new();
    for (place, page) in pages.iter().enumerate() {
        let mut here: BTreeMap<Removed, usize> = BTreeMap::new();
        for removed in &page.page.removed {
            *here.entry(*removed).or_default() += 1;
        }
        all.extend(here.into_iter().map(|(removed, times)| RemovedOn {
            page: called(place),
            removed,
            times,
        }));
    }
    all
}

fn words(page: &Page) -> String {
    let mut lines = String::new();
    let mut line: Option<f32> = None;
    let runs = page
        .marks
        .iter()
        .filter_map(|mark| page.items.get(mark.items.clone()))
        .flatten();
    for item in runs {
        let Item::Run(run) = item else { continue };
        if line.is_some_and(|y| (y - run.y).abs() > 0.5) {
            lines.push('\n');
        }
        line = Some(run.y);
        lines.push_str(&run.said());
    }
    lines
}
