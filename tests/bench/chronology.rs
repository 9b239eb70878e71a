//! One pupil's chronology of 500 concerns, from the question to the bytes for the screen.

use app::wire::{ChronologyFilter, PaperAsked, PupilForm};
use kit::{RUTH, forms};

use crate::school::School;
use crate::table::{Row, Table};
use crate::times::{Times, ms, took};

/// Concerns about the one pupil.
const ENTRIES: usize = 500;
/// How often it is asked for.
const ROUNDS: usize = 40;
/// The pupil, made once for each school.
const SURNAME: &str = "Benchmark";

/// Takes the figures.
pub fn measure(school: &mut School, table: &mut Table) {
    let laptop = &mut school.laptop;
    laptop.open(&RUTH);
    let pupil = one_with_a_long_file(&mut laptop.office);
    let mut bytes = 0;
    let mut ask = || {
        let (time, view) = took(|| {
            let view =
                app::chronology(&mut laptop.office, &pupil, ChronologyFilter::default()).unwrap();
            serde_json::to_vec(&view).unwrap()
        });
        bytes = view.len();
        time
    };
    ask();
    let times = Times::new((0..ROUNDS).map(|_| ask()).collect());
    table.add(Row {
        what: format!("chronology of {ENTRIES} entries"),
        concerns: school.concerns,
        ours: format!("{} median, {} kB", ms(times.median()), bytes / 1_000),
        floor: String::new(),
        figure: ms(times.p95()),
        goal: Some((
            "p95 <= 10 ms".to_owned(),
            times.p95().as_secs_f64() <= 0.010,
        )),
    });
    let asked = PaperAsked::Chronology {
        pupil,
        from: None,
        to: None,
        mask_others: true,
        oldest_first: false,
        summary: false,
        purpose: "bench".to_owned(),
    };
    let (time, paper) = took(|| app::lay_out_paper(&mut laptop.office, asked).unwrap());
    table.add(Row {
        what: format!("the same as a paper of {} pages, checked", paper.pages),
        concerns: school.concerns,
        ours: ms(time),
        floor: String::new(),
        figure: String::new(),
        goal: None,
    });
    laptop.lock();
}

fn one_with_a_long_file(office: &mut app::Office) -> String {
    let known = app::pupils(office, SURNAME, false, 0).unwrap();
    if let Some(pupil) = known.pupils.first() {
        return pupil.id.clone();
    }
    let pupil = PupilForm {
        legal_forename: "Bea".to_owned(),
        legal_surname: SURNAME.to_owned(),
        ..PupilForm::default()
    };
    let id = app::save_pupil(office, pupil).unwrap().value;
    let other = app::pupils(office, "", false, 0).unwrap().pupils[0]
        .id
        .clone();
    for number in 0..ENTRIES {
        let mut form = forms::saying(&format!(
            "Entry {number}. Came in late with no coat and said nobody was at home when she left."
        ));
        form.people = vec![
            forms::chosen(&id, "victim"),
            forms::chosen(&other, "witness"),
        ];
        app::record_concern(office, form).unwrap();
    }
    id
}
