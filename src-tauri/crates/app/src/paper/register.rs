//! The lines of a register on paper: under each other, the struck ones struck, with who wrote each and when.

use papers::{LaidOut, Style, TableFacts, TablesFacts, Words};

use super::About;
use super::facts::{labelled, printed};
use crate::Office;
use crate::guide::{line_note, register_lines_between};
use crate::wire::{Fault, LineRow};

/// So many columns stand side by side on a page of paper; a register with more has its answers under each other.
const SIDE_BY_SIDE: usize = 4;

/// Lays out the lines that were written between two days.
pub(super) fn lay_out(
    office: &mut Office,
    id: &str,
    (from, to): (Option<String>, Option<String>),
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let found = register_lines_between(office, id, (from.as_deref(), to.as_deref()))?;
    let printed = printed(office, &found.rooms, purpose, None)?;
    let fields = &found.columns;
    let wide = fields.len() > SIDE_BY_SIDE;
    let mut columns = vec![("Written".to_owned(), 1.4)];
    if wide {
        columns.push(("Entered".to_owned(), 4.2));
    } else {
        columns.extend(fields.iter().map(|(_, label)| (label.clone(), 1.0)));
    }
    let rows = found.lines.iter().map(|line| {
        let mut cells = vec![written(line)];
        if wide {
            let answers = line.answers.iter().enumerate();
            let said = answers.flat_map(|(at, one)| {
                let label = match at {
                    0 => format!("{}: ", one.label),
                    _ => format!("\n{}: ", one.label),
                };
                [Words::Strong(label), said(line, &one.said)]
            });
            cells.push(said.collect());
        } else {
            cells.extend(fields.iter().map(|(name, _)| {
                let answer = line.answers.iter().find(|one| one.field == *name);
                answer
                    .map(|one| vec![said(line, &one.said)])
                    .unwrap_or_default()
            }));
        }
        cells
    });
    let rows = rows.collect();
    let about = [
        ("What it is for", found.register.purpose.as_str()),
        ("Entered", found.register.entry_when.as_str()),
        ("Looked through", found.register.review.as_str()),
        ("", found.days.as_str()),
    ];
    let about = about
        .into_iter()
        .filter(|(_, said)| !said.is_empty())
        .map(|(label, said)| labelled(Style::Account, label, said, None))
        .collect();
    let laid_out = papers::tables(&TablesFacts {
        printed,
        title: format!("Register: {}", found.register.title),
        about,
        tables: vec![TableFacts {
            columns,
            rows,
            none: "No line was written in these days.".to_owned(),
            ..TableFacts::default()
        }],
        sign: vec![
            [
                ("Looked through by", 2.0),
                ("Signature", 2.0),
                ("Date", 1.0),
            ]
            .map(|(name, share)| (name.to_owned(), share))
            .to_vec(),
        ],
    })?;
    let room = found.rooms.first().copied().ok_or_else(Fault::stopped)?;
    let about = About {
        room,
        what: "register",
        id: id.to_owned(),
        purpose: purpose.trim().to_owned(),
        concerns: Vec::new(),
        listed: found.concerns,
    };
    let name = format!("strongroom-register-{}.pdf", found.register.id);
    Ok((laid_out, name, Some(about)))
}

/// An answer; of a line that was struck, struck through.
fn said(line: &LineRow, text: &str) -> Words {
    match line.struck {
        Some(_) => Words::Gone(text.to_owned()),
        None => Words::Plain(text.to_owned()),
    }
}

/// When and by whom, about which record, and whether it was struck or corrected.
fn written(line: &LineRow) -> Vec<Words> {
    let mut words = vec![Words::Plain(format!("{}\n{}", line.at, line.who))];
    if let Some(concern) = &line.concern {
        words.push(Words::Plain("\nRecord ".to_owned()));
        words.push(Words::Spelt(concern.record_no.clone()));
    }
    if let Some(why) = &line.struck {
        words.push(Words::Strong("\nStruck: ".to_owned()));
        words.push(Words::Plain(why.clone()));
    }
    if !line_note(line).is_empty() {
        words.push(Words::Plain(format!("\n{}", line_note(line))));
    }
    words
}
