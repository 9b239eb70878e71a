//! Adults who may be recorded twice: by number and address too.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::buildup::name_key;
use domain::id::AdultId;
use domain::person::Adult;
use domain::twice::Records;
use vault::ask::plain;
use vault::{Room, VaultError};

use super::alike::{Name, by_birth, candidates};
use super::find::{Likely, row};
use super::{RecordsOf, Twin};
use crate::wire::{Fault, TwiceField, TwiceRecord};
use crate::{Office, words};

/// What stands before a name and is none.
const TITLES: [&str; 10] = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "pc",
];
/// The last digits of a number, which are the same with and without the country.
const DIGITS: usize = 9;

impl Twin for AdultId {
    const OF: RecordsOf = RecordsOf::Adult;
    const ONE: &'static str = "one adult";
    const TWO: &'static str = "two adults";

    fn records(self, room: &Room) -> Result<Records<Self>, VaultError> {
        Ok(room.adult(self)?.records)
    }

    fn shown(self, room: &Room) -> Result<TwiceRecord, Fault> {
        let known = room.adult(self)?;
        let current = known.current().ok_or_else(Fault::stopped)?;
        Ok(shown(self, &current.facts))
    }

    fn concerns(self, _office: &Office, room: &Room) -> Result<u32, Fault> {
        Ok(room.adult_line(self)?.concerns)
    }

    fn likely(room: &Room) -> Result<Vec<Likely<Self>>, Fault> {
        let all: Vec<(AdultId, Adult, Seen)> = room
            .all_adults()?
            .into_iter()
            .map(|line| (line.id, Seen::of(&line.facts), line.facts))
            .map(|(id, seen, facts)| (id, facts, seen))
            .collect();
        let shelves = all.iter().map(|(_, facts, seen)| {
            let born = facts.date_of_birth.map(|born| format!("born {born}"));
            let ways = seen.ways.iter().map(|way| format!("way {way}"));
            let ways: Vec<String> = ways.collect();
            born.into_iter().chain(ways).chain(seen.name.shelves())
        });
        let mut found = Vec::new();
        for (one, other) in candidates(shelves) {
            let (Some((a, of_a, seen_a)), Some((b, of_b, seen_b))) = (all.get(one), all.get(other))
            else {
                continue;
            };
            if let Some((order, why)) = alike((of_a, seen_a), (of_b, seen_b)) {
                found.push(Likely {
                    order,
                    one: *a,
                    other: *b,
                    why: why.to_owned(),
                    fields: fields(of_a, of_b),
                });
            }
        }
        Ok(found)
    }
}

fn shown(id: AdultId, facts: &Adult) -> TwiceRecord {
    let name = crate::person::called(facts);
    let kind = words::term("adult_kind", &facts.kind);
    TwiceRecord {
        id: id.to_string(),
        name: name.clone(),
        full_name: name,
        detail: listed(&[kind, crate::person::work(facts)]),
        date_of_birth: facts.date_of_birth.map(|day| day.to_string()),
    }
}

fn listed(parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let some = parts.into_iter().filter(|part| !part.is_empty());
    some.collect::<Vec<_>>().join(", ")
}

/// An adult in the forms in which they are compared.
struct Seen {
    name: Name,
    /// Somebody knows a name of two words: "Mum" and "a man" are nobody in particular.
    named: bool,
    /// Numbers and addresses.
    ways: BTreeSet<String>,
}

impl Seen {
    fn of(facts: &Adult) -> Self {
        let names: Vec<Vec<String>> = facts
            .all_names()
            .into_iter()
            .filter(|name| name_key(name).is_some())
            .map(|name| {
                let plain = plain(name);
                let words = plain.split_whitespace().map(str::to_owned);
                words
                    .filter(|word| !TITLES.contains(&word.trim_end_matches('.')))
                    .collect()
            })
            .filter(|words: &Vec<String>| words.len() > 1)
            .collect();
        let ends = |end: fn(&Vec<String>) -> Option<&String>| names.iter().filter_map(end);
        Self {
            name: Name::of(
                ends(|words| words.first()).map(String::as_str),
                ends(|words| words.last()).map(String::as_str),
            ),
            named: !facts.name.is_empty(),
            ways: facts
                .reach
                .iter()
                .filter_map(|reach| way(&reach.way, &reach.value))
                .collect(),
        }
    }
}

