//! Pages as printpdf's operations.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, Greyscale, Line, LineDashPattern, LinePoint, Mm, Op,
    PaintMode, PdfFontHandle, PdfPage, Point, Polygon, PolygonRing, Pt, Rect, TextItem, TextMatrix,
    WindingOrder, XObjectId, XObjectTransform,
};

use super::codes::{Codes, FaceCodes};
use super::fonts::Embedded;
use super::shelf::Shelf;
use crate::PapersError;
use crate::page::{Bend, Curve, Frame, Item, Page, Place, Role, Rule, Run, Shape};

/// How far a glyph may stand from its place before it is moved, in thousandths of the size.
const TOLERANCE: f32 = 0.5;

/// What pages are written with.
pub(super) struct Means<'a> {
    pub(super) codes: &'a Codes,
    pub(super) fonts: &'a [Embedded],
    pub(super) shelf: &'a Shelf,
}

/// Black ink and nothing else: it will meet a tired school printer.
fn grey(white: f32) -> Color {
    Color::Greyscale(Greyscale::new(white, None))
}

/// A page on which every code of every face is used once with its text. printpdf makes its fonts and their texts from
/// what it sees used; the page itself is thrown away.
pub(super) fn inventory<'a>(faces: impl Iterator<Item = (&'a Embedded, &'a FaceCodes)>) -> PdfPage {
    let mut ops = vec![Op::StartTextSection];
    for (font, codes) in faces {
        ops.push(Op::SetFont {
            font: PdfFontHandle::External(font.id.clone()),
            size: Pt(10.0),
        });
        let all = codes
            .uses()
            .map(|(code, _, text)| Codepoint::with_cid(code, 0.0, text.to_owned()));
        ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(all.collect())],
        });
    }
    ops.push(Op::EndTextSection);
    PdfPage::new(Mm(210.0), Mm(297.0), ops)
}

/// One page, ready to be written. Every piece of an element is marked with its number on the page; the rest is marked
/// as what a reader leaves out (ISO 32000-1, 14.8.2.2).
pub(super) fn page(page: &Page, roles: &[Role], means: &Means<'_>) -> Result<PdfPage, PapersError> {
    let mut ops = vec![
        Op::SetFillColor { col: grey(0.0) },
        Op::SetOutlineColor { col: grey(0.0) },
    ];
    let height = page.sheet.height;
    let mut at = 0;
    for (number, mark) in page.marks.iter().enumerate() {
        artifact(
            &mut ops,
            height,
            page.items.get(at..mark.items.start),
            means,
        )?;
        let role = roles.get(mark.element).ok_or(PapersError::Writing)?;
        ops.push(Op::BeginMarkedContentWithProperties {
            tag: super::tags::name(*role).to_owned(),
            properties: DictItem::Dict {
                map: BTreeMap::from([("MCID".to_owned(), DictItem::Int(number as i64))]),
            },
        });
        draw(&mut ops, height, page.items.get(mark.items.clone()), means)?;
        ops.push(Op::EndMarkedContentWithProperties);
        at = mark.items.end;
    }
    artifact(&mut ops, height, page.items.get(at..), means)?;
    Ok(PdfPage::new(Mm(210.0), Mm(297.0), ops))
}

fn artifact(
    ops: &mut Vec<Op>,
    height: f32,
    items: Option<&[Item]>,
    means: &Means<'_>,
) -> Result<(), PapersError> {
    if items.is_some_and(<[Item]>::is_empty) {
        return Ok(());
    }
    ops.push(Op::BeginMarkedContent {
        tag: "Artifact".to_owned(),
    });
    draw(ops, height, items, means)?;
    ops.push(Op::EndMarkedContent);
    Ok(())
}

fn draw(
    ops: &mut Vec<Op>,
    height: f32,
    items: Option<&[Item]>,
    means: &Means<'_>,
) -> Result<(), PapersError> {
    for item in items.ok_or(PapersError::Writing)? {
        match item {
            Item::Run(words) => run(ops, height, words, means)?,
            Item::Rule(line) => rule(ops, height, line),
            Item::Frame(edge) => frame(ops, height, edge),
            Item::Shape(outline) => shape(ops, height, outline),
            Item::Curve(line) => curve(ops, height, line),
            Item::Placed(place) => placed(ops, height, place, means)?,
        }
    }
    Ok(())
}

