//! A form for several people as it begins: with the day, until when it would hold, and what was typed before.

use chrono::NaiveDate;
use guidance::Agreement;

use super::super::agreement::until as holds_until;
use super::super::need;
use super::{PART_ONE, kept, kinds, names, register_of};
use crate::report::year_of;
use crate::wire::{Fault, SeveralForm, SeveralView};
use crate::{Office, say};

/// What somebody is trained in once a year.
const YEARLY: &str = "Annual safeguarding";

/// What a form begins with: for an agreement, or for a document that was read. What was typed before and not signed goes on.
pub fn begin_several(office: &Office, agreement: Option<&str>) -> Result<SeveralView, Fault> {
    let (register, agreement) = register_of(office, agreement)?;
    let register = &*register;
    need(office, register)?;
    let id = agreement.map(|one| one.id.as_str());
    let kinds = kinds(register, agreement);
    let today = office.around.local().date_naive();
    let policies = office.sitting()?.settings.policies.iter();
    let draft = kept::kept(office, id);
    let kept_at = draft.as_ref().map(|(at, _)| {
        let now = office.around.local().date_naive();
        say::since(*at, office.around.zone, now)
    });
    let form = match draft {
        Some((_, form)) => form,
        None => {
            let kind = match agreement {
                Some(_) => kinds.first().cloned().unwrap_or_default(),
                None => PART_ONE.to_owned(),
            };
            let until = until(office, agreement, &kind, today)?;
            let signs = |who| agreement.is_some_and(|one| one.signs.contains(&who));
            SeveralForm {
                agreement: id.map(str::to_owned),
                kind,
                document: agreement.map_or_else(String::new, |one| one.version.to_string()),
                on: today.to_string(),
                until: until.map_or_else(String::new, |until| until.to_string()),
                child_signed: signs(guidance::Signer::Child),
                parent_signed: signs(guidance::Signer::Parent),
                ..SeveralForm::default()
            }
        }
    };
    Ok(SeveralView {
        title: agreement.map_or_else(
            || "Several people read or learnt something".to_owned(),
            |one| one.title.clone(),
        ),
        register: register.id.to_string(),
        register_title: register.title.clone(),
        kinds,
        documents: policies.map(|policy| policy.name.clone()).collect(),
        names: names::of_adults(office)?.into_values().collect(),
        form,
        kept_at,
    })
}

/// Until when a line of a day would hold: by the agreement, and for what is read and learnt each year to its end.
pub fn several_until(
    office: &Office,
    agreement: Option<&str>,
    kind: &str,
    on: &str,
) -> Result<Option<String>, Fault> {
    let (register, agreement) = register_of(office, agreement)?;
    let register = &*register;
    need(office, register)?;
    let Ok(on) = on.trim().parse() else {
        return Ok(None);
    };
    let until = until(office, agreement, kind, on)?;
    Ok(until.map(|until| until.to_string()))
}

fn until(
    office: &Office,
    agreement: Option<&Agreement>,
    kind: &str,
    on: NaiveDate,
) -> Result<Option<NaiveDate>, Fault> {
    let terms = &office.sitting()?.settings.terms;
    Ok(match agreement {
        Some(agreement) => holds_until(agreement.holds, on, terms),
        None if [PART_ONE, YEARLY].contains(&kind) => year_of(on, terms).map(|year| year.to),
        None => None,
    })
}
