//! What a column of a list of alerts can hold.

use crate::columns::Heading;
use crate::roll::bare;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "`title` says each in words")]
pub enum AlertField {
    At,
    Time,
    Reference,
    User,
    Device,
    Trigger,
    Category,
    Grade,
}

/// Field, id, title, and the names its column may have: letters and digits only, between spaces.
type Known = (AlertField, &'static str, &'static str, &'static str);

const KNOWN: &[Known] = &[
    (
        AlertField::At,
        "at",
        "When",
        "alerttime alertdate alertdatetime capturedat capturetime capturedate datetime dateandtime dateandtimeofcapture eventtime eventdate timestamp violationtime violationdate localtime created createdat received date",
    ),
    (
        AlertField::Time,
        "time",
        "Time of day, where the day stands apart",
        "time timeofday clocktime",
    ),
    (
        AlertField::Reference,
        "reference",
        "Its number there",
        "alertid captureid eventid incidentid violationid caseid reference ref id number",
    ),
    (
        AlertField::User,
        "user",
        "User",
        "user username userid loggedonuser loggedinuser useraccount student studentname pupil pupilname displayname fullname person name email emailaddress account",
    ),
    (
        AlertField::Device,
        "device",
        "Device",
        "device devicename computer computername machine machinename hostname host client clientname workstation asset ipaddress ip",
    ),
    (
        AlertField::Trigger,
        "trigger",
        "What set it off",
        "keyword keywords phrase matchedphrase matchedtext matchedkeyword triggertext trigger searchterm search query capturedtext typedtext violationtext violation detection detectedtext text content url website domain windowtitle title description details",
    ),
    (
        AlertField::Category,
        "category",
        "Category",
        "category categories theme policy policyname library keywordlibrary rule rulename group type",
    ),
    (
        AlertField::Grade,
        "grade",
        "The system\u{2019}s own grade",
        "grade alertlevel level severity risk risklevel riskrating rating priority threatlevel score confidence",
    ),
];

impl AlertField {
    /// Every field, in the order a person chooses from.
    pub fn all() -> impl Iterator<Item = Self> {
        KNOWN.iter().map(|(field, ..)| *field)
    }

    /// The name the window knows it by.
    pub fn id(self) -> &'static str {
        self.known().map_or("", |(_, id, ..)| *id)
    }

    /// The field of an [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|field| field.id() == id)
    }

    fn known(self) -> Option<&'static Known> {
        KNOWN.iter().find(|(field, ..)| *field == self)
    }
}

impl Heading for AlertField {
    fn claim(heading: &str) -> Option<(Self, usize)> {
        let form = bare(heading);
        KNOWN.iter().find_map(|(field, _, _, names)| {
            let place = names.split_whitespace().position(|name| name == form)?;
            Some((*field, place))
        })
    }

    fn title(self) -> &'static str {
        self.known().map_or("", |(_, _, title, _)| *title)
    }
}
