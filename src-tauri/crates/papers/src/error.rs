//! What can go wrong between facts and pages.

use thiserror::Error;

/// Why a paper was not made. No variant carries a word of the paper itself.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PapersError {
    /// A recovery kit was asked for with another number of words than [`crate::KIT_WORDS`].
    #[error(
        "A recovery kit has 12 words and this one came with {found}. No page was made. Ask for the kit again."
    )]
    WordCount {
        /// How many words that are not blank were handed in.
        found: usize,
    },
    /// A date that is in no calendar.
    #[error(
        "There is no such day in the calendar. No page was made. Check the date of this laptop."
    )]
    NoSuchDay,
    /// Something that must be on the page was left blank.
    #[error("The {field} is missing, so no page was made. Fill it in and print again.")]
    Missing {
        /// What was blank, in a person's words.
        field: &'static str,
    },
    /// Something that stands on one line is longer than any page could show.
    #[error(
        "The {field} is longer than {most} characters, so no page was made. Shorten it and print again."
    )]
    TooLong {
        /// What was too long, in a person's words.
        field: &'static str,
        /// The most characters it may have.
        most: usize,
    },
    /// A flowchart that no page of the size asked for can hold in type that can be read.
    #[error(
        "This flowchart is too wide for the page, so no page was made. Print it on a larger sheet."
    )]
    TooWide,
    /// Text could not be set whole, so it was not set at all.
    #[error(
        "Some of the words could not be set on the page, so no page was made. What is recorded is unharmed. Report the fault."
    )]
    Unset,
    /// A bundled font is damaged.
    #[error(
        "The fonts that came with Strongroom are damaged, so nothing can be printed. Install Strongroom again."
    )]
    Fonts,
    /// Whoever asked for the paper stopped it.
    #[error("Stopped. No paper was made.")]
    Stopped,
    /// A password that the format has no way to write.
    #[error("This password cannot be used for a copy. Choose one without emoji and unusual signs.")]
    Password,
    /// The file could not be put together.
    #[error(
        "The page was laid out but could not be written as a PDF. What is recorded is unharmed. Report the fault."
    )]
    Writing,
}
