//! Every flowchart as it ships, drawn.

use guidance::{Flow, NodeKind};

use super::*;

/// A flowchart as the drawing takes it, in a few plain words.
pub(super) fn facts(flow: &Flow) -> FlowFacts {
    let kind = |kind: NodeKind| match kind {
        NodeKind::Start => StepKind::Start,
        NodeKind::Action => StepKind::Action,
        NodeKind::Decision => StepKind::Decision,
        NodeKind::Warning => StepKind::Warning,
        NodeKind::End => StepKind::End,
    };
    FlowFacts {
        number: flow.number.clone(),
        title: flow.title.clone(),
        purpose: flow.purpose.clone(),
        do_not: flow.do_not.clone(),
        version: format!("Version {}, sources read in {}.", flow.version, flow.checked),
        note: flow.note.clone(),
        sources: Vec::new(),
        steps: flow
            .nodes
            .iter()
            .map(|node| StepFacts {
                id: node.id.to_string(),
                kind: kind(node.kind),
                title: node.title.clone(),
                detail: node.detail.clone(),
                lines: Vec::new(),
                check: node.to_be_checked(),
                ways: flow
                    .ways(&node.id)
                    .map(|way| WayFacts {
                        to: way.to.to_string(),
                        answer: way.label.clone(),
                        taken: false,
                    })
                    .collect(),
                walked: Walked::default(),
            })
            .collect(),
    }
}

#[test]
fn pictures() {
    let folder = std::path::Path::new("/tmp/flows");
    std::fs::create_dir_all(folder).unwrap();
    for flow in guidance::flows().unwrap() {
        let drawing = drawing(&facts(flow)).unwrap();
        std::fs::write(folder.join(format!("{}.svg", flow.number)), drawing.svg).unwrap();
        println!("{} {}x{}", flow.number, drawing.width, drawing.height);
    }
}
