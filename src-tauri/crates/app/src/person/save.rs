//! Recording an adult, and correcting one.

use domain::id::AdultId;
use domain::person::{AMENDED, Adult, PART_REASON, RECORDED, Reach};
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use crate::office::{create_refuse as refuse, not_a_member};
use crate::rights::{Right, need};
use crate::wire::{AdultForm, Done, Fault, Problem, Topic};
use crate::{Office, words};

/// Saves an adult: a new one, or a new version of one who is there. Gives the adult's id.
pub fn save_adult(office: &mut Office, form: AdultForm) -> Result<Done<String>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let facts = read(office, &form)?;
    let Some(id) = form.id.as_deref().filter(|id| !id.is_empty()) else {
        let id = new_id(office);
        let new = entry(RECORDED, id, Vec::new(), &facts, "");
        office.write(RoomKind::Pupils, vec![new])?;
        return Ok(saved(id));
    };
    let id: AdultId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let known = room.adult(id)?;
    let same = known
        .current()
        .is_some_and(|current| current.facts == facts);
    if same && known.heads.len() == 1 {
        return Ok(Done {
            value: id.to_string(),
            touched: Vec::new(),
        });
    }
    let reason = form.reason.as_deref().map_or("", str::trim);
    if reason.is_empty() {
        return Err(Fault::field("reason", "Say why you correct it"));
    }
    let news = entry(AMENDED, id, known.head_entries(), &facts, reason);
    office.write(RoomKind::Pupils, vec![news])?;
    Ok(saved(id))
}

fn saved(id: AdultId) -> Done<String> {
    Done {
        value: id.to_string(),
        touched: vec![Topic::Pupils],
    }
}

/// An id for somebody new.
pub(crate) fn new_id(office: &mut Office) -> AdultId {
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    AdultId(id)
}

/// An entry that records an adult or news of one.
pub(crate) fn entry(
    kind: &'static str,
    id: AdultId,
    supersedes: Vec<[u8; 32]>,
    facts: &Adult,
    reason: &str,
) -> NewEntry {
    let mut parts = vec![facts.to_part()];
    if !reason.is_empty() {
        parts.push((PART_REASON, Zeroizing::new(reason.as_bytes().to_vec())));
    }
    NewEntry {
        kind,
        subjects: vec![id.0],
        supersedes,
        happened: None,
        parts,
        blobs: Vec::new(),
    }
}

/// Reads a form; what is wrong in it is said by field.
pub(crate) fn read(office: &Office, form: &AdultForm) -> Result<Adult, Fault> {
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    };
    let text = |text: &str| text.trim().to_owned();
    let date_of_birth = crate::chronology::day_of("date_of_birth", form.date_of_birth.as_deref())?;
    let name = text(&form.name);
    let description = text(&form.description);
    if name.is_empty() && description.is_empty() {
        say(
            "name",
            "Write their name, or what they look like where nobody knows it",
        );
    }
    if !words::is_term("adult_kind", &form.kind) {
        say("kind", "Say what they are to the school");
    }
    if date_of_birth.is_some_and(|born| born > office.around.local().date_naive()) {
        say(
            "date_of_birth",
            "This is in the future. When were they born?",
        );
    }
    refuse(problems)?;
    Ok(Adult {
        name,
        also_known: form
            .also_known
            .iter()
            .map(|name| text(name))
            .filter(|name| !name.is_empty())
            .collect(),
        kind: form.kind.clone(),
        description,
        organisation: text(&form.organisation),
        post: text(&form.post),
        date_of_birth,
        reach: form
            .reach
            .iter()
            .filter(|reach| !reach.value.trim().is_empty())
            .map(|reach| Reach {
                way: match reach.way.as_str() {
                    "email" | "address" => reach.way.clone(),
                    _ => "phone".to_owned(),
                },
                value: text(&reach.value),
                note: text(&reach.note),
            })
            .collect(),
        note: text(&form.note),
    })
}
