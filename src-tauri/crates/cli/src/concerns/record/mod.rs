//! A concern as a file has it: the field names of the school record (`incident_record`) in snake case.

mod cast;
mod fill;
mod give;
mod people;

use app::wire::{Fault, MarkPlace};
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::json_file::JsonFile;
use crate::stop::{Spot, Stop};

pub use fill::Filling;
pub use give::give;

/// A field that is there or not; there, it may be `null`, which takes away what it held.
pub type Given<T> = Option<Option<T>>;

fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Given<T>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// Something written as an object, never as a list: its names are what makes it safe to read.
pub struct Object<T>(pub T);

/// What an object is told to be where it is something else.
pub trait Shape {
    /// In words.
    const SHAPE: &'static str;
}

impl<'de, T: Deserialize<'de> + Shape> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Only<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de> + Shape> Visitor<'de> for Only<T> {
            type Value = T;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(T::SHAPE)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map))
            }
        }
        from.deserialize_map(Only(PhantomData)).map(Self)
    }
}

macro_rules! record {
    ($($(#[$doc:meta])* $field:ident: $type:ty,)*) => {
        /// What a file says. Anything else in it is refused.
        #[derive(Deserialize, Default)]
        #[serde(deny_unknown_fields, default)]
        pub struct Record {
            $($(#[$doc])* #[serde(deserialize_with = "given")] pub $field: Given<$type>,)*
        }
    };
}

record! {
    /// Kind of record: `pupil-concern`, `online-incident`, …
    record_kind: String,
    /// `no`, or where a concern about an adult goes: `staff`, `head`, `lead_team`.
    adult_of_concern: String,
    /// Whoever it is about.
    student: Object<Somebody>,
    /// As the log asks.
    sex_or_gender: String,
    /// Others in it.
    linked_people: Vec<Object<Somebody>>,
    /// Staff in it, not as the subject.
    staff_involved: Vec<Object<Somebody>>,
    /// When it happened, RFC 3339.
    occurred_at: String,
    /// That time is approximate.
    occurred_about: bool,
    /// When the writer learnt of it.
    noticed_at: String,
    /// Why "learnt" stands before "happened".
    order_note: String,
    /// Place (id).
    location: String,
    /// Room in the building.
    room: String,
    /// Device number.
    device_number: String,
    /// Apps, addresses, user names.
    online_service: Vec<Object<Trace>>,
    /// Categories (ids).
    categories: Vec<String>,
    /// What was seen, heard or said.
    description: String,
    /// The child's exact words.
    childs_words: String,
    /// How the child seemed.
    demeanour: String,
    /// Questions asked.
    questions_asked: String,
    /// Who else was there.
    present: String,
    /// Where the handwritten notes are kept.
    notes_kept_at: String,
    /// Opinion, kept apart.
    opinion: String,
    /// How it came to light (id).
    identified_how: String,
    /// How fast somebody must act (id).
    urgency: String,
    /// `yes`, `no` or `unsure`.
    possible_indecent_image: String,
    /// `yes`, `no` or `unsure`.
    possible_crime: String,
    /// Visible marks.
    body_map: Vec<Object<Mark>>,
    /// What was done at once.
    immediate_action: String,
    /// Which lead was told.
    told_lead: String,
    /// When.
    told_lead_at: String,
    /// Staff alerted.
    alerted: Vec<Colleague>,
    /// The lead it is assigned to.
    assigned_to: Colleague,
    /// Status (id).
    status: String,
    /// Why it is passed on with gaps.
    with_gaps: String,
}

/// A pupil by id or number, or anybody by name.
#[derive(Deserialize, Serialize, Default, Clone)]
#[serde(deny_unknown_fields, default)]
pub struct Somebody {
    /// The pupil's id, or of staff the account's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Unique pupil number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upn: Option<String>,
    /// Name as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Their part in it (id).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// `pupil`, `adult` or `unknown`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// As the log asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
}

/// Something online.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Trace {
    /// App, site or game.
    pub service: String,
    /// Web address.
    pub address: String,
    /// User name.
    pub user_name: String,
    /// Whose it is.
    pub whose: String,
}

/// A visible mark.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Mark {
    /// Where (id).
    pub region: String,
    /// The child's own `left` or `right`, or `middle`.
    pub side: String,
    /// What was seen.
    pub note: String,
    /// Size.
    pub size: Option<String>,
    /// Colour.
    pub colour: Option<String>,
    /// Shape.
    pub shape: Option<String>,
    /// `yes`, `no` or `unsure`.
    pub broken: Option<String>,
    /// `yes`, `no` or `unsure`.
    pub swelling: Option<String>,
    /// What the child said about it.
    pub said: Option<String>,
    /// Where on a drawing.
    pub place: Option<MarkPlace>,
}

/// Somebody with an account: a user name alone, or an object with `id` or `user`.
#[derive(Default)]
pub struct Colleague {
    /// The account's id.
    pub id: Option<String>,
    /// Its user name.
    pub user: Option<String>,
}

impl<'de> Deserialize<'de> for Colleague {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize, Default)]
        #[serde(deny_unknown_fields, default)]
        struct Said {
            id: Option<String>,
            user: Option<String>,
            #[serde(rename = "name")]
            _name: Option<String>,
        }
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Colleague;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a user name in quotes, or {\"user\": \"…\"}")
            }

            fn visit_str<E: de::Error>(self, user: &str) -> Result<Colleague, E> {
                Ok(Colleague {
                    id: None,
                    user: Some(user.to_owned()),
                })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Colleague, A::Error> {
                let said = Said::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Colleague {
                    id: said.id,
                    user: said.user,
                })
            }
        }
        from.deserialize_any(Either)
    }
}

impl Shape for Record {
    const SHAPE: &'static str = "one object in { }";
}

impl Shape for Somebody {
    const SHAPE: &'static str =
        "an object such as {\"upn\": \"H801200001001\"} or {\"name\": \"\u{2026}\"}";
}

impl Shape for Trace {
    const SHAPE: &'static str = "an object with service, address, user_name and whose";
}

impl Shape for Mark {
    const SHAPE: &'static str = "an object with region, side, note, size and colour";
}

/// Fields of the school record that nobody writes into a file, and who fills them in.
pub fn not_written_here(field: &str) -> Option<&'static str> {
    match field {
        "id" | "record_no" | "restricted" | "student_dob_year" | "written_at" | "child_status"
        | "acknowledged" | "closed_by" | "retention_until" | "reported_by" | "audit_trail"
        | "people" | "clock" | "versions" | "seal" => {
            Some("The program fills this in. Leave it out.")
        }
        "files" => Some("Add files with `files add`. Leave this out."),
        "who_was_involved" => Some("Write this as linked_people."),
        _ => None,
    }
}

/// A refusal of the record in the words and at the lines of its file.
pub fn named(fault: Fault, file: &JsonFile) -> Stop {
    Stop::from(fault).named(|field| {
        let field = match field {
            "people" => "student",
            "occurred" => "occurred_at",
            "noticed" => "noticed_at",
            "route" => "adult_of_concern",
            "indecent_image" => "possible_indecent_image",
            "online" => "online_service",
            "reason" => {
                return Some(Spot::option("--reason", ""));
            }
            other => other,
        };
        Some(file.spot(field, ""))
    })
}
