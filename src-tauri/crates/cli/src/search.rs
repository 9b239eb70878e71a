//! `search`: anything this user may open.

use app::wire::FindFilter;
use serde_json::{Value, json};

use crate::answer::{Answer, Outcome};
use crate::args::{Run, Search};
use crate::desk;

/// Finds pupils, people, concerns and files, newest concerns first.
pub fn perform(run: &Run, wanted: &Search) -> Outcome {
    let query = wanted.query.join(" ");
    desk::sit(run, |office| {
        let found = app::find_many(office, &query, FindFilter::default(), wanted.limit)?;
        let items: Vec<_> = found
            .items
            .into_iter()
            .take(usize::try_from(wanted.limit).unwrap_or(usize::MAX))
            .collect();
        let text: String = items
            .iter()
            .map(|item| {
                let more: Vec<&str> = [
                    item.detail.as_str(),
                    item.snippet.as_str(),
                    item.why.as_deref().unwrap_or_default(),
                ]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect();
                format!(
                    "{:<8} {}  {}\n         {}\n",
                    item.kind,
                    item.id,
                    item.title,
                    more.join("; ").replace('\n', " ")
                )
            })
            .collect();
        let text = if items.is_empty() {
            "Nothing was found.".to_owned()
        } else {
            text
        };
        let document: Vec<Value> = items
            .iter()
            .map(|item| {
                json!({
                    "kind": item.kind,
                    "id": item.id,
                    "title": item.title,
                    "snippet": item.snippet,
                    "detail": item.detail,
                    "room": item.room.as_ref().map(|room| &room.name),
                    "why": item.why,
                })
            })
            .collect();
        Answer::new(document, text)
    })
}
