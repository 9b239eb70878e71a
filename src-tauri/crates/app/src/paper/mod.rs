//! Papers: laid out in memory, looked at, and handed out by print queue or file. What leaves is kept as a look.

mod body;
mod certificate;
mod checklist;
mod chronology;
mod concern;
mod entry;
mod facts;
mod familiar;
mod flow;
mod forms;
mod hand_out;
mod handover;
mod held;
mod house;
mod links;
mod marks;
mod register;
mod version;
mod walk;
mod who_read;
mod withheld;

use papers::LaidOut;
use rand_core::RngCore;

pub(crate) use entry::heard;
pub(crate) use facts::{labelled, one_line, printed, said_purpose};
pub(crate) use familiar::log_columns;
pub(crate) use hand_out::as_handed_out;
pub use hand_out::{HandOut, HandedOut, hand_out, paper_left, paper_name};
pub use handover::{keep_handover, kept_handover};
pub(crate) use held::{lines_to_sign, tables_of as item_tables};
pub use house::{kit_page_of, save_page};

use crate::Office;
use crate::wire::{Fault, FaultKind, PaperAsked, PaperForm, PaperShown};
use domain::id::ConcernId;
use domain::room::Room as RoomKind;

/// So many papers stay laid out; the one laid out longest ago goes first.
const MOST: usize = 4;

/// A paper in memory, and what to note when it leaves.
pub(crate) struct Held {
    pub(crate) token: String,
    pub(crate) laid_out: LaidOut,
    pub(crate) file_name: String,
    pub(crate) about: Option<About>,
    /// It is a recovery kit, of which is noted that it left.
    pub(crate) kit: bool,
}

/// What a paper holds, as the history notes it.
#[derive(Clone)]
pub(crate) struct About {
    pub(crate) room: RoomKind,
    /// `concern`, `pupil`, `walk`, `handover`, `register`, `log`, `charts` or `inspection`.
    pub(crate) what: &'static str,
    pub(crate) id: String,
    pub(crate) purpose: String,
    /// The concerns that are in it, each in its room: whoever reads them there sees that they left.
    pub(crate) concerns: Vec<(RoomKind, String)>,
    /// Concerns of which only a line is in it: nobody has read them for it.
    pub(crate) listed: Vec<(RoomKind, String)>,
}

impl About {
    /// A paper about one concern and nothing else.
    fn of_concern(room: RoomKind, id: ConcernId, purpose: &str) -> Self {
        Self {
            room,
            what: "concern",
            id: id.to_string(),
            purpose: purpose.trim().to_owned(),
            concerns: Vec::new(),
            listed: Vec::new(),
        }
    }
}

/// Lays a paper out. It stays in memory until it is put away or the vault locks; nothing of it is written to the disk.
pub fn lay_out_paper(office: &mut Office, asked: PaperAsked) -> Result<PaperShown, Fault> {
    // A paper is read in other years too.
    office.with_years = true;
    let done = laid_out(office, asked);
    office.with_years = false;
    done
}

fn laid_out(office: &mut Office, asked: PaperAsked) -> Result<PaperShown, Fault> {
    let kit = matches!(asked, PaperAsked::Kit { .. });
    office.watch().begin();
    let (laid_out, file_name, about) = pages_of(office, asked)?;
    let mut number = [0; 12];
    office.around.rng.fill_bytes(&mut number);
    let token = history::to_hex(&number);
    let pages = laid_out.pages();
    let shown = PaperShown {
        token: token.clone(),
        title: laid_out.title().to_owned(),
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        file_name: file_name.clone(),
        text: (1..=pages)
            .map(|page| laid_out.words(page).unwrap_or_default())
            .collect(),
    };
    if office.papers.len() >= MOST {
        office.papers.remove(0);
    }
    office.papers.push(Held {
        token,
        laid_out,
        file_name,
        about,
        kit,
    });
    Ok(shown)
}

