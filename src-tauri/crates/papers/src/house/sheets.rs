//! A paper in the making: words and lines go down the page, and a page that is full is followed by another.

use super::{BODY_LEADING, CLEAR, Foot, Head, MARGIN, MEASURE};
use crate::PapersError;
use crate::fonts::Face;
use crate::page::{Frame, Item, Page};
use crate::typeset::{Block, Edge, Span, Typesetter};

/// The pages so far and where the next words go.
pub(crate) struct Sheets<'a> {
    setter: Typesetter,
    head: Head<'a>,
    foot: Foot,
    pages: Vec<Page>,
    page: Page,
    y: f32,
    first_y: f32,
    end: f32,
}

impl<'a> Sheets<'a> {
    /// An empty first page.
    pub(crate) fn new(head: Head<'a>, foot: Foot) -> Result<Self, PapersError> {
        let mut setter = Typesetter::new()?;
        let mut page = Page::default();
        let y = head.draw(&mut setter, &mut page)? + CLEAR;
        // The widest page number anything printed here can have, so that the foot never grows into the words.
        let end = foot.top(&mut setter, 9999)? - CLEAR / 2.0;
        Ok(Self {
            setter,
            head,
            foot,
            pages: Vec::new(),
            page,
            y,
            first_y: y,
            end,
        })
    }

    /// The finished pages, each with its foot.
    pub(crate) fn finish(mut self) -> Result<Vec<Page>, PapersError> {
        self.pages.push(self.page);
        let count = self.pages.len();
        for (index, page) in self.pages.iter_mut().enumerate() {
            self.foot.draw(&mut self.setter, page, index + 1, count)?;
        }
        Ok(self.pages)
    }

    /// Ends this page.
    pub(crate) fn turn(&mut self) -> Result<(), PapersError> {
        let mut next = Page::default();
        self.y = self.head.draw(&mut self.setter, &mut next)? + CLEAR;
        self.first_y = self.y;
        self.pages.push(std::mem::replace(&mut self.page, next));
        Ok(())
    }

    /// Makes sure that `height` fits on this page, if it fits on any.
    pub(crate) fn keep(&mut self, height: f32) -> Result<(), PapersError> {
        if height > self.left() && self.y > self.first_y {
            self.turn()?;
        }
        Ok(())
    }

    /// How much of this page is left.
    pub(crate) fn left(&self) -> f32 {
        self.end - self.y
    }

    /// Where the next words go.
    pub(crate) fn y(&self) -> f32 {
        self.y
    }

    /// Leaves room.
    pub(crate) fn space(&mut self, height: f32) {
        self.y += height;
    }

    /// The page at hand, for what is drawn at a place of its own.
    pub(crate) fn draw(&mut self, item: Item) {
        self.page.items.push(item);
    }

    /// Sets words without placing them.
    pub(crate) fn set(
        &mut self,
        words: &[Span],
        measure: f32,
        leading: f32,
    ) -> Result<Block, PapersError> {
        self.setter.set(words, measure, leading, Edge::Left)
    }

    /// Places lines at `x` from the margin, without moving on; returns where they end.
    pub(crate) fn place(&mut self, block: Block, x: f32, y: f32) -> f32 {
        block.place(&mut self.page, MARGIN + x, y)
    }

    /// Places lines here and moves on; lines that do not fit go to the next page.
    pub(crate) fn flow(&mut self, mut block: Block) -> Result<(), PapersError> {
        while block.lines() > 0 {
            let mut fits = block.take(self.left());
            if fits.lines() == 0 {
                if self.y > self.first_y {
                    self.turn()?;
                    continue;
                }
                // Higher than a whole page: it goes where it is, rather than nowhere.
                fits = std::mem::take(&mut block);
            }
            self.y = fits.place(&mut self.page, MARGIN, self.y);
        }
        Ok(())
    }

    /// Ordinary words over the whole measure.
    pub(crate) fn words(&mut self, words: &[Span]) -> Result<(), PapersError> {
        let block = self.set(words, MEASURE, BODY_LEADING)?;
        self.flow(block)
    }

    /// The one large thing of a page. It grows smaller before it takes a second line.
    pub(crate) fn title(&mut self, text: &str) -> Result<(), PapersError> {
        let sizes = [27.0, 24.0, 21.0, 18.0];
        let block = self.setter.fit(text, Face::SerifBold, &sizes, 1, MEASURE)?;
        self.flow(block)
    }

    /// Words in a box that must not be missed.
    pub(crate) fn boxed(&mut self, paragraphs: &[Vec<Span>]) -> Result<(), PapersError> {
        const PAD: f32 = 9.0;
        const BETWEEN: f32 = 4.0;
        let mut blocks = Vec::new();
        for words in paragraphs {
            blocks.push(self.set(words, MEASURE - 2.0 * PAD, BODY_LEADING)?);
        }
        let gaps = BETWEEN * (blocks.len().saturating_sub(1)) as f32;
        let height = blocks.iter().map(Block::height).sum::<f32>() + gaps + 2.0 * PAD - 2.0;
        self.keep(height)?;
        self.draw(Item::Frame(Frame {
            x: MARGIN,
            y: self.y,
            width: MEASURE,
            height,
            weight: 1.1,
        }));
        let mut y = self.y + PAD - 1.0;
        for block in blocks {
            y = self.place(block, PAD, y) + BETWEEN;
        }
        self.y += height;
        Ok(())
    }
}
