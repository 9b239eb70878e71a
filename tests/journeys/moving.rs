//! Moving in from another program: every row becomes a concern at its own time, under whoever wrote it there.

use std::sync::atomic::{AtomicBool, Ordering};

use app::wire::{
    ChronologyFilter, ConcernFilter, Fault, HistoryChoices, HistoryTaken, NameChosen, PaperAsked,
};
use kit::{Device, RUTH, lists};

const CPOMS: &[u8] = include_bytes!("../fixtures/cpoms-style-history.csv");
/// Rows enough that more than one of everything is needed for them.
const MANY: u32 = 400;
const MYCONCERN: &[u8] = include_bytes!("../fixtures/myconcern-style-history.csv");

fn school() -> Device {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let token = laptop.choose_list(lists::PUPILS.as_bytes());
    app::take_pupil_list(&mut laptop.office, &token, None).unwrap();
    laptop
}

fn take(laptop: &mut Device, file: &[u8]) -> Result<HistoryTaken, Fault> {
    take_as(laptop, file, HistoryChoices::default())
}

fn take_as(
    laptop: &mut Device,
    file: &[u8],
    choices: HistoryChoices,
) -> Result<HistoryTaken, Fault> {
    let token = laptop.choose_history("history.csv", file);
    app::take_history(&mut laptop.office, &token, choices).map(|done| done.value)
}

fn pupil(laptop: &Device, name: &str) -> String {
    let page = app::pupils(&laptop.office, name, false, 0).unwrap();
    page.pupils[0].id.clone()
}

fn concerns(laptop: &mut Device) -> usize {
    let page = app::concerns(
        &mut laptop.office,
        ConcernFilter {
            limit: 50,
            ..ConcernFilter::default()
        },
    );
    page.unwrap().concerns.len()
}

#[test]
fn a_history_is_looked_at_first_and_nothing_is_taken_in_by_looking() {
    let mut laptop = school();

    let token = laptop.choose_history("history.csv", CPOMS);
    let shown =
        app::preview_history(&mut laptop.office, &token, HistoryChoices::default()).unwrap();

    assert_eq!(shown.source, "CPOMS");
    assert_eq!((shown.rows, shown.concerns, shown.joined), (4, 3, 1));
    assert_eq!((shown.open, shown.unsaid, shown.steps), (1, 1, 2));
    assert_eq!(shown.problem_count, 0);
    assert_eq!(shown.known, 2);
    let categories: Vec<(&str, &str)> = shown
        .categories
        .iter()
        .map(|one| (one.name.as_str(), one.id.as_str()))
        .collect();
    assert!(categories.contains(&("WELL BEING", "cpoms-well-being")));
    assert!(
        categories.contains(&("Breakfast club", "")),
        "kept as written"
    );
    let unsure: Vec<&str> = shown.pupils.iter().map(|one| one.name.as_str()).collect();
    assert!(unsure.contains(&"Ben Okafor"));
    assert_eq!(shown.preview[0].about, "Amara Oyelaran, Jayden Fairbrother");
    assert_eq!(shown.preview[0].written, "J. Smith, Tue 3 May 2022, 10:14");
    let left_out: Vec<&str> = shown
        .warnings
        .iter()
        .map(|one| one.column.as_str())
        .collect();
    assert_eq!(left_out, ["House"]);
    assert_eq!(concerns(&mut laptop), 0);
}

