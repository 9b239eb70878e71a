use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// An agreement on acceptable use that somebody signs.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Its name in records.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// Who signs it, in words.
    pub for_whom: String,
    /// What a signature can be written as in the register of signatures; the first unless another is chosen.
    pub kinds: Vec<Id>,
    /// Whose names are signed for.
    pub of: AgreedBy,
    /// Who signs the form, in this order.
    pub signs: Vec<Signer>,
    /// Until when a signature holds.
    pub holds: Holds,
    /// Which version of the words this is: it is kept in every line.
    pub version: Id,
    /// What is said before its statements; may be empty.
    pub before: String,
    /// What whoever signs says of themselves.
    pub statements: Vec<String>,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// Whose names are signed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgreedBy {
    /// Pupils on the roll.
    Pupils,
    /// Adults.
    Adults,
}

/// Who signs a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signer {
    /// The child.
    Child,
    /// A parent or carer.
    Parent,
    /// The adult it is about.
    Adult,
}

/// Until when a signature holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    /// The end of the school year.
    SchoolYear,
    /// The end of the term.
    Term,
    /// The day of the visit.
    Visit,
    /// Until they leave.
    Leaving,
}

impl Holds {
    /// In words, after `holds`: `until the end of the school year`.
    pub fn said(self) -> &'static str {
        match self {
            Self::SchoolYear => "until the end of the school year",
            Self::Term => "until the end of the term",
            Self::Visit => "for the day of the visit",
            Self::Leaving => "until they leave the school",
        }
    }
}

/// Reads the agreements.
pub(crate) fn agreements_on(shelf: &Shelf) -> Result<Vec<Agreement>, Error> {
    let page: AgreementsPage = shelf.read(Page::Agreements)?;
    Ok(page.agreement)
}

#[derive(Deserialize)]
struct AgreementsPage {
    agreement: Vec<Agreement>,
}

#[cfg(test)]
mod tests {
    #[test]
    fn whoever_signs_speaks_of_themselves_and_nothing_is_said_twice() {
        for agreement in crate::agreements().unwrap() {
            let mut seen = std::collections::BTreeSet::new();
            for said in &agreement.statements {
                let of_me = said.starts_with("I ") || said.starts_with("If ");
                assert!(of_me && said.ends_with('.'), "{}: {said}", agreement.id);
                assert!(seen.insert(said.to_lowercase()), "{}: {said}", agreement.id);
            }
        }
    }

    #[test]
    fn the_youngest_read_short_sentences() {
        let all = crate::agreements().unwrap();
        let words = |id: &str| {
            let one = all.iter().find(|one| one.id == *id).unwrap();
            let count = |said: &String| said.split_whitespace().count();
            one.statements.iter().map(count).max().unwrap()
        };
        assert!(words("pupil-early") <= 18);
        assert!(words("pupil-ks2") <= 36);
    }
}
