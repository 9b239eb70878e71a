//! Documents of Word since 2007 (ECMA-376, part 1, 17).

use super::lines::Lines;
use crate::readable::book::{about, locked};
use crate::readable::limits::{Left, Limits};
use crate::readable::packed::Packed;
use crate::readable::relations::{self, join};
use crate::readable::shape::{Readable, ReadableBody, Unreadable};
use crate::readable::xml::{Met, Tag, walk};

const WHAT: &str = "a Word document";
const DAMAGED: Unreadable = Unreadable::Damaged { what: WHAT };
/// So many headers and footers are read.
const EDGES: usize = 40;

/// Parts beside the document, by the end of their kind, and what stands above them.
const BESIDE: &[(&str, &str)] = &[
    ("/comments", "Comments"),
    ("/footnotes", "Notes at the foot of pages"),
    ("/endnotes", "Notes at the end"),
    ("/header", "Top of pages"),
    ("/footer", "Foot of pages"),
];

/// Reads a document.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let mut packed = locked(bytes, WHAT, limits)?;
    let path =
        relations::main(&mut packed, WHAT)?.unwrap_or_else(|| "word/document.xml".to_owned());
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
    let mut read = Readable::new(WHAT);
    let mut left = Left::of(limits);
    about(&mut packed, "docProps/core.xml", &mut read)?;
    if !part(
        &mut packed,
        &path,
        "Words of the document",
        &mut read,
        &mut left,
        limits,
    )? {
        return Err(DAMAGED);
    }
    let targets = relations::read(
        &mut packed,
        &join(folder, &format!("_rels/{file}.rels")),
        WHAT,
    )?;
    for (end, heading) in BESIDE {
        let places = targets.values().filter(|(kind, _)| kind.ends_with(end));
        for (_, target) in places.take(EDGES) {
            part(
                &mut packed,
                &join(folder, target),
                heading,
                &mut read,
                &mut left,
                limits,
            )?;
        }
    }
    if packed.has_under("word/vbaProject") {
        read.note("It holds macros, which were not run and are not printed.");
    }
    if packed.has_under("word/embeddings/") {
        read.note("Files that lie inside it are not opened.");
    }
    read.note("The document is printed as plain lines. Its layout, pictures, numbering of lists and page numbers are not shown; the rows of its tables are lines, with a stroke between cells. Words that are hidden in it are shown like any other.");
    Ok(read)
}

/// Adds a part; false where it is not there.
fn part(
    packed: &mut Packed<'_>,
    path: &str,
    heading: &str,
    read: &mut Readable,
    left: &mut Left,
    limits: &Limits,
) -> Result<bool, Unreadable> {
    let Some(text) = packed.text(path)? else {
        return Ok(false);
    };
    let mut words = Words::default();
    let walked = walk(&text, |met| {
        words.meet(met);
        words.lines.bytes() <= limits.words
    });
    if walked.is_err() {
        read.note(
            "A part of it is damaged. What is printed of it is what stands before the damage.",
        );
    }
    if words.changed {
        read.note("Changes to it were tracked. What was deleted is printed in brackets, as [deleted: \u{2026}]; what was put in is printed like any other words.");
    }
    if words.pictured {
        read.note("Where a picture or a drawing stands, [picture] is printed.");
    }
    let (lines, whole) = left.lines(words.lines.into_lines());
    if !whole {
        read.cut();
    }
    if lines.iter().any(|line| !line.is_empty()) || heading == "Words of the document" {
        read.part(heading, ReadableBody::Words(lines));
    }
    Ok(true)
}

#[derive(Default)]
struct Words {
    lines: Lines,
    /// How deep in words that are shown.
    within: usize,
    deleted: usize,
    /// How deep in what repeats the words before it for older programs.
    again: usize,
    changed: bool,
    pictured: bool,
}

impl Words {
    fn meet(&mut self, met: Met<'_>) {
        match met {
            Met::Opens(tag) if tag.name == "Fallback" => self.again += 1,
            Met::Closes("Fallback") => self.again = self.again.saturating_sub(1),
            _ if self.again > 0 => {}
            Met::Opens(tag) => self.opens(tag),
            Met::Words(words) => {
                if self.within > 0 {
                    self.lines.push(words);
                }
            }
            Met::Closes(name) => self.closes(name),
        }
    }

    fn opens(&mut self, tag: &Tag) {
        let id = || tag.says("id").unwrap_or_default();
        match tag.name.as_str() {
            "t" | "delText" => self.within += 1,
            "tab" => self.lines.push("\t"),
            "br" | "cr" => self.lines.push("\n"),
            "noBreakHyphen" => self.lines.push("-"),
            "sym" => self.lines.push("[sign]"),
            "del" | "moveFrom" => {
                self.changed = true;
                if self.deleted == 0 {
                    self.lines.push("[deleted: ");
                }
                self.deleted += 1;
            }
            "ins" | "moveTo" => self.changed = true,
            "drawing" | "pict" | "object" => {
                self.pictured = true;
                self.lines.push("[picture]");
            }
            "commentReference" => self.lines.push(&format!("[comment {}]", id())),
            "footnoteReference" | "endnoteReference" => {
                self.lines.push(&format!("[note {}]", id()))
            }
            "comment" => self.lines.push(&format!(
                "[comment {}] {}, {}: ",
                id(),
                tag.says("author").unwrap_or("nobody named"),
                tag.says("date").unwrap_or("no date")
            )),
            "footnote" | "endnote" => self.lines.push(&format!("[note {}] ", id())),
            "tr" => self.lines.begin_row(),
            "tc" => self.lines.begin_cell(),
            _ => {}
        }
    }

    fn closes(&mut self, name: &str) {
        match name {
            "t" | "delText" => self.within = self.within.saturating_sub(1),
            "del" | "moveFrom" => {
                self.deleted = self.deleted.saturating_sub(1);
                if self.deleted == 0 {
                    self.lines.push("]");
                }
            }
            "p" => self.lines.end_paragraph(),
            "tr" => self.lines.end_row(),
            _ => {}
        }
    }
}
