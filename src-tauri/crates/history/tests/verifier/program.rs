//! What the program itself says of a file.

use std::collections::{BTreeMap, BTreeSet};

use history::destroy::{self, Destroyed, read_order};
use history::entry::{Part, read_envelope, read_header};
use history::ledger::{Ledger, check_alone};
use history::member::{self, Certificate, Member, Removal, introduction};
use history::{Hash, HistoryError, Id, PublicKey, open_form};

/// What is found in a file, the same from both.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    pub sound: bool,
    pub in_order: Vec<String>,
    pub waiting: Vec<String>,
    pub forks: Vec<(String, u64)>,
    pub withheld: usize,
    pub fault_lines: BTreeSet<u64>,
}

/// The program's own verdict on a file of one room.
pub fn by_the_program(file: &[u8]) -> Verdict {
    let mut faults = BTreeSet::new();
    let mut lines: Vec<&[u8]> = file.split(|byte| *byte == b'\n').collect();
    if !lines.pop().unwrap().is_empty() {
        faults.insert(lines.len() as u64 + 1);
    }
    let mut ledger: Option<(Id, Ledger)> = None;
    let mut first_line = BTreeMap::new();
    for (number, line) in (1_u64..).zip(lines) {
        let read = std::str::from_utf8(line)
            .ok()
            .and_then(|line| open_form::read(line).ok());
        let Some((entry, alone)) = read
            .and_then(|entry| Some((read_envelope(&entry.header).ok()?.room, entry)))
            .map(|(room, entry)| {
                let alone = check_alone(&entry, ledger.as_ref().map_or(room, |(room, _)| *room));
                (entry, alone)
            })
        else {
            faults.insert(number);
            continue;
        };
        let Ok(envelope) = alone else {
            faults.insert(number);
            continue;
        };
        first_line.entry(entry.id()).or_insert(number);
        let (_, ledger) = ledger.get_or_insert_with(|| (envelope.room, Ledger::new(envelope.room)));
        let _ = ledger.take(entry);
    }
    let (room, ledger) = ledger.unwrap_or_else(|| (Id([0; 16]), Ledger::new(Id([0; 16]))));
    faults.extend(ledger.refused().iter().map(|(id, _)| first_line[id]));
    faults.extend(
        faults_of_people(room, &ledger)
            .iter()
            .map(|id| first_line[id]),
    );
    let forks: Vec<(String, u64)> = ledger
        .forks()
        .into_iter()
        .map(|(writer, seq)| (writer.to_string(), seq))
        .collect();
    let all = file
        .split(|byte| *byte == b'\n')
        .filter_map(|line| std::str::from_utf8(line).ok());
    let mut parts: BTreeMap<Hash, Vec<bool>> = BTreeMap::new();
    for entry in all
        .filter_map(|line| open_form::read(line).ok())
        .filter(|entry| first_line.contains_key(&entry.id()))
    {
        if check_alone(&entry, room).is_ok() {
            let here = parts
                .entry(entry.id())
                .or_insert_with(|| vec![false; entry.parts.len()]);
            here.iter_mut()
                .zip(&entry.parts)
                .for_each(|(here, part)| *here |= part.is_some());
        }
    }
    Verdict {
        sound: faults.is_empty() && forks.is_empty(),
        in_order: ledger
            .in_order()
            .into_iter()
            .map(|(id, _)| id.to_string())
            .collect(),
        waiting: ledger
            .waiting_ids()
            .into_iter()
            .map(|id| id.to_string())
            .collect(),
        forks,
        withheld: parts.values().flatten().filter(|here| !**here).count(),
        fault_lines: faults,
    }
}

/// Entries that join and say something untrue of people, or that hold what was destroyed.
fn faults_of_people(room: Id, ledger: &Ledger) -> BTreeSet<Hash> {
    let mut faults = BTreeSet::new();
    let mut members = BTreeSet::new();
    let mut members_withheld = false;
    let mut orders = Vec::new();
    for (id, entry) in ledger.in_order() {
        let Ok(header) = read_header(&entry.header) else {
            continue;
        };
        let content = |name: &str| {
            let place = header.parts.iter().position(|part| part.name == name)?;
            Some(entry.parts[place].as_ref().map(Part::content))
        };
        let verdict = match header.kind.as_str() {
            _ if header.seq == 1 => introduction(&header, entry).map(|_| ()),
            member::WRITER_INTRODUCED => match content(member::CERTIFICATE) {
                None => Err(HistoryError::Malformed("certificate")),
                Some(None) => Ok(()),
                Some(Some(part)) => {
                    Certificate::read(part).and_then(|read| read.check(&header.writer))
                }
            },
            member::MEMBER_ADDED => match content(member::MEMBER) {
                None => Err(HistoryError::Malformed("member")),
                Some(None) => {
                    members_withheld = true;
                    Ok(())
                }
                Some(Some(part)) => Member::read(part).map(|member| {
                    members.insert((member.person, member.identity));
                }),
            },
            member::MEMBER_REMOVED => match content(member::MEMBER) {
                None => Err(HistoryError::Malformed("member")),
                Some(None) => Ok(()),
                Some(Some(part)) => Removal::read(part).map(|_| ()),
            },
            destroy::KIND => match (content(destroy::ORDER), content(destroy::SIGNATURES)) {
                (None, _) | (_, None) => Err(HistoryError::Malformed("order")),
                (Some(None), _) | (_, Some(None)) => Ok(()),
                (Some(Some(order)), Some(Some(signatures))) => {
                    orders.push((id, order.to_vec(), signatures.to_vec()));
                    Ok(())
                }
            },
            _ => Ok(()),
        };
        if verdict.is_err() {
            faults.insert(id);
        }
    }
    let mut destroyed = Destroyed::new(room);
    for (id, order, signatures) in orders {
        let known = |person: &Id, identity: &PublicKey| members.contains(&(*person, *identity));
        match read_order(&order, &signatures, room, &known).and_then(|order| destroyed.take(order))
        {
            Ok(()) => {}
            // Whether a stranger signed cannot be said where not everything about members is here.
            Err(HistoryError::BadKey) if ledger.waiting() > 0 || members_withheld => {}
            Err(_) => drop(faults.insert(id)),
        }
    }
    for (id, entry) in ledger.in_order() {
        if destroyed.strip(&read_envelope(&entry.header).unwrap(), &mut entry.clone()) > 0 {
            faults.insert(id);
        }
    }
    faults
}
