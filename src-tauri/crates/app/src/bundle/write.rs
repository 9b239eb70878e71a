//! The folder of a bundle: made beside the place it will have, whole or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use exchange::bag::{
    BAG_INFO, BAGIT, DATA, DECLARATION, MANIFEST, Manifest, ManifestLine, TAG_MANIFEST, ZipOut,
    info_text, plain,
};
use history::Hash;
use vault::folder::{FolderError, WholeFile, move_folder, sync_folder};

use crate::office::Watch;
use crate::wire::{Fault, FaultKind};

/// A folder in the making. Dropped before it is finished it leaves nothing behind.
pub(super) struct Folder {
    half: PathBuf,
    to: PathBuf,
    /// What lies in `data/`, by name from there, with size and hash.
    data: BTreeMap<String, (u64, Hash)>,
    done: bool,
}

impl Folder {
    /// Begins one that will stand at a place where nothing stands yet.
    pub(super) fn begin(to: &Path) -> Result<Self, Fault> {
        if fs::symlink_metadata(to).is_ok() {
            return Err(Fault::field(
                "out",
                "There is something at this place already. Choose another name",
            ));
        }
        let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        let name = to
            .file_name()
            .ok_or_else(|| Fault::field("out", "Choose a folder of its own for the bundle"))?;
        let half = parent.join(format!(".part-{}", name.to_string_lossy()));
        make_folder(&half)?;
        let folder = Self {
            half,
            to: to.to_owned(),
            data: BTreeMap::new(),
            done: false,
        };
        make_folder(&folder.half.join("data"))?;
        Ok(folder)
    }

    /// Where something of `data/` is to be written by somebody else; [`Folder::holds`] says afterwards that it is.
    pub(super) fn place(&self, path: &str) -> Result<PathBuf, Fault> {
        plain(path).map_err(|_| Fault::stopped())?;
        let place = self.half.join("data").join(path);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(io_fault)?;
        }
        Ok(place)
    }

    /// It lies there now.
    pub(super) fn holds(&mut self, path: &str, size: u64, hash: Hash) -> Result<(), Fault> {
        match self.data.insert(path.to_owned(), (size, hash)) {
            // Two things at one place: one of them would be lost.
            Some(_) => Err(Fault::stopped()),
            None => Ok(()),
        }
    }

    /// Writes something of `data/`.
    pub(super) fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Fault> {
        let place = self.place(path)?;
        whole(&place, bytes)?;
        self.holds(path, bytes.len() as u64, Hash::of(&[bytes]))
    }

    /// Hashes of everything in `data/` so far, as `sha256sum` reads them there.
    pub(super) fn list(&self) -> String {
        self.manifest("").text()
    }

    /// What the files in `data/` are called.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.data.keys().map(String::as_str)
    }

    /// How many files lie in `data/`, and how many bytes.
    pub(super) fn amount(&self) -> (usize, u64) {
        (
            self.data.len(),
            self.data.values().map(|(size, _)| size).sum(),
        )
    }

    fn manifest(&self, before: &str) -> Manifest {
        let lines = self.data.iter().map(|(path, (_, hash))| ManifestLine {
            path: format!("{before}{path}"),
            hash: *hash,
        });
        Manifest::of(lines.collect())
    }

    /// Writes the lists, and gives the root hash. What lies there is final from now on.
    pub(super) fn seal(&mut self, facts: &[(&str, String)]) -> Result<Hash, Fault> {
        let (files, bytes) = self.amount();
        let mut facts = facts.to_vec();
        facts.push(("Payload-Oxum", format!("{bytes}.{files}")));
        let tags = [
            (BAGIT, DECLARATION.to_owned()),
            (BAG_INFO, info_text(&facts)),
            (MANIFEST, self.manifest(DATA).text()),
        ];
        let mut lines = Vec::new();
        for (name, text) in tags {
            whole(&self.half.join(name), text.as_bytes())?;
            lines.push(ManifestLine {
                path: name.to_owned(),
                hash: Hash::of(&[text.as_bytes()]),
            });
        }
        let text = Manifest::of(lines).text();
        whole(&self.half.join(TAG_MANIFEST), text.as_bytes())?;
        Ok(Hash::of(&[text.as_bytes()]))
    }

    /// Writes all of it as one zip with its folder in it, beside the place it will have.
    pub(super) fn zip_beside(&self, place: &Path, watch: &Watch) -> Result<WholeFile, Fault> {
        let top = self
            .to
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let (_, all) = self.amount();
        let file = WholeFile::begin(place.parent().unwrap_or(Path::new(".")))?;
        let out = fs::OpenOptions::new()
            .write(true)
            .open(file.half())
            .map_err(io_fault)?;
        let mut zip = ZipOut::begin(io::BufWriter::new(out), &top.unwrap_or_default());
        let tags = [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST].map(str::to_owned);
        let data = self.data.keys().map(|path| format!("{DATA}{path}"));
        let mut done = 0_u64;
        for path in tags.into_iter().chain(data) {
            let from = fs::File::open(self.half.join(&path)).map_err(io_fault)?;
            let size = from.metadata().map_err(io_fault)?.len();
            zip.put(&path, size, from, &mut |bytes| {
                done = done.saturating_add(bytes);
                watch.step("Writing the zip", done, all.max(done)).is_ok()
            })
            .map_err(zip_fault)?;
        }
        let mut out = zip.finish().map_err(zip_fault)?;
        io::Write::flush(&mut out).map_err(io_fault)?;
        Ok(file)
    }

    /// Puts it at its place.
    pub(super) fn finish(mut self) -> Result<(), Fault> {
        // Recorded by now: what cannot be moved stays where it is, and is said to.
        self.done = true;
        move_folder(&self.half, &self.to).map_err(|error| {
            Fault::from(error)
                .kept("The bundle is made and recorded, and lies beside its place.")
                .next(format!(
                    "Rename the folder {} by hand.",
                    self.half.display()
                ))
        })
    }
}

