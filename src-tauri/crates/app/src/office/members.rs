//! Letting somebody into a room one holds: the next headteacher, a nominated deputy.

use domain::room::Room as RoomKind;
use history::member::{MEMBER, MEMBER_ADDED, Member};
use history::{Id, PublicKey};
use keys::PersonId;

use super::rooms::{not_a_member, plain_entry};
use super::{DirectoryPerson, Office};
use crate::rights::{Right, may};
use crate::wire::{Done, Fault, FaultKind, Topic};

/// Gives the keys of a room one is a member of to somebody with an account, and signs that they belong. Nobody can be let
/// into the room that is about them.
pub fn add_member(office: &mut Office, room: &str, person: &str) -> Result<Done<()>, Fault> {
    let sitting = office.sitting()?;
    let entry = sitting
        .directory
        .rooms
        .iter()
        .find(|entry| entry.id == room)
        .ok_or_else(not_a_member)?;
    let (kind, id) = (entry.kind, entry.room_id()?);
    let keys = sitting
        .room_keys
        .get(&kind)
        .cloned()
        .ok_or_else(not_a_member)?;
    let known = sitting
        .directory
        .person(person)
        .cloned()
        .ok_or_else(|| Fault::from(keys::KeysError::NoSuchPerson))?;
    may_be_let_in(kind, &known)?;
    if !super::slots_hold(office)? {
        return Err(keys::KeysError::SlotsAltered.into());
    }
    let person: PersonId = person
        .parse()
        .map_err(|_| Fault::from(keys::KeysError::NoSuchPerson))?;
    let mut slots = office.slots()?;
    let listed = slots
        .people()
        .into_iter()
        .find(|listed| listed.public.id == person);
    let public = listed
        .ok_or_else(|| Fault::from(keys::KeysError::NoSuchPerson))?
        .public;
    public.check()?;
    let member = Member {
        person: Id(person.0),
        name: known.name.clone(),
        user: known.user,
        role: known.role,
        identity: PublicKey(public.identity),
        sealing: public.sealing,
    };
    // Signed first: a key given without a word of it would be worse than a word without a key.
    office.write(kind, vec![plain_entry(MEMBER_ADDED, MEMBER, &member)])?;
    slots.grant(person, id, &keys)?;
    let root = office.folder()?.root().to_owned();
    let around = &mut office.around;
    let Some(sitting) = office.sitting.as_mut() else {
        return Err(super::locked());
    };
    if let Some(room) = sitting.directory.room_mut(kind)
        && !room.holders.contains(&known.id)
    {
        room.holders.push(known.id);
    }
    super::directory::seal_directory(&mut slots, sitting, &mut *around.rng)?;
    slots.write(&root, &sitting.device, &sitting.opened.vault_key)?;
    office.note_state();
    Ok(Done {
        value: (),
        touched: vec![Topic::Vault, Topic::People],
    })
}

/// Whether somebody may be let into a room by one who holds it: an open account, of a role that reads records, and not
/// the one whom the room is about.
pub(crate) fn may_be_let_in(kind: RoomKind, person: &DirectoryPerson) -> Result<(), Fault> {
    let about_them = match kind {
        RoomKind::Head => person.role == "headteacher",
        RoomKind::LeadTeam => matches!(person.role.as_str(), "dsl" | "deputy_dsl"),
        RoomKind::Pupils | RoomKind::Staff => false,
    };
    let reads = may(&person.role, Right::AllPupilRecords)
        || kind.rightful_roles().contains(&person.role.as_str());
    if about_them {
        Err(Fault::new(
            FaultKind::NotAllowed,
            "That room is about them, so they cannot be let into it.",
        ))
    } else if !reads {
        Err(Fault::new(
            FaultKind::NotAllowed,
            "People with this role record concerns and do not read them, so they cannot be let into a room.",
        ))
    } else if person.closed.is_some() || person.joined.is_none() {
        Err(Fault::new(
            FaultKind::Refused,
            "They have no open account on this laptop yet.",
        )
        .next("Let them take up their invitation first."))
    } else {
        Ok(())
    }
}
