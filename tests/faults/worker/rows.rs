//! An encrypted file of the same engine and settings as a room's, but one: how it syncs. A room cannot be told to sync
//! less, and a proof that never fails proves nothing.

use std::path::Path;

use crate::both::acks::Acks;
use crate::both::bare;
use crate::both::plan::Plan;

/// Writes one row a step, and acknowledges each as a room's step is. `synchronous` is `FULL` or `NORMAL`.
pub fn write(folder: &Path, seed: u64, until: u64, synchronous: &str, acks: &Path) {
    let plan = Plan::new(seed);
    let mut acks = Acks::to(acks);
    let conn = bare::open(&folder.join("room.db"), synchronous);
    bare::begin(&conn);
    acks.say(0);
    for step in 0..until {
        bare::write(&conn, &plan, step);
        acks.say(step + 1);
    }
    conn.close().unwrap();
}
