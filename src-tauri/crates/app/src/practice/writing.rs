//! Concerns on their way into the room.

use std::collections::BTreeMap;
use std::io::Read;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use domain::concern::{
    AMENDED, BodyMark, Content, Details, FILE_ADDED, FileFact, OnlineTrace, PART_FILE, PersonIn,
    RECORDED,
};
use domain::id::{ConcernId, FileId, PupilId};
use domain::look::{LOOK, LOOKED, Look};
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use vault::blob::BlobWriter;
use vault::{NewEntry, Pen, Stamp};
use zeroize::Zeroizing;

use super::pupils::id;
use super::staff::Staff;
use crate::Office;
use crate::demo::{DemoConcern, DemoPlan};
use crate::wire::Fault;

/// Concerns on their way into the room, some hundred at a time.
pub(super) struct Writing {
    pub(super) people: Staff,
    pub(super) pupils: Vec<(PupilId, Facts)>,
    pub(super) counts: BTreeMap<usize, u32>,
    pub(super) batch: Vec<(usize, Stamp, NewEntry)>,
    pub(super) corrections: Vec<(usize, Stamp, ConcernId, NewEntry)>,
    pub(super) total: usize,
}

impl Writing {
    pub(super) fn add(
        &mut self,
        office: &mut Office,
        plan: &DemoPlan,
        concern: &DemoConcern,
    ) -> Result<(), Fault> {
        let place = ConcernId(id(office));
        let count = self.counts.entry(concern.reporter).or_insert(0);
        *count += 1;
        let code = self
            .people
            .writers
            .get(concern.reporter)
            .map(|(_, certificate)| certificate.code.clone());
        let record_no = format!(
            "MV-{}-{}-{count:04}",
            concern.written.format("%y"),
            code.unwrap_or_default()
        );
        let mut content = self.content(plan, concern, record_no);
        let mut subjects = vec![place.0];
        subjects.extend(content.pupils().map(|pupil| pupil.0));
        subjects.dedup();
        let stamp = stamp(office, concern.arrived);
        self.batch.push((
            concern.reporter,
            stamp.clone(),
            NewEntry {
                kind: RECORDED,
                subjects: subjects.clone(),
                supersedes: Vec::new(),
                happened: Some(concern.occurred.to_rfc3339()),
                parts: content.to_parts(None),
                blobs: Vec::new(),
            },
        ));
        for file in &concern.files {
            let entry = file_entry(office, place, file)?;
            self.batch.push((concern.reporter, stamp.clone(), entry));
        }
        let look = Look {
            what: "concern".to_owned(),
            id: Some(place.to_string()),
            detail: None,
        };
        // The newest few wait for a lead to read them, as in a school on a Tuesday morning.
        let leads = &self.people.leads;
        let reader = leads.iter().find(|lead| **lead != concern.reporter);
        if let Some(reader) = reader
            && (concern.number + 6 < self.total || leads.contains(&concern.reporter))
        {
            self.batch.push((*reader, stamp.clone(), look_entry(&look)));
        }
        if let Some(amendment) = &concern.amendment {
            let keep = |news: &Option<String>, old: &mut String| {
                if let Some(news) = news {
                    old.clone_from(news);
                }
            };
            keep(&amendment.description, &mut content.account);
            keep(&amendment.childs_words, &mut content.childs_words);
            keep(
                &amendment.questions_asked,
                &mut content.details.questions_asked,
            );
            keep(&amendment.room, &mut content.details.room);
            keep(
                &amendment.immediate_action,
                &mut content.details.immediate_action,
            );
            let entry = NewEntry {
                kind: AMENDED,
                subjects,
                supersedes: Vec::new(),
                happened: Some(concern.occurred.to_rfc3339()),
                parts: content.to_parts(Some(&amendment.reason)),
                blobs: Vec::new(),
            };
            self.corrections
                .push((concern.reporter, stamp, place, entry));
        }
        Ok(())
    }

