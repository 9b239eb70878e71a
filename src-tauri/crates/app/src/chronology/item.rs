//! One thing in a chronology, as the window shows it.

use chrono::DateTime;
use chrono_tz::Tz;
use domain::room::Room as RoomKind;
use vault::ask::{ChronologyLine, PersonLine};

use super::letters::{Letters, is_child, mask, push_words};
use super::milestone::{Milestone, Said};
use crate::casework::CaseStep;
use crate::concern::{first_words, late, status_title};
use crate::wire::{ChronologyItem, Piece, RoomTag};
use crate::{Office, say, words};

/// How long the words of a line can be before they are cut off, in characters: what the vault keeps of each.
const OPENING: usize = 120;
const SAID: usize = 400;
/// The longest that half a name can be in a script without spaces, in characters.
const LONGEST: usize = 24;
const MORE: &str = " \u{2026}";

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
    let closed = line.closed_for.iter();
    let closed = closed
        .filter(|closed| {
            let mut people = concern.people.iter();
            people.any(|person| person.pupil == Some(closed.pupil) && letters.is_subject(person))
        })
        .find_map(|closed| say::at(closed.at, office.around.zone));
    let today = office.around.local().date_naive();
    let letters = letters.beside(&concern.people, &line.reporter_name);
    let opening = || masked_words(&line.opening, OPENING, &letters, names);
    let title = match line.category.as_str() {
        "" if first_words(&line.opening).ends_with(MORE) => {
            mask(&first_words(&line.opening), &letters, names)
        }
        "" => opening(),
        category => vec![Piece::Words {
            text: words::category(category),
        }],
    };
    let said = !concern.said.trim().is_empty();
    let words = if said {
        masked_words(&concern.said, SAID, &letters, names)
    } else {
        opening()
    };
    ChronologyItem {
        id: Some(line.id.to_string()),
        record_no: line.record_no.clone(),
        time: time(line.occurred.is_some(), line.about_time, at),
        title,
        words,
        said,
        theirs: about_another(&concern.people, |person| letters.is_subject(person)).is_none(),
        under: under(office, concern, &letters, names),
        status_title: status_title(line),
        unread: line.first_read.is_none(),
        late: late(office, line),
        danger: line.urgency == "immediate",
        corrected: concern.versions.saturating_sub(1),
        files: line.files,
        room: room_tag(office, kind),
        significant: line.significant,
        closed: closed.map(|at| format!("Closed for them, {}", say::date(at.date_naive(), today))),
        ..on(at)
    }
}

/// A concern without its words, for a summary: what it is filed under, where it is.
pub(super) fn in_one_line(item: ChronologyItem, category: &str) -> ChronologyItem {
    let title = match category {
        "" => vec![Piece::Words {
            text: "Concern".to_owned(),
        }],
        _ => item.title,
    };
    ChronologyItem {
        title,
        words: Vec::new(),
        said: false,
        ..item
    }
}

/// A step of a concern, in one line.
pub(super) fn of_step(
    office: &Office,
    kind: RoomKind,
    concern: &ChronologyLine,
    (step, why): (&CaseStep, Option<&str>),
    letters: &Letters,
    names: bool,
) -> ChronologyItem {
    let letters = letters.beside(&concern.people, &concern.line.reporter_name);
    let at = step.at.with_timezone(&office.around.zone);
    let mut under = Vec::new();
    push_words(&mut under, &concern.line.record_no);
    // A referral of a concern about another child is not this one's.
    if let Some(other) = about_another(&concern.people, |person| letters.is_subject(person)) {
        push_words(&mut under, ", about ");
        named(&mut under, other, &letters, names);
    }
    push_words(&mut under, &format!(". {}", step.who));
    ChronologyItem {
        id: Some(concern.line.id.to_string()),
        record_no: concern.line.record_no.clone(),
        time: time(true, step.about, at),
        title: mask(&step.title, &letters, names),
        words: why.map_or_else(Vec::new, |why| mask(why, &letters, names)),
        under,
        room: room_tag(office, kind),
        significant: why.is_some(),
        step: step.entry.map(|entry| history::to_hex(&entry)),
        ..on(at)
    }
}

/// A step as the full chronology has it: what came of it, and that it was written by mistake.
pub(super) fn with_detail(
    item: ChronologyItem,
    concern: &ChronologyLine,
    step: &CaseStep,
    letters: &Letters,
    names: bool,
) -> ChronologyItem {
    let letters = letters.beside(&concern.people, &concern.line.reporter_name);
    let mut words = mask(&step.detail, &letters, names);
    if !item.words.is_empty() {
        push_words(&mut words, " Significant: ");
        words.extend(item.words);
    }
    let mut under = item.under;
    if let Some(late) = &step.late {
        push_words(&mut under, ". ");
        under.extend(mask(late, &letters, names));
    }
    let struck = step.struck.as_deref();
    ChronologyItem {
        words,
        under,
        struck: struck.map(|struck| mask(struck, &letters, names)),
        ..item
    }
}

