//! The code an invited person types once.

use std::fmt;

use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::{WordsProblem, joined, typed};
use crate::password;

const WORDS: usize = 4;

/// Four words that open an invitation, once, on the computer it was made on: 44 bits, enough because this
/// computer's own secret is needed too. Wiped when dropped.
pub struct InvitationCode(Zeroizing<String>);

impl InvitationCode {
    /// Draws a new code.
    pub fn generate(rng: &mut dyn CryptoRngCore) -> Self {
        Self(password::words(WORDS, rng))
    }

    /// Reads a typed code: any case, anything between the words.
    pub fn read(text: &str) -> Result<Self, WordsProblem> {
        typed(text, WORDS).map(|words| Self(joined(&words, '-')))
    }

    /// The code to hand over: four lower-case words joined by hyphens. These bytes are what is stretched.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for InvitationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InvitationCode(..)")
    }
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = InvitationCode::generate(&mut OsRng);
        let spaced = code.as_str().replace('-', "  ").to_uppercase();

        assert_eq!(
            InvitationCode::read(&spaced).unwrap().as_str(),
            code.as_str()
        );
        assert_eq!(
            InvitationCode::read("zoo-zoo-zoo-zo").unwrap_err(),
            WordsProblem::NotOnList { position: 4 }
        );
    }
}
