//! Forms to fill in and sign by hand: a sheet for each person, or a blank one.

mod answer;

use crate::PapersError;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Head, MEASURE, SIGNATURE_LINE, Sheets, plain, small};
use crate::laid_out::LaidOut;
use crate::printed::Printed;
use crate::record::{self, Paragraph};
use crate::typeset::span;

pub use answer::{FormField, FormSpace};

/// How far a statement stands from its number.
const INDENT: f32 = 20.0;
/// How much room a row of lines to sign on takes.
const SIGNED: f32 = SIGNATURE_LINE + 24.0;

/// What the sheets say. Their `Debug` shows no word of it.
#[derive(Clone)]
pub struct FormsFacts {
    /// How they came to be printed.
    pub printed: Printed,
    /// What the paper is called.
    pub title: String,
    /// One for each person, each on a page of its own.
    pub sheets: Vec<FormSheet>,
}

/// One form.
#[derive(Clone, Default)]
pub struct FormSheet {
    /// Whose it is, printed beneath the title; nothing on a blank one.
    pub whose: String,
    /// What is said first.
    pub words: Vec<Paragraph>,
    /// What whoever signs says of themselves, numbered.
    pub statements: Vec<String>,
    /// What is filled in.
    pub fields: Vec<FormField>,
    /// What is said before the lines to sign on.
    pub before_signing: String,
    /// Lines to sign on: what belongs on each and its share of the measure, a row of them each.
    pub sign: Vec<Vec<(String, f32)>>,
}

impl std::fmt::Debug for FormsFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FormsFacts")
            .field("sheets", &self.sheets.len())
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for FormSheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FormSheet({} fields)", self.fields.len())
    }
}

/// Lays them out. The same facts give the same pages.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only if
/// something is broken.
pub fn forms(facts: &FormsFacts) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let title = line("title", &facts.title)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets =
        Sheets::new(head, facts.printed.foot(small(title.as_str()))?)?.sized(facts.printed.large);
    for (at, sheet) in facts.sheets.iter().enumerate() {
        if at > 0 {
            sheets.turn()?;
        }
        draw(&mut sheets, &title, sheet)?;
    }
    let shows = format!("forms\n{title}\n{}", facts.sheets.len());
    let paper = sheets.finish_printed(title, &shows, &facts.printed)?;
    Ok(LaidOut::new(paper))
}

fn draw(sheets: &mut Sheets<'_>, title: &str, sheet: &FormSheet) -> Result<(), PapersError> {
    sheets.title(title)?;
    if !sheet.whose.is_empty() {
        let whose = line("name", &sheet.whose)?;
        sheets.bookmark(1, whose.as_str());
        sheets.words(&[span(whose, Face::SansBold, 12.4)])?;
        sheets.space(2.0);
    }
    sheets.space(3.0);
    for paragraph in &sheet.words {
        record::flow(sheets, paragraph, 0.0, MEASURE)?;
        sheets.space(4.0);
    }
    for (at, statement) in sheet.statements.iter().enumerate() {
        said(sheets, at + 1, statement)?;
    }
    for field in &sheet.fields {
        answer::ask(sheets, field)?;
    }
    // A signature alone on a page could belong to any paper: all lines to sign on stay together with what they sign.
    sheets.keep(sheet.sign.len() as f32 * SIGNED + 24.0)?;
    if !sheet.before_signing.is_empty() {
        sheets.space(8.0);
        sheets.words(&[plain(sheet.before_signing.as_str())])?;
    }
    for lines in &sheet.sign {
        let lines: Vec<(&str, f32)> = lines
            .iter()
            .map(|(name, share)| (name.as_str(), *share))
            .collect();
        sheets.space(6.0);
        sheets.named_lines(&lines, SIGNATURE_LINE)?;
    }
    Ok(())
}

/// A numbered statement, never cut in two.
fn said(sheets: &mut Sheets<'_>, number: usize, statement: &str) -> Result<(), PapersError> {
    let figure = sheets.set(&[plain(format!("{number}."))], INDENT, LEADING)?;
    let words = sheets.set(&[plain(statement)], MEASURE - INDENT, LEADING)?;
    let height = words.height();
    sheets.keep(height + 4.0)?;
    let y = sheets.y();
    sheets.part(crate::page::Role::Paragraph, |sheets| {
        sheets.place(figure, 0.0, y);
        sheets.place(words, INDENT, y);
        Ok(())
    })?;
    sheets.space(height + 4.0);
    Ok(())
}

/// Of statements: they are read aloud to children.
const LEADING: f32 = 14.4;
