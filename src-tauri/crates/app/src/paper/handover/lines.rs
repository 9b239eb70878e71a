//! The lines of a handover sheet, from the lists of the rooms it is made from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::concern::{LIVE, WITH_OTHERS};
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use papers::{Paragraph, Part, Style, Words};
use vault::ask::{ConcernLine, DueKind, DueLine};

use super::super::chronology::read_first;
use super::super::facts::labelled;
use super::part;
use crate::casework::{due_said, late as late_by, name_of};
use crate::concern::{NOT_READ, row, start_of, status_title};
use crate::today::{acknowledged_by, duties, looked_at_again, said_late};
use crate::wire::Fault;
use crate::{Office, say, words};

/// So many lines of each are asked of each room; what is beyond them is said.
const MOST: u32 = 300;

/// So many of those that were read and not triaged are printed: where records were brought in, they are thousands.
const UNTRIAGED: usize = 20;

/// What stands on the sheet.
pub(super) struct Sheet {
    pub(super) parts: Vec<Part>,
    /// The concerns of which a line stands on it.
    pub(super) listed: Vec<(RoomKind, String)>,
}

/// Asks each room, the most pressing first.
pub(super) fn gather(
    office: &Office,
    rooms: &[RoomKind],
    until: NaiveDate,
) -> Result<Sheet, Fault> {
    let now = office.around.local();
    let zone = office.around.zone;
    let at = now.timestamp_millis();
    let end = until.succ_opt().and_then(|day| start_of(day, zone));
    let end = end.unwrap_or(i64::MAX);
    let mut said = Said::default();
    for kind in rooms {
        let room = office.room(*kind).ok_or_else(Fault::stopped)?;
        for status in LIVE.into_iter().chain([WITH_OTHERS]) {
            let found = room.concerns_with_status(status, true, MOST)?;
            said.more |= found.len() == MOST as usize;
            for line in found {
                if *kind == RoomKind::Pupils {
                    said.pupils_of(office, &line)?;
                }
                said.note(*kind, &line);
                said.live.push((line.row, live(office, *kind, &line)));
                // What waits with a clock of its own is said with its clock.
                if status == WITH_OTHERS {
                    said.with_others
                        .insert(line.row, of(office, *kind, &line, ""));
                }
            }
        }
        let unread = room.unread_between(i64::MIN, i64::MAX, MOST)?;
        said.more |= unread.len() == MOST as usize;
        for line in unread {
            said.note(*kind, &line);
            said.unread
                .push((line.row, passed_on(office, *kind, &line)));
        }
        let untriaged = room.untriaged(MOST)?;
        said.more |= untriaged.len() == MOST as usize;
        for line in untriaged {
            said.note(*kind, &line);
            said.untriaged.push((line.row, live(office, *kind, &line)));
        }
        let due = room.due_between(i64::MIN, end, MOST)?;
        said.more |= due.len() == MOST as usize;
        for due in due {
            said.note(*kind, &due.concern);
            let late = late_by(office, due.at, due.whole_day, &due.unit);
            let line = on_clock(office, *kind, &due, late.as_deref());
            if due.kind == DueKind::Reply && due.at >= at {
                said.with_others.remove(&due.concern.row);
                said.answers.push((due.at, line));
            } else if late.is_some() {
                said.late.push((due.at, line));
            } else {
                said.due.push((due.at, line));
            }
        }
    }
    said.finish(office, until)
}

#[derive(Default)]
struct Said {
    live: Vec<(i64, Paragraph)>,
    unread: Vec<(i64, Paragraph)>,
    untriaged: Vec<(i64, Paragraph)>,
    late: Vec<(i64, Paragraph)>,
    due: Vec<(i64, Paragraph)>,
    answers: Vec<(i64, Paragraph)>,
    with_others: BTreeMap<i64, Paragraph>,
    children: BTreeMap<(String, PupilId), Vec<Vec<Words>>>,
    listed: BTreeSet<(RoomKind, String)>,
    more: bool,
}

impl Said {
    fn note(&mut self, kind: RoomKind, line: &ConcernLine) {
        self.listed.insert((kind, line.id.to_string()));
    }

