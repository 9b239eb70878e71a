//! Routing before saving: about staff to the head, about the head to the chair, about a lead to the head.

use domain::room::Room as RoomKind;
use domain::school::{Settings, TRUST};

use super::form::room_of;
use crate::Office;
use crate::wire::{Fault, PersonInConcern, Problem, Route, Routing};

/// Who will read it, before it is signed.
pub fn routing(
    office: &Office,
    route: Route,
    people: &[PersonInConcern],
) -> Result<Routing, Fault> {
    let kind = room_of(route);
    let sitting = office.sitting()?;
    let entry = sitting.directory.room(kind).ok_or_else(Fault::stopped)?;
    if let Some(problem) = conflict(office, route, people)? {
        return Ok(Routing {
            readers: Vec::new(),
            say: problem.say,
            nobody_yet: false,
            ring: None,
        });
    }
    let ring = whom_to_tell(office, kind)?;
    if entry.letterbox.is_none() {
        return Ok(Routing {
            readers: Vec::new(),
            say: format!("Nobody on this laptop may hold this yet. Ring {}.", ring),
            nobody_yet: true,
            ring: Some(ring.to_owned()),
        });
    }
    let readers = sitting.directory.holders(kind);
    let who = together(&readers);
    let own = sitting.rooms.contains_key(&kind);
    let say = match (kind, own) {
        (RoomKind::Pupils, true) => format!("{who}. Nobody else."),
        (RoomKind::Pupils, false) => {
            format!("{who}. Nobody else. You keep a copy of what you wrote.")
        }
        (_, true) => format!("{who}. Nobody else sees that it exists."),
        (_, false) => format!(
            "{who}. Nobody else sees that it exists, and you cannot open it again yourself."
        ),
    };
    Ok(Routing {
        readers,
        say,
        nobody_yet: false,
        ring: None,
    })
}

/// Whom to tell while nobody on this laptop may hold a room yet, as the school has set it.
pub(crate) fn whom_to_tell(office: &Office, kind: RoomKind) -> Result<&'static str, Fault> {
    let settings = Settings {
        about_head: told_about_head(office)?,
        ..Settings::default()
    };
    Ok(settings.whom_to_tell(kind))
}

/// Settings lie where the pupils do; whoever only reports knows this one from the list of rooms and people.
fn told_about_head(office: &Office) -> Result<String, Fault> {
    let sitting = office.sitting()?;
    Ok(match sitting.rooms.contains_key(&RoomKind::Pupils) {
        true => sitting.settings.about_head.clone(),
        false => sitting.directory.face.about_head.clone(),
    })
}

/// `Ruth Calloway and Dev Marwaha`.
pub(crate) fn together(names: &[String]) -> String {
    match names {
        [] => "Nobody".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A concern that names a member of staff as the one it is about must not go where that person reads it.
pub(super) fn conflict(
    office: &Office,
    route: Route,
    people: &[PersonInConcern],
) -> Result<Option<Problem>, Fault> {
    let sitting = office.sitting()?;
    let of_concern = |person: &&PersonInConcern| {
        person.kind == "adult"
            && matches!(
                person.role.as_str(),
                "instigator" | "subject" | "adult-subject"
            )
    };
    for person in people.iter().filter(of_concern) {
        let name = person
            .name
            .as_deref()
            .unwrap_or_default()
            .trim()
            .to_lowercase();
        let account = sitting.directory.people.iter().find(|known| {
            known.closed.is_none() && !name.is_empty() && known.name.to_lowercase() == name
        });
        let Some(account) = account else { continue };
        let right = match account.role.as_str() {
            "headteacher" => Route::Head,
            "dsl" | "deputy_dsl" => Route::LeadTeam,
            _ => Route::Staff,
        };
        if right != route {
            let say = match right {
                Route::Head => match told_about_head(office)?.as_str() {
                    TRUST => {
                        "This is about the headteacher. It goes to the trust\u{2019}s executive. Choose \u{201c}About the head\u{201d}"
                    }
                    _ => {
                        "This is about the headteacher. It goes to the chair of governors. Choose \u{201c}About the head\u{201d}"
                    }
                },
                Route::LeadTeam => {
                    "This is about a safeguarding lead. It goes to the headteacher. Choose \u{201c}About the lead or the team\u{201d}"
                }
                Route::Staff | Route::Pupil => {
                    "This is about a member of staff. It goes to the headteacher. Choose \u{201c}About a member of staff\u{201d}"
                }
            };
            return Ok(Some(Problem {
                field: "route".to_owned(),
                say: say.to_owned(),
            }));
        }
    }
    Ok(None)
}
