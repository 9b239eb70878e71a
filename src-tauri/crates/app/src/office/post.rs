//! Passing something into a room one cannot read: through its letterbox.
//!
//! The writer signs with a key made for this one post, certified as theirs; the bundle is sealed to the room's letterbox
//! and lies among others that tell nothing. The next member who opens the vault takes it in.

use domain::case::WITHHELD;
use domain::concern::{Details, FILE_ADDED, PART_DETAILS, RECORDED};
use domain::id::ConcernId;
use domain::look::{ACCOUNT_NOTED, CALL, Call as CallPart, DANGER_RUNG};
use domain::room::Room as RoomKind;
use history::clock::Moment;
use history::entry::{Author, Entry, Subject, Written, read_header};
use history::member::{CERTIFICATE, Certificate, WRITER_INTRODUCED};
use history::{Id, open_form};
use keys::Writer;
use serde::{Deserialize, Serialize};
use vault::{NewEntry, letterbox};
use zeroize::Zeroizing;

use super::Office;
use super::certificate::{certify, post_code};
use crate::wire::{CallShown, Done, Fault, FaultKind, Topic};

/// How long a call to 999 stands above the list of concerns, in milliseconds.
const FORTNIGHT_MS: i64 = 14 * 86_400_000;

/// What a bundle begins with.
const FORM: &str = "strongroom-post/v1\n";

/// Something posted.
pub(crate) struct Posting {
    /// The number to ask after it by.
    pub(crate) receipt: String,
}

/// The number a post will have, before it is made: it stands in the record.
pub(crate) struct Stamped {
    writer: Writer,
    pub(crate) record_no: String,
    receipt: String,
}

/// Makes the key of one post, and with it its number.
pub(crate) fn prepare(office: &mut Office) -> Result<Stamped, Fault> {
    let year = office.around.local().format("%y").to_string();
    let prefix = office.sitting()?.settings.prefix.clone();
    let writer = Writer::one_off(&mut *office.around.rng);
    let code = post_code(&writer.public());
    let (first, second) = code.split_at(code.len().min(3));
    Ok(Stamped {
        record_no: format!("{prefix}-{year}-{code}"),
        receipt: format!("{first}-{second}"),
        writer,
    })
}

/// Signs the entries as one post and puts them into the room's letterbox. On the disk when it returns.
pub(crate) fn post(
    office: &mut Office,
    kind: RoomKind,
    stamped: Stamped,
    new: Vec<NewEntry>,
) -> Result<Posting, Fault> {
    let folder = office.folder()?.clone();
    let ring = crate::concern::whom_to_tell(office, kind)?;
    let around = &mut office.around;
    let Some(sitting) = office.sitting.as_ref() else {
        return Err(super::locked());
    };
    let entry = sitting.directory.room(kind).ok_or_else(Fault::stopped)?;
    let letterbox = entry.letterbox.clone().ok_or_else(|| nobody_yet(ring))?;
    let room = Id(entry.room_id()?.0);
    let stamp = around.vault_stamp(None);
    let certificate = certify(
        &sitting.opened,
        &stamped.writer,
        post_code(&stamped.writer.public()),
    );
    let certificate = serde_json::to_vec(&certificate).map_err(|_| Fault::stopped())?;
    let introduction = NewEntry {
        kind: WRITER_INTRODUCED,
        subjects: Vec::new(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(CERTIFICATE, Zeroizing::new(certificate))],
        blobs: Vec::new(),
    };
    let mut last: Option<(u64, history::Hash)> = None;
    let mut moment = None;
    let mut bundle = Zeroizing::new(FORM.to_owned());
    for new in std::iter::once(introduction).chain(new) {
        moment = Some(Moment::after(moment, stamp.now_ms));
        let author = Author {
            key: &stamped.writer.key,
            room,
            last,
            seen: Vec::new(),
            moment: moment.unwrap_or(Moment {
                ms: stamp.now_ms,
                n: 0,
            }),
        };
        let written = Written {
            subjects: new
                .subjects
                .iter()
                .map(|id| Subject {
                    id: Id(*id),
                    parents: Vec::new(),
                })
                .collect(),
            kind: new.kind,
            kind_version: 1,
            written: stamp.written.clone(),
            zone: stamp.zone.clone(),
            happened: new.happened,
            app: stamp.app.clone(),
            parts: new.parts,
            blobs: new
                .blobs
                .into_iter()
                .map(|(hash, len)| history::entry::BlobHeader {
                    hash: history::Hash(hash),
                    len,
                })
                .collect(),
            ..Written::default()
        };
        let entry = author
            .write(written, &mut *around.rng)
            .map_err(|error| Fault::from(vault::VaultError::from(error)))?;
        last = Some((last.map_or(1, |(seq, _)| seq + 1), entry.id()));
        bundle.push_str(
            &open_form::write(&entry)
                .map_err(|error| Fault::from(vault::VaultError::from(error)))?,
        );
        bundle.push('\n');
    }
    let sealed = keys::seal::seal_to(&letterbox, bundle.as_bytes())?;
    letterbox::post(&folder, &sealed, &mut *around.rng)?;
    Ok(Posting {
        receipt: stamped.receipt,
    })
}

