//! Sets a time as written against a time zone, on the nights when the clocks change too.

use chrono::offset::LocalResult;
use chrono::{DateTime, Duration, FixedOffset, NaiveDateTime, Offset, TimeZone, Timelike};
use chrono_tz::{OffsetName, Tz};

/// A moment, and what a person must be told about how it was chosen.
pub(super) struct Placed {
    pub at: DateTime<Tz>,
    pub note: Option<String>,
}

/// The moment of a local time, as the clocks of a place had it. One that was skipped is moved on; of one that came
/// twice the first is taken.
pub fn local_moment(zone: Tz, local: NaiveDateTime) -> Option<DateTime<FixedOffset>> {
    place(zone, local, None).map(|placed| placed.at.fixed_offset())
}

/// Finds the moment of a local time.
///
/// With a written zone (minutes east of Greenwich) it is exact. Otherwise a time that was skipped is moved on by what
/// the clocks skipped, and of a time that came twice the first is taken; both are said.
pub(super) fn place(zone: Tz, local: NaiveDateTime, written: Option<i32>) -> Option<Placed> {
    if let Some(minutes) = written {
        let offset = FixedOffset::east_opt(minutes.checked_mul(60)?)?;
        let at = offset
            .from_local_datetime(&local)
            .single()?
            .with_timezone(&zone);
        return Some(Placed { at, note: None });
    }

    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => Some(Placed { at, note: None }),
        LocalResult::Ambiguous(first, second) => {
            let clock = clock(&local);
            let note = match (
                first.offset().abbreviation(),
                second.offset().abbreviation(),
            ) {
                (Some(before), Some(after)) => format!(
                    "{clock} came twice that night, because the clocks went back. This is the first, {before}. For the second write {clock} {after}."
                ),
                (None, _) | (_, None) => {
                    format!(
                        "{clock} came twice that night, because the clocks went back. This is the first."
                    )
                }
            };
            Some(Placed {
                at: first,
                note: Some(note),
            })
        }
        LocalResult::None => {
            let earlier = local.checked_sub_signed(Duration::hours(3))?;
            let offset = zone.from_local_datetime(&earlier).latest()?.offset().fix();
            let at = offset
                .from_local_datetime(&local)
                .single()?
                .with_timezone(&zone);
            let note = format!(
                "There was no {} that night, because the clocks went forward. It is kept as {}.",
                clock(&local),
                clock(&at.naive_local())
            );
            Some(Placed {
                at,
                note: Some(note),
            })
        }
    }
}

/// The zone's letters, when the same local time came twice and only they tell the two apart.
pub(super) fn letters_if_needed(at: &DateTime<Tz>) -> Option<&str> {
    match at.timezone().from_local_datetime(&at.naive_local()) {
        LocalResult::Ambiguous(..) => at.offset().abbreviation(),
        LocalResult::Single(_) | LocalResult::None => None,
    }
}

/// Minutes east of Greenwich for zone letters a person may write.
pub(super) fn minutes_east(letters: &str) -> Option<i32> {
    match letters {
        "gmt" | "utc" | "z" => Some(0),
        "bst" | "cet" => Some(60),
        "cest" | "bdst" => Some(120),
        _ => None,
    }
}

fn clock(local: &NaiveDateTime) -> String {
    format!("{:02}:{:02}", local.hour(), local.minute())
}
