use std::collections::BTreeSet;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf, Source};

/// What a check has found so far.
pub(super) struct Says<'s> {
    shelf: &'s Shelf,
    faults: Vec<Error>,
}

impl<'s> Says<'s> {
    pub(super) fn new(shelf: &'s Shelf) -> Self {
        Self {
            shelf,
            faults: Vec::new(),
        }
    }

    pub(super) fn shelf(&self) -> &'s Shelf {
        self.shelf
    }

    /// Takes a page that could be read, and the fault of one that could not.
    pub(super) fn have<T>(&mut self, page: Result<T, Error>) -> Option<T> {
        page.map_err(|fault| self.fault(fault)).ok()
    }

    pub(super) fn faults(&mut self) -> &mut Vec<Error> {
        &mut self.faults
    }

    pub(super) fn fault(&mut self, fault: Error) {
        self.faults.push(fault);
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
                self.fault(Error::Twice {
                    place: self.shelf.place(page, id),
                    kind,
                    id: id.to_string(),
                });
            }
        }
    }

    /// What is pointed to must be there.
    pub(super) fn there(&mut self, page: Page, kind: &'static str, id: &Id, found: bool) {
        if !found {
            self.fault(Error::NoSuch {
                place: self.shelf.place(page, id),
                kind,
                id: id.to_string(),
            });
        }
    }

    /// What must be said must not be blank.
    pub(super) fn said(&mut self, page: Page, id: &Id, what: &'static str, said: &str) {
        if said.trim().is_empty() {
            self.fault(Error::Blank {
                place: self.shelf.place(page, id),
                what,
                id: id.to_string(),
            });
        }
    }

    /// Every source cited must be in the register.
    pub(super) fn cited(&mut self, page: Page, citations: &[Citation], sources: &[Source]) {
        for citation in citations {
            let found = sources.iter().any(|source| source.id == citation.id);
            self.there(page, "source", &citation.id, found);
        }
    }

    pub(super) fn all(self) -> Result<(), Vec<Error>> {
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(self.faults)
        }
    }
}
