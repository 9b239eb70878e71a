//! Choosing a file to prepare, and putting one back.

use domain::governance::{INSPECTION_SAMPLE, PART_SAMPLE, SampleFile};
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::samples::chosen;
use crate::Office;
use crate::paper::one_line;
use crate::rights::{self, Right};
use crate::wire::{Done, Fault, SampleForm, Topic};

/// The longest reason, in characters.
const LONGEST: usize = 120;

/// Chooses a pupil's file to be prepared, or puts it back. Choosing what is chosen already changes nothing.
pub fn choose_sample(office: &mut Office, form: SampleForm) -> Result<Done<()>, Fault> {
    rights::need(office, Right::Inspection)?;
    rights::need(office, Right::AllPupilRecords)?;
    let gone = || Fault::from(vault::VaultError::NotFound);
    let pupil: PupilId = form.pupil.parse().map_err(|_| gone())?;
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let pupil = room.stands_for(room.pupil_line(pupil)?.id)?;
    let why = one_line(&form.why);
    if !form.put_back && !why.chars().any(char::is_alphanumeric) {
        return Err(Fault::field("why", "Say why this file is chosen"));
    }
    if why.chars().count() > LONGEST {
        return Err(Fault::field(
            "why",
            format!("Say why in {LONGEST} characters or fewer"),
        ));
    }
    let done = Done {
        value: (),
        touched: vec![Topic::Concerns],
    };
    let before = chosen(office)?;
    let before = before.iter().find(|file| file.pupil == pupil);
    let same = match (before, form.put_back) {
        (None, true) => true,
        (Some(file), false) => file.why == why,
        (None, false) | (Some(_), true) => false,
    };
    if same {
        return Ok(done);
    }
    let file = SampleFile {
        pupil,
        why,
        put_back: form.put_back,
    };
    let part = serde_json::to_vec(&file).map_err(|_| Fault::stopped())?;
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    let entry = NewEntry {
        kind: INSPECTION_SAMPLE,
        subjects: vec![id],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_SAMPLE, Zeroizing::new(part))],
        blobs: Vec::new(),
    };
    office.write(RoomKind::Pupils, vec![entry])?;
    Ok(done)
}
