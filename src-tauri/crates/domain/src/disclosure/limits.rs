//! What is known of the atoms to whoever has every report.

use std::collections::{BTreeMap, BTreeSet};

use super::Shown;
use super::atoms::{Atom, Atoms};

/// What a figure says of the atoms it is the sum of.
pub(super) struct Limit {
    /// What it is the sum of.
    atoms: Vec<Atom>,
    /// The least and the most it can be.
    range: (u64, u64),
    /// What it is.
    count: u64,
}

impl Limit {
    /// What a figure says. A count that has changed since it was said counts as it is now: whoever knows what was said then knows no
    /// more of it.
    pub(super) fn of(atoms: Vec<Atom>, counts: &Atoms, shown: Shown) -> Self {
        let count = counts.sum(&atoms);
        let range = match shown {
            Shown::Count(_) => (count, count),
            Shown::Below(below) => (count.min(1), count.max(below.saturating_sub(1))),
            Shown::Hidden => (0, u64::MAX),
        };
        Self {
            atoms,
            range,
            count,
        }
    }
}

/// Every limit, and which of them each atom is under.
pub(super) struct Limits {
    all: Vec<Limit>,
    under: BTreeMap<Atom, Vec<usize>>,
}

impl Limits {
    pub(super) fn of(all: Vec<Limit>) -> Self {
        let mut under: BTreeMap<Atom, Vec<usize>> = BTreeMap::new();
        for (at, limit) in all.iter().enumerate() {
            for atom in &limit.atoms {
                under.entry(*atom).or_default().push(at);
            }
        }
        Self { all, under }
    }

    /// Whether every report would say the same if these atoms were one more or one less.
    pub(super) fn allow(&self, change: &[(Atom, i64)], counts: &Atoms) -> bool {
        let less_than_nothing = |(atom, by): &(Atom, i64)| *by < 0 && counts.of(*atom) == 0;
        if change.iter().any(less_than_nothing) {
            return false;
        }
        let touched: BTreeSet<usize> = change
            .iter()
            .flat_map(|(atom, _)| self.under.get(atom).map_or(&[][..], Vec::as_slice))
            .copied()
            .collect();
        touched.into_iter().all(|at| {
            self.all.get(at).is_some_and(|limit| {
                let moved = change
                    .iter()
                    .filter(|(atom, _)| limit.atoms.contains(atom))
                    .map(|(_, by)| by)
                    .sum();
                let count = limit.count.checked_add_signed(moved);
                count.is_some_and(|count| limit.range.0 <= count && count <= limit.range.1)
            })
        })
    }
}
