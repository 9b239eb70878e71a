//! What a concern says, and how it stands in an entry's parts.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::brought::Brought;
use crate::hide_words;
use crate::id::{AdultId, PupilId};
use crate::step::Step;

/// Who it is about: JSON array of [`PersonIn`].
pub const PART_PEOPLE: &str = "people";
/// What was seen, heard or said: text.
pub const PART_ACCOUNT: &str = "account";
/// The child's exact words: text.
pub const PART_CHILDS_WORDS: &str = "childs_words";
/// The writer's opinion, kept apart from what happened: text.
pub const PART_OPINION: &str = "opinion";
/// Everything else: JSON of [`Details`].
pub const PART_DETAILS: &str = "details";
/// Why a correction was made: text.
pub const PART_REASON: &str = "reason";

/// One version of a concern. Words, people and the rest are separate parts, so that each can be withheld alone.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// Who it is about, with a role each. A role is never copied to anybody else.
    pub people: Vec<PersonIn>,
    /// What was seen, heard or said.
    pub account: String,
    /// The child's exact words.
    pub childs_words: String,
    /// Professional opinion.
    pub opinion: String,
    /// The rest of the form.
    pub details: Details,
}

/// Somebody in a concern, with what was known of them then: an entry never points into another room.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct PersonIn {
    /// The pupil's id, when they are on the school's list.
    pub pupil: Option<PupilId>,
    /// The adult's id, when they are on record in this same room.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub adult: Option<AdultId>,
    /// Their name as it was, or as it was said.
    pub name: String,
    /// As a reporter wrote it, where a reader has said since who is meant.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub said_as: String,
    /// `pupil`, `adult` or `unknown`.
    pub kind: String,
    /// Their part in what happened (vocabulary `person_role_in_incident`).
    pub role: String,
    /// As the eSafety log asks.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sex: Option<String>,
    /// Date of birth then known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub date_of_birth: Option<NaiveDate>,
    /// Unique pupil number then known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub upn: Option<String>,
    /// Class then.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub class: Option<String>,
    /// Status flags then (vocabulary `child_status`).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub flags: Vec<String>,
}

/// A place on the body where something was visible.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct BodyMark {
    /// The region (wording `body`).
    pub region: String,
    /// The child's own `left` or `right`, or `middle`.
    pub side: String,
    /// What was seen.
    pub note: String,
    /// Size in words or millimetres.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub size: Option<String>,
    /// Colour.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub colour: Option<String>,
    /// Shape.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub shape: Option<String>,
    /// Whether the skin was broken: `yes`, `no`, or `unsure` when that could not be told.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub broken: Option<String>,
    /// Whether it was swollen, in the same way.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub swelling: Option<String>,
    /// What the child said about it, in their words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub said: Option<String>,
    /// Where it was put on a drawing. Without one a mark is its region alone.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub place: Option<MarkPlace>,
}

/// A point on a drawn body.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct MarkPlace {
    /// The number of the drawings.
    pub drawing: u32,
    /// `baby`, `child` or `adolescent`.
    pub build: String,
    /// The side from which it is drawn.
    pub view: String,
    /// From the view's left edge, in tenths of a millimetre of that body.
    pub x: u32,
    /// From its upper edge.
    pub y: u32,
}

/// Something online: kept as text, never a link to press.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct OnlineTrace {
    /// App, site or game.
    pub service: String,
    /// Web address.
    pub address: String,
    /// User name.
    pub user_name: String,
    /// Whose it is: [`OF_CHILD`], [`OF_OTHER`], or empty where nobody said.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub whose: String,
}

/// A name online that is the child's own.
pub const OF_CHILD: &str = "child";
/// A name online of whoever was in touch with the child.
pub const OF_OTHER: &str = "other";

