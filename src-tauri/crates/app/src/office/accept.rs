//! Taking up an account with its code: the person's own keys are made here, at their own keyboard.

use domain::look::{ACCOUNT_NOTED, AccountNote, NOTE};
use history::member::{MEMBER, MEMBER_ADDED};
use keys::{InvitationCode, PersonKeys};

use super::create::{check_password, cost, refuse};
use super::rooms::{own_membership, plain_entry};
use super::{Office, open};
use crate::wire::{Created, Fault, FaultKind, Kit, Notice, NoticeKind, Problem};

/// Opens an invitation and makes it an account. The code works once.
pub fn accept_invitation(
    office: &mut Office,
    user: &str,
    code: &str,
    password: &str,
) -> Result<Created, Fault> {
    super::lock(office)?;
    if !office.has_vault() {
        return Err(Fault::new(
            FaultKind::Missing,
            "There are no records in this folder.",
        ));
    }
    office.hold()?;
    let code =
        InvitationCode::read(code).map_err(|problem| Fault::field("code", problem.to_string()))?;
    let kit = take_up(office, user, &code, password)?;
    Ok(Created {
        session: super::session(office)?,
        kit,
    })
}

/// The same while the person who invited is in, and stays in: the newcomer sits down beside them for a minute.
pub(super) fn join(
    office: &mut Office,
    user: &str,
    code: &InvitationCode,
    password: &str,
) -> Result<Kit, Fault> {
    office.note_state();
    let Some(mut inviter) = office.sitting.take() else {
        return Err(super::locked());
    };
    // One connection per room: the inviter's rooms close for as long as the newcomer's are open.
    for (_, room) in std::mem::take(&mut inviter.rooms) {
        // A room that cannot be tidied is closed all the same.
        let _ = room.close();
    }
    let joined = take_up(office, user, code, password);
    office.note_state();
    if let Some(mut newcomer) = office.sitting.take() {
        for (_, room) in std::mem::take(&mut newcomer.rooms) {
            let _ = room.close();
        }
    }
    // Whatever came of it, the inviter is back, and the newcomer's words are not lost with a fault here.
    if let Ok(slots) = office.slots() {
        let directory = slots.directory(&inviter.opened.vault_key).ok().flatten();
        if let Some(directory) = directory.and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
            inviter.directory = directory;
        }
        if let Ok(folder) = office.folder().cloned()
            && let Err(fault) = super::rooms::open_rooms(&folder, &slots, &mut inviter)
        {
            inviter.notices.push(Notice {
                kind: NoticeKind::Check,
                say: fault.say,
                next: fault.next,
            });
        }
    }
    // They have not opened it yet: the lead did, with them beside.
    if let Some(person) = inviter
        .directory
        .people
        .iter_mut()
        .find(|one| one.user == user)
    {
        person.last_opened = None;
    }
    office.sitting = Some(inviter);
    // A list that could not be written (a full disk) is written with the next change.
    let _ = office.write_directory();
    joined
}

fn take_up(
    office: &mut Office,
    user: &str,
    code: &InvitationCode,
    password: &str,
) -> Result<Kit, Fault> {
    let mut slots = office.slots()?;
    let device = office.device(&slots)?;
    if !slots.seal_holds(&device) {
        return Err(keys::KeysError::SlotsAltered.into());
    }
    let root = office.folder()?.root().to_owned();
    let mut throttle = keys::Throttle::read(&root, slots.vault(), &device, office.around.seconds());
    let wait = throttle.wait(office.around.seconds());
    if wait > 0 {
        return Err(Fault {
            wait_seconds: u32::try_from(wait).ok(),
            ..Fault::new(FaultKind::Wait, format!("Try again in {wait} seconds."))
        });
    }
    let now = office.around.seconds();
    let _ = throttle.failed(now);
    let accepted = match slots.accept(user, code, &device) {
        Ok(accepted) => accepted,
        Err(keys::KeysError::DidNotOpen) => {
            return Err(Fault::new(
                FaultKind::WrongPassword,
                "That user name and code did not open an invitation.",
            )
            .next("Check both with whoever invited you. A code works once."));
        }
        Err(other) => return Err(other.into()),
    };
    let _ = throttle.succeeded();
    let minimum = slots
        .directory(&accepted.vault_key)?
        .and_then(|bytes| serde_json::from_slice::<super::Directory>(&bytes).ok())
        .map_or(16, |directory| directory.face.minimum_password);
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        })
    };
    check_password(password, minimum, &mut say);
    refuse(problems)?;

    let cost = cost(&office.around);
    let rng = &mut *office.around.rng;
    let keys = PersonKeys::generate(accepted.id, rng);
    let words = slots.enrol_accepted(&accepted, &keys, password, cost, &device, rng)?;
    let joined = (office.around.now)().timestamp_millis();
    let mut directory: super::Directory = slots
        .directory(&accepted.vault_key)?
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .ok_or_else(|| Fault::from(keys::KeysError::SlotsDamaged))?;
    if let Some(person) = directory.person_mut(accepted.id) {
        person.joined = Some(joined);
    }
    let granted: Vec<String> = accepted
        .grants
        .open
        .iter()
        .map(|(room, _)| room.to_string())
        .collect();
    for room in &mut directory.rooms {
        if granted.contains(&room.id) {
            room.holders.push(accepted.id.to_string());
        }
    }
    let bytes = serde_json::to_vec(&directory).map_err(|_| Fault::stopped())?;
    slots.set_directory(&bytes, &accepted.vault_key, &mut *office.around.rng);
    slots.write(&root, &device, &accepted.vault_key)?;
    // From here on there is an account: its words are given out whatever else happens.
    let kit = Kit {
        words: words.words().into_iter().map(str::to_owned).collect(),
        person: accepted.card.name.clone(),
        school: directory.face.school.clone(),
        vault_short: office.vault_short()?,
    };
    let opened = slots.open_with_password(user, password, &device)?;
    if open::enter(office, slots, opened, device).is_ok() {
        sign_in(office)?;
    }
    Ok(kit)
}

/// In each room that came with the invitation the newcomer signs in as a member; holding the room's key is what the
/// invitation proved.
fn sign_in(office: &mut Office) -> Result<(), Fault> {
    let kinds: Vec<_> = office.sitting()?.rooms.keys().copied().collect();
    for kind in kinds {
        let membership = own_membership(office.sitting()?);
        let there = office
            .room(kind)
            .map(|room| room.members())
            .transpose()?
            .unwrap_or_default();
        if there
            .iter()
            .any(|member| member.person == membership.person.0 && member.removed.is_none())
        {
            continue;
        }
        let note = AccountNote {
            person: membership.person.to_string(),
            name: membership.name.clone(),
            role: membership.role.clone(),
            event: "joined".to_owned(),
            detail: None,
        };
        office.write(
            kind,
            vec![
                plain_entry(MEMBER_ADDED, MEMBER, &membership),
                plain_entry(ACCOUNT_NOTED, NOTE, &note),
            ],
        )?;
    }
    office.note_state();
    Ok(())
}
