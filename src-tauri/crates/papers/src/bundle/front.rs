//! The cover, and the index that leads to each paper.

use super::BundleFacts;
use super::number::Called;
use crate::PapersError;
use crate::concern::heading;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{
    BODY, BODY_LEADING, Head, MARGIN, MEASURE, SIGNATURE_LINE, Sheets, mark, mark_width, numbered,
    plain, strong,
};
use crate::page::{Paper, Role};
use crate::record;
use crate::typeset::{Edge, span};

/// How high the mark of the house is on the cover.
const EMBLEM: f32 = 132.0;
/// Letters of a hash, so that it stands on one line.
const HASH: f32 = 9.4;
/// How wide the labels of the cover are.
const LABELS: f32 = 128.0;
/// How wide the page numbers of the index are.
const NUMBERS: f32 = 84.0;
/// How far what stands beneath another is moved in.
const IN: f32 = 16.0;

/// Both of them, with where each paper stands.
pub(super) fn lay_out(
    facts: &BundleFacts,
    rows: &[(String, u8)],
    called: &Called,
) -> Result<Paper, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let number = line("number of the bundle", &facts.number)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets = Sheets::new(head, super::foot(facts))?.sized(facts.printed.large);
    cover(&mut sheets, facts, &number, called)?;
    sheets.turn()?;
    index(&mut sheets, rows, called)?;
    sheets.finish_printed(number.clone(), &format!("bundle\n{number}"), &facts.printed)
}

fn cover(
    sheets: &mut Sheets<'_>,
    facts: &BundleFacts,
    number: &str,
    called: &Called,
) -> Result<(), PapersError> {
    sheets.bookmark(1, format!("Cover, page {}", called.page(0)));
    let (right, top) = (MARGIN + MEASURE, sheets.y() + 6.0);
    sheets.draw(mark(right - mark_width(EMBLEM), top, EMBLEM));
    sheets.space(58.0);
    sheets.words(&[span(facts.what.as_str(), Face::Sans, 11.4)])?;
    // The mark of the house stands beside it.
    sheets.title_within(number, MEASURE - mark_width(EMBLEM) - 20.0)?;
    sheets.space(2.0);
    let matter = span(facts.matter.as_str(), Face::Serif, 14.4);
    let matter = sheets.set(&[matter], MEASURE - mark_width(EMBLEM) - 20.0, 20.0)?;
    sheets.flow(matter)?;
    let below = top + EMBLEM + 24.0 - sheets.y();
    sheets.space(below.max(18.0));
    let pages = called.pages.unwrap_or(9999).to_string();
    let pages = ("Pages".to_owned(), pages);
    for (label, said) in facts.facts.iter().chain([&pages]) {
        let name = sheets.set(&[strong(label.as_str())], LABELS, BODY_LEADING)?;
        let value = sheets.set(&[plain(said.as_str())], MEASURE - LABELS, BODY_LEADING)?;
        let height = name.height().max(value.height());
        sheets.keep(height)?;
        let y = sheets.y();
        sheets.part(Role::Paragraph, |sheets| {
            sheets.place(name, 0.0, y);
            sheets.place(value, LABELS, y);
            Ok(())
        })?;
        sheets.space(height + 5.0);
    }
    if !facts.left_out.is_empty() {
        heading(sheets, "Not in this bundle, and why")?;
        for paragraph in &facts.left_out {
            record::flow(sheets, paragraph, 0.0, MEASURE)?;
            sheets.space(3.0);
        }
    }
    let (of, hash) = &facts.hash;
    // What it is of, the hash and the lines beneath it belong together.
    sheets.keep(10.0 + 6.0 * BODY_LEADING + 14.0 + SIGNATURE_LINE)?;
    sheets.space(10.0);
    sheets.words(&[strong(of.as_str())])?;
    sheets.words(&[span(hash.as_str(), Face::Mono, HASH)])?;
    sheets.space(14.0);
    let lines: Vec<(&str, f32)> = facts
        .sign
        .iter()
        .map(|(name, share)| (name.as_str(), *share))
        .collect();
    sheets.named_lines(&lines, SIGNATURE_LINE)
}

fn index(
    sheets: &mut Sheets<'_>,
    rows: &[(String, u8)],
    called: &Called,
) -> Result<(), PapersError> {
    let page = called.page(sheets.number() - 1);
    sheets.bookmark(1, format!("Index, page {page}"));
    sheets.title("Index")?;
    sheets.space(4.0);
    let top = sheets.y();
    sheets.rule(0.0, top, MEASURE, 0.9);
    for ((title, level), range) in rows.iter().zip(&called.parts) {
        let (face, x) = match level {
            0 | 1 => (Face::SansBold, 0.0),
            level => (Face::Sans, IN * f32::from(level - 1)),
        };
        let room = MEASURE - NUMBERS - x - 8.0;
        let title = sheets.set(&[span(title.as_str(), face, BODY)], room, BODY_LEADING)?;
        let number = sheets.set_to(
            Edge::Right,
            &[numbered(called.pages_of(range)).of_the_house()],
            NUMBERS,
            BODY_LEADING,
        )?;
        let height = title.height() + 6.0;
        sheets.keep(height)?;
        let y = sheets.y();
        sheets.part(Role::Entry, |sheets| {
            sheets.place(title, x, y + 3.0);
            sheets.place(number, MEASURE - NUMBERS, y + 3.0);
            Ok(())
        })?;
        sheets.space(height);
        sheets.leads_from(y, range.start);
        let y = sheets.y();
        sheets.rule(0.0, y, MEASURE, 0.35);
    }
    Ok(())
}
