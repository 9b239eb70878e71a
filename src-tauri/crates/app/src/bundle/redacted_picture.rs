//! Pictures of a bundle that does not show everything: drawn anew, with black where something is cut out. Any of which nobody said that it
//! was looked at is on no page.

use exchange::picture::{Area, Body, NotDrawn, cut_picture};
use papers::{PictureBody, PictureFacts, Removed};

use super::create::Ready;
use super::exhibits::Going;
use super::on_pages::{LARGEST, OnPages};
use crate::Office;
use crate::file::read_file;
use crate::redact::reason_of;
use crate::wire::{BundlePicture, BundleRedact, BundleSpec, Fault, FaultKind, Problem};
use domain::room::Room as RoomKind;

/// What is asked for of an exhibit, where it is on the list of pictures.
fn asked<'a>(redact: &'a BundleRedact, one: &Going) -> Option<&'a BundlePicture> {
    let id = one.fact.id.to_string();
    redact.pictures.iter().find(|picture| picture.file == id)
}

/// A picture without what is cut out of it; nothing where it is not on the list. That it was shown is kept.
pub(super) fn shown(
    office: &mut Office,
    ready: &Ready<'_>,
    one: &Going,
    left: &mut usize,
) -> Result<Option<OnPages>, Fault> {
    let redact = ready.spec.redact.as_ref();
    let Some(picture) = redact.and_then(|redact| asked(redact, one)) else {
        return Ok(None);
    };
    let cut = cut_of(office, picture, left)?.map_err(|why| not_drawn(ready.spec, picture, &why))?;
    let detail = format!("as a picture in redacted bundle {}", ready.number);
    office.note_look(
        RoomKind::Pupils,
        "file",
        Some(picture.file.clone()),
        Some(detail),
    );
    Ok(Some(OnPages::CutPicture(
        cut.picture,
        vec![cut.said],
        cut.removed,
    )))
}

/// A picture without what was cut out of it.
pub(crate) struct Cut {
    /// The picture.
    pub(crate) picture: PictureFacts,
    /// What is said above it.
    pub(crate) said: String,
    /// Why each area was cut out.
    pub(crate) removed: Vec<Removed>,
}

/// Cuts it; a sentence where it cannot be drawn. Of the bytes that are left for pictures it takes its own.
pub(crate) fn cut_of(
    office: &Office,
    picture: &BundlePicture,
    left: &mut usize,
) -> Result<Result<Cut, String>, Fault> {
    let read = read_file(office, &picture.file, LARGEST)?;
    let areas: Vec<Area> = picture
        .areas
        .iter()
        .map(|area| Area {
            left: area.left,
            top: area.top,
            width: area.width,
            height: area.height,
        })
        .collect();
    let drawn = match read.whole {
        true => cut_picture(&read.bytes, &areas),
        false => Err(NotDrawn::TooLarge),
    };
    let drawn = match drawn {
        Ok(drawn) => drawn,
        Err(why) => return Ok(Err(why.to_string())),
    };
    let Body::Points { bytes, .. } = drawn.body else {
        return Err(Fault::stopped());
    };
    let Some(still) = left.checked_sub(bytes.len()) else {
        return Ok(Err(
            "There are too many pictures for one paper. Leave some of them out".to_owned(),
        ));
    };
    *left = still;
    let removed = picture.areas.iter();
    Ok(Ok(Cut {
        picture: PictureFacts {
            width: drawn.width,
            height: drawn.height,
            turned: drawn.turned,
            grey: drawn.grey,
            body: PictureBody::Points(bytes),
        },
        said: match areas.len() {
            0 => "Drawn anew from the file. Nothing was cut out of it.".to_owned(),
            many => format!(
                "Drawn anew from the file, with black in {many} {}: what was there is not in this edition.",
                if many == 1 { "place" } else { "places" }
            ),
        },
        removed: removed.filter_map(|area| reason_of(&area.code)).collect(),
    }))
}

/// Refuses pictures that are none of the exhibits, before anything is recorded.
pub(super) fn all_here(spec: &BundleSpec, going: &[Going]) -> Result<(), Fault> {
    let Some(redact) = &spec.redact else {
        return Ok(());
    };
    for picture in &redact.pictures {
        if !going
            .iter()
            .any(|one| one.fact.id.to_string() == picture.file)
        {
            return Err(not_drawn(
                spec,
                picture,
                "It belongs to none of the chosen records, or was put out of sight",
            ));
        }
    }
    Ok(())
}

fn not_drawn(spec: &BundleSpec, picture: &BundlePicture, why: &str) -> Fault {
    let pictures = spec.redact.iter().flat_map(|redact| &redact.pictures);
    let at = pictures.take_while(|one| one.file != picture.file).count();
    let mut fault = Fault::new(
        FaultKind::Refused,
        "A picture that was to be shown cannot be.",
    )
    .kept("No bundle was made.")
    .next("Leave the picture out, and make the bundle again.");
    fault.problems = vec![Problem {
        field: format!("redact.pictures[{at}].file"),
        say: why.trim_end_matches('.').to_owned(),
    }];
    fault
}
