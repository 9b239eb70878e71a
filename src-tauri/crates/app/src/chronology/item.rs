//! One thing in a chronology, as the window shows it.

use chrono::{DateTime, Timelike};
use chrono_tz::Tz;
use domain::room::Room as RoomKind;
use vault::ask::{ChronologyLine, PersonLine};

use super::letters::{Letters, is_child, mask, push_words};
use super::milestone::Milestone;
use crate::concern::{first_words, late, status_title};
use crate::wire::{ChronologyItem, Piece, RoomTag};
use crate::{Office, say, words};

/// How long the words of a line can be before they are cut off, in characters: what the vault keeps of each.
const OPENING: usize = 120;
const SAID: usize = 400;

/// A concern, at the moment it stands at.
pub(super) fn of_concern(
    office: &Office,
    kind: RoomKind,
    concern: &ChronologyLine,
    at: DateTime<Tz>,
    letters: &Letters,
    names: bool,
) -> ChronologyItem {
    let line = &concern.line;
    let letters = letters.beside(&concern.people, &line.reporter_name);
    let opening = whole_words(&line.opening, OPENING);
    let title = match line.category.as_str() {
        "" => mask(&first_words(&opening), &letters, names),
        category => vec![Piece::Words {
            text: words::category(category),
        }],
    };
    let said = !concern.said.trim().is_empty();
    let words = if said {
        whole_words(&concern.said, SAID)
    } else {
        opening
    };
    ChronologyItem {
        id: Some(line.id.to_string()),
        record_no: line.record_no.clone(),
        time: time(line.occurred.is_some(), line.about_time, at),
        title,
        words: mask(&words, &letters, names),
        said,
        under: under(office, concern, &letters, names),
        status_title: status_title(line),
        unread: line.first_read.is_none(),
        late: late(office, line),
        danger: line.urgency == "immediate",
        corrected: concern.versions.saturating_sub(1),
        files: line.files,
        room: room_tag(office, kind),
        ..on(at)
    }
}

/// A milestone, at the beginning of its day.
pub(super) fn of_milestone(
    milestone: &Milestone,
    at: DateTime<Tz>,
    letters: &Letters,
    names: bool,
) -> ChronologyItem {
    let detail = milestone.detail.as_deref().unwrap_or_default();
    ChronologyItem {
        title: vec![Piece::Words {
            text: milestone.title.clone(),
        }],
        under: mask(detail, letters, names),
        ..on(at)
    }
}

/// An item with nothing in it but its day.
fn on(at: DateTime<Tz>) -> ChronologyItem {
    ChronologyItem {
        id: None,
        record_no: String::new(),
        month: at.format("%B %Y").to_string(),
        day: at.format("%a %-d").to_string(),
        time: String::new(),
        date: at.format("%Y-%m-%d").to_string(),
        title: Vec::new(),
        words: Vec::new(),
        said: false,
        under: Vec::new(),
        status_title: String::new(),
        unread: false,
        late: None,
        danger: false,
        corrected: 0,
        files: 0,
        room: None,
    }
}

/// A day without a time is kept as the beginning of that day.
fn time(known: bool, about: bool, at: DateTime<Tz>) -> String {
    let whole_day = (at.hour(), at.minute()) == (0, 0);
    match (known && !whole_day, about) {
        (false, _) => String::new(),
        (true, true) => format!("about {}", at.format("%H:%M")),
        (true, false) => at.format("%H:%M").to_string(),
    }
}

fn room_tag(office: &Office, kind: RoomKind) -> Option<RoomTag> {
    let room = office.room(kind).filter(|_| kind != RoomKind::Pupils)?;
    Some(RoomTag {
        id: room.id().to_string(),
        name: kind.title().to_owned(),
    })
}

/// The part the pupil had, who else is named, who wrote it and when.
fn under(office: &Office, concern: &ChronologyLine, letters: &Letters, names: bool) -> Vec<Piece> {
    let line = &concern.line;
    let mut pieces = Vec::new();
    let subject = concern
        .people
        .iter()
        .find(|person| letters.is_subject(person));
    if let Some(subject) = subject.filter(|subject| !subject.role.is_empty()) {
        let part = words::term("person_role_in_incident", &subject.role);
        push_words(&mut pieces, &format!("{part}. "));
    }
    let others: Vec<&PersonLine> = concern
        .people
        .iter()
        .filter(|person| !person.before && !letters.is_subject(person))
        .collect();
    for (place, person) in others.iter().enumerate() {
        let before = match place {
            0 => "With ",
            _ if place + 1 == others.len() => " and ",
            _ => ", ",
        };
        push_words(&mut pieces, before);
        named(&mut pieces, person, letters, names);
    }
    if !others.is_empty() {
        push_words(&mut pieces, ". ");
    }
    let (zone, today) = (office.around.zone, office.around.local().date_naive());
    let unknown = match line.occurred {
        None => "Not known when. ",
        Some(_) => "",
    };
    let written = say::full(line.written, zone, today);
    let reporter = &line.reporter_name;
    push_words(
        &mut pieces,
        &format!("{unknown}From {reporter}. Written {written}"),
    );
    pieces
}

/// Somebody else in a concern: a child by letter, an adult by name.
fn named(pieces: &mut Vec<Piece>, person: &PersonLine, letters: &Letters, names: bool) {
    if let Some(child) = letters.child(person) {
        pieces.push(Piece::Child {
            letter: child.letter.clone(),
            name: names.then(|| child.name.clone()),
        });
    } else if is_child(person) {
        push_words(pieces, "a child whose name is not known");
    } else if person.name.trim().is_empty() {
        push_words(pieces, "somebody whose name is not known");
    } else {
        // "Jayden's mum" is an adult and names a child.
        for piece in mask(&person.name, letters, names) {
            match piece {
                Piece::Words { text } => push_words(pieces, &text),
                child @ Piece::Child { .. } => pieces.push(child),
            }
        }
    }
}

/// The beginning of a text that may have been cut off in the middle of a word: half a name is a name to whoever knows it.
fn whole_words(text: &str, cut_at: usize) -> String {
    if text.chars().count() < cut_at {
        return text.to_owned();
    }
    let whole = text
        .rsplit_once(char::is_whitespace)
        .map_or("", |(whole, _)| whole);
    format!("{} \u{2026}", whole.trim_end())
}