/// A milestone, at the beginning of its day.
pub(super) fn of_milestone(
    milestone: &Milestone,
    at: DateTime<Tz>,
    letters: &Letters,
    names: bool,
) -> ChronologyItem {
    let mut under = Vec::new();
    for said in &milestone.detail {
        match said {
            Said::Ours(text) => push_words(&mut under, text),
            Said::Words(text) => {
                for piece in mask(text, letters, names) {
                    match piece {
                        Piece::Words { text } => push_words(&mut under, &text),
                        child @ Piece::Child { .. } => under.push(child),
                    }
                }
            }
        }
    }
    ChronologyItem {
        title: vec![Piece::Words {
            text: milestone.title.clone(),
        }],
        under,
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
        theirs: true,
        under: Vec::new(),
        status_title: String::new(),
        unread: false,
        late: None,
        danger: false,
        corrected: 0,
        files: 0,
        room: None,
        significant: false,
        closed: None,
        step: None,
        struck: None,
    }
}

/// A day without a time is kept as the beginning of that day.
pub(crate) fn time(known: bool, about: bool, at: DateTime<Tz>) -> String {
    match (known && !say::is_whole_day(at), about) {
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

/// Whom a concern is filed under, where that is somebody else than whose file is read.
pub(crate) fn about_another(
    people: &[PersonLine],
    is_subject: impl Fn(&PersonLine) -> bool,
) -> Option<&PersonLine> {
    let now = || people.iter().filter(|person| !person.before);
    let harmed = |person: &&PersonLine| matches!(person.role.as_str(), "victim" | "subject");
    let about = now().find(harmed).or_else(|| now().next())?;
    (!is_subject(about)).then_some(about)
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
pub(crate) fn named(pieces: &mut Vec<Piece>, person: &PersonLine, letters: &Letters, names: bool) {
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
fn masked_words(text: &str, cut_at: usize, letters: &Letters, names: bool) -> Vec<Piece> {
    let mut left = text.chars().count();
    if left < cut_at {
        return mask(text, letters, names);
    }
    let whole = text
        .rsplit_once(char::is_whitespace)
        .map_or("", |(whole, _)| whole);
    if whole.chars().count() >= cut_at / 4 * 3 {
        return mask(&format!("{}{MORE}", whole.trim_end()), letters, names);
    }
    // Written without spaces. Names are found first, because to cut before would make halves of others.
    let mut pieces = mask(text, letters, names);
    if let Some(Piece::Words { text }) = pieces.last_mut() {
        left = text.chars().count().saturating_sub(LONGEST);
        *text = text.chars().take(left).collect();
    }
    push_words(&mut pieces, MORE);
    pieces
}

#[cfg(test)]
mod tests {
    use domain::id::PupilId;
    use domain::pupil::Facts;
    use domain::room::Room as RoomKind;
    use vault::ask::PersonLine;

    use super::{LONGEST, Letters, OPENING, Piece, masked_words};

    fn shown(text: &str) -> String {
        let person = PersonLine {
            adult: None,
            pupil: None,
            name: "李小明".to_owned(),
            class: String::new(),
            kind: "pupil".to_owned(),
            role: String::new(),
            before: false,
            at: 0,
        };
        let people = [person];
        let letters = Letters::of(
            (PupilId([1; 16]), &Facts::default()),
            [(RoomKind::Pupils, people.as_slice())],
            |_| None,
        );
        let pieces = masked_words(text, OPENING, &letters, false).into_iter();
        pieces
            .map(|piece| match piece {
                Piece::Words { text } => text,
                Piece::Child { .. } => "[A]".to_owned(),
            })
            .collect()
    }

    #[test]
    fn a_text_that_was_cut_off_ends_with_a_whole_word() {
        let words = format!("{} Fairbro", "was ".repeat(28).trim_end());

        assert_eq!(words.chars().count(), OPENING - 1);
        assert_eq!(shown(&words), words);
        let cut = format!("{words}t");
        assert_eq!(shown(&cut), cut.replace(" Fairbrot", " \u{2026}"));
    }

    #[test]
    fn a_text_without_spaces_that_was_cut_off_loses_its_end_where_half_a_name_may_be() {
        let said = "他说".repeat((OPENING - 2) / 2);

        let wanted: String = said.chars().take(OPENING - LONGEST).collect();
        assert_eq!(shown(&format!("{said}李小")), format!("{wanted} \u{2026}"));
        let name_last: String = said.chars().take(OPENING - 5).collect();
        assert_eq!(
            shown(&format!("{name_last}李小明他说")),
            format!("{name_last}[A] \u{2026}")
        );
    }
}
