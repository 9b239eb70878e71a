//! The body map of a concern for paper: each side that has marks, from the same paths as the window draws.

use guidance::{LeftAt, Stroke, Turn};
use papers::{BodyFacts, BodySide, MarkFacts, Outline};

use crate::wire::{ConcernView, MarkShown};

/// The marks of the version that holds. `None` where there are none.
pub(super) fn of_view(view: &ConcernView) -> Option<BodyFacts> {
    let current = view.versions.get(view.current as usize)?;
    if current.marks.is_empty() {
        return None;
    }
    let happened = view.clock.iter().find(|step| step.label == "Happened");
    let seen = happened.map(|step| {
        let about = if step.about { "about " } else { "" };
        format!("Seen {about}{}. ", step.at)
    });
    let placed: Vec<(String, &MarkShown)> = current
        .marks
        .iter()
        .map(|mark| (mark.number.to_string(), mark))
        .collect();
    let sides = sides(&placed);
    let drawn: usize = sides.iter().map(|side| side.pins.len()).sum();
    let unplaced = if drawn < current.marks.len() {
        " A mark that is not drawn was put down in words alone."
    } else {
        ""
    };
    Some(BodyFacts {
        sides,
        marks: current
            .marks
            .iter()
            .map(|mark| in_words(mark.number.to_string(), mark))
            .collect(),
        when: format!(
            "{}Written {} by {}. Sizes were judged by eye; left and right are the child\u{2019}s own.{unplaced}",
            seen.unwrap_or_default(),
            current.at,
            current.author
        ),
    })
}

/// A mark in words, under its label.
pub(super) fn in_words(label: String, mark: &MarkShown) -> MarkFacts {
    MarkFacts {
        label,
        at: mark.at.clone(),
        looks: mark.looks.clone(),
        said: mark.said.clone(),
    }
}

/// Each drawing that has a mark, in the order in which bodies are drawn. Marks come with the labels of their pins.
pub(super) fn sides(marks: &[(String, &MarkShown)]) -> Vec<BodySide> {
    let mut sides = Vec::new();
    for build in guidance::builds() {
        for view in &build.views {
            let pins: Vec<(String, f32, f32)> = marks
                .iter()
                .filter_map(|(label, mark)| {
                    let place = mark.place.as_ref()?;
                    let here = place.drawing == guidance::DRAWING
                        && place.build == build.build
                        && place.view == view.id;
                    let tenths = |n: u32| n as f32 / 10.0;
                    here.then(|| (label.clone(), tenths(place.x), tenths(place.y)))
                })
                .collect();
            if pins.is_empty() {
                continue;
            }
            let (left, right) = ("child\u{2019}s left", "child\u{2019}s right");
            let labels = match view.left_at {
                LeftAt::Right => (right, left),
                LeftAt::Left => (left, right),
                LeftAt::Whole => (left, ""),
                LeftAt::None => (right, ""),
            };
            sides.push(BodySide {
                title: format!("{}: {}", build.name, view.name.to_lowercase()),
                size: (view.width, view.height),
                labels: (labels.0.to_owned(), labels.1.to_owned()),
                outlines: view
                    .outlines
                    .iter()
                    .flat_map(|path| outlines(path))
                    .collect(),
                lines: view.lines.iter().flat_map(|path| outlines(path)).collect(),
                pins,
            });
        }
    }
    sides
}

fn outlines(path: &str) -> Vec<Outline> {
    let strokes = guidance::stroke(path).unwrap_or_default();
    strokes.iter().map(outline).collect()
}

fn outline(stroke: &Stroke) -> Outline {
    let corner = |(x, y): (f32, f32)| (x, y, false);
    let handle = |(x, y): (f32, f32)| (x, y, true);
    let turns = stroke.turns.iter().flat_map(|turn| match turn {
        Turn::To(end) => vec![corner(*end)],
        Turn::Bend(first, second, end) => vec![handle(*first), handle(*second), corner(*end)],
    });
    Outline(std::iter::once(corner(stroke.from)).chain(turns).collect())
}
