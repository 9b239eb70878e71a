//! Each question with its answer in words and its charts.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use domain::disclosure::Days;
use papers::{Bar, BarsFacts};

use super::fold::{Counts, monday};
use crate::wire::{ChartRow, ChartView, Fault, Question};
use crate::words;

/// The most bars of one chart of kinds; the rest are one.
const MOST: usize = 10;

/// What the lines across most bars are.
const YEAR_BEFORE: &str = "the same days of the year before";

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const HOURS: [&str; 6] = [
    "Before 9",
    "9 to 12",
    "12 to 2",
    "2 to 4",
    "4 to 9",
    "9 at night to 5",
];
const STRETCHES: [&str; 6] = [
    "Same day",
    "Next day",
    "Within a week",
    "Within a month",
    "Later",
    "Not yet",
];
const WAITING: [&str; 5] = [
    "Not read",
    "Read, not acted on",
    "Being worked on",
    "Waiting for others",
    "Review overdue",
];

/// Every question, in the order in which they are asked.
pub(super) fn questions(days: Days, now: &Counts, before: &Counts) -> Result<Vec<Question>, Fault> {
    Ok(vec![
        rising(days, now, before)?,
        where_and_when(now)?,
        who_waits(now)?,
        how_long(now)?,
        what_about(now, before)?,
    ])
}

fn rising(days: Days, now: &Counts, before: &Counts) -> Result<Question, Fault> {
    let answer = match (now.all, before.all) {
        (0, 0) => "Nothing was recorded in these days, nor in the same days of the year before."
            .to_owned(),
        (now, 0) => format!(
            "{}. In the same days of the year before there were none.",
            concerns(now)
        ),
        (now, before) if now == before => {
            format!("{}, as in the same days of the year before.", concerns(now))
        }
        (now, before) => {
            let more = if now > before { "more" } else { "fewer" };
            let by = now.abs_diff(before);
            let share = u64::from(by) * 100 / u64::from(before);
            format!(
                "{}, {by} {more} than in the same days of the year before ({before}): {share} %.",
                concerns(now)
            )
        }
    };
    let mut bars = Vec::new();
    let mut week = monday(days.from);
    while week <= days.to {
        let year_before = week - chrono::Days::new(364);
        bars.push(Bar {
            label: short_day(week),
            value: now.weeks.get(&week).copied().unwrap_or(0),
            before: Some(before.weeks.get(&year_before).copied().unwrap_or(0)),
            ..Bar::default()
        });
        week = week + chrono::Days::new(7);
    }
    Ok(Question {
        id: "rising".to_owned(),
        title: "Is it rising?".to_owned(),
        answer,
        charts: vec![chart(
            "Concerns by week",
            true,
            "the same week of the year before",
            bars,
        )?],
    })
}

fn where_and_when(now: &Counts) -> Result<Question, Fault> {
    let places = words::choices("incident_location");
    let title = |id: &str| {
        let found = places.iter().find(|place| place.id == id);
        found.map_or_else(|| id.to_owned(), |place| place.title.clone())
    };
    let by_place = largest(&now.places, title);
    let weekdays = fixed(&WEEKDAYS, &now.weekdays);
    let hours = fixed(&HOURS, &now.hours);
    let mut said = Vec::new();
    for (what, bars) in [
        ("Most often", &by_place),
        ("Most on", &weekdays),
        ("Most at", &hours),
    ] {
        let most = bars.iter().max_by_key(|bar| bar.value);
        if let Some(most) = most.filter(|most| most.value > 0) {
            said.push(format!(
                "{what}: {} ({}).",
                lower(&most.label, what),
                most.value
            ));
        }
    }
    Ok(Question {
        id: "where".to_owned(),
        title: "Where and when does it happen?".to_owned(),
        answer: match said.is_empty() {
            true => "No place or time is known in these days.".to_owned(),
            false => said.join(" "),
        },
        charts: vec![
            chart("Places", false, "", by_place)?,
            chart(
                "Days of the week, where the day is known",
                false,
                "",
                weekdays,
            )?,
            chart("Times of day, where the time is known", false, "", hours)?,
        ],
    })
}

fn who_waits(now: &Counts) -> Result<Question, Fault> {
    let bars = fixed(&WAITING, &now.waiting);
    let [unread, read, _, others, overdue] = now.waiting;
    let answer = match unread + read + others + overdue {
        0 => "Nobody waits: everything of these days is read, acted on or closed.".to_owned(),
        _ => format!(
            "{unread} not read, {read} read and not acted on, {others} waiting for somebody outside the school, {overdue} with a review overdue."
        ),
    };
    Ok(Question {
        id: "waiting".to_owned(),
        title: "Who waits?".to_owned(),
        answer,
        charts: vec![chart(
            "Concerns of these days that are open",
            false,
            "",
            bars,
        )?],
    })
}

