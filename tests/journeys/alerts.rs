//! Alerts of the monitoring system come in from its list, each once; a lead says what each meant, and links it to a concern.

use app::BeginFile;
use app::wire::{AlertsPreview, Fault, FaultKind, LineForm, ReportAsked, ScreenForm};
use kit::{DEV, Device, PATIENCE, RUTH, forms};

const REGISTER: &str = "filter-alert-log";
const LIST: &str = "Alert ID,Date,Time,User,Computer,Theme,Alert Level,Captured text\n\
    8831,09/11/2026,11:04,amara.o,LIB-04,Bullying,4,\"nobody would miss you\"\n\
    8832,09/11/2026,11:09,jayden.f,LIB-05,Self-harm,5,\"=HYPERLINK(1)\"\n";

fn brought(laptop: &mut Device, list: &str) -> String {
    let about = BeginFile {
        name: "alerts.csv".to_owned(),
        size: list.len() as u64,
        media: "text/csv".to_owned(),
        source: None,
        indecent_image: "no".to_owned(),
        for_purpose: "alerts".to_owned(),
    };
    let token = app::begin_file(&mut laptop.office, about).unwrap().token;
    app::file_chunk(&mut laptop.office, &token, list.as_bytes()).unwrap();
    app::finish_file(&mut laptop.office, &token).unwrap().token
}

fn look(laptop: &mut Device, list: &str) -> (String, AlertsPreview) {
    let token = brought(laptop, list);
    let preview = app::preview_alerts(&mut laptop.office, &token, None, "").unwrap();
    (token, preview)
}

fn take(laptop: &mut Device, list: &str) -> Result<(u32, u32), Fault> {
    let token = brought(laptop, list);
    let taken = app::take_alerts(&mut laptop.office, &token, None, "")?.value;
    Ok((taken.new, taken.same))
}

fn lines(laptop: &Device) -> Vec<app::wire::LineRow> {
    app::register(&laptop.office, REGISTER, None).unwrap().lines
}

fn said(row: &app::wire::LineRow, field: &str) -> String {
    let one = row.answers.iter().find(|one| one.field == field);
    one.map(|one| one.said.clone()).unwrap_or_default()
}

fn school() -> Device {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop
}

#[test]
fn a_list_is_looked_at_then_taken_in_and_never_twice() {
    let mut laptop = school();

    let (_, preview) = look(&mut laptop, LIST);

    assert_eq!(
        (preview.system.as_str(), preview.rows, preview.new),
        ("Smoothwall", 2, 2)
    );
    assert_eq!(
        preview.preview[0],
        "Mon 9 Nov 2026, 11:04, amara.o, LIB-04: Bullying: nobody would miss you"
    );
    assert!(lines(&laptop).is_empty(), "nothing came in by looking");
    assert_eq!(take(&mut laptop, LIST).unwrap(), (2, 0));
    let longer = format!("{LIST}8833,10/11/2026,09:00,amara.o,LIB-04,Drugs,2,vape\n");
    assert_eq!(take(&mut laptop, &longer).unwrap(), (1, 2));
    assert_eq!(lines(&laptop).len(), 3);
}

#[test]
fn a_lead_says_what_an_alert_meant_and_links_it_to_the_concern() {
    let mut laptop = school();
    take(&mut laptop, LIST).unwrap();
    let concern = app::record_concern(&mut laptop.office, forms::about_amara()).unwrap();
    let number = concern.value.record_no.clone();
    let row = lines(&laptop)
        .into_iter()
        .find(|row| said(row, "reference") == "8831")
        .unwrap();
    let open = app::register_line(&laptop.office, REGISTER, Some(&row.id), None).unwrap();
    let form = ScreenForm {
        line: row.id.clone(),
        base: open.base.clone(),
        meaning: "Welfare".to_owned(),
        action: "Spoke to Amara the same morning.".to_owned(),
        concern: number.clone(),
    };

    app::screen_alert(&mut laptop.office, form.clone()).unwrap();

    let row = lines(&laptop)
        .into_iter()
        .find(|one| one.id == row.id)
        .unwrap();
    assert_eq!(said(&row, "meaning"), "Welfare");
    assert_eq!(said(&row, "screened_by"), "Ruth Calloway");
    assert_eq!(said(&row, "trigger"), "Bullying: nobody would miss you");
    assert_eq!(row.concern.unwrap().record_no, number);
    let again = app::screen_alert(&mut laptop.office, form).unwrap_err();
    assert_eq!(
        again.kind,
        FaultKind::Refused,
        "somebody screened it meanwhile"
    );
    let thread = app::concern(&mut laptop.office, &concern.value.id)
        .unwrap()
        .thread;
    let thread = serde_json::to_string(&thread).unwrap();
    assert!(thread.contains("Monitoring alert log"), "{thread}");
}

