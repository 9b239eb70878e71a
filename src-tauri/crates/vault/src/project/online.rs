//! Names, numbers and addresses used online, so that the same one in two concerns is seen.

use std::collections::BTreeMap;

use domain::concern::{Concern, OnlineTrace};
use domain::online::{address_mark, phone_mark, user_mark};
use rusqlite::Connection;

use crate::VaultError;

/// Writes down what a concern's versions name. What only an earlier version says was said all the same.
pub(super) fn project(conn: &Connection, row: i64, concern: &Concern) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM online WHERE row = ?1")?
        .execute([row])?;
    let mut marks: BTreeMap<String, (String, String)> = BTreeMap::new();
    for version in &concern.versions {
        for trace in &version.content.details.online_service {
            for (mark, shown) in marks_of(trace) {
                marks.insert(mark, (shown, trace.service.clone()));
            }
        }
    }
    for (mark, (shown, service)) in marks {
        conn.prepare_cached(
            "INSERT OR REPLACE INTO online (mark, row, shown, service) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((mark, row, shown, service))?;
    }
    Ok(())
}

/// Each in the form in which it is compared, with how it was written.
fn marks_of(trace: &OnlineTrace) -> Vec<(String, String)> {
    let name = trace.user_name.as_str();
    let of_name = phone_mark(name)
        .or_else(|| address_mark(name))
        .or_else(|| user_mark(name));
    let address = trace.address.as_str();
    let of_address = address_mark(address).or_else(|| phone_mark(address));
    [(of_name, name), (of_address, address)]
        .into_iter()
        .filter_map(|(mark, shown)| Some((mark?, shown.trim().to_owned())))
        .collect()
}
