//! What a lead has written for a report and not released: theirs alone, through a lock and a flat battery.

use vault::locker::LockerId;

use super::names::{all_names, found};
use super::settled::settle;
use crate::Office;
use crate::concern::Kept;
use crate::wire::{Fault, ReportAsked, ReportKept};

/// Keeps it as it stands, in the place of what was kept before of the same days. Says which words of it are names of people here.
pub fn keep_report(office: &mut Office, asked: ReportAsked) -> Result<ReportKept, Fault> {
    settle(office, &asked)?;
    let id = id_of(&asked);
    let all = all_names(office)?;
    let names = asked.words.iter().filter_map(|(measure, words)| {
        let named = found(words, &all);
        (!named.is_empty()).then(|| (measure.clone(), named))
    });
    let kept = ReportKept {
        kept_at: office.around.local().format("%H:%M").to_string(),
        names: names.collect(),
    };
    let nothing = asked.words.values().all(|words| words.trim().is_empty());
    if nothing && asked.to_whom.trim().is_empty() {
        office.sitting()?.locker.remove(id)?;
        return Ok(kept);
    }
    let at = (office.around.now)().timestamp_millis();
    let form = Box::new(asked);
    office.keep(id, &Kept::Report { at, form })?;
    Ok(kept)
}

/// What was kept of the report of these days and this site.
pub(super) fn kept(office: &Office, asked: &ReportAsked) -> Option<ReportAsked> {
    match office.kept(id_of(asked)) {
        Ok(Kept::Report { form, .. }) => Some(*form),
        Ok(_) | Err(_) => None,
    }
}

/// It has gone.
pub(super) fn forget(office: &Office, asked: &ReportAsked) {
    if let Ok(sitting) = office.sitting() {
        // What stays behind by a full disk is offered again; nothing is lost.
        let _ = sitting.locker.remove(id_of(asked));
    }
}

fn id_of(asked: &ReportAsked) -> LockerId {
    let said = |one: &Option<String>| one.clone().unwrap_or_default();
    let of = [&asked.from, &asked.to, &asked.site].map(said);
    LockerId::of(
        b"strongroom-report-draft/v1\n",
        &of.each_ref().map(String::as_str),
    )
}
