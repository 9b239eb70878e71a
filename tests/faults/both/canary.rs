//! Words that stand nowhere else in the world: whatever holds one of them holds something of the record.

use rand_chacha::ChaCha20Rng;
use rand_core::{RngCore, SeedableRng};

/// What is told to the program in one journey. Made of a seed in the process that needs it, so that neither a command
/// line nor the program file holds any of it.
pub struct Canaries {
    pub school: String,
    pub lead: String,
    pub password: String,
    pub new_password: String,
    pub wrong_password: String,
    pub surname: String,
    pub forename: String,
    pub account: String,
    pub childs_words: String,
    pub correction: String,
    pub draft: String,
    pub file_name: String,
    pub file_text: String,
}

impl Canaries {
    /// Those of a seed.
    pub fn of(seed: u64) -> Self {
        let mut dice = ChaCha20Rng::seed_from_u64(seed);
        let mut word = || {
            let mut word = letters(&mut dice);
            if let Some(first) = word.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            word
        };
        Self {
            school: word(),
            lead: word(),
            password: word() + &word(),
            new_password: word() + &word(),
            wrong_password: word() + &word(),
            surname: word(),
            forename: word(),
            account: word(),
            childs_words: word(),
            correction: word(),
            draft: word(),
            file_name: word(),
            file_text: word(),
        }
    }

    /// Each with what it is.
    pub fn all(&self) -> Vec<(&'static str, &str)> {
        vec![
            ("the school's name", &self.school),
            ("the lead's name", &self.lead),
            ("the password", &self.password),
            ("the new password", &self.new_password),
            ("a wrong password", &self.wrong_password),
            ("a pupil's surname", &self.surname),
            ("a pupil's forename", &self.forename),
            ("the account", &self.account),
            ("the child's words", &self.childs_words),
            ("the correction", &self.correction),
            ("a draft", &self.draft),
            ("a file's name", &self.file_name),
            ("a file's content", &self.file_text),
        ]
    }
}

/// Fourteen letters: 66 bits.
fn letters(dice: &mut ChaCha20Rng) -> String {
    let mut word = String::with_capacity(16);
    for _ in 0..14 {
        word.push(char::from(b'a' + (dice.next_u32() % 26) as u8));
    }
    word
}
