//! Who is in one concern, and the words that stay the same all through it.

mod gather;
mod marks;
mod words;

pub(super) use words::bare;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::times::Times;
use crate::demo::DemoPlan;
use crate::demo::dice::Dice;
use crate::demo::facts::{Person, Scenario};
use crate::demo::model::{DemoMark, DemoParty};
use crate::demo::pupils::Child;

/// Who writes about a child of the primary years and of the later ones, by group.
const YOUNG_WRITERS: [&str; 5] = ["primary", "primary", "primary", "support", "pastoral"];
const OLDER_WRITERS: [&str; 5] = ["teacher", "teacher", "teacher", "support", "pastoral"];

/// Who is in one concern.
pub(super) struct Cast<'p> {
    pub(super) plan: &'p DemoPlan,
    pub(super) scenario: &'p Scenario,
    pub(super) times: &'p Times,
    /// Whether the child is in Reception to Year 6.
    pub(super) young: bool,
    pub(super) reporter: usize,
    pub(super) lead: usize,
    pub(super) told_lead: Option<(usize, DateTime<FixedOffset>)>,
    pub(super) location: String,
    pub(super) urgency: String,
    pub(super) parties: Vec<DemoParty>,
    pub(super) marks: Vec<DemoMark>,
    child: &'p Child,
    /// The other pupils, with their part.
    others: Vec<(&'p str, &'p Child)>,
    /// The first mark on the body, in words.
    mark: String,
    /// Words drawn so far.
    drawn: Vec<(String, String)>,
}

impl<'p> Cast<'p> {
    pub(super) fn of(
        plan: &'p DemoPlan,
        scenario: &'p Scenario,
        pupil: usize,
        location: &str,
        times: &'p Times,
        dice: &mut Dice,
    ) -> Option<Self> {
        let child = plan.children.get(pupil)?;
        let mut cast = Self {
            plan,
            scenario,
            times,
            young: child.year_on(times.noticed.date_naive()) <= 6,
            reporter: 0,
            lead: 0,
            told_lead: None,
            location: location.to_owned(),
            urgency: dice.word(&scenario.urgency).to_owned(),
            parties: Vec::new(),
            marks: Vec::new(),
            child,
            others: Vec::new(),
            mark: String::new(),
            drawn: Vec::new(),
        };
        cast.choose_staff(dice);
        cast.gather(pupil, dice);
        if scenario.marks {
            cast.put_marks(dice);
        }
        Some(cast)
    }

    /// Chooses who writes it and which lead reads it first, and whether that lead was told in person.
    fn choose_staff(&mut self, dice: &mut Dice) {
        let usual = if self.young {
            &YOUNG_WRITERS
        } else {
            &OLDER_WRITERS
        };
        let group = match dice.pick(&self.scenario.by) {
            Some(group) => group.as_str(),
            None => dice.pick(usual).copied().unwrap_or_default(),
        };
        let writers = self.staff_where(|person| person.group == group);
        self.reporter = dice.pick(&writers).copied().unwrap_or_default();
        let mut leads = self.staff_where(Person::leads);
        leads.retain(|lead| *lead != self.reporter);
        // The first lead takes most of them.
        let first = if dice.often(50) { 1 } else { leads.len() };
        self.lead = leads.get(dice.place(first)).copied().unwrap_or_default();

        let often = match self.urgency.as_str() {
            "immediate" | "urgent" => 95,
            "same-day" => 45,
            _ => 12,
        };
        if dice.often(often) {
            self.tell_lead(dice);
        }
    }

    /// Says that the lead was told in person, unless a lead writes it.
    pub(super) fn tell_lead(&mut self, dice: &mut Dice) {
        let writes_as_lead = self.plan.person(self.reporter).is_some_and(Person::leads);
        if !writes_as_lead && self.told_lead.is_none() {
            let longest = (self.times.gap().num_minutes() - 1).clamp(1, 30);
            let at = self.times.noticed + TimeDelta::minutes(dice.between(1, longest));
            self.told_lead = Some((self.lead, at));
        }
    }

    fn staff_where(&self, wanted: impl Fn(&Person) -> bool) -> Vec<usize> {
        let people = self.plan.facts.school.people.iter().enumerate();
        let found = people.filter(|(_, person)| wanted(person));
        found.map(|(place, _)| place).collect()
    }
}
