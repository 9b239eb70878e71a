//! From a page to its form and back. What a form has no field for stays as it is on the page it was made from.

use guidance::{
    Checklist, Citation, Confidence, Edge, Flow, Id, Item, ItemKind, NeededIf, Node, Section,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::wire::{ChecklistForm, Fault, FlowForm, ItemEdit, SectionEdit, StepEdit, WayEdit};

/// The source of what a school writes itself.
const OWN: &str = "OWN";

/// A flowchart as it is edited.
pub(super) fn of_flow(flow: &Flow) -> FlowForm {
    FlowForm {
        id: flow.id.to_string(),
        base: Vec::new(),
        compared: false,
        title: flow.title.clone(),
        purpose: flow.purpose.clone(),
        applies_when: flow.applies_when.clone(),
        do_not: flow.do_not.clone(),
        note: flow.note.clone(),
        nodes: flow
            .nodes
            .iter()
            .map(|node| StepEdit {
                id: node.id.to_string(),
                kind: name_of(&node.kind),
                title: node.title.clone(),
                detail: node.detail.clone(),
                who: node.who.iter().map(ToString::to_string).collect(),
                deadline: node.deadline.to_string(),
                opens: node.opens.iter().map(ToString::to_string).collect(),
                asks: node.asks.clone(),
                two_people: node.two_people,
            })
            .collect(),
        ways: flow
            .edges
            .iter()
            .map(|way| WayEdit {
                from: way.from.to_string(),
                to: way.to.to_string(),
                label: way.label.clone(),
                starts_clock: way
                    .starts_clock
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            })
            .collect(),
    }
}

/// The flowchart that a form makes of the one it was made from.
pub(super) fn to_flow(form: &FlowForm, from: &Flow, version: u32, by: &str) -> Result<Flow, Fault> {
    let nodes = form.nodes.iter().map(|step| {
        let (title, detail, asks) = (
            one_line(&step.title),
            words(&step.detail),
            one_line(&step.asks),
        );
        // What we cite says what we wrote, and nothing of what the school wrote in its place.
        let same = from.node(&step.id).filter(|node| {
            one_line(&node.title) == title
                && words(&node.detail) == detail
                && one_line(&node.asks) == asks
        });
        Ok(Node {
            id: id(&step.id),
            kind: kind(&step.kind, "kind of step")?,
            title,
            detail,
            who: step.who.iter().map(|who| id(who)).collect(),
            deadline: id(&step.deadline),
            opens: step.opens.iter().map(|opens| id(opens)).collect(),
            asks,
            two_people: step.two_people,
            sources: same.map_or_else(|| own(by), |node| node.sources.clone()),
        })
    });
    let edges = form.ways.iter().map(|way| Edge {
        from: id(&way.from),
        to: id(&way.to),
        label: one_line(&way.label),
        starts_clock: (!way.starts_clock.is_empty()).then(|| id(&way.starts_clock)),
    });
    Ok(Flow {
        version,
        title: one_line(&form.title),
        purpose: words(&form.purpose),
        applies_when: lines(&form.applies_when),
        do_not: lines(&form.do_not),
        note: words(&form.note),
        nodes: nodes.collect::<Result<_, Fault>>()?,
        edges: edges.collect(),
        ..from.clone()
    })
}

/// A checklist as it is edited.
pub(super) fn of_checklist(list: &Checklist) -> ChecklistForm {
    ChecklistForm {
        id: list.id.to_string(),
        base: Vec::new(),
        compared: false,
        title: list.title.clone(),
        purpose: list.purpose.clone(),
        use_when: list.use_when.clone(),
        warnings: list.warnings.clone(),
        note: list.note.clone(),
        sections: list
            .sections
            .iter()
            .map(|section| SectionEdit {
                title: section.title.clone(),
                after: section.after,
                items: section
                    .items
                    .iter()
                    .map(|item| ItemEdit {
                        id: item.id.to_string(),
                        prompt: item.prompt.clone(),
                        help: item.help.clone(),
                        kind: name_of(&item.kind),
                        options: item.options.clone(),
                        needed: name_of(&item.required),
                    })
                    .collect(),
            })
            .collect(),
    }
}

/// The checklist that a form makes of the one it was made from. What the record answers goes on answering a question
/// that is still asked as it was; another question in its place would get an answer to ours.
pub(super) fn to_checklist(
    form: &ChecklistForm,
    from: &Checklist,
    version: u32,
    by: &str,
) -> Result<Checklist, Fault> {
    let sections = form.sections.iter().map(|section| {
        let items = section.items.iter().map(|item| {
            let before = from.item(&item.id);
            let (prompt, help) = (one_line(&item.prompt), words(&item.help));
            let answered: ItemKind = kind(&item.kind, "kind of answer")?;
            let options = lines(&item.options);
            let asked =
                before.filter(|item| one_line(&item.prompt) == prompt && item.kind == answered);
            let same = before.filter(|item| {
                one_line(&item.prompt) == prompt
                    && words(&item.help) == help
                    && lines(&item.options) == options
            });
            let mut choose = asked.map(|item| item.choose.clone()).unwrap_or_default();
            // An option that was taken away or renamed is chosen by hand.
            choose.retain(|_, answer| options.is_empty() || options.contains(answer));
            let fill = asked.and_then(|item| item.from);
            let chosen = asked.is_some_and(|item| !item.choose.is_empty());
            Ok(Item {
                id: id(&item.id),
                prompt,
                help,
                kind: answered,
                options,
                required: kind(&item.needed, "need")?,
                from: fill.filter(|_| !chosen || !choose.is_empty()),
                choose,
                needed_if: asked
                    .and_then(|item| item.needed_if.clone())
                    .filter(|needed| offers(form, needed)),
                first: before.is_some_and(|item| item.first),
                // What it warns of goes with the question, whatever words the school finds for that.
                heed: before.and_then(|item| item.heed.clone()),
                sources: same.map_or_else(|| own(by), |item| item.sources.clone()),
            })
        });
        Ok(Section {
            title: one_line(&section.title),
            after: section.after,
            items: items.collect::<Result<_, Fault>>()?,
        })
    });
    Ok(Checklist {
        version,
        title: one_line(&form.title),
        purpose: words(&form.purpose),
        use_when: words(&form.use_when),
        warnings: lines(&form.warnings),
        note: words(&form.note),
        sections: sections.collect::<Result<_, Fault>>()?,
        ..from.clone()
    })
}

/// Whether another question still has the answer that makes one needed.
fn offers(form: &ChecklistForm, needed: &NeededIf) -> bool {
    let mut items = form.sections.iter().flat_map(|section| &section.items);
    let other = items.find(|item| *needed.item == *item.id);
    other.is_some_and(|item| match item.kind.as_str() {
        "choice" | "multichoice" => lines(&item.options).contains(&needed.answer),
        "yes_no" | "yes_no_unknown" | "yes_no_na" => {
            ["Yes", "No"].contains(&needed.answer.as_str())
        }
        _ => false,
    })
}

pub(super) fn own(by: &str) -> Vec<Citation> {
    vec![Citation {
        id: Id::from(OWN),
        place: by.to_owned(),
        confidence: Confidence::Read,
    }]
}

pub(super) fn id(text: &str) -> Id {
    Id::from(text.trim())
}

pub(super) fn words(text: &str) -> String {
    text.trim().to_owned()
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn lines(all: &[String]) -> Vec<String> {
    let all = all.iter().map(|line| one_line(line));
    all.filter(|line| !line.is_empty()).collect()
}

/// A closed word as the page writes it.
pub(super) fn name_of(kind: &impl serde::Serialize) -> String {
    match json!(kind) {
        Value::String(name) => name,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            String::new()
        }
    }
}

/// A closed word as the page reads it.
pub(super) fn kind<T: DeserializeOwned>(name: &str, what: &str) -> Result<T, Fault> {
    serde_json::from_value(json!(name))
        .map_err(|_| Fault::field("page", format!("There is no {what} \u{201c}{name}\u{201d}")))
}
