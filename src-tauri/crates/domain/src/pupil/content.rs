//! What is known of a pupil, and how it stands in an entry's part.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::hide_words;
use zeroize::Zeroizing;

/// The part that holds [`Facts`].
pub const PART_PUPIL: &str = "pupil";
/// Why it was corrected.
pub const PART_REASON: &str = "reason";

/// One version of what is known of a pupil.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Facts {
    /// Surname in law.
    pub legal_surname: String,
    /// First name in law.
    pub legal_forename: String,
    /// Middle names.
    pub middle_names: Option<String>,
    /// The name they go by.
    pub preferred_forename: Option<String>,
    /// The surname they go by.
    pub preferred_surname: Option<String>,
    /// Names they had before.
    pub former_names: Vec<String>,
    /// Unique pupil number.
    pub upn: Option<String>,
    /// Date of birth.
    pub date_of_birth: Option<NaiveDate>,
    /// As the list says.
    pub sex: Option<String>,
    /// Year group (`R`, `1` … `13`, `N1`).
    pub year: Option<String>,
    /// Class or form.
    pub class: Option<String>,
    /// Site of the school.
    pub site: Option<String>,
    /// Came to the school.
    pub admitted: Option<NaiveDate>,
    /// Left it.
    pub left_on: Option<NaiveDate>,
    /// Status flags, each with dates and source.
    pub flags: Vec<Flag>,
    /// Other schools and places where they learn: dual registration, alternative provision.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<Elsewhere>,
}

/// Another school or place where a pupil learns for some or all of the week.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Elsewhere {
    /// How (vocabulary `elsewhere`): dual registration here or there, alternative provision, in hospital.
    pub how: String,
    /// The school or place.
    pub place: String,
    /// Which days, and whom to ring there.
    pub note: String,
    /// Since.
    pub from: Option<NaiveDate>,
    /// Until.
    pub to: Option<NaiveDate>,
}

/// A standing fact about a child, dated, with its source. It belongs to this child alone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Flag {
    /// Which (vocabulary `child_status`).
    pub flag: String,
    /// Since.
    pub from: Option<NaiveDate>,
    /// Until.
    pub to: Option<NaiveDate>,
    /// Who said so.
    pub source: Option<String>,
}

impl Facts {
    /// The entry's part.
    pub fn to_part(&self) -> (&'static str, Zeroizing<Vec<u8>>) {
        (
            PART_PUPIL,
            Zeroizing::new(serde_json::to_vec(self).unwrap_or_default()),
        )
    }

    /// The name people say: preferred first, legal otherwise.
    pub fn name(&self) -> String {
        let given = self
            .preferred_forename
            .as_deref()
            .filter(|name| !name.is_empty())
            .unwrap_or(&self.legal_forename);
        let family = self
            .preferred_surname
            .as_deref()
            .filter(|name| !name.is_empty())
            .unwrap_or(&self.legal_surname);
        format!("{given} {family}").trim().to_owned()
    }

    /// The name in law.
    pub fn legal_name(&self) -> String {
        format!("{} {}", self.legal_forename, self.legal_surname)
            .trim()
            .to_owned()
    }

    /// Age in whole years on a day.
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        let born = self.date_of_birth?;
        let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
        let years = day.year() - born.year() - i32::from(!had_birthday);
        u32::try_from(years).ok()
    }

    /// Every name they may be looked for under.
    pub fn all_names(&self) -> Vec<&str> {
        let optional = [
            &self.preferred_forename,
            &self.preferred_surname,
            &self.middle_names,
        ];
        [self.legal_forename.as_str(), self.legal_surname.as_str()]
            .into_iter()
            .chain(optional.into_iter().filter_map(|name| name.as_deref()))
            .chain(self.former_names.iter().map(String::as_str))
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// The same with what other records of this child say beyond it: a flag or an earlier name that only one of them
    /// knows must not be lost from sight.
    #[must_use]
    pub fn together_with<'a>(&self, others: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut whole = self.clone();
        for other in others {
            whole.upn = whole.upn.or_else(|| other.upn.clone());
            whole.date_of_birth = whole.date_of_birth.or(other.date_of_birth);
            whole.sex = whole.sex.or_else(|| other.sex.clone());
            whole.admitted = whole.admitted.or(other.admitted);
            for flag in &other.flags {
                if !whole.flags.contains(flag) {
                    whole.flags.push(flag.clone());
                }
            }
            for place in &other.elsewhere {
                if !whole.elsewhere.contains(place) {
                    whole.elsewhere.push(place.clone());
                }
            }
            let names = [other.legal_name(), other.name()];
            for name in names.iter().chain(&other.former_names) {
                let known = [whole.legal_name(), whole.name()].contains(name);
                if !known && !name.is_empty() && !whole.former_names.contains(name) {
                    whole.former_names.push(name.clone());
                }
            }
        }
        whole
    }

    /// Where else they learn on a day.
    pub fn elsewhere_on(&self, day: NaiveDate) -> impl Iterator<Item = &Elsewhere> {
        self.elsewhere.iter().filter(move |place| {
            place.from.is_none_or(|from| from <= day) && place.to.is_none_or(|to| day <= to)
        })
    }

    /// Flags that hold on a day.
    pub fn flags_on(&self, day: NaiveDate) -> impl Iterator<Item = &Flag> {
        self.flags.iter().filter(move |flag| {
            flag.from.is_none_or(|from| from <= day) && flag.to.is_none_or(|to| day <= to)
        })
    }
}

hide_words!(Elsewhere, Facts, Flag);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pupil_has_their_birthday_on_the_day_and_not_before() {
        let born = Facts {
            date_of_birth: NaiveDate::from_ymd_opt(2014, 3, 9),
            ..Facts::default()
        };
        let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();

        assert_eq!(born.age_on(day(8)), Some(11));
        assert_eq!(born.age_on(day(9)), Some(12));
    }

    #[test]
    fn a_preferred_name_is_what_people_see_and_the_legal_one_is_kept() {
        let facts = Facts {
            legal_forename: "Katarzyna".into(),
            legal_surname: "Wiśniewska".into(),
            preferred_forename: Some("Kasia".into()),
            ..Facts::default()
        };

        assert_eq!(facts.name(), "Kasia Wiśniewska");
        assert_eq!(facts.legal_name(), "Katarzyna Wiśniewska");
    }
}
