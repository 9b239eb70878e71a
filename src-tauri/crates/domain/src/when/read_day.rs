//! "yesterday", "last night", "this morning", "sun", "last sunday", and parts of a day.

use chrono::Weekday;

use super::draft::{Day, Part, Spell, Which, fill};
use super::read::{Reader, Taken};

impl Reader<'_> {
    /// Reads a word that names a day.
    pub(super) fn day(&mut self) -> Taken {
        let (offset, taken) = match (self.word(0), self.word(1), self.word(2)) {
            (Some("day"), Some("before"), Some("yesterday")) => (-2, 3),
            (Some("yesterday"), _, _) => (-1, 1),
            (Some("today"), _, _) => (0, 1),
            (Some("tomorrow"), _, _) => (1, 1),
            _ => return self.day_and_spell(),
        };

        fill(&mut self.draft.day, Day::Offset(offset))?;
        self.mark(0, taken, Part::Day);
        self.take(taken);
        Some(true)
    }

    /// "tonight", "last night", "this morning".
    fn day_and_spell(&mut self) -> Taken {
        if self.word(0) == Some("tonight") {
            fill(&mut self.draft.day, Day::Offset(0))?;
            fill(&mut self.draft.spell, Spell::Night)?;
            self.mark(0, 1, Part::Hour);
            self.take(1);
            return Some(true);
        }

        let spell = self.spell_at(1);
        let (offset, spell, taken) = match (self.word(0), spell) {
            (Some("this"), Some((spell, taken))) => (0, spell, taken),
            (Some("last"), Some((spell @ (Spell::Night | Spell::Evening), taken))) => {
                (-1, spell, taken)
            }
            _ => return self.weekday(),
        };
        fill(&mut self.draft.day, Day::Offset(offset))?;
        fill(&mut self.draft.spell, spell)?;
        self.mark(0, 1, Part::Day);
        self.mark(1, 1 + taken, Part::Hour);
        self.take(1 + taken);
        Some(true)
    }

    fn weekday(&mut self) -> Taken {
        let which = match self.word(0) {
            Some("last") => Which::Last,
            Some("this") => Which::This,
            Some("next") => Which::Next,
            _ => Which::Latest,
        };
        let before = usize::from(which != Which::Latest);
        let Some(day) = self.word(before).and_then(weekday_named) else {
            return Some(false);
        };

        fill(&mut self.draft.weekday, (day, which))?;
        self.mark(0, before + 1, Part::Day);
        self.take(before + 1);
        Some(true)
    }

    /// "in the morning", "lunchtime", "pm".
    pub(super) fn spell(&mut self) -> Taken {
        let Some((spell, taken)) = self.spell_at(0) else {
            return Some(false);
        };
        fill(&mut self.draft.spell, spell)?;
        self.mark(0, taken, Part::Hour);
        self.take(taken);
        Some(true)
    }

    fn spell_at(&self, at: usize) -> Option<(Spell, usize)> {
        Some(match (self.word(at)?, self.word(at + 1)) {
            ("before", Some("school")) => (Spell::BeforeSchool, 2),
            ("after", Some("school")) => (Spell::AfterSchool, 2),
            ("lunch", Some("time")) => (Spell::Lunch, 2),
            ("lunch" | "lunchtime", _) => (Spell::Lunch, 1),
            ("morning" | "am", _) => (Spell::Morning, 1),
            ("afternoon" | "pm", _) => (Spell::Afternoon, 1),
            ("evening", _) => (Spell::Evening, 1),
            ("night", _) => (Spell::Night, 1),
            _ => return None,
        })
    }
}

fn weekday_named(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" => Weekday::Mon,
        "tue" | "tues" | "tuesday" => Weekday::Tue,
        "wed" | "weds" | "wednesday" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "fri" | "friday" => Weekday::Fri,
        "sat" | "saturday" => Weekday::Sat,
        "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}