/// Nobody on this laptop may hold the room yet.
fn nobody_yet(ring: &str) -> Fault {
    Fault::new(
        FaultKind::NotAllowed,
        "Nobody on this laptop may hold this record yet, so it was not signed.",
    )
    .kept("What you typed is kept as your draft, and nobody else can read it.")
    .next(format!(
        "Ring {} now. You can print a blank form and write it by hand.",
        ring
    ))
}

/// Takes in what was posted into the rooms this person is a member of. Something that cannot be read is left where it is.
pub(super) fn sweep_letterbox(office: &mut Office) -> Result<(), Fault> {
    let folder = office.folder()?.clone();
    let Ok(waiting) = letterbox::list(&folder) else {
        return Ok(());
    };
    let mut calls = Vec::new();
    for id in waiting {
        let Ok(sealed) = letterbox::read(&folder, id) else {
            continue;
        };
        let sitting = office.sitting_mut()?;
        let opened = sitting.room_keys.iter().find_map(|(kind, keys)| {
            Some((*kind, keys::seal::open_with(&keys.letterbox, &sealed).ok()?))
        });
        let Some((kind, bundle)) = opened else {
            if super::word_back::take_word(office, &sealed) {
                let _ = letterbox::take_away(&folder, id);
            }
            continue;
        };
        if let Some(call) = read_call(&bundle) {
            calls.push((id, call));
            continue;
        }
        let Some(entries) = read_bundle(&bundle) else {
            continue;
        };
        if !may_be_posted(office, kind, &entries) {
            continue;
        }
        let sitting = office.sitting_mut()?;
        let Some(room) = sitting.rooms.get_mut(&kind) else {
            continue;
        };
        // A bundle that does not verify stays in the letterbox and is said at the next check; it opens nothing.
        if room.take(entries).is_ok() {
            sitting.unnoted = true;
            let _ = letterbox::take_away(&folder, id);
        }
    }
    // The letterbox has no order; what was noted later about a call is signed later.
    calls.sort_by_key(|(_, call)| call.noted);
    for (id, call) in calls {
        // It stays in the letterbox until it is signed, and is signed once.
        if is_signed(office, &call) || write_call(office, &call).is_ok() {
            let _ = letterbox::take_away(&folder, id);
        }
    }
    Ok(())
}

