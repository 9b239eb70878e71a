//! What was not made here and stands on a page: photographs, and pages of documents from elsewhere.

use std::sync::Arc;

use crate::foreign::{Foreign, ForeignSheet};

/// Something to be placed.
pub(crate) enum Placed {
    /// A photograph, or another picture in points.
    Picture(PictureFacts),
    /// A page of a document.
    Sheet {
        /// The document.
        of: Arc<Foreign>,
        /// Which page of it, from 0.
        page: usize,
    },
}

/// A picture, as a page holds it. Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct PictureFacts {
    /// Points across, as they are stored.
    pub width: u32,
    /// Points down, as they are stored.
    pub height: u32,
    /// How it is turned to stand upright: the number of the Exif specification, 1 to 8.
    pub turned: u8,
    /// There are shades of grey only.
    pub grey: bool,
    /// What it is made of.
    pub body: PictureBody,
}

/// What a picture is made of.
#[derive(Clone)]
pub enum PictureBody {
    /// The bytes of a JPEG file that every reader of PDF draws; they go into the file untouched.
    Jpeg(Vec<u8>),
    /// A byte for each shade of each point, row by row.
    Points(Vec<u8>),
}

impl std::fmt::Debug for PictureFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PictureFacts({} x {})", self.width, self.height)
    }
}

impl Placed {
    /// How wide and how high it is when it stands upright: points of a picture, or of a page.
    pub(crate) fn size(&self) -> Option<(f32, f32)> {
        match self {
            Self::Picture(picture) => {
                let (width, height) = (picture.width as f32, picture.height as f32);
                match picture.turned {
                    5..=8 => Some((height, width)),
                    _ => Some((width, height)),
                }
            }
            Self::Sheet { .. } => self.sheet().map(|sheet| (sheet.width, sheet.height)),
        }
    }

    /// The page, where it is one.
    pub(crate) fn sheet(&self) -> Option<&ForeignSheet> {
        match self {
            Self::Sheet { of, page } => of.sheet(*page),
            Self::Picture(_) => None,
        }
    }
}
