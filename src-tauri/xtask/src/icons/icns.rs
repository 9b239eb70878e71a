//! Apple's container: a magic word and a length, then pictures, each with a kind and a length, all big-endian.

use std::path::Path;

use super::drawn;
use crate::house;
use crate::stop::{Outcome, Stop};

/// The kinds that hold a PNG, with their size in pixels.
const KINDS: &[(&[u8; 4], u32)] = &[
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

/// Writes icon.icns.
pub fn write(icons: &Path, work: &Path) -> Outcome {
    let mut pictures = Vec::new();
    for (kind, size) in KINDS {
        let path = drawn(icons, work, *size)?;
        let png = std::fs::read(&path)
            .map_err(|error| Stop::disk(format_args!("read {}", path.display()), &error))?;
        pictures.push((**kind, png));
    }
    house::write(&icons.join("icon.icns"), &container(&pictures)?)
}

fn container(pictures: &[([u8; 4], Vec<u8>)]) -> Outcome<Vec<u8>> {
    let mut body = Vec::new();
    for (kind, png) in pictures {
        body.extend(block(*kind, png)?);
    }
    block(*b"icns", &body)
}

fn block(kind: [u8; 4], content: &[u8]) -> Outcome<Vec<u8>> {
    let length = u32::try_from(content.len() + 8)
        .map_err(|_| Stop::new("A picture is too large for icon.icns."))?;
    Ok([&kind[..], &length.to_be_bytes(), content].concat())
}

#[cfg(test)]
mod tests {
    use super::container;

    #[test]
    fn lengths_count_their_own_eight_bytes() {
        let file = container(&[(*b"ic07", vec![1, 2, 3])]).unwrap();
        assert_eq!(file, b"icns\0\0\0\x13ic07\0\0\0\x0b\x01\x02\x03");
    }
}
