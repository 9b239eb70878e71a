//! The other record, as an entry names it.

use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error as _};
use zeroize::Zeroizing;

use super::OnRecord;

/// The part that holds an [`Other`].
pub const PART_OTHER: &str = "other";

/// The other record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Other<R>(pub R);

impl<R: OnRecord> Other<R> {
    /// The entry's part: `{"pupil":"…"}` or `{"adult":"…"}`.
    pub fn to_part(self) -> (&'static str, Zeroizing<Vec<u8>>) {
        // An id always serialises.
        let content = serde_json::to_vec(&BTreeMap::from([(R::FIELD, self.0)])).unwrap_or_default();
        (PART_OTHER, Zeroizing::new(content))
    }
}

impl<'de, R: OnRecord> Deserialize<'de> for Other<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A later version may say more beside it, which is passed over.
        let mut fields = BTreeMap::<String, serde_json::Value>::deserialize(deserializer)?;
        let id = fields
            .remove(R::FIELD)
            .ok_or_else(|| D::Error::missing_field(R::FIELD))?;
        serde_json::from_value(id)
            .map(Self)
            .map_err(D::Error::custom)
    }
}
