//! Taking a step, going back by one, ending before the flowchart does.

use domain::id::WalkId;
use domain::room::Room as RoomKind;
use domain::walk::{ENDED, Ended, PART_ENDED, PART_STEP, STEPPED, Stepped, Walk};
use guidance::{Flow, NodeKind};
use serde::Serialize;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::{clock, note, opened, second};
use crate::Office;
use crate::reason::SHORTEST_REASON;
use crate::wire::{Done, Fault, FaultKind, Problem, Topic, WalkForm};

/// Longest that a note may be, in characters.
const LONGEST: usize = 20_000;

/// Takes the step the walk stands at: answered, done, or skipped with a reason. When this returns it is on the disk, with
/// the clock that it begins for the concern.
pub fn take_step(office: &mut Office, form: WalkForm) -> Result<Done<()>, Fault> {
    let (kind, walk, flow) = goes_on(office, &form.walk)?;
    let node = flow
        .node(&form.node)
        .filter(|_| walk.at.as_deref() == Some(form.node.as_str()))
        .ok_or_else(Fault::changed_since)?;
    let note = form.note.trim();
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    };
    let ways: Vec<_> = flow.ways(&node.id).collect();
    let way = match node.kind {
        NodeKind::Decision => ways.iter().find(|way| way.label == form.answer),
        NodeKind::Start | NodeKind::Action | NodeKind::Warning | NodeKind::End => ways.first(),
    };
    if node.kind == NodeKind::Decision && (way.is_none() || form.skip) {
        // A decision that nobody answered leads nowhere.
        say(
            "answer",
            "Choose an answer. What is not known is answered as if it were so",
        );
    }
    if form.skip && note.chars().count() < SHORTEST_REASON {
        say("note", "Say why this is not done");
    }
    if !form.skip && !node.asks.is_empty() && note.is_empty() {
        say("note", &format!("Write down: {}", lower(&node.asks)));
    }
    if note.chars().count() > LONGEST {
        say(
            "note",
            "This is too long for a step. Write it as a concern of its own",
        );
    }
    crate::office::create_refuse(problems)?;
    let mut step = Stepped {
        from: node.id.to_string(),
        place: u32::try_from(walk.taken.len()).ok(),
        title: node.title.clone(),
        to: way.map(|way| way.to.to_string()),
        answer: way.map_or_else(String::new, |way| way.label.clone()),
        note: note.to_owned(),
        skipped: form.skip,
        back: false,
        second: None,
    };
    if node.two_people && !form.skip {
        let here = form.second.as_ref().ok_or_else(|| {
            Fault::field(
                "second",
                "Two people sign this. Somebody else who is here types their user name and password",
            )
        })?;
        step.second = Some(second::signed(office, &form.walk, &step, here)?);
    }
    let mut entries = vec![entry(&walk, STEPPED, PART_STEP, &step)?];
    let begins = way.filter(|_| !form.skip);
    let begins = begins.and_then(|way| way.starts_clock.as_ref());
    if let (Some(concern), Some(rule)) = (walk.begun.what.concern, begins) {
        entries.extend(clock::begun(office, concern, rule, office.around.local())?);
    }
    let done = written(office, kind, entries)?;
    note::forget(office, &form.walk, &form.node);
    Ok(done)
}

/// Back to the step before. What was done there stays, with when and by whom.
pub fn go_back(office: &mut Office, walk: &str, node: &str) -> Result<Done<()>, Fault> {
    let (kind, walk, flow) = goes_on(office, walk)?;
    let node = flow
        .node(node)
        .filter(|_| walk.at.as_deref() == Some(node))
        .ok_or_else(Fault::changed_since)?;
    let Some(before) = walk.path.last() else {
        return Err(
            Fault::new(FaultKind::Refused, "This is where it begins.").kept("Nothing was changed.")
        );
    };
    let step = Stepped {
        from: node.id.to_string(),
        place: u32::try_from(walk.taken.len()).ok(),
        title: node.title.clone(),
        to: Some(before.clone()),
        back: true,
        ..Stepped::default()
    };
    let entries = vec![entry(&walk, STEPPED, PART_STEP, &step)?];
    written(office, kind, entries)
}

/// Ends a walk before its flowchart does, with a reason: it was the wrong one, or the police lead now.
pub fn stop_walk(office: &mut Office, id: &str, reason: &str) -> Result<Done<()>, Fault> {
    let (kind, walk, _) = goes_on(office, id)?;
    if walk.at.is_none() {
        return Err(Fault::changed_since());
    }
    let reason = reason.trim();
    if reason.chars().count() < SHORTEST_REASON {
        return Err(Fault::field("reason", "Say why it ends here"));
    }
    let ended = Ended {
        reason: reason.to_owned(),
    };
    let entries = vec![entry(&walk, ENDED, PART_ENDED, &ended)?];
    let done = written(office, kind, entries)?;
    note::forget(office, id, note::END);
    Ok(done)
}

/// A walk of which everything can be read: what this version cannot read may have led elsewhere.
pub(super) fn goes_on(office: &Office, id: &str) -> Result<(RoomKind, Walk, Flow), Fault> {
    let (kind, walk, flow) = opened(office, id)?;
    if walk.needs_newer {
        return Err(Fault::new(
            FaultKind::Newer,
            "This flowchart was gone on with in a newer Strongroom than this one.",
        )
        .kept("Nothing was changed.")
        .next("Update Strongroom on this laptop, then go on with it."));
    }
    Ok((kind, walk, flow))
}

fn written(office: &mut Office, kind: RoomKind, entries: Vec<NewEntry>) -> Result<Done<()>, Fault> {
    office.write(kind, entries)?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

fn entry<T: Serialize>(
    walk: &Walk,
    kind: &'static str,
    part: &'static str,
    content: &T,
) -> Result<NewEntry, Fault> {
    let WalkId(id) = walk.id;
    let content = serde_json::to_vec(content).map_err(|_| Fault::stopped())?;
    Ok(NewEntry {
        kind,
        subjects: std::iter::once(id)
            .chain(walk.begun.what.concern.map(|concern| concern.0))
            .collect(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(part, Zeroizing::new(content))],
        blobs: Vec::new(),
    })
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
