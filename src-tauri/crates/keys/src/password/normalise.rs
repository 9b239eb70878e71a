//! The bytes of what was typed.

use std::borrow::Cow;

use bip39::Mnemonic;
use zeroize::Zeroizing;

/// The bytes of a password: Unicode form NFKD in UTF-8, nothing trimmed, case kept.
///
/// One keyboard sends "é" as one character and another as two; both must open the vault.
/// NFKD is the form BIP-39 prescribes for its own words, and its code is already here.
pub(crate) fn as_typed(password: &str) -> Zeroizing<Vec<u8>> {
    let mut text = Cow::Borrowed(password);
    Mnemonic::normalize_utf8_cow(&mut text);
    Zeroizing::new(text.into_owned().into_bytes())
}

/// The bytes by which a user name is found: trimmed, lower case, NFKD in UTF-8.
pub(crate) fn user_name(user: &str) -> Zeroizing<Vec<u8>> {
    as_typed(&Zeroizing::new(user.trim().to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_of_typing_one_letter_are_one_password() {
        let as_one_character = "caf\u{e9} au lait";
        let as_two_characters = "cafe\u{301} au lait";

        assert_eq!(as_typed(as_one_character), as_typed(as_two_characters));
    }

    #[test]
    fn a_password_keeps_its_case_and_its_spaces() {
        assert_ne!(as_typed("Lantern"), as_typed("lantern"));
        assert_ne!(as_typed("lantern "), as_typed("lantern"));
    }

    #[test]
    fn a_user_name_is_found_however_it_is_typed() {
        assert_eq!(user_name("  J.\u{c9}vans "), user_name("j.e\u{301}vans"));
        assert_ne!(user_name("j.evans"), user_name("j.evens"));
    }
}
