//! Who has read what: people down, documents across, from the registers of training and of signatures.

mod sheet;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use guidance::AgreedBy;

use super::agreement::{SIGNATURES, Stands, all, key, signature};
use super::rhythm::{day, every_line, said};
use super::several::{PART_ONE, POLICY, TRAINING, of_adults, training_kinds};
use super::{known, need, room_of};
use crate::wire::{Fault, WhoReadCell, WhoReadRow, WhoReadView};
use crate::{Office, say};

pub use sheet::{who_read_sheet, who_read_sheet_name};

/// When somebody read one document, and when that lapses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Read {
    on: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

/// The list, for whoever keeps the register of training. Somebody with an account who has nothing is a row of gaps.
pub fn who_read(office: &Office) -> Result<WhoReadView, Fault> {
    let training = &*known(office, TRAINING)?;
    need(office, training)?;
    let (today, zone) = (office.around.local().date_naive(), office.around.zone);
    let people = of_adults(office)?;
    let mut documents = Documents::of(office)?;
    let mut read: BTreeMap<(String, String), Read> = BTreeMap::new();
    let mut put = |name: &str, document: String, one: Read| {
        let known = read.entry((key(name), document)).or_insert(one);
        // What was read last stands for what was read before.
        if one.on > known.on {
            *known = one;
        }
    };
    for kept in every_line(office, training)? {
        let line = &kept.line;
        let kind = said(line, "kind");
        let document = match kind {
            "" => continue,
            POLICY => documents.policy(said(line, "course")),
            kind => key(kind),
        };
        let one = Read {
            on: day(line, "date", zone),
            until: day(line, "expires", zone),
        };
        put(said(line, "person"), document, one);
    }
    let signatures = &*known(office, SIGNATURES)?;
    if room_of(office, signatures)?.is_some() {
        for kept in every_line(office, signatures)? {
            let kind = said(&kept.line, "kind");
            let Some(document) = documents.signed_as(kind) else {
                continue;
            };
            let one = match signature(&kept.line, today, zone) {
                Stands::Holds(on, until) => Read { on, until },
                Stands::Lapsed(until) => Read {
                    on: day(&kept.line, "signed_on", zone),
                    until: Some(until),
                },
                Stands::Declined | Stands::None => continue,
            };
            put(said(&kept.line, "person"), document, one);
        }
    }
    let rows = people.into_iter().map(|(name, shown)| {
        let cells: Vec<WhoReadCell> = documents
            .all
            .iter()
            .map(|(document, _)| cell(read.get(&(name.clone(), document.clone())), today))
            .collect();
        let gaps = cells.iter().filter(|cell| cell.stands != "read").count();
        WhoReadRow {
            name: shown,
            gaps: u32::try_from(gaps).unwrap_or(u32::MAX),
            cells,
        }
    });
    let mut people: Vec<WhoReadRow> = rows.collect();
    people.sort_by_key(|row| row.name.to_lowercase());
    Ok(WhoReadView {
        people,
        documents: documents.all.into_iter().map(|(_, title)| title).collect(),
    })
}

fn cell(read: Option<&Read>, today: NaiveDate) -> WhoReadCell {
    let Some(read) = read else {
        return WhoReadCell {
            stands: "gap",
            say: "No".to_owned(),
        };
    };
    let on = read
        .on
        .map_or_else(|| "Day not said".to_owned(), say::date_and_year);
    match read.until.filter(|until| *until < today) {
        Some(until) => WhoReadCell {
            stands: "lapsed",
            say: format!("{on}, lapsed {}", say::date_and_year(until)),
        },
        None => WhoReadCell {
            stands: "read",
            say: on,
        },
    }
}

/// The columns, each by how its name is compared and what it is called.
struct Documents {
    all: Vec<(String, String)>,
    /// What a signature is written as, and the agreement it is under.
    agreements: Vec<(&'static str, String)>,
    /// Where a policy that is not known yet goes: after those that are.
    policies: usize,
}

impl Documents {
    /// Part one, the school's policies, the agreements of adults who work or govern here, then every kind of training.
    fn of(office: &Office) -> Result<Self, Fault> {
        let mut all_of = vec![(key(PART_ONE), "KCSIE Part one".to_owned())];
        for policy in &office.sitting()?.settings.policies {
            let one = policy_of(&policy.name);
            if !all_of.contains(&one) {
                all_of.push(one);
            }
        }
        let policies = all_of.len();
        let mut agreements = Vec::new();
        for agreement in all()? {
            let lasting = !matches!(
                agreement.holds,
                guidance::Holds::Visit | guidance::Holds::Leaving
            );
            if agreement.of == AgreedBy::Adults && lasting {
                let id = format!("agreement {}", agreement.id.as_str());
                all_of.push((id.clone(), format!("Agreement: {}", agreement.title)));
                let kinds = agreement.kinds.iter();
                agreements.extend(kinds.map(|kind| (kind.as_str(), id.clone())));
            }
        }
        for kind in training_kinds(&*known(office, TRAINING)?) {
            if kind != PART_ONE && kind != POLICY {
                all_of.push((key(&kind), kind));
            }
        }
        Ok(Self {
            all: all_of,
            agreements,
            policies,
        })
    }

    /// The column of a policy by what somebody wrote; one more where it is not known.
    fn policy(&mut self, course: &str) -> String {
        let one = policy_of(course);
        if !self.all.iter().any(|(known, _)| *known == one.0) {
            self.all.insert(self.policies, one.clone());
            self.policies += 1;
        }
        one.0
    }

    fn signed_as(&self, kind: &str) -> Option<String> {
        let mut agreements = self.agreements.iter();
        let (_, id) = agreements.find(|(of, _)| *of == kind)?;
        Some(id.clone())
    }
}

fn policy_of(name: &str) -> (String, String) {
    let shown: Vec<&str> = name.split_whitespace().collect();
    let shown = shown.join(" ");
    match shown.is_empty() {
        true => ("policy".to_owned(), "A policy, not said which".to_owned()),
        false => (format!("policy {}", key(name)), shown),
    }
}
