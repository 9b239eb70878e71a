//! Everybody in words: what they are to the child, every concern that names both, and who else is named with them.

use super::{LinkedFacts, LinksFacts};
use crate::PapersError;
use crate::concern::heading;
use crate::fonts::Face;
use crate::house::{BODY, BODY_LEADING, MEASURE, SMALL_LEADING, Sheets, plain, small};
use crate::page::Role;
use crate::record::{Words, spans};
use crate::typeset::{Span, span};

/// How far in the concerns stand.
const IN: f32 = 14.0;

/// Writes the list. It is complete, whatever the picture had room for.
pub(super) fn write(sheets: &mut Sheets<'_>, facts: &LinksFacts) -> Result<(), PapersError> {
    let mut before = None;
    for (place, person) in facts.people.iter().enumerate() {
        if before != Some(person.group) {
            heading(sheets, person.group.title())?;
            before = Some(person.group);
        }
        one(sheets, facts, place, person)?;
    }
    Ok(())
}

fn one(
    sheets: &mut Sheets<'_>,
    facts: &LinksFacts,
    place: usize,
    person: &LinkedFacts,
) -> Result<(), PapersError> {
    let mut words = name(person);
    let none = person.concerns.is_empty();
    let said = [
        Some(person.relation.as_str()).filter(|relation| !relation.is_empty()),
        none.then_some("In no concern together"),
    ];
    for said in said.into_iter().flatten() {
        words.push(plain(format!(". {said}")));
    }
    // The frame around a letter ends it as well as a full stop.
    if words.len() > 1 || !person.lettered {
        words.push(plain("."));
    }
    let block = sheets.set(&words, MEASURE, BODY_LEADING)?;
    let below = if none { 0.0 } else { SMALL_LEADING };
    sheets.keep(block.height() + below)?;
    sheets.part(Role::Paragraph, |sheets| sheets.flow(block))?;
    for concern in &person.concerns {
        line(sheets, concern)?;
    }
    let together = together(facts, place);
    if !together.is_empty() {
        line(sheets, &format!("Also named with {}.", together.join("; ")))?;
    }
    sheets.space(5.0);
    Ok(())
}

fn name(person: &LinkedFacts) -> Vec<Span> {
    match person.lettered {
        true => spans(&[Words::Child(person.name.clone())], Face::SansBold, BODY),
        false => vec![span(person.name.as_str(), Face::SansBold, BODY)],
    }
}

fn line(sheets: &mut Sheets<'_>, said: &str) -> Result<(), PapersError> {
    let block = sheets.set(&[small(said)], MEASURE - IN, SMALL_LEADING)?;
    sheets.part(Role::Note, |sheets| sheets.flow_at(IN, block))
}

/// Whom concerns name together with somebody, and how many do where it is more than one.
fn together(facts: &LinksFacts, place: usize) -> Vec<String> {
    let others = facts.between.iter().filter_map(|(one, other, concerns)| {
        let whom = match place {
            place if place == *one => other,
            place if place == *other => one,
            _ => return None,
        };
        let called = facts.people.get(*whom)?.name.as_str();
        Some(match concerns {
            1 => called.to_owned(),
            several => format!("{called} ({several} concerns)"),
        })
    });
    others.collect()
}
