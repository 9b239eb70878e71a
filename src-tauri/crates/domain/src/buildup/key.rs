//! What a concern leaves behind that another may have too, in the form in which it is compared.

use crate::concern::{Concern, Content, ERROR, PersonIn};

/// What two concerns may have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TraceOf {
    /// A child of the school's list whom it is about.
    Child,
    /// An adult on record.
    Adult,
    /// An adult by the name as it was written.
    Name,
    /// A room of the building.
    Room,
    /// A device.
    Device,
}

impl TraceOf {
    /// How it is written in a table.
    pub fn id(self) -> &'static str {
        match self {
            TraceOf::Child => "child",
            TraceOf::Adult => "adult",
            TraceOf::Name => "name",
            TraceOf::Room => "room",
            TraceOf::Device => "device",
        }
    }

    /// What is written so.
    pub fn of_id(id: &str) -> Option<Self> {
        [
            TraceOf::Child,
            TraceOf::Adult,
            TraceOf::Name,
            TraceOf::Room,
            TraceOf::Device,
        ]
        .into_iter()
        .find(|of| of.id() == id)
    }
}

/// Something a concern has, and other concerns may have.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    /// What.
    pub of: TraceOf,
    /// In the form in which it is compared.
    pub key: String,
    /// As it was written.
    pub shown: String,
}

impl std::fmt::Debug for Trace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Trace")
    }
}

/// Roles of those whom a concern is about (vocabulary `person_role_in_incident`); a witness or a friend it is not about.
const ABOUT: [&str; 4] = ["", "subject", "victim", "instigator"];
/// Roles of adults who only told of it or saw it.
const BESIDE: [&str; 2] = ["reporter", "witness"];
/// Words by which nobody in particular is meant.
const NOBODY: [&str; 40] = [
    "a",
    "an",
    "the",
    "his",
    "her",
    "their",
    "my",
    "some",
    "someone",
    "somebody",
    "unknown",
    "not",
    "known",
    "no",
    "name",
    "man",
    "woman",
    "lady",
    "adult",
    "person",
    "member",
    "staff",
    "supply",
    "teacher",
    "driver",
    "parent",
    "carer",
    "mum",
    "dad",
    "mother",
    "father",
    "stepdad",
    "stepmum",
    "uncle",
    "aunt",
    "nan",
    "grandad",
    "boyfriend",
    "partner",
    "stranger",
];
/// The shortest name of a room that says which.
const SHORTEST: usize = 2;

/// What the versions of a concern that hold say. What was corrected away is not counted, and nothing of a mistake is.
pub fn traces(concern: &Concern) -> Vec<Trace> {
    if concern.standing().status == ERROR {
        return Vec::new();
    }
    let holding = concern.heads.iter();
    let holding = holding.filter_map(|place| concern.versions.get(*place));
    let mut all: Vec<Trace> = holding
        .flat_map(|version| of_content(&version.content))
        .collect();
    all.sort();
    all.dedup_by(|one, other| (one.of, &one.key) == (other.of, &other.key));
    all
}

fn of_content(content: &Content) -> Vec<Trace> {
    let filed_under = content.about();
    let mut all: Vec<Trace> = content
        .people
        .iter()
        .filter_map(|person| {
            of_person(
                person,
                filed_under.is_some_and(|about| std::ptr::eq(about, person)),
            )
        })
        .collect();
    let details = &content.details;
    let places = [
        (TraceOf::Room, room_key(&details.room), &details.room),
        (
            TraceOf::Device,
            device_key(&details.device_number),
            &details.device_number,
        ),
    ];
    all.extend(places.into_iter().filter_map(|(of, key, shown)| {
        Some(Trace {
            of,
            key: key?,
            shown: shown.trim().to_owned(),
        })
    }));
    all
}

fn of_person(person: &PersonIn, filed_under: bool) -> Option<Trace> {
    let role = person.role.as_str();
    let (of, key) = match (person.pupil, person.adult) {
        (Some(pupil), _) if filed_under || ABOUT.contains(&role) => {
            (TraceOf::Child, pupil.to_string())
        }
        (Some(_), _) => return None,
        (None, _) if BESIDE.contains(&role) => return None,
        (None, Some(adult)) => (TraceOf::Adult, adult.to_string()),
        (None, None) if person.kind == "adult" => (TraceOf::Name, name_key(&person.name)?),
        (None, None) => return None,
    };
    Some(Trace {
        of,
        key,
        shown: person.name.trim().to_owned(),
    })
}

/// A name of two words or more, in small letters. `None` where it names nobody in particular: "Mum" of one child is not
/// "Mum" of another.
pub fn name_key(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}')
        .filter(|word| !word.is_empty())
        .collect();
    let named = words.len() >= 2 && !words.iter().any(|word| NOBODY.contains(word));
    named.then(|| words.join(" "))
}

/// A room of the building, in small letters, without what stands between the words.
pub fn room_key(room: &str) -> Option<String> {
    let lower = room.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let key = words.join(" ");
    (key.chars().count() >= SHORTEST).then_some(key)
}

/// The number of a device: letters and digits alone.
pub fn device_key(number: &str) -> Option<String> {
    let key: String = number
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    key.chars().any(|c| c.is_ascii_digit()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_room_one_device_and_one_name_are_found_however_they_are_written() {
        assert_eq!(room_key(" ICT  Suite"), room_key("ict-suite"));
        assert_eq!(device_key("LT 014"), device_key("lt-014"));
        assert_eq!(name_key("Mr  Daniel Frost"), name_key("mr daniel frost."));
    }

    #[test]
    fn words_that_name_nobody_join_nothing() {
        for nobody in ["Mum", "his dad", "a man", "Supply teacher", "not known", ""] {
            assert_eq!(name_key(nobody), None, "{nobody}");
        }
        assert_eq!(room_key("-"), None);
        assert_eq!(device_key("school laptop"), None);
    }
}
