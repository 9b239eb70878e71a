//! A bundle as one PDF behind a password, with the originals in it: for a stick, or for the post. Nothing of it ever lies open on the
//! disk.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use domain::room::Room as RoomKind;
use exchange::bag::{Tallying, ZipOut, tally};
use history::Hash;
use keys::password;
use papers::Original;
use rand_core::RngCore;
use vault::folder::WholeFile;
use zeroize::Zeroizing;

use super::continuity::{csv, jsonl, with_gaps};
use super::create::{Ready, beside, said};
use super::exhibits::Going;
use super::on_pages::on_pages;
use super::paper::{Form, Making, lay_out, receipt};
use super::record::entry;
use super::redacted;
use super::write::{Made, fresh, io_fault};
use crate::Office;
use crate::file::pour_file;
use crate::wire::{BundleMade, BundleSealed, Fault};

/// The largest file that lies in the PDF, and the most of all of them together, in bytes: readers hold them in memory.
const LARGEST: u64 = 100 << 20;
const MOST: u64 = 500 << 20;
/// The most characters of a password: some readers cut longer ones.
const LONGEST_PASSWORD: usize = 32;

/// Where it is written.
pub(super) struct Places {
    file: PathBuf,
    beside: PathBuf,
}

impl Places {
    /// Beside a name at which nothing stands yet.
    pub(super) fn of(to: &Path) -> Result<Self, Fault> {
        let named = to
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
        let to = &if named {
            to.with_extension("")
        } else {
            to.to_owned()
        };
        Ok(Self {
            file: beside(to, ".pdf")?,
            beside: beside(to, "-files.zip")?,
        })
    }
}

pub(super) fn make(
    office: &mut Office,
    mut ready: Ready<'_>,
    places: Places,
) -> Result<BundleMade, Fault> {
    for one in &mut ready.going {
        // All of them lie side by side.
        one.path = one.path.rsplit('/').next().unwrap_or_default().to_owned();
    }
    let password = word(office)?;
    let (inside, outside) = split(ready.gone());
    let mut made = Made::default();
    let container = match outside.is_empty() {
        true => None,
        false => {
            let hash = locked(office, &outside, &password, &places.beside)?;
            made.holds(&places.beside);
            Some((name_of(&places.beside), hash))
        }
    };
    let log = redacted::log(ready.redaction.as_ref(), with_gaps(&ready.events))?;
    let mut texts = vec![
        (
            "continuity.csv",
            "What happened to each exhibit",
            csv(&log)?,
        ),
        ("continuity.jsonl", "The same for programs", jsonl(&log)?),
        ("README.txt", "How to check this bundle", READ_ME.to_owned()),
    ];
    let list = list(ready.gone(), &texts);
    texts.push(("beside-sha256.txt", "The hash of every file", list.clone()));
    let form = Form::Sealed {
        outside: outside.iter().map(|one| one.path.clone()).collect(),
        container,
    };
    let on_pages = on_pages(office, &ready)?;
    let making = Making::of(office, &ready, form, &list)?;
    let laid_out = lay_out(office, &making, on_pages)?;
    if let Some(redaction) = &ready.redaction {
        redaction.all_met("No bundle was made.")?;
    }
    redacted::search(office, ready.redaction.as_ref(), (&laid_out, "the bundle"))?;
    let names = inside.iter().map(|one| one.path.as_str());
    redacted::search_names(ready.redaction.as_ref(), names)?;
    let pages = u32::try_from(laid_out.pages()).unwrap_or(u32::MAX);

    let mut originals = Vec::new();
    for (name, said, text) in &texts {
        let size = text.len() as u64;
        originals.push(original(office, name, said, "text/plain", size));
    }
    for one in &inside {
        let said = format!("Exhibit {}", one.exhibit.reference());
        originals.push(original(
            office,
            &one.path,
            &said,
            &one.fact.media,
            one.fact.size,
        ));
    }
    let files = originals.len();
    let mut key = Zeroizing::new([0; 32]);
    office.around.rng.fill_bytes(&mut *key);
    let sealed = laid_out.sealed(&password, &key, originals)?;
    let folder = places.file.parent().unwrap_or(Path::new("."));
    let mut file = WholeFile::begin(folder)?;
    let root = {
        let mut out = sealed.write_to(Tallying::of(&mut file)).map_err(io_fault)?;
        for (_, _, text) in &texts {
            let mut part = out.next_file().map_err(io_fault)?;
            part.write_all(text.as_bytes()).map_err(io_fault)?;
            part.finish().map_err(io_fault)?;
        }
        for one in &inside {
            let mut part = out.next_file().map_err(io_fault)?;
            pour_file(office, &one.fact.id.to_string(), &mut part)?;
            part.finish().map_err(io_fault)?;
        }
        out.finish().map_err(io_fault)?
    };
    let root = root.tally();
    let (amount, root) = ((files, root.bytes), root.hash.to_string());
    let facts_of_receipt = receipt(&making, &root, amount);
    let signed = papers::tables(&facts_of_receipt)?;
    redacted::search(office, ready.redaction.as_ref(), (&signed, "the receipt"))?;
    let signed = signed.pdf()?;
    let entry = entry(office, &making, (&root, pages))?;
    fresh(&ready.receipt, &signed)?;
    made.holds(&ready.receipt);
    // Before it is recorded: until then nobody has its password, and a file that nobody can open is no copy.
    file.finish(&places.file)?;
    made.holds(&places.file);
    office.write(RoomKind::Pupils, vec![entry])?;
    made.keep();
    office.receipt = Some((ready.number.clone(), facts_of_receipt));
    Ok(BundleMade {
        sealed: Some(BundleSealed {
            file: places.file.display().to_string(),
            beside: (!outside.is_empty()).then(|| places.beside.display().to_string()),
            password: password.to_string(),
        }),
        ..said(&ready, pages, root, amount)
    })
}

