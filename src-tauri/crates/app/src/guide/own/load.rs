//! The page that holds: the school's own where there is one, otherwise ours.

use std::borrow::Cow;

use domain::own_guidance::Sort;
use domain::room::Room as RoomKind;
use guidance::{Checklist, Flow, Matrix, Register};
use vault::ask::OwnPageLine;

use crate::Office;
use crate::wire::{Fault, FaultKind};

/// A page, and who made it the school's own.
pub(crate) struct Own<T: Clone + 'static> {
    pub(crate) page: Cow<'static, T>,
    pub(crate) line: Option<OwnPageLine>,
    /// The version of ours that the school's own was made from.
    from_ours: Option<u32>,
    /// Ours has changed since.
    pub(crate) ours_is_newer: bool,
}

impl<T: Clone> Own<T> {
    /// The version of ours that a change of it is made from: the same as before, until somebody says that they compared the two.
    pub(super) fn made_from(&self, ours: u32, compared: bool) -> u32 {
        self.from_ours.filter(|_| !compared).unwrap_or(ours)
    }
}

/// The flowchart that holds.
pub(crate) fn flow_now(office: &Office, id: &str) -> Result<Own<Flow>, Fault> {
    let ours = super::super::flow::known(id)?;
    now(
        office,
        (Sort::Flow, id),
        (ours, ours.version),
        guidance::flow_from,
    )
}

/// The checklist that holds.
pub(crate) fn checklist_now(office: &Office, id: &str) -> Result<Own<Checklist>, Fault> {
    let ours = super::super::checklist::known(id)?;
    now(
        office,
        (Sort::Checklist, id),
        (ours, ours.version),
        guidance::checklist_from,
    )
}

/// The table that holds.
pub(crate) fn matrix_now(office: &Office, id: &str) -> Result<Own<Matrix>, Fault> {
    let ours = super::super::matrix::known(id)?;
    now(
        office,
        (Sort::Matrix, id),
        (ours, ours.version),
        guidance::matrix_from,
    )
}

/// The register that holds: ours with what the school said of it, or one of the school's own.
pub(crate) fn register_now(office: &Office, id: &str) -> Result<Own<Register>, Fault> {
    match super::register::ours(id)? {
        Some(ours) => {
            let now = now(
                office,
                (Sort::Register, id),
                (ours, ours.version),
                guidance::register_from,
            )?;
            Ok(match now.page {
                Cow::Owned(page) => Own {
                    page: Cow::Owned(guidance::laid_over(page, ours)),
                    ..now
                },
                Cow::Borrowed(_) => now,
            })
        }
        None => {
            let Some((line, _)) = own_line(office, Sort::Register, id)? else {
                return Err(vault::VaultError::NotFound.into());
            };
            let page = guidance::register_from(&line.text)
                .map_err(|error| newer().technical(error.to_string()))?;
            Ok(Own {
                page: Cow::Owned(page),
                line: Some(line),
                from_ours: None,
                ours_is_newer: false,
            })
        }
    }
}

fn now<T: Clone + 'static>(
    office: &Office,
    (sort, id): (Sort, &str),
    (ours, version): (&'static T, u32),
    read: fn(&str) -> Result<T, guidance::Error>,
) -> Result<Own<T>, Fault> {
    let Some((line, from_ours)) = own_line(office, sort, id)? else {
        return Ok(Own {
            page: Cow::Borrowed(ours),
            line: None,
            from_ours: None,
            ours_is_newer: false,
        });
    };
    if line.text.is_empty() {
        return Err(Fault::new(
            FaultKind::Damaged,
            "The school\u{2019}s own version of this is not in the records any more.",
        )
        .kept("Nothing was changed.")
        .next("Whoever edits the guidance can go back to ours or to an earlier version."));
    }
    // A page that a newer version wrote is never read as something else.
    let page = read(&line.text).map_err(|error| newer().technical(error.to_string()))?;
    Ok(Own {
        page: Cow::Owned(page),
        line: Some(line),
        from_ours: Some(from_ours),
        ours_is_newer: from_ours < version,
    })
}

/// The text of the page that holds: what is kept when somebody begins it.
pub(crate) fn page_text(office: &Office, sort: Sort, id: &str) -> Result<String, Fault> {
    if let Some((line, _)) = own_line(office, sort, id)? {
        return Ok(line.text);
    }
    let ours = match sort {
        Sort::Flow => guidance::flow_page(id),
        Sort::Checklist => guidance::checklist_page(id),
        // Nothing is begun by a table or a register: what is written by them is kept in words.
        Sort::Matrix | Sort::Register => None,
    };
    ours.map(str::to_owned).ok_or_else(Fault::stopped)
}

/// The school's own page, and the version of ours that it was made from. Whoever may not read the pupils' room follows ours: the
/// school's own pages lie there.
fn own_line(office: &Office, sort: Sort, id: &str) -> Result<Option<(OwnPageLine, u32)>, Fault> {
    let Some(room) = office.room(RoomKind::Pupils) else {
        return Ok(None);
    };
    // The line is made of what can be read; what cannot may be the page that holds.
    let versions = room.versions_of_page(sort, id)?;
    if versions.needs_newer {
        return Err(newer());
    }
    let from_ours = versions.current().map_or(0, |kept| kept.what.from_ours);
    Ok(room.own_page(sort, id)?.map(|line| (line, from_ours)))
}

/// What is said where the page that holds cannot be read here.
pub(super) fn newer() -> Fault {
    Fault::new(
        FaultKind::Newer,
        "The school\u{2019}s own version of this was written with a newer Strongroom than this one.",
    )
    .kept("Nothing was changed.")
    .next("Update Strongroom on this laptop.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_stays_one_of_the_page_it_was_made_from_until_somebody_compared_the_two() {
        let own = |from_ours| Own::<()> {
            page: Cow::Owned(()),
            line: None,
            from_ours,
            ours_is_newer: false,
        };
        assert_eq!(own(Some(1)).made_from(3, false), 1);
        assert_eq!(own(Some(1)).made_from(3, true), 3);
        assert_eq!(own(None).made_from(3, false), 3);
    }
}
