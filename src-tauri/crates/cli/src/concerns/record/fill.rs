//! From what a file says to the form that a person would have filled in.

use app::wire::{BodyMark, Choice, ConcernForm, Lists, OnlineTrace, PersonInConcern, Route};
use app::{Account, Office};

use super::cast::{Cast, STAFF_INVOLVED};
use super::{Colleague, Given, Mark, Record, Somebody, Trace};
use crate::concerns::json_file::JsonFile;
use crate::stop::{Spot, Stop};

/// A form being filled in from a file, with everything that is wrong so far.
pub struct Filling<'a> {
    office: &'a Office,
    file: &'a JsonFile,
    lists: Lists,
    accounts: Vec<Account>,
    wrong: Vec<Spot>,
}

impl<'a> Filling<'a> {
    /// Begins, with what there is to choose from.
    pub fn new(office: &'a Office, file: &'a JsonFile) -> Result<Self, Stop> {
        Ok(Self {
            office,
            file,
            lists: app::lists(office)?,
            accounts: app::accounts(office)?,
            wrong: Vec::new(),
        })
    }

    /// Puts what the file says into a form; what it does not say stays.
    pub fn fill(mut self, record: Record, mut form: ConcernForm) -> Result<ConcernForm, Stop> {
        let kinds = self.lists.record_kinds.clone();
        self.choice(
            "record_kind",
            record.record_kind,
            &kinds,
            &mut form.record_kind,
        );
        self.route(record.adult_of_concern, &mut form);
        self.people(
            record.student,
            record.sex_or_gender,
            record.linked_people,
            record.staff_involved,
            &mut form,
        )?;
        self.time("occurred_at", record.occurred_at, &mut form.occurred);
        set(record.occurred_about, &mut form.occurred_about);
        self.time("noticed_at", record.noticed_at, &mut form.noticed);
        if let Some(note) = record.order_note {
            form.order_note = note;
        }
        let locations = self.lists.locations.clone();
        self.choice("location", record.location, &locations, &mut form.location);
        set(record.room, &mut form.room);
        set(record.device_number, &mut form.device_number);
        if let Some(traces) = record.online_service {
            form.online = traces.unwrap_or_default().into_iter().map(trace).collect();
        }
        self.categories(record.categories, &mut form);
        set(record.description, &mut form.description);
        set(record.childs_words, &mut form.childs_words);
        set(record.demeanour, &mut form.demeanour);
        set(record.questions_asked, &mut form.questions_asked);
        set(record.present, &mut form.present);
        set(record.opinion, &mut form.opinion);
        let ways = self.lists.identified_how.clone();
        self.choice(
            "identified_how",
            record.identified_how,
            &ways,
            &mut form.identified_how,
        );
        let urgencies = self.lists.urgencies.clone();
        self.choice("urgency", record.urgency, &urgencies, &mut form.urgency);
        self.unsure(
            "possible_indecent_image",
            record.possible_indecent_image,
            &mut form.indecent_image,
        );
        self.unsure(
            "possible_crime",
            record.possible_crime,
            &mut form.possible_crime,
        );
        self.marks(record.body_map, &mut form);
        set(record.immediate_action, &mut form.immediate_action);
        set(record.told_lead, &mut form.told_lead);
        self.time("told_lead_at", record.told_lead_at, &mut form.told_lead_at);
        self.colleagues(record.alerted, record.assigned_to, &mut form);
        let statuses = self.lists.statuses.clone();
        let mut status = form.status.take().unwrap_or_default();
        self.choice("status", record.status, &statuses, &mut status);
        form.status = Some(status).filter(|status| !status.is_empty());
        if let Some(gaps) = record.with_gaps {
            form.with_gaps = gaps;
        }
        if self.wrong.is_empty() {
            Ok(form)
        } else {
            Err(Stop::at(self.wrong))
        }
    }

    fn say(&mut self, field: &str, say: &str) {
        self.wrong.push(self.file.spot(field, say));
    }

    fn choice(&mut self, field: &str, said: Given<String>, known: &[Choice], to: &mut String) {
        let Some(said) = said else { return };
        let said = said.unwrap_or_default();
        if said.is_empty() || known.iter().any(|choice| choice.id == said) {
            *to = said;
        } else {
            self.say(field, &not_among(known));
        }
    }

    fn time(&mut self, field: &str, said: Given<String>, to: &mut String) {
        let Some(said) = said else { return };
        match said.filter(|said| !said.trim().is_empty()) {
            None => to.clear(),
            Some(said) => match app::instant(&said) {
                Some(at) => *to = at,
                None => self.say(
                    field,
                    "Write the time with its zone, as 2026-11-20T10:35:00+00:00.",
                ),
            },
        }
    }

