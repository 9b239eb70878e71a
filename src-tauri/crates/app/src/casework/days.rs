//! By when something is due: in hours, days, working days and the school's own days.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use domain::calendar::{Terms, working_day_after};
use domain::case::Counted;
use guidance::{Clock, Deadline};

use crate::wire::DueForm;

/// The last minute of a day: until then what is due on it is in time.
const LAST_MINUTE: (u32, u32) = (23, 59);
/// Beyond these a clock is a slip of the pen.
const MOST_HOURS: u32 = 24 * 90;
const MOST_DAYS: u32 = 400;
const TOO_FAR: &str = "That is too far away. Choose a day";

/// When something is due.
pub(crate) struct Due {
    pub(crate) at: DateTime<FixedOffset>,
    /// Only the day is meant.
    pub(crate) whole_day: bool,
    /// How it was counted, where a rule or the school's own days were chosen.
    pub(crate) counted: Option<Counted>,
}

/// The moment something is due. Nothing where no day was set; an error where it cannot be read or lies beyond any plan.
pub(super) fn moment(
    due: &DueForm,
    now: DateTime<Tz>,
    terms: &Terms,
) -> Result<Option<Due>, &'static str> {
    let today = now.date_naive();
    let (day, counted) = match due {
        DueForm::Never => return Ok(None),
        DueForm::Rule { rule, from } => {
            return by_rule(offered(rule)?, begun(from, now)?, terms).map(Some);
        }
        DueForm::Hours { hours } if *hours <= MOST_HOURS => {
            let at = now + TimeDelta::hours(i64::from(*hours));
            return Ok(Some(Due {
                at: at.fixed_offset(),
                whole_day: false,
                counted: None,
            }));
        }
        DueForm::Today => (today, None),
        DueForm::WorkingDays { days } if *days <= MOST_DAYS => {
            (working_day_after(today, *days), None)
        }
        DueForm::SchoolDays { days } if *days <= MOST_DAYS => {
            let (day, instead) = school_day_after(today, *days, terms);
            let counted = Counted {
                clock: Clock::SchoolDays.id().to_owned(),
                amount: *days,
                instead,
                ..Counted::default()
            };
            (day, Some(counted))
        }
        DueForm::Hours { .. } | DueForm::WorkingDays { .. } | DueForm::SchoolDays { .. } => {
            return Err(TOO_FAR);
        }
        DueForm::Day { day } => {
            let day = day
                .parse()
                .map_err(|_| "We could not read that as a day. Try: fri, tomorrow, 12 January")?;
            (day, None)
        }
    };
    if day < today {
        return Err("This day has passed. By when should it be done?");
    }
    // School days over a summer are many more days than were asked for.
    if counted.is_none() && day > today + Days::new(u64::from(MOST_DAYS)) {
        return Err("That is too far away. Choose a nearer day");
    }
    Ok(end_of(day, now.timezone(), counted))
}

/// A rule that holds, by its id.
fn offered(id: &str) -> Result<&'static Deadline, &'static str> {
    let known = guidance::deadlines().map_or(&[][..], Vec::as_slice);
    let mut known = known.iter().filter(|rule| rule.holds());
    known
        .find(|rule| rule.id == *id)
        .ok_or("This rule is not known here. Choose another")
}

/// When the clock of a rule began; now, where nothing is said.
fn begun(from: &str, now: DateTime<Tz>) -> Result<DateTime<Tz>, &'static str> {
    if from.is_empty() {
        return Ok(now);
    }
    let from = DateTime::parse_from_rfc3339(from)
        .map_err(|_| "We could not read that as a time. Try: today 9:55")?;
    let far = TimeDelta::days(i64::from(MOST_DAYS));
    match (from.with_timezone(&now.timezone()) - now).abs() > far {
        true => Err("That is too far away. From when is it counted?"),
        false => Ok(from.with_timezone(&now.timezone())),
    }
}

/// When it is due by a rule; nothing by a rule that counts nothing.
pub(crate) fn counted_by(
    office: &crate::Office,
    rule: &Deadline,
    from: DateTime<Tz>,
) -> Result<Option<Due>, crate::wire::Fault> {
    let terms = &office.sitting()?.settings.terms;
    Ok(by_rule(rule, from, terms).ok())
}

