//! Whether there is a world in which every report says the same, and one count is another.

use super::Leaf;
use super::atoms::{Atom, Atoms};
use super::limits::Limits;

/// A sum of atoms, and what is taken off it.
pub(super) type Sum = Vec<(Atom, i64)>;

/// Whether a sum could be another for all that is said.
pub(super) fn could_differ(of: &Sum, counts: &Atoms, limits: &Limits) -> bool {
    let world = World { counts, limits, of };
    of.iter()
        .any(|(atom, _)| match counts.leaves.get(atom.leaf) {
            Some(Leaf::Some { .. }) => world.alone(*atom) || world.at_another_time(*atom),
            Some(Leaf::Part { table, .. }) => {
                world.with_another_cell(*atom, table)
                    || world.with_all(atom.site, atom.stretch, Some(*atom))
            }
            Some(Leaf::All) => world.with_all(atom.site, atom.stretch, None),
            None => true,
        })
}

struct World<'a> {
    counts: &'a Atoms,
    limits: &'a Limits,
    of: &'a Sum,
}

impl World<'_> {
    /// Whether there is such a world, and the sum is another in it.
    fn allows(&self, change: &[(Atom, i64)]) -> bool {
        self.differs(change) && self.limits.allow(change, self.counts)
    }

    fn differs(&self, change: &[(Atom, i64)]) -> bool {
        let times = |atom: &Atom| {
            let own = self.of.iter().filter(|(one, _)| one == atom);
            own.map(|(_, times)| times).sum::<i64>()
        };
        let by: i64 = change.iter().map(|(atom, by)| by * times(atom)).sum();
        by != 0
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

    /// One more of it here and one less of it at another site or in other days.
    fn at_another_time(&self, atom: Atom) -> bool {
        self.elsewhere(atom)
            .any(|other| self.allows_either(&[(atom, 1), (other, -1)]))
    }

    /// The same leaf at other sites and in other days.
    fn elsewhere(&self, atom: Atom) -> impl Iterator<Item = Atom> + '_ {
        let all = self.counts.of_leaf(atom.leaf);
        all.filter(move |other| *other != atom)
    }

    /// One of them in another cell of its table; or so here and the other way round at another site or in other days.
    fn with_another_cell(&self, atom: Atom, table: &str) -> bool {
        let mut beside = self.cells(table).filter(|leaf| *leaf != atom.leaf);
        beside.any(|leaf| {
            let other = Atom { leaf, ..atom };
            if self.allows_either(&[(atom, 1), (other, -1)]) {
                return true;
            }
            self.elsewhere(atom).any(|there| {
                let back = Atom { leaf, ..there };
                self.allows_either(&[(atom, 1), (other, -1), (there, -1), (back, 1)])
            })
        })
    }

    /// One more or one less of all, and with it of one cell of every table: of `cell` in its own.
    fn with_all(&self, site: usize, stretch: usize, cell: Option<Atom>) -> bool {
        [1, -1].into_iter().any(|by| {
            let own = cell.and_then(|cell| self.table_of(cell.leaf));
            let mut change = self.all_by(site, stretch, by);
            change.extend(cell.map(|cell| (cell, by)));
            for table in self.tables().filter(|table| Some(*table) != own) {
                let mut cells = self.cells(table).map(|leaf| Atom {
                    leaf,
                    site,
                    stretch,
                });
                match cells.find(|one| self.may_change(*one, by)) {
                    Some(one) => change.push((one, by)),
                    None => return false,
                }
            }
            self.allows(&change)
        }) || self.moved(site, stretch, cell)
    }

    /// One of all, with its cell of every table, here instead of at another site or in other days; or the other way round.
    fn moved(&self, site: usize, stretch: usize, cell: Option<Atom>) -> bool {
        let Some(leaf) = self.counts.all() else {
            return false;
        };
        let here = Atom {
            leaf,
            site,
            stretch,
        };
        self.elsewhere(here).any(|there| {
            [(here, there), (there, here)]
                .into_iter()
                .any(|(to, from)| {
                    self.moving(to, from, cell)
                        .is_some_and(|change| self.allows(&change))
                })
        })
    }

    /// One that is taken from one place and put at another.
    fn moving(&self, to: Atom, from: Atom, cell: Option<Atom>) -> Option<Vec<(Atom, i64)>> {
        let both = |leaf: usize| [(Atom { leaf, ..to }, 1), (Atom { leaf, ..from }, -1)];
        let tied = self.all_by(from.site, from.stretch, -1);
        let mut change: Vec<(Atom, i64)> =
            tied.iter().flat_map(|(one, _)| both(one.leaf)).collect();
        let all = change.clone();
        let own = cell.and_then(|cell| self.table_of(cell.leaf));
        for table in self.tables() {
            let mut cells = self.cells(table).filter(|leaf| {
                let with_it: Vec<_> = all.iter().copied().chain(both(*leaf)).collect();
                self.limits.allow(&with_it, self.counts)
            });
            let leaf = match cell.filter(|_| own == Some(table)) {
                Some(cell) => cell.leaf,
                None => cells.next()?,
            };
            change.extend(both(leaf));
        }
        Some(change)
    }

    /// One more or one less of all; where something is true of each of them, of that as well.
    fn all_by(&self, site: usize, stretch: usize, by: i64) -> Vec<(Atom, i64)> {
        let leaves = 0..self.counts.leaves.len();
        let here = leaves.map(|leaf| Atom {
            leaf,
            site,
            stretch,
        });
        let all = here.clone().find(|one| self.is(*one, &Leaf::All));
        let count = all.map(|all| self.counts.of(all));
        let tied = here.filter(|one| {
            let some = matches!(self.counts.leaves.get(one.leaf), Some(Leaf::Some { .. }));
            some && by < 0 && Some(self.counts.of(*one)) == count
        });
        all.into_iter().chain(tied).map(|one| (one, by)).collect()
    }

    fn is(&self, atom: Atom, leaf: &Leaf) -> bool {
        self.counts.leaves.get(atom.leaf) == Some(leaf)
    }

    /// Whether the figures of this cell leave room for one more or one less.
    fn may_change(&self, cell: Atom, by: i64) -> bool {
        let mut change = self.all_by(cell.site, cell.stretch, by);
        change.push((cell, by));
        self.limits.allow(&change, self.counts)
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
