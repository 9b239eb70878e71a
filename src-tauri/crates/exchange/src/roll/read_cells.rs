//! Reads the cells of one row into a pupil, naming what is wrong by its column.

use csv::StringRecord;
use domain::pupil::Upn;
use domain::when::{Datelike, NaiveDate};

use super::field::Field;
use super::flags::{Says, read_flag, read_sen};
use super::match_columns::Matching;
use super::names::{LONGEST, is_unreadable, odd_letters, split_name, tidy};
use super::problem::Problems;
use super::read_date::{Kind, read_date};
use super::row::RollRow;
use super::table::Table;
use super::year_group::read_year;

/// What one pupil of a file is called where something is said about them, and what helps when a letter is broken.
#[derive(Clone, Copy)]
pub(crate) struct Speech {
    /// "row", or "pupil".
    pub noun: &'static str,
    /// The same at the start of a sentence.
    pub noun_first: &'static str,
    /// What to do about a letter that cannot be read.
    pub broken_letter: &'static str,
}

const OF_A_TABLE: Speech = Speech {
    noun: "row",
    noun_first: "Row",
    broken_letter: "Save the list again as CSV UTF-8.",
};

/// Reads pupils of one file, one after the other.
pub(crate) struct Cells {
    /// Every column that holds a field.
    columns: Vec<(Field, usize)>,
    names: Vec<String>,
    encoding: &'static str,
    doubtful: bool,
    pub speech: Speech,
    today: NaiveDate,
    pub problems: Problems,
    pub warnings: Problems,
}

impl Cells {
    pub fn new(table: &Table, matching: &Matching, today: NaiveDate) -> Self {
        let columns = Field::ALL
            .iter()
            .filter_map(|field| Some((*field, matching.column(*field)?)))
            .collect();
        let names = (0..table.headings().len())
            .map(|index| table.column_name(index))
            .collect();
        Self {
            columns,
            names,
            encoding: table.encoding(),
            doubtful: table.is_doubtful(),
            speech: OF_A_TABLE,
            today,
            problems: Problems::default(),
            warnings: Problems::default(),
        }
    }

    /// For a file whose fields are fixed: each stands in the cell of its place, under a name of its own.
    pub fn fixed(
        fields: &[(Field, &str)],
        encoding: &'static str,
        speech: Speech,
        today: NaiveDate,
    ) -> Self {
        Self {
            columns: fields
                .iter()
                .enumerate()
                .map(|(index, (field, _))| (*field, index))
                .collect(),
            names: fields.iter().map(|(_, name)| (*name).to_owned()).collect(),
            encoding,
            doubtful: false,
            speech,
            today,
            problems: Problems::default(),
            warnings: Problems::default(),
        }
    }

    /// Reads one row. The pupil is whole only if no problem was added.
    pub fn read(&mut self, row: u32, record: &StringRecord) -> RollRow {
        let mut pupil = RollRow {
            row,
            ..RollRow::default()
        };
        let mut year = None;
        for place in 0..self.columns.len() {
            let Some((field, index)) = self.columns.get(place).copied() else {
                continue;
            };
            let text = tidy(record.get(index).unwrap_or_default());
            if text.is_empty() {
                continue;
            }
            if is_unreadable(&text) {
                let say = format!(
                    "A letter here could not be read as {}. {}",
                    self.encoding, self.speech.broken_letter
                );
                self.problem(row, index, say);
                // A name that cannot be read is not a missing one.
                let whole = matches!(field, Field::NameSurnameFirst | Field::NameForenameFirst);
                if whole || field == Field::LegalSurname {
                    pupil.legal_surname.clone_from(&text);
                }
                if whole || field == Field::LegalForename {
                    pupil.legal_forename = text;
                }
                continue;
            }
            match field {
                Field::Upn => pupil.upn = self.upn(row, index, &text),
                Field::LegalSurname => pupil.legal_surname = self.name(row, index, text),
                Field::LegalForename => pupil.legal_forename = self.name(row, index, text),
                Field::MiddleNames => pupil.middle_names = self.spare_name(row, index, text),
                Field::PreferredForename => {
                    pupil.preferred_forename = self.spare_name(row, index, text)
                }
                Field::PreferredSurname => {
                    pupil.preferred_surname = self.spare_name(row, index, text)
                }
                Field::FormerSurname => pupil.former_surname = self.spare_name(row, index, text),
                Field::NameSurnameFirst => self.whole_name(&mut pupil, index, text, true),
                Field::NameForenameFirst => self.whole_name(&mut pupil, index, text, false),
                Field::DateOfBirth => pupil.date_of_birth = self.birth_date(row, index, &text),
                Field::Sex => pupil.sex = sex(&text),
                Field::Year if says_something(&text) => year = Some((read_year(&text), index)),
                Field::Class if says_something(&text) => pupil.class = Some(text),
                Field::Site if says_something(&text) => pupil.site = Some(text),
                Field::Year | Field::Class | Field::Site => {}
                Field::Admitted => pupil.admitted = self.date(row, index, &text),
                Field::LeftOn => pupil.left_on = self.date(row, index, &text),
                Field::SenStatus => {
                    let flag = self.flag(row, index, read_sen(&text));
                    pupil.flags.extend(flag);
                }
                Field::Ehcp
                | Field::SendSupport
                | Field::LookedAfter
                | Field::PreviouslyLookedAfter
                | Field::ChildProtection
                | Field::ChildInNeed
                | Field::SectionFortySeven
                | Field::EarlyHelp
                | Field::SocialWorker
                | Field::YoungCarer
                | Field::Kinship
                | Field::SpecialGuardianship
                | Field::PrivatelyFostered
                | Field::Camhs => {
                    let flag = self.flag(row, index, read_flag(field, &text));
                    pupil.flags.extend(flag);
                }
            }
        }

        self.whole(&mut pupil, year);
        pupil
    }

