//! A new vault, with the lead as its first person.

use domain::room::Room as RoomKind;
use domain::school::{SETTINGS, SETTINGS_SET, Settings};
use keys::slots::Enrolment;
use keys::{
    Card, Cost, DeviceSecret, KeysError, Opened, PersonId, PersonKeys, RoomId, Slots, Throttle,
    VaultId, VaultKey,
};
use vault::folder::{FolderError, VaultFolder};

use super::rooms::{make_rightful_rooms, plain_entry};
use super::{Directory, DirectoryPerson, Face, Office, RoomEntry, open};
use crate::wire::{CreateVault, Created, Fault, FaultKind, Kit, Problem};

/// Makes a vault in the office's folder: four rooms of which the lead holds the pupils', and the lead's own kit.
pub fn create_vault(office: &mut Office, form: CreateVault) -> Result<Created, Fault> {
    create(office, form, false)
}

/// The same, for an invented school when `practice`.
pub(crate) fn create(
    office: &mut Office,
    form: CreateVault,
    practice: bool,
) -> Result<Created, Fault> {
    if office.has_vault() {
        return Err(Fault::new(
            FaultKind::Refused,
            "There are records in this folder already.",
        )
        .kept("They were not touched.")
        .next("Open them with your user name and password, or choose another folder."));
    }
    check(&form)?;
    let vault = VaultId::random(&mut *office.around.rng);
    let folder = VaultFolder::create(&office.around.folder)?;
    office.hold()?;
    begin(&folder)?;
    // The keyring first: a secret that cannot be kept would lock the lead out tomorrow.
    let (device, is_new) = match office.around.keyring.make(vault, &mut *office.around.rng) {
        Ok(device) => (device, true),
        // A file that keeps one already: of a first run that was cut off, or of another vault. It serves both, because
        // every key made of it is made of the vault's own id as well.
        Err(KeysError::SecretThere) => (office.around.keyring.load(vault)?, false),
        Err(other) => return Err(other.into()),
    };
    let made = make(office, form, practice, vault, device);
    if made.is_err() {
        // Half a vault would stand in the way of the next try.
        office.sitting = None;
        if is_new {
            let _ = office.around.keyring.forget(vault);
        }
        for name in keys::slots::FILES {
            let _ = vault::folder::remove_file(&folder.root().join(name));
        }
        let _ = clear(&folder).and_then(|()| vault::folder::remove_file(&folder.begun()));
    }
    made
}

/// Notes that a first run is under way, so that one that is cut off (a flat battery) does not stand in the way of the
/// next; what the last one left is cleared. The note goes once the list of people is written.
fn begin(folder: &VaultFolder) -> Result<(), FolderError> {
    if folder.begun().exists() {
        clear(folder)?;
    }
    vault::folder::write_whole(&folder.begun(), b"")
}

/// Takes away the room files. Nobody has been let into them.
fn clear(folder: &VaultFolder) -> Result<(), FolderError> {
    for tag in folder.rooms()? {
        vault::folder::remove_file(&folder.room_file(tag))?;
    }
    Ok(())
}

fn make(
    office: &mut Office,
    form: CreateVault,
    practice: bool,
    vault: VaultId,
    device: DeviceSecret,
) -> Result<Created, Fault> {
    let folder = office.folder()?.clone();
    let rng = &mut *office.around.rng;
    let keys = PersonKeys::generate(PersonId::random(rng), rng);
    let card = Card {
        user: form.user.trim().to_owned(),
        name: form.name.trim().to_owned(),
        role: "dsl".to_owned(),
    };
    let vault_key = VaultKey::generate(rng);
    let cost = cost(&office.around);
    let rng = &mut *office.around.rng;
    let mut slots = Slots::create(vault);
    let newcomer = Enrolment {
        keys: &keys,
        card: &card,
        vault_key: &vault_key,
        password: &form.password,
        cost,
    };
    let words = slots.enrol(&newcomer, &device, rng)?;
    Throttle::begin(folder.root(), vault, &device)?;

    let mut rooms = Vec::new();
    for kind in RoomKind::ALL {
        let mut tag = [0; 8];
        rng.fill_bytes(&mut tag);
        vault::make_decoy(&folder.room_file(tag), rng)?;
        rooms.push(RoomEntry {
            kind,
            id: RoomId::random(rng).to_string(),
            file: history::to_hex(&tag),
            letterbox: None,
            holders: Vec::new(),
        });
    }
    let settings = Settings {
        school: form.school.trim().to_owned(),
        prefix: form.prefix.trim().to_uppercase(),
        address: form.address.trim().to_owned(),
        phone: form.phone.trim().to_owned(),
        sites: Settings::tidy_sites(&form.sites),
        practice,
        ..Settings::default()
    };
    let person = DirectoryPerson {
        id: keys.id().to_string(),
        user: card.user.clone(),
        name: card.name.clone(),
        role: card.role.clone(),
        invited: None,
        joined: Some((office.around.now)().timestamp_millis()),
        last_opened: None,
        closed: None,
        rehearsed: false,
    };
    let face = Face {
        school: settings.school.clone(),
        address: settings.address.clone(),
        phone: settings.phone.clone(),
        practice,
        minimum_password: settings.minimum_password,
        ..Face::default()
    };
    let directory = Directory {
        version: 1,
        rooms,
        people: vec![person],
        face,
    };
    let opened = Opened {
        keys,
        vault_key,
        card,
        cost,
    };
    open::sit_down(office, &slots, opened, device, directory)?;
    make_rightful_rooms(office, &mut slots)?;
    office.write(RoomKind::Pupils, vec![settings_entry(office, &settings)?])?;
    office.sitting_mut()?.settings = settings;
    open::settle(office, &mut slots)?;

    let kit = kit(office, &words)?;
    Ok(Created {
        session: super::session(office)?,
        kit,
    })
}

