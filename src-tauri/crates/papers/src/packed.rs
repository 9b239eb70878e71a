//! Pages that are finished, packed small: hundreds are held at once, and one at a time is looked at.
//!
//! The packing lives in memory alone and is never written anywhere.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::PapersError;
use crate::page::{Glyph, Item, Page, Place};

/// A finished page.
#[derive(Clone)]
pub(crate) struct Packed {
    /// All of it but its items.
    pub(crate) page: Page,
    items: Box<[u8]>,
    /// What was not made here, each with its place among the items.
    placed: Vec<(usize, Place)>,
}

impl Packed {
    /// Packs a page.
    pub(crate) fn of(mut page: Page) -> Result<Self, PapersError> {
        let wrong = |_| PapersError::Writing;
        let mut placed = Vec::new();
        let mut made = Vec::with_capacity(page.items.len());
        for (at, item) in std::mem::take(&mut page.items).into_iter().enumerate() {
            match item {
                Item::Placed(place) => placed.push((at, place)),
                item @ (Item::Run(_)
                | Item::Rule(_)
                | Item::Frame(_)
                | Item::Shape(_)
                | Item::Curve(_)) => made.push(item),
            }
        }
        page.marks.shrink_to_fit();
        let bytes = postcard::to_stdvec(&made).map_err(|_| PapersError::Writing)?;
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(&bytes).map_err(wrong)?;
        let items = packer.finish().map_err(wrong)?.into_boxed_slice();
        Ok(Self {
            page,
            items,
            placed,
        })
    }

    /// The page as it was.
    pub(crate) fn open(&self) -> Result<Page, PapersError> {
        let mut bytes = Vec::new();
        DeflateDecoder::new(&*self.items)
            .read_to_end(&mut bytes)
            .map_err(|_| PapersError::Writing)?;
        let mut items: Vec<Item> =
            postcard::from_bytes(&bytes).map_err(|_| PapersError::Writing)?;
        for (at, place) in &self.placed {
            if *at > items.len() {
                return Err(PapersError::Writing);
            }
            items.insert(*at, Item::Placed(place.clone()));
        }
        Ok(Page {
            items,
            ..self.page.clone()
        })
    }

    /// Lets go of its items, which are written and not needed again.
    pub(crate) fn is_written(&mut self) {
        self.items = Box::default();
    }

    /// What was not made here and stands on it.
    pub(crate) fn placed(&self) -> impl Iterator<Item = &Place> {
        self.placed.iter().map(|(_, place)| place)
    }
}

/// The glyphs of a run, kind by kind and each as its difference from the one before: most differences are alike.
#[derive(Serialize, Deserialize)]
struct Columns {
    ids: Vec<u16>,
    gaps: Vec<i32>,
    lengths: Vec<i32>,
    rises: Vec<i16>,
    steps: Vec<i32>,
}

/// Writes the glyphs of a run.
pub(crate) fn serialize<S: Serializer>(glyphs: &[Glyph], to: S) -> Result<S::Ok, S::Error> {
    let mut columns = Columns {
        ids: Vec::with_capacity(glyphs.len()),
        gaps: Vec::with_capacity(glyphs.len()),
        lengths: Vec::with_capacity(glyphs.len()),
        rises: Vec::with_capacity(glyphs.len()),
        steps: Vec::with_capacity(glyphs.len()),
    };
    let (mut ended, mut at) = (0, 0_i32);
    for glyph in glyphs {
        columns.ids.push(glyph.id);
        columns.gaps.push(i32::from(glyph.from) - ended);
        columns
            .lengths
            .push(i32::from(glyph.to) - i32::from(glyph.from));
        columns.rises.push(glyph.rise);
        columns.steps.push(glyph.across.wrapping_sub(at));
        (ended, at) = (i32::from(glyph.to), glyph.across);
    }
    columns.serialize(to)
}

