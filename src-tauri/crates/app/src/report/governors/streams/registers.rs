//! Lines of registers, each at the day it says.

use chrono::NaiveDate;
use domain::disclosure::{Days, Leaf};
use domain::register::Line;
use domain::step::parse_time;
use vault::Room;
use vault::ask::RegisterLine;

use super::{Source, Stream, Streams, day_of, part, some};
use crate::Office;
use crate::wire::Fault;

/// Lines are fetched so many at a time.
const AT_A_TIME: u32 = 500;

/// Counts the lines of every register that governors are told of.
pub(super) fn gather(office: &Office, room: &Room, all: &mut Streams) -> Result<(), Fault> {
    let alerts = |line: &Line| {
        let meaning = match said(line, "meaning") {
            "" => "not-screened",
            "False positive" => "false-positive",
            _ => "meant-something",
        };
        let mut leaves = vec![Leaf::All, part("meaning", meaning)];
        if !said(line, "action").is_empty() {
            leaves.push(some("acted"));
        }
        leaves
    };
    let reports = |line: &Line| {
        let body = said(line, "body").to_lowercase();
        let body = ["ceop", "iwf"].into_iter().find(|one| body.contains(one));
        vec![Leaf::All, part("body", body.unwrap_or("others"))]
    };
    let answers = |line: &Line| {
        let answer = match said(line, "answer") {
            "" => "waiting",
            "Removed" | "Account closed" => "removed",
            _ => "not-removed",
        };
        vec![Leaf::All, part("answer", answer)]
    };
    let holds = |line: &Line| vec![Leaf::All, part("kind", &kind(said(line, "kind")))];
    let taken = |_: &Line| vec![Leaf::All];
    let confiscated = |line: &Line| match said(line, "confiscated") {
        "Yes" => vec![Leaf::All],
        _ => Vec::new(),
    };
    let transfers = |line: &Line| {
        let sent = day(line, "sent_at");
        let way = match (said(line, "direction"), sent, day(line, "due")) {
            ("In", _, _) => "in",
            (_, None, _) => "out-not-sent",
            (_, Some(sent), Some(due)) if sent > due => "out-late",
            (_, Some(_), _) => "out-in-time",
        };
        let receipt = match day(line, "receipt_at") {
            Some(_) => "receipt",
            None => "no-receipt",
        };
        vec![Leaf::All, part("way", &format!("{way}:{receipt}"))]
    };
    let shared = |line: &Line| {
        let cell = match said(line, "withheld_because") {
            "" => "shared",
            _ => "withheld",
        };
        vec![Leaf::All, part("decided", cell)]
    };
    let breaches = |line: &Line| {
        let told = match said(line, "ico_notified") {
            "Yes" => "told",
            _ => "not-told",
        };
        vec![Leaf::All, part("ico", told)]
    };
    type Leaves<'a> = &'a dyn Fn(&Line) -> Vec<Leaf>;
    let counted: [(&str, &'static str, &str, Leaves<'_>); 9] = [
        ("alerts", "filter-alert-log", "alert_at", &alerts),
        ("reports", "ceop-iwf-log", "at", &reports),
        ("platforms", "platform-report-log", "reported_at", &answers),
        ("holds", "restrictive-intervention", "at", &holds),
        ("taken", "confiscation-log", "at", &taken),
        (
            "taken",
            "pupil-phone-register",
            "handed_in_at",
            &confiscated,
        ),
        ("transfers", "cp-transfer-log", "left_or_joined", &transfers),
        ("shared", "information-sharing-log", "at", &shared),
        ("breaches", "data-breach-log", "found_at", &breaches),
    ];
    for (stream, register, when, leaves) in counted {
        let stream = all.entry(stream.to_owned()).or_default();
        fill(office, room, stream, (register, when), leaves)?;
    }
    let stream = all.entry("missing-education".to_owned()).or_default();
    for (begun, concern) in room.walked_through("missing-child-cme")? {
        if let Some(day) = day_of(office, begun) {
            stream.put(Source::Concern(concern), day, "", vec![Leaf::All]);
        }
    }
    Ok(())
}

fn fill(
    office: &Office,
    room: &Room,
    stream: &mut Stream,
    (register, when): (&'static str, &str),
    leaves: &dyn Fn(&Line) -> Vec<Leaf>,
) -> Result<(), Fault> {
    for kept in lines(room, register)? {
        let day = day(&kept.line, when).or_else(|| day_of(office, kept.at));
        let leaves = leaves(&kept.line);
        if let Some(day) = day.filter(|_| !leaves.is_empty()) {
            stream.put(Source::Register(register), day, "", leaves);
        }
    }
    Ok(())
}

/// How many lines of a register fall on some days by one of their fields, where something is true of them.
pub(in crate::report::governors) fn things(
    room: &Room,
    (register, when): (&str, &str),
    days: Days,
    is: impl Fn(&Line) -> bool,
) -> Result<usize, Fault> {
    let lines = lines(room, register)?;
    let counted = lines
        .iter()
        .filter(|kept| day(&kept.line, when).is_some_and(|day| days.holds(day)) && is(&kept.line));
    Ok(counted.count())
}

/// Every line of a register that counts.
pub(in crate::report::governors) fn lines(
    room: &Room,
    register: &str,
) -> Result<Vec<RegisterLine>, Fault> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let page = room.register_lines(register, after, AT_A_TIME)?;
        let more = page.len() == AT_A_TIME as usize;
        after = page.last().map(|line| (line.at, line.id));
        all.extend(page.into_iter().filter(|line| !line.line.struck));
        if !more {
            return Ok(all);
        }
    }
}

/// What was entered in a field; empty where nothing was.
pub(in crate::report::governors) fn said<'a>(line: &'a Line, field: &str) -> &'a str {
    let answer = line.answers.iter().find(|one| one.field == field);
    answer
        .and_then(|answer| answer.lines.first())
        .map_or("", String::as_str)
}

/// The day that was entered in a field.
pub(in crate::report::governors) fn day(line: &Line, field: &str) -> Option<NaiveDate> {
    let said = said(line, field);
    let moment = parse_time(said).map(|at| at.date_naive());
    moment.or_else(|| said.parse().ok())
}

/// A kind as a cell.
pub(super) fn kind(said: &str) -> String {
    match said {
        "" => "not-said".to_owned(),
        said => said.to_lowercase().replace(' ', "-"),
    }
}
