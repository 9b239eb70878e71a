//! Who is connected with one child, through what: a picture, and the same in words beneath it.

mod columns;
mod lines;
mod list;
mod picture;

use crate::PapersError;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Head, Sheets, plain, small};
use crate::laid_out::LaidOut;
use crate::printed::Printed;
use crate::record::{Words, spans};
use crate::typeset::span;

/// What the paper says. Its `Debug` shows no word of it.
#[derive(Clone)]
pub struct LinksFacts {
    /// How it came to be printed.
    pub printed: Printed,
    /// Whose links.
    pub name: String,
    /// Year, class, date of birth: one paragraph.
    pub about: Vec<Words>,
    /// Everybody, group by group.
    pub people: Vec<LinkedFacts>,
    /// Pairs of them whom a concern names together, by place in `people`, with how many concerns.
    pub between: Vec<(usize, usize, u32)>,
    /// What is not in it, and why.
    pub left_out: Option<String>,
}

/// Somebody connected with the child.
#[derive(Clone)]
pub struct LinkedFacts {
    /// Their name, or the letter that stands for it.
    pub name: String,
    /// It is a letter.
    pub lettered: bool,
    /// What they are to the child, in words; nothing where only concerns name both.
    pub relation: String,
    /// Where they stand in the picture.
    pub group: LinkGroup,
    /// Concerns that name both, a line each, newest first.
    pub concerns: Vec<String>,
}

/// Where somebody stands in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkGroup {
    /// Parents, carers, relatives, whoever lives in the household.
    Family,
    /// Professionals.
    Agency,
    /// Children.
    Child,
    /// Other adults whom concerns name.
    Adult,
}

impl LinkGroup {
    fn title(self) -> &'static str {
        match self {
            Self::Family => "Family and household",
            Self::Agency => "Agencies",
            Self::Child => "Children",
            Self::Adult => "Adults in concerns",
        }
    }
}

impl LinkedFacts {
    /// `Mother, 2 concerns`.
    fn through(&self) -> String {
        let concerns = match self.concerns.len() {
            0 => String::new(),
            1 => "1 concern".to_owned(),
            several => format!("{several} concerns"),
        };
        [self.relation.as_str(), &concerns]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

impl std::fmt::Debug for LinksFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LinksFacts")
            .field("people", &self.people.len())
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for LinkedFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkedFacts")
    }
}

/// Lays the links out: the picture on as many pages as it needs, then everybody in words. The same facts give the same pages;
/// its title names nobody.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only
/// if something is broken.
pub fn links(facts: &LinksFacts) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let name = line("name of the pupil", &facts.name)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets =
        Sheets::new(head, facts.printed.foot(small(name.as_str()))?)?.sized(facts.printed.large);
    sheets.words(&[span("Who is connected, through what", Face::Sans, 11.4)])?;
    sheets.title(&name)?;
    sheets.space(2.0);
    sheets.words(&spans(&facts.about, Face::Sans, 10.2))?;
    if let Some(left_out) = &facts.left_out {
        sheets.space(6.0);
        sheets.boxed(&[vec![plain(left_out.as_str())]])?;
    }
    if facts.people.is_empty() {
        sheets.space(12.0);
        sheets.words(&[plain(
            "Nobody is on record as connected with this child, and no concern names anybody beside them.",
        )])?;
    } else {
        picture::draw(&mut sheets, &name, facts)?;
        list::write(&mut sheets, facts)?;
    }
    let paper = sheets.finish_printed("Links".to_owned(), "links", &facts.printed)?;
    Ok(LaidOut::new(paper))
}
