/// A reason for which something is not given to a person who asks for what is held about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exemption {
    /// As it stands on the schedule.
    pub code: &'static str,
    /// Its name.
    pub title: &'static str,
    /// In plain words, as they stand in the answer to the person.
    pub plain: &'static str,
    /// By which law.
    pub law: &'static str,
    /// What to bear in mind, for whoever decides.
    pub mind: &'static str,
    /// The data protection officer, or a lawyer, is asked before it is used: it is rarely right, or turns on facts outside the record.
    pub ask: bool,
}

/// The exemptions a school meets (Data Protection Act 2018, Schedules 2 to 4, and UK GDPR Art. 15), the likeliest first. `exempt` is always
/// about this person, this record and this day: none of them covers a whole file.
pub const EXEMPTIONS: &[Exemption] = &[
    Exemption {
        code: "TP",
        title: "It is about somebody else too",
        plain: "It would tell you about another person, who has not agreed, and it would not be reasonable to give it without their agreement.",
        law: "Data Protection Act 2018, Schedule 2, paragraph 16",
        mind: "First see whether it can be given without the other person in it. What staff and professionals did in their work is mostly given (paragraph 17).",
        ask: false,
    },
    Exemption {
        code: "HARM",
        title: "Serious harm",
        plain: "Giving it would be likely to cause serious harm to somebody\u{2019}s physical or mental health.",
        law: "Data Protection Act 2018, Schedule 3, paragraph 19 (health: paragraph 5; social work: paragraph 11)",
        mind: "Likely, and serious: upset is not enough. Say in the note who would be harmed, and how you know. Where it is about health, a health professional must have said so within six months (paragraph 6).",
        ask: false,
    },
    Exemption {
        code: "ABUSE",
        title: "Child abuse data",
        plain: "It is about whether a child has been, or may be, abused, and giving it to the person who asks would not be in the child\u{2019}s best interests.",
        law: "Data Protection Act 2018, Schedule 3, paragraph 21",
        mind: "Only where somebody with parental responsibility, or whom a court appointed, asks in the child\u{2019}s place; not where the pupil asks for themselves. Think whether the person may learn that there is such a record.",
        ask: false,
    },
    Exemption {
        code: "CRIME",
        title: "Crime",
        plain: "Giving it would be likely to get in the way of preventing or finding out about a crime, or of catching or prosecuting somebody.",
        law: "Data Protection Act 2018, Schedule 2, paragraph 2",
        mind: "Ask the officer in the case before you decide, and note what they said. It ends with the investigation. Think whether the person may learn that there is such a record.",
        ask: false,
    },
    Exemption {
        code: "LEGAL",
        title: "Legal advice",
        plain: "It is advice from, or to, a lawyer, or was written for a court case.",
        law: "Data Protection Act 2018, Schedule 2, paragraph 19",
        mind: "A letter is not privileged because a lawyer had a copy of it.",
        ask: true,
    },
    Exemption {
        code: "COURT",
        title: "Before a court",
        plain: "It was given to a court about a child, and the court\u{2019}s own rules say who may see it.",
        law: "Data Protection Act 2018, Schedule 3, paragraph 18 (health: paragraph 3; social work: paragraph 9)",
        mind: "Reports and statements for family proceedings go to nobody without the court\u{2019}s leave.",
        ask: true,
    },
    Exemption {
        code: "REF",
        title: "Confidential reference",
        plain: "It is a reference that was given in confidence.",
        law: "Data Protection Act 2018, Schedule 2, paragraph 24",
        mind: "For education, training, work, volunteering or an office.",
        ask: false,
    },
    Exemption {
        code: "EXAM",
        title: "Exam scripts and marks",
        plain: "It is what was written in an examination, or a mark that has not been announced.",
        law: "Data Protection Act 2018, Schedule 2, paragraph 25",
        mind: "Marks are given later than other things, not never.",
        ask: false,
    },
    Exemption {
        code: "PLAN",
        title: "Management planning",
        plain: "It is the school\u{2019}s own planning or negotiation, which giving it would be likely to harm.",
        law: "Data Protection Act 2018, Schedule 2, paragraphs 22 and 23",
        mind: "Rarely true of a safeguarding record.",
        ask: true,
    },
    Exemption {
        code: "BAR",
        title: "Another law forbids it",
        plain: "Another law forbids giving it, such as that on adoption records.",
        law: "Data Protection Act 2018, Schedule 4",
        mind: "Name the law in the note.",
        ask: true,
    },
    Exemption {
        code: "NOT",
        title: "Not about the pupil, or not asked for",
        plain: "It is not about the person whose information was asked for, or lies outside what was asked for.",
        law: "UK GDPR, Article 15(1)",
        mind: "This is no exemption: it says that the right does not reach so far. Say which of the two it is.",
        ask: false,
    },
];

/// The exemption of a code.
pub fn exemption(code: &str) -> Option<&'static Exemption> {
    EXEMPTIONS.iter().find(|one| one.code == code)
}
