//! Pupils with open social care cases and plans.

use domain::room::Room as RoomKind;
use guidance::AskedList;

use super::initials::{class_of, short};
use super::list::{List, Row};
use super::settled::Settled;
use crate::report::roll::{Roll, on_roll};
use crate::wire::Fault;
use crate::{Office, say, words};

/// One row for each pupil here today with one of the flags of the list, the most serious first.
pub(super) fn plans(
    office: &Office,
    asked: &'static AskedList,
    pupils: &Roll,
    settled: &Settled,
) -> Result<List, Fault> {
    let today = office.around.local().date_naive();
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let mut list = List::new(
        asked,
        &[
            ("Pupil", 1.5),
            ("Class", 0.7),
            ("Case or plan", 2.2),
            ("Who works with them", 2.4),
        ],
    );
    let mut found = Vec::new();
    for (id, child) in pupils.children() {
        let facts = &child.facts;
        let elsewhere = settled
            .site
            .as_ref()
            .is_some_and(|site| facts.site.as_ref() != Some(site));
        if !on_roll(facts, today) || elsewhere {
            continue;
        }
        let mut held: Vec<_> = facts
            .flags_on(today)
            .filter_map(|flag| {
                let at = asked.flags.iter().position(|one| *one == flag.flag)?;
                Some((at, flag))
            })
            .collect();
        held.sort_by_key(|(at, _)| *at);
        if let Some((first, _)) = held.first() {
            found.push((*first, facts.name(), id, child, held));
        }
    }
    found.sort_by(|one, other| (one.0, &one.1, one.2).cmp(&(other.0, &other.1, other.2)));
    let (mut undated, mut alone) = (0, 0);
    for (_, name, id, child, held) in found {
        let said = held.iter().map(|(_, flag)| {
            let what = words::term("child_status", &flag.flag);
            match flag.from {
                Some(from) => format!("{what}, since {}", say::date_and_year(from)),
                None => what,
            }
        });
        let said = said.collect::<Vec<_>>().join("\n");
        undated += usize::from(held.iter().any(|(_, flag)| flag.from.is_none()));
        let mut agencies = Vec::new();
        let mut ties = Vec::new();
        for record in &child.records {
            ties.extend(room.ties_of(*record)?);
        }
        for line in ties {
            let Some(adult) = line.tie.adult else {
                continue;
            };
            if !words::is_term("agency_relation", &line.tie.relation) {
                continue;
            }
            let relation = words::term("agency_relation", &line.tie.relation);
            // A professional is named by their office: it is no child's name.
            agencies.push(match room.adult_line(adult) {
                Ok(known) => format!("{relation}: {}", known.facts.name),
                Err(_) => relation,
            });
        }
        alone += usize::from(agencies.is_empty());
        list.rows.push(Row {
            cells: vec![
                match settled.names {
                    true => name,
                    false => short(&name, ""),
                },
                class_of(&child.facts),
                said,
                agencies.join("\n"),
            ],
            concern: None,
            pupil: Some(id),
        });
    }
    list.gap(
        undated,
        "Of one nobody wrote down since when.",
        "Of {} nobody wrote down since when.",
    );
    list.gap(
        alone,
        "Of one no social worker or other professional is written down.",
        "Of {} no social worker or other professional is written down.",
    );
    Ok(list)
}
