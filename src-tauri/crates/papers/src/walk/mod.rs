//! A walk through a flowchart: what was done, when, by whom and why not, in order; then the flowchart with the way taken.

use crate::PapersError;
use crate::concern::heading;
use crate::facts::line;
use crate::flowchart::{FlowFacts, Size, put_lit};
use crate::fonts::Face;
use crate::house::{Head, MEASURE, SIGNATURE_LINE, Sheets, small};
use crate::laid_out::LaidOut;
use crate::printed::Printed;
use crate::record::{self, Paragraph, Style};
use crate::typeset::span;

/// How far in a note stands, in points.
const NOTED: f32 = 14.0;

/// What the paper says. Its `Debug` shows no word of it.
#[derive(Clone)]
pub struct WalkFacts {
    /// How it came to be printed.
    pub printed: Printed,
    /// The walk, for the file's identifier.
    pub id: String,
    /// The number of the record of its concern, or of its flowchart where it has none.
    pub reference: String,
    /// Which concern, when it began and ended, by whom: a paragraph each.
    pub about: Vec<Paragraph>,
    /// What was done, oldest first: the paragraphs of each step.
    pub steps: Vec<Vec<Paragraph>>,
    /// What was done at the same time on another laptop and not followed.
    pub beside: Vec<Vec<Paragraph>>,
    /// The flowchart as it was when the walk began, with the way taken.
    pub flow: FlowFacts,
}

impl std::fmt::Debug for WalkFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WalkFacts({} steps)", self.steps.len())
    }
}

/// Lays a walk out; its drawing on sheets of the size asked for, everything else on A4. The same facts give the same
/// pages; its title is a number.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page;
/// [`PapersError::TooWide`] for a flowchart that no page can hold; the rest only if something is broken.
pub fn walk(facts: &WalkFacts, size: Size) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let title = line("title of the flowchart", &facts.flow.title)?;
    let reference = line("number of the record", &facts.reference)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets = Sheets::new(head, facts.printed.foot(small(reference.as_str()))?)?
        .sized(facts.printed.large);
    let what = format!("Flowchart {}, gone through", facts.flow.number);
    sheets.words(&[span(what, Face::Sans, 11.4)])?;
    sheets.title(&title)?;
    sheets.space(3.0);
    for paragraph in &facts.about {
        record::flow(&mut sheets, paragraph, 0.0, MEASURE)?;
        sheets.space(2.0);
    }
    steps(&mut sheets, "What was done", &facts.steps)?;
    let beside = "At the same time on another laptop, and not followed";
    steps(&mut sheets, beside, &facts.beside)?;
    signature(&mut sheets)?;
    put_lit(&mut sheets, &facts.flow, size)?;
    let paper = sheets.finish_printed(
        format!("Flowchart {}, {reference}", facts.flow.number),
        &format!("walk\n{}\n{size:?}", facts.id),
        &facts.printed,
    )?;
    Ok(LaidOut::new(paper))
}

fn steps(sheets: &mut Sheets<'_>, name: &str, all: &[Vec<Paragraph>]) -> Result<(), PapersError> {
    if all.is_empty() {
        return Ok(());
    }
    heading(sheets, name)?;
    for step in all {
        // A step's first line is not left alone at the foot of a page.
        sheets.keep(40.0)?;
        for (place, paragraph) in step.iter().enumerate() {
            // What somebody noted stands further in than what the record says of it.
            let x = match (place, paragraph.style) {
                (1.., Style::Account) => NOTED,
                _ => 0.0,
            };
            record::flow(sheets, paragraph, x, MEASURE - x)?;
        }
        sheets.space(6.0);
    }
    Ok(())
}

fn signature(sheets: &mut Sheets<'_>) -> Result<(), PapersError> {
    sheets.keep(SIGNATURE_LINE + 40.0)?;
    sheets.space(10.0);
    sheets.named_lines(
        &[
            ("Signature of whoever printed this", 4.0),
            ("Name and role", 4.0),
            ("Date", 2.0),
        ],
        SIGNATURE_LINE,
    )
}
