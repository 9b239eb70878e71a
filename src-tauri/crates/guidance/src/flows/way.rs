//! Going through a flowchart.

use super::{Edge, Flow, Node, NodeKind};

impl Flow {
    /// The step it begins with. A page without one does not pass the check.
    pub fn start(&self) -> Option<&Node> {
        self.nodes.iter().find(|node| node.kind == NodeKind::Start)
    }

    /// A step by its name.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == *id)
    }

    /// The ways on from a step, in the order of the page.
    pub fn ways<'f>(&'f self, from: &'f str) -> impl Iterator<Item = &'f Edge> {
        self.edges.iter().filter(move |edge| edge.from == *from)
    }

    /// How many steps the longest way from a step to an end has, itself among them. A flowchart that goes round counts each
    /// step once.
    pub fn longest_from(&self, from: &str) -> usize {
        self.longest(from, &mut Vec::new())
    }

    fn longest<'f>(&'f self, from: &'f str, behind: &mut Vec<&'f str>) -> usize {
        if behind.contains(&from) {
            return 0;
        }
        behind.push(from);
        let most = self
            .ways(from)
            .map(|edge| self.longest(&edge.to, behind))
            .max();
        behind.pop();
        1 + most.unwrap_or(0)
    }
}
