//! All registers of the school: when each was last written in, how many lines it has, and what of it is late.

use guidance::{OWN_REGISTER, Register, RegisterGroup};
use vault::ask::RegisterLine;

use super::rhythm::{every_line, rhythm, what_is_late};
use super::{about_adults, registers_named, room_of};
use crate::wire::{Fault, RegisterRow, RegistersGroup};
use crate::{Office, say, words};

/// All registers, group by group; those that are put away stand last.
pub fn registers(office: &Office) -> Result<Vec<RegistersGroup>, Fault> {
    let all = registers_named(office)?;
    let mut groups = Vec::new();
    for group in RegisterGroup::ALL {
        let here = all
            .iter()
            .filter(|register| register.group == group && !register.put_away);
        groups.push(RegistersGroup {
            id: name(group),
            title: title(group).to_owned(),
            registers: here
                .map(|register| row(office, register))
                .collect::<Result<_, _>>()?,
        });
    }
    let away = all.iter().filter(|register| register.put_away);
    groups.push(RegistersGroup {
        id: "away",
        title: "Put away".to_owned(),
        registers: away
            .map(|register| row(office, register))
            .collect::<Result<_, _>>()?,
    });
    groups.retain(|group| !group.registers.is_empty() || group.id == name(RegisterGroup::Own));
    Ok(groups)
}

fn row(office: &Office, register: &Register) -> Result<RegisterRow, Fault> {
    let may = room_of(office, register)?.is_some();
    let mut row = RegisterRow {
        id: register.id.to_string(),
        title: register.title.clone(),
        purpose: register.purpose.clone(),
        owner: register
            .owner
            .iter()
            .map(|role| words::role(role))
            .collect(),
        own: register.id.starts_with(OWN_REGISTER),
        may,
        lines: None,
        last: None,
        late: Vec::new(),
        due: None,
    };
    // What is about adults is said where they are kept, not on a page that others see over a shoulder.
    if !may || about_adults(register) {
        return Ok(row);
    }
    let lines = every_line(office, register)?;
    let rhythm = rhythm(office, register, &lines)?;
    row.lines = Some(u32::try_from(lines.len()).unwrap_or(u32::MAX));
    row.last = lines.first().map(|line| on(office, line));
    row.late = what_is_late(&rhythm);
    row.due = rhythm.due.filter(|_| !rhythm.overdue);
    Ok(row)
}

/// `Tue 10 Nov`: the day somebody last wrote a new line.
fn on(office: &Office, line: &RegisterLine) -> String {
    let today = office.around.local().date_naive();
    say::at(line.at, office.around.zone)
        .map_or_else(String::new, |at| say::date(at.date_naive(), today))
}

fn name(group: RegisterGroup) -> &'static str {
    match group {
        RegisterGroup::Filtering => "filtering",
        RegisterGroup::Agreements => "agreements",
        RegisterGroup::Devices => "devices",
        RegisterGroup::Children => "children",
        RegisterGroup::Adults => "adults",
        RegisterGroup::Own => "own",
    }
}

fn title(group: RegisterGroup) -> &'static str {
    match group {
        RegisterGroup::Filtering => "Filtering and monitoring",
        RegisterGroup::Agreements => "Agreements, training and policies",
        RegisterGroup::Devices => "Devices and data",
        RegisterGroup::Children => "About children",
        RegisterGroup::Adults => "About adults who work with children",
        RegisterGroup::Own => "The school\u{2019}s own",
    }
}
