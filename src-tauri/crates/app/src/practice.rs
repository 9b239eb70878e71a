//! An invented school to practise in, filled as if it had been in use: the same for the same seed.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use domain::concern::{
    AMENDED, BodyMark, Content, Details, FILE_ADDED, FileFact, OnlineTrace, PART_FILE, PersonIn,
    RECORDED,
};
use domain::id::{ConcernId, FileId, PupilId};
use domain::look::{LOOK, LOOKED, Look};
use domain::pupil::{Facts, Flag};
use domain::room::Room as RoomKind;
use history::member::{Certificate, certified_bytes};
use history::{Id, PublicKey};
use keys::{Keyring, PersonId, PersonKeys, Writer};
use rand_core::RngCore;
use vault::blob::BlobWriter;
use vault::{NewEntry, Pen, Stamp};
use zeroize::Zeroizing;

use crate::Office;
use crate::demo::{DemoConcern, DemoPlan, plan};
use crate::office::{Call, create, lock, open_within};
use crate::wire::{CreateVault, Fault, Session};

/// How large an invented school is.
#[derive(Debug, Clone, Copy)]
pub struct Practice {
    /// Pupils.
    pub pupils: usize,
    /// Concerns.
    pub concerns: usize,
    /// The same seed, the same school.
    pub seed: u64,
    /// Files of so many MiB in all.
    pub attachments_mib: usize,
}

impl Default for Practice {
    fn default() -> Self {
        Self {
            pupils: 420,
            concerns: 160,
            seed: 1,
            attachments_mib: 4,
        }
    }
}

/// Who opens the school one practises in. Nothing real belongs there, so the password is no secret.
const USER: &str = "practice";
const PASSWORD: &str = "practice makes a calm lead";
/// Entries written in one step.
const BATCH: usize = 400;

/// The real school's folder, keyring and calls, while one practises.
pub(crate) struct Real {
    folder: PathBuf,
    keyring: Keyring,
    calls: Vec<Call>,
}

/// Opens the school one practises in, making it the first time. The real records stay closed; locking leads back to them.
pub fn open_practice(office: &mut Office) -> Result<Session, Fault> {
    lock(office)?;
    office.held = None;
    let folder = office.around.practice_folder.clone();
    let keyring = Keyring::File(folder.with_extension("secret"));
    office.real = Some(Real {
        keyring: std::mem::replace(&mut office.around.keyring, keyring),
        folder: std::mem::replace(&mut office.around.folder, folder),
        // A call noted for the real school does not belong in this one.
        calls: std::mem::take(&mut office.calls),
    });
    let opened = enter(office);
    if opened.is_err() {
        // Half a pretend school is closed, and the real one's door is back.
        let _ = lock(office);
    }
    opened
}

/// Back to the real school, if one practises.
pub(crate) fn leave(office: &mut Office) {
    if let Some(real) = office.real.take() {
        office.held = None;
        office.around.folder = real.folder;
        office.around.keyring = real.keyring;
        office.calls = real.calls;
    }
}

fn enter(office: &mut Office) -> Result<Session, Fault> {
    if !office.has_vault() {
        let form = lead(USER, "Ruth Calloway", PASSWORD);
        make_practice_school(office, form, Practice::default())?;
        return crate::session(office);
    }
    open_within(office, USER, PASSWORD)
}

fn lead(user: &str, name: &str, password: &str) -> CreateVault {
    CreateVault {
        school: String::new(),
        prefix: "MV".to_owned(),
        address: String::new(),
        phone: String::new(),
        sites: Vec::new(),
        name: name.to_owned(),
        user: user.to_owned(),
        password: password.to_owned(),
    }
}

/// Makes an invented school in the office's folder, for the user and password of `form`; its name says that it is one.
pub fn make_practice_school(
    office: &mut Office,
    form: CreateVault,
    practice: Practice,
) -> Result<crate::wire::Kit, Fault> {
    let today = office.around.local().date_naive();
    let plan = plan(
        practice.seed,
        practice.pupils,
        practice.concerns,
        practice.attachments_mib,
        today,
    )
    .map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let form = CreateVault {
        school: plan.school.clone(),
        prefix: "MV".to_owned(),
        address: plan.address.clone(),
        phone: plan.phone.clone(),
        sites: plan.pupils.iter().map(|pupil| pupil.site.clone()).collect(),
        name: if form.name.trim().is_empty() {
            "Ruth Calloway".to_owned()
        } else {
            form.name
        },
        ..form
    };
    let created = create(office, form, true)?;
    let watch = office.watch();
    watch.begin();
    let people = Staff::of(office, &plan)?;
    let pupils = write_pupils(office, &plan)?;
    let mut writing = Writing {
        people,
        pupils,
        counts: BTreeMap::new(),
        batch: Vec::new(),
        corrections: Vec::new(),
        total: practice.concerns,
    };
    for (done, concern) in plan.concerns().enumerate() {
        writing.add(office, &plan, &concern)?;
        if writing.batch.len() >= BATCH {
            writing.flush(office)?;
            watch.step("Inventing concerns", done as u64, practice.concerns as u64)?;
        }
    }
    writing.flush(office)?;
    office.sitting_mut()?.unnoted = true;
    office.note_state();
    Ok(created.kit)
}

