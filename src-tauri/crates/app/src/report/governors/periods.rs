//! Terms and school years, and what came before some days.

use chrono::{Datelike, NaiveDate};
use domain::calendar::Terms;
use domain::disclosure::Days;

/// The days of a report, and as many before them as it looks back on.
pub(super) struct Periods {
    /// The report's own.
    pub(super) now: Days,
    /// Those before it, the latest first.
    pub(super) before: [Days; 3],
}

impl Periods {
    /// What came before some days: the terms before a term, the years before a school year, as many days before any others.
    pub(super) fn before(now: Days, terms: &Terms) -> Option<Self> {
        let mut before = [now; 3];
        let mut last = now;
        for one in &mut before {
            let until = last.from.pred_opt()?;
            *one = if term_of(now.from, terms) == Some(now) {
                term_of(until, terms)?
            } else if year_of(now.from, terms) == Some(now) {
                year_of(until, terms)?
            } else {
                Days {
                    from: until.checked_sub_signed(now.to - now.from)?,
                    to: until,
                }
            };
            last = *one;
        }
        Some(Self { now, before })
    }
}

/// The term that a day is in, with the holidays that follow it, so that no day is in none: by the school's own term dates where they
/// are set, otherwise from the first of September, January and April.
pub(crate) fn term_of(day: NaiveDate, terms: &Terms) -> Option<Days> {
    let year = day.year();
    let mut begins: Vec<NaiveDate> = (year - 1..=year + 1)
        .flat_map(|year| [(9, 12), (1, 3), (4, 8)].map(|months| begin(year, months, terms)))
        .collect::<Option<_>>()?;
    begins.sort_unstable();
    let next = begins.iter().position(|begin| *begin > day)?;
    Some(Days {
        from: *begins.get(next.checked_sub(1)?)?,
        to: begins.get(next)?.pred_opt()?,
    })
}

/// The school year that a day is in.
pub(crate) fn year_of(day: NaiveDate, terms: &Terms) -> Option<Days> {
    let begins = (day.year() - 1..=day.year() + 1).map(|year| begin(year, (9, 12), terms));
    let begins: Vec<NaiveDate> = begins.collect::<Option<_>>()?;
    let next = begins.iter().position(|begin| *begin > day)?;
    Some(Days {
        from: *begins.get(next.checked_sub(1)?)?,
        to: begins.get(next)?.pred_opt()?,
    })
}

/// When the term of some months begins: with the first stretch of school days in them that is set.
fn begin(year: i32, (first, last): (u32, u32), terms: &Terms) -> Option<NaiveDate> {
    let set = terms
        .spans
        .iter()
        .map(|span| span.from)
        .filter(|from| from.year() == year && (first..=last).contains(&from.month()))
        .min();
    set.or_else(|| NaiveDate::from_ymd_opt(year, first, 1))
}

#[cfg(test)]
mod tests {
    use domain::calendar::read_terms;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(from: &str, to: &str) -> Days {
        Days {
            from: day(from),
            to: day(to),
        }
    }

    fn terms() -> Terms {
        let text = "2 Sep 2026 to 23 Oct 2026\n2 Nov 2026 to 18 Dec 2026\n5 Jan 2027 to 12 Feb 2027\n22 Feb 2027 to 26 Mar 2027\n12 Apr 2027 to 21 Jul 2027\n";
        read_terms(text, day("2026-09-01")).1
    }

    #[test]
    fn a_term_reaches_to_the_day_before_the_next() {
        let terms = terms();

        assert_eq!(
            term_of(day("2026-10-27"), &terms),
            Some(days("2026-09-02", "2027-01-04"))
        );
        assert_eq!(
            term_of(day("2027-03-30"), &terms),
            Some(days("2027-01-05", "2027-04-11"))
        );
        assert_eq!(
            term_of(day("2027-08-01"), &terms),
            Some(days("2027-04-12", "2027-08-31"))
        );
        assert_eq!(
            year_of(day("2027-02-01"), &terms),
            Some(days("2026-09-02", "2027-08-31"))
        );
        assert_eq!(
            term_of(day("2026-03-31"), &Terms::default()),
            Some(days("2026-01-01", "2026-03-31"))
        );
    }

    #[test]
    fn before_a_term_come_terms_and_before_odd_days_as_many_days() {
        let terms = terms();
        let before = |days| Periods::before(days, &terms).unwrap().before;

        assert_eq!(
            before(days("2026-09-02", "2027-01-04")),
            [
                days("2026-04-01", "2026-09-01"),
                days("2026-01-01", "2026-03-31"),
                days("2025-09-01", "2025-12-31")
            ]
        );
        assert_eq!(
            before(days("2026-11-02", "2026-11-08"))[0],
            days("2026-10-26", "2026-11-01")
        );
        assert_eq!(
            before(days("2026-09-02", "2027-08-31"))[0],
            days("2025-09-01", "2026-09-01")
        );
    }
}