    /// What only the whole row shows.
    fn whole(&mut self, pupil: &mut RollRow, year: Option<(super::year_group::YearGroup, usize)>) {
        for (field, name, what) in [
            (Field::LegalSurname, &pupil.legal_surname, "surname"),
            (Field::LegalForename, &pupil.legal_forename, "forename"),
        ] {
            if name.is_empty() {
                let column = self.column_of_name(field);
                self.problems
                    .add(pupil.row, &column, format!("This pupil has no {what}."));
            }
        }
        if pupil.preferred_forename.as_ref() == Some(&pupil.legal_forename) {
            pupil.preferred_forename = None;
        }
        if pupil.preferred_surname.as_ref() == Some(&pupil.legal_surname) {
            pupil.preferred_surname = None;
        }
        if pupil.former_surname.as_ref() == Some(&pupil.legal_surname) {
            pupil.former_surname = None;
        }
        if let Some((year, index)) = year {
            if let Some(say) = pupil
                .date_of_birth
                .and_then(|born| year.misfit(born, self.today))
            {
                self.warning(pupil.row, index, say);
            }
            pupil.year = Some(year.code);
        }
        if let (Some(admitted), Some(left)) = (pupil.admitted, pupil.left_on)
            && left < admitted
        {
            let column = self.column_of(Field::LeftOn);
            self.warnings.add(
                pupil.row,
                &column,
                "This pupil left before coming to the school.",
            );
        }
        pupil.flags.sort_unstable();
        pupil.flags.dedup();
    }

    fn upn(&mut self, row: u32, index: usize, text: &str) -> Option<String> {
        if !says_something(text) {
            return None;
        }
        let Ok(upn) = Upn::new(text) else {
            self.problem(
                row,
                index,
                "This is not a UPN. It has 13 characters: a letter, eleven digits, and a digit or, if temporary, a letter.",
            );
            return None;
        };
        if !upn.letter_fits() {
            self.warning(row, index, "The first letter of this UPN does not fit its digits. One of them may be mistyped.");
        }
        Some(upn.as_str().to_owned())
    }

    fn name(&mut self, row: u32, index: usize, text: String) -> String {
        if text.chars().nth(LONGEST).is_some() {
            self.problem(
                row,
                index,
                "This is too long to be a name. Cells may have run together.",
            );
        } else if self.doubtful && odd_letters(&text) {
            let say = format!(
                "This name holds signs that names rarely hold. Was the list saved as {}?",
                self.encoding
            );
            self.warning(row, index, say);
        }
        text
    }

    /// A name that a pupil need not have: a dash in its place is none.
    fn spare_name(&mut self, row: u32, index: usize, text: String) -> Option<String> {
        let has_letters = text.contains(char::is_alphanumeric) && !text.eq_ignore_ascii_case("n/a");
        has_letters.then(|| self.name(row, index, text))
    }

