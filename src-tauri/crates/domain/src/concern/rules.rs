//! What a concern must say before it can be signed, and what may not stand in it.

use chrono::{DateTime, FixedOffset};

use super::Content;

/// Something that stops a concern from being signed, at a field, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The field to take the person to.
    pub field: &'static str,
    /// What to do about it.
    pub say: &'static str,
}

/// The most people one concern names: each pupil is a subject of its entry, and an entry has 512.
const MOST_PEOPLE: usize = 500;

/// Only who, what and when are needed (record/incident_record.toml); `with_gaps` lets even those wait when it is urgent.
///
/// An account is never too short for an emergency: the twenty characters of the record's own rule are a writing
/// hint, not a wall.
pub fn check(content: &Content, now: DateTime<FixedOffset>) -> Vec<Broken> {
    let details = &content.details;
    let mut broken = Vec::new();
    let mut say = |field, say| broken.push(Broken { field, say });
    let gaps = !details.with_gaps.trim().is_empty();

    if content.people.is_empty() && !gaps {
        say(
            "people",
            "Say who this is about, or choose \u{201c}I do not know the name\u{201d}",
        );
    }
    if content.people.iter().any(|person| {
        person.pupil.is_none() && person.kind != "unknown" && person.name.trim().is_empty()
    }) {
        say(
            "people",
            "Write a name for each person, or choose \u{201c}I do not know the name\u{201d}",
        );
    }
    if content.people.len() > MOST_PEOPLE {
        say(
            "people",
            "One concern names at most 500 people. Record a second one for the rest, with the same account",
        );
    }
    let nothing_said = content.account.trim().is_empty() && content.childs_words.trim().is_empty();
    if nothing_said
        && !(gaps
            && content
                .people
                .iter()
                .any(|person| person.pupil.is_some() || !person.name.is_empty()))
    {
        say(
            "description",
            "Write what was seen, heard or said, even one sentence",
        );
    }
    if details.occurred_at.is_none() && !gaps {
        say(
            "occurred",
            "Say when it happened. \u{201c}About\u{201d} is fine",
        );
    }
    if details.occurred_at.is_some_and(|at| at > now) {
        say("occurred", "This is in the future. When did it happen?");
    }
    if details.noticed_at.is_some_and(|at| at > now) {
        say(
            "noticed",
            "This is in the future. When did you learn of it?",
        );
    }
    if details.first_written.is_some_and(|at| at > now) {
        say(
            "paper_written",
            "This is in the future. When was the page written?",
        );
    }
    if let (Some(occurred), Some(noticed)) = (details.occurred_at, details.noticed_at)
        && noticed < occurred
        && !details.occurred_about
        && details.order_note.trim().is_empty()
    {
        say(
            "noticed",
            "\u{201c}You learnt of it\u{201d} is before \u{201c}It happened\u{201d}. Which is right?",
        );
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::super::PersonIn;
    use super::*;

    fn now() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-10T10:41:00+00:00").unwrap()
    }

    fn complete() -> Content {
        let mut content = Content {
            account: "She was shaking.".into(),
            ..Content::default()
        };
        content.people.push(PersonIn {
            name: "Amara".into(),
            kind: "pupil".into(),
            ..PersonIn::default()
        });
        content.details.occurred_at = Some(now() - chrono::TimeDelta::hours(2));
        content
    }

    #[test]
    fn who_what_and_when_are_enough() {
        assert_eq!(check(&complete(), now()), []);
    }

    #[test]
    fn an_empty_form_names_each_of_the_three_in_the_order_of_the_page() {
        let fields: Vec<_> = check(&Content::default(), now())
            .into_iter()
            .map(|broken| broken.field)
            .collect();

        assert_eq!(fields, ["people", "description", "occurred"]);
    }

    #[test]
    fn an_urgent_concern_goes_on_with_gaps_but_not_with_nothing_at_all() {
        let mut urgent = Content {
            account: "A girl in the canteen queue, holding her side.".into(),
            ..Content::default()
        };
        urgent.details.with_gaps = "urgent".into();
        let mut nothing = Content::default();
        nothing.details.with_gaps = "urgent".into();

        assert_eq!(check(&urgent, now()), []);
        assert_eq!(check(&nothing, now()).len(), 1);
    }

    #[test]
    fn a_time_in_the_future_is_refused_and_an_order_that_cannot_be_is_questioned() {
        let mut future = complete();
        future.details.occurred_at = Some(now() + chrono::TimeDelta::minutes(1));
        let mut swapped = complete();
        swapped.details.noticed_at = swapped
            .details
            .occurred_at
            .map(|at| at - chrono::TimeDelta::hours(1));
        let mut explained = swapped.clone();
        explained.details.order_note = "She told me before it happened that it would.".into();

        assert_eq!(check(&future, now())[0].field, "occurred");
        assert_eq!(check(&swapped, now())[0].field, "noticed");
        assert_eq!(check(&explained, now()), []);
    }
}
