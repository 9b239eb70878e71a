//! Papers on the screen: asked for, looked at, printed, saved.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    BundleRedact, BundleSpec, ChartsAsked, InspectionAsked, LogAsked, ReportAsked, Route,
    hide_words,
};

/// A paper somebody wants to see.
#[derive(Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum PaperAsked {
    /// One pupil's file in the order in which things happened.
    Chronology {
        /// Whose.
        pupil: String,
        /// Happened on or after, `2026-11-10`.
        from: Option<String>,
        /// Happened on or before.
        to: Option<String>,
        /// Other children by letter.
        mask_others: bool,
        /// From the beginning on; otherwise newest first.
        #[serde(default)]
        oldest_first: bool,
        /// One line each of what is significant, decided, referred, and where it stood.
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        summary: bool,
        /// What it is printed for, in the foot of every page.
        purpose: String,
    },
    /// One concern with its versions.
    Concern {
        /// Which.
        id: String,
        /// In whose order it is printed.
        #[serde(default)]
        form: PaperForm,
        /// What it is printed for.
        purpose: String,
    },
    /// The sheet of one item that was not taken in.
    Withheld {
        /// The concern.
        id: String,
        /// The entry that describes it.
        entry: String,
        /// What it is printed for.
        purpose: String,
    },
    /// The sheet of a device or another thing that the school holds: what it is, and whose hands it went through.
    Held {
        /// The concern.
        id: String,
        /// The entry that describes it.
        entry: String,
        /// What it is printed for.
        purpose: String,
    },
    /// The lines of a register.
    Register {
        /// Which.
        id: String,
        /// Written on or after, `2026-09-01`.
        from: Option<String>,
        /// Written on or before.
        to: Option<String>,
        /// What it is printed for.
        purpose: String,
    },
    /// An agreement as a form to sign.
    Agreement {
        /// Which.
        id: String,
        /// One for each of this class, with their name; otherwise one blank form.
        class: Option<String>,
        /// Only for those of it who have none that holds.
        only_without: bool,
        /// What it is printed for.
        purpose: String,
    },
    /// A line of a register as a form to fill in by hand.
    LineForm {
        /// The register.
        id: String,
        /// One for each of this class, with their name; otherwise one blank form.
        class: Option<String>,
        /// Only for those of it who have none that holds.
        only_without: bool,
        /// What it is printed for.
        purpose: String,
    },
    /// One line of a register, to be signed by hand.
    Certificate {
        /// The register.
        id: String,
        /// The line.
        line: String,
        /// What it is printed for.
        purpose: String,
    },
    /// Who has read what.
    WhoRead {
        /// What it is printed for.
        purpose: String,
    },
    /// The log of what was recorded in a period, for governors or the head.
    Log {
        /// Of which days, and how much of each concern is said.
        log: Box<LogAsked>,
    },
    /// Charts that answer a lead's questions.
    Charts {
        /// Of which days.
        charts: Box<ChartsAsked>,
        /// What they are printed for.
        purpose: String,
    },
    /// What inspectors ask for, as it is shown to them: that it was is kept.
    Inspection {
        /// What is shown, and to whom.
        inspection: Box<InspectionAsked>,
    },
    /// The report to governors as it would go.
    Report {
        /// Of which days, and what leads write in it.
        report: Box<ReportAsked>,
    },
    /// A bundle as it would be, to be looked at before it is made.
    BundleTrial {
        /// What goes into it.
        spec: Box<BundleSpec>,
    },
    /// The receipt of a bundle that was made since the vault was opened.
    Receipt {
        /// The number of the bundle.
        number: String,
    },
    /// All the marks that could be seen on one child.
    Marks {
        /// Whose.
        pupil: String,
        /// What it is printed for.
        purpose: String,
    },
    /// Who is connected with one child, through what.
    Links {
        /// Whose.
        pupil: String,
        /// Other children by letter.
        mask_others: bool,
        /// What it is printed for.
        purpose: String,
    },
    /// What a deputy must know who takes over for a while.
    Handover {
        /// Who takes over; nothing leaves a line to write on.
        to: String,
        /// From this day on, `2026-11-10`; today where none is given.
        from: Option<String>,
        /// Until this day; in a fortnight where none is given.
        until: Option<String>,
        /// What the writer adds by hand.
        must_know: String,
        /// Also what is in other rooms than the pupils'.
        all_rooms: bool,
        /// What it is printed for.
        purpose: String,
    },
    /// A filled checklist.
    Checklist {
        /// Which.
        id: String,
        /// In large type, to be read from at a telephone.
        large: bool,
        /// What it is printed for.
        purpose: String,
    },
    /// A flowchart.
    Flow {
        /// Which.
        id: String,
        /// On what size of paper.
        size: PaperSize,
    },
    /// What was done in a walk, and the flowchart with the way taken.
    Walk {
        /// Which.
        id: String,
        /// On what size of paper its drawing is.
        size: PaperSize,
        /// What it is printed for.
        purpose: String,
    },
    /// The schedule of what went out in answer to a request for a pupil's file.
    Access {
        /// The request.
        id: String,
        /// The entry that says what went out.
        release: String,
        /// For the person who asked: without what they are not to learn of, and without what was weighed.
        theirs: bool,
    },
    /// The records that would go out now in answer to a request, to be looked at before they do.
    AccessTrial {
        /// The request.
        id: String,
        /// What is taken out.
        redact: BundleRedact,
    },
    /// A blank concern form.
    Blank {
        /// Where it goes once it is written on.
        route: Route,
    },
    /// A recovery kit whose words were just made.
    Kit {
        /// The words.
        words: Vec<String>,
    },
}

/// What somebody has typed for a handover sheet that was not handed out yet.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HandoverDraft {
    /// Who takes over.
    pub to: String,
    /// From this day on, `2026-11-10`.
    pub from: Option<String>,
    /// Until this day.
    pub until: Option<String>,
    /// What the writer adds by hand.
    pub must_know: String,
    /// Also what is in other rooms than the pupils'.
    pub all_rooms: bool,
}

/// What size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum PaperSize {
    /// As every school printer has it.
    #[default]
    A4,
    /// To hang up.
    A3,
}

/// In whose order a concern is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum PaperForm {
    /// Ours: the account, what was done, every version.
    #[default]
    Whole,
    /// The ten fields of CPOMS's form.
    Cpoms,
    /// The six columns of an eSafety incident log.
    EsafetyLog,
    /// The six points of a local safeguarding board.
    SixPoints,
}

/// A paper that was laid out. It stays in memory until it is put away or the vault is locked.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PaperShown {
    /// What to ask for its pages by.
    pub token: String,
    /// What it is, without names.
    pub title: String,
    /// How many pages.
    pub pages: u32,
    /// The name a copy would have: neutral, without names.
    pub file_name: String,
    /// The words of each page in reading order, for whoever cannot see the picture of it; one line per line.
    pub text: Vec<String>,
}

hide_words!(HandoverDraft, PaperAsked, PaperShown);
