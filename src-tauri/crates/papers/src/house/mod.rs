//! The house on paper: A4, ink only, one head and one foot for every page, and the few things all papers are made
//! of. Sizes and distances follow the look (section 13 and its pictures 13 and 14).

mod head_and_foot;
mod large;
mod lines;
mod mark;
mod redacted;
mod sheets;
mod timeline;

pub(crate) use head_and_foot::{Foot, Head};
pub(crate) use mark::{mark, width as mark_width};
pub(crate) use sheets::Sheets;
pub(crate) use timeline::{Dot, Stamp, WORDS as TIMELINE_WORDS, circle};

use crate::fonts::Face;
use crate::page::{Sheet, mm};
use crate::typeset::{Span, span};

/// The margin at the left and the right.
pub(crate) const MARGIN: f32 = mm(19.0);
/// How wide the words run on A4.
pub(crate) const MEASURE: f32 = measure(Sheet::A4);
/// Where the head begins.
const HEAD_TOP: f32 = mm(14.5);
/// From where the foot must have ended to the edge of the page.
const BELOW_FOOT: f32 = mm(11.0);
/// From the head's rule to the first words, and from the last words to the foot's rule.
pub(crate) const CLEAR: f32 = 16.0;

/// From one writing line to the next.
pub(crate) const WRITING_LINE: f32 = mm(9.0);
/// Room above a signature line.
pub(crate) const SIGNATURE_LINE: f32 = mm(12.0);

/// The size of ordinary words.
pub(crate) const BODY: f32 = 10.2;
/// The leading of ordinary words.
pub(crate) const BODY_LEADING: f32 = 14.0;
/// The size of hints and of the foot.
pub(crate) const SMALL: f32 = 8.8;
/// The leading of hints and of the foot.
pub(crate) const SMALL_LEADING: f32 = 12.0;

/// How wide the words run on a page of this size.
pub(crate) const fn measure(sheet: Sheet) -> f32 {
    sheet.width - 2.0 * MARGIN
}

/// Ordinary words.
pub(crate) fn plain(text: impl Into<String>) -> Span {
    span(text, Face::Sans, BODY)
}

/// Labels, and the first words of a box.
pub(crate) fn strong(text: impl Into<String>) -> Span {
    span(text, Face::SansBold, BODY)
}

/// What is read letter by letter: user names, vaults, record numbers.
pub(crate) fn spelt(text: impl Into<String>) -> Span {
    span(text, Face::Mono, BODY)
}

/// A number in the foot.
pub(crate) fn numbered(text: impl Into<String>) -> Span {
    span(text, Face::Mono, SMALL)
}

/// Hints.
pub(crate) fn small(text: impl Into<String>) -> Span {
    span(text, Face::Sans, SMALL)
}
