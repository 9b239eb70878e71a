mod body;
mod categories;
mod vocabularies;
mod words;

pub use body::{Region, Side, Sides, View};
pub use categories::{AbuseType, Category, CyberbullyingType, FourC, Issue, Nature, Topic};
pub use vocabularies::{Term, Vocabulary};
pub use words::RecordKind;

pub(crate) use body::Body;
pub(crate) use categories::Categories;
pub(crate) use vocabularies::vocabularies_on;
pub(crate) use words::Words;

use crate::{Error, Shelf};

/// The words the screens offer.
#[derive(Debug, Clone)]
pub struct Wording {
    categories: Categories,
    vocabularies: Vec<Vocabulary>,
    record_kinds: Vec<RecordKind>,
    body: Body,
}

impl Wording {
    /// The school's own categories, in the order it prints them.
    pub fn categories(&self) -> &[Category] {
        &self.categories.cpoms_category
    }

    /// Finds a category by its id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories().iter().find(|found| found.id == *id)
    }

    /// The four areas of risk online: content, contact, conduct, commerce.
    pub fn four_cs(&self) -> &[FourC] {
        &self.categories.four_c
    }

    /// The kinds of abuse.
    pub fn abuse_types(&self) -> &[AbuseType] {
        &self.categories.abuse
    }

    /// Specific safeguarding issues.
    pub fn issues(&self) -> &[Issue] {
        &self.categories.issue
    }

    /// The ways bullying happens online.
    pub fn cyberbullying_types(&self) -> &[CyberbullyingType] {
        &self.categories.cyberbullying_type
    }

    /// Every vocabulary.
    pub fn vocabularies(&self) -> &[Vocabulary] {
        &self.vocabularies
    }

    /// The terms of a vocabulary, or none if there is no such vocabulary.
    pub fn terms(&self, vocabulary: &str) -> &[Term] {
        self.vocabularies
            .iter()
            .find(|found| found.id == *vocabulary)
            .map_or(&[], |found| &found.terms)
    }

    /// Finds one term of a vocabulary.
    pub fn term(&self, vocabulary: &str, id: &str) -> Option<&Term> {
        self.terms(vocabulary).iter().find(|term| term.id == *id)
    }

    /// How fast someone must act.
    pub fn urgencies(&self) -> &[Term] {
        self.terms("urgency")
    }

    /// Where something happened.
    pub fn locations(&self) -> &[Term] {
        self.terms("incident_location")
    }

    /// What somebody is in a concern.
    pub fn person_roles(&self) -> &[Term] {
        self.terms("person_role_in_incident")
    }

    /// The life of a record.
    pub fn statuses(&self) -> &[Term] {
        self.terms("record_status")
    }

    /// Standing facts about a child. "None known" is the absence of one, so it is not offered.
    pub fn flags(&self) -> impl Iterator<Item = &Term> {
        self.terms("child_status")
            .iter()
            .filter(|term| term.id != "none")
    }

    /// How a concern came to light.
    pub fn identified_how(&self) -> &[Term] {
        self.terms("identified_how")
    }

    /// The kinds of record.
    pub fn record_kinds(&self) -> &[RecordKind] {
        &self.record_kinds
    }

    /// The sides from which a body is drawn.
    pub fn body_views(&self) -> &[View] {
        &self.body.view
    }

    /// The regions of the body, from head to foot.
    pub fn regions(&self) -> &[Region] {
        &self.body.region
    }

    /// Finds a region of the body.
    pub fn region(&self, id: &str) -> Option<&Region> {
        self.regions().iter().find(|region| region.id == *id)
    }

    pub(crate) fn on(shelf: &Shelf) -> Result<Self, Error> {
        let words = Words::on(shelf)?;
        let mut vocabularies = vocabularies_on(shelf)?;
        for vocabulary in &mut vocabularies {
            words.say(vocabulary);
        }

        Ok(Self {
            categories: Categories::on(shelf)?,
            vocabularies,
            record_kinds: words.record_kind,
            body: Body::on(shelf)?,
        })
    }
}
