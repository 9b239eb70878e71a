//! What the records of a bundle speak of and do not hold: found, answered, and said on the paper either way.

use domain::concern::Concern;
use domain::evidence::{LeftOut, Mention, mentions};

use super::exhibits::number_of;
use super::select::Chosen;
use crate::wire::{BundleAnswer, BundleMention, BundleSpec, Fault};

/// Something that a record speaks of, with what was answered.
pub(super) struct Spoken {
    /// The number of the record.
    pub(super) record_no: String,
    /// What of.
    pub(super) mention: Mention,
    /// What stands of it on the paper.
    pub(super) said: Said,
}

/// What is known of a thing that a record speaks of.
pub(super) enum Said {
    /// Where it is.
    Elsewhere(String),
    /// Why it is no more.
    Gone(String),
    /// Which exhibit it is.
    Exhibit(String),
    /// The words speak of no such thing.
    Nothing,
    /// The record has files: it may be one of them.
    AmongFiles(usize),
    /// Nobody answered.
    NotAsked,
}

/// What a record speaks of, whatever its versions.
fn spoken_of(concern: &Concern) -> Vec<Mention> {
    // As it stands first; what a correction took out was spoken of all the same.
    let versions = concern.current().into_iter().chain(&concern.versions);
    let texts = versions.flat_map(|version| {
        let content = &version.content;
        [
            &content.account,
            &content.childs_words,
            &content.details.immediate_action,
        ]
    });
    let mut all: Vec<Mention> = Vec::new();
    for mention in texts.flat_map(|text| mentions(text)) {
        if !all.iter().any(|one| one.sort == mention.sort) {
            all.push(mention);
        }
    }
    all
}

/// What is to be asked before a bundle is made: of records that have no file.
pub(super) fn to_ask(chosen: &Chosen) -> Vec<BundleMention> {
    let without = chosen
        .concerns
        .iter()
        .filter(|concern| concern.files.is_empty());
    without
        .flat_map(|concern| {
            let said = spoken_of(concern).into_iter();
            said.map(|mention| BundleMention {
                concern: concern.id.to_string(),
                record_no: number_of(concern),
                sort: mention.sort.to_owned(),
                around: mention.around,
            })
        })
        .collect()
}

/// The same with what was answered, for the paper; whatever is not held is put among what does not go. An answer about a record that is
/// not in the bundle changes nothing.
pub(super) fn spoken(chosen: &mut Chosen, spec: &BundleSpec) -> Result<Vec<Spoken>, Fault> {
    let mut all = Vec::new();
    for concern in &chosen.concerns {
        let record_no = number_of(concern);
        let id = concern.id.to_string();
        for mention in spoken_of(concern) {
            let answer = spec.mentions.iter().find(|answer| {
                answer.sort == mention.sort && [&id, &record_no].contains(&&answer.concern)
            });
            let said = match answer.map(read).transpose()?.flatten() {
                Some(said) => said,
                None if !concern.files.is_empty() => Said::AmongFiles(concern.files.len()),
                None => Said::NotAsked,
            };
            let mut mention = mention;
            if spec.redact.is_some() {
                // Words cut off around it could begin or end in the middle of some that were to go.
                mention.around = String::new();
            }
            all.push(Spoken {
                record_no: record_no.clone(),
                mention,
                said,
            });
        }
    }
    let left_out = all.iter().filter_map(Spoken::left_out);
    chosen.left_out.extend(left_out);
    let lines = spec.not_held.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    chosen.left_out.extend(lines.map(|line| {
        LeftOut {
        what: line.to_owned(),
        why: "Named in these records and not held in this system, as whoever made the bundle said."
            .to_owned(),
        not_held: true,
        elsewhere: false,
    }
    }));
    Ok(all)
}

fn read(answer: &BundleAnswer) -> Result<Option<Said>, Fault> {
    let note = crate::paper::one_line(&answer.note);
    let or = |instead: &str| match note.as_str() {
        "" => instead.to_owned(),
        note => note.to_owned(),
    };
    Ok(Some(match answer.answer.as_str() {
        "elsewhere" => Said::Elsewhere(or("Where was not said")),
        "gone" => Said::Gone(or("Why was not said")),
        "exhibit" => Said::Exhibit(or("Which was not said")),
        "nothing" => Said::Nothing,
        "" => return Ok(None),
        _ => {
            return Err(Fault::field(
                "mentions",
                "What is mentioned is answered with elsewhere, gone, exhibit or nothing",
            ));
        }
    }))
}

impl Spoken {
    /// `A screenshot that record MV-26-ABC-0001 mentions`: the record’s own words stay in its paper.
    pub(super) fn what(&self) -> String {
        let sort = self.mention.sort;
        let article = match sort.starts_with(['a', 'e', 'i', 'o', 'u']) {
            true => "An",
            false => "A",
        };
        format!("{article} {sort} that record {} mentions", self.record_no)
    }

    fn left_out(&self) -> Option<LeftOut> {
        let (why, elsewhere) = match &self.said {
            Said::Elsewhere(place) => (format!("Held elsewhere: {place}"), true),
            Said::Gone(why) => (format!("It does not exist any more: {why}"), false),
            Said::NotAsked => (
                format!("Mentioned in record {}, not asked about.", self.record_no),
                false,
            ),
            Said::Exhibit(_) | Said::Nothing | Said::AmongFiles(_) => return None,
        };
        Some(LeftOut {
            what: self.what(),
            why,
            not_held: true,
            elsewhere,
        })
    }
}