#[test]
fn every_row_stands_at_its_own_time_under_whoever_wrote_it_there() {
    let mut laptop = school();

    let taken = take(&mut laptop, CPOMS).unwrap();

    assert_eq!(
        taken,
        HistoryTaken {
            concerns: 3,
            steps: 2,
            already: 0
        }
    );
    let amara = pupil(&laptop, "Amara");
    let file = app::chronology(&mut laptop.office, &amara, ChronologyFilter::default()).unwrap();
    let item = file
        .items
        .iter()
        .find(|item| item.id.is_some() && item.step.is_none())
        .unwrap();
    assert_eq!(
        (item.date.as_str(), item.time.as_str()),
        ("2022-05-03", "09:50")
    );
    assert_eq!(item.late, None, "written at once, there");
    assert!(!item.unread);
    let view = app::concern(&mut laptop.office, item.id.as_deref().unwrap()).unwrap();
    assert_eq!(view.row.reporter, "J. Smith (in CPOMS)");
    assert_eq!(view.versions[0].author, "J. Smith (in CPOMS)");
    let said: Vec<&str> = view.versions[0]
        .shown
        .iter()
        .filter(|line| line.field == "brought")
        .map(|line| line.text.as_str())
        .collect();
    assert!(
        said[0].starts_with("Imported from CPOMS, written there by J. Smith on Tue 3 May 2022, 10:14; brought in by "),
        "{}",
        said[0]
    );
    assert!(
        said[0].ends_with("from rows 2, 3 of the file."),
        "{}",
        said[0]
    );
    assert_eq!(said[1], "10417");
    assert!(said.contains(&"Breakfast club"));
    assert!(said.contains(&"breakfast-letter.pdf"));
    let account = view.versions[0]
        .shown
        .iter()
        .find(|line| line.field == "account");
    assert!(
        account
            .unwrap()
            .text
            .contains("I had to get my brother ready\u{201d}.\nShe was hungry")
    );
    let steps: Vec<(&str, &str, Option<&str>)> = view
        .thread
        .iter()
        .filter(|step| step.kind == "taken")
        .map(|step| (step.title.as_str(), step.who.as_str(), step.late.as_deref()))
        .collect();
    assert_eq!(
        steps,
        [
            ("Breakfast club from today.", "J. Smith (in CPOMS)", None),
            (
                "Rang Mum (Folake). No answer.",
                "R. Calloway (in CPOMS)",
                None
            ),
        ]
    );
}

#[test]
fn on_monday_morning_nothing_of_it_is_unread_and_only_what_was_open_is_live() {
    let mut laptop = school();
    take(&mut laptop, CPOMS).unwrap();

    let today = app::today(&mut laptop.office).unwrap();

    assert_eq!(today.unread_total, 0);
    assert!(today.late.is_empty());
    let mine = ConcernFilter {
        mine: true,
        limit: 50,
        ..ConcernFilter::default()
    };
    let mine = app::concerns(&mut laptop.office, mine).unwrap();
    assert!(
        mine.concerns.is_empty(),
        "it is not the importer's own record"
    );
    let live: Vec<&str> = today
        .live
        .iter()
        .map(|line| line.concern.about.as_str())
        .collect();
    assert_eq!(live, ["Jayden Fairbrother"]);
}

#[test]
fn its_number_there_finds_it() {
    let mut laptop = school();
    take(&mut laptop, CPOMS).unwrap();

    let page = app::concerns(
        &mut laptop.office,
        ConcernFilter {
            text: Some("10533".to_owned()),
            limit: 50,
            ..ConcernFilter::default()
        },
    )
    .unwrap();

    assert_eq!(page.concerns.len(), 1);
    assert_eq!(page.concerns[0].about, "Jayden Fairbrother");
}

#[test]
fn the_same_file_again_is_named_and_a_longer_one_adds_only_what_is_new() {
    let mut laptop = school();
    take(&mut laptop, CPOMS).unwrap();

    let again = take(&mut laptop, CPOMS).unwrap_err();
    let text = String::from_utf8(CPOMS.to_vec()).unwrap();
    let longer = format!(
        "{text}10600,\"Null, Rhys\",D801200019008,29/02/2012,10A,01/09/2025 09:00,01/09/2025 09:10,T. Hale,Attendance,,Late.,,Closed,,\r\n"
    );
    let more = take(&mut laptop, longer.as_bytes()).unwrap();

    assert!(
        again
            .say
            .starts_with("This very file was brought in already, ")
    );
    assert_eq!(
        more,
        HistoryTaken {
            concerns: 1,
            steps: 0,
            already: 3
        }
    );
    assert_eq!(concerns(&mut laptop), 4);
}

#[test]
fn a_broken_row_is_named_with_its_column_and_nothing_is_brought_in() {
    let mut laptop = school();
    let text = String::from_utf8(CPOMS.to_vec()).unwrap();
    let broken = lists::with(&text, "12/06/2024 14:05", "13/25/2024 14:05");

    let refused = take(&mut laptop, broken.as_bytes()).unwrap_err();

    assert_eq!(
        refused.say,
        "Nothing was brought in: row 4, Date/Time: There is no month 25. Dates are read day first, as in 25/12/2014."
    );
    assert_eq!(concerns(&mut laptop), 0);
    assert!(app::histories(&laptop.office).unwrap().is_empty());
}

