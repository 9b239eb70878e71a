//! What a column of a history can hold.

use crate::roll::bare;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "`title` says each in words")]
pub enum PastField {
    Number,
    Name,
    Surname,
    Forename,
    Upn,
    DateOfBirth,
    Class,
    Year,
    Occurred,
    OccurredTime,
    Added,
    AddedBy,
    Categories,
    Title,
    Text,
    Action,
    ActionAt,
    ActionBy,
    Status,
    Level,
    Place,
    Linked,
    Files,
}

/// Field, id, title, and the names its column may have: letters and digits only, between spaces.
type Known = (PastField, &'static str, &'static str, &'static str);

const KNOWN: &[Known] = &[
    (
        PastField::Number,
        "number",
        "Its number there",
        "incidentnumber incidentid incidentno incidentref concernid concernnumber concernno concernref reference ref id number",
    ),
    (
        PastField::Name,
        "name",
        "Whole name",
        "student studentname pupil pupilname name fullname child childname studentfullname learner concernabout",
    ),
    (
        PastField::Surname,
        "surname",
        "Surname",
        "surname lastname legalsurname legallastname studentsurname pupilsurname studentlastname familyname",
    ),
    (
        PastField::Forename,
        "forename",
        "Forename",
        "forename firstname legalforename legalfirstname studentforename pupilforename studentfirstname givenname preferredforename",
    ),
    (
        PastField::Upn,
        "upn",
        "UPN",
        "upn uniquepupilnumber studentupn pupilupn",
    ),
    (
        PastField::DateOfBirth,
        "born",
        "Date of birth",
        "dob dateofbirth birthdate studentdob pupildob",
    ),
    (
        PastField::Class,
        "class",
        "Class or form",
        "class form reg registrationgroup reggroup tutorgroup classname formgroup",
    ),
    (
        PastField::Year,
        "year",
        "Year group",
        "year yeargroup ncyear yr",
    ),
    (
        PastField::Occurred,
        "occurred",
        "When it happened",
        "incidentdate dateofincident incidentdatetime incidentdateandtime dateandtimeofincident datetime dateandtime concerndate concerndatetime concerndateandtime dateofconcern occurred eventdate date",
    ),
    (
        PastField::OccurredTime,
        "occurred_time",
        "Time it happened",
        "incidenttime timeofincident concerntime timeofconcern time",
    ),
    (
        PastField::Added,
        "added",
        "When it was written there",
        "dateadded added addedon created createdon createddate datecreated datereported reportedon submitted submittedon datesubmitted dateentered entrydate loggedon datelogged",
    ),
    (
        PastField::AddedBy,
        "added_by",
        "Who wrote it there",
        "addedby createdby reportedby submittedby enteredby author loggedby staff staffmember reporter raisedby",
    ),
    (
        PastField::Categories,
        "categories",
        "Categories",
        "categories category incidentcategories concerncategory concerncategories concerntype type",
    ),
    (
        PastField::Title,
        "title",
        "Short title",
        "concernsummary summary title subject headline",
    ),
    (
        PastField::Text,
        "text",
        "What was written",
        "incident incidenttext incidentdetails details detailsofconcern concerndetails concern description narrative notes text",
    ),
    (
        PastField::Action,
        "action",
        "What was done",
        "action actions actiontaken actionstaken actiontext actiondetails immediateaction responses outcome",
    ),
    (
        PastField::ActionAt,
        "action_at",
        "When it was done",
        "actiondate dateofaction actiondatetime actionadded actiontakenon",
    ),
    (
        PastField::ActionBy,
        "action_by",
        "Who did it",
        "actionby actiontakenby actionaddedby actionauthor",
    ),
    (
        PastField::Status,
        "status",
        "Status",
        "status incidentstatus concernstatus casestatus state",
    ),
    (
        PastField::Level,
        "level",
        "Level",
        "level concernlevel severity risklevel risk priority",
    ),
    (
        PastField::Place,
        "place",
        "Where",
        "location locationofincident place where",
    ),
    (
        PastField::Linked,
        "linked",
        "Other pupils",
        "linkedstudents linkedstudent linkedpupils linkedpupil otherstudents otherpupils otherpupilsinvolved studentsinvolved",
    ),
    (
        PastField::Files,
        "files",
        "Names of files",
        "files file attachments attachment documents filenames",
    ),
];

impl PastField {
    /// Every field, in the order a person chooses from.
    pub fn all() -> impl Iterator<Item = Self> {
        KNOWN.iter().map(|(field, ..)| *field)
    }

    /// The name the window knows it by.
    pub fn id(self) -> &'static str {
        self.known().map_or("", |(_, id, ..)| *id)
    }

    /// The name a person chooses it by.
    pub fn title(self) -> &'static str {
        self.known().map_or("", |(_, _, title, _)| *title)
    }

    /// The field of an [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|field| field.id() == id)
    }

    fn known(self) -> Option<&'static Known> {
        KNOWN.iter().find(|(field, ..)| *field == self)
    }
}

/// The field a heading names, and its place among the field's names: the first is the surest.
pub(super) fn claim(heading: &str) -> Option<(PastField, usize)> {
    let form = bare(heading);
    KNOWN.iter().find_map(|(field, _, _, names)| {
        let place = names.split_whitespace().position(|name| name == form)?;
        Some((*field, place))
    })
}
