//! What was done, where a cell holds several entries, each with its own day and writer.

use domain::when::NaiveDate;

use super::moment::read_moment;
use super::row::PastAction;

/// How long the name before a colon may be; longer is a sentence.
const LONGEST_NAME: usize = 60;

/// Reads a cell of actions: "03/05/2022 10:20 - J. Smith: Rang Mum." on a line of its own each, and lines that carry
/// on. What is not written so is one action, whole.
pub(super) fn read_actions(cell: &str, today: NaiveDate) -> Vec<PastAction> {
    let mut all: Vec<PastAction> = Vec::new();
    for line in cell.lines() {
        match dated(line, today) {
            Some(action) => all.push(action),
            None => match all.last_mut() {
                Some(action) => {
                    action.text.push('\n');
                    action.text.push_str(line);
                }
                None => {
                    let text = cell.trim().to_owned();
                    return match text.is_empty() {
                        true => Vec::new(),
                        false => vec![PastAction {
                            text,
                            ..PastAction::default()
                        }],
                    };
                }
            },
        }
    }
    for action in &mut all {
        action.text = action.text.trim().to_owned();
    }
    all
}

fn dated(line: &str, today: NaiveDate) -> Option<PastAction> {
    let (day, rest) = line.split_once(" - ")?;
    let at = read_moment(day, today).ok()?;
    let (by, text) = match rest.split_once(':') {
        Some((by, text)) if by.chars().count() <= LONGEST_NAME && !by.trim().is_empty() => {
            (by.trim(), text)
        }
        Some(_) | None => ("", rest),
    };
    Some(PastAction {
        at: Some(at),
        by: by.to_owned(),
        text: text.trim().to_owned(),
    })
}
