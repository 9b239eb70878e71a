//! Making a bundle: chosen, recorded, laid out, written beside its place, and only then handed out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::room::Room as RoomKind;
use guidance::Grant;
use papers::{Printed, Redactor};
use vault::NewEntry;
use vault::folder::FolderError;

use super::continuity::{Event, events, record_events};
use super::exhibits::{Exhibits, Going, give};
use super::items::{Item, item_events};
use super::mentioned::{Spoken, spoken};
use super::printed::PrintedRecord;
use super::record::{next_number, record};
use super::redacted;
use super::redacted_picture;
use super::select::{Chosen, choose};
use super::settled::{SEALED, complete};
use super::uk_time::in_uk_time;
use super::write::{Folder, remains};
use super::{as_folder, as_one_file};
use crate::Office;
use crate::paper::printed;
use crate::redact::Redaction;
use crate::wire::{BundleMade, BundleSpec, Done, Fault, FaultKind, Topic};

/// Longest that a look says of what a bundle was for, in characters.
const LONGEST_PURPOSE: usize = 80;

/// Makes a bundle as a folder at a place where nothing stands yet, or as one file behind a password whose name begins with it, with the
/// receipt as a paper beside it. That its records and files are taken out is kept before the first of them lies open, and that the bundle
/// was made before it stands at its place. Where anything goes wrong in between, nothing stands there, and no bundle is recorded.
pub fn create_bundle(
    office: &mut Office,
    spec: BundleSpec,
    to: &Path,
) -> Result<Done<BundleMade>, Fault> {
    may(office)?;
    complete(&spec)?;
    let to = &std::path::absolute(to).map_err(|error| Fault::from(FolderError::from(error)))?;
    let receipt = beside(to, "-receipt.pdf")?;
    let form = match (spec.delivery.as_str(), spec.zip) {
        (SEALED, _) => Form::OneFile(as_one_file::Places::of(to)?),
        (_, true) => Form::Folder(Folder::begin(to)?, Some(beside(to, ".zip")?)),
        (_, false) => Form::Folder(Folder::begin(to)?, None),
    };
    office.watch().begin();
    // A paper is read in other years too.
    office.with_years = true;
    let made = in_uk_time(office, |office| make(office, &spec, form, receipt));
    office.with_years = false;
    office.redaction = None;
    office.leaving = Default::default();
    match made {
        Ok(made) => {
            super::kept::forget(office, &spec.select);
            Ok(Done {
                value: made,
                touched: vec![Topic::Concerns],
            })
        }
        Err(fault) => Err(match remains(to) {
            Some(left) => {
                let before = fault.next.clone().map(|next| format!("{next} "));
                let before = before.unwrap_or_default();
                fault.next(format!(
                    "{before}Remove the folder {left}: it holds open copies."
                ))
            }
            None => fault,
        }),
    }
}

/// Whoever is in may put evidence together for the police.
pub(super) fn may(office: &Office) -> Result<(), Fault> {
    if guidance::may(office.sitting()?.role(), Grant::ExportPolice) {
        return Ok(());
    }
    Err(Fault::new(
        FaultKind::NotAllowed,
        "Evidence for the police is put together by the safeguarding leads.",
    )
    .kept("Nothing was changed."))
}

/// A name to suggest for the folder, the number the bundle will have; refused while something is still to be settled, so that nobody is
/// asked for a place in vain.
pub fn bundle_name(office: &Office, spec: &BundleSpec) -> Result<String, Fault> {
    may(office)?;
    complete(spec)?;
    Ok(format!("BUNDLE-{}", next_number(office)?))
}

/// A bundle that is chosen and said to be taken out, whatever form it gets.
pub(super) struct Ready<'a> {
    pub(super) spec: &'a BundleSpec,
    pub(super) chosen: Chosen,
    pub(super) going: Vec<Going>,
    /// The records as they are printed, in the order of the concerns.
    pub(super) records: Vec<PrintedRecord>,
    /// Things that belong to them and are no files.
    pub(super) items: Vec<Item>,
    /// What they speak of, and what is known of that.
    pub(super) spoken: Vec<Spoken>,
    pub(super) events: Vec<Event>,
    pub(super) number: String,
    pub(super) purpose: String,
    pub(super) printed: Printed,
    /// What is taken out of it.
    pub(super) redaction: Option<Arc<Redaction>>,
    /// The originals of its exhibits go with it.
    pub(super) originals: bool,
    /// What is kept of that in the vault.
    pub(super) kept: Option<domain::evidence::Redaction>,
    /// Where the receipt goes.
    pub(super) receipt: PathBuf,
}

impl Ready<'_> {
    /// The exhibits whose originals go.
    pub(super) fn gone(&self) -> &[Going] {
        match self.originals {
            true => &self.going,
            false => &[],
        }
    }
}

