//! `chronology`: one pupil's file on paper.

use app::wire::PaperAsked;

use super::write;
use crate::answer::Outcome;
use crate::args::{Chronology, Run};
use crate::{desk, out};

/// Lays the chronology out and writes it.
pub fn chronology(run: &Run, wanted: &Chronology) -> Outcome {
    let to = out::may_write(&wanted.leaving.out, "--out", wanted.leaving.force)?;
    desk::sit(run, |office| {
        let pupil =
            app::pupil_id(office, &wanted.pupil)?.ok_or_else(|| desk::not_here("That pupil"))?;
        let asked = PaperAsked::Chronology {
            pupil,
            from: wanted.from.as_ref().map(|day| day.0.clone()),
            to: wanted.to.as_ref().map(|day| day.0.clone()),
            mask_others: wanted.mask_others,
            purpose: wanted.leaving.purpose.clone(),
        };
        write::write(run, office, asked, &wanted.leaving, &to)
    })
}
