//! Who is connected to a pupil, through what: ties that were written down, and concerns that name both.

use std::collections::{BTreeMap, HashMap};

use domain::id::{AdultId, PupilId};
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use vault::ask::{ChronologyLine, PersonLine, plain};

use super::around;
use crate::chronology::{Letters, everything, is_child, letters_of, mask};
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{AroundView, Fault, LinkConcern, LinkPerson, LinksView, Piece, TieView};
use crate::{Office, say, words};

/// How many people a picture holds and can still be read.
const MOST: usize = 60;
/// How many concerns are listed for one of them.
const CONCERNS: usize = 12;

/// Everybody linked to a pupil. Other children whom only concerns name are letters; that somebody asked for their names
/// is kept, and must be.
pub fn links(office: &mut Office, pupil: &str, names: bool) -> Result<LinksView, Fault> {
    let drawn = draw(office, pupil, names, false)?;
    Ok(drawn.picture.view(drawn.facts.name(), MOST, CONCERNS))
}

/// Everybody linked to a pupil, for paper: nobody is left out and no concern either. Where other children are letters, brothers
/// and sisters are too: whoever holds the paper does not know them from the pupil's page.
pub(crate) fn all_links(
    office: &mut Office,
    pupil: &str,
    names: bool,
) -> Result<(LinksView, AllLinks), Fault> {
    let drawn = draw(office, pupil, names, true)?;
    let view = drawn
        .picture
        .view(drawn.facts.name(), usize::MAX, usize::MAX);
    let rest = AllLinks {
        id: drawn.id,
        facts: drawn.facts,
        letters: drawn.letters,
        concerns: drawn.concerns,
        more: drawn.more,
    };
    Ok((view, rest))
}

/// What a paper of links says beside them.
pub(crate) struct AllLinks {
    /// The record that stands for the pupil.
    pub(crate) id: PupilId,
    pub(crate) facts: Facts,
    pub(crate) letters: Letters,
    /// Every concern they rest on, each in its room.
    pub(crate) concerns: Vec<(RoomKind, String)>,
    /// There are older concerns than one file holds.
    pub(crate) more: bool,
}

struct Drawn {
    id: PupilId,
    facts: Facts,
    letters: Letters,
    picture: Picture,
    concerns: Vec<(RoomKind, String)>,
    more: bool,
}

fn draw(office: &mut Office, pupil: &str, names: bool, paper: bool) -> Result<Drawn, Fault> {
    need(office, Right::AllPupilRecords)?;
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let around = around::around(office, pupil)?;
    if names {
        office.must_look(
            RoomKind::Pupils,
            "pupil",
            Some(id.to_string()),
            Some("Links, with the names of other children".to_owned()),
        )?;
    }
    let whole = office.whole_pupil(id)?;
    let (all, more) = everything(office, id)?;
    let letters = letters_of(office, (whole.id, &whole.facts), &all);
    let mut picture = Picture::of_ties(around, &letters, paper && !names);
    picture.standing = office.standing_for()?;
    for (_, line) in all.iter().rev() {
        picture.add(office, line, &letters, names);
    }
    let concerns = all
        .iter()
        .map(|(kind, line)| (*kind, line.line.id.to_string()));
    Ok(Drawn {
        id: whole.id,
        concerns: concerns.collect(),
        facts: whole.facts,
        letters,
        picture,
        more,
    })
}

/// Where each group stands, from the top.
const GROUPS: [&str; 4] = ["family", "agency", "child", "adult"];

#[derive(Default)]
struct Picture {
    people: Vec<LinkPerson>,
    places: HashMap<String, usize>,
    between: BTreeMap<(usize, usize), u32>,
    /// Brothers and sisters are letters too.
    lettered: bool,
    /// The record that stands for each adult's record that was joined to another.
    standing: HashMap<AdultId, AdultId>,
}

impl Picture {
    fn of_ties(around: AroundView, letters: &Letters, lettered: bool) -> Self {
        let mut picture = Self {
            lettered,
            ..Self::default()
        };
        for (group, ties) in [
            ("family", around.family),
            ("agency", around.agencies),
            ("child", around.children),
        ] {
            for tie in ties {
                picture.tie(group, tie, letters);
            }
        }
        picture
    }

    fn tie(&mut self, group: &'static str, tie: TieView, letters: &Letters) {
        let key = match (&tie.adult, &tie.child) {
            (Some(adult), _) => format!("adult {adult}"),
            (None, Some(child)) => format!("pupil {child}"),
            (None, None) => return,
        };
        let masked = self.lettered && tie.child.is_some();
        let name = match (masked, self.lettered) {
            // Whom no concern names has no letter in this file.
            (true, _) => "Another child".to_owned(),
            // "Jayden's mum" is an adult and names a child; a surname that is her own too is hers.
            (false, true) => said(&tie.name, &letters.beside(&[], &tie.name), false),
            (false, false) => tie.name.clone(),
        };
        let place = self.place(key, |key| LinkPerson {
            key,
            pupil: tie.child.clone().filter(|_| !masked),
            adult: tie.adult.clone(),
            name,
            masked,
            group,
            relation: String::new(),
            concerns: Vec::new(),
        });
        if let Some(person) = self.people.get_mut(place) {
            // Two records of one adult may both be said to be the mother.
            let known = person
                .relation
                .split(", ")
                .any(|one| one == tie.relation_title);
            if !known {
                let between = if person.relation.is_empty() { "" } else { ", " };
                person.relation = format!("{}{between}{}", person.relation, tie.relation_title);
            }
        }
    }

