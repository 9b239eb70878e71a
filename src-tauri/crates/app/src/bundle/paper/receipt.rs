//! The paper that both sides sign.

use papers::{Style, TableFacts, TablesFacts};

use super::tables::{facts_of, in_groups};
use super::{Form, Making};
use crate::paper::labelled;

/// The paper that both sides sign: the root hash and what was handed over. Two copies are printed.
pub(in crate::bundle) fn receipt(
    making: &Making<'_>,
    root: &str,
    (files, bytes): (usize, u64),
) -> TablesFacts {
    let request = &making.spec.request;
    let facts = [
        (
            "Handed over",
            match &making.form {
                Form::Folder => format!(
                    "Bundle {}: {files} files of content ({bytes} bytes) and 4 for checking",
                    making.number
                ),
                Form::Sealed { container, .. } => format!(
                    "Bundle {}: one PDF behind a password ({bytes} bytes), {files} files attached to it{}",
                    making.number,
                    container
                        .as_ref()
                        .map_or_else(String::new, |(name, hash)| format!(
                            "; beside it {name}, SHA-256 {}",
                            in_groups(hash)
                        ))
                ),
            },
        ),
        (
            "To",
            [
                request.officer.as_str(),
                request.number.as_str(),
                request.force.as_str(),
            ]
            .join(", "),
        ),
        ("Crime reference", request.crime_reference.clone()),
        (
            match making.form {
                Form::Folder => "Root hash (SHA-256 of tagmanifest-sha256.txt)",
                Form::Sealed { .. } => "Root hash (SHA-256 of the PDF)",
            },
            in_groups(root),
        ),
    ];
    let words = facts
        .iter()
        .filter(|(_, said)| !said.trim().is_empty())
        .map(|(label, said)| labelled(Style::Account, label, said, None));
    let line = |names: &[(&str, f32)]| {
        names
            .iter()
            .map(|(name, share)| ((*name).to_owned(), *share))
            .collect()
    };
    facts_of(
        making,
        &format!("Receipt for bundle {}", making.number),
        vec![TableFacts {
            words: words
                .chain([labelled(
                    Style::Account,
                    "",
                    "Print this twice; one copy stays with each side. The medium, and anything that came with it, is described by hand.",
                    None,
                )])
                .collect(),
            ..TableFacts::default()
        }],
        vec![
            line(&[("Medium, and its serial number", 1.0)]),
            line(&[("Handed over by", 2.0), ("Signature", 2.0), ("Date and time", 1.4)]),
            line(&[("Received by, rank and number", 2.0), ("Signature", 2.0), ("Date and time", 1.4)]),
        ],
    )
}
