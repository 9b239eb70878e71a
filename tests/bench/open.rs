//! Opening, after the password is checked, to the bytes of the first list.

use std::time::Duration;

use app::wire::ConcernFilter;
use keys::Slots;
use kit::RUTH;
use vault::Room;
use vault::ask::ConcernQuery;

use crate::school::School;
use crate::table::{Row, Table};
use crate::times::{Times, ms, ratio, took};

const REPEATS: usize = 15;
/// Rows of the first list.
const ROWS: u32 = 50;
const GOAL: Duration = Duration::from_millis(150);

/// How long opening took in one school.
pub struct Opened {
    concerns: usize,
    median: Duration,
}

/// Takes the figures: the whole verb less the password, and the rooms alone.
pub fn measure(school: &mut School, table: &mut Table) -> Opened {
    let mut after = Vec::new();
    for _ in 0..REPEATS {
        let password = password_alone(school);
        let (whole, bytes) = took(|| {
            school.laptop.open(&RUTH);
            let filter = ConcernFilter {
                limit: ROWS,
                ..ConcernFilter::default()
            };
            let page = app::concerns(&mut school.laptop.office, filter).unwrap();
            serde_json::to_vec(&page).unwrap()
        });
        assert!(bytes.len() > 1_000, "a list was drawn");
        after.push(whole.saturating_sub(password));
        school.laptop.lock();
        school.laptop.restart();
    }
    let after = Times::new(after);
    table.add(Row {
        what: "open after the password, to the list, median".to_owned(),
        concerns: school.concerns,
        ours: ms(after.median()),
        floor: String::new(),
        figure: ms(after.median()),
        goal: Some(("<= 150 ms".to_owned(), after.median() <= GOAL)),
    });

    let held = school.held();
    let room = held.open();
    let noted = room.remember().unwrap().unwrap();
    room.close().unwrap();
    let mut inner = Vec::new();
    for _ in 0..REPEATS {
        let (time, room) = took(|| {
            let room = held.open();
            assert!(room.compare(&noted).unwrap().is_none());
            first_page(&room);
            room
        });
        inner.push(time);
        room.close().unwrap();
    }
    let inner = Times::new(inner);
    table.add(Row {
        what: "  of it the room: open, compare, first page".to_owned(),
        concerns: school.concerns,
        ours: ms(inner.median()),
        floor: String::new(),
        figure: String::new(),
        goal: None,
    });
    Opened {
        concerns: school.concerns,
        median: after.median(),
    }
}

/// Whether it is flat in size.
pub fn compare(opened: &[Opened], table: &mut Table) {
    let (Some(small), Some(large)) = (
        opened.iter().min_by_key(|one| one.concerns),
        opened.iter().max_by_key(|one| one.concerns),
    ) else {
        return;
    };
    if small.concerns == large.concerns {
        return;
    }
    let figure = ratio(large.median, small.median);
    table.add(Row {
        what: "  against the smaller school".to_owned(),
        concerns: large.concerns,
        ours: ms(large.median),
        floor: ms(small.median),
        figure: format!("{figure:.2} x"),
        goal: Some(("flat (<= 1.50 x)".to_owned(), figure <= 1.5)),
    });
}

fn first_page(room: &Room) {
    let query = ConcernQuery {
        limit: ROWS,
        ..ConcernQuery::default()
    };
    assert_eq!(room.concerns(&query).unwrap().lines.len(), ROWS as usize);
}

/// What checking the password costs by itself.
fn password_alone(school: &School) -> Duration {
    let slots = Slots::read(&school.folder()).unwrap();
    let secret = school.laptop.keyring().load(slots.vault()).unwrap();
    let (time, opened) = took(|| slots.open_with_password(RUTH.user, RUTH.password, &secret));
    opened.unwrap();
    time
}
