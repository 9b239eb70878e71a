//! Lines to write on.

use super::{MARGIN, MEASURE, SMALL_LEADING, Sheets, WRITING_LINE, small};
use crate::PapersError;
use crate::page::{Item, Rule};
use crate::typeset::Block;

/// How thick a writing line is, in points.
const WRITING: f32 = 0.6;

impl Sheets<'_> {
    /// A line of the length given, at `x` from the margin.
    pub(crate) fn rule(&mut self, x: f32, y: f32, length: f32, weight: f32) {
        let from = (MARGIN + x, y);
        self.draw(Item::Rule(Rule {
            from,
            to: (from.0 + length, y),
            weight,
        }));
    }

    /// `count` lines 9 mm apart over the whole measure. Where the page ends before they do, the rest follow on the
    /// next page beneath `going_on`.
    pub(crate) fn writing_lines(
        &mut self,
        count: usize,
        going_on: &str,
    ) -> Result<(), PapersError> {
        for drawn in 0..count {
            if self.left() < WRITING_LINE {
                self.turn()?;
                if drawn > 0 {
                    let block = self.set(&[small(going_on)], MEASURE, SMALL_LEADING)?;
                    self.flow(block)?;
                }
            }
            self.space(WRITING_LINE);
            self.rule(0.0, self.y(), MEASURE, WRITING);
        }
        Ok(())
    }

    /// Lines side by side with what belongs on each beneath it: name and share of the measure. `clear` is the room
    /// above them.
    pub(crate) fn named_lines(
        &mut self,
        names: &[(&str, f32)],
        clear: f32,
    ) -> Result<(), PapersError> {
        let labels = self.labels(names)?;
        let under = labels
            .iter()
            .map(|label| label.block.height())
            .fold(0.0, f32::max)
            + 2.0;
        self.keep(clear + under)?;
        let y = self.y() + clear;
        for label in labels {
            self.rule(label.x, y, label.length, WRITING);
            self.place(label.block, label.x, y + 2.0);
        }
        self.space(clear + under);
        Ok(())
    }

    /// Columns with what belongs in each above it, and `rows` lines 9 mm apart.
    pub(crate) fn ruled_columns(
        &mut self,
        names: &[(&str, f32)],
        rows: usize,
    ) -> Result<(), PapersError> {
        let labels = self.labels(names)?;
        let above = labels
            .iter()
            .map(|label| label.block.height())
            .fold(0.0, f32::max);
        let height = above + WRITING_LINE * rows as f32;
        self.keep(height)?;
        let top = self.y();
        for label in labels {
            self.place(label.block, label.x, top);
            for row in 1..=rows {
                self.rule(
                    label.x,
                    top + above + WRITING_LINE * row as f32,
                    label.length,
                    WRITING,
                );
            }
        }
        self.space(height);
        Ok(())
    }

    fn labels(&mut self, names: &[(&str, f32)]) -> Result<Vec<Label>, PapersError> {
        const GAP: f32 = 14.0;
        let shares: f32 = names.iter().map(|(_, share)| share).sum();
        let room = MEASURE - GAP * names.len().saturating_sub(1) as f32;
        let mut x = 0.0;
        let mut labels = Vec::new();
        for (name, share) in names {
            let length = room * share / shares;
            labels.push(Label {
                block: self.set(&[small(*name)], length, SMALL_LEADING)?,
                x,
                length,
            });
            x += length + GAP;
        }
        Ok(labels)
    }
}

/// What belongs on a line, and where that line is.
struct Label {
    block: Block,
    x: f32,
    length: f32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::{Foot, Head};
    use crate::page::mm;

    #[test]
    fn writing_lines_are_nine_millimetres_apart_and_go_on_over_the_page() {
        let head = Head {
            school: "A School",
            marking: "CONFIDENTIAL",
        };
        let foot = Foot {
            words: vec![small("Foot")],
            reference: small("1"),
            redactor: None,
        };
        let mut sheets = Sheets::new(head, foot).unwrap();

        sheets.writing_lines(30, "continued").unwrap();

        let pages = sheets
            .finish(String::new(), String::new(), None)
            .unwrap()
            .pages;
        assert_eq!(pages.len(), 2);
        let heights = |page: &crate::page::Page| -> Vec<f32> {
            let rules = page.items.iter().filter_map(|item| match item {
                Item::Rule(rule) if rule.weight == WRITING => Some(rule.from.1),
                Item::Rule(_)
                | Item::Run(_)
                | Item::Frame(_)
                | Item::Shape(_)
                | Item::Curve(_)
                | Item::Placed(_) => None,
            });
            rules.collect()
        };
        let all: Vec<Vec<f32>> = pages
            .iter()
            .map(|page| heights(&page.open().unwrap()))
            .collect();
        assert_eq!(all.iter().map(Vec::len).sum::<usize>(), 30);
        for pair in all.iter().flat_map(|page| page.windows(2)) {
            assert!((pair[1] - pair[0] - mm(9.0)).abs() < 0.01);
        }
    }
}
