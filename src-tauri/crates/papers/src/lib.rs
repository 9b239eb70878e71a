//! Sets records on pages.
//!
//! Words go through one layout stage (`typeset`: shaping, line breaking, fallback) into a page model of our own
//! (`page`: runs of positioned glyphs, rules, frames, shapes); `house` gives every page the same head and foot;
//! `pdf` writes the pages down and `svg` draws them for the window, and both know nothing about what they say. Time is handed in, so the same facts give
//! the same bytes. Finished pages wait packed (`packed`), so that a bundle of thousands fits into a school laptop.
//!
//! A character that no bundled font holds is never dropped: it is printed as its name in a frame (`U+0645`), and
//! copying or searching the page still yields the character itself.

mod all_marks;
mod bars;
mod blank_concern_form;
mod body;
mod bundle;
mod checklist;
mod chronology;
mod concern;
mod day;
mod error;
mod facts;
mod flowchart;
mod fonts;
mod foreign;
mod forms;
mod handover;
mod house;
mod laid_out;
mod links;
mod packed;
mod page;
mod pdf;
mod placed;
mod printed;
mod record;
mod recovery_kit;
mod redact;
mod shown;
mod svg;
mod tables;
mod typeset;
mod walk;
mod withheld_item;

pub use all_marks::{AllMarksFacts, MarksOfConcern, all_marks};
pub use bars::{Bar, BarsDrawing, BarsFacts, bars};
pub use blank_concern_form::{BlankFacts, blank_concern_form};
pub use body::{BodyFacts, BodySide, MarkFacts, Outline};
pub use bundle::{
    BundleFacts, BundlePart, BundlePlaces, Numbering, Schedule, bundle, bundle_places,
};
pub use checklist::{Asked, ChecklistFacts, ChecklistPart, checklist};
pub use chronology::{ChronologyFacts, Happening, Sign, chronology};
pub use concern::{ClockFacts, ConcernFacts, FileFacts, Part, concern};
pub use day::Day;
pub use error::PapersError;
pub use flowchart::{
    Drawing, DrawnBox, FlowFacts, FlowPaper, Size, StepFacts, StepKind, Walked, WayFacts, drawing,
    flowchart,
};
pub use foreign::{Foreign, ForeignError};
pub use forms::{FormField, FormSheet, FormSpace, FormsFacts, forms};
pub use handover::{HandoverFacts, handover};
pub use laid_out::LaidOut;
pub use links::{LinkGroup, LinkedFacts, LinksFacts, links};
pub use pdf::originals::{Original, Sealed, SealedFile, SealedOut};
pub use pdf::protected;
pub use placed::{PictureBody, PictureFacts};
pub use printed::Printed;
pub use record::{Paragraph, Style, Words};
pub use recovery_kit::{KIT_WORDS, KitFacts, recovery_kit};
pub use redact::{Piece, Redact, Redactor, Removed, RemovedOn};
pub use shown::{Shown, ShownFacts, shown};
pub use tables::{TableFacts, TablesFacts, tables};
pub use walk::{WalkFacts, walk};
pub use withheld_item::{WithheldFacts, withheld_item};
