//! Drafts: kept encrypted after each pause, for their writer alone, through locks, crashes and flat batteries.

use domain::id::ConcernId;
use serde::{Deserialize, Serialize};
use vault::folder::FolderError;
use vault::locker::{LockerError, LockerId};

use crate::file::KeptFile;
use crate::office::{Sitting, Word, give_space_back};
use crate::wire::{
    AdditionDraft, ConcernForm, Done, DraftView, Fault, HandoverDraft, KeptDraft, PageDraft,
    StepDraft, Topic,
};
use crate::{Office, say};

/// Something in a person's locker.
#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Kept {
    /// A concern or a correction under way.
    Draft {
        /// When it was last kept, milliseconds.
        at: i64,
        /// As it stood.
        form: Box<ConcernForm>,
    },
    /// Something that was being added to a concern.
    Addition {
        /// When it was last kept, milliseconds.
        at: i64,
        /// As it stood.
        form: AdditionDraft,
    },
    /// A file taken in and not attached yet.
    File(KeptFile),
    /// What is typed for a handover sheet.
    Handover {
        /// As it stands.
        form: HandoverDraft,
    },
    /// What is typed in an item of a checklist.
    AnswerNote {
        /// The checklist.
        checklist: String,
        /// The item.
        item: String,
        /// As it stands.
        lines: Vec<String>,
    },
    /// What is typed at a step of a walk.
    WalkNote {
        /// The walk.
        walk: String,
        /// The step of its flowchart.
        node: String,
        /// As it stands.
        draft: StepDraft,
    },
    /// What is typed for a bundle of evidence.
    Bundle {
        /// When it was last kept, milliseconds.
        at: i64,
        /// As it stood.
        spec: Box<crate::wire::BundleSpec>,
    },
    /// What is typed about a request for a pupil's file.
    Access {
        /// When it was last kept, milliseconds.
        at: i64,
        /// As it stood.
        form: Box<crate::wire::AccessForm>,
    },
    /// What is written for a report to governors.
    Report {
        /// When it was last kept, milliseconds.
        at: i64,
        /// As it stood.
        form: Box<crate::wire::ReportAsked>,
    },
    /// What is typed in a line of a register.
    RegisterLine {
        /// When it was last kept, milliseconds.
        at: i64,
        /// As it stood.
        form: Box<crate::wire::LineForm>,
    },
    /// What is typed to write the same line of a register for several people.
    Several {
        /// When it was last kept, milliseconds.
        at: i64,
        /// As it stood.
        form: Box<crate::wire::SeveralForm>,
    },
    /// What is changed in a page of the guidance.
    PageEdit {
        /// When it was last kept, milliseconds.
        at: i64,
        /// As it stands.
        draft: Box<PageDraft>,
    },
    /// What a reporter wrote and passed on.
    OwnCopy {
        /// When, milliseconds.
        at: i64,
        /// Its number.
        record_no: String,
        /// The number to ask after it by.
        receipt: String,
        /// What was written.
        form: Box<ConcernForm>,
        /// How far it has come since, as whoever may read it has sent word.
        #[serde(default)]
        words: Vec<Word>,
    },
}

impl Office {
    pub(crate) fn keep(&mut self, id: LockerId, kept: &Kept) -> Result<(), Fault> {
        let bytes = serde_json::to_vec(kept).map_err(|_| Fault::stopped())?;
        let around = &mut self.around;
        let sitting = self.sitting.as_ref().ok_or_else(crate::office::locked)?;
        match sitting.locker.put(id, &bytes, &mut *around.rng) {
            Err(LockerError::Folder(FolderError::DiskFull))
                if give_space_back(self.held.as_ref()) =>
            {
                sitting.locker.put(id, &bytes, &mut *around.rng)?;
            }
            put => put?,
        }
        Ok(())
    }

    pub(crate) fn kept(&self, id: LockerId) -> Result<Kept, Fault> {
        let bytes = self.sitting()?.locker.get(id)?;
        serde_json::from_slice(&bytes).map_err(|_| vault::locker::LockerError::Damaged.into())
    }

    /// Everything of one kind in this person's locker that can be read.
    pub(crate) fn all_kept(&self) -> Result<Vec<(LockerId, Kept)>, Fault> {
        let locker = &self.sitting()?.locker;
        Ok(locker
            .list()?
            .into_iter()
            .filter_map(|entry| Some((entry.id, self.kept(entry.id).ok()?)))
            .collect())
    }
}

/// Keeps a draft as it stands.
pub fn keep_draft(office: &mut Office, form: ConcernForm) -> Result<KeptDraft, Fault> {
    let id = form.draft.as_deref().and_then(LockerId::read);
    let id = id.unwrap_or_else(|| LockerId::draw(&mut *office.around.rng));
    let at = (office.around.now)().timestamp_millis();
    let form = ConcernForm {
        draft: Some(id.to_string()),
        ..form
    };
    office.keep(
        id,
        &Kept::Draft {
            at,
            form: Box::new(form),
        },
    )?;
    Ok(KeptDraft {
        id: id.to_string(),
        kept_at: office.around.local().format("%H:%M").to_string(),
    })
}

/// This person's drafts, the newest first.
pub fn drafts(office: &Office) -> Result<Vec<DraftView>, Fault> {
    let drafts = drafts_kept(office)?;
    Ok(drafts.into_iter().map(|(_, draft)| draft).collect())
}

