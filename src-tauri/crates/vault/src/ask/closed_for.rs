//! Pupils for whom a concern is over while it goes on for others, as its line knows them.

use domain::case::Case;
use domain::concern::Content;
use domain::id::PupilId;
use serde::{Deserialize, Serialize};

/// One of them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedFor {
    /// Whom.
    pub pupil: PupilId,
    /// Their name in the concern.
    pub name: String,
    /// When that was said, milliseconds.
    pub at: i64,
}

impl std::fmt::Debug for ClosedFor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClosedFor")
    }
}

impl ClosedFor {
    /// Everybody in the version that holds for whom it is over, as the line keeps it.
    pub(crate) fn all_of(content: &Content, case: &Case) -> String {
        let closed: Vec<Self> = content
            .people
            .iter()
            .filter_map(|person| {
                let pupil = person.pupil?;
                let kept = case.closed_for(pupil)?;
                Some(Self {
                    pupil,
                    name: person.name.clone(),
                    at: kept.step.written.timestamp_millis(),
                })
            })
            .collect();
        // Plain structs of strings and numbers always serialise.
        serde_json::to_string(&closed).unwrap_or_else(|_| "[]".to_owned())
    }

    /// What a line keeps. One that cannot be read says of nobody that it is over.
    pub(super) fn read(kept: &str) -> Vec<Self> {
        serde_json::from_str(kept).unwrap_or_default()
    }
}
