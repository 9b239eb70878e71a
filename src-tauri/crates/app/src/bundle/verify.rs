//! Checking a bundle against its own lists. It needs no vault, and reads every byte.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use exchange::bag::{
    BAG_INFO, BAGIT, Found, LARGEST_TAG, MANIFEST, Sort, TAG_MANIFEST, Tags, ZipFault, ZippedBag,
    check, tally,
};
use vault::folder::FolderError;

use crate::wire::{BundleView, Fault, FaultKind, Problem};
use crate::{Office, say};

/// How deep folders of a bundle may lie.
const DEEPEST: usize = 32;
/// More files than any bundle has.
const MOST: usize = 200_000;

/// One thing that is wrong with a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleFault {
    /// The file it is about, from the bundle's own folder on.
    pub file: String,
    /// The line of a list, from 1; nothing where it is about the file as a whole.
    pub line: Option<u32>,
    /// What is wrong.
    pub say: String,
}

/// A bundle that was gone through.
#[derive(Debug, Clone)]
pub struct BundleChecked {
    /// How many files it holds for whoever it is for.
    pub files: u64,
    /// How many bytes they have.
    pub bytes: u64,
    /// The root hash, to be held against the receipt; nothing where it has no list of lists.
    pub root: Option<String>,
    /// Everything that is wrong with it.
    pub faults: Vec<BundleFault>,
}

/// Reads a bundle, a folder or a zip, from end to end and holds it against its lists, and against the root hash of the receipt where that
/// is given. `go_on` hears how many bytes were read since it was last asked, and says whether to go on. Nothing is written or unpacked.
///
/// # Errors
/// Where it cannot be read at all, and where it does not go on. What is wrong with a bundle that can be read is no error.
pub fn verify_bundle(
    path: &Path,
    root: Option<&str>,
    go_on: &mut dyn FnMut(u64) -> bool,
) -> Result<BundleChecked, Fault> {
    let root = root.map(read_root).transpose()?;
    let facts = std::fs::metadata(path).map_err(io_fault)?;
    let (found, tags) = if facts.is_dir() {
        let mut gathered = Gathered::default();
        gathered.folder(path, "", 0, go_on)?;
        (gathered.found, gathered.tags)
    } else {
        zipped(path, go_on)?
    };
    let checked = check(&found, &tags, root);
    let faults = checked.faults.iter().map(|fault| BundleFault {
        file: fault.file().to_owned(),
        line: fault.line(),
        say: fault.say().to_owned(),
    });
    Ok(BundleChecked {
        files: checked.files,
        bytes: checked.bytes,
        root: checked.root.map(|hash| hash.to_string()),
        faults: faults.collect(),
    })
}

/// The same for somebody at the window, with word on how far it is.
pub fn check_bundle(office: &Office, path: &Path, root: Option<&str>) -> Result<BundleView, Fault> {
    const STEP: u64 = 16 * 1024 * 1024;
    let watch = office.watch();
    watch.begin();
    let (mut read, mut told) = (0_u64, 0_u64);
    let checked = verify_bundle(
        path,
        root.filter(|root| !root.trim().is_empty()),
        &mut |bytes| {
            read = read.saturating_add(bytes);
            if read.saturating_sub(told) < STEP {
                return true;
            }
            told = read;
            watch
                .step("Checking the bundle, in MiB", read / (1024 * 1024), 0)
                .is_ok()
        },
    )?;
    Ok(BundleView {
        name: path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        files: checked.files,
        size: say::size(checked.bytes),
        root: checked.root,
        faults: checked
            .faults
            .into_iter()
            .map(|fault| Problem {
                field: fault.file,
                say: fault.say,
            })
            .collect(),
    })
}

/// A root hash as somebody copies it from paper: with or without blanks, in any case.
fn read_root(text: &str) -> Result<history::Hash, Fault> {
    let plain: String = text.split_whitespace().collect::<String>().to_lowercase();
    history::from_hex(&plain)
        .and_then(|bytes| history::Hash::from_slice(&bytes))
        .ok_or_else(|| {
            Fault::field(
                "hash",
                "A root hash has 64 digits and letters from a to f. Copy it from the receipt",
            )
        })
}

#[derive(Default)]
struct Gathered {
    found: Vec<Found>,
    tags: Tags,
}

