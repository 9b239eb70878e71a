//! Where bars, numbers and names stand.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::canvas::{BOLD, Canvas, PIXELS};
use super::{Bar, BarsFacts};
use crate::PapersError;
use crate::page::Page;
use crate::typeset::Typesetter;

/// How wide a chart is, in points.
const WIDE: f32 = 420.0;
/// How high a lying bar is with the room around it.
const ROW: f32 = 18.0;
/// How high a chart of upright bars is.
const HIGH: f32 = 150.0;
/// The size of the type, in points.
const SIZE: f32 = 9.0;
/// Room for names at the left, and for numbers at the right.
const NAMES: f32 = 178.0;
const NUMBERS: f32 = 34.0;
/// How long the bar of a number is that is not said.
const NOT_SAID: f32 = 22.0;
/// The longest name that is drawn beside a bar, and beneath one, in characters; the table has all of it.
const LONGEST: usize = 32;
const SHORT: usize = 8;
/// Names of upright bars stand under so many of them at most.
const NAMED: usize = 9;

/// How wide and how high a chart is.
pub(super) fn size(facts: &BarsFacts) -> (f32, f32) {
    match facts.upright {
        true => (WIDE, HIGH),
        false => (WIDE, ROW * facts.bars.len().max(1) as f32 + 8.0),
    }
}

fn pixels(points: f32) -> i32 {
    (points * PIXELS).round() as i32
}

fn style(bold: bool, pos: Pos) -> TextStyle<'static> {
    let family = if bold { BOLD } else { "plain" };
    let size = f64::from(SIZE * PIXELS);
    TextStyle::from((family, size)).pos(pos)
}

/// A name that has its place.
fn short(label: &str, longest: usize) -> String {
    let name: String = label.chars().take(longest).collect();
    match name == label {
        true => name,
        false => format!("{}\u{2026}", name.trim_end()),
    }
}

type Area<'a> = DrawingArea<Canvas<'a>, Shift>;

/// Draws a chart on a page of its own.
pub(super) fn draw(
    setter: &mut Typesetter,
    page: &mut Page,
    facts: &BarsFacts,
) -> Result<(), PapersError> {
    let root = Canvas { setter, page }.into_drawing_area();
    let drawn = match facts.upright {
        true => upright(&root, facts),
        false => lying(&root, facts),
    };
    drawn.map_err(|_| PapersError::Unset)
}

type Drawn = Result<(), DrawingAreaErrorKind<PapersError>>;

fn most(facts: &BarsFacts) -> f64 {
    let all = facts.bars.iter();
    let said = all.filter(|bar| bar.said.is_none());
    let most = said.map(|bar| bar.value.max(bar.before.unwrap_or(0))).max();
    f64::from(most.unwrap_or(0).max(1))
}

fn lying(root: &Area<'_>, facts: &BarsFacts) -> Drawn {
    let rows = facts.bars.len().max(1) as f64;
    let mut chart = ChartBuilder::on(root)
        .margin_left(pixels(NAMES))
        .margin_right(pixels(NUMBERS))
        .margin_top(pixels(4.0))
        .margin_bottom(pixels(4.0))
        .build_cartesian_2d(0.0..most(facts), rows..0.0)?;
    let said = |bar: &&(usize, &Bar)| bar.1.said.is_none();
    let all: Vec<(usize, &Bar)> = facts.bars.iter().enumerate().collect();
    chart.draw_series(all.iter().filter(said).map(|(row, bar)| {
        let row = *row as f64;
        let corners = [(0.0, row + 0.18), (f64::from(bar.value), row + 0.82)];
        Rectangle::new(corners, BLACK.filled())
    }))?;
    for (row, bar) in all {
        let row = row as f64;
        let (left, y) = chart.backend_coord(&(0.0, row + 0.5));
        let name = short(&bar.label, LONGEST);
        let right = style(false, Pos::new(HPos::Right, VPos::Center));
        root.draw(&Text::new(name, (left - pixels(6.0), y), right))?;
        let (_, top) = chart.backend_coord(&(0.0, row + 0.18));
        let (_, foot) = chart.backend_coord(&(0.0, row + 0.82));
        let (end, number) = match &bar.said {
            Some(said) => {
                let end = left + pixels(NOT_SAID);
                root.draw(&Rectangle::new(
                    [(left, top), (end, foot)],
                    BLACK.stroke_width(pixels(0.6) as u32),
                ))?;
                (end, said.clone())
            }
            None => (
                chart.backend_coord(&(f64::from(bar.value), row)).0,
                bar.value.to_string(),
            ),
        };
        let beside = style(true, Pos::new(HPos::Left, VPos::Center));
        root.draw(&Text::new(number, (end + pixels(5.0), y), beside))?;
        if let Some(before) = bar.before.filter(|before| *before > 0) {
            let (x, _) = chart.backend_coord(&(f64::from(before), row));
            root.draw(&PathElement::new(
                vec![(x, top - pixels(1.5)), (x, foot + pixels(1.5))],
                BLACK.stroke_width(pixels(1.2) as u32),
            ))?;
        }
    }
    let (left, top) = chart.backend_coord(&(0.0, 0.0));
    let (_, bottom) = chart.backend_coord(&(0.0, rows));
    root.draw(&PathElement::new(
        vec![(left, top), (left, bottom)],
        BLACK.stroke_width(pixels(0.8) as u32),
    ))
}

fn upright(root: &Area<'_>, facts: &BarsFacts) -> Drawn {
    let columns = facts.bars.len().max(1) as f64;
    let mut chart = ChartBuilder::on(root)
        .margin_left(pixels(10.0))
        .margin_right(pixels(10.0))
        .margin_top(pixels(18.0))
        .margin_bottom(pixels(20.0))
        .build_cartesian_2d(0.0..columns, 0.0..most(facts))?;
    let ink = BLACK.filled();
    chart.draw_series(facts.bars.iter().enumerate().map(|(column, bar)| {
        let column = column as f64;
        Rectangle::new(
            [(column + 0.2, f64::from(bar.value)), (column + 0.8, 0.0)],
            ink,
        )
    }))?;
    let step = facts.bars.len().div_ceil(NAMED).max(1);
    for (column, bar) in facts.bars.iter().enumerate() {
        let middle = column as f64 + 0.5;
        let (x, y) = chart.backend_coord(&(middle, f64::from(bar.value)));
        let above = style(true, Pos::new(HPos::Center, VPos::Bottom));
        root.draw(&Text::new(
            bar.value.to_string(),
            (x, y - pixels(2.0)),
            above,
        ))?;
        let (_, foot) = chart.backend_coord(&(middle, 0.0));
        if column % step == 0 {
            let beneath = style(false, Pos::new(HPos::Center, VPos::Top));
            root.draw(&Text::new(
                short(&bar.label, SHORT),
                (x, foot + pixels(4.0)),
                beneath,
            ))?;
        }
        if let Some(before) = bar.before.filter(|before| *before > 0) {
            let (left, height) = chart.backend_coord(&(column as f64 + 0.08, f64::from(before)));
            let (right, _) = chart.backend_coord(&(column as f64 + 0.92, f64::from(before)));
            root.draw(&PathElement::new(
                vec![(left, height), (right, height)],
                BLACK.stroke_width(pixels(1.2) as u32),
            ))?;
        }
    }
    let (left, foot) = chart.backend_coord(&(0.0, 0.0));
    let (right, _) = chart.backend_coord(&(columns, 0.0));
    root.draw(&PathElement::new(
        vec![(left, foot), (right, foot)],
        BLACK.stroke_width(pixels(0.8) as u32),
    ))
}