fn how_long(now: &Counts) -> Result<Question, Fault> {
    let share = |all: &[u32; 6]| {
        let [same, ..] = *all;
        let known: u32 = all.iter().take(5).sum();
        (known > 0).then(|| u64::from(same) * 100 / u64::from(known))
    };
    let said = |what: &str, all: &[u32; 6]| match share(all) {
        Some(share) => format!("{share} % {what} the same day."),
        None => format!("None {what} yet."),
    };
    let answer = [
        said("were written down", &now.writing),
        said("were read", &now.reading),
    ]
    .join(" ");
    Ok(Question {
        id: "long".to_owned(),
        title: "How long do we take?".to_owned(),
        answer,
        charts: vec![
            chart(
                "From noticing to writing",
                false,
                "",
                fixed(&STRETCHES, &now.writing),
            )?,
            chart(
                "From writing to reading",
                false,
                "",
                fixed(&STRETCHES, &now.reading),
            )?,
            chart(
                "From writing to closing",
                false,
                "",
                fixed(&STRETCHES, &now.closing),
            )?,
        ],
    })
}

fn what_about(now: &Counts, before: &Counts) -> Result<Question, Fault> {
    let kinds = with_before(largest(&now.categories, words::category), |label| {
        let found = before
            .categories
            .iter()
            .find(|(id, _)| words::category(id) == label);
        found.map_or(0, |(_, count)| *count)
    });
    let areas: Vec<Bar> = words::wording()?
        .four_cs()
        .iter()
        .map(|area| Bar {
            label: area.name.clone(),
            value: now.areas.get(&area.name).copied().unwrap_or(0),
            before: Some(before.areas.get(&area.name).copied().unwrap_or(0)),
            ..Bar::default()
        })
        .collect();
    let first = kinds.first().filter(|bar| bar.value > 0);
    let online: u32 = areas.iter().map(|bar| bar.value).sum();
    let answer = match first {
        Some(first) => format!(
            "Most often {} ({}). Risks online were named {online} times.",
            first.label, first.value
        ),
        None if online > 0 => format!("Risks online were named {online} times."),
        None => "Nothing of these days is sorted yet.".to_owned(),
    };
    Ok(Question {
        id: "about".to_owned(),
        title: "What is it about?".to_owned(),
        answer,
        charts: vec![
            chart("Categories", false, YEAR_BEFORE, kinds)?,
            chart("The four areas of risk online", false, YEAR_BEFORE, areas)?,
        ],
    })
}

fn concerns(count: u32) -> String {
    match count {
        1 => "1 concern".to_owned(),
        count => format!("{count} concerns"),
    }
}

/// In the middle of a sentence; days keep their capital.
fn lower(label: &str, what: &str) -> String {
    let mut letters = label.chars();
    match (what, letters.next()) {
        ("Most on", _) | (_, None) => label.to_owned(),
        (_, Some(first)) => first.to_lowercase().chain(letters).collect(),
    }
}

/// `2 Sep`.
fn short_day(day: NaiveDate) -> String {
    format!("{} {}", day.day(), day.format("%b"))
}

fn fixed(labels: &[&str], counts: &[u32]) -> Vec<Bar> {
    let bars = labels.iter().zip(counts).map(|(label, value)| Bar {
        label: (*label).to_owned(),
        value: *value,
        ..Bar::default()
    });
    bars.collect()
}

/// The largest first; what is beyond the most that a chart has is one bar.
fn largest(counts: &HashMap<String, u32>, title: impl Fn(&str) -> String) -> Vec<Bar> {
    let mut all: Vec<(String, u32)> = counts
        .iter()
        .map(|(id, count)| (title(id), *count))
        .collect();
    all.sort_by(|(a, one), (b, other)| other.cmp(one).then_with(|| a.cmp(b)));
    let rest: u32 = all.iter().skip(MOST).map(|(_, count)| count).sum();
    let mut bars: Vec<Bar> = all
        .into_iter()
        .take(MOST)
        .map(|(label, value)| Bar {
            label,
            value,
            ..Bar::default()
        })
        .collect();
    if rest > 0 {
        bars.push(Bar {
            label: "Everything else".to_owned(),
            value: rest,
            ..Bar::default()
        });
    }
    bars
}

fn with_before(bars: Vec<Bar>, before: impl Fn(&str) -> u32) -> Vec<Bar> {
    let with = bars.into_iter().map(|bar| Bar {
        before: Some(before(&bar.label)),
        ..bar
    });
    with.collect()
}

fn chart(title: &str, upright: bool, before: &str, bars: Vec<Bar>) -> Result<ChartView, Fault> {
    let rows = bars.iter().map(|bar| ChartRow {
        label: bar.label.clone(),
        value: bar.value,
        before: bar.before,
    });
    let rows = rows.collect();
    let drawn = papers::bars(&BarsFacts { upright, bars })?;
    Ok(ChartView {
        title: title.to_owned(),
        upright,
        svg: drawn.svg,
        width: drawn.width,
        height: drawn.height,
        before: before.to_owned(),
        rows,
    })
}
