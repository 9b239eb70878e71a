//! The head of an e-mail as facts.

use domain::when::DateTime;
use mail_parser::Header;

use super::read::named;
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
/// Lines that say how the rest is to be read, and those that stand in a part of their own.
const ELSEWHERE: &[&str] = &[
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
pub(super) fn facts(read: &mut Readable, head: &[Header<'_>], left: &mut Left) {
    for (name, label) in SHOWN {
        let mut count = 0;
        for words in all(head, name) {
            count += 1;
            if !left.take(words.len()) {
                read.cut();
                break;
            }
            if words.contains('\u{fffd}') {
                read.note(
                    "Some letters of its head could not be read; a \u{fffd} stands for each.",
                );
            }
            if *name == "date" {
                date(read, label, words);
            } else {
                read.fact(label, words);
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
    others(read, head);
}

/// What the lines of a name say.
fn all<'a>(head: &'a [Header<'_>], name: &'a str) -> impl Iterator<Item = String> {
    head.iter()
        .filter(move |line| named(&line.name) == name)
        .map(|line| harmless::line(line.value.as_text().unwrap_or_default()))
}

fn date(read: &mut Readable, label: &str, words: String) {
    let moment = DateTime::parse_from_rfc2822(&words).ok();
    read.fact(label, words);
    match moment {
        Some(moment) => {
            let utc = moment.naive_utc().format("%-d %B %Y, %H:%M:%S UTC");
            read.fact("Date, in UTC", utc.to_string());
        }
        None => read.note(
            "The date in its head cannot be read without guessing; it is shown as it is written.",
        ),
    }
}

/// The line of each server, which proves the way it came.
fn way(read: &mut Readable, head: &[Header<'_>], left: &mut Left) {
    let lines: Vec<String> = all(head, "received").collect();
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

fn others(read: &mut Readable, head: &[Header<'_>]) {
    let mut others: Vec<String> = head
        .iter()
        .map(|line| named(&line.name))
        .filter(|name| {
            !ELSEWHERE.contains(&name.as_str()) && !SHOWN.iter().any(|(shown, _)| shown == name)
        })
        .collect();
    others.sort_unstable();
    others.dedup();
    if others.is_empty() {
        return;
    }
    let more = if others.len() > NAMED {
        " and others"
    } else {
        ""
    };
    others.truncate(NAMED);
    let names: Vec<String> = others.iter().map(|name| harmless::name(name)).collect();
    read.note(format!(
        "Other lines of its head are not printed here: {}{more}. They are in the file itself.",
        names.join(", ")
    ));
}
