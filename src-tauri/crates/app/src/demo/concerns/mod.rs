//! The concerns, one school day at a time.

mod account;
mod amend;
mod cast;
mod details;
mod sentence;
mod times;

use chrono::NaiveDate;

use super::dice::Dice;
use super::facts::Scenario;
use super::model::DemoConcern;
use super::{DemoPlan, files};
use account::Account;
use cast::Cast;
use details::Details;
use times::{Route, Times};

/// How many pupils are looked at for one who was at the school that day.
const PUPILS_TO_TRY: usize = 200;

/// The concerns of a plan, in the order in which they reach this laptop. Holds one school day of them at a time.
pub struct Concerns<'p> {
    plan: &'p DemoPlan,
    /// The scenarios that fit each year, with their weights.
    by_year: Vec<Vec<&'p Scenario>>,
    next_day: usize,
    today: std::vec::IntoIter<DemoConcern>,
    left: usize,
}

impl<'p> Concerns<'p> {
    pub(super) fn new(plan: &'p DemoPlan) -> Self {
        let by_year = (0..14)
            .map(|year| {
                let fits = |scenario: &&Scenario| scenario.fits(year);
                plan.facts.scenarios.iter().filter(fits).collect()
            })
            .collect();
        Self {
            plan,
            by_year,
            next_day: 0,
            today: Vec::new().into_iter(),
            left: plan.total,
        }
    }

    /// Makes everything that reaches this laptop on a school day, in order.
    fn day(&self, day: usize) -> Vec<DemoConcern> {
        let by_then = &self.plan.timetable.by_then;
        let to = by_then.get(day).copied().unwrap_or_default();
        let from = match day {
            0 => 0,
            _ => by_then.get(day - 1).copied().unwrap_or_default(),
        };
        let mut concerns: Vec<DemoConcern> = (from..to)
            .filter_map(|number| self.concern(number, day))
            .collect();
        concerns.sort_by_key(|concern| (concern.arrived, concern.number));
        concerns
    }

    /// Makes one concern; there is none in a school without pupils.
    fn concern(&self, number: usize, day: usize) -> Option<DemoConcern> {
        let plan = self.plan;
        let mut dice = Dice::thrown(plan.seed, "concern", number as u64);
        let route = Route::taken(plan, number, day, &mut dice);
        let noticed_on = plan.timetable.day(route.noticed);
        let pupil = self.pupil(noticed_on, &mut dice);
        let files = files::of(plan, number);
        let scenario = self.scenario(pupil, noticed_on, !files.is_empty(), &mut dice)?;
        let location = dice.word(&scenario.places);
        let times = Times::of(plan, scenario, location, &route, &mut dice);
        let mut cast = Cast::of(plan, scenario, pupil, location, &times, &mut dice)?;
        let account = Account::of(&mut cast, &mut dice);
        let details = Details::of(&mut cast, &mut dice);
        let amendment = dice
            .often(10)
            .then(|| amend::of(&mut cast, &account, &details, &mut dice));

        Some(DemoConcern {
            number,
            arrival: route.arrival,
            arrived: times.arrived,
            late: route.late,
            reporter: cast.reporter,
            record_kind: scenario.kind.clone(),
            occurred: times.occurred,
            occurred_about: times.occurred_about,
            noticed: times.noticed,
            written: times.written,
            location: cast.location.clone(),
            room: details.room,
            device_number: details.device_number,
            description: account.text(),
            childs_words: details.childs_words,
            demeanour: details.demeanour,
            questions_asked: details.questions_asked,
            present: details.present,
            opinion: details.opinion,
            immediate_action: details.immediate_action,
            told_lead: cast.told_lead,
            categories: details.categories,
            identified_how: details.identified_how,
            urgency: cast.urgency.clone(),
            possible_crime: details.possible_crime,
            indecent_image: details.indecent_image,
            online: details.online,
            body_map: cast.marks.clone(),
            alerted: details.alerted,
            people: std::mem::take(&mut cast.parties),
            amendment,
            files,
        })
    }

    /// Somebody who was at the school that day. A few pupils are written about far more often than the rest.
    fn pupil(&self, day: NaiveDate, dice: &mut Dice) -> usize {
        let children = &self.plan.children;
        let all = children.len();
        let throws = if dice.often(15) { 6 } else { 2 };
        let mut found = 0;
        for _ in 0..PUPILS_TO_TRY {
            found = (0..throws).map(|_| dice.place(all)).min().unwrap_or(0);
            if self.plan.on_roll(found, day) {
                return found;
            }
        }
        let there = |offset: &usize| self.plan.on_roll((found + offset) % all, day);
        (0..all)
            .find(there)
            .map_or(found, |offset| (found + offset) % all)
    }

    /// Something that happens to a child of that age.
    fn scenario(
        &self,
        pupil: usize,
        day: NaiveDate,
        with_files: bool,
        dice: &mut Dice,
    ) -> Option<&'p Scenario> {
        let year = self.plan.children.get(pupil)?.year_on(day);
        let fitting = self.by_year.get(usize::try_from(year.clamp(0, 13)).ok()?)?;
        let weigh = |scenario: &&Scenario| {
            // An indecent image never comes near a file.
            let held = with_files && !scenario.may_have_files();
            if held { 0 } else { scenario.weight }
        };
        let place = dice.weighed(fitting.iter().map(weigh));
        fitting.get(place).copied()
    }
}

impl Iterator for Concerns<'_> {
    type Item = DemoConcern;

    fn next(&mut self) -> Option<DemoConcern> {
        loop {
            if let Some(concern) = self.today.next() {
                self.left = self.left.saturating_sub(1);
                return Some(concern);
            }
            if self.next_day >= self.plan.timetable.days.len() {
                return None;
            }
            self.today = self.day(self.next_day).into_iter();
            self.next_day += 1;
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Concerns<'_> {}

/// The words a sentence asks for, also inside its choices.
#[cfg(test)]
pub(super) fn slots(sentence: &str) -> Vec<String> {
    sentence::pieces(sentence)
        .into_iter()
        .flat_map(|piece| match piece {
            sentence::Piece::Text(_) => Vec::new(),
            sentence::Piece::Slot(slot) => vec![slot.to_owned()],
            sentence::Piece::Choice(ways) => ways.into_iter().flat_map(slots).collect(),
        })
        .collect()
}

/// Whether there is a word of that name.
#[cfg(test)]
pub(super) fn knows(plan: &DemoPlan, slot: &str) -> bool {
    let mut dice = Dice::thrown(plan.seed, "test", 0);
    let route = Route::taken(plan, 0, 100, &mut dice);
    plan.facts.scenarios.first().is_some_and(|scenario| {
        let times = Times::of(plan, scenario, "lesson", &route, &mut dice);
        let cast = Cast::of(plan, scenario, 0, "lesson", &times, &mut dice);
        // The body map has words only where there are marks.
        let mark = slot == "mark" && plan.facts.scenarios.iter().any(|found| found.marks);
        mark || sentence::number(slot).is_some()
            || cast.is_some_and(|mut cast| !cast.word(&slot.to_lowercase(), &mut dice).is_empty())
    })
}
