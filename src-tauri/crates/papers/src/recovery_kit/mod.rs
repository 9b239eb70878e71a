//! The recovery kit: one page for the school safe.

mod guide;
mod parts;

use std::fmt;

use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Foot, Head, Sheets, numbered, plain, small, spelt, strong};
use crate::laid_out::LaidOut;
use crate::typeset::span;
use crate::{Day, PapersError};

/// How many words a kit has.
pub const KIT_WORDS: usize = 12;

/// What a recovery kit says. Its `Debug` shows neither the words nor whose they are.
#[derive(Clone, Copy)]
pub struct KitFacts<'a> {
    /// The school's name, as its head of paper has it.
    pub school: &'a str,
    /// Whose kit it is.
    pub person: &'a str,
    /// The name that person types to open the vault.
    pub user_name: &'a str,
    /// The short name of the vault, so that two kits in one safe are told apart.
    pub vault_short: &'a str,
    /// The words, in order: [`KIT_WORDS`] of them, none blank.
    pub words: &'a [&'a str],
    /// The day the kit was made.
    pub made_on: Day,
}

impl fmt::Debug for KitFacts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KitFacts")
            .field("made_on", &self.made_on)
            .finish_non_exhaustive()
    }
}

/// The page with a person's recovery words: A4, in the clear. The same facts give the same bytes.
/// Its title names nobody, because print queues show titles.
///
/// # Errors
/// [`PapersError::WordCount`] unless there are 12 words; [`PapersError::Missing`] and [`PapersError::TooLong`] for a
/// name that is blank or beyond any page; the rest only if something is broken.
pub fn recovery_kit(facts: &KitFacts<'_>) -> Result<LaidOut, PapersError> {
    let found = facts
        .words
        .iter()
        .filter(|word| !word.trim().is_empty())
        .count();
    if found != KIT_WORDS || facts.words.len() != KIT_WORDS {
        return Err(PapersError::WordCount { found });
    }
    let school = line("name of the school", facts.school)?;
    let person = line("name of the person", facts.person)?;
    let user = line("user name", facts.user_name)?;
    let vault = line("name of the vault", facts.vault_short)?;
    let made = facts.made_on.in_words();

    let head = Head {
        school: &school,
        marking: "CONFIDENTIAL: keep sealed",
    };
    let foot = Foot {
        words: vec![small(format!(
            "Recovery kit made by Strongroom on {made}.\nOne copy. If it is lost or has been seen, make a new kit and shred this one."
        ))],
        reference: numbered(format!("Vault {vault}")),
        redactor: None,
    };
    let mut sheets = Sheets::new(head, foot)?;
    sheets.words(&[span("Recovery kit of", Face::Sans, 11.4)])?;
    sheets.title(&person)?;
    sheets.space(3.0);
    sheets.words(&[
        // No full stops: one after a user name would be typed with it.
        plain("User name "),
        spelt(user.as_str()),
        plain("     Vault "),
        spelt(vault.as_str()),
        plain(format!("     Made on {made}")),
    ])?;
    sheets.space(9.0);
    sheets.boxed(&[vec![
        strong("Whoever holds this page can open this person\u{2019}s records. "),
        plain("Guard it like the key of the safe. Do not photograph, copy or e-mail it."),
    ]])?;
    sheets.space(8.0);
    parts::words(&mut sheets, facts.words)?;
    sheets.space(14.0);
    guide::guide(&mut sheets)?;
    sheets.space(14.0);
    parts::rehearsal(&mut sheets)?;

    let paper = sheets.finish(
        format!("Recovery kit, vault {vault}"),
        format!("recovery kit\n{vault}\n{user}\n{made}"),
        Some(facts.made_on),
    )?;
    Ok(LaidOut::new(paper))
}
