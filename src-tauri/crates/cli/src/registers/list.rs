//! `registers list`.

use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::table::table;

/// Every register, and whether this user keeps it.
pub fn list(run: &Run) -> Outcome {
    desk::sit(run, |office| {
        let mut all = Vec::new();
        for line in app::guidance_list()?
            .iter()
            .filter(|line| line.kind == "register")
        {
            let view = app::register(office, &line.id, None)?;
            all.push((view.id, view.title, view.may));
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
