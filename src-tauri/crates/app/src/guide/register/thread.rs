//! What was entered in registers about a concern, for its page and its papers.

use domain::id::ConcernId;
use domain::room::Room as RoomKind;

use super::answers::moment;
use super::known;
use super::show::answers;
use crate::Office;
use crate::casework::CaseStep;
use crate::wire::Fault;

/// Every line about it as a step of the concern, as it holds.
pub(crate) fn steps_of_registers(
    office: &Office,
    kind: RoomKind,
    concern: ConcernId,
) -> Result<Vec<CaseStep>, Fault> {
    let Some(room) = office.room(kind) else {
        return Ok(Vec::new());
    };
    let mut all = Vec::new();
    for line in room.register_lines_of(concern)? {
        let Ok(register) = known(&line.line.register) else {
            continue;
        };
        let entered = room.register_line(line.id)?;
        let (Some(first), Some(last)) = (entered.first(), entered.last()) else {
            continue;
        };
        let said = answers(office, register, &last.what).into_iter();
        let said: Vec<String> = said
            .map(|one| format!("{}: {}", one.label, one.said))
            .collect();
        let by = |what: &str| {
            let at = moment(office, last.step.written.timestamp_millis());
            format!("{what} by {}, {at}: {}", last.step.author.name, last.reason)
        };
        let corrected = (entered.versions.len() > 1 && !last.what.struck).then(|| by("Corrected"));
        all.push(CaseStep {
            entry: None,
            at: first.step.written,
            about: false,
            kind: "walk",
            title: format!("Register \u{201c}{}\u{201d}", last.what.title),
            detail: said
                .into_iter()
                .chain(corrected)
                .collect::<Vec<_>>()
                .join("\n"),
            who: first.step.author.name.clone(),
            late: None,
            struck: last.what.struck.then(|| by("Struck")),
            whose: None,
        });
    }
    Ok(all)
}
