//! Accounts: added at the keyboard, invited with a code, closed.

use domain::room::Room as RoomKind;
use history::member::{LogEnd, MEMBER, MEMBER_REMOVED, Removal};
use history::{Id, PublicKey};
use keys::{Card, PersonId, RoomId, RoomKeys};

use super::create::{check_password, check_user, refuse};
use super::rooms::plain_entry;
use super::{DirectoryPerson, Office};
use crate::rights::{Right, need};
use crate::wire::{Done, Fault, FaultKind, InviteForm, Invited, Person, Problem, Topic};
use crate::{say, words};

/// Adds an account. With a password the person sits here now and their keys are made at once; otherwise a code is
/// given that works once, on this laptop, at their own keyboard.
pub fn invite_person(office: &mut Office, form: InviteForm) -> Result<Done<Invited>, Fault> {
    need(office, Right::Settings)?;
    check(office, &form)?;
    let mut slots = office.slots()?;
    let root = office.folder()?.root().to_owned();
    let card = Card {
        user: form.user.trim().to_owned(),
        name: form.name.trim().to_owned(),
        role: form.role.clone(),
    };
    let rooms = rooms_to_share(office, &form.role)?;
    let now = (office.around.now)().timestamp_millis();
    let around = &mut office.around;
    let Some(sitting) = office.sitting.as_mut() else {
        return Err(super::locked());
    };
    let (id, code) = slots.invite(
        &card,
        &sitting.opened.vault_key,
        &rooms,
        &sitting.device,
        &mut *around.rng,
    )?;
    sitting.directory.people.push(DirectoryPerson {
        id: id.to_string(),
        user: card.user.clone(),
        name: card.name.clone(),
        role: card.role.clone(),
        invited: Some(now),
        joined: None,
        last_opened: None,
        closed: None,
        rehearsed: false,
    });
    super::directory::seal_directory(&mut slots, sitting, &mut *around.rng)?;
    slots.write(&root, &sitting.device, &sitting.opened.vault_key)?;
    office.note_account(
        "invited",
        Some(format!("{}, {}", card.name, words::role(&card.role))),
    );

    let touched = vec![Topic::People, Topic::Vault];
    if let Some(password) = form.password {
        // They sit here now: the code is used up at once, and the person who added them stays in.
        let kit = super::accept::join(office, &card.user, &code, &password)?;
        let person = find(office, id)?;
        return Ok(Done {
            value: Invited {
                person,
                code: None,
                kit: Some(kit),
            },
            touched,
        });
    }
    let person = find(office, id)?;
    Ok(Done {
        value: Invited {
            person,
            code: Some(code.as_str().to_owned()),
            kit: None,
        },
        touched,
    })
}

fn find(office: &Office, id: PersonId) -> Result<Person, Fault> {
    let sitting = office.sitting()?;
    let person = sitting
        .directory
        .person(&id.to_string())
        .ok_or_else(Fault::stopped)?;
    office.person(person)
}

/// Rooms this person holds of which the newcomer's role makes them a rightful member.
fn rooms_to_share(office: &Office, role: &str) -> Result<Vec<(RoomId, RoomKeys)>, Fault> {
    let sitting = office.sitting()?;
    RoomKind::ALL
        .into_iter()
        .filter(|kind| kind.rightful_roles().contains(&role))
        .filter_map(|kind| Some((sitting.directory.room(kind)?, sitting.room_keys.get(&kind)?)))
        .map(|(entry, keys)| Ok((entry.room_id()?, keys.clone())))
        .collect()
}

fn check(office: &Office, form: &InviteForm) -> Result<(), Fault> {
    let sitting = office.sitting()?;
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        })
    };
    if form.name.trim().is_empty() {
        say("name", "Write their name as colleagues know it");
    }
    check_user(&form.user, &mut say);
    let taken = |person: &DirectoryPerson| {
        person.closed.is_none() && person.user.to_lowercase() == form.user.trim().to_lowercase()
    };
    if sitting.directory.people.iter().any(taken) {
        say(
            "user",
            "Somebody has this user name already. Choose another",
        );
    }
    if !words::account_roles()?
        .iter()
        .any(|role| role.id == form.role)
    {
        say("role", "Choose what they do in the school");
    }
    if let Some(password) = &form.password {
        check_password(password, sitting.settings.minimum_password, &mut say);
    }
    refuse(problems)
}