/// The rest of a concern's form. Names are those of `record/incident_record.toml`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Details {
    /// Number people use: prefix, year, writer's code, count (`MV-26-B7K-0143`).
    pub record_no: String,
    /// `pupil-concern`, `online-incident`, `staff-concern`, `low-level-concern`, `breach`, `other`.
    pub record_kind: String,
    /// When it happened.
    pub occurred_at: Option<DateTime<FixedOffset>>,
    /// The time it happened is approximate.
    pub occurred_about: bool,
    /// When the writer learnt of it.
    pub noticed_at: Option<DateTime<FixedOffset>>,
    /// Why "learnt of" stands before "happened", when both are right.
    pub order_note: String,
    /// Place (vocabulary `incident_location`).
    pub location: String,
    /// Room in the building.
    pub room: String,
    /// Computer or device number.
    pub device_number: String,
    /// How the child seemed.
    pub demeanour: String,
    /// Questions the writer asked, in the words used.
    pub questions_asked: String,
    /// Who else was there.
    pub present: String,
    /// What was done at once.
    pub immediate_action: String,
    /// Which lead was told in person.
    pub told_lead: String,
    /// When.
    pub told_lead_at: Option<DateTime<FixedOffset>>,
    /// Category ids.
    pub categories: Vec<String>,
    /// How it came to light (vocabulary `identified_how`).
    pub identified_how: String,
    /// How fast somebody must act (vocabulary `urgency`).
    pub urgency: String,
    /// `yes`, `no`, `unsure` or empty.
    pub possible_crime: String,
    /// `yes`, `no`, `unsure` or empty.
    pub possible_indecent_image: String,
    /// Apps, addresses and user names.
    pub online_service: Vec<OnlineTrace>,
    /// Visible marks, as a list of regions.
    pub body_map: Vec<BodyMark>,
    /// Record status (vocabulary `record_status`).
    pub status: String,
    /// The lead it is assigned to, by person id.
    pub assigned_to: Option<String>,
    /// Staff alerted, by person id.
    pub alerted: Vec<String>,
    /// Why it was passed on with gaps.
    pub with_gaps: String,
    /// Written on another system or on paper at this time, and brought in later.
    pub first_written: Option<DateTime<FixedOffset>>,
    /// The number of the blank form it was first written on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub paper_no: String,
    /// Where that handwritten page is kept, or the notes made as a child spoke.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub paper_kept_at: String,
    /// It was written in another program, and brought in from a file of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brought: Option<Brought>,
}

impl Content {
    /// The parts of an entry, empty ones left out.
    pub fn to_parts(&self, reason: Option<&str>) -> Vec<(&'static str, Zeroizing<Vec<u8>>)> {
        let text = |words: &str| Zeroizing::new(words.as_bytes().to_vec());
        let mut parts = vec![
            (PART_PEOPLE, json(&self.people)),
            (PART_DETAILS, json(&self.details)),
        ];
        let words = [
            (PART_ACCOUNT, self.account.as_str()),
            (PART_CHILDS_WORDS, &self.childs_words),
            (PART_OPINION, &self.opinion),
            (PART_REASON, reason.unwrap_or_default()),
        ];
        parts.extend(
            words
                .into_iter()
                .filter(|(_, words)| !words.is_empty())
                .map(|(name, words)| (name, text(words))),
        );
        parts
    }

    /// Reads a version back from its entry. A part that is gone reads as empty. A fact that is one line by its nature is read as one:
    /// a name with a break in it could otherwise be made to look like a line of the record itself.
    pub fn from_step(step: &Step) -> Self {
        let mut read = Self {
            people: step.json(PART_PEOPLE).unwrap_or_default(),
            account: step.text(PART_ACCOUNT),
            childs_words: step.text(PART_CHILDS_WORDS),
            opinion: step.text(PART_OPINION),
            details: step.json(PART_DETAILS).unwrap_or_default(),
        };
        for person in &mut read.people {
            in_one_line(&mut person.name);
            in_one_line(&mut person.said_as);
            person.class.iter_mut().for_each(in_one_line);
        }
        let details = &mut read.details;
        for trace in &mut details.online_service {
            in_one_line(&mut trace.service);
            in_one_line(&mut trace.address);
            in_one_line(&mut trace.user_name);
        }
        in_one_line(&mut details.room);
        in_one_line(&mut details.device_number);
        in_one_line(&mut details.told_lead);
        in_one_line(&mut details.paper_kept_at);
        in_one_line(&mut details.paper_no);
        in_one_line(&mut details.record_no);
        read
    }

