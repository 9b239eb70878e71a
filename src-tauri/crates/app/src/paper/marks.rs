//! All of a child's visible marks for paper: laid over one another, then in words, concern by concern.

use std::collections::BTreeSet;

use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use papers::{AllMarksFacts, LaidOut, MarksOfConcern, Printed};

use super::About;
use super::body::{in_words, sides};
use super::chronology::about;
use super::facts::printed;
use crate::Office;
use crate::wire::{Fault, MarkShown, MarkedConcern};

/// Lays it out, and notes that the pupil's marks were read for it. Other children are letters.
pub(super) fn lay_out(
    office: &mut Office,
    pupil: &str,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let all = crate::pupil::all_marks(office, pupil)?;
    let id = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let whole = office.whole_pupil(id)?;
    let row = crate::pupil::facts_row(office, &whole.id.to_string(), &whole.facts, None);
    let mut rooms = BTreeSet::from([RoomKind::Pupils]);
    let mut listed = Vec::new();
    for concern in &all.concerns {
        let id: ConcernId = concern.id.parse().map_err(|_| Fault::stopped())?;
        let room = office.room_of_concern(id)?;
        rooms.insert(room);
        listed.push((room, concern.id.clone()));
    }
    let rooms: Vec<RoomKind> = rooms.into_iter().collect();
    let labelled: Vec<(String, &MarkShown)> = all
        .concerns
        .iter()
        .flat_map(|concern| {
            concern
                .marks
                .iter()
                .map(|mark| (label(concern, mark), mark))
        })
        .collect();
    let left_out = (!all.beside.is_empty()).then(|| {
        let numbers: Vec<&str> = all
            .beside
            .iter()
            .map(|one| one.record_no.as_str())
            .collect();
        format!(
            "Not in this paper. Marks in concerns that name somebody else first, where whose they are is said: {}.",
            numbers.join(", ")
        )
    });
    let laid_out = papers::all_marks(&AllMarksFacts {
        printed: Printed {
            // Their words came here with other children as letters.
            lettered: true,
            ..printed(office, &rooms, purpose, None)?
        },
        name: all.name.clone(),
        about: about(&row, &whole.facts),
        sides: sides(&labelled),
        concerns: all.concerns.iter().map(of_concern).collect(),
        left_out,
    })?;
    let about = About {
        room: RoomKind::Pupils,
        what: "pupil",
        id: whole.id.to_string(),
        purpose: purpose.trim().to_owned(),
        concerns: Vec::new(),
        listed,
    };
    Ok((laid_out, "strongroom-marks.pdf".to_owned(), Some(about)))
}

/// `B2`: the letter of its concern and its number there.
fn label(concern: &MarkedConcern, mark: &MarkShown) -> String {
    format!("{}{}", concern.tag, mark.number)
}

fn of_concern(concern: &MarkedConcern) -> MarksOfConcern {
    let seen = match concern.seen.as_str() {
        "" => "When it was seen was not said".to_owned(),
        at => format!("Seen {at}"),
    };
    MarksOfConcern {
        heading: format!("{}. {}", concern.tag, concern.record_no),
        when: format!("{seen}. Written {} by {}.", concern.written, concern.by),
        marks: concern
            .marks
            .iter()
            .map(|mark| in_words(label(concern, mark), mark))
            .collect(),
    }
}
