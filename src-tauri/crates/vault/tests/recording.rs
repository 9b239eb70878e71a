//! Writing, reading back, listing, finding.

use domain::id::ConcernId;
use vault::ask::{ConcernQuery, Hit};
use vault::{NewEntry, Room, VaultError};

use crate::kit::{DAY, ROOM, Writer, amendment, concern, key, rng, room, stamp};

fn list(room: &Room, query: ConcernQuery) -> Vec<String> {
    room.concerns(&ConcernQuery { limit: 50, ..query })
        .unwrap()
        .lines
        .into_iter()
        .map(|line| line.record_no)
        .collect()
}

#[test]
fn what_was_written_is_there_after_the_room_is_closed_and_opened() {
    let (dir, mut room) = room();
    let ruth = Writer::new(1);

    room.write(
        &ruth.pen(),
        &stamp(DAY),
        &mut rng(1),
        vec![concern(7, 1, "He was shaking.")],
    )
    .unwrap();
    room.close().unwrap();
    let room = Room::open(&dir.path().join("room.db"), ROOM, &key()).unwrap();

    let found = room.concern(ConcernId([7; 16])).unwrap();
    assert_eq!(found.current().unwrap().content.account, "He was shaking.");
    assert_eq!(found.current().unwrap().step.author.name, "Writer 1");
}

#[test]
fn a_correction_keeps_the_first_account_and_two_at_once_are_both_kept() {
    let (_dir, mut room) = room();
    let (ruth, dev) = (Writer::new(1), Writer::new(2));
    let first = room
        .write(
            &ruth.pen(),
            &stamp(DAY),
            &mut rng(1),
            vec![concern(7, 1, "I asked what was wrong.")],
        )
        .unwrap();

    let one = amendment(7, vec![first[0].0], "I asked: what happened?");
    let other = amendment(7, vec![first[0].0], "I asked her what happened.");
    room.write(&ruth.pen(), &stamp(DAY + 1), &mut rng(2), vec![one])
        .unwrap();
    room.write(&dev.pen(), &stamp(DAY + 2), &mut rng(3), vec![other])
        .unwrap();

    let found = room.concern(ConcernId([7; 16])).unwrap();
    assert_eq!(
        found.first().unwrap().content.account,
        "I asked what was wrong."
    );
    assert_eq!(found.heads.len(), 2, "both corrections of one version hold");
    let joined = amendment(7, found.head_entries(), "I asked her: what happened?");
    room.write(&ruth.pen(), &stamp(DAY + 3), &mut rng(4), vec![joined])
        .unwrap();
    let found = room.concern(ConcernId([7; 16])).unwrap();
    assert_eq!(found.heads.len(), 1, "a person joined them");
    assert_eq!(found.versions.len(), 4, "and nothing was lost");
}

#[test]
fn lists_are_newest_first_by_the_time_written_also_for_what_was_written_long_ago() {
    let (_dir, mut room) = room();
    let ruth = Writer::new(1);
    let mut old = concern(3, 2, "Brought in from paper.");
    let mut content = domain::concern::Content::default();
    content.details.record_no = "MV-19-3".into();
    content.details.first_written = domain::step::parse_time("2019-05-02T09:00:00+01:00");
    old.parts = content.to_parts(None);

    for (at, new) in [
        (10, concern(1, 1, "one")),
        (20, concern(2, 2, "two")),
        (30, old),
    ] {
        room.write(
            &ruth.pen(),
            &stamp(DAY + at),
            &mut rng(at as u64),
            vec![new],
        )
        .unwrap();
    }

    assert_eq!(
        list(&room, ConcernQuery::default()),
        ["MV-26-2", "MV-26-1", "MV-19-3"]
    );
    assert_eq!(
        list(
            &room,
            ConcernQuery {
                pupil: vec![[102; 16]],
                ..ConcernQuery::default()
            }
        ),
        ["MV-26-2"]
    );
    let page = room
        .concerns(&ConcernQuery {
            limit: 1,
            ..ConcernQuery::default()
        })
        .unwrap();
    assert!(page.more);
    let older = ConcernQuery {
        before: Some(page.lines[0].row),
        ..ConcernQuery::default()
    };
    assert_eq!(list(&room, older), ["MV-26-1", "MV-19-3"]);
}

#[test]
fn every_word_of_a_record_finds_it_and_a_correction_does_not_unfind_the_first_words() {
    let (_dir, mut room) = room();
    let ruth = Writer::new(1);
    let first = room
        .write(
            &ruth.pen(),
            &stamp(DAY),
            &mut rng(1),
            vec![concern(7, 1, "Behind the canteen at lunch.")],
        )
        .unwrap();
    room.write(
        &ruth.pen(),
        &stamp(DAY + 1),
        &mut rng(2),
        vec![amendment(7, vec![first[0].0], "Behind the gym.")],
    )
    .unwrap();

    for words in [
        "canteen",
        "cant",
        "behind gym",
        "\"the canteen\"",
        "MV-26-7",
        "pupil 1",
    ] {
        assert_eq!(room.find_concerns(words, 10).unwrap().len(), 1, "{words}");
    }
    assert_eq!(room.find_concerns("swimming", 10).unwrap().len(), 0);
    assert_eq!(room.find_concerns("NEAR( \" OR -*", 10).unwrap().len(), 0);
}

