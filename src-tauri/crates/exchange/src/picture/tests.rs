use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use proptest::prelude::*;

use super::*;

/// Red, and seen through in its right half.
fn half_seen_through() -> DynamicImage {
    DynamicImage::ImageRgba8(RgbaImage::from_fn(40, 20, |x, _| {
        Rgba([200, 0, 0, if x < 20 { 255 } else { 0 }])
    }))
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

#[test]
fn a_photograph_goes_on_the_page_as_it_is() {
    let photo = DynamicImage::ImageRgb8(half_seen_through().into_rgb8());
    let read = read_picture(&written(&photo, ImageFormat::Jpeg)).unwrap();
    assert_eq!((read.width, read.height, read.turned), (40, 20, 1));
    assert_eq!((read.grey, &read.body), (false, &Body::Jpeg));

    let grey = DynamicImage::ImageLuma8(photo.into_luma8());
    assert!(
        read_picture(&written(&grey, ImageFormat::Jpeg))
            .unwrap()
            .grey
    );
}

#[test]
fn what_is_seen_through_is_white() {
    let read = read_picture(&written(&half_seen_through(), ImageFormat::Png)).unwrap();
    let Body::Points { bytes, smaller } = read.body else {
        panic!("a PNG is drawn in points");
    };
    assert_eq!((bytes.len(), smaller), (40 * 20 * 3, false));
    assert_eq!(
        (&bytes[..3], &bytes[39 * 3..40 * 3]),
        (&[200, 0, 0][..], &[255, 255, 255][..])
    );
}

#[test]
fn every_kind_that_is_looked_at_in_the_window_is_drawn() {
    let photo = DynamicImage::ImageRgb8(half_seen_through().into_rgb8());
    for format in [
        ImageFormat::Png,
        ImageFormat::Gif,
        ImageFormat::WebP,
        ImageFormat::Bmp,
        ImageFormat::Tiff,
    ] {
        let read = read_picture(&written(&photo, format)).unwrap();
        assert_eq!((read.width, read.height), (40, 20), "{format:?}");
    }
}

#[test]
fn a_picture_finer_than_a_printer_is_made_smaller_and_keeps_its_shape() {
    let large = DynamicImage::ImageLuma8(image::GrayImage::new(7016, 4960));
    let read = read_picture(&written(&large, ImageFormat::Png)).unwrap();
    assert_eq!((read.width, read.height, read.grey), (3508, 2480, true));
    assert!(matches!(read.body, Body::Points { smaller: true, .. }));
}

#[test]
fn a_photograph_that_was_held_sideways_says_so() {
    let photo = DynamicImage::ImageRgb8(half_seen_through().into_rgb8());
    let plain = written(&photo, ImageFormat::Jpeg);
    // An Exif segment with one entry: orientation 6, a quarter turn to the right.
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let mut turned = plain[..2].to_vec();
    turned.extend([0xff, 0xe1]);
    turned.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    turned.extend(exif);
    turned.extend(&plain[2..]);
    assert_eq!(read_picture(&turned).unwrap().turned, 6);
}

#[test]
fn a_picture_that_cannot_be_drawn_says_why() {
    let mut png = written(&half_seen_through(), ImageFormat::Png);
    assert_eq!(read_picture(&png[..png.len() / 2]), Err(NotDrawn::Damaged));
    assert_eq!(read_picture(b"no picture at all"), Err(NotDrawn::OtherKind));
    assert_eq!(read_picture(b""), Err(NotDrawn::OtherKind));
    // A hundred megapixels, said in its head.
    png[16..24].copy_from_slice(&[0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10]);
    let sum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(read_picture(&png), Err(NotDrawn::TooLarge));
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 {
                sum >> 1 ^ 0xedb8_8320
            } else {
                sum >> 1
            }
        })
    })
}

proptest! {
    #[test]
    fn a_changed_picture_is_drawn_or_refused(at in 0_usize..600, byte: u8, kind in 0_usize..6) {
        let photo = DynamicImage::ImageRgb8(half_seen_through().into_rgb8());
        let kinds = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Bmp, ImageFormat::Tiff];
        let mut bytes = written(&photo, kinds[kind]);
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read_picture(&bytes);
    }
}

/// White all over.
fn white(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(image::RgbImage::from_pixel(
        width,
        height,
        image::Rgb([255; 3]),
    ))
}

fn points(picture: &Picture) -> &[u8] {
    match &picture.body {
        Body::Points { bytes, .. } => bytes,
        Body::Jpeg => panic!("what was cut is drawn in points"),
    }
}