    /// What must be read first of the children a live concern names.
    fn pupils_of(&mut self, office: &Office, line: &ConcernLine) -> Result<(), Fault> {
        let room = office.room(RoomKind::Pupils).ok_or_else(Fault::stopped)?;
        let known = room.concern(line.id)?;
        let people = known
            .current()
            .map(|version| version.content.people.as_slice());
        for id in people
            .unwrap_or_default()
            .iter()
            .filter_map(|person| person.pupil)
        {
            let whole = office.whole_pupil(id)?;
            let mut lines = read_first(&whole.pupil, office.around.zone, None);
            if whole.pupil.needs_newer {
                // That nothing stands there must never mean that it could not be read.
                lines.push(vec![Words::Plain(NOT_READ.to_owned())]);
            }
            if !lines.is_empty() {
                // Two children of one name are two.
                self.children.insert((whole.facts.name(), whole.id), lines);
            }
        }
        Ok(())
    }

    fn finish(self, office: &Office, until: NaiveDate) -> Result<Sheet, Fault> {
        let newest = |mut lines: Vec<(i64, Paragraph)>| {
            lines.sort_by_key(|(row, _)| std::cmp::Reverse(*row));
            lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>()
        };
        let soonest = |mut lines: Vec<(i64, Paragraph)>| {
            lines.sort_by_key(|(at, _)| *at);
            lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>()
        };
        let mut waiting = soonest(self.answers);
        waiting.extend(self.with_others.into_values());
        let older = self.untriaged.len().saturating_sub(UNTRIAGED);
        let mut untriaged = newest(self.untriaged);
        untriaged.truncate(UNTRIAGED);
        if older > 0 {
            untriaged.push(plain(&format!("And {older} older than these.")));
        }
        let by = format!("Due by {}", say::date_and_year(until));
        // What nobody has read has its own lateness in its own lines.
        let none_late = match self.unread.is_empty() {
            true => "Nothing is late.",
            false => "Nothing else is late.",
        };
        let mut parts = vec![
            part(
                "Live",
                newest(self.live),
                "No concern has a status that counts as live.",
            ),
            part(
                "Nobody has read these",
                soonest(self.unread),
                "Everything has been read.",
            ),
            part(
                "Read, not triaged yet",
                untriaged,
                "Everything that was read has been triaged.",
            ),
            part("Late", soonest(self.late), none_late),
            part(&by, soonest(self.due), "Nothing is due."),
            part(
                "Answers waited for",
                waiting,
                "Nobody outside the school owes an answer.",
            ),
            part(
                "Read this first",
                self.children
                    .into_iter()
                    .flat_map(|((name, _), lines)| of_child((name, lines)))
                    .collect(),
                "No child in a live concern has such a line. The page of any other child may have one.",
            ),
            Part {
                heading: "Whom to ring".to_owned(),
                paragraphs: ring(office)?,
            },
            part("What Strongroom needs", needs(office)?, "Nothing just now."),
        ];
        if self.more {
            let say = format!(
                "There is more than stands here: at most {MOST} lines of each are printed. Look at Today."
            );
            let paragraphs = vec![plain(&say)];
            let heading = "Not everything".to_owned();
            parts.insert(
                0,
                Part {
                    heading,
                    paragraphs,
                },
            );
        }
        Ok(Sheet {
            parts,
            listed: self.listed.into_iter().collect(),
        })
    }
}

fn of_child((name, lines): (String, Vec<Vec<Words>>)) -> Vec<Paragraph> {
    lines
        .into_iter()
        .map(|line| {
            let mut words = vec![Words::Strong(format!("{name}. "))];
            words.extend(line);
            Paragraph {
                style: Style::Account,
                words,
            }
        })
        .collect()
}

fn plain(text: &str) -> Paragraph {
    labelled(Style::Account, "", text, None)
}

/// `Amara Oyelaran, 8T: Online safety. MV-26-7K-0001. …`, with the room where it is not the pupils'.
fn of(office: &Office, kind: RoomKind, line: &ConcernLine, more: &str) -> Paragraph {
    let Some(room) = office.room(kind) else {
        return plain(more);
    };
    let row = row(office, kind, room, line);
    let class = match row.class.as_str() {
        "" => String::new(),
        class => format!(", {class}"),
    };
    let category = match row.category.as_str() {
        "" => String::new(),
        category => format!(": {category}"),
    };
    let room = row.room.map(|room| format!(" {}.", room.name));
    let text = format!("{}.{} {more}", row.record_no, room.unwrap_or_default());
    labelled(
        Style::Account,
        &format!("{}{class}{category}", row.about),
        &text,
        None,
    )
}

