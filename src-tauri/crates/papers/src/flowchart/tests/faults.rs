//! What can be wrong with a chart: two things in one place, or something outside.

use super::super::chart::{Area, Chart};

fn overlap(one: Area, other: Area) -> bool {
    one.x < other.right() - 0.1
        && other.x < one.right() - 0.1
        && one.y < other.bottom() - 0.1
        && other.y < one.bottom() - 0.1
}

/// A stretch of a line as an area without width.
fn stretch(from: (f32, f32), to: (f32, f32)) -> Area {
    Area {
        x: from.0.min(to.0) - 0.2,
        y: from.1.min(to.1) - 0.05,
        width: (from.0 - to.0).abs() + 0.4,
        height: (from.1 - to.1).abs() + 0.1,
    }
}

/// Everything that is wrong with a chart.
pub(super) fn faults(chart: &Chart) -> Vec<String> {
    let mut faults = Vec::new();
    let whole = Area {
        x: 0.0,
        y: 0.0,
        width: chart.width,
        height: chart.height,
    };
    let boxes: Vec<(usize, Area)> = chart
        .boxes
        .iter()
        .map(|one| (one.step, one.placed.area))
        .collect();
    let answers: Vec<(usize, Area)> = chart
        .ways
        .iter()
        .enumerate()
        .filter_map(|(place, way)| Some((place, way.answer.as_ref()?.area)))
        .collect();
    let inside = |area: &Area| {
        area.x >= whole.x - 0.5
            && area.right() <= whole.right() + 0.5
            && area.y >= -0.5
            && area.bottom() <= whole.bottom() + 0.5
    };
    for (place, (step, area)) in boxes.iter().enumerate() {
        if !inside(area) {
            faults.push(format!("step {step} is outside"));
        }
        for (other, there) in boxes.iter().skip(place + 1) {
            if overlap(*area, *there) {
                faults.push(format!("steps {step} and {other} overlap"));
            }
        }
        for (way, there) in &answers {
            if overlap(*area, *there) {
                faults.push(format!("step {step} and the answer of way {way} overlap"));
            }
        }
    }
    for (place, (way, area)) in answers.iter().enumerate() {
        if !inside(area) {
            faults.push(format!("the answer of way {way} is outside"));
        }
        for (other, there) in answers.iter().skip(place + 1) {
            if overlap(*area, *there) {
                faults.push(format!("the answers of ways {way} and {other} overlap"));
            }
        }
    }
    for (place, way) in chart.ways.iter().enumerate() {
        for pair in way.points.windows(2) {
            let line = stretch(pair[0], pair[1]);
            if !inside(&line) {
                faults.push(format!("way {place} is outside"));
            }
            if pair[1].1 < pair[0].1 - 0.01 {
                faults.push(format!("way {place} turns back"));
            }
            for (step, area) in &boxes {
                if overlap(line, *area) {
                    faults.push(format!("way {place} runs through step {step}"));
                }
            }
            for (other, area) in answers.iter().filter(|(other, _)| *other != place) {
                let same = chart.ways[*other].from == way.from;
                if overlap(line, *area) && !same {
                    faults.push(format!(
                        "way {place} runs through the answer of way {other}"
                    ));
                }
            }
        }
    }
    faults
}
