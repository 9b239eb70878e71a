//! A concern as a bundle with letters shows it: of a pupil who is a letter nothing else is said, neither class nor age.

use domain::id::ConcernId;
use vault::ask::PersonLine;

use super::Redaction;
use crate::Office;
use crate::wire::{ConcernView, PersonShown};

impl Office {
    /// The same where words are taken out, and as it is anywhere else.
    pub(crate) fn as_redacted(&self, view: ConcernView) -> ConcernView {
        match &self.redaction {
            Some(in_hand) => in_hand.redaction.view(view),
            None => view,
        }
    }

    /// The name that stands in a list for whom a concern is about, as a letter where it is one.
    pub(crate) fn as_named(&self, concern: ConcernId, name: String) -> String {
        let named = self.redaction.as_ref().and_then(|in_hand| {
            let redaction = &in_hand.redaction;
            let mut people = redaction.people.named.get(&concern)?.iter();
            let person = people.find(|person| person.name == name)?;
            Some(redaction.letters.as_ref()?.child(person)?.letter.clone())
        });
        named.unwrap_or(name)
    }
}

impl Redaction {
    fn view(&self, mut view: ConcernView) -> ConcernView {
        for file in &mut view.files {
            // Names of files are run together in ways in which nobody would find a name.
            file.name = "its name is not shown".to_owned();
        }
        let Some(letters) = &self.letters else {
            return view;
        };
        let mut renamed: Vec<(String, String)> = Vec::new();
        let mut kept: Vec<String> = Vec::new();
        let about = view.row.about.clone();
        let mut is_about_a_subject = false;
        for person in &mut view.people {
            let line = self.line_of(person);
            if !crate::chronology::is_child(&line) {
                continue;
            }
            if letters.is_subject(&line) {
                kept.push(person.name.clone());
                is_about_a_subject |= person.name == about;
                continue;
            }
            person.detail = String::new();
            if let Some(child) = letters.child(&line) {
                // Their own name may be nothing that can be found in words, or the pupil's as well.
                if view.row.about == person.name {
                    view.row.about.clone_from(&child.letter);
                }
                renamed.push((person.name.clone(), child.letter.clone()));
                person.name.clone_from(&child.letter);
            }
        }
        let others = view
            .versions
            .iter_mut()
            .flat_map(|one| &mut one.form.people);
        for other in others.filter(|one| one.kind == "pupil") {
            let Some(name) = other.name.as_mut().filter(|name| !kept.contains(*name)) else {
                continue;
            };
            let letter = renamed.iter().find(|(before, _)| before == name);
            *name = match letter {
                Some((_, letter)) => letter.clone(),
                None => "a child who is not named here".to_owned(),
            };
        }
        for pupil in view.case.iter_mut().flat_map(|case| &mut case.pupils) {
            let other = renamed.iter().find(|(name, _)| *name == pupil.name);
            if let Some((_, letter)) = other {
                pupil.name.clone_from(letter);
            }
        }
        if !is_about_a_subject {
            view.row.class = String::new();
        }
        view
    }

    fn line_of(&self, person: &PersonShown) -> PersonLine {
        let id = person.id.as_ref().and_then(|id| id.parse().ok());
        PersonLine {
            pupil: id.map(|id| self.people.standing.get(&id).copied().unwrap_or(id)),
            kind: person.kind.clone(),
            role: person.role.clone(),
            ..super::adult(&person.name)
        }
    }
}
