//! Foreign files as words that can be printed: e-mails, Outlook messages, spreadsheets, exported chats, packed folders and Word documents.
//!
//! The original is kept beside its reading, byte for byte. So a reading need not be pretty, but it never passes anything over in
//! silence: what is not shown is said in its notes. The files are hostile until shown otherwise. Libraries read them, after what
//! could overfill one was measured, and [`apart`] from the rest of the program.

mod apart;
mod book;
mod chat;
mod decode;
mod harmless;
mod html;
mod kind;
mod limits;
mod mail;
mod outlook;
mod packed;
mod page;
mod shape;
mod tally;
mod xml;

#[cfg(test)]
mod tests;

pub use apart::READING;
pub use limits::LARGEST;
pub use shape::{Readable, ReadableBody, ReadableFile, ReadablePart, Unreadable};

use apart::{Lost, apart};
use kind::Which;
use limits::Limits;

/// Reads a whole file by its name and its bytes, which the caller bounds ([`LARGEST`]).
///
/// Nothing where it is of another kind: texts, pictures and PDFs are shown as what they are. What it is follows
/// [`kind_of`](crate::look::kind_of), so that a file that is called an e-mail and is none is not taken for one. It takes a minute
/// at the most, after which the file is one with more in it than can be printed.
pub fn readable(name: &str, bytes: &[u8]) -> Option<Result<Readable, Unreadable>> {
    within(name, bytes, &Limits::USUAL)
}

fn within(name: &str, bytes: &[u8], limits: &Limits) -> Option<Result<Readable, Unreadable>> {
    let which = Which::of(name, bytes)?;
    let what = which.what();
    if bytes.len() > limits.whole {
        // Whether it is a chat is only told by reading it; a text is shown as one.
        return (which != Which::Chat).then_some(Err(Unreadable::TooLarge { what }));
    }
    let (bytes, limits) = (bytes.to_vec(), *limits);
    apart(move || read(which, &bytes, &limits)).unwrap_or_else(|lost| {
        Some(Err(match lost {
            Lost::Broke => Unreadable::Damaged { what },
            Lost::Long => Unreadable::TooLarge { what },
        }))
    })
}

fn read(which: Which, bytes: &[u8], limits: &Limits) -> Option<Result<Readable, Unreadable>> {
    match which {
        Which::Mail => mail::read(bytes, limits),
        Which::Outlook => Some(outlook::read(bytes, limits)),
        Which::Workbook => Some(book::read_xlsx(bytes, limits)),
        Which::OldWorkbook => Some(book::read_xls(bytes, limits)),
        Which::OpenSheet => Some(book::read_ods(bytes, limits)),
        Which::List => Some(book::read_csv(bytes, limits)),
        Which::Chat => chat::read_text(bytes, limits).map(Ok),
        Which::Packed => Some(chat::read_packed(bytes, limits)),
        Which::Word => Some(page::read(bytes, limits)),
    }
}