impl Gathered {
    fn folder(
        &mut self,
        folder: &Path,
        under: &str,
        deep: usize,
        go_on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<(), Fault> {
        for entry in std::fs::read_dir(folder).map_err(io_fault)? {
            let entry = entry.map_err(io_fault)?;
            let at = entry.path();
            let path = format!("{under}{}", entry.file_name().to_string_lossy());
            // A link may lead out of the folder, or round in it.
            let facts = std::fs::symlink_metadata(&at).map_err(io_fault)?;
            if self.found.len() >= MOST {
                return Err(too_much());
            }
            if facts.is_dir() && deep < DEEPEST {
                self.folder(&at, &format!("{path}/"), deep + 1, go_on)?;
                continue;
            }
            let sort = if facts.is_file() {
                self.file(&at, &path, go_on)?
            } else {
                Sort::Odd
            };
            self.found.push(Found { path, sort });
        }
        Ok(())
    }
}

impl Gathered {
    /// Reads a file once: what a list says and what its hash is of are the same bytes.
    fn file(
        &mut self,
        at: &Path,
        path: &str,
        go_on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Sort, Fault> {
        let file = File::open(at).map_err(io_fault)?;
        // It may have been exchanged for something else since it was looked at.
        if !file.metadata().map_err(io_fault)?.is_file() {
            return Ok(Sort::Odd);
        }
        let Some(tag) = self.tags.named(path) else {
            let tallied = tally(file, go_on).map_err(io_fault)?;
            return Ok(Sort::File(tallied.bytes, tallied.hash));
        };
        let mut bytes = Vec::new();
        file.take(LARGEST_TAG + 1)
            .read_to_end(&mut bytes)
            .map_err(io_fault)?;
        if bytes.len() as u64 > LARGEST_TAG {
            return Err(too_much());
        }
        let sort = Sort::File(bytes.len() as u64, history::Hash::of(&[&bytes]));
        *tag = Some(bytes);
        Ok(sort)
    }
}

trait Named {
    /// The place of a list or a fact among the tags.
    fn named(&mut self, path: &str) -> Option<&mut Option<Vec<u8>>>;
}

impl Named for Tags {
    fn named(&mut self, path: &str) -> Option<&mut Option<Vec<u8>>> {
        match path {
            BAGIT => Some(&mut self.declaration),
            BAG_INFO => Some(&mut self.info),
            MANIFEST => Some(&mut self.manifest),
            TAG_MANIFEST => Some(&mut self.tag_manifest),
            _ => None,
        }
    }
}

fn zipped(path: &Path, go_on: &mut dyn FnMut(u64) -> bool) -> Result<(Vec<Found>, Tags), Fault> {
    let file = BufReader::new(File::open(path).map_err(io_fault)?);
    let mut zip = ZippedBag::open(file).map_err(zip_fault)?;
    let (mut found, mut tags) = (Vec::new(), Tags::default());
    for part in zip.parts().map_err(zip_fault)? {
        let sort = if part.odd {
            Sort::Odd
        } else if let Some(tag) = tags.named(&part.path) {
            let bytes = zip.whole(&part).map_err(zip_fault)?.ok_or_else(too_much)?;
            let sort = Sort::File(bytes.len() as u64, history::Hash::of(&[&bytes]));
            *tag = Some(bytes);
            sort
        } else {
            let read = zip.read(&part).map_err(zip_fault)?;
            match tally(read, go_on) {
                Ok(tallied) => Sort::File(tallied.bytes, tallied.hash),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                    return Err(Fault::cancelled());
                }
                Err(_) => Sort::Broken,
            }
        };
        found.push(Found {
            path: part.path,
            sort,
        });
    }
    Ok((found, tags))
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the others are said as for every disk"
)]
fn io_fault(error: io::Error) -> Fault {
    if error.kind() == io::ErrorKind::Interrupted {
        return Fault::cancelled();
    }
    let say = match error.kind() {
        io::ErrorKind::NotFound => "There is nothing at this place.",
        io::ErrorKind::PermissionDenied => "This computer does not let you read it.",
        _ => return FolderError::from(error).into(),
    };
    Fault::new(FaultKind::Refused, say).kept("Nothing was changed.")
}

fn zip_fault(error: ZipFault) -> Fault {
    let say = match error {
        ZipFault::Io(error) => return io_fault(error),
        ZipFault::Broken => "This is neither a folder nor a zip file that can be read.",
        ZipFault::Locked => "This zip asks for a password, and bundles do not.",
        ZipFault::Twice => {
            "Two files of this zip have one name, so that another program may take out the other one."
        }
        ZipFault::TooMany => return too_much(),
    };
    Fault::new(FaultKind::Refused, say)
        .kept("Nothing was changed.")
        .next("Choose the bundle as you were given it, or unpack it and choose its folder.")
}

fn too_much() -> Fault {
    Fault::new(FaultKind::Refused, "This holds more files than any bundle.")
        .kept("Nothing was changed.")
        .next("Choose the folder of the bundle itself.")
}
