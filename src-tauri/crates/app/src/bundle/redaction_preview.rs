//! What a redaction comes to in the chosen records, before anything is made.

use domain::concern::{Concern, FileFact};
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use exchange::look::{HEAD, Kind, kind_of};
use exchange::picture::may_be_cut;
use serde_json::Value;

use super::exhibits::give;
use super::on_pages::{LARGEST, text_of};
use super::select::choose;
use crate::Office;
use crate::file::read_file;
use crate::office::not_a_member;
use crate::redact::{Redaction, is_a_passage, reasons};
use crate::wire::{
    BundlePassage, BundleRedact, BundleSelect, Fault, RedactionPicture, RedactionPreview,
    RedactionReason,
};

/// What of a concern's picture is on no page, or there twice.
const NOT_ON_PAPER: [&str; 10] = [
    "form",
    "row",
    "read_first",
    "to_link",
    "seen_before",
    "together",
    "changes",
    "seal",
    "id",
    "sha256",
];

/// Who would be which letter, and how often each passage stands in the records, their guidance and the texts among their files. Nothing
/// is laid out yet: when the bundle is made, a passage that stands on no page of it is said, and then none is made.
pub fn preview_redaction(
    office: &mut Office,
    select: &BundleSelect,
    redact: &BundleRedact,
) -> Result<RedactionPreview, Fault> {
    super::create::may(office)?;
    // A wish to stop from before, such as a lock, is not meant for it.
    office.watch().begin();
    let mut chosen = choose(office, select)?;
    let going = give(office, &mut chosen, None)?.going.into_iter();
    let pupils: Vec<_> = chosen.pupils.iter().map(|(id, _)| *id).collect();
    let files: Vec<_> = going.map(|one| (one.fact, one.record_no)).collect();
    let concerns = &chosen.concerns;
    let over = Over {
        pupils: &pupils,
        concerns,
        naming: concerns,
        files: &files,
    };
    looked_over(office, &over, redact)
}

/// What is looked through.
pub(crate) struct Over<'a> {
    /// Whom it is about.
    pub(crate) pupils: &'a [PupilId],
    /// The records that go.
    pub(crate) concerns: &'a [Concern],
    /// All those whose people are letters.
    pub(crate) naming: &'a [Concern],
    /// Files that may be shown, each with the record it belongs to.
    pub(crate) files: &'a [(FileFact, String)],
}

/// The same over what is given.
pub(crate) fn looked_over(
    office: &mut Office,
    over: &Over<'_>,
    redact: &BundleRedact,
) -> Result<RedactionPreview, Fault> {
    let (good, places) = good(redact);
    let redaction = Redaction::of(office, &good, (over.pupils, over.naming))?;
    let mut texts = Vec::new();
    if !good.passages.is_empty() {
        for concern in over.concerns {
            let view = crate::concern::view(office, RoomKind::Pupils, concern.id)?;
            gather(
                &serde_json::to_value(&view).map_err(|_| Fault::stopped())?,
                &mut texts,
            );
            let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
            for walk in room.walks_of(concern.id)? {
                let walk = crate::walk(office, &walk.id.to_string())?;
                for value in [
                    serde_json::to_value(&walk.taken),
                    serde_json::to_value(&walk.beside),
                ] {
                    gather(&value.map_err(|_| Fault::stopped())?, &mut texts);
                }
            }
            for list in room.checklists_of(concern.id)? {
                let (kind, filled, page) =
                    crate::guide::checklist_opened(office, &list.id.to_string())?;
                let stands = crate::guide::checklist_stands(office, kind, &filled, &page)?;
                texts.extend(stands.all.iter().map(|one| one.lines.join("\n")));
            }
            let lines =
                crate::guide::steps_of_registers(office, RoomKind::Pupils, concern.id)?.into_iter();
            texts.extend(lines.map(|line| line.detail));
        }
        for (fact, _) in over.files {
            texts.extend(text_of(office, fact)?.map(|text| text.text));
        }
    }
    let found = redaction.counts(&texts);
    let pictures = pictures(office, over.files)?;
    let mut counts = vec![None; redact.passages.len()];
    for (place, count) in places.into_iter().zip(found) {
        if let Some(slot) = counts.get_mut(place) {
            *slot = Some(count);
        }
    }
    Ok(RedactionPreview {
        reasons: reasons()
            .map(|(code, says)| RedactionReason {
                code: code.to_owned(),
                says: says.to_owned(),
            })
            .collect(),
        about: redaction.about(),
        letters: redaction.shown_key(),
        counts,
        pictures,
    })
}

/// The pictures among the exhibits, and why one cannot be shown with areas cut out of it.
fn pictures(
    office: &mut Office,
    files: &[(FileFact, String)],
) -> Result<Vec<RedactionPicture>, Fault> {
    let mut all = Vec::new();
    for (fact, record_no) in files {
        let most = usize::try_from(fact.size).unwrap_or(usize::MAX);
        let read = read_file(office, &fact.id.to_string(), most.min(HEAD))?;
        let kind = kind_of(&fact.name, &read.bytes);
        let why_not = match kind {
            Kind::Picture { .. } | Kind::Other("a TIFF picture") => {
                why_not(office, fact, &read.bytes)?
            }
            Kind::Pdf
            | Kind::Drawing
            | Kind::Text
            | Kind::Sound(_)
            | Kind::Film(_)
            | Kind::Other(_)
            | Kind::Not(_)
            | Kind::Empty => continue,
        };
        all.push(RedactionPicture {
            file: fact.id.to_string(),
            name: fact.name.clone(),
            record_no: record_no.clone(),
            why_not,
        });
    }
    Ok(all)
}

/// Why areas cannot be cut out of a picture; nothing where they can. A JPEG has one picture: the others have to be read to their end to
/// know.
fn why_not(office: &Office, fact: &FileFact, head: &[u8]) -> Result<Option<String>, Fault> {
    if fact.size > LARGEST as u64 {
        return Ok(Some("It is larger than 64 MiB.".to_owned()));
    }
    if head.starts_with(&[0xff, 0xd8]) {
        return Ok(None);
    }
    let read = read_file(office, &fact.id.to_string(), LARGEST)?;
    Ok(may_be_cut(&read.bytes).err().map(|why| why.to_string()))
}

/// The passages that can be looked for, with their places: others are still being typed.
fn good(redact: &BundleRedact) -> (BundleRedact, Vec<usize>) {
    let passages = redact.passages.iter().enumerate();
    let (places, passages): (Vec<usize>, Vec<BundlePassage>) = passages
        .filter(|(_, passage)| is_a_passage(&passage.words))
        .map(|(place, passage)| {
            let mut passage = passage.clone();
            // Why it is removed makes no difference to where it stands.
            if let Some((code, _)) = reasons().next() {
                passage.code = code.to_owned();
            }
            (place, passage)
        })
        .unzip();
    let redact = BundleRedact {
        passages,
        ..redact.clone()
    };
    (redact, places)
}

/// Every text in it that is on paper.
fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| gather(one, texts)),
        Value::Object(all) => all
            .iter()
            .filter(|(name, _)| !NOT_ON_PAPER.contains(&name.as_str()))
            .for_each(|(_, one)| gather(one, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
