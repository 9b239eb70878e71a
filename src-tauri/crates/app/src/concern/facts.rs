//! Concerns with ids and instants instead of words: for the command line, and for scripts that stand on it.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use domain::concern::{Concern, PersonIn, Version};
use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use serde::Serialize;
use vault::ask::{ConcernLine, ConcernQuery};

use super::clocks::{clock_steps, seal};
use super::form::to_form;
use super::list::{MOST, query};
use super::own_facts::{own_facts, own_in_full};
use crate::wire::{ConcernFilter, ConcernForm, Fault, Seal, hide_words};
use crate::{Office, say};

/// Somebody in a concern as they were known when it was written.
#[derive(Clone, Serialize)]
pub struct PersonFacts {
    /// The pupil's id, when they are on the school's list.
    pub id: Option<String>,
    /// Unique pupil number.
    pub upn: Option<String>,
    /// Name, as it was or as it was said.
    pub name: String,
    /// `pupil`, `adult` or `unknown`.
    pub kind: String,
    /// Their part in it (vocabulary `person_role_in_incident`).
    pub role: String,
    /// As the log asks.
    pub sex: Option<String>,
    /// Date of birth, `2014-03-09`.
    pub date_of_birth: Option<String>,
    /// Class.
    pub class: Option<String>,
    /// Status flags (vocabulary `child_status`).
    pub flags: Vec<String>,
}

/// A concern as a list gives it. Instants are RFC 3339 in the laptop's zone.
#[derive(Clone, Serialize)]
pub struct ConcernFacts {
    /// Id.
    pub id: String,
    /// Number.
    pub record_no: String,
    /// Whoever it is filed under.
    pub student: Option<PersonFacts>,
    /// When it was written.
    pub written_at: String,
    /// When it happened.
    pub occurred_at: Option<String>,
    /// That time is approximate.
    pub occurred_about: bool,
    /// Status id.
    pub status: String,
    /// First category's id.
    pub category: Option<String>,
    /// Urgency id.
    pub urgency: String,
    /// Who wrote it.
    pub reported_by: String,
    /// Nobody but the writer has opened it.
    pub unread: bool,
    /// How many files hang on it.
    pub files: u32,
    /// Its room in the vault, which is not the room of the building it happened in.
    pub vault_room: RoomKind,
}

/// A time on the clock line.
#[derive(Clone, Debug, Serialize)]
pub struct ClockFacts {
    /// Happened, told, lead told, written.
    pub label: String,
    /// When.
    pub at: String,
    /// Approximate.
    pub about: bool,
}

/// One version.
#[derive(Clone, Serialize)]
pub struct VersionFacts {
    /// 1, 2, 3 …
    pub number: u32,
    /// Its entry.
    pub entry: String,
    /// Nothing takes its place.
    pub holds: bool,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub written_at: String,
    /// Why, for a correction.
    pub reason: Option<String>,
    /// What it says.
    pub form: ConcernForm,
    /// Who it names.
    pub people: Vec<PersonFacts>,
    /// Parts that were withheld or destroyed.
    pub gone: Vec<String>,
    /// Its seal.
    pub seal: Seal,
}

/// A file.
#[derive(Clone, Serialize)]
pub struct FileFacts {
    /// Id.
    pub id: String,
    /// Name when it came.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// Media type as given.
    pub media: String,
    /// Hash at intake.
    pub sha256: String,
    /// Where it came from.
    pub source: Option<String>,
    /// Who added it.
    pub added_by: String,
    /// When.
    pub added_at: String,
    /// Its bytes are on this laptop.
    pub here: bool,
}

/// Who opened it.
#[derive(Clone, Debug, Serialize)]
pub struct ReaderFacts {
    /// Name.
    pub name: String,
    /// The first time.
    pub at: String,
}

