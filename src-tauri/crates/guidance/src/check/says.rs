use std::collections::BTreeSet;

use crate::leaf::MOST_FAULTS;
use crate::leaf::{is_blank, is_odd};
use crate::read::Id;
use crate::{Citation, Error, Page, Place, Shelf};

/// What a check has found so far.
pub(super) struct Says<'s> {
    shelf: &'s Shelf,
    faults: Vec<Error>,
    /// More was found than is kept.
    more: bool,
}

impl<'s> Says<'s> {
    pub(super) fn new(shelf: &'s Shelf) -> Self {
        Self {
            shelf,
            faults: Vec::new(),
            more: false,
        }
    }

    pub(super) fn shelf(&self) -> &'s Shelf {
        self.shelf
    }

    /// Takes a page that could be read, and the fault of one that could not.
    pub(super) fn have<T>(&mut self, page: Result<T, Error>) -> Option<T> {
        page.map_err(|fault| self.fault(fault)).ok()
    }

    /// Whether nothing more would be kept, so that looking further is in vain.
    pub(super) fn full(&self) -> bool {
        self.more
    }

    pub(super) fn fault(&mut self, fault: Error) {
        self.fault_at(|_| fault);
    }

    /// The same of a fault that is made only where there is room for it: to find its line, its page is gone through from the top.
    pub(super) fn fault_at(&mut self, make: impl FnOnce(&Shelf) -> Error) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(make(self.shelf));
        } else {
            self.more = true;
        }
    }

    /// Every name must be there once.
    pub(super) fn once<'i>(
        &mut self,
        page: Page,
        kind: &'static str,
        ids: impl Iterator<Item = &'i Id>,
    ) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.as_str()) {
                self.fault_at(|shelf| Error::Twice {
                    place: shelf.place(page, id),
                    kind,
                    id: id.to_string(),
                });
            }
        }
    }

    /// What is pointed to must be there.
    pub(super) fn there(&mut self, page: Page, kind: &'static str, id: &Id, found: bool) {
        if !found {
            self.fault_at(|shelf| Error::NoSuch {
                place: shelf.place(page, id),
                kind,
                id: id.to_string(),
            });
        }
    }

    /// What must be said must not be blank.
    pub(super) fn said(&mut self, page: Page, id: &Id, what: &'static str, said: &str) {
        if is_blank(said) {
            self.fault_at(|shelf| Error::Blank {
                place: shelf.place(page, id),
                what,
                id: id.to_string(),
            });
        } else if is_odd(said) {
            self.fault_at(|shelf| Error::Odd {
                place: shelf.place(page, id),
                what,
                id: id.to_string(),
            });
        }
    }

    /// Every source cited must be in the register.
    pub(super) fn cited(&mut self, page: Page, citations: &[Citation], sources: &BTreeSet<&str>) {
        for citation in citations {
            let found = sources.contains(citation.id.as_str());
            self.there(page, "source", &citation.id, found);
        }
    }

    pub(super) fn all(mut self) -> Result<(), Vec<Error>> {
        if self.more {
            let last: Option<Place> = self.faults.last().map(|fault| fault.place().clone());
            self.faults.extend(last.map(|place| Error::More { place }));
        }
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(self.faults)
        }
    }
}
