//! What stands at the top and the bottom of every page.

use super::{BELOW_FOOT, HEAD_TOP, MARGIN, SMALL_LEADING, mark, measure, small};
use crate::PapersError;
use crate::fonts::Face;
use crate::page::{Frame, Item, Page, Rule, Sheet};
use crate::redact::Redactor;
use crate::typeset::{Block, Edge, Span, Typesetter, span};

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
    /// What the words of its paper are looked through with.
    pub(crate) redactor: Option<Redactor>,
}

impl Head<'_> {
    /// Draws the head and returns where its rule is. A long name of a school grows smaller, then takes more lines.
    pub(super) fn draw(
        &self,
        setter: &mut Typesetter,
        page: &mut Page,
    ) -> Result<f32, PapersError> {
        let across_page = measure(page.sheet);
        let marking = setter.fit(
            &house(self.marking, Face::SansBold),
            &[9.6, 8.6],
            1,
            across_page / 2.0,
        )?;
        let box_width = marking.width() + 14.0;
        let box_height = marking.height() + 7.0;
        let name_x = MARGIN + mark::width(MARK) + GAP;
        let room = MARGIN + across_page - box_width - GAP - name_x;
        let name = setter.fit(
            &house(self.school, Face::SerifBold),
            &[12.4, 11.2, 10.2],
            1,
            room,
        )?;
        let height = box_height.max(name.height()).max(MARK);
        let middle = |part: f32| HEAD_TOP + (height - part) / 2.0;

        page.items.push(mark::mark(MARGIN, middle(MARK), MARK));
        let name_top = middle(name.height());
        name.place(page, name_x, name_top);
        let box_x = MARGIN + across_page - box_width;
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
        page.items.push(across(page.sheet, rule, 1.5));
        page.head = page.items.len();
        Ok(rule)
    }
}

impl Foot {
    /// Where the foot's rule stands on a page of this size, if no page is called longer than this.
    pub(super) fn top(
        &self,
        setter: &mut Typesetter,
        sheet: Sheet,
        called: &str,
    ) -> Result<f32, PapersError> {
        let (left, right) = self.set(setter, sheet, called)?;
        Ok(sheet.height - BELOW_FOOT - left.height().max(right.height()) - 5.0)
    }

    /// Draws the foot of one page, which is called so: `Page 4 of 39`.
    pub(crate) fn draw(
        &self,
        setter: &mut Typesetter,
        page: &mut Page,
        called: &str,
    ) -> Result<(), PapersError> {
        let sheet = page.sheet;
        let top = self.top(setter, sheet, called)?;
        let (left, right) = self.set(setter, sheet, called)?;
        page.items.push(across(sheet, top, 0.9));
        // A foot is the same on each page; what is taken out of it is no place of its own.
        let removed = page.removed.len();
        left.place(page, MARGIN, top + 5.0);
        right.place(page, MARGIN + measure(sheet) * 0.8, top + 5.0);
        page.removed.truncate(removed);
        Ok(())
    }

    fn set(
        &self,
        setter: &mut Typesetter,
        sheet: Sheet,
        called: &str,
    ) -> Result<(Block, Block), PapersError> {
        let measure = measure(sheet);
        let left = setter.set(&self.words, measure * 0.78, SMALL_LEADING, Edge::Left)?;
        let number = small(format!("{called}\n")).of_the_house();
        let right = setter.set(
            &[number, self.reference.clone()],
            measure * 0.2,
            SMALL_LEADING,
            Edge::Right,
        )?;
        Ok((left, right))
    }
}

/// Words of the head, in the size they are given later.
fn house(text: &str, face: Face) -> Span {
    span(text, face, 0.0).of_the_house()
}

/// A rule from margin to margin.
pub(super) fn across(sheet: Sheet, y: f32, weight: f32) -> Item {
    Item::Rule(Rule {
        from: (MARGIN, y),
        to: (MARGIN + measure(sheet), y),
        weight,
    })
}
