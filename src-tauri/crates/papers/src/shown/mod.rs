//! Photographs and pages of documents from elsewhere, one to a page, between the house's head and foot: never over them, so that no
//! stamp hides a word of what somebody else wrote.

use std::sync::Arc;

use crate::PapersError;
use crate::facts::line;
use crate::foreign::Foreign;
use crate::house::{BODY_LEADING, Head, MARGIN, MEASURE, Sheets, small};
use crate::laid_out::LaidOut;
use crate::page::{Frame, Item, Place};
use crate::placed::{PictureFacts, Placed};
use crate::printed::Printed;
use crate::record::{self, Paragraph, Style, Words};
use crate::redact::Removed;

/// A point of a picture is at most so large, in points of paper: larger it would show its grain and nothing more.
const LARGEST_POINT: f32 = 1.0;
/// Around what is shown.
const EDGE: f32 = 0.4;
/// Between the words above and what is shown.
const BETWEEN: f32 = 6.0;

/// What is shown, and what is said above it. Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct ShownFacts {
    /// How it came to be printed.
    pub printed: Printed,
    /// What it is, in the file's title: never a name.
    pub title: String,
    /// What stands above the first page of it: a line each.
    pub above: Vec<String>,
    /// Why each of what was cut out of it was.
    pub removed: Vec<Removed>,
    /// What is shown.
    pub shown: Shown,
    /// What is read in place of each page, before its number: `Exhibit RC/1`.
    pub instead: String,
}

/// Something to show.
#[derive(Clone)]
pub enum Shown {
    /// One picture.
    Picture(PictureFacts),
    /// Every page of a document.
    Document(Arc<Foreign>),
}

impl std::fmt::Debug for ShownFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShownFacts").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Picture(_) => "Picture",
            Self::Document(_) => "Document",
        })
    }
}

/// Lays it out, a page for each. The same facts give the same pages.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only if
/// something is broken.
pub fn shown(facts: ShownFacts) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let title = line("title", &facts.title)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets =
        Sheets::new(head, facts.printed.foot(small(title.as_str()))?)?.sized(facts.printed.large);
    for said in &facts.above {
        sheets.words(&[small(said.as_str())])?;
    }
    if !facts.removed.is_empty() {
        let mut words = vec![Words::Plain("Cut out: ".to_owned())];
        for removed in &facts.removed {
            words.push(Words::Removed(*removed));
            words.push(Words::Plain(" ".to_owned()));
        }
        let paragraph = Paragraph {
            style: Style::Small,
            words,
        };
        record::flow(&mut sheets, &paragraph, 0.0, MEASURE)?;
    }
    let all: Vec<Placed> = match facts.shown {
        Shown::Picture(picture) => vec![Placed::Picture(picture)],
        Shown::Document(of) => (0..of.pages())
            .map(|page| Placed::Sheet {
                of: of.clone(),
                page,
            })
            .collect(),
    };
    let of = all.len();
    for (at, one) in all.into_iter().enumerate() {
        if at > 0 {
            sheets.turn()?;
        }
        let instead = match of {
            1 => facts.instead.clone(),
            _ => format!("{}, page {} of {of}", facts.instead, at + 1),
        };
        place(&mut sheets, one, instead)?;
    }
    let shows = format!("shown\n{title}");
    let paper = sheets.finish_printed(title, &shows, &facts.printed)?;
    Ok(LaidOut::new(paper))
}

/// As large as there is room, and no larger than it is.
fn place(sheets: &mut Sheets<'_>, what: Placed, instead: String) -> Result<(), PapersError> {
    let (wide, high) = what.size().ok_or(PapersError::Unset)?;
    // Words above that fill the page leave the next one to what is shown.
    sheets.keep(6.0 * BODY_LEADING)?;
    sheets.space(BETWEEN);
    let room = sheets.left() - EDGE;
    let most = match &what {
        Placed::Picture(_) => LARGEST_POINT,
        Placed::Sheet { .. } => 1.0,
    };
    let scale = (MEASURE / wide).min(room / high).min(most);
    let (width, height) = (wide * scale, high * scale);
    let (x, y) = (MARGIN + (MEASURE - width) / 2.0, sheets.y());
    sheets.figure(instead, |sheets| {
        sheets.draw(Item::Placed(Place {
            what: Arc::new(what),
            x,
            y,
            width,
            height,
        }));
        Ok(())
    })?;
    sheets.draw(Item::Frame(Frame {
        x,
        y,
        width,
        height,
        weight: EDGE,
        dashed: false,
    }));
    sheets.space(height);
    Ok(())
}
