//! The office of this run: which vault, which keyring, who comes in, and that it is locked again.

use app::wire::{Notice, Session};
use app::{Keyring, Office, Surroundings};

use crate::answer::Outcome;
use crate::args::Run;
use crate::secret;
use crate::stop::{Exit, Stop};
use crate::voice::Voice;

/// How this program is named in what it signs.
const PROGRAM: &str = concat!("strongroom-cli ", env!("CARGO_PKG_VERSION"));

/// The office over the vault's folder, with nobody in it.
pub fn office(run: &Run) -> Result<Office, Stop> {
    let folder = run.vault.clone().ok_or_else(|| {
        Stop::wrong_use("Say which vault: --vault DIR, or STRONGROOM_VAULT in the environment.")
    })?;
    let folder = std::path::absolute(folder)
        .map_err(|_| Stop::wrong_use("--vault: this is not the name of a folder."))?;
    say_keyring(run);
    let practice = folder.join("practice");
    let around = Surroundings::of_this_computer(folder, practice, run.keyring.clone(), PROGRAM);
    let office = Office::new(around);
    office.watch().tell_to(Voice::new(run.json).progress());
    Ok(office)
}

/// Whatever is less than the computer's own keyring is said every time.
pub fn say_keyring(run: &Run) {
    let voice = Voice::new(run.json);
    match &run.keyring {
        Keyring::Os => {}
        Keyring::File(file) => voice.note(&format!(
            "The device secret is kept in {}, not in this computer's keyring. Whoever has that file and the vault needs only the password.",
            file.display()
        )),
        Keyring::Absent => {
            voice.note("No keyring is used. The password alone opens this vault on any computer.");
        }
    }
}

/// The user name that was given.
pub fn user(run: &Run) -> Result<&str, Stop> {
    run.user
        .as_deref()
        .ok_or_else(|| Stop::wrong_use("Say who you are: --user NAME."))
}

/// An office over a vault that is there.
pub fn office_with_vault(run: &Run) -> Result<Office, Stop> {
    let office = office(run)?;
    if office.has_vault() {
        return Ok(office);
    }
    Err(Stop::refused("There is no vault in this folder.")
        .next("Check --vault, bring back a backup, or make a vault with `vault create`."))
}

/// Opens the vault for `--user`, does the work, and locks again whatever came of it.
pub fn sit(run: &Run, work: impl FnOnce(&mut Office) -> Outcome) -> Outcome {
    sit_with(run, |office, _| work(office))
}

/// The same with the password at hand, for what asks for it again.
pub fn sit_with(run: &Run, work: impl FnOnce(&mut Office, &str) -> Outcome) -> Outcome {
    let user = user(run)?;
    let mut office = office_with_vault(run)?;
    let password = secret::password(run.password_file.as_deref())?;
    let session = app::open_vault(&mut office, user, &password)?;
    greet(run, &session);
    finish(&mut office, |office| work(office, &password))
}

/// Does the work in an office somebody is in, and locks it: what has to be noted is noted then.
pub fn finish(office: &mut Office, work: impl FnOnce(&mut Office) -> Outcome) -> Outcome {
    let outcome = work(office);
    match (outcome, app::lock(office)) {
        (Ok(answer), Ok(())) => Ok(answer),
        (Err(stop), _) => Err(stop),
        (Ok(_), Err(fault)) => Err(fault.into()),
    }
}

/// What whoever came in should know first.
pub fn greet(run: &Run, session: &Session) {
    let voice = Voice::new(run.json);
    for Notice { say, next, .. } in &session.notices {
        voice.note(&[say.as_str(), next.as_deref().unwrap_or_default()].join(" "));
    }
    if session.rehearsal_due {
        voice.note("Your recovery kit has not been tried yet. Try it once: `vault rehearse --code-file FILE`.");
    }
}

/// What is said of a record that is not there for this person: never whether it exists.
pub fn not_here(what: &str) -> Stop {
    Stop::new(
        Exit::NoRight,
        format!("{what} is not here, or it is in a room you are not a member of."),
    )
    .kept("Nothing was changed.")
}