/// The pages of a paper, the name a copy would have, and what to note when it leaves.
pub(crate) fn pages_of(
    office: &mut Office,
    asked: PaperAsked,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    Ok(match asked {
        PaperAsked::Chronology {
            pupil,
            from,
            to,
            mask_others,
            oldest_first,
            summary,
            purpose,
        } => chronology::lay_out(
            office,
            &pupil,
            &chronology::Wanted {
                from,
                to,
                mask_others,
                oldest_first,
                summary,
                purpose,
                only: None,
            },
        )?,
        PaperAsked::Concern { id, form, purpose } => match form {
            PaperForm::Whole => concern::lay_out(office, &id, &purpose)?,
            PaperForm::Cpoms | PaperForm::EsafetyLog | PaperForm::SixPoints => {
                familiar::lay_out(office, &id, form, &purpose)?
            }
        },
        PaperAsked::Withheld { id, entry, purpose } => {
            withheld::lay_out(office, &id, &entry, &purpose)?
        }
        PaperAsked::Held { id, entry, purpose } => held::lay_out(office, &id, &entry, &purpose)?,
        PaperAsked::Register {
            id,
            from,
            to,
            purpose,
        } => register::lay_out(office, &id, (from, to), &purpose)?,
        PaperAsked::Agreement {
            id,
            class,
            only_without,
            purpose,
        } => forms::agreement(office, &id, &whose(class, only_without, purpose))?,
        PaperAsked::LineForm {
            id,
            class,
            only_without,
            purpose,
        } => forms::line(office, &id, &whose(class, only_without, purpose))?,
        PaperAsked::Certificate { id, line, purpose } => {
            certificate::lay_out(office, &id, &line, &purpose)?
        }
        PaperAsked::WhoRead { purpose } => who_read::lay_out(office, &purpose)?,
        PaperAsked::Report { report } => crate::report::lay_out_report(office, &report)?,
        PaperAsked::Charts { charts, purpose } => {
            crate::report::lay_out_charts(office, &charts, &purpose)?
        }
        PaperAsked::Inspection { inspection } => {
            crate::report::lay_out_inspection(office, &inspection)?
        }
        PaperAsked::Log { log } => crate::report::lay_out_log(office, &log)?,
        PaperAsked::BundleTrial { spec } => crate::bundle::lay_out_trial(office, &spec)?,
        PaperAsked::Receipt { number } => crate::bundle::receipt_again(office, &number)?,
        PaperAsked::Checklist { id, large, purpose } => checklist::lay_out(
            office,
            &checklist::Wanted {
                id: &id,
                large,
                purpose: &purpose,
            },
        )?,
        PaperAsked::Marks { pupil, purpose } => marks::lay_out(office, &pupil, &purpose)?,
        PaperAsked::Links {
            pupil,
            mask_others,
            purpose,
        } => links::lay_out(office, &pupil, mask_others, &purpose)?,
        PaperAsked::Handover {
            to,
            from,
            until,
            must_know,
            all_rooms,
            purpose,
        } => handover::lay_out(
            office,
            &handover::Wanted {
                to,
                from,
                until,
                must_know,
                all_rooms,
                purpose,
            },
        )?,
        PaperAsked::Flow { id, size } => flow::lay_out(office, &id, size)?,
        PaperAsked::Walk { id, size, purpose } => walk::lay_out(office, &id, size, &purpose)?,
        PaperAsked::Access {
            id,
            release,
            theirs,
        } => crate::access::lay_out_schedule(office, &id, &release, theirs)?,
        PaperAsked::AccessTrial { id, redact } => {
            crate::access::lay_out_trial(office, &id, &redact)?
        }
        PaperAsked::Blank { route } => house::blank_form(office, route)?,
        PaperAsked::Kit { words } => house::kit(office, &words)?,
    })
}

fn whose(class: Option<String>, only_without: bool, purpose: String) -> forms::Whose {
    forms::Whose {
        class,
        only_without,
        purpose,
    }
}

/// The chronology of what lies with the pupils’ records alone, from the beginning on: what else whoever makes it may read is neither in
/// it nor named. With it, what is noted when it leaves.
pub(crate) fn pupils_chronology(
    office: &mut Office,
    pupil: &str,
    (from, to): (Option<String>, Option<String>),
    mask_others: bool,
    purpose: String,
) -> Result<(LaidOut, Option<About>), Fault> {
    let wanted = chronology::Wanted {
        from,
        to,
        mask_others,
        oldest_first: true,
        summary: false,
        purpose,
        only: Some(RoomKind::Pupils),
    };
    let (laid_out, _, about) = chronology::lay_out(office, pupil, &wanted)?;
    Ok((laid_out, about))
}

/// One page of it as a picture (SVG). The first is 1.
pub fn paper_page(office: &Office, token: &str, page: u32) -> Result<String, Fault> {
    held(office, token)?
        .laid_out
        .picture(page as usize)?
        .ok_or_else(gone)
}

/// Forgets it.
pub fn put_paper_away(office: &mut Office, token: &str) -> Result<(), Fault> {
    office.papers.retain(|held| held.token != token);
    Ok(())
}

pub(super) fn held<'a>(office: &'a Office, token: &str) -> Result<&'a Held, Fault> {
    office
        .papers
        .iter()
        .find(|held| held.token == token)
        .ok_or_else(gone)
}

fn gone() -> Fault {
    Fault::new(FaultKind::Missing, "This paper was put away.")
        .kept("Nothing in the record was changed.")
        .next("Lay it out again.")
}
