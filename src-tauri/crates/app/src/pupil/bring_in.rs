//! A pupil list from the school's own system: looked at first, taken in whole or not at all, and again without doubles.

use std::collections::{BTreeMap, HashMap};

use domain::id::PupilId;
use domain::pupil::{AMENDED, Facts, Flag, RECORDED};
use domain::room::Room as RoomKind;
use exchange::roll::RollContact;
use exchange::roll::{RollReading, RollRow};
use rand_core::RngCore;
use vault::NewEntry;

use super::contacts::Contacts;
use super::list::facts_row;
use super::list_file::ListFile;
use super::save::entry;
use crate::Office;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{Done, Fault, FaultKind, ListPreview, ListTaken, PupilRow, RowProblem, Topic};

/// Columns as a person chose them; `None` lets the program match them.
pub type Columns = Option<Vec<Option<String>>>;

/// How many pupils of a list are shown before it is taken in.
const SHOWN: usize = 20;

/// What taking the list in would do. Nothing is taken in.
pub fn preview_pupil_list(
    office: &mut Office,
    token: &str,
    columns: Columns,
) -> Result<ListPreview, Fault> {
    need(office, Right::AllPupilRecords)?;
    let watch = office.watch();
    watch.begin();
    watch.step("Reading the list", 0, 0)?;
    let file = ListFile::read(office, token, columns)?;
    let reading = &file.reading;
    let plan = plan(office, reading)?;
    let preview: Vec<PupilRow> = reading
        .rows
        .iter()
        .take(SHOWN)
        .map(|row| facts_row(office, "", &facts(row, None), None))
        .collect();
    let problem = |problem: &exchange::roll::RowProblem| RowProblem {
        row: problem.row,
        column: problem.column.clone(),
        say: problem.say.clone(),
    };
    Ok(ListPreview {
        token: token.to_owned(),
        columns: file.columns(),
        fields: file.fields(),
        transfer: file.transfer(),
        rows: count(reading.row_count),
        new: plan.taken.new,
        changed: plan.taken.changed,
        same: plan.taken.same,
        contacts: plan.taken.contacts,
        problems: reading.problems.iter().map(problem).collect(),
        problem_count: count(reading.problem_count),
        warning_count: count(reading.warning_count + plan.warnings.len()),
        warnings: plan
            .warnings
            .into_iter()
            .chain(reading.warnings.iter().map(problem))
            .collect(),
        encoding: file.encoding.to_owned(),
        preview,
    })
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Takes the list in, in one step: all of it or, when a row cannot be read, nothing.
pub fn take_pupil_list(
    office: &mut Office,
    token: &str,
    columns: Columns,
) -> Result<Done<ListTaken>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let watch = office.watch();
    watch.begin();
    let file = ListFile::read(office, token, columns)?;
    let (reading, noun) = (&file.reading, file.noun());
    if let Some(first) = reading.problems.first() {
        let many = reading.problem_count;
        let say = format!(
            "Nothing was taken in: {noun} {}, {}: {}",
            first.row, first.column, first.say
        );
        let mut fault = Fault::new(FaultKind::Refused, say).next(
            "Correct the list in the school\u{2019}s system or the file, and choose it again.",
        );
        if many > 1 {
            fault.technical = Some(format!("{many} problems"));
        }
        fault.problems = reading
            .problems
            .iter()
            .map(|problem| crate::wire::Problem {
                field: format!("{noun} {}, {}", problem.row, problem.column),
                say: problem.say.clone(),
            })
            .collect();
        return Err(fault);
    }
    let plan = plan(office, reading)?;
    watch.step("Taking the list in", 0, plan.entries.len() as u64)?;
    if !plan.entries.is_empty() {
        office.write(RoomKind::Pupils, plan.entries)?;
    }
    office.lists.remove(token);
    Ok(Done {
        value: plan.taken,
        touched: vec![Topic::Pupils],
    })
}

struct Plan {
    entries: Vec<NewEntry>,
    taken: ListTaken,
    /// What a person should look at before a known child is called otherwise.
    warnings: Vec<RowProblem>,
}

