//! What a bundle does not show: passages that were chosen, and the names of other pupils. The same all through it, and never beneath a box.

mod check;
mod folded;
mod in_hand;
mod looking;
mod names;
mod people;
mod phrase;
mod reasons;
mod search;
mod view;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::concern::Concern;
use domain::evidence::{CutArea, CutPicture, KeyLine, Passage as KeptPassage};
use domain::id::{ConcernId, PupilId};
use domain::room::Room as RoomKind;
use papers::{Redactor, Words};
use vault::ask::PersonLine;

use crate::Office;
use crate::chronology::Letters;
use crate::wire::{BundleArea, BundleRedact, Fault, RedactionLetter};
use looking::{Looking, Passage};
use names::Names;
use people::People;
use phrase::Phrase;

pub(crate) use check::unsettled;
pub(crate) use in_hand::InHand;
pub(crate) use reasons::reason_of;
pub(crate) use search::Of;

/// What a bundle takes out, as it is being made.
pub(crate) struct Redaction {
    people: People,
    /// Letters for the other pupils, where there are any.
    letters: Option<Letters>,
    authors: Arc<Vec<Phrase>>,
    /// What is looked for in words of which nobody knows whose concern they are of.
    wide: Looking,
}

impl Redaction {
    /// Of what was asked for, over the chosen records.
    pub(crate) fn of(
        office: &Office,
        asked: &BundleRedact,
        (pupils, concerns): (&[PupilId], &[Concern]),
    ) -> Result<Self, Fault> {
        let people = people::people(office, pupils, concerns)?;
        let letters = asked.letters.then(|| {
            let subjects: Vec<_> = people
                .subjects
                .iter()
                .map(|(id, facts)| (*id, facts))
                .collect();
            let named = concerns.iter().filter_map(|concern| {
                let lines = people.named.get(&concern.id)?;
                Some((RoomKind::Pupils, lines.as_slice()))
            });
            Letters::beside_several(&subjects, named, |id| office.pupil_facts(id).ok().flatten())
        });
        // Of a child and a member of staff with one name it is the child: a letter too many is a nuisance, a name too many is harm.
        let others: Vec<Phrase> = letters
            .iter()
            .flat_map(|letters| letters.others())
            .filter(|other| in_full(&other.name))
            .filter_map(|other| Phrase::of(&other.name))
            .collect();
        let is_a_childs = |name: &str| {
            let name = phrase::Folded::of(name);
            others.iter().any(|other| other.stands_in(&name))
        };
        let authors = people
            .accounts
            .iter()
            .chain(people.wrote.values().flatten());
        let authors = authors.filter(|name| in_full(name) && !is_a_childs(name));
        let authors = Arc::new(authors.filter_map(|name| Phrase::of(name)).collect());
        let passages = asked.passages.iter().filter_map(|passage| {
            Some(Passage {
                phrase: Phrase::of(&passage.words)?,
                reason: reasons::reason_of(&passage.code)?,
                met: AtomicBool::new(false),
            })
        });
        let mut details = Vec::new();
        for other in letters.iter().flat_map(|letters| letters.others()) {
            let facts = other.pupil.map(|id| office.pupil_facts(id)).transpose()?;
            let upn = facts.flatten().and_then(|facts| facts.upn);
            // In full a name is nobody else's, also where a line ends within it.
            let is_a_subjects = people
                .subjects
                .iter()
                .any(|(_, facts)| facts.name() == other.name);
            let alone = in_full(&other.name) && !is_a_subjects;
            let name = alone.then(|| other.name.clone());
            for phrase in upn.iter().chain(&name).filter_map(|said| Phrase::of(said)) {
                details.push((phrase, other.letter.clone()));
            }
        }
        let mut redaction = Self {
            people,
            letters,
            authors,
            wide: Looking {
                passages: Arc::new(passages.collect()),
                names: None,
                details: Arc::new(details),
            },
        };
        let named = redaction.people.named.values().flatten();
        let adults: Vec<PersonLine> = named
            .filter(|person| !crate::chronology::is_child(person))
            .cloned()
            .collect();
        let wrote: Vec<String> = redaction.people.wrote.values().flatten().cloned().collect();
        redaction.wide.names = redaction.names_beside(&adults, &wrote);
        Ok(redaction)
    }

    /// A surname of theirs that a child has too is not taken for the child's.
    fn names_beside(&self, people: &[PersonLine], wrote: &[String]) -> Option<Arc<Names>> {
        let letters = self.letters.as_ref()?;
        let mut beside = people.to_vec();
        beside.extend(wrote.iter().map(|name| adult(name)));
        Some(Arc::new(Names {
            letters: letters.beside(&beside, ""),
            authors: Arc::clone(&self.authors),
        }))
    }

    /// For words of one concern, beside whoever it names and whoever wrote it.
    fn beside(&self, concern: ConcernId) -> Looking {
        let wrote = self.people.wrote.get(&concern);
        match (self.people.named.get(&concern), wrote) {
            (Some(people), Some(wrote)) => Looking {
                names: self.names_beside(people, wrote),
                ..self.wide.clone()
            },
            _ => self.wide.clone(),
        }
    }

