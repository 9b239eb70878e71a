//! Text cut into pieces of one face: what is set as it stands, what is named, and the gaps between names.

use std::collections::BTreeSet;

use super::{Look, Span};
use crate::fonts::Face;

/// Where a character stands: which span, and at which byte of it.
pub(super) type Place = (usize, usize);

/// The size of a character's name, beside the words.
const NAME_SIZE: f32 = 0.72;
/// A word of more letters may be broken anywhere, where words have to be.
const LONG: usize = 16;

/// Words of one face, or the name of a character no face has.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) kind: Kind,
    pub(super) look: Look,
}

/// What a piece's text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The words themselves; the place is where they begin.
    Words(Place),
    /// The name of this character, drawn in a frame.
    Name(char),
    /// A place to break a line between two names; nothing is drawn.
    Gap,
}

/// The same words with one kind of line end.
pub(super) fn tidy(span: &Span) -> Span {
    let text = span.text.replace("\r\n", "\n").replace('\r', "\n");
    Span {
        text,
        ..span.clone()
    }
}

/// Cuts `spans` into pieces. Characters at the places in `named`, and those that would steer or hide other
/// characters, become names. A word that its face cannot spell goes whole to the first face that can: half a name in another hand
/// is harder to read. A `loose` cut lets long Latin words break between any letters. Only a word that no face can spell is set letter by letter. Faces are chosen here and not by
/// cosmic-text, whose own choice depends on the system it runs on.
pub(super) fn cut(
    spans: &[Span],
    named: &BTreeSet<Place>,
    loose: bool,
    has: impl Fn(Face, char) -> bool,
) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        let is_named =
            |at: usize, letter: char| must_be_named(letter) || named.contains(&(index, at));
        let mut start = 0;
        for word in span.text.split_inclusive(char::is_whitespace) {
            let spells = |face: Face| {
                word.char_indices().all(|(at, letter)| {
                    is_named(start + at, letter) || draws_nothing(letter) || has(face, letter)
                })
            };
            let chain = || std::iter::once(span.face).chain(span.face.others().iter().copied());
            let whole = chain().find(|face| spells(*face));
            // Arabic letters would come apart; words of others that have no spaces are broken by their own rules.
            let long = word.is_ascii() && word.len() > LONG;
            let face_for = |letter: char| {
                // The spaces of a face of pictures are as wide as its pictures.
                if whole == Some(Face::Emoji) && letter.is_whitespace() {
                    return span.face;
                }
                whole
                    .or_else(|| chain().find(|face| has(*face, letter)))
                    .unwrap_or(span.face)
            };
            for (at, letter) in word.char_indices() {
                let at = start + at;
                if is_named(at, letter) {
                    push_name(&mut pieces, span, letter);
                } else {
                    push_letter(&mut pieces, span, (index, at), face_for(letter), letter);
                    if loose && long && !letter.is_whitespace() {
                        pieces.push(gap(span));
                    }
                }
            }
            start += word.len();
        }
    }
    pieces
}

fn push_letter(pieces: &mut Vec<Piece>, span: &Span, place: Place, face: Face, letter: char) {
    if let Some(last) = pieces.last_mut()
        && let Kind::Words((of, from)) = last.kind
        && of == place.0
        && from + last.text.len() == place.1
        && last.face == face
    {
        last.text.push(letter);
    } else {
        pieces.push(Piece {
            text: letter.into(),
            face,
            size: span.size,
            kind: Kind::Words(place),
            look: span.look,
        });
    }
}

/// The name between two fixed spaces, which give its frame room, and a place to break the line on both sides.
fn push_name(pieces: &mut Vec<Piece>, span: &Span, letter: char) {
    let face = if span.face.weight() == 700 {
        Face::MonoBold
    } else {
        Face::Mono
    };
    let size = span.size * NAME_SIZE;
    let text = format!("\u{A0}U+{:04X}\u{A0}", u32::from(letter));
    pieces.push(gap(span));
    pieces.push(Piece {
        text,
        face,
        size,
        kind: Kind::Name(letter),
        look: span.look,
    });
    pieces.push(gap(span));
}

/// A place to break a line.
fn gap(span: &Span) -> Piece {
    Piece {
        text: "\u{200B}".into(),
        face: Face::Fallback,
        size: span.size * NAME_SIZE,
        kind: Kind::Gap,
        look: span.look,
    }
}

/// Characters that would act on the page without showing: control codes, and those that turn the reading direction
/// of the text around them (a name could make a reference read backwards).
fn must_be_named(letter: char) -> bool {
    (letter.is_control() && letter != '\n' && letter != '\t')
        || matches!(letter, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that are right to leave no ink: spaces, joiners, break hints and variation selectors.
pub(super) fn draws_nothing(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}
