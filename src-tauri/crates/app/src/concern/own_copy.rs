//! A concern that a reporter passed on, as their own copy has it.

use super::lines::label;
use crate::wire::{
    ConcernFilter, ConcernView, Fault, May, PersonShown, Seal, Shown, ThreadItem, Version,
};
use crate::{Office, words};

/// What a reporter wrote and passed on, from their own locker: words and receipt, nothing of what came after.
pub(super) fn own_copy(office: &Office, id: &str) -> Result<Option<ConcernView>, Fault> {
    use super::draft::Kept;
    let Some(locker) = vault::locker::LockerId::read(id) else {
        return Ok(None);
    };
    let Ok(Kept::OwnCopy {
        at,
        record_no,
        receipt,
        form,
        words: heard,
    }) = office.kept(locker)
    else {
        return Ok(None);
    };
    let page = super::own::concerns_of_reporter(office, &ConcernFilter::default())?;
    let Some(row) = page.concerns.into_iter().find(|row| row.id == id) else {
        return Ok(None);
    };
    let who = office.sitting()?.opened.card.name.clone();
    let said = office.moment(at);
    let seal = Seal {
        who: who.clone(),
        at: said.clone(),
        entry: 2,
        whole: true,
        say: format!("Your own copy. Passed on at {said} as {record_no}. Receipt {receipt}."),
    };
    let plain = |field: &str, style: &'static str, text: &str| {
        (!text.trim().is_empty()).then(|| Shown {
            field: field.to_owned(),
            label: label(field).to_owned(),
            style,
            text: text.to_owned(),
        })
    };
    let shown = [
        plain("account", "account", &form.description),
        plain("childs_words", "said", &form.childs_words),
        plain("immediate_action", "plain", &form.immediate_action),
    ];
    let version = Version {
        number: 1,
        entry: String::new(),
        form: (*form).clone(),
        author: who,
        at: said,
        reason: None,
        shown: shown.into_iter().flatten().collect(),
        marks: Vec::new(),
        changes: Vec::new(),
        seal: seal.clone(),
    };
    Ok(Some(ConcernView {
        written: at,
        people: form
            .people
            .iter()
            .map(|person| PersonShown {
                id: None,
                adult: None,
                name: person
                    .name
                    .clone()
                    .unwrap_or_else(|| "Name not known".to_owned()),
                detail: String::new(),
                role: words::term("person_role_in_incident", &person.role),
                kind: person.kind.clone(),
            })
            .collect(),
        read_first: Vec::new(),
        to_link: Vec::new(),
        seen_before: Vec::new(),
        together: Vec::new(),
        clock: Vec::new(),
        versions: vec![version],
        current: 0,
        values_differ: false,
        files: Vec::new(),
        case: None,
        thread: heard
            .iter()
            .rev()
            .map(|word| ThreadItem {
                at: office.moment(word.at),
                about: false,
                kind: "word".to_owned(),
                title: super::own::come_said(word).to_owned(),
                detail: String::new(),
                who: crate::casework::name_of(office, &word.by),
                late: None,
                significant: None,
                may_strike: false,
                struck: None,
                entry: None,
            })
            .collect(),
        seal,
        readers: Vec::new(),
        may: May {
            amend: false,
            add_file: false,
            add: false,
        },
        room: None,
        row,
    }))
}
