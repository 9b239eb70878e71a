//! What stands on the shelf, from fixed seeds. Only for putting new things there: what stands there is never made again.

mod broken;
mod chain;
mod line;
mod notes;
mod people;
mod signature;
mod version_1;

use history::entry::Entry;
use history::open_form;

use crate::kit::{Made, Room, step};

pub use broken::broken;
pub use notes::broken_notes;
pub use people::broken_about_people;
pub use version_1::{one_entry, version_1};

/// A file of the shelf: where it stands and what it holds.
pub type Item = (String, Vec<u8>);

pub(crate) fn lines(entries: &[Entry]) -> Vec<u8> {
    entries
        .iter()
        .map(|entry| open_form::write(entry).unwrap() + "\n")
        .collect::<String>()
        .into_bytes()
}

pub(crate) fn entries(made: &[Made]) -> Vec<Entry> {
    made.iter().map(|made| made.entry.clone()).collect()
}

/// A log of one writer: introduction, a concern, another.
pub(crate) fn small(seed: u64) -> (ed25519_dalek::SigningKey, Vec<Made>) {
    let mut room = Room::new(&[0], seed);
    for said in ["first", "second"] {
        room.write(
            0,
            step(
                "concern.recorded",
                vec![("account", said.into()), ("people", b"[]".to_vec())],
            ),
        );
    }
    (room.laptops[0].key.clone(), room.made)
}
