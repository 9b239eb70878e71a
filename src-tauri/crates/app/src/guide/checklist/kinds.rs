//! How an item is answered.

use guidance::{Item, ItemKind};

/// What a tick is kept as.
const TICKED: &str = "Yes";

/// As the window draws it: one line, several lines, one of some, some of some, a list, a tick.
pub(super) fn kind(item: &Item) -> &'static str {
    match item.kind {
        ItemKind::Text
        | ItemKind::Date
        | ItemKind::Datetime
        | ItemKind::DatetimeText
        | ItemKind::Number
        | ItemKind::Phone
        | ItemKind::Email
        | ItemKind::Url
        | ItemKind::FileRef
        | ItemKind::Signature => "line",
        ItemKind::Longtext | ItemKind::DatetimeRange => "words",
        ItemKind::YesNo | ItemKind::YesNoUnknown | ItemKind::YesNoNa | ItemKind::Choice => "one",
        ItemKind::Multichoice => "some",
        ItemKind::UrlList | ItemKind::Table => "list",
        ItemKind::Confirm => "tick",
    }
}

/// An answer as it is kept: without blanks around it, blank lines of a list left out. A sentence where it cannot be kept.
pub(super) fn tidy(item: &Item, typed: &[String]) -> Result<Vec<String>, &'static str> {
    let lines: Vec<String> = typed
        .iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    if lines.iter().map(|line| line.chars().count()).sum::<usize>() > LONGEST {
        return Err(
            "This is too long for one answer. Write it as a concern of its own, and say here that it is in the record",
        );
    }
    let offered = item.choices();
    match kind(item) {
        "one" if lines.len() > 1 => Err("Choose one of the list"),
        "one" | "some" if lines.iter().any(|line| !offered.contains(&line.as_str())) => {
            Err("Choose one of the list")
        }
        "tick" if !lines.is_empty() => Ok(vec![TICKED.to_owned()]),
        "line" | "words" if lines.len() > 1 => Ok(vec![lines.join("\n")]),
        _ => Ok(lines),
    }
}

/// Longest that an answer may be, in characters.
const LONGEST: usize = 20_000;