/// Which rows are new, which bring news, which say what is known. The same pupil is the same UPN, or the UPN they had
/// before, or without one the same legal name and date of birth.
fn plan(office: &mut Office, reading: &RollReading) -> Result<Plan, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let known = room.all_pupils()?;
    let standing = room.standing_for()?;
    let place_of: HashMap<PupilId, usize> = known
        .iter()
        .enumerate()
        .map(|(place, line)| (line.id, place))
        .collect();
    let mut by_upn: HashMap<&str, usize> = HashMap::new();
    let mut by_name: HashMap<(String, Option<chrono::NaiveDate>), usize> = HashMap::new();
    for (place, line) in known.iter().enumerate() {
        if let Some(upn) = line.facts.upn.as_deref() {
            by_upn.insert(upn, place);
        }
        by_name.insert(
            (
                line.facts.legal_name().to_lowercase(),
                line.facts.date_of_birth,
            ),
            place,
        );
    }
    let mut taken = ListTaken {
        new: 0,
        changed: 0,
        same: 0,
        contacts: 0,
    };
    let mut warnings = Vec::new();
    let mut entries = Vec::new();
    let mut changed: BTreeMap<PupilId, (bool, Facts)> = BTreeMap::new();
    let mut new: Vec<(Facts, &[RollContact])> = Vec::new();
    let mut listed: Vec<(PupilId, &[RollContact])> = Vec::new();
    for row in &reading.rows {
        let name = (
            format!("{} {}", row.legal_forename, row.legal_surname)
                .trim()
                .to_lowercase(),
            row.date_of_birth,
        );
        let match_by_name = || {
            by_name.get(&name).filter(|place| {
                let theirs = known
                    .get(**place)
                    .and_then(|line| line.facts.upn.as_deref());
                // Two with one name and birthday but two numbers are two children.
                row.date_of_birth.is_some()
                    && (row.upn.is_none() || theirs.is_none() || row.upn.as_deref() == theirs)
            })
        };
        let there = row
            .upn
            .as_deref()
            .and_then(|upn| by_upn.get(upn))
            .or_else(|| by_upn.get(row.former_upn.as_deref()?))
            .or_else(match_by_name);
        // News of a record that was joined to another is news of the one that stands for both.
        let matched = there.and_then(|place| Some(known.get(*place)?.id));
        let stands = matched.and_then(|id| place_of.get(standing.get(&id).unwrap_or(&id)));
        match stands.and_then(|place| known.get(*place)) {
            None => {
                taken.new += 1;
                new.push((facts(row, None), &row.contacts));
            }
            Some(line) => {
                listed.push((line.id, &row.contacts));
                let direct = matched == Some(line.id);
                let mut news = facts(row, Some(&line.facts));
                if !direct {
                    // The number and the names of the other record are no news of this one.
                    let own = &line.facts;
                    news.upn.clone_from(&own.upn);
                    news.legal_forename.clone_from(&own.legal_forename);
                    news.legal_surname.clone_from(&own.legal_surname);
                    news.former_names.clone_from(&own.former_names);
                    news.date_of_birth = own.date_of_birth.or(news.date_of_birth);
                }
                warn(&mut warnings, row, &line.facts, &news);
                // One child, one piece of news: a row of the record itself goes before one of a record joined to it.
                let better = changed
                    .get(&line.id)
                    .is_none_or(|(known, _)| direct && !known);
                if better {
                    changed.insert(line.id, (direct, news));
                }
            }
        }
    }
    for (id, (_, news)) in changed {
        let was = place_of.get(&id).and_then(|place| known.get(*place));
        if was.is_some_and(|line| line.facts == news) {
            taken.same += 1;
            continue;
        }
        taken.changed += 1;
        let heads = office
            .room(RoomKind::Pupils)
            .ok_or_else(not_a_member)?
            .pupil(id)?
            .head_entries();
        entries.push(entry(
            AMENDED,
            id,
            heads,
            &news,
            Some("From the school\u{2019}s list"),
        ));
    }
    let mut contacts = Contacts::default();
    for (facts, theirs) in new {
        let mut id = [0; 16];
        office.around.rng.fill_bytes(&mut id);
        entries.push(entry(RECORDED, PupilId(id), Vec::new(), &facts, None));
        contacts.add(office, PupilId(id), false, theirs)?;
    }
    for (id, theirs) in listed {
        contacts.add(office, id, true, theirs)?;
    }
    taken.contacts = contacts.count;
    entries.append(&mut contacts.entries);
    Ok(Plan {
        entries,
        taken,
        warnings,
    })
}

/// A file that calls a known child otherwise, or says another birthday, is looked at first: the wrong number in a row would
/// put one child in the place of another.
fn warn(warnings: &mut Vec<RowProblem>, row: &RollRow, known: &Facts, news: &Facts) {
    let born = |facts: &Facts| {
        facts.date_of_birth.map_or_else(
            || "no date of birth".to_owned(),
            |day| format!("born {}", day.format("%-d %B %Y")),
        )
    };
    let renamed = known.legal_name().to_lowercase() != news.legal_name().to_lowercase();
    let reborn = known.date_of_birth.is_some() && known.date_of_birth != news.date_of_birth;
    if renamed || reborn {
        warnings.push(RowProblem {
            row: row.row,
            column: "Name".to_owned(),
            say: format!(
                "By its number this is {}, {}, who would become {}, {}. Is it the same child?",
                known.legal_name(),
                born(known),
                news.legal_name(),
                born(news),
            ),
        });
    }
}

/// A row as what is known of a pupil. What the list does not say stays as it was: a list without preferred names does
/// not take them away, and status flags that a person set are never removed by a list.
fn facts(row: &RollRow, known: Option<&Facts>) -> Facts {
    let base = known.cloned().unwrap_or_default();
    let mut former = base.former_names.clone();
    if let Some(name) = row
        .former_surname
        .clone()
        .filter(|name| !former.contains(name))
    {
        former.push(name);
    }
    // Whoever looks for the child under the name they had finds them.
    let was = base.legal_name();
    let is = format!("{} {}", row.legal_forename, row.legal_surname);
    if !was.is_empty() && was != is.trim() && !former.contains(&was) {
        former.push(was);
    }
    let mut flags = base.flags.clone();
    for flag in &row.flags {
        if !flags
            .iter()
            .any(|known| known.flag == *flag && known.to.is_none())
        {
            flags.push(Flag {
                flag: (*flag).to_owned(),
                from: None,
                to: None,
                source: Some("school list".to_owned()),
            });
        }
    }
    Facts {
        legal_surname: row.legal_surname.clone(),
        legal_forename: row.legal_forename.clone(),
        middle_names: row.middle_names.clone().or(base.middle_names),
        preferred_forename: row.preferred_forename.clone().or(base.preferred_forename),
        preferred_surname: row.preferred_surname.clone().or(base.preferred_surname),
        former_names: former,
        upn: row.upn.clone().or(base.upn),
        date_of_birth: row.date_of_birth.or(base.date_of_birth),
        sex: row.sex.clone().or(base.sex),
        year: row.year.clone().or(base.year),
        class: row.class.clone().or(base.class),
        site: row.site.clone().or(base.site),
        admitted: row.admitted.or(base.admitted),
        left_on: row.left_on.or(base.left_on),
        flags,
        elsewhere: base.elsewhere,
    }
}
