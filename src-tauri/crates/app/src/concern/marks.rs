//! Visible marks: as a form gives them, and in words. The words say everything that a drawing shows.

use domain::concern::{BodyMark, MarkPlace};

use crate::wire::{self, MarkShown};
use crate::words;

/// A mark as it is signed.
pub(super) fn from_form(mark: &wire::BodyMark) -> BodyMark {
    let some = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let answer = |said: &Option<String>| {
        let known = ["yes", "no", "unsure"];
        said.clone().filter(|said| known.contains(&said.as_str()))
    };
    BodyMark {
        region: mark.region.clone(),
        side: mark.side.clone(),
        note: mark.note.trim().to_owned(),
        size: some(&mark.size),
        colour: some(&mark.colour),
        shape: some(&mark.shape),
        broken: answer(&mark.broken),
        swelling: answer(&mark.swelling),
        // As typed, spaces at the ends included: it is what a child said.
        said: some(&mark.said),
        place: mark.place.as_ref().map(|place| MarkPlace {
            drawing: place.drawing,
            build: place.build.clone(),
            view: place.view.clone(),
            x: place.x,
            y: place.y,
        }),
    }
}

/// A mark as the form that would write it again.
pub(super) fn to_form(mark: &BodyMark) -> wire::BodyMark {
    wire::BodyMark {
        region: mark.region.clone(),
        side: mark.side.clone(),
        note: mark.note.clone(),
        size: mark.size.clone(),
        colour: mark.colour.clone(),
        shape: mark.shape.clone(),
        broken: mark.broken.clone(),
        swelling: mark.swelling.clone(),
        said: mark.said.clone(),
        place: mark.place.as_ref().map(|place| wire::MarkPlace {
            drawing: place.drawing,
            build: place.build.clone(),
            view: place.view.clone(),
            x: place.x,
            y: place.y,
        }),
    }
}

/// The marks of one version, numbered as their pins are.
pub(crate) fn shown(marks: &[BodyMark]) -> Vec<MarkShown> {
    let numbered = (1..).zip(marks);
    numbered
        .map(|(number, mark)| MarkShown {
            number,
            at: words::region(&mark.region, &mark.side),
            looks: looks(mark),
            said: mark.said.clone().unwrap_or_default(),
            place: to_form(mark).place,
        })
        .collect()
}

/// A mark on one line.
pub(super) fn line(mark: &BodyMark) -> String {
    let said = mark.said.as_ref();
    let said = said.map(|said| format!("\u{201c}{}\u{201d}", said.trim()));
    let more = [Some(looks(mark)), said];
    let more: Vec<String> = more
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    let place = words::region(&mark.region, &mark.side);
    if more.is_empty() {
        place
    } else {
        format!("{place}: {}", more.join(", "))
    }
}

/// What it looks like.
fn looks(mark: &BodyMark) -> String {
    let broken = mark.broken.as_deref().and_then(|said| match said {
        "yes" => Some("skin broken"),
        "no" => Some("skin not broken"),
        "unsure" => Some("could not tell whether the skin was broken"),
        _ => None,
    });
    let swelling = mark.swelling.as_deref().and_then(|said| match said {
        "yes" => Some("swelling"),
        "no" => Some("no swelling"),
        "unsure" => Some("could not tell whether it was swollen"),
        _ => None,
    });
    let all = [
        Some(mark.note.as_str()),
        mark.size.as_deref(),
        mark.shape.as_deref(),
        mark.colour.as_deref(),
        broken,
        swelling,
    ];
    let all: Vec<&str> = all
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_of_before_there_were_drawings_says_what_it_said() {
        let old =
            r#"{"region":"forehead","side":"left","note":"graze","size":"2 cm","colour":"red"}"#;
        let mark: BodyMark = serde_json::from_str(old).unwrap();

        assert_eq!(line(&mark), "Left side of the forehead: graze, 2 cm, red");
        assert!(shown(&[mark]).iter().all(|mark| mark.place.is_none()));
    }

    #[test]
    fn everything_that_was_said_of_a_mark_is_in_its_words() {
        let mark = BodyMark {
            region: "forearm-inner".to_owned(),
            side: "left".to_owned(),
            note: "bruise".to_owned(),
            size: Some("2 cm".to_owned()),
            colour: Some("yellow".to_owned()),
            shape: Some("oval".to_owned()),
            broken: Some("unsure".to_owned()),
            swelling: Some("no".to_owned()),
            said: Some("I banged it".to_owned()),
            place: None,
        };

        assert_eq!(
            line(&mark),
            "Left forearm, inner side: bruise, 2 cm, oval, yellow, could not tell whether the skin was broken, no \
             swelling, \u{201c}I banged it\u{201d}"
        );
    }
}
