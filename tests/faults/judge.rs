//! Whether a room still has every word that was acknowledged, and holds together.

use std::collections::BTreeSet;
use std::ops::Range;

use vault::{Room, VaultError, Walk};

use crate::both::plan::Plan;

/// How thoroughly to look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// Every acknowledged word, every signature, the chain.
    Chain,
    /// And what a screen would show, the tables against a rebuild, the pages and indexes of the file.
    Everything,
}

/// Looks at a room in which steps were written and the first `acknowledged` of them confirmed. Gives how many there
/// are: one more is fine, written whole and not yet confirmed. Anything else is said.
pub fn judge(room: &mut Room, plan: &Plan, acknowledged: u64, care: Care) -> Result<u64, String> {
    let entries = room.entries_from(0, u32::MAX).map_err(said)?;
    let words: BTreeSet<&[u8]> = entries
        .iter()
        .flat_map(|entry| entry.parts.iter().flatten())
        .map(|part| part.content())
        .collect();
    for step in 0..acknowledged {
        if !whole(&words, plan, step)? {
            return Err(format!(
                "step {step} of {acknowledged} acknowledged is lost"
            ));
        }
    }
    let there = acknowledged + u64::from(whole(&words, plan, acknowledged)?);
    if there > acknowledged && whole(&words, plan, there)? {
        return Err(format!("step {there} is there before it was asked for"));
    }
    let mut walk = Walk::default();
    while room.walk(&mut walk, 500).map_err(said)? {}
    let mut faults = walk.faults;
    if care == Care::Everything {
        faults.extend(room.check_tables().map_err(said)?);
        faults.extend(room.check_pages().map_err(said)?);
        faults.extend(room.check_index().map_err(said)?);
        shown(room, plan, 0..there)?;
    }
    match faults.first() {
        None => Ok(there),
        Some(fault) => Err(format!("{}: {}", fault.what, fault.say)),
    }
}

/// Whether a step is there with every word; an error when only part of it is.
fn whole(words: &BTreeSet<&[u8]>, plan: &Plan, step: u64) -> Result<bool, String> {
    let said = plan.step(step);
    let there = said
        .iter()
        .filter(|said| words.contains(said.words.as_bytes()))
        .count();
    match there {
        0 => Ok(false),
        all if all == said.len() => Ok(true),
        _ => Err(format!("half of step {step} is there")),
    }
}

/// Whether each of these steps is there as a screen would show it.
pub fn shown(room: &Room, plan: &Plan, steps: Range<u64>) -> Result<(), String> {
    for step in steps {
        for wanted in plan.step(step).iter() {
            let concern = room.concern(wanted.concern).map_err(said)?;
            let mut versions = concern.versions.iter();
            if !versions.any(|version| version.content.account == wanted.words) {
                return Err(format!("step {step} is not shown"));
            }
        }
    }
    Ok(())
}

fn said(error: VaultError) -> String {
    error.to_string()
}
