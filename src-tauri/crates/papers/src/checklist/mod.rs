//! A filled checklist: each question with its answer in the order of the form it is for. Large, to be read from at a telephone.

use crate::PapersError;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{BODY, BODY_LEADING, Head, MEASURE, Sheets, plain, small, strong};
use crate::laid_out::LaidOut;
use crate::page::Role;
use crate::printed::Printed;
use crate::typeset::{Span, span};

/// How large questions and answers are set to be read at arm's length, and how far apart their lines stand, in points.
const LARGE: (f32, f32) = (15.0, 20.0);
/// How far in an answer stands.
const INSET: f32 = 14.0;

/// What the paper says. Its `Debug` shows no word of it.
#[derive(Clone)]
pub struct ChecklistFacts {
    /// How it came to be printed.
    pub printed: Printed,
    /// What the checklist is called.
    pub title: String,
    /// The record it is about, such as `MV-26-B7K-0143`; empty where there is none.
    pub record_no: String,
    /// What must be known before anything else.
    pub warnings: Vec<String>,
    /// How it was sent, or that it was not; version and sources: a sentence each.
    pub about: Vec<String>,
    /// Its parts.
    pub sections: Vec<ChecklistPart>,
    /// To be read from at a telephone.
    pub large: bool,
}

/// A part of it.
#[derive(Clone)]
pub struct ChecklistPart {
    /// Its heading.
    pub title: String,
    /// What is asked.
    pub items: Vec<Asked>,
}

/// A question with its answer.
#[derive(Clone)]
pub struct Asked {
    /// The question.
    pub prompt: String,
    /// The answer: a line for each thing. Empty where there is none.
    pub answer: Vec<String>,
    /// What stands in the place of a missing answer, such as `Nobody knows`.
    pub instead: String,
    /// Where the answer is from.
    pub from: String,
    /// User names and addresses: read letter by letter.
    pub spelt: bool,
}

impl std::fmt::Debug for ChecklistFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChecklistFacts")
            .field("title", &self.title)
            .finish_non_exhaustive()
    }
}

/// Lays it out. The same facts give the same pages; its title is the checklist's.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only if
/// something is broken.
pub fn checklist(facts: &ChecklistFacts) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let title = line("title of the checklist", &facts.title)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets =
        Sheets::new(head, facts.printed.foot(small(title.as_str()))?)?.sized(facts.printed.large);
    let (size, leading) = match facts.large {
        true => LARGE,
        false => (BODY, BODY_LEADING),
    };
    sheets.title(&title)?;
    if !facts.record_no.is_empty() {
        let number = span(facts.record_no.as_str(), Face::Mono, BODY);
        sheets.words(&[plain("About record of concern "), number, plain(".")])?;
    }
    for said in &facts.about {
        sheets.words(&[small(said.as_str())])?;
    }
    if !facts.warnings.is_empty() {
        sheets.space(5.0);
        let warnings: Vec<Vec<Span>> = facts
            .warnings
            .iter()
            .map(|warning| vec![strong(warning.as_str())])
            .collect();
        sheets.boxed(&warnings)?;
    }
    for part in &facts.sections {
        section(&mut sheets, part, (size, leading))?;
    }
    let paper = sheets.finish_printed(
        title.clone(),
        &format!("checklist\n{title}\n{}", facts.record_no),
        &facts.printed,
    )?;
    Ok(LaidOut::new(paper))
}

fn section(
    sheets: &mut Sheets<'_>,
    part: &ChecklistPart,
    (size, leading): (f32, f32),
) -> Result<(), PapersError> {
    let heading = span(part.title.as_str(), Face::SerifBold, size + 3.0);
    let heading = sheets.set(&[heading], MEASURE, leading + 4.0)?;
    // A heading alone at the foot of a page says nothing.
    sheets.keep(heading.height() + 3.0 * leading + 16.0)?;
    sheets.space(12.0);
    sheets.bookmark(1, part.title.as_str());
    sheets.part(Role::Heading, |sheets| sheets.flow(heading))?;
    let y = sheets.y();
    sheets.rule(0.0, y, MEASURE, 0.8);
    for asked in &part.items {
        question(sheets, asked, (size, leading))?;
    }
    Ok(())
}

fn question(
    sheets: &mut Sheets<'_>,
    asked: &Asked,
    (size, leading): (f32, f32),
) -> Result<(), PapersError> {
    sheets.space(7.0);
    let prompt = span(asked.prompt.as_str(), Face::SansBold, size);
    let prompt = sheets.set(&[prompt], MEASURE, leading)?;
    sheets.keep(prompt.height() + leading)?;
    sheets.part(Role::Paragraph, |sheets| sheets.flow(prompt))?;
    let face = if asked.spelt { Face::Mono } else { Face::Serif };
    let said: Vec<&str> = asked
        .answer
        .iter()
        .flat_map(|answer| answer.lines())
        .collect();
    let said = match asked.answer.is_empty() {
        true => vec![vec![span(asked.instead.as_str(), Face::Sans, size)]],
        false => sheets.lines_of(span(said.join("\n"), face, size)),
    };
    for line in said {
        let block = sheets.set(&line, MEASURE - INSET, leading)?;
        sheets.part(Role::Quote, |sheets| sheets.flow_at(INSET, block))?;
    }
    if !asked.from.is_empty() {
        // At the margin, where no answer stands: whoever answered could otherwise write another's name beneath.
        let from = sheets.set(&[small(asked.from.as_str())], MEASURE, BODY_LEADING)?;
        sheets.part(Role::Note, |sheets| sheets.flow(from))?;
    }
    Ok(())
}
