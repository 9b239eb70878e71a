//! Clusters of glyphs joined into runs, each glyph with the characters it stands for.

use std::collections::BTreeSet;

use cosmic_text::LayoutGlyph;

use super::Bundled;
use super::pieces::{Kind, Piece};
use crate::page::{Frame, Glyph, Item, Run};

/// How thick the frame around a character's name is, in points.
const NAME_FRAME: f32 = 0.5;

/// The runs of the line at hand.
pub(super) struct Runs<'a> {
    pieces: &'a [Piece],
    open: Option<Open>,
    items: Vec<Item>,
    /// Names that were read once already: one broken over two lines is copied once.
    read: BTreeSet<usize>,
}

/// The run that may still grow, the piece it belongs to and where it ends.
struct Open {
    run: Run,
    piece: usize,
    end: f32,
}

impl<'a> Runs<'a> {
    pub(super) fn new(pieces: &'a [Piece]) -> Self {
        Self {
            pieces,
            open: None,
            items: Vec::new(),
            read: BTreeSet::new(),
        }
    }

    /// Adds the glyphs of one cluster that stands for `text`.
    pub(super) fn add(
        &mut self,
        bundled: &Bundled,
        cluster: &[LayoutGlyph],
        text: &str,
        baseline: f32,
    ) {
        let Some(first) = cluster.first() else { return };
        let letters = letters(bundled, cluster, text);
        let joins = letters.is_some()
            && self.open.as_ref().is_some_and(|open| {
                open.piece == first.metadata
                    && open.run.face == bundled.face
                    && open.run.size == first.font_size
            });
        if !joins {
            self.close();
            let reads = match self.pieces.get(first.metadata).map(|piece| piece.kind) {
                Some(Kind::Name(_)) if self.read.contains(&first.metadata) => Some(String::new()),
                Some(Kind::Name(letter)) => Some(letter.into()),
                _ if letters.is_none() => Some(text.to_owned()),
                _ => None,
            };
            self.read.insert(first.metadata);
            let run = Run {
                face: bundled.face,
                size: first.font_size,
                x: first.x + first.font_size * first.x_offset,
                y: baseline,
                text: String::new(),
                glyphs: Vec::new(),
                reads,
            };
            self.open = Some(Open {
                run,
                piece: first.metadata,
                end: first.x,
            });
        }
        let Some(open) = self.open.as_mut() else {
            return;
        };
        let start = open.run.text.len();
        for (index, glyph) in cluster.iter().enumerate() {
            // Where glyphs and characters do not pair off, the first glyph stands for them all.
            let (from, to) = match &letters {
                Some(letters) => letters.get(index).copied().unwrap_or_default(),
                None if index == 0 => (0, text.len()),
                None => (text.len(), text.len()),
            };
            open.run.glyphs.push(Glyph {
                id: glyph.glyph_id,
                x: glyph.x + glyph.font_size * glyph.x_offset - open.run.x,
                rise: glyph.font_size * glyph.y_offset - glyph.y,
                from: start + from,
                to: start + to,
            });
            open.end = open.end.max(glyph.x + glyph.w);
        }
        open.run.text.push_str(text);
        if letters.is_none() {
            self.close();
        }
    }

    /// The runs of the line, which ends here.
    pub(super) fn finish_line(&mut self) -> Vec<Item> {
        self.close();
        std::mem::take(&mut self.items)
    }

    fn close(&mut self) {
        let Some(Open { run, piece, end }) = self.open.take() else {
            return;
        };
        if matches!(
            self.pieces.get(piece).map(|piece| piece.kind),
            Some(Kind::Name(_))
        ) {
            let inset = run.size * 0.22;
            self.items.push(Item::Frame(Frame {
                x: run.x + inset,
                y: run.y - run.size * 0.92,
                width: (end - run.x - 2.0 * inset).max(inset),
                height: run.size * 1.18,
                weight: NAME_FRAME,
            }));
        }
        self.items.push(Item::Run(run));
    }
}

/// Which bytes of the cluster's text each glyph stands for, if they pair off: one glyph for all of it (a letter, a
/// ligature, a letter composed with its marks), or one for each character in their order.
fn letters(bundled: &Bundled, cluster: &[LayoutGlyph], text: &str) -> Option<Vec<(usize, usize)>> {
    if cluster.len() == 1 {
        return Some(vec![(0, text.len())]);
    }
    let pairs_off = cluster.len() == text.chars().count()
        && cluster
            .iter()
            .zip(text.chars())
            .all(|(glyph, letter)| bundled.glyph_for(letter) == glyph.glyph_id);
    pairs_off.then(|| {
        text.char_indices()
            .map(|(at, letter)| (at, at + letter.len_utf8()))
            .collect()
    })
}