fn run(ops: &mut Vec<Op>, height: f32, run: &Run, means: &Means<'_>) -> Result<(), PapersError> {
    let font = means
        .fonts
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
        let (x, y) = (run.x + first.x(), height - run.y + first.rises());
        ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Translate(neat(x), neat(y)),
        });
        let mut pen = 0.0;
        let mut shown: Vec<Codepoint> = Vec::with_capacity(level.len());
        for glyph in level {
            let off = pen - (glyph.x() - first.x()) * 1000.0 / run.size;
            if off.abs() > TOLERANCE
                && let Some(last) = shown.last_mut()
            {
                last.offset = off.round();
                pen -= last.offset;
            }
            let code = means.codes.code(run, glyph).ok_or(PapersError::Writing)?;
            pen += font
                .advances
                .get(&code)
                .copied()
                .ok_or(PapersError::Writing)?;
            // What it stands for is known to the file from the inventory.
            shown.push(Codepoint::new(code, 0.0));
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

fn rule(ops: &mut Vec<Op>, height: f32, rule: &Rule) {
    ops.push(Op::SetOutlineThickness {
        pt: Pt(rule.weight),
    });
    let points = [rule.from, rule.to].map(|at| LinePoint {
        p: point(height, at),
        bezier: false,
    });
    ops.push(Op::DrawLine {
        line: Line {
            points: points.into(),
            is_closed: false,
        },
    });
}

fn frame(ops: &mut Vec<Op>, height: f32, frame: &Frame) {
    ops.push(Op::SetOutlineThickness {
        pt: Pt(frame.weight),
    });
    if frame.dashed {
        ops.push(Op::SetLineDashPattern {
            dash: LineDashPattern::new(0.0, &[2.0, 1.6]),
        });
    }
    let rectangle = Rect {
        x: neat(frame.x),
        y: neat(height - frame.y - frame.height),
        width: neat(frame.width),
        height: neat(frame.height),
        mode: Some(PaintMode::Stroke),
        winding_order: None,
    };
    ops.push(Op::DrawRectangle { rectangle });
    if frame.dashed {
        ops.push(Op::SetLineDashPattern {
            dash: LineDashPattern::solid(),
        });
    }
}

fn shape(ops: &mut Vec<Op>, height: f32, shape: &Shape) {
    let bend = |bend: &Bend| LinePoint {
        p: point(height, bend.at),
        bezier: bend.handle,
    };
    let rings = shape
        .rings
        .iter()
        .map(|ring| PolygonRing {
            points: ring.iter().map(bend).collect(),
        })
        .collect();
    let mode = match shape.hollow {
        None => PaintMode::Fill,
        Some(weight) => {
            ops.push(Op::SetOutlineThickness { pt: Pt(weight) });
            ops.push(Op::SetFillColor { col: grey(1.0) });
            PaintMode::FillStroke
        }
    };
    let polygon = Polygon {
        rings,
        mode,
        winding_order: WindingOrder::EvenOdd,
    };
    ops.push(Op::DrawPolygon { polygon });
    if shape.hollow.is_some() {
        ops.push(Op::SetFillColor { col: grey(0.0) });
    }
}

fn curve(ops: &mut Vec<Op>, height: f32, curve: &Curve) {
    ops.push(Op::SetOutlineThickness {
        pt: Pt(curve.weight),
    });
    ops.push(Op::SetOutlineColor {
        col: grey(curve.white),
    });
    let points = curve.bends.iter().map(|bend| LinePoint {
        p: point(height, bend.at),
        bezier: bend.handle,
    });
    ops.push(Op::DrawLine {
        line: Line {
            points: points.collect(),
            is_closed: false,
        },
    });
    ops.push(Op::SetOutlineColor { col: grey(0.0) });
}

/// A photograph or a page from elsewhere: each of its pieces under a matrix of its own.
fn placed(
    ops: &mut Vec<Op>,
    height: f32,
    place: &Place,
    means: &Means<'_>,
) -> Result<(), PapersError> {
    for (matrix, name) in means.shelf.pieces(place, height)? {
        ops.push(Op::SaveGraphicsState);
        ops.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw(matrix),
        });
        ops.push(Op::UseXobject {
            id: XObjectId(name),
            transform: XObjectTransform::default(),
        });
        ops.push(Op::RestoreGraphicsState);
    }
    Ok(())
}

fn point(height: f32, (x, y): (f32, f32)) -> Point {
    Point {
        x: neat(x),
        y: neat(height - y),
    }
}

/// To the thousandth of a point: finer than any printer and shorter in the file.
fn neat(length: f32) -> Pt {
    Pt((length * 1000.0).round() / 1000.0)
}
