//! Which figures of a report can be said.

use std::collections::BTreeSet;

use super::another_world::could_differ;
use super::atoms::{Atom, Atoms};
use super::limits::{Limit, Limits};
use super::{Days, Event, Figure, Leaf, Published, Shown};

/// The days that what is said before reaches to from some days, through reports that overlap: events of all of them must be counted.
pub fn reach(days: &[Days], before: &[Published]) -> Vec<Days> {
    let mut reached: Vec<Days> = days.to_vec();
    let mut left: Vec<Days> = before.iter().map(|one| one.days).collect();
    loop {
        let (met, rest): (Vec<Days>, Vec<Days>) = left
            .into_iter()
            .partition(|one| reached.iter().any(|days| days.meets(*one)));
        if met.is_empty() {
            reached.sort_unstable();
            reached.dedup();
            return reached;
        }
        reached.extend(met);
        left = rest;
    }
}

/// What can be said of each figure of a new report, in their order, beside everything that was said before; a count from 1 up to
/// `below` is said of none. `events` are those of all days that [`reach`] gives.
pub fn protect(
    figures: &[Figure],
    before: &[Published],
    events: &[Event],
    below: u64,
) -> Vec<Shown> {
    let asked: Vec<Days> = figures.iter().map(|figure| figure.days).collect();
    let reached = reach(&asked, before);
    let before: Vec<&Published> = before
        .iter()
        .filter(|one| reached.contains(&one.days))
        .collect();
    let counts = Atoms::count(leaves(figures, &before, events), &reached, events);
    let atoms: Vec<Vec<Atom>> = figures
        .iter()
        .map(|figure| counts.within(&figure.of, figure.days, figure.site.as_deref()))
        .collect();
    let mut shown: Vec<Shown> = atoms
        .iter()
        .map(|atoms| Shown::alone(counts.sum(atoms), below))
        .collect();
    // Saying less makes nothing known: what was safe stays so, and each is looked at once.
    for exposed in small(&counts, &atoms, &before, below) {
        loop {
            let said = limits(&counts, &atoms, &shown, &before);
            if could_differ(&exposed, &counts, &said) {
                break;
            }
            let candidates = candidates(figures, &atoms, &shown, &counts, &exposed);
            let clears = |at: &&usize| {
                let tried = hidden(&shown, **at);
                could_differ(&exposed, &counts, &limits(&counts, &atoms, &tried, &before))
            };
            let Some(at) = candidates.iter().find(clears).or(candidates.first()) else {
                break;
            };
            shown = hidden(&shown, *at);
        }
    }
    shown
}

/// The leaves of the figures, of what was said, and the other cells of their tables: they add up.
fn leaves(figures: &[Figure], before: &[&Published], events: &[Event]) -> BTreeSet<Leaf> {
    let figures = figures.iter().flat_map(|figure| &figure.of);
    let mut all: BTreeSet<Leaf> = figures
        .chain(before.iter().flat_map(|one| &one.of))
        .cloned()
        .collect();
    let tables: BTreeSet<String> = all
        .iter()
        .filter_map(|leaf| match leaf {
            Leaf::Part { table, .. } => Some(table.clone()),
            Leaf::All | Leaf::Some { .. } => None,
        })
        .collect();
    if !tables.is_empty() {
        all.insert(Leaf::All);
    }
    let cells = events.iter().flat_map(|event| &event.leaves);
    all.extend(
        cells
            .filter(|leaf| matches!(leaf, Leaf::Part { table, .. } if tables.contains(table)))
            .cloned(),
    );
    all
}

/// Every count that is small: of any figure of any report, and of what lies between the days of two.
fn small(
    counts: &Atoms,
    figures: &[Vec<Atom>],
    before: &[&Published],
    below: u64,
) -> Vec<Vec<Atom>> {
    let said = before
        .iter()
        .map(|one| counts.within(&one.of, one.days, one.site.as_deref()));
    let all: BTreeSet<Vec<Atom>> = counts
        .sums()
        .chain(said)
        .chain(figures.iter().cloned())
        .filter(|atoms| (1..below).contains(&counts.sum(atoms)))
        .collect();
    all.into_iter().collect()
}

fn limits(counts: &Atoms, figures: &[Vec<Atom>], shown: &[Shown], before: &[&Published]) -> Limits {
    let new = figures
        .iter()
        .zip(shown)
        .map(|(atoms, shown)| Limit::of(atoms.clone(), counts, *shown));
    let old = before.iter().map(|one| {
        let atoms = counts.within(&one.of, one.days, one.site.as_deref());
        Limit::of(atoms, counts, one.shown)
    });
    Limits::of(new.chain(old).collect())
}

/// The figures by which a small count is given away, the one whose loss costs least first: of the same leaf, then of its table, and all
/// of them last; among those, the smallest.
fn candidates(
    figures: &[Figure],
    atoms: &[Vec<Atom>],
    shown: &[Shown],
    counts: &Atoms,
    exposed: &[Atom],
) -> Vec<usize> {
    let leaf = exposed
        .first()
        .and_then(|atom| counts.leaves.get(atom.leaf));
    let mut found: Vec<(bool, bool, u8, u64, usize)> = Vec::new();
    for (at, figure) in figures.iter().enumerate() {
        let (Some(own), Some(shown)) = (atoms.get(at), shown.get(at)) else {
            continue;
        };
        if *shown == Shown::Hidden || own.is_empty() {
            continue;
        }
        let elsewhere = !own.iter().any(|one| {
            exposed
                .iter()
                .any(|atom| atom.site == one.site && atom.stretch == one.stretch)
        });
        let Some(of) = figure.of.first() else {
            continue;
        };
        let rank = match (of, leaf) {
            (own, Some(leaf)) if own == leaf && own != &Leaf::All => 1,
            (Leaf::Part { table, .. }, Some(Leaf::Part { table: its, .. })) if table == its => 0,
            (Leaf::All, Some(Leaf::Part { .. } | Leaf::All)) => 3,
            (Leaf::Part { .. }, Some(Leaf::Part { .. } | Leaf::All)) => 2,
            _ => continue,
        };
        // What is only said to be small, and what there is none of, goes after what is said in full.
        let count = counts.sum(own);
        let last = matches!(shown, Shown::Below(_)) || count == 0;
        found.push((last, elsewhere, rank, count, at));
    }
    found.sort_unstable();
    found.into_iter().map(|(_, _, _, _, at)| at).collect()
}

fn hidden(shown: &[Shown], at: usize) -> Vec<Shown> {
    let mut shown = shown.to_vec();
    if let Some(one) = shown.get_mut(at) {
        *one = Shown::Hidden;
    }
    shown
}