/// One concern in full.
#[derive(Clone, Serialize)]
pub struct ConcernInFull {
    /// As a list gives it.
    pub facts: ConcernFacts,
    /// Place in `versions` of the one shown first.
    pub current: usize,
    /// Every version, oldest first.
    pub versions: Vec<VersionFacts>,
    /// Four clocks.
    pub clock: Vec<ClockFacts>,
    /// Files.
    pub files: Vec<FileFacts>,
    /// Who has opened it.
    pub readers: Vec<ReaderFacts>,
}

hide_words!(
    PersonFacts,
    ConcernFacts,
    VersionFacts,
    FileFacts,
    ConcernInFull
);

/// Concerns this person may read, newest first, at most so many; `filter.limit` is not looked at.
pub fn concern_facts(
    office: &Office,
    filter: &ConcernFilter,
    most: usize,
) -> Result<Vec<ConcernFacts>, Fault> {
    if office.sitting()?.rooms.is_empty() {
        return own_facts(office, most);
    }
    let mut query = query(office, filter, MOST)?;
    let mut all = Vec::new();
    while all.len() < most {
        let (lines, more) = next_lines(office, &query)?;
        query.before = lines.last().map(|(_, line)| line.row).or(query.before);
        for (kind, line) in lines {
            if all.len() < most {
                all.push(facts(office, kind, &line)?);
            }
        }
        if !more {
            break;
        }
    }
    Ok(all)
}

/// The next page of all rooms together, and whether there are older ones.
fn next_lines(
    office: &Office,
    query: &ConcernQuery,
) -> Result<(Vec<(RoomKind, ConcernLine)>, bool), Fault> {
    let mut lines = Vec::new();
    let mut more = false;
    for (kind, room) in &office.sitting()?.rooms {
        let page = room.concerns(query)?;
        more |= page.more;
        lines.extend(page.lines.into_iter().map(|line| (*kind, line)));
    }
    lines.sort_by_key(|(_, line)| std::cmp::Reverse(line.row));
    more |= lines.len() > query.limit as usize;
    lines.truncate(query.limit as usize);
    Ok((lines, more))
}

fn facts(office: &Office, kind: RoomKind, line: &ConcernLine) -> Result<ConcernFacts, Fault> {
    let known = office
        .room(kind)
        .ok_or_else(Fault::stopped)?
        .concern(line.id)?;
    let student = known.current().and_then(|version| version.content.about());
    Ok(ConcernFacts {
        id: line.id.to_string(),
        record_no: line.record_no.clone(),
        student: student.map(person),
        written_at: office.instant_of(line.written),
        occurred_at: line.occurred.map(|at| office.instant_of(at)),
        occurred_about: line.about_time,
        status: line.status.clone(),
        category: Some(line.category.clone()).filter(|category| !category.is_empty()),
        urgency: line.urgency.clone(),
        reported_by: line.reporter_name.clone(),
        unread: line.first_read.is_none(),
        files: line.files,
        vault_room: kind,
    })
}

fn person(person: &PersonIn) -> PersonFacts {
    PersonFacts {
        id: person.pupil.map(|id| id.to_string()),
        upn: person.upn.clone(),
        name: person.name.clone(),
        kind: person.kind.clone(),
        role: person.role.clone(),
        sex: person.sex.clone(),
        date_of_birth: person.date_of_birth.map(|day| day.to_string()),
        class: person.class.clone(),
        flags: person.flags.clone(),
    }
}

