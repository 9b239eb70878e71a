//! What was entered in registers about a concern, for its page and its papers.

use domain::id::ConcernId;
use domain::register::Entered;
use domain::room::Room as RoomKind;

use super::known;
use super::show::answers;
use crate::Office;
use crate::casework::CaseStep;
use crate::wire::Fault;

/// Every line about it as a step of the concern, as it holds. Of a register that whoever is in does not keep, it is said that there is a
/// line and who wrote it, and nothing of it.
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
        all.extend(step(office, &room.register_line(line.id)?)?);
    }
    Ok(all)
}

fn step(office: &Office, entered: &Entered) -> Result<Option<CaseStep>, Fault> {
    let (Some(first), Some(last)) = (entered.first(), entered.last()) else {
        return Ok(None);
    };
    let register = known(office, &last.what.register).ok();
    let register = register.as_deref();
    let role = office.sitting()?.role();
    let may = register.is_none_or(|register| guidance::may(role, register.grant()));
    let by = |what: &str| {
        let at = office.dated(last.step.written.timestamp_millis());
        format!("{what} by {}, {at}: {}", last.step.author.name, last.reason)
    };
    let mut said: Vec<String> = answers(office, register, &last.what)
        .into_iter()
        .map(|one| format!("{}: {}", one.label, one.said))
        .collect();
    if entered.versions.len() > 1 && !last.what.struck {
        said.push(by("Corrected"));
    }
    if entered.heads.len() > 1 {
        said.push(
            "It was corrected on two laptops at once; the other stands in the register.".to_owned(),
        );
    }
    if entered.needs_newer {
        said.push("A newer Strongroom wrote something of it that this one cannot read.".to_owned());
    }
    Ok(Some(CaseStep {
        entry: None,
        at: first.step.written,
        about: false,
        kind: "walk",
        title: format!("Register \u{201c}{}\u{201d}", last.what.title),
        detail: if may {
            said.join("\n")
        } else {
            "What it says is read by whoever keeps that register.".to_owned()
        },
        who: first.step.author.name.clone(),
        late: None,
        struck: last.what.struck.then(|| {
            if may {
                by("Struck")
            } else {
                "Struck".to_owned()
            }
        }),
        whose: None,
    }))
}
