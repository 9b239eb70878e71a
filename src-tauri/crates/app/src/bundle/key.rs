//! What a bundle did not show, read again from its entry: for the school alone.

use domain::evidence::CutArea;
use domain::room::Room as RoomKind;

use super::redacted::LOOKED_THROUGH;
use crate::Office;
use crate::office::not_a_member;
use crate::wire::{
    BundleArea, BundleKey, BundlePassage, BundlePicture, Fault, FaultKind, RedactionLetter,
    RedactionOf,
};

/// Who was which letter in a bundle, what was removed from it and why. That somebody read it is kept.
pub fn bundle_key(office: &mut Office, number: &str) -> Result<BundleKey, Fault> {
    super::create::may(office)?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let lines = room.bundles(LOOKED_THROUGH)?;
    let found = lines
        .into_iter()
        .find(|line| line.made.number == number.trim());
    let line = found.ok_or_else(|| {
        Fault::new(FaultKind::Missing, "There is no bundle of this number.")
            .kept("Nothing was changed.")
            .next("Its number stands on its cover and on the receipt.")
    })?;
    let Some(redaction) = line.made.redaction else {
        return Err(Fault::new(
            FaultKind::Missing,
            "Nothing was removed from this bundle, and everybody stands in it by name.",
        )
        .kept("Nothing was changed."));
    };
    let id = line.id.to_string();
    office.must_look(
        RoomKind::Pupils,
        "bundle",
        Some(id),
        Some("its key".to_owned()),
    )?;
    Ok(BundleKey {
        number: line.made.number,
        root: line.made.root,
        letters: redaction
            .key
            .into_iter()
            .map(|one| RedactionLetter {
                letter: one.letter,
                name: one.name,
            })
            .collect(),
        passages: redaction
            .passages
            .into_iter()
            .map(|one| BundlePassage {
                words: one.words,
                code: one.code,
                note: one.note,
            })
            .collect(),
        pictures: redaction
            .pictures
            .into_iter()
            .map(|one| BundlePicture {
                file: one.file.to_string(),
                areas: one.areas.into_iter().map(area).collect(),
                looked: true,
            })
            .collect(),
        of: redaction.of.map(|whole| RedactionOf {
            number: whole.number,
            root: whole.root,
        }),
    })
}

fn area(kept: CutArea) -> BundleArea {
    BundleArea {
        left: kept.left,
        top: kept.top,
        width: kept.width,
        height: kept.height,
        code: kept.code,
        note: kept.note,
    }
}
