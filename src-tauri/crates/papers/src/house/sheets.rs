//! A paper in the making: words and lines go down the page, and a page that is full is followed by another.

use std::collections::BTreeMap;

use super::timeline::Line;
use super::{BODY_LEADING, CLEAR, Foot, Head, MARGIN, large, measure};
use crate::PapersError;
use crate::day::Day;
use crate::fonts::Face;
use crate::packed::Packed;
use crate::page::{Bookmark, Frame, Item, Link, Mark, Page, Paper, Role, Sheet};
use crate::printed::Printed;
use crate::typeset::{Block, Edge, Span, Typesetter, span};

/// The widest name that a page of anything printed here has, so that the foot never grows into the words.
const LONGEST_CALLED: &str = "Page 9999 of 9999";

/// The pages so far and where the next words go.
pub(crate) struct Sheets<'a> {
    setter: Typesetter,
    head: Head<'a>,
    foot: Foot,
    pages: Vec<Packed>,
    page: Page,
    y: f32,
    first_y: f32,
    end: f32,
    elements: Vec<Role>,
    instead: BTreeMap<usize, String>,
    open: Option<usize>,
    bookmarks: Vec<Bookmark>,
    pub(super) line: Line,
    large: bool,
}

impl<'a> Sheets<'a> {
    /// An empty first page of A4.
    pub(crate) fn new(head: Head<'a>, foot: Foot) -> Result<Self, PapersError> {
        Self::on(Sheet::A4, head, foot)
    }

    /// An empty first page of this size.
    pub(crate) fn on(sheet: Sheet, head: Head<'a>, foot: Foot) -> Result<Self, PapersError> {
        let mut setter = Typesetter::new()?;
        setter.redact_with(foot.redactor.clone());
        let mut page = Page::of(sheet);
        let y = head.draw(&mut setter, &mut page)? + CLEAR;
        let end = foot.top(&mut setter, sheet, LONGEST_CALLED)? - CLEAR / 2.0;
        Ok(Self {
            setter,
            head,
            foot,
            pages: Vec::new(),
            page,
            y,
            first_y: y,
            end,
            elements: Vec::new(),
            instead: BTreeMap::new(),
            open: None,
            bookmarks: Vec::new(),
            line: Line::default(),
            large: false,
        })
    }

    /// The same with all words set large, where they are to be.
    pub(crate) fn sized(mut self, large: bool) -> Self {
        self.large = large;
        self
    }

    /// Words are set large.
    pub(crate) fn is_large(&self) -> bool {
        self.large
    }

    /// A distance that goes with the words.
    pub(crate) fn grown(&self, points: f32) -> f32 {
        match self.large {
            true => points * large::GROWS,
            false => points,
        }
    }

    /// The finished paper of something in the record: its identity is what it shows, as the record stood when it was printed.
    pub(crate) fn finish_printed(
        self,
        title: String,
        shows: &str,
        printed: &Printed,
    ) -> Result<Paper, PapersError> {
        let identity = format!("{shows}\n{}\n{}", printed.checkpoint, printed.at);
        self.finish(title, identity, Some(printed.on))
    }

    /// The finished paper, each page with its foot.
    pub(crate) fn finish(
        mut self,
        title: String,
        identity: String,
        made_on: Option<Day>,
    ) -> Result<Paper, PapersError> {
        self.pages.push(Packed::of(self.page)?);
        self.setter.redact_with(self.foot.redactor.clone());
        let count = self.pages.len();
        for (index, packed) in self.pages.iter_mut().enumerate() {
            let mut page = packed.open()?;
            page.foot = Some(page.items.len());
            let called = format!("Page {} of {count}", index + 1);
            self.foot.draw(&mut self.setter, &mut page, &called)?;
            *packed = Packed::of(page)?;
        }
        let mut paper = Paper {
            title,
            identity,
            made_on,
            pages: self.pages,
            elements: self.elements,
            instead: self.instead,
            bookmarks: self.bookmarks,
            labels: Vec::new(),
        };
        if let Some(redactor) = &self.foot.redactor {
            paper.redact(redactor);
        }
        Ok(paper)
    }

