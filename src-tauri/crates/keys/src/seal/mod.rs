//! Sealing to people and rooms: `age` files, so that the `age` tool opens them too.
//!
//! Sealing proves nothing about who sealed: what matters is signed inside.

mod bytes;
mod room_keys;
mod sealing_key;
mod stream;

pub use bytes::{open_with, seal_to};
pub use room_keys::RoomKeys;
pub use sealing_key::SealingKey;
pub(crate) use sealing_key::recipient;
pub use stream::{Opening, Sealing, open_stream, seal_stream};
