//! A walk for paper: each step with who and when, then its flowchart with the way taken. Everybody in it is named.

use papers::{LaidOut, Paragraph, Style, WalkFacts, Words};

use super::About;
use super::facts::{labelled, printed};
use super::flow::size_of;
use crate::wire::{Fault, PaperSize, WalkStep, WalkView};
use crate::{Office, guide};

/// Lays it out, and notes that its concern was opened for it.
pub(super) fn lay_out(
    office: &mut Office,
    id: &str,
    size: PaperSize,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let walk = crate::walk(office, id)?;
    let kind = guide::room_of_walk(office, id)?;
    let printed = printed(office, &[kind], purpose, None)?;
    let (what, about) = match &walk.concern {
        Some(concern) => ("concern", concern.id.clone()),
        None => ("walk", walk.id.clone()),
    };
    office.note_look(kind, what, Some(about.clone()), None);
    let number = &walk.flow.number;
    let reference = match &walk.concern {
        Some(concern) => concern.title.clone(),
        None => format!("Flowchart {number}"),
    };
    let name = match &walk.concern {
        Some(concern) => format!(
            "strongroom-{}-walk-{number}.pdf",
            concern.title.to_lowercase()
        ),
        None => format!("strongroom-walk-{number}.pdf"),
    };
    let laid_out = papers::walk(
        &WalkFacts {
            printed,
            id: walk.id.clone(),
            reference,
            about: about_it(&walk),
            steps: numbered(&walk.taken),
            beside: numbered(&walk.beside),
            flow: guide::facts(&walk.flow, Some(&walk)),
        },
        size_of(size),
    )?;
    let about = About {
        room: kind,
        what,
        id: about,
        // It is not the whole concern that left.
        purpose: format!("{} (walk through flowchart {number})", purpose.trim()),
        concerns: Vec::new(),
        listed: Vec::new(),
    };
    Ok((laid_out, name, Some(about)))
}

/// Which concern, which version, when it began and how it ended.
fn about_it(walk: &WalkView) -> Vec<Paragraph> {
    let line = |label: &str, text: &str| labelled(Style::Account, label, text, None);
    let mut all = vec![match &walk.concern {
        Some(concern) => line("Concern", &format!("{}, {}", concern.title, walk.about)),
        None => line("Concern", "None. It stands by itself."),
    }];
    all.push(line(
        "Version",
        &format!(
            "{}, as it was when this began. Sources read in {}.",
            walk.flow.version, walk.flow.checked
        ),
    ));
    all.push(line("Begun", &walk.begun));
    let last = walk.taken.last().filter(|_| walk.at.is_none());
    all.push(match (&walk.stopped, last, &walk.at) {
        (Some(why), ..) => line("Ended early", why),
        (None, Some(last), _) => line("Ended", &format!("{}, {}", last.at, last.who)),
        (None, None, Some(at)) => line("Not ended", &format!("It stands at: {}", at.title)),
        (None, None, None) => line("Not ended", "It cannot be said where it stands."),
    });
    if walk.needs_newer {
        all.push(line(
            "Not all of it",
            "It has steps that a newer Strongroom wrote and this one cannot read.",
        ));
    }
    all
}

/// Each step as it was taken: what stood there and was answered, what was written down, who and when.
fn numbered(steps: &[WalkStep]) -> Vec<Vec<Paragraph>> {
    let one = |(place, step): (usize, &WalkStep)| step_of(place + 1, step);
    steps.iter().enumerate().map(one).collect()
}

fn step_of(number: usize, step: &WalkStep) -> Vec<Paragraph> {
    let how = match (step.back, step.skipped) {
        (true, _) => "Gone back from: ",
        (_, true) => "Not done: ",
        (false, false) => "",
    };
    let mut words = vec![
        Words::Strong(format!("{number}. ")),
        Words::Plain(format!("{how}{}", step.title)),
    ];
    if !step.answer.is_empty() {
        words.push(Words::Strong(format!(" {}", step.answer)));
    }
    let mut all = vec![Paragraph {
        style: Style::Account,
        words,
    }];
    if !step.note.is_empty() {
        let label = if step.skipped { "Why" } else { "" };
        all.push(labelled(Style::Account, label, &step.note, None));
    }
    let second = step
        .second
        .as_deref()
        .map(|second| format!(" and {second}"));
    let by = format!("{}{}, {}", step.who, second.unwrap_or_default(), step.at);
    all.push(labelled(Style::Small, "", &by, None));
    all
}
