use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-10")
}

/// A school's autumn and spring, pasted as it stands on its page.
const PASTED: &str = "Autumn 1: Wed 2 Sept 2026 to Fri 23 Oct 2026
Autumn 2: 2 Nov \u{2013} 18 Dec 2026

5 Jan 2027 to 12 Feb 2027
22/02/2027 to 2027-03-25
inset 4 Jan 2027
INSET day: Monday 22nd February 2027
";

fn pasted() -> Terms {
    let (lines, terms) = read_terms(PASTED, today());
    assert!(lines.iter().all(|line| line.what.is_ok()), "{lines:?}");
    terms
}

fn refused(text: &str) -> (usize, &'static str) {
    let (lines, _) = read_terms(text, today());
    let mut refused = lines
        .into_iter()
        .filter_map(|line| Some((line.number, line.what.err()?)));
    let found = refused.next().unwrap();
    assert!(refused.next().is_none(), "one line is wrong");
    found
}

#[test]
fn working_days_pass_over_weekends_and_bank_holidays() {
    // Christmas Day 2026 is a Friday, Boxing Day is kept on the Monday.
    assert_eq!(working_day_after(day("2026-12-24"), 1), day("2026-12-29"));
    assert_eq!(working_day_after(day("2026-11-13"), 1), day("2026-11-16"));
    assert_eq!(working_day_after(day("2026-11-10"), 5), day("2026-11-17"));
    // Good Friday and Easter Monday 2027.
    assert_eq!(working_day_after(day("2027-03-25"), 1), day("2027-03-30"));
}

#[test]
fn dates_are_read_as_a_school_writes_them() {
    let terms = pasted();

    let spans: Vec<String> = terms
        .spans
        .iter()
        .map(|span| format!("{} {}", span.from, span.to))
        .collect();
    assert_eq!(
        spans,
        [
            "2026-09-02 2026-10-23",
            "2026-11-02 2026-12-18",
            "2027-01-05 2027-02-12",
            "2027-02-22 2027-03-25",
        ]
    );
    assert_eq!(terms.insets, [day("2027-01-04"), day("2027-02-22")]);
    let known = terms.stretches();
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].to, day("2027-03-25"));
}

#[test]
fn what_cannot_be_right_is_refused_by_its_line() {
    let says = |text: &str, number: usize, start: &str| {
        let (at, say) = refused(text);
        assert!(at == number && say.starts_with(start), "{text}: {at} {say}");
    };
    says(
        "5 Jan 2027 to 12 Feb 2027\n\nhalf term",
        3,
        "We could not read",
    );
    says("5 Jan 2027 to 31 Feb 2027", 1, "We could not read");
    says("inset", 1, "We could not read");
    says("12 Feb 2027 to 5 Jan 2027", 1, "The last day is before");
    says("2 Sep 2026 to 21 Jul 2027", 1, "This is longer");
    says("5 Jan 2072 to 12 Feb 2072", 1, "This year");
    says(
        "5 Jan 2027 to 12 Feb 2027\n12 Feb 2027 to 25 Mar 2027",
        2,
        "These days",
    );
    says("inset 9 Jan 2027", 1, "This is a Saturday");
    says("inset 4 Jan 2027\ninset 4 Jan 2027", 2, "This inset day");
    says("Wed 5 Jan 2027 to 12 Feb 2027", 1, "The day of the week");
}

#[test]
fn school_days_pass_over_half_terms_inset_days_and_bank_holidays() {
    let terms = pasted();

    // From the Wednesday before half term: Thursday, Friday, then the week after it, whose Monday is an inset day.
    assert_eq!(
        terms.school_day_after(day("2027-02-10"), 3),
        Some(day("2027-02-23"))
    );
    // Over Christmas; 4 January is an inset day.
    assert_eq!(
        terms.school_day_after(day("2026-12-17"), 2),
        Some(day("2027-01-05"))
    );
    assert_eq!(terms.school_day_after(day("2027-03-24"), 2), None);
    assert_eq!(terms.school_day_after(day("2026-07-01"), 1), None);
    assert_eq!(
        terms.school_days_between(day("2027-02-11"), day("2027-02-23")),
        Some(2)
    );
    assert_eq!(
        terms.school_days_between(day("2027-03-24"), day("2027-04-20")),
        None
    );
}

#[test]
fn a_year_that_nobody_entered_is_no_long_holiday() {
    let (_, terms) = read_terms(
        "2 Nov 2026 to 18 Dec 2026\n1 Nov 2027 to 17 Dec 2027",
        today(),
    );

    assert_eq!(terms.stretches().len(), 2);
    assert_eq!(terms.school_day_after(day("2026-12-18"), 1), None);
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_i64..2_200).prop_map(|days| day("2024-01-01") + chrono::TimeDelta::days(days))
}

fn any_terms() -> impl Strategy<Value = Terms> {
    let span = (any_day(), 0_i64..90).prop_map(|(from, days)| Span {
        from,
        to: from + chrono::TimeDelta::days(days),
    });
    (
        prop::collection::vec(span, 0..12),
        prop::collection::vec(any_day(), 0..12),
    )
        .prop_map(|(spans, insets)| Terms { spans, insets })
}

proptest! {
    #[test]
    fn no_school_day_is_a_weekend_a_bank_holiday_or_an_inset_day(terms in any_terms(), day in any_day()) {
        if terms.is_school_day(day) {
            prop_assert!(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
            prop_assert!(!bankholidays::uk::is_bankholiday(&day));
            prop_assert!(!terms.insets.contains(&day));
            prop_assert!(terms.spans.iter().any(|span| span.has(day)));
        }
    }

    #[test]
    fn the_nth_school_day_is_the_one_that_so_many_are_counted_to(terms in any_terms(), from in any_day(), n in 1_u32..60) {
        if let Some(found) = terms.school_day_after(from, n) {
            prop_assert!(found > from && terms.is_school_day(found));
            prop_assert_eq!(terms.school_days_between(from, found), Some(n as usize));
            // No school day comes sooner than a working day would.
            prop_assert!(found >= working_day_after(from, n));
        }
    }

    #[test]
    fn one_more_day_is_never_sooner(terms in any_terms(), from in any_day(), n in 0_u32..40) {
        if let (Some(sooner), Some(later)) = (terms.school_day_after(from, n), terms.school_day_after(from, n + 1)) {
            prop_assert!(sooner < later);
        }
    }

    #[test]
    fn whatever_is_pasted_is_read_or_refused_line_by_line(text in "\\PC{0,60}(\n\\PC{0,40}){0,4}") {
        let (lines, terms) = read_terms(&text, today());
        let understood = lines.iter().filter(|line| line.what.is_ok()).count();
        prop_assert_eq!(understood, terms.spans.len() + terms.insets.len());
    }

    #[test]
    fn what_was_read_is_read_the_same_when_it_is_written_out(from in any_day(), days in 0_i64..130) {
        let to = from + chrono::TimeDelta::days(days);
        let text = format!("{} to {}", from.format("%a %-d %b %Y"), to.format("%-d %B %Y"));
        let (_, terms) = read_terms(&text, today());
        prop_assert_eq!(terms.spans, vec![Span { from, to }]);
    }
}
