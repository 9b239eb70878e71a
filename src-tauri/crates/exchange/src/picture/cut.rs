//! A picture without some areas of it. They are black in the points themselves, and the points are all there is of it: no file beneath, no
//! small picture beside, nothing about where and when it was taken.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::{
    AnimationDecoder, DynamicImage, ExtendedColorType, GenericImage, GenericImageView,
    ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits, Rgba,
};

use super::read::{Decoded, MOST_MEMORY, decode, in_points};
use super::{Body, MOST_POINTS, NotDrawn, Picture};

/// The whole width and the whole height, in the measure of an [`Area`].
pub const WHOLE: u32 = 10_000;
/// So much more is cut on every side, in points: a photograph spreads a little of each point over those beside it.
const BEYOND: u32 = 2;

/// A rectangle of a picture as it stands upright, in ten-thousandths of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// From the left edge.
    pub left: u32,
    /// From the upper edge.
    pub top: u32,
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// Whether areas can be cut out of a picture: it has one picture, and not too many points. They are not read.
///
/// # Errors
/// [`NotDrawn`] where they cannot.
pub fn may_be_cut(bytes: &[u8]) -> Result<(), NotDrawn> {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| NotDrawn::Damaged)?;
    let format = reader.format().ok_or(NotDrawn::OtherKind)?;
    let decoder = reader.into_decoder().map_err(|_| NotDrawn::Damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_POINTS {
        return Err(NotDrawn::TooLarge);
    }
    drop(decoder);
    let damaged = |_| NotDrawn::Damaged;
    let moves = if format == ImageFormat::Gif {
        let mut frames = GifDecoder::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut limits = Limits::no_limits();
        limits.max_alloc = Some(MOST_MEMORY);
        frames.set_limits(limits).map_err(|_| NotDrawn::TooLarge)?;
        frames.into_frames().take(2).count() > 1
    } else if format == ImageFormat::WebP {
        let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(damaged)?;
        decoder.has_animation()
    } else if format == ImageFormat::Png {
        let decoder = PngDecoder::new(Cursor::new(bytes)).map_err(damaged)?;
        decoder.is_apng().map_err(damaged)?
    } else {
        false
    };
    if moves { Err(NotDrawn::Moves) } else { Ok(()) }
}

/// A picture as [`cut_picture`] would cut it, for whoever marks what is cut: a PNG of the same points, so that no other program's reading
/// of the file comes between what is seen and what is cut.
///
/// # Errors
/// [`NotDrawn`] where it cannot be drawn.
pub fn as_drawn(bytes: &[u8]) -> Result<Vec<u8>, NotDrawn> {
    let picture = cut_picture(bytes, &[])?;
    let Body::Points { bytes, .. } = picture.body else {
        return Err(NotDrawn::Damaged);
    };
    let colour = if picture.grey {
        ExtendedColorType::L8
    } else {
        ExtendedColorType::Rgb8
    };
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Sub)
        .write_image(&bytes, picture.width, picture.height, colour)
        .map_err(|_| NotDrawn::Damaged)?;
    Ok(png)
}

/// Reads a picture, turns it upright, and blackens some areas before it is made smaller: what was there is mixed into nothing.
///
/// # Errors
/// [`NotDrawn`] where it cannot be drawn.
pub fn cut_picture(bytes: &[u8], areas: &[Area]) -> Result<Picture, NotDrawn> {
    may_be_cut(bytes)?;
    let Decoded {
        mut picture,
        turned,
        ..
    } = decode(bytes)?;
    picture.apply_orientation(turned);
    for area in areas {
        blacken(&mut picture, *area);
    }
    Ok(in_points(picture))
}

fn blacken(picture: &mut DynamicImage, area: Area) {
    let (width, height) = picture.dimensions();
    let across = stretch(area.left, area.width, width);
    for y in stretch(area.top, area.height, height) {
        for x in across.clone() {
            picture.put_pixel(x, y, Rgba([0, 0, 0, u8::MAX]));
        }
    }
}

/// Every point that an area touches at all, and a little more.
fn stretch(from: u32, long: u32, points: u32) -> std::ops::Range<u32> {
    let (whole, of) = (u64::from(WHOLE), u64::from(points));
    let from = u64::from(from.min(WHOLE));
    let to = (from + u64::from(long)).min(whole);
    let first = (from * of / whole).saturating_sub(u64::from(BEYOND));
    let last = ((to * of).div_ceil(whole) + u64::from(BEYOND)).min(of);
    let point = |at: u64| u32::try_from(at).unwrap_or(points);
    point(first)..point(last)
}
