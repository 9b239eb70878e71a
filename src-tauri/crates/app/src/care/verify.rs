//! Checking everything: every signature, chain, part, table, page and file this person may open.
//!
//! It goes in steps, so that a record can be written, or the vault locked, between two of them.

use std::collections::VecDeque;

use domain::room::Room as RoomKind;
use vault::{Fault as RoomFault, VaultError, Walk, blob};

use crate::Office;
use crate::wire::{Fault, FaultFound, Verified};

/// Entries checked in one step.
const STEP: u32 = 500;

/// A check under way.
pub struct Checking {
    left: VecDeque<Part>,
    verified: Verified,
}

enum Part {
    Walk(RoomKind, Box<Walk>),
    Pages(RoomKind),
    Index(RoomKind),
    Tables(RoomKind),
    Files(RoomKind, VecDeque<[u8; 32]>),
    People,
}

/// Checks everything and says what does not hold, by name and never by content. Can be stopped.
pub fn verify(office: &mut Office) -> Result<Verified, Fault> {
    let mut checking = begin_check(office)?;
    loop {
        if let Some(verified) = check_further(office, &mut checking)? {
            return Ok(verified);
        }
    }
}

/// Begins to check every room this person is a member of.
pub fn begin_check(office: &mut Office) -> Result<Checking, Fault> {
    office.watch().begin();
    let rooms = office.sitting()?.rooms.keys().copied();
    let mut left: VecDeque<Part> = rooms.map(|kind| Part::Walk(kind, Box::default())).collect();
    left.push_back(Part::People);
    // A room that is damaged or gone is not among those that are open, and is what matters most.
    let unopened = office.sitting()?.unopened.iter();
    let faults = unopened.map(|(kind, say)| FaultFound {
        room: kind.title().to_owned(),
        what: "file".to_owned(),
        say: say.clone(),
    });
    let verified = Verified {
        entries: 0,
        parts: 0,
        files: 0,
        faults: faults.collect(),
        say: String::new(),
    };
    Ok(Checking { left, verified })
}

