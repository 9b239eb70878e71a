//! A file comes in piece by piece and is encrypted as it comes; no plain copy of it is ever on the disk.

use rand_core::RngCore;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::blob::BlobWriter;
use vault::locker::LockerId;

use crate::concern::Kept;
use crate::wire::{Fault, FaultKind, TakenIn, hide_words};
use crate::{Office, say};

/// The most a pupil list may have, in bytes.
const LONGEST_LIST: usize = 400 * 1024 * 1024;

/// A file that wants to come in.
#[derive(Clone, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BeginFile {
    /// Its name.
    pub name: String,
    /// Bytes it says it has.
    #[ts(type = "number")]
    pub size: u64,
    /// Its media type.
    pub media: String,
    /// Where it came from, in words.
    pub source: Option<String>,
    /// The answer to "Could any of it be a nude, semi-nude or sexual image of a child?"
    pub indecent_image: String,
    /// What it is for.
    #[ts(type = "\"concern\" | \"pupil_list\" | \"history\"")]
    pub for_purpose: String,
}

/// It may come.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Began {
    /// Its token.
    pub token: String,
}

/// How much has come.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Have {
    /// Bytes.
    #[ts(type = "number")]
    pub have: u64,
}

/// A file on its way in.
pub(crate) struct Intake {
    about: BeginFile,
    have: u64,
    to: Destination,
}

enum Destination {
    Blob(Box<BlobWriter>),
    List(zeroize::Zeroizing<Vec<u8>>),
}

/// A file that is in, encrypted, and waits to be attached. Its key is with its owner alone until then.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct KeptFile {
    pub(crate) name: String,
    pub(crate) size: u64,
    pub(crate) media: String,
    pub(crate) source: Option<String>,
    pub(crate) indecent_image: String,
    pub(crate) sha256: String,
    pub(crate) key: String,
    pub(crate) blob: String,
    pub(crate) blob_len: u64,
}

hide_words!(BeginFile, KeptFile);

/// Lets a file begin to come in. For a concern, only after "No" to the question about pictures.
pub fn begin_file(office: &mut Office, about: BeginFile) -> Result<Began, Fault> {
    office.sitting()?;
    let to = if matches!(
        about.for_purpose.as_str(),
        "pupil_list" | "history" | "alerts"
    ) {
        crate::rights::need(office, crate::rights::Right::AllPupilRecords)?;
        if about.size as usize > LONGEST_LIST {
            return Err(Fault::new(
                FaultKind::Refused,
                "This file is too large to be a list. Nothing was taken in.",
            ));
        }
        Destination::List(zeroize::Zeroizing::new(Vec::new()))
    } else {
        if about.indecent_image != "no" {
            return Err(picture_refused(&about.indecent_image));
        }
        let folder = office.folder()?.clone();
        Destination::Blob(Box::new(BlobWriter::begin(
            &folder,
            &mut *office.around.rng,
        )?))
    };
    let mut id = [0; 8];
    office.around.rng.fill_bytes(&mut id);
    let token = LockerId(id).to_string();
    office
        .intake
        .insert(token.clone(), Intake { about, have: 0, to });
    Ok(Began { token })
}

/// What happens instead of taking in something that may be an indecent image of a child.
pub(crate) fn picture_refused(answer: &str) -> Fault {
    let say = match answer {
        "yes" | "unsure" => {
            "This may be an indecent image of a child, so it cannot be added to the record."
        }
        _ => "Answer the question about pictures first.",
    };
    Fault::new(FaultKind::Refused, say)
        .kept("What you wrote is kept.")
        .next("Do not look at it again, copy it, send it or delete it. Leave the device as it is, lock it away, and tell the lead. The evidence is the device, for the police.")
}

/// The next piece. Gives how much has come.
pub fn file_chunk(office: &mut Office, token: &str, bytes: &[u8]) -> Result<Have, Fault> {
    let intake = office.intake.get_mut(token).ok_or_else(gone)?;
    match &mut intake.to {
        Destination::Blob(writer) => writer.write(bytes)?,
        Destination::List(list) => {
            if list.len() + bytes.len() > LONGEST_LIST {
                return Err(Fault::new(
                    FaultKind::Refused,
                    "This file is too large to be a list. Nothing was taken in.",
                ));
            }
            list.extend_from_slice(bytes);
        }
    }
    intake.have += bytes.len() as u64;
    Ok(Have { have: intake.have })
}

