//! Lower-case hexadecimal: the way bytes stand in our JSON files. One value has one text.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Writes bytes as lower-case hex.
pub(crate) fn encode(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|nibble| char::from_digit(u32::from(nibble), 16))
        .collect()
}

/// Reads lower-case hex; anything else gives nothing.
pub(crate) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let (pairs, []) = text.as_chunks::<2>() else {
        return None;
    };
    pairs
        .iter()
        .map(|[high, low]| Some(nibble(*high)? << 4 | nibble(*low)?))
        .collect()
}

/// Reads exactly `N` bytes of lower-case hex.
pub(crate) fn decode_array<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    decode(text)?.try_into().ok()
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// `N` bytes, hex in JSON.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hex<const N: usize>(pub(crate) [u8; N]);

/// Any number of bytes, hex in JSON.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct HexBytes(pub(crate) Vec<u8>);

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&encode(&self.0))
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        decode_array(text.as_bytes())
            .map(Self)
            .ok_or_else(|| D::Error::custom("not hex of the right length"))
    }
}

impl Serialize for HexBytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for HexBytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        decode(text.as_bytes())
            .map(Self)
            .ok_or_else(|| D::Error::custom("not hex"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_only_one_text_is_taken_for_them() {
        let bytes = [0, 1, 0x9f, 0xa0, 0xff];

        let text = encode(&bytes);

        assert_eq!(text, "00019fa0ff");
        assert_eq!(decode(text.as_bytes()).unwrap(), bytes);
        assert!(decode(b"FF").is_none());
        assert!(decode(b"f").is_none());
        assert!(decode(b"0g").is_none());
        assert!(decode_array::<2>(b"000000").is_none());
    }
}
