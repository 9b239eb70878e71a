//! Which JPEG files every reader of PDF draws as they are (ISO 32000-1, 7.4.8).

/// What the first frame of a JPEG file says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    /// Points across.
    pub(super) width: u32,
    /// Points down.
    pub(super) height: u32,
    /// One shade to a point, or three.
    pub(super) shades: u8,
}

/// The frame of one that may go on a page untouched: eight bits, one shade or three, Huffman-coded, baseline or progressive. Four
/// shades (print), twelve bits and arithmetic coding are drawn wrongly or not at all by some readers.
pub(super) fn plain(bytes: &[u8]) -> Option<Frame> {
    let mut at = 2;
    loop {
        let [mark, kind] = *bytes.get(at..)?.first_chunk::<2>()?;
        if mark != 0xff {
            return None;
        }
        match kind {
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            0xc0..=0xc2 => return frame(bytes.get(at + 2..)?),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcf | 0xd9 | 0xda => return None,
            _ => at += 2 + usize::from(two(bytes.get(at + 2..)?)?),
        }
    }
}

fn frame(segment: &[u8]) -> Option<Frame> {
    let [_, _, bits, high, low, far, near, shades] = *segment.first_chunk::<8>()?;
    let (height, width) = (
        u16::from_be_bytes([high, low]),
        u16::from_be_bytes([far, near]),
    );
    (bits == 8 && matches!(shades, 1 | 3) && width > 0 && height > 0).then_some(Frame {
        width: u32::from(width),
        height: u32::from(height),
        shades,
    })
}

fn two(bytes: &[u8]) -> Option<u16> {
    bytes.first_chunk::<2>().copied().map(u16::from_be_bytes)
}
