//! A register: what goes into it, when, and who keeps it.

use guidance::{FieldKind, RegisterField};

use super::flow::cited;
use crate::wire::{Fault, RegisterFieldView, RegisterView};
use crate::words;

/// One of the registers a school keeps. Nothing of a vault is in it.
pub fn register(id: &str) -> Result<RegisterView, Fault> {
    let all =
        guidance::registers().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let register = all
        .iter()
        .find(|register| register.id == *id)
        .ok_or_else(|| Fault::from(vault::VaultError::NotFound))?;
    Ok(RegisterView {
        id: register.id.to_string(),
        title: register.title.clone(),
        purpose: register.purpose.clone(),
        owner: register
            .owner
            .iter()
            .map(|role| words::role(role))
            .collect(),
        entry_when: register.entry_when.clone(),
        review: register.review.clone(),
        fields: register.fields.iter().map(field).collect(),
        note: register.note.clone(),
        sources: cited(&register.sources),
    })
}

fn field(field: &RegisterField) -> RegisterFieldView {
    let (answer, options) = match &field.kind {
        FieldKind::Moment => ("a date and a time", Vec::new()),
        FieldKind::Day => ("a date", Vec::new()),
        FieldKind::Words => ("words", Vec::new()),
        FieldKind::Person => ("a person", Vec::new()),
        FieldKind::People => ("people", Vec::new()),
        FieldKind::YesOrNo => ("yes or no", Vec::new()),
        FieldKind::Number => ("a number", Vec::new()),
        FieldKind::Email => ("an e-mail address", Vec::new()),
        FieldKind::Phone => ("a telephone number", Vec::new()),
        FieldKind::File => ("a paper that is kept with it", Vec::new()),
        FieldKind::Record => ("the number of the concern", Vec::new()),
        FieldKind::Signature => ("a signature", Vec::new()),
        FieldKind::Table => ("a line for each", Vec::new()),
        FieldKind::Several => ("one or several", Vec::new()),
        FieldKind::OneOf(all) => ("one of these", all.clone()),
        FieldKind::Listed(list) => match offered(list) {
            all if all.is_empty() => ("words", all),
            all => ("one of these", all),
        },
    };
    RegisterFieldView {
        name: field.name.clone(),
        label: field.label.clone(),
        answer: answer.to_owned(),
        options,
    }
}

/// The words of a list by its name; none where the list is the school's own.
fn offered(list: &str) -> Vec<String> {
    words::choices(list)
        .into_iter()
        .map(|one| one.title)
        .collect()
}