fn gone() -> Fault {
    Fault::new(FaultKind::Missing, "That file is no longer being taken in.")
        .next("Choose it again.")
}

/// All of it has come. It is on the disk, encrypted, when this returns, and its note is kept with the person's drafts.
pub fn finish_file(office: &mut Office, token: &str) -> Result<TakenIn, Fault> {
    let intake = office.intake.remove(token).ok_or_else(gone)?;
    let Intake { about, have, to } = intake;
    if have != about.size {
        return Err(Fault::new(
            FaultKind::Refused,
            "Only part of that file arrived, so nothing of it was added.",
        )
        .next("Choose it again."));
    }
    match to {
        Destination::List(bytes) => {
            let sha256 = history::Hash::of(&[&bytes]).to_string();
            let size = bytes.len() as u64;
            office.lists.insert(token.to_owned(), bytes);
            office
                .list_names
                .insert(token.to_owned(), about.name.clone());
            Ok(TakenIn {
                token: token.to_owned(),
                name: about.name,
                size,
                size_text: say::size(size),
                sha256,
            })
        }
        Destination::Blob(writer) => {
            let made = writer.finish()?;
            let kept = KeptFile {
                name: about.name.clone(),
                size: made.plain_len,
                media: about.media,
                source: about.source.filter(|source| !source.trim().is_empty()),
                indecent_image: about.indecent_image,
                sha256: history::to_hex(&made.plain_sha256),
                key: history::to_hex(&*made.key),
                blob: history::to_hex(&made.hash),
                blob_len: made.len,
            };
            let sha256 = kept.sha256.clone();
            let id = LockerId::read(token).ok_or_else(gone)?;
            office.keep(id, &Kept::File(kept))?;
            Ok(TakenIn {
                token: token.to_owned(),
                name: about.name,
                size: made.plain_len,
                size_text: say::size(made.plain_len),
                sha256,
            })
        }
    }
}

/// Whether a record names these bytes already: a draft that outlived its signing must not take them away. What went into
/// a room one cannot read is known from one's own copy of it.
fn is_signed(office: &Office, hash: &[u8; 32], token: &str) -> Result<bool, Fault> {
    for room in office.sitting()?.rooms.values() {
        if room.blobs()?.contains(hash) {
            return Ok(true);
        }
    }
    let posted = office.all_kept()?.iter().any(|(_, kept)| match kept {
        Kept::OwnCopy { form, .. } => form.files.iter().any(|file| file == token),
        Kept::Draft { .. }
        | Kept::Addition { .. }
        | Kept::File(_)
        | Kept::Handover { .. }
        | Kept::AnswerNote { .. }
        | Kept::WalkNote { .. }
        | Kept::RegisterLine { .. }
        | Kept::Report { .. }
        | Kept::Several { .. }
        | Kept::Bundle { .. }
        | Kept::Access { .. }
        | Kept::PageEdit { .. } => false,
    });
    if posted {
        return Ok(true);
    }
    // A post that was made before the file came in has nothing of it.
    let folder = office.folder()?;
    let made = |path: &std::path::Path| {
        std::fs::metadata(path)
            .and_then(|file| file.modified())
            .ok()
    };
    let came = made(&folder.blob_file(hash));
    let since = vault::letterbox::list(folder)?.into_iter().any(|id| {
        made(&vault::letterbox::file(folder, id))
            .is_none_or(|at| came.is_none_or(|came| at >= came))
    });
    Ok(since)
}

/// A file is not wanted after all: it goes, whether it was still coming or waiting to be attached.
pub fn drop_file(office: &mut Office, token: &str) -> Result<(), Fault> {
    office.intake.remove(token);
    office.lists.remove(token);
    office.list_names.remove(token);
    let Some(id) = LockerId::read(token) else {
        return Ok(());
    };
    if let Ok(Kept::File(kept)) = office.kept(id) {
        let hash: Option<[u8; 32]> =
            history::from_hex(&kept.blob).and_then(|bytes| bytes.try_into().ok());
        if let Some(hash) = hash
            && !is_signed(office, &hash, token)?
        {
            vault::blob::remove(office.folder()?, &hash)?;
        }
        office.sitting()?.locker.remove(id)?;
    }
    Ok(())
}
