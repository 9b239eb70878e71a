//! Draws one laid-out page as SVG: the window shows what the printer will print, glyph for glyph.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use ttf_parser::{GlyphId, OutlineBuilder};

use crate::PapersError;
use crate::fonts::Face;
use crate::page::{Bend, Curve, Item, Page, Run, Shape, Sheet};

/// The page as one picture. Each glyph's outline is in it once.
pub(crate) fn picture(page: &Page) -> Result<String, PapersError> {
    let mut used: BTreeMap<Face, BTreeSet<u16>> = BTreeMap::new();
    for item in &page.items {
        if let Item::Run(run) = item {
            let glyphs = used.entry(run.face).or_default();
            glyphs.extend(run.glyphs.iter().map(|glyph| glyph.id));
        }
    }
    let Sheet { width, height } = page.sheet;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.3}\" height=\"{height:.3}\" viewBox=\"0 0 {width:.3} {height:.3}\"><defs>"
    );
    let mut units = BTreeMap::new();
    for (face, glyphs) in &used {
        let font = ttf_parser::Face::parse(face.bytes(), 0).map_err(|_| PapersError::Fonts)?;
        units.insert(*face, f32::from(font.units_per_em()));
        for glyph in glyphs {
            let mut path = Outline(String::new());
            font.outline_glyph(GlyphId(*glyph), &mut path);
            let _ = write!(
                out,
                "<path id=\"g{}-{glyph}\" d=\"{}\"/>",
                *face as u8, path.0
            );
        }
    }
    out.push_str("</defs><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
    for item in &page.items {
        match item {
            Item::Run(words) => run(&mut out, words, &units),
            Item::Rule(line) => {
                let _ = write!(
                    out,
                    "<path d=\"M{:.2} {:.2}L{:.2} {:.2}\" stroke=\"#000\" stroke-width=\"{}\"/>",
                    line.from.0, line.from.1, line.to.0, line.to.1, line.weight
                );
            }
            Item::Frame(frame) => {
                let dash = if frame.dashed {
                    " stroke-dasharray=\"2 1.6\""
                } else {
                    ""
                };
                let _ = write!(
                    out,
                    "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" fill=\"none\" stroke=\"#000\" stroke-width=\"{}\"{dash}/>",
                    frame.x, frame.y, frame.width, frame.height, frame.weight
                );
            }
            Item::Shape(outline) => shape(&mut out, outline),
            Item::Curve(line) => curve(&mut out, line),
            // Papers with photographs leave as files; the window shows the photograph itself.
            Item::Placed(place) => {
                let _ = write!(
                    out,
                    "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" fill=\"#eee\"/>",
                    place.x, place.y, place.width, place.height
                );
            }
        }
    }
    out.push_str("</svg>");
    Ok(out)
}

fn run(out: &mut String, run: &Run, units: &BTreeMap<Face, f32>) {
    let scale = run.size / units.get(&run.face).copied().unwrap_or(1000.0);
    let _ = write!(
        out,
        "<g transform=\"translate({:.3} {:.3}) scale({scale:.6} -{scale:.6})\">",
        run.x, run.y
    );
    for glyph in &run.glyphs {
        let _ = write!(
            out,
            "<use href=\"#g{}-{}\" x=\"{:.1}\" y=\"{:.1}\"/>",
            run.face as u8,
            glyph.id,
            glyph.x() / scale,
            glyph.rises() / scale
        );
    }
    out.push_str("</g>");
}

fn shape(out: &mut String, shape: &Shape) {
    out.push_str("<path fill-rule=\"evenodd\" d=\"");
    for ring in &shape.rings {
        draw_ring(out, ring);
        out.push('Z');
    }
    out.push_str("\" ");
    match shape.hollow {
        None => out.push_str("fill=\"#000\"/>"),
        Some(weight) => {
            let _ = write!(
                out,
                "fill=\"#fff\" stroke=\"#000\" stroke-width=\"{weight}\"/>"
            );
        }
    }
}

/// Corners are joined by lines, or by a curve where two handles stand between them.
fn draw_ring(out: &mut String, ring: &[Bend]) {
    let mut handles = 0;
    for (place, bend) in ring.iter().enumerate() {
        let letter = match (place, bend.handle, handles) {
            (0, ..) => "M",
            (_, true, 0) => "C",
            (_, false, 0) => "L",
            _ => " ",
        };
        handles = if bend.handle { handles + 1 } else { 0 };
        let _ = write!(out, "{letter}{:.3} {:.3}", bend.at.0, bend.at.1);
    }
}

fn curve(out: &mut String, curve: &Curve) {
    out.push_str("<path d=\"");
    draw_ring(out, &curve.bends);
    let grey = (curve.white * 255.0).round() as u8;
    let _ = write!(
        out,
        "\" fill=\"none\" stroke=\"#{grey:02x}{grey:02x}{grey:02x}\" stroke-width=\"{}\" stroke-linecap=\"round\"/>",
        curve.weight
    );
}

/// A glyph's outline in the font's own units, y upwards.
struct Outline(String);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "M{x} {y}");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "L{x} {y}");
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let _ = write!(self.0, "Q{x1} {y1} {x} {y}");
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let _ = write!(self.0, "C{x1} {y1} {x2} {y2} {x} {y}");
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}
