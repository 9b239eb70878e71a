//! The receipt of a bundle, to be looked at and printed without looking for its file.

use domain::room::Room as RoomKind;
use papers::LaidOut;

use crate::Office;
use crate::paper::About;
use crate::wire::{Fault, FaultKind};

/// The receipt of the bundle that was made last since the vault was opened. Of any other the file lies where it was put.
pub(crate) fn receipt_again(
    office: &mut Office,
    number: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    super::create::may(office)?;
    let kept = office.receipt.as_ref().filter(|(of, _)| of == number);
    let Some((_, facts)) = kept else {
        return Err(Fault::new(
            FaultKind::Missing,
            "The receipt of this bundle is not in memory any more.",
        )
        .kept("Nothing was changed.")
        .next("Its file lies beside the bundle; print that."));
    };
    let laid_out = papers::tables(facts)?;
    let about = About {
        room: RoomKind::Pupils,
        what: "bundle",
        id: number.to_owned(),
        purpose: format!("receipt of bundle {number}"),
        concerns: Vec::new(),
        listed: Vec::new(),
    };
    Ok((
        laid_out,
        format!("BUNDLE-{number}-receipt.pdf"),
        Some(about),
    ))
}
