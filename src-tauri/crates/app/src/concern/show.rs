//! One concern in full: the account, every version, four clocks, files, who has read it.

use chrono::{DateTime, FixedOffset};
use domain::concern::{Concern, Run as DomainRun, Version as DomainVersion, changes};
use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use vault::ask::LookLine;

use super::form::to_form;
use super::lines::{label, shown};
use super::list::row;
use crate::casework::{CaseStep, case_view, significant, steps};
use crate::wire::{
    ClockStep, ConcernFilter, ConcernView, Fault, FieldChange, FileView, HiddenShown, May,
    PersonShown, Reader, RoomTag, Run, Seal, Shown, ThreadItem, Version,
};
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
            .map(|person| person_shown(office, person))
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

fn person_shown(office: &Office, person: &domain::concern::PersonIn) -> PersonShown {
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

/// Happened, told, lead told, written: the gaps say more than a remark about lateness would.
fn clock(office: &Office, first: &DomainVersion, shown: &DomainVersion) -> Vec<ClockStep> {
    let steps = clock_steps(first, shown);
    steps
        .iter()
        .enumerate()
        .map(|(place, (label, at, about))| ClockStep {
            label: label.clone(),
            at: say::known(
                at.timestamp_millis(),
                office.around.zone,
                office.this_year(),
            ),
            about: *about,
            gap: steps
                .get(place + 1)
                .filter(|(_, next, _)| next >= at && !say::is_whole_day(local(office, *at)))
                .map(|(_, next, _)| domain::when::gap(&local(office, *at), &local(office, *next))),
        })
        .collect()
}

/// The four clocks that are known: what, when, and whether about then.
pub(super) fn clock_steps(
    first: &DomainVersion,
    shown: &DomainVersion,
) -> Vec<(String, DateTime<FixedOffset>, bool)> {
    let details = &shown.content.details;
    let brought = first.content.details.brought.as_ref();
    let surname = brought
        .map_or(first.step.author.name.as_str(), |brought| &brought.by)
        .split_whitespace()
        .next_back()
        .unwrap_or("Writer")
        .to_owned();
    let written = details.first_written.unwrap_or(first.step.written);
    [
        (
            "Happened".to_owned(),
            details.occurred_at,
            details.occurred_about,
        ),
        (format!("{surname} told"), details.noticed_at, false),
        ("Lead told".to_owned(), details.told_lead_at, false),
        (
            "Written".to_owned(),
            Some(written).filter(|_| brought.is_none_or(|brought| brought.written_known)),
            false,
        ),
    ]
    .into_iter()
    .filter_map(|(label, at, about)| Some((label, at?, about)))
    .collect()
}

fn local(office: &Office, at: DateTime<FixedOffset>) -> DateTime<chrono_tz::Tz> {
    at.with_timezone(&office.around.zone)
}

fn versions(office: &Office, known: &Concern, kind: RoomKind) -> Vec<Version> {
    let mut before: Option<&DomainVersion> = None;
    let heads: Vec<String> = known
        .head_entries()
        .iter()
        .map(|entry| history::to_hex(entry))
        .collect();
    let mut out = Vec::with_capacity(known.versions.len());
    for (place, version) in known.versions.iter().enumerate() {
        // A correction is compared with what it takes the place of; two of one version are each compared with that.
        let replaced = version
            .step
            .supersedes
            .iter()
            .rev()
            .find_map(|id| known.versions.iter().find(|other| other.step.entry == *id))
            .or(before);
        let changes = replaced
            .map(|replaced| changes(&replaced.content, &version.content))
            .unwrap_or_default();
        out.push(Version {
            number: u32::try_from(place + 1).unwrap_or(0),
            entry: history::to_hex(&version.step.entry),
            form: to_form(version, &known.id.to_string(), kind, &heads),
            author: writer(version, place),
            at: office.full(written(version, place)),
            reason: version.reason.clone(),
            shown: shown(office, version),
            marks: super::marks::shown(&version.content.details.body_map),
            changes: changes
                .into_iter()
                .map(|change| FieldChange {
                    field: change.field.to_owned(),
                    label: label(change.field).to_owned(),
                    runs: change
                        .runs
                        .into_iter()
                        .map(|run| match run {
                            DomainRun::Same(text) => Run { kind: "same", text },
                            DomainRun::Gone(text) => Run { kind: "gone", text },
                            DomainRun::New(text) => Run { kind: "new", text },
                        })
                        .collect(),
                })
                .chain(replaced.into_iter().flat_map(|replaced| {
                    super::fact_changes::fact_changes(office, replaced, version)
                }))
                .collect(),
            seal: seal(office, &version.step),
        });
        before = Some(version);
    }
    out
}

/// Who wrote a version: for one that was brought in, who wrote it there.
pub(super) fn writer(version: &DomainVersion, place: usize) -> String {
    match (&version.content.details.brought, place) {
        (Some(brought), 0) => brought.writer(),
        (Some(_) | None, _) => version.step.author.name.clone(),
    }
}

/// When it was written; for what was brought in, there.
pub(super) fn written(version: &DomainVersion, place: usize) -> DateTime<FixedOffset> {
    let details = &version.content.details;
    match (&details.brought, place) {
        (Some(_), 0) => details.first_written.unwrap_or(version.step.written),
        (Some(_) | None, _) => version.step.written,
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

/// Everything since the first account, newest first.
fn thread(
    office: &Office,
    kind: RoomKind,
    known: &Concern,
    looks: &[LookLine],
    listed: &[LookLine],
) -> Result<Vec<ThreadItem>, Fault> {
    let corrections = known.versions.iter().skip(1).map(|version| {
        let reason = version.reason.clone().unwrap_or_default();
        (
            version.step.written,
            "correction",
            "Corrected".to_owned(),
            reason,
            version.step.author.name.clone(),
        )
    });
    let files = known.files.iter().map(|(fact, author, step)| {
        (
            step.written,
            "file",
            format!("Added {}", fact.name),
            say::size(fact.size),
            author.name.clone(),
        )
    });
    let hidden = known.hidden.iter().map(|(hidden, step)| {
        (
            step.written,
            "hidden",
            "A file was put out of everybody\u{2019}s sight".to_owned(),
            format!("{} Told: {}.", hidden.reason, hidden.told),
            step.author.name.clone(),
        )
    });
    let whole = looks.iter().map(|look| ("On paper", look));
    let lines = listed.iter().map(|look| ("A line of it on paper", look));
    let papers = whole
        .chain(lines)
        .filter(|(_, look)| !look.detail.is_empty())
        .filter_map(|(title, look)| {
            let at = say::at(look.at, office.around.zone)?.fixed_offset();
            let (title, detail) = (title.to_owned(), look.detail.clone());
            Some((at, "paper", title, detail, look.name.clone()))
        });
    let plain = corrections.chain(files).chain(hidden).chain(papers);
    let plain = plain.map(|(at, kind, title, detail, who)| CaseStep {
        entry: None,
        at,
        about: false,
        kind,
        title,
        detail,
        who,
        late: None,
    });
    let walked = crate::guide::steps_of_walks(office, kind, known.id)?;
    let mut items: Vec<CaseStep> = plain.chain(steps(office, known)).chain(walked).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.at));
    Ok(items
        .into_iter()
        .map(|item| ThreadItem {
            at: office.moment(item.at.timestamp_millis()),
            about: item.about,
            kind: item.kind.to_owned(),
            title: item.title,
            detail: item.detail,
            who: item.who,
            late: item.late,
            significant: item
                .entry
                .and_then(|entry| significant(office, &known.case, &history::to_hex(&entry))),
            entry: item.entry.map(|entry| history::to_hex(&entry)),
        })
        .collect())
}

/// What was noticed about the laptop's clock as an entry was written: a plain fact, because somebody will ask.
fn clock_said(note: &str) -> String {
    let seconds = |text: &str| text.strip_suffix(" s")?.parse::<i64>().ok();
    let by = |text: &str| {
        seconds(text).map(|seconds| match seconds {
            0..=119 => format!("{seconds} seconds"),
            120..=7_199 => format!("{} minutes", seconds / 60),
            7_200..=172_799 => format!("{} hours", seconds / 3_600),
            _ => format!("{} days", seconds / 86_400),
        })
    };
    let back = note.strip_prefix("went back ").and_then(by);
    let ahead = note.strip_prefix("jumped ").and_then(by);
    match (back, ahead) {
        (Some(by), _) => format!(
            "The laptop\u{2019}s clock had been set back by about {by} since the entry before. The order of entries does not hang on the clock."
        ),
        (_, Some(by)) => format!(
            "The laptop\u{2019}s clock had been set forward by about {by} since the entry before. The order of entries does not hang on the clock."
        ),
        _ => "The laptop\u{2019}s clock was wrong: it showed a day before this program was made. The order of entries does not hang on the clock."
            .to_owned(),
    }
}

/// One line: who, when, which entry, and that it verified as it was read.
pub(crate) fn seal(office: &Office, step: &domain::step::Step) -> Seal {
    let at = office.full(step.written);
    let note = step.clock_note.as_deref().map(clock_said);
    let note = note.map(|said| format!(" {said}")).unwrap_or_default();
    Seal {
        who: step.author.name.clone(),
        at: at.clone(),
        entry: u32::try_from(step.number).unwrap_or(u32::MAX),
        whole: true,
        say: format!(
            "Signed {}, {at}. Entry {}, checked as you opened it.{note}",
            step.author.name, step.number
        ),
    }
}

/// What a reporter wrote and passed on, from their own locker: words and receipt, nothing of what came after.
fn own_copy(office: &Office, id: &str) -> Result<Option<ConcernView>, Fault> {
    use super::draft::Kept;
    let Some(locker) = vault::locker::LockerId::read(id) else {
        return Ok(None);
    };
    let Ok(Kept::OwnCopy {
        at,
        record_no,
        receipt,
        form,
        words: heard,
    }) = office.kept(locker)
    else {
        return Ok(None);
    };
    let page = super::own::concerns_of_reporter(office, &ConcernFilter::default())?;
    let Some(row) = page.concerns.into_iter().find(|row| row.id == id) else {
        return Ok(None);
    };
    let who = office.sitting()?.opened.card.name.clone();
    let said = office.moment(at);
    let seal = Seal {
        who: who.clone(),
        at: said.clone(),
        entry: 2,
        whole: true,
        say: format!("Your own copy. Passed on at {said} as {record_no}. Receipt {receipt}."),
    };
    let plain = |field: &str, style: &'static str, text: &str| {
        (!text.trim().is_empty()).then(|| Shown {
            field: field.to_owned(),
            label: label(field).to_owned(),
            style,
            text: text.to_owned(),
        })
    };
    let shown = [
        plain("account", "account", &form.description),
        plain("childs_words", "said", &form.childs_words),
        plain("immediate_action", "plain", &form.immediate_action),
    ];
    let version = Version {
        number: 1,
        entry: String::new(),
        form: (*form).clone(),
        author: who,
        at: said,
        reason: None,
        shown: shown.into_iter().flatten().collect(),
        marks: Vec::new(),
        changes: Vec::new(),
        seal: seal.clone(),
    };
    Ok(Some(ConcernView {
        written: at,
        people: form
            .people
            .iter()
            .map(|person| PersonShown {
                id: None,
                adult: None,
                name: person
                    .name
                    .clone()
                    .unwrap_or_else(|| "Name not known".to_owned()),
                detail: String::new(),
                role: words::term("person_role_in_incident", &person.role),
                kind: person.kind.clone(),
            })
            .collect(),
        read_first: Vec::new(),
        to_link: Vec::new(),
        seen_before: Vec::new(),
        together: Vec::new(),
        clock: Vec::new(),
        versions: vec![version],
        current: 0,
        values_differ: false,
        files: Vec::new(),
        case: None,
        thread: heard
            .iter()
            .rev()
            .map(|word| ThreadItem {
                at: office.moment(word.at),
                about: false,
                kind: "word".to_owned(),
                title: super::own::come_said(word).to_owned(),
                detail: String::new(),
                who: crate::casework::name_of(office, &word.by),
                late: None,
                significant: None,
                entry: None,
            })
            .collect(),
        seal,
        readers: Vec::new(),
        may: May {
            amend: false,
            add_file: false,
            add: false,
        },
        room: None,
        row,
    }))
}