    /// The pupils it is about.
    pub fn pupils(&self) -> impl Iterator<Item = PupilId> + '_ {
        self.people.iter().filter_map(|person| person.pupil)
    }

    /// Whoever the record is filed under: the person who may have been harmed, otherwise the first named.
    pub fn about(&self) -> Option<&PersonIn> {
        let first_with = |roles: &[&str]| {
            self.people
                .iter()
                .find(|person| roles.contains(&person.role.as_str()))
        };
        first_with(&["victim", "subject"]).or_else(|| self.people.first())
    }
}

/// What is one line by its nature, as one: whatever begins a new line becomes a space, what would turn the rest of the line round and
/// what cannot be seen at all is named, and nothing else is changed.
pub fn as_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => line.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\0'..='\u{1f}' | '\u{7f}' => {
                line.push_str(&format!("[U+{:04X}]", u32::from(c)));
            }
            other => line.push(other),
        }
    }
    line
}

fn in_one_line(text: &mut String) {
    *text = as_one_line(text);
}

fn json<T: Serialize>(value: &T) -> Zeroizing<Vec<u8>> {
    // Plain structs of strings, numbers and dates always serialise.
    Zeroizing::new(serde_json::to_vec(value).unwrap_or_default())
}

hide_words!(Content, PersonIn, BodyMark, MarkPlace, OnlineTrace, Details);

#[cfg(test)]
mod tests {
    use super::*;

    /// As the first program wrote it.
    const OLD: &str = r#"{"region":"forearm-outer","side":"left","note":"round, yellow at the edge","size":"3 cm","colour":"purple"}"#;

    #[test]
    fn a_mark_that_was_signed_before_bodies_were_drawn_reads_and_is_written_as_it_was() {
        let mark: BodyMark = serde_json::from_str(OLD).unwrap();

        assert_eq!(mark.note, "round, yellow at the edge");
        assert!(mark.place.is_none() && mark.said.is_none() && mark.broken.is_none());
        assert_eq!(serde_json::to_string(&mark).unwrap(), OLD);
    }

    #[test]
    fn a_mark_with_a_place_comes_back_whole_and_a_field_of_tomorrow_does_not_stop_it() {
        let mark = BodyMark {
            region: "ear".to_owned(),
            side: "right".to_owned(),
            shape: Some("crescent".to_owned()),
            swelling: Some("unsure".to_owned()),
            said: Some("the door".to_owned()),
            place: Some(MarkPlace {
                drawing: 1,
                build: "child".to_owned(),
                view: "head-right".to_owned(),
                x: 1043,
                y: 998,
            }),
            ..BodyMark::default()
        };
        let written = serde_json::to_string(&mark).unwrap();
        let tomorrow = written.replacen('{', r#"{"warmth":"yes","#, 1);

        for text in [written, tomorrow] {
            assert!(serde_json::from_str::<BodyMark>(&text).unwrap() == mark);
        }
    }

    #[test]
    fn a_name_cannot_be_made_to_look_like_a_line_of_the_record() {
        let mut name = "Sam Smith\n\nVersion 2 by Ruth\u{2028}Signed Ruth\u{85}Entry 99".to_owned();
        in_one_line(&mut name);
        assert_eq!(name, "Sam Smith  Version 2 by Ruth Signed Ruth Entry 99");
    }
}
