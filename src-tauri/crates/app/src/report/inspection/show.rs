//! Everything inspectors ask for, for a lead who looks it through before they come.

use chrono::TimeDelta;

use super::gather::{asked, known, lists};
use super::list::List;
use super::samples::samples;
use super::settled::settle;
use super::shown::{Kept, all_shown};
use crate::Office;
use crate::report::governors::{choices, days_said};
use crate::wire::{
    Fault, InspectionAsked, InspectionElsewhere, InspectionList, InspectionRow, InspectionShown,
    InspectionView,
};

/// So many rows of a list are on the page; all of them are shown.
const FIRST: usize = 12;
/// An inspection is over by then: whoever comes after it says anew who they are.
const STILL_HERE: TimeDelta = TimeDelta::days(14);

/// What inspectors ask for, as it stands now. Nothing is shown to anybody by looking at it.
pub fn inspection(office: &Office, asked_for: &InspectionAsked) -> Result<InspectionView, Fault> {
    let settled = settle(office, asked_for)?;
    office.watch().begin();
    let known = known(office, &settled)?;
    let lists = lists(office, &settled, &known)?;
    let kept = all_shown(office)?;
    let since = ((office.around.now)() - STILL_HERE).timestamp_millis();
    let last = kept.first().filter(|kept| kept.at >= since);
    let (body, to_whom) = last
        .map(|kept| (kept.said.body.clone(), kept.said.to.clone()))
        .unwrap_or_default();
    Ok(InspectionView {
        from: settled.days.from.to_string(),
        to: settled.days.to.to_string(),
        days: days_said(settled.days),
        samples: samples(office, &settled, &known)?,
        site: settled.site,
        sites: office.sitting()?.settings.sites.clone(),
        choices: choices(office),
        lists: lists.into_iter().map(view).collect(),
        elsewhere: asked()?
            .elsewhere
            .iter()
            .map(|one| InspectionElsewhere {
                title: one.title.clone(),
                say: one.say.clone(),
            })
            .collect(),
        shown: kept.iter().map(|kept| shown(office, kept)).collect(),
        body,
        to_whom,
    })
}

fn view(list: List) -> InspectionList {
    let adults = list.adults();
    let rows = list.rows.iter().take(FIRST).map(|row| InspectionRow {
        cells: row.cells.clone(),
        concern: row.concern.map(|id| id.to_string()),
        pupil: row.pupil.map(|id| id.to_string()),
    });
    InspectionList {
        title: list.title(),
        why: list.asked.why.clone(),
        columns: list.columns.iter().map(|(name, _)| name.clone()).collect(),
        rows: rows.collect(),
        count: u32::try_from(list.rows.len()).unwrap_or(u32::MAX),
        id: list.id,
        gaps: list.gaps,
        kept_by: list.kept_by,
        adults,
    }
}

fn shown(office: &Office, kept: &Kept) -> InspectionShown {
    let said = &kept.said;
    let lines = match (said.pupil.is_some(), said.lines) {
        (true, 1) => "1 concern".to_owned(),
        (true, lines) => format!("{lines} concerns"),
        (false, 1) => "1 line".to_owned(),
        (false, lines) => format!("{lines} lines"),
    };
    let held = match (said.pupil.is_some(), said.names) {
        (true, _) => format!("{lines}, other children by letter"),
        (false, true) => format!("{lines}, with names"),
        (false, false) => format!("{lines}, by initials"),
    };
    InspectionShown {
        id: history::to_hex(&kept.id),
        title: said.title.clone(),
        to: format!("{}, {}", said.to, said.body),
        at: format!("{}, {}", office.dated(kept.at), kept.who),
        held,
    }
}
