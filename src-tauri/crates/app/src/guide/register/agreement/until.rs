//! Until when a signature holds that is given on a day, by the school's own term dates.

use chrono::{Datelike, NaiveDate};
use domain::calendar::Terms;
use guidance::Holds;

use crate::report::{term_of, year_of};

/// In no school is a child in school in this month.
const HOLIDAY: u32 = 8;

/// The last day on which it holds; nothing where it holds until somebody leaves.
pub(in crate::guide::register) fn until(
    holds: Holds,
    on: NaiveDate,
    terms: &Terms,
) -> Option<NaiveDate> {
    match holds {
        Holds::SchoolYear => {
            let year = year_of(on, terms)?;
            if !over(on, year.to, terms) {
                return Some(year.to);
            }
            // Signed in the summer, for the year that is about to begin.
            Some(year_of(year.to.succ_opt()?, terms)?.to)
        }
        Holds::Term => term_of(on, terms).map(|term| term.to),
        Holds::Visit => Some(on),
        Holds::Leaving => None,
    }
}

/// No school day is left of the year.
fn over(on: NaiveDate, last: NaiveDate, terms: &Terms) -> bool {
    let mut set = terms.spans.iter().filter(|span| span.to <= last);
    let near = set.clone().any(|span| (last - span.to).num_days() < 120);
    match near {
        true => set.all(|span| span.to < on),
        false => on.month() == HOLIDAY,
    }
}

#[cfg(test)]
mod tests {
    use domain::calendar::read_terms;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn terms() -> Terms {
        let text = "2 Sep 2026 to 23 Oct 2026\n2 Nov 2026 to 18 Dec 2026\n4 Jan 2027 to 25 Mar 2027\n12 Apr 2027 to 21 Jul 2027\n6 Sep 2027 to 22 Oct 2027";
        read_terms(text, day("2026-11-10")).1
    }

    #[test]
    fn it_holds_to_the_day_before_the_next_year_or_term_begins() {
        let on = day("2026-11-10");
        assert_eq!(
            until(Holds::SchoolYear, on, &terms()),
            Some(day("2027-09-05"))
        );
        assert_eq!(until(Holds::Term, on, &terms()), Some(day("2027-01-03")));
        assert_eq!(until(Holds::Visit, on, &terms()), Some(on));
        assert_eq!(until(Holds::Leaving, on, &terms()), None);
    }

    #[test]
    fn without_term_dates_a_year_begins_in_september() {
        let none = Terms::default();
        let on = |text: &str| until(Holds::SchoolYear, day(text), &none);
        assert_eq!(on("2026-11-10"), Some(day("2027-08-31")));
        assert_eq!(on("2026-08-28"), Some(day("2027-08-31")));
    }

    #[test]
    fn signed_in_the_summer_it_holds_for_the_year_to_come() {
        let on = |text: &str| until(Holds::SchoolYear, day(text), &terms());
        assert_eq!(on("2027-07-21"), Some(day("2027-09-05")));
        assert_eq!(on("2027-08-30"), Some(day("2028-08-31")));
    }
}
