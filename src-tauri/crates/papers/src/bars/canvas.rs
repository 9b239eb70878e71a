//! The page as plotters draws on it. A pixel is a quarter of a point.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily,
};

use crate::PapersError;
use crate::fonts::Face;
use crate::page::{Bend, Frame, Item, Page, Rule, Shape};
use crate::typeset::{Block, Edge, Typesetter, span};

/// So many pixels are a point.
pub(super) const PIXELS: f32 = 4.0;
/// The family that is set in bold.
pub(super) const BOLD: &str = "bold";

/// A page and what sets words on it.
pub(super) struct Canvas<'a> {
    pub(super) setter: &'a mut Typesetter,
    pub(super) page: &'a mut Page,
}

type Drawn = Result<(), DrawingErrorKind<PapersError>>;

fn points((x, y): BackendCoord) -> (f32, f32) {
    (x as f32 / PIXELS, y as f32 / PIXELS)
}

fn corner(at: (f32, f32)) -> Bend {
    Bend { at, handle: false }
}

impl Canvas<'_> {
    fn set<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
    ) -> Result<Block, DrawingErrorKind<PapersError>> {
        let face = match style.family() {
            FontFamily::Name(BOLD) => Face::SansBold,
            FontFamily::Name(_)
            | FontFamily::Serif
            | FontFamily::SansSerif
            | FontFamily::Monospace => Face::Sans,
        };
        let size = style.size() as f32 / PIXELS;
        let wide = self.page.sheet.width;
        self.setter
            .set(&[span(text, face, size)], wide, size * 1.25, Edge::Start)
            .map_err(DrawingErrorKind::DrawingError)
    }

    fn outline(&mut self, ring: Vec<Bend>) {
        self.page.items.push(Item::Shape(Shape {
            rings: vec![ring],
            hollow: None,
        }));
    }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = PapersError;

    fn get_size(&self) -> (u32, u32) {
        let sheet = self.page.sheet;
        (
            (sheet.width * PIXELS) as u32,
            (sheet.height * PIXELS) as u32,
        )
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    // Bars, lines and words are all there is: nothing is made of single points.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.page.items.push(Item::Rule(Rule {
            from: points(from),
            to: points(to),
            weight: style.stroke_width() as f32 / PIXELS,
        }));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((left, top), (right, bottom)) = (points(upper_left), points(bottom_right));
        let (width, height) = (right - left, bottom - top);
        if fill && width > 0.0 && height > 0.0 {
            let ring = [(left, top), (right, top), (right, bottom), (left, bottom)];
            self.outline(ring.map(corner).to_vec());
        } else if !fill {
            self.page.items.push(Item::Frame(Frame {
                x: left,
                y: top,
                width,
                height,
                weight: style.stroke_width() as f32 / PIXELS,
                // A number that is not said: everything else is filled.
                dashed: true,
            }));
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let all: Vec<BackendCoord> = path.into_iter().collect();
        for pair in all.windows(2) {
            if let [from, to] = pair {
                self.draw_line(*from, *to, style)?;
            }
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        _: &S,
    ) -> Drawn {
        let ring = vert.into_iter().map(|at| corner(points(at))).collect();
        self.outline(ring);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        pos: BackendCoord,
    ) -> Drawn {
        let block = self.set(text, style)?;
        let (x, y) = points(pos);
        let anchor = style.anchor();
        let x = match anchor.h_pos {
            HPos::Left => x,
            HPos::Center => x - block.width() / 2.0,
            HPos::Right => x - block.width(),
        };
        let y = match anchor.v_pos {
            VPos::Top => y,
            VPos::Center => y - block.height() / 2.0,
            VPos::Bottom => y - block.height(),
        };
        block.place(self.page, x, y);
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<PapersError>> {
        // Only for what plotters places by itself; what is placed here is measured as it is set.
        let size = style.size();
        let wide = size * 0.55 * text.chars().count() as f64;
        Ok((wide.ceil() as u32, (size * 1.25).ceil() as u32))
    }
}
