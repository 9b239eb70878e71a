//! Making a bundle: chosen, laid out, written beside its place, recorded, and only then handed out.

use std::path::{Path, PathBuf};

use domain::room::Room as RoomKind;
use guidance::Grant;
use history::Hash;
use papers::Redactor;
use vault::folder::FolderError;
use zeroize::Zeroizing;

use super::continuity::{csv, events, jsonl, with_gaps};
use super::exhibits::{Going, give};
use super::facts::{facts, ro_crate};
use super::paper::{Making, clock, lay_out, others, receipt};
use super::record::{entry, next_number, record};
use super::redacted;
use super::select::choose;
use super::settled::complete;
use super::shown::shown;
use super::write::{Folder, Made, fresh, remains};
use crate::Office;
use crate::file::copy_file_to;
use crate::paper::printed;
use crate::wire::{BundleMade, BundleSpec, Done, Fault, FaultKind, Topic};

/// Longest that a look says of what a bundle was for, in characters.
const LONGEST_PURPOSE: usize = 80;

/// Makes a bundle as a folder at a place where nothing stands yet, with the receipt as a paper beside it. That its records and files are
/// taken out is kept before the first of them lies open, and that the bundle was made before it stands at its place. Where anything goes
/// wrong in between, nothing stands there, and no bundle is recorded.
pub fn create_bundle(
    office: &mut Office,
    spec: BundleSpec,
    to: &Path,
) -> Result<Done<BundleMade>, Fault> {
    may(office)?;
    complete(&spec)?;
    let to = &std::path::absolute(to).map_err(|error| Fault::from(FolderError::from(error)))?;
    let receipt_at = beside(to, "-receipt.pdf")?;
    let zip_at = spec.zip.then(|| beside(to, ".zip")).transpose()?;
    office.watch().begin();
    // A paper is read in other years too.
    office.with_years = true;
    let made = make(office, &spec, to, (&receipt_at, zip_at.as_deref()));
    office.with_years = false;
    office.redaction = None;
    match made {
        Ok(made) => {
            super::kept::forget(office, &spec.select);
            Ok(made)
        }
        Err(fault) => Err(match (fault.next.is_none(), remains(to)) {
            (true, Some(left)) => {
                fault.next(format!("Remove the folder {left}: it holds open copies."))
            }
            _ => fault,
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

fn make(
    office: &mut Office,
    spec: &BundleSpec,
    to: &Path,
    (receipt_at, zip_at): (&Path, Option<&Path>),
) -> Result<Done<BundleMade>, Fault> {
    let mut chosen = choose(office, &spec.select)?;
    let (going, given) = give(office, &mut chosen)?;
    let redaction = redacted::begin(office, spec, (&mut chosen, &going))?;
    let originals = redacted::originals(spec);
    let gone = if originals { going.as_slice() } else { &[] };
    let mut folder = Folder::begin(to)?;
    let number = next_number(office)?;
    let purpose = purpose(spec, office.redactor().as_ref());
    let printed = printed(office, &[RoomKind::Pupils], &purpose, None)?;
    let now = (office.around.now)();
    let mut events = events(office, &going, (&number, &printed.by, now))?;
    if !originals {
        events = redacted::not_gone(events, &number);
    }
    // Said before anything of it lies open on a disk: whatever happens then, it is known that it was taken out.
    record(
        office,
        (&chosen, gone),
        given,
        &format!("for bundle {number}, for: {purpose}"),
    )?;
    copies(office, gone, &mut folder)?;
    let log = redacted::log(redaction.as_ref(), with_gaps(&events))?;
    folder.put("log/continuity.csv", csv(&log)?.as_bytes())?;
    folder.put("log/continuity.jsonl", jsonl(&log)?.as_bytes())?;
    folder.put("README.txt", read_me(originals).as_bytes())?;
    let list = folder.list();
    folder.put("beside-sha256.txt", list.as_bytes())?;
    let texts = match originals {
        true => going
            .iter()
            .map(|one| shown(&folder.place(&one.path)?, &one.fact.name, one.fact.size))
            .collect::<Result<Vec<_>, Fault>>()?,
        false => redacted::texts(office, &going, &number)?,
    };
    let kept = match &redaction {
        Some(redaction) => redacted::kept(office, spec, &chosen, redaction)?,
        None => None,
    };
    let making = Making {
        texts: &texts,
        spec,
        chosen: &chosen,
        going: &going,
        events: &events,
        number: &number,
        list_hash: Hash::of(&[list.as_bytes()]).to_string(),
        printed,
        purpose: &purpose,
        others: others(office, &chosen, redaction.as_deref())?,
        redaction: redaction.clone(),
        originals,
        kept,
        times: format!(
            "As in {}; those of the log files are UTC",
            office.around.zone.name().replace('_', " ")
        ),
        clock: clock(&chosen),
    };
    let laid_out = lay_out(office, &making)?;
    redacted::all_met(redaction.as_ref())?;
    redacted::search(office, redaction.as_ref(), (&laid_out, "the bundle"))?;
    let pages = u32::try_from(laid_out.pages()).unwrap_or(u32::MAX);
    folder.put("bundle.pdf", &Zeroizing::new(laid_out.pdf()?))?;
    let crate_file = ro_crate(&making, &folder.list())?;
    folder.put("ro-crate-metadata.json", crate_file.as_bytes())?;
    let facts = facts(office, &making)?;
    redacted::search_beside(redaction.as_ref(), &folder, (&crate_file, &facts))?;
    let root = folder.seal(&facts)?.to_string();
    let amount = folder.amount();
    let signed = receipt(&making, &root, amount)?;
    redacted::search(office, redaction.as_ref(), (&signed, "the receipt"))?;
    let signed = signed.pdf()?;
    let entry = entry(office, &making, (&root, pages))?;
    let mut made = Made::default();
    if let Some(zip_at) = zip_at {
        folder.zip_to(zip_at, &office.watch())?;
        made.holds(zip_at);
    }
    fresh(receipt_at, &signed)?;
    made.holds(receipt_at);
    office.write(RoomKind::Pupils, vec![entry])?;
    made.keep();
    folder.finish()?;
    Ok(Done {
        value: BundleMade {
            number,
            pages,
            concerns: u32::try_from(chosen.concerns.len()).unwrap_or(u32::MAX),
            exhibits: gone.iter().map(|one| one.exhibit.reference()).collect(),
            left_out: chosen
                .left_out
                .iter()
                .map(|one| format!("{}. {}", one.what, one.why))
                .collect(),
            files: u32::try_from(amount.0).unwrap_or(u32::MAX),
            bytes: amount.1,
            root,
            receipt: receipt_at.display().to_string(),
            zip: zip_at.map(|place| place.display().to_string()),
            letters: redaction.iter().flat_map(|one| one.shown_key()).collect(),
        },
        touched: vec![Topic::Concerns],
    })
}

/// `BUNDLE-receipt.pdf` beside the folder, where nothing stands yet.
fn beside(to: &Path, ending: &str) -> Result<PathBuf, Fault> {
    let name = to
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name =
        name.ok_or_else(|| Fault::field("out", "Choose a folder of its own for the bundle"))?;
    let place = to.with_file_name(format!("{name}{ending}"));
    if std::fs::symlink_metadata(&place).is_ok() {
        return Err(Fault::field(
            "out",
            "There is a receipt or a zip of this name already. Choose another name",
        ));
    }
    Ok(place)
}

fn purpose(spec: &BundleSpec, redactor: Option<&Redactor>) -> String {
    let request = &spec.request;
    let said = format!(
        "{}, {}",
        request.force.trim(),
        request.crime_reference.trim()
    );
    let said = said.trim_end_matches([',', ' ']);
    // Looked through before it is cut: half of what was to go would be found by nobody.
    let said = redactor.map_or_else(|| said.to_owned(), |redactor| redactor.plain(said));
    said.chars().take(LONGEST_PURPOSE).collect()
}

/// Every exhibit byte for byte, held against its hash at intake as it is written.
fn copies(office: &Office, going: &[Going], folder: &mut Folder) -> Result<(), Fault> {
    for one in going {
        let id = one.fact.id.to_string();
        copy_file_to(office, &id, &folder.place(&one.path)?)?;
        let hash = history::from_hex(&one.fact.sha256)
            .and_then(|bytes| Hash::from_slice(&bytes))
            .ok_or_else(Fault::stopped)?;
        folder.holds(&one.path, one.fact.size, hash)?;
    }
    Ok(())
}

fn read_me(originals: bool) -> String {
    let beside = match originals {
        true => {
            "exhibits/ holds the files as they were, byte for byte; log/ what happened to each."
        }
        false => "This edition holds no original of any exhibit. log/ says what happened to each.",
    };
    format!("{READ_ME}bundle.pdf is for reading. {beside}\n")
}

const READ_ME: &str = "\
How to check this bundle, in the folder above this one (on a Mac, write  shasum -a 256  for  sha256sum):

1. sha256sum tagmanifest-sha256.txt          This is the root hash. It must be the one on the receipt that both sides signed.
2. sha256sum -c tagmanifest-sha256.txt       Each line must say OK.
3. sha256sum -c manifest-sha256.txt          Each line must say OK. A file that no list names is no part of the bundle.
On Windows, for one file:  certutil -hashfile FILE SHA256   and compare with the line of the list.

";
