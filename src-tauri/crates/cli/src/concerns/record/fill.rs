//! From what a file says to the form that a person would have filled in.

use app::wire::{BodyMark, Choice, ConcernForm, Lists, OnlineTrace, Route, WHOSE};
use app::{Account, Office};

use super::{Given, Mark, Object, Record, Trace};
use crate::concerns::json_file::JsonFile;
use crate::stop::{Spot, Stop};

/// A form being filled in from a file, with everything that is wrong so far.
pub struct Filling<'a> {
    pub(super) office: &'a Office,
    file: &'a JsonFile,
    pub(super) lists: Lists,
    pub(super) accounts: Vec<Account>,
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
        self.traces(record.online_service, &mut form);
        self.categories(record.categories, &mut form);
        set(record.description, &mut form.description);
        set(record.childs_words, &mut form.childs_words);
        set(record.demeanour, &mut form.demeanour);
        set(record.questions_asked, &mut form.questions_asked);
        set(record.present, &mut form.present);
        set(record.notes_kept_at, &mut form.notes_kept_at);
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

    pub(super) fn say(&mut self, field: &str, say: &str) {
        self.wrong.push(self.file.spot(field, say));
    }

    pub(super) fn choice(
        &mut self,
        field: &str,
        said: Given<String>,
        known: &[Choice],
        to: &mut String,
    ) {
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

    fn traces(&mut self, said: Given<Vec<Object<Trace>>>, form: &mut ConcernForm) {
        let Some(said) = said else { return };
        let mut traces = Vec::new();
        for (place, Object(said)) in said.unwrap_or_default().into_iter().enumerate() {
            if !WHOSE.contains(&said.whose.as_str()) {
                let at = format!("online_service[{place}].whose");
                self.say(&at, "Write \"child\" for the child\u{2019}s own, \"other\" for the other person\u{2019}s, or leave it out.");
            }
            traces.push(OnlineTrace {
                service: said.service,
                address: said.address,
                user_name: said.user_name,
                whose: said.whose,
            });
        }
        form.online = traces;
    }

    fn marks(&mut self, said: Given<Vec<Object<Mark>>>, form: &mut ConcernForm) {
        let Some(said) = said else { return };
        let regions = self.lists.regions.clone();
        let mut marks = Vec::new();
        for (place, Object(mark)) in said.unwrap_or_default().into_iter().enumerate() {
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
            for (name, answer) in [("broken", &mark.broken), ("swelling", &mark.swelling)] {
                let known = ["yes", "no", "unsure"];
                if answer.as_deref().is_some_and(|said| !known.contains(&said)) {
                    let at = format!("body_map[{place}].{name}");
                    self.say(&at, "Write yes, no or unsure.");
                }
            }
            marks.push(BodyMark {
                region: mark.region,
                side: mark.side,
                note: mark.note,
                size: mark.size,
                colour: mark.colour,
                shape: mark.shape,
                broken: mark.broken,
                swelling: mark.swelling,
                said: mark.said,
                place: mark.place,
            });
        }
        form.body_map = marks;
    }
}

/// Where the file says something, it stands; where it says `null`, nothing does.
fn set<T: Default>(said: Given<T>, to: &mut T) {
    if let Some(said) = said {
        *to = said.unwrap_or_default();
    }
}

fn not_among(known: &[Choice]) -> String {
    let ids: Vec<&str> = known.iter().map(|choice| choice.id.as_str()).collect();
    format!("Write one of: {}.", ids.join(", "))
}