fn live(office: &Office, kind: RoomKind, line: &ConcernLine) -> Paragraph {
    let status = status_title(line);
    let severity = match line.severity.as_str() {
        "" => "Severity not set".to_owned(),
        id => format!("{} severity", words::term("severity", id)),
    };
    let owner = match line.taken_by.as_str() {
        "" => "With nobody yet".to_owned(),
        id => format!("With {}", name_of(office, id)),
    };
    of(
        office,
        kind,
        line,
        &format!("{status}. {severity}. {owner}."),
    )
}

fn passed_on(office: &Office, kind: RoomKind, line: &ConcernLine) -> Paragraph {
    let today = office.around.local().date_naive();
    let written = say::at(line.written, office.around.zone).map(|at| at.date_naive());
    let due = acknowledged_by(written.unwrap_or(today));
    let late = match due < today {
        true => match said_late(due, today) {
            since if since.starts_with("since") => format!(" Late {since}."),
            by => format!(" {by} late."),
        },
        false => String::new(),
    };
    let danger = match line.urgency.as_str() {
        "immediate" => " Marked as immediate danger.",
        _ => "",
    };
    let at = say::full(line.written, office.around.zone, office.this_year());
    let from = &line.reporter_name;
    of(
        office,
        kind,
        line,
        &format!("From {from}, {at}. Nobody has read it.{danger}{late}"),
    )
}

fn on_clock(office: &Office, kind: RoomKind, due: &DueLine, late: Option<&str>) -> Paragraph {
    let what = match due.kind {
        DueKind::Action => due.what.clone(),
        DueKind::Reply => format!("{} to answer", due.what),
        DueKind::Review => looked_at_again(&due.what),
    };
    let whose = match (due.owner, due.kind) {
        (Some(owner), _) => format!("{}. ", name_of(office, &history::to_hex(&owner))),
        (None, DueKind::Action) => "Nobody\u{2019}s yet. ".to_owned(),
        (None, _) => String::new(),
    };
    let when = due_said(office, due.at, due.whole_day);
    let late = match late {
        Some(since) if since.starts_with("since") => format!(", late {since}"),
        Some(by) => format!(", {by} late"),
        None => String::new(),
    };
    let rule = match due.rule.as_str() {
        "" => String::new(),
        rule => format!(": {rule}"),
    };
    of(
        office,
        kind,
        &due.concern,
        &format!("{what}. {whose}Due {when}{late}{rule}."),
    )
}

/// 999, the numbers the school set, the leads.
fn ring(office: &Office) -> Result<Vec<Paragraph>, Fault> {
    let sitting = office.sitting()?;
    let mut all = vec![labelled(
        Style::Account,
        "Immediate danger",
        "999. Police, not urgent: 101",
        None,
    )];
    let settings = &sitting.settings;
    if !settings.phone.is_empty() {
        let at = match settings.address.as_str() {
            "" => String::new(),
            address => format!(". {address}"),
        };
        let text = format!("{}{at}", settings.phone);
        all.push(labelled(Style::Account, "The school", &text, None));
    }
    for (whom, title, number) in settings.whom_to_ring() {
        let must = ["csc", "lado"].contains(&whom);
        let number = match number {
            Some(number) => number,
            // Whoever reads the sheet alone must not think that there is nobody to ring.
            None if must => {
                "no number is set. Find it on the local authority\u{2019}s page, and put it under Vault, settings"
            }
            None => continue,
        };
        all.push(labelled(Style::Account, title, number, None));
    }
    let leads = sitting.directory.leads();
    if !leads.is_empty() {
        all.push(labelled(Style::Account, "Leads", &leads.join(", "), None));
    }
    Ok(all)
}

fn needs(office: &Office) -> Result<Vec<Paragraph>, Fault> {
    Ok(duties(office)?
        .iter()
        .map(|duty| plain(&duty.say))
        .collect())
}