    /// For everything else.
    pub(crate) fn redactor(&self) -> Redactor {
        Redactor::new(self.wide.clone())
    }

    /// The same for words of one concern.
    pub(crate) fn redactor_beside(&self, concern: ConcernId) -> Redactor {
        Redactor::new(self.beside(concern))
    }

    /// Whether the bundle is about this pupil.
    pub(crate) fn is_about(&self, pupil: PupilId) -> bool {
        let pupil = self.people.standing.get(&pupil).copied().unwrap_or(pupil);
        self.people.subjects.iter().any(|(id, _)| *id == pupil)
    }

    /// Other pupils are letters.
    pub(crate) fn letters(&self) -> bool {
        self.letters.is_some()
    }

    /// How many they are.
    pub(crate) fn others(&self) -> usize {
        self.letters
            .as_ref()
            .map_or(0, |letters| letters.others().len())
    }

    /// Which letter is who: it stays in the vault.
    pub(crate) fn key(&self) -> Vec<KeyLine> {
        let others = self.letters.iter().flat_map(|letters| letters.others());
        others
            .map(|other| KeyLine {
                letter: other.letter.clone(),
                name: other.name.clone(),
                pupil: other.pupil,
            })
            .collect()
    }

    /// The same for the window of whoever makes it.
    pub(crate) fn shown_key(&self) -> Vec<RedactionLetter> {
        let key = self.key().into_iter();
        key.map(|line| RedactionLetter {
            letter: line.letter,
            name: line.name,
        })
        .collect()
    }

    /// Names of the pupils whom it is about.
    pub(crate) fn about(&self) -> Vec<String> {
        let subjects = self.people.subjects.iter();
        subjects.map(|(_, facts)| facts.name()).collect()
    }

    /// Places of passages that stood nowhere in anything that was looked through.
    pub(crate) fn not_met(&self) -> Vec<usize> {
        let passages = self.wide.passages.iter().enumerate();
        passages
            .filter(|(_, passage)| !passage.met.load(Ordering::Relaxed))
            .map(|(place, _)| place)
            .collect()
    }

    /// How often each passage stands in some texts.
    pub(crate) fn counts(&self, texts: &[String]) -> Vec<u32> {
        let folded: Vec<phrase::Folded> =
            texts.iter().map(|text| phrase::Folded::of(text)).collect();
        let passages = self.wide.passages.iter();
        passages
            .map(|passage| {
                let here = folded.iter().map(|text| passage.phrase.find(text).len());
                u32::try_from(here.sum::<usize>()).unwrap_or(u32::MAX)
            })
            .collect()
    }
}

/// Passages as they are kept in the vault.
pub(crate) fn kept_passages(asked: &BundleRedact) -> Vec<KeptPassage> {
    let passages = asked.passages.iter();
    passages
        .map(|passage| KeptPassage {
            words: passage.words.trim().to_owned(),
            code: passage.code.clone(),
            note: passage.note.trim().to_owned(),
        })
        .collect()
}

/// Pictures as they are kept in the vault.
pub(crate) fn kept_pictures(asked: &BundleRedact) -> Vec<CutPicture> {
    let area = |area: &BundleArea| CutArea {
        left: area.left,
        top: area.top,
        width: area.width,
        height: area.height,
        code: area.code.clone(),
        note: area.note.trim().to_owned(),
    };
    let pictures = asked.pictures.iter();
    pictures
        .filter_map(|picture| {
            Some(CutPicture {
                file: picture.file.parse().ok()?,
                areas: picture.areas.iter().map(area).collect(),
            })
        })
        .collect()
}

/// Codes with their reasons in words, for whoever chooses one.
pub(crate) fn reasons() -> impl Iterator<Item = (&'static str, &'static str)> {
    reasons::REASONS
        .iter()
        .map(|reason| (reason.code, reason.says))
}

/// Whether words can be looked for.
pub(crate) fn is_a_passage(words: &str) -> bool {
    Phrase::of(words).is_some()
}

/// Words line by line, after they were looked through as a whole.
pub(crate) fn lines(words: Vec<Words>) -> Vec<Vec<Words>> {
    let mut lines = vec![Vec::new()];
    for one in words {
        let Words::Plain(text) = &one else {
            if let Some(last) = lines.last_mut() {
                last.push(one);
            }
            continue;
        };
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                lines.push(Vec::new());
            }
            if let Some(last) = lines.last_mut().filter(|_| !line.trim().is_empty()) {
                last.push(Words::Plain(line.trim_end_matches('\r').to_owned()));
            }
        }
    }
    lines
}

/// Whether a name is more than a first one.
fn in_full(name: &str) -> bool {
    name.split_whitespace().count() > 1
}

fn adult(name: &str) -> PersonLine {
    PersonLine {
        pupil: None,
        adult: None,
        name: name.to_owned(),
        class: String::new(),
        kind: "adult".to_owned(),
        role: String::new(),
        before: false,
        at: 0,
    }
}

#[cfg(test)]
mod tests;
