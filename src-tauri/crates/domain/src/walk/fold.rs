//! From the entries about a walk to where it stands.

use super::{
    BEGUN, Begun, ENDED, Ended, PART_ENDED, PART_PAGE, PART_STEP, PART_WALK, STEPPED, Stepped,
};
use crate::case::Kept;
use crate::id::WalkId;
use crate::step::Step;

/// A walk with everything that was done in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Walk {
    /// Which.
    pub id: WalkId,
    /// What it goes through, and who began it.
    pub begun: Kept<Begun>,
    /// The page of the flowchart, as it was then.
    pub page: String,
    /// Every step that was taken, oldest first, steps back among them.
    pub taken: Vec<Kept<Stepped>>,
    /// Steps that two people took at the same time from two laptops: kept, and not walked by.
    pub beside: Vec<Kept<Stepped>>,
    /// The way to where it stands now, by steps of the flowchart, without those that were gone back on.
    pub path: Vec<String>,
    /// Where it stands; nothing once it has ended.
    pub at: Option<String>,
    /// Why it ended before its flowchart did.
    pub ended: Option<Kept<Ended>>,
    /// There are steps that this version cannot read.
    pub needs_newer: bool,
}

impl std::fmt::Debug for Walk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Walk({}, {} steps)", self.id, self.taken.len())
    }
}

impl Walk {
    /// When somebody last did anything in it, in milliseconds.
    pub fn last(&self) -> i64 {
        let steps = self.taken.iter().chain(&self.beside);
        steps
            .map(|kept| &kept.step)
            .chain([&self.begun.step])
            .chain(self.ended.iter().map(|kept| &kept.step))
            .map(|step| step.written.timestamp_millis())
            .max()
            .unwrap_or_default()
    }
}

/// Folds the steps about one walk, given in the order of the history. `None` while its beginning is not here.
pub fn fold(id: WalkId, steps: &[Step]) -> Option<Walk> {
    let first = steps
        .iter()
        .find(|step| step.kind == BEGUN && step.kind_version == 1)?;
    let begun: Begun = first.json(PART_WALK)?;
    let mut walk = Walk {
        id,
        page: first.text(PART_PAGE),
        at: Some(begun.start.clone()),
        begun: kept(begun, first),
        taken: Vec::new(),
        beside: Vec::new(),
        path: Vec::new(),
        ended: None,
        needs_newer: false,
    };
    for step in steps.iter().filter(|step| step.entry != first.entry) {
        match (step.kind.as_str(), step.kind_version) {
            (STEPPED, 1) => match step.json::<Stepped>(PART_STEP) {
                Some(taken) => walk.take(kept(taken, step)),
                None => walk.needs_newer = true,
            },
            (ENDED, 1) => {
                if let Some(ended) = step.json::<Ended>(PART_ENDED) {
                    walk.at = None;
                    walk.ended.get_or_insert(kept(ended, step));
                }
            }
            // A second beginning of the same walk says nothing.
            (BEGUN, 1) => {}
            _ => walk.needs_newer = true,
        }
    }
    Some(walk)
}

impl Walk {
    fn take(&mut self, step: Kept<Stepped>) {
        if self.at.as_deref() != Some(step.what.from.as_str()) {
            self.beside.push(step);
            return;
        }
        if step.what.back {
            if let Some(before) = self.path.pop() {
                self.at = Some(before);
            }
        } else {
            self.path.push(step.what.from.clone());
            self.at.clone_from(&step.what.to);
        }
        self.taken.push(step);
    }
}

fn kept<T>(what: T, step: &Step) -> Kept<T> {
    Kept {
        what,
        reason: String::new(),
        step: step.clone(),
    }
}
