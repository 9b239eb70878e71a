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
    /// The last event that stands.
    pub last: Option<&'a Kept<Passed>>,
    /// Who had it last, as far as anybody says.
    pub to: &'a str,
    /// Where it is kept, as far as anybody has said since it last changed hands.
    pub place: &'a str,
}

/// What is known so far of where a thing is.
#[derive(Clone, Copy, Default)]
struct Known<'a> {
    to: &'a str,
    place: &'a str,
}

impl<'a> Known<'a> {
    /// After one more event: what changes hands or is lost is not where it was.
    fn after(self, passed: &'a Passed) -> Self {
        let moves = passed.changes_hands() || passed.event == "missing";
        let said = |new: &'a str, before: &'a str| if new.is_empty() { before } else { new };
        Self {
            to: said(&passed.to, self.to),
            place: said(&passed.place, if moves { "" } else { self.place }),
        }
    }
}

impl Case {
    /// Things as they are described now. One that was described anew on two laptops is here twice, until somebody joins them.
    pub fn things(&self) -> impl Iterator<Item = &Kept<Held>> {
        let heads = self.held_heads.iter();
        heads.filter_map(|place| self.held.get(*place))
    }

    /// What happened to a thing, whichever of its descriptions it was written of.
    pub fn way<'a>(&'a self, described: &Step, held: Option<&Held>) -> Way<'a> {
        let names = self.names_of(described);
        let of_it = |kept: &&Kept<Passed>| {
            let mut about = kept.step.supersedes.iter();
            about.any(|entry| names.contains(entry))
        };
        let mut all: Vec<&Kept<Passed>> = self.passed.iter().filter(of_it).collect();
        all.sort_by_key(|kept| kept.what.when(&kept.step));
        let standing: Vec<&Kept<Passed>> = all
            .iter()
            .copied()
            .filter(|kept| self.stands(kept))
            .collect();
        let mut known = Known::default();
        let mut gaps: Vec<(EntryId, Gap)> = Vec::new();
        for (at, kept) in standing.iter().enumerate() {
            known = known.after(&kept.what);
            let next = standing.get(at + 1).copied();
            let gap = gap(kept, next, !known.place.is_empty());
            gaps.extend(gap.map(|gap| (kept.step.entry, gap)));
        }
        let gap_after = |kept: &Kept<Passed>| {
            let found = gaps.iter().find(|(entry, _)| *entry == kept.step.entry);
            found.map(|(_, gap)| *gap)
        };
        Way {
            before: before(held, standing.first().copied()),
            events: all
                .into_iter()
                .map(|kept| (kept, gap_after(kept)))
                .collect(),
            last: standing.last().copied(),
            to: known.to,
            place: known.place,
        }
    }

    /// Every entry that describes the same thing: what it took the place of, and what else took the place of that.
    pub fn names_of(&self, described: &Step) -> Vec<EntryId> {
        let held = self.held.iter().map(|kept: &Kept<Held>| &kept.step);
        let withheld = self.withheld.iter().map(|kept: &Kept<Withheld>| &kept.step);
        let all: Vec<&Step> = held.chain(withheld).collect();
        let mut names = vec![described.entry];
        loop {
            let joined = |step: &&&Step| {
                !names.contains(&step.entry)
                    && (step.supersedes.iter().any(|entry| names.contains(entry))
                        || all.iter().any(|known| {
                            names.contains(&known.entry) && known.supersedes.contains(&step.entry)
                        }))
            };
            match all.iter().find(joined) {
                Some(step) => names.push(step.entry),
                None => return names,
            }
        }
    }
}

/// The gap before the first event.
fn before(held: Option<&Held>, first: Option<&Kept<Passed>>) -> Option<Gap> {
    let Some(found) = held?.found else {
        return Some(Gap::FoundNotSaid);
    };
    let first = first.map(|first| first.what.when(&first.step))?;
    (first > found).then_some(Gap::SinceFound(found, first))
}

/// The gap after an event.
fn gap(kept: &Kept<Passed>, next: Option<&Kept<Passed>>, placed: bool) -> Option<Gap> {
    let when = kept.what.when(&kept.step);
    let until = next.map(|next| next.what.when(&next.step));
    if kept.what.event == "missing" {
        return Some(Gap::Missing(when, until));
    }
    if kept.what.leaves() {
        let back = next.is_none_or(|next| next.what.event == "taken");
        return until.filter(|_| !back).map(|until| Gap::Away(when, until));
    }
    // Told within the hour that it was put somewhere, it was in their hands meanwhile.
    let soon = until.is_some_and(|until| (until - when).num_minutes() <= IN_HAND);
    (!placed && !soon).then_some(Gap::NoPlace(when, until))
}

/// So long, in minutes, a thing is in somebody's hands without anybody saying where it is kept.
const IN_HAND: i64 = 60;

hide_words!(Held, Passed);

#[cfg(test)]
mod tests;
