//! `concerns show`: one concern in full. Opening it is recorded.

use app::wire::ConcernView;
use serde_json::{Map, Value, json};

use super::record;
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::stop::Stop;

/// Shows a concern by its id or number.
pub fn show(run: &Run, id: &str) -> Outcome {
    desk::sit(run, |office| {
        let id = app::concern_id(office, id)?.ok_or_else(|| desk::not_here("That concern"))?;
        let known = app::concern_in_full(office, &id)?;
        let accounts = app::accounts(office)?;
        let versions: Vec<Value> = known
            .versions
            .iter()
            .map(|version| {
                json!({
                    "number": version.number,
                    "entry": version.entry,
                    "holds": version.holds,
                    "author": version.author,
                    "written_at": version.written_at,
                    "reason": version.reason,
                    "record": record::give(version, &accounts),
                    "gone": version.gone,
                    "seal": version.seal,
                })
            })
            .collect();
        let current = known
            .versions
            .get(known.current)
            .ok_or_else(|| Stop::unexpected("This concern has no version that can be shown."))?;
        let mut document = Map::new();
        document.insert("id".to_owned(), json!(known.facts.id));
        document.insert("record_no".to_owned(), json!(known.facts.record_no));
        document.extend(record::give(current, &accounts));
        let rest = json!({
            "written_at": known.facts.written_at,
            "reported_by": known.facts.reported_by,
            "unread": known.facts.unread,
            "vault_room": known.facts.vault_room,
            "people": current.people,
            "clock": known.clock,
            "versions": versions,
            "current": current.number,
            "files": known.files,
            "readers": known.readers,
            "seal": current.seal,
        });
        if let Value::Object(rest) = rest {
            document.extend(rest);
        }
        let view = app::concern(office, &id)?;
        Answer::new(document, text(&view))
    })
}

fn text(view: &ConcernView) -> String {
    let mut text = format!(
        "{}  {}, {}\nwritten {} by {}, status {}\n",
        view.row.record_no,
        view.row.about,
        view.row.title,
        view.row.written,
        view.row.reporter,
        view.row.status_title
    );
    for step in &view.clock {
        let about = if step.about { "about " } else { "" };
        text.push_str(&format!("{}: {about}{}\n", step.label, step.at));
    }
    for person in &view.people {
        let more: Vec<&str> = [person.role.as_str(), person.detail.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        text.push_str(&format!("- {} ({})\n", person.name, more.join(", ")));
    }
    if view.values_differ {
        text.push_str("\nThis was written twice. Both versions hold until somebody chooses.\n");
    }
    for version in view.versions.iter().rev() {
        text.push_str(&format!(
            "\nVersion {} by {}, {}{}\n",
            version.number,
            version.author,
            version.at,
            version
                .reason
                .as_ref()
                .map(|reason| format!(": {reason}"))
                .unwrap_or_default()
        ));
        for field in &version.shown {
            text.push_str(&format!(
                "{}:\n  {}\n",
                field.label,
                field.text.replace('\n', "\n  ")
            ));
        }
        text.push_str(&format!("{}\n", version.seal.say));
    }
    if !view.files.is_empty() {
        text.push_str("\nFiles\n");
    }
    for file in &view.files {
        let here = if file.here {
            ""
        } else {
            ", not on this computer"
        };
        text.push_str(&format!(
            "{}  {}, {}{here}\n",
            file.id, file.name, file.size_text
        ));
    }
    if !view.readers.is_empty() {
        text.push_str("\nOpened by\n");
    }
    for reader in &view.readers {
        text.push_str(&format!("{}, {}\n", reader.name, reader.at));
    }
    text
}
