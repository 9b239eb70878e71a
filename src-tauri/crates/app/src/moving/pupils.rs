//! Which pupil of the school's list a row means. A wrong child is worse than a name as it was written.

use std::collections::{BTreeMap, HashMap};

use domain::concern::PersonIn;
use domain::id::PupilId;
use domain::pupil::Facts;
use exchange::past::PastPupil;
use vault::ask::PupilLine;

use crate::wire::{Choice, Fault, HistoryPupil, NameChosen};

/// The school's list, to look somebody up in.
pub(super) struct Roll {
    known: Vec<PupilLine>,
    by_upn: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_id: HashMap<String, usize>,
    chosen: HashMap<String, String>,
    unsure: BTreeMap<String, HistoryPupil>,
}

impl Roll {
    pub fn new(
        known: Vec<PupilLine>,
        standing: &HashMap<PupilId, PupilId>,
        chosen: &[NameChosen],
    ) -> Self {
        let mut by_upn = HashMap::new();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_id = HashMap::new();
        let place_of: HashMap<PupilId, usize> = known
            .iter()
            .enumerate()
            .map(|(place, line)| (line.id, place))
            .collect();
        for (place, line) in known.iter().enumerate() {
            let facts = &line.facts;
            // Records that are one child lead to the one that stands for them, under every name of theirs.
            let stands = standing.get(&line.id).and_then(|id| place_of.get(id));
            let place = stands.copied().unwrap_or(place);
            by_id.insert(line.id.to_string(), place);
            if let Some(upn) = &facts.upn {
                by_upn.insert(upn.clone(), place);
            }
            for name in names(facts) {
                let places = by_name.entry(name).or_default();
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        Self {
            known,
            by_upn,
            by_name,
            by_id,
            chosen: chosen
                .iter()
                .map(|one| (one.name.clone(), one.id.clone()))
                .collect(),
            unsure: BTreeMap::new(),
        }
    }

    /// Somebody as they stand in a concern: of the school's list when that is beyond doubt or was chosen, otherwise
    /// under the name as written.
    pub fn person(&mut self, row: &PastPupil, role: &str) -> Result<PersonIn, Fault> {
        let candidates = self
            .by_name
            .get(&plain(&row.name))
            .cloned()
            .unwrap_or_default();
        let place = match self.certain(row, &candidates) {
            Some(place) => Some(place),
            None => self.choice(row, &candidates)?,
        };
        let line = place.and_then(|place| self.known.get(place));
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Ok(PersonIn {
            said_as: String::new(),
            adult: None,
            pupil: line.map(|line| line.id),
            name: match (row.name.as_str(), line) {
                ("", Some(line)) => line.facts.name(),
                (name, _) => name.to_owned(),
            },
            kind: "pupil".to_owned(),
            role: role.to_owned(),
            sex: None,
            date_of_birth: row.born.or(line.and_then(|line| line.facts.date_of_birth)),
            upn: text(&row.upn).or_else(|| line.and_then(|line| line.facts.upn.clone())),
            // What the file says was so then; what the list says now was perhaps not.
            class: text(&row.class),
            flags: Vec::new(),
        })
    }

    /// Every name somebody in a concern goes by, for comparing.
    pub fn names_of(&self, person: &PersonIn) -> Vec<String> {
        let line = person
            .pupil
            .and_then(|id| self.by_id.get(&id.to_string()))
            .and_then(|place| self.known.get(*place));
        let listed = line.map(|line| names(&line.facts)).unwrap_or_default();
        std::iter::once(plain(&person.name)).chain(listed).collect()
    }

    fn certain(&self, row: &PastPupil, candidates: &[usize]) -> Option<usize> {
        if let Some(place) = self.by_upn.get(&row.upn).filter(|_| !row.upn.is_empty()) {
            return Some(*place);
        }
        let facts = |place: &usize| self.known.get(*place).map(|line| &line.facts);
        if let Some(born) = row.born {
            let same: Vec<&usize> = candidates
                .iter()
                .filter(|place| facts(place).is_some_and(|facts| facts.date_of_birth == Some(born)))
                .collect();
            return match same.as_slice() {
                [only] => Some(**only),
                _ => None,
            };
        }
        match candidates {
            [only] => {
                let class = facts(only)?.class.as_deref()?;
                (!row.class.is_empty() && plain(class) == plain(&row.class)).then_some(*only)
            }
            _ => None,
        }
    }

    /// What a person said of a name that is not certain; the name is listed for them.
    fn choice(&mut self, row: &PastPupil, candidates: &[usize]) -> Result<Option<usize>, Fault> {
        let born = row.born.map(|born| born.to_string()).unwrap_or_default();
        let key = [&plain(&row.name), &row.upn, &born, &plain(&row.class)]
            .map(String::as_str)
            .join("|");
        let chosen = self.chosen.get(&key).cloned().unwrap_or_default();
        let place = match chosen.as_str() {
            "" => None,
            id => Some(*self.by_id.get(id).ok_or_else(|| {
                Fault::field(
                    "pupils",
                    "One of the pupils that were chosen is not on the list",
                )
            })?),
        };
        let listed = self.unsure.entry(key.clone()).or_insert_with(|| {
            let said = [row.upn.clone(), row.class.clone(), row.year.clone()];
            let detail: Vec<String> = said
                .into_iter()
                .chain(row.born.map(crate::say::date_and_year))
                .filter(|part| !part.is_empty())
                .collect();
            HistoryPupil {
                key,
                name: row.name.clone(),
                detail: detail.join(", "),
                concerns: 0,
                choices: candidates
                    .iter()
                    .filter_map(|place| self.known.get(*place))
                    .map(choice_of)
                    .collect(),
                id: chosen,
            }
        });
        listed.concerns = listed.concerns.saturating_add(1);
        Ok(place)
    }

    /// Everybody who could not be told for sure: those somebody may be first, then the most often named.
    pub fn unsure(self) -> Vec<HistoryPupil> {
        let mut all: Vec<HistoryPupil> = self.unsure.into_values().collect();
        all.sort_by_key(|one| (one.choices.is_empty(), std::cmp::Reverse(one.concerns)));
        all
    }
}

/// The names of a pupil, for comparing: legal, used, and the used forename with the legal surname.
fn names(facts: &Facts) -> Vec<String> {
    let used = facts
        .preferred_forename
        .as_deref()
        .unwrap_or(&facts.legal_forename);
    let mut names = vec![
        plain(&facts.legal_name()),
        plain(&facts.name()),
        plain(&format!("{used} {}", facts.legal_surname)),
    ];
    names.sort();
    names.dedup();
    names
}

fn choice_of(line: &PupilLine) -> Choice {
    let facts = &line.facts;
    let detail: Vec<String> = [facts.class.clone(), facts.upn.clone()]
        .into_iter()
        .flatten()
        .chain(facts.date_of_birth.map(crate::say::date_and_year))
        .collect();
    Choice {
        id: line.id.to_string(),
        title: facts.name(),
        detail: detail.join(", "),
    }
}

/// A name for comparing: letters and figures only, in small.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The pupils of the school's list among some people.
pub(super) fn on_the_list(people: &[PersonIn]) -> impl Iterator<Item = PupilId> + '_ {
    people.iter().filter_map(|person| person.pupil)
}
