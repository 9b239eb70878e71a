//! Devices and other things that a school holds as evidence: what each is, and whose hands it went through.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Case, Kept, Withheld};
use crate::hide_words;
use crate::step::{EntryId, Step};

/// The kind of an entry that describes a thing, or describes it anew.
pub const HELD: &str = "item.held";
/// The part that holds a [`Held`].
pub const PART_HELD: &str = "held";
/// The kind of an entry about something that happened to a thing. It names the entry that describes the thing: one of [`HELD`], or
/// one of a withheld item that is on it.
pub const PASSED: &str = "item.passed";
/// The part that holds a [`Passed`].
pub const PART_PASSED: &str = "passed";

/// A device, a letter, a piece of clothing: what the police ask about each exhibit that is no file (HSE Enforcement Guide, Continuity).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Held {
    /// What it is.
    pub what: String,
    /// Make and model.
    pub make: String,
    /// Serial number, IMEI or asset number.
    pub serial: String,
    /// Whose it is.
    pub owner: String,
    /// Who usually uses it, where that is somebody else.
    pub user: String,
    /// Where it was found.
    pub found_where: String,
    /// Who found it.
    pub found_by: String,
    /// When.
    pub found: Option<DateTime<FixedOffset>>,
    /// In which state it was found: on, off, locked, charging.
    pub state: String,
    /// Bag or envelope, and the number of its seal.
    pub packing: String,
}

/// What happened to a thing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Passed {
    /// One of [`PASSES`].
    pub event: String,
    /// When.
    pub at: Option<DateTime<FixedOffset>>,
    /// Who had it after that.
    pub to: String,
    /// Where it was kept after that.
    pub place: String,
    /// In which state it was, or was left.
    pub state: String,
    /// Bag or envelope, and the number of its seal.
    pub packing: String,
    /// The number of the receipt that was given for it.
    pub receipt: String,
    /// Why, and on whose word.
    pub words: String,
}

/// What can happen to a thing.
pub const PASSES: [&str; 8] = [
    "taken", "stored", "handed", "opened", "sealed", "police", "returned", "missing",
];

impl Passed {
    /// When it happened; when it was written, where nobody said.
    pub fn when(&self, step: &Step) -> DateTime<FixedOffset> {
        self.at.unwrap_or(step.written)
    }

    /// It put the thing into somebody's hands.
    pub fn changes_hands(&self) -> bool {
        matches!(
            self.event.as_str(),
            "taken" | "handed" | "police" | "returned"
        )
    }

    /// The school does not have the thing after it.
    pub fn leaves(&self) -> bool {
        matches!(self.event.as_str(), "police" | "returned")
    }
}

/// A time over which nothing says who had a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// From the time it was found until the first thing that is written of it.
    SinceFound(DateTime<FixedOffset>, DateTime<FixedOffset>),
    /// It was found, nobody said when.
    FoundNotSaid,
    /// Who had it is not known from here on: it could not be found.
    Missing(DateTime<FixedOffset>, Option<DateTime<FixedOffset>>),
    /// It had left the school, and is spoken of again with nothing that says how it came back.
    Away(DateTime<FixedOffset>, DateTime<FixedOffset>),
    /// Somebody had it, and nothing says where it was kept.
    NoPlace(DateTime<FixedOffset>, Option<DateTime<FixedOffset>>),
}

/// What is known of a thing's way, in the order in which it happened: each event, and the gap after it.
#[derive(Clone, Debug, Default)]
pub struct Way<'a> {
    /// The gap before anything is written of it.
    pub before: Option<Gap>,
    /// Every event, with those that were written by mistake, and the gap after each.
    pub events: Vec<(&'a Kept<Passed>, Option<Gap>)>,
}

impl Way<'_> {
    /// The last event that stands.
    pub fn last<'a>(&'a self, case: &Case) -> Option<&'a Kept<Passed>> {
        let mut events = self.events.iter().rev().map(|(kept, _)| *kept);
        events.find(|kept| case.stands(kept))
    }
}

impl Case {
    /// Things as they are described now.
    pub fn things(&self) -> impl Iterator<Item = &Kept<Held>> {
        let heads = self.held_heads.iter();
        heads.filter_map(|place| self.held.get(*place))
    }

    /// What happened to a thing; of what was described anew, also what was written of it before.
    pub fn way<'a>(&'a self, described: &Step, held: Option<&Held>) -> Way<'a> {
        let names = self.names_of(described);
        let mut all: Vec<&Kept<Passed>> = self
            .passed
            .iter()
            .filter(|kept| {
                let mut about = kept.step.supersedes.iter();
                about.any(|entry| names.contains(entry))
            })
            .collect();
        all.sort_by_key(|kept| kept.what.when(&kept.step));
        let standing: Vec<&&Kept<Passed>> = all.iter().filter(|kept| self.stands(*kept)).collect();
        let before = match (held, standing.first()) {
            (Some(Held { found: None, .. }), _) => Some(Gap::FoundNotSaid),
            (
                Some(Held {
                    found: Some(found), ..
                }),
                Some(first),
            ) if first.what.when(&first.step) > *found => {
                Some(Gap::SinceFound(*found, first.what.when(&first.step)))
            }
            _ => None,
        };
        let mut gaps: Vec<(EntryId, Gap)> = Vec::new();
        let mut place = false;
        for (at, kept) in standing.iter().enumerate() {
            let next = standing.get(at + 1);
            let until = next.map(|next| next.what.when(&next.step));
            let when = kept.what.when(&kept.step);
            if !kept.what.place.is_empty() {
                place = true;
            } else if kept.what.changes_hands() {
                place = false;
            }
            let gap = match (kept.what.event.as_str(), next, until) {
                ("missing", _, until) => Some(Gap::Missing(when, until)),
                (_, Some(next), Some(until))
                    if kept.what.leaves() && next.what.event != "taken" =>
                {
                    Some(Gap::Away(when, until))
                }
                (_, next, until) if !kept.what.leaves() && !place => {
                    // Told within the hour it was put somewhere, it was in their hands meanwhile.
                    let soon = until.is_some_and(|until| (until - when).num_minutes() <= 60)
                        && next.is_some();
                    (!soon).then_some(Gap::NoPlace(when, until))
                }
                _ => None,
            };
            gaps.extend(gap.map(|gap| (kept.step.entry, gap)));
        }
        let events = all
            .into_iter()
            .map(|kept| {
                let gap = gaps.iter().find(|(entry, _)| *entry == kept.step.entry);
                (kept, gap.map(|(_, gap)| *gap))
            })
            .collect();
        Way { before, events }
    }

    /// An entry that describes a thing, and every one it took the place of.
    pub fn names_of(&self, described: &Step) -> Vec<EntryId> {
        let mut names = vec![described.entry];
        let mut before: Vec<EntryId> = described.supersedes.clone();
        while let Some(entry) = before.pop() {
            if names.contains(&entry) {
                continue;
            }
            let held = self.held.iter().map(|kept: &Kept<Held>| &kept.step);
            let mut all = held.chain(self.withheld.iter().map(|kept: &Kept<Withheld>| &kept.step));
            if let Some(step) = all.find(|step| step.entry == entry) {
                names.push(entry);
                before.extend(step.supersedes.iter().copied());
            }
        }
        names
    }
}

hide_words!(Held, Passed);

#[cfg(test)]
mod tests;
