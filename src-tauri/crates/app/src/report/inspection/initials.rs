//! A child without their name: initials and class, by which a lead who has the list beside them knows whom it is.

use domain::pupil::Facts;

/// `JF, 9B`: the first letter of each word of a name, and a class or a year.
pub(super) fn short(name: &str, class: &str) -> String {
    let letters = initials(name);
    match class.trim() {
        "" => letters,
        class => format!("{letters}, {class}"),
    }
}

/// A pupil's class; the year, where they have none.
pub(super) fn class_of(facts: &Facts) -> String {
    match (&facts.class, &facts.year) {
        (Some(class), _) => class.clone(),
        (None, Some(year)) => format!("Year {year}"),
        (None, None) => String::new(),
    }
}

/// The first letter of each word of a name. What is between brackets or quotes is another name, and counts too.
fn initials(name: &str) -> String {
    name.split(|c: char| c.is_whitespace() || c == '-')
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn no_more_of_a_name_than_its_first_letters_is_said() {
        assert_eq!(short("Jayden Fairbrother", "9B"), "JF, 9B");
        assert_eq!(short("Zoë O\u{2019}Neill-Smith", ""), "ZOS");
        assert_eq!(short("  ", "9B"), ", 9B");
        assert_eq!(short("\u{4e2d} \u{6587}", "R"), "\u{4e2d}\u{6587}, R");
    }
}
