//! A flowchart on paper: what it is for and what nobody does, the drawing, and every step in words.

use super::facts::{FlowFacts, StepFacts};
use super::fit::{Fitted, Size, fit, turned};
use super::put::put;
use super::said::Numbers;
use crate::PapersError;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{BODY_LEADING, Foot, Head, SMALL_LEADING, Sheets, plain, small, strong};
use crate::laid_out::LaidOut;
use crate::page::{Role, Sheet};
use crate::typeset::span;

/// What the paper says beside its flowchart.
#[derive(Debug, Clone)]
pub struct FlowPaper<'a> {
    /// The school's name, as its head of paper has it.
    pub school: &'a str,
    /// How the paper must be handled.
    pub marking: &'a str,
    /// When it was printed, in words.
    pub at: &'a str,
}

/// Lays a flowchart out on paper, in as few pages as it can be read on. The same facts give the same pages.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page;
/// [`PapersError::TooWide`] for a flowchart that no page of this size can hold; the rest only if something is broken.
pub fn flowchart(
    paper: &FlowPaper<'_>,
    facts: &FlowFacts,
    size: Size,
) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", paper.school)?;
    let marking = line("marking", paper.marking)?;
    let title = line("title of the flowchart", &facts.title)?;
    let mut best: Option<(f32, Sheets<'_>, Fitted)> = None;
    for sheet in size.sheets() {
        let head = Head {
            school: &school,
            marking: &marking,
        };
        let mut sheets = Sheets::on(sheet, head, foot(paper, facts))?;
        opening(&mut sheets, facts, &title)?;
        let Some(fitted) = fit(&mut sheets, facts, size)? else {
            continue;
        };
        let cost = fitted.cost() + turned(sheet);
        if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
            best = Some((cost, sheets, fitted));
        }
    }
    let (_, mut sheets, fitted) = best.ok_or(PapersError::TooWide)?;
    let numbers = put(&mut sheets, facts, &fitted)?;
    if size == Size::A4 {
        in_words(&mut sheets, facts, &numbers)?;
    }
    let name = format!("Flowchart {}", facts.number);
    let identity = format!("flowchart\n{}\n{}\n{size:?}", facts.number, facts.version);
    Ok(LaidOut::new(sheets.finish(name, identity, None)?))
}

fn foot(paper: &FlowPaper<'_>, facts: &FlowFacts) -> Foot {
    Foot {
        words: vec![small(format!(
            "{} Your safeguarding partnership may add steps.\nPrinted {}. Strongroom shows the latest version.",
            facts.version, paper.at
        ))],
        reference: small(format!("Flowchart {}", facts.number)),
        redactor: None,
    }
}

/// What stands before the drawing.
fn opening(sheets: &mut Sheets<'_>, facts: &FlowFacts, title: &str) -> Result<(), PapersError> {
    sheets.words(&[span(
        format!("Flowchart {}", facts.number),
        Face::Sans,
        11.4,
    )])?;
    sheets.title(title)?;
    sheets.space(2.0);
    sheets.words(&[plain(facts.purpose.as_str())])?;
    sheets.space(5.0);
    do_not(sheets, facts)?;
    sheets.space(10.0);
    Ok(())
}

/// What nobody does, in a frame.
pub(super) fn do_not(sheets: &mut Sheets<'_>, facts: &FlowFacts) -> Result<(), PapersError> {
    if facts.do_not.is_empty() {
        return Ok(());
    }
    let mut words = vec![strong("What nobody does. ")];
    for one in &facts.do_not {
        words.push(plain(format!("{}. ", one.trim_end_matches('.'))));
    }
    sheets.boxed(&[words])
}

/// Every step with its number: what the drawing leaves out.
fn in_words(
    sheets: &mut Sheets<'_>,
    facts: &FlowFacts,
    numbers: &Numbers,
) -> Result<(), PapersError> {
    sheets.turn_to(Sheet::A4)?;
    sheets.part(Role::Heading, |sheets| {
        let words = [span("The steps in words", Face::SerifBold, 15.0)];
        let block = sheets.set(&words, sheets.measure(), 19.0)?;
        sheets.flow(block)
    })?;
    sheets.space(4.0);
    let mut steps: Vec<&StepFacts> = facts.steps.iter().collect();
    steps.sort_by_key(|step| numbers.number(&step.id));
    for step in steps {
        step_in_words(sheets, step, numbers)?;
    }
    if !facts.note.is_empty() || !facts.sources.is_empty() {
        sheets.keep(60.0)?;
        sheets.space(8.0);
        sheets.words(&[strong("Where it comes from")])?;
        for source in &facts.sources {
            sheets.words(&[small(source.as_str())])?;
        }
        if !facts.note.is_empty() {
            sheets.words(&[small(facts.note.as_str())])?;
        }
    }
    Ok(())
}

fn step_in_words(
    sheets: &mut Sheets<'_>,
    step: &StepFacts,
    numbers: &Numbers,
) -> Result<(), PapersError> {
    const NUMBER: f32 = 24.0;
    let number = |id: &str| numbers.number(id);
    let measure = sheets.measure() - NUMBER;
    let check = if step.check { "\u{A0}\u{2020}" } else { "" };
    let mut words = vec![
        strong(format!("{}{check}", step.title)),
        small(format!("  {}", step.kind.word())),
    ];
    if !step.detail.is_empty() {
        words.push(plain(format!("\n{}", step.detail)));
    }
    let title = sheets.set(&words, measure, BODY_LEADING)?;
    let mut lines = Vec::new();
    for (label, text) in &step.lines {
        lines.push(format!("{label}: {text}"));
    }
    let ways: Vec<String> = step
        .ways
        .iter()
        .map(|way| match way.answer.is_empty() {
            true => format!("On to {}.", number(&way.to)),
            false => format!("{}: on to {}.", way.answer, number(&way.to)),
        })
        .collect();
    if !ways.is_empty() {
        lines.push(ways.join(" "));
    }
    let lines = [small(lines.join("\u{2003}"))];
    let lines = sheets.set(&lines, measure, SMALL_LEADING)?;
    sheets.keep(title.height() + lines.height())?;
    let own = format!("{}", number(&step.id));
    let own = sheets.set(&[strong(own)], NUMBER, BODY_LEADING)?;
    sheets.part(Role::Paragraph, |sheets| {
        let y = sheets.y();
        sheets.place(own, 0.0, y);
        sheets.flow_at(NUMBER, title)?;
        if lines.width() > 0.0 {
            sheets.flow_at(NUMBER, lines)?;
        }
        Ok(())
    })?;
    sheets.space(5.0);
    Ok(())
}
