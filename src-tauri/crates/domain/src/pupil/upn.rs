//! The unique pupil number and its check letter (DfE, UPN guide).

/// A number of the right shape.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Upn(String);

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UpnFault {
    /// Not a letter and twelve more characters of which the last may be a letter.
    #[error("a UPN is a letter, eleven digits, and a digit or letter")]
    Shape,
}

/// Letters that stand for the remainders 0 to 22; I, O and S are left out because they are misread.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

impl Upn {
    /// Reads a number, forgiving case and spaces, refusing any other shape.
    pub fn new(text: &str) -> Result<Self, UpnFault> {
        let upn: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_ascii_uppercase();
        let [first, middle @ .., last] = upn.as_bytes() else {
            return Err(UpnFault::Shape);
        };
        let shaped = middle.len() == 11
            && LETTERS.contains(first)
            && middle.iter().all(u8::is_ascii_digit)
            && (last.is_ascii_digit() || LETTERS.contains(last));
        if shaped {
            Ok(Self(upn))
        } else {
            Err(UpnFault::Shape)
        }
    }

    /// The thirteen characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the first letter is the one the rest calls for. A wrong one warns; lists do carry them.
    pub fn letter_fits(&self) -> bool {
        check_letter(self.0.get(1..).unwrap_or_default()) == self.0.chars().next()
    }

    /// A temporary number ends in a letter.
    pub fn is_temporary(&self) -> bool {
        self.0.ends_with(|c: char| c.is_ascii_alphabetic())
    }
}

// It identifies a child.
impl std::fmt::Debug for Upn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Upn")
    }
}

/// The letter that the twelve characters after it call for: weights 2 to 13, remainder of 23.
pub fn check_letter(twelve: &str) -> Option<char> {
    let bytes = twelve.as_bytes();
    if bytes.len() != 12 {
        return None;
    }
    let mut sum = 0;
    for (byte, weight) in bytes.iter().zip(2_usize..) {
        let value = match byte {
            b'0'..=b'9' => usize::from(byte - b'0'),
            letter => LETTERS.iter().position(|known| known == letter)?,
        };
        sum += value * weight;
    }
    LETTERS.get(sum % 23).map(|letter| char::from(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_example_has_the_letter_it_should() {
        assert_eq!(check_letter("801200001001"), Some('H'));
        assert!(Upn::new("h801200001001").unwrap().letter_fits());
        assert!(!Upn::new("A801200001001").unwrap().letter_fits());
    }

    #[test]
    fn another_shape_is_refused() {
        for wrong in [
            "",
            "H80120000100",
            "H8012000010011",
            "I801200001001",
            "H80120000100S",
            "H80120000é001",
        ] {
            assert_eq!(Upn::new(wrong), Err(UpnFault::Shape), "{wrong}");
        }
        assert!(Upn::new("H80120000100A").unwrap().is_temporary());
    }
}
