//! One line of a register as a paper of its own, with lines for hands to sign: a certificate of disposal.

use papers::{LaidOut, Style, TableFacts, TablesFacts};

use super::About;
use super::facts::{labelled, printed};
use crate::Office;
use crate::guide::{line_room, register_kept};
use crate::wire::{Fault, FaultKind};

/// Lays it out, as the line holds now. What was struck, and what may be signed as two things, is refused.
pub(super) fn lay_out(
    office: &mut Office,
    id: &str,
    line: &str,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let (register, _) = register_kept(office, id)?;
    let certificate = register
        .certificate
        .as_ref()
        .ok_or_else(|| Fault::from(vault::VaultError::NotFound))?;
    let view = crate::register_line(office, id, Some(line), None)?;
    if view.struck || view.beside || view.needs_newer {
        let say = match (view.struck, view.beside) {
            (true, _) => "This line was struck, and does not count.",
            (false, true) => "This line was corrected on two laptops at once.",
            (false, false) => "This line was written on in a newer Strongroom than this one.",
        };
        return Err(Fault::new(FaultKind::Refused, say)
            .kept("Nothing was printed.")
            .next("Open the line and put it right, then print it."));
    }
    let room = line_room(office, line)?;
    let printed = printed(office, &[room], purpose, None)?;
    let written = view
        .versions
        .last()
        .map(|first| format!("{}, {}", first.who, first.at))
        .unwrap_or_default();
    let mut words = Vec::new();
    for field in &register.fields {
        let answer = view.answers.iter().find(|one| one.field == field.name);
        let said = answer.map_or("Not said", |answer| answer.said.as_str());
        words.push(labelled(Style::Account, &field.label, said, None));
    }
    let written = labelled(Style::Small, "Written into the register by", &written, None);
    words.push(written);
    if let [last, _, ..] = view.versions.as_slice() {
        let corrected = format!("{}, {}: {}", last.who, last.at, last.reason);
        words.push(labelled(Style::Small, "Corrected by", &corrected, None));
    }
    let sign = certificate.sign.iter().map(|who| {
        [
            (format!("{who}, signature"), 3.0),
            ("Name in print".to_owned(), 2.4),
            ("Date".to_owned(), 1.2),
        ]
        .to_vec()
    });
    let laid_out = papers::tables(&TablesFacts {
        printed,
        title: certificate.title.clone(),
        about: words,
        tables: Vec::<TableFacts>::new(),
        sign: sign.collect(),
    })?;
    let about = About {
        room,
        what: "register",
        id: id.to_owned(),
        purpose: purpose.trim().to_owned(),
        concerns: Vec::new(),
        listed: Vec::new(),
    };
    Ok((laid_out, format!("strongroom-{id}-line.pdf"), Some(about)))
}
