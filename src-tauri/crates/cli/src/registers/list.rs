//! `registers list`.

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::table::table;

/// Every register, the school's own among them, and whether this user keeps it.
pub fn list(run: &Run) -> Outcome {
    desk::sit(run, |office| {
        let mut all = Vec::new();
        for row in app::registers(office)?
            .into_iter()
            .flat_map(|group| group.registers)
        {
            all.push((row.id, row.title, row.may));
        }
        let said = |may: bool| if may { "yes" } else { "no" };
        let rows = all
            .iter()
            .map(|(id, title, may)| [id.clone(), said(*may).to_owned(), title.clone()]);
        let text = table(["id", "kept by you", "title"], rows);
        let document: Vec<_> = all
            .iter()
            .map(|(id, title, may)| json!({ "id": id, "title": title, "may": may }))
            .collect();
        Answer::new(document, text)
    })
}
