//! `guidance show`.

use std::path::Path;

use app::GuidancePage;
use app::wire::FaultKind;
use serde_json::{Value, json};

use crate::answer::{Answer, Outcome};
use crate::out::Place;
use crate::stop::Stop;

/// One flowchart or checklist in words, or a flowchart's drawing in a file.
pub fn show(id: &str, svg: Option<&Path>, force: bool) -> Outcome {
    let to = svg
        .map(|path| Place::take(path, "--svg", force))
        .transpose()?;
    let page = app::guidance_page(id).map_err(|fault| {
        if fault.kind != FaultKind::Missing {
            return Stop::from(fault);
        }
        Stop::refused("There is no flowchart or checklist of this name.")
            .next("`guidance list` names them.")
    })?;
    match page {
        GuidancePage::Flow(flow) => {
            if let Some(to) = to {
                let picture = app::flow_picture(&flow)?;
                let path = to.write(picture.as_bytes())?.display().to_string();
                let document = json!({"kind": "flow", "id": flow.id, "file": path});
                return Answer::new(document, path);
            }
            let mut text = format!("{} {}\n{}\n", flow.number, flow.title, flow.purpose);
            text.push_str(&format!(
                "Version {}, read {}\n",
                flow.version, flow.checked
            ));
            for line in &flow.do_not {
                text.push_str(&format!("Do not: {line}\n"));
            }
            for node in &flow.nodes {
                text.push_str(&format!("\n{} ({})\n", node.title, node.kind));
                let mark = node
                    .check
                    .then_some("Check with your safeguarding partnership.");
                let more = [Some(node.detail.as_str()), mark].into_iter().flatten();
                for line in more.filter(|line| !line.is_empty()) {
                    text.push_str(&format!("  {line}\n"));
                }
                for way in &node.ways {
                    let answer = match way.answer.as_str() {
                        "" => "then",
                        answer => answer,
                    };
                    text.push_str(&format!("  {answer}: {}\n", way.title));
                }
            }
            Answer::new(flow_document(&flow), text)
        }
        GuidancePage::Checklist(_) if to.is_some() => Err(Stop::wrong_use(
            "--svg: a checklist has no drawing; leave it out.",
        )),
        GuidancePage::Checklist(list) => {
            let mut text = format!("{}\n{}\n", list.title, list.purpose);
            text.push_str(&format!(
                "Version {}, read {}\n",
                list.version, list.checked
            ));
            for section in &list.sections {
                text.push_str(&format!("\n{}\n", section.title));
                for item in &section.items {
                    text.push_str(&format!("  {} ({})\n", item.prompt, item.needed));
                }
            }
            let sections: Vec<Value> = list
                .sections
                .iter()
                .map(|section| {
                    let items = section.items.iter().map(|item| {
                        json!({"id": item.id, "prompt": item.prompt, "needed": item.needed, "kind": item.kind, "options": item.options})
                    });
                    json!({"title": section.title, "items": items.collect::<Vec<_>>()})
                })
                .collect();
            let document = json!({
                "kind": "checklist", "id": list.list, "title": list.title, "version": list.version,
                "warnings": list.warnings, "sections": sections, "sources": list.sources,
            });
            Answer::new(document, text)
        }
    }
}

fn flow_document(flow: &app::wire::FlowView) -> Value {
    let nodes = flow.nodes.iter().map(|node| {
        let ways = node
            .ways
            .iter()
            .map(|way| json!({"to": way.to, "answer": way.answer}));
        json!({
            "id": node.id, "kind": node.kind, "title": node.title, "detail": node.detail, "who": node.who,
            "deadline": node.deadline, "two_people": node.two_people, "check": node.check, "sources": node.sources,
            "ways": ways.collect::<Vec<_>>(),
        })
    });
    json!({
        "kind": "flow", "id": flow.id, "number": flow.number, "title": flow.title, "version": flow.version,
        "do_not": flow.do_not, "steps": nodes.collect::<Vec<_>>(), "sources": flow.sources,
    })
}
