//! What of a chronology is wanted.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use vault::ask::{ChronologyLine, holds};

use super::milestone::Milestone;
use crate::Office;
use crate::concern::late;
use crate::wire::{ChronologyFilter, Fault};

/// A filter that was read.
pub(super) struct Wanted {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    concerns: bool,
    milestones: bool,
    only_late: bool,
    only_significant: bool,
    category: Option<String>,
    words: Option<String>,
    /// Concerns that hold the words, where there are any to hold.
    holding: Option<BTreeSet<(RoomKind, i64)>>,
}

impl Wanted {
    /// Reads the filter and asks the index where its words are.
    pub(super) fn of(
        office: &Office,
        pupil: PupilId,
        filter: &ChronologyFilter,
    ) -> Result<Self, Fault> {
        let (from, to) = days(filter)?;
        let typed = filter.text.as_deref().map(str::trim);
        let words = typed.filter(|text| !text.is_empty()).map(str::to_owned);
        let category = filter.category.clone().filter(|id| !id.is_empty());
        let mut holding = None;
        if let Some(words) = &words {
            let mut found = BTreeSet::new();
            let records = office.records_of(pupil)?;
            for (kind, room) in &office.sitting()?.rooms {
                let rows = room.rows_holding(&records, words)?;
                found.extend(rows.into_iter().map(|row| (*kind, row)));
            }
            holding = Some(found);
        }
        Ok(Self {
            from,
            to,
            concerns: !filter.no_concerns,
            milestones: !filter.no_milestones
                && !filter.only_late
                && !filter.only_significant
                && category.is_none(),
            only_late: filter.only_late,
            only_significant: filter.only_significant,
            category,
            words,
            holding,
        })
    }

    /// Whether a concern that happened on a day is wanted.
    pub(super) fn concern(
        &self,
        office: &Office,
        kind: RoomKind,
        concern: &ChronologyLine,
        day: NaiveDate,
    ) -> bool {
        self.of_concern(kind, concern)
            && self.within(day)
            && (!self.only_significant || concern.line.significant)
            && (!self.only_late || late(office, &concern.line).is_some())
    }

    /// Whether a step of a concern that was taken on a day is wanted.
    pub(super) fn step(
        &self,
        kind: RoomKind,
        concern: &ChronologyLine,
        day: NaiveDate,
        significant: bool,
    ) -> bool {
        self.of_concern(kind, concern)
            && self.within(day)
            && !self.only_late
            && (!self.only_significant || significant)
    }

    fn of_concern(&self, kind: RoomKind, concern: &ChronologyLine) -> bool {
        let category = self.category.as_deref();
        self.concerns
            && category.is_none_or(|id| concern.line.category == id)
            && self
                .holding
                .as_ref()
                .is_none_or(|holding| holding.contains(&(kind, concern.line.row)))
    }

    /// Whether a milestone is wanted.
    pub(super) fn milestone(&self, milestone: &Milestone) -> bool {
        self.milestones
            && self.within(milestone.day)
            && self
                .words
                .as_deref()
                .is_none_or(|words| holds(&milestone.said(), words))
    }

    fn within(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day <= to)
    }
}

/// The first and the last day wanted.
pub(super) fn days(
    filter: &ChronologyFilter,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Fault> {
    Ok((
        day_of("from", filter.from.as_deref())?,
        day_of("to", filter.to.as_deref())?,
    ))
}

/// A day as a screen gives it; nothing where none was given.
pub(crate) fn day_of(field: &str, text: Option<&str>) -> Result<Option<NaiveDate>, Fault> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::parse)
        .transpose()
        .map_err(|_| Fault::field(field, "We could not read that as a day. Try: 2026-11-10"))
}
