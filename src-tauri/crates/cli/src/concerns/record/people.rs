//! Who a file names: pupils by id or number, anybody by name, colleagues by their account.

use app::Account;
use app::wire::{ConcernForm, PersonInConcern};

use super::cast::{Cast, STAFF_INVOLVED};
use super::fill::Filling;
use super::{Colleague, Given, Object, Somebody};
use crate::stop::Stop;

impl Filling<'_> {
    pub(super) fn people(
        &mut self,
        student: Given<Object<Somebody>>,
        sex: Given<String>,
        linked: Given<Vec<Object<Somebody>>>,
        staff: Given<Vec<Object<Somebody>>>,
        form: &mut ConcernForm,
    ) -> Result<(), Stop> {
        let mut cast = Cast::of(std::mem::take(&mut form.people));
        if let Some(student) = student {
            cast.student = match student {
                None => None,
                Some(Object(student)) => self.student(student)?,
            };
        }
        if let Some(sex) = sex {
            match &mut cast.student {
                Some(student) => student.sex = sex,
                None => self.say("sex_or_gender", "There is no student it could be said of."),
            }
        }
        if let Some(linked) = linked {
            cast.linked.clear();
            for (place, Object(person)) in linked.unwrap_or_default().into_iter().enumerate() {
                let field = format!("linked_people[{place}]");
                cast.linked.extend(self.linked(&field, person)?);
            }
        }
        if let Some(staff) = staff {
            cast.staff.clear();
            for (place, Object(person)) in staff.unwrap_or_default().into_iter().enumerate() {
                let field = format!("staff_involved[{place}]");
                cast.staff.extend(self.staff(&field, person));
            }
        }
        form.people = cast.together();
        let mut seen: Vec<&str> = Vec::new();
        let twice = form
            .people
            .iter()
            .filter_map(|person| person.pupil.as_deref())
            .any(|pupil| {
                let again = seen.contains(&pupil);
                seen.push(pupil);
                again
            });
        if twice {
            self.say(
                "linked_people",
                "One pupil is named twice. Name each person once.",
            );
        }
        Ok(())
    }

    fn student(&mut self, said: Somebody) -> Result<Option<PersonInConcern>, Stop> {
        if said.kind.as_deref() == Some("adult") {
            self.say(
                "student.kind",
                "The student is a pupil. Name an adult in linked_people.",
            );
            return Ok(None);
        }
        let mut person = self.somebody("student", said, "pupil")?;
        if let Some(person) = &mut person
            && person.role.is_empty()
        {
            person.role = "subject".to_owned();
        }
        Ok(person)
    }

    fn linked(&mut self, field: &str, said: Somebody) -> Result<Option<PersonInConcern>, Stop> {
        let person = self.somebody(field, said, "unknown")?;
        Ok(person.map(|mut person| {
            if person.role.is_empty() {
                person.role = "other".to_owned();
            }
            person
        }))
    }

    /// Somebody by id, number or name, of a kind that is taken where none is said and they are not on the list.
    fn somebody(
        &mut self,
        field: &str,
        said: Somebody,
        kind: &str,
    ) -> Result<Option<PersonInConcern>, Stop> {
        let roles = self.lists.person_roles.clone();
        let mut role = String::new();
        self.choice(
            &format!("{field}.role"),
            Some(said.role.clone()),
            &roles,
            &mut role,
        );
        if let Some(said) = said.kind.as_deref()
            && !matches!(said, "pupil" | "adult" | "unknown")
        {
            self.say(
                &format!("{field}.kind"),
                "Write \"pupil\", \"adult\" or \"unknown\".",
            );
        }
        let by_id = self.pupil(&format!("{field}.id"), said.id.as_deref(), "id")?;
        let by_upn = self.pupil(&format!("{field}.upn"), said.upn.as_deref(), "number")?;
        let pupil = match (by_id, by_upn) {
            (Found::Wrong, _) | (_, Found::Wrong) => return Ok(None),
            (Found::Pupil(one), Found::Pupil(other)) if one != other => {
                self.say(
                    &format!("{field}.upn"),
                    "The id is of one pupil and the number of another.",
                );
                return Ok(None);
            }
            (Found::Pupil(id), _) | (_, Found::Pupil(id)) => Some(id),
            (Found::NotSaid, Found::NotSaid) => None,
        };
        let kind = if pupil.is_some() {
            "pupil".to_owned()
        } else {
            said.kind.unwrap_or_else(|| kind.to_owned())
        };
        let named = said
            .name
            .as_deref()
            .is_some_and(|name| !name.trim().is_empty());
        if pupil.is_none() && !named && kind != "unknown" {
            self.say(
                field,
                "Say who: {\"id\": …}, {\"upn\": …}, {\"name\": …}, or {\"kind\": \"unknown\"}.",
            );
            return Ok(None);
        }
        Ok(Some(PersonInConcern {
            said_as: String::new(),
            adult: None,
            pupil,
            name: said.name,
            kind,
            role,
            sex: said.sex,
        }))
    }

    fn pupil(&mut self, field: &str, said: Option<&str>, what: &str) -> Result<Found, Stop> {
        let Some(said) = said else {
            return Ok(Found::NotSaid);
        };
        let found = app::pupil_id(self.office, said).map_err(|fault| {
            let stop = Stop::from(fault);
            stop.next("Give the pupil\u{2019}s name instead: {\"name\": …}.")
        })?;
        // A number in the place of an id would be found too; that is a mistake worth telling.
        let found = found.filter(|id| what != "id" || id == said);
        Ok(match found {
            Some(id) => Found::Pupil(id),
            None => {
                self.say(
                    field,
                    &format!("There is no pupil with this {what} on the list."),
                );
                Found::Wrong
            }
        })
    }

    fn staff(&mut self, field: &str, said: Somebody) -> Option<PersonInConcern> {
        if said.upn.is_some() || said.kind.as_deref().is_some_and(|kind| kind != "adult") {
            self.say(
                field,
                "Staff are adults: give their name, or the id of their account.",
            );
            return None;
        }
        if said
            .role
            .as_deref()
            .is_some_and(|role| role != STAFF_INVOLVED)
        {
            self.say(
                &format!("{field}.role"),
                "Leave the role out, or name this person in linked_people.",
            );
        }
        let account = said
            .id
            .as_deref()
            .map(|id| self.accounts.iter().find(|account| account.id == id));
        let name = match account {
            Some(None) => {
                self.say(&format!("{field}.id"), "There is no account with this id.");
                return None;
            }
            Some(Some(account)) => Some(account.name.clone()),
            None => said.name.filter(|name| !name.trim().is_empty()),
        };
        if name.is_none() {
            self.say(
                field,
                "Say who: {\"name\": …}, or {\"id\": …} of an account.",
            );
            return None;
        }
        Some(PersonInConcern {
            said_as: String::new(),
            adult: None,
            pupil: None,
            name,
            kind: "adult".to_owned(),
            role: STAFF_INVOLVED.to_owned(),
            sex: said.sex,
        })
    }

    pub(super) fn colleagues(
        &mut self,
        alerted: Given<Vec<Colleague>>,
        assigned: Given<Colleague>,
        form: &mut ConcernForm,
    ) {
        if let Some(alerted) = alerted {
            form.alerted.clear();
            for (place, said) in alerted.unwrap_or_default().into_iter().enumerate() {
                let id = self.colleague(&format!("alerted[{place}]"), &said);
                form.alerted.extend(id);
            }
        }
        if let Some(assigned) = assigned {
            form.assigned_to = assigned.and_then(|said| self.colleague("assigned_to", &said));
        }
    }

    fn colleague(&mut self, field: &str, said: &Colleague) -> Option<String> {
        let user = said.user.as_deref().map(|user| user.trim().to_lowercase());
        let same_user = |account: &&Account| {
            account.state == "open" && Some(account.user.to_lowercase()) == user
        };
        let account = match &said.id {
            Some(id) => self.accounts.iter().find(|account| account.id == *id),
            None => self.accounts.iter().find(same_user),
        };
        let id = account.map(|account| account.id.clone());
        if id.is_none() {
            self.say(field, "There is no account of this user name or id.");
        }
        id
    }
}

enum Found {
    NotSaid,
    Pupil(String),
    Wrong,
}
