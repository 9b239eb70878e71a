//! Requests to see what is held, and complaints about it: those on the program's own page, and lines of the register.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access::Access;
use domain::disclosure::Leaf;
use domain::register::Line;
use vault::Room;
use vault::ask::plain;

use super::registers::{day, kind, lines, said};
use super::{Source, Streams, day_of, part};
use crate::Office;
use crate::wire::Fault;

const REGISTER: &str = "dp-complaints";
/// What the register calls requests for a pupil's file.
const FOR_A_FILE: [&str; 2] = ["subject-access-request", "educational-record-request"];
/// It ended because there never was a request.
const MISTAKE: &str = "mistake";

/// A request of the program's own page, as a line of the register may say it too.
struct Known {
    received: NaiveDate,
    who: BTreeSet<String>,
}

/// Counts each once, on the day it came.
pub(super) fn gather(office: &Office, room: &Room, all: &mut Streams) -> Result<(), Fault> {
    let today = office.around.local().date_naive();
    let stream = all.entry("requests".to_owned()).or_default();
    let mut known = Vec::new();
    for line in room.access_requests(u32::MAX)? {
        let access = room.access_request(line.id)?;
        let (Some(request), Some(cell)) = (access.request(), on_page(&access, today)) else {
            continue;
        };
        let leaves = vec![Leaf::All, part("time", cell)];
        stream.put(Source::Pupil(request.pupil), request.received, "", leaves);
        known.push(Known {
            received: request.received,
            who: words(&request.who),
        });
    }
    for kept in lines(room, REGISTER)? {
        let received = day(&kept.line, "received").or_else(|| day_of(office, kept.at));
        let Some(received) = received else { continue };
        // Written in both places, it is one: each request answers for one line.
        let same = known
            .iter()
            .position(|one| one.received == received && is_the_same(&kept.line, one));
        if let Some(at) = same {
            known.remove(at);
            continue;
        }
        let leaves = vec![Leaf::All, part("time", in_register(&kept.line, today))];
        stream.put(Source::Register(REGISTER), received, "", leaves);
    }
    Ok(())
}

/// Whether a line is of a request for a file by somebody of that name; one that names nobody is.
fn is_the_same(line: &Line, known: &Known) -> bool {
    let from = words(said(line, "from"));
    FOR_A_FILE.contains(&kind(said(line, "kind")).as_str())
        && (from.is_empty() || !from.is_disjoint(&known.who))
}

fn words(name: &str) -> BTreeSet<String> {
    let plain = plain(name);
    let words = plain.split(|c: char| !c.is_alphanumeric());
    let words =
        words.filter(|word| !word.is_empty() && !["mr", "mrs", "ms", "miss", "dr"].contains(word));
    words.map(str::to_owned).collect()
}

fn in_register(line: &Line, today: NaiveDate) -> &'static str {
    let due = day(line, "extended_to").or_else(|| day(line, "due"));
    stands(day(line, "sent"), due, today)
}

/// How one of the program's own page stands; nothing for one that never was.
fn on_page(access: &Access, today: NaiveDate) -> Option<&'static str> {
    match access.ending().map(|kept| kept.what.how.as_str()) {
        Some(MISTAKE) => None,
        Some("answered") => {
            let ended = access.ending().map(|kept| kept.step.written.date_naive());
            let sent = access.releases.last().map(|kept| kept.what.on).or(ended);
            let due = access.clock(sent.unwrap_or(today)).due;
            Some(stands(sent, due, today))
        }
        Some(_) => Some("ended"),
        None => Some(stands(None, access.clock(today).due, today)),
    }
}

fn stands(sent: Option<NaiveDate>, due: Option<NaiveDate>, today: NaiveDate) -> &'static str {
    match (sent, due) {
        (Some(sent), Some(due)) if sent > due => "late",
        (Some(_), _) => "in-time",
        (None, Some(due)) if due < today => "overdue",
        (None, _) => "open",
    }
}
