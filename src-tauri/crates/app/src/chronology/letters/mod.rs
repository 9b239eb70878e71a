//! Other children in a pupil's file: a letter each, the same all through the file, on the screen and on paper.
//!
//! Letters go by the order in which the concerns were written, oldest first, those of the pupils' room before those of
//! other rooms, and within one by the order in which it names people: whoever may read less of the file has the same
//! letters for what they may read.

mod common;
mod file;
mod mask;
mod names;
mod phrases;
#[cfg(test)]
mod tests;
mod text;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use domain::id::PupilId;
use domain::pupil::Facts;
use vault::ask::PersonLine;

use file::File;
use names::Ways;

pub(crate) use mask::mask;
pub(super) use mask::push_words;

/// The letters of one pupil's file.
#[derive(Clone)]
pub(crate) struct Letters {
    file: Rc<File>,
    /// What was found out about adults' names: the same few write most of a file.
    adults: Rc<RefCell<HashMap<String, Option<Rc<Ways>>>>>,
    here: Rc<Here>,
}

/// Another child in the file.
pub(crate) struct Other {
    /// `Child A`.
    pub(crate) letter: String,
    /// The name people say now, or the one that was written.
    pub(crate) name: String,
}

/// Who is in one concern.
#[derive(Default)]
struct Here {
    present: BTreeSet<usize>,
    adults: Vec<Rc<Ways>>,
}

impl Letters {
    /// Gives letters to the other children that the concerns of a file name, in the order in which they come. `facts`
    /// says what is known of a pupil now.
    pub(crate) fn of<'a>(
        subject: (PupilId, &Facts),
        concerns: impl IntoIterator<Item = &'a [PersonLine]> + Clone,
        facts: impl Fn(PupilId) -> Option<Facts>,
    ) -> Self {
        let people = concerns.into_iter().flatten();
        Self {
            file: Rc::new(File::of(subject, people, facts)),
            adults: Rc::default(),
            here: Rc::default(),
        }
    }

    /// The same letters for the words of one concern: a first name or surname that an adult of it has too is not taken
    /// for a child's, and where two children have one name it is the one whom the concern names. Somebody of whom nobody
    /// knows what they are may be a child, and shields no name.
    pub(crate) fn beside(&self, people: &[PersonLine], reporter: &str) -> Self {
        let adults = people
            .iter()
            .filter(|person| person.kind == "adult" && !is_child(person))
            .map(|adult| adult.name.as_str())
            .chain([reporter]);
        Self {
            file: Rc::clone(&self.file),
            adults: Rc::clone(&self.adults),
            here: Rc::new(Here {
                adults: adults.filter_map(|name| self.adult(name)).collect(),
                present: people
                    .iter()
                    .filter_map(|person| self.file.place(person))
                    .collect(),
            }),
        }
    }

    fn adult(&self, name: &str) -> Option<Rc<Ways>> {
        let mut known = self.adults.borrow_mut();
        if let Some(ways) = known.get(name) {
            return ways.clone();
        }
        let ways = Ways::of_adult(name).map(Rc::new);
        known.insert(name.to_owned(), ways.clone());
        ways
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
pub(super) fn is_child(person: &PersonLine) -> bool {
    person.pupil.is_some() || person.kind == "pupil"
}
