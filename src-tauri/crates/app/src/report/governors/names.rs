//! Names in what a lead writes for governors: a warning, so that a person looks again.

use std::collections::BTreeSet;

use domain::room::Room as RoomKind;
use vault::ask::plain;

use crate::Office;
use crate::wire::Fault;

/// Shorter ones are words like any other.
const SHORTEST: usize = 3;

/// Every name of a pupil, of an adult on record and of whoever has an account, word by word, in plain letters.
pub(super) fn all_names(office: &Office) -> Result<BTreeSet<String>, Fault> {
    let mut names = BTreeSet::new();
    let mut add = |name: &str| {
        for word in plain(name).split(|c: char| !c.is_alphanumeric()) {
            if word.chars().count() >= SHORTEST {
                names.insert(word.to_owned());
            }
        }
    };
    if let Some(room) = office.room(RoomKind::Pupils) {
        for pupil in room.all_pupils()? {
            pupil.facts.all_names().into_iter().for_each(&mut add);
        }
        for adult in room.all_adults()? {
            add(&adult.facts.name);
        }
    }
    for person in &office.sitting()?.directory.people {
        add(&person.name);
    }
    Ok(names)
}

/// The names in a text, as they stand there: words with a capital that somebody is called.
pub(super) fn found(text: &str, names: &BTreeSet<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '\u{2019}' && c != '\'') {
        let bare = word.trim_end_matches("\u{2019}s").trim_end_matches("'s");
        let capital = bare.chars().next().is_some_and(char::is_uppercase);
        if capital && names.contains(&plain(bare)) && !found.iter().any(|one| one == bare) {
            found.push(bare.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_with_its_capital_and_without_its_marks() {
        let names = BTreeSet::from([
            "kasia".to_owned(),
            "wisniewska".to_owned(),
            "will".to_owned(),
        ]);

        let text = "Wiśniewska\u{2019}s class will meet Kasia. Wiśniewska again.";

        assert_eq!(found(text, &names), ["Wiśniewska", "Kasia"]);
    }
}
