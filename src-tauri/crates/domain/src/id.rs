//! Random names for things: 16 bytes, written as 32 hexadecimal digits.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// The text is not 32 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of 32 hexadecimal digits")]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let mut bytes = [0; 16];
                let lower = text.bytes().all(|c| c.is_ascii_digit() || (b'a'..=b'f').contains(&c));
                if text.len() != 32 || !lower {
                    return Err(NotAnId);
                }
                for (place, byte) in bytes.iter_mut().enumerate() {
                    let pair = text.get(2 * place..2 * place + 2).ok_or(NotAnId)?;
                    *byte = u8::from_str_radix(pair, 16).map_err(|_| NotAnId)?;
                }
                Ok(Self(bytes))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <std::borrow::Cow<'de, str>>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

id!(
    /// A pupil, the same on every laptop of the school.
    PupilId
);
id!(
    /// An adult on record, the same on every laptop of the school.
    AdultId
);
id!(
    /// A concern.
    ConcernId
);
id!(
    /// Somebody's way through a flowchart.
    WalkId
);
id!(
    /// A checklist that somebody fills.
    ChecklistId
);
id!(
    /// A line of a register.
    LineId
);
id!(
    /// An exhibit.
    ExhibitId
);
id!(
    /// A bundle of evidence.
    BundleId
);
id!(
    /// Somebody's request to see what is held about a pupil.
    AccessId
);
id!(
    /// Somebody with an account.
    PersonId
);
id!(
    /// A file attached to a concern.
    FileId
);
id!(
    /// A room of the vault.
    RoomId
);
id!(
    /// The vault itself.
    VaultId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        let id = PupilId([0xa7; 16]);

        assert_eq!(id.to_string().parse(), Ok(id));
        for wrong in [
            "",
            "a7",
            &"A7".repeat(16),
            &"g0".repeat(16),
            &"é".repeat(16),
        ] {
            assert_eq!(wrong.parse::<PupilId>(), Err(NotAnId), "{wrong}");
        }
    }
}