/// A number or an address in the form in which it is compared; nothing where too little of it is there.
fn way(way: &str, value: &str) -> Option<String> {
    if way != "phone" {
        let value = plain(value);
        let words: Vec<&str> = value.split_whitespace().collect();
        return (value.len() > 5).then(|| words.join(" "));
    }
    let digits: Vec<char> = value.chars().filter(char::is_ascii_digit).collect();
    let last = digits.len().checked_sub(DIGITS)?;
    Some(digits.get(last..)?.iter().collect())
}

/// Why two records may be one adult, and how likely that is: less is likelier.
fn alike((a, of_a): (&Adult, &Seen), (b, of_b): (&Adult, &Seen)) -> Option<(u8, &'static str)> {
    let (name_a, name_b) = (&of_a.name, &of_b.name);
    let births_differ =
        matches!((a.date_of_birth, b.date_of_birth), (Some(one), Some(other)) if one != other);
    if !of_a.ways.is_disjoint(&of_b.ways) && !births_differ {
        if name_a.same(name_b) {
            return Some((0, "The same name, and the same number or address."));
        }
        if name_a.near(name_b) || name_a.turned(name_b) {
            return Some((
                2,
                "The same number or address, and a name spelt almost the same.",
            ));
        }
        if name_a.sounds_like(name_b) {
            return Some((
                4,
                "The same number or address, and a name that sounds the same.",
            ));
        }
        if !of_a.named || !of_b.named {
            return Some((
                7,
                "The same number or address. The name of one of them is not known here.",
            ));
        }
    }
    by_birth((a.date_of_birth, name_a), (b.date_of_birth, name_b)).or_else(|| {
        let unknown = a.date_of_birth.is_none() || b.date_of_birth.is_none();
        (unknown && name_a.same(name_b)).then_some((6, "The same name."))
    })
}

/// What both say, side by side.
fn fields(one: &Adult, other: &Adult) -> Vec<TwiceField> {
    let day = |day: Option<NaiveDate>| {
        day.map(|day| day.format("%-d %B %Y").to_string())
            .unwrap_or_default()
    };
    let kind = |adult: &Adult| words::term("adult_kind", &adult.kind);
    let reach = |adult: &Adult| {
        let values = adult.reach.iter().map(|reach| reach.value.clone());
        values.collect::<Vec<_>>().join("; ")
    };
    let rows = [
        ("Name", one.name.clone(), other.name.clone()),
        (
            "Also known as",
            one.also_known.join("; "),
            other.also_known.join("; "),
        ),
        ("Who they are", kind(one), kind(other)),
        (
            "Works",
            crate::person::work(one),
            crate::person::work(other),
        ),
        ("Born", day(one.date_of_birth), day(other.date_of_birth)),
        ("Number or address", reach(one), reach(other)),
        (
            "Looks like",
            one.description.clone(),
            other.description.clone(),
        ),
    ];
    rows.into_iter()
        .filter_map(|(label, one, other)| row(label, one, other))
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::person::Reach;

    use super::*;

    fn adult(name: &str, phone: &str) -> Adult {
        Adult {
            name: name.to_owned(),
            kind: "parent-carer".to_owned(),
            reach: vec![Reach {
                way: "phone".to_owned(),
                value: phone.to_owned(),
                note: String::new(),
            }],
            ..Adult::default()
        }
    }

    fn asked(a: &Adult, b: &Adult) -> Option<u8> {
        alike((a, &Seen::of(a)), (b, &Seen::of(b))).map(|(order, _)| order)
    }

    #[test]
    fn one_adult_who_was_written_twice_is_asked_about() {
        let folake = adult("Folake Oyelaran", "07700 900123");
        for (other, order) in [
            (adult("Mrs Folake Oyelaran", "+44 7700 900 123"), 0),
            (adult("Folakeh Oyelaran", "07700900123"), 2),
            (adult("Fólake Oyelaran", ""), 6),
            (adult("", "07700 900123"), 7),
        ] {
            assert_eq!(asked(&folake, &other), Some(order));
            assert_eq!(asked(&other, &folake), Some(order));
        }
    }

    #[test]
    fn a_couple_with_one_number_and_two_mums_are_not_one_adult() {
        let folake = adult("Folake Oyelaran", "07700 900123");
        let ade = adult("Ade Oyelaran", "07700 900123");
        assert_eq!(asked(&folake, &ade), None);
        assert_eq!(asked(&adult("Mum", ""), &adult("Mum", "")), None);
        let born = |day: &str| Adult {
            date_of_birth: day.parse().ok(),
            ..adult("Folake Oyelaran", "")
        };
        assert_eq!(asked(&born("1984-03-09"), &born("1961-11-30")), None);
    }
}
