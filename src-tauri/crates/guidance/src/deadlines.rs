use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Confidence, Error, Page, Shelf};

/// By when something must be done, and who says so.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Its name in records.
    pub id: Id,
    /// What must be done.
    pub label: String,
    /// What its clock starts with.
    pub starts_when: String,
    /// How long, in words.
    pub limit: String,
    /// How many.
    pub amount: u32,
    /// Of what.
    pub clock: Clock,
    /// Whose it is.
    pub who: Vec<String>,
    /// Whether it holds.
    pub status: Status,
    /// What a program may do about it.
    pub app_behaviour: String,
    /// What to bear in mind about it.
    pub note: String,
    /// What is added to a concern when it is offered.
    pub offered_for: Vec<Id>,
    /// Where it stands, in a few words.
    pub cited_as: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// Nothing is counted: at once, or when something happens.
    Event,
    /// Hours, those of the night and the weekend among them.
    Hours,
    /// Every day.
    CalendarDays,
    /// Monday to Friday without the bank holidays of England.
    WorkingDays,
    /// The school's own days.
    SchoolDays,
}

impl Clock {
    /// Its name in records.
    pub fn id(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Hours => "hours",
            Self::CalendarDays => "calendar-days",
            Self::WorkingDays => "working-days",
            Self::SchoolDays => "school-days",
        }
    }
}

/// Whether a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It holds everywhere in England.
    InForce,
    /// A school's own rule.
    Policy,
    /// It is another one in another area.
    Local,
    /// The law has not started, or nobody has confirmed that it has.
    Pending,
}

impl Deadline {
    /// Whether it may be counted by: it holds everywhere, or as the area has it.
    pub fn holds(&self) -> bool {
        matches!(self.status, Status::InForce | Status::Local)
    }

    /// Whether a school must ask its safeguarding partnership before it relies on it.
    pub fn to_be_checked(&self) -> bool {
        self.status == Status::Local
            || self
                .sources
                .iter()
                .any(|source| source.confidence == Confidence::Known)
    }
}

/// Reads the deadlines.
pub(crate) fn deadlines_on(shelf: &Shelf) -> Result<Vec<Deadline>, Error> {
    let page: DeadlinesPage = shelf.read(Page::Deadlines)?;
    Ok(page.deadline)
}

#[derive(Deserialize)]
struct DeadlinesPage {
    deadline: Vec<Deadline>,
}
