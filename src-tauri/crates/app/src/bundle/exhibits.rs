//! What of a bundle is an exhibit: the files of the chosen concerns, each under the reference of whoever put it into the record, and the
//! records as they are printed.

use domain::concern::{Concern, FileFact};
use domain::evidence::{Exhibit, LeftOut};
use domain::room::Room as RoomKind;
use domain::step::Step;
use vault::NewEntry;

use super::items::{Item, items};
use super::printed::{PrintedRecord, printed_records};
use super::references::References;
use super::select::Chosen;
use crate::Office;
use crate::file::is_hidden;
use crate::office::not_a_member;
use crate::wire::{BundleRedact, Fault};

/// An exhibit that goes.
pub(super) struct Going {
    /// Its reference.
    pub(super) exhibit: Exhibit,
    /// The file.
    pub(super) fact: FileFact,
    /// The entry that brought it in.
    pub(super) added: Step,
    /// The number of its concern.
    pub(super) record_no: String,
    /// Where it lies in the bundle.
    pub(super) path: String,
}

/// Everything of a bundle that has a reference.
pub(super) struct Exhibits {
    /// The files.
    pub(super) going: Vec<Going>,
    /// The records as they are printed, in the order of the concerns.
    pub(super) records: Vec<PrintedRecord>,
    /// Things that are no files.
    pub(super) items: Vec<Item>,
    /// The entries that give references to those that had none.
    pub(super) given: Vec<NewEntry>,
}

/// Every file of the concerns that may go, each under the reference of whoever put it into the record, and each record, which whoever
/// makes the bundle produces by printing it. Files out of sight and items that never came in are named among what does not go.
pub(super) fn give(
    office: &mut Office,
    chosen: &mut Chosen,
    redact: Option<&BundleRedact>,
) -> Result<Exhibits, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut references = References::of(room)?;
    let mut going = Vec::new();
    for concern in &chosen.concerns {
        let record_no = number_of(concern);
        for (fact, author, step) in &concern.files {
            if concern.hidden(step).is_some() || is_hidden(office, &fact.sha256)? {
                chosen.left_out.push(LeftOut {
                    what: format!("A file of record {record_no}"),
                    why: "It was put out of everybody\u{2019}s sight, for instance because it may be an indecent image of a child. It is kept encrypted, for the police to decide about.".to_owned(),
                    not_held: false,
                    elsewhere: false,
                });
                continue;
            }
            let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
            let exhibit = references.of_this(
                room,
                Exhibit {
                    initials: String::new(),
                    number: 0,
                    producer: author.person,
                    name: author.name.clone(),
                    concern: concern.id,
                    file: fact.id,
                    state: String::new(),
                },
            )?;
            going.push(Going {
                path: path_of(&exhibit, &fact.name),
                exhibit,
                fact: fact.clone(),
                added: step.clone(),
                record_no: record_no.clone(),
            });
        }
        if concern.needs_newer {
            chosen.left_out.push(LeftOut {
                what: format!("What a newer Strongroom wrote in record {record_no}"),
                why: "This one cannot read it. Update Strongroom, and make the bundle again."
                    .to_owned(),
                not_held: false,
                elsewhere: false,
            });
        }
        if concern.files_gone > 0 {
            chosen.left_out.push(LeftOut {
                what: format!(
                    "Files of record {record_no} that were destroyed: {}",
                    concern.files_gone
                ),
                why: "They were destroyed by an order that two people signed.".to_owned(),
                not_held: true,
                elsewhere: false,
            });
        }
        let withheld = concern.case.items().count();
        if withheld > 0 {
            chosen.left_out.push(LeftOut {
                what: format!("What was withheld from record {record_no}: {withheld}, described there in words"),
                why: "It never came into the record.".to_owned(),
                not_held: true,
                elsewhere: false,
            });
        }
    }
    let records = printed_records(office, chosen, redact, &mut references)?;
    let items = items(office, chosen, &mut references)?;
    let given = references.entries(&mut *office.around.rng)?;
    Ok(Exhibits {
        going,
        records,
        items,
        given,
    })
}

pub(super) fn number_of(concern: &Concern) -> String {
    let first = concern.first();
    first.map_or_else(String::new, |first| first.content.details.record_no.clone())
}

/// `exhibits/RC-1.jpg`: the reference and what kind of file it is, and nothing of what it was called.
fn path_of(exhibit: &Exhibit, name: &str) -> String {
    let reference = format!("{}-{}", exhibit.initials, exhibit.number);
    match crate::file::harmless_ending(name) {
        Some(ending) => format!("exhibits/{reference}.{ending}"),
        None => format!("exhibits/{reference}"),
    }
}
