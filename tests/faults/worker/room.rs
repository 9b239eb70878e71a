//! Writes the steps of a plan into a room.

use std::ops::Range;
use std::path::Path;

use vault::Room;

use crate::both::acks::Acks;
use crate::both::plan::{Plan, ROOM};

/// Makes the room if it is not there, then writes the steps. Every `sitting` steps it is closed and opened again; with
/// 0 never. Acknowledges how many steps there are, which is 0 for a room just made.
pub fn write(folder: &Path, seed: u64, steps: Range<u64>, sitting: u64, acks: &Path) {
    let plan = Plan::new(seed);
    let mut acks = Acks::to(acks);
    let path = folder.join("room.db");
    let mut room = if path.exists() {
        Room::open(&path, ROOM, &Plan::file_key()).unwrap()
    } else {
        let room = Room::create(&path, ROOM, &Plan::file_key()).unwrap();
        acks.say(0);
        room
    };
    for step in steps {
        if sitting > 0 && step > 0 && step.is_multiple_of(sitting) {
            room.close().unwrap();
            room = Room::open(&path, ROOM, &Plan::file_key()).unwrap();
        }
        plan.write(&mut room, step).unwrap();
        acks.say(step + 1);
    }
    room.close().unwrap();
}
