//! The rooms of a vault and which of them a record belongs to.

use serde::{Deserialize, Serialize};

/// A standing room. All four always exist on every laptop, so that their existence says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    /// Concerns about pupils.
    Pupils,
    /// Concerns and allegations about staff.
    Staff,
    /// About the headteacher.
    Head,
    /// About the designated safeguarding lead or a member of the team.
    LeadTeam,
}

impl Room {
    /// The four, in the order they are shown.
    pub const ALL: [Room; 4] = [Room::Pupils, Room::Staff, Room::Head, Room::LeadTeam];

    /// What the room is called on screen and on paper.
    pub fn title(self) -> &'static str {
        match self {
            Room::Pupils => "Pupils",
            Room::Staff => "Staff concerns",
            Room::Head => "About the head",
            Room::LeadTeam => "About the lead or the team",
        }
    }

    /// Roles whose holders are members from the start: the first of them to open the vault makes the room's keys.
    ///
    /// Statutory routing (KCSIE part four): staff to the headteacher, the headteacher to the chair. A concern about a
    /// lead goes to the headteacher. The lead is therefore not a member of the staff room.
    pub fn rightful_roles(self) -> &'static [&'static str] {
        match self {
            Room::Pupils => &["dsl", "deputy_dsl", "headteacher"],
            Room::Staff | Room::LeadTeam => &["headteacher"],
            Room::Head => &["chair", "trust_exec"],
        }
    }

    /// Whom to ring while nobody on this laptop may hold the room yet.
    pub fn whom_to_ring(self) -> &'static str {
        match self {
            Room::Pupils => "the designated safeguarding lead",
            Room::Staff | Room::LeadTeam => "the headteacher",
            Room::Head => {
                "the chair of governors, and the local authority designated officer (LADO)"
            }
        }
    }
}
