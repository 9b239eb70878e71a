//! The last look before anything leaves: whether words that were taken out, or names that are letters, stand anywhere after all.

use papers::LaidOut;

use super::Redaction;
use super::phrase::{Folded, Phrase};
use super::reasons::REASONS;
use crate::office::Watch;
use crate::wire::{Fault, FaultKind, Problem};

/// How a text is read when it is searched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// Words on a page or in a file.
    Words,
    /// The same, where words are broken over lines.
    Broken,
    /// The house's own: a name there is a word like another.
    House,
}

impl Redaction {
    /// Refuses a paper of which any page, its list of contents, its title or what is read in place of its pictures shows what it must not.
    pub(crate) fn search_paper(
        &self,
        paper: &LaidOut,
        name: &str,
        watch: &Watch,
    ) -> Result<(), Fault> {
        let pages = paper.pages();
        for page in 1..=pages {
            watch.step("Looking for what was removed", page as u64, pages as u64)?;
            let (head, rest) = paper.every_word(page).ok_or_else(Fault::stopped)?;
            let rest = rest.replace(&format!("Page {page} of {pages}"), "");
            // A sentence goes on over the end of a page.
            let broken = paper.breaks_a_word(page) || paper.breaks_a_word(page + 1);
            let words = match broken {
                true => Of::Broken,
                false => Of::Words,
            };
            let here = paper.words(page).unwrap_or_default();
            let next = paper.words(page + 1).unwrap_or_default();
            let over = format!("{here}\n{next}");
            if self.shows(&head, Of::House) || self.shows(&rest, words) || self.shows(&over, words)
            {
                return Err(still_there(&format!("page {page} of {name}")));
            }
        }
        if paper.besides().any(|said| self.shows(said, Of::Words)) {
            return Err(still_there(&format!("the list of contents of {name}")));
        }
        Ok(())
    }

    /// Refuses a file, of which these are the texts.
    pub(crate) fn search_file<'a>(
        &self,
        name: &str,
        texts: impl IntoIterator<Item = &'a str>,
        of: Of,
    ) -> Result<(), Fault> {
        let mut texts = texts.into_iter();
        match texts.any(|text| self.shows(text, of)) {
            true => Err(still_there(name)),
            false => Ok(()),
        }
    }

    fn shows(&self, text: &str, of: Of) -> bool {
        let around = without_labels(text);
        around.iter().any(|text| {
            let folded = Folded::set(text);
            self.wide
                .shows(text, &folded, (of == Of::House, of == Of::Broken))
        })
    }
}

impl Redaction {
    /// Refuses where a passage stood nowhere: most likely it is written in another way, and then its words are still there.
    pub(crate) fn all_met(&self, kept: &str) -> Result<(), Fault> {
        let not_met = self.not_met();
        if not_met.is_empty() {
            return Ok(());
        }
        let mut fault = Fault::new(
            FaultKind::Refused,
            "Words that were to be removed stand nowhere in what goes.",
        )
        .kept(kept)
        .next("See how they are written in the record, or take them off the list.");
        fault.problems = not_met
            .into_iter()
            .map(|at| Problem {
                field: format!("redact.passages[{at}].words"),
                say: "These words stand nowhere in these records. Copy them from there, or take them off the list".to_owned(),
            })
            .collect();
        Err(fault)
    }
}

/// The text around the labels that stand for what was taken out: `third party` is no word of a record there.
fn without_labels(text: &str) -> Vec<&str> {
    let folded = Folded::set(text);
    let labels = REASONS
        .iter()
        .filter_map(|reason| Phrase::of(&reason.label()));
    let mut labels: Vec<_> = labels.flat_map(|label| label.find(&folded)).collect();
    labels.sort_by_key(|range| range.start);
    let mut around = Vec::new();
    let mut from = 0;
    for label in labels {
        around.push(text.get(from..label.start).unwrap_or_default());
        from = label.end;
    }
    around.push(text.get(from..).unwrap_or_default());
    around
}

fn still_there(place: &str) -> Fault {
    Fault::new(
        FaultKind::Refused,
        format!("Something that was to be removed still stands on {place}, so it was not made."),
    )
    .kept("Nothing left, and nothing was recorded as having left.")
    .next("Look at the list of what is removed: a name there may be written in another way. If it is right, report this fault.")
}
