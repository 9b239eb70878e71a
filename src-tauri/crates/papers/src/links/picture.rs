//! The picture: the child in the middle, everybody else in two columns, a line to each.

use super::columns::{HEAD, ROW, Row, height, two};
use super::lines::{NAMES, Spot, bow, corner, edge, end_of, line_to, names_at};
use super::{LinkedFacts, LinksFacts};
use crate::PapersError;
use crate::fonts::Face;
use crate::house::{BODY_LEADING, MARGIN, MEASURE, SMALL_LEADING, Sheets, circle, small};
use crate::page::{Item, Shape};
use crate::typeset::{Block, Edge, Span, span};

/// How wide the box in the middle is.
const BOX: f32 = 104.0;
/// Half a dot.
const DOT: f32 = 2.6;
/// The size of what stands beneath a name.
const BENEATH_SIZE: f32 = 7.6;
/// The leading of what stands beneath a name.
const BENEATH: f32 = 9.6;
/// Room for what the lines mean.
const LEGEND: f32 = 40.0;
/// The least room on a page worth beginning a picture in.
const LEAST: f32 = HEAD + 4.0 * ROW + LEGEND;

const MEANS: &str = "A thin grey line is family, household or agency. A dark line is a concern that names both, heavier for more \
                     of them. A bow beside the names joins two of one column whom a concern names together. A hollow dot is a \
                     child whose name is not printed. The list says all of it in words.";

/// Draws as many pictures as everybody needs, each on a page with what its lines mean.
pub(super) fn draw(
    sheets: &mut Sheets<'_>,
    name: &str,
    facts: &LinksFacts,
) -> Result<(), PapersError> {
    let mut from = 0;
    while from < facts.people.len() {
        sheets.space(8.0);
        if from > 0 {
            sheets.turn()?;
        }
        sheets.keep(LEAST)?;
        let (columns, next) = two(&facts.people, from, sheets.left() - LEGEND);
        let instead = format!(
            "Picture of {name} and {} of {} people connected with them. The list beneath says the same.",
            next - from,
            facts.people.len()
        );
        sheets.figure(instead, |sheets| one(sheets, name, facts, &columns))?;
        sheets.space(6.0);
        let means = sheets.set(&[small(MEANS)], MEASURE, SMALL_LEADING)?;
        sheets.flow(means)?;
        from = next;
    }
    Ok(())
}

fn one(
    sheets: &mut Sheets<'_>,
    name: &str,
    facts: &LinksFacts,
    columns: &[Vec<Row>; 2],
) -> Result<(), PapersError> {
    let top = sheets.y();
    let label = fitted(sheets, Edge::Start, BOX - 14.0, BODY_LEADING, 3, |most| {
        vec![span(cut(name, most), Face::SerifBold, 10.2)]
    })?;
    let tall = columns
        .iter()
        .map(|column| height(column))
        .fold(label.height() + 16.0, f32::max);
    let middle = (MARGIN + MEASURE / 2.0, top + tall / 2.0);
    let mut spots = Vec::new();
    let mut heads = Vec::new();
    for (column, left) in columns.iter().zip([true, false]) {
        // The shorter column stands in the middle of the longer one.
        let mut y = top + (tall - height(column)) / 2.0;
        for row in column {
            match *row {
                Row::Head { group, goes_on } => heads.push((group, goes_on, left, y)),
                Row::Person(person) => spots.push(Spot {
                    person,
                    left,
                    at: (end_of(left), y + ROW / 2.0),
                }),
            }
            y += row.height();
        }
    }
    for (one, other, concerns) in &facts.between {
        let spot = |whom: &usize| spots.iter().find(|spot| spot.person == *whom);
        if let (Some(a), Some(b)) = (spot(one), spot(other))
            && a.left == b.left
        {
            sheets.draw(bow(a, b, *concerns));
        }
    }
    for spot in &spots {
        if let Some(person) = facts.people.get(spot.person) {
            sheets.draw(line_to(middle, spot, person.concerns.len()));
        }
    }
    for (group, goes_on, left, y) in heads {
        let mut words = vec![span(group.title(), Face::SerifBold, 10.2)];
        if goes_on {
            words.push(span(", continued", Face::Sans, BENEATH_SIZE));
        }
        let block = sheets.set_to(edge(left), &words, NAMES, BODY_LEADING)?;
        sheets.place_aside(block, names_at(left), y + 7.0);
    }
    for spot in &spots {
        if let Some(person) = facts.people.get(spot.person) {
            named(sheets, spot, person)?;
        }
    }
    in_the_middle(sheets, label, middle);
    sheets.space(tall);
    Ok(())
}

/// The child whose links they are, in a box over the ends of all lines.
fn in_the_middle(sheets: &mut Sheets<'_>, label: Block, (x, y): (f32, f32)) {
    let (half, high) = (BOX / 2.0, label.height() / 2.0 + 7.0);
    let corners = [(-half, -high), (half, -high), (half, high), (-half, high)];
    sheets.draw(Item::Shape(Shape {
        rings: vec![
            corners
                .map(|(right, down)| corner(x + right, y + down))
                .to_vec(),
        ],
        hollow: Some(1.1),
    }));
    let left = x - MARGIN - label.width() / 2.0;
    let top = y - label.height() / 2.0 + 0.5;
    sheets.place_aside(label, left, top);
}

/// A name, what they are beneath it, and the dot at the end of their line.
fn named(sheets: &mut Sheets<'_>, spot: &Spot, person: &LinkedFacts) -> Result<(), PapersError> {
    sheets.draw(Item::Shape(Shape {
        rings: vec![circle(spot.at, DOT)],
        hollow: person.lettered.then_some(0.8),
    }));
    let x = names_at(spot.left);
    let name = fitted(sheets, edge(spot.left), NAMES, 11.4, 1, |most| {
        vec![span(cut(&person.name, most), Face::SansBold, 8.8)]
    })?;
    let said = person.through();
    let top = spot.at.1 - 10.0;
    let below = top + name.height();
    sheets.place_aside(name, x, top);
    if !said.is_empty() {
        let said = fitted(sheets, edge(spot.left), NAMES, BENEATH, 1, |most| {
            vec![span(cut(&said, most), Face::Sans, BENEATH_SIZE)]
        })?;
        sheets.place_aside(said, x, below);
    }
    Ok(())
}

/// Words in at most so many lines of a column: cut until they fit, because the list has them whole.
fn fitted(
    sheets: &mut Sheets<'_>,
    edge: Edge,
    measure: f32,
    leading: f32,
    lines: usize,
    words: impl Fn(usize) -> Vec<Span>,
) -> Result<Block, PapersError> {
    const LONGEST: usize = 60;
    const SHORTEST: usize = 6;
    let mut most = LONGEST;
    loop {
        let block = sheets.set_to(edge, &words(most), measure, leading)?;
        let fits = block.lines() <= lines && !block.broke_a_word();
        if fits || most <= SHORTEST {
            return Ok(block);
        }
        most -= 2;
    }
}

/// A text of so many characters at most.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let short: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}\u{2026}", short.trim_end())
}
