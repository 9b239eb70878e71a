//! All of a child's body maps, laid over one another, and the bodies they are drawn on.

use domain::concern::MarkPlace;
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use guidance::LeftAt;

use crate::chronology::{Letters, everything, letters_of, mask};
use crate::concern::marks_shown;
use crate::office::not_a_member;
use crate::wire::{
    AllMarks, BodyArea, BodyDrawing, BodyView, Fault, FaultKind, MarkShown, MarkedBeside,
    MarkedConcern, PersonInConcern, Piece,
};
use crate::{Office, say, words};

/// What the history calls it when somebody read the marks of a concern and nothing else of it: the account has not been
/// read for that.
pub(crate) const MARKS_LOOK: &str = "marks";

/// Everything visible that was written down of one child, in every room whoever asks may open, the oldest first. Other
/// children are letters, as everywhere in the file. That the pupil was opened is kept, and of each concern that its marks
/// were read.
pub fn all_marks(office: &mut Office, pupil: &str) -> Result<AllMarks, Fault> {
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let whole = office.whole_pupil(id)?;
    let (id, facts) = (whole.id, &whole.facts);
    let records: Vec<PupilId> = whole.records().collect();
    let today = office.around.local().date_naive();
    let name = facts.name();
    let build = facts.age_on(today).map_or("child", guidance::build_at);
    office.note_look(RoomKind::Pupils, "pupil", Some(id.to_string()), None);

    let (lines, _) = everything(office, id)?;
    let letters = letters_of(office, (id, facts), &lines);
    let (mut found, mut beside, mut read) = (Vec::new(), Vec::new(), Vec::new());
    for (kind, line) in lines {
        let room = office.room(kind).ok_or_else(not_a_member)?;
        let concern = room.concern(line.line.id)?;
        let (Some(current), Some(first)) = (concern.current(), concern.first()) else {
            continue;
        };
        let marks = &current.content.details.body_map;
        if marks.is_empty() {
            continue;
        }
        let (id_of, record_no) = (line.line.id.to_string(), line.line.record_no.clone());
        let about = current.content.about().and_then(|about| about.pupil);
        if !about.is_some_and(|about| records.contains(&about)) {
            beside.push(MarkedBeside {
                id: id_of,
                record_no,
            });
            continue;
        }
        let written = first.step.written.timestamp_millis();
        let seen = current.content.details.occurred_at;
        let seen_at = seen.map_or(written, |at| at.timestamp_millis());
        let about = match current.content.details.occurred_about {
            true if seen.is_some() => "about ",
            _ => "",
        };
        let said = say::known(seen_at, office.around.zone, chrono::NaiveDate::MIN);
        let said = seen.map(|_| format!("{about}{said}")).unwrap_or_default();
        read.push((kind, id_of.clone()));
        found.push((
            seen_at,
            MarkedConcern {
                tag: String::new(),
                id: id_of,
                record_no,
                seen: said,
                written: say::full(written, office.around.zone, chrono::NaiveDate::MIN),
                by: first.step.author.name.clone(),
                marks: marks_shown(marks)
                    .into_iter()
                    .map(|mark| lettered(mark, &letters))
                    .collect(),
            },
        ));
    }
    for (kind, concern) in read {
        office.note_look(kind, MARKS_LOOK, Some(concern), None);
    }
    found.sort_by_key(|(at, _)| *at);
    let concerns = found.into_iter().enumerate();
    Ok(AllMarks {
        name,
        build: build.to_owned(),
        concerns: concerns
            .map(|(place, (_, concern))| MarkedConcern {
                tag: tag(place),
                ..concern
            })
            .collect(),
        beside,
    })
}

/// The middle of a part of the body, on the first view that has it.
pub(crate) fn middle_of(build: &str, region: &str, side: &str) -> Option<MarkPlace> {
    let views = &guidance::build(build)?.views;
    let mut found = views.iter().flat_map(|view| {
        let areas = view.areas.iter().map(move |area| (view, area));
        areas.filter(|(_, area)| area.region == region && area.side == side)
    });
    let (view, area) = found.next()?;
    let tenths = |length: f32| (length * 10.0).round() as u32;
    Some(MarkPlace {
        drawing: guidance::DRAWING,
        build: build.to_owned(),
        view: view.id.clone(),
        x: tenths(area.at.0),
        y: tenths(area.at.1),
    })
}

/// A, B … Z, AA, AB …
fn tag(place: usize) -> String {
    let letter = |n: usize| u8::try_from(n % 26).map_or('Z', |n| char::from(b'A' + n));
    match place / 26 {
        0 => letter(place).to_string(),
        more => format!("{}{}", letter(more - 1), letter(place)),
    }
}

/// The words of a mark with every other child as a letter.
fn lettered(mark: MarkShown, letters: &Letters) -> MarkShown {
    let masked = |text: &str| -> String {
        let pieces = mask(text, letters, false).into_iter();
        let said = pieces.map(|piece| match piece {
            Piece::Words { text } => text,
            Piece::Child { letter, .. } => letter,
        });
        said.collect()
    };
    MarkShown {
        looks: masked(&mark.looks),
        said: masked(&mark.said),
        ..mark
    }
}

/// The build of whoever a concern is about, where their age is known.
pub fn body_build(office: &Office, people: &[PersonInConcern]) -> Result<Option<String>, Fault> {
    let harmed = |person: &&PersonInConcern| ["victim", "subject"].contains(&person.role.as_str());
    let about = people.iter().find(harmed).or_else(|| people.first());
    let id = about.and_then(|about| about.pupil.as_deref()?.parse::<PupilId>().ok());
    let Some(id) = id else { return Ok(None) };
    let today = office.around.local().date_naive();
    let facts = office.pupil_facts(id)?;
    let age = facts.and_then(|facts| facts.age_on(today));
    Ok(age.map(|age| guidance::build_at(age).to_owned()))
}

/// A body as it is drawn, with the names of its parts.
pub fn body_drawing(_office: &Office, build: &str) -> Result<BodyDrawing, Fault> {
    let build = guidance::build(build).ok_or_else(|| {
        Fault::new(FaultKind::Missing, "There is no drawing of that build.")
            .kept("Every mark is kept in words.")
            .next("Choose another build.")
    })?;
    Ok(BodyDrawing {
        drawing: guidance::DRAWING,
        build: build.build.clone(),
        name: build.name.clone(),
        views: build.views.iter().map(view).collect(),
    })
}

fn view(view: &guidance::DrawnView) -> BodyView {
    BodyView {
        id: view.id.clone(),
        name: view.name.clone(),
        left_at: match view.left_at {
            LeftAt::Right => "right",
            LeftAt::Left => "left",
            LeftAt::Whole => "whole",
            LeftAt::None => "none",
        },
        width: view.width,
        height: view.height,
        outlines: view.outlines.clone(),
        lines: view.lines.clone(),
        areas: view
            .areas
            .iter()
            .map(|area| BodyArea {
                region: area.region.clone(),
                side: area.side.clone(),
                name: words::region(&area.region, &area.side),
                detail: words::region_detail(&area.region),
                at: area.at,
                path: area.path.clone(),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn concerns_are_lettered_beyond_the_alphabet() {
        let asked = [0, 1, 25, 26, 27, 52].map(tag);
        assert_eq!(asked, ["A", "B", "Z", "AA", "AB", "BA"]);
    }
}
