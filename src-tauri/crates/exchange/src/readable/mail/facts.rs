//! The head of an e-mail as facts.

use super::head::Head;
use super::value::{decoded, utc};
use crate::readable::harmless;
use crate::readable::limits::Left;
use crate::readable::shape::{Readable, ReadableBody};

/// Lines of a head that are shown, by their name and as a person knows them.
const SHOWN: &[(&str, &str)] = &[
    ("from", "From"),
    ("sender", "Sent by"),
    ("reply-to", "Reply to"),
    ("to", "To"),
    ("cc", "Cc"),
    ("bcc", "Bcc"),
    ("date", "Date, as written"),
    ("subject", "Subject"),
    ("message-id", "Message-ID"),
    ("in-reply-to", "In reply to"),
    ("return-path", "Return path"),
    ("delivered-to", "Delivered to"),
    (
        "x-originating-ip",
        "Sender\u{2019}s address on the internet, as a server wrote it",
    ),
    ("resent-from", "Sent on by"),
    ("resent-to", "Sent on to"),
    ("resent-date", "Sent on, as written"),
];
/// Lines that say how the rest is to be read.
const OF_THE_FORM: &[&str] = &[
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "content-disposition",
    "content-language",
    "content-id",
    "received",
];
/// So many names of other lines are said.
const NAMED: usize = 60;

/// What the head says: to whom and when, the way it came, and the names of what else stands there.
pub(super) fn facts(read: &mut Readable, head: &Head, left: &mut Left) {
    for (name, label) in SHOWN {
        let mut count = 0;
        for raw in head.all(name) {
            let words = harmless::line(&decoded(raw));
            count += 1;
            if !left.take(words.len()) {
                read.cut();
                break;
            }
            read.fact(label, words);
            if *name == "date" {
                match utc(raw) {
                    Some(moment) => read.fact("Date, in UTC", moment),
                    None => read.note("The date in its head cannot be read without guessing; it is shown as it is written."),
                }
            }
        }
        match (*name, count) {
            ("from" | "date" | "message-id", 0) => {
                read.note(format!("Its head has no line \u{201c}{label}\u{201d}."));
            }
            ("from" | "sender" | "to" | "cc" | "date" | "subject" | "message-id" | "reply-to", 2..) => read.note(format!(
                "Its head has {count} lines \u{201c}{label}\u{201d}, where one is usual. All are shown here; a mail program shows one of them."
            )),
            _ => {}
        }
    }
    way(read, head, left);
    let mut others: Vec<&str> = head
        .lines
        .iter()
        .map(|line| line.name.as_str())
        .filter(|name| !OF_THE_FORM.contains(name) && !SHOWN.iter().any(|(shown, _)| shown == name))
        .collect();
    others.sort_unstable();
    others.dedup();
    if !others.is_empty() {
        let mut names = others
            .iter()
            .take(NAMED)
            .copied()
            .collect::<Vec<_>>()
            .join(", ");
        if others.len() > NAMED {
            names.push_str(" and others");
        }
        read.note(format!(
            "Other lines of its head are not printed here: {}. They are in the file itself.",
            harmless::line(&names)
        ));
    }
    if head.strays > 0 {
        read.note("Some lines of its head are written as no mail program writes them, and are not printed here.");
    }
    if head.cut {
        read.note("Its head is longer than is read here. The rest of it is in the file itself.");
    }
}

/// The line of each server, which proves the way it came.
fn way(read: &mut Readable, head: &Head, left: &mut Left) {
    let lines: Vec<String> = head.all("received").map(harmless::line).collect();
    if lines.is_empty() {
        read.note("No server\u{2019}s line says the way it came: it is a draft, a copy of what was sent, or was changed.");
        return;
    }
    let (lines, whole) = left.lines(lines);
    if !whole {
        read.cut();
    }
    read.part(
        "The way it came, a line for each server, the last first",
        ReadableBody::Words(lines),
    );
}