#[test]
fn a_pupil_is_found_by_any_name_without_marks_and_by_sound() {
    let (_dir, mut room) = room();
    let ruth = Writer::new(1);
    let pupil = |n: u8, forename: &str, surname: &str, preferred: Option<&str>| {
        let facts = domain::pupil::Facts {
            legal_forename: forename.into(),
            legal_surname: surname.into(),
            preferred_forename: preferred.map(str::to_owned),
            ..Default::default()
        };
        NewEntry {
            kind: domain::pupil::RECORDED,
            subjects: vec![[n; 16]],
            supersedes: vec![],
            happened: None,
            parts: vec![facts.to_part()],
            blobs: vec![],
        }
    };
    let pupils = vec![
        pupil(1, "Łukasz", "Wiśniewski", Some("Luke")),
        pupil(2, "Mohammed", "Iqbal", Some("محمد")),
        pupil(3, "Caitlin", "O'Brien", None),
    ];
    room.write(&ruth.pen(), &stamp(DAY), &mut rng(1), pupils)
        .unwrap();

    let find = |typed: &str| {
        let hits = room.find_pupils(typed, 10).unwrap();
        hits.into_iter()
            .filter_map(|hit| match hit {
                Hit::Pupil { line, by_sound } => Some((line.id.0[0], by_sound)),
                Hit::Concern(_) => None,
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(find("wisn"), [(1, false)]);
    assert_eq!(find("lukasz wis"), [(1, false)]);
    assert_eq!(find("محم"), [(2, false)]);
    assert_eq!(find("Muhamed"), [(2, true)]);
    assert_eq!(find("Katelyn"), [(3, true)]);
    assert_eq!(find("Zzz"), []);
}

#[test]
fn opening_a_concern_is_kept_and_marks_it_read_unless_its_writer_did() {
    let (_dir, mut room) = room();
    let (patience, ruth) = (Writer::teacher(1), Writer::new(2));
    room.write(
        &patience.pen(),
        &stamp(DAY),
        &mut rng(1),
        vec![concern(7, 1, "words")],
    )
    .unwrap();
    let look = || NewEntry {
        kind: domain::look::LOOKED,
        subjects: vec![],
        supersedes: vec![],
        happened: None,
        parts: vec![(
            "look",
            zeroize::Zeroizing::new(
                format!(
                    r#"{{"what":"concern","id":"{}","detail":null}}"#,
                    ConcernId([7; 16])
                )
                .into_bytes(),
            ),
        )],
        blobs: vec![],
    };

    room.write(&patience.pen(), &stamp(DAY + 5), &mut rng(2), vec![look()])
        .unwrap();
    let unread = room.concern_line(ConcernId([7; 16])).unwrap().first_read;
    room.write(&ruth.pen(), &stamp(DAY + 9), &mut rng(3), vec![look()])
        .unwrap();

    assert_eq!(unread, None, "its writer's own look does not count");
    assert_eq!(
        room.concern_line(ConcernId([7; 16])).unwrap().first_read,
        Some(DAY + 9)
    );
    assert_eq!(
        room.looks_at("concern", &ConcernId([7; 16]).to_string())
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn the_tables_made_again_from_the_entries_are_the_same_tables() {
    let (_dir, mut room) = room();
    let ruth = Writer::new(1);
    for n in 1..30 {
        room.write(
            &ruth.pen(),
            &stamp(DAY + i64::from(n) * 7),
            &mut rng(n.into()),
            vec![concern(n, n % 5, "words")],
        )
        .unwrap();
    }
    let before = room.picture().unwrap();

    room.rebuild().unwrap();

    assert_eq!(room.picture().unwrap(), before);
    assert_eq!(room.find_concerns("words", 50).unwrap().len(), 29);
}

#[test]
fn a_write_that_fails_changes_nothing() {
    let (_dir, mut room) = room();
    let ruth = Writer::new(1);
    let mut too_large = concern(8, 1, "");
    too_large
        .parts
        .push(("opinion", zeroize::Zeroizing::new(vec![b'x'; 2_000_000])));

    let refused = room.write(
        &ruth.pen(),
        &stamp(DAY),
        &mut rng(1),
        vec![concern(7, 1, "words"), too_large],
    );

    assert!(matches!(refused, Err(VaultError::History(_))));
    assert!(matches!(
        room.concern(ConcernId([7; 16])),
        Err(VaultError::NotFound)
    ));
    assert_eq!(room.entry_counts().unwrap(), (0, 0));
}

#[test]
fn a_copy_made_while_the_room_is_open_holds_what_was_written_until_then() {
    let (dir, mut room) = room();
    let writer = Writer::new(1);
    room.write(
        &writer.pen(),
        &stamp(DAY),
        &mut rng(1),
        vec![concern(1, 1, "Before the copy was made.")],
    )
    .unwrap();
    let copy = dir.path().join("copy.db");

    room.copy_to(&copy, &key(), &mut || true).unwrap();
    room.write(
        &writer.pen(),
        &stamp(DAY + 1),
        &mut rng(2),
        vec![concern(2, 1, "After the copy was made.")],
    )
    .unwrap();
    let copied = vault::Room::open(&copy, ROOM, &key()).unwrap();

    assert_eq!(copied.find_concerns("copy was made", 9).unwrap().len(), 1);
    assert_eq!(room.find_concerns("copy was made", 9).unwrap().len(), 2);
    assert_eq!(copied.check_pages().unwrap(), []);
}
