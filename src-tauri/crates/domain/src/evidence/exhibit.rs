use serde::{Deserialize, Serialize};

use crate::case::{Kept, kept};
use crate::hide_words;
use crate::id::{ConcernId, FileId, PersonId};
use crate::step::Step;

/// The kind of an entry that gives an exhibit its reference. Its subjects are the exhibit and its concern.
pub const GIVEN: &str = "exhibit.given";
/// The part that holds an [`Exhibit`].
pub const PART_EXHIBIT: &str = "exhibit";

/// A thing that somebody produces, under a reference of their own: initials and a number that only counts up, with one statement or with
/// two (HSE Enforcement Guide, exhibiting evidence). It is a file of the record, or a record of concern as it was printed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibit {
    /// Initials of whoever produces it.
    pub initials: String,
    /// Its number among theirs.
    pub number: u32,
    /// Who produces it.
    pub producer: PersonId,
    /// Their name then.
    pub name: String,
    /// The concern it belongs to.
    pub concern: ConcernId,
    /// The file of the record that it is. A printed record is no file: it has [`Exhibit::of_record`] here.
    pub file: FileId,
    /// In which state a record was printed: a hash over everything that was written of it, in hex. Empty for a file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub state: String,
}

hide_words!(Exhibit);

impl Exhibit {
    /// Whether it could have been given as it stands: anybody who writes in the room could have written anything.
    pub fn is_sound(&self) -> bool {
        self.number > 0 && are_initials(&self.initials)
    }

    /// What stands in the place of a file for a printed record: from its state and whoever produces it, so that the same print keeps its
    /// reference, and a newer one or somebody else’s has its own.
    pub fn of_record(digest: &[u8; 32]) -> FileId {
        let mut id = [0; 16];
        id.iter_mut().zip(digest).for_each(|(to, from)| *to = *from);
        FileId(id)
    }

    /// `ABC/1`.
    pub fn reference(&self) -> String {
        format!("{}/{}", self.initials, self.number)
    }
}

/// Whether these could be somebody's initials: a few letters and digits, and nothing that leads anywhere as part of a file's name.
pub fn are_initials(text: &str) -> bool {
    (1..=12).contains(&text.chars().count()) && text.chars().all(char::is_alphanumeric)
}

/// The exhibit that the entries about one thing speak of; nothing where they speak of none.
pub fn fold_exhibit(steps: &[Step]) -> Option<Kept<Exhibit>> {
    kept(steps, GIVEN, PART_EXHIBIT).into_iter().next()
}
