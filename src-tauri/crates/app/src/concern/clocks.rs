//! When it happened, was told and was written, and what is to be said of the laptop's clock.

use chrono::{DateTime, FixedOffset};
use domain::concern::Version as DomainVersion;

use crate::wire::{ClockStep, Seal};
use crate::{Office, say};

/// Happened, told, lead told, written: the gaps say more than a remark about lateness would.
pub(super) fn clock(
    office: &Office,
    first: &DomainVersion,
    shown: &DomainVersion,
) -> Vec<ClockStep> {
    let steps = clock_steps(first, shown);
    steps
        .iter()
        .enumerate()
        .map(|(place, (label, at, about))| ClockStep {
            label: label.clone(),
            at: match label.as_str() {
                WRITTEN if office.bundling.is_some() => office.signed_at(*at),
                _ => say::known(
                    at.timestamp_millis(),
                    office.around.zone,
                    office.this_year(),
                ),
            },
            about: *about,
            gap: steps
                .get(place + 1)
                .filter(|(_, next, _)| next >= at && !say::is_whole_day(local(office, *at)))
                .map(|(_, next, _)| domain::when::gap(&local(office, *at), &local(office, *next))),
        })
        .collect()
}

/// The clock of the laptop as it was signed.
const WRITTEN: &str = "Written";

/// The four clocks that are known: what, when, and whether about then.
pub(super) fn clock_steps(
    first: &DomainVersion,
    shown: &DomainVersion,
) -> Vec<(String, DateTime<FixedOffset>, bool)> {
    let details = &shown.content.details;
    let brought = first.content.details.brought.as_ref();
    let surname = brought
        .map_or(first.step.author.name.as_str(), |brought| &brought.by)
        .split_whitespace()
        .next_back()
        .unwrap_or("Writer")
        .to_owned();
    let written = details.first_written.unwrap_or(first.step.written);
    [
        (
            "Happened".to_owned(),
            details.occurred_at,
            details.occurred_about,
        ),
        (format!("{surname} told"), details.noticed_at, false),
        ("Lead told".to_owned(), details.told_lead_at, false),
        (
            WRITTEN.to_owned(),
            Some(written).filter(|_| brought.is_none_or(|brought| brought.written_known)),
            false,
        ),
    ]
    .into_iter()
    .filter_map(|(label, at, about)| Some((label, at?, about)))
    .collect()
}

fn local(office: &Office, at: DateTime<FixedOffset>) -> DateTime<chrono_tz::Tz> {
    at.with_timezone(&office.around.zone)
}

/// What was noticed about the laptop's clock as an entry was written: a plain fact, because somebody will ask.
fn clock_said(note: &str) -> String {
    let seconds = |text: &str| text.strip_suffix(" s")?.parse::<i64>().ok();
    let by = |text: &str| {
        seconds(text).map(|seconds| match seconds {
            0..=119 => format!("{seconds} seconds"),
            120..=7_199 => format!("{} minutes", seconds / 60),
            7_200..=172_799 => format!("{} hours", seconds / 3_600),
            _ => format!("{} days", seconds / 86_400),
        })
    };
    let back = note.strip_prefix("went back ").and_then(by);
    let ahead = note.strip_prefix("jumped ").and_then(by);
    match (back, ahead) {
        (Some(by), _) => format!(
            "The laptop\u{2019}s clock had been set back by about {by} since the entry before. The order of entries does not hang on the clock."
        ),
        (_, Some(by)) => format!(
            "The laptop\u{2019}s clock had been set forward by about {by} since the entry before. The order of entries does not hang on the clock."
        ),
        _ => "The laptop\u{2019}s clock was wrong: it showed a day before this program was made. The order of entries does not hang on the clock."
            .to_owned(),
    }
}

/// One line: who, when, which entry, and that it verified as it was read.
pub(crate) fn seal(office: &Office, step: &domain::step::Step) -> Seal {
    let at = office.signed_at(step.written);
    let note = step.clock_note.as_deref().map(clock_said);
    let note = note.map(|said| format!(" {said}")).unwrap_or_default();
    Seal {
        who: step.author.name.clone(),
        at: at.clone(),
        entry: u32::try_from(step.number).unwrap_or(u32::MAX),
        whole: true,
        say: format!(
            "Signed {}, {at}. Entry {}, checked as you opened it.{note}",
            step.author.name, step.number
        ),
    }
}
