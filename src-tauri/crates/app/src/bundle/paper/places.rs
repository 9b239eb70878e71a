//! On which pages of the bundle each exhibit stands.

use std::collections::BTreeMap;
use std::ops::Range;

use papers::{BundleFacts, BundlePart};

use crate::wire::Fault;

/// Pages by the reference of an exhibit, counted from nought, and what they are called.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Places(BTreeMap<String, (Range<usize>, String)>);

impl Places {
    /// As the papers stand now, with one more behind them where its title is known.
    pub(super) fn of(
        facts: &BundleFacts,
        parts: &[BundlePart],
        last: Option<&str>,
    ) -> Result<Self, Fault> {
        let mut places: BTreeMap<String, Range<usize>> = BTreeMap::new();
        let stand = papers::bundle_places(facts, parts, last)?;
        for (part, pages) in parts.iter().zip(stand.parts()) {
            let Some(reference) = &part.stamp else {
                continue;
            };
            let place = places.entry(reference.clone()).or_insert(pages.clone());
            place.end = pages.end;
        }
        let called = places.into_iter().map(|(reference, pages)| {
            let said = stand.called(&pages);
            (reference, (pages, said))
        });
        Ok(Self(called.collect()))
    }

    /// `12 to 15`, or that it is in the folder alone.
    pub(super) fn said(&self, reference: &str) -> String {
        match self.0.get(reference) {
            None => "not printed".to_owned(),
            Some((_, said)) => said.clone(),
        }
    }
}
