//! `guidance list`.

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::table::table;

/// Every flowchart, checklist, table and register.
pub fn list() -> Outcome {
    let all = app::guidance_list()?;
    let rows = all.iter().map(|line| {
        let title = match line.number.as_str() {
            "" => line.title.clone(),
            number => format!("{number} {}", line.title),
        };
        let version = line.version.to_string();
        [line.kind.to_owned(), line.id.clone(), version, title]
    });
    let text = table(["kind", "id", "version", "title"], rows);
    let document: Vec<_> = all
        .iter()
        .map(|line| {
            json!({
                "kind": line.kind,
                "id": line.id,
                "title": line.title,
                "version": line.version,
            })
        })
        .collect();
    Answer::new(document, text)
}
