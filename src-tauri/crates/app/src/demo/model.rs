use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use domain::hide_words;

use super::DemoFile;
use super::facts::Person;

/// Somebody who works at the school.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DemoPerson {
    /// What they type to open the vault.
    pub user: String,
    /// Their name.
    pub name: String,
    /// Their role, by its id in the guidance.
    pub role: String,
    /// What they say they are.
    pub job: String,
}

/// A pupil, with the fields of a pupil list.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DemoPupil {
    /// Surname in law. Somebody with one name has it here.
    pub legal_surname: String,
    /// First name in law; blank for somebody with one name.
    pub legal_forename: String,
    /// Middle names.
    pub middle_names: Option<String>,
    /// The name they go by, sometimes in its own script.
    pub preferred_forename: Option<String>,
    /// The surname they go by.
    pub preferred_surname: Option<String>,
    /// Surnames they had before.
    pub former_names: Vec<String>,
    /// Unique pupil number, its letter right; the newest arrivals have none yet.
    pub upn: Option<String>,
    /// Date of birth.
    pub date_of_birth: NaiveDate,
    /// `F` or `M`, as a school's list has it.
    pub sex: String,
    /// Year group: `R`, `1` to `13`. A leaver keeps their last.
    pub year: String,
    /// Class or form.
    pub class: String,
    /// Site of the school.
    pub site: String,
    /// Where they live. Brothers and sisters share it.
    pub address: String,
    /// Came to the school.
    pub admitted: NaiveDate,
    /// Left it.
    pub left_on: Option<NaiveDate>,
    /// Standing facts.
    pub flags: Vec<DemoFlag>,
}

/// A standing fact about a pupil.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DemoFlag {
    /// Which, by its id in `child_status`.
    pub flag: String,
    /// Since.
    pub from: NaiveDate,
    /// Until.
    pub to: Option<NaiveDate>,
    /// Who said so.
    pub source: String,
}

/// How a concern came to be on this laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Arrival {
    /// It was written here.
    Here,
    /// It was written on another laptop and came in a pack later.
    AnotherLaptop,
    /// It was written in another system and brought in later.
    OtherSystem,
}

/// One concern, with the fields of the form.
#[derive(Clone, PartialEq, Serialize)]
pub struct DemoConcern {
    /// Its number in the plan, from 0. Concerns do not come in the order of their numbers.
    pub number: usize,
    /// How it came here.
    pub arrival: Arrival,
    /// When it came here: when it was written, or later. Concerns come in this order.
    pub arrived: DateTime<FixedOffset>,
    /// Written hours, days or weeks after it was learnt of.
    pub late: bool,
    /// Who wrote it, by place in the plan's people.
    pub reporter: usize,
    /// Kind of record.
    pub record_kind: String,
    /// Who it is about. The first is the pupil it is filed under.
    pub people: Vec<DemoParty>,
    /// When it happened.
    pub occurred: DateTime<FixedOffset>,
    /// That time is approximate.
    pub occurred_about: bool,
    /// When the writer learnt of it.
    pub noticed: DateTime<FixedOffset>,
    /// When it was written.
    pub written: DateTime<FixedOffset>,
    /// Where (vocabulary `incident_location`).
    pub location: String,
    /// Room, or blank.
    pub room: String,
    /// Computer or device number, or blank.
    pub device_number: String,
    /// What was seen, heard or said.
    pub description: String,
    /// The child's words, in quotation marks, or blank.
    pub childs_words: String,
    /// How the child seemed, or blank.
    pub demeanour: String,
    /// Questions asked, or blank.
    pub questions_asked: String,
    /// Who else was there, or blank.
    pub present: String,
    /// The writer's opinion, or blank.
    pub opinion: String,
    /// What was done at once.
    pub immediate_action: String,
    /// The lead told in person, by place in the plan's people, and when.
    pub told_lead: Option<(usize, DateTime<FixedOffset>)>,
    /// Category ids.
    pub categories: Vec<String>,
    /// How it came to light.
    pub identified_how: String,
    /// How fast somebody must act.
    pub urgency: String,
    /// `yes`, `no` or `unsure`.
    pub possible_crime: String,
    /// `yes`, `no` or `unsure` for something online, otherwise blank. Only `no` and blank have files.
    pub indecent_image: String,
    /// Apps, addresses and user names.
    pub online: Vec<DemoTrace>,
    /// Visible marks.
    pub body_map: Vec<DemoMark>,
    /// The leads alerted, by place in the plan's people.
    pub alerted: Vec<usize>,
    /// Its correction, if it has one.
    pub amendment: Option<DemoAmendment>,
    /// Files attached.
    pub files: Vec<DemoFile>,
}

/// Somebody in a concern.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DemoParty {
    /// The pupil, by place in the plan's pupils.
    pub pupil: Option<usize>,
    /// The name of somebody not on the list, if it is known.
    pub name: Option<String>,
    /// `pupil`, `adult` or `unknown`.
    pub kind: String,
    /// Their part (vocabulary `person_role_in_incident`).
    pub role: String,
}

/// Something online.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DemoTrace {
    /// App or game.
    pub service: String,
    /// Web address, or blank.
    pub address: String,
    /// User name, or blank.
    pub user_name: String,
}

/// A mark on the body map.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DemoMark {
    /// Region, by its id in the wording.
    pub region: String,
    /// `left`, `right` or `middle`.
    pub side: String,
    /// What it looks like.
    pub note: String,
    /// How large.
    pub size: Option<String>,
    /// What colour.
    pub colour: Option<String>,
}

/// A correction by whoever wrote the concern. What is `None` stays as it was.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DemoAmendment {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Why.
    pub reason: String,
    /// The account as corrected.
    pub description: Option<String>,
    /// The child's words as corrected.
    pub childs_words: Option<String>,
    /// The questions as corrected.
    pub questions_asked: Option<String>,
    /// The room as corrected.
    pub room: Option<String>,
    /// What was done, as corrected.
    pub immediate_action: Option<String>,
}

impl From<&Person> for DemoPerson {
    fn from(person: &Person) -> Self {
        Self {
            user: person.user.clone(),
            name: person.name.clone(),
            role: person.role.clone(),
            job: person.job.clone(),
        }
    }
}

hide_words!(
    DemoPerson,
    DemoPupil,
    DemoFlag,
    DemoConcern,
    DemoParty,
    DemoTrace,
    DemoMark,
    DemoAmendment
);
