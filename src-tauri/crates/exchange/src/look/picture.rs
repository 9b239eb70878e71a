//! How large a picture is, from its head: known before anything decodes it.

/// The media type and the size; the size is missing where the head does not give it.
pub(super) fn of(head: &[u8]) -> Option<(&'static str, Option<(u32, u32)>)> {
    if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        let size = head.get(12..16).filter(|name| *name == b"IHDR");
        return Some(("image/png", size.and(be32(head, 16).zip(be32(head, 20)))));
    }
    if head.starts_with(b"\xff\xd8\xff") {
        return Some(("image/jpeg", jpeg(head)));
    }
    if head.starts_with(b"GIF87a") || head.starts_with(b"GIF89a") {
        return Some(("image/gif", le16(head, 6).zip(le16(head, 8))));
    }
    if head.starts_with(b"RIFF") && head.get(8..12).is_some_and(|name| name == b"WEBP") {
        return Some(("image/webp", webp(head)));
    }
    // Two letters are no mark: the length of the head that follows must be one of those that exist.
    if head.starts_with(b"BM")
        && le32(head, 14).is_some_and(|length| [12, 40, 52, 56, 64, 108, 124].contains(&length))
    {
        let size = match le32(head, 14) {
            Some(12) => le16(head, 18).zip(le16(head, 20)),
            _ => le32(head, 18).zip(le32(head, 22)).map(|(across, down)| {
                (
                    across,
                    i32::from_le_bytes(down.to_le_bytes()).unsigned_abs(),
                )
            }),
        };
        return Some(("image/bmp", size));
    }
    None
}

fn array<const N: usize>(head: &[u8], at: usize) -> Option<[u8; N]> {
    head.get(at..)?.first_chunk::<N>().copied()
}

fn be32(head: &[u8], at: usize) -> Option<u32> {
    array(head, at).map(u32::from_be_bytes)
}

fn le32(head: &[u8], at: usize) -> Option<u32> {
    array(head, at).map(u32::from_le_bytes)
}

fn le16(head: &[u8], at: usize) -> Option<u32> {
    array(head, at).map(|bytes| u32::from(u16::from_le_bytes(bytes)))
}

fn be16(head: &[u8], at: usize) -> Option<u32> {
    array(head, at).map(|bytes| u32::from(u16::from_be_bytes(bytes)))
}

/// The first frame's head, past the segments before it.
fn jpeg(head: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let [mark, kind] = array::<2>(head, at)?;
        if mark != 0xff {
            return None;
        }
        match kind {
            // Filling.
            0xff => at += 1,
            // Marks without a length.
            0x01 | 0xd0..=0xd8 => at += 2,
            // The picture begins, or ends, and no frame said how large it is.
            0xd9 | 0xda => return None,
            0xc0..=0xcf if !matches!(kind, 0xc4 | 0xc8 | 0xcc) => {
                return be16(head, at + 7).zip(be16(head, at + 5));
            }
            _ => at += 2 + be16(head, at + 2)? as usize,
        }
    }
}

fn webp(head: &[u8]) -> Option<(u32, u32)> {
    let three = |at: usize| {
        array::<3>(head, at).map(|[low, middle, high]| u32::from_le_bytes([low, middle, high, 0]))
    };
    match head.get(12..16)? {
        b"VP8X" => three(24).zip(three(27)).map(|(a, b)| (a + 1, b + 1)),
        b"VP8L" => {
            let bits = le32(head, 21)?;
            Some(((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1))
        }
        b"VP8 " => le16(head, 26)
            .zip(le16(head, 28))
            .map(|(across, down)| (across & 0x3fff, down & 0x3fff)),
        _ => None,
    }
}