/// The next step. Gives the result when there is nothing left to check.
pub fn check_further(
    office: &mut Office,
    checking: &mut Checking,
) -> Result<Option<Verified>, Fault> {
    let watch = office.watch();
    let folder = office.folder()?.clone();
    let sitting = office.sitting_mut()?;
    let verified = &mut checking.verified;
    let add = |kind: RoomKind, faults: Result<Vec<RoomFault>, VaultError>| {
        // A file too damaged to be asked is itself what was found.
        let faults = faults.unwrap_or_else(|error| {
            vec![RoomFault {
                what: "file".to_owned(),
                say: error.to_string(),
            }]
        });
        faults.into_iter().map(move |fault| FaultFound {
            room: kind.title().to_owned(),
            what: fault.what,
            say: fault.say,
        })
    };
    match checking.left.pop_front() {
        None => {
            let mut verified = std::mem::replace(
                verified,
                Verified {
                    entries: 0,
                    parts: 0,
                    files: 0,
                    faults: Vec::new(),
                    say: String::new(),
                },
            );
            verified.say = summary(&verified);
            return Ok(Some(verified));
        }
        Some(Part::Walk(kind, mut walk)) => {
            let Some(room) = sitting.rooms.get(&kind) else {
                return Ok(None);
            };
            watch.step("Checking signatures", walk.entries, room.entry_counts()?.0)?;
            match room.walk(&mut walk, STEP) {
                Ok(true) => {
                    checking.left.push_front(Part::Walk(kind, walk));
                    return Ok(None);
                }
                Ok(false) => {}
                Err(error) => walk.faults.push(RoomFault {
                    what: "file".to_owned(),
                    say: error.to_string(),
                }),
            }
            verified.entries = verified
                .entries
                .saturating_add(u32::try_from(walk.entries).unwrap_or(u32::MAX));
            verified.parts = verified
                .parts
                .saturating_add(u32::try_from(walk.parts).unwrap_or(u32::MAX));
            let whole = walk.faults.is_empty();
            verified.faults.extend(add(kind, Ok(walk.faults)));
            let blobs = room.blobs().unwrap_or_default().into();
            checking.left.push_front(Part::Files(kind, blobs));
            if whole {
                // Tables are made again from entries that were just checked, never from ones that were not.
                checking.left.push_front(Part::Tables(kind));
            }
            checking.left.push_front(Part::Index(kind));
            checking.left.push_front(Part::Pages(kind));
        }
        Some(Part::Pages(kind)) => {
            watch.step("Checking the file", 0, 0)?;
            if let Some(room) = sitting.rooms.get(&kind) {
                verified.faults.extend(add(kind, room.check_pages()));
            }
        }
        Some(Part::Index(kind)) => {
            if let Some(room) = sitting.rooms.get(&kind) {
                verified.faults.extend(add(kind, room.check_index()));
            }
        }
        Some(Part::Tables(kind)) => {
            watch.step("Checking lists and search", 0, 0)?;
            if let Some(room) = sitting.rooms.get_mut(&kind) {
                verified.faults.extend(add(kind, room.check_tables()));
            }
        }
        Some(Part::Files(kind, mut blobs)) => {
            let Some(hash) = blobs.pop_front() else {
                return Ok(None);
            };
            watch.step(
                "Checking files",
                u64::from(verified.files),
                u64::from(verified.files) + blobs.len() as u64 + 1,
            )?;
            match blob::verify(&folder, &hash, &mut |_| true) {
                Ok(_) => verified.files += 1,
                Err(error) => {
                    let what = format!(
                        "file {}",
                        history::to_hex(hash.get(..8).unwrap_or_default())
                    );
                    verified.faults.extend(add(
                        kind,
                        Ok(vec![RoomFault {
                            what,
                            say: error.to_string(),
                        }]),
                    ));
                }
            }
            checking.left.push_front(Part::Files(kind, blobs));
        }
        Some(Part::People) => {
            if !office.slots()?.seal_holds(&office.sitting()?.device) {
                checking.verified.faults.push(FaultFound {
                    room: "People".to_owned(),
                    what: "list of people".to_owned(),
                    say: "it was changed by something other than Strongroom".to_owned(),
                });
            }
        }
    }
    Ok(None)
}

fn summary(verified: &Verified) -> String {
    const KEEP: &str =
        "Nothing was changed. Keep this page and tell whoever looks after the laptop.";
    match verified.faults.len() {
        0 => format!(
            "Everything holds: {} entries, {} files, every signature and the chain.",
            verified.entries, verified.files
        ),
        1 => format!("One thing does not hold. {KEEP}"),
        many => format!("{many} things do not hold. {KEEP}"),
    }
}

impl Office {
    /// A little more of the check that goes on behind a person's work after opening. True while there is more.
    pub fn check_on(&mut self) -> bool {
        let Some(sitting) = self.sitting.as_mut() else {
            return false;
        };
        let mut wrong = None;
        let mut more = false;
        for (kind, room) in &mut sitting.rooms {
            let walk = sitting.walks.entry(*kind).or_default();
            let holds = if walk.is_over() {
                // The entries hold; now whether each line of the list says what they say.
                let line = sitting.lines.entry(*kind).or_insert(Some(i64::MAX));
                let Some(row) = *line else { continue };
                match room.check_lines(row, 50) {
                    Ok((next, faults)) => {
                        *line = next;
                        faults.is_empty()
                    }
                    Err(_) => {
                        *line = None;
                        false
                    }
                }
            } else {
                match room.walk(walk, 200) {
                    Ok(true) => true,
                    Ok(false) => {
                        let whole = walk.faults.is_empty();
                        *walk = Walk::over();
                        whole
                    }
                    Err(_) => {
                        *walk = Walk::over();
                        false
                    }
                }
            };
            more = true;
            wrong = (!holds).then_some(*kind);
            break;
        }
        if let Some(kind) = wrong {
            sitting.notices.push(crate::wire::Notice {
                kind: crate::wire::NoticeKind::Check,
                say: format!(
                    "{}: something in these records did not verify.",
                    kind.title()
                ),
                next: Some(
                    "Open Vault and choose Check everything. Do not delete anything.".to_owned(),
                ),
            });
        }
        more
    }
}
