//! Reading what somebody adds to a case: every field checked, every fault named at its field.

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::case::{Case, Kept};

use super::days::{Due, moment};
use crate::Office;
use crate::reason::SHORTEST_REASON;
use crate::wire::{DueForm, Fault, Problem};
use crate::words;

/// Longest that words of a step may be, in characters; an account has no such end.
const LONGEST: usize = 20_000;

/// What stops it from being signed so far.
#[derive(Default)]
pub(super) struct Problems(Vec<Problem>);

impl Problems {
    pub(super) fn say(&mut self, field: &str, say: impl Into<String>) {
        self.0.push(Problem {
            field: field.to_owned(),
            say: say.into(),
        });
    }

    pub(super) fn settle(self) -> Result<(), Fault> {
        crate::office::create_refuse(self.0)
    }

    /// Words, without the blanks around them.
    pub(super) fn words(&mut self, field: &str, words: &str) -> String {
        let words = words.trim();
        if words.chars().count() > LONGEST {
            self.say(
                field,
                "This is too long for a step. Write it as a concern of its own",
            );
        }
        words.to_owned()
    }

    /// Words that must be there.
    pub(super) fn needed(&mut self, field: &str, words: &str, say: &str) -> String {
        let words = self.words(field, words);
        if words.is_empty() {
            self.say(field, say);
        }
        words
    }

    /// A reason, which says more than a word.
    pub(super) fn reason(&mut self, field: &str, words: &str, say: &str) -> String {
        let words = self.words(field, words);
        if words.chars().count() < SHORTEST_REASON {
            self.say(field, say);
        }
        words
    }

    /// An id of a vocabulary, or nothing.
    pub(super) fn term(&mut self, field: &str, vocabulary: &str, id: &str) -> String {
        if !id.is_empty() && !words::is_term(vocabulary, id) {
            self.say(field, "Choose one of the list");
        }
        id.to_owned()
    }

    /// A day, or nothing.
    pub(super) fn day(
        &mut self,
        field: &str,
        day: Option<&str>,
        today: NaiveDate,
    ) -> Option<NaiveDate> {
        let day = day.map(str::trim).filter(|day| !day.is_empty())?;
        match day.parse::<NaiveDate>() {
            Ok(day) if day >= today => Some(day),
            Ok(_) => {
                self.say(
                    field,
                    "This day has passed. When should somebody look again?",
                );
                None
            }
            Err(_) => {
                self.say(
                    field,
                    "We could not read that as a day. Try: fri, tomorrow, 12 January",
                );
                None
            }
        }
    }

    /// A moment that has passed; now, where none was given.
    pub(super) fn past(
        &mut self,
        office: &Office,
        field: &str,
        at: &str,
    ) -> Option<DateTime<FixedOffset>> {
        past(office, at).unwrap_or_else(|say| {
            self.say(field, say);
            None
        })
    }

    /// When something is due.
    pub(super) fn due(
        &mut self,
        office: &Office,
        field: &str,
        due: &DueForm,
    ) -> Result<Option<Due>, Fault> {
        let terms = &office.sitting()?.settings.terms;
        Ok(
            moment(due, office.around.local(), terms).unwrap_or_else(|say| {
                self.say(field, say);
                None
            }),
        )
    }

    /// Somebody with an account that is not closed, who may read the records.
    pub(super) fn owner(
        &mut self,
        office: &Office,
        field: &str,
        owner: Option<&str>,
    ) -> Result<Option<String>, Fault> {
        let Some(owner) = owner.filter(|owner| !owner.is_empty()) else {
            return Ok(None);
        };
        let known = office.sitting()?.directory.person(owner);
        if known.is_none_or(|known| known.closed.is_some()) {
            self.say(field, "Choose somebody who has an account");
        }
        Ok(Some(owner.to_owned()))
    }
}

/// A moment that has passed; now, where none was given. A sentence where it cannot be one.
pub(crate) fn past(office: &Office, at: &str) -> Result<Option<DateTime<FixedOffset>>, String> {
    let now = office.around.stamp();
    match at.trim() {
        "" => Ok(Some(now)),
        at => match DateTime::parse_from_rfc3339(at) {
            Ok(at) if at > now => Err("This is in the future. When was it?".to_owned()),
            Ok(at) => Ok(Some(at)),
            Err(_) => Err("We could not read that as a time. Try: today 9:55".to_owned()),
        },
    }
}

/// What an id of the page means, which must still hold: somebody else may have been quicker.
pub(super) fn still<T>(found: Option<&Kept<T>>) -> Result<&Kept<T>, Fault> {
    found.ok_or_else(Fault::changed_since)
}

/// Something still to do, by its entry.
pub(super) fn action<'a>(
    case: &'a Case,
    entry: &str,
) -> Result<&'a Kept<domain::case::Action>, Fault> {
    still(
        case.to_do()
            .find(|kept| history::to_hex(&kept.step.entry) == entry),
    )
}

/// A referral, by its entry.
pub(super) fn referral<'a>(
    case: &'a Case,
    entry: &str,
) -> Result<&'a Kept<domain::case::Referral>, Fault> {
    let all = case.referred().map(|(referral, _)| referral);
    let mut all = all.filter(|kept| history::to_hex(&kept.step.entry) == entry);
    still(all.next())
}
