//! What governors are told, section by section.

use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// The report to governors: its sections in their order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GovernorReport {
    /// The schema of the page.
    pub schema: String,
    /// What it is called.
    pub title: String,
    /// Its sections.
    pub section: Vec<ReportSection>,
}

/// One section of the report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportSection {
    /// Its name.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// What is in it.
    pub measure: Vec<Measure>,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// Something that is counted, or written by a lead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its name.
    pub id: Id,
    /// What it is called.
    pub label: String,
    /// What is counted; nothing where a lead writes it.
    #[serde(default)]
    pub counts: Option<Counts>,
    /// What a lead is to write; nothing where it is counted.
    #[serde(default)]
    pub hint: Option<String>,
}

/// What a number counts. Small numbers of people and events are not said (general practice of disclosure control).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Counts {
    /// Pupils or adults.
    People,
    /// Concerns, referrals, alerts: each is somebody's.
    Events,
    /// Reviews, policies, changes of a filter: nobody's.
    Things,
}

/// Reads the report.
pub(crate) fn governor_report_on(shelf: &Shelf) -> Result<GovernorReport, Error> {
    shelf.read(Page::GovernorReport)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_measure_is_either_counted_or_written_and_has_a_name_of_its_own() {
        let report = crate::governor_report().unwrap();
        let mut names = BTreeSet::new();

        for section in &report.section {
            for measure in &section.measure {
                assert!(names.insert(measure.id.as_str()), "{}", measure.id);
                assert_ne!(
                    measure.counts.is_some(),
                    measure.hint.is_some(),
                    "{}",
                    measure.id
                );
                assert!(measure.id.starts_with(&format!("{}.", section.id)));
            }
        }
        assert_eq!(report.section.len(), 11);
    }
}
