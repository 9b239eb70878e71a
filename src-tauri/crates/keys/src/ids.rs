//! Random names of people, rooms and vaults: 16 bytes, shown as 32 lower-case hex digits.

use std::fmt;
use std::str::FromStr;

use rand_core::CryptoRngCore;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::hex;

/// The text is not 32 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of 32 hexadecimal digits")]
pub struct IdRefused;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// Draws a new one.
            pub fn random(rng: &mut dyn CryptoRngCore) -> Self {
                let mut bytes = [0; 16];
                rng.fill_bytes(&mut bytes);
                Self(bytes)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = IdRefused;

            fn from_str(text: &str) -> Result<Self, IdRefused> {
                hex::decode_array(text.as_bytes()).map(Self).ok_or(IdRefused)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

id!(
    /// A person with an account, for good: also after they have left.
    PersonId
);
id!(
    /// A room of the vault. Tells nothing about what is in it.
    RoomId
);
id!(
    /// A vault. Its copies on other laptops and its backups carry the same one.
    VaultId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_shown() {
        let id = PersonId(*b"0123456789abcdef");

        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("".parse::<PersonId>(), Err(IdRefused));
        assert_eq!("g".repeat(32).parse::<PersonId>(), Err(IdRefused));
    }
}