    fn content(&self, plan: &DemoPlan, concern: &DemoConcern, record_no: String) -> Content {
        let people: Vec<PersonIn> = concern
            .people
            .iter()
            .map(|party| {
                let pupil = party.pupil.and_then(|place| self.pupils.get(place));
                PersonIn {
                    said_as: String::new(),
                    adult: None,
                    pupil: pupil.map(|(id, _)| *id),
                    name: pupil.map_or_else(
                        || party.name.clone().unwrap_or_default(),
                        |(_, facts)| facts.name(),
                    ),
                    kind: party.kind.clone(),
                    role: party.role.clone(),
                    sex: None,
                    date_of_birth: pupil.and_then(|(_, facts)| facts.date_of_birth),
                    upn: pupil.and_then(|(_, facts)| facts.upn.clone()),
                    class: pupil.and_then(|(_, facts)| facts.class.clone()),
                    flags: Vec::new(),
                }
            })
            .collect();
        let child = people.iter().find(|one| one.date_of_birth.is_some());
        let age = child.and_then(|child| {
            concern
                .occurred
                .date_naive()
                .years_since(child.date_of_birth?)
        });
        let build = age.map_or("child", guidance::build_at);
        let told = concern.told_lead.as_ref();
        let details = Details {
            record_no,
            record_kind: concern.record_kind.clone(),
            occurred_at: Some(concern.occurred),
            occurred_about: concern.occurred_about,
            noticed_at: Some(concern.noticed),
            order_note: String::new(),
            location: concern.location.clone(),
            room: concern.room.clone(),
            device_number: concern.device_number.clone(),
            demeanour: concern.demeanour.clone(),
            questions_asked: concern.questions_asked.clone(),
            present: concern.present.clone(),
            immediate_action: concern.immediate_action.clone(),
            told_lead: told
                .and_then(|(lead, _)| plan.people.get(*lead))
                .map(|person| person.name.clone())
                .unwrap_or_default(),
            told_lead_at: told.map(|(_, at)| *at),
            categories: concern.categories.clone(),
            identified_how: concern.identified_how.clone(),
            urgency: concern.urgency.clone(),
            possible_crime: concern.possible_crime.clone(),
            possible_indecent_image: concern.indecent_image.clone(),
            online_service: concern
                .online
                .iter()
                .map(|trace| OnlineTrace {
                    service: trace.service.clone(),
                    address: trace.address.clone(),
                    user_name: trace.user_name.clone(),
                    whose: String::new(),
                })
                .collect(),
            body_map: concern
                .body_map
                .iter()
                .map(|mark| BodyMark {
                    region: mark.region.clone(),
                    side: mark.side.clone(),
                    note: mark.note.clone(),
                    size: mark.size.clone(),
                    colour: mark.colour.clone(),
                    place: crate::pupil::middle_of(build, &mark.region, &mark.side),
                    ..BodyMark::default()
                })
                .collect(),
            status: "new".to_owned(),
            assigned_to: None,
            alerted: Vec::new(),
            with_gaps: String::new(),
            first_written: (concern.written != concern.arrived).then_some(concern.written),
            paper_no: String::new(),
            paper_kept_at: String::new(),
            brought: None,
        };
        Content {
            people,
            account: concern.description.clone(),
            childs_words: concern.childs_words.clone(),
            opinion: concern.opinion.clone(),
            details,
        }
    }

    /// Writes what has gathered, then the corrections of it: what they take the place of is on the disk by then.
    pub(super) fn flush(&mut self, office: &mut Office) -> Result<(), Fault> {
        let batch = std::mem::take(&mut self.batch);
        self.write(office, batch)?;
        let mut corrections = Vec::with_capacity(self.corrections.len());
        for (who, stamp, concern, mut entry) in std::mem::take(&mut self.corrections) {
            entry.supersedes = office
                .room(RoomKind::Pupils)
                .ok_or_else(Fault::stopped)?
                .concern(concern)?
                .head_entries();
            corrections.push((who, stamp, entry));
        }
        self.write(office, corrections)
    }

    fn write(
        &self,
        office: &mut Office,
        batch: Vec<(usize, Stamp, NewEntry)>,
    ) -> Result<(), Fault> {
        if batch.is_empty() {
            return Ok(());
        }
        let pens: Vec<Pen<'_>> = self
            .people
            .writers
            .iter()
            .map(|(writer, certificate)| Pen {
                key: &writer.key,
                certificate,
            })
            .collect();
        let stamps: Vec<(usize, Stamp)> = batch
            .iter()
            .map(|(who, stamp, _)| (*who, stamp.clone()))
            .collect();
        let around = &mut office.around;
        let Some(sitting) = office.sitting.as_mut() else {
            return Err(Fault::stopped());
        };
        let room = sitting
            .rooms
            .get_mut(&RoomKind::Pupils)
            .ok_or_else(Fault::stopped)?;
        let items = stamps
            .iter()
            .zip(batch)
            .filter_map(|((who, stamp), (_, _, entry))| Some((pens.get(*who)?, stamp, entry)));
        room.write_each(&mut *around.rng, items)?;
        Ok(())
    }
}

fn stamp(office: &Office, at: DateTime<FixedOffset>) -> Stamp {
    Stamp {
        now_ms: at.timestamp_millis(),
        written: at.to_rfc3339_opts(SecondsFormat::Millis, false),
        built_ms: 0,
        ..office.around.vault_stamp(None)
    }
}

fn look_entry(look: &Look) -> NewEntry {
    NewEntry {
        kind: LOOKED,
        subjects: Vec::new(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(
            LOOK,
            Zeroizing::new(serde_json::to_vec(look).unwrap_or_default()),
        )],
        blobs: Vec::new(),
    }
}

fn file_entry(
    office: &mut Office,
    concern: ConcernId,
    file: &crate::demo::DemoFile,
) -> Result<NewEntry, Fault> {
    let folder = office.folder()?.clone();
    let mut writer = BlobWriter::begin(&folder, &mut *office.around.rng)?;
    let mut bytes = file.bytes();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = bytes
            .read(&mut piece)
            .map_err(|error| Fault::from(vault::folder::FolderError::from(error)))?;
        match piece.get(..read) {
            None | Some([]) => break,
            Some(piece) => writer.write(piece)?,
        }
    }
    let made = writer.finish()?;
    let fact = FileFact {
        id: FileId(id(office)),
        name: file.name.clone(),
        size: made.plain_len,
        media: file.media.clone(),
        sha256: history::to_hex(&made.plain_sha256),
        source: Some(file.source.clone()),
        possible_indecent_image: "no".to_owned(),
        key: history::to_hex(&*made.key),
    };
    Ok(NewEntry {
        kind: FILE_ADDED,
        subjects: vec![concern.0],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(
            PART_FILE,
            Zeroizing::new(serde_json::to_vec(&fact).unwrap_or_default()),
        )],
        blobs: vec![(made.hash, made.len)],
    })
}
