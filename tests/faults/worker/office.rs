//! Does the deeds of a plan through the verbs of `app`.

use std::ops::Range;
use std::path::Path;

use app::wire::{ConcernFilter, ConcernForm, Fault};

use crate::both::acks::Acks;
use crate::both::deeds::{Deed, Deeds};
use crate::both::desk::{Desk, saying};

/// Makes the vault if it is not there, acknowledged as 0; then does the deeds, and acknowledges how many are done.
/// `changes` is how often the password has been changed before.
pub fn work(place: &Path, seed: u64, deeds: Range<u64>, mut changes: u64, days: u64, acks: &Path) {
    let plan = Deeds::of(seed);
    let mut acks = Acks::to(acks);
    let mut desk = Desk::at(place, days);
    if desk.office.has_vault() {
        desk.open(&plan.password(changes)).unwrap();
    } else {
        desk.create(&plan.password(0)).unwrap();
        acks.say(0);
    }
    for n in deeds {
        match plan.deed(n) {
            Deed::Password => {
                app::change_password(
                    &mut desk.office,
                    &plan.password(changes),
                    &plan.password(changes + 1),
                )
                .unwrap();
                changes += 1;
            }
            Deed::Lock => {
                app::lock(&mut desk.office).unwrap();
                desk.open(&plan.password(changes)).unwrap();
            }
            deed @ (Deed::Record { .. } | Deed::Draft { .. } | Deed::Correct { .. }) => {
                write(&mut desk, deed).unwrap()
            }
        }
        acks.say(n + 1);
    }
    app::lock(&mut desk.office).unwrap();
}

fn write(desk: &mut Desk, deed: Deed) -> Result<(), Fault> {
    match deed {
        Deed::Record { words, file } => {
            let files = match file {
                Some(bytes) => vec![desk.take_in("photo.jpg", &bytes)?],
                None => Vec::new(),
            };
            let form = ConcernForm {
                files,
                indecent_image: "no".to_owned(),
                ..saying(&words)
            };
            app::record_concern(&mut desk.office, form)?;
        }
        Deed::Draft { words } => {
            app::keep_draft(&mut desk.office, saying(&words))?;
        }
        Deed::Correct { words } => {
            let filter = ConcernFilter {
                limit: 1,
                ..ConcernFilter::default()
            };
            let last = app::concerns(&mut desk.office, filter)?.concerns;
            let form = saying(&words);
            match last.first() {
                Some(row) => app::amend_concern(
                    &mut desk.office,
                    ConcernForm {
                        amends: Some(row.id.clone()),
                        reason: Some("the words I used".to_owned()),
                        ..form
                    },
                )?,
                None => app::record_concern(&mut desk.office, form)?,
            };
        }
        Deed::Password | Deed::Lock => {}
    }
    Ok(())
}