/// What may come through a letterbox: one concern that is new here, its files, a call to 999 or a note about an account,
/// by somebody who has one. Membership, settings, corrections and destruction are signed by members, in the room.
fn may_be_posted(office: &Office, kind: RoomKind, entries: &[Entry]) -> bool {
    let (Ok(slots), Some(room)) = (office.slots(), office.room(kind)) else {
        return false;
    };
    let Some((first, rest)) = entries.split_first() else {
        return false;
    };
    let Ok(introduction) = read_header(&first.header) else {
        return false;
    };
    let certificate = first
        .parts
        .first()
        .and_then(Option::as_ref)
        .and_then(|part| Certificate::read(part.content()).ok());
    let known = introduction.kind == WRITER_INTRODUCED
        && certificate.is_some_and(|certificate| {
            let keys = slots.people().iter().any(|person| {
                person.public.id.0 == certificate.person.0
                    && person.public.identity == certificate.identity.0
            });
            let listed = office.sitting().ok().and_then(|sitting| {
                sitting
                    .directory
                    .people
                    .iter()
                    .find(|person| person.id == certificate.person.to_string())
            });
            keys && certificate.code == post_code(&introduction.writer.0)
                && listed.is_some_and(|listed| {
                    listed.name == certificate.name && listed.role == certificate.role
                })
        });
    let mut concern = None;
    known
        && !rest.is_empty()
        && rest.iter().all(|entry| {
            let Ok(header) = read_header(&entry.header) else {
                return false;
            };
            let subject = header.subjects.first().map(|subject| subject.id.0);
            match header.kind.as_str() {
                RECORDED => {
                    let new = subject.is_some_and(|id| room.concern_line(ConcernId(id)).is_err());
                    let only = concern.is_none();
                    concern = subject;
                    // Only a member brings in what was written elsewhere: it would count as read, old, and somebody else's.
                    new && only && !claims_to_be_brought(entry, &header.parts)
                }
                FILE_ADDED | WITHHELD => subject.is_some() && subject == concern,
                DANGER_RUNG | ACCOUNT_NOTED => true,
                _ => false,
            }
        })
}

/// Whether a concern says that it comes from another program.
fn claims_to_be_brought(entry: &Entry, parts: &[history::entry::PartHeader]) -> bool {
    let place = parts.iter().position(|part| part.name == PART_DETAILS);
    let content = place
        .and_then(|place| entry.parts.get(place)?.as_ref())
        .and_then(|part| serde_json::from_slice::<Details>(part.content()).ok());
    // What cannot be read claims nothing that would be shown.
    content.is_some_and(|details| details.brought.is_some())
}

fn read_bundle(bundle: &[u8]) -> Option<Vec<Entry>> {
    let text = std::str::from_utf8(bundle).ok()?.strip_prefix(FORM)?;
    text.lines()
        .map(|line| open_form::read(line).ok())
        .collect()
}

/// "We have rung", as it was pressed.
#[derive(Clone, Serialize, Deserialize)]
pub struct Call {
    /// When, RFC 3339.
    pub at: String,
    /// The log number the police gave.
    pub log_number: String,
    /// Who answered.
    pub spoke_to: String,
    /// About whom.
    pub child: String,
    /// Pressed by mistake: nobody rang.
    #[serde(default)]
    pub withdrawn: bool,
    /// When this was noted, milliseconds: of several notes about one call the last one holds.
    #[serde(default)]
    pub noted: i64,
}

impl std::fmt::Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Call")
    }
}

/// Keeps that 999 was rung: signed at once when somebody is in. Before that it is sealed into the leads' letterbox, and
/// whoever opens the vault next signs it.
pub fn danger_rung(office: &mut Office, mut call: Call) -> Result<Option<Done<()>>, Fault> {
    call.noted = (office.around.now)().timestamp_millis();
    if office.sitting.is_some() {
        write_call(office, &call)?;
        return Ok(Some(Done {
            value: (),
            touched: vec![Topic::Concerns],
        }));
    }
    if put_by(office, &call).is_err() {
        // Nobody who rings 999 is told of a keyring that is away; the call is kept until somebody opens the vault.
        office.calls.push(call);
    }
    Ok(None)
}

/// What a call noted before opening begins with.
const CALL_FORM: &str = "strongroom-call/v1\n";

