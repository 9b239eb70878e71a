//! Documents of LibreOffice (OpenDocument 1.3, part 3, 5).

use super::lines::Lines;
use crate::readable::book::{about, locked};
use crate::readable::limits::{Left, Limits};
use crate::readable::shape::{Readable, ReadableBody, Unreadable};
use crate::readable::xml::{Broken, Met, Tag, walk};

const WHAT: &str = "a LibreOffice document";

/// Reads a document.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let mut packed = locked(bytes, WHAT, limits)?;
    let text = packed
        .text("content.xml")?
        .ok_or(Unreadable::Damaged { what: WHAT })?;
    let mut read = Readable::new(WHAT);
    let mut left = Left::of(limits);
    about(&mut packed, "meta.xml", &mut read)?;
    let words = Words::of(&text, "body", limits, &mut read);
    if words.broken && words.lines.bytes() == 0 {
        return Err(Unreadable::Damaged { what: WHAT });
    }
    let Words {
        lines,
        deleted,
        drawn,
        ..
    } = words;
    if drawn {
        read.note("Where a picture or a drawing stands, [picture] is printed.");
    }
    add(&mut read, "Words of the document", lines, &mut left);
    if deleted.bytes() > 0 {
        add(
            &mut read,
            "Words that were deleted, which the file keeps",
            deleted,
            &mut left,
        );
        read.note("Changes to it were tracked. What was deleted is printed in a part of its own; what was put in is printed like any other words.");
    }
    if let Some(styles) = packed.text("styles.xml")? {
        let edges = Words::of(&styles, "master-styles", limits, &mut read);
        if edges.lines.bytes() > 0 {
            add(&mut read, "Top and foot of pages", edges.lines, &mut left);
        }
    }
    if packed.has_under("Basic/") {
        read.note("It may hold macros, which were not run and are not printed.");
    }
    read.note("The document is printed as plain lines. Its layout, pictures, numbering of lists and page numbers are not shown; the rows of its tables are lines, with a stroke between cells. Words that are hidden in it are shown like any other.");
    Ok(read)
}

fn add(read: &mut Readable, heading: &str, lines: Lines, left: &mut Left) {
    let (lines, whole) = left.lines(lines.into_lines());
    if !whole {
        read.cut();
    }
    read.part(heading, ReadableBody::Words(lines));
}

struct Words {
    lines: Lines,
    deleted: Lines,
    /// The element in which words are read, and how deep in it.
    root: &'static str,
    within: usize,
    paragraphs: usize,
    changes: usize,
    drawn: bool,
    broken: bool,
}

impl Words {
    fn of(text: &str, root: &'static str, limits: &Limits, read: &mut Readable) -> Self {
        let mut words = Self {
            lines: Lines::default(),
            deleted: Lines::default(),
            root,
            within: 0,
            paragraphs: 0,
            changes: 0,
            drawn: false,
            broken: false,
        };
        let walked = walk(text, |met| {
            words.meet(met);
            words.lines.bytes() + words.deleted.bytes() <= limits.words
        });
        if walked == Err(Broken) {
            words.broken = true;
            read.note(
                "A part of it is damaged. What is printed of it is what stands before the damage.",
            );
        }
        words
    }

    fn open(&mut self) -> &mut Lines {
        if self.changes > 0 {
            &mut self.deleted
        } else {
            &mut self.lines
        }
    }

    fn meet(&mut self, met: Met<'_>) {
        match met {
            Met::Opens(tag) if tag.name == self.root => self.within += 1,
            Met::Closes(name) if name == self.root => self.within = self.within.saturating_sub(1),
            _ if self.within == 0 => {}
            Met::Opens(tag) => self.opens(tag),
            Met::Words(words) => {
                if self.paragraphs > 0 {
                    self.open().push(words);
                }
            }
            Met::Closes(name) => self.closes(name),
        }
    }

    fn opens(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "p" | "h" => self.paragraphs += 1,
            "s" => {
                let count = tag.number::<usize>("c").unwrap_or(1).min(1_000);
                self.open().push(&" ".repeat(count));
            }
            "tab" => self.open().push("\t"),
            "line-break" => self.open().push("\n"),
            "tracked-changes" => self.changes += 1,
            "annotation" => self.open().push("[comment: "),
            "note" => self.open().push("[note: "),
            "frame" | "custom-shape" => {
                self.drawn = true;
                self.open().push("[picture]");
            }
            "table-row" => self.open().begin_row(),
            "table-cell" => self.open().begin_cell(),
            _ => {}
        }
    }

    fn closes(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                self.open().end_paragraph();
            }
            "tracked-changes" => self.changes = self.changes.saturating_sub(1),
            "annotation" | "note" => self.open().push("]"),
            "table-row" => self.open().end_row(),
            _ => {}
        }
    }
}
