//! Names that sound alike.

use deunicode::deunicode;
use rphonetic::{DoubleMetaphone, Encoder};

/// The codes of each word of some names, in any script, as words of their own.
///
/// Double Metaphone over plain letters: it brings Shivaun to Shivon and Mohammed to Muhamed, not Siobhan to Shivaun.
#[must_use]
pub fn sounds(names: &str) -> String {
    let coder = DoubleMetaphone::new(Some(6));
    let plain = deunicode(names);
    let mut codes: Vec<String> = Vec::new();
    for word in plain
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() > 1)
    {
        for code in [coder.encode(word), coder.encode_alternate(word)] {
            if !code.is_empty() && !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    codes.join(" ")
}

#[cfg(test)]
mod tests {
    use super::sounds;

    fn share_a_sound(one: &str, other: &str) -> bool {
        let other = sounds(other);
        sounds(one)
            .split(' ')
            .any(|code| other.split(' ').any(|known| known == code))
    }

    #[test]
    fn spellings_of_one_name_share_a_sound() {
        for (one, other) in [
            ("Mohammed", "Muhamed"),
            ("Caitlin", "Katelyn"),
            ("Wiśniewski", "Visnyevsky"),
            ("Zainab", "Zaynab"),
        ] {
            assert!(share_a_sound(one, other), "{one} and {other}");
        }
        assert!(!share_a_sound("Amara", "Jayden"));
    }
}
