//! A contact, as its elements are met.

use super::relationship::{relationship, telephone, yes};
use crate::roll::{RollContact, RollPhone, tidy};

/// How many contacts a pupil may have, and how many numbers a contact; more is not a file about people.
pub(super) const MOST: usize = 50;

/// A contact that is still being read.
#[derive(Default)]
pub(super) struct Contact {
    contact: RollContact,
    phone: RollPhone,
    postcode: Option<String>,
}

impl Contact {
    /// Takes in a value by the names of its elements, from those within `Contact` on.
    pub fn take(&mut self, path: &[&str], value: &str) {
        let value = tidy(value);
        let some = (!value.is_empty()).then(|| value.clone());
        let contact = &mut self.contact;
        match path {
            ["order"] => contact.order = value.parse().ok(),
            ["title"] => contact.title = some,
            ["surname"] => contact.surname = some,
            ["forename"] => contact.forename = some,
            ["relationship"] => contact.relationship = some.map(|code| relationship(&code)),
            ["responsibility" | "parentalresponsibility"] => {
                contact.parental_responsibility = yes(&value);
            }
            ["address", "addressaspupil"] => contact.lives_with_pupil = yes(&value),
            ["address", .., "postcode"] => self.postcode = some,
            [
                "address",
                ..,
                "easting" | "northing" | "uniquepropertyreferencenumber",
            ] => {}
            ["address", ..] if contact.address.len() < MOST => contact.address.extend(some),
            ["phones", "phone", "telephonetype"] => self.phone.kind = telephone(&value),
            ["phones", "phone", "phoneno"] => self.phone.number = value,
            ["phones", "phone"] => {
                let phone = std::mem::take(&mut self.phone);
                if !phone.number.is_empty() && contact.phones.len() < MOST {
                    contact.phones.push(phone);
                }
            }
            ["email"] | ["emails", "email"] if contact.emails.len() < MOST => {
                contact.emails.extend(some);
            }
            _ => {}
        }
    }

    /// The contact, if the file said who it is or how to reach them.
    pub fn whole(mut self) -> Option<RollContact> {
        self.contact.address.extend(self.postcode);
        let contact = self.contact;
        let says = contact.surname.is_some()
            || contact.forename.is_some()
            || !contact.phones.is_empty()
            || !contact.emails.is_empty();
        says.then_some(contact)
    }
}
