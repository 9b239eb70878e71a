//! Counts cut so fine that every figure is a sum of them: of one leaf, at one site, between two days at which some figure begins or
//! ends.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Days, Event, Leaf};

/// Where an atom is: a leaf, a site, a stretch of days, each by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Atom {
    pub(super) leaf: usize,
    pub(super) site: usize,
    pub(super) stretch: usize,
}

/// Every atom with its count.
pub(super) struct Atoms {
    pub(super) leaves: Vec<Leaf>,
    pub(super) sites: Vec<String>,
    pub(super) stretches: Vec<Days>,
    counts: Vec<u64>,
    /// Of each leaf and site, how many there were before each stretch, and after the last.
    sums: Vec<u64>,
}

impl Atoms {
    /// Counts events by the days and leaves that are of interest.
    pub(super) fn count(leaves: BTreeSet<Leaf>, days: &[Days], events: &[Event]) -> Self {
        let leaves: Vec<Leaf> = leaves.into_iter().collect();
        let mut sites: Vec<String> = events.iter().map(|event| event.site.clone()).collect();
        sites.sort_unstable();
        sites.dedup();
        let mut atoms = Self {
            counts: Vec::new(),
            sums: Vec::new(),
            stretches: stretches(days),
            leaves,
            sites,
        };
        atoms.counts = vec![0; atoms.leaves.len() * atoms.sites.len() * atoms.stretches.len()];
        let places: BTreeMap<Leaf, usize> = atoms.leaves.iter().cloned().zip(0..).collect();
        for event in events {
            let stretch = atoms.stretches.partition_point(|days| days.to < event.day);
            let there = atoms.stretches.get(stretch);
            let (Some(true), Ok(site)) = (
                there.map(|days| days.holds(event.day)),
                atoms.sites.binary_search(&event.site),
            ) else {
                continue;
            };
            let own = event.leaves.iter().filter(|leaf| **leaf != Leaf::All);
            let own = own.chain(std::iter::once(&Leaf::All));
            for leaf in own.filter_map(|leaf| places.get(leaf)) {
                let leaf = *leaf;
                let place = atoms.place(Atom {
                    leaf,
                    site,
                    stretch,
                });
                if let Some(count) = atoms.counts.get_mut(place) {
                    *count += 1;
                }
            }
        }
        for line in atoms.counts.chunks(atoms.stretches.len().max(1)) {
            let mut sum = 0;
            atoms.sums.push(sum);
            for count in line {
                sum += count;
                atoms.sums.push(sum);
            }
        }
        atoms
    }

    fn place(&self, atom: Atom) -> usize {
        (atom.leaf * self.sites.len() + atom.site) * self.stretches.len() + atom.stretch
    }

    pub(super) fn of(&self, atom: Atom) -> u64 {
        self.counts.get(self.place(atom)).copied().unwrap_or(0)
    }

    /// The atoms that a figure is the sum of.
    pub(super) fn within(&self, of: &[Leaf], days: Days, site: Option<&str>) -> Vec<Atom> {
        let leaves = of
            .iter()
            .filter_map(|leaf| self.leaves.binary_search(leaf).ok());
        let inside = |atom: &Atom| {
            let at = self.sites.get(atom.site);
            let stretch = self.stretches.get(atom.stretch);
            at.is_some_and(|at| site.is_none_or(|site| site == at))
                && stretch.is_some_and(|stretch| days.from <= stretch.from && stretch.to <= days.to)
        };
        leaves
            .flat_map(|leaf| self.of_leaf(leaf))
            .filter(inside)
            .collect()
    }

    pub(super) fn sum(&self, atoms: &[Atom]) -> u64 {
        atoms.iter().map(|atom| self.of(*atom)).sum()
    }

    /// The place of all of them among the leaves.
    pub(super) fn all(&self) -> Option<usize> {
        self.leaves.binary_search(&Leaf::All).ok()
    }

    /// All of them at the site and in the days of an atom.
    pub(super) fn all_beside(&self, atom: Atom) -> Option<Atom> {
        let leaf = self.all()?;
        Some(Atom { leaf, ..atom })
    }

    /// What is true of some of them at the site and in the days of an atom.
    pub(super) fn somes_beside(&self, atom: Atom) -> impl Iterator<Item = Atom> + '_ {
        let all = self.leaves.iter().enumerate();
        all.filter(|(_, leaf)| matches!(leaf, Leaf::Some { .. }))
            .map(move |(leaf, _)| Atom { leaf, ..atom })
    }

    /// Every atom of one leaf.
    pub(super) fn of_leaf(&self, leaf: usize) -> impl Iterator<Item = Atom> + '_ {
        (0..self.sites.len()).flat_map(move |site| {
            (0..self.stretches.len()).map(move |stretch| Atom {
                leaf,
                site,
                stretch,
            })
        })
    }

    /// How many there are of some leaves in stretches that follow one another, at one site or at all.
    pub(super) fn total(&self, of: &[usize], span: Span) -> u64 {
        let wide = self.stretches.len() + 1;
        let at = |leaf: usize, site: usize, stretch: usize| {
            let place = (leaf * self.sites.len() + site) * wide + stretch;
            self.sums.get(place).copied().unwrap_or(0)
        };
        let sites = match span.site {
            Some(site) => site..site + 1,
            None => 0..self.sites.len(),
        };
        of.iter()
            .flat_map(|leaf| sites.clone().map(move |site| (*leaf, site)))
            .map(|(leaf, site)| at(leaf, site, span.to + 1) - at(leaf, site, span.from))
            .sum()
    }

    /// The atoms of some leaves in such stretches.
    pub(super) fn in_span<'a>(
        &'a self,
        of: &'a [usize],
        span: Span,
    ) -> impl Iterator<Item = Atom> + 'a {
        let inside = move |atom: &Atom| {
            (span.from..=span.to).contains(&atom.stretch)
                && span.site.is_none_or(|site| site == atom.site)
        };
        of.iter()
            .flat_map(|leaf| self.of_leaf(*leaf))
            .filter(inside)
    }

    /// Every run of stretches, at each site and at all of them.
    pub(super) fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        let ends = self.stretches.len();
        (0..ends).flat_map(move |from| {
            (from..ends).flat_map(move |to| {
                let sites = std::iter::once(None).chain((0..self.sites.len()).map(Some));
                sites.map(move |site| Span { from, to, site })
            })
        })
    }

    /// The places of some leaves.
    pub(super) fn places(&self, of: &[Leaf]) -> Vec<usize> {
        let places = of
            .iter()
            .filter_map(|leaf| self.leaves.binary_search(leaf).ok());
        places.collect()
    }
}

/// Stretches that follow one another, at one site or at all of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) site: Option<usize>,
}

/// The days cut wherever some of them begin or end; days that no figure has are left out.
fn stretches(days: &[Days]) -> Vec<Days> {
    let mut begins: BTreeSet<NaiveDate> = BTreeSet::new();
    for span in days {
        begins.insert(span.from);
        begins.extend(span.to.succ_opt());
    }
    let begins: Vec<NaiveDate> = begins.into_iter().collect();
    let pieces = begins.iter().zip(begins.iter().skip(1));
    pieces
        .filter_map(|(from, next)| {
            let piece = Days {
                from: *from,
                to: next.pred_opt()?,
            };
            days.iter().any(|span| span.meets(piece)).then_some(piece)
        })
        .collect()
}
