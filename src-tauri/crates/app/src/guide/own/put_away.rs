//! Putting away a register of the school's own that is not kept any more, and taking it up again. Its lines stay.

use domain::own_guidance::{Edited, Sort};

use super::load::register_now;
use super::register::{need_change, ours, signed};
use super::save::{by, next, reason_of, write};
use crate::Office;
use crate::wire::{Done, Fault, FaultKind};

/// Puts a register of the school's own away, or takes it up again, with a reason. Nothing of it is late from then on; every line of it
/// is read and printed as before.
pub fn put_away_register(
    office: &mut Office,
    id: &str,
    away: bool,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need_change(office, id)?;
    if ours(id)?.is_some() {
        return Err(Fault::new(
            FaultKind::Refused,
            "A register that came with Strongroom is not put away: alerts, late marks and reports read it.",
        )
        .kept("Nothing was changed."));
    }
    let mut register = register_now(office, id)?.page.into_owned();
    let reason = reason_of(reason, register.put_away == away)?;
    register.put_away = away;
    register.version = next(office, Sort::Register, id, register.version)?;
    register.sources.clear();
    signed(&mut register, &by(office)?);
    let edited = Edited {
        sort: Sort::Register,
        page: id.to_owned(),
        title: register.title.clone(),
        version: register.version,
        from_ours: 0,
        ours: false,
    };
    let page = guidance::page_of_register(&register);
    write(office, edited, Some(page), reason)
}