/// Where it is written, and as what.
enum Form {
    Folder(Folder, Option<PathBuf>),
    OneFile(as_one_file::Places),
}

fn make(
    office: &mut Office,
    spec: &BundleSpec,
    form: Form,
    receipt: PathBuf,
) -> Result<BundleMade, Fault> {
    let number = next_number(office)?;
    let (ready, given) = prepare(office, spec, (number, receipt))?;
    // Said before anything of it lies open on a disk: whatever happens then, it is known that it was taken out.
    record(
        office,
        (&ready.chosen, ready.gone()),
        given,
        &format!("for bundle {}, for: {}", ready.number, ready.purpose),
    )?;
    match form {
        Form::Folder(folder, zip) => as_folder::make(office, ready, folder, zip.as_deref()),
        Form::OneFile(places) => as_one_file::make(office, ready, places),
    }
}

/// Everything a bundle is made of, with the entries that give references to what has none yet. Nothing is recorded.
pub(super) fn prepare<'a>(
    office: &mut Office,
    spec: &'a BundleSpec,
    (number, receipt): (String, PathBuf),
) -> Result<(Ready<'a>, Vec<NewEntry>), Fault> {
    let mut chosen = choose(office, &spec.select)?;
    office.leaving.without.clone_from(&chosen.without);
    let Exhibits {
        going,
        records,
        items,
        given,
    } = give(office, &mut chosen, spec.redact.as_ref())?;
    redacted_picture::all_here(spec, &going)?;
    let redaction = redacted::begin(office, spec, (&mut chosen, &going))?;
    let originals = redacted::originals(spec);
    let spoken = spoken(&mut chosen, spec)?;
    let purpose = purpose(spec, office.redactor().as_ref());
    let printed = printed(office, &[RoomKind::Pupils], &purpose, None)?;
    let now = (office.around.now)();
    let mut events = events(office, &going, (&number, &printed.by, now))?;
    if !originals {
        events = redacted::not_gone(events, &number);
    }
    events.extend(record_events(
        office,
        (&chosen, &records),
        (&number, &printed.by, now),
    )?);
    events.extend(item_events(&items));
    let kept = match &redaction {
        Some(redaction) => redacted::kept(office, spec, &chosen, redaction)?,
        None => None,
    };
    let ready = Ready {
        redaction,
        originals,
        kept,
        spec,
        chosen,
        going,
        records,
        items,
        spoken,
        events,
        number,
        purpose,
        printed,
        receipt,
    };
    Ok((ready, given))
}

/// `BUNDLE-receipt.pdf` beside the folder, where nothing stands yet.
pub(super) fn beside(to: &Path, ending: &str) -> Result<PathBuf, Fault> {
    let name = to
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name =
        name.ok_or_else(|| Fault::field("out", "Choose a folder of its own for the bundle"))?;
    let place = to.with_file_name(format!("{name}{ending}"));
    if std::fs::symlink_metadata(&place).is_ok() {
        return Err(Fault::field(
            "out",
            "There is a file of this bundle\u{2019}s name already. Choose another name",
        ));
    }
    Ok(place)
}

/// What is said of it once it is made, whatever form it has.
pub(super) fn said(
    ready: &Ready<'_>,
    pages: u32,
    root: String,
    amount: (usize, u64),
) -> BundleMade {
    let left_out = ready.chosen.left_out.iter();
    BundleMade {
        number: ready.number.clone(),
        pages,
        concerns: u32::try_from(ready.chosen.concerns.len()).unwrap_or(u32::MAX),
        exhibits: ready
            .gone()
            .iter()
            .map(|one| one.exhibit.reference())
            .collect(),
        printed: ready
            .records
            .iter()
            .map(|one| one.exhibit.reference())
            .collect(),
        left_out: left_out
            .map(|one| format!("{}. {}", one.what, one.why))
            .collect(),
        files: u32::try_from(amount.0).unwrap_or(u32::MAX),
        bytes: amount.1,
        root,
        receipt: ready.receipt.display().to_string(),
        zip: None,
        sealed: None,
        letters: ready
            .redaction
            .iter()
            .flat_map(|one| one.shown_key())
            .collect(),
    }
}

fn purpose(spec: &BundleSpec, redactor: Option<&Redactor>) -> String {
    let request = &spec.request;
    let said = format!(
        "{}, {}",
        request.force.trim(),
        request.crime_reference.trim()
    );
    let said = match said.trim_end_matches([',', ' ']) {
        // Only a draft is looked at before anybody said who asked.
        "" => "a bundle for the police",
        said => said,
    };
    // Looked through before it is cut: half of what was to go would be found by nobody.
    let said = redactor.map_or_else(|| said.to_owned(), |redactor| redactor.plain(said));
    said.chars().take(LONGEST_PURPOSE).collect()
}
