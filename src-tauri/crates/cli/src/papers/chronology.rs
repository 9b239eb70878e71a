//! `chronology`: one pupil's file on paper.

use app::wire::PaperAsked;

use super::write;
use crate::answer::Outcome;
use crate::args::{Chronology, Run};
use crate::desk;
use crate::out::Place;

/// Lays the chronology out and writes it.
pub fn chronology(run: &Run, wanted: &Chronology) -> Outcome {
    let to = Place::take(&wanted.leaving.out, "--out", wanted.leaving.force)?;
    desk::sit(run, |office| {
        let pupil =
            app::pupil_id(office, &wanted.pupil)?.ok_or_else(|| desk::not_here("That pupil"))?;
        let asked = PaperAsked::Chronology {
            pupil,
            from: wanted.from.as_ref().map(|day| day.0.clone()),
            to: wanted.to.as_ref().map(|day| day.0.clone()),
            mask_others: wanted.mask_others,
            oldest_first: wanted.oldest_first,
            summary: false,
            purpose: wanted.leaving.purpose.clone(),
        };
        write::write(run, office, asked, &wanted.leaving, to)
    })
}