#[test]
fn the_file_itself_comes_out_again_byte_for_byte() {
    let mut laptop = school();
    take(&mut laptop, MYCONCERN).unwrap();
    let out = laptop.disk().join("history-copy.csv");

    let kept = app::histories(&laptop.office).unwrap();
    let offered = app::take_out_file(&laptop.office, &kept[0].file).unwrap();
    app::take_out_file_to(&mut laptop.office, &kept[0].file, &out).unwrap();

    assert_eq!((kept[0].source.as_str(), kept[0].rows), ("MyConcern", 2));
    assert_eq!(offered.name, "history.csv");
    assert_eq!(std::fs::read(&out).unwrap(), MYCONCERN);
    assert_eq!(kept[0].sha256, history::Hash::of(&[MYCONCERN]).to_string());
}

#[test]
fn the_pdf_of_the_export_is_kept_beside_it_and_comes_out_again_byte_for_byte() {
    let mut laptop = school();
    take(&mut laptop, MYCONCERN).unwrap();
    let pdf = b"%PDF-1.7 the printed export";
    let taken = laptop.take_in("export.pdf", "application/pdf", pdf);
    let original = app::histories(&laptop.office).unwrap()[0].file.clone();
    let keep = |laptop: &mut Device, token: &str, answer: &str| {
        app::keep_with_history(&mut laptop.office, &original, token, answer).map(drop)
    };

    for answer in ["", "yes", "unsure"] {
        assert!(keep(&mut laptop, &taken.token, answer).is_err(), "{answer}");
    }
    let note = laptop.take_in("export.txt", "text/plain", b"not a PDF at all");
    let refused = keep(&mut laptop, &note.token, "no").unwrap_err();
    assert!(refused.say.contains("Only a PDF"), "{}", refused.say);
    keep(&mut laptop, &taken.token, "no").unwrap();
    let again = laptop.take_in("the same.pdf", "application/pdf", pdf);
    let refused = keep(&mut laptop, &again.token, "no").unwrap_err();
    assert!(refused.say.contains("kept here already"), "{}", refused.say);
    laptop.lock();
    laptop.open(&RUTH);

    let kept = app::histories(&laptop.office).unwrap();
    assert_eq!((kept.len(), kept[0].beside.len()), (1, 1));
    let beside = &kept[0].beside[0];
    assert_eq!(beside.name, "export.pdf");
    assert_eq!(beside.sha256, history::Hash::of(&[pdf]).to_string());
    assert_eq!(laptop.take_out(&beside.file).unwrap(), pdf);
    let whole = app::verify(&mut laptop.office).unwrap();
    assert!(whole.faults.is_empty());
}

#[test]
fn what_myconcern_calls_things_is_understood_and_the_rest_kept_as_written() {
    let mut laptop = school();
    take(&mut laptop, MYCONCERN).unwrap();

    let page = app::concerns(
        &mut laptop.office,
        ConcernFilter {
            text: Some("bruise".to_owned()),
            limit: 50,
            ..ConcernFilter::default()
        },
    )
    .unwrap();
    let view = app::concern(&mut laptop.office, &page.concerns[0].id).unwrap();

    assert_eq!(view.row.reporter, "A. Byrne (in MyConcern)");
    let said: Vec<(&str, &str)> = view.versions[0]
        .shown
        .iter()
        .filter(|line| line.field == "brought")
        .map(|line| (line.label.as_str(), line.text.as_str()))
        .collect();
    assert!(said.contains(&("Level, as written there", "M")));
    assert!(said.contains(&("Where, as written there", "Playground")));
    assert!(said.contains(&("Short title, as written there", "Bruise on arm")));
    assert!(view.people[0].id.is_some(), "known by name and birth date");
}

#[test]
fn whom_nobody_can_tell_for_sure_stands_as_written_until_a_person_says_who_it_is() {
    let mut laptop = school();
    let rhys = pupil(&laptop, "Rhys");
    let token = laptop.choose_history("history.csv", CPOMS);
    let shown =
        app::preview_history(&mut laptop.office, &token, HistoryChoices::default()).unwrap();
    let ben = shown
        .pupils
        .iter()
        .find(|one| one.name == "Ben Okafor")
        .unwrap();
    let lateness = NameChosen {
        name: "Breakfast club".to_owned(),
        id: "cpoms-well-being".to_owned(),
    };
    let choices = HistoryChoices {
        pupils: vec![NameChosen {
            name: ben.key.clone(),
            id: rhys.clone(),
        }],
        categories: vec![lateness],
        ..HistoryChoices::default()
    };

    take_as(&mut laptop, CPOMS, choices).unwrap();

    let file = app::chronology(&mut laptop.office, &rhys, ChronologyFilter::default()).unwrap();
    let item = file
        .items
        .iter()
        .find(|item| item.id.is_some() && item.step.is_none())
        .unwrap();
    let view = app::concern(&mut laptop.office, item.id.as_deref().unwrap()).unwrap();
    assert_eq!(
        view.people[0].name, "Ben Okafor",
        "the words stay as written"
    );
    assert_eq!(view.people[0].id.as_deref(), Some(rhys.as_str()));
}

