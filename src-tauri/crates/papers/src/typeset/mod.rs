//! The layout stage: words become lines of positioned glyphs.
//!
//! cosmic-text shapes and breaks lines with the bundled faces only. What it could not find a glyph for is cut out,
//! replaced by its name in a frame, and set again; what comes back is checked to hold every character that went in.

mod block;
mod gather;
mod pieces;
mod redacted;
mod runs;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use cosmic_text::fontdb::{Database, ID, Source};
use cosmic_text::{Align, Attrs, Buffer, Family, Font, FontSystem, Metrics, Shaping, Weight};

pub(crate) use block::Block;

use crate::PapersError;
use crate::fonts::Face;
use crate::redact::{Redactor, Removed};
use pieces::{Piece, cut, tidy};

/// Words in one face and size.
#[derive(Clone)]
pub(crate) struct Span {
    text: String,
    face: Face,
    size: f32,
    look: Look,
    /// The house's own words, which name no child.
    house: bool,
}

/// What is drawn with words besides their letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Look {
    /// Nothing.
    #[default]
    Plain,
    /// A line through them: said once, and corrected.
    Struck,
    /// A line under them: said in its place.
    Underlined,
    /// A dashed box around them: a child by letter.
    Boxed,
    /// A box around them: they stand for what was taken out.
    Removed(Removed),
}

impl Span {
    /// The same words at another size.
    pub(crate) fn sized(mut self, size: impl FnOnce(f32) -> f32) -> Self {
        self.size = size(self.size);
        self
    }

    /// The same words, drawn so.
    pub(crate) fn looking(mut self, look: Look) -> Self {
        self.look = look;
        self
    }
}

/// These words, in this face, at this size in points.
pub(crate) fn span(text: impl Into<String>, face: Face, size: f32) -> Span {
    Span {
        text: text.into(),
        face,
        size,
        look: Look::Plain,
        house: false,
    }
}

/// Which edge of the measure lines keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    /// The left one.
    Left,
    /// The one where the words begin: the right one for a paragraph of Arabic.
    Start,
    /// The right one.
    Right,
    /// Neither: each line stands in the middle.
    Middle,
}

/// How often unset characters are looked for one by one. In most scripts one round finds them all; where a letter leans on
/// its neighbours, naming one can leave the next without a place. After these rounds everything that is not plain
/// Latin is named: strange to read, and nothing is lost.
const ROUNDS: usize = 6;

/// The size of a label where nothing says how large the words around it are.
const SMALLEST: f32 = 8.0;

/// For so many settings a shaped word is kept.
const KEPT: usize = 400;

/// Sets words. Holds the parsed faces, so one serves a whole paper.
pub(crate) struct Typesetter {
    system: FontSystem,
    faces: Vec<Bundled>,
    shaped: usize,
    /// What words are looked through with before they are set.
    redactor: Option<Redactor>,
}

/// A face as cosmic-text holds it.
struct Bundled {
    face: Face,
    id: ID,
    font: Arc<Font>,
}

impl Typesetter {
    /// A typesetter with the bundled faces.
    pub(crate) fn new() -> Result<Self, PapersError> {
        let mut database = Database::new();
        let mut ids = Vec::new();
        for &face in Face::ALL {
            let loaded = database.load_font_source(Source::Binary(Arc::new(face.bytes())));
            ids.push((face, *loaded.first().ok_or(PapersError::Fonts)?));
        }
        let mut system = FontSystem::new_with_locale_and_db("en-GB".to_owned(), database);
        let mut faces = Vec::new();
        for (face, id) in ids {
            let font = system
                .get_font(id, Weight(face.weight()))
                .ok_or(PapersError::Fonts)?;
            faces.push(Bundled { face, id, font });
        }
        Ok(Self {
            system,
            faces,
            shaped: 0,
            redactor: None,
        })
    }

