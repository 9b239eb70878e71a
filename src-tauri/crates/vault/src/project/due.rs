//! What is still to be done about a concern by when, and the words of its case.

use domain::case::{Case, Counted};
use domain::concern::{Concern, OVER};
use domain::step::EntryId;
use domain::when::NaiveDate;
use rusqlite::Connection;

use super::concern_for::person;
use crate::VaultError;

/// Something that is due, as the table keeps it.
struct Due<'a> {
    at: i64,
    entry: &'a EntryId,
    kind: &'static str,
    owner: Option<[u8; 16]>,
    what: &'a str,
    whole_day: bool,
    counted: Option<&'a Counted>,
}

/// Writes down what is still open: things to do, answers that are waited for, and when somebody looks at it again.
pub(super) fn project(conn: &Connection, row: i64, concern: &Concern) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM due WHERE row = ?1")?
        .execute([row])?;
    let owner = |id: &Option<String>| id.as_deref().and_then(person);
    let actions = concern.case.to_do().filter_map(|kept| {
        Some(Due {
            at: kept.what.due?.timestamp_millis(),
            entry: &kept.step.entry,
            kind: "action",
            owner: owner(&kept.what.owner),
            what: &kept.what.what,
            whole_day: kept.what.whole_day,
            counted: kept.what.counted.as_ref(),
        })
    });
    let replies = concern.case.unanswered().filter_map(|kept| {
        Some(Due {
            at: kept.what.reply_due?.timestamp_millis(),
            entry: &kept.step.entry,
            kind: "reply",
            owner: None,
            what: &kept.what.to,
            whole_day: kept.what.by_day(),
            counted: kept.what.counted.as_ref(),
        })
    });
    let review = concern.case.standing().and_then(|kept| {
        let over = OVER.contains(&kept.what.status.as_str());
        let day = kept.what.review.filter(|_| !over)?;
        Some(Due {
            at: last_of(day)?,
            entry: &kept.step.entry,
            kind: "review",
            owner: owner(&kept.what.owner),
            what: "",
            whole_day: true,
            counted: None,
        })
    });
    // The newest decision that stands is the one that holds; when it is looked at again, another is made.
    let over = OVER.contains(&concern.standing().status.as_str());
    let decision = concern.case.decided().next_back().and_then(|kept| {
        let day = kept.what.review.filter(|_| !over)?;
        Some(Due {
            at: last_of(day)?,
            entry: &kept.step.entry,
            kind: "review",
            owner: kept_by(concern),
            what: &kept.what.decision,
            whole_day: true,
            counted: None,
        })
    });
    for due in actions.chain(replies).chain(review).chain(decision) {
        conn.prepare_cached(
            "INSERT OR REPLACE INTO due (at, entry, row, thing, owner, what, whole_day, unit, rule)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            due.at,
            due.entry,
            row,
            due.kind,
            due.owner,
            due.what,
            due.whole_day,
            due.counted.map_or("", Counted::unit),
            due.counted.map(Counted::said).unwrap_or_default(),
        ))?;
    }
    Ok(())
}

/// The last minute of a day in a British summer, an hour earlier in winter: on the same day by either clock.
fn last_of(day: NaiveDate) -> Option<i64> {
    Some(day.and_hms_opt(22, 59, 0)?.and_utc().timestamp_millis())
}

/// Whom it is with.
fn kept_by(concern: &Concern) -> Option<[u8; 16]> {
    concern.standing().owner.as_deref().and_then(person)
}

/// Everything a person might look for in a case.
pub(super) fn add_words(words: &mut String, case: &Case) {
    let mut add = |text: &str| {
        if !text.is_empty() {
            words.push_str(text);
            words.push('\n');
        }
    };
    for standing in &case.standings {
        for text in [
            &standing.what.conclusion,
            &standing.what.lessons,
            &standing.what.parents_note,
            &standing.reason,
        ] {
            add(text);
        }
    }
    for taken in &case.taken {
        for text in [&taken.what.what, &taken.what.words, &taken.what.late_reason] {
            add(text);
        }
    }
    for (action, ends) in &case.actions {
        add(&action.what.what);
        for end in ends {
            add(&end.what.words);
        }
    }
    for decision in &case.decisions {
        let said = &decision.what;
        for text in [
            &said.reason,
            &said.advice,
            &said.agreed_by,
            &said.child_view,
        ] {
            add(text);
        }
    }
    for aside in &case.set_aside {
        add(&aside.reason);
    }
    for item in &case.withheld {
        let said = &item.what;
        for text in [
            &said.what,
            &said.place,
            &said.make,
            &said.serial,
            &said.kept_at,
            &said.held_by,
            &said.isolated_note,
            &said.seen_by,
            &item.reason,
        ] {
            add(text);
        }
        for told in &said.told {
            add(&told.reference);
        }
    }
    for item in &case.held {
        let said = &item.what;
        for text in [
            &said.what,
            &said.make,
            &said.serial,
            &said.owner,
            &said.user,
            &said.found_where,
            &said.found_by,
            &said.state,
            &said.packing,
            &item.reason,
        ] {
            add(text);
        }
    }
    for passed in &case.passed {
        let said = &passed.what;
        for text in [
            &said.to,
            &said.place,
            &said.state,
            &said.packing,
            &said.receipt,
            &said.words,
        ] {
            add(text);
        }
    }
    for (referral, replies) in &case.referrals {
        let said = &referral.what;
        for text in [&said.to, &said.person, &said.reference, &said.words] {
            add(text);
        }
        for reply in replies {
            add(&reply.what.words);
        }
    }
    for kept in &case.escalations {
        add(&kept.what.person);
        add(&kept.what.words);
    }
    for kept in &case.responses {
        add(&kept.what.behaviour);
        add(&kept.what.more);
        add(&kept.reason);
    }
    for kept in &case.told {
        add(&kept.what.words);
    }
    for reason in case.significances.iter().map(|kept| &kept.reason) {
        add(reason);
    }
    for reason in case.strikes.iter().map(|kept| &kept.reason) {
        add(reason);
    }
    for reason in case.for_pupils.iter().map(|kept| &kept.reason) {
        add(reason);
    }
}
