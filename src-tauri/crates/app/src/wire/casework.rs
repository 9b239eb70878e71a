//! What is done about a concern after it was written: what comes in, and what is shown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, HeldForm, HeldView, PassedForm, WithheldForm, WithheldView, hide_words};

/// By when something is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum DueForm {
    /// No day was set.
    #[default]
    Never,
    /// Before the end of today.
    Today,
    /// So many hours from now.
    Hours {
        /// How many.
        hours: u32,
    },
    /// So many working days from now, Monday to Friday without the bank holidays of England.
    WorkingDays {
        /// How many.
        days: u32,
    },
    /// So many of the school's own days from now.
    SchoolDays {
        /// How many.
        days: u32,
    },
    /// As a rule of the guidance says.
    Rule {
        /// Which, by its id.
        rule: String,
        /// When its clock began, RFC 3339; empty for now.
        from: String,
    },
    /// On a day, `2026-11-12`.
    Day {
        /// Which.
        day: String,
    },
}

/// What is added to a case. Ids of entries are those a [`CaseView`] gave; times are RFC 3339 or empty.
#[derive(Clone, Deserialize, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum CaseForm {
    /// A step that was taken.
    Taken {
        /// What was done, in a few words.
        title: String,
        /// What came of it.
        words: String,
        /// When.
        at: String,
        /// That time is approximate.
        about: bool,
        /// Why it is written down late.
        late_reason: String,
    },
    /// Something to do.
    Action {
        /// What.
        title: String,
        /// Whose it is, by person id.
        owner: Option<String>,
        /// By when.
        due: DueForm,
    },
    /// Something to do was done, or is not needed.
    ActionEnd {
        /// Which.
        entry: String,
        /// It was done.
        done: bool,
        /// What came of it, or why it is not needed.
        words: String,
    },
    /// A decision.
    Decision {
        /// What (vocabulary `decision`).
        decision: String,
        /// A referral was thought of and decided against.
        not_referred: bool,
        /// Why.
        reason: String,
        /// Level of need.
        level: String,
        /// Advice that was taken.
        advice: String,
        /// Who agreed.
        agreed_by: String,
        /// What the child said they want.
        child_view: String,
        /// When it is looked at again, `2026-11-12`.
        review: Option<String>,
    },
    /// A referral that was made.
    Referral {
        /// To whom (vocabulary `external_body`).
        body: String,
        /// Which of them.
        to: String,
        /// Who took it.
        person: String,
        /// Their reference.
        reference: String,
        /// What was asked of them.
        words: String,
        /// When.
        at: String,
        /// Until when they should answer.
        reply: DueForm,
    },
    /// What was answered.
    Reply {
        /// To which referral.
        entry: String,
        /// When.
        at: String,
        /// What they decided, and who said so.
        words: String,
        /// The school agrees.
        agreed: bool,
    },
    /// An item that was not taken in.
    Withheld {
        /// What it takes the place of, when it is put right.
        entry: Option<String>,
        /// What is said of it.
        sheet: WithheldForm,
        /// Why it is put right.
        reason: String,
    },
    /// A device or another thing that the school holds, or held.
    Held {
        /// What it takes the place of, when it is put right.
        entry: Option<String>,
        /// What is said of it.
        item: HeldForm,
        /// Why it is put right.
        reason: String,
    },
    /// Something happened to a device or another thing: it changed hands or place, was opened, sealed, could not be found.
    Passed {
        /// The thing: the entry that describes it, or the withheld item that is on it.
        entry: String,
        /// What.
        passed: PassedForm,
    },
    /// A step or the concern is significant, or no longer is.
    Significance {
        /// The step; empty for the concern itself.
        entry: String,
        /// It is.
        significant: bool,
        /// Why.
        reason: String,
    },
    /// What was done about a behaviour, beside what a table of the school says.
    Response {
        /// The table.
        table: String,
        /// The behaviour, by its name in the table.
        row: String,
        /// Whose it was: one of those that `whose` gives, `not-known`, or empty where it names one person.
        whose: String,
        /// What was done, by column.
        done: Vec<String>,
        /// What was done besides, and what came of it.
        more: String,
        /// Why it departs from the table.
        reason: String,
    },
    /// A step was written by mistake, or stands again.
    Struck {
        /// The step.
        entry: String,
        /// It was.
        struck: bool,
        /// Why.
        reason: String,
    },
    /// It is over for one pupil, or goes on for them again.
    ForPupil {
        /// Whom.
        pupil: String,
        /// It is over.
        closed: bool,
        /// Why.
        reason: String,
    },
    /// More people are asked to look.
    Told {
        /// Whom, by person id.
        people: Vec<String>,
        /// A line for them.
        words: String,
    },
    /// A referral was taken a step up.
    Escalated {
        /// Which referral.
        entry: String,
        /// How far (vocabulary `escalation_step`).
        step: String,
        /// Who was spoken to.
        person: String,
        /// What was said.
        words: String,
        /// When.
        at: String,
    },
    /// Where it stands.
    Standing {
        /// Status (vocabulary `record_status`).
        status: String,
        /// The lead it is with, by person id.
        owner: Option<String>,
        /// `1` to `5`, or empty.
        severity: String,
        /// Level of need, or empty.
        level: String,
        /// When it is looked at again, `2026-11-12`.
        review: Option<String>,
        /// What came of it.
        conclusion: String,
        /// What was learnt.
        lessons: String,
        /// Whether parents were told (vocabulary `parent_informed`), or empty.
        parents: String,
        /// Who, when, by whom; or why not.
        parents_note: String,
        /// Why.
        reason: String,
    },
}

