//! Things that belong to the records and are no files: devices the school holds, and those that withheld items are on. They are handed over
//! by hand; the bundle holds a sheet of each.

use chrono::{DateTime, Utc};
use domain::case::{Held, Passed};
use domain::concern::Concern;
use domain::evidence::{Exhibit, LeftOut};
use domain::room::Room as RoomKind;
use domain::step::Step;
use history::Hash;

use super::continuity::Event;
use super::exhibits::number_of;
use super::references::References;
use super::select::Chosen;
use crate::Office;
use crate::casework::{held_lines, held_way, withheld_lines, withheld_way};
use crate::office::not_a_member;
use crate::wire::{CustodyView, Fault, LabelledLine};

/// A thing with its reference.
pub(super) struct Item {
    /// The entry that described it first.
    first: [u8; 32],
    /// Its reference.
    pub(super) exhibit: Exhibit,
    /// The number of its concern.
    pub(super) record_no: String,
    /// What it is.
    pub(super) what: String,
    /// Everything else that is said of it, each with its label.
    pub(super) lines: Vec<LabelledLine>,
    /// What happened to it, as papers say it.
    pub(super) way: CustodyView,
    /// The same for the log: when, what, who and how.
    events: Vec<(DateTime<Utc>, &'static str, String, String)>,
}

/// Every thing of the chosen records, each under a reference of whoever described it first. That none of them lies in the bundle is said.
pub(super) fn items(
    office: &Office,
    chosen: &mut Chosen,
    references: &mut References,
) -> Result<Vec<Item>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut all = Vec::new();
    for concern in &chosen.concerns {
        let case = &concern.case;
        let things = case.things().map(|kept| {
            let said = kept.what.what.clone();
            let lines = held_lines(office, &kept.what);
            let way = held_way(office, case, kept);
            (&kept.step, Some(&kept.what), (said, lines, way))
        });
        let on_devices = case.items().map(|kept| {
            let said = "The device or account of a withheld item".to_owned();
            let way = withheld_way(office, case, &kept.step);
            let lines = withheld_lines(office, &kept.what, !way.now.is_empty());
            (&kept.step, None, (said, lines, way))
        });
        let mut seen: Vec<[u8; 32]> = Vec::new();
        for (step, held, (what, lines, way)) in things.chain(on_devices) {
            let first = first_of(concern, step);
            // Described anew on two laptops it is one thing all the same.
            if seen.contains(&first.entry) {
                if let Some(before) = all
                    .iter_mut()
                    .rfind(|one: &&mut Item| one.first == first.entry)
                {
                    before.lines.push(LabelledLine {
                        label: "Described on another laptop as".to_owned(),
                        text: what,
                    });
                    before.lines.extend(lines);
                }
                continue;
            }
            seen.push(first.entry);
            let digest = Hash::of(&[b"strongroom-held-item/v1\n", &concern.id.0, &first.entry]);
            let exhibit = references.of_this(
                room,
                Exhibit {
                    initials: String::new(),
                    number: 0,
                    producer: first.author.person,
                    name: first.author.name.clone(),
                    concern: concern.id,
                    file: Exhibit::of_record(&digest.0),
                    state: String::new(),
                },
            )?;
            all.push(Item {
                first: first.entry,
                exhibit,
                record_no: number_of(concern),
                what,
                lines,
                way,
                events: logged(concern, step, held),
            });
        }
    }
    chosen.left_out.extend(all.iter().map(|one| LeftOut {
        what: format!(
            "A thing that is no file, exhibit {}, of record {}: {}",
            one.exhibit.reference(),
            one.record_no,
            one.what
        ),
        why: match one.way.now.as_str() {
            "" => "It is handed over by hand. Its sheet is in the bundle; nobody has written where it is now.".to_owned(),
            now => format!("It is handed over by hand. Its sheet is in the bundle. {now}"),
        },
        not_held: one.way.gone,
        elsewhere: false,
    }));
    Ok(all)
}

/// The entry that described a thing first.
fn first_of<'a>(concern: &'a Concern, described: &'a Step) -> &'a Step {
    let names = concern.case.names_of(described);
    let held = concern.case.held.iter().map(|kept| &kept.step);
    let mut all = held.chain(concern.case.withheld.iter().map(|kept| &kept.step));
    let first = all.find(|step| names.contains(&step.entry) && step.supersedes.is_empty());
    first.unwrap_or(described)
}

/// What happened to it, as a log for programs has it. What was written by mistake is in it, and said to be.
fn logged(
    concern: &Concern,
    described: &Step,
    held: Option<&Held>,
) -> Vec<(DateTime<Utc>, &'static str, String, String)> {
    let way = concern.case.way(described, held);
    let mut all = Vec::new();
    let nothing = "What happened to it before this is not fully recorded";
    if way.before.is_some() || way.events.is_empty() {
        let first = way.events.first();
        let at = first.map_or(described.written, |(kept, _)| kept.what.when(&kept.step));
        all.push((at.to_utc(), GAP, String::new(), nothing.to_owned()));
    }
    for (kept, gap) in &way.events {
        let at = kept.what.when(&kept.step).to_utc();
        let Passed {
            event,
            to,
            place,
            packing,
            receipt,
            ..
        } = &kept.what;
        let parts = [
            ("to ", to),
            ("kept at ", place),
            ("bag and seal ", packing),
            ("receipt ", receipt),
        ];
        let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
        let mut detail: Vec<String> = parts
            .map(|(label, text)| format!("{label}{text}"))
            .collect();
        if concern.case.struck(&kept.step.entry).is_some() {
            detail.push("written by mistake".to_owned());
        }
        all.push((
            at,
            of_a_thing(event),
            kept.step.author.name.clone(),
            detail.join("; "),
        ));
        if gap.is_some() {
            all.push((
                at,
                GAP,
                String::new(),
                "What happened to it after this is not fully recorded".to_owned(),
            ));
        }
    }
    all
}

/// A time of which nothing is known, as the log calls it.
pub(super) const GAP: &str = "gap";
/// What stands before everything that happened to a thing.
pub(super) const OF_A_THING: &str = "item ";

fn of_a_thing(event: &str) -> &'static str {
    match event {
        "taken" => "item taken",
        "stored" => "item stored",
        "handed" => "item handed over",
        "opened" => "item opened",
        "sealed" => "item sealed",
        "police" => "item handed to the police",
        "returned" => "item returned",
        "missing" => "item not found",
        _ => "item: something else",
    }
}

/// The same for every thing, under its reference.
pub(super) fn item_events(items: &[Item]) -> Vec<Event> {
    let of = |one: &Item| {
        let reference = one.exhibit.reference();
        let events = one.events.iter();
        let event =
            move |(at, event, who, detail): &(DateTime<Utc>, &'static str, String, String)| Event {
                exhibit: reference.clone(),
                at: *at,
                event,
                who: who.clone(),
                detail: detail.clone(),
                sha256: String::new(),
            };
        events.map(event).collect::<Vec<_>>()
    };
    items.iter().flat_map(of).collect()
}
