//! Search as one types, newest first, against a plain full-text question to the same file.

use std::time::Duration;

use app::wire::FindFilter;
use kit::RUTH;
use rusqlite::Connection;

use crate::school::School;
use crate::table::{Row, Table};
use crate::times::{Times, ms, ratio, took};

/// Each question is asked so often by each of the three, in turns.
const ROUNDS: usize = 4;
/// As many as the product asks for.
const LIMIT: u32 = 15;
const GOAL: Duration = Duration::from_millis(16);

/// Takes the figures.
pub fn measure(school: &mut School, table: &mut Table) {
    let typed = questions(school);
    let (mut whole, mut room_only, mut plain) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        whole.extend(by_the_verb(school, &typed));
        room_only.extend(by_the_room(school, &typed));
        plain.extend(by_plain_fts5(school, &typed));
    }
    let slowest = slowest(&typed, &room_only);
    let (whole, room_only, plain) = (Times::new(whole), Times::new(room_only), Times::new(plain));
    table.add(Row {
        what: "search as you type, to the answer, p95".to_owned(),
        concerns: school.concerns,
        ours: ms(whole.p95()),
        floor: String::new(),
        figure: ms(whole.p95()),
        goal: Some(("<= 16 ms".to_owned(), whole.p95() <= GOAL)),
    });
    let figure = ratio(room_only.p95(), plain.p95());
    table.add(Row {
        what: "  of it the index, newest first, p95".to_owned(),
        concerns: school.concerns,
        ours: ms(room_only.p95()),
        floor: format!("{} plain FTS5", ms(plain.p95())),
        figure: format!("{figure:.2} x"),
        goal: Some(("<= 1.50 x".to_owned(), figure <= 1.5)),
    });
    table.add(Row {
        what: "  the slowest question to the index".to_owned(),
        concerns: school.concerns,
        ours: ms(slowest.1),
        floor: format!("\u{201c}{}\u{201d}", slowest.0),
        figure: String::new(),
        goal: None,
    });
}

/// What a person has typed at each moment: the commonest words letter by letter, two of them together, names, numbers.
fn questions(school: &School) -> Vec<String> {
    let held = school.held();
    let conn = vault::open_room(&held.path, &held.file_key(), false).unwrap();
    let common = commonest(&conn, 12);
    let mut typed = Vec::new();
    for word in &common {
        typed.extend(growing(word));
        typed.push(format!("{word} "));
    }
    for pair in common.windows(2) {
        typed.extend(growing(&pair[1]).map(|grown| format!("{} {grown}", pair[0])));
    }
    for word in [
        "oyelaran",
        "canteen",
        "messages",
        "frightened",
        "zzzyx",
        "MV-26",
    ] {
        typed.extend(growing(word));
    }
    typed
}

/// A word as it grows from two letters on.
fn growing(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().collect();
    (2..=letters.len()).map(move |n| letters[..n].iter().collect())
}

/// The words that the most concerns hold.
fn commonest(conn: &Connection, count: usize) -> Vec<String> {
    conn.execute_batch(
        "CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'concern_words', 'row')",
    )
    .unwrap();
    let mut statement = conn
        .prepare("SELECT term FROM temp.terms WHERE length(term) > 2 ORDER BY doc DESC LIMIT ?1")
        .unwrap();
    let terms = statement.query_map([count], |row| row.get(0)).unwrap();
    terms.map(Result::unwrap).collect()
}

fn by_the_verb(school: &mut School, typed: &[String]) -> Vec<Duration> {
    school.laptop.open(&RUTH);
    let office = &mut school.laptop.office;
    let ask = |typed: &String| {
        let (time, found) = took(|| app::find(office, typed, FindFilter::default()));
        found.unwrap();
        time
    };
    let times = typed.iter().map(ask).collect();
    school.laptop.lock();
    school.laptop.restart();
    times
}

fn by_the_room(school: &School, typed: &[String]) -> Vec<Duration> {
    let room = school.held().open();
    let ask = |typed: &String| {
        let (time, found) = took(|| room.find_concerns(typed, LIMIT));
        found.unwrap();
        time
    };
    typed.iter().map(ask).collect()
}

/// The same words, the same order, nothing but row numbers.
fn by_plain_fts5(school: &School, typed: &[String]) -> Vec<Duration> {
    let held = school.held();
    let conn = vault::open_room(&held.path, &held.file_key(), false).unwrap();
    let mut statement = conn
        .prepare(
            "SELECT rowid FROM concern_words WHERE concern_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
        )
        .unwrap();
    let mut ask = |typed: &String| {
        let question = plain_question(typed);
        let (time, found) = took(|| {
            let rows = statement.query_map((question, LIMIT), |row| row.get::<_, i64>(0));
            rows.unwrap().map(Result::unwrap).count()
        });
        assert!(found <= LIMIT as usize);
        time
    };
    typed.iter().map(&mut ask).collect()
}

/// Every word must occur; the last may be unfinished.
fn plain_question(typed: &str) -> String {
    let words: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\""))
        .collect();
    let unfinished = if typed.ends_with(' ') { "" } else { "*" };
    format!("{}{unfinished}", words.join(" "))
}

/// The question that took longest in its best round: not one that was disturbed.
fn slowest(typed: &[String], times: &[Duration]) -> (String, Duration) {
    let best = |place: usize| times.iter().skip(place).step_by(typed.len()).min().unwrap();
    let place = (0..typed.len()).max_by_key(|place| best(*place)).unwrap();
    (typed[place].clone(), *best(place))
}
