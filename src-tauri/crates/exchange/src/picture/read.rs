//! Reading one.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::{Body, MOST_POINTS, NotDrawn, Picture, jpeg};

/// A4 at 300 points to an inch, the long way and the short way: e-bundles hold no finer ones (General Guidance on Electronic Court
/// Bundles, 29 November 2021).
const LONG: u32 = 3508;
const SHORT: u32 = 2480;
/// The most memory that reading one may take, in bytes.
pub(super) const MOST_MEMORY: u64 = 512 << 20;

/// Reads a picture from the whole of its file. It is decoded even where its bytes go on the page untouched: what breaks in the middle
/// here would show as half a picture there.
///
/// # Errors
/// [`NotDrawn`] where it cannot be drawn; the bytes are still the exhibit.
pub fn read_picture(bytes: &[u8]) -> Result<Picture, NotDrawn> {
    let Decoded {
        mut picture,
        turned,
        format,
        size: (width, height),
    } = decode(bytes)?;
    if format == ImageFormat::Jpeg
        && let Some(frame) = jpeg::plain(bytes)
        && (frame.width, frame.height) == (width, height)
    {
        return Ok(Picture {
            width,
            height,
            turned: turned.to_exif(),
            grey: frame.shades == 1,
            body: Body::Jpeg,
        });
    }
    picture.apply_orientation(turned);
    Ok(in_points(picture))
}

/// A picture in memory, as its file holds it.
pub(super) struct Decoded {
    /// Its points.
    pub(super) picture: DynamicImage,
    /// How it must be turned to stand upright.
    pub(super) turned: Orientation,
    /// What its file is.
    pub(super) format: ImageFormat,
    /// Its size as it is stored.
    pub(super) size: (u32, u32),
}

/// Reads the first picture of a file.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, NotDrawn> {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| NotDrawn::Damaged)?;
    let format = reader.format().ok_or(NotDrawn::OtherKind)?;
    let mut decoder = reader.into_decoder().map_err(|_| NotDrawn::Damaged)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(NotDrawn::Damaged);
    }
    if u64::from(width) * u64::from(height) > MOST_POINTS {
        return Err(NotDrawn::TooLarge);
    }
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(|_| NotDrawn::TooLarge)?;
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| NotDrawn::Damaged)?;
    Ok(Decoded {
        picture,
        turned,
        format,
        size: (width, height),
    })
}

/// A picture that stands upright, drawn anew: on white, no finer than a printer shows.
pub(super) fn in_points(mut picture: DynamicImage) -> Picture {
    let (wide, high) = match picture.width() > picture.height() {
        true => (LONG, SHORT),
        false => (SHORT, LONG),
    };
    let smaller = picture.width() > wide || picture.height() > high;
    if smaller {
        picture = picture.resize(wide, high, image::imageops::FilterType::Triangle);
    }
    let grey = !picture.color().has_color();
    let (width, height) = (picture.width(), picture.height());
    let bytes = match (grey, picture.color().has_alpha()) {
        (true, false) => picture.into_luma8().into_raw(),
        (true, true) => on_white(picture.into_luma_alpha8().into_raw(), 1),
        (false, false) => picture.into_rgb8().into_raw(),
        (false, true) => on_white(picture.into_rgba8().into_raw(), 3),
    };
    Picture {
        width,
        height,
        turned: 1,
        grey,
        body: Body::Points { bytes, smaller },
    }
}

/// `shades` bytes and one that says how much of them is there, for each point.
fn on_white(bytes: Vec<u8>, shades: usize) -> Vec<u8> {
    let mut flat = Vec::with_capacity(bytes.len() / (shades + 1) * shades);
    for point in bytes.chunks_exact(shades + 1) {
        let Some((there, colours)) = point.split_last() else {
            continue;
        };
        flat.extend(colours.iter().map(|shade| {
            let (shade, there) = (u32::from(*shade), u32::from(*there));
            let mixed = (shade * there + 255 * (255 - there) + 127) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        }));
    }
    flat
}
