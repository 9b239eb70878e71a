//! A flowchart for paper: guidance, of which nothing is in the record.

use papers::{FlowPaper, LaidOut, Size};

use super::About;
use crate::wire::{Fault, PaperSize};
use crate::{Office, guide, say};

/// Lays it out.
pub(super) fn lay_out(
    office: &Office,
    id: &str,
    size: PaperSize,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let flow = crate::flow(office, id)?;
    let sitting = office.sitting()?;
    let paper = FlowPaper {
        school: &sitting.settings.school,
        marking: "Guidance",
        at: &say::date_and_year(office.around.local().date_naive()),
    };
    let laid_out = papers::flowchart(&paper, &guide::facts(&flow, None), size_of(size))?;
    let name = format!("strongroom-flowchart-{}.pdf", flow.number);
    Ok((laid_out, name, None))
}

/// The size as papers take it.
pub(super) fn size_of(size: PaperSize) -> Size {
    match size {
        PaperSize::A4 => Size::A4,
        PaperSize::A3 => Size::A3,
    }
}
