//! The school's own settings, kept as entries like everything else.

use serde::{Deserialize, Serialize};

use crate::calendar::Terms;
use crate::room::Room;

/// The kind of an entry that sets them; the newest one not superseded holds.
pub const SETTINGS_SET: &str = "settings.set";
/// How papers are marked unless a school sets something else, such as `OFFICIAL-SENSITIVE`.
pub const MARKING: &str = "CONFIDENTIAL: safeguarding";
/// Counts below it are not told to governors unless a school sets another number (general practice of disclosure control).
pub const SMALLEST_TOLD: u32 = 5;
/// The part that holds [`Settings`].
pub const SETTINGS: &str = "settings";

/// What the school has set. Values out of range are brought into it when read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The school's name.
    pub school: String,
    /// Two to four letters that begin its record numbers.
    pub prefix: String,
    /// Where it is, as one says it to 999.
    pub address: String,
    /// The telephone to be rung back on.
    pub phone: String,
    /// The number of the local authority and of the establishment, as forms of other bodies ask for it; empty where nobody wrote it
    /// down.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dfe_number: String,
    /// The sites of a federation, by name; none for a single school.
    pub sites: Vec<String>,
    /// Shortest password, in characters. Never below 12.
    pub minimum_password: u32,
    /// Minutes without input before the vault locks. Never above 10.
    pub lock_after_minutes: u32,
    /// Days without opening after which an account is pointed out.
    pub dormant_after_days: u32,
    /// Whom to ring outside the school, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<Number>,
    /// How papers must be handled: what stands in the box at the top of each.
    pub marking: String,
    /// What the school files concerns under beside the known names.
    pub categories: Vec<OwnCategory>,
    /// Known categories that the school does not offer, by id.
    pub categories_off: Vec<String>,
    /// Who is told when the head is the subject: `chair` of governors, or the `trust`'s executive. The LADO is told either way.
    pub about_head: String,
    /// Policies, each with the day by which it is reviewed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<Policy>,
    /// Governors are told no count from 1 up to this one, 5 to 10: below 5 a number would say who it is.
    pub smallest_told: u32,
    /// When pupils are in school.
    #[serde(skip_serializing_if = "Terms::is_empty")]
    pub terms: Terms,
    /// An invented school to practise in.
    pub practice: bool,
}

/// Whom a school may have to ring, in the order in which a page offers them: an id that stays (where it
/// is in the vocabulary `external_body`, that one), and who that is. Each area
/// has its own numbers, so the school writes them down; KCSIE Part one asks that staff know how to reach children's social
/// care, Part four that the school knows its LADO.
pub const WHOM_TO_RING: [(&str, &str); 6] = [
    ("csc", "Children\u{2019}s social care"),
    (
        "csc-out-of-hours",
        "Children\u{2019}s social care, out of hours",
    ),
    ("lado", "LADO (designated officer)"),
    (
        "police-101",
        "Police, child protection or safer schools team",
    ),
    ("early-help", "Early help"),
    ("prevent", "Prevent"),
];

/// Whom to ring, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Number {
    /// Who, by the id of [`WHOM_TO_RING`].
    pub whom: String,
    /// The number, and when somebody answers it.
    pub number: String,
}

/// Told about the head in a school with governors of its own (KCSIE part four).
pub const CHAIR: &str = "chair";
/// Told about the head in a trust whose scheme says so.
pub const TRUST: &str = "trust";

/// A policy and the day by which it is reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Policy {
    /// What it is called.
    pub name: String,
    /// Reviewed by.
    pub review: Option<chrono::NaiveDate>,
}

/// A category of the school's own. A concern filed under it holds its name, so that the record says for good what it said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct OwnCategory {
    /// Its name.
    pub name: String,
    /// What belongs under it.
    pub definition: String,
    /// It is not offered any more.
    pub off: bool,
}

/// What begins the id of a category of the school's own; its name follows.
const OWN: &str = "own:";

impl OwnCategory {
    /// What a concern holds.
    pub fn id(&self) -> String {
        format!("{OWN}{}", self.name)
    }

    /// The name in an id, where it is one of the school's own.
    pub fn name_in(id: &str) -> Option<&str> {
        id.strip_prefix(OWN)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            school: String::new(),
            prefix: "SR".to_owned(),
            address: String::new(),
            phone: String::new(),
            dfe_number: String::new(),
            sites: Vec::new(),
            numbers: Vec::new(),
            minimum_password: 16,
            lock_after_minutes: 10,
            dormant_after_days: 90,
            marking: MARKING.to_owned(),
            categories: Vec::new(),
            categories_off: Vec::new(),
            about_head: CHAIR.to_owned(),
            policies: Vec::new(),
            smallest_told: SMALLEST_TOLD,
            terms: Terms::default(),
            practice: false,
        }
    }
}

impl Settings {
    /// The same settings with every number inside its limits: locking late or short passwords are not a choice.
    pub fn within_limits(mut self) -> Self {
        self.minimum_password = self.minimum_password.clamp(12, 64);
        self.lock_after_minutes = self.lock_after_minutes.clamp(1, 10);
        self.dormant_after_days = self.dormant_after_days.clamp(7, 400);
        self.smallest_told = self.smallest_told.clamp(5, 10);
        self
    }

    /// Whom to ring while nobody on this laptop may hold a room yet.
    pub fn whom_to_tell(&self, room: Room) -> &'static str {
        match room {
            Room::Head => self.told_about_head(),
            Room::Pupils | Room::Staff | Room::LeadTeam => room.whom_to_ring(),
        }
    }

    /// Who is told when the head is the subject, in words.
    pub fn told_about_head(&self) -> &'static str {
        match self.about_head.as_str() {
            TRUST => {
                "the trust\u{2019}s executive, and the local authority designated officer (LADO)"
            }
            _ => "the chair of governors, and the local authority designated officer (LADO)",
        }
    }

    /// Who is known to be rung, each with its number where there is one.
    pub fn whom_to_ring(&self) -> impl Iterator<Item = (&'static str, &'static str, Option<&str>)> {
        WHOM_TO_RING.into_iter().map(|(id, title)| {
            let mut known = self.numbers.iter().filter(|number| number.whom == id);
            (id, title, known.next().map(|number| number.number.as_str()))
        })
    }

    /// Names of sites as somebody typed them: without spaces around them, none empty, none twice.
    pub fn tidy_sites(typed: &[String]) -> Vec<String> {
        let mut sites: Vec<String> = Vec::new();
        for name in typed.iter().map(|name| name.trim()) {
            let known = |site: &String| site.to_lowercase() == name.to_lowercase();
            if !name.is_empty() && !sites.iter().any(known) {
                sites.push(name.to_owned());
            }
        }
        sites
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_are_named_once_each() {
        let typed = [" Weir Lane ", "", "Upper Vale", "weir lane"].map(str::to_owned);

        assert_eq!(Settings::tidy_sites(&typed), ["Weir Lane", "Upper Vale"]);
    }

    #[test]
    fn a_vault_never_waits_longer_than_ten_minutes_to_lock() {
        let careless = Settings {
            lock_after_minutes: 240,
            minimum_password: 4,
            ..Settings::default()
        };

        let kept = careless.within_limits();

        assert_eq!(kept.lock_after_minutes, 10);
        assert_eq!(kept.minimum_password, 12);
    }
}
