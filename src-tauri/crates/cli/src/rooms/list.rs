//! `rooms list`: the rooms every vault has, and what this user may see of each.

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::table::table;

/// Lists the rooms.
pub fn list(run: &Run) -> Outcome {
    desk::sit(run, |office| {
        let rooms = app::vault_facts(office)?.rooms;
        let text = table(
            ["room", "member", "entries", "size", "members"],
            rooms.iter().map(|room| {
                [
                    room.name.clone(),
                    if room.member { "yes" } else { "no" }.to_owned(),
                    room.entries.map(|n| n.to_string()).unwrap_or_default(),
                    room.size.clone(),
                    room.members.join(", "),
                ]
            }),
        );
        Answer::new(rooms, text)
    })
}
