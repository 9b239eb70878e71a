//! Which figures of a report can be said.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::another_world::{Sum, could_differ};
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
/// `below` is said of none. `events` are those of all days that [`reach`] gives. Many reports of days that overlap take long to be held
/// against one another: `go_on` is told how many sums were looked at of how many, and nothing comes of it once that says no.
pub fn protect(
    figures: &[Figure],
    before: &[Published],
    events: &[Event],
    below: u64,
    go_on: &dyn Fn(usize, usize) -> bool,
) -> Option<Vec<Shown>> {
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
    let first = |atoms: &Vec<Atom>| Shown::alone(counts.sum(atoms), below);
    let mut shown: Vec<Shown> = atoms.iter().map(first).collect();
    let known = Known {
        counts: &counts,
        figures: &atoms,
        before: &before,
        below,
    };
    let mut all = known.limits(&shown, |_| true);
    let mut held = known.limits(&shown, Limit::holds);
    let told = known.limits(&[], |_| true);
    let still = known.limits(&[], Limit::holds);
    // Saying less makes nothing known: what was safe stays so, and each is looked at once.
    let sums = small(&known, figures);
    let many = sums.len();
    for (done, exposed) in sums.into_iter().enumerate() {
        if !go_on(done, many) {
            return None;
        }
        if could_differ(&exposed, &counts, &all) || known.was_said(&exposed) {
            continue;
        }
        // Where earlier reports leave no other world because of a count that has changed since, what they said of it is no limit of
        // what it is now.
        let changed =
            !could_differ(&exposed, &counts, &told) && could_differ(&exposed, &counts, &still);
        let said = match changed {
            true => &mut held,
            false => &mut all,
        };
        let mut hide: Vec<usize> = Vec::new();
        while !could_differ(&exposed, &counts, said) {
            let candidates = candidates(figures, &atoms, &shown, &counts, &exposed);
            let mut clears = candidates.iter().filter(|at| {
                let was = said.say(**at, Shown::Hidden);
                let clear = could_differ(&exposed, &counts, said);
                said.say(**at, was);
                clear
            });
            let Some(at) = clears.next().or(candidates.first()).copied() else {
                break;
            };
            said.say(at, Shown::Hidden);
            if let Some(one) = shown.get_mut(at) {
                *one = Shown::Hidden;
            }
            hide.push(at);
        }
        for at in hide {
            all.say(at, Shown::Hidden);
            held.say(at, Shown::Hidden);
        }
    }
    Some(shown)
}

/// What is at hand while a report is looked through.
struct Known<'a> {
    counts: &'a Atoms,
    figures: &'a [Vec<Atom>],
    before: &'a [&'a Published],
    below: u64,
}

impl Known<'_> {
    /// Whether an earlier report says in full what a sum is: that cannot be taken back.
    fn was_said(&self, exposed: &Sum) -> bool {
        let count: i64 = exposed
            .iter()
            .map(|(atom, times)| times * self.counts.of(*atom) as i64)
            .sum();
        let mut said = self
            .before
            .iter()
            .filter(|one| matches!(one.shown, Shown::Count(said) if said as i64 == count));
        said.any(|one| {
            let atoms = self.counts.within(&one.of, one.days, one.site.as_deref());
            atoms.len() == exposed.len()
                && exposed
                    .iter()
                    .all(|(atom, times)| *times == 1 && atoms.contains(atom))
        })
    }

    /// What the new figures say, in their order, and after them what was said before, as far as it is wanted.
    fn limits(&self, shown: &[Shown], wanted: impl Fn(&Limit) -> bool) -> Limits {
        let new = self.figures.iter().zip(shown);
        let new = new.map(|(atoms, shown)| Limit::of(atoms.clone(), self.counts, *shown));
        let old = self.before.iter().map(|one| {
            let atoms = self.counts.within(&one.of, one.days, one.site.as_deref());
            Limit::of(atoms, self.counts, one.shown)
        });
        Limits::of(new.chain(old.filter(wanted)).collect())
    }
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
    all.insert(Leaf::All);
    let cells = events.iter().flat_map(|event| &event.leaves);
    all.extend(
        cells
            .filter(|leaf| matches!(leaf, Leaf::Part { table, .. } if tables.contains(table)))
            .cloned(),
    );
    all
}

