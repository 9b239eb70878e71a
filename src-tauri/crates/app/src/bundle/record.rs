//! What the record keeps of a bundle: its number, that its records and files are taken out, that it was made.

use domain::evidence::{Bundle, Gate, MADE, PART_BUNDLE, Supplied};
use domain::look::Look;
use domain::room::Room as RoomKind;
use history::PublicKey;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::exhibits::Going;
use super::paper::{Form, Making};
use super::select::Chosen;
use super::settled::SEALED;
use crate::Office;
use crate::office::not_a_member;
use crate::wire::Fault;

/// `MV-26-ABC-B1`: as records are numbered, with a count of its own for each writer.
pub(super) fn next_number(office: &Office) -> Result<String, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let writer = PublicKey(office.sitting()?.writer.public());
    let count = room.bundles_by(&writer)?.saturating_add(1);
    let record = office.next_number(RoomKind::Pupils)?;
    let before = record
        .rsplit_once('-')
        .map_or(record.as_str(), |(before, _)| before);
    Ok(format!("{before}-B{count}"))
}

/// The entry that says it left.
pub(super) fn entry(
    office: &mut Office,
    making: &Making<'_>,
    (root, pages): (&str, u32),
) -> Result<NewEntry, Fault> {
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    let Chosen {
        pupils,
        days,
        concerns,
        left_out,
        ..
    } = making.chosen;
    let (request, gate) = (&making.spec.request, &making.spec.gate);
    let records = making.records.iter().map(|one| Supplied {
        what: format!("Record of concern {}", one.record_no),
        concern: Some(one.exhibit.concern),
        exhibit: one.exhibit.reference(),
        sha256: String::new(),
    });
    let gone = match making.originals {
        true => making.going,
        false => &[],
    };
    let exhibits = gone.iter().map(|one| Supplied {
        what: one.exhibit.reference(),
        concern: Some(one.exhibit.concern),
        exhibit: String::new(),
        sha256: one.fact.sha256.clone(),
    });
    let bundle = Bundle {
        number: making.number.to_owned(),
        request: super::asked::as_kept(request)?,
        gate: Gate {
            need: gate.need.clone(),
            authority: gate.authority.clone(),
            recipient: gate.recipient.clone(),
            verified_by: gate.verified_by.clone(),
            channel: gate.channel.clone(),
        },
        pupils: pupils.iter().map(|(id, _)| *id).collect(),
        from: days.0,
        to: days.1,
        supplied: records.chain(exhibits).collect(),
        left_out: left_out.clone(),
        pages,
        root: root.to_owned(),
        delivery: match making.form {
            Form::Folder => String::new(),
            Form::Sealed { .. } => SEALED.to_owned(),
        },
        redaction: making.kept.clone(),
    };
    let part = serde_json::to_vec(&bundle).map_err(|_| Fault::stopped())?;
    Ok(NewEntry {
        kind: MADE,
        subjects: std::iter::once(id)
            .chain(concerns.iter().map(|concern| concern.id.0))
            .collect(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_BUNDLE, Zeroizing::new(part))],
        blobs: Vec::new(),
    })
}

/// Keeps with each record and file that it is taken out, in one step with the references that were given.
pub(super) fn record(
    office: &mut Office,
    (chosen, going): (&Chosen, &[Going]),
    given: Vec<NewEntry>,
    detail: &str,
) -> Result<(), Fault> {
    let pupils = chosen
        .pupils
        .iter()
        .map(|(id, _)| ("pupil", id.to_string()));
    let concerns = chosen
        .concerns
        .iter()
        .map(|concern| ("concern", concern.id.to_string()));
    let files = going
        .iter()
        .map(|one| ("file_taken_out", one.fact.id.to_string()));
    let looks = pupils.chain(concerns).chain(files).map(|(what, id)| Look {
        what: what.to_owned(),
        id: Some(id),
        detail: Some(detail.to_owned()),
    });
    office.write_looks(RoomKind::Pupils, looks.collect(), given)
}
