//! What was done about one concern, for the chronology. One that cannot be read must not shut the whole file.

use domain::room::Room as RoomKind;
use vault::Room;
use vault::ask::ChronologyLine;

use crate::casework::{CaseStep, all_with_marks, every_step, in_summary};
use crate::{Office, say};

/// The steps of a concern, of a summary those that it has, each with why it is significant. Where something of it cannot be
/// read, one step says so beside what can.
pub(super) fn done_about(
    office: &Office,
    (kind, room): (RoomKind, &Room),
    line: &ChronologyLine,
    summary: bool,
) -> Vec<(CaseStep, Option<String>)> {
    let Ok(known) = room.concern(line.line.id) else {
        return unread(office, line, "What was done about")
            .into_iter()
            .collect();
    };
    if summary {
        return in_summary(office, &known);
    }
    every_step(office, kind, &known).unwrap_or_else(|_| {
        let mut all = all_with_marks(office, &known);
        all.extend(unread(office, line, "The flowcharts and checklists about"));
        all
    })
}

/// A step that says what cannot be read. It stands where the concern was written: when anything was done is not known.
fn unread(
    office: &Office,
    line: &ChronologyLine,
    what: &str,
) -> Option<(CaseStep, Option<String>)> {
    let at = say::at(line.line.written, office.around.zone)?;
    let which = match line.line.record_no.as_str() {
        "" => "a concern",
        record_no => record_no,
    };
    let step = CaseStep {
        entry: None,
        at: at.fixed_offset(),
        about: false,
        kind: "unread",
        title: format!("{what} {which} cannot be read"),
        detail: "It is damaged, or was written with a newer Strongroom than this one.".to_owned(),
        who: "Said by Strongroom".to_owned(),
        late: None,
        struck: None,
        whose: None,
    };
    Some((step, None))
}
