//! Initials that are one person's alone.

use std::collections::BTreeMap;

use crate::id::PersonId;

/// The longest that initials get before letters are no help any more.
const LONGEST: usize = 6;

/// Initials for a person: the ones they have already, or the first letters of their names, with more letters of the last name where
/// somebody else has those, so that no reference is two people's.
pub fn initials(name: &str, person: PersonId, taken: &BTreeMap<String, PersonId>) -> String {
    if let Some((own, _)) = taken.iter().find(|(_, holder)| **holder == person) {
        return own.clone();
    }
    let names: Vec<Vec<char>> = name
        .split(|c: char| !c.is_alphabetic() && c != '\u{2019}' && c != '\'')
        .map(|part| {
            part.chars()
                .filter(|c| c.is_alphabetic())
                .flat_map(char::to_uppercase)
                .collect()
        })
        .filter(|part: &Vec<char>| !part.is_empty())
        .collect();
    let first: String = names
        .iter()
        .filter_map(|part| part.first())
        .take(LONGEST - 2)
        .collect();
    let first = if first.is_empty() {
        "X".to_owned()
    } else {
        first
    };
    let more = names
        .last()
        .map(|last| last.get(1..).unwrap_or_default())
        .unwrap_or_default();
    let longer = (0..=more.len().min(LONGEST - first.chars().count())).map(|so_many| {
        first
            .chars()
            .chain(more.iter().take(so_many).copied())
            .collect::<String>()
    });
    let numbered = (2_u32..).map(|n| format!("{first}{n}"));
    longer
        .chain(numbered)
        .find(|one| !taken.contains_key(one))
        .unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_has_the_initials_of_another() {
        let mut taken = BTreeMap::new();
        let mut give = |name: &str, person: u8| {
            let person = PersonId([person; 16]);
            let given = initials(name, person, &taken);
            taken.insert(given.clone(), person);
            given
        };
        assert_eq!(give("Ruth Calloway", 1), "RC");
        assert_eq!(give("Robert Carr", 2), "RCA");
        assert_eq!(give("Rosa Carr", 3), "RCAR");
        assert_eq!(give("Ruth Calloway-Smith", 1), "RC");
        assert_eq!(give("Żaneta Ó Súilleabháin", 4), "ŻÓS");
        assert_eq!(give("R C", 5), "RC2");
        assert_eq!(give("", 6), "X");
        assert_eq!(give("!!", 7), "X2");
        assert_eq!(give("محمد علي", 8), "مع");
    }
}
