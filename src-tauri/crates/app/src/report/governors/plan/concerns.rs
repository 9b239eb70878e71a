//! Concerns: how many, of what kind, how they came to light, how fast, where they stand.

use domain::disclosure::Leaf;
use guidance::FieldKind;

use super::{Desk, Plan, RowPlan};
use crate::report::governors::streams::{part, some};
use crate::wire::Fault;
use crate::words;

const STREAM: &str = "concerns";

pub(super) fn plan(desk: &Desk<'_>, of: &str) -> Result<Option<Plan>, Fault> {
    let wording = words::wording()?;
    let row = |label: &str, of: Leaf, before| desk.row(label, STREAM, vec![of], before);
    let list = |rows: Vec<RowPlan>| Plan {
        rows,
        only_what_is_there: true,
        ..Plan::default()
    };
    let plan = match of {
        "total" => Plan {
            rows: vec![row("", Leaf::All, 3)],
            ..Plan::default()
        },
        "cat" => {
            let all = wording.categories().iter();
            let known = all.map(|one| row(&one.name, some(format!("category:{}", one.id)), 1));
            // How many are sorted under nothing yet is not said: with it, those under each would give one another away.
            let own = row("The school\u{2019}s own categories", some("own"), 1);
            list(known.chain([own]).collect())
        }
        "abuse" => {
            let all = wording.abuse_types().iter();
            Plan {
                rows: all
                    .map(|one| row(&one.name, some(format!("abuse:{}", one.id)), 1))
                    .collect(),
                ..Plan::default()
            }
        }
        "issue" => {
            let all = wording.issues().iter();
            list(
                all.map(|one| row(&one.name, some(format!("issue:{}", one.id)), 1))
                    .collect(),
            )
        }
        "how" => {
            let all = wording.identified_how().iter();
            let known = all.map(|one| row(&one.label, part("how", &one.id), 0));
            let more = std::iter::once(row("Not said", part("how", "not-said"), 0));
            list(known.chain(more).collect())
        }
        "timely" => Plan {
            rows: vec![
                row(
                    "Written on the day it was noticed",
                    part("written", "same-day"),
                    0,
                ),
                row("Written later", part("written", "later"), 0),
                row(
                    "Not known when it was noticed",
                    part("written", "not-known"),
                    0,
                ),
                row(
                    "Read by a lead on the day it was written",
                    part("read", "same-day"),
                    0,
                ),
                row("Read later", part("read", "later"), 0),
                row("Not read yet", part("read", "not-yet"), 0),
            ],
            ..Plan::default()
        },
        "open" => Plan {
            rows: vec![
                row("Open", part("stands", "open"), 0),
                row("Open, review overdue", part("stands", "overdue"), 0),
                row("Closed", part("stands", "closed"), 0),
            ],
            ..Plan::default()
        },
        _ => return Ok(None),
    };
    Ok(Some(plan))
}

/// Child-on-child harm, behaviour and absence, as concerns and registers show them.
pub(super) fn signs(desk: &Desk<'_>, measure: &str) -> Result<Option<Plan>, Fault> {
    let concern = |label: &str, id: &str| desk.row(label, STREAM, vec![some(id)], 1);
    let rows = match measure {
        "coc.sexual" => vec![
            concern("Sexual harassment", "category:cpoms-sexual-harassment"),
            concern("Sexual violence", "category:cpoms-sexual-violence"),
            concern("Harmful sexual behaviour", "issue:issue.hsb"),
        ],
        "coc.prej" => vec![
            concern("Racist incident", "category:cpoms-racist-incident"),
            concern(
                "Disability based discrimination",
                "category:cpoms-disability-based-discrimination",
            ),
            concern(
                "Prejudice-based or discriminatory bullying",
                "issue:issue.bullying-prejudice",
            ),
        ],
        "coc.excl" => vec![
            concern("Pupil exclusion", "category:cpoms-pupil-exclusion"),
            concern(
                "Repeated suspension or removal from class",
                "issue:issue.repeated-removal",
            ),
        ],
        "attendance.missing" => vec![concern("", "issue:issue.missing")],
        "coc.rest" => {
            let mut rows = vec![desk.row("All", "holds", vec![Leaf::All], 1)];
            rows.extend(
                kinds("restrictive-intervention", "kind")
                    .into_iter()
                    .map(|kind| {
                        let cell = kind.to_lowercase().replace(' ', "-");
                        desk.row(&kind, "holds", vec![part("kind", &cell)], 0)
                    }),
            );
            rows.push(desk.row("Not said", "holds", vec![part("kind", "not-said")], 0));
            return Ok(Some(whole(rows)));
        }
        "coc.search" => {
            return Ok(Some(whole(vec![desk.row("", "taken", vec![Leaf::All], 1)])));
        }
        "attendance.cme" => {
            let row = desk.row("", "missing-education", vec![Leaf::All], 1);
            return Ok(Some(whole(vec![row])));
        }
        _ => return Ok(None),
    };
    Ok(Some(Plan {
        rows,
        ..Plan::default()
    }))
}

fn whole(rows: Vec<RowPlan>) -> Plan {
    Plan {
        rows,
        whole_school: true,
        ..Plan::default()
    }
}

/// What may be chosen in a field of a register.
fn kinds(register: &str, field: &str) -> Vec<String> {
    let all = guidance::registers().map_or(&[][..], Vec::as_slice);
    let found = all
        .iter()
        .find(|one| one.id == *register)
        .and_then(|one| one.fields.iter().find(|one| one.name == field));
    match found.map(|field| &field.kind) {
        Some(FieldKind::OneOf(all)) => all.clone(),
        _ => Vec::new(),
    }
}
