//! Accounts with instants instead of words, for the command line.

use serde::Serialize;

use super::Office;
use crate::wire::Fault;

/// Somebody with an account. Instants are RFC 3339 in the laptop's zone.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    /// Their id.
    pub id: String,
    /// What they type to be found.
    pub user: String,
    /// Their name.
    pub name: String,
    /// Role id.
    pub role: String,
    /// `open`, `invited` or `closed`.
    pub state: &'static str,
    /// Since when.
    pub joined_at: Option<String>,
    /// When they last opened the vault on this laptop.
    pub last_opened_at: Option<String>,
    /// When the account was closed.
    pub closed_at: Option<String>,
    /// Their recovery kit has been tried.
    pub kit_tried: bool,
}

/// Every account, closed ones too.
pub fn accounts(office: &Office) -> Result<Vec<Account>, Fault> {
    let at = |ms: Option<i64>| ms.map(|ms| office.instant_of(ms));
    let people = office.sitting()?.directory.people.iter();
    Ok(people
        .map(|person| Account {
            id: person.id.clone(),
            user: person.user.clone(),
            name: person.name.clone(),
            role: person.role.clone(),
            state: match (person.closed, person.joined) {
                (Some(_), _) => "closed",
                (None, None) => "invited",
                (None, Some(_)) => "open",
            },
            joined_at: at(person.joined),
            last_opened_at: at(person.last_opened),
            closed_at: at(person.closed),
            kit_tried: person.rehearsed,
        })
        .collect())
}
