//! One concern in full: the account, every version, four clocks, files, who has read it.

use chrono::{DateTime, FixedOffset};
use domain::concern::Concern;
use domain::id::ConcernId;
use domain::room::Room as RoomKind;

use super::clocks::{clock, seal};
use super::list::row;
use super::own_copy::own_copy;
use super::thread::thread;
use super::versions::versions;
use crate::casework::case_view;
use crate::wire::{ConcernView, Fault, FileView, HiddenShown, May, PersonShown, Reader, RoomTag};
use crate::{Office, say, words};

/// Opens a concern. Every entry about it is verified as it is read, and that it was opened is kept.
pub fn concern(office: &mut Office, id: &str) -> Result<ConcernView, Fault> {
    if let Some(view) = own_copy(office, id)? {
        return Ok(view);
    }
    let id: ConcernId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let kind = office.room_of_concern(id)?;
    office.note_look(kind, "concern", Some(id.to_string()), None);
    let view = view(office, kind, id)?;
    let known = office.room(kind).ok_or_else(Fault::stopped)?.concern(id)?;
    Ok(ConcernView {
        read_first: super::read_first::of(office, &view.people),
        to_link: super::link::to_link(office, kind, &known, &view.people)?,
        seen_before: crate::online::seen_before(office, kind, id)?,
        together: crate::buildup::of_concern(office, kind, id)?,
        ..view
    })
}

/// A concern in full, without a note that anybody opened it: the screen and the papers note it in their own way.
pub(crate) fn view(office: &Office, kind: RoomKind, id: ConcernId) -> Result<ConcernView, Fault> {
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    let known = room.concern(id)?;
    let line = room.concern_line(id)?;
    let row = row(office, kind, room, &line);
    let current = known.heads.last().copied().unwrap_or(0);
    let shown = known.versions.get(current).ok_or_else(Fault::stopped)?;
    let first = known.first().ok_or_else(Fault::stopped)?;
    let mut readers: Vec<Reader> = Vec::new();
    let looks = room.looks_at("concern", &id.to_string())?;
    let listed = room.looks_at("listed", &id.to_string())?;
    for look in &looks {
        if !readers.iter().any(|reader| reader.name == look.name) {
            readers.push(Reader {
                name: look.name.clone(),
                at: office.moment(look.at),
            });
        }
    }
    for look in room.looks_at(crate::pupil::MARKS_LOOK, &id.to_string())? {
        let name = format!("{}, the marks alone", look.name);
        let read = |reader: &Reader| reader.name == look.name || reader.name == name;
        if !readers.iter().any(read) {
            let at = office.moment(look.at);
            readers.push(Reader { name, at });
        }
    }
    Ok(ConcernView {
        people: shown
            .content
            .people
            .iter()
            .map(|person| match office.bundling {
                Some(_) => super::then::person_then(office, room, person, shown),
                None => person_shown(office, person),
            })
            .collect(),
        read_first: Vec::new(),
        to_link: Vec::new(),
        seen_before: Vec::new(),
        together: Vec::new(),
        clock: clock(office, first, shown),
        versions: versions(office, &known, kind),
        current: u32::try_from(current).unwrap_or(0),
        values_differ: known.heads.len() > 1,
        files: files(office, &known),
        case: Some(case_view(office, kind, &known, &looks)?),
        thread: thread(office, kind, &known, &looks, &listed)?,
        seal: seal(office, &shown.step),
        readers,
        may: May {
            amend: true,
            add_file: true,
            add: true,
        },
        room: row.room.as_ref().map(|tag| RoomTag {
            id: tag.id.clone(),
            name: tag.name.clone(),
        }),
        written: line.written,
        row,
    })
}

impl Office {
    /// A time in milliseconds as people say it today.
    pub(crate) fn moment(&self, ms: i64) -> String {
        if self.with_years {
            return say::full(ms, self.around.zone, self.this_year());
        }
        say::moment(ms, self.around.zone, self.around.local().date_naive())
    }

    /// The same with its day and year, whenever it is read: on paper, and in what is read years later.
    pub(crate) fn dated(&self, ms: i64) -> String {
        say::full(ms, self.around.zone, chrono::NaiveDate::MIN)
    }

    /// The same to the second, where a bundle for the police is made: what was written when may matter so much.
    pub(crate) fn signed_at(&self, at: DateTime<FixedOffset>) -> String {
        match self.bundling {
            Some(_) => say::to_the_second(at.timestamp_millis(), self.around.zone),
            None => self.full(at),
        }
    }

    /// A day whose year need not be said: today on the screen, none on paper.
    pub(crate) fn this_year(&self) -> chrono::NaiveDate {
        if self.with_years {
            return chrono::NaiveDate::MIN;
        }
        self.around.local().date_naive()
    }

    /// The same in full, with the year.
    pub(crate) fn full(&self, at: DateTime<FixedOffset>) -> String {
        say::full(at.timestamp_millis(), self.around.zone, self.this_year())
    }
}

pub(super) fn person_shown(office: &Office, person: &domain::concern::PersonIn) -> PersonShown {
    let today = office.around.local().date_naive();
    let age = domain::pupil::Facts {
        date_of_birth: person.date_of_birth,
        ..Default::default()
    }
    .age_on(today);
    let years = age.map(|age| format!("{age} years"));
    let what = match person.kind.as_str() {
        "adult" => Some("adult".to_owned()),
        _ => None,
    };
    let detail: Vec<String> = [person.class.clone(), years, what]
        .into_iter()
        .flatten()
        .collect();
    PersonShown {
        id: person.pupil.map(|id| id.to_string()),
        adult: person.adult.map(|id| id.to_string()),
        name: if person.name.is_empty() {
            "Name not known".to_owned()
        } else {
            person.name.clone()
        },
        detail: detail.join(", "),
        role: if person.role.is_empty() {
            String::new()
        } else {
            words::term("person_role_in_incident", &person.role)
        },
        kind: person.kind.clone(),
    }
}

fn files(office: &Office, known: &Concern) -> Vec<FileView> {
    known
        .files
        .iter()
        .map(|(fact, author, step)| FileView {
            id: fact.id.to_string(),
            name: fact.name.clone(),
            size: fact.size,
            size_text: say::size(fact.size),
            sha256: fact.sha256.clone(),
            media: fact.media.clone(),
            added_by: author.name.clone(),
            added_at: office.full(step.written),
            source: fact.source.clone(),
            hidden: known.hidden(step).map(|(hidden, by)| HiddenShown {
                reason: hidden.reason.clone(),
                told: hidden.told.clone(),
                seen_by: hidden.seen_by.clone(),
                by: format!("{}, {}", by.author.name, office.full(by.written)),
            }),
            here: step.blobs.first().is_some_and(|(hash, _)| {
                office
                    .folder()
                    .is_ok_and(|folder| folder.blob_file(hash).exists())
            }),
        })
        .collect()
}
