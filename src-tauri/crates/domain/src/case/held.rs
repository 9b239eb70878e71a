//! Devices and other things that a school holds as evidence: what each is, and whose hands it went through.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, FixedOffset};
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
        // Anybody who writes in a room could have written any time.
        self.at.filter(may_be).unwrap_or(step.written)
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
    /// It was found, and nothing that stands is written of it since.
    Nothing(DateTime<FixedOffset>),
    /// Something is written of it from before it is said to have been found: that, and the finding.
    BeforeFound(DateTime<FixedOffset>, DateTime<FixedOffset>),
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
        let said = |new: &'a str, before: &'a str| if says(new) { new } else { before };
        Self {
            to: said(&passed.to, self.to),
            place: said(&passed.place, if moves { "" } else { self.place }),
        }
    }
}

impl Case {
    /// Things as they are described now, but for those that were written by mistake. One that was described anew on two laptops is here
    /// twice, until somebody joins them.
    pub fn things(&self) -> impl Iterator<Item = &Kept<Held>> {
        let heads = self.held_heads.iter();
        let things = heads.filter_map(|place| self.held.get(*place));
        things.filter(|kept| self.stands(kept))
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

    /// Every entry that describes the same thing: those that began with the same one.
    pub fn names_of(&self, described: &Step) -> Vec<EntryId> {
        let families = Families::of(self.described());
        let own = families.first_of(&described.entry);
        self.described()
            .map(|step| step.entry)
            .filter(|entry| families.first_of(entry) == own)
            .collect()
    }

    /// Every entry that describes a thing, or a withheld item that is on one.
    fn described(&self) -> impl Iterator<Item = &Step> {
        let held = self.held.iter().map(|kept: &Kept<Held>| &kept.step);
        held.chain(self.withheld.iter().map(|kept: &Kept<Withheld>| &kept.step))
    }
}

/// Which entries describe one thing: each with the one that described it first. What an entry takes the place of beside that is another
/// thing, and stays.
struct Families(BTreeMap<EntryId, EntryId>);

impl Families {
    fn of<'a>(described: impl Iterator<Item = &'a Step>) -> Self {
        let before: BTreeMap<EntryId, Option<EntryId>> = described
            .map(|step| (step.entry, step.supersedes.first().copied()))
            .collect();
        let first = |entry: &EntryId| {
            let mut at = *entry;
            // An entry names those before it by their hashes: no way leads back. A bound all the same.
            for _ in 0..before.len() {
                match before.get(&at).copied().flatten() {
                    Some(earlier) if before.contains_key(&earlier) => at = earlier,
                    Some(_) | None => break,
                }
            }
            at
        };
        Self(before.keys().map(|entry| (*entry, first(entry))).collect())
    }

    fn first_of(&self, entry: &EntryId) -> EntryId {
        self.0.get(entry).copied().unwrap_or(*entry)
    }
}

/// Places of descriptions that nothing of the same thing takes the place of.
pub(super) fn heads<T>(all: &[Kept<T>]) -> Vec<usize> {
    let families = Families::of(all.iter().map(|kept| &kept.step));
    let mut gone: BTreeSet<EntryId> = BTreeSet::new();
    for later in all {
        let own = families.first_of(&later.step.entry);
        let earlier = later.step.supersedes.iter();
        gone.extend(earlier.filter(|entry| families.first_of(entry) == own));
    }
    let places = all.iter().enumerate();
    places
        .filter(|(_, kept)| !gone.contains(&kept.step.entry))
        .map(|(place, _)| place)
        .collect()
}

/// Whether a time is one that anybody could mean.
fn may_be(at: &DateTime<FixedOffset>) -> bool {
    (1..=9999).contains(&at.year())
}

/// Whether words say anything: a blank that a screen does not show is no place and nobody.
fn says(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The gap before the first event.
fn before(held: Option<&Held>, first: Option<&Kept<Passed>>) -> Option<Gap> {
    let Some(found) = held?.found.filter(may_be) else {
        return Some(Gap::FoundNotSaid);
    };
    let Some(first) = first.map(|first| first.what.when(&first.step)) else {
        return Some(Gap::Nothing(found));
    };
    match first.cmp(&found) {
        Ordering::Greater => Some(Gap::SinceFound(found, first)),
        Ordering::Less => Some(Gap::BeforeFound(first, found)),
        Ordering::Equal => None,
    }
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
