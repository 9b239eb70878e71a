//! `concerns print`: one concern on paper.

use app::wire::PaperAsked;

use super::write;
use crate::answer::Outcome;
use crate::args::{Leaving, Run};
use crate::desk;
use crate::out::Place;

/// Lays the concern out and writes it.
pub fn concern(run: &Run, concern: &str, leaving: &Leaving) -> Outcome {
    let to = Place::take(&leaving.out, "--out", leaving.force)?;
    desk::sit(run, |office| {
        let id = app::concern_id(office, concern)?.ok_or_else(|| desk::not_here("That concern"))?;
        let asked = PaperAsked::Concern {
            form: app::wire::PaperForm::Whole,
            id,
            purpose: leaving.purpose.clone(),
        };
        write::write(run, office, asked, leaving, to)
    })
}
