//! What would become of the rows: which are one concern, which are here already, who is in them.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::concern::PersonIn;
use domain::room::Room as RoomKind;
use exchange::past::{PastAction, PastPupil, PastRow};

use super::kept::imports;
use super::pupils::{Roll, on_the_list, plain};
use super::read::History;
use crate::Office;
use crate::office::not_a_member;
use crate::wire::{Fault, HistoryCategory, HistoryChoices, HistoryPupil};

/// A concern that would be made.
pub(super) struct Planned {
    /// What tells it from others.
    pub mark: String,
    pub row: PastRow,
    /// Every row it stands on.
    pub rows: Vec<u32>,
    pub people: Vec<PersonIn>,
    /// Whom its rows are about.
    pupils: Vec<PastPupil>,
    /// Whom they merely name.
    linked: Vec<String>,
    pub actions: Vec<PastAction>,
    /// Categories that are known here.
    pub categories: Vec<String>,
    /// Those that are not, as written.
    pub others: Vec<String>,
}

/// What would become of a history.
pub(super) struct Plan {
    pub concerns: Vec<Planned>,
    pub already: u32,
    pub joined: u32,
    pub known: u32,
    pub categories: Vec<HistoryCategory>,
    pub unsure: Vec<HistoryPupil>,
}

/// Plans a history that has been read without a problem.
pub(super) fn plan(
    office: &Office,
    history: &History,
    choices: &HistoryChoices,
) -> Result<Plan, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let here: HashSet<String> = imports(office)?
        .into_iter()
        .filter(|(_, import)| import.from == history.source)
        .flat_map(|(_, import)| import.marks)
        .collect();
    let mut roll = Roll::new(room.all_pupils()?, &room.standing_for()?, &choices.pupils);
    let mut names = Categories::new(office, choices)?;
    let mut plan = Plan {
        concerns: Vec::new(),
        already: 0,
        joined: 0,
        known: 0,
        categories: Vec::new(),
        unsure: Vec::new(),
    };
    let mut by_mark: HashMap<String, Option<usize>> = HashMap::new();
    for row in &history.reading.rows {
        let mark = mark(row, &by_mark, &plan.concerns);
        match by_mark.get(&mark).copied() {
            Some(None) => continue,
            Some(Some(place)) => {
                plan.joined += 1;
                if let Some(planned) = plan.concerns.get_mut(place) {
                    join(planned, row);
                    file_under(planned, row, &mut names);
                }
                continue;
            }
            None => {}
        }
        let identity = identity(row);
        if here.contains(&identity) {
            plan.already += 1;
            by_mark.insert(mark, None);
            continue;
        }
        by_mark.insert(mark, Some(plan.concerns.len()));
        let mut planned = Planned {
            mark: identity,
            rows: vec![row.row],
            people: Vec::new(),
            pupils: vec![row.pupil.clone()],
            linked: row.linked.clone(),
            actions: row.actions.clone(),
            categories: Vec::new(),
            others: Vec::new(),
            row: row.clone(),
        };
        file_under(&mut planned, row, &mut names);
        plan.concerns.push(planned);
    }
    // Only now is every row of a concern known: whom one row merely names another may tell by UPN.
    for planned in &mut plan.concerns {
        people(planned, &mut roll)?;
    }
    let known: BTreeSet<_> = plan
        .concerns
        .iter()
        .flat_map(|planned| on_the_list(&planned.people))
        .map(|id| id.0)
        .collect();
    plan.known = u32::try_from(known.len()).unwrap_or(u32::MAX);
    plan.categories = names.listed;
    plan.unsure = roll.unsure();
    Ok(plan)
}

/// So much of a hash tells one concern from another.
const OF_HASH: usize = 16;

/// What a concern is known by when a file comes again: its number there and its words, so that no other file with the same
/// numbers can stand in the place of it; without a number, whom it is about and when.
fn identity(row: &PastRow) -> String {
    let short = |hash: history::Hash| hash.to_string().chars().take(OF_HASH).collect::<String>();
    if row.number.is_empty() {
        return format!("row {}", short(said(row)));
    }
    let words = history::Hash::of(&[row.title.as_bytes(), b"\0", row.text.as_bytes()]);
    format!("number {} {}", row.number, short(words))
}

/// Everything a row without a number is told by.
fn said(row: &PastRow) -> history::Hash {
    let day = row
        .occurred
        .or(row.added)
        .map(|moment| moment.day.to_string());
    history::Hash::of(&[
        row.pupil.name.as_bytes(),
        b"\0",
        day.unwrap_or_default().as_bytes(),
        b"\0",
        row.title.as_bytes(),
        b"\0",
        row.text.as_bytes(),
    ])
}

