//! The whole program on a disk that is full or refuses: what it says, what it keeps, and that it goes on.

use std::io::Write;
use std::path::{Path, PathBuf};

use app::wire::{ConcernFilter, ConcernForm, Fault, FaultKind, FindFilter};
use rand_chacha::ChaCha20Rng;
use rand_core::{RngCore, SeedableRng};

use crate::both::control::{Control, INPUT_OUTPUT};
use crate::both::desk::{Desk, saying};

const PASSWORD: &str = "seven quiet herons by the weir";
/// What somebody reads when the disk is full.
const FULL: &str = "The disk of this laptop is full, so this could not be kept.";

/// How space is taken away and given back.
pub enum Disk {
    /// By the shim, to the byte.
    Shim(Control),
    /// A real and small one, with a file that fills it.
    Small(PathBuf),
}

impl Disk {
    fn leave(&self, bytes: u64) {
        match self {
            Self::Shim(control) => control.space(bytes),
            Self::Small(filler) => {
                let mut file = std::fs::File::create(filler).unwrap();
                for piece in [65_536, 4_096] {
                    while file.write_all(&vec![1; piece]).is_ok() {}
                }
                let len = file.metadata().unwrap().len();
                file.set_len(len.saturating_sub(bytes)).unwrap();
            }
        }
    }

    fn give_back(&self) {
        match self {
            Self::Shim(control) => control.all_well(),
            Self::Small(filler) => {
                let _ = std::fs::remove_file(filler);
            }
        }
    }
}

/// Fills the disk at so many places while somebody works.
pub fn full(place: &Path, seed: u64, disk: &Disk, points: u64) {
    let mut dice = ChaCha20Rng::seed_from_u64(seed);
    let mut desk = Desk::at(place, 0);
    desk.create(PASSWORD).unwrap();
    let mut kept = Kept::default();
    let mut refusals = 0;
    for point in 0..points {
        let most = if dice.next_u32().is_multiple_of(2) {
            30_000
        } else {
            600_000
        };
        disk.leave(dice.next_u64() % most);
        let refused = until_refused(&mut desk, &mut kept, &mut dice);
        if let Err((fault, _)) = &refused {
            refusals += 1;
            let said = fault.kind == FaultKind::DiskFull
                && fault.say == FULL
                && fault.kept.is_some()
                && fault.next.is_some();
            assert!(said, "point {point}: a full disk was called {fault:?}");
        }
        // Reading goes on, also after a lock.
        kept.read(&mut desk);
        if point.is_multiple_of(3) {
            app::lock(&mut desk.office).unwrap();
            desk.open(PASSWORD).unwrap_or_else(|fault| {
                panic!("point {point}: a full disk kept it shut: {fault:?}")
            });
            kept.read(&mut desk);
        }
        disk.give_back();
        if let Err((_, words)) = refused {
            kept.goes_on(&mut desk, &words);
        }
    }
    if let Disk::Small(_) = disk {
        // With space put aside, what somebody is writing when the disk fills up is still signed.
        desk.office.tick();
        disk.leave(0);
        let written = until_refused(&mut desk, &mut kept, &mut dice);
        assert!(
            kept.draft.is_none() && written.is_ok(),
            "the space put aside was not used"
        );
        disk.give_back();
    }
    kept.look_at_all(&mut desk);
    finish(points, refusals, &kept);
}

/// Refuses so many different calls while somebody works.
pub fn input_output(place: &Path, seed: u64, control: &Control, points: u64) {
    let mut dice = ChaCha20Rng::seed_from_u64(seed);
    let mut desk = Desk::at(place, 0);
    desk.create(PASSWORD).unwrap();
    let mut kept = Kept::default();
    let mut refusals = 0;
    for point in 0..points {
        control.refuse(
            dice.next_u64() % 500,
            INPUT_OUTPUT,
            dice.next_u32().is_multiple_of(2),
        );
        let refused = until_refused(&mut desk, &mut kept, &mut dice);
        control.all_well();
        if let Err((_, words)) = refused {
            refusals += 1;
            // Either the same sitting goes on, or the one after a lock.
            if point.is_multiple_of(2) {
                app::lock(&mut desk.office).unwrap();
                desk = Desk::at(place, point + 1);
                desk.open(PASSWORD)
                    .unwrap_or_else(|fault| panic!("point {point}: does not open: {fault:?}"));
            }
            kept.read(&mut desk);
            kept.goes_on(&mut desk, &words);
        }
    }
    kept.look_at_all(&mut desk);
    finish(points, refusals, &kept);
}