    /// What has its place here leads to another page: over so much of the measure, from `y` down to here.
    pub(crate) fn leads_from(&mut self, y: f32, to: usize) {
        let link = Link {
            x: MARGIN,
            y,
            width: self.measure(),
            height: self.y - y,
            to,
        };
        self.page.links.push(link);
    }

    /// Ends this page. A line that runs down it goes on over the next.
    pub(crate) fn turn(&mut self) -> Result<(), PapersError> {
        self.turn_to(self.page.sheet)
    }

    /// The same, and the next page is of this size.
    pub(crate) fn turn_to(&mut self, sheet: Sheet) -> Result<(), PapersError> {
        self.line_to(self.end);
        let mut next = Page::of(sheet);
        // Head and foot are the paper's own, whatever is being set on it.
        let here = self.redact_with(self.foot.redactor.clone());
        self.end = self.foot.top(&mut self.setter, sheet, LONGEST_CALLED)? - CLEAR / 2.0;
        self.y = self.head.draw(&mut self.setter, &mut next)? + CLEAR;
        self.redact_with(here);
        self.first_y = self.y;
        let full = std::mem::replace(&mut self.page, next);
        self.pages.push(Packed::of(full)?);
        self.line_goes_on()
    }

    /// Everything placed by `work` is one part of this role.
    pub(crate) fn part<T>(
        &mut self,
        role: Role,
        work: impl FnOnce(&mut Self) -> Result<T, PapersError>,
    ) -> Result<T, PapersError> {
        let before = self.open.replace(self.elements.len());
        self.elements.push(role);
        let done = work(self);
        self.open = before;
        done
    }

    /// Everything drawn by `work` is one figure, in place of which a reader hears `instead`.
    pub(crate) fn figure<T>(
        &mut self,
        instead: String,
        work: impl FnOnce(&mut Self) -> Result<T, PapersError>,
    ) -> Result<T, PapersError> {
        self.instead.insert(self.elements.len(), instead);
        self.part(Role::Figure, |sheets| {
            let from = sheets.page.items.len();
            let done = work(sheets);
            sheets.mark(from);
            done
        })
    }

    /// A line of the reader's list of contents leads here.
    pub(crate) fn bookmark(&mut self, level: u8, title: impl Into<String>) {
        self.bookmarks.push(Bookmark {
            title: title.into(),
            level,
            page: self.pages.len(),
            y: self.y,
        });
    }

    /// What was put on the page since `from` is a piece of the part at hand, or a paragraph of its own.
    fn mark(&mut self, from: usize) {
        let items = from..self.page.items.len();
        if items.is_empty() {
            return;
        }
        let element = self.open.unwrap_or_else(|| {
            self.elements.push(Role::Paragraph);
            self.elements.len() - 1
        });
        match self.page.marks.last_mut() {
            Some(last) if last.element == element && last.items.end == from => {
                last.items.end = items.end;
            }
            _ => self.page.marks.push(Mark { items, element }),
        }
    }

    /// Makes sure that `height` fits on this page, if it fits on any.
    pub(crate) fn keep(&mut self, height: f32) -> Result<(), PapersError> {
        if height > self.left() && self.y > self.first_y {
            self.turn()?;
        }
        Ok(())
    }

    /// How much of a page like this there is for words.
    pub(crate) fn room(&self) -> f32 {
        self.end - self.first_y
    }

    /// The same on a page of another size.
    pub(crate) fn room_on(&mut self, sheet: Sheet) -> Result<f32, PapersError> {
        let top = self.head.draw(&mut self.setter, &mut Page::of(sheet))? + CLEAR;
        let end = self.foot.top(&mut self.setter, sheet, LONGEST_CALLED)? - CLEAR / 2.0;
        Ok(end - top)
    }

    /// How wide the words run on this page.
    pub(crate) fn measure(&self) -> f32 {
        measure(self.page.sheet)
    }

    /// Which page this is; the first is 1.
    pub(crate) fn number(&self) -> usize {
        self.pages.len() + 1
    }

