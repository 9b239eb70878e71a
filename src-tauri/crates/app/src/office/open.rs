//! Opening and locking.

use std::collections::BTreeMap;

use domain::room::Room as RoomKind;
use domain::school::Settings;
use keys::{DeviceSecret, Opened, Slots, Throttle, Writer};
use vault::locker::Locker;

use super::rooms::{make_rightful_rooms, open_rooms};
use super::{Directory, Office, Sitting};
use crate::rights::{Right, may};
use crate::wire::{Fault, FaultKind, Notice, NoticeKind, Person, Place, Session};
use crate::{say, words};

/// Opens the vault for a user with their password. Wrong is one calm sentence, whatever was wrong, and a rising wait.
pub fn open_vault(office: &mut Office, user: &str, password: &str) -> Result<Session, Fault> {
    lock(office)?;
    open_within(office, user, password)
}

/// The same in the folder that the office is over, which nobody is in.
pub(crate) fn open_within(
    office: &mut Office,
    user: &str,
    password: &str,
) -> Result<Session, Fault> {
    let (slots, opened, device, failures) = tried(office, user, password)?;
    enter(office, slots, opened, device)?;
    if failures > 0 {
        office.note_account("wrong_passwords", Some(failures.to_string()));
    }
    session(office)
}

/// Proves that somebody knows their password, while somebody else is in. It counts like every other attempt.
pub(crate) fn prove(office: &mut Office, user: &str, password: &str) -> Result<Opened, Fault> {
    let (_, opened, _, failures) = tried(office, user, password)?;
    if failures > 0 {
        office.note_account("wrong_passwords", Some(failures.to_string()));
    }
    let id = opened.keys.id().to_string();
    let listed = office.sitting()?.directory.person(&id);
    if listed.is_none_or(|listed| listed.closed.is_some() || listed.role != opened.card.role) {
        return Err(keys::KeysError::SlotsAltered.into());
    }
    Ok(opened)
}

/// Tries a password, counted before the attempt. Gives how often it was wrong before.
fn tried(
    office: &mut Office,
    user: &str,
    password: &str,
) -> Result<(Slots, Opened, DeviceSecret, u32), Fault> {
    if !office.has_vault() {
        return Err(missing());
    }
    office.hold()?;
    let slots = office.slots()?;
    let device = office.device(&slots)?;
    let mut throttle = Throttle::read(
        office.folder()?.root(),
        slots.vault(),
        &device,
        office.around.seconds(),
    );
    let wait = throttle.wait(office.around.seconds());
    if wait > 0 {
        return Err(wait_fault(FaultKind::Wait, wait));
    }
    if !slots.seal_holds(&device) {
        return Err(keys::KeysError::SlotsAltered.into());
    }
    let failures = throttle.failures();
    // Counted before the attempt, so that killing the program does not skip the count; a disk that is full or
    // read-only keeps nobody from reading, and it counts in memory all the same.
    let now = office.around.seconds();
    let wait = throttle.failed(now).unwrap_or_else(|_| throttle.wait(now));
    let opened = match slots.open_with_password(user, password, &device) {
        Ok(opened) => opened,
        Err(keys::KeysError::DidNotOpen) => return Err(wait_fault(FaultKind::WrongPassword, wait)),
        Err(other) => return Err(other.into()),
    };
    let _ = throttle.succeeded();
    Ok((slots, opened, device, failures))
}

fn wait_fault(kind: FaultKind, wait: u64) -> Fault {
    let seconds = u32::try_from(wait).unwrap_or(u32::MAX);
    let say = match seconds {
        0 => "That did not open it. Try again.".to_owned(),
        1 => "That did not open it. Try again in 1 second.".to_owned(),
        _ => format!("That did not open it. Try again in {seconds} seconds."),
    };
    Fault {
        wait_seconds: Some(seconds),
        ..Fault::new(kind, say)
    }
}

fn missing() -> Fault {
    Fault::new(FaultKind::Missing, "There are no records in this folder.")
        .kept("Nothing was changed.")
        .next("Choose the right folder, bring back a backup, or set up a new vault.")
}

/// Lets a person in whose slot has opened: rooms, rollback, rightful rooms, what was posted, calls that wait.
pub(super) fn enter(
    office: &mut Office,
    slots: Slots,
    opened: Opened,
    device: DeviceSecret,
) -> Result<(), Fault> {
    let entered = come_in(office, slots, opened, device);
    if entered.is_err() {
        // An opening that failed half way leaves nothing open behind the door.
        office.sitting = None;
    }
    entered
}

