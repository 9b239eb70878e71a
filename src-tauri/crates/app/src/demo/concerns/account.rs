//! What was seen, heard or said.

use super::cast::Cast;
use super::sentence;
use crate::demo::dice::Dice;

/// The sentences of an account, so that a correction can put one of them another way.
pub(super) struct Account {
    sentences: Vec<String>,
    /// For each sentence, the row of the scenario it was drawn from.
    rows: Vec<usize>,
}

impl Account {
    pub(super) fn of(cast: &mut Cast<'_>, dice: &mut Dice) -> Self {
        let scenario = cast.scenario;
        let mut account = Self {
            sentences: Vec::new(),
            rows: Vec::new(),
        };
        let mut told = Vec::new();
        for (row, ways) in scenario.account.iter().enumerate() {
            // The first sentence is always there; of what follows some write little and some a lot.
            let many = match (row, dice.below(100)) {
                (0, _) => 1,
                (1, 0..=54) => 1,
                (1, 55..=87) => 2,
                (1, _) => 3,
                (_, 0..=12) => 0,
                (_, 13..=84) => 1,
                _ => 2,
            };
            for _ in 0..many {
                let way = dice.word(ways);
                if !way.is_empty() && !told.contains(&way) {
                    told.push(way);
                    account.sentences.push(sentence::fill(way, cast, dice));
                    account.rows.push(row);
                }
            }
        }
        account
    }

    /// The whole account.
    pub(super) fn text(&self) -> String {
        self.sentences.join(" ")
    }

    /// The account with its last sentence put another way, or nothing if there is no other.
    pub(super) fn put_another_way(&self, cast: &mut Cast<'_>, dice: &mut Dice) -> Option<String> {
        let scenario = cast.scenario;
        let (_, before) = self.sentences.split_last()?;
        let ways = scenario.account.get(*self.rows.last()?)?;
        for _ in 0..6 {
            let way = dice.word(ways);
            let other = sentence::fill(way, cast, dice);
            if !way.is_empty() && !self.sentences.contains(&other) {
                let mut sentences = before.to_vec();
                sentences.push(other);
                return Some(sentences.join(" "));
            }
        }
        None
    }

    /// The account with one more sentence.
    pub(super) fn with(&self, sentence: &str) -> String {
        format!("{} {sentence}", self.text())
    }
}
