//! Foreign files as words that can be printed: e-mails, spreadsheets, exported chats, packed folders and documents.
//!
//! The original is kept beside its reading, byte for byte. So a reading need not be pretty, but it never passes anything over in
//! silence: what is not shown is said in its notes. The files are hostile until shown otherwise. Everything here is read with
//! bounds that the file cannot move, nothing unpacks further than [`Limits`], no reader calls itself, and no link is followed.

mod book;
mod chat;
mod compound;
mod decode;
mod harmless;
mod html;
mod kind;
mod letters;
mod limits;
mod mail;
mod outlook;
mod packed;
mod page;
mod relations;
mod shape;
mod tally;
mod xml;

#[cfg(test)]
mod tests;

pub use limits::LARGEST;
pub use shape::{Readable, ReadableBody, ReadableFile, ReadablePart, Unreadable};

use kind::Which;
use limits::Limits;

/// Reads a whole file by its name and its bytes, which the caller bounds ([`LARGEST`]).
///
/// Nothing where it is of another kind: texts, pictures and PDFs are shown as what they are. What it is follows
/// [`kind_of`](crate::look::kind_of), so that a file that is called an e-mail and is none is not taken for one.
pub fn readable(name: &str, bytes: &[u8]) -> Option<Result<Readable, Unreadable>> {
    within(name, bytes, &Limits::USUAL)
}

fn within(name: &str, bytes: &[u8], limits: &Limits) -> Option<Result<Readable, Unreadable>> {
    let which = Which::of(name, bytes)?;
    if bytes.len() > limits.whole {
        // Whether it is a chat is only told by reading it; a text is shown as one.
        return (which != Which::Chat).then_some(Err(Unreadable::TooLarge { what: which.what() }));
    }
    match which {
        Which::Mail => mail::read(bytes, limits),
        Which::Outlook => Some(outlook::read(bytes, limits)),
        Which::Workbook => Some(book::read_xlsx(bytes, limits)),
        Which::OldWorkbook => Some(book::read_xls(bytes, limits)),
        Which::OpenSheet => Some(book::read_ods(bytes, limits)),
        Which::List => Some(book::read_csv(bytes, limits)),
        Which::Chat => chat::read_text(bytes, limits).map(Ok),
        Which::Packed => Some(chat::read_packed(bytes, limits)),
        Which::Word => Some(page::read_docx(bytes, limits)),
        Which::OpenText => Some(page::read_odt(bytes, limits)),
    }
}