    /// What sets words, for what is laid out before it has a place.
    pub(crate) fn setter(&mut self) -> &mut Typesetter {
        &mut self.setter
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
        self.set_to(Edge::Start, words, measure, leading)
    }

    /// Sets words that keep to one edge.
    pub(crate) fn set_to(
        &mut self,
        edge: Edge,
        words: &[Span],
        measure: f32,
        leading: f32,
    ) -> Result<Block, PapersError> {
        if !self.large {
            return self.setter.set(words, measure, leading, edge);
        }
        let words = large::words(words);
        self.setter
            .set(&words, measure, leading * large::GROWS, edge)
    }

    /// Places lines at `x` from the margin, without moving on; returns where they end.
    pub(crate) fn place(&mut self, block: Block, x: f32, y: f32) -> f32 {
        let from = self.page.items.len();
        let ends = block.place(&mut self.page, MARGIN + x, y);
        self.mark(from);
        ends
    }

    /// Places lines that a reader need not be told: they are said elsewhere.
    pub(crate) fn place_aside(&mut self, block: Block, x: f32, y: f32) {
        block.place(&mut self.page, MARGIN + x, y);
    }

    /// Places lines here and moves on; lines that do not fit go to the next page.
    pub(crate) fn flow(&mut self, block: Block) -> Result<(), PapersError> {
        self.flow_at(0.0, block)
    }

    /// The same, at `x` from the margin. One line alone is not left behind, nor sent ahead.
    pub(crate) fn flow_at(&mut self, x: f32, block: Block) -> Result<(), PapersError> {
        if self.open.is_none() {
            return self.part(Role::Paragraph, |sheets| sheets.flow_at(x, block));
        }
        let mut block = block;
        while block.lines() > 0 {
            let fit = block.fitting(self.left());
            let alone = fit == 1 && block.lines() > 1;
            if (fit == 0 || alone) && self.y > self.first_y {
                self.turn()?;
                continue;
            }
            let fit = match block.lines() - fit {
                // Higher than a whole page: it goes where it is, rather than nowhere.
                _ if fit == 0 => block.lines(),
                1 if fit > 2 => fit - 1,
                _ => fit,
            };
            let fits = block.take(fit);
            self.y = self.place(fits, x, self.y);
        }
        Ok(())
    }

    /// Ordinary words over the whole measure.
    pub(crate) fn words(&mut self, words: &[Span]) -> Result<(), PapersError> {
        let block = self.set(words, self.measure(), BODY_LEADING)?;
        self.flow(block)
    }

    /// The one large thing of a page. It grows smaller before it takes a second line.
    pub(crate) fn title(&mut self, text: &str) -> Result<(), PapersError> {
        self.title_within(text, self.measure())
    }

    /// The same where something stands beside it.
    pub(crate) fn title_within(&mut self, text: &str, measure: f32) -> Result<(), PapersError> {
        let sizes = [27.0, 24.0, 21.0, 18.0];
        let text = span(text, Face::SerifBold, 0.0);
        let block = self.setter.fit(&text, &sizes, 1, measure)?;
        self.part(Role::Title, |sheets| sheets.flow(block))
    }

    /// Words in a box that must not be missed.
    pub(crate) fn boxed(&mut self, paragraphs: &[Vec<Span>]) -> Result<(), PapersError> {
        const PAD: f32 = 9.0;
        const BETWEEN: f32 = 4.0;
        let mut blocks = Vec::new();
        for words in paragraphs {
            blocks.push(self.set(words, self.measure() - 2.0 * PAD, BODY_LEADING)?);
        }
        let gaps = BETWEEN * (blocks.len().saturating_sub(1)) as f32;
        let height = blocks.iter().map(Block::height).sum::<f32>() + gaps + 2.0 * PAD - 2.0;
        self.keep(height)?;
        self.draw(Item::Frame(Frame {
            x: MARGIN,
            y: self.y,
            width: self.measure(),
            height,
            weight: 1.1,
            dashed: false,
        }));
        let mut y = self.y + PAD - 1.0;
        for block in blocks {
            y = self.place(block, PAD, y) + BETWEEN;
        }
        self.y += height;
        Ok(())
    }
}
