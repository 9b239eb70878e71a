//! What others know of a person's keys.

use ed25519_dalek::VerifyingKey;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{KeysError, PersonId, hex, seal};

/// The public halves of a person's keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonPublic {
    /// Whose.
    pub id: PersonId,
    /// Checks their signatures (Ed25519). 64 hex digits in JSON.
    #[serde(serialize_with = "in_hex", deserialize_with = "from_hex")]
    pub identity: [u8; 32],
    /// What to seal to for them, "age1...".
    pub sealing: String,
}

impl PersonPublic {
    /// Refuses malformed keys and weak ones: an Ed25519 key of low order lets one signature pass for many
    /// messages, an X25519 one lets everybody open what is sealed to it. Call this on any key from outside.
    pub fn check(&self) -> Result<(), KeysError> {
        identity(&self.identity)?;
        seal::recipient(&self.sealing)?;
        Ok(())
    }
}

/// Reads an Ed25519 public key, refusing weak ones.
pub(crate) fn identity(bytes: &[u8; 32]) -> Result<VerifyingKey, KeysError> {
    VerifyingKey::from_bytes(bytes)
        .ok()
        .filter(|key| !key.is_weak())
        .ok_or(KeysError::KeyRefused)
}

fn in_hex<S: Serializer>(bytes: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&hex::encode(bytes))
}

fn from_hex<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 32], D::Error> {
    hex::decode_array(String::deserialize(from)?.as_bytes())
        .ok_or_else(|| D::Error::custom("not a key of 64 hexadecimal digits"))
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;
    use crate::PersonKeys;

    #[test]
    fn public_keys_come_back_from_json() {
        let public = PersonKeys::generate(PersonId([1; 16]), &mut OsRng).public();

        let text = serde_json::to_string(&public).unwrap();

        assert_eq!(serde_json::from_str::<PersonPublic>(&text).unwrap(), public);
        assert!(public.check().is_ok());
    }

    #[test]
    fn weak_and_malformed_keys_are_refused() {
        let good = PersonKeys::generate(PersonId([1; 16]), &mut OsRng).public();
        let mut identity_point = [0; 32];
        identity_point[0] = 1;

        for identity in [[0; 32], identity_point, [2; 32]] {
            let bad = PersonPublic {
                identity,
                ..good.clone()
            };
            assert!(
                matches!(bad.check(), Err(KeysError::KeyRefused)),
                "{identity:?}"
            );
        }
        let bad = PersonPublic {
            sealing: "age1".to_owned(),
            ..good
        };
        assert!(matches!(bad.check(), Err(KeysError::KeyRefused)));
    }
}