/// Every count that is small: of any leaf and of whatever any figure of any report counts, at each site and in all days between the
/// days of two; of what is left of one of these where another is taken off that it holds; and of what is left of one figure where
/// another of fewer days or of one site is taken off.
fn small(known: &Known<'_>, figures: &[Figure]) -> Vec<Sum> {
    let counts = known.counts;
    let all = every_figure(known, figures);
    let is_small = |count: u64| (1..known.below).contains(&count);
    let mut found: BTreeSet<Sum> = BTreeSet::new();
    let mut kinds: BTreeSet<Vec<usize>> = all.iter().map(|one| counts.places(&one.of)).collect();
    kinds.extend((0..counts.leaves.len()).map(|leaf| vec![leaf]));
    kinds.remove(&Vec::new());
    let kinds: Vec<Vec<usize>> = kinds.into_iter().collect();
    let everything = counts.all();
    let holds = |whole: &[usize], part: &[usize]| {
        whole != part
            && (everything.is_some_and(|all| whole == [all])
                || part.iter().all(|leaf| whole.contains(leaf)))
    };
    let nested: Vec<(usize, usize)> = (0..kinds.len())
        .flat_map(|whole| (0..kinds.len()).map(move |part| (whole, part)))
        .filter(
            |(whole, part)| match (kinds.get(*whole), kinds.get(*part)) {
                (Some(whole), Some(part)) => holds(whole, part),
                _ => false,
            },
        )
        .collect();
    for span in counts.spans() {
        let sums: Vec<u64> = kinds.iter().map(|of| counts.total(of, span)).collect();
        for (of, sum) in kinds.iter().zip(&sums) {
            if is_small(*sum) {
                found.insert(counts.in_span(of, span).map(|atom| (atom, 1)).collect());
            }
        }
        for (whole, part) in &nested {
            let (Some(sum), Some(less)) = (sums.get(*whole), sums.get(*part)) else {
                continue;
            };
            if sum.checked_sub(*less).is_some_and(is_small)
                && let (Some(whole), Some(part)) = (kinds.get(*whole), kinds.get(*part))
            {
                let whole = counts.in_span(whole, span).collect::<Vec<_>>();
                let part = counts.in_span(part, span).collect::<Vec<_>>();
                found.insert(left(&whole, &part));
            }
        }
    }
    let sums: Vec<u64> = all.iter().map(|one| counts.sum(&one.atoms)).collect();
    for (whole, sum) in all.iter().zip(&sums) {
        for (part, less) in all.iter().zip(&sums) {
            if sum.checked_sub(*less).is_some_and(is_small) && whole.holds(part) {
                found.insert(left(&whole.atoms, &part.atoms));
            }
        }
    }
    found.into_iter().collect()
}

/// What is left of one sum where another is taken off. What is on both sides is nothing.
fn left(whole: &[Atom], part: &[Atom]) -> Sum {
    let part: BTreeSet<Atom> = part.iter().copied().collect();
    let own: BTreeSet<Atom> = whole.iter().copied().collect();
    let mut left: Sum = own.difference(&part).map(|atom| (*atom, 1)).collect();
    left.extend(part.difference(&own).map(|atom| (*atom, -1)));
    left.sort_unstable();
    left
}

/// What each figure of each report counts, each once.
fn every_figure(known: &Known<'_>, figures: &[Figure]) -> Vec<Counted> {
    let said = |of: &[Leaf], days, site: Option<&str>| {
        let mut of = of.to_vec();
        of.sort_unstable();
        Counted {
            atoms: known.counts.within(&of, days, site),
            of,
            days,
            site: site.map(str::to_owned),
        }
    };
    let new = figures
        .iter()
        .map(|one| said(&one.of, one.days, one.site.as_deref()));
    let old = known.before.iter();
    let old = old.map(|one| said(&one.of, one.days, one.site.as_deref()));
    let mut all: Vec<Counted> = new.chain(old).collect();
    all.sort_unstable_by(|a, b| a.key().cmp(&b.key()));
    all.dedup_by(|a, b| a.key() == b.key());
    all
}

/// A figure of any report with its atoms.
struct Counted {
    of: Vec<Leaf>,
    days: Days,
    site: Option<String>,
    atoms: Vec<Atom>,
}

impl Counted {
    fn key(&self) -> (&[Leaf], Days, Option<&str>) {
        (&self.of, self.days, self.site.as_deref())
    }

    /// Whether what another figure counts is among what this one does.
    fn holds(&self, other: &Self) -> bool {
        let days = self.days.from <= other.days.from && other.days.to <= self.days.to;
        let site = self.site.is_none() || self.site == other.site;
        let of = || self.of == [Leaf::All] || other.of.iter().all(|leaf| self.of.contains(leaf));
        days && site && of()
    }
}

/// The figures by which a small count is given away, the one whose loss costs least first: of the same leaf, then of its table, and all
/// of them last; among those, the last. How large they are plays no part: that one was hidden and another not would say which is larger.
fn candidates(
    figures: &[Figure],
    atoms: &[Vec<Atom>],
    shown: &[Shown],
    counts: &Atoms,
    exposed: &Sum,
) -> Vec<usize> {
    let leaves = exposed
        .iter()
        .filter_map(|(atom, _)| counts.leaves.get(atom.leaf));
    let leaf = leaves.clone().find(|leaf| **leaf != Leaf::All);
    let leaf = leaf.or(leaves.clone().next());
    let mut found: Vec<(bool, bool, u8, Reverse<usize>)> = Vec::new();
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
                .any(|(atom, _)| atom.site == one.site && atom.stretch == one.stretch)
        });
        let Some(of) = figure.of.first() else {
            continue;
        };
        let rank = match (of, leaf) {
            (own, Some(leaf)) if own == leaf && own != &Leaf::All => 1,
            (Leaf::Part { table, .. }, Some(Leaf::Part { table: its, .. })) if table == its => 0,
            (Leaf::All, Some(_)) => 3,
            (Leaf::Part { .. }, Some(Leaf::Part { .. } | Leaf::All)) => 2,
            _ => continue,
        };
        // What is only said to be small, and what there is none of, goes after what is said in full.
        let count = counts.sum(own);
        let last = matches!(shown, Shown::Below(_)) || count == 0;
        found.push((last, elsewhere, rank, Reverse(at)));
    }
    found.sort_unstable();
    found.into_iter().map(|(_, _, _, at)| at.0).collect()
}