/// What tells a concern from others of one file: its number there, or what it says. Two with one number and other words are
/// two.
fn mark(row: &PastRow, by_mark: &HashMap<String, Option<usize>>, planned: &[Planned]) -> String {
    let said = said(row);
    if row.number.is_empty() {
        return format!("row {said}");
    }
    let number = format!("number {}", row.number);
    let other = by_mark
        .get(&number)
        .copied()
        .flatten()
        .and_then(|place| planned.get(place))
        .is_some_and(|first| {
            let nothing_more = row.text.is_empty() && row.title.is_empty();
            !nothing_more && (first.row.text != row.text || first.row.title != row.title)
        });
    match other {
        true => format!("{number} {said}"),
        false => number,
    }
}

/// The same concern on another row: one of the pupils it was copied to, or something more that was done.
fn join(planned: &mut Planned, row: &PastRow) {
    planned.rows.push(row.row);
    for action in &row.actions {
        if !planned.actions.contains(action) {
            planned.actions.push(action.clone());
        }
    }
    if !planned.pupils.contains(&row.pupil) {
        planned.pupils.push(row.pupil.clone());
    }
    for name in &row.linked {
        if !planned.linked.contains(name) {
            planned.linked.push(name.clone());
        }
    }
}

/// What a row is filed under, each once.
fn file_under(planned: &mut Planned, row: &PastRow, names: &mut Categories) {
    for name in &row.categories {
        match names.of(name) {
            Some(id) if !planned.categories.contains(&id) => planned.categories.push(id),
            None if !planned.others.contains(name) => planned.others.push(name.clone()),
            Some(_) | None => {}
        }
    }
}

/// Everybody in a concern, each once: the pupil of its first row, those of the others, and who is named beside them.
fn people(planned: &mut Planned, roll: &mut Roll) -> Result<(), Fault> {
    let mut names: HashSet<String> = HashSet::new();
    for pupil in &planned.pupils {
        let role = match planned.people.is_empty() {
            true => "subject",
            false => "other",
        };
        let person = roll.person(pupil, role)?;
        let there = person.pupil.is_some()
            && planned
                .people
                .iter()
                .any(|known| known.pupil == person.pupil);
        names.extend(roll.names_of(&person));
        if !there {
            planned.people.push(person);
        }
    }
    for name in &planned.linked {
        if !names.insert(plain(name)) {
            continue;
        }
        let linked = PastPupil {
            name: name.clone(),
            ..PastPupil::default()
        };
        let person = roll.person(&linked, "other")?;
        let there = person.pupil.is_some()
            && planned
                .people
                .iter()
                .any(|known| known.pupil == person.pupil);
        if !there {
            planned.people.push(person);
        }
    }
    Ok(())
}

/// Names of categories, each with what it is.
struct Categories {
    known: HashMap<String, String>,
    chosen: HashMap<String, String>,
    listed: Vec<HistoryCategory>,
    places: HashMap<String, usize>,
}

impl Categories {
    fn new(office: &Office, choices: &HistoryChoices) -> Result<Self, Fault> {
        let own = office.sitting()?.settings.categories.iter();
        let own = own.map(|own| (plain(&own.name), own.id()));
        Ok(Self {
            known: crate::words::all_categories()
                .into_iter()
                .map(|choice| (plain(&choice.title), choice.id))
                .chain(own)
                .collect(),
            chosen: choices
                .categories
                .iter()
                .map(|one| (one.name.clone(), one.id.clone()))
                .collect(),
            listed: Vec::new(),
            places: HashMap::new(),
        })
    }

    /// What a name is: what a person said, or the category of that very name.
    fn of(&mut self, name: &str) -> Option<String> {
        let id = match self.chosen.get(name) {
            Some(id) => id.clone(),
            None => self.known.get(&plain(name)).cloned().unwrap_or_default(),
        };
        let place = *self.places.entry(name.to_owned()).or_insert_with(|| {
            self.listed.push(HistoryCategory {
                name: name.to_owned(),
                concerns: 0,
                id: id.clone(),
            });
            self.listed.len() - 1
        });
        if let Some(listed) = self.listed.get_mut(place) {
            listed.concerns = listed.concerns.saturating_add(1);
        }
        Some(id).filter(|id| !id.is_empty())
    }
}
