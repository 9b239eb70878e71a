//! A pupil's chronology in full: everything in the order in which it happened, newest first, nothing smoothed.

mod happening;

pub use happening::{Happening, Sign};

use crate::PapersError;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Head, MEASURE, Sheets, plain, small};
use crate::laid_out::LaidOut;
use crate::page::{Item, Role, Rule};
use crate::printed::Printed;
use crate::record::{Words, spans};
use crate::typeset::span;

/// So many paragraphs in one frame fit on any page.
const IN_ONE_FRAME: usize = 5;

/// What a chronology says. Its `Debug` shows no word of it.
#[derive(Clone)]
pub struct ChronologyFacts {
    /// How it came to be printed.
    pub printed: Printed,
    /// `full`, or `extract` where days were chosen.
    pub kind: &'static str,
    /// `12 November 2024 to 10 November 2026`.
    pub period: String,
    /// Whose it is.
    pub name: String,
    /// Year, class, date of birth, number, flags: one paragraph.
    pub about: Vec<Words>,
    /// What must be known before anything else, a paragraph each.
    pub read_first: Vec<Vec<Words>>,
    /// What happened, in the order in which it is to be printed.
    pub happenings: Vec<Happening>,
    /// What is not in it, and why. Rooms that whoever prints it is not a member of are not named.
    pub left_out: Option<String>,
}

impl std::fmt::Debug for ChronologyFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChronologyFacts")
            .field("happenings", &self.happenings.len())
            .finish_non_exhaustive()
    }
}

/// Lays a chronology out. The same facts give the same pages; its title names nobody. `go_on` hears how many entries are
/// set and of how many, and says whether to go on.
///
/// # Errors
/// [`PapersError::Stopped`] if it does not go on; [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only
/// if something is broken.
pub fn chronology(
    facts: &ChronologyFacts,
    go_on: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let name = line("name of the pupil", &facts.name)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets =
        Sheets::new(head, facts.printed.foot(small(name.as_str()))?)?.sized(facts.printed.large);
    let what = format!("Chronology, {}, {}", facts.kind, facts.period);
    sheets.words(&[span(what.as_str(), Face::Sans, 11.4)])?;
    sheets.title(&name)?;
    sheets.space(2.0);
    sheets.words(&spans(&facts.about, Face::Sans, 10.2))?;
    if !facts.read_first.is_empty() {
        let mut lines = vec![vec![span("Read this first", Face::SansBold, 10.2)]];
        lines.extend(
            facts
                .read_first
                .iter()
                .map(|line| spans(line, Face::Sans, 10.2)),
        );
        // A frame does not go over the end of a page.
        for lines in lines.chunks(IN_ONE_FRAME) {
            sheets.space(6.0);
            sheets.boxed(lines)?;
        }
    }
    if let Some(left_out) = &facts.left_out {
        sheets.space(6.0);
        sheets.boxed(&[vec![plain(left_out.as_str())]])?;
    }
    if facts.happenings.is_empty() {
        sheets.space(12.0);
        sheets.words(&[plain("Nothing is recorded in this time.")])?;
    }
    let mut set = 0;
    for month in facts.happenings.chunk_by(|a, b| a.month == b.month) {
        let Some(first) = month.first() else { continue };
        heading(&mut sheets, &first.month)?;
        for happening in month {
            if !go_on(set, facts.happenings.len()) {
                return Err(PapersError::Stopped);
            }
            set += 1;
            happening::draw(&mut sheets, happening)?;
        }
        sheets.end_line();
    }
    sheets.space(10.0);
    let count = facts.happenings.len();
    let end = match count {
        1 => "End of the chronology: one entry.".to_owned(),
        _ => format!("End of the chronology: {count} entries."),
    };
    sheets.words(&[small(end)])?;
    let paper = sheets.finish_printed("Chronology".to_owned(), "chronology", &facts.printed)?;
    Ok(LaidOut::new(paper))
}

/// A month, which never ends a page.
fn heading(sheets: &mut Sheets<'_>, month: &str) -> Result<(), PapersError> {
    /// Room for the first entry beneath it.
    const BENEATH: f32 = 64.0;
    const BEFORE: f32 = 9.0;
    let block = sheets.set(&[span(month, Face::SerifBold, 12.4)], MEASURE, 17.0)?;
    sheets.keep(BEFORE + block.height() + BENEATH)?;
    sheets.space(BEFORE);
    sheets.bookmark(1, month);
    sheets.part(Role::Heading, |sheets| sheets.flow(block))?;
    sheets.space(1.0);
    let y = sheets.y();
    sheets.draw(Item::Rule(Rule {
        from: (crate::house::MARGIN, y),
        to: (crate::house::MARGIN + MEASURE, y),
        weight: 0.7,
    }));
    sheets.space(7.0);
    Ok(())
}
