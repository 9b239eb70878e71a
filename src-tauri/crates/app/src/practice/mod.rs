//! An invented school to practise in, filled as if it had been in use: the same for the same seed.

mod around;
mod pupils;
mod staff;
mod writing;

use std::collections::BTreeMap;
use std::path::PathBuf;

use keys::Keyring;

use crate::Office;
use crate::demo::plan;
use crate::office::{Call, create, lock, open_within};
use crate::wire::{CreateVault, Fault, Session};

use around::write_around;
use pupils::write_pupils;
use staff::Staff;
use writing::Writing;

/// How large an invented school is.
#[derive(Debug, Clone, Copy)]
pub struct Practice {
    /// Pupils.
    pub pupils: usize,
    /// Concerns.
    pub concerns: usize,
    /// The same seed, the same school.
    pub seed: u64,
    /// Files of so many MiB in all.
    pub attachments_mib: usize,
}

impl Default for Practice {
    fn default() -> Self {
        Self {
            pupils: 420,
            concerns: 160,
            seed: 1,
            attachments_mib: 4,
        }
    }
}

/// Who opens the school one practises in. Nothing real belongs there, so the password is no secret.
const USER: &str = "practice";
const PASSWORD: &str = "practice makes a calm lead";
/// Entries written in one step.
const BATCH: usize = 400;

/// The real school's folder, keyring and calls, while one practises.
pub(crate) struct Real {
    folder: PathBuf,
    keyring: Keyring,
    calls: Vec<Call>,
}

/// Opens the school one practises in, making it the first time. The real records stay closed; locking leads back to them.
pub fn open_practice(office: &mut Office) -> Result<Session, Fault> {
    lock(office)?;
    office.held = None;
    let folder = office.around.practice_folder.clone();
    let keyring = Keyring::File(folder.with_extension("secret"));
    office.real = Some(Real {
        keyring: std::mem::replace(&mut office.around.keyring, keyring),
        folder: std::mem::replace(&mut office.around.folder, folder),
        // A call noted for the real school does not belong in this one.
        calls: std::mem::take(&mut office.calls),
    });
    let opened = enter(office);
    if opened.is_err() {
        // Half a pretend school is closed, and the real one's door is back.
        let _ = lock(office);
    }
    opened
}

/// Back to the real school, if one practises.
pub(crate) fn leave(office: &mut Office) {
    if let Some(real) = office.real.take() {
        office.held = None;
        office.around.folder = real.folder;
        office.around.keyring = real.keyring;
        office.calls = real.calls;
    }
}

fn enter(office: &mut Office) -> Result<Session, Fault> {
    if !office.has_vault() {
        let form = lead(USER, "Ruth Calloway", PASSWORD);
        make_practice_school(office, form, Practice::default())?;
        return crate::session(office);
    }
    open_within(office, USER, PASSWORD)
}

fn lead(user: &str, name: &str, password: &str) -> CreateVault {
    CreateVault {
        school: String::new(),
        prefix: "MV".to_owned(),
        address: String::new(),
        phone: String::new(),
        sites: Vec::new(),
        name: name.to_owned(),
        user: user.to_owned(),
        password: password.to_owned(),
    }
}

/// Makes an invented school in the office's folder, for the user and password of `form`; its name says that it is one.
pub fn make_practice_school(
    office: &mut Office,
    form: CreateVault,
    practice: Practice,
) -> Result<crate::wire::Kit, Fault> {
    let today = office.around.local().date_naive();
    let plan = plan(
        practice.seed,
        practice.pupils,
        practice.concerns,
        practice.attachments_mib,
        today,
    )
    .map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let form = CreateVault {
        school: plan.school.clone(),
        prefix: "MV".to_owned(),
        address: plan.address.clone(),
        phone: plan.phone.clone(),
        sites: plan.pupils.iter().map(|pupil| pupil.site.clone()).collect(),
        name: if form.name.trim().is_empty() {
            "Ruth Calloway".to_owned()
        } else {
            form.name
        },
        ..form
    };
    let created = create(office, form, true)?;
    let watch = office.watch();
    watch.begin();
    let people = Staff::of(office, &plan)?;
    let pupils = write_pupils(office, &plan)?;
    write_around(office, &pupils)?;
    let mut writing = Writing {
        people,
        pupils,
        counts: BTreeMap::new(),
        batch: Vec::new(),
        corrections: Vec::new(),
        total: practice.concerns,
    };
    for (done, concern) in plan.concerns().enumerate() {
        writing.add(office, &plan, &concern)?;
        if writing.batch.len() >= BATCH {
            writing.flush(office)?;
            watch.step("Inventing concerns", done as u64, practice.concerns as u64)?;
        }
    }
    writing.flush(office)?;
    office.sitting_mut()?.unnoted = true;
    office.note_state();
    Ok(created.kit)
}
