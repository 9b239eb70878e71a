//! What a column of a pupil list can hold.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "`title` says each in words")]
pub enum Field {
    Upn,
    LegalSurname,
    LegalForename,
    MiddleNames,
    PreferredForename,
    PreferredSurname,
    FormerSurname,
    NameSurnameFirst,
    NameForenameFirst,
    DateOfBirth,
    Sex,
    Year,
    Class,
    Site,
    Admitted,
    LeftOn,
    SenStatus,
    Ehcp,
    SendSupport,
    LookedAfter,
    PreviouslyLookedAfter,
    ChildProtection,
    ChildInNeed,
    SectionFortySeven,
    EarlyHelp,
    SocialWorker,
    YoungCarer,
    Kinship,
    SpecialGuardianship,
    PrivatelyFostered,
    Camhs,
}

impl Field {
    /// Every field, in the order a person chooses from.
    pub const ALL: &[Self] = &[
        Self::Upn,
        Self::LegalSurname,
        Self::LegalForename,
        Self::MiddleNames,
        Self::PreferredForename,
        Self::PreferredSurname,
        Self::FormerSurname,
        Self::NameSurnameFirst,
        Self::NameForenameFirst,
        Self::DateOfBirth,
        Self::Sex,
        Self::Year,
        Self::Class,
        Self::Site,
        Self::Admitted,
        Self::LeftOn,
        Self::SenStatus,
        Self::Ehcp,
        Self::SendSupport,
        Self::LookedAfter,
        Self::PreviouslyLookedAfter,
        Self::ChildProtection,
        Self::ChildInNeed,
        Self::SectionFortySeven,
        Self::EarlyHelp,
        Self::SocialWorker,
        Self::YoungCarer,
        Self::Kinship,
        Self::SpecialGuardianship,
        Self::PrivatelyFostered,
        Self::Camhs,
    ];

    /// The name scripts and the window know it by: `legal_surname`. A flag's is its id in the vocabulary.
    pub fn id(self) -> &'static str {
        self.names().0
    }

    /// The name a person chooses it by.
    pub fn title(self) -> &'static str {
        self.names().1
    }

    /// The field of an [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.id() == id)
    }

    /// Whether a list without it is refused. Either name column stands for both names.
    pub fn needed(self) -> bool {
        matches!(self, Self::LegalSurname | Self::LegalForename)
    }

    /// The flag of the vocabulary `child_status` that a yes in this column sets. A SEN status sets one of two by its
    /// code and has none here.
    pub fn flag(self) -> Option<&'static str> {
        let after_sen = Self::ALL
            .iter()
            .skip_while(|field| **field != Self::SenStatus)
            .skip(1);
        after_sen
            .copied()
            .find(|field| *field == self)
            .map(Self::id)
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Upn => ("upn", "UPN"),
            Self::LegalSurname => ("legal_surname", "Legal surname"),
            Self::LegalForename => ("legal_forename", "Legal forename"),
            Self::MiddleNames => ("middle_names", "Middle names"),
            Self::PreferredForename => ("preferred_forename", "Preferred forename"),
            Self::PreferredSurname => ("preferred_surname", "Preferred surname"),
            Self::FormerSurname => ("former_surname", "Former surname"),
            Self::NameSurnameFirst => ("name_surname_first", "Whole name, surname first"),
            Self::NameForenameFirst => ("name_forename_first", "Whole name, forename first"),
            Self::DateOfBirth => ("date_of_birth", "Date of birth"),
            Self::Sex => ("sex", "Sex"),
            Self::Year => ("year", "Year group"),
            Self::Class => ("class", "Class or form"),
            Self::Site => ("site", "Site"),
            Self::Admitted => ("admitted", "Came to the school"),
            Self::LeftOn => ("left_on", "Left the school"),
            Self::SenStatus => ("sen_status", "SEN status"),
            Self::Ehcp => ("ehcp", "Education, health and care plan"),
            Self::SendSupport => ("send-support", "SEND support"),
            Self::LookedAfter => ("lac", "Looked after"),
            Self::PreviouslyLookedAfter => ("plac", "Previously looked after"),
            Self::ChildProtection => ("cp", "Child protection plan"),
            Self::ChildInNeed => ("cin", "Child in need"),
            Self::SectionFortySeven => ("s47", "Section 47 enquiry"),
            Self::EarlyHelp => ("early-help", "Early help"),
            Self::SocialWorker => ("has-sw", "Has or had a social worker"),
            Self::YoungCarer => ("young-carer", "Young carer"),
            Self::Kinship => ("kinship", "Kinship care"),
            Self::SpecialGuardianship => ("sgo", "Special guardianship"),
            Self::PrivatelyFostered => ("privately-fostered", "Privately fostered"),
            Self::Camhs => ("camhs", "Open to CAMHS"),
        }
    }
}
