//! Pictures made ready for a page: a photograph that a page can hold goes on it byte for byte, any other is drawn anew in points.

mod cut;
mod jpeg;
mod read;
#[cfg(test)]
mod tests;

pub use cut::{Area, WHOLE, as_drawn, cut_picture, may_be_cut};
pub use read::read_picture;

/// The most points that are decoded: some 250 MiB while one is read.
pub const MOST_POINTS: u64 = 60_000_000;

/// A picture as a page holds it.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Points across, as they are stored.
    pub width: u32,
    /// Points down, as they are stored.
    pub height: u32,
    /// How it must be turned to stand upright: the number of the Exif specification, 1 to 8; 1 is as it is.
    pub turned: u8,
    /// There are shades of grey only.
    pub grey: bool,
    /// What it is made of.
    pub body: Body,
}

/// What a picture is made of.
#[derive(Clone, PartialEq, Eq)]
pub enum Body {
    /// The bytes of the JPEG file, untouched.
    Jpeg,
    /// A byte for each shade of each point, row by row, with nothing between rows. Seen-through parts are white.
    Points {
        /// Them.
        bytes: Vec<u8>,
        /// It was made smaller: no printer shows more than 300 points to an inch.
        smaller: bool,
    },
}

/// Why a picture is not drawn on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotDrawn {
    /// It has more points than [`MOST_POINTS`].
    #[error("It has more than 60 million points, too many to be drawn on a page.")]
    TooLarge,
    /// It ends too soon, or is not what it says.
    #[error("It is damaged, or not the picture its name says.")]
    Damaged,
    /// It moves, and on a page there would be one picture of many.
    #[error("It moves: what was cut out of one of its pictures would be seen in the next.")]
    Moves,
    /// It is none of the kinds that are drawn.
    #[error("Pictures of this kind are not drawn on a page.")]
    OtherKind,
}

// It may show a child.
impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} x {})", self.width, self.height)
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "Jpeg",
            Self::Points { .. } => "Points",
        })
    }
}
