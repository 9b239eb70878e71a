//! All the marks that could be seen on one child, of every concern: laid over one another, then in words, the oldest first.

use crate::PapersError;
use crate::body::{self, BodySide, MarkFacts};
use crate::concern::heading;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Head, SIGNATURE_LINE, Sheets, plain, small, strong};
use crate::laid_out::LaidOut;
use crate::printed::Printed;
use crate::record::{Words, spans};
use crate::typeset::span;

/// What the paper says. Its `Debug` shows no word of it.
#[derive(Clone)]
pub struct AllMarksFacts {
    /// How it came to be printed.
    pub printed: Printed,
    /// Whose marks.
    pub name: String,
    /// Year, class, date of birth: one paragraph.
    pub about: Vec<Words>,
    /// The sides that have marks, each pin under its label.
    pub sides: Vec<BodySide>,
    /// The concerns, the oldest first.
    pub concerns: Vec<MarksOfConcern>,
    /// What is not in it, and why.
    pub left_out: Option<String>,
}

/// The marks of one concern.
#[derive(Clone)]
pub struct MarksOfConcern {
    /// Its letter and its number.
    pub heading: String,
    /// When they were seen, who wrote it and when.
    pub when: String,
    /// Each of its marks.
    pub marks: Vec<MarkFacts>,
}

impl std::fmt::Debug for AllMarksFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AllMarksFacts")
            .field("concerns", &self.concerns.len())
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for MarksOfConcern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MarksOfConcern")
    }
}

/// Lays the marks out. The same facts give the same pages; its title names nobody.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only
/// if something is broken.
pub fn all_marks(facts: &AllMarksFacts) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let name = line("name of the pupil", &facts.name)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets =
        Sheets::new(head, facts.printed.foot(small(name.as_str()))?)?.sized(facts.printed.large);
    sheets.words(&[span("Visible marks of every concern", Face::Sans, 11.4)])?;
    sheets.title(&name)?;
    sheets.space(2.0);
    sheets.words(&spans(&facts.about, Face::Sans, 10.2))?;
    if let Some(left_out) = &facts.left_out {
        sheets.space(6.0);
        sheets.boxed(&[vec![plain(left_out.as_str())]])?;
    }
    let marks: Vec<MarkFacts> = facts
        .concerns
        .iter()
        .flat_map(|concern| concern.marks.iter().cloned())
        .collect();
    if marks.is_empty() {
        sheets.space(12.0);
        sheets.words(&[plain("Nobody has recorded a visible mark.")])?;
    }
    if !facts.sides.is_empty() {
        sheets.keep(body::first(&facts.sides) + 40.0)?;
        heading(&mut sheets, "All marks")?;
        body::drawings(&mut sheets, &facts.sides, &marks)?;
    }
    for concern in &facts.concerns {
        sheets.keep(72.0)?;
        sheets.space(8.0);
        sheets.bookmark(1, &concern.heading);
        sheets.words(&[strong(concern.heading.as_str())])?;
        sheets.words(&[small(concern.when.as_str())])?;
        sheets.space(2.0);
        for mark in &concern.marks {
            body::in_words(&mut sheets, mark)?;
        }
    }
    // Nobody signs on a page that has nothing else on it.
    sheets.keep(SIGNATURE_LINE + 90.0)?;
    sheets.space(4.0);
    sheets.words(&[small(
        "A letter stands for a concern, the oldest first, and a number for each of its marks. Sizes were judged by eye; left and \
         right are the child\u{2019}s own. A mark that is not drawn was put down in words alone.",
    )])?;
    body::signature(&mut sheets, "Signature of whoever printed this")?;
    let paper = sheets.finish_printed("Visible marks".to_owned(), "all marks", &facts.printed)?;
    Ok(LaidOut::new(paper))
}