#[test]
fn an_alert_that_is_screened_is_late_no_longer_and_governors_count_it() {
    let mut laptop = school();
    take(&mut laptop, LIST).unwrap();
    laptop.minutes(3 * 24 * 60);
    laptop.open(&RUTH);
    let late = |laptop: &Device| {
        let view = app::register(&laptop.office, REGISTER, None).unwrap();
        view.rhythm.unwrap().late.len()
    };
    assert_eq!(late(&laptop), 2);

    for row in lines(&laptop) {
        let open = app::register_line(&laptop.office, REGISTER, Some(&row.id), None).unwrap();
        let form = ScreenForm {
            line: row.id,
            base: open.base,
            meaning: "False positive".to_owned(),
            ..ScreenForm::default()
        };
        app::screen_alert(&mut laptop.office, form).unwrap();
    }

    assert_eq!(late(&laptop), 0);
    let asked = ReportAsked {
        from: Some("2026-11-02".to_owned()),
        to: Some("2026-11-29".to_owned()),
        ..ReportAsked::default()
    };
    let report = app::governor_report(&mut laptop.office, asked).unwrap();
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    let rows = blocks.flat_map(|block| &block.rows);
    let alerts: Vec<_> = rows
        .filter(|row| row.measure.contains("alert"))
        .map(|row| (row.label.as_str(), row.cells[0].value.as_str()))
        .collect();
    // Two are too few to be said.
    assert!(
        alerts.iter().any(|(_, value)| *value == "not shown"),
        "{alerts:?}"
    );
}

#[test]
fn a_system_that_numbers_its_rows_anew_each_week_loses_no_alert() {
    let mut laptop = school();
    let week = |day: u32| {
        format!(
            "Number,Captured at,User,Matched phrase\n1,{day:02}/11/2026 10:00,amara.o,gore\n2,{day:02}/11/2026 10:05,jayden.f,knife\n"
        )
    };

    assert_eq!(take(&mut laptop, &week(2)).unwrap(), (2, 0));
    assert_eq!(take(&mut laptop, &week(9)).unwrap(), (2, 0));
    assert_eq!(take(&mut laptop, &week(9)).unwrap(), (0, 2));
    assert_eq!(lines(&laptop).len(), 4);
}

#[test]
fn an_alert_that_was_struck_does_not_come_back_with_the_next_list() {
    let mut laptop = school();
    take(&mut laptop, LIST).unwrap();
    let row = lines(&laptop).remove(0);
    let open = app::register_line(&laptop.office, REGISTER, Some(&row.id), None).unwrap();
    let strike = LineForm {
        register: REGISTER.to_owned(),
        line: Some(row.id),
        base: open.base,
        concern: None,
        answers: Vec::new(),
        reason: "Another school\u{2019}s pupil; it came to us by mistake.".to_owned(),
        strike: true,
    };
    app::write_line(&mut laptop.office, strike).unwrap();

    assert_eq!(take(&mut laptop, LIST).unwrap(), (0, 2));
}

#[test]
fn a_time_of_another_zone_stands_at_the_schools_own_and_a_list_says_its_days() {
    let mut laptop = school();
    let list = "Timestamp,User,Search term,Risk rating\n\
        2026-07-13T23:30:00Z,amara.o,vape,High\n\
        2026-03-29 01:30,jayden.f,knife,High\n";

    let (_, preview) = look(&mut laptop, list);
    assert_eq!(preview.days, "29 Mar 2026 to 14 Jul 2026");
    take(&mut laptop, list).unwrap();

    let at: Vec<String> = lines(&laptop)
        .iter()
        .map(|row| said(row, "alert_at"))
        .collect();
    assert!(
        at.iter()
            .any(|at| at.contains("14 Jul") && at.contains("00:30")),
        "{at:?}"
    );
    // That night the clocks went from 01:00 to 02:00.
    assert!(
        at.iter()
            .any(|at| at.contains("29 Mar") && at.contains("02:30")),
        "{at:?}"
    );
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_nothing_comes_in() {
    let mut laptop = school();
    let list = LIST.replace("09/11/2026,11:09", "the 9th,11:09");

    let refused = take(&mut laptop, &list).unwrap_err();

    assert!(
        refused
            .say
            .starts_with("Nothing was taken in: row 3, Date:"),
        "{}",
        refused.say
    );
    assert!(lines(&laptop).is_empty());
}

#[test]
fn a_list_that_does_not_tell_its_system_asks_and_columns_are_chosen_by_hand() {
    let mut laptop = school();
    let list = "Wann,Wer,Was\n09/11/2026 11:04,amara.o,knife\n";
    let token = brought(&mut laptop, list);
    let columns = ["at", "user", "trigger"]
        .map(|id| Some(id.to_owned()))
        .to_vec();

    let preview = app::preview_alerts(&mut laptop.office, &token, None, "").unwrap();
    let asked =
        app::take_alerts(&mut laptop.office, &token, Some(columns.clone()), "").unwrap_err();
    app::take_alerts(&mut laptop.office, &token, Some(columns), "Another system").unwrap();

    assert_eq!((preview.system.as_str(), preview.problem_count), ("", 2));
    assert_eq!(asked.problems[0].field, "system");
    assert_eq!(said(&lines(&laptop)[0], "trigger"), "knife");
}

#[test]
fn whoever_keeps_no_register_of_alerts_brings_none_in() {
    let mut laptop = school();
    laptop.add(&PATIENCE);
    laptop.open(&PATIENCE);
    let about = BeginFile {
        name: "alerts.csv".to_owned(),
        size: 10,
        media: "text/csv".to_owned(),
        source: None,
        indecent_image: "no".to_owned(),
        for_purpose: "alerts".to_owned(),
    };

    assert!(app::begin_file(&mut laptop.office, about).is_err());
}
