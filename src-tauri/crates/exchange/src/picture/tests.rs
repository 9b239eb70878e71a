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
