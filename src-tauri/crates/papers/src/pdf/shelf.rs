//! Photographs and foreign pages of a file: each is in it once, under a name that pages call it by.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::PapersError;
use crate::foreign::{Copier, Foreign};
use crate::packed::Packed;
use crate::page::{Paper, Place};
use crate::placed::{PictureBody, PictureFacts, Placed};

type Matrix = [f32; 6];

/// Where in memory a thing is: two places of one photograph are one.
type Known = usize;

/// A piece that a page calls by its name.
struct Piece {
    name: String,
    id: ObjectId,
    /// Within the thing, whose lower left corner is (0, 0) and whose size is `size`.
    matrix: Matrix,
}

/// A thing with its size and its pieces.
struct Thing {
    size: (f32, f32),
    pieces: Vec<Piece>,
}

/// Everything that is placed on the pages of a paper.
pub(super) struct Shelf(BTreeMap<Known, Thing>);

impl Shelf {
    /// Puts everything into the document.
    pub(super) fn of(paper: &Paper, document: &mut Document) -> Result<Self, PapersError> {
        let mut shelf = Self(BTreeMap::new());
        let mut copiers: BTreeMap<Known, Copier<'_>> = BTreeMap::new();
        for place in paper.pages.iter().flat_map(Packed::placed) {
            let known = known(&place.what);
            if shelf.0.contains_key(&known) {
                continue;
            }
            let size = place.what.size().ok_or(PapersError::Writing)?;
            let drawn: Vec<(Matrix, ObjectId)> = match &*place.what {
                Placed::Picture(picture) => {
                    let image = document.add_object(image(picture)?);
                    vec![(upright(picture.turned, size), image)]
                }
                Placed::Sheet { of, .. } => {
                    let sheet = place.what.sheet().ok_or(PapersError::Writing)?;
                    let copier = copiers
                        .entry(Arc::as_ptr(of).addr())
                        .or_insert_with(|| Copier::from(Foreign::document(of)));
                    let pieces = sheet.pieces.iter();
                    pieces
                        .map(|piece| (piece.matrix, copier.form(document, &piece.form)))
                        .collect()
                }
            };
            let number = shelf.0.len();
            let pieces = drawn.into_iter().enumerate();
            let pieces = pieces.map(|(at, (matrix, id))| Piece {
                name: format!("P{number}-{at}"),
                id,
                matrix,
            });
            let pieces = pieces.collect();
            shelf.0.insert(known, Thing { size, pieces });
        }
        Ok(shelf)
    }

    /// The pieces of what stands at a place of a page so high, each with its matrix there.
    pub(super) fn pieces(
        &self,
        place: &Place,
        height: f32,
    ) -> Result<Vec<(Matrix, String)>, PapersError> {
        let thing = self
            .0
            .get(&known(&place.what))
            .ok_or(PapersError::Writing)?;
        let (wide, high) = thing.size;
        let (across, up) = (place.width / wide, place.height / high);
        let there = [
            across,
            0.0,
            0.0,
            up,
            place.x,
            height - place.y - place.height,
        ];
        let pieces = thing.pieces.iter();
        Ok(pieces
            .map(|piece| {
                let matrix = crate::foreign::after(piece.matrix, there);
                (matrix.map(neat), piece.name.clone())
            })
            .collect())
    }

    /// What a page calls by name; nothing where it calls nothing.
    pub(super) fn named_on(&self, page: &Packed) -> Option<Dictionary> {
        let mut named = Dictionary::new();
        for place in page.placed() {
            for piece in self
                .0
                .get(&known(&place.what))
                .into_iter()
                .flat_map(|thing| &thing.pieces)
            {
                named.set(piece.name.clone(), piece.id);
            }
        }
        (!named.is_empty()).then_some(named)
    }
}

fn known(what: &Arc<Placed>) -> Known {
    Arc::as_ptr(what).addr()
}

/// From the unit square, in which an image is drawn, to its size, turned as the Exif number says.
fn upright(turned: u8, (wide, high): (f32, f32)) -> Matrix {
    let [a, b, c, d, e, f]: Matrix = match turned {
        2 => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
        3 => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
        4 => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
        5 => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
        6 => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
        7 => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
        8 => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
        _ => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
    };
    [a * wide, b * high, c * wide, d * high, e * wide, f * high]
}

fn image(picture: &PictureFacts) -> Result<Stream, PapersError> {
    let mut image = Dictionary::new();
    image.set("Type", Object::Name(b"XObject".to_vec()));
    image.set("Subtype", Object::Name(b"Image".to_vec()));
    image.set("Width", i64::from(picture.width));
    image.set("Height", i64::from(picture.height));
    image.set("BitsPerComponent", 8);
    let colours: &[u8] = match picture.grey {
        true => b"DeviceGray",
        false => b"DeviceRGB",
    };
    image.set("ColorSpace", Object::Name(colours.to_vec()));
    match &picture.body {
        PictureBody::Jpeg(bytes) => {
            image.set("Filter", Object::Name(b"DCTDecode".to_vec()));
            let mut stream = Stream::new(image, bytes.clone());
            stream.allows_compression = false;
            Ok(stream)
        }
        PictureBody::Points(bytes) => {
            let shades: u64 = if picture.grey { 1 } else { 3 };
            let points = u64::from(picture.width) * u64::from(picture.height);
            if bytes.len() as u64 != points * shades {
                return Err(PapersError::Writing);
            }
            let mut stream = Stream::new(image, bytes.clone());
            stream.compress().map_err(|_| PapersError::Writing)?;
            Ok(stream)
        }
    }
}

/// To the ten-thousandth: a page from elsewhere must not drift.
fn neat(number: f32) -> f32 {
    (number * 10_000.0).round() / 10_000.0
}