    fn unsure(&mut self, field: &str, said: Given<String>, to: &mut String) {
        let Some(said) = said else { return };
        let said = said.unwrap_or_default();
        if matches!(said.as_str(), "" | "yes" | "no" | "unsure") {
            *to = said;
        } else {
            self.say(field, "Write \"yes\", \"no\" or \"unsure\".");
        }
    }

    /// A concern about an adult never lies among the pupils'; one that is written cannot move.
    fn route(&mut self, said: Given<String>, form: &mut ConcernForm) {
        let about_adult = matches!(
            form.record_kind.as_str(),
            "staff-concern" | "low-level-concern"
        );
        let said = said.flatten().filter(|said| !said.is_empty());
        let route = match said.as_deref() {
            None if form.amends.is_some() => form.route,
            None if about_adult => Route::Staff,
            None => form.route,
            Some("no") if about_adult => {
                self.say(
                    "adult_of_concern",
                    "This kind of record is about an adult. Write \"staff\", \"head\" or \"lead_team\".",
                );
                form.route
            }
            Some("no") => Route::Pupil,
            Some("yes" | "staff") => Route::Staff,
            Some("head") => Route::Head,
            Some("lead_team") => Route::LeadTeam,
            Some(_) => {
                self.say(
                    "adult_of_concern",
                    "Write \"no\", or where it goes: \"staff\", \"head\" or \"lead_team\".",
                );
                form.route
            }
        };
        if form.amends.is_some() && (route != form.route || about_adult && route == Route::Pupil) {
            self.say(
                "adult_of_concern",
                "A concern stays in the room it was written into. Record it anew where it belongs.",
            );
        }
        form.route = route;
    }

    fn people(
        &mut self,
        student: Given<Somebody>,
        sex: Given<String>,
        linked: Given<Vec<Somebody>>,
        staff: Given<Vec<Somebody>>,
        form: &mut ConcernForm,
    ) -> Result<(), Stop> {
        let mut cast = Cast::of(std::mem::take(&mut form.people));
        if let Some(student) = student {
            cast.student = match student {
                None => None,
                Some(student) => self.student(student)?,
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
            for (place, person) in linked.unwrap_or_default().into_iter().enumerate() {
                let field = format!("linked_people[{place}]");
                cast.linked.extend(self.linked(&field, person)?);
            }
        }
        if let Some(staff) = staff {
            cast.staff.clear();
            for (place, person) in staff.unwrap_or_default().into_iter().enumerate() {
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
            pupil: None,
            name,
            kind: "adult".to_owned(),
            role: STAFF_INVOLVED.to_owned(),
            sex: said.sex,
        })
    }

    fn categories(&mut self, said: Given<Vec<String>>, form: &mut ConcernForm) {
        let Some(said) = said else { return };
        let said = said.unwrap_or_default();
        let known = self.lists.categories.clone();
        for (place, id) in said.iter().enumerate() {
            if !known.iter().any(|choice| choice.id == *id) {
                self.say(&format!("categories[{place}]"), &not_among(&known));
            }
        }
        form.categories = said;
    }

    fn marks(&mut self, said: Given<Vec<Mark>>, form: &mut ConcernForm) {
        let Some(said) = said else { return };
        let regions = self.lists.regions.clone();
        let mut marks = Vec::new();
        for (place, mark) in said.unwrap_or_default().into_iter().enumerate() {
            let region = regions.iter().find(|region| region.id == mark.region);
            match region {
                None => self.say(&format!("body_map[{place}].region"), &not_among(&regions)),
                Some(region) if !region.detail.split(' ').any(|side| side == mark.side) => self
                    .say(
                        &format!("body_map[{place}].side"),
                        &format!(
                            "Write the child\u{2019}s own side of this region: {}.",
                            region.detail.replace(' ', ", ")
                        ),
                    ),
                Some(_) => {}
            }
            marks.push(BodyMark {
                region: mark.region,
                side: mark.side,
                note: mark.note,
                size: mark.size,
                colour: mark.colour,
            });
        }
        form.body_map = marks;
    }

    fn colleagues(
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

/// Where the file says something, it stands; where it says `null`, nothing does.
fn set<T: Default>(said: Given<T>, to: &mut T) {
    if let Some(said) = said {
        *to = said.unwrap_or_default();
    }
}

fn trace(said: Trace) -> OnlineTrace {
    OnlineTrace {
        service: said.service,
        address: said.address,
        user_name: said.user_name,
    }
}

fn not_among(known: &[Choice]) -> String {
    let ids: Vec<&str> = known.iter().map(|choice| choice.id.as_str()).collect();
    format!("Write one of: {}.", ids.join(", "))
}
