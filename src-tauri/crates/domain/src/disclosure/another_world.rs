//! Whether there is a world in which every report says the same, and one count is another.

use super::Leaf;
use super::atoms::{Atom, Atoms};
use super::limits::Limits;

/// Whether the sum of some atoms of one leaf could be another for all that is said.
pub(super) fn could_differ(of: &[Atom], counts: &Atoms, limits: &Limits) -> bool {
    let world = World { counts, limits };
    of.iter().any(|atom| match counts.leaves.get(atom.leaf) {
        Some(Leaf::Some { .. }) => world.alone(*atom) || world.at_another_time(*atom, of),
        Some(Leaf::Part { table, .. }) => {
            world.with_another_cell(*atom, table, of)
                || world.with_all(atom.site, atom.stretch, Some(*atom))
        }
        Some(Leaf::All) => world.with_all(atom.site, atom.stretch, None),
        None => true,
    })
}

struct World<'a> {
    counts: &'a Atoms,
    limits: &'a Limits,
}

impl World<'_> {
    fn allows(&self, change: &[(Atom, i64)]) -> bool {
        self.limits.allow(change, self.counts)
    }

    /// Either way.
    fn allows_either(&self, change: &[(Atom, i64)]) -> bool {
        let back: Vec<(Atom, i64)> = change.iter().map(|(atom, by)| (*atom, -by)).collect();
        self.allows(change) || self.allows(&back)
    }

    /// One more or one less of it, of what adds up to nothing.
    fn alone(&self, atom: Atom) -> bool {
        self.allows_either(&[(atom, 1)])
    }

    /// One more of it here and one less of it at another site or in other days, outside the sum.
    fn at_another_time(&self, atom: Atom, of: &[Atom]) -> bool {
        self.elsewhere(atom, of)
            .any(|other| self.allows_either(&[(atom, 1), (other, -1)]))
    }

    /// The same leaf at other sites and in other days.
    fn elsewhere<'a>(&'a self, atom: Atom, of: &'a [Atom]) -> impl Iterator<Item = Atom> + 'a {
        self.counts
            .of_leaf(atom.leaf)
            .filter(move |other| !of.contains(other))
    }

    /// One of them in another cell of its table; or so here and the other way round at another site or in other days.
    fn with_another_cell(&self, atom: Atom, table: &str, of: &[Atom]) -> bool {
        let mut beside = self.cells(table).filter(|leaf| *leaf != atom.leaf);
        beside.any(|leaf| {
            let other = Atom { leaf, ..atom };
            if of.contains(&other) {
                return false;
            }
            if self.allows_either(&[(atom, 1), (other, -1)]) {
                return true;
            }
            self.elsewhere(atom, of).any(|there| {
                let back = Atom { leaf, ..there };
                self.allows_either(&[(atom, 1), (other, -1), (there, -1), (back, 1)])
            })
        })
    }

    /// One more or one less of all, and with it of one cell of every table: of `cell` in its own.
    fn with_all(&self, site: usize, stretch: usize, cell: Option<Atom>) -> bool {
        [1, -1].into_iter().any(|by| {
            let mut change: Vec<(Atom, i64)> = Vec::new();
            let own = cell.and_then(|cell| self.table_of(cell.leaf));
            if let Some(leaf) = self
                .counts
                .leaves
                .iter()
                .position(|leaf| *leaf == Leaf::All)
            {
                let all = Atom {
                    leaf,
                    site,
                    stretch,
                };
                change.push((all, by));
            }
            change.extend(cell.map(|cell| (cell, by)));
            for table in self.tables().filter(|table| Some(*table) != own) {
                let mut cells = self.cells(table).map(|leaf| Atom {
                    leaf,
                    site,
                    stretch,
                });
                match cells.find(|one| self.allows(&[(*one, by)])) {
                    Some(one) => change.push((one, by)),
                    None => return false,
                }
            }
            self.allows(&change)
        })
    }

    fn table_of(&self, leaf: usize) -> Option<&str> {
        match self.counts.leaves.get(leaf)? {
            Leaf::Part { table, .. } => Some(table),
            Leaf::All | Leaf::Some { .. } => None,
        }
    }

    /// The tables that add up to all, each once.
    fn tables(&self) -> impl Iterator<Item = &str> {
        let mut all: Vec<&str> = (0..self.counts.leaves.len())
            .filter_map(|leaf| self.table_of(leaf))
            .collect();
        all.dedup();
        all.into_iter()
    }

    fn cells<'a>(&'a self, table: &'a str) -> impl Iterator<Item = usize> + 'a {
        (0..self.counts.leaves.len()).filter(move |leaf| self.table_of(*leaf) == Some(table))
    }
}
