//! Words people read from paper: the recovery kit and the invitation code, from the English BIP-39 list.

mod invitation;
mod recovery;

use bip39::Language;
use zeroize::Zeroizing;

pub use invitation::InvitationCode;
pub use recovery::RecoveryWords;

/// Why typed words cannot be the printed ones. Names positions, never words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WordsProblem {
    /// Too few or too many.
    #[error("There are {found} words here. The printed page has {wanted}.")]
    Count {
        /// How many were typed.
        found: usize,
        /// How many there must be.
        wanted: usize,
    },
    /// A word that is never printed: a slip of spelling.
    #[error("Word {position} is not one of the words we print. Check its spelling.")]
    NotOnList {
        /// Which, counted from 1.
        position: usize,
    },
    /// Every word is one of ours, but the last holds a check of the others, and it does not fit.
    #[error("One of the words is not the printed one, or two are in the wrong order.")]
    DoNotFit,
}

/// The typed words in lower case, whatever stands between them: spaces, hyphens, numbering.
fn typed(text: &str, wanted: usize) -> Result<Vec<Zeroizing<String>>, WordsProblem> {
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(|word| Zeroizing::new(word.to_lowercase()))
        .collect();
    if words.len() != wanted {
        return Err(WordsProblem::Count {
            found: words.len(),
            wanted,
        });
    }
    match words
        .iter()
        .position(|word| Language::English.find_word(word).is_none())
    {
        Some(at) => Err(WordsProblem::NotOnList { position: at + 1 }),
        None => Ok(words),
    }
}

fn joined(words: &[Zeroizing<String>], between: char) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(words.len() * 9));
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 {
            text.push(between);
        }
        text.push_str(word);
    }
    text
}
