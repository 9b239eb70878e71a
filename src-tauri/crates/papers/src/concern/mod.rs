//! One concern in full: the account that holds, every version before it, the four clocks, the files.

mod clock;
mod files;

pub use clock::ClockFacts;
pub use files::FileFacts;

use crate::PapersError;
use crate::body::{self, BodyFacts};
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Head, MEASURE, SIGNATURE_LINE, Sheets, numbered, small};
use crate::laid_out::LaidOut;
use crate::page::{Item, Role, Rule};
use crate::printed::Printed;
use crate::record::{self, Paragraph, Words, spans};
use crate::typeset::span;

/// What the paper of one concern says. Its `Debug` shows no word of it.
#[derive(Clone)]
pub struct ConcernFacts {
    /// How it came to be printed.
    pub printed: Printed,
    /// The record's number.
    pub record_no: String,
    /// Who it is about, and what: one line.
    pub title: String,
    /// Status, categories, people and their parts.
    pub about: Vec<Paragraph>,
    /// Happened, told, written, with the gaps between.
    pub clock: Vec<ClockFacts>,
    /// The account that holds, then each version in full, oldest first.
    pub parts: Vec<Part>,
    /// The marks that could be seen, where there are any.
    pub body: Option<BodyFacts>,
    /// Its files.
    pub files: Vec<FileFacts>,
    /// Without lines to sign on: it goes to somebody who is no witness of it.
    pub unsigned: bool,
}

/// A part of the record under a heading of its own.
#[derive(Clone)]
pub struct Part {
    /// `Account as it stands`, `Version 1, as first signed`.
    pub heading: String,
    /// Its words.
    pub paragraphs: Vec<Paragraph>,
}

impl std::fmt::Debug for ConcernFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ConcernFacts")
            .field("record_no", &self.record_no)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Part")
    }
}

/// Lays a concern out. The same facts give the same pages; its title is its number.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only
/// if something is broken.
pub fn concern(facts: &ConcernFacts) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let number = line("record number", &facts.record_no)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets = Sheets::new(head, facts.printed.foot(numbered(number.as_str()))?)?
        .sized(facts.printed.large);
    sheets.words(&spans(
        &[
            Words::Plain("Record of concern ".to_owned()),
            Words::Spelt(number.clone()),
        ],
        Face::Sans,
        11.4,
    ))?;
    sheets.title(&facts.title)?;
    sheets.space(3.0);
    for paragraph in &facts.about {
        record::flow(&mut sheets, paragraph, 0.0, MEASURE)?;
    }
    clock::draw(&mut sheets, &facts.clock)?;
    for part in &facts.parts {
        heading(&mut sheets, &part.heading)?;
        for paragraph in &part.paragraphs {
            record::flow(&mut sheets, paragraph, 0.0, MEASURE)?;
            sheets.space(4.0);
        }
    }
    if let Some(body) = &facts.body {
        sheets.keep(body::first(&body.sides) + 40.0)?;
        heading(&mut sheets, "Body map")?;
        body::draw(&mut sheets, body)?;
    }
    if !facts.files.is_empty() {
        heading(&mut sheets, "Files")?;
        files::draw(&mut sheets, &facts.files)?;
    }
    if !facts.unsigned {
        signature(&mut sheets, facts.printed.redactor.is_some())?;
    }
    let paper = sheets.finish_printed(
        format!("Record {number}"),
        &format!("concern\n{number}"),
        &facts.printed,
    )?;
    Ok(LaidOut::new(paper))
}

/// A heading over a rule, with room for three lines beneath it.
pub(crate) fn heading(sheets: &mut Sheets<'_>, text: &str) -> Result<(), PapersError> {
    const BEFORE: f32 = 10.0;
    let block = sheets.set(&[span(text, Face::SerifBold, 12.4)], MEASURE, 17.0)?;
    sheets.keep(BEFORE + block.height() + 56.0)?;
    sheets.space(BEFORE);
    sheets.bookmark(1, text);
    sheets.part(Role::Heading, |sheets| sheets.flow(block))?;
    sheets.space(1.0);
    let y = sheets.y();
    sheets.draw(Item::Rule(Rule {
        from: (crate::house::MARGIN, y),
        to: (crate::house::MARGIN + MEASURE, y),
        weight: 0.7,
    }));
    sheets.space(6.0);
    Ok(())
}

/// For whoever hands the paper over.
fn signature(sheets: &mut Sheets<'_>, redacted: bool) -> Result<(), PapersError> {
    let complete = match redacted {
        true => "It is complete but for what the redaction schedule names.",
        false => "It is complete as printed.",
    };
    let room = SIGNATURE_LINE + 44.0;
    sheets.keep(room)?;
    sheets.space(16.0);
    sheets.words(&[small(format!(
        "I have compared this paper with the record. {complete}"
    ))])?;
    sheets.named_lines(
        &[("Signature", 4.0), ("Name and role", 4.0), ("Date", 2.0)],
        SIGNATURE_LINE,
    )
}
