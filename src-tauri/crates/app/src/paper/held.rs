//! The sheet of a device or another thing that the school holds: what it is, whose hands it went through, with lines for the next.

use papers::{LaidOut, Style, TableFacts, TablesFacts, Words};

use super::About;
use super::facts::{labelled, opened};
use crate::Office;
use crate::casework::{held_lines, held_thing, held_way};
use crate::wire::{CustodyView, Fault, LabelledLine};

/// So many rows are left for whoever handles it after this.
const BLANK_ROWS: usize = 4;

/// Lays it out, and notes that the concern was opened for it.
pub(super) fn lay_out(
    office: &mut Office,
    id: &str,
    entry: &str,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let (id, kind, printed) = opened(office, id, purpose)?;
    let known = office.room(kind).ok_or_else(Fault::stopped)?.concern(id)?;
    let kept = held_thing(&known.case, entry)?;
    let record_no = known
        .first()
        .map(|first| first.content.details.record_no.clone())
        .unwrap_or_default();
    let mut lines = vec![LabelledLine {
        label: "Record of concern".to_owned(),
        text: record_no.clone(),
    }];
    lines.extend(held_lines(office, &kept.what));
    lines.push(LabelledLine {
        label: "Described by".to_owned(),
        text: format!(
            "{}, {}",
            kept.step.author.name,
            office.full(kept.step.written)
        ),
    });
    let way = held_way(office, &known.case, kept);
    let laid_out = papers::tables(&TablesFacts {
        printed,
        title: format!("Item kept for record {record_no}"),
        about: Vec::new(),
        tables: tables_of((&kept.what.what, &lines), &way),
        sign: lines_to_sign(),
    })?;
    let about = About::of_concern(kind, id, purpose);
    let name = format!("strongroom-{}-item.pdf", record_no.to_lowercase());
    Ok((laid_out, name, Some(about)))
}

/// What a thing is, and everything that happened to it with every gap.
pub(crate) fn tables_of(
    (what, lines): (&str, &[LabelledLine]),
    way: &CustodyView,
) -> Vec<TableFacts> {
    let say = |label: &str, said: &str| labelled(Style::Account, label, said, None);
    let mut words = vec![say("What it is", what)];
    words.extend(lines.iter().map(|line| say(&line.label, &line.text)));
    words.push(say(
        "",
        "Leave it in the state in which it was found, unless the police say otherwise. Nobody in school looks through it.",
    ));
    let rows = way.lines.iter().map(|line| match &line.entry {
        None => vec![
            Vec::new(),
            vec![Words::Strong("Gap".to_owned())],
            Vec::new(),
            vec![Words::Strong(line.what.clone())],
            Vec::new(),
        ],
        Some(_) => {
            let cell = |text: &str| match &line.struck {
                Some(_) => vec![Words::Gone(text.to_owned())],
                None => vec![Words::Plain(text.to_owned())],
            };
            let mut detail = cell(&line.detail);
            if let Some(struck) = &line.struck {
                detail.push(Words::Plain(format!(" {}.", struck.trim_end_matches('.'))));
            }
            vec![
                cell(&line.at),
                cell(&line.what),
                cell(&line.to),
                detail,
                cell(&line.by),
            ]
        }
    });
    let columns = [
        ("When", 1.1),
        ("What", 1.0),
        ("Who had it then", 1.2),
        ("Where, how, and why", 1.9),
        ("Written by", 1.1),
    ];
    let now = match way.now.as_str() {
        "" => Vec::new(),
        now => vec![say("Where it is now", now)],
    };
    vec![
        TableFacts {
            words,
            ..TableFacts::default()
        },
        TableFacts {
            bars: None,
            heading: "Whose hands it went through".to_owned(),
            words: now,
            columns: columns
                .map(|(name, share)| (name.to_owned(), share))
                .to_vec(),
            rows: rows.collect(),
            none: "Nobody has written who had it, or where it was kept.".to_owned(),
        },
    ]
}

/// Rows for whoever handles it after this, in ink.
pub(crate) fn lines_to_sign() -> Vec<Vec<(String, f32)>> {
    let row = || {
        [
            ("Handed over by, signature", 2.0),
            ("Taken by, rank and number, signature", 2.2),
            ("Date and time", 1.2),
            ("Seal, state, what for", 1.6),
        ]
        .map(|(name, share)| (name.to_owned(), share))
        .to_vec()
    };
    (0..BLANK_ROWS).map(|_| row()).collect()
}