/// Counted by a rule it may have passed already: then it is late, and is kept as that.
fn by_rule(rule: &Deadline, from: DateTime<Tz>, terms: &Terms) -> Result<Due, &'static str> {
    let mut counted = Counted {
        rule: rule.id.to_string(),
        clock: rule.clock.id().to_owned(),
        amount: rule.amount,
        // Said for as long as the date is: whoever reads it later has not seen the page it was chosen on.
        source: match rule.to_be_checked() {
            true => format!(
                "{}, to be checked with the safeguarding partnership",
                rule.cited_as
            ),
            false => rule.cited_as.clone(),
        },
        instead: false,
    };
    let day = from.date_naive();
    let day = match rule.clock {
        Clock::Event => return Err("Nothing is counted by this rule. Choose a day"),
        Clock::Hours => {
            return Ok(Due {
                at: (from + TimeDelta::hours(i64::from(rule.amount))).fixed_offset(),
                whole_day: false,
                counted: Some(counted),
            });
        }
        Clock::CalendarDays => day + Days::new(u64::from(rule.amount)),
        Clock::WorkingDays => working_day_after(day, rule.amount),
        Clock::SchoolDays => {
            let (day, instead) = school_day_after(day, rule.amount, terms);
            counted.instead = instead;
            day
        }
    };
    end_of(day, from.timezone(), Some(counted)).ok_or(TOO_FAR)
}

/// The school day so far ahead; the working day, and that it is one, where the school's calendar does not reach.
fn school_day_after(from: NaiveDate, days: u32, terms: &Terms) -> (NaiveDate, bool) {
    match terms.school_day_after(from, days) {
        Some(day) => (day, false),
        None => (working_day_after(from, days), true),
    }
}

fn end_of(day: NaiveDate, zone: Tz, counted: Option<Counted>) -> Option<Due> {
    let end = day.and_hms_opt(LAST_MINUTE.0, LAST_MINUTE.1, 0)?;
    let end = end.and_local_timezone(zone).latest()?;
    Some(Due {
        at: end.fixed_offset(),
        whole_day: true,
        counted,
    })
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn none() -> Terms {
        Terms::default()
    }

    fn at(month: u32, day: u32, hour: u32) -> DateTime<Tz> {
        Tz::Europe__London
            .with_ymd_and_hms(2026, month, day, hour, 0, 0)
            .unwrap()
    }

    #[test]
    fn twenty_four_hours_are_hours_and_a_day_lasts_to_its_end() {
        let now = at(11, 10, 10);
        let moment = |due| moment(&due, now, &none());
        let hours = moment(DueForm::Hours { hours: 24 }).unwrap().unwrap();
        assert_eq!(
            (hours.at, hours.whole_day),
            (at(11, 11, 10).fixed_offset(), false)
        );
        let today = moment(DueForm::Today).unwrap().unwrap();
        assert_eq!(
            (
                today.at.format("%d %H:%M").to_string().as_str(),
                today.whole_day
            ),
            ("10 23:59", true)
        );
        assert!(
            moment(DueForm::Day {
                day: "2026-11-09".into()
            })
            .is_err()
        );
        assert!(moment(DueForm::Day { day: "soon".into() }).is_err());
        assert!(moment(DueForm::Hours { hours: u32::MAX }).is_err());
    }

    #[test]
    fn a_rule_that_does_not_hold_yet_counts_nothing() {
        let rule = |rule: &str| DueForm::Rule {
            rule: rule.to_owned(),
            from: String::new(),
        };
        let now = at(11, 10, 10);

        assert!(moment(&rule("mandatory_reporting_pending"), now, &none()).is_err());
        assert!(moment(&rule("dsl_ack_same_day"), now, &none()).is_err());
        let icpc = moment(&rule("icpc_15wd"), now, &none()).unwrap().unwrap();
        assert_eq!(icpc.at.date_naive().to_string(), "2026-12-01");
        let hours = moment(&rule("lado_form_24h"), now, &none())
            .unwrap()
            .unwrap();
        assert!(!hours.whole_day && hours.at == at(11, 11, 10).fixed_offset());
    }
}
