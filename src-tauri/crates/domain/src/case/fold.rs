//! From the entries about a concern to its case.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use super::{
    ACTION_ENDED, ACTION_SET, Action, ActionEnd, DECIDED, Decision, ESCALATED, Escalated,
    FOR_PUPIL_SET, ForPupil, HELD, Held, PART_ACTION, PART_DECISION, PART_END, PART_ESCALATED,
    PART_FOR_PUPIL, PART_HELD, PART_ITEM, PART_PASSED, PART_REFERRAL, PART_REPLY, PART_RESPONDED,
    PART_SIGNIFICANCE, PART_STANDING, PART_STRUCK, PART_TAKEN, PART_TOLD, PASSED, Passed, REFERRED,
    REPLIED, RESPONDED, Referral, Reply, Responded, SIGNIFICANCE_SET, STANDING_SET, STRUCK,
    Significance, Standing, Struck, TAKEN, TOLD, Taken, Told, WITHHELD, Withheld,
};
use crate::buildup::{BUILDUP_SET_ASIDE, PART_BUILDUP, SetAside};
use crate::concern::PART_REASON;
use crate::id::PupilId;
use crate::step::{EntryId, Step, heads};

/// Something an entry says, with the entry.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept<T> {
    /// What it says.
    pub what: T,
    /// Why it took the place of another, where a reason was given.
    pub reason: String,
    /// The entry.
    pub step: Step,
}

impl<T> std::fmt::Debug for Kept<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kept")
    }
}

/// Everything done about a concern, each list oldest first.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Case {
    /// Where it stood, every time somebody said so.
    pub standings: Vec<Kept<Standing>>,
    /// Places in `standings` that nothing takes the place of. More than one: said twice, both hold.
    pub standing_heads: Vec<usize>,
    /// Steps taken.
    pub taken: Vec<Kept<Taken>>,
    /// Things to do as they hold now, each with every time somebody said it had come to its end. One that was set anew
    /// is here once.
    pub actions: Vec<(Kept<Action>, Vec<Kept<ActionEnd>>)>,
    /// Decisions.
    pub decisions: Vec<Kept<Decision>>,
    /// Referrals, each with every answer.
    pub referrals: Vec<(Kept<Referral>, Vec<Kept<Reply>>)>,
    /// Items that were not taken in, every time one was described.
    pub withheld: Vec<Kept<Withheld>>,
    /// Places in `withheld` that nothing takes the place of. Two that took the place of one both hold.
    pub withheld_heads: Vec<usize>,
    /// Devices and other things the school holds or held, every time one was described.
    pub held: Vec<Kept<Held>>,
    /// Places in `held` that nothing takes the place of. Two that took the place of one both hold.
    pub held_heads: Vec<usize>,
    /// What happened to such things, and to devices with withheld items on them.
    pub passed: Vec<Kept<Passed>>,
    /// Steps up the ladder, each naming the referral it is about.
    pub escalations: Vec<Kept<Escalated>>,
    /// What was said of what is significant.
    pub significances: Vec<Kept<Significance>>,
    /// What was said of single pupils.
    pub for_pupils: Vec<Kept<ForPupil>>,
    /// Who was asked to look since it was passed on.
    pub told: Vec<Kept<Told>>,
    /// Build-ups that rested on it and were set aside.
    pub set_aside: Vec<Kept<SetAside>>,
    /// What was done about behaviours, beside what the school's tables say.
    pub responses: Vec<Kept<Responded>>,
    /// What was said of steps that were written by mistake.
    pub strikes: Vec<Kept<Struck>>,
    /// The one step that each strike is about. A strike that names no step or several is not in it, and counts for none.
    strike_of: BTreeMap<EntryId, EntryId>,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Case")
    }
}

const KINDS: [&str; 17] = [
    STANDING_SET,
    TAKEN,
    ACTION_SET,
    ACTION_ENDED,
    DECIDED,
    REFERRED,
    REPLIED,
    WITHHELD,
    HELD,
    PASSED,
    ESCALATED,
    SIGNIFICANCE_SET,
    FOR_PUPIL_SET,
    TOLD,
    BUILDUP_SET_ASIDE,
    STRUCK,
    RESPONDED,
];

/// Whether a step belongs to the case, in a version this program reads.
pub fn is_step(step: &Step) -> bool {
    step.kind_version == 1 && KINDS.contains(&step.kind.as_str())
}

