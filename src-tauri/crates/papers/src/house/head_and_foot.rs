//! What stands at the top and the bottom of every page.

use super::{FOOT_END, HEAD_TOP, MARGIN, MEASURE, SMALL_LEADING, mark, small};
use crate::PapersError;
use crate::fonts::Face;
use crate::page::{Frame, Item, Page, Rule};
use crate::typeset::{Block, Edge, Span, Typesetter};

/// Height of the mark.
const MARK: f32 = 15.0;
/// Between the mark, the school and the marking.
const GAP: f32 = 9.0;

/// The top of a page: mark, school, marking in a box, a rule of 1.5 points.
pub(crate) struct Head<'a> {
    /// Whose paper it is.
    pub(crate) school: &'a str,
    /// How it must be handled.
    pub(crate) marking: &'a str,
}

/// The bottom of a page: where it comes from, which page it is.
pub(crate) struct Foot {
    /// The first words, on the left.
    pub(crate) words: Vec<Span>,
    /// Below the page number, on the right: the record's number or the vault's.
    pub(crate) reference: Span,
}

impl Head<'_> {
    /// Draws the head and returns where its rule is. A long name of a school grows smaller, then takes more lines.
    pub(super) fn draw(
        &self,
        setter: &mut Typesetter,
        page: &mut Page,
    ) -> Result<f32, PapersError> {
        let marking = setter.fit(self.marking, Face::SansBold, &[9.6, 8.6], 1, MEASURE / 2.0)?;
        let box_width = marking.width() + 14.0;
        let box_height = marking.height() + 7.0;
        let name_x = MARGIN + mark::width(MARK) + GAP;
        let measure = MARGIN + MEASURE - box_width - GAP - name_x;
        let name = setter.fit(
            self.school,
            Face::SerifBold,
            &[12.4, 11.2, 10.2],
            1,
            measure,
        )?;
        let height = box_height.max(name.height()).max(MARK);
        let middle = |part: f32| HEAD_TOP + (height - part) / 2.0;

        page.items.push(mark::mark(MARGIN, middle(MARK), MARK));
        let name_top = middle(name.height());
        name.place(page, name_x, name_top);
        let box_x = MARGIN + MEASURE - box_width;
        let box_top = middle(box_height);
        page.items.push(Item::Frame(Frame {
            x: box_x,
            y: box_top,
            width: box_width,
            height: box_height,
            weight: 0.9,
            dashed: false,
        }));
        marking.place(page, box_x + 7.0, box_top + 3.5);
        let rule = HEAD_TOP + height + 7.0;
        page.items.push(across(rule, 1.5));
        Ok(rule)
    }
}

impl Foot {
    /// Where the foot's rule stands, if the paper has this many pages.
    pub(super) fn top(&self, setter: &mut Typesetter, pages: usize) -> Result<f32, PapersError> {
        let (left, right) = self.set(setter, pages, pages)?;
        Ok(FOOT_END - left.height().max(right.height()) - 5.0)
    }

    /// Draws the foot of one page.
    pub(super) fn draw(
        &self,
        setter: &mut Typesetter,
        page: &mut Page,
        number: usize,
        pages: usize,
    ) -> Result<(), PapersError> {
        let top = self.top(setter, pages)?;
        let (left, right) = self.set(setter, number, pages)?;
        page.items.push(across(top, 0.9));
        left.place(page, MARGIN, top + 5.0);
        right.place(page, MARGIN + MEASURE * 0.8, top + 5.0);
        Ok(())
    }

    fn set(
        &self,
        setter: &mut Typesetter,
        number: usize,
        pages: usize,
    ) -> Result<(Block, Block), PapersError> {
        let left = setter.set(&self.words, MEASURE * 0.78, SMALL_LEADING, Edge::Left)?;
        let number = small(format!("Page {number} of {pages}\n"));
        let right = setter.set(
            &[number, self.reference.clone()],
            MEASURE * 0.2,
            SMALL_LEADING,
            Edge::Right,
        )?;
        Ok((left, right))
    }
}

/// A rule from margin to margin.
pub(super) fn across(y: f32, weight: f32) -> Item {
    Item::Rule(Rule {
        from: (MARGIN, y),
        to: (MARGIN + MEASURE, y),
        weight,
    })
}
