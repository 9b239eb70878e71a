//! Whether a bag is what its lists say: nothing missing, nothing changed, nothing beside.

use std::collections::{BTreeMap, BTreeSet};

use history::Hash;

use super::info::declares;
use super::{
    BAG_INFO, BAGIT, DATA, FETCH, MANIFEST, Manifest, PathFault, TAG_MANIFEST, oxum_of, plain,
};

/// What lies at a place in the bag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sort {
    /// A file of so many bytes with this hash.
    File(u64, Hash),
    /// A link, a device: it is not followed.
    Odd,
    /// Its bytes do not come out of the zip again.
    Broken,
}

/// Something in the bag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where, from the bag's own folder on.
    pub path: String,
    /// What.
    pub sort: Sort,
}

/// The lists and facts of a bag as they stand; nothing where there is no such file.
#[derive(Debug, Clone, Default)]
pub struct Tags {
    /// `bagit.txt`.
    pub declaration: Option<Vec<u8>>,
    /// `bag-info.txt`.
    pub info: Option<Vec<u8>>,
    /// `manifest-sha256.txt`.
    pub manifest: Option<Vec<u8>>,
    /// `tagmanifest-sha256.txt`.
    pub tag_manifest: Option<Vec<u8>>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BagFault {
    /// `bagit.txt` is missing or says something else.
    NotABag,
    /// A list that is needed is not there.
    NoList(&'static str),
    /// A list cannot be read from this line on.
    Unreadable(&'static str, u32),
    /// A file is named twice in a list, or twice in the zip.
    Twice(String),
    /// A file that is listed is not there.
    Missing(String),
    /// A file has other bytes than it had.
    Changed(String),
    /// A file is there that no list names.
    NotListed(String),
    /// A name that is not followed.
    Path(String, PathFault),
    /// A link or a device in the place of a file.
    Odd(String),
    /// A file whose bytes do not come out of the zip again.
    Broken(String),
    /// There is more or less in it than it says.
    Amount,
    /// Some of it lies elsewhere and would have to be fetched.
    Fetched,
    /// The root is another than the one on paper.
    OtherRoot,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// How many files lie in `data/`.
    pub files: u64,
    /// How many bytes they have.
    pub bytes: u64,
    /// SHA-256 of `tagmanifest-sha256.txt`: what is printed on the receipt.
    pub root: Option<Hash>,
    /// Everything that is wrong, in the order of the names.
    pub faults: Vec<BagFault>,
}

/// Holds what was found against what the lists say. `root` is what stands on the receipt, where whoever checks has it.
pub fn check(found: &[Found], tags: &Tags, root: Option<Hash>) -> Checked {
    let mut faults = Vec::new();
    let mut there: BTreeMap<&str, &Sort> = BTreeMap::new();
    for one in found {
        if let Err(why) = plain(&one.path) {
            faults.push(BagFault::Path(one.path.clone(), why));
        }
        if there.insert(&one.path, &one.sort).is_some() {
            faults.push(BagFault::Twice(one.path.clone()));
        }
        match one.sort {
            Sort::Odd => faults.push(BagFault::Odd(one.path.clone())),
            Sort::Broken => faults.push(BagFault::Broken(one.path.clone())),
            Sort::File(..) => {}
        }
    }
    if !tags
        .declaration
        .as_deref()
        .is_some_and(|text| text_of(text).is_some_and(declares))
    {
        faults.push(BagFault::NotABag);
    }
    if there.contains_key(FETCH) {
        faults.push(BagFault::Fetched);
    }
    let inside = |path: &str| path.starts_with(DATA);
    let payload = listed(MANIFEST, tags.manifest.as_deref(), &mut faults);
    let beside = listed(TAG_MANIFEST, tags.tag_manifest.as_deref(), &mut faults);
    hold(&there, payload.as_ref(), &mut faults);
    hold(&there, beside.as_ref(), &mut faults);
    let mut named: BTreeSet<&str> = BTreeSet::from([TAG_MANIFEST, FETCH]);
    for manifest in [&payload, &beside].into_iter().flatten() {
        named.extend(manifest.lines.iter().map(|line| line.path.as_str()));
    }
    // Where a list is missing that is said once, and not of each file again.
    let (no_payload, no_beside) = (payload.is_none(), beside.is_none());
    let unlisted = there.keys().filter(|path| !named.contains(**path));
    let unlisted = unlisted.filter(|path| !(if inside(path) { no_payload } else { no_beside }));
    faults.extend(unlisted.map(|path| BagFault::NotListed((*path).to_owned())));
    let (mut files, mut bytes) = (0, 0_u64);
    for (_, sort) in there.iter().filter(|(path, _)| inside(path)) {
        files += 1;
        if let Sort::File(size, _) = sort {
            bytes = bytes.saturating_add(*size);
        }
    }
    let says = tags.info.as_deref().and_then(text_of).map(oxum_of);
    match says {
        Some(Err(_)) => faults.push(BagFault::Unreadable(BAG_INFO, 0)),
        Some(Ok(Some(oxum))) if (oxum.bytes, oxum.files) != (bytes, files) => {
            faults.push(BagFault::Amount);
        }
        Some(Ok(_)) | None => {}
    }
    let is = tags.tag_manifest.as_deref().map(|text| Hash::of(&[text]));
    if root.is_some() && root != is {
        faults.push(BagFault::OtherRoot);
    }
    Checked {
        files,
        bytes,
        root: is,
        faults,
    }
}

fn text_of(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

fn listed(
    name: &'static str,
    bytes: Option<&[u8]>,
    faults: &mut Vec<BagFault>,
) -> Option<Manifest> {
    let Some(bytes) = bytes else {
        faults.push(BagFault::NoList(name));
        return None;
    };
    let read = text_of(bytes).ok_or(0).and_then(Manifest::read);
    match read {
        Ok(manifest) => Some(manifest),
        Err(line) => {
            faults.push(BagFault::Unreadable(name, line));
            None
        }
    }
}

fn hold(there: &BTreeMap<&str, &Sort>, manifest: Option<&Manifest>, faults: &mut Vec<BagFault>) {
    let mut seen = BTreeSet::new();
    for line in manifest.into_iter().flat_map(|manifest| &manifest.lines) {
        if !seen.insert(line.path.as_str()) {
            faults.push(BagFault::Twice(line.path.clone()));
            continue;
        }
        match there.get(line.path.as_str()) {
            None => {
                // A name that is not followed is not looked for either.
                faults.push(match plain(&line.path) {
                    Ok(()) => BagFault::Missing(line.path.clone()),
                    Err(why) => BagFault::Path(line.path.clone(), why),
                });
            }
            Some(Sort::File(_, hash)) if *hash != line.hash => {
                faults.push(BagFault::Changed(line.path.clone()));
            }
            Some(Sort::File(..) | Sort::Odd | Sort::Broken) => {}
        }
    }
}

impl BagFault {
    /// The file it is about, where it is about one.
    pub fn file(&self) -> &str {
        match self {
            Self::Twice(path)
            | Self::Missing(path)
            | Self::Changed(path)
            | Self::NotListed(path)
            | Self::Path(path, _)
            | Self::Odd(path)
            | Self::Broken(path) => path,
            Self::NotABag => BAGIT,
            Self::NoList(name) | Self::Unreadable(name, _) => name,
            Self::Amount => BAG_INFO,
            Self::Fetched => FETCH,
            Self::OtherRoot => TAG_MANIFEST,
        }
    }

    /// The line of a list, from 1, where one is meant.
    pub fn line(&self) -> Option<u32> {
        match self {
            Self::Unreadable(_, line) => (*line > 0).then_some(*line),
            Self::NotABag
            | Self::NoList(_)
            | Self::Twice(_)
            | Self::Missing(_)
            | Self::Changed(_)
            | Self::NotListed(_)
            | Self::Path(..)
            | Self::Odd(_)
            | Self::Broken(_)
            | Self::Amount
            | Self::Fetched
            | Self::OtherRoot => None,
        }
    }

    /// What is wrong, as a sentence.
    pub fn say(&self) -> &'static str {
        match self {
            Self::NotABag => "This does not say that the folder is a bag (BagIt 1.0, UTF-8).",
            Self::NoList(_) => "This list is missing, so what it would name cannot be checked.",
            Self::Unreadable(..) => "This cannot be read: it is not as such a file is written.",
            Self::Twice(_) => "This is there, or is named, twice.",
            Self::Missing(_) => "This is listed, and is not there.",
            Self::Changed(_) => "This is not what it was when the bundle was made.",
            Self::NotListed(_) => "This is there, and no list names it. It was put in afterwards.",
            Self::Path(_, PathFault::LeadsOut) => {
                "This name leads out of the bundle and was not followed."
            }
            Self::Path(_, PathFault::NotPlain) => "This is not a name as bundles write them.",
            Self::Path(_, PathFault::Disguised) => "This name holds letters that hide what it is.",
            Self::Odd(_) => "This is a link or a device and no file. It was not followed.",
            Self::Amount => "There is more or less in the bundle than stands here.",
            Self::Broken(_) => "Its bytes do not come out of the zip again.",
            Self::Fetched => "Part of this bundle lies elsewhere. Ask for it whole.",
            Self::OtherRoot => {
                "The root hash is another than the one you gave. This is another bundle, or it was changed together with its lists."
            }
        }
    }
}