/// The same with when each was last kept, in milliseconds.
pub(crate) fn drafts_kept(office: &Office) -> Result<Vec<(i64, DraftView)>, Fault> {
    let (zone, today) = (office.around.zone, office.around.local().date_naive());
    let all = office.all_kept()?;
    let passed_on: Vec<LockerId> = all
        .iter()
        .filter_map(|(_, kept)| match kept {
            Kept::OwnCopy { form, .. } => form.draft.as_deref().and_then(LockerId::read),
            Kept::Draft { .. }
            | Kept::Addition { .. }
            | Kept::File(_)
            | Kept::Handover { .. }
            | Kept::AnswerNote { .. }
            | Kept::WalkNote { .. }
            | Kept::RegisterLine { .. }
            | Kept::Report { .. }
            | Kept::Several { .. }
            | Kept::Bundle { .. }
            | Kept::Access { .. }
            | Kept::PageEdit { .. } => None,
        })
        .collect();
    let mut drafts: Vec<(i64, DraftView)> = all
        .into_iter()
        .filter_map(|(id, kept)| match kept {
            Kept::Draft { form, .. } if passed_on.contains(&id) || is_signed(office, id, &form) => {
                forget(office, Some(&id.to_string()), &form.files);
                None
            }
            Kept::Draft { at, form } => Some((
                at,
                DraftView {
                    id: id.to_string(),
                    kind: if form.amends.is_some() {
                        "correction"
                    } else {
                        "concern"
                    }
                    .to_owned(),
                    title: title(office, &form),
                    kept_at: say::since(at, zone, today),
                    form: *form,
                    addition: None,
                    line: None,
                },
            )),
            Kept::Addition { at, form } => Some((
                at,
                DraftView {
                    id: id.to_string(),
                    kind: "addition".to_owned(),
                    title: crate::casework::title_of(office, &form)?,
                    kept_at: say::since(at, zone, today),
                    form: ConcernForm::default(),
                    addition: Some(form),
                    line: None,
                },
            )),
            Kept::RegisterLine { at, form } => Some((
                at,
                DraftView {
                    id: id.to_string(),
                    kind: "line".to_owned(),
                    title: crate::guide::line_title(office, &form)?,
                    kept_at: say::since(at, zone, today),
                    form: ConcernForm::default(),
                    addition: None,
                    line: Some(*form),
                },
            )),
            Kept::File(_)
            | Kept::OwnCopy { .. }
            | Kept::Report { .. }
            | Kept::Several { .. }
            | Kept::Handover { .. }
            | Kept::AnswerNote { .. }
            | Kept::WalkNote { .. }
            | Kept::Bundle { .. }
            | Kept::Access { .. }
            | Kept::PageEdit { .. } => None,
        })
        .collect();
    drafts.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(drafts)
}

/// Whether the record made of this draft is there: the program ended between signing it and taking the draft away.
fn is_signed(office: &Office, id: LockerId, form: &ConcernForm) -> bool {
    let record = office.sitting().map(|sitting| id_of(sitting, id));
    form.amends.is_none() && record.is_ok_and(|record| office.room_of_concern(record).is_ok())
}

/// The id of the record that is made of a draft: known before it is signed, so that it is never made twice.
pub(super) fn id_of(sitting: &Sitting, draft: LockerId) -> ConcernId {
    const DOMAIN: &[u8] = b"strongroom-concern-of-draft/v1\n";
    let hash = history::Hash::of(&[DOMAIN, &sitting.person(), &draft.0]).0;
    let mut id = ConcernId([0; 16]);
    for (to, from) in id.0.iter_mut().zip(hash) {
        *to = from;
    }
    id
}

/// Who a draft is about, or its first words.
fn title(office: &Office, form: &ConcernForm) -> String {
    let named = form.people.iter().find_map(|person| {
        let id = person.pupil.as_deref().and_then(|id| id.parse().ok());
        let facts = id.and_then(|id| office.pupil_facts(id).ok().flatten());
        facts
            .map(|facts| facts.name())
            .or_else(|| person.name.clone().filter(|name| !name.is_empty()))
    });
    named.unwrap_or_else(|| {
        let words: String = form.description.chars().take(60).collect();
        if words.trim().is_empty() {
            "Nothing written yet".to_owned()
        } else {
            words
        }
    })
}

/// Takes a draft out, and the files that were taken in for it.
pub fn drop_draft(office: &mut Office, id: &str) -> Result<Done<()>, Fault> {
    if let Some(id) = LockerId::read(id) {
        if let Ok(Kept::Draft { form, .. }) = office.kept(id) {
            for token in &form.files {
                crate::file::drop_file(office, token)?;
            }
        }
        office.sitting()?.locker.remove(id)?;
    }
    Ok(Done {
        value: (),
        touched: vec![Topic::Drafts],
    })
}

/// After signing: the draft and the notes of its files are not needed any more.
pub(super) fn forget(office: &Office, draft: Option<&str>, files: &[String]) {
    let Ok(sitting) = office.sitting() else {
        return;
    };
    for id in draft
        .into_iter()
        .chain(files.iter().map(String::as_str))
        .filter_map(LockerId::read)
    {
        // What stays behind by a full disk is offered as a draft again; nothing is lost.
        let _ = sitting.locker.remove(id);
    }
}

/// A reporter keeps what they wrote about a pupil; of what goes into another room nothing is kept here.
pub(super) fn keep_own_copy(
    office: &mut Office,
    form: &ConcernForm,
    record_no: &str,
    receipt: &str,
) {
    if form.route != crate::wire::Route::Pupil {
        return;
    }
    let at = (office.around.now)().timestamp_millis();
    let id = LockerId::draw(&mut *office.around.rng);
    let copy = Kept::OwnCopy {
        at,
        record_no: record_no.to_owned(),
        receipt: receipt.to_owned(),
        form: Box::new(form.clone()),
        words: Vec::new(),
    };
    let _ = office.keep(id, &copy);
}
