//! From the entries about a concern to what a person sees of it.

use serde::{Deserialize, Serialize};

use super::{
    AMENDED, Content, FILE_ADDED, FILE_HIDDEN, Hidden, PART_HIDDEN, PART_REASON, PersonIn, RECORDED,
};
use crate::case::{self, Case, Standing};
use crate::id::{ConcernId, FileId};
use crate::step::{Author, EntryId, PartState, Step, heads};

/// The part of a `file.added` entry that holds a [`FileFact`].
pub const PART_FILE: &str = "file";

/// A concern with every version it ever had.
#[derive(Clone, PartialEq, Eq)]
pub struct Concern {
    /// Which.
    pub id: ConcernId,
    /// Every version, oldest first. The first is never altered.
    pub versions: Vec<Version>,
    /// Places in `versions` that nothing takes the place of. More than one: written twice, both hold.
    pub heads: Vec<usize>,
    /// Its files.
    pub files: Vec<(FileFact, Author, Step)>,
    /// How many files it had of which nothing is left: they were destroyed.
    pub files_gone: usize,
    /// What was said of files that nobody is to see any more, with the entries that said it.
    pub hidden: Vec<(Hidden, Step)>,
    /// What was done about it since.
    pub case: Case,
    /// It has steps that a newer version wrote and this one cannot read.
    pub needs_newer: bool,
}

/// One version.
#[derive(Clone, PartialEq, Eq)]
pub struct Version {
    /// What it says.
    pub content: Content,
    /// Why it was corrected.
    pub reason: Option<String>,
    /// Names of parts that were withheld or destroyed.
    pub gone: Vec<String>,
    /// The step that wrote it.
    pub step: Step,
}

/// A file as it was taken in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFact {
    /// Its id.
    pub id: FileId,
    /// Its name when it came.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// Media type as given.
    pub media: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Where it came from (a phone, a camera, an email), in words.
    pub source: Option<String>,
    /// The answer given before it could enter; only `no` ever gets here.
    pub possible_indecent_image: String,
    /// The key of its encrypted bytes, hexadecimal; destroying this part destroys the file.
    pub key: String,
}

// A file's name may name a child, and its key must not be shown.
impl std::fmt::Debug for FileFact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FileFact({})", self.id)
    }
}

/// Folds the steps about one concern, given in the order of the history.
///
/// Pure and independent of arrival: the same steps give the same concern on every laptop. `None` while its first
/// entry is not here.
pub fn fold(id: ConcernId, steps: &[Step]) -> Option<Concern> {
    let mut versions = Vec::new();
    let mut files = Vec::new();
    let mut files_gone = 0;
    let mut hidden = Vec::new();
    let mut needs_newer = false;
    for step in steps {
        match (step.kind.as_str(), step.kind_version) {
            (RECORDED | AMENDED, 1) => versions.push(version(step)),
            (FILE_ADDED, 1) => {
                if let Some(fact) = step.json::<FileFact>(PART_FILE) {
                    files.push((fact, step.author.clone(), step.clone()));
                } else {
                    files_gone += 1;
                }
            }
            // Nothing of it needs to be readable for the file to stay out of sight.
            (FILE_HIDDEN, 1) => hidden.push((
                step.json::<Hidden>(PART_HIDDEN).unwrap_or_default(),
                step.clone(),
            )),
            _ if case::is_step(step) => {}
            _ => needs_newer = true,
        }
    }
    if versions.is_empty() {
        return None;
    }
    let content_steps = versions
        .iter()
        .map(|version: &Version| (version.step.entry, version.step.supersedes.as_slice()));
    let head_ids: Vec<EntryId> = heads(content_steps);
    let heads = versions
        .iter()
        .enumerate()
        .filter(|(_, version)| head_ids.contains(&version.step.entry))
        .map(|(place, _)| place)
        .collect();

    Some(Concern {
        id,
        versions,
        heads,
        files,
        files_gone,
        hidden,
        case: case::fold(steps),
        needs_newer,
    })
}

fn version(step: &Step) -> Version {
    let reason = match step.part(PART_REASON) {
        PartState::Here(_) => Some(step.text(PART_REASON)),
        PartState::Gone | PartState::Never => None,
    };
    Version {
        content: Content::from_step(step),
        reason,
        gone: step
            .parts
            .iter()
            .filter(|(_, bytes)| bytes.is_none())
            .map(|(name, _)| name.clone())
            .collect(),
        step: step.clone(),
    }
}

impl Concern {
    /// The version shown first: the last head in the order of the history.
    pub fn current(&self) -> Option<&Version> {
        self.heads
            .last()
            .and_then(|place| self.versions.get(*place))
            .or_else(|| self.versions.last())
    }

    /// Whether a reader has said of this very name that it is nobody who is on a list. A first version was written by
    /// whoever reported, who may not read the lists, and says nothing of it.
    pub fn is_nobody_on_a_list(&self, person: &PersonIn) -> bool {
        let said_before = |first: &Version| {
            let people = &first.content.people;
            people.iter().any(|said| said.said_as == person.said_as)
        };
        person.pupil.is_none()
            && person.adult.is_none()
            && !person.said_as.is_empty()
            && person.said_as == person.name
            && !self.first().is_some_and(said_before)
    }

    /// Why a file is kept out of sight, and who said so; nothing for a file that may be seen.
    pub fn hidden(&self, added: &Step) -> Option<&(Hidden, Step)> {
        self.hidden
            .iter()
            .find(|(_, step)| step.supersedes.contains(&added.entry))
    }

    /// The first version, which is the record's own.
    pub fn first(&self) -> Option<&Version> {
        self.versions.first()
    }

    /// Where it stands now: what was last said of it, or what its form says.
    pub fn standing(&self) -> Standing {
        let said = self.case.standing().map(|kept| kept.what.clone());
        let of_form = || {
            self.current()
                .map(|version| Standing::of_form(&version.content.details))
        };
        said.or_else(of_form).unwrap_or_default()
    }

    /// Entries a correction made now must name as what it takes the place of.
    pub fn head_entries(&self) -> Vec<EntryId> {
        self.heads
            .iter()
            .filter_map(|place| self.versions.get(*place))
            .map(|version| version.step.entry)
            .collect()
    }
}

impl std::fmt::Debug for Concern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Concern({}, {} versions)", self.id, self.versions.len())
    }
}
