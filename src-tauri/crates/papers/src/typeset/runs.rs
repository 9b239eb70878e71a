//! Clusters of glyphs joined into runs, each glyph with the characters it stands for.

use std::collections::BTreeSet;

use cosmic_text::LayoutGlyph;

use super::pieces::{Kind, Piece};
use super::{Bundled, Look};
use crate::page::{Frame, Glyph, Item, Rule, Run};

/// How thick the frame around a character's name is, in points.
const NAME_FRAME: f32 = 0.5;

/// The runs of the line at hand.
pub(super) struct Runs<'a> {
    pieces: &'a [Piece],
    open: Option<Open>,
    /// What is drawn, and where in the text it begins.
    done: Vec<(usize, Vec<Item>)>,
    /// Names that were read once already: one broken over two lines is copied once.
    read: BTreeSet<usize>,
}

/// The run that may still grow, the piece it belongs to, where it ends on the page, and which stretch of the text it is.
struct Open {
    run: Run,
    piece: usize,
    end: f32,
    begins: usize,
    ends: usize,
    reorders: bool,
}

impl<'a> Runs<'a> {
    pub(super) fn new(pieces: &'a [Piece]) -> Self {
        Self {
            pieces,
            open: None,
            done: Vec::new(),
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
        let leftward = first.level.is_rtl();
        let letters = letters(bundled, cluster, text);
        // Readers put a space between stretches that say what they are read as; so a whole run of such letters says it
        // at once.
        let reorders = bundled.face.reorders() || text.chars().any(is_devanagari);
        let room = self
            .open
            .as_ref()
            .is_none_or(|open| open.run.text.len() + text.len() < usize::from(u16::MAX));
        let joins = room
            && (letters.is_some() || reorders)
            && self.open.as_ref().is_some_and(|open| {
                open.piece == first.metadata
                    && open.run.face == bundled.face
                    && open.run.size == first.font_size
                    && open.run.leftward == leftward
                    && open.reorders == reorders
                    // Neighbours on the page need not be neighbours in the text.
                    && if leftward { first.end == open.begins } else { first.start == open.ends }
            });
        if !joins {
            self.close();
            let reads = match self.pieces.get(first.metadata).map(|piece| piece.kind) {
                Some(Kind::Name(_)) if self.read.contains(&first.metadata) => Some(String::new()),
                Some(Kind::Name(letter)) => Some(letter.into()),
                _ if reorders => Some(String::new()),
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
                leftward,
                reads,
            };
            self.open = Some(Open {
                run,
                piece: first.metadata,
                end: first.x,
                begins: first.start,
                ends: first.end,
                reorders,
            });
        }
        let Some(open) = self.open.as_mut() else {
            return;
        };
        open.begins = open.begins.min(first.start);
        open.ends = open.ends.max(first.end);
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
                from: small(start + from),
                to: small(start + to),
                rise: ((glyph.font_size * glyph.y_offset - glyph.y) * 100.0).round() as i16,
                across: ((glyph.x + glyph.font_size * glyph.x_offset - open.run.x) * 1000.0).round()
                    as i32,
            });
            open.end = open.end.max(glyph.x + glyph.w);
        }
        open.run.text.push_str(text);
        if reorders && let Some(reads) = open.run.reads.as_mut() {
            reads.push_str(text);
        }
        if letters.is_none() && !reorders {
            self.close();
        }
    }

    /// The runs of the line, which ends here, in the order in which they are read.
    pub(super) fn finish_line(&mut self) -> Vec<Item> {
        self.close();
        let mut done = std::mem::take(&mut self.done);
        done.sort_by_key(|(begins, _)| *begins);
        done.into_iter().flat_map(|(_, items)| items).collect()
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else {
            return;
        };
        let Open {
            run,
            piece,
            end,
            begins,
            ..
        } = open;
        let mut items = Vec::new();
        if matches!(
            self.pieces.get(piece).map(|piece| piece.kind),
            Some(Kind::Name(_))
        ) {
            let inset = run.size * 0.22;
            items.push(Item::Frame(Frame {
                x: run.x + inset,
                y: run.y - run.size * 0.92,
                width: (end - run.x - 2.0 * inset).max(inset),
                height: run.size * 1.18,
                weight: NAME_FRAME,
                dashed: false,
            }));
        }
        if let Some(drawn) = self
            .pieces
            .get(piece)
            .and_then(|piece| drawn_with(piece.look, &run, end))
        {
            items.push(drawn);
        }
        items.push(Item::Run(run));
        self.done.push((begins, items));
    }
}

/// What is drawn with the words of a run that ends at `end`.
fn drawn_with(look: Look, run: &Run, end: f32) -> Option<Item> {
    let line = |down: f32, weight: f32| {
        Item::Rule(Rule {
            from: (run.x, run.y + down * run.size),
            to: (end, run.y + down * run.size),
            weight,
        })
    };
    match look {
        Look::Plain => None,
        Look::Struck => Some(line(-0.26, 0.8)),
        Look::Underlined => Some(line(0.16, 0.6)),
        // The words bring fixed spaces at both ends, which give the box room.
        Look::Boxed | Look::Removed(_) => Some(Item::Frame(Frame {
            x: run.x + run.size * 0.06,
            y: run.y - run.size * 0.95,
            width: (end - run.x - run.size * 0.12).max(run.size),
            height: run.size * 1.26,
            weight: 0.6,
            dashed: look == Look::Boxed,
        })),
    }
}

/// A place in a run's text. A run that were longer would have been broken before.
fn small(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// Noto Sans, which has everything else too, has these letters.
fn is_devanagari(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{97F}')
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
