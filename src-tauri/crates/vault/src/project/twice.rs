//! Which records are the same child or the same adult.

use std::collections::{BTreeMap, BTreeSet};

use domain::twice::Records;
use rusqlite::Connection;

use crate::VaultError;
use crate::ask::Kept;

/// Takes away what was said of a record and others.
pub(super) fn clear<R: Kept>(conn: &Connection, id: R) -> Result<(), VaultError> {
    let tables = R::TABLES;
    for sql in [
        format!("DELETE FROM {} WHERE kept = ?1", tables.join),
        format!("DELETE FROM {} WHERE one = ?1", tables.apart),
    ] {
        conn.prepare_cached(&sql)?.execute([id.bytes()])?;
    }
    Ok(())
}

/// Writes down what holds now, and which record stands for which.
pub(super) fn project<R: Kept>(
    conn: &Connection,
    id: R,
    records: &Records<R>,
) -> Result<(), VaultError> {
    clear(conn, id)?;
    let tables = R::TABLES;
    let put = |table: &str, columns: &str, one: R, other: R| {
        conn.prepare_cached(&format!(
            "INSERT OR IGNORE INTO {table} ({columns}) VALUES (?1, ?2)"
        ))?
        .execute((one.bytes(), other.bytes()))
    };
    for join in records.joined().filter(|join| join.what.0 != id) {
        put(tables.join, "other, kept", join.what.0, id)?;
    }
    for apart in records.kept_apart() {
        put(tables.apart, "one, other", id, apart.what.0)?;
    }
    settle::<R>(conn)
}

/// Says of every record that was joined to another which one stands for it. Few are: all of them are looked at again.
///
/// Only records that have a line count: one that was destroyed, or is not here yet, would stand for others that no list
/// then shows. When its line comes in, this is run again with it.
pub(super) fn settle<R: Kept>(conn: &Connection) -> Result<(), VaultError> {
    let tables = R::TABLES;
    conn.prepare_cached(&format!(
        "UPDATE {} SET kept = NULL WHERE kept IS NOT NULL",
        tables.lines
    ))?
    .execute([])?;
    let mut statement = conn.prepare_cached(&format!(
        "SELECT other, kept FROM {join}
          WHERE other IN (SELECT id FROM {lines}) AND kept IN (SELECT id FROM {lines})",
        join = tables.join,
        lines = tables.lines
    ))?;
    let joins: Vec<([u8; 16], [u8; 16])> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (other, kept) in standing_for(&joins) {
        conn.prepare_cached(&format!(
            "UPDATE {} SET kept = ?2 WHERE id = ?1",
            tables.lines
        ))?
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
    use domain::id::PupilId;

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
    fn one_that_has_no_line_stands_for_nobody_until_it_has() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE TABLE pupil (id BLOB NOT NULL UNIQUE, kept BLOB);
             CREATE TABLE pupil_join (other BLOB NOT NULL, kept BLOB NOT NULL);",
        )
        .unwrap();
        for id in [B, C] {
            conn.execute("INSERT INTO pupil (id) VALUES (?1)", [id])
                .unwrap();
        }
        // Two laptops joined B and C either way round, and B was joined to A, which is not here.
        for pair in [(B, C), (C, B), (A, B)] {
            conn.execute("INSERT INTO pupil_join (other, kept) VALUES (?1, ?2)", pair)
                .unwrap();
        }
        let kept = |id: [u8; 16]| -> Option<[u8; 16]> {
            conn.query_row("SELECT kept FROM pupil WHERE id = ?1", [id], |row| {
                row.get(0)
            })
            .unwrap()
        };
        settle::<PupilId>(&conn).unwrap();
        assert_eq!((kept(B), kept(C)), (None, Some(B)));

        conn.execute("INSERT INTO pupil (id) VALUES (?1)", [A])
            .unwrap();
        settle::<PupilId>(&conn).unwrap();
        assert_eq!((kept(A), kept(B), kept(C)), (None, Some(A), Some(A)));
    }

    #[test]
    fn one_record_joined_to_two_brings_all_three_together() {
        let standing = standing_for(&[(C, A), (C, B)]);
        assert_eq!(standing, BTreeMap::from([(B, A), (C, A)]));
    }
}