/// Opens a concern. Every entry about it is verified as it is read, and that it was opened is kept.
pub fn concern_in_full(office: &mut Office, id: &str) -> Result<ConcernInFull, Fault> {
    if let Some(own) = own_in_full(office, id)? {
        return Ok(own);
    }
    let id: ConcernId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let kind = office.room_of_concern(id)?;
    office.note_look(kind, "concern", Some(id.to_string()), None);
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    let known = room.concern(id)?;
    let line = room.concern_line(id)?;
    let shown = known.current().ok_or_else(Fault::stopped)?;
    let first = known.first().ok_or_else(Fault::stopped)?;
    let mut readers: Vec<ReaderFacts> = Vec::new();
    for look in room.looks_at("concern", &id.to_string())? {
        if !readers.iter().any(|reader| reader.name == look.name) {
            readers.push(ReaderFacts {
                name: look.name,
                at: office.instant_of(look.at),
            });
        }
    }
    Ok(ConcernInFull {
        facts: facts(office, kind, &line)?,
        current: known.heads.last().copied().unwrap_or(0),
        clock: clock_steps(first, shown)
            .into_iter()
            .map(|(label, at, about)| ClockFacts {
                label,
                at: office.instant_said(at),
                about,
            })
            .collect(),
        versions: known
            .versions
            .iter()
            .enumerate()
            .map(|(place, version)| version_facts(office, &known, kind, place, version))
            .collect(),
        files: files(office, &known),
        readers,
    })
}

fn version_facts(
    office: &Office,
    known: &Concern,
    kind: RoomKind,
    place: usize,
    version: &Version,
) -> VersionFacts {
    VersionFacts {
        number: u32::try_from(place + 1).unwrap_or(u32::MAX),
        entry: history::to_hex(&version.step.entry),
        holds: known.heads.contains(&place),
        author: super::versions::writer(version, place),
        written_at: office.instant_said(super::versions::written(version, place)),
        reason: version.reason.clone(),
        form: to_form(version, &known.id.to_string(), kind, &[]),
        people: version.content.people.iter().map(person).collect(),
        gone: version.gone.clone(),
        seal: seal(office, &version.step),
    }
}

fn files(office: &Office, known: &Concern) -> Vec<FileFacts> {
    let here = |hash: &[u8; 32]| {
        office
            .folder()
            .is_ok_and(|folder| folder.blob_file(hash).exists())
    };
    known
        .files
        .iter()
        .map(|(fact, author, step)| FileFacts {
            id: fact.id.to_string(),
            name: fact.name.clone(),
            size: fact.size,
            media: fact.media.clone(),
            sha256: fact.sha256.clone(),
            source: fact.source.clone(),
            added_by: author.name.clone(),
            added_at: office.instant_said(step.written),
            here: step.blobs.first().is_some_and(|(hash, _)| here(hash)),
        })
        .collect()
}

/// Files of a concern, oldest first, for whoever has just added some: no look is noted.
pub fn concern_files(office: &Office, id: &str) -> Result<Vec<FileFacts>, Fault> {
    let id: ConcernId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let kind = office.room_of_concern(id)?;
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    Ok(files(office, &room.concern(id)?))
}

/// The id of a concern from its id or its number, where this person may read it.
pub fn concern_id(office: &Office, id_or_number: &str) -> Result<Option<String>, Fault> {
    let wanted = id_or_number.trim();
    if let Ok(id) = wanted.parse::<ConcernId>() {
        return Ok(office.room_of_concern(id).is_ok().then(|| id.to_string()));
    }
    let own = own_facts(office, usize::MAX)?;
    let number = wanted.to_uppercase();
    if let Some(own) = own
        .into_iter()
        .find(|own| own.id == wanted || own.record_no == number)
    {
        return Ok(Some(own.id));
    }
    let found = office.concerns_numbered(&number)?;
    Ok(found.first().map(ToString::to_string))
}

/// An RFC 3339 instant as it will stand in the record, with its own offset; nothing when it is not one.
pub fn instant(text: &str) -> Option<String> {
    DateTime::parse_from_rfc3339(text.trim())
        .ok()
        .map(|at| at.to_rfc3339())
}

impl Office {
    /// A time in milliseconds as an instant in the laptop's zone.
    pub(crate) fn instant_of(&self, ms: i64) -> String {
        say::at(ms, self.around.zone)
            .map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, false))
            .unwrap_or_default()
    }

    fn instant_said(&self, at: DateTime<FixedOffset>) -> String {
        self.instant_of(at.timestamp_millis())
    }
}
