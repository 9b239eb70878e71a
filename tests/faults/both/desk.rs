//! The program at a desk, through the verbs a screen calls: what somebody does there, and whether it is still there
//! afterwards.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use app::wire::{ConcernForm, CreateVault, Created, Fault, Session};
use app::{BeginFile, Cost, Keyring, Office, Surroundings};

/// Who works at it.
pub const USER: &str = "ruth.calloway";

/// A laptop's disk and the program on it.
pub struct Desk {
    /// The program.
    pub office: Office,
    place: PathBuf,
}

impl Desk {
    /// The program on the disk in `place`, some days from now: each day is past the wait after wrong passwords.
    pub fn at(place: &Path, days: u64) -> Self {
        let keyring = place.join("keyring");
        std::fs::create_dir_all(&keyring).unwrap();
        let mut around = Surroundings::of_this_computer(
            vault_of(place),
            place.join("practice"),
            Keyring::File(keyring.join("device.secret")),
            "strongroom 0.1.0 (faults)",
        );
        let now = Arc::clone(&around.now);
        around.now = Arc::new(move || now() + Duration::from_secs(86_400 * days));
        around.cost = Some(Cost::FLOOR);
        Self {
            office: Office::new(around),
            place: place.to_owned(),
        }
    }

    /// First run.
    pub fn create(&mut self, password: &str) -> Result<Created, Fault> {
        self.create_as("Marlowe Vale School", "Ruth Calloway", password)
    }

    /// First run of a school with this name and lead.
    pub fn create_as(
        &mut self,
        school: &str,
        lead: &str,
        password: &str,
    ) -> Result<Created, Fault> {
        app::create_vault(
            &mut self.office,
            CreateVault {
                school: school.to_owned(),
                prefix: "MV".to_owned(),
                address: "Weir Lane, Marlowe Vale MV4 2QT".to_owned(),
                phone: "01632 960144".to_owned(),
                sites: Vec::new(),
                name: lead.to_owned(),
                user: USER.to_owned(),
                password: password.to_owned(),
            },
        )
    }

    /// Opens the vault.
    pub fn open(&mut self, password: &str) -> Result<Session, Fault> {
        app::open_vault(&mut self.office, USER, password)
    }

    /// Takes a file in for a concern, as the window does. Gives its token.
    pub fn take_in(&mut self, name: &str, bytes: &[u8]) -> Result<String, Fault> {
        self.bring(name, bytes, "concern")
    }

    /// Takes in a file for a purpose.
    pub fn bring(&mut self, name: &str, bytes: &[u8], purpose: &str) -> Result<String, Fault> {
        let about = BeginFile {
            name: name.to_owned(),
            size: bytes.len() as u64,
            media: "application/octet-stream".to_owned(),
            source: Some("a phone shown at the library desk".to_owned()),
            indecent_image: "no".to_owned(),
            for_purpose: purpose.to_owned(),
        };
        let token = app::begin_file(&mut self.office, about)?.token;
        for piece in bytes.chunks(48 * 1024) {
            app::file_chunk(&mut self.office, &token, piece)?;
        }
        Ok(app::finish_file(&mut self.office, &token)?.token)
    }

    /// The laptop's disk.
    pub fn place(&self) -> &Path {
        &self.place
    }
}

/// Where the vault is on a disk.
pub fn vault_of(place: &Path) -> PathBuf {
    place.join("vault")
}

/// A concern that may be recorded, with this account.
pub fn saying(words: &str) -> ConcernForm {
    kit::forms::saying(words)
}
