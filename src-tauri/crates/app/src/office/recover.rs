//! Changing the password, proving the kit, and getting in with it.

use domain::school::Settings;
use keys::{KeysError, RecoveryWords, Slots, Throttle, VaultKey};

use super::create::{check_password, cost, refuse};
use super::{Office, open};
use crate::wire::{Done, Fault, FaultKind, Kit, Problem, Session, Topic};

/// Puts a new password in the place of the old one.
pub fn change_password(office: &mut Office, old: &str, new: &str) -> Result<(), Fault> {
    let minimum = office.sitting()?.settings.minimum_password;
    let mut problems = Vec::new();
    let mut say = |_: &str, say: &str| {
        problems.push(Problem {
            field: "new".to_owned(),
            say: say.to_owned(),
        })
    };
    check_password(new, minimum, &mut say);
    refuse(problems)?;
    let mut slots = office.slots()?;
    let root = office.folder()?.root().to_owned();
    let cost = cost(&office.around);
    let around = &mut office.around;
    let Some(sitting) = office.sitting.as_ref() else {
        return Err(super::locked());
    };
    let user = sitting.opened.card.user.clone();
    slots
        .change_password(&user, old, new, &sitting.device, cost, &mut *around.rng)
        .map_err(|error| {
            unopened(
                error,
                "old",
                "That is not your present password. It stays as it was.",
            )
        })?;
    slots.write(&root, &sitting.device, &sitting.opened.vault_key)?;
    office.note_account("password_changed", None);
    Ok(())
}

/// Proves that the words on this person's kit are theirs and complete. Asked for until it was done once.
pub fn rehearse(office: &mut Office, words: &[String]) -> Result<Done<()>, Fault> {
    let read = read_words(words)?;
    let id = office.sitting()?.opened.keys.id();
    if !office.slots()?.prove_words(id, &read)? {
        return Err(Fault::field(
            "words",
            "These are twelve good words, but not those of your kit. Is it the newest one?",
        ));
    }
    if let Some(person) = office.sitting_mut()?.directory.person_mut(id) {
        person.rehearsed = true;
    }
    office.write_directory()?;
    office.note_account("kit_rehearsed", None);
    Ok(Done {
        value: (),
        touched: vec![Topic::Vault],
    })
}

/// Makes twelve new words for whoever is in and gives their password; the old ones open nothing any more but copies and
/// backups made before. Shown once, and asked to be tried again.
pub fn new_kit(office: &mut Office, password: &str) -> Result<Kit, Fault> {
    let mut slots = office.slots()?;
    let around = &mut office.around;
    let Some(sitting) = office.sitting.as_mut() else {
        return Err(super::locked());
    };
    slots
        .open_with_password(&sitting.opened.card.user, password, &sitting.device)
        .map_err(|error| {
            unopened(
                error,
                "password",
                "That is not your password. The words stay as they were.",
            )
        })?;
    let words = slots.replace_recovery(&sitting.opened, &mut *around.rng)?;
    let id = sitting.opened.keys.id();
    if let Some(person) = sitting.directory.person_mut(id) {
        person.rehearsed = false;
    }
    super::directory::seal_directory(&mut slots, sitting, &mut *around.rng)?;
    let root = office.folder()?.root().to_owned();
    let sitting = office.sitting()?;
    slots.write(&root, &sitting.device, &sitting.opened.vault_key)?;
    office.note_account("kit_renewed", None);
    super::create::kit(office, &words)
}

/// Opens the vault with the twelve words and sets a new password. Needs neither the old password nor the keyring.
pub fn recover_vault(
    office: &mut Office,
    user: &str,
    words: &[String],
    password: &str,
) -> Result<Session, Fault> {
    super::lock(office)?;
    if !office.has_vault() {
        return Err(Fault::new(
            FaultKind::Missing,
            "There are no records in this folder.",
        ));
    }
    office.hold()?;
    let read = read_words(words)?;
    let mut slots = office.slots()?;
    let opened = slots.open_with_words(&read).map_err(|error| {
        let say = "These words do not open these records. Is it the kit of this school, and the newest one?";
        unopened(error, "words", say)
    })?;
    if opened.card.user.to_lowercase() != user.trim().to_lowercase() {
        return Err(Fault::field(
            "user",
            "These words belong to another user name of this school.",
        ));
    }
    if !slots.vouch_holds(&opened.vault_key) {
        return Err(KeysError::SlotsAltered.into());
    }
    check_new_password(&slots, &opened.vault_key, password)?;
    let device = match office.around.keyring.load(slots.vault()) {
        Ok(device) => device,
        Err(KeysError::SecretMissing) => office
            .around
            .keyring
            .make(slots.vault(), &mut *office.around.rng)?,
        Err(other) => return Err(other.into()),
    };
    let cost = cost(&office.around);
    let root = office.folder()?.root().to_owned();
    slots.re_seal_after_recovery(&device, &opened, password, cost, &mut *office.around.rng)?;
    slots.write(&root, &device, &opened.vault_key)?;
    Throttle::begin(&root, slots.vault(), &device)?;
    open::enter(office, slots, opened, device)?;
    office.note_account("recovered", None);
    super::session(office)
}

/// As long as the school wants it, which the list of people knows.
fn check_new_password(slots: &Slots, key: &VaultKey, password: &str) -> Result<(), Fault> {
    let mut settings = Settings::default();
    let directory = slots.directory(key)?;
    if let Some(directory) =
        directory.and_then(|bytes| serde_json::from_slice::<super::Directory>(&bytes).ok())
    {
        settings.minimum_password = directory.face.minimum_password;
    }
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        })
    };
    check_password(
        password,
        settings.within_limits().minimum_password,
        &mut say,
    );
    refuse(problems)
}

/// What did not open is said at its field; anything else is said as it is.
fn unopened(error: KeysError, field: &str, say: &str) -> Fault {
    if matches!(error, KeysError::DidNotOpen) {
        Fault {
            kind: FaultKind::WrongPassword,
            ..Fault::field(field, say)
        }
    } else {
        error.into()
    }
}

/// Twelve words in any spacing, named by place when one is wrong.
pub(crate) fn read_words(words: &[String]) -> Result<RecoveryWords, Fault> {
    RecoveryWords::read(&words.join(" "))
        .map_err(|problem| Fault::field("words", problem.to_string()))
}
