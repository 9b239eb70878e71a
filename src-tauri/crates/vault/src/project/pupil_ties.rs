//! What hangs on a pupil beside their own line: who belongs to them, and which records are the same child.

use std::collections::{BTreeMap, BTreeSet};

use domain::pupil::Pupil;
use rusqlite::Connection;

use crate::VaultError;

/// Takes away what hung on a pupil.
pub(super) fn clear(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    for sql in [
        "DELETE FROM tie WHERE pupil = ?1",
        "DELETE FROM pupil_join WHERE kept = ?1",
        "DELETE FROM pupil_apart WHERE one = ?1",
    ] {
        conn.prepare_cached(sql)?.execute([id])?;
    }
    Ok(())
}

/// Writes down what holds now.
pub(super) fn project(conn: &Connection, pupil: &Pupil) -> Result<(), VaultError> {
    let id = pupil.id.0;
    clear(conn, &id)?;
    for tie in pupil.tied() {
        let Some(whom) = tie.what.whom() else {
            continue;
        };
        conn.prepare_cached(
            "INSERT OR REPLACE INTO tie (entry, pupil, whom, value) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((
            tie.step.entry,
            id,
            whom,
            serde_json::to_string(&tie.what).unwrap_or_default(),
        ))?;
    }
    for join in pupil.joined().filter(|join| join.what.pupil != pupil.id) {
        conn.prepare_cached("INSERT OR IGNORE INTO pupil_join (other, kept) VALUES (?1, ?2)")?
            .execute((join.what.pupil.0, id))?;
    }
    for apart in pupil.kept_apart() {
        conn.prepare_cached("INSERT OR IGNORE INTO pupil_apart (one, other) VALUES (?1, ?2)")?
            .execute((id, apart.what.pupil.0))?;
    }
    Ok(())
}

/// Says of every record that was joined to another which one stands for it. Few are: all of them are looked at again.
pub(super) fn settle(conn: &Connection) -> Result<(), VaultError> {
    conn.prepare_cached("UPDATE pupil SET kept = NULL WHERE kept IS NOT NULL")?
        .execute([])?;
    let mut statement = conn.prepare_cached("SELECT other, kept FROM pupil_join")?;
    let joins: Vec<([u8; 16], [u8; 16])> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (other, kept) in standing_for(&joins) {
        conn.prepare_cached("UPDATE pupil SET kept = ?2 WHERE id = ?1")?
            .execute((other, kept))?;
    }
    Ok(())
}

/// For every record that does not stand for itself, the one that does. Of several that could, as when two laptops joined
/// the same two the other way round, the smallest id: the same on every laptop.
fn standing_for(joins: &[([u8; 16], [u8; 16])]) -> BTreeMap<[u8; 16], [u8; 16]> {
    let mut beside: BTreeMap<[u8; 16], BTreeSet<[u8; 16]>> = BTreeMap::new();
    for (other, kept) in joins {
        beside.entry(*other).or_default().insert(*kept);
        beside.entry(*kept).or_default().insert(*other);
    }
    let others: BTreeSet<[u8; 16]> = joins.iter().map(|(other, _)| *other).collect();
    let mut standing = BTreeMap::new();
    let mut seen: BTreeSet<[u8; 16]> = BTreeSet::new();
    for start in beside.keys() {
        if seen.contains(start) {
            continue;
        }
        let mut group = BTreeSet::new();
        let mut ahead = vec![*start];
        while let Some(one) = ahead.pop() {
            if group.insert(one) {
                ahead.extend(beside.get(&one).into_iter().flatten());
            }
        }
        let stands = group
            .iter()
            .find(|one| !others.contains(*one))
            .or_else(|| group.first())
            .copied();
        if let Some(stands) = stands {
            standing.extend(
                group
                    .iter()
                    .filter(|one| **one != stands)
                    .map(|one| (*one, stands)),
            );
        }
        seen.extend(group);
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: [u8; 16] = [1; 16];
    const B: [u8; 16] = [2; 16];
    const C: [u8; 16] = [3; 16];

    #[test]
    fn one_record_stands_for_all_that_were_joined() {
        // C was joined to B, and later B to A.
        let standing = standing_for(&[(C, B), (B, A)]);
        assert_eq!(standing, BTreeMap::from([(B, A), (C, A)]));
    }

    #[test]
    fn two_laptops_that_joined_the_other_way_round_agree() {
        let standing = standing_for(&[(B, C), (C, B)]);
        assert_eq!(standing, BTreeMap::from([(C, B)]));
    }

    #[test]
    fn one_record_joined_to_two_brings_all_three_together() {
        let standing = standing_for(&[(C, A), (C, B)]);
        assert_eq!(standing, BTreeMap::from([(B, A), (C, A)]));
    }
}
