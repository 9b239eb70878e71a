//! An exported chat as a table: when, who, words.

use super::message::begin;
use crate::readable::harmless;
use crate::readable::limits::{Left, Limits};
use crate::readable::shape::{Readable, ReadableBody};
use crate::roll::decode_text;

/// So many of the first lines are looked at to tell a chat from another text, and so many of them have to begin a message.
const SAMPLE: usize = 40;
/// Reads a text; nothing where it is no exported chat.
pub(in crate::readable) fn read_text(bytes: &[u8], limits: &Limits) -> Option<Readable> {
    let text = decode_text(bytes.to_vec()).text;
    if !is_chat(&text) {
        return None;
    }
    let mut read = Readable::new("an exported chat");
    let mut left = Left::of(limits);
    add(&mut read, "The chat", &text, &mut left, limits.cells);
    Some(read)
}

/// Whether a text is an exported chat: it begins with a message, and another follows or it is the only line.
pub(super) fn is_chat(text: &str) -> bool {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(SAMPLE)
        .collect();
    let begun = lines.iter().filter(|line| begin(line).is_some()).count();
    let first = lines.first().is_some_and(|line| begin(line).is_some());
    (first && (begun > 1 || lines.len() == 1)) || begun > 2
}

struct Row {
    when: String,
    who: String,
    words: String,
}

/// Adds a chat to a reading.
pub(super) fn add(read: &mut Readable, heading: &str, text: &str, left: &mut Left, most: usize) {
    let mut rows: Vec<Row> = Vec::new();
    let mut cut = false;
    for line in harmless::words(text).lines() {
        // Each row takes a little for itself, so that empty ones come to an end as well.
        if rows.len() >= most || !left.take(line.len() + 1) {
            cut = true;
            break;
        }
        match (begin(line), rows.last_mut()) {
            (Some(found), _) => rows.push(Row {
                when: found.when.trim().to_owned(),
                who: found.who.unwrap_or_default().to_owned(),
                words: found.words.to_owned(),
            }),
            (None, Some(last)) => {
                last.words.push('\n');
                last.words.push_str(line);
            }
            (None, None) => rows.push(Row {
                when: String::new(),
                who: String::new(),
                words: line.to_owned(),
            }),
        }
    }
    facts(read, &rows);
    if cut {
        read.cut();
    }
    let rows = rows
        .into_iter()
        .map(|row| vec![row.when, row.who, row.words.trim_end().to_owned()])
        .collect();
    read.part(
        heading,
        ReadableBody::Table {
            columns: vec![
                "When, as written".to_owned(),
                "Who".to_owned(),
                "Words".to_owned(),
            ],
            rows,
        },
    );
    read.note("Days and times stand as the phone wrote them. The file does not say whether the day or the month comes first, nor which time zone it is.");
    read.note("Who wrote is what stands before the first colon: the name in the phone that exported the chat, not always the person\u{2019}s own. Rows without a name are the program\u{2019}s own lines.");
    read.note("An exported chat is plain text that anybody can change. The phones themselves are the better evidence.");
}

fn facts(read: &mut Readable, rows: &[Row]) {
    let dated = || rows.iter().filter(|row| !row.when.is_empty());
    let count = dated().count().to_string();
    read.fact("Messages and program\u{2019}s lines", count);
    if let (Some(first), Some(last)) = (dated().next(), dated().next_back()) {
        read.fact("First in the file, as written", first.when.clone());
        read.fact("Last in the file, as written", last.when.clone());
    }
    if rows.iter().any(|row| {
        let words = row.words.to_lowercase();
        words.contains("<media omitted>") || words.trim_end().ends_with(" omitted")
    }) {
        read.note("Some pictures, films, recordings or documents were left out when the chat was exported.");
    }
}
