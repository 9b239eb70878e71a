//! What cosmic-text laid out, gathered into lines; and the proof that nothing went missing on the way.

use std::collections::BTreeSet;

use cosmic_text::{Buffer, LayoutGlyph, LayoutRun};

use super::block::{Block, Line};
use super::pieces::{Kind, Piece, Place, draws_nothing};
use super::runs::Runs;
use super::{Look, Typesetter};

/// What was laid out.
pub(super) struct Gathered {
    pub(super) block: Block,
    /// Places of characters that no face has a glyph for.
    pub(super) unset: Vec<Place>,
    /// Whether every character that should be seen was laid out.
    pub(super) whole: bool,
}

/// Walks the lines of `buffer` in reading order.
pub(super) fn gather(
    setter: &Typesetter,
    buffer: &Buffer,
    pieces: &[Piece],
    leading: f32,
) -> Gathered {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let paragraphs: Vec<usize> = std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .collect();
    let mut walk = Walk {
        setter,
        pieces,
        seen: vec![false; text.len()],
        unset: Vec::new(),
        whole: true,
        labels: BTreeSet::new(),
    };
    let mut runs = Runs::new(pieces);
    let mut block = Block::default();
    let mut ended = 0;
    for line in buffer.layout_runs() {
        let offset = paragraphs.get(line.line_i).copied().unwrap_or_default();
        let begins = line.glyphs.iter().map(|glyph| offset + glyph.start).min();
        block.broke_a_word |=
            begins.is_some_and(|begins| begins == ended && inside_a_word(&text, begins));
        ended = line
            .glyphs
            .iter()
            .map(|glyph| offset + glyph.end)
            .max()
            .unwrap_or(ended);
        block
            .lines
            .push(walk.line(&line, offset, leading, &mut runs));
    }
    let seen = |at: usize| walk.seen.get(at).copied().unwrap_or_default();
    let whole = walk.whole
        && text
            .char_indices()
            .all(|(at, letter)| draws_nothing(letter) || seen(at));
    Gathered {
        block,
        unset: walk.unset,
        whole,
    }
}

/// Whether letters stand on both sides of byte `at`.
fn inside_a_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
}

struct Walk<'a> {
    setter: &'a Typesetter,
    pieces: &'a [Piece],
    seen: Vec<bool>,
    unset: Vec<Place>,
    whole: bool,
    /// Labels that were met already: one broken over two lines stands for one thing.
    labels: BTreeSet<usize>,
}

impl Walk<'_> {
    fn line(
        &mut self,
        line: &LayoutRun<'_>,
        offset: usize,
        leading: f32,
        runs: &mut Runs<'_>,
    ) -> Line {
        let size = line
            .glyphs
            .iter()
            .map(|glyph| glyph.font_size)
            .fold(0.0, f32::max);
        // Capitals stand in the middle of the leading, whichever face the line begins with.
        let baseline = leading / 2.0 + size * 0.34;
        let same = |a: &LayoutGlyph, b: &LayoutGlyph| a.start == b.start && a.end == b.end;
        let mut clusters: Vec<Vec<LayoutGlyph>> =
            line.glyphs.chunk_by(same).map(<[_]>::to_vec).collect();
        if line.rtl {
            // A line that begins in Arabic comes from right to left, Latin words in it too.
            clusters.reverse();
            clusters.iter_mut().for_each(|cluster| cluster.reverse());
        }
        let mut removed = Vec::new();
        for cluster in &clusters {
            let Some(first) = cluster.first() else {
                continue;
            };
            for at in offset + first.start..offset + first.end {
                if let Some(seen) = self.seen.get_mut(at) {
                    *seen = true;
                }
            }
            let known = (
                self.pieces.get(first.metadata),
                self.setter.face_of(first.font_id),
                line.text.get(first.start..first.end),
            );
            let (Some(piece), Some(bundled), Some(text)) = known else {
                self.whole = false;
                continue;
            };
            if piece.kind == Kind::Gap {
                continue;
            }
            if let Look::Removed(what) = piece.look
                && self.labels.insert(first.metadata)
            {
                removed.push(what);
            }
            if cluster.iter().any(|glyph| glyph.glyph_id == 0) {
                self.note_unset(first.metadata, offset + first.start, text);
            } else {
                runs.add(bundled, cluster, text, baseline);
            }
        }
        Line {
            height: leading,
            width: line.line_w,
            items: runs.finish_line(),
            removed,
        }
    }

    /// Remembers which characters of a cluster have no glyph: those that no face has, or all of them.
    fn note_unset(&mut self, index: usize, at: usize, text: &str) {
        let start: usize = self
            .pieces
            .iter()
            .take(index)
            .map(|piece| piece.text.len())
            .sum();
        let Some(Kind::Words((span, from))) = self.pieces.get(index).map(|piece| piece.kind) else {
            self.whole = false;
            return;
        };
        let place = |inside: usize| (span, from + at - start + inside);
        let ink = || {
            text.char_indices()
                .filter(|(_, letter)| !draws_nothing(*letter))
        };
        let unknown = || ink().filter(|(_, letter)| !self.setter.any_has(*letter));
        if unknown().next().is_some() {
            let places: Vec<Place> = unknown().map(|(inside, _)| place(inside)).collect();
            self.unset.extend(places);
        } else {
            self.unset.extend(ink().map(|(inside, _)| place(inside)));
        }
    }
}