/// What somebody had typed of an addition before it was signed; one for each kind, and for each thing it would end.
#[derive(Clone, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct AdditionDraft {
    /// The concern.
    pub concern: String,
    /// The kind, as in [`CaseForm`].
    pub what: String,
    /// The entry it would end or answer.
    pub entry: Option<String>,
    /// The fields as they stood, by the names the window has for them.
    pub fields: BTreeMap<String, String>,
}

/// Where a concern stands, as shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct StandingView {
    /// Status id.
    pub status: String,
    /// In words.
    pub status_title: String,
    /// What it may become from here; the first is what it is.
    pub may_become: Vec<Choice>,
    /// Who it is with, by person id.
    pub owner: Option<String>,
    /// Their name.
    pub owner_name: Option<String>,
    /// `1` to `5`, or empty: nobody has judged it.
    pub severity: String,
    /// In words.
    pub severity_title: String,
    /// Level of need, or empty.
    pub level: String,
    /// In words.
    pub level_title: String,
    /// When it is looked at again, `2026-11-12`.
    pub review: Option<String>,
    /// In words: `Thu 12 Nov`.
    pub review_said: Option<String>,
    /// What came of it.
    pub conclusion: String,
    /// What was learnt.
    pub lessons: String,
    /// Whether parents were told, or empty.
    pub parents: String,
    /// In words.
    pub parents_title: String,
    /// Who, when, by whom; or why not.
    pub parents_note: String,
    /// It was said on two laptops, and both hold.
    pub said_twice: bool,
}

/// Something still to do, as shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ActionView {
    /// Its entry.
    pub entry: String,
    /// What.
    pub title: String,
    /// Whose it is.
    pub owner: Option<String>,
    /// By when, in words: `Wed 11 Nov, 10:58`.
    pub due: Option<String>,
    /// By how much it is late, in words.
    pub late: Option<String>,
    /// How it was counted, and by which rule.
    pub rule: Option<String>,
}

/// A decision, as shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct DecisionView {
    /// What.
    pub title: String,
    /// Why.
    pub reason: String,
    /// Who decided, when.
    pub by: String,
    /// Level, advice, who agreed, the child's view, review: each a sentence.
    pub more: Vec<String>,
}

/// A referral, as shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReferralView {
    /// Its entry.
    pub entry: String,
    /// To whom.
    pub title: String,
    /// Who took it, reference, when it was made.
    pub detail: String,
    /// Until when they should answer, in words.
    pub due: Option<String>,
    /// By how much that is late.
    pub late: Option<String>,
    /// How that was counted, and by which rule.
    pub rule: Option<String>,
    /// What was answered, each with when.
    pub replies: Vec<String>,
    /// Steps up the ladder, each with who and when.
    pub escalations: Vec<String>,
    /// The next step up, while the answer is late or the school disagrees with it.
    pub next_step: Option<Choice>,
}

/// One of several pupils of a concern.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ForPupilView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// When it was closed for them, and why; nothing while it goes on.
    pub closed: Option<String>,
}

/// Somebody who was asked to look.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ToldView {
    /// Their id.
    pub id: String,
    /// Name.
    pub name: String,
    /// When they first opened it, in words.
    pub opened: Option<String>,
    /// For how long they have not, in words.
    pub waits: Option<String>,
}

/// A case, as shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct CaseView {
    /// Where it stands.
    pub standing: StandingView,
    /// Still to do, the soonest first.
    pub actions: Vec<ActionView>,
    /// Decisions, the newest first.
    pub decisions: Vec<DecisionView>,
    /// Referrals, the newest first.
    pub referrals: Vec<ReferralView>,
    /// Items that were not taken in, as they are described now.
    pub withheld: Vec<WithheldView>,
    /// Devices and other things the school holds or held, as they are described now.
    pub held: Vec<HeldView>,
    /// Why the concern is significant, and who said so.
    pub significant: Option<String>,
    /// Its pupils, where there are several.
    pub pupils: Vec<ForPupilView>,
    /// Who was asked to look.
    pub told: Vec<ToldView>,
    /// Who else could be asked: they may open this record.
    pub may_tell: Vec<Choice>,
}

hide_words!(
    CaseForm,
    AdditionDraft,
    StandingView,
    ActionView,
    DecisionView,
    ReferralView,
    ForPupilView,
    ToldView,
    CaseView
);