/// Reads the glyphs of a run.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Glyph>, D::Error> {
    let columns = Columns::deserialize(from)?;
    let short = || D::Error::custom("a column is short");
    let mut glyphs = Vec::with_capacity(columns.ids.len());
    let (mut ended, mut at) = (0, 0_i32);
    for (place, id) in columns.ids.into_iter().enumerate() {
        let from = ended + columns.gaps.get(place).ok_or_else(short)?;
        ended = from + columns.lengths.get(place).ok_or_else(short)?;
        at = at.wrapping_add(*columns.steps.get(place).ok_or_else(short)?);
        glyphs.push(Glyph {
            id,
            from: u16::try_from(from).map_err(D::Error::custom)?,
            to: u16::try_from(ended).map_err(D::Error::custom)?,
            rise: *columns.rises.get(place).ok_or_else(short)?,
            across: at,
        });
    }
    Ok(glyphs)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::fonts::Face;
    use crate::page::{Rule, Run, Sheet};
    use crate::placed::{PictureBody, PictureFacts, Placed};

    fn run(glyphs: Vec<Glyph>) -> Item {
        Item::Run(Run {
            face: Face::Arabic,
            size: 10.2,
            x: 56.7,
            y: 0.1,
            text: "لا أريد".into(),
            glyphs,
            leftward: true,
            reads: Some("—".into()),
        })
    }

    fn glyph() -> impl Strategy<Value = Glyph> {
        (
            any::<u16>(),
            any::<u16>(),
            any::<u16>(),
            any::<i16>(),
            any::<i32>(),
        )
            .prop_map(|(id, from, to, rise, across)| Glyph {
                id,
                from,
                to,
                rise,
                across,
            })
    }

    proptest! {
        #[test]
        fn glyphs_come_back_as_they_went(glyphs in prop::collection::vec(glyph(), 0..40)) {
            let page = Page { items: vec![run(glyphs.clone())], ..Page::of(Sheet::A4) };
            let opened = Packed::of(page).unwrap().open().unwrap();
            let [Item::Run(run)] = &opened.items[..] else { panic!("one run") };
            prop_assert_eq!(&run.glyphs, &glyphs);
            prop_assert_eq!((run.face, run.x, run.leftward), (Face::Arabic, 56.7, true));
            prop_assert_eq!((run.text.as_str(), run.reads.as_deref()), ("لا أريد", Some("—")));
        }
    }

    #[test]
    fn a_photograph_keeps_its_place_between_the_words() {
        let what = Arc::new(Placed::Picture(PictureFacts {
            width: 1,
            height: 1,
            turned: 1,
            grey: true,
            body: PictureBody::Points(vec![0]),
        }));
        let place = |x| {
            Item::Placed(Place {
                what: Arc::clone(&what),
                x,
                y: 0.0,
                width: 1.0,
                height: 1.0,
            })
        };
        let rule = Item::Rule(Rule {
            from: (0.0, 0.0),
            to: (1.0, 1.0),
            weight: 0.5,
        });
        let items = vec![place(1.0), run(Vec::new()), place(2.0), rule, place(3.0)];
        let page = Page {
            items,
            ..Page::of(Sheet::A4)
        };

        let packed = Packed::of(page).unwrap();

        let kinds = packed
            .open()
            .unwrap()
            .items
            .into_iter()
            .map(|item| match item {
                Item::Placed(place) if Arc::ptr_eq(&place.what, &what) => {
                    format!("placed {}", place.x)
                }
                Item::Placed(_) => "another".to_owned(),
                Item::Run(_) => "run".to_owned(),
                Item::Rule(_) => "rule".to_owned(),
                Item::Frame(_) | Item::Shape(_) | Item::Curve(_) => "else".to_owned(),
            });
        assert_eq!(
            kinds.collect::<Vec<_>>(),
            ["placed 1", "run", "placed 2", "rule", "placed 3"]
        );
    }
}
