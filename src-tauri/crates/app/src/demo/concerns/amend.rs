//! A correction: what was changed, and the reason given.

use super::account::Account;
use super::cast::{Cast, bare};
use super::details::{Details, quoted, room_as_written};
use super::sentence;
use crate::demo::dice::Dice;
use crate::demo::model::DemoAmendment;

/// How often another way to say something is looked for.
const WAYS_TO_TRY: usize = 6;

/// Corrects one thing. Where there is nothing else to correct, what was done is completed.
pub(super) fn of(
    cast: &mut Cast<'_>,
    account: &Account,
    details: &Details,
    dice: &mut Dice,
) -> DemoAmendment {
    let mut amended = DemoAmendment {
        at: cast.times.correction(dice),
        reason: String::new(),
        description: None,
        childs_words: None,
        questions_asked: None,
        room: None,
        immediate_action: None,
    };
    let reasons = match dice.below(100) {
        0..=24 => {
            amended.questions_asked = question(cast, details, dice);
            amended.questions_asked.as_ref().map(|_| "correct_asked")
        }
        25..=54 => {
            amended.description = account.put_another_way(cast, dice);
            amended.description.as_ref().map(|_| "correct_words")
        }
        55..=69 => {
            let more = line(cast, "add_account", dice);
            amended.description = Some(account.with(&more));
            Some("correct_more")
        }
        70..=84 => {
            amended.childs_words = one_more_thing(cast, details, dice);
            amended.childs_words.as_ref().map(|_| "correct_said")
        }
        85..=91 => {
            amended.room = another_room(cast, account, details, dice);
            amended.room.as_ref().map(|_| "correct_room")
        }
        _ => None,
    };
    let reasons = reasons.unwrap_or_else(|| {
        let more = line(cast, "add_action", dice);
        amended.immediate_action = Some(format!("{} {more}", details.immediate_action));
        "correct_action"
    });
    amended.reason = line(cast, reasons, dice);
    amended
}

/// The question in the words used.
fn question(cast: &mut Cast<'_>, details: &Details, dice: &mut Dice) -> Option<String> {
    let before = &details.questions_asked;
    if before.is_empty() {
        return None;
    }
    let other = (0..WAYS_TO_TRY).map(|_| line(cast, "asked", dice));
    other.into_iter().find(|words| words != before)
}

/// What the child said, and one more thing.
fn one_more_thing(cast: &mut Cast<'_>, details: &Details, dice: &mut Dice) -> Option<String> {
    let before = &details.childs_words;
    let words = &cast.scenario.words;
    if before.is_empty() {
        return None;
    }
    let more = (0..WAYS_TO_TRY).map(|_| quoted(dice.word(words), cast, dice));
    let new = more
        .into_iter()
        .find(|said| said.len() > 8 && !before.contains(said.as_str()))?;
    Some(format!("{before} {new}"))
}

/// Another room, where the account does not name the first.
fn another_room(
    cast: &mut Cast<'_>,
    account: &Account,
    details: &Details,
    dice: &mut Dice,
) -> Option<String> {
    let before = &details.room;
    let named = account
        .text()
        .to_lowercase()
        .contains(&before.to_lowercase());
    if before.is_empty() || named {
        return None;
    }
    let rooms = (0..WAYS_TO_TRY).map(|_| room_as_written(bare(&cast.again("place", dice))));
    rooms.into_iter().find(|room| room != before)
}

fn line(cast: &mut Cast<'_>, list: &str, dice: &mut Dice) -> String {
    let line = dice.word(cast.plan.facts.list(list));
    sentence::fill(line, cast, dice)
}
