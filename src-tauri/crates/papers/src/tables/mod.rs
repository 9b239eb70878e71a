//! Pages of tables: lists, registers, schedules. The head of a table stands on each page that it goes on over.

use crate::PapersError;
use crate::bars::{self, BarsFacts};
use crate::concern::heading;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Head, MEASURE, SMALL_LEADING, Sheets, small};
use crate::laid_out::LaidOut;
use crate::page::Role;
use crate::printed::Printed;
use crate::record::{self, Paragraph, Words, spans};
use crate::typeset::{Block, span};

/// Between two columns.
const GAP: f32 = 10.0;
/// Above and below what stands in a row.
const AIR: f32 = 3.5;
const SIZE: f32 = 9.2;
/// How much room a row of lines to sign on takes, with what belongs on them beneath.
const SIGNED: f32 = crate::house::SIGNATURE_LINE + 30.0;

/// What pages of tables say. Their `Debug` shows no word of it.
#[derive(Clone)]
pub struct TablesFacts {
    /// How they came to be printed.
    pub printed: Printed,
    /// The one large thing of the first page.
    pub title: String,
    /// What stands beneath it.
    pub about: Vec<Paragraph>,
    /// One after the other.
    pub tables: Vec<TableFacts>,
    /// Lines to sign on at the end: what belongs on each and its share of the measure, a row of them each.
    pub sign: Vec<Vec<(String, f32)>>,
}

/// One table, or words under a heading.
#[derive(Clone, Default)]
pub struct TableFacts {
    /// Its heading; nothing where it goes on from the title.
    pub heading: String,
    /// What is said before it.
    pub words: Vec<Paragraph>,
    /// What each column is called, with its share of the measure.
    pub columns: Vec<(String, f32)>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<Vec<Words>>>,
    /// What is said where there is no row.
    pub none: String,
    /// A chart before the rows, which say the same.
    pub bars: Option<BarsFacts>,
}

impl std::fmt::Debug for TablesFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TablesFacts")
            .field("tables", &self.tables.len())
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for TableFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TableFacts({} rows)", self.rows.len())
    }
}

/// Lays them out. The same facts give the same pages.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only if
/// something is broken.
pub fn tables(facts: &TablesFacts) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let title = line("title", &facts.title)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets =
        Sheets::new(head, facts.printed.foot(small(title.as_str()))?)?.sized(facts.printed.large);
    sheets.title(&title)?;
    sheets.space(3.0);
    for paragraph in &facts.about {
        record::flow(&mut sheets, paragraph, 0.0, MEASURE)?;
        sheets.space(3.0);
    }
    for table in &facts.tables {
        draw(&mut sheets, table)?;
    }
    if facts.printed.large {
        // A signature alone on a page could belong to any paper: all lines to sign on stay together.
        sheets.keep(facts.sign.len() as f32 * SIGNED)?;
    }
    for lines in &facts.sign {
        let lines: Vec<(&str, f32)> = lines
            .iter()
            .map(|(name, share)| (name.as_str(), *share))
            .collect();
        sheets.space(10.0);
        sheets.named_lines(&lines, crate::house::SIGNATURE_LINE)?;
    }
    let shows = format!("tables\n{title}");
    let paper = sheets.finish_printed(title, &shows, &facts.printed)?;
    Ok(LaidOut::new(paper))
}

fn draw(sheets: &mut Sheets<'_>, table: &TableFacts) -> Result<(), PapersError> {
    if !table.heading.is_empty() {
        heading(sheets, &table.heading)?;
    }
    for paragraph in &table.words {
        record::flow(sheets, paragraph, 0.0, MEASURE)?;
        sheets.space(3.0);
    }
    if let Some(bars) = &table.bars {
        chart(sheets, bars)?;
    }
    if table.columns.is_empty() {
        return Ok(());
    }
    if table.rows.is_empty() {
        return sheets.words(&[small(table.none.as_str())]);
    }
    head_row(sheets, table)?;
    for row in &table.rows {
        let cells = cells(sheets, table, row)?;
        let height = cells
            .iter()
            .map(|(_, cell)| cell.height())
            .fold(0.0, f32::max)
            + 2.0 * AIR;
        if height > sheets.room() / 2.0 {
            // Too high to keep together: its cells go down the page one after the other.
            for ((_, cell), (column, _)) in cells.into_iter().zip(&table.columns) {
                sheets.words(&[span(column.as_str(), Face::SansBold, SIZE)])?;
                sheets.flow(cell)?;
            }
            continue;
        }
        if height > sheets.left() {
            sheets.turn()?;
            head_row(sheets, table)?;
        }
        place(sheets, cells, height)?;
        let y = sheets.y();
        sheets.rule(0.0, y, MEASURE, 0.35);
    }
    sheets.space(6.0);
    Ok(())
}

/// A chart; whoever has the page read aloud hears its numbers.
fn chart(sheets: &mut Sheets<'_>, facts: &BarsFacts) -> Result<(), PapersError> {
    let (items, height) = bars::items(sheets.setter(), facts)?;
    sheets.keep(height)?;
    let y = sheets.y();
    let said = facts.bars.iter().map(|bar| {
        let number = bar.said.clone().unwrap_or_else(|| bar.value.to_string());
        format!("{}: {number}", bar.label)
    });
    let said = said.collect::<Vec<_>>().join(". ");
    sheets.figure(said, |sheets| {
        for item in items {
            sheets.draw(item.moved(crate::house::MARGIN, y));
        }
        Ok(())
    })?;
    sheets.space(height + 4.0);
    Ok(())
}

fn head_row(sheets: &mut Sheets<'_>, table: &TableFacts) -> Result<(), PapersError> {
    let named = |text: &String| vec![Words::Strong(text.clone())];
    let row: Vec<Vec<Words>> = table.columns.iter().map(|(name, _)| named(name)).collect();
    let cells = cells(sheets, table, &row)?;
    let height = cells
        .iter()
        .map(|(_, cell)| cell.height())
        .fold(0.0, f32::max)
        + 2.0 * AIR;
    // A head with no row beneath it says nothing.
    sheets.keep(height + 2.0 * SMALL_LEADING + 2.0 * AIR)?;
    place(sheets, cells, height)?;
    let y = sheets.y();
    sheets.rule(0.0, y, MEASURE, 0.9);
    Ok(())
}

fn cells(
    sheets: &mut Sheets<'_>,
    table: &TableFacts,
    row: &[Vec<Words>],
) -> Result<Vec<(f32, Block)>, PapersError> {
    let shares: f32 = table.columns.iter().map(|(_, share)| share).sum();
    let room = MEASURE - GAP * table.columns.len().saturating_sub(1) as f32;
    let mut x = 0.0;
    let mut cells = Vec::new();
    for ((_, share), words) in table.columns.iter().zip(row) {
        let width = room * share / shares.max(f32::EPSILON);
        let set = sheets.set(&spans(words, Face::Sans, SIZE), width, SMALL_LEADING + 0.6)?;
        cells.push((x, set));
        x += width + GAP;
    }
    Ok(cells)
}

fn place(
    sheets: &mut Sheets<'_>,
    cells: Vec<(f32, Block)>,
    height: f32,
) -> Result<(), PapersError> {
    let y = sheets.y() + AIR;
    sheets.part(Role::Entry, |sheets| {
        for (x, cell) in cells {
            sheets.place(cell, x, y);
        }
        Ok(())
    })?;
    sheets.space(height);
    Ok(())
}