    /// Sets `spans` as one text in lines no wider than `measure`, `leading` apart. A line feed begins a new line;
    /// a word wider than the measure is broken where it must be.
    pub(crate) fn set(
        &mut self,
        spans: &[Span],
        measure: f32,
        leading: f32,
        edge: Edge,
    ) -> Result<Block, PapersError> {
        let spans: Vec<Span> = self.redacted(spans).iter().map(tidy).collect();
        let mut named = BTreeSet::new();
        let mut loose = false;
        for round in 0..=ROUNDS {
            if round == ROUNDS {
                named.extend(beyond_latin(&spans));
            }
            let pieces = cut(&spans, &named, loose, |face, letter| self.has(face, letter));
            let buffer = self.shape(&pieces, measure, leading, edge);
            let gathered = gather::gather(self, &buffer, &pieces, leading);
            if gathered.whole && gathered.unset.is_empty() {
                return Ok(gathered.block);
            }
            // cosmic-text loses letters where it breaks a long Latin word in a line that begins in Arabic.
            loose |= !gathered.whole;
            named.extend(gathered.unset);
        }
        Err(PapersError::Unset)
    }

    /// Sets text at the first of `sizes` at which it needs no more than `lines` lines, or at the last of them in as
    /// many lines as it needs: nothing is ever cut short.
    pub(crate) fn fit(
        &mut self,
        text: &Span,
        sizes: &[f32],
        lines: usize,
        measure: f32,
    ) -> Result<Block, PapersError> {
        let mut last = Block::default();
        for &size in sizes {
            let text = Span {
                size,
                ..text.clone()
            };
            last = self.set(&[text], measure, size * 1.2, Edge::Left)?;
            if last.lines() <= lines && !last.broke_a_word() {
                break;
            }
        }
        Ok(last)
    }

    fn shape(&mut self, pieces: &[Piece], measure: f32, leading: f32, edge: Edge) -> Buffer {
        let mut buffer = Buffer::new_empty(Metrics::new(leading, leading));
        buffer.set_size(Some(measure), None);
        let spans = pieces.iter().enumerate().map(|(index, piece)| {
            let attributes = Attrs::new()
                .family(Family::Name(piece.face.family()))
                .weight(Weight(piece.face.weight()))
                .metrics(Metrics::new(piece.size, leading))
                .metadata(index);
            (piece.text.as_str(), attributes)
        });
        let align = match edge {
            Edge::Left => Some(Align::Left),
            Edge::Start => None,
            Edge::Right => Some(Align::Right),
            Edge::Middle => Some(Align::Center),
        };
        buffer.set_rich_text(spans, &Attrs::new(), Shaping::Advanced, align);
        buffer.shape_until_scroll(&mut self.system, false);
        // Words come back; those that have not for a while are forgotten.
        self.shaped += 1;
        if self.shaped.is_multiple_of(KEPT) {
            self.system.shape_run_cache.trim(1);
        }
        buffer
    }

    /// Whether `face` has a glyph of its own for `letter`.
    fn has(&self, face: Face, letter: char) -> bool {
        // Nearly every letter of nearly every paper; the faces of the house all have these.
        if letter.is_ascii_graphic() && face <= Face::FallbackBold {
            return true;
        }
        self.faces
            .get(face as usize)
            .is_some_and(|bundled| bundled.glyph_for(letter) != 0)
    }

    /// Whether any face has a glyph for `letter`.
    fn any_has(&self, letter: char) -> bool {
        self.faces
            .iter()
            .any(|bundled| bundled.glyph_for(letter) != 0)
    }

    /// The face cosmic-text took a glyph from.
    fn face_of(&self, id: ID) -> Option<&Bundled> {
        self.faces.iter().find(|bundled| bundled.id == id)
    }
}

/// Places of everything but letters, marks and signs that every face of the house has.
fn beyond_latin(spans: &[Span]) -> impl Iterator<Item = pieces::Place> {
    spans.iter().enumerate().flat_map(|(index, span)| {
        span.text
            .char_indices()
            .filter(|(_, letter)| !letter.is_ascii())
            .map(move |(at, _)| (index, at))
    })
}

impl Bundled {
    /// The glyph this face shows for `letter` on its own; 0 is none.
    fn glyph_for(&self, letter: char) -> u16 {
        self.font.as_swash().charmap().map(letter)
    }
}
