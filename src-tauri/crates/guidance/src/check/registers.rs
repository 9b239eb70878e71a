use std::collections::BTreeSet;

use super::says::Says;
use crate::agreements::agreements_on;
use crate::{FieldKind, Id, Page, Register, WhenIs};

/// The register that signatures under agreements are written in, and its field for which agreement it was.
const SIGNATURES: &str = "aup-signatures";
const KIND: &str = "kind";

/// What a register fills in by itself and what it asks for names fields that are there, and answers that they have.
pub(super) fn rules(says: &mut Says<'_>, register: &Register) {
    let page = Page::Registers;
    for rule in &register.fill {
        let moment = matches!(kind(register, &rule.field), Some(FieldKind::Moment));
        says.there(page, "date and time to fill in", &rule.field, moment);
        for from in &rule.from {
            let dated = matches!(
                kind(register, from),
                Some(FieldKind::Moment | FieldKind::Day)
            );
            says.there(page, "day to count from", from, dated);
        }
        when(says, register, &rule.when);
        says.said(page, &rule.field, "words beside the field", &rule.say);
    }
    for rule in &register.needs {
        let found = kind(register, &rule.field).is_some();
        says.there(page, "field", &rule.field, found);
        when(says, register, &rule.when);
        says.said(page, &rule.field, "words where it is missing", &rule.say);
    }
    if let Some(paper) = &register.certificate {
        says.said(page, &register.id, "title of its certificate", &paper.title);
        for line in &paper.sign {
            says.said(page, &register.id, "line to sign on", line);
        }
    }
}

fn when(says: &mut Says<'_>, register: &Register, when: &WhenIs) {
    let offered = kind(register, &when.field);
    says.there(Page::Registers, "field", &when.field, offered.is_some());
    for answer in &when.is {
        let found = matches!(offered, Some(FieldKind::OneOf(all)) if all.iter().any(|one| *answer == one.as_str()))
            || matches!(offered, Some(FieldKind::YesOrNo) if ["Yes", "No"].contains(&answer.as_str()));
        says.there(Page::Registers, "answer", answer, found);
    }
}

fn kind<'r>(register: &'r Register, name: &Id) -> Option<&'r FieldKind> {
    let field = register
        .fields
        .iter()
        .find(|field| *name == field.name.as_str());
    field.map(|field| &field.kind)
}

/// Every agreement is there once, says something, and can be written into the register of signatures.
pub(super) fn agreements(says: &mut Says<'_>, registers: &[Register], sources: &BTreeSet<&str>) {
    let page = Page::Agreements;
    let all = says.have(agreements_on(says.shelf())).unwrap_or_default();
    says.once(page, "agreement", all.iter().map(|one| &one.id));
    let register = registers.iter().find(|one| one.id == *SIGNATURES);
    let field = register.and_then(|one| one.fields.iter().find(|field| field.name == KIND));
    let offered: &[String] = match field.map(|field| &field.kind) {
        Some(FieldKind::OneOf(offered)) => offered,
        Some(_) | None => &[],
    };
    for one in &all {
        says.said(page, &one.id, "title", &one.title);
        says.said(page, &one.id, "whom it is for", &one.for_whom);
        says.said(page, &one.version, "version", &one.version);
        if one.kinds.is_empty() {
            says.said(page, &one.id, "kind of signature", "");
        }
        for kind in &one.kinds {
            let found = offered.iter().any(|offered| *kind == offered.as_str());
            says.there(page, "kind of signature", kind, found);
        }
        if one.signs.is_empty() {
            says.said(page, &one.id, "signer", "");
        }
        if one.statements.is_empty() {
            says.said(page, &one.id, "statement", "");
        }
        for statement in &one.statements {
            says.said(page, &one.id, "statement", statement);
        }
        says.cited(page, &one.sources, sources);
    }
}
