//! Whom to reach, and what is new.

use guidance::Confidence;

use super::flow::{cited, month};
use crate::Office;
use crate::wire::{ChangeLine, ContactLine, Fault};

/// Whom to reach: first those whose numbers the school writes down itself, then the same everywhere in England.
pub fn contacts(office: &Office) -> Result<Vec<ContactLine>, Fault> {
    let all =
        guidance::contacts().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let own = office
        .sitting()?
        .settings
        .whom_to_ring()
        .map(|(id, title, number)| ContactLine {
            id: id.to_owned(),
            name: title.to_owned(),
            use_for: String::new(),
            how: number.unwrap_or_default().to_owned(),
            own: true,
            check: false,
        });
    let everywhere = all.iter().map(|contact| ContactLine {
        id: contact.id.to_string(),
        name: contact.name.clone(),
        use_for: contact.use_for.clone(),
        how: contact.how.clone(),
        own: false,
        check: contact
            .sources
            .iter()
            .all(|source| source.confidence == Confidence::Known),
    });
    Ok(own.chain(everywhere).collect())
}

/// `29 April 2026`, `September 2026`, or as it is written.
fn day_or_month(text: &str) -> String {
    text.parse::<chrono::NaiveDate>()
        .map_or_else(|_| month(text), |day| day.format("%-d %B %Y").to_string())
}

/// What changed since the guidance of 2023, the newest first.
pub fn changes() -> Result<Vec<ChangeLine>, Fault> {
    let all = guidance::changes().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let mut all: Vec<_> = all.iter().collect();
    all.sort_by(|one, other| other.date.cmp(&one.date));
    Ok(all
        .into_iter()
        .map(|change| ChangeLine {
            id: change.id.to_string(),
            when: day_or_month(&change.date),
            what: change.what_changed.clone(),
            asks: change.effect_on_record.clone(),
            status: change.status.clone(),
            note: change.note.clone(),
            sources: cited(&change.sources),
        })
        .collect())
}