/// A JPEG that says how it is turned (Exif 2.32, 4.6.4).
fn turned(jpeg: &[u8], how: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([how, 0, 0, 0, 0, 0, 0]);
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    bytes.extend(exif);
    bytes.extend(&jpeg[2..]);
    bytes
}

#[test]
fn an_area_lies_where_it_was_marked_also_when_the_photograph_is_turned() {
    let photo = turned(&written(&white(80, 40), ImageFormat::Jpeg), 6);
    let area = Area {
        left: 0,
        top: 0,
        width: 5_000,
        height: 2_500,
    };
    let cut = cut_picture(&photo, &[area]).unwrap();
    // Upright it is 40 by 80: a white JPEG has shades, so a byte for each of three.
    assert_eq!((cut.width, cut.height, cut.turned), (40, 80, 1));
    let at = |x: usize, y: usize| points(&cut)[(y * 40 + x) * 3];
    assert_eq!(
        (at(0, 0), at(19, 19), at(39, 0), at(0, 79)),
        (0, 0, 255, 255)
    );
    assert!(at(24, 5) > 200 && at(5, 24) > 200);
}

#[test]
fn what_is_marked_on_is_the_points_that_are_cut_whatever_the_file_says_of_itself() {
    let photo = written(&white(80, 40), ImageFormat::Jpeg);
    // Turned twice in two ways; a PNG that says it is turned; a TIFF.
    let twice = turned(&turned(&photo, 6), 3);
    for file in [
        turned(&photo, 6),
        twice,
        written(&white(80, 40), ImageFormat::Tiff),
    ] {
        let cut = cut_picture(&file, &[]).unwrap();
        let drawn = image::load_from_memory(&as_drawn(&file).unwrap()).unwrap();
        assert_eq!((drawn.width(), drawn.height()), (cut.width, cut.height));
        assert_eq!(drawn.into_rgb8().into_raw(), points(&cut));
    }
}

#[test]
fn what_moves_or_is_vast_is_not_cut() {
    for format in [
        ImageFormat::Png,
        ImageFormat::Gif,
        ImageFormat::WebP,
        ImageFormat::Bmp,
    ] {
        assert_eq!(
            may_be_cut(&written(&white(8, 8), format)),
            Ok(()),
            "{format:?}"
        );
    }
    let mut moving = Vec::new();
    let mut frames = image::codecs::gif::GifEncoder::new(&mut moving);
    for _ in 0..2 {
        frames
            .encode_frame(image::Frame::new(white(8, 8).into_rgba8()))
            .unwrap();
    }
    drop(frames);
    assert_eq!(may_be_cut(&moving), Err(NotDrawn::Moves));
    assert_eq!(cut_picture(&moving, &[]), Err(NotDrawn::Moves));
    // A vast one, of a few bytes; and one of no size.
    for size in [[0xff_u8; 4], [0; 4]] {
        let mut gif = b"GIF89a".to_vec();
        gif.extend(size);
        gif.extend([0, 0, 0]);
        gif.extend(b",\0\0\0\0\x01\0\x01\0\0\x02\x02\x4c\x01\0;");
        assert!(cut_picture(&gif, &[]).is_err());
        assert!(read_picture(&gif).is_err());
    }
}

proptest! {
    #[test]
    fn every_point_an_area_touches_is_black_and_none_far_from_it(
        (width, height) in (1_u32..120, 1_u32..120),
        left in 0_u32..10_000, top in 0_u32..10_000,
        wide in 1_u32..10_000, high in 1_u32..10_000,
    ) {
        let area = Area { left, top, width: wide.min(WHOLE - left), height: high.min(WHOLE - top) };
        let png = written(&white(width, height), ImageFormat::Png);
        let cut = cut_picture(&png, &[area]).unwrap();
        let bytes = points(&cut);
        let near = |at: u32, points: u32, from: u32, long: u32| {
            // In ten-thousandths of a point.
            let (from, to) = (u64::from(from) * u64::from(points), u64::from(from + long) * u64::from(points));
            let (begins, ends) = (u64::from(at) * 10_000, u64::from(at + 1) * 10_000);
            let touches = ends > from && begins < to;
            let far = ends + 30_000 < from || begins > to + 30_000;
            (touches, far)
        };
        for y in 0..height {
            for x in 0..width {
                let (across, down) = (near(x, width, left, area.width), near(y, height, top, area.height));
                let shade = bytes[((y * width + x) * 3) as usize];
                if across.0 && down.0 {
                    prop_assert_eq!(shade, 0);
                } else if across.1 || down.1 {
                    prop_assert_eq!(shade, 255);
                }
            }
        }
    }

    #[test]
    fn no_bytes_stop_it(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = may_be_cut(&bytes);
        let _ = cut_picture(&bytes, &[]);
    }
}
