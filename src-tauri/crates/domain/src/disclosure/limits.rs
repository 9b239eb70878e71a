//! What is known of the atoms to whoever has every report.

use std::collections::HashMap;

use super::atoms::{Atom, Atoms};
use super::{Leaf, Shown};

/// What a figure says of the atoms it is the sum of.
pub(super) struct Limit {
    /// What it is the sum of.
    atoms: Vec<Atom>,
    /// What is said of it.
    shown: Shown,
    /// What it is.
    count: u64,
}

impl Limit {
    /// What a figure says. A count that has changed since it was said counts as it is now.
    pub(super) fn of(atoms: Vec<Atom>, counts: &Atoms, shown: Shown) -> Self {
        let count = counts.sum(&atoms);
        Self {
            atoms,
            shown,
            count,
        }
    }

    /// What was said of it holds still.
    pub(super) fn holds(&self) -> bool {
        match self.shown {
            Shown::Count(said) => said == self.count,
            Shown::Below(below) => (1..below).contains(&self.count),
            Shown::Hidden => true,
        }
    }

    /// Whether the same would be said of another count. Of a small one less is said than this holds it to: that it is not shown.
    fn allows(&self, other: u64) -> bool {
        match self.shown {
            Shown::Count(_) => other == self.count,
            Shown::Below(said) => (1..said).contains(&other) || other == self.count,
            Shown::Hidden => true,
        }
    }
}

/// Every limit, and which of them each atom is under.
pub(super) struct Limits {
    all: Vec<Limit>,
    under: HashMap<Atom, Vec<usize>>,
}

impl Limits {
    pub(super) fn of(all: Vec<Limit>) -> Self {
        let mut under: HashMap<Atom, Vec<usize>> = HashMap::new();
        for (at, limit) in all.iter().enumerate() {
            for atom in &limit.atoms {
                under.entry(*atom).or_default().push(at);
            }
        }
        Self { all, under }
    }

    /// What is said of one of them from now on; gives what was.
    pub(super) fn say(&mut self, at: usize, shown: Shown) -> Shown {
        match self.all.get_mut(at) {
            Some(limit) => std::mem::replace(&mut limit.shown, shown),
            None => shown,
        }
    }

    /// Whether every report would say the same if these atoms were more or less by so many, and there are such days: none has fewer
    /// events than nothing, or more of which something is true than there are.
    pub(super) fn allow(&self, change: &[(Atom, i64)], counts: &Atoms) -> bool {
        let moved = |one: Atom| -> i64 {
            let of = change.iter().filter(|(atom, _)| *atom == one);
            of.map(|(_, by)| by).sum()
        };
        let there = |(atom, _): &(Atom, i64)| {
            let after = |one: Atom| counts.of(one).checked_add_signed(moved(one));
            let (Some(own), Some(all)) = (after(*atom), counts.all_beside(*atom)) else {
                return false;
            };
            let all = after(all).unwrap_or_default();
            match counts.leaves.get(atom.leaf) {
                Some(Leaf::All) => counts
                    .somes_beside(*atom)
                    .all(|some| after(some) <= Some(own)),
                _ => own <= all,
            }
        };
        if !change.iter().all(there) {
            return false;
        }
        // By how much each limit's sum is more or less.
        let mut moved: Vec<(usize, i64)> = Vec::new();
        for (atom, by) in change {
            for at in self.under.get(atom).map_or(&[][..], Vec::as_slice) {
                match moved.iter_mut().find(|(limit, _)| limit == at) {
                    Some((_, sum)) => *sum += by,
                    None => moved.push((*at, *by)),
                }
            }
        }
        moved.into_iter().all(|(at, by)| {
            self.all.get(at).is_some_and(|limit| {
                let count = limit.count.checked_add_signed(by);
                count.is_some_and(|count| limit.allows(count))
            })
        })
    }
}
