//! A flowchart to read.

use std::collections::BTreeSet;

use domain::own_guidance::Sort;
use guidance::{Citation, Flow, Id, Node, NodeKind};

use super::own::{Own, changing, flow_now};
use crate::Office;
use crate::wire::{Choice, Fault, FlowNode, FlowView, FlowWay};
use crate::words;

/// One of the flowcharts: the school's own where there is one, otherwise as it ships.
pub fn flow(office: &Office, id: &str) -> Result<FlowView, Fault> {
    let now = flow_now(office, id)?;
    Ok(FlowView {
        own: own_said(office, &now),
        changing: changing(office, Sort::Flow, id),
        ..view(&now.page)
    })
}

/// `Ruth Calloway, 10 November: we ring the trust first`, and that ours has changed since; nothing where ours holds.
pub(super) fn own_said<T: Clone>(office: &Office, now: &Own<T>) -> Option<String> {
    let line = now.line.as_ref()?;
    let at = office.moment(line.at);
    let newer = match now.ours_is_newer {
        true => {
            ". Strongroom\u{2019}s page has changed since: whoever edits the guidance can compare them"
        }
        false => "",
    };
    Some(format!(
        "{}, {at}: \u{201c}{}\u{201d}{newer}.",
        line.who, line.reason
    ))
}

/// A flowchart by its name.
pub(super) fn known(id: &str) -> Result<&'static Flow, Fault> {
    let all = guidance::flows().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    all.iter()
        .find(|flow| flow.id == *id)
        .ok_or_else(|| Fault::from(vault::VaultError::NotFound))
}

/// Everything of it, in words.
pub(super) fn view(flow: &Flow) -> FlowView {
    FlowView {
        id: flow.id.to_string(),
        number: flow.number.clone(),
        title: flow.title.clone(),
        purpose: flow.purpose.clone(),
        applies_when: flow.applies_when.clone(),
        do_not: flow.do_not.clone(),
        needs_concern: flow.needs_concern,
        note: flow.note.clone(),
        jurisdiction: flow.jurisdiction.clone(),
        version: flow.version,
        checked: month(&flow.checked),
        nodes: in_order(flow)
            .into_iter()
            .map(|one| node(flow, one))
            .collect(),
        related: flow
            .related
            .iter()
            .filter_map(|id| known(id).ok())
            .map(|other| Choice {
                id: other.id.to_string(),
                title: format!("{} {}", other.number, other.title),
                detail: String::new(),
            })
            .collect(),
        sources: cited(&flow.sources),
        own: None,
        changing: false,
    }
}

/// The steps as they follow one another: the way that leads on first, what branches off after it.
fn in_order(flow: &Flow) -> Vec<&Node> {
    let mut seen = BTreeSet::new();
    let mut order = Vec::new();
    let mut waiting: Vec<&str> = flow
        .start()
        .map(|start| start.id.as_str())
        .into_iter()
        .collect();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        order.extend(flow.node(id));
        let mut next: Vec<&str> = flow.ways(id).map(|way| way.to.as_str()).collect();
        next.reverse();
        waiting.extend(next);
    }
    order
}

/// A step in words.
pub(super) fn node(flow: &Flow, node: &Node) -> FlowNode {
    FlowNode {
        id: node.id.to_string(),
        kind: match node.kind {
            NodeKind::Start => "start",
            NodeKind::Action => "action",
            NodeKind::Decision => "decision",
            NodeKind::Warning => "warning",
            NodeKind::End => "end",
        },
        title: node.title.clone(),
        detail: node.detail.clone(),
        who: node.who.iter().map(|role| words::role(role)).collect(),
        deadline: deadline(&node.deadline),
        opens: node
            .opens
            .iter()
            .map(|id| Choice {
                id: id.to_string(),
                title: title_of(id),
                detail: String::new(),
            })
            .collect(),
        asks: node.asks.clone(),
        two_people: node.two_people,
        check: node.to_be_checked(),
        sources: cited(&node.sources),
        ways: flow
            .ways(&node.id)
            .map(|way| FlowWay {
                to: way.to.to_string(),
                title: flow
                    .node(&way.to)
                    .map_or_else(String::new, |to| to.title.clone()),
                answer: way.label.clone(),
                clock: way.starts_clock.as_ref().and_then(deadline),
            })
            .collect(),
    }
}

fn deadline(id: &Id) -> Option<String> {
    let rule = guidance::deadlines()
        .ok()?
        .iter()
        .find(|rule| rule.id == *id)?;
    Some(format!("{}: {}", rule.label, rule.limit.to_lowercase()))
}

/// The record itself, which a step may ask for.
pub(super) const RECORD: &str = "incident-record";

/// What a step opens, by name.
pub(super) fn title_of(id: &str) -> String {
    if id == RECORD {
        return "A concern in the record".to_owned();
    }
    let list = guidance::checklists().ok();
    let list = list.and_then(|all| all.iter().find(|one| one.id == *id));
    let register = guidance::registers().ok();
    let register = register.and_then(|all| all.iter().find(|one| one.id == *id));
    let table = guidance::matrices().ok();
    let table = table.and_then(|all| all.iter().find(|one| one.id == *id));
    list.map(|one| one.title.clone())
        .or_else(|| register.map(|one| one.title.clone()))
        .or_else(|| table.map(|one| one.title.clone()))
        .unwrap_or_else(|| id.to_owned())
}

/// `Keeping children safe in education, para 67`, each once.
pub(super) fn cited(citations: &[Citation]) -> Vec<String> {
    let known = guidance::sources().map_or(&[][..], Vec::as_slice);
    let mut said: Vec<String> = Vec::new();
    for citation in citations {
        let title = known
            .iter()
            .find(|source| source.id == citation.id)
            .map_or_else(|| citation.id.to_string(), |source| source.title.clone());
        let how = match citation.confidence {
            guidance::Confidence::Read => "",
            guidance::Confidence::ReadSecondary => " (as others tell it)",
            guidance::Confidence::Known => " (general knowledge)",
        };
        let line = format!("{title}: {}{how}", citation.place);
        if !said.contains(&line) {
            said.push(line);
        }
    }
    said
}

/// `November 2026`.
pub(super) fn month(text: &str) -> String {
    format!("{text}-01")
        .parse::<chrono::NaiveDate>()
        .map_or_else(|_| text.to_owned(), |day| day.format("%B %Y").to_string())
}
