//! `vault info`: what there is.

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::table::table;

/// Rooms the user may open, users, counts, sizes, heads, last backup.
pub fn info(run: &Run) -> Outcome {
    desk::sit(run, |office| {
        let info = app::vault_info(office)?;
        let session = app::session(office)?;
        let mut text = format!(
            "{}{}\nvault {}, entry format {}\nuser {} ({})\n",
            info.school,
            if info.practice { " (practice)" } else { "" },
            info.vault,
            info.schema,
            session.person.user,
            session.person.role,
        );
        text.push_str(&format!(
            "pupils {}\nlast backup {}\nusers {}\n\n",
            info.pupils,
            info.last_backup.as_deref().unwrap_or("none"),
            info.users.join(", ")
        ));
        text.push_str(&table(
            ["room", "entries", "concerns", "bytes"],
            info.rooms.iter().map(|room| {
                [
                    room.name.clone(),
                    room.entries.to_string(),
                    room.concerns.to_string(),
                    room.bytes.to_string(),
                ]
            }),
        ));
        for room in &info.rooms {
            for head in &room.heads {
                text.push_str(&format!("head of {}: {head}\n", room.name));
            }
        }
        let mut document = serde_json::to_value(&info).unwrap_or_default();
        if let Some(document) = document.as_object_mut() {
            document.insert("user".to_owned(), json!(session.person.user));
            document.insert("role".to_owned(), json!(session.person.role));
            document.insert("rehearsal_due".to_owned(), json!(session.rehearsal_due));
        }
        Answer::new(document, text)
    })
}