/// The invented staff, each with a writer key of their own.
struct Staff {
    writers: Vec<(Writer, Certificate)>,
    /// Those who may read every concern, the lead first.
    leads: Vec<usize>,
}

impl Staff {
    fn of(office: &mut Office, plan: &DemoPlan) -> Result<Self, Fault> {
        let mut writers = Vec::with_capacity(plan.people.len());
        for (place, person) in plan.people.iter().enumerate() {
            let keys = PersonKeys::generate(
                PersonId::random(&mut *office.around.rng),
                &mut *office.around.rng,
            );
            let writer = Writer::one_off(&mut *office.around.rng);
            let public = PublicKey(writer.public());
            debug_assert_eq!(certified_bytes(&Id(keys.id().0), &public).len(), 69);
            let certificate = Certificate {
                person: Id(keys.id().0),
                name: person.name.clone(),
                user: person.user.clone(),
                role: person.role.clone(),
                identity: PublicKey(keys.public().identity),
                code: format!("P{place:02}"),
                signature: history::Signature(keys::writer::certify_writer(
                    &keys,
                    &writer.public(),
                )),
            };
            writers.push((writer, certificate));
        }
        let rightful = RoomKind::Pupils.rightful_roles();
        let mut leads: Vec<usize> = (0..plan.people.len()).collect();
        leads.retain(|place| {
            let role = plan.people.get(*place).map(|person| person.role.as_str());
            role.is_some_and(|role| rightful.contains(&role))
        });
        Ok(Self { writers, leads })
    }
}

fn write_pupils(office: &mut Office, plan: &DemoPlan) -> Result<Vec<(PupilId, Facts)>, Fault> {
    let mut pupils = Vec::with_capacity(plan.pupils.len());
    let mut entries = Vec::with_capacity(plan.pupils.len());
    for pupil in &plan.pupils {
        let facts = Facts {
            legal_surname: pupil.legal_surname.clone(),
            legal_forename: pupil.legal_forename.clone(),
            middle_names: pupil.middle_names.clone(),
            preferred_forename: pupil.preferred_forename.clone(),
            preferred_surname: pupil.preferred_surname.clone(),
            former_names: pupil.former_names.clone(),
            upn: pupil.upn.clone(),
            date_of_birth: Some(pupil.date_of_birth),
            sex: Some(pupil.sex.clone()),
            year: Some(pupil.year.clone()),
            class: Some(pupil.class.clone()),
            site: Some(pupil.site.clone()),
            admitted: Some(pupil.admitted),
            left_on: pupil.left_on,
            flags: pupil
                .flags
                .iter()
                .map(|flag| Flag {
                    flag: flag.flag.clone(),
                    from: Some(flag.from),
                    to: flag.to,
                    source: Some(flag.source.clone()),
                })
                .collect(),
        };
        let id = PupilId(id(office));
        entries.push(NewEntry {
            kind: domain::pupil::RECORDED,
            subjects: vec![id.0],
            supersedes: Vec::new(),
            happened: None,
            parts: vec![facts.to_part()],
            blobs: Vec::new(),
        });
        pupils.push((id, facts));
    }
    for chunk in chunks(entries) {
        office.write(RoomKind::Pupils, chunk)?;
    }
    Ok(pupils)
}

fn chunks(entries: Vec<NewEntry>) -> Vec<Vec<NewEntry>> {
    let mut out: Vec<Vec<NewEntry>> = Vec::new();
    for entry in entries {
        match out.last_mut() {
            Some(last) if last.len() < BATCH => last.push(entry),
            _ => out.push(vec![entry]),
        }
    }
    out
}

fn id(office: &mut Office) -> [u8; 16] {
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    id
}

/// Concerns on their way into the room, some hundred at a time.
struct Writing {
    people: Staff,
    pupils: Vec<(PupilId, Facts)>,
    counts: BTreeMap<usize, u32>,
    batch: Vec<(usize, Stamp, NewEntry)>,
    corrections: Vec<(usize, Stamp, ConcernId, NewEntry)>,
    total: usize,
}

impl Writing {
    fn add(
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
        let people = concern
            .people
            .iter()
            .map(|party| {
                let pupil = party.pupil.and_then(|place| self.pupils.get(place));
                PersonIn {
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
                })
                .collect(),
            status: "new".to_owned(),
            assigned_to: None,
            alerted: Vec::new(),
            with_gaps: String::new(),
            first_written: (concern.written != concern.arrived).then_some(concern.written),
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
    fn flush(&mut self, office: &mut Office) -> Result<(), Fault> {
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
