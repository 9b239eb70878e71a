mod grant;
mod role;

pub use grant::Grant;
pub use role::{ObjectRule, Role, Roles, Rule};

/// Says whether a role may do something at all. A rule about the single record still comes after, and wins.
///
/// An unknown role may do nothing, and nobody may do anything while the roles cannot be read.
pub fn may(role: &str, grant: Grant) -> bool {
    crate::roles().is_ok_and(|roles| roles.may(role, grant))
}