/// Folds the steps about one concern, given in the order of the history. Others than those of a case are passed over.
pub fn fold(steps: &[Step]) -> Case {
    let standings = kept::<Standing>(steps, STANDING_SET, PART_STANDING);
    let ends = kept::<ActionEnd>(steps, ACTION_ENDED, PART_END);
    let replies = kept::<Reply>(steps, REPLIED, PART_REPLY);
    let actions = kept::<Action>(steps, ACTION_SET, PART_ACTION);
    let actions_now = holding(&actions);
    let withheld = kept::<Withheld>(steps, WITHHELD, PART_ITEM);
    let held = kept::<Held>(steps, HELD, PART_HELD);
    let strikes = kept::<Struck>(steps, STRUCK, PART_STRUCK);
    Case {
        strike_of: strike_of(steps, &strikes),
        strikes,
        withheld_heads: super::held::heads(&withheld),
        withheld,
        held_heads: super::held::heads(&held),
        held,
        passed: kept(steps, PASSED, PART_PASSED),
        standing_heads: holding(&standings),
        standings,
        taken: kept(steps, TAKEN, PART_TAKEN),
        actions: actions
            .into_iter()
            .enumerate()
            .filter(|(place, _)| actions_now.contains(place))
            .map(|(_, action)| {
                let of_it = |end: &&Kept<ActionEnd>| about(&end.step, &action.step.entry);
                let ends = ends.iter().filter(of_it).cloned().collect();
                (action, ends)
            })
            .collect(),
        decisions: kept(steps, DECIDED, PART_DECISION),
        referrals: kept::<Referral>(steps, REFERRED, PART_REFERRAL)
            .into_iter()
            .map(|referral| {
                let answers = replies
                    .iter()
                    .filter(|reply| about(&reply.step, &referral.step.entry))
                    .cloned()
                    .collect();
                (referral, answers)
            })
            .collect(),
        escalations: kept(steps, ESCALATED, PART_ESCALATED),
        significances: kept(steps, SIGNIFICANCE_SET, PART_SIGNIFICANCE),
        for_pupils: kept(steps, FOR_PUPIL_SET, PART_FOR_PUPIL),
        told: kept(steps, TOLD, PART_TOLD),
        set_aside: kept(steps, BUILDUP_SET_ASIDE, PART_BUILDUP),
        responses: kept(steps, RESPONDED, PART_RESPONDED),
    }
}

/// Which step each strike is about: the only one it names that is no strike. A strike that is not here yet or cannot be read
/// is told by its kind, so that naming it takes no force from the one that does.
fn strike_of(steps: &[Step], strikes: &[Kept<Struck>]) -> BTreeMap<EntryId, EntryId> {
    let others: BTreeSet<EntryId> = steps
        .iter()
        .filter(|step| step.kind != STRUCK)
        .map(|step| step.entry)
        .collect();
    let mut found = BTreeMap::new();
    for strike in strikes {
        let named: BTreeSet<EntryId> = strike.step.supersedes.iter().copied().collect();
        let mut about = named.intersection(&others);
        if let (Some(only), None) = (about.next(), about.next()) {
            found.insert(strike.step.entry, *only);
        }
    }
    found
}

pub(crate) fn kept<T: DeserializeOwned>(steps: &[Step], kind: &str, part: &str) -> Vec<Kept<T>> {
    steps
        .iter()
        .filter(|step| step.kind == kind && step.kind_version == 1)
        .filter_map(|step| {
            Some(Kept {
                what: step.json(part)?,
                reason: step.text(PART_REASON),
                step: step.clone(),
            })
        })
        .collect()
}

pub(crate) fn holding<T>(all: &[Kept<T>]) -> Vec<usize> {
    let held = heads(
        all.iter()
            .map(|kept| (kept.step.entry, kept.step.supersedes.as_slice())),
    );
    (0..all.len())
        .filter(|place| {
            all.get(*place)
                .is_some_and(|kept| held.contains(&kept.step.entry))
        })
        .collect()
}

/// As [`holding`], where only what is about the same thing takes the place of another: whatever an entry names besides stays.
pub(crate) fn holding_of_same<T>(all: &[Kept<T>], same: impl Fn(&T, &T) -> bool) -> Vec<usize> {
    let by_entry: BTreeMap<EntryId, &T> = all
        .iter()
        .map(|kept| (kept.step.entry, &kept.what))
        .collect();
    let mut gone: BTreeSet<EntryId> = BTreeSet::new();
    for later in all {
        for entry in &later.step.supersedes {
            if by_entry
                .get(entry)
                .is_some_and(|earlier| same(earlier, &later.what))
            {
                gone.insert(*entry);
            }
        }
    }
    all.iter()
        .enumerate()
        .filter(|(_, kept)| !gone.contains(&kept.step.entry))
        .map(|(place, _)| place)
        .collect()
}

fn about(step: &Step, entry: &EntryId) -> bool {
    step.supersedes.contains(entry)
}

impl Case {
    /// Where it stands now, if anybody said so: the last that holds, in the order of the history.
    pub fn standing(&self) -> Option<&Kept<Standing>> {
        self.standing_heads
            .last()
            .and_then(|place| self.standings.get(*place))
    }

    /// Entries that a new standing takes the place of.
    pub fn standing_entries(&self) -> Vec<EntryId> {
        self.standing_heads
            .iter()
            .filter_map(|place| self.standings.get(*place))
            .map(|kept| kept.step.entry)
            .collect()
    }

    /// Items that were not taken in, as they are described now.
    pub fn items(&self) -> impl Iterator<Item = &Kept<Withheld>> {
        self.withheld_heads
            .iter()
            .filter_map(|place| self.withheld.get(*place))
    }

