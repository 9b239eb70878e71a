//! What is live, unread and waiting, and one pupil's concerns.

use domain::concern::{Content, PersonIn};
use domain::id::{ConcernId, PupilId};
use vault::ask::How;
use vault::{NewEntry, Room};
use zeroize::Zeroizing;

use crate::kit::{DAY, Writer, amendment, concern, entries_of, rng, room, stamp};

const RUTH: [u8; 16] = [1; 16];
const DEV: [u8; 16] = [2; 16];

fn numbers(lines: &[vault::ask::ConcernLine]) -> Vec<&str> {
    lines.iter().map(|line| line.record_no.as_str()).collect()
}

/// A concern that somebody took on and that somebody is to be told of.
fn with(id: u8, status: &str, taken: Option<[u8; 16]>, told: &[[u8; 16]]) -> NewEntry {
    let mut content = Content {
        account: "words".to_owned(),
        ..Content::default()
    };
    content.details.record_no = format!("MV-26-{id}");
    content.details.status = status.to_owned();
    content.details.assigned_to = taken.map(|id| history::to_hex(&id));
    content.details.alerted = told.iter().map(|id| history::to_hex(id)).collect();
    NewEntry {
        parts: content.to_parts(None),
        ..concern(id, id, "")
    }
}

fn look(id: u8) -> NewEntry {
    let look = domain::look::Look {
        what: "concern".to_owned(),
        id: Some(ConcernId([id; 16]).to_string()),
        detail: None,
    };
    NewEntry {
        kind: domain::look::LOOKED,
        subjects: vec![],
        supersedes: vec![],
        happened: None,
        parts: vec![(
            domain::look::LOOK,
            Zeroizing::new(serde_json::to_vec(&look).unwrap()),
        )],
        blobs: vec![],
    }
}

fn write(room: &mut Room, writer: &Writer, at: i64, new: NewEntry) {
    room.write(
        &writer.pen(),
        &stamp(DAY + at),
        &mut rng(at as u64),
        vec![new],
    )
    .unwrap();
}

#[test]
fn what_somebody_took_on_is_theirs_while_it_is_live() {
    let (_dir, mut room) = room();
    let ruth = Writer::new(1);
    for (at, id, status, taken) in [
        (1, 1, "active", Some(DEV)),
        (2, 2, "monitoring", Some(DEV)),
        (3, 3, "closed", Some(DEV)),
        (4, 4, "reopened", Some(RUTH)),
        (5, 5, "active", None),
        (6, 6, "new", Some(DEV)),
    ] {
        write(&mut room, &ruth, at, with(id, status, taken, &[]));
    }

    let devs = room.concerns_for(DEV, How::Taken, 9).unwrap();
    let active = room.concerns_with_status("active", true, 9).unwrap();
    let oldest = room.concerns_with_status("active", false, 1).unwrap();

    assert_eq!(numbers(&devs), ["MV-26-2", "MV-26-1"]);
    assert_eq!(devs[0].taken_by, history::to_hex(&DEV));
    assert_eq!(numbers(&active), ["MV-26-5", "MV-26-1"]);
    assert_eq!(numbers(&oldest), ["MV-26-1"]);
    assert_eq!(room.count_with_status("active").unwrap(), 2);
    let heads = room.concern(ConcernId([1; 16])).unwrap().head_entries();
    let closed = NewEntry {
        parts: with(1, "closed", Some(DEV), &[]).parts,
        ..amendment(1, heads, "")
    };
    write(&mut room, &ruth, 9, closed);
    let left = room.concerns_for(DEV, How::Taken, 9).unwrap();
    assert_eq!(numbers(&left), ["MV-26-2"]);
}

#[test]
fn whoever_was_told_has_it_waiting_until_they_open_it_in_whatever_order_that_arrives() {
    let (_dir, mut one) = room();
    let (_other_dir, mut other) = room();
    let (ruth, dev) = (Writer::new(1), Writer::new(2));
    write(&mut one, &ruth, 1, with(1, "active", None, &[DEV, RUTH]));
    write(&mut one, &ruth, 2, with(2, "active", None, &[DEV]));
    let before = one.concerns_for(DEV, How::Told, 9).unwrap();
    write(&mut one, &dev, 3, look(1));

    let mut entries = entries_of(&one);
    entries.reverse();
    other.take(entries).unwrap();

    assert_eq!(numbers(&before), ["MV-26-2", "MV-26-1"]);
    for room in [&one, &other] {
        let waits = room.concerns_for(DEV, How::Told, 9).unwrap();
        assert_eq!(numbers(&waits), ["MV-26-2"]);
        let writers = room.concerns_for(RUTH, How::Told, 9).unwrap();
        assert!(writers.is_empty(), "its writer needs no telling");
    }
    assert_eq!(one.picture().unwrap(), other.picture().unwrap());
    one.rebuild().unwrap();
    assert_eq!(one.picture().unwrap(), other.picture().unwrap());
}

