//! The handover sheet: what a deputy must know who takes over for a while, and two signatures.

use crate::PapersError;
use crate::concern::{Part, heading};
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Head, MEASURE, SIGNATURE_LINE, Sheets, small};
use crate::laid_out::LaidOut;
use crate::printed::Printed;
use crate::record::{self, Paragraph};
use crate::typeset::span;

/// What a handover sheet says. Its `Debug` shows no word of it.
#[derive(Clone)]
pub struct HandoverFacts {
    /// How it came to be printed.
    pub printed: Printed,
    /// `10 to 24 November 2026`.
    pub period: String,
    /// From whom to whom.
    pub title: String,
    /// Whose sheet it is and what is not in it.
    pub about: Vec<Paragraph>,
    /// What the writer added by hand, a paragraph each; all of it fits in one frame on a page.
    pub must_know: Vec<String>,
    /// What is live, unread, late, due: each under a heading of its own.
    pub parts: Vec<Part>,
}

impl std::fmt::Debug for HandoverFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HandoverFacts")
            .field("parts", &self.parts.len())
            .finish_non_exhaustive()
    }
}

/// Lays a handover sheet out. The same facts give the same pages; its title names nobody.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only
/// if something is broken.
pub fn handover(facts: &HandoverFacts) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let title = line("who hands over", &facts.title)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets =
        Sheets::new(head, facts.printed.foot(small("Handover"))?)?.sized(facts.printed.large);
    let what = format!("Handover sheet, {}", facts.period);
    sheets.words(&[span(what.as_str(), Face::Sans, 11.4)])?;
    sheets.title(&title)?;
    sheets.space(3.0);
    for paragraph in &facts.about {
        record::flow(&mut sheets, paragraph, 0.0, MEASURE)?;
    }
    must_know(&mut sheets, &facts.must_know)?;
    for part in &facts.parts {
        heading(&mut sheets, &part.heading)?;
        for paragraph in &part.paragraphs {
            record::flow(&mut sheets, paragraph, 0.0, MEASURE)?;
            sheets.space(4.0);
        }
    }
    signatures(&mut sheets)?;
    let paper = sheets.finish_printed("Handover sheet".to_owned(), "handover", &facts.printed)?;
    Ok(LaidOut::new(paper))
}

/// What somebody wrote for whoever takes over, framed so that it is read first.
fn must_know(sheets: &mut Sheets<'_>, lines: &[String]) -> Result<(), PapersError> {
    if lines.is_empty() {
        return Ok(());
    }
    let mut all = vec![vec![span("What you must know", Face::SansBold, 10.2)]];
    let said = lines
        .iter()
        .map(|said| vec![span(said.as_str(), Face::Sans, 10.2)]);
    all.extend(said);
    sheets.space(6.0);
    sheets.boxed(&all)
}

/// Two people sign: one hands over, one takes over.
fn signatures(sheets: &mut Sheets<'_>) -> Result<(), PapersError> {
    let both = [
        ("I hand over. This is what I know of.", "Handed over by"),
        (
            "I have read this sheet and take over from now on.",
            "Taken over by",
        ),
    ];
    sheets.keep(2.0 * (SIGNATURE_LINE + 50.0))?;
    for (said, who) in both {
        sheets.space(14.0);
        sheets.words(&[small(said)])?;
        sheets.named_lines(
            &[(who, 4.0), ("Signature", 4.0), ("Date and time", 3.0)],
            SIGNATURE_LINE,
        )?;
    }
    Ok(())
}
