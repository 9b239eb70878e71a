//! Checking everything: every signature, chain, part, table, page and file this person may open.

use domain::room::Room as RoomKind;
use vault::{Walk, blob};

use crate::Office;
use crate::wire::{Fault, FaultFound, Verified};

/// Entries checked between two words of progress.
const STEP: u32 = 500;

/// Checks everything and says what does not hold, by name and never by content. Can be stopped.
pub fn verify(office: &mut Office) -> Result<Verified, Fault> {
    let watch = office.watch();
    watch.begin();
    let mut verified = Verified {
        entries: 0,
        parts: 0,
        files: 0,
        faults: Vec::new(),
        say: String::new(),
    };
    let folder = office.folder()?.clone();
    let kinds: Vec<RoomKind> = office.sitting()?.rooms.keys().copied().collect();
    for kind in kinds {
        let sitting = office.sitting_mut()?;
        let Some(room) = sitting.rooms.get_mut(&kind) else {
            continue;
        };
        let name = kind.title().to_owned();
        let mut found: Vec<(String, String)> = Vec::new();
        let all = room.entry_counts()?.0;
        let mut walk = Walk::default();
        while room.walk(&mut walk, STEP)? {
            watch.step("Checking signatures", walk.entries, all)?;
        }
        let whole_chain = walk.faults.is_empty();
        found.extend(walk.faults.into_iter().map(|fault| (fault.what, fault.say)));
        verified.entries = verified
            .entries
            .saturating_add(u32::try_from(walk.entries).unwrap_or(u32::MAX));
        verified.parts = verified
            .parts
            .saturating_add(u32::try_from(walk.parts).unwrap_or(u32::MAX));
        watch.step("Checking the file", all, all)?;
        found.extend(
            room.check_pages()?
                .into_iter()
                .map(|fault| (fault.what, fault.say)),
        );
        found.extend(
            room.check_index()?
                .into_iter()
                .map(|fault| (fault.what, fault.say)),
        );
        if whole_chain {
            // Tables are made again from entries that were just checked, never from ones that were not.
            found.extend(
                room.check_tables()?
                    .into_iter()
                    .map(|fault| (fault.what, fault.say)),
            );
        }
        let blobs = room.blobs()?;
        for (place, hash) in blobs.iter().enumerate() {
            watch.step("Checking files", place as u64, blobs.len() as u64)?;
            match blob::verify(&folder, hash, &mut |_| true) {
                Ok(_) => verified.files += 1,
                Err(error) => found.push((
                    format!(
                        "file {}",
                        history::to_hex(hash.get(..8).unwrap_or_default())
                    ),
                    error.to_string(),
                )),
            }
        }
        verified
            .faults
            .extend(found.into_iter().map(|(what, say)| FaultFound {
                room: name.clone(),
                what,
                say,
            }));
    }
    if !office.slots()?.seal_holds(&office.sitting()?.device) {
        verified.faults.push(FaultFound {
            room: "People".to_owned(),
            what: "list of people".to_owned(),
            say: "it was changed by something other than Strongroom".to_owned(),
        });
    }
    verified.say = match verified.faults.len() {
        0 => format!("Everything holds: {} entries, {} files, every signature and the chain.", verified.entries, verified.files),
        1 => "One thing does not hold. Nothing was changed. Keep this page and tell whoever looks after the laptop.".to_owned(),
        many => format!("{many} things do not hold. Nothing was changed. Keep this page and tell whoever looks after the laptop."),
    };
    Ok(verified)
}

impl Office {
    /// A little more of the check that goes on behind a person's work after opening. True while there is more.
    pub fn check_on(&mut self) -> bool {
        let Some(sitting) = self.sitting.as_mut() else {
            return false;
        };
        for (kind, room) in &sitting.rooms {
            let walk = sitting.walks.entry(*kind).or_default();
            if walk.is_over() {
                continue;
            }
            match room.walk(walk, 200) {
                Ok(true) => return true,
                Ok(false) | Err(_) if walk.faults.is_empty() => {}
                Ok(false) | Err(_) => {
                    sitting.notices.push(crate::wire::Notice {
                        kind: crate::wire::NoticeKind::Check,
                        say: format!(
                            "{}: something in these records does not verify.",
                            kind.title()
                        ),
                        next: Some(
                            "Open Vault and choose Check everything. Do not delete anything."
                                .to_owned(),
                        ),
                    });
                }
            }
            *walk = Walk::over();
            return true;
        }
        false
    }
}