fn come_in(
    office: &mut Office,
    mut slots: Slots,
    opened: Opened,
    device: DeviceSecret,
) -> Result<(), Fault> {
    let directory = slots
        .directory(&opened.vault_key)?
        .ok_or_else(|| Fault::from(keys::KeysError::SlotsDamaged))?;
    let directory: Directory = serde_json::from_slice(&directory)
        .map_err(|_| Fault::from(keys::KeysError::SlotsDamaged))?;
    sit_down(office, &slots, opened, device, directory)?;
    let folder = office.folder()?.clone();
    let Some(sitting) = office.sitting.as_mut() else {
        return Err(Fault::stopped());
    };
    open_rooms(&folder, &slots, sitting)?;
    same_role(office)?;
    office.look_for_rollback(&slots)?;
    office.look_for_old_list(&slots);
    make_rightful_rooms(office, &mut slots)?;
    if let Some(room) = office.room(RoomKind::Pupils) {
        let settings = room.settings()?;
        office.sitting_mut()?.settings = settings;
    }
    settle(office, &mut slots)?;
    super::post::sweep_letterbox(office)?;
    super::post::keep_waiting_calls(office);
    Ok(())
}

/// The role in a person's own slot is the one everybody else has on the list: a card that was rewritten opens nothing.
fn same_role(office: &Office) -> Result<(), Fault> {
    let sitting = office.sitting()?;
    let listed = sitting
        .directory
        .person(&sitting.opened.keys.id().to_string());
    if listed.is_none_or(|listed| listed.role == sitting.role()) {
        return Ok(());
    }
    Err(keys::KeysError::SlotsAltered.into())
}

/// A sitting with no rooms open yet.
pub(super) fn sit_down(
    office: &mut Office,
    slots: &Slots,
    opened: Opened,
    device: DeviceSecret,
    directory: Directory,
) -> Result<(), Fault> {
    let folder = office.folder()?.clone();
    let writer = Writer::load_or_make(
        folder.root(),
        slots.vault(),
        &opened.keys,
        &device,
        &mut *office.around.rng,
    )?;
    let key = keys::own_key(&opened.keys, "locker");
    let person = history::Id(opened.keys.id().0);
    let face = &directory.face;
    // Until the settings entry can be read (only members of the pupils' room can), the shared page has the same facts.
    let settings = Settings {
        school: face.school.clone(),
        address: face.address.clone(),
        phone: face.phone.clone(),
        numbers: face.numbers.clone(),
        practice: face.practice,
        minimum_password: face.minimum_password,
        ..Settings::default()
    }
    .within_limits();
    office.sitting = Some(Box::new(Sitting {
        locker: Locker::open(&folder, person, &key),
        writer,
        opened,
        device,
        directory,
        rooms: BTreeMap::new(),
        room_keys: BTreeMap::new(),
        settings,
        notices: Vec::new(),
        unopened: Vec::new(),
        looked: BTreeMap::new(),
        last_input: (office.around.steady)(),
        clock_ms: None,
        unnoted: true,
        stand_ins: Vec::new(),
        walks: BTreeMap::new(),
        lines: BTreeMap::new(),
        put_aside: false,
    }));
    Ok(())
}

/// Writes down who is in and since when, and takes away the stand-ins of rooms that have just been made.
pub(super) fn settle(office: &mut Office, slots: &mut Slots) -> Result<(), Fault> {
    let now = (office.around.now)().timestamp_millis();
    let root = office.folder()?.root().to_owned();
    let Some(sitting) = office.sitting.as_mut() else {
        return Err(Fault::stopped());
    };
    let id = sitting.opened.keys.id();
    if let Some(person) = sitting.directory.person_mut(id) {
        person.last_opened = Some(now);
    }
    sitting.directory.face.last_opened = Some(now);
    super::directory::seal_directory(slots, sitting, &mut *office.around.rng)?;
    match slots.write(&root, &sitting.device, &sitting.opened.vault_key) {
        Ok(()) => {}
        // A full or read-only disk keeps nobody from reading; what could not be noted is not the record.
        Err(keys::KeysError::Disk { .. }) if sitting.stand_ins.is_empty() => {}
        Err(other) => return Err(other.into()),
    }
    for stand_in in std::mem::take(&mut sitting.stand_ins) {
        vault::folder::remove_file(&stand_in)?;
    }
    // The list of people is there: a first run that was under way is over.
    let _ = vault::folder::remove_file(&office.folder()?.begun());
    office.note_state();
    Ok(())
}