/// Closes an account at once: its slots and room keys go from this laptop, and its logs end where they are.
pub fn close_person(office: &mut Office, id: &str, reason: &str) -> Result<Done<()>, Fault> {
    need(office, Right::Settings)?;
    if reason.trim().is_empty() {
        return Err(Fault::field(
            "reason",
            "Say why the account is closed, for example: left on 31 August",
        ));
    }
    let person: PersonId = id
        .parse()
        .map_err(|_| Fault::from(keys::KeysError::NoSuchPerson))?;
    let sitting = office.sitting()?;
    if person == sitting.opened.keys.id() {
        return Err(Fault::new(
            FaultKind::NotAllowed,
            "You cannot close your own account while you are in it.",
        )
        .next("Ask another lead or the head to close it."));
    }
    let known = sitting
        .directory
        .person(id)
        .cloned()
        .ok_or_else(|| Fault::from(keys::KeysError::NoSuchPerson))?;
    if known.closed.is_some() {
        return Err(Fault::new(
            FaultKind::Refused,
            "That account is closed already.",
        ));
    }
    // A room whose last holder goes could never be opened again.
    let only_holder = sitting
        .directory
        .rooms
        .iter()
        .find(|room| room.letterbox.is_some() && room.holders == [id]);
    if let Some(room) = only_holder {
        let say = format!(
            "{} is the only one who can open \u{201c}{}\u{201d}, so the account was not closed.",
            known.name,
            room.kind.title()
        );
        return Err(Fault::new(FaultKind::Refused, say)
            .kept("Nothing was changed.")
            .next("Ask them to let somebody else into that room first, or open it with their recovery kit."));
    }
    // The rooms first: if this stops half way, the account is still there to be closed again.
    let kinds: Vec<RoomKind> = sitting.rooms.keys().copied().collect();
    for kind in kinds {
        let Some(room) = office.room(kind) else {
            continue;
        };
        let member = room
            .members()?
            .iter()
            .any(|member| member.person == person.0 && member.removed.is_none());
        if member {
            let ends = room
                .logs()?
                .into_iter()
                .filter(|log| log.person == person.0)
                .map(|log| LogEnd {
                    writer: PublicKey(log.writer.0),
                    seq: log.seq,
                })
                .collect();
            let removal = Removal {
                person: Id(person.0),
                reason: reason.trim().to_owned(),
                ends,
            };
            office.write(kind, vec![plain_entry(MEMBER_REMOVED, MEMBER, &removal)])?;
        }
    }
    let now = (office.around.now)();
    let mut slots = office.slots()?;
    slots.close(person, now.timestamp())?;
    let root = office.folder()?.root().to_owned();
    let around = &mut office.around;
    let Some(sitting) = office.sitting.as_mut() else {
        return Err(super::locked());
    };
    if let Some(person) = sitting.directory.person_mut(person) {
        person.closed = Some(now.timestamp_millis());
    }
    for room in &mut sitting.directory.rooms {
        room.holders.retain(|holder| holder != id);
    }
    super::directory::seal_directory(&mut slots, sitting, &mut *around.rng)?;
    slots.write(&root, &sitting.device, &sitting.opened.vault_key)?;
    office.note_account("closed", Some(format!("{}: {}", known.name, reason.trim())));
    Ok(Done {
        value: (),
        touched: vec![Topic::People, Topic::Vault],
    })
}

impl Office {
    /// An account as a list shows it.
    pub(crate) fn person(&self, person: &DirectoryPerson) -> Result<Person, Fault> {
        let sitting = self.sitting()?;
        let (zone, today) = (self.around.zone, self.around.local().date_naive());
        let dormant_ms = i64::from(sitting.settings.dormant_after_days) * 86_400_000;
        let last = person.last_opened.or(person.joined);
        let now = (self.around.now)().timestamp_millis();
        Ok(Person {
            id: person.id.clone(),
            user: person.user.clone(),
            name: person.name.clone(),
            role: person.role.clone(),
            role_title: words::role(&person.role),
            closed: person.closed.is_some(),
            invited: person.joined.is_none() && person.closed.is_none(),
            joined: person.joined.map(|at| say::since(at, zone, today)),
            last_opened: person.last_opened.map(|at| say::since(at, zone, today)),
            dormant: person.closed.is_none() && last.is_some_and(|last| now - last > dormant_ms),
        })
    }
}
