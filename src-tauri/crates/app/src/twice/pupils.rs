//! Children who may be on the list twice: by number too.

use chrono::NaiveDate;
use domain::id::PupilId;
use domain::pupil::Facts;
use domain::twice::Records;
use vault::ask::PupilLine;
use vault::{Room, VaultError};

use super::alike::{Name, by_birth, candidates};
use super::find::{Likely, row};
use super::{RecordsOf, Twin};
use crate::Office;
use crate::wire::{Fault, TwiceField, TwiceRecord};

impl Twin for PupilId {
    const OF: RecordsOf = RecordsOf::Pupil;
    const ONE: &'static str = "one child";
    const TWO: &'static str = "two children";

    fn records(self, room: &Room) -> Result<Records<Self>, VaultError> {
        Ok(room.pupil(self)?.records)
    }

    fn shown(self, room: &Room) -> Result<TwiceRecord, Fault> {
        Ok(shown(self, &room.pupil_line(self)?.facts))
    }

    fn concerns(self, office: &Office, _room: &Room) -> Result<u32, Fault> {
        let (concerns, _) = crate::chronology::everything(office, self)?;
        Ok(u32::try_from(concerns.len()).unwrap_or(u32::MAX))
    }

    fn likely(room: &Room) -> Result<Vec<Likely<Self>>, Fault> {
        let standing = room.standing_for::<PupilId>()?;
        let lines: Vec<PupilLine> = room
            .all_pupils()?
            .into_iter()
            .filter(|line| !standing.contains_key(&line.id))
            .collect();
        let names: Vec<Name> = lines.iter().map(|line| name(&line.facts)).collect();
        let shelves = lines.iter().zip(&names).map(|(line, name)| {
            let upn = line.facts.upn.as_ref().map(|upn| format!("upn {upn}"));
            let born = line.facts.date_of_birth.map(|born| format!("born {born}"));
            upn.into_iter().chain(born).chain(name.shelves())
        });
        let mut found = Vec::new();
        for (one, other) in candidates(shelves) {
            let (Some(a), Some(b)) = (lines.get(one), lines.get(other)) else {
                continue;
            };
            let (Some(of_a), Some(of_b)) = (names.get(one), names.get(other)) else {
                continue;
            };
            if let Some((order, why)) = alike(&a.facts, of_a, &b.facts, of_b) {
                found.push(Likely {
                    order,
                    one: a.id,
                    other: b.id,
                    why,
                    fields: fields(&a.facts, &b.facts),
                });
            }
        }
        Ok(found)
    }
}

fn shown(id: PupilId, facts: &Facts) -> TwiceRecord {
    let class = facts.class.clone().unwrap_or_default();
    TwiceRecord {
        id: id.to_string(),
        name: facts.name(),
        full_name: facts.legal_name(),
        detail: facts.upn.clone().unwrap_or(class),
        date_of_birth: facts.date_of_birth.map(|day| day.to_string()),
    }
}

fn name(facts: &Facts) -> Name {
    let forename = facts.preferred_forename.as_deref();
    let surname = facts.preferred_surname.as_deref();
    Name::of(
        std::iter::once(facts.legal_forename.as_str()).chain(forename),
        std::iter::once(facts.legal_surname.as_str()).chain(surname),
    )
}

/// Why two records may be one child, and how likely that is: less is likelier.
fn alike(a: &Facts, of_a: &Name, b: &Facts, of_b: &Name) -> Option<(u8, String)> {
    if a.upn.is_some() && a.upn == b.upn {
        return Some((0, "They have the same UPN.".to_owned()));
    }
    // Twins have one birthday and one surname, and two numbers.
    let numbers_differ = matches!((&a.upn, &b.upn), (Some(a), Some(b)) if a != b);
    let one_unknown = a.date_of_birth.is_none() || b.date_of_birth.is_none();
    let by_name = (one_unknown && of_a.same(of_b) && !numbers_differ)
        .then_some((6, "The same name. One of them has no date of birth here."));
    let (order, why) = by_birth((a.date_of_birth, of_a), (b.date_of_birth, of_b)).or(by_name)?;
    Some(match numbers_differ {
        true => (order + 10, format!("{why} Their UPNs are different.")),
        false => (order, why.to_owned()),
    })
}

/// What both say, side by side.
fn fields(one: &Facts, other: &Facts) -> Vec<TwiceField> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let day = |day: Option<NaiveDate>| day.map(|day| day.format("%-d %B %Y").to_string());
    let rows = [
        ("Legal name", one.legal_name(), other.legal_name()),
        ("Name used", one.name(), other.name()),
        ("UPN", text(&one.upn), text(&other.upn)),
        (
            "Born",
            day(one.date_of_birth).unwrap_or_default(),
            day(other.date_of_birth).unwrap_or_default(),
        ),
        ("Class", text(&one.class), text(&other.class)),
        ("Year", text(&one.year), text(&other.year)),
        ("Site", text(&one.site), text(&other.site)),
        (
            "Left",
            day(one.left_on).unwrap_or_default(),
            day(other.left_on).unwrap_or_default(),
        ),
    ];
    rows.into_iter()
        .filter_map(|(label, one, other)| row(label, one, other))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pupil(forename: &str, surname: &str, born: &str, upn: Option<&str>) -> Facts {
        Facts {
            legal_forename: forename.to_owned(),
            legal_surname: surname.to_owned(),
            date_of_birth: born.parse().ok(),
            upn: upn.map(str::to_owned),
            ..Facts::default()
        }
    }

    fn asked(a: &Facts, b: &Facts) -> Option<u8> {
        alike(a, &name(a), b, &name(b)).map(|(order, _)| order)
    }

    #[test]
    fn one_child_who_was_typed_twice_is_asked_about() {
        let kasia = pupil("Katarzyna", "Wiśniewska", "2014-03-09", None);
        for (other, order) in [
            (pupil("Katarzyna", "Wisniewska", "2014-03-09", None), 1),
            (pupil("Wiśniewska", "Katarzyna", "2014-03-09", None), 2),
            (pupil("Katarzina", "Wiśniewska", "2014-03-09", None), 3),
            (pupil("Katarzyna", "Wiśniewska", "2014-09-03", None), 5),
            (pupil("Katarzyna", "Wiśniewska", "", None), 6),
        ] {
            assert_eq!(asked(&kasia, &other), Some(order));
            assert_eq!(asked(&other, &kasia), Some(order));
        }
    }

    #[test]
    fn twins_and_namesakes_are_not_one_child() {
        let ada = pupil("Ada", "Okoro", "2014-03-09", Some("A1"));
        let twin = pupil("Zuri", "Okoro", "2014-03-09", Some("A2"));
        let namesake = pupil("Ada", "Okoro", "2011-11-30", Some("A3"));
        assert_eq!(asked(&ada, &twin), None);
        assert_eq!(asked(&ada, &namesake), None);
    }
}