    /// Things still to be done.
    pub fn to_do(&self) -> impl Iterator<Item = &Kept<Action>> {
        self.actions
            .iter()
            .filter(|(action, ends)| {
                self.stands(action) && !ends.iter().any(|end| self.stands(end))
            })
            .map(|(action, _)| action)
    }

    /// Decisions that stand.
    pub fn decided(&self) -> impl DoubleEndedIterator<Item = &Kept<Decision>> {
        self.decisions.iter().filter(|kept| self.stands(kept))
    }

    /// Referrals that stand, each with the answers that do.
    pub fn referred(
        &self,
    ) -> impl DoubleEndedIterator<Item = (&Kept<Referral>, Vec<&Kept<Reply>>)> {
        let stands = |(referral, _): &&(Kept<Referral>, _)| self.stands(referral);
        self.referrals
            .iter()
            .filter(stands)
            .map(|(referral, replies)| {
                let replies = replies.iter().filter(|reply| self.stands(reply));
                (referral, replies.collect())
            })
    }

    /// That a step was written by mistake. Where two laptops disagree it stands: nothing is put away that somebody relies on.
    pub fn struck(&self, entry: &EntryId) -> Option<&Kept<Struck>> {
        let mut heads = self.strike_heads(entry);
        match heads.all(|kept| kept.what.struck) {
            true => self.strike_heads(entry).last(),
            false => None,
        }
    }

    /// What holds of what was said about whether one step was written by mistake.
    pub fn strike_heads(&self, entry: &EntryId) -> impl Iterator<Item = &Kept<Struck>> {
        let of_it: Vec<&Kept<Struck>> = self
            .strikes
            .iter()
            .filter(|kept| self.strike_of.get(&kept.step.entry) == Some(entry))
            .collect();
        // A strike of another step takes nothing away here, whatever it names.
        let gone: BTreeSet<EntryId> = of_it
            .iter()
            .flat_map(|kept| kept.step.supersedes.iter().copied())
            .collect();
        of_it
            .into_iter()
            .filter(move |kept| !gone.contains(&kept.step.entry))
    }

    /// Which step a strike is about.
    pub fn struck_step(&self, strike: &EntryId) -> Option<&EntryId> {
        self.strike_of.get(strike)
    }

    /// Whether something counts.
    pub fn stands<T>(&self, kept: &Kept<T>) -> bool {
        self.strikes.is_empty() || self.struck(&kept.step.entry).is_none()
    }

    /// What holds of what was said about one thing: a step by its entry in hexadecimal, or the concern itself.
    pub fn significance_heads<'a>(
        &'a self,
        of: &'a str,
    ) -> impl Iterator<Item = &'a Kept<Significance>> {
        let held = holding_of_same(&self.significances, |one, other| one.of == other.of);
        held.into_iter()
            .filter_map(|place| self.significances.get(place))
            .filter(move |kept| kept.what.of == of)
    }

    /// Why something is significant: the last that holds and says so. Where two laptops disagree it stays significant.
    pub fn significant<'a>(&'a self, of: &'a str) -> Option<&'a Kept<Significance>> {
        self.significance_heads(of)
            .filter(|kept| kept.what.significant)
            .last()
    }

    /// Whether anything in it is significant now. A mark on a step that was struck counts no more than the step does.
    pub fn any_significant(&self) -> bool {
        let steps: BTreeSet<&EntryId> = self.strike_of.values().collect();
        let struck: BTreeSet<String> = steps
            .into_iter()
            .filter(|entry| self.struck(entry).is_some())
            .map(hex)
            .collect();
        self.significances
            .iter()
            .filter(|kept| !struck.contains(&kept.what.of))
            .any(|kept| self.significant(&kept.what.of).is_some())
    }

    /// What holds of what was said about one pupil.
    pub fn for_pupil_heads(&self, pupil: PupilId) -> impl Iterator<Item = &Kept<ForPupil>> {
        let held = holding_of_same(&self.for_pupils, |one, other| one.pupil == other.pupil);
        held.into_iter()
            .filter_map(|place| self.for_pupils.get(place))
            .filter(move |kept| kept.what.pupil == pupil)
    }

    /// That it is over for one pupil. Where two laptops disagree it goes on: nothing is put away that somebody still works on.
    pub fn closed_for(&self, pupil: PupilId) -> Option<&Kept<ForPupil>> {
        let mut heads = self.for_pupil_heads(pupil);
        match heads.all(|kept| kept.what.closed) {
            true => self.for_pupil_heads(pupil).last(),
            false => None,
        }
    }

    /// Steps up the ladder about one referral that stand, oldest first.
    pub fn escalations_of<'a>(
        &'a self,
        referral: &'a Kept<Referral>,
    ) -> impl Iterator<Item = &'a Kept<Escalated>> {
        self.escalations
            .iter()
            .filter(|kept| about(&kept.step, &referral.step.entry) && self.stands(kept))
    }

    /// Referrals that nobody has answered.
    pub fn unanswered(&self) -> impl Iterator<Item = &Kept<Referral>> {
        self.referred()
            .filter(|(_, replies)| replies.is_empty())
            .map(|(referral, _)| referral)
    }
}

/// An entry as a mark names it.
fn hex(entry: &EntryId) -> String {
    entry.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
