//! Pages as printpdf's operations.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, Greyscale, Line, LinePoint, Mm, Op, PaintMode, PdfFontHandle,
    PdfPage, Point, Polygon, PolygonRing, Pt, Rect, TextItem, TextMatrix, WindingOrder,
};

use super::codes::{Codes, text_of};
use super::fonts::Embedded;
use crate::PapersError;
use crate::page::{A4_HEIGHT, Bend, Frame, Item, Page, Rule, Run, Shape};

/// How far a glyph may stand from its place before it is moved, in thousandths of the size.
const TOLERANCE: f32 = 0.5;

/// Black ink and nothing else: it will meet a tired school printer.
fn ink() -> Color {
    Color::Greyscale(Greyscale::new(0.0, None))
}

/// The pages, ready to be written.
pub(super) fn pages(
    pages: &[Page],
    codes: &Codes,
    fonts: &[Embedded],
) -> Result<Vec<PdfPage>, PapersError> {
    pages.iter().map(|page| one(page, codes, fonts)).collect()
}

fn one(page: &Page, codes: &Codes, fonts: &[Embedded]) -> Result<PdfPage, PapersError> {
    let mut ops = vec![
        Op::SetFillColor { col: ink() },
        Op::SetOutlineColor { col: ink() },
    ];
    for item in &page.items {
        match item {
            Item::Run(words) => run(&mut ops, words, codes, fonts)?,
            Item::Rule(line) => rule(&mut ops, line),
            Item::Frame(edge) => frame(&mut ops, edge),
            Item::Shape(outline) => shape(&mut ops, outline),
        }
    }
    Ok(PdfPage::new(Mm(210.0), Mm(297.0), ops))
}

fn run(ops: &mut Vec<Op>, run: &Run, codes: &Codes, fonts: &[Embedded]) -> Result<(), PapersError> {
    let font = fonts
        .iter()
        .find(|font| font.face == run.face)
        .ok_or(PapersError::Writing)?;
    if let Some(reads) = &run.reads {
        ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".into(),
            properties: actual_text(reads),
        });
    }
    ops.push(Op::StartTextSection);
    ops.push(Op::SetFont {
        font: PdfFontHandle::External(font.id.clone()),
        size: Pt(run.size),
    });
    // One matrix for each stretch of glyphs that stand equally high; within it the reader moves on by the widths in
    // the file, and a glyph that would stand elsewhere (kerning, widths cut to whole units) is moved to its place.
    for level in run.glyphs.chunk_by(|a, b| a.rise == b.rise) {
        let Some(first) = level.first() else { continue };
        let (x, y) = (run.x + first.x, A4_HEIGHT - run.y + first.rise);
        ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Translate(neat(x), neat(y)),
        });
        let mut pen = 0.0;
        let mut shown: Vec<Codepoint> = Vec::new();
        for glyph in level {
            let off = pen - (glyph.x - first.x) * 1000.0 / run.size;
            if off.abs() > TOLERANCE
                && let Some(last) = shown.last_mut()
            {
                last.offset = off.round();
                pen -= last.offset;
            }
            let code = codes.code(run, glyph).ok_or(PapersError::Writing)?;
            pen += font
                .advances
                .get(&code)
                .copied()
                .ok_or(PapersError::Writing)?;
            shown.push(Codepoint::with_cid(
                code,
                0.0,
                text_of(run, glyph).to_owned(),
            ));
        }
        ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(shown)],
        });
    }
    ops.push(Op::EndTextSection);
    if run.reads.is_some() {
        ops.push(Op::EndMarkedContentWithProperties);
    }
    Ok(())
}

/// What a reader copies instead of the glyphs (ISO 32000-1, 14.9.4), as UTF-16 with its mark.
fn actual_text(text: &str) -> DictItem {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    let data = units.flat_map(u16::to_be_bytes).collect();
    let entry = (
        "ActualText".to_owned(),
        DictItem::String {
            data,
            literal: false,
        },
    );
    DictItem::Dict {
        map: BTreeMap::from([entry]),
    }
}

fn rule(ops: &mut Vec<Op>, rule: &Rule) {
    ops.push(Op::SetOutlineThickness {
        pt: Pt(rule.weight),
    });
    let points = [rule.from, rule.to].map(|at| LinePoint {
        p: point(at),
        bezier: false,
    });
    ops.push(Op::DrawLine {
        line: Line {
            points: points.into(),
            is_closed: false,
        },
    });
}

fn frame(ops: &mut Vec<Op>, frame: &Frame) {
    ops.push(Op::SetOutlineThickness {
        pt: Pt(frame.weight),
    });
    let rectangle = Rect {
        x: neat(frame.x),
        y: neat(A4_HEIGHT - frame.y - frame.height),
        width: neat(frame.width),
        height: neat(frame.height),
        mode: Some(PaintMode::Stroke),
        winding_order: None,
    };
    ops.push(Op::DrawRectangle { rectangle });
}

fn shape(ops: &mut Vec<Op>, shape: &Shape) {
    let bend = |bend: &Bend| LinePoint {
        p: point(bend.at),
        bezier: bend.handle,
    };
    let rings = shape
        .rings
        .iter()
        .map(|ring| PolygonRing {
            points: ring.iter().map(bend).collect(),
        })
        .collect();
    let polygon = Polygon {
        rings,
        mode: PaintMode::Fill,
        winding_order: WindingOrder::EvenOdd,
    };
    ops.push(Op::DrawPolygon { polygon });
}

fn point((x, y): (f32, f32)) -> Point {
    Point {
        x: neat(x),
        y: neat(A4_HEIGHT - y),
    }
}

/// To the thousandth of a point: finer than any printer and shorter in the file.
fn neat(length: f32) -> Pt {
    Pt((length * 1000.0).round() / 1000.0)
}
