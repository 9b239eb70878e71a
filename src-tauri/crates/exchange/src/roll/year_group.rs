//! Year groups of schools in England, and the ages that fit them.

use domain::when::{Datelike, NaiveDate};

/// A year group as a list gives it.
pub(super) struct YearGroup {
    /// The DfE's code (CBDS "NC year actual"): `N1`, `N2`, `R`, `1` to `14`. Otherwise as the list says.
    pub code: String,
    /// Years after Reception, when it is one that has an age.
    after_reception: Option<i32>,
}

/// Reads "Year 7", "7", "07", "Yr 7", "Y7", "Reception", "R", "Nursery 2", "N2", "FS1".
pub(super) fn read_year(cell: &str) -> YearGroup {
    let plain: String = cell
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect::<String>()
        .to_lowercase();
    let named = |code: &str, after| YearGroup {
        code: code.to_owned(),
        after_reception: after,
    };
    match plain.as_str() {
        "r" | "reception" | "rec" | "yr" | "yrr" | "yearr" | "yearreception" | "receptionyear"
        | "fs2" | "f2" | "foundation2" | "foundationstage2" | "eyfs2" | "0" | "year0" | "y0" => {
            return named("R", Some(0));
        }
        "n2" | "nursery2" | "fs1" | "f1" | "foundation1" | "foundationstage1" | "eyfs1"
        | "yearn2" => {
            return named("N2", Some(-1));
        }
        "n1" | "nursery1" | "yearn1" => return named("N1", Some(-2)),
        "n" | "nursery" => return named("N", None),
        _ => {}
    }

    let figures = ["year", "yr", "y", "ncyear", "ncy", "nc"]
        .iter()
        .find_map(|word| plain.strip_prefix(word));
    match figures.unwrap_or(&plain).parse::<i32>() {
        Ok(year @ 1..=14) if plain.is_ascii() => named(&year.to_string(), Some(year)),
        Ok(_) | Err(_) => named(cell, None),
    }
}

impl YearGroup {
    /// Says when a child born on a day is usually in another year group, or nothing when it fits.
    ///
    /// A school year runs from 1 September; Reception is the one in which a child turns five. In July and August a
    /// list may already show the coming year.
    pub fn misfit(&self, born: NaiveDate, today: NaiveDate) -> Option<String> {
        let after_reception = self.after_reception?;
        let this_year = if today.month() >= 9 {
            today.year()
        } else {
            today.year() - 1
        };
        let reception_of = if born.month() >= 9 {
            born.year() + 5
        } else {
            born.year() + 4
        };
        let usual = this_year - reception_of;
        let may_show_next = matches!(today.month(), 7 | 8);
        if after_reception == usual || (may_show_next && after_reception == usual + 1) {
            return None;
        }

        let title = match usual {
            0 => "Reception".to_owned(),
            1..=13 => format!("Year {usual}"),
            -2 | -1 => "Nursery".to_owned(),
            _ => {
                return Some(
                    "This year group and this birth date do not fit each other.".to_owned(),
                );
            }
        };
        Some(format!(
            "This year group does not fit the birth date. A child of that age is usually in {title}."
        ))
    }
}
