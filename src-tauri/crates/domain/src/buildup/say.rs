//! One calm sentence for what was counted, with what it rests on.

use super::{LAST, LOW, Low, Often, OnOneDay, PartOfDay, Seen};

/// How many things are named in a row.
const NAMED: usize = 4;

/// `Third entry about Amara Oyelaran in 19 days, none above Low: Neglect, Attendance.`
pub fn say_low(found: &Low, seen: &[Seen], child: &str, low: &str) -> String {
    let rests: Vec<&Seen> = found
        .rests_on
        .iter()
        .filter_map(|at| seen.get(*at))
        .collect();
    let judged = rests.iter().filter(|one| one.severity == LOW).count();
    let days = in_days(found.days);
    let count = rests.len();
    let things = named(&rests);
    match (count == found.of, judged) {
        (true, 0) => format!(
            "{} entry about {child} {days}, none judged yet{things}.",
            ordinal(count)
        ),
        (true, judged) if judged == count => {
            format!(
                "{} entry about {child} {days}, none above {low}{things}.",
                ordinal(count)
            )
        }
        (true, _) => {
            format!(
                "{} entry about {child} {days}, none judged above {low}{things}.",
                ordinal(count)
            )
        }
        (false, judged) => {
            let how = match judged {
                0 => "not judged yet".to_owned(),
                judged if judged == count => format!("not above {low}"),
                _ => format!("{low} or not judged yet"),
            };
            let of = number(found.of);
            format!(
                "{} of {of} entries about {child} {days} are {how}{things}.",
                capital(&number(count))
            )
        }
    }
}

/// `Daniel Frost is named in three entries in 41 days, about two children.`
pub fn say_adult(found: &Often, adult: &str) -> String {
    let children = match found.children {
        0 => String::new(),
        1 => ", about one child".to_owned(),
        several => format!(", about {} children", number(several)),
    };
    let count = number(found.rests_on.len());
    format!(
        "{adult} is named in {count} entries {}{children}.",
        in_days(found.days)
    )
}

/// `Three entries in 41 days name the room “ICT suite”.`
pub fn say_room(found: &Often, room: &str) -> String {
    say_thing(found, &format!("the room \u{201c}{room}\u{201d}"))
}

/// `Three entries in 41 days name the device “LT-014”.`
pub fn say_device(found: &Often, device: &str) -> String {
    say_thing(found, &format!("the device \u{201c}{device}\u{201d}"))
}

fn say_thing(found: &Often, thing: &str) -> String {
    let count = capital(&number(found.rests_on.len()));
    format!("{count} entries {} name {thing}.", in_days(found.days))
}

/// `All three entries about Amara Oyelaran happened on a Monday morning.`
pub fn say_on_one_day(found: &OnOneDay, child: &str) -> String {
    let part = match found.part {
        Some(PartOfDay::Morning) => " morning",
        Some(PartOfDay::Afternoon) => " afternoon",
        Some(PartOfDay::Evening) => " evening",
        None => "",
    };
    let day = match found.weekday {
        chrono::Weekday::Mon => "Monday",
        chrono::Weekday::Tue => "Tuesday",
        chrono::Weekday::Wed => "Wednesday",
        chrono::Weekday::Thu => "Thursday",
        chrono::Weekday::Fri => "Friday",
        chrono::Weekday::Sat => "Saturday",
        chrono::Weekday::Sun => "Sunday",
    };
    let count = number(found.rests_on.len());
    let which = match found.rests_on.len() == found.of {
        true if found.of < LAST => format!("All {count}"),
        true => format!("All of the last {count}"),
        false => format!("{} of the last {}", capital(&count), number(found.of)),
    };
    format!("{which} entries about {child} happened on a {day}{part}.")
}

/// What they are about, each once, the oldest first.
fn named(rests: &[&Seen]) -> String {
    let mut titles: Vec<String> = Vec::new();
    for one in rests.iter().rev().filter(|one| !one.title.is_empty()) {
        let title = small(&one.title);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let more = titles.len() > NAMED;
    titles.truncate(NAMED);
    match (titles.is_empty(), more) {
        (true, _) => String::new(),
        (false, true) => format!(": {} and others", titles.join(", ")),
        (false, false) => format!(": {}", titles.join(", ")),
    }
}

/// A title inside a sentence. One that has another capital is a name of its own.
fn small(title: &str) -> String {
    let mut letters = title.chars();
    match letters.next() {
        Some(first) if !letters.clone().any(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

fn in_days(days: i64) -> String {
    match days {
        1 => "on one day".to_owned(),
        days => format!("in {days} days"),
    }
}

const NUMBERS: [&str; 11] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];
const ORDINALS: [&str; 8] = [
    "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
];

fn number(count: usize) -> String {
    NUMBERS
        .get(count)
        .map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

fn ordinal(count: usize) -> String {
    let word = count.checked_sub(3).and_then(|place| ORDINALS.get(place));
    word.map_or_else(
        || {
            let ending = match (count % 10, count % 100) {
                (1, rest) if rest != 11 => "st",
                (2, rest) if rest != 12 => "nd",
                (3, rest) if rest != 13 => "rd",
                _ => "th",
            };
            format!("{count}{ending}")
        },
        |word| (*word).to_owned(),
    )
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests;
