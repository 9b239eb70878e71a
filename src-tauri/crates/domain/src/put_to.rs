//! That a walk or a checklist which was begun alone is about a concern: it was recorded since.

use serde::{Deserialize, Serialize};

use crate::hide_words;
use crate::id::ConcernId;

/// The part that holds a [`PutTo`].
pub const PART_PUT_TO: &str = "put_to";

/// The concern it is about. The first one that was said stands.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutTo {
    /// Which.
    pub concern: ConcernId,
}

hide_words!(PutTo);
