//! The charts of some days, beside the same days of the year before.

use std::collections::HashMap;

use domain::disclosure::Days;
use domain::id::PupilId;
use domain::room::Room as RoomKind;

use super::answers::questions;
use super::fold::fold;
use crate::Office;
use crate::report::governors::{choices, days_of, days_said, term_of};
use crate::rights::{self, Right};
use crate::wire::{ChartsAsked, ChartsView, Fault};
use crate::words;

/// A year in whole weeks, so that weekdays fall on weekdays.
const YEAR: u64 = 364;

/// What the charts of some days say. Without days they are those of the term at hand, as far as it has come.
pub fn charts(office: &Office, asked: ChartsAsked) -> Result<ChartsView, Fault> {
    rights::need(office, Right::AllPupilRecords)?;
    let today = office.around.local().date_naive();
    let settings = &office.sitting()?.settings;
    let days = match (&asked.from, &asked.to, term_of(today, &settings.terms)) {
        (None, None, Some(term)) => Days {
            from: term.from,
            to: term.to.min(today),
        },
        _ => days_of(&asked.from, &asked.to)?,
    };
    let site = asked.site.as_deref().filter(|site| !site.is_empty());
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let sites: HashMap<PupilId, String> = match site {
        None => HashMap::new(),
        Some(_) => {
            let all = room.all_pupils()?.into_iter();
            all.filter_map(|pupil| Some((pupil.id, pupil.facts.site?)))
                .collect()
        }
    };
    let earlier = Days {
        from: days.from - chrono::Days::new(YEAR),
        to: days.to - chrono::Days::new(YEAR),
    };
    let wording = words::wording()?;
    let counted = |days: Days| -> Result<_, Fault> {
        let zone = office.around.zone;
        let start = |day| crate::concern::start_of(day, zone);
        let after = days.to.succ_opt().and_then(start);
        let found = room.concern_facets(
            start(days.from).unwrap_or(i64::MIN),
            after.unwrap_or(i64::MAX),
        )?;
        Ok(fold(office, &found, days, (site, &sites), wording))
    };
    let (now, before) = (counted(days)?, counted(earlier)?);
    Ok(ChartsView {
        from: days.from.to_string(),
        to: days.to.to_string(),
        days: days_said(days),
        site: site.map(str::to_owned),
        sites: settings.sites.clone(),
        choices: choices(office),
        concerns: now.all,
        questions: questions(days, &now, &before)?,
    })
}