/// The entry that sets the school's settings.
pub(crate) fn settings_entry(
    office: &Office,
    settings: &Settings,
) -> Result<vault::NewEntry, Fault> {
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(super::rooms::not_a_member)?;
    let mut entry = plain_entry(SETTINGS_SET, SETTINGS, settings);
    entry.subjects = vec![room.id().0];
    Ok(entry)
}

/// The kit as a screen and a page show it.
pub(super) fn kit(office: &Office, words: &keys::RecoveryWords) -> Result<Kit, Fault> {
    let sitting = office.sitting()?;
    Ok(Kit {
        words: words.words().into_iter().map(str::to_owned).collect(),
        person: sitting.opened.card.name.clone(),
        school: sitting.settings.school.clone(),
        vault_short: office.vault_short()?,
    })
}

/// What a password slot costs on this laptop: about a second, never under the floor.
pub(super) fn cost(around: &crate::surroundings::Surroundings) -> Cost {
    around.cost.unwrap_or_else(|| {
        let steady = around.steady.clone();
        keys::stretch::calibrate(std::time::Duration::from_secs(1), &mut move || steady())
    })
}

fn check(form: &CreateVault) -> Result<(), Fault> {
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        })
    };
    if form.school.trim().is_empty() {
        say("school", "Write the school's name");
    }
    let prefix = form.prefix.trim();
    if !(2..=4).contains(&prefix.len()) || !prefix.bytes().all(|c| c.is_ascii_alphabetic()) {
        say(
            "prefix",
            "Choose two to four letters, for example MV for Marlowe Vale",
        );
    }
    if form.name.trim().is_empty() {
        say("name", "Write your name as colleagues know it");
    }
    check_user(&form.user, &mut say);
    check_password(
        &form.password,
        Settings::default().minimum_password,
        &mut say,
    );
    refuse(problems)
}

/// A user name is short, plain and without spaces, so that it can be typed under pressure.
pub(super) fn check_user(user: &str, say: &mut dyn FnMut(&str, &str)) {
    let user = user.trim();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if !(2..=40).contains(&user.chars().count()) || !user.chars().all(plain) {
        say(
            "user",
            "Choose a user name of 2 to 40 letters, digits, dots or hyphens, for example ruth.calloway",
        );
    }
}

/// A password has as many characters as the school asks for.
pub(super) fn check_password(password: &str, minimum: u32, say: &mut dyn FnMut(&str, &str)) {
    if password.chars().count() < minimum as usize {
        say(
            "password",
            &format!(
                "Use at least {minimum} characters. Six words in a row are good and easy to remember"
            ),
        );
    }
}

/// A fault with all the problems, if there are any.
pub(crate) fn refuse(problems: Vec<Problem>) -> Result<(), Fault> {
    if problems.is_empty() {
        return Ok(());
    }
    let say = match problems.as_slice() {
        [one] => one.say.clone(),
        many => format!("{} things first", count(many.len())),
    };
    Err(Fault {
        problems,
        ..Fault::new(FaultKind::Refused, say)
    }
    .kept("What you typed is kept."))
}

fn count(n: usize) -> String {
    let words = [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
    ];
    words
        .get(n)
        .map_or_else(|| n.to_string(), |word| (*word).to_owned())
}
