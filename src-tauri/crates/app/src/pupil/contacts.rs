//! Parents, carers and others whom a transfer file names, as adults on record and who they are to the pupil.
//!
//! A file adds and never overrules: whoever stands on the pupil's page under that name already is left as a person wrote
//! them, and one mother of three children is one record.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{AdultId, PupilId};
use domain::person::{Adult, RECORDED, Reach};
use domain::pupil::{TIED, Tie};
use domain::room::Room as RoomKind;
use exchange::roll::RollContact;
use vault::NewEntry;

use crate::Office;
use crate::office::not_a_member;
use crate::wire::Fault;

/// What taking contacts in would write.
#[derive(Default)]
pub(super) struct Contacts {
    pub(super) entries: Vec<NewEntry>,
    /// How many people would stand on a page where they did not.
    pub(super) count: u32,
    known: BTreeMap<(String, String), AdultId>,
}

impl Contacts {
    /// Those of one pupil, who may be new on the list.
    pub(super) fn add(
        &mut self,
        office: &mut Office,
        pupil: PupilId,
        listed: bool,
        contacts: &[RollContact],
    ) -> Result<(), Fault> {
        if contacts.is_empty() {
            return Ok(());
        }
        let mut there = names_of(office, pupil)?;
        for contact in contacts {
            let adult = adult(contact);
            if adult.name.is_empty() || !there.insert(adult.name.to_lowercase()) {
                continue;
            }
            let id = self.record(office, &adult)?;
            let tie = tie(contact, id, listed);
            self.entries.push(NewEntry {
                kind: TIED,
                subjects: std::iter::once(pupil.0).chain(tie.whom()).collect(),
                supersedes: Vec::new(),
                happened: None,
                parts: vec![tie.to_part()],
                blobs: Vec::new(),
            });
            self.count += 1;
        }
        Ok(())
    }

    /// The record of an adult: one of this file, one that is there with the same name and a number or address of theirs,
    /// or a new one. Two of one name with nothing else in common are two people.
    fn record(&mut self, office: &mut Office, adult: &Adult) -> Result<AdultId, Fault> {
        let name = adult.name.to_lowercase();
        let ways: Vec<String> = adult
            .reach
            .iter()
            .map(|reach| plain(&reach.value))
            .collect();
        let in_file = ways
            .iter()
            .find_map(|way| self.known.get(&(name.clone(), way.clone())));
        let id = match in_file {
            Some(id) => *id,
            None => match on_record(office, &name, &ways)? {
                Some(id) => id,
                None => {
                    let id = crate::person::new_id(office);
                    let new = crate::person::entry(RECORDED, id, Vec::new(), adult, "");
                    self.entries.push(new);
                    id
                }
            },
        };
        for way in ways {
            self.known.insert((name.clone(), way), id);
        }
        Ok(id)
    }
}

/// Names of the adults who stand on a pupil's page, or once stood there: what a person took off, no file puts back.
fn names_of(office: &Office, pupil: PupilId) -> Result<BTreeSet<String>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    if room.pupil_line(pupil).is_err() {
        return Ok(BTreeSet::new());
    }
    let whole = office.whole_pupil(pupil)?;
    let adults = whole.pupil.ties.iter().filter_map(|tie| tie.what.adult);
    let mut names = BTreeSet::new();
    for adult in adults {
        // By any name: two records of them may be spelt otherwise.
        let facts = room.adult_line(adult)?.facts;
        names.extend(facts.all_names().into_iter().map(str::to_lowercase));
    }
    Ok(names)
}

fn on_record(office: &Office, name: &str, ways: &[String]) -> Result<Option<AdultId>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let same = |line: &vault::ask::AdultLine| {
        let reach = &line.facts.reach;
        let mut names = line.facts.all_names().into_iter();
        names.any(|known| known.to_lowercase() == name)
            && reach
                .iter()
                .any(|reach| ways.contains(&plain(&reach.value)))
    };
    let hits = room.find_adults(name, 20)?;
    let found = hits.into_iter().map(|hit| hit.line).find(same);
    Ok(found.map(|line| line.id))
}

/// A number or address in the form in which two are compared.
fn plain(value: &str) -> String {
    value
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '@')
        .flat_map(char::to_lowercase)
        .collect()
}

fn adult(contact: &RollContact) -> Adult {
    let some = |text: &Option<String>| text.as_deref().map(str::trim).unwrap_or("").to_owned();
    let name = [some(&contact.forename), some(&contact.surname)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let way = |way: &str, value: &str, note: &str| Reach {
        way: way.to_owned(),
        value: value.trim().to_owned(),
        note: note.to_owned(),
    };
    let phones = contact
        .phones
        .iter()
        .map(|phone| way("phone", &phone.number, &phone.kind.to_lowercase()));
    let emails = contact.emails.iter().map(|email| way("email", email, ""));
    let address = contact.address.join(", ");
    let address = (!address.is_empty()).then(|| way("address", &address, ""));
    let (_, professional) = relation(contact.relationship.as_deref());
    Adult {
        name,
        kind: match professional {
            true => "professional",
            false if contact.parental_responsibility == Some(true) => "parent-carer",
            false => match relation(contact.relationship.as_deref()).0 {
                "contact" | "childminder" => "other",
                _ => "parent-carer",
            },
        }
        .to_owned(),
        reach: phones.chain(emails).chain(address).collect(),
        ..Adult::default()
    }
}

/// What a contact is to the pupil, and whether that is a professional's place. What nobody here knows is a contact, with
/// the file's own word beside it.
fn relation(said: Option<&str>) -> (&'static str, bool) {
    match said.unwrap_or_default().to_lowercase().as_str() {
        "mother" => ("mother", false),
        "father" => ("father", false),
        "step-parent" => ("step-parent", false),
        "carer" => ("carer", false),
        "childminder" => ("childminder", false),
        "social worker" => ("social-worker", true),
        "doctor" => ("gp", true),
        _ => ("contact", false),
    }
}

/// Of somebody who was on the list before, a file says who claims to belong to them and not whom to ring: a person looks
/// first.
fn tie(contact: &RollContact, adult: AdultId, listed: bool) -> Tie {
    let (what, _) = relation(contact.relationship.as_deref());
    let yes_no = |answer: Option<bool>| match answer {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    };
    let said = contact.relationship.as_deref().unwrap_or_default();
    let mut note = "From a transfer file".to_owned();
    if what == "contact" && !said.is_empty() && said != "Other contact" {
        note.push_str(&format!(": {said}"));
    }
    if listed && contact.parental_responsibility == Some(true) {
        note.push_str(". It says: parental responsibility");
    }
    Tie {
        adult: Some(adult),
        relation: what.to_owned(),
        responsibility: match listed {
            true => String::new(),
            false => yes_no(contact.parental_responsibility),
        },
        lives_with: yes_no(contact.lives_with_pupil),
        rank: contact
            .order
            .and_then(|order| u8::try_from(order).ok())
            .filter(|order| (1..=9).contains(order) && !listed),
        ring: if listed { "ask" } else { "" }.to_owned(),
        note,
        ..Tie::default()
    }
}
