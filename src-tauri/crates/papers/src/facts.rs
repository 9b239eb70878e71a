//! Facts as they are handed in, made fit for a line.

use crate::PapersError;

/// The most characters a name or a line of facts may have. Longer ones would fill the head of every page.
const LONGEST: usize = 400;

/// The fact on one line: spaces, tabs and line feeds become single spaces.
pub(crate) fn line(field: &'static str, value: &str) -> Result<String, PapersError> {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Err(PapersError::Missing { field });
    }
    if line.chars().count() > LONGEST {
        return Err(PapersError::TooLong {
            field,
            most: LONGEST,
        });
    }
    Ok(line)
}
