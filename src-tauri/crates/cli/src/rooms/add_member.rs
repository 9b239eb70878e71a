//! `rooms add-member`: somebody is let into a room.

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::stop::{Spot, Stop};

/// Lets the open account of a user name into a room, by the room's name or the beginning of its id.
pub fn add_member(run: &Run, room: &str, user: &str) -> Outcome {
    desk::sit(run, |office| {
        let wanted = room.trim().to_lowercase();
        let rooms = app::vault_facts(office)?.rooms;
        let mut named = rooms.iter().filter(|room| {
            room.name.to_lowercase() == wanted || wanted.len() >= 4 && room.id.starts_with(&wanted)
        });
        let (Some(room), None) = (named.next(), named.next()) else {
            return Err(missing(
                "ROOM",
                "There is no such room; `rooms list` has them.",
            ));
        };
        let user = user.trim().to_lowercase();
        let accounts = app::accounts(office)?;
        let account = accounts
            .iter()
            .find(|account| account.user.to_lowercase() == user && account.state != "closed")
            .ok_or_else(|| missing("MEMBER", "There is no open account of this user name."))?;
        app::add_member(office, &room.id, &account.id)?;
        Answer::new(
            json!({ "room": room.id, "name": room.name, "user": account.user, "member": true }),
            format!(
                "{} can now open \u{201c}{}\u{201d}.",
                account.name, room.name
            ),
        )
    })
}

fn missing(option: &'static str, say: &str) -> Stop {
    Stop::at(vec![Spot::option(option, say)])
}
