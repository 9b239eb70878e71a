//! What stands in the place of something that may never come in: an indecent image of a child, described in words alone.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry that describes an item that was not taken in, or describes it anew.
pub const WITHHELD: &str = "item.withheld";
/// The part that holds a [`Withheld`].
pub const PART_ITEM: &str = "item";

/// An item that stays where it is. There is no file, no name of a file, no hash and no picture of it: whoever wants to see
/// it asks whoever holds it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Withheld {
    /// What it is said to be, in the words of whoever told.
    pub what: String,
    /// The device or the account it is on.
    pub place: String,
    /// Make and model of the device.
    pub make: String,
    /// Its serial number or IMEI.
    pub serial: String,
    /// Where it is now.
    pub kept_at: String,
    /// Who holds it.
    pub held_by: String,
    /// Switched off, or cut off from every network: `yes`, `no`, `unsure` or empty.
    pub isolated: String,
    /// How, or why not.
    pub isolated_note: String,
    /// Who has seen it, and why.
    pub seen_by: String,
    /// Who outside the school was told, each once.
    pub told: Vec<ToldOf>,
}

/// Somebody outside the school who was told of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct ToldOf {
    /// One of [`TOLD_OF`].
    pub who: String,
    /// When.
    pub at: Option<DateTime<FixedOffset>>,
    /// Their reference.
    pub reference: String,
}

/// Who is told of such an item.
pub const TOLD_OF: [&str; 4] = ["police", "lado", "ceop", "report_remove"];

hide_words!(Withheld, ToldOf);

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::case::fold;
    use crate::id::PersonId;
    use crate::step::{Author, Step};

    fn sheet(entry: u8, supersedes: &[u8], kept_at: &str) -> Step {
        let said = Withheld {
            what: "a picture, she says".to_owned(),
            kept_at: kept_at.to_owned(),
            ..Withheld::default()
        };
        Step {
            entry: [entry; 32],
            supersedes: supersedes.iter().map(|entry| [*entry; 32]).collect(),
            kind: WITHHELD.to_owned(),
            kind_version: 1,
            critical: false,
            author: Author {
                person: PersonId([1; 16]),
                name: "R. Calloway".to_owned(),
                user: "ruth".to_owned(),
                role: "dsl".to_owned(),
            },
            number: u64::from(entry),
            written: DateTime::parse_from_rfc3339("2026-11-10T10:41:00+00:00").unwrap(),
            clock_note: None,
            parts: vec![(PART_ITEM.to_owned(), serde_json::to_vec(&said).ok())],
            blobs: Vec::new(),
        }
    }

    #[test]
    fn a_sheet_put_right_on_two_laptops_stands_twice_and_one_joined_stands_once() {
        let mut steps = vec![
            sheet(1, &[], "in the safe"),
            sheet(2, &[1], "with PC Nowak"),
            sheet(3, &[1], "at the station"),
        ];
        let kept = |steps: &[Step]| -> Vec<String> {
            let case = fold(steps);
            case.items().map(|kept| kept.what.kept_at.clone()).collect()
        };

        assert_eq!(kept(&steps), ["with PC Nowak", "at the station"]);
        assert_eq!(fold(&steps).withheld.len(), 3);
        steps.push(sheet(4, &[2, 3], "at the station, with PC Nowak"));
        assert_eq!(kept(&steps), ["at the station, with PC Nowak"]);
    }

    #[test]
    fn nothing_of_a_sheet_is_shown_to_a_log() {
        let step = sheet(1, &[], "in the safe");
        let case = fold(&[step]);

        assert_eq!(format!("{:?}", case.withheld[0].what), "Withheld");
    }
}
