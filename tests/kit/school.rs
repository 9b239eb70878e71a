//! The school's vault, made once for each set of people and copied for each journey.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use app::wire::Kit;

use crate::{Device, Picture, RUTH, Somebody};

/// The school's name.
pub const SCHOOL: &str = "Marlowe Vale Academy";

type Papers = BTreeMap<String, Kit>;
type Made = Arc<(Picture, Papers)>;

/// By the user names of those who joined.
static MADE: LazyLock<Mutex<HashMap<Vec<&'static str>, Made>>> = LazyLock::new(Mutex::default);

/// The disk of a laptop with this school on it, and everybody's kit.
pub(crate) fn of(others: &[&Somebody]) -> (Picture, Papers) {
    let names: Vec<&str> = others.iter().map(|who| who.user).collect();
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let school = made
        .entry(names)
        .or_insert_with_key(|names| Arc::new(make(names.len() as u64, others)));
    let (picture, papers) = school.as_ref();
    (picture.clone(), papers.clone())
}

fn make(seed: u64, others: &[&Somebody]) -> (Picture, Papers) {
    let mut laptop = Device::seeded(seed);
    laptop.clock.set_wall("2026-11-02T08:10:00Z");
    laptop.set_up();
    let words = laptop.kit_of(&RUTH);
    app::rehearse(&mut laptop.office, &words).unwrap();
    for who in others {
        laptop.add(who);
    }
    laptop.lock();
    // The program ends; the list of who has it open goes with it.
    laptop.restart();
    (
        Picture::of(laptop.disk()),
        std::mem::take(&mut laptop.papers),
    )
}