#[test]
fn the_unread_are_counted_and_listed_by_when_they_were_written_the_longest_waiting_first() {
    let (_dir, mut room) = room();
    let (patience, ruth) = (Writer::teacher(3), Writer::new(1));
    for (at, id) in [(1_000, 1), (2_000, 2), (3_000, 3), (4_000, 4)] {
        write(&mut room, &patience, at, concern(id, id, "words"));
    }
    write(&mut room, &ruth, 5_000, look(2));

    let late = room.unread_between(i64::MIN, DAY + 3_000, 9).unwrap();
    let new = room.unread_between(DAY + 3_000, i64::MAX, 9).unwrap();

    assert_eq!(numbers(&late), ["MV-26-1"]);
    assert_eq!(numbers(&new), ["MV-26-3", "MV-26-4"]);
    assert_eq!(room.count_unread_between(i64::MIN, DAY + 3_000).unwrap(), 1);
    assert_eq!(room.count_unread_between(DAY + 3_000, i64::MAX).unwrap(), 2);
    assert_eq!(
        numbers(&room.unread_between(i64::MIN, i64::MAX, 1).unwrap()),
        ["MV-26-1"]
    );
}

#[test]
fn a_pupils_concerns_come_in_the_order_they_were_written_with_what_was_said_and_who_was_there() {
    let (_dir, mut room) = room();
    let ruth = Writer::new(1);
    let amara = PupilId([7; 16]);
    for (at, id, said) in [(1, 1, "First."), (2, 2, "Then he said.")] {
        let mut content = Content {
            account: "In the canteen.".to_owned(),
            childs_words: format!("{said}{}", "x".repeat(1_000)),
            ..Content::default()
        };
        for (pupil, name, kind) in [
            (Some(amara), "Amara Oyelaran", "pupil"),
            (None, "Mr Tarn", "adult"),
        ] {
            content.people.push(PersonIn {
                pupil,
                name: name.to_owned(),
                kind: kind.to_owned(),
                role: "witness".to_owned(),
                ..PersonIn::default()
            });
        }
        content.details.record_no = format!("MV-26-{id}");
        let new = NewEntry {
            subjects: vec![[id; 16], amara.0],
            parts: content.to_parts(None),
            ..concern(id, id, "")
        };
        write(&mut room, &ruth, at, new);
    }
    write(&mut room, &ruth, 3, concern(3, 3, "In the canteen too."));

    let (lines, more) = room.chronology_of(&[amara], 2).unwrap();
    let (newest, older) = room.chronology_of(&[amara], 1).unwrap();
    let holding = room.rows_holding(&[amara], "canteen then").unwrap();

    assert_eq!((lines.len(), more), (2, false));
    assert!(newest == lines[1..] && older);
    assert!(lines[0].said.starts_with("First.") && lines[0].said.chars().count() == 400);
    assert_eq!(lines[0].versions, 1);
    let people: Vec<_> = lines[1]
        .people
        .iter()
        .map(|person| (person.pupil, person.name.as_str(), person.kind.as_str()))
        .collect();
    assert_eq!(
        people,
        [
            (Some(amara), "Amara Oyelaran", "pupil"),
            (None, "Mr Tarn", "adult")
        ]
    );
    assert_eq!(holding, [lines[1].line.row]);
    assert_eq!(room.rows_holding(&[amara], "canteen").unwrap().len(), 2);
    assert!(room.rows_holding(&[amara], "---").unwrap().is_empty());
}

#[test]
fn people_stand_by_when_they_were_first_named_whatever_a_correction_removes_adds_or_moves() {
    let (_dir, mut room) = room();
    let ruth = Writer::new(1);
    let [amara, jay, noa, tobi] = [7, 8, 9, 10].map(|n| PupilId([n; 16]));
    let naming = |pupils: &[PupilId], role: &str| {
        let people = pupils
            .iter()
            .map(|pupil| PersonIn {
                pupil: Some(*pupil),
                name: format!("Pupil {}", pupil.0[0]),
                kind: "pupil".to_owned(),
                role: role.to_owned(),
                ..PersonIn::default()
            })
            .collect();
        let content = Content {
            people,
            ..Content::default()
        };
        content.to_parts(None)
    };
    let first = NewEntry {
        subjects: vec![[1; 16], amara.0],
        parts: naming(&[jay, amara, noa], "witness"),
        ..concern(1, 1, "")
    };
    write(&mut room, &ruth, 1, first);
    let heads = room.concern(ConcernId([1; 16])).unwrap().head_entries();
    let corrected = NewEntry {
        subjects: vec![[1; 16], amara.0],
        parts: naming(&[tobi, noa, amara], "victim"),
        ..amendment(1, heads, "")
    };
    write(&mut room, &ruth, 9, corrected);

    let (lines, _) = room.chronology_of(&[amara], 9).unwrap();

    let people: Vec<_> = lines[0]
        .people
        .iter()
        .map(|person| (person.pupil.unwrap(), person.at - DAY, person.before))
        .collect();
    assert_eq!(
        people,
        [
            (jay, 1, true),
            (amara, 1, false),
            (noa, 1, false),
            (tobi, 9, false)
        ]
    );
    let roles: Vec<&str> = lines[0]
        .people
        .iter()
        .map(|one| one.role.as_str())
        .collect();
    assert_eq!(roles, ["witness", "victim", "victim", "victim"]);
}