    fn whole_name(&mut self, pupil: &mut RollRow, index: usize, text: String, surname_first: bool) {
        let text = self.name(pupil.row, index, text);
        let split = split_name(&text, surname_first);
        if split.doubtful {
            self.warning(
                pupil.row,
                index,
                "This name has more than two words. Check which of them are the surname.",
            );
        }
        if pupil.legal_surname.is_empty() {
            pupil.legal_surname = split.surname;
        }
        if pupil.legal_forename.is_empty() {
            pupil.legal_forename = split.forename;
        }
        if pupil.middle_names.is_none() {
            pupil.middle_names = split.middle;
        }
    }

    fn birth_date(&mut self, row: u32, index: usize, text: &str) -> Option<NaiveDate> {
        let born = self.any_date(row, index, text, Kind::Birth)?;
        let before_birthday = (self.today.month(), self.today.day()) < (born.month(), born.day());
        let age = self.today.year() - born.year() - i32::from(before_birthday);
        if !(2..=19).contains(&age) {
            self.warning(
                row,
                index,
                format!("By this birth date the pupil is {age} years old."),
            );
        }
        Some(born)
    }

    fn date(&mut self, row: u32, index: usize, text: &str) -> Option<NaiveDate> {
        self.any_date(row, index, text, Kind::Other)
    }

    fn any_date(&mut self, row: u32, index: usize, text: &str, kind: Kind) -> Option<NaiveDate> {
        if !says_something(text) {
            return None;
        }
        match read_date(text, kind, self.today) {
            Ok(read) => {
                if read.was_a_number {
                    self.warning(
                        row,
                        index,
                        "A spreadsheet’s day number stands here. It was read as its date.",
                    );
                }
                Some(read.date)
            }
            Err(say) => {
                self.problem(row, index, say);
                None
            }
        }
    }

    fn flag(&mut self, row: u32, index: usize, says: Says) -> Option<&'static str> {
        match says {
            Says::Holds(flag) => Some(flag),
            Says::Nothing => None,
            Says::Unclear => {
                self.warning(
                    row,
                    index,
                    "This cannot be read as yes or no. Nothing is set.",
                );
                None
            }
        }
    }

    pub fn problem(&mut self, row: u32, index: usize, say: impl Into<String>) {
        self.problems
            .add(row, self.names.get(index).map_or("", String::as_str), say);
    }

    pub fn warning(&mut self, row: u32, index: usize, say: impl Into<String>) {
        self.warnings
            .add(row, self.names.get(index).map_or("", String::as_str), say);
    }

    /// The name of the column that holds a field.
    pub fn column_of(&self, field: Field) -> String {
        let index = self
            .columns
            .iter()
            .find(|(held, _)| *held == field)
            .map(|(_, index)| *index);
        index
            .and_then(|index| self.names.get(index))
            .cloned()
            .unwrap_or_default()
    }

    /// Whether a column holds a field.
    pub fn holds(&self, index: usize) -> bool {
        self.columns.iter().any(|(_, held)| *held == index)
    }

    fn column_of_name(&self, field: Field) -> String {
        [field, Field::NameSurnameFirst, Field::NameForenameFirst]
            .into_iter()
            .map(|field| self.column_of(field))
            .find(|name| !name.is_empty())
            .unwrap_or_default()
    }
}

/// Whether a cell other than a name holds anything. "Null" and "None" are surnames too, so names are never asked.
fn says_something(text: &str) -> bool {
    let nothing = [
        "-", "--", "n/a", "na", "null", "none", "#n/a", "\u{2013}", "\u{2014}", "?", ".",
    ];
    !nothing
        .iter()
        .any(|nothing| text.eq_ignore_ascii_case(nothing))
}

/// Codes of the DfE's lists in words; what is neither is kept as the list says.
fn sex(text: &str) -> Option<String> {
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&["F", "Female", "Girl", "2"]) {
        Some("Female".to_owned())
    } else if is(&["M", "Male", "Boy", "1"]) {
        Some("Male".to_owned())
    } else if !says_something(text)
        || is(&[
            "U",
            "W",
            "0",
            "9",
            "Unknown",
            "Not known",
            "Unspecified",
            "Not specified",
        ])
    {
        None
    } else {
        Some(text.to_owned())
    }
}