#[test]
fn a_correction_of_it_keeps_where_it_came_from() {
    let mut laptop = school();
    take(&mut laptop, CPOMS).unwrap();
    let page = app::concerns(
        &mut laptop.office,
        ConcernFilter {
            text: Some("10533".to_owned()),
            limit: 5,
            ..ConcernFilter::default()
        },
    )
    .unwrap();
    let view = app::concern(&mut laptop.office, &page.concerns[0].id).unwrap();
    let mut form = view.versions[0].form.clone();
    form.description.push_str(" He went the week after.");
    form.reason = Some("Heard later".to_owned());

    app::amend_concern(&mut laptop.office, form).unwrap();

    let view = app::concern(&mut laptop.office, &page.concerns[0].id).unwrap();
    assert_eq!(view.versions[0].author, "T. Hale (in CPOMS)");
    assert_ne!(view.versions[1].author, "T. Hale (in CPOMS)");
    assert!(
        view.versions[1]
            .shown
            .iter()
            .any(|line| line.field == "brought")
    );
}

#[test]
fn the_chronology_on_paper_says_where_it_came_from() {
    let mut laptop = school();
    take(&mut laptop, CPOMS).unwrap();
    let amara = pupil(&laptop, "Amara");

    let pdf = laptop.printed(PaperAsked::Chronology {
        summary: false,
        pupil: amara,
        from: None,
        to: None,
        mask_others: false,
        oldest_first: false,
        purpose: "the strategy discussion".to_owned(),
    });
    let text = super::papers::read(&laptop, &pdf);

    assert!(text.contains("J. Smith (in CPOMS)"), "{text}");
    assert!(text.contains("Imported from CPOMS"), "{text}");
    assert!(!text.contains("years after"), "{text}");
}

#[test]
fn a_wish_to_stop_leaves_nothing_behind() {
    let mut laptop = school();
    let token = laptop.choose_history("history.csv", CPOMS);
    let watch = laptop.office.watch();
    let stop = watch.clone();
    let asked = AtomicBool::new(false);
    watch.tell_to(move |say, done, _| {
        if say == "Bringing the history in" && done == 2 && !asked.swap(true, Ordering::Relaxed) {
            stop.stop();
        }
    });

    let stopped = app::take_history(&mut laptop.office, &token, HistoryChoices::default());

    assert_eq!(stopped.unwrap_err().say, "Stopped. Nothing was changed.");
    let folder = vault::folder::VaultFolder::open(laptop.folder()).unwrap();
    assert!(vault::blob::list(&folder).unwrap().is_empty());
    assert_eq!(concerns(&mut laptop), 0);
    assert!(app::histories(&laptop.office).unwrap().is_empty());
    let taken = app::take_history(&mut laptop.office, &token, HistoryChoices::default());
    assert_eq!(
        taken.unwrap().value.concerns,
        3,
        "the file is still here to try again"
    );
}

#[test]
fn a_history_of_many_rows_comes_in_whole_and_is_found_whole_by_a_rebuilt_list_and_a_check() {
    let mut laptop = school();
    let rows: String = (0..MANY)
        .map(|n| {
            format!(
                "{n},\"Oyelaran, Amara\",E801200019001,{:02}/{:02}/2023 10:{:02},T. Hale,Attendance,Row {n} says this.,Closed\r\n",
                n % 28 + 1,
                n % 12 + 1,
                n % 60
            )
        })
        .collect();
    let file = format!(
        "Incident Number,Student,UPN,Date/Time,Added By,Category,Incident,Status\r\n{rows}"
    );

    let taken = take(&mut laptop, file.as_bytes()).unwrap();

    assert_eq!(taken.concerns, MANY);
    let all = ConcernFilter {
        limit: 1,
        ..ConcernFilter::default()
    };
    assert_eq!(app::concerns(&mut laptop.office, all).unwrap().total, MANY);
    laptop.lock();
    laptop.open(&RUTH);
    let checked = app::verify(&mut laptop.office).unwrap();
    assert!(checked.faults.is_empty());
    assert_eq!(
        checked.files, 1,
        "the file it came in is checked with the others"
    );
}
