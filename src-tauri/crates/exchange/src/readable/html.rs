//! Formatted words as plain lines, by two libraries: the second where the first gives up.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::shape::Readable;

/// So many tags are laid out. The library goes as deep as tags stand in each other, and takes long over it.
const TAGS: usize = 30_000;
/// So many letters stand on a line before it is broken. The paper breaks lines again.
const WIDTH: usize = 1_000;

/// The words of a page.
pub(super) fn to_text(page: &str, read: &mut Readable) -> String {
    read.note("Formatted words are printed as plain lines. Layout, colours and pictures are not shown, each cell of a table is a line of its own, and words that were hidden by their colour or size are printed like any other. Where a link stands, its words are in square brackets and its address follows at the end.");
    let tags = page.bytes().filter(|byte| *byte == b'<').count();
    let laid_out = (tags <= TAGS).then(|| {
        catch_unwind(AssertUnwindSafe(|| {
            html2text::config::plain_no_decorate()
                .link_footnotes(true)
                .no_link_wrapping()
                .raw_mode(true)
                .string_from_read(page.as_bytes(), WIDTH)
        }))
    });
    if let Some(Ok(Ok(text))) = laid_out {
        return text;
    }
    read.note("Its formatted words are too tangled to be laid out. They are printed one after another: cells of tables may run together, and the addresses behind links are not shown.");
    mail_parser::decoders::html::html_to_text(page)
}