/// Files that were made beside the folder. Dropped before they are kept they are removed again.
#[derive(Default)]
pub(super) struct Made(Vec<PathBuf>);

impl Made {
    /// This one stands there now.
    pub(super) fn holds(&mut self, place: &Path) {
        self.0.push(place.to_owned());
    }

    /// They stay.
    pub(super) fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for place in &self.0 {
            let _ = fs::remove_file(place);
        }
    }
}

/// What a bundle that was not finished could not remove, to be said.
pub(super) fn remains(to: &Path) -> Option<String> {
    let half = to.with_file_name(format!(".part-{}", to.file_name()?.to_string_lossy()));
    half.exists().then(|| half.display().to_string())
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.done {
            let _ = fs::remove_dir_all(&self.half);
        }
    }
}

/// Writes a file whole or not at all, for its owner alone.
pub(super) fn whole(place: &Path, bytes: &[u8]) -> Result<(), Fault> {
    use std::io::Write;
    let parent = place.parent().unwrap_or(Path::new("."));
    let mut file = WholeFile::begin(parent)?;
    file.write_all(bytes).map_err(io_fault)?;
    Ok(file.finish(place)?)
}

/// Writes a file where none stands, for its owner alone.
pub(super) fn fresh(place: &Path, bytes: &[u8]) -> Result<(), Fault> {
    use std::io::Write;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(place).map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            return Fault::field(
                "out",
                "There is a file of this bundle\u{2019}s name already. Choose another name",
            );
        }
        io_fault(error)
    })?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(io_fault);
    if written.is_err() {
        let _ = fs::remove_file(place);
    }
    written?;
    Ok(sync_folder(place.parent().unwrap_or(Path::new(".")))?)
}

/// A folder for its owner alone that was not there before.
fn make_folder(place: &Path) -> Result<(), Fault> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(place).map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            return Fault::new(
                FaultKind::Refused,
                "A bundle for this place was begun and never finished.",
            )
            .kept("Nothing was changed.")
            .next("Remove the folder whose name begins with .part- beside it, or choose another name.");
        }
        if error.kind() == io::ErrorKind::NotFound {
            return Fault::field("out", "There is no such folder to make the bundle in");
        }
        io_fault(error)
    })
}

pub(super) fn io_fault(error: io::Error) -> Fault {
    FolderError::from(error).into()
}

fn zip_fault(error: io::Error) -> Fault {
    if error.kind() == io::ErrorKind::Interrupted {
        return Fault::cancelled();
    }
    io_fault(error)
}
