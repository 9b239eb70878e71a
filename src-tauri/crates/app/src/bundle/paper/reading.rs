//! An exhibit that was read out of a file of another program: its facts, what is not shown, and its parts.

use exchange::readable::{Readable, ReadableBody, ReadableFile, ReadablePart};
use papers::{LaidOut, Paragraph, Style, TableFacts};

use super::Making;
use super::tables::{row, tables};
use crate::bundle::exhibits::Going;
use crate::paper::labelled;
use crate::say;
use crate::wire::Fault;

/// More columns than these do not fit side by side; each row is then a paragraph.
const WIDEST: usize = 6;
/// So many rows and lines of one exhibit are printed: some two hundred pages.
const MOST: usize = 8_000;

/// Its pages, each stamped with the exhibit and its own number.
pub(super) fn reading(making: &Making<'_>, one: &Going, read: Readable) -> Result<LaidOut, Fault> {
    let how = format!(
        "The words of {}, as they were read out of it. The original is {}.",
        read.what,
        making.place_of(one)
    );
    let mut words = vec![said("", &how)];
    words.extend(read.facts.iter().map(|(label, fact)| said(label, fact)));
    words.extend(read.notes.iter().map(|note| said("", note)));
    let mut all = vec![TableFacts {
        words,
        ..TableFacts::default()
    }];
    let mut left = MOST;
    for part in read.parts {
        all.push(printed(part, &mut left));
    }
    if left == 0 {
        all.push(TableFacts {
            words: vec![said(
                "",
                "It is longer than is printed here. The rest is in the original.",
            )],
            ..TableFacts::default()
        });
    }
    let title = format!("Exhibit {}", one.exhibit.reference());
    tables(making, &title, all, Vec::new())
}

fn said(label: &str, words: &str) -> Paragraph {
    labelled(Style::Account, label, words, None)
}

fn small(words: &str) -> Paragraph {
    labelled(Style::Small, "", words, None)
}

fn printed(part: ReadablePart, left: &mut usize) -> TableFacts {
    let heading = crate::paper::one_line(&part.heading);
    let taken = |left: &mut usize, many: usize| {
        let taken = many.min(*left);
        *left -= taken;
        taken
    };
    match part.body {
        ReadableBody::Words(lines) => {
            let lines: Vec<&String> = lines
                .iter()
                .filter(|line| !line.trim().is_empty())
                .collect();
            let many = taken(left, lines.len());
            TableFacts {
                heading,
                words: lines
                    .into_iter()
                    .take(many)
                    .map(|line| small(line))
                    .collect(),
                ..TableFacts::default()
            }
        }
        ReadableBody::Table { columns, rows } => {
            let many = taken(left, rows.len());
            let rows = rows.into_iter().take(many);
            if columns.len() > WIDEST {
                let paragraph = |cells: Vec<String>| {
                    let cells = columns
                        .iter()
                        .zip(&cells)
                        .filter(|(_, cell)| !cell.is_empty());
                    let cells: Vec<String> = cells
                        .map(|(column, cell)| format!("{column}: {cell}"))
                        .collect();
                    small(&cells.join("; "))
                };
                return TableFacts {
                    heading,
                    words: rows.map(paragraph).collect(),
                    ..TableFacts::default()
                };
            }
            let rows: Vec<Vec<String>> = rows.collect();
            TableFacts {
                heading,
                columns: shares(columns, &rows),
                rows: rows
                    .iter()
                    .map(|cells| row(&cells.iter().map(String::as_str).collect::<Vec<_>>()))
                    .collect(),
                ..TableFacts::default()
            }
        }
        ReadableBody::Files(files) => {
            let many = taken(left, files.len());
            files_of(heading, &files, many)
        }
    }
}

/// Each column as wide as what stands in it asks, within reason.
fn shares(columns: Vec<String>, rows: &[Vec<String>]) -> Vec<(String, f32)> {
    let widest = |at: usize, name: &str| {
        let cells = rows.iter().filter_map(|cells| cells.get(at));
        let longest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
        longest.max(name.chars().count()).clamp(8, 60) as f32
    };
    let columns = columns.into_iter().enumerate();
    columns
        .map(|(at, name)| {
            let share = widest(at, &name);
            (name, share)
        })
        .collect()
}

fn files_of(heading: String, files: &[ReadableFile], many: usize) -> TableFacts {
    let columns = [
        ("Name", 2.0),
        ("Kind", 1.2),
        ("Size", 0.8),
        ("SHA-256", 2.4),
    ];
    let rows = files.iter().take(many).map(|file| {
        row(&[
            &file.name,
            &file.media,
            &say::size(file.size),
            file.sha256.as_deref().unwrap_or("not unpacked"),
        ])
    });
    TableFacts {
        heading,
        columns: columns
            .map(|(name, share)| (name.to_owned(), share))
            .to_vec(),
        rows: rows.collect(),
        ..TableFacts::default()
    }
}
