//! A word back to whoever passed something on and cannot read the room it went to: that it was read, that it is in hand.
//!
//! It lies in the letterbox among the posts into rooms, sealed to its reader alone and signed by whoever sent it. It says
//! nothing of the record but its number, which its reader has. Of what went into another room than the pupils' nothing is
//! kept with its writer, and nothing is sent back.

use domain::concern::{Concern, LIVE, WITH_OTHERS};
use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use keys::PersonId;
use keys::person::vouch;
use serde::{Deserialize, Serialize};
use vault::letterbox;
use zeroize::Zeroizing;

use super::Office;
use crate::concern::Kept;

/// What such a post begins with.
const FORM: &str = "strongroom-word/v1\n";
/// What its signature is for.
const PURPOSE: &str = "word-back";

/// How far something that was passed on has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Come {
    /// A lead has read it.
    Read,
    /// A lead has begun to do something about it.
    InHand,
}

/// One word, as its reader keeps it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Word {
    /// How far.
    pub(crate) come: Come,
    /// When, milliseconds.
    pub(crate) at: i64,
    /// Who says so, by id.
    pub(crate) by: String,
}

/// What is signed.
#[derive(Serialize, Deserialize)]
struct Said {
    record_no: String,
    #[serde(flatten)]
    word: Word,
}

/// The post inside its seal: what is signed, as it was signed, and the signature in hexadecimal.
#[derive(Serialize, Deserialize)]
struct Post {
    said: String,
    signature: String,
    /// Blanks, so that it is as large as a short report: sizes tell nobody which is which.
    #[serde(default)]
    filler: String,
}

/// How many blanks: with the rest it fills the same power of two as a report of a few sentences.
const FILLER: usize = 5_000;

impl Office {
    /// A concern that nobody but its writer has read yet.
    pub(super) fn unread(&self, kind: RoomKind, id: &str) -> Option<Concern> {
        let room = self.room(kind).filter(|_| kind == RoomKind::Pupils)?;
        let id: ConcernId = id.parse().ok()?;
        let line = room.concern_line(id).ok()?;
        line.first_read.is_none().then_some(())?;
        room.concern(id).ok()
    }

    /// Tells the reporter that their concern was read. Nothing that goes wrong here stops the reading.
    pub(super) fn say_read(&mut self, kind: RoomKind, concern: &Concern) {
        self.send_word(kind, concern, Come::Read);
    }

    /// Tells the reporter that something is being done, when the first thing is.
    pub(crate) fn say_in_hand(&mut self, kind: RoomKind, before: &Concern) {
        if !is_begun(before) {
            self.send_word(kind, before, Come::InHand);
        }
    }

    fn send_word(&mut self, kind: RoomKind, concern: &Concern, come: Come) {
        // Whoever waits for a word rings; a disk that refuses one stops nobody's work.
        let _ = self.try_word(kind, concern, come);
    }

    fn try_word(&mut self, kind: RoomKind, concern: &Concern, come: Come) -> Option<()> {
        let first = concern.first()?;
        let details = &first.content.details;
        let author = PersonId(first.step.author.person.0);
        if kind != RoomKind::Pupils || details.brought.is_some() {
            return None;
        }
        let inside = self.room(kind)?.members().ok()?;
        let member = |person: &[u8; 16]| {
            inside
                .iter()
                .any(|member| member.person == *person && member.removed.is_none())
        };
        // A member reads the room itself.
        if member(&author.0) {
            return None;
        }
        let slots = self.slots().ok()?;
        let reader = slots
            .people()
            .into_iter()
            .find(|listed| listed.public.id == author)?;
        // Somebody who has left opens nothing, and their word would lie here for good.
        let listed = self
            .sitting
            .as_ref()?
            .directory
            .person(&author.to_string())?;
        listed.closed.is_none().then_some(())?;
        let at = (self.around.now)().timestamp_millis();
        let folder = self.folder().ok()?.clone();
        let sitting = self.sitting.as_ref()?;
        let keys = &sitting.opened.keys;
        let said = serde_json::to_string(&Said {
            record_no: details.record_no.clone(),
            word: Word {
                come,
                at,
                by: keys.id().to_string(),
            },
        })
        .ok()?;
        let post = Post {
            signature: history::to_hex(&vouch(keys, PURPOSE, said.as_bytes())),
            said,
            filler: " ".repeat(FILLER),
        };
        let mut bytes = Zeroizing::new(FORM.as_bytes().to_vec());
        bytes.extend(serde_json::to_vec(&post).ok()?);
        let sealed = keys::seal::seal_to(&reader.public.sealing, &bytes).ok()?;
        letterbox::post(&folder, &sealed, &mut *self.around.rng).ok()?;
        Some(())
    }
}

/// Whether a lead has begun to do something about it. What was put aside and nothing else is not in hand.
fn is_begun(concern: &Concern) -> bool {
    let case = &concern.case;
    let standing = concern.standing();
    let live = LIVE.contains(&standing.status.as_str()) || standing.status == WITH_OTHERS;
    live || standing.owner.is_some()
        || !case.decisions.is_empty()
        || !case.referrals.is_empty()
        || !case.actions.is_empty()
        || !case.taken.is_empty()
}

/// Puts a word to the copy it is about. `true` when the post is for this person and can be taken away, be it that its copy
/// is here no more or that nobody who may stands up for it.
pub(super) fn take_word(office: &mut Office, sealed: &[u8]) -> bool {
    let Ok(sitting) = office.sitting() else {
        return false;
    };
    let Ok(bytes) = keys::seal::open_with(sitting.opened.keys.sealing(), sealed) else {
        return false;
    };
    let Some((record_no, word)) = read(office, &bytes) else {
        return true;
    };
    let Ok(all) = office.all_kept() else {
        return false;
    };
    for (id, kept) in all {
        let Kept::OwnCopy {
            at,
            record_no: number,
            receipt,
            form,
            mut words,
        } = kept
        else {
            continue;
        };
        if number != record_no || words.iter().any(|known| known.come == word.come) {
            continue;
        }
        words.push(word.clone());
        words.sort_by_key(|word| word.come);
        let copy = Kept::OwnCopy {
            at,
            record_no: number,
            receipt,
            form,
            words,
        };
        if office.keep(id, &copy).is_err() {
            return false;
        }
    }
    true
}

/// What a post says, where somebody who has an account and may read the room stands up for it.
fn read(office: &Office, bytes: &[u8]) -> Option<(String, Word)> {
    let post: Post = serde_json::from_slice(bytes.strip_prefix(FORM.as_bytes())?).ok()?;
    let said: Said = serde_json::from_str(&post.said).ok()?;
    let signature: [u8; 64] = history::from_hex(&post.signature)?.try_into().ok()?;
    let slots = office.slots().ok()?;
    let signer = slots
        .people()
        .into_iter()
        .find(|listed| listed.public.id.to_string() == said.word.by)?;
    let directory = &office.sitting().ok()?.directory;
    let listed = directory.person(&said.word.by)?;
    let may = super::may_be_let_in(RoomKind::Pupils, listed).is_ok();
    (may && signer
        .public
        .vouched(PURPOSE, post.said.as_bytes(), &signature))
    .then_some((said.record_no, said.word))
}