fn put_by(office: &mut Office, call: &Call) -> Result<(), Fault> {
    office.hold()?;
    let slots = office.slots()?;
    let face = slots
        .face(&office.device(&slots)?)?
        .ok_or_else(Fault::stopped)?;
    let face: super::Face = serde_json::from_slice(&face).map_err(|_| Fault::stopped())?;
    let letterbox = face.letterbox.ok_or_else(Fault::stopped)?;
    let mut bytes = Zeroizing::new(CALL_FORM.as_bytes().to_vec());
    bytes.extend(serde_json::to_vec(call).map_err(|_| Fault::stopped())?);
    let sealed = keys::seal::seal_to(&letterbox, &bytes)?;
    letterbox::post(&office.folder()?.clone(), &sealed, &mut *office.around.rng)?;
    Ok(())
}

fn read_call(bundle: &[u8]) -> Option<Call> {
    serde_json::from_slice(bundle.strip_prefix(CALL_FORM.as_bytes())?).ok()
}

/// Whether the program ended between signing a call and taking it out of the letterbox.
fn is_signed(office: &Office, call: &Call) -> bool {
    let Ok(part) = serde_json::to_string(&part_of(call)) else {
        return false;
    };
    let notes = office
        .room(RoomKind::Pupils)
        .and_then(|room| room.notes(DANGER_RUNG, 1000).ok());
    notes.is_some_and(|notes| notes.iter().any(|note| note.value == part))
}

fn part_of(call: &Call) -> CallPart {
    let some = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    CallPart {
        rung_at: call.at.clone(),
        log_number: some(&call.log_number),
        spoke_to: some(&call.spoke_to),
        about: some(&call.child),
        withdrawn: call.withdrawn,
    }
}

/// Calls to 999 of the last fortnight, the newest first: as they were last noted, without those pressed by mistake.
pub(crate) fn calls(office: &Office) -> Result<Vec<CallShown>, Fault> {
    let Some(room) = office.room(RoomKind::Pupils) else {
        return Ok(Vec::new());
    };
    let (zone, today) = (office.around.zone, office.around.local().date_naive());
    let since = (office.around.now)().timestamp_millis() - FORTNIGHT_MS;
    let mut rung: Vec<String> = Vec::new();
    let mut shown = Vec::new();
    for note in room.notes(DANGER_RUNG, 200)? {
        let Ok(call) = serde_json::from_str::<CallPart>(&note.value) else {
            continue;
        };
        if note.at < since || rung.contains(&call.rung_at) {
            continue;
        }
        rung.push(call.rung_at.clone());
        let Ok(at) = chrono::DateTime::parse_from_rfc3339(&call.rung_at) else {
            continue;
        };
        if !call.withdrawn {
            shown.push(CallShown {
                rung: crate::say::moment(at.timestamp_millis(), zone, today),
                log_number: call.log_number,
                spoke_to: call.spoke_to,
                about: call.about,
                noted_by: note.who,
            });
        }
    }
    Ok(shown)
}

fn write_call(office: &mut Office, call: &Call) -> Result<(), Fault> {
    let entry = super::rooms::plain_entry(DANGER_RUNG, CALL, &part_of(call));
    if office.room(RoomKind::Pupils).is_some() {
        office.write(RoomKind::Pupils, vec![entry])?;
    } else {
        pass_on(office, entry)?;
    }
    Ok(())
}

/// Passes one entry on to the leads, from somebody who does not read their room.
pub(super) fn pass_on(office: &mut Office, entry: NewEntry) -> Result<(), Fault> {
    let stamped = prepare(office)?;
    post(office, RoomKind::Pupils, stamped, vec![entry]).map(drop)
}

/// Signs the calls that were noted before anybody had opened the vault.
pub(super) fn keep_waiting_calls(office: &mut Office) {
    let calls = std::mem::take(&mut office.calls);
    for call in calls {
        if write_call(office, &call).is_err() {
            office.calls.push(call);
        }
    }
}
