//! Other children in a pupil's file: a letter each, the same all through the file, on the screen and on paper.
//!
//! One place keeps names on the screen: what must be read first about a pupil. "Never alone with Tilly" protects nobody as a
//! letter, and whoever reads it acts on it. On paper it is masked like everything else.
//!
//! Letters go by the moment at which each child was first named, in the pupils' room before other rooms, then by the
//! order of the concerns and of the people in them. So a correction takes no letter from a child who has one, and whoever
//! may read less of the file has the same letters for what they may read.

mod adult;
mod common;
mod file;
mod forms;
mod mask;
mod names;
mod phrases;
#[cfg(test)]
mod tests;
mod text;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use domain::id::PupilId;
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use vault::ask::PersonLine;

use adult::Adult;
use file::File;

pub(crate) use mask::mask;
pub(super) use mask::push_words;

/// The letters of one pupil's file.
#[derive(Clone)]
pub(crate) struct Letters {
    file: Arc<File>,
    /// What was found out about adults' names: the same few write most of a file.
    adults: Arc<Mutex<HashMap<String, Option<Arc<Adult>>>>>,
    here: Arc<Here>,
}

/// Another child in the file.
pub(crate) struct Other {
    /// `Child A`.
    pub(crate) letter: String,
    /// The name people say now, or the one that was written.
    pub(crate) name: String,
    /// Who it is, where they are on the school's list.
    pub(crate) pupil: Option<PupilId>,
}

/// Who is in one concern.
#[derive(Default)]
struct Here {
    present: BTreeSet<usize>,
    adults: Vec<Arc<Adult>>,
}

impl Letters {
    /// Gives letters to the other children that the concerns of a file name; the concerns come in the order in which they
    /// were written. `facts` says what is known of a pupil now.
    pub(crate) fn of<'a>(
        subject: (PupilId, &Facts),
        concerns: impl IntoIterator<Item = (RoomKind, &'a [PersonLine])>,
        facts: impl Fn(PupilId) -> Option<Facts>,
    ) -> Self {
        Self::beside_several(&[subject], concerns, facts)
    }

    /// The same for papers that are about several pupils at once.
    pub(crate) fn beside_several<'a>(
        subjects: &[(PupilId, &Facts)],
        concerns: impl IntoIterator<Item = (RoomKind, &'a [PersonLine])>,
        facts: impl Fn(PupilId) -> Option<Facts>,
    ) -> Self {
        let mut people: Vec<(RoomKind, &PersonLine)> = concerns
            .into_iter()
            .flat_map(|(kind, people)| people.iter().map(move |person| (kind, person)))
            .collect();
        // Stable: of one moment, the concerns and the people in them stay in their order.
        people.sort_by_key(|(kind, person)| (*kind, person.at));
        let people = people.into_iter().map(|(_, person)| person);
        Self {
            file: Arc::new(File::of(subjects, people, facts)),
            adults: Arc::default(),
            here: Arc::default(),
        }
    }

    /// The same letters for the words of one concern: a surname that an adult of it has too is not taken for a
    /// child's, and where two children have one name it is the one whom the concern names. Somebody of whom nobody
    /// knows what they are may be a child, and shields no name.
    pub(crate) fn beside(&self, people: &[PersonLine], reporter: &str) -> Self {
        let adults = people
            .iter()
            .filter(|person| person.kind == "adult" && !is_child(person))
            .map(|adult| adult.name.as_str())
            .chain([reporter]);
        Self {
            file: Arc::clone(&self.file),
            adults: Arc::clone(&self.adults),
            here: Arc::new(Here {
                adults: adults.filter_map(|name| self.adult(name)).collect(),
                present: people
                    .iter()
                    .filter_map(|person| self.file.place(person))
                    .collect(),
            }),
        }
    }

    fn adult(&self, name: &str) -> Option<Arc<Adult>> {
        let mut known = self.adults.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(adult) = known.get(name) {
            return adult.clone();
        }
        // Written like a child in full, it may be the child.
        let adult = Adult::of(name).filter(|adult| !self.file.is_a_childs_name(&adult.whole));
        let adult = adult.map(Arc::new);
        known.insert(name.to_owned(), adult.clone());
        adult
    }

    /// Another child's letter and name; nothing for the pupil whose file it is, for adults, and for a child whose name
    /// nobody knows.
    pub(crate) fn child(&self, person: &PersonLine) -> Option<&Other> {
        self.file.others.get(self.file.place(person)?)
    }

    /// Whether somebody in a concern is the pupil whose file it is.
    pub(crate) fn is_subject(&self, person: &PersonLine) -> bool {
        self.file.is_subject(person)
    }

    /// Every other child, in the order of their letters.
    pub(crate) fn others(&self) -> &[Other] {
        &self.file.others
    }
}

/// Whether somebody in a concern is a child, as far as it says.
pub(crate) fn is_child(person: &PersonLine) -> bool {
    person.pupil.is_some() || person.kind == "pupil"
}
