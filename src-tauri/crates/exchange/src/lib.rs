//! Reads what other programs write, and writes what other laptops read.

pub mod alerts;
pub mod bag;
pub mod columns;
pub mod ctf;
pub mod look;
pub mod past;
pub mod picture;
pub mod readable;
pub mod recording;
pub mod roll;
pub mod sheet;

/// Why something from another program was not taken in. Each is a sentence for the person who brought it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// The file is of another kind; `kind` says which, with its article.
    #[error(
        "This file is {kind}, not a CSV list. Nothing was taken in. Open it in a spreadsheet, save it as CSV UTF-8, and choose that file."
    )]
    NotAList {
        /// "an Excel workbook".
        kind: &'static str,
    },
    /// There is nothing in it.
    #[error(
        "This file is empty. Nothing was taken in. Export the list again and choose that file."
    )]
    Empty,
    /// It is longer than a list of pupils can be.
    #[error(
        "This file is larger than {limit} MiB. Nothing was taken in. Export only current pupils and choose that file."
    )]
    TooLarge {
        /// The limit, in MiB.
        limit: usize,
    },
    /// Two columns were chosen by hand for one thing.
    #[error("Two columns are chosen for “{title}”. Nothing was taken in. Leave one of them out.")]
    ChosenTwice {
        /// The field's title.
        title: &'static str,
    },
    /// A column was chosen that the file does not have.
    #[error(
        "The chosen columns are not those of this file. Nothing was taken in. Choose the file again."
    )]
    OtherColumns,
    /// It is XML, but not what a school sends when a pupil moves.
    #[error(
        "This file is {kind}, not a Common Transfer File. Nothing was taken in. Ask for a Common Transfer File, or save the list as CSV UTF-8."
    )]
    NotATransfer {
        /// "an XML file of another kind".
        kind: &'static str,
    },
    /// It is a transfer file, and broken.
    #[error(
        "This transfer file {how}. Nothing was taken in. Ask the school that sent it to send it again."
    )]
    BrokenTransfer {
        /// "ends in the middle, at line 12".
        how: String,
    },
    /// The rows could not be told apart.
    #[error(
        "This list could not be read. Nothing was taken in. Save it again as CSV UTF-8 and choose that file."
    )]
    Unreadable,
}
