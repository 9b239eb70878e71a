//! Charts of bars: how many of each, and how many week by week. Bars only, each with its number beside it; what a chart says stands in
//! its table too. plotters lays it out; the canvas is the page that every other drawing is made on, so the window and the paper show
//! the same.

mod canvas;
mod draw;

use crate::page::{Item, Page, Sheet};
use crate::typeset::Typesetter;
use crate::{PapersError, svg};

/// What a chart shows. Its `Debug` shows no word of it.
#[derive(Clone, Default)]
pub struct BarsFacts {
    /// The bars stand side by side, as weeks do; otherwise they lie one under the other, as kinds do.
    pub upright: bool,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Clone, Default)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: u32,
    /// How many there were before: a line across the bar.
    pub before: Option<u32>,
    /// What is said in place of the number, where it is not: the bar has one length then, never its own.
    pub said: Option<String>,
}

impl std::fmt::Debug for BarsFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BarsFacts({} bars)", self.bars.len())
    }
}

impl std::fmt::Debug for Bar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bar")
    }
}

/// A chart as a picture. Lengths are points.
#[derive(Clone)]
pub struct BarsDrawing {
    /// The picture: SVG.
    pub svg: String,
    /// How wide it is.
    pub width: f32,
    /// How high.
    pub height: f32,
}

impl std::fmt::Debug for BarsDrawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BarsDrawing({} x {})", self.width, self.height)
    }
}

/// The items of a chart, and how high it is, for a page that it is a part of.
pub(crate) fn items(
    setter: &mut Typesetter,
    facts: &BarsFacts,
) -> Result<(Vec<Item>, f32), PapersError> {
    let (width, height) = draw::size(facts);
    let mut page = Page::of(Sheet { width, height });
    draw::draw(setter, &mut page, facts)?;
    Ok((page.items, height))
}

/// Draws a chart. The same facts give the same picture.
///
/// # Errors
/// Only if something is broken.
pub fn bars(facts: &BarsFacts) -> Result<BarsDrawing, PapersError> {
    let mut setter = Typesetter::new()?;
    let (width, height) = draw::size(facts);
    let mut page = Page::of(Sheet { width, height });
    draw::draw(&mut setter, &mut page, facts)?;
    Ok(BarsDrawing {
        svg: svg::picture(&page)?,
        width,
        height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(upright: bool, values: &[(&str, u32, Option<u32>)]) -> BarsFacts {
        let bars = values.iter().map(|(label, value, before)| Bar {
            label: (*label).to_owned(),
            value: *value,
            before: *before,
            said: None,
        });
        BarsFacts {
            upright,
            bars: bars.collect(),
        }
    }

    fn drawn(facts: &BarsFacts) -> Page {
        let (width, height) = draw::size(facts);
        let mut page = Page::of(Sheet { width, height });
        draw::draw(&mut Typesetter::new().unwrap(), &mut page, facts).unwrap();
        page
    }

    /// Width and height of every filled bar, in the order of the chart.
    fn filled(page: &Page) -> Vec<(f32, f32)> {
        let shapes = page.items.iter().filter_map(|item| match item {
            Item::Shape(shape) => shape.rings.first(),
            Item::Run(_) | Item::Rule(_) | Item::Frame(_) | Item::Curve(_) | Item::Placed(_) => {
                None
            }
        });
        let span = |all: Vec<f32>| {
            all.iter().copied().fold(f32::MIN, f32::max)
                - all.iter().copied().fold(f32::MAX, f32::min)
        };
        shapes
            .map(|ring| {
                let x = ring.iter().map(|bend| bend.at.0).collect();
                let y = ring.iter().map(|bend| bend.at.1).collect();
                (span(x), span(y))
            })
            .collect()
    }

    fn words(page: &Page) -> Vec<String> {
        let runs = page.items.iter().filter_map(|item| match item {
            Item::Run(run) => Some(run.said().into_owned()),
            Item::Rule(_) | Item::Frame(_) | Item::Shape(_) | Item::Curve(_) | Item::Placed(_) => {
                None
            }
        });
        runs.collect()
    }

    #[test]
    fn bars_are_as_long_as_what_they_count_from_nought_on() {
        let page = drawn(&facts(
            false,
            &[
                ("Bullying", 10, None),
                ("Neglect", 5, None),
                ("FGM", 0, None),
            ],
        ));

        let widths: Vec<f32> = filled(&page).iter().map(|(width, _)| *width).collect();

        assert_eq!(widths.len(), 2, "nothing is drawn for none");
        assert!((widths[0] / widths[1] - 2.0).abs() < 0.02, "{widths:?}");
        let said = words(&page).join(" ");
        for one in ["Bullying", "10", "Neglect", "5", "FGM", "0"] {
            assert!(said.contains(one), "{one}: {said}");
        }
    }

    #[test]
    fn a_number_that_is_not_said_has_a_bar_of_one_length_and_its_words() {
        let hidden = |value| {
            let mut facts = facts(false, &[("Neglect", 40, None), ("FGM", value, None)]);
            facts.bars[1].said = Some("<5".to_owned());
            facts
        };
        let frames = |page: &Page| -> Vec<f32> {
            let frames = page.items.iter().filter_map(|item| match item {
                Item::Frame(frame) if frame.dashed => Some(frame.width),
                Item::Run(_)
                | Item::Rule(_)
                | Item::Frame(_)
                | Item::Shape(_)
                | Item::Curve(_)
                | Item::Placed(_) => None,
            });
            frames.collect()
        };
        let (one, four) = (drawn(&hidden(1)), drawn(&hidden(4)));

        assert_eq!(frames(&one), frames(&four));
        assert_eq!((frames(&one).len(), filled(&one).len()), (1, 1));
        assert!(words(&one).join(" ").contains("<5"));
    }

    #[test]
    fn weeks_stand_upright_with_a_line_for_the_year_before() {
        let page = drawn(&facts(
            true,
            &[("2 Sep", 8, Some(4)), ("9 Sep", 4, Some(8))],
        ));

        let heights: Vec<f32> = filled(&page).iter().map(|(_, height)| *height).collect();

        assert!((heights[0] / heights[1] - 2.0).abs() < 0.03, "{heights:?}");
        let rules = page
            .items
            .iter()
            .filter(|item| matches!(item, Item::Rule(_)));
        assert!(rules.count() >= 2);
    }

    #[test]
    fn everything_of_a_chart_stands_on_its_canvas_whatever_is_counted() {
        let long = "Domestic abuse (including teenage relationships, Operation Encompass notices)";
        for upright in [false, true] {
            for values in [
                vec![],
                vec![(long, 0, None)],
                vec![(long, u32::MAX, Some(7)), ("b", 1, None)],
            ] {
                let facts = facts(upright, &values);
                let page = drawn(&facts);
                for item in &page.items {
                    let (x, y) = match item {
                        Item::Run(run) => (run.x, run.y),
                        Item::Rule(rule) => rule.to,
                        Item::Shape(shape) => shape.rings[0][0].at,
                        Item::Frame(frame) => (frame.x, frame.y),
                        Item::Curve(_) | Item::Placed(_) => continue,
                    };
                    assert!((-0.5..=page.sheet.width + 0.5).contains(&x), "{x}");
                    assert!((-0.5..=page.sheet.height + 0.5).contains(&y), "{y}");
                }
                assert!(bars(&facts).unwrap().svg.starts_with("<svg"));
            }
        }
    }
}
