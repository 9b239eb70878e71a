use serde::{Deserialize, Serialize};

/// What of the record answers an item, so that nobody types it twice. The record's words are shown with where they are from, and
/// whoever fills the checklist may write others in their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fill {
    /// The same answer always, by the item's own `choose`: a lead reports as a professional.
    Always,
    /// Name and role of whoever fills it.
    Reporter,
    /// Name, role, school and telephone of whoever fills it.
    ReporterFull,
    /// The school and where it is.
    School,
    /// The school's telephone.
    SchoolPhone,
    /// Who the lead is, where somebody else fills it.
    Lead,
    /// The child's name in law, and the name they go by.
    ChildName,
    /// Name, date of birth, number, earlier names.
    ChildFull,
    /// The child's date of birth and age.
    ChildBorn,
    /// The child's sex, as the list says.
    ChildSex,
    /// The child's unique pupil number.
    ChildNumber,
    /// School, year and class.
    ChildPlace,
    /// Dated flags: a plan, looked after, early help. By `choose` from the flag to the form's own words.
    ChildFlags,
    /// Flags of need, and what must be read first.
    ChildNeeds,
    /// When the child left.
    ChildLeft,
    /// Who lives with the child, and where.
    Household,
    /// Parents and carers: parental responsibility, address, telephone.
    Carers,
    /// Brothers, sisters and other children of the household.
    Siblings,
    /// Other relatives and people of note on the child's page.
    Relatives,
    /// Professionals of other agencies on the child's page.
    Agencies,
    /// The social worker on the child's page.
    SocialWorker,
    /// Other children whom the concern names.
    OtherChildren,
    /// Adults whom the concern names.
    Adults,
    /// Those of them whom it is about, who are said to have done it, or who are known only online: never a witness.
    AdultsOfConcern,
    /// User names and addresses online that the concern names.
    Accounts,
    /// The same, each saying whose it is, or that the concern does not say.
    AccountsOfWhom,
    /// Those of the child who may have been harmed, and no others.
    AccountsOfChild,
    /// Those of whoever was in touch with the child. Where the concern does not say whose one is, it is in neither, and that is said: a
    /// child’s own must not go as a suspect’s.
    AccountsOfOther,
    /// Apps, sites and games that the concern names.
    Services,
    /// Web addresses that the concern names.
    Addresses,
    /// What was seen, heard or said.
    Account,
    /// The child's exact words.
    ChildsWords,
    /// The account with the child's exact words.
    AccountAndWords,
    /// When it happened. Where an item asks for a time from and to, that is part of the answer.
    Happened,
    /// When the school first knew.
    FirstKnew,
    /// When and where it happened.
    WhenAndWhere,
    /// How it came to light.
    CameToLight,
    /// Kinds of harm, from the categories: by `choose`.
    Harm,
    /// Whether it is an emergency: by `choose`, from `yes`; nothing otherwise, because that nobody ticked it says nothing.
    Danger,
    /// The log number of a call to 999 about it.
    IncidentNumber,
    /// Whether the police or social care know already: `none`, `police`, `csc`, `both`, by `choose`.
    ToldAlready,
    /// The police: when they were told, who took it, their reference.
    Police,
    /// Children's social care: the same.
    SocialCare,
    /// The LADO: the same.
    Lado,
    /// Parents: whether they were told, by whom; or why not.
    Parents,
    /// Files and withheld items of the concern, and where they are.
    Evidence,
    /// The device that the concern names.
    Device,
    /// What was done so far, oldest first.
    Done,
    /// Earlier concerns about the child, each with its day, number and category.
    History,
    /// The level of need the lead has judged: by `choose`.
    Level,
    /// What was said to have been sent: when, who took it, their reference.
    SentSaid,
}
