//! An invented school to practise in, the same for a seed on every machine and in every version.
//!
//! [`plan`] says who there is; [`DemoPlan::concerns`] then makes one concern after another, so that a school with
//! 200,000 of them needs no more memory than one school day. Nobody in it exists, and the school's name says so.

mod calendar;
mod concerns;
mod dice;
mod facts;
mod files;
mod model;
mod pupils;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use concerns::Concerns;
pub use files::{DemoBytes, DemoFile};
pub use model::{
    Arrival, DemoAmendment, DemoConcern, DemoFlag, DemoMark, DemoParty, DemoPerson, DemoPupil,
    DemoTrace,
};

use calendar::Timetable;
use facts::Facts;
use pupils::Child;

/// An invented school, planned but not yet written into any vault.
pub struct DemoPlan {
    /// Its name, which ends in "(practice)".
    pub school: String,
    /// Letters that begin its record numbers.
    pub prefix: String,
    /// Where it is.
    pub address: String,
    /// The telephone to be rung back on, from the range kept free for stories.
    pub phone: String,
    /// The people who work there. A concern names its writer by place in this list.
    pub people: Vec<DemoPerson>,
    /// The pupils. A concern names them by place in this list.
    pub pupils: Vec<DemoPupil>,
    facts: Facts,
    children: Vec<Child>,
    timetable: Timetable,
    sizes: Vec<u64>,
    seed: u64,
    total: usize,
}

/// Plans a school of `pupils` with `concerns` up to the day before `today`, and `attachments_mib` of files.
///
/// Fails only if the shipped sentences cannot be read, which a test rules out.
pub fn plan(
    seed: u64,
    pupils: usize,
    concerns: usize,
    attachments_mib: usize,
    today: NaiveDate,
) -> Result<DemoPlan, guidance::Error> {
    let facts = Facts::shipped()?;
    let (pupils, children) = pupils::enrol(&facts, seed, pupils, today);
    // A concern is about somebody.
    let total = if pupils.is_empty() { 0 } else { concerns };

    Ok(DemoPlan {
        school: facts.school.school.clone(),
        prefix: facts.school.prefix.clone(),
        address: facts.school.address.clone(),
        phone: facts.school.phone.clone(),
        people: facts.school.people.iter().map(DemoPerson::from).collect(),
        pupils,
        children,
        timetable: Timetable::new(seed, total, today),
        sizes: files::sizes(seed, total, attachments_mib),
        facts,
        seed,
        total,
    })
}

impl DemoPlan {
    /// Makes the concerns, one at a time, in the order in which they reach this laptop.
    pub fn concerns(&self) -> Concerns<'_> {
        Concerns::new(self)
    }

    /// Somebody who works there, by their place.
    fn person(&self, place: usize) -> Option<&facts::Person> {
        self.facts.school.people.get(place)
    }

    /// Whether a pupil was at the school on a day.
    fn on_roll(&self, pupil: usize, day: NaiveDate) -> bool {
        let known = self.pupils.get(pupil).zip(self.children.get(pupil));
        known.is_some_and(|(pupil, child)| {
            pupil.admitted <= day
                && pupil.left_on.is_none_or(|left| day <= left)
                && (0..=13).contains(&child.year_on(day))
        })
    }
}

// Names, even invented ones, do not reach a log through `{:?}`.
impl std::fmt::Debug for DemoPlan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "DemoPlan({} pupils, {} concerns)",
            self.pupils.len(),
            self.total
        )
    }
}
