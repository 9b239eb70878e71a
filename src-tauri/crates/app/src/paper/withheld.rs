//! The sheet of one item that was not taken in, for whoever holds the device and for the police.

use papers::{LaidOut, Style, WithheldFacts};

use super::About;
use super::facts::{labelled, opened};
use crate::Office;
use crate::casework::{withheld_item, withheld_lines, withheld_way};
use crate::wire::{CustodyLine, Fault, LabelledLine};

/// Lays it out, and notes that the concern was opened for it.
pub(super) fn lay_out(
    office: &mut Office,
    id: &str,
    entry: &str,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let (id, kind, printed) = opened(office, id, purpose)?;
    let known = office.room(kind).ok_or_else(Fault::stopped)?.concern(id)?;
    let item = withheld_item(&known.case, entry)?;
    let way = withheld_way(office, &known.case, &item.step);
    let moved = !way.now.is_empty();
    let way = way.lines.into_iter().map(custody_line);
    let record_no = known
        .first()
        .map(|first| first.content.details.record_no.clone())
        .unwrap_or_default();
    let laid_out = papers::withheld_item(&WithheldFacts {
        printed,
        record_no: record_no.clone(),
        what: item.what.what.clone(),
        lines: withheld_lines(office, &item.what, moved)
            .into_iter()
            .chain(way)
            .map(|line| labelled(Style::Account, &line.label, &line.text, None))
            .collect(),
        by: format!(
            "Written by {}, {}. Entry {}.",
            item.step.author.name,
            office.full(item.step.written),
            item.step.number
        ),
    })?;
    let about = About::of_concern(kind, id, purpose);
    let name = format!("strongroom-{}-withheld.pdf", record_no.to_lowercase());
    Ok((laid_out, name, Some(about)))
}

/// What happened to the device, in one line: when, what, to whom.
fn custody_line(line: CustodyLine) -> LabelledLine {
    let label = match line.at.as_str() {
        "" => "Gap".to_owned(),
        at => at.to_owned(),
    };
    let to = match line.to.as_str() {
        "" => String::new(),
        to => format!(", to {to}"),
    };
    let mut text = match line.detail.as_str() {
        "" => format!("{}{to}", line.what),
        detail => format!("{}{to}. {detail}", line.what),
    };
    if let Some(struck) = line.struck {
        text = format!("{} {struck}.", text.trim_end());
    }
    LabelledLine { label, text }
}