/// Makes new vaults on a disk that fills up while they are made; with space again, the same folder takes one.
pub fn create(place: &Path, seed: u64, disk: &Disk, points: u64) {
    let mut dice = ChaCha20Rng::seed_from_u64(seed);
    let mut refusals = 0;
    for point in 0..points {
        let place = place.join(point.to_string());
        std::fs::create_dir(&place).unwrap();
        disk.leave(dice.next_u64() % 60_000_000);
        let mut desk = Desk::at(&place, 0);
        let made = desk.create(PASSWORD);
        disk.give_back();
        if let Err(fault) = made {
            refusals += 1;
            assert!(
                fault.kind == FaultKind::DiskFull && fault.say == FULL,
                "point {point}: {fault:?}"
            );
            // The same program tries again, or the next one.
            if point.is_multiple_of(2) {
                drop(desk);
                desk = Desk::at(&place, 0);
            }
            desk.create(PASSWORD)
                .unwrap_or_else(|fault| panic!("point {point}: no second try: {fault:?}"));
            let left = std::fs::read_dir(place.join("vault"))
                .unwrap()
                .filter(|file| {
                    file.as_ref()
                        .unwrap()
                        .file_name()
                        .to_string_lossy()
                        .ends_with(".db")
                })
                .count();
            assert_eq!(left, 4, "point {point}: the first try left its files");
        }
        std::fs::remove_dir_all(&place).unwrap();
    }
    finish(points, refusals, &Kept::default());
}

#[allow(clippy::print_stdout, reason = "its test reads this")]
fn finish(points: u64, refusals: u64, kept: &Kept) {
    println!(
        "{points} points, {refusals} refusals, {} concerns and drafts acknowledged, 0 lost",
        kept.said.len()
    );
}

/// Somebody writes: a draft, now and then a file, then the concern is signed. Ends with the first refusal and the words
/// that were refused.
fn until_refused(
    desk: &mut Desk,
    kept: &mut Kept,
    dice: &mut ChaCha20Rng,
) -> Result<(), (Fault, String)> {
    for _ in 0..12 {
        let words = format!("He said {:016x}.", dice.next_u64());
        let mut form = saying(&words);
        let refused = |fault| (fault, words.clone());
        form.draft = Some(
            app::keep_draft(&mut desk.office, form.clone())
                .map_err(refused)?
                .id,
        );
        kept.draft = Some(words.clone());
        if dice.next_u32().is_multiple_of(3) {
            let mut bytes = vec![0; dice.next_u32() as usize % 80_000];
            dice.fill_bytes(&mut bytes);
            form.files
                .push(desk.take_in("photo.jpg", &bytes).map_err(refused)?);
            form.indecent_image = "no".to_owned();
        }
        let recorded = app::record_concern(&mut desk.office, form).map_err(refused)?;
        kept.draft = None;
        kept.said.push((recorded.value.id, words));
    }
    Ok(())
}

/// What was acknowledged.
#[derive(Default)]
struct Kept {
    said: Vec<(String, String)>,
    /// A draft that was kept and whose concern has not been signed.
    draft: Option<String>,
}

impl Kept {
    /// The newest can be listed, shown and found, and the draft is there.
    fn read(&self, desk: &mut Desk) {
        let filter = ConcernFilter {
            limit: 20,
            ..ConcernFilter::default()
        };
        let listed = app::concerns(&mut desk.office, filter).unwrap();
        for (id, words) in self.said.iter().rev().take(2) {
            assert!(
                listed.concerns.iter().any(|row| row.id == *id),
                "not in the list"
            );
            Self::show(desk, id, words);
        }
        app::find(&mut desk.office, "Amara", FindFilter::default()).unwrap();
        if let Some(words) = &self.draft {
            let drafts = app::drafts(&desk.office).unwrap();
            assert!(
                drafts.iter().any(|draft| draft.form.description == *words),
                "a kept draft is gone"
            );
        }
    }

    fn show(desk: &mut Desk, id: &str, words: &str) {
        let view = app::concern(&mut desk.office, id).unwrap_or_else(|fault| panic!("{fault:?}"));
        let current = &view.versions[view.current as usize];
        assert_eq!(current.form.description, words);
    }

    /// With space again: the draft is kept, and what could not be signed is.
    fn goes_on(&mut self, desk: &mut Desk, words: &str) {
        let kept = app::keep_draft(&mut desk.office, saying(words)).unwrap();
        let drafts = app::drafts(&desk.office).unwrap();
        assert!(drafts.iter().any(|draft| draft.form.description == words));
        let form = ConcernForm {
            draft: Some(kept.id),
            ..saying(words)
        };
        let recorded = app::record_concern(&mut desk.office, form).unwrap();
        for draft in app::drafts(&desk.office).unwrap() {
            app::drop_draft(&mut desk.office, &draft.id).unwrap();
        }
        self.draft = None;
        self.said.push((recorded.value.id, words.to_owned()));
    }

    /// Everything, at the end.
    fn look_at_all(&self, desk: &mut Desk) {
        for (id, words) in &self.said {
            Self::show(desk, id, words);
        }
        let verified = app::verify(&mut desk.office).unwrap();
        assert!(verified.faults.is_empty(), "{}", verified.say);
    }
}
