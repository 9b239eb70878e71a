//! Surnames of the adults in a concern, which are not taken for a child's.
//!
//! An adult who is masked by mistake is a nuisance, a child in clear is harm: whatever may not be an adult's own name
//! shields nothing, and a first name is never shielded.

use super::names::{is_particle, is_title, words_of};
use super::text::{Text, is_apostrophe};

/// Who somebody is to a child: what is written with one is seldom a name of its own.
const RELATIONS: &[&str] = &[
    "aunt",
    "auntie",
    "aunty",
    "baba",
    "brother",
    "carer",
    "carers",
    "cousin",
    "dad",
    "daddy",
    "daughter",
    "father",
    "gran",
    "grandad",
    "granddad",
    "grandfather",
    "grandma",
    "grandmother",
    "grandpa",
    "grandparent",
    "grandparents",
    "granny",
    "guardian",
    "mam",
    "mama",
    "mother",
    "mum",
    "mummy",
    "nan",
    "nana",
    "nanny",
    "papa",
    "parent",
    "parents",
    "partner",
    "sibling",
    "sister",
    "son",
    "stepbrother",
    "stepdad",
    "stepfather",
    "stepmother",
    "stepmum",
    "stepsister",
    "uncle",
];

/// An adult's name in full and their surname, each as words that are compared.
pub(super) struct Adult {
    pub(super) whole: Vec<String>,
    pub(super) surname: Vec<String>,
}

impl Adult {
    /// Of a name as somebody wrote it; nothing where it may name a child ("Jayden's mum", "Jayden Fairbrother (mother)")
    /// or is no more than one name.
    pub(super) fn of(name: &str) -> Option<Self> {
        let has_a_tail = name.contains([
            ',', ';', ':', '/', '(', ')', '[', ']', '\u{2013}', '\u{2014}',
        ]) || name.contains(" -");
        let plain = Text::of(name).plain_words();
        if has_a_tail
            || plain.iter().any(|word| RELATIONS.contains(&word.as_str()))
            || !name.split_whitespace().all(is_of_a_name)
        {
            return None;
        }
        let said: Vec<&str> = name.split_whitespace().collect();
        let words: Vec<&str> = said
            .iter()
            .copied()
            .skip_while(|word| is_title(word))
            .collect();
        // One name with no title is as likely a first name.
        let can_be_first = if words.len() == said.len() { 1 } else { 0 };
        let mut from = words.len().checked_sub(1)?;
        while from > can_be_first
            && words
                .get(from - 1)
                .is_some_and(|word| is_particle(&word.to_lowercase()))
        {
            from -= 1;
        }
        let surname = words_of(&words.get(from..)?.join(" "));
        (from >= can_be_first && surname.iter().any(|word| word.chars().count() > 1)).then(|| {
            Self {
                whole: words_of(&words.join(" ")),
                surname,
            }
        })
    }
}

/// A word with a capital or a particle, and of nobody else ("Jayden's").
fn is_of_a_name(word: &str) -> bool {
    let is_owner = word
        .rsplit_once(is_apostrophe)
        .is_some_and(|(_, tail)| tail.is_empty() || tail.eq_ignore_ascii_case("s"));
    !is_owner && (!word.starts_with(char::is_lowercase) || is_particle(word))
}

#[cfg(test)]
mod tests {
    use super::{Adult, RELATIONS};

    fn surname(name: &str) -> Option<String> {
        Adult::of(name).map(|adult| adult.surname.join(" "))
    }

    #[test]
    fn the_relations_are_sorted() {
        assert!(RELATIONS.is_sorted());
    }

    #[test]
    fn an_adult_has_a_surname_where_what_was_written_is_a_name_of_their_own() {
        for (name, wanted) in [
            ("Folake Fairbrother", "fairbrother"),
            ("Mr D. Tarn", "tarn"),
            ("Mrs Fairbrother", "fairbrother"),
            ("Noa van der Meulen", "van der meulen"),
            ("Ms Oakes-Hughes", "oakes hughes"),
            ("Mary Ann Jones", "jones"),
        ] {
            assert_eq!(surname(name).as_deref(), Some(wanted), "{name}");
        }
        for name in [
            "",
            "Jayden",
            "Mr",
            "Jayden Fairbrother (mother)",
            "Fairbrother, Jayden",
            "Jayden Fairbrother / Kate",
            "Jayden Fairbrother - Kate",
            "Jayden Mum",
            "Jaydens Mum",
            "Jayden's Mum",
            "JAYDEN'S FAIRBROTHER",
            "Jayden Fairbrother step-dad",
            "mum of Jayden Fairbrother",
            "Father Fairbrother",
        ] {
            assert_eq!(surname(name), None, "{name}");
        }
    }
}
