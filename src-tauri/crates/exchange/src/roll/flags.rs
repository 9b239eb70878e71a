//! Flags and SEN codes as lists give them.

use super::field::Field;

/// What a cell says of a flag.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum Says {
    /// The flag of this id holds.
    Holds(&'static str),
    /// It does not.
    Nothing,
    /// The cell cannot be read as either.
    Unclear,
}

/// Reads a yes or no.
pub(super) fn read_flag(field: Field, cell: &str) -> Says {
    let Some(flag) = field.flag() else {
        return Says::Nothing;
    };
    let plain = plain(cell);
    match plain.as_str() {
        "y" | "yes" | "t" | "true" | "1" | "x" | "\u{2713}" | "\u{2714}" | "current"
        | "currently" | "active" | "open" => Says::Holds(flag),
        _ if is_no(&plain) => Says::Nothing,
        _ if field == Field::LookedAfter && plain.contains("previous") => {
            Field::PreviouslyLookedAfter
                .flag()
                .map_or(Says::Unclear, Says::Holds)
        }
        // A column may carry its own name where it holds: "Looked after", "CLA", "EHCP".
        _ if super::headings::claim(cell).is_some_and(|(named, _)| named == field) => {
            Says::Holds(flag)
        }
        _ => Says::Unclear,
    }
}

/// Reads a SEN status: DfE codes (E, K, N), the words systems write for them, and the codes before 2014.
pub(super) fn read_sen(cell: &str) -> Says {
    let plain = plain(cell);
    let ehcp = Field::Ehcp.flag().map_or(Says::Unclear, Says::Holds);
    let support = Field::SendSupport.flag().map_or(Says::Unclear, Says::Holds);
    match plain.as_str() {
        "e" | "s" | "ehcp" | "ehc" | "statement" | "statemented" => ehcp,
        "k" | "a" | "p" | "sensupport" | "sendsupport" | "schoolaction" | "schoolactionplus"
        | "y" | "yes" => support,
        "n" | "nosen" | "nosend" | "nospecialeducationalneed" | "nospecialeducationalneeds" => {
            Says::Nothing
        }
        _ if is_no(&plain) => Says::Nothing,
        // "E - Education, Health and Care Plan", "Education Health & Care plan".
        _ if plain.contains("careplan") || plain.contains("ehcp") => ehcp,
        _ if plain.contains("sensupport") || plain.contains("sendsupport") => support,
        _ if plain.contains("nospecialeducational") || plain.contains("nosen") => Says::Nothing,
        _ => Says::Unclear,
    }
}

fn is_no(plain: &str) -> bool {
    matches!(
        plain,
        "" | "n"
            | "no"
            | "f"
            | "false"
            | "0"
            | "none"
            | "na"
            | "null"
            | "notapplicable"
            | "never"
            | "nil"
    )
}

fn plain(cell: &str) -> String {
    cell.chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, '\u{2713}' | '\u{2714}'))
        .flat_map(char::to_lowercase)
        .collect()
}