/// Words that no reader cuts: drawn again until they are short enough.
fn word(office: &mut Office) -> Result<Zeroizing<String>, Fault> {
    for _ in 0..1_000 {
        let drawn = password::generate(&mut *office.around.rng);
        if drawn.len() <= LONGEST_PASSWORD {
            return Ok(drawn);
        }
    }
    Err(Fault::stopped())
}

/// Which exhibits lie in the PDF, and which beside it.
fn split(going: &[Going]) -> (Vec<&Going>, Vec<&Going>) {
    let mut all = 0_u64;
    going.iter().partition(|one| {
        let fits = one.fact.size <= LARGEST && all + one.fact.size <= MOST;
        if fits {
            all += one.fact.size;
        }
        fits
    })
}

/// Those beside it, in one container behind the same password; its hash.
fn locked(office: &Office, outside: &[&Going], password: &str, at: &Path) -> Result<String, Fault> {
    let file = WholeFile::begin(at.parent().unwrap_or(Path::new(".")))?;
    let out = fs::OpenOptions::new()
        .write(true)
        .open(file.half())
        .map_err(io_fault)?;
    let mut zip = ZipOut::locked(io::BufWriter::new(out), password);
    for one in outside {
        let mut part = zip.part(&one.path, one.fact.size).map_err(io_fault)?;
        pour_file(office, &one.fact.id.to_string(), &mut part)?;
    }
    zip.finish()
        .and_then(|mut out| out.flush())
        .map_err(io_fault)?;
    let written = fs::File::open(file.half()).map_err(io_fault)?;
    let whole = tally(written, &mut |_| true).map_err(io_fault)?;
    file.finish(at)?;
    Ok(whole.hash.to_string())
}

fn name_of(place: &Path) -> String {
    place
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The hash of every file in it and beside it, as `sha256sum` reads them where they were all saved.
fn list(going: &[Going], texts: &[(&str, &str, String)]) -> String {
    let texts = texts
        .iter()
        .map(|(name, _, text)| (Hash::of(&[text.as_bytes()]).to_string(), (*name).to_owned()));
    let exhibits = going
        .iter()
        .map(|one| (one.fact.sha256.clone(), one.path.clone()));
    let mut lines: Vec<(String, String)> = texts.chain(exhibits).collect();
    lines.sort_by(|one, other| one.1.cmp(&other.1));
    lines
        .into_iter()
        .map(|(hash, name)| format!("{hash}  {name}\n"))
        .collect()
}

fn original(office: &mut Office, name: &str, said: &str, media: &str, size: u64) -> Original {
    let mut start = [0; 16];
    office.around.rng.fill_bytes(&mut start);
    Original {
        name: name.to_owned(),
        said: said.to_owned(),
        media: media.to_owned(),
        size,
        start,
    }
}

const READ_ME: &str = "\
How to check this bundle (on a Mac, write  shasum -a 256  for  sha256sum):

1. sha256sum of the PDF itself               This is the root hash. It must be the one on the receipt that both sides signed.
2. Save every file that is attached to the PDF in one empty folder; unpack the zip beside it there, if there is one (same password).
3. sha256sum -c beside-sha256.txt            Each line must say OK.
On Windows, for one file:  certutil -hashfile FILE SHA256   and compare with the line of the list.

The pages of the PDF are for reading; the attached files are the exhibits as they were, byte for byte, where this edition holds any, and
what happened to each.
";
