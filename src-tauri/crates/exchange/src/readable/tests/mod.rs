//! Foreign files as they come, broken ones, hostile ones, and any bytes. All of them are made here.

mod any_bytes;
mod books;
mod chats;
mod hostile;
mod mails;
mod outlooks;
mod pages;
mod stand_ins;

use super::limits::Limits;
use super::{Readable, ReadableBody, ReadableFile, Unreadable, readable, within};

fn read(name: &str, bytes: &[u8]) -> Readable {
    readable(name, bytes).expect(name).expect(name)
}

fn refused(name: &str, bytes: &[u8]) -> Unreadable {
    readable(name, bytes).expect(name).expect_err(name)
}

impl Readable {
    /// What the facts of a label say.
    fn said(&self, label: &str) -> Vec<&str> {
        let facts = self.facts.iter().filter(|(known, _)| known == label);
        facts.map(|(_, words)| words.as_str()).collect()
    }

    fn notes(&self) -> String {
        self.notes.join("\n")
    }

    fn under(&self, heading: &str) -> &ReadableBody {
        let part = self.parts.iter().find(|part| part.heading == heading);
        let headings: Vec<&str> = self
            .parts
            .iter()
            .map(|part| part.heading.as_str())
            .collect();
        &part
            .unwrap_or_else(|| panic!("{heading} in {headings:?}"))
            .body
    }

    fn words(&self, heading: &str) -> String {
        match self.under(heading) {
            ReadableBody::Words(lines) => lines.join("\n"),
            ReadableBody::Table { .. } | ReadableBody::Files(_) => panic!("no words"),
        }
    }

    fn table(&self, heading: &str) -> (Vec<String>, Vec<Vec<String>>) {
        match self.under(heading) {
            ReadableBody::Table { columns, rows } => (columns.clone(), rows.clone()),
            ReadableBody::Words(_) | ReadableBody::Files(_) => panic!("no table"),
        }
    }

    fn files(&self, heading: &str) -> &[ReadableFile] {
        match self.under(heading) {
            ReadableBody::Files(files) => files,
            ReadableBody::Words(_) | ReadableBody::Table { .. } => panic!("no files"),
        }
    }

    /// Every word of it, as it would be printed.
    fn everything(&self) -> String {
        let mut all = vec![self.notes()];
        all.extend(
            self.facts
                .iter()
                .map(|(label, words)| format!("{label}: {words}")),
        );
        for part in &self.parts {
            all.push(part.heading.clone());
            match &part.body {
                ReadableBody::Words(lines) => all.extend(lines.iter().cloned()),
                ReadableBody::Table { columns, rows } => {
                    all.push(columns.join(" "));
                    all.extend(rows.iter().map(|row| row.join(" ")));
                }
                ReadableBody::Files(files) => {
                    all.extend(files.iter().map(|file| file.name.clone()))
                }
            }
        }
        all.join("\n")
    }
}

/// One row of a table as the test writes it.
fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}