/// Locks: what has to be noted is noted, rooms are closed, keys are wiped. Drafts were kept as they were typed. Whoever
/// practised is back at the door of the real school.
pub fn lock(office: &mut Office) -> Result<(), Fault> {
    office.note_state();
    office.intake.clear();
    office.lists.clear();
    office.list_names.clear();
    office.papers.clear();
    office.receipt = None;
    office.settle();
    office.looking.clear();
    if let Some(mut sitting) = office.sitting.take() {
        for (_, room) in std::mem::take(&mut sitting.rooms) {
            // A room that cannot be tidied is closed all the same; what was signed is in it.
            let _ = room.close();
        }
    }
    crate::practice::leave(office);
    Ok(())
}

/// There was input: the vault does not lock yet.
pub fn still_here(office: &mut Office) -> Result<(), Fault> {
    let now = (office.around.steady)();
    office.sitting_mut()?.last_input = now;
    Ok(())
}

impl Office {
    /// Whether nobody has touched anything for as long as the school allows.
    pub fn is_idle(&self) -> bool {
        self.sitting.as_ref().is_some_and(|sitting| {
            let idle = (self.around.steady)().saturating_sub(sitting.last_input);
            idle.as_secs() >= u64::from(sitting.settings.lock_after_minutes) * 60
        })
    }

    /// Whether somebody is in.
    pub fn is_open(&self) -> bool {
        self.sitting.is_some()
    }

    /// Minutes without input until the vault locks.
    pub fn lock_after_minutes(&self) -> u32 {
        self.sitting
            .as_ref()
            .map_or(10, |sitting| sitting.settings.lock_after_minutes)
    }

    /// What goes on behind a person's work: space is put aside for a day when the disk is full, the state of the rooms is
    /// noted, and the check walks a little further.
    pub fn tick(&mut self) {
        if let (Some(sitting), Some(held)) = (&mut self.sitting, &self.held)
            && !std::mem::replace(&mut sitting.put_aside, true)
        {
            // Once a sitting: space that was given back is needed. A disk that has none for it is full soon enough.
            let _ = held.folder.make_ballast(&mut *self.around.rng);
        }
        self.note_state();
        self.check_on();
    }

    /// The first letters of the vault's id, for a page or a telephone.
    pub fn vault_short(&self) -> Result<String, Fault> {
        let id = self.slots()?.vault().to_string();
        Ok(id.get(..8).unwrap_or_default().to_uppercase())
    }
}

/// Who is in and what they should know.
pub fn session(office: &Office) -> Result<Session, Fault> {
    let sitting = office.sitting()?;
    let (zone, today) = (office.around.zone, office.around.local().date_naive());
    let id = sitting.opened.keys.id().to_string();
    let person = sitting
        .directory
        .person(&id)
        .map(|person| office.person(person))
        .transpose()?;
    let person = person.unwrap_or_else(|| Person {
        id,
        user: sitting.opened.card.user.clone(),
        name: sitting.opened.card.name.clone(),
        role: sitting.role().to_owned(),
        role_title: words::role(sitting.role()),
        closed: false,
        invited: false,
        joined: None,
        last_opened: None,
        dormant: false,
    });
    let known = sitting.directory.person(&person.id);
    let mut places = vec![Place::Today, Place::Record];
    if sitting.rooms.is_empty() {
        places.push(Place::MyConcerns);
    } else {
        places.push(Place::Concerns);
    }
    if sitting.rooms.contains_key(&RoomKind::Pupils) && may(sitting.role(), Right::AllPupilRecords)
    {
        places.extend([Place::Pupils, Place::People]);
    }
    if !sitting.rooms.is_empty() {
        places.extend([Place::Guidance, Place::Registers]);
    }
    if sitting.rooms.contains_key(&RoomKind::Pupils) && may(sitting.role(), Right::Reports) {
        places.push(Place::Reports);
    }
    places.push(Place::Vault);
    let mut notices = sitting.notices.clone();
    if sitting
        .rooms
        .values()
        .any(|room| room.entry_counts().is_ok_and(|(_, waiting)| waiting > 0))
    {
        notices.push(Notice {
            kind: NoticeKind::NeedsNewer,
            say: "Some entries wait for others that have not arrived yet.".to_owned(),
            next: None,
        });
    }
    Ok(Session {
        person,
        school: sitting.settings.school.clone(),
        practice: sitting.settings.practice,
        places,
        rehearsal_due: known.is_some_and(|known| !known.rehearsed),
        lock_after_minutes: sitting.settings.lock_after_minutes,
        notices,
        last_backup: sitting
            .directory
            .face
            .last_backup
            .map(|at| say::since(at, zone, today)),
        today: office.around.local().format("%A %-d %B").to_string(),
        danger: sitting.directory.face.danger(),
    })
}
