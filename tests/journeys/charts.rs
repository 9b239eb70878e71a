//! A lead asks whether it is rising, where, who waits and how long; each answer is a sentence, a chart, and the numbers in words.

use app::wire::{ChartView, ChartsAsked, ChartsView, ConcernForm, PaperAsked, Question};
use kit::{DEV, Device, RUTH, forms};

fn asked() -> ChartsAsked {
    ChartsAsked {
        from: Some("2026-11-02".to_owned()),
        to: Some("2026-11-15".to_owned()),
        site: None,
    }
}

/// Three on the evening of Sunday 8 November, noticed and written on the 10th; one at lunch on Monday the 9th, a year and a day
/// after one on Sunday 9 November 2025.
fn term() -> Device {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let mut record = |occurred: &str, noticed: &str, category: &str, place: &str| {
        let form = ConcernForm {
            occurred: occurred.to_owned(),
            noticed: noticed.to_owned(),
            categories: vec![category.to_owned()],
            location: place.to_owned(),
            occurred_about: false,
            ..forms::about_amara()
        };
        app::record_concern(&mut laptop.office, form).unwrap();
    };
    for _ in 0..3 {
        record(
            "2026-11-08T20:30:00+00:00",
            "2026-11-10T10:20:00+00:00",
            "contact",
            "online-out",
        );
    }
    record(
        "2026-11-09T12:30:00+00:00",
        "2026-11-09T12:40:00+00:00",
        "cpoms-bullying",
        "school-site",
    );
    record(
        "2025-11-10T12:30:00+00:00",
        "2025-11-10T12:40:00+00:00",
        "cpoms-bullying",
        "school-site",
    );
    laptop
}

fn see(laptop: &Device, asked: ChartsAsked) -> ChartsView {
    app::charts(&laptop.office, asked).unwrap()
}

fn question<'a>(view: &'a ChartsView, id: &str) -> &'a Question {
    view.questions.iter().find(|one| one.id == id).unwrap()
}

fn bar(chart: &ChartView, label: &str) -> (u32, Option<u32>) {
    let row = chart.rows.iter().find(|row| row.label == label).unwrap();
    (row.value, row.before)
}

#[test]
fn each_question_has_an_answer_in_words_and_the_same_numbers_in_its_charts() {
    let laptop = term();

    let view = see(&laptop, asked());

    assert_eq!(view.concerns, 4);
    let rising = question(&view, "rising");
    assert_eq!(
        rising.answer,
        "4 concerns, 3 more than in the same days of the year before (1): 300 %."
    );
    assert_eq!(bar(&rising.charts[0], "2 Nov"), (3, Some(0)));
    assert_eq!(bar(&rising.charts[0], "9 Nov"), (1, Some(1)));
    let place = question(&view, "where");
    assert!(
        place
            .answer
            .ends_with("Most on: Sunday (3). Most at: 4 to 9 (3)."),
        "{}",
        place.answer
    );
    assert_eq!(bar(&place.charts[2], "12 to 2"), (1, None));
    let long = question(&view, "long");
    assert!(
        long.answer
            .starts_with("75 % were written down the same day."),
        "{}",
        long.answer
    );
    assert_eq!(bar(&long.charts[0], "Next day"), (1, None));
    assert_eq!(bar(&long.charts[2], "Not yet"), (4, None));
    let about = question(&view, "about");
    assert_eq!(bar(&about.charts[0], "Bullying"), (1, Some(1)));
    assert_eq!(bar(&about.charts[1], "Contact"), (3, Some(0)));
    let waits = question(&view, "waiting");
    assert_eq!(bar(&waits.charts[0], "Read, not acted on"), (4, None));
    for chart in view.questions.iter().flat_map(|one| &one.charts) {
        assert!(
            chart.svg.starts_with("<svg") && chart.width > 100.0,
            "{}",
            chart.title
        );
    }
}

#[test]
fn days_without_anything_say_so_and_draw_nothing_wrong() {
    let laptop = term();
    let quiet = ChartsAsked {
        from: Some("2026-01-05".to_owned()),
        to: Some("2026-01-11".to_owned()),
        site: None,
    };

    let view = see(&laptop, quiet);

    assert_eq!(view.concerns, 0);
    assert!(
        question(&view, "rising")
            .answer
            .starts_with("Nothing was recorded")
    );
    assert!(
        question(&view, "waiting")
            .answer
            .starts_with("Nobody waits")
    );
}

#[test]
fn without_days_they_are_those_of_the_term_up_to_today() {
    let laptop = term();

    let view = see(&laptop, ChartsAsked::default());

    assert_eq!(
        (view.from.as_str(), view.to.as_str()),
        ("2026-09-01", "2026-11-10")
    );
}

#[test]
fn whoever_reads_no_records_sees_no_chart() {
    let mut laptop = term();
    laptop.add(&kit::PATIENCE);
    laptop.open(&kit::PATIENCE);

    assert!(app::charts(&laptop.office, asked()).is_err());
}

#[test]
fn the_charts_stand_on_paper_with_the_same_numbers_and_say_whom_they_are_for() {
    let mut laptop = term();
    let view = see(&laptop, asked());

    let paper = PaperAsked::Charts {
        charts: Box::new(asked()),
        purpose: "leads\u{2019} meeting".to_owned(),
    };
    let shown = app::lay_out_paper(&mut laptop.office, paper).unwrap();
    let text = shown.text.join(" ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");

    assert!(text.contains("Small numbers are said here"), "{text}");
    for question in &view.questions {
        assert!(text.contains(&question.title), "{}", question.title);
        let answer = question.answer.split_whitespace().collect::<Vec<_>>();
        assert!(text.contains(&answer.join(" ")), "{}", question.answer);
        for row in question.charts.iter().flat_map(|chart| &chart.rows) {
            // Beside one another on the page, with nothing between.
            let said = format!("{}{}", row.label, row.value);
            assert!(text.contains(&said), "{said}: {text}");
        }
    }
    assert!(!text.contains("Amara"));
}
