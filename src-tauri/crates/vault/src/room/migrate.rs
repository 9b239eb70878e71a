//! Schema steps, in order, for good.

use rusqlite::{Connection, TransactionBehavior};

use crate::{VaultError, project};

/// Fills what a step adds to lines that are there already, from the entries.
/// It is told how many steps the file had.
type Fill = fn(&Connection, u32) -> Result<(), VaultError>;

/// A step that has shipped is never edited.
const STEPS: &[(&str, Option<Fill>)] = &[
    (
        include_str!("../../migrations/0001_entries_and_projections.sql"),
        None,
    ),
    (
        include_str!("../../migrations/0002_today_and_chronology.sql"),
        Some(project::today_and_chronology),
    ),
    // Lines are made with the columns of every step, so what these added is filled with the last.
    (include_str!("../../migrations/0003_case.sql"), None),
    (
        include_str!("../../migrations/0004_lists_of_cases.sql"),
        None,
    ),
    (include_str!("../../migrations/0005_people.sql"), None),
    (include_str!("../../migrations/0006_buildup.sql"), None),
    (include_str!("../../migrations/0007_how_counted.sql"), None),
    (include_str!("../../migrations/0008_untriaged.sql"), None),
    (include_str!("../../migrations/0009_walks.sql"), None),
    (include_str!("../../migrations/0010_checklists.sql"), None),
    (include_str!("../../migrations/0011_own_guidance.sql"), None),
    (
        include_str!("../../migrations/0012_twice.sql"),
        Some(project::pupils_and_adults),
    ),
    (include_str!("../../migrations/0013_registers.sql"), None),
    (include_str!("../../migrations/0014_evidence.sql"), None),
    (include_str!("../../migrations/0015_access.sql"), None),
    (
        include_str!("../../migrations/0016_facets.sql"),
        Some(project::case_words_and_facets),
    ),
    (include_str!("../../migrations/0017_governance.sql"), None),
    (
        include_str!("../../migrations/0018_files_told.sql"),
        Some(project::told),
    ),
];

/// Brings a file to this program's schema, whole or not at all; a file from a newer program is left untouched.
pub(super) fn bring_up(conn: &mut Connection) -> Result<u32, VaultError> {
    let known = STEPS.len() as u32;
    let found: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let Some(missing) = STEPS.get(found as usize..) else {
        return Err(VaultError::Newer { found, known });
    };
    if missing.is_empty() {
        return Ok(0);
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (step, fill) in missing {
        tx.execute_batch(step)?;
        // Filled with the step that makes them, and only where there is something: a program that ends half way through
        // leaves the file as it was, and the next opening does all of it.
        if let Some(fill) = fill
            && found > 0
        {
            fill(&tx, found)?;
        }
    }
    tx.pragma_update(None, "user_version", known)?;
    tx.commit()?;
    Ok(known - found)
}
