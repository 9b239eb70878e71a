//! A pupil, as its elements are met.

use super::parts::{Contact, MOST};
use crate::roll::{Field, RollContact, tidy};

/// The fields of a transfer file, each with what a person calls it and its element.
pub(super) const FIELDS: &[(Field, &str)] = &[
    (Field::Upn, "UPN"),
    (Field::LegalSurname, "Surname"),
    (Field::LegalForename, "Forename"),
    (Field::DateOfBirth, "Date of birth (DOB)"),
    (Field::Sex, "Sex (Sex or Gender)"),
    (Field::MiddleNames, "Middle names (MiddleNames)"),
    (
        Field::PreferredSurname,
        "Preferred surname (PreferredSurname)",
    ),
    (
        Field::PreferredForename,
        "Preferred forename (PreferredForename)",
    ),
    (Field::FormerSurname, "Former surname (FormerSurname)"),
    (Field::Year, "Year group (NCyearActual)"),
    (Field::LookedAfter, "Looked after (InCare)"),
    (Field::SenStatus, "SEN (SENprovision)"),
];

/// A pupil that is still being read.
#[derive(Default)]
pub(super) struct Pupil {
    cells: [String; FIELDS.len()],
    pub former_upn: String,
    pub contacts: Vec<RollContact>,
    contact: Contact,
    sen: Sen,
}

/// One line of a history of special needs.
#[derive(Default)]
struct Sen {
    start: String,
    end: String,
    provision: String,
    /// The start of the line that stands for now.
    latest: Option<String>,
}

impl Pupil {
    /// An element of the pupil opens.
    pub fn opens(&mut self, path: &[&str]) {
        match path {
            ["contacts", "contact"] => self.contact = Contact::default(),
            ["senhistory", "sen"] => {
                self.sen = Sen {
                    latest: self.sen.latest.take(),
                    ..Sen::default()
                };
            }
            _ => {}
        }
    }

    /// Takes in a value by the names of its elements, from those within `Pupil` on.
    pub fn closes(&mut self, path: &[&str], value: &str) {
        match path {
            ["upn"] => self.set(Field::Upn, value),
            ["surname"] => self.set(Field::LegalSurname, value),
            ["forename"] => self.set(Field::LegalForename, value),
            ["dob"] => self.set(Field::DateOfBirth, value),
            ["sex" | "gender"] => self.set(Field::Sex, value),
            ["formerupn"] | ["basicdetails", "formerupn"] => self.former_upn = tidy(value),
            ["basicdetails", "middlenames"] => self.set(Field::MiddleNames, value),
            ["basicdetails", "preferredsurname"] => self.set(Field::PreferredSurname, value),
            ["basicdetails", "preferredforename"] => self.set(Field::PreferredForename, value),
            ["basicdetails", "formersurname"] => self.set(Field::FormerSurname, value),
            ["basicdetails", "ncyearactual"] => self.set(Field::Year, value),
            ["lookedafter", "incare"] | ["basicdetails", "incare"] => {
                self.set(Field::LookedAfter, value);
            }
            ["senhistory", "sen", "startdate"] => self.sen.start = tidy(value),
            ["senhistory", "sen", "enddate"] => self.sen.end = tidy(value),
            ["senhistory", "sen", "senprovision" | "senstatus"] => {
                self.sen.provision = tidy(value);
            }
            ["senhistory", "senstatus" | "senprovision"] => self.set(Field::SenStatus, value),
            ["senhistory", "sen"] => self.sen_line(),
            ["contacts", "contact"] => {
                let contact = std::mem::take(&mut self.contact);
                if self.contacts.len() < MOST {
                    self.contacts.extend(contact.whole());
                }
            }
            ["contacts", "contact", rest @ ..] => self.contact.take(rest, value),
            _ => {}
        }
    }

    /// The cells, in the order of [`FIELDS`].
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(String::as_str)
    }

    /// What stands in a field.
    pub fn cell(&self, field: Field) -> &str {
        let place = FIELDS.iter().position(|(held, _)| *held == field);
        place
            .and_then(|place| self.cells.get(place))
            .map_or("", String::as_str)
    }

    fn set(&mut self, field: Field, value: &str) {
        let place = FIELDS.iter().position(|(held, _)| *held == field);
        if let Some(cell) = place.and_then(|place| self.cells.get_mut(place)) {
            *cell = tidy(value);
        }
    }

    /// The line that began last and has not ended is what holds now. ISO dates sort as text.
    fn sen_line(&mut self) {
        let later = self
            .sen
            .latest
            .as_ref()
            .is_none_or(|latest| self.sen.start >= *latest);
        if self.sen.end.is_empty() && later {
            let provision = self.sen.provision.clone();
            self.set(Field::SenStatus, &provision);
            self.sen.latest = Some(self.sen.start.clone());
        }
    }
}
