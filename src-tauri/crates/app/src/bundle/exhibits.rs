//! Files of the chosen concerns as exhibits, each under the reference of whoever put it into the record.

use std::collections::{BTreeMap, BTreeSet};

use domain::concern::{Concern, FileFact};
use domain::evidence::{Exhibit, GIVEN, LeftOut, PART_EXHIBIT, initials};
use domain::id::PersonId;
use domain::room::Room as RoomKind;
use domain::step::Step;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::select::Chosen;
use crate::Office;
use crate::file::is_hidden;
use crate::office::not_a_member;
use crate::wire::Fault;

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

/// Every file of the concerns that may go, those that had no reference with one now, and the entries that say so. Files out of sight
/// and items that never came in are named among what does not go.
pub(super) fn give(
    office: &mut Office,
    chosen: &mut Chosen,
) -> Result<(Vec<Going>, Vec<NewEntry>), Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let numbers = room.exhibit_numbers()?;
    let mut taken: BTreeMap<String, PersonId> = numbers
        .iter()
        .filter(|(initials, _)| domain::evidence::are_initials(initials))
        .map(|(initials, (person, _))| (initials.clone(), *person))
        .collect();
    let mut last: BTreeMap<String, u32> = numbers
        .into_iter()
        .map(|(initials, (_, number))| (initials, number))
        .collect();
    let mut going = Vec::new();
    let mut given = Vec::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for concern in &chosen.concerns {
        let record_no = number_of(concern);
        for (fact, author, step) in &concern.files {
            if concern.hidden(step).is_some() || is_hidden(office, &fact.sha256)? {
                chosen.left_out.push(LeftOut {
                    what: format!("A file of record {record_no}"),
                    why: "It was put out of everybody\u{2019}s sight, for instance because it may be an indecent image of a child. It is kept encrypted, for the police to decide about.".to_owned(),
                    not_held: false,
                });
                continue;
            }
            let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
            let before = room.exhibit_of(fact.id)?.filter(|exhibit| {
                // What stands there is somebody's entry, and no more than that.
                exhibit.is_sound()
                    && exhibit.producer == author.person
                    && exhibit.concern == concern.id
                    && !used.contains(&exhibit.reference())
            });
            let exhibit = match before {
                Some(exhibit) => exhibit,
                None => {
                    let initials = initials(&author.name, author.person, &taken);
                    taken.insert(initials.clone(), author.person);
                    let number = last.entry(initials.clone()).or_default();
                    *number = number.checked_add(1).ok_or_else(Fault::stopped)?;
                    let exhibit = Exhibit {
                        initials,
                        number: *number,
                        producer: author.person,
                        name: author.name.clone(),
                        concern: concern.id,
                        file: fact.id,
                    };
                    given.push(exhibit.clone());
                    exhibit
                }
            };
            used.insert(exhibit.reference());
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
            });
        }
        let withheld = concern.case.items().count();
        if withheld > 0 {
            chosen.left_out.push(LeftOut {
                what: format!("What was withheld from record {record_no}: {withheld}, described there in words"),
                why: "It never came into the record.".to_owned(),
                not_held: true,
            });
        }
    }
    let entries = given
        .into_iter()
        .map(|exhibit| {
            let mut id = [0; 16];
            office.around.rng.fill_bytes(&mut id);
            let part = serde_json::to_vec(&exhibit).map_err(|_| Fault::stopped())?;
            Ok(NewEntry {
                kind: GIVEN,
                subjects: vec![id, exhibit.concern.0],
                supersedes: Vec::new(),
                happened: None,
                parts: vec![(PART_EXHIBIT, Zeroizing::new(part))],
                blobs: Vec::new(),
            })
        })
        .collect::<Result<Vec<_>, Fault>>()?;
    Ok((going, entries))
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
