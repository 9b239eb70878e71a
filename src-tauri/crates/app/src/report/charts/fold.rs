//! Concerns of some days, folded once into everything the charts count.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate, Timelike};
use domain::disclosure::Days;
use domain::id::PupilId;
use guidance::Wording;
use vault::ask::ConcernFacets;

use crate::{Office, say};

/// What is counted.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) all: u32,
    /// By the Monday of their week.
    pub(super) weeks: BTreeMap<NaiveDate, u32>,
    pub(super) places: HashMap<String, u32>,
    /// Monday is 0.
    pub(super) weekdays: [u32; 7],
    /// Before school, morning, lunch, afternoon, evening and night.
    pub(super) hours: [u32; 6],
    pub(super) categories: HashMap<String, u32>,
    pub(super) areas: HashMap<String, u32>,
    /// Not read, read and not acted on, at work, with others, review overdue.
    pub(super) waiting: [u32; 5],
    /// Days from noticed to written, from written to read, from written to closed: same day, next day, within a week, within a month,
    /// later; and not yet.
    pub(super) writing: [u32; 6],
    pub(super) reading: [u32; 6],
    pub(super) closing: [u32; 6],
}

/// The place of a time of day among the hours.
fn hour(hour: u32) -> usize {
    match hour {
        5..=8 => 0,
        9..=11 => 1,
        12 | 13 => 2,
        14 | 15 => 3,
        16..=20 => 4,
        _ => 5,
    }
}

/// The place of so many days among the stretches.
fn stretch(from: Option<NaiveDate>, to: Option<NaiveDate>) -> usize {
    let (Some(from), Some(to)) = (from, to) else {
        return 5;
    };
    match (to - from).num_days() {
        ..=0 => 0,
        1 => 1,
        2..=7 => 2,
        8..=31 => 3,
        _ => 4,
    }
}

fn add(all: &mut [u32], place: usize) {
    if let Some(one) = all.get_mut(place) {
        *one += 1;
    }
}

/// Folds concerns of some days; those of the site that is asked for alone.
pub(super) fn fold(
    office: &Office,
    concerns: &[ConcernFacets],
    days: Days,
    (site, sites): (Option<&str>, &HashMap<PupilId, String>),
    wording: &Wording,
) -> Counts {
    let zone = office.around.zone;
    let today = office.around.local().date_naive();
    let areas = areas(wording);
    let mut counts = Counts::default();
    for concern in concerns {
        let Some(at) = say::at(concern.at, zone) else {
            continue;
        };
        let facets = &concern.facets;
        let of = facets.pupil.and_then(|pupil| sites.get(&pupil));
        if !days.holds(at.date_naive()) || site.is_some_and(|site| of.is_none_or(|of| of != site)) {
            continue;
        }
        counts.all += 1;
        *counts.weeks.entry(monday(at.date_naive())).or_default() += 1;
        if !facets.location.is_empty() {
            *counts.places.entry(facets.location.clone()).or_default() += 1;
        }
        if concern.known {
            add(
                &mut counts.weekdays,
                at.weekday().num_days_from_monday() as usize,
            );
            // A day without its time is kept as the beginning of the day.
            if !say::is_whole_day(at) {
                add(&mut counts.hours, hour(at.hour()));
            }
        }
        let mut here: Vec<&str> = Vec::new();
        for category in &facets.categories {
            match areas.get(category.as_str()) {
                Some(area) if !here.contains(area) => here.push(area),
                Some(_) => {}
                None => *counts.categories.entry(category.clone()).or_default() += 1,
            }
        }
        for area in here {
            *counts.areas.entry(area.to_owned()).or_default() += 1;
        }
        let day = |ms: Option<i64>| {
            ms.and_then(|ms| say::at(ms, zone))
                .map(|at| at.date_naive())
        };
        let written = day(Some(concern.written));
        let noticed = day(concern.noticed.or(concern.known.then_some(concern.at)));
        add(&mut counts.writing, stretch(noticed, written));
        add(
            &mut counts.reading,
            stretch(written, day(concern.first_read)),
        );
        add(&mut counts.closing, stretch(written, day(facets.over)));
        if facets.over.is_none() {
            let waits = match (concern.first_read, concern.status.as_str()) {
                (None, _) => 0,
                (Some(_), "new" | "acknowledged") => 1,
                (Some(_), domain::concern::WITH_OTHERS) => 3,
                (Some(_), _) => 2,
            };
            add(&mut counts.waiting, waits);
            if facets.review.is_some_and(|review| review < today) {
                add(&mut counts.waiting, 4);
            }
        }
    }
    counts
}

/// The Monday of a day's week.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    day - chrono::Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// The area of risk online that each category belongs to.
fn areas(wording: &Wording) -> HashMap<&str, &str> {
    let of = wording.four_cs().iter().flat_map(|area| {
        let topics = area.topics.iter().map(|topic| topic.id.as_str());
        std::iter::once(area.id.as_str())
            .chain(topics)
            .map(move |id| (id, area.name.as_str()))
    });
    of.collect()
}