    /// Everybody a concern names beside the pupil.
    fn add(&mut self, office: &Office, line: &ChronologyLine, letters: &Letters, names: bool) {
        let mut here = Vec::new();
        let letters = letters.beside(&line.people, &line.line.reporter_name);
        for person in &line.people {
            let Some(place) = self.named(person, &letters, names) else {
                continue;
            };
            let concern = concern(office, line, person, &letters, names);
            if let Some(known) = self.people.get_mut(place)
                && !here.contains(&place)
            {
                known.concerns.push(concern);
                here.push(place);
            }
        }
        here.sort_unstable();
        for (at, one) in here.iter().enumerate() {
            for other in here.iter().skip(at + 1) {
                *self.between.entry((*one, *other)).or_default() += 1;
            }
        }
    }

    fn named(&mut self, person: &PersonLine, letters: &Letters, names: bool) -> Option<usize> {
        if letters.is_subject(person) {
            return None;
        }
        if is_child(person) {
            let tied = person.pupil.map(|id| format!("pupil {id}"));
            // Who belongs to the pupil stands on the page by name already.
            if let Some(place) = tied.as_ref().and_then(|key| self.places.get(key)).copied() {
                if let (true, Some(known), Some(other)) = (
                    self.lettered,
                    self.people.get_mut(place),
                    letters.child(person),
                ) {
                    known.name.clone_from(&other.letter);
                }
                return Some(place);
            }
            let other = letters.child(person)?;
            return Some(self.place(other.letter.clone(), |key| LinkPerson {
                key,
                pupil: person.pupil.filter(|_| names).map(|id| id.to_string()),
                adult: None,
                name: if names { &other.name } else { &other.letter }.clone(),
                masked: !names,
                group: "child",
                relation: String::new(),
                concerns: Vec::new(),
            }));
        }
        let adult = person
            .adult
            .map(|id| self.standing.get(&id).copied().unwrap_or(id));
        let key = match adult {
            Some(id) => format!("adult {id}"),
            None if person.name.is_empty() => return None,
            None => format!("name {}", plain(&person.name)),
        };
        Some(self.place(key, |key| LinkPerson {
            key,
            pupil: None,
            adult: adult.map(|id| id.to_string()),
            // "Jayden's mum" is an adult and names a child.
            name: said(&person.name, letters, names),
            masked: false,
            group: "adult",
            relation: String::new(),
            concerns: Vec::new(),
        }))
    }

    fn place(&mut self, key: String, new: impl FnOnce(String) -> LinkPerson) -> usize {
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let place = self.people.len();
        self.places.insert(key.clone(), place);
        self.people.push(new(key));
        place
    }

    /// Group by group; of each those with most concerns first. Who belongs to the pupil is never left out for others.
    fn view(self, name: String, most: usize, concerns: usize) -> LinksView {
        let mut order: Vec<usize> = (0..self.people.len()).collect();
        order.sort_by_key(|place| {
            self.people.get(*place).map(|person| {
                let group = GROUPS.iter().position(|group| *group == person.group);
                let tied = person.relation.is_empty();
                (
                    tied,
                    group,
                    std::cmp::Reverse(person.concerns.len()),
                    *place,
                )
            })
        });
        let more = order.len().saturating_sub(most);
        order.truncate(most);
        order.sort_by_key(|place| {
            self.people.get(*place).map(|person| {
                let group = GROUPS.iter().position(|group| *group == person.group);
                (group, std::cmp::Reverse(person.concerns.len()), *place)
            })
        });
        let at = |place: &usize| order.iter().position(|shown| shown == place);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let between = self
            .between
            .iter()
            .filter_map(|((one, other), concerns)| Some((at(one)?, at(other)?, *concerns)))
            .map(|(one, other, concerns)| (count(one.min(other)), count(one.max(other)), concerns))
            .collect();
        let mut people: Vec<Option<LinkPerson>> = self.people.into_iter().map(Some).collect();
        LinksView {
            name,
            people: order
                .iter()
                .filter_map(|place| people.get_mut(*place)?.take())
                .map(|mut person| {
                    person.concerns.truncate(concerns);
                    person
                })
                .collect(),
            between,
            more: count(more),
        }
    }
}

/// Words in which other children are letters, unless somebody asked for their names.
fn said(text: &str, letters: &Letters, names: bool) -> String {
    mask(text, letters, names)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words { text } => text,
            Piece::Child { letter, name } => name.unwrap_or(letter),
        })
        .collect()
}

fn concern(
    office: &Office,
    line: &ChronologyLine,
    person: &PersonLine,
    letters: &Letters,
    names: bool,
) -> LinkConcern {
    let concern = &line.line;
    let title = if concern.category.is_empty() {
        said(
            &crate::concern::first_words(&concern.opening),
            letters,
            names,
        )
    } else {
        words::category(&concern.category)
    };
    let at = concern.occurred.unwrap_or(concern.written);
    let day = say::at(at, office.around.zone)
        .map(|at| say::date(at.date_naive(), office.this_year()))
        .unwrap_or_default();
    LinkConcern {
        id: concern.id.to_string(),
        record_no: concern.record_no.clone(),
        title,
        day,
        role: if person.role.is_empty() {
            String::new()
        } else {
            words::term("person_role_in_incident", &person.role)
        },
    }
}
