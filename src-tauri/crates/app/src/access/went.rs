//! The papers of a released set: laid out to be looked at before it goes, kept byte for byte as they went.

use domain::access::{Item, Outcome, Papers, Release};
use domain::look::Look;
use papers::LaidOut;
use vault::blob::{BlobReader, BlobWriter};
use zeroize::Zeroizing;

use super::edition::{ROOM, edition, every, given};
use super::edition_files::fact;
use super::held::held;
use super::release::{set, then};
use super::{missing, opened, request_of};
use crate::Office;
use crate::bundle::{Over, looked_over};
use crate::paper::{About, HandOut, printed};
use crate::redact::{kept_passages, kept_pictures};
use crate::wire::{BundleRedact, Fault, FaultKind, RedactionPreview, Topic};

/// Lays out what would go now, to be looked at: its foot says that it is a draft.
pub(crate) fn lay_out_trial(
    office: &mut Office,
    id: &str,
    redact: &BundleRedact,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let (_, access) = opened(office, id)?;
    let pupil = request_of(&access)?.pupil;
    let held = held(office, pupil)?;
    let mut release = set(office, &access, &held)?;
    // In the foot of every page, whatever becomes of it.
    release.request.number = format!("{} (draft)", release.request.number);
    let purpose = format!("Draft of papers for request {}", release.request.number);
    release.printed = then(office, printed(office, &[ROOM], &purpose, None)?);
    let (laid_out, _) = edition(office, &release, redact)?;
    let about = About {
        room: ROOM,
        what: "access",
        id: id.to_owned(),
        purpose: purpose.clone(),
        // Printed, a draft holds as much of them as what goes.
        concerns: given(office, &release)?
            .iter()
            .map(|concern| (ROOM, concern.id.to_string()))
            .collect(),
        listed: Vec::new(),
    };
    Ok((
        laid_out,
        "strongroom-draft-of-papers.pdf".to_owned(),
        Some(about),
    ))
}

/// What a redaction comes to in what would go now: who is which letter, how often passages stand in it, which pictures are given in part.
pub fn preview_access(
    office: &mut Office,
    id: &str,
    redact: &BundleRedact,
) -> Result<RedactionPreview, Fault> {
    office.watch().begin();
    let (_, access) = opened(office, id)?;
    let pupil = request_of(&access)?.pupil;
    let held = held(office, pupil)?;
    let release = set(office, &access, &held)?;
    let concerns = given(office, &release)?;
    let mut files = Vec::new();
    for one in &release.set {
        if let (Item::File(file), Outcome::Part) = (one.item, one.outcome) {
            files.push((fact(office, file)?, one.what.clone()));
        }
    }
    let every = every(office, pupil)?;
    let over = Over {
        pupils: &[pupil],
        concerns: &concerns,
        naming: &every,
        files: &files,
    };
    looked_over(office, &over, redact)
}

/// Lays out what goes and puts it into the vault, encrypted; it is kept by the entry that names it.
pub(super) fn keep(
    office: &mut Office,
    release: &Release,
    redact: &BundleRedact,
) -> Result<(Papers, ([u8; 32], u64)), Fault> {
    office.watch().begin();
    let (laid_out, who) = edition(office, release, redact)?;
    let pages = u32::try_from(laid_out.pages()).unwrap_or(u32::MAX);
    let bytes = Zeroizing::new(laid_out.pdf()?);
    let folder = office.folder()?.clone();
    let mut writer = BlobWriter::begin(&folder, &mut *office.around.rng)?;
    writer.write(&bytes)?;
    let made = writer.finish()?;
    let papers = Papers {
        pages,
        size: made.plain_len,
        sha256: history::to_hex(&made.plain_sha256),
        key: history::to_hex(&*made.key),
        letters: redact.letters,
        who,
        passages: kept_passages(redact),
        pictures: kept_pictures(redact),
    };
    Ok((papers, (made.hash, made.len)))
}

/// A name to suggest for a copy: it names nobody.
pub fn access_papers_name(office: &Office, id: &str, release: &str) -> Result<String, Fault> {
    kept(office, id, release)?;
    Ok("strongroom-papers.pdf".to_owned())
}

/// The papers as they went, byte for byte; behind a password where one is given. That they left is kept before they do.
pub fn access_papers(
    office: &mut Office,
    id: &str,
    release: &str,
    how: &HandOut,
) -> Result<(Zeroizing<Vec<u8>>, Vec<Topic>), Fault> {
    let (kept, concerns, blob) = kept(office, id, release)?;
    let bytes = read(office, &kept, blob)?;
    let bytes = crate::paper::as_handed_out(office, bytes, how)?;
    let detail = format!("papers {}", how.in_words());
    let mut looks = vec![look("access", id.to_owned(), &detail)];
    looks.extend(
        concerns
            .into_iter()
            .map(|concern| look("concern", concern, &detail)),
    );
    office.write_looks(ROOM, looks, Vec::new())?;
    Ok((bytes, vec![Topic::Concerns]))
}

/// What is kept of them, the concerns that are in them, and where they lie.
type Kept = (Papers, Vec<String>, ([u8; 32], u64));

fn look(what: &str, id: String, detail: &str) -> Look {
    Look {
        what: what.to_owned(),
        id: Some(id),
        detail: Some(detail.to_owned()),
    }
}

/// Concerns of which something went.
fn went(release: &Release) -> Vec<String> {
    let went = release
        .set
        .iter()
        .filter(|one| one.outcome != Outcome::Withhold);
    went.filter_map(|one| match one.item {
        Item::Concern(id) => Some(id.to_string()),
        Item::Details | Item::File(_) => None,
    })
    .collect()
}

/// Finds them.
fn kept(office: &Office, id: &str, release: &str) -> Result<Kept, Fault> {
    let (_, access) = opened(office, id)?;
    let mut all = access.releases.iter();
    let found = all.find(|kept| history::to_hex(&kept.step.entry) == release);
    let found = found.ok_or_else(missing)?;
    let blob = found.step.blobs.first().copied();
    match (&found.what.papers, blob) {
        (Some(papers), Some(blob)) => Ok((papers.clone(), went(&found.what), blob)),
        _ => Err(Fault::new(
            FaultKind::Missing,
            "No papers were made with this release: they were put together by hand.",
        )
        .kept("Nothing was changed.")),
    }
}

fn read(
    office: &Office,
    papers: &Papers,
    (hash, len): ([u8; 32], u64),
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let damaged = || {
        Fault::new(
            FaultKind::Damaged,
            "These papers have changed since they went, so they were not given out.",
        )
        .kept("What was released, and in what state, stands on the schedule.")
        .next("Open Vault, choose Check everything, and bring back the last good backup.")
    };
    let bytes = |hex: &str| history::from_hex(hex).and_then(|bytes| bytes.try_into().ok());
    let key: [u8; 32] = bytes(&papers.key).ok_or_else(damaged)?;
    let sha256: [u8; 32] = bytes(&papers.sha256).ok_or_else(damaged)?;
    let reader = BlobReader::open(office.folder()?, &hash, len, &key)?;
    let mut all = Zeroizing::new(Vec::with_capacity(
        usize::try_from(papers.size).unwrap_or_default(),
    ));
    reader.copy_to(&mut *all, &sha256, &mut |_| true)?;
    Ok(all)
}
