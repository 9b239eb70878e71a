//! Word documents since 2007, as lines: paragraphs, and the rows of tables (ECMA-376, part 1, 17).

use super::harmless;
use super::limits::{Left, Limits};
use super::packed::Packed;
use super::shape::{Readable, ReadableBody, Unreadable};
use super::xml::{Met, Tag, walk};

const WHAT: &str = "a Word document";
const DAMAGED: Unreadable = Unreadable::Damaged { what: WHAT };
const WORDS: &str = "Words of the document";
/// Parts beside the document, by how their names begin, and what stands above them.
const BESIDE: &[(&str, &str)] = &[
    ("word/comments.xml", "Comments"),
    ("word/footnotes.xml", "Notes at the foot of pages"),
    ("word/endnotes.xml", "Notes at the end"),
    ("word/header", "Top of pages"),
    ("word/footer", "Foot of pages"),
];

/// Reads a document.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let mut packed = Packed::office(bytes, WHAT, limits)?;
    if packed.doubled() {
        return Err(DAMAGED);
    }
    let mut read = Readable::new(WHAT);
    let mut left = Left::of(limits);
    let main = main(&mut packed)?.ok_or(DAMAGED)?;
    let text = packed.text(&main)?.ok_or(DAMAGED)?;
    part(&text, WORDS, &mut read, &mut left, limits);
    let parts = packed.parts()?;
    for (start, heading) in BESIDE {
        for beside in parts.iter().filter(|part| part.name.starts_with(start)) {
            let text = packed.text_at(beside.at)?;
            part(&text, heading, &mut read, &mut left, limits);
        }
    }
    read.note("The document is printed as plain lines. Its layout, pictures, macros, what it says of its maker, files that lie inside it, numbering of lists and page numbers are not shown; the rows of its tables are lines, with a stroke between cells. Words that are hidden in it are shown like any other. Where changes were tracked, what was deleted is printed in brackets, as [deleted: \u{2026}], and what was put in like any other words.");
    Ok(read)
}

/// The name of the part that the file is about.
fn main(packed: &mut Packed<'_>) -> Result<Option<String>, Unreadable> {
    let text = packed.text("_rels/.rels")?.unwrap_or_default();
    let mut main = None;
    let walked = walk(&text, |met| {
        if let Met::Opens(tag) = met
            && tag
                .says("Type")
                .is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            main = tag.says("Target").map(str::to_owned);
        }
        main.is_none()
    });
    walked.map_err(|_| DAMAGED)?;
    Ok(main.map(|main| main.trim_start_matches('/').to_owned()))
}

fn part(text: &str, heading: &str, read: &mut Readable, left: &mut Left, limits: &Limits) {
    let mut words = Words::default();
    let walked = walk(text, |met| {
        words.meet(met);
        words.text.len() <= limits.words
    });
    if walked.is_err() {
        read.note(
            "A part of it is damaged. What is printed of it is what stands before the damage.",
        );
    }
    let mut lines = harmless::lines(&words.text);
    lines.dedup_by(|one, other| one.is_empty() && other.is_empty());
    let (lines, whole) = left.lines(lines);
    if !whole {
        read.cut();
    }
    if heading == WORDS || lines.iter().any(|line| !line.is_empty()) {
        read.part(heading, ReadableBody::Words(lines));
    }
}

/// What was met of a part. The numbers say how deep in what it stands.
#[derive(Default)]
struct Words {
    text: String,
    rows: usize,
    shown: usize,
    deleted: usize,
    /// What repeats the words before it for older programs.
    again: usize,
}

impl Words {
    fn meet(&mut self, met: Met<'_>) {
        match met {
            Met::Opens(tag) if tag.name == "Fallback" => self.again += 1,
            Met::Closes("Fallback") => self.again = self.again.saturating_sub(1),
            _ if self.again > 0 => {}
            Met::Opens(tag) => self.opens(tag),
            Met::Words(words) if self.shown > 0 => self.text.push_str(words),
            Met::Words(_) => {}
            Met::Closes("t" | "delText") => self.shown = self.shown.saturating_sub(1),
            Met::Closes("del" | "moveFrom") => {
                self.deleted = self.deleted.saturating_sub(1);
                self.text.push_str(if self.deleted == 0 { "]" } else { "" });
            }
            Met::Closes("p") => self.text.push(if self.rows > 0 { ' ' } else { '\n' }),
            Met::Closes("tc") => self.text.push_str("| "),
            Met::Closes("tr") => {
                self.rows = self.rows.saturating_sub(1);
                self.text.push('\n');
            }
            Met::Closes(_) => {}
        }
    }

    fn opens(&mut self, tag: &Tag) {
        let says = |name| tag.says(name).unwrap_or("?");
        match tag.name.as_str() {
            "t" | "delText" => self.shown += 1,
            "tr" => self.rows += 1,
            "tab" => self.text.push('\t'),
            "br" | "cr" => self.text.push('\n'),
            "noBreakHyphen" => self.text.push('-'),
            "sym" => self.text.push_str("[sign]"),
            "drawing" | "pict" | "object" => self.text.push_str("[picture]"),
            "del" | "moveFrom" => {
                let begins = if self.deleted == 0 { "[deleted: " } else { "" };
                self.text.push_str(begins);
                self.deleted += 1;
            }
            "comment" => {
                let (id, who, when) = (says("id"), says("author"), says("date"));
                self.text
                    .push_str(&format!("[comment {id}] {who}, {when}: "));
            }
            "commentReference" => self.text.push_str(&format!("[comment {}]", says("id"))),
            "footnote" | "endnote" => self.text.push_str(&format!("[note {}] ", says("id"))),
            "footnoteReference" | "endnoteReference" => {
                self.text.push_str(&format!("[note {}]", says("id")));
            }
            _ => {}
        }
    }
}
