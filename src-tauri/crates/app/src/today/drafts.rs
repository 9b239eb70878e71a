//! What this person has half written: today's, and what was not passed on before today.

use crate::concern::drafts_kept;
use crate::wire::{DraftView, Fault, LateLine};
use crate::{Office, say};

/// Today's drafts, the newest first, and the older ones, the oldest first, each with when it was last kept.
pub(super) struct Drafts {
    pub(super) today: Vec<DraftView>,
    pub(super) late: Vec<(i64, LateLine)>,
}

/// Parts this person's drafts by the day they were last kept.
pub(super) fn drafts(office: &Office) -> Result<Drafts, Fault> {
    let today = office.around.local().date_naive();
    let mut drafts = Drafts {
        today: Vec::new(),
        late: Vec::new(),
    };
    for (at, draft) in drafts_kept(office)? {
        let kept = say::at(at, office.around.zone).map_or(today, |at| at.date_naive());
        match (today - kept).num_days() {
            // A laptop whose clock was put back keeps its drafts among today's.
            ..=0 => drafts.today.push(draft),
            days => drafts.late.push((
                at,
                LateLine {
                    by: match days {
                        1 => "since yesterday".to_owned(),
                        _ => format!("{days} days"),
                    },
                    concern: None,
                    due: None,
                    draft: Some(draft),
                },
            )),
        }
    }
    drafts.late.reverse();
    Ok(drafts)
}
