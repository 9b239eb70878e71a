//! One concern for paper: as it stands, and every version in full.

use papers::{ClockFacts, ConcernFacts, FileFacts, LaidOut, Paragraph, Part, Redactor, Style};

use super::About;
use super::entry::{at_about, correction, heard, status, struck_through};
use super::facts::{labelled, one_line, opened};
use super::version::of_version;
use crate::Office;
use crate::wire::{ConcernView, Fault};

/// Lays it out, and notes that it was opened for it.
pub(super) fn lay_out(
    office: &mut Office,
    id: &str,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let (id, kind, printed) = opened(office, id, purpose)?;
    let view = office.as_redacted(crate::concern::view(office, kind, id)?);
    let redactor = office.redactor();
    let laid_out = papers::concern(&ConcernFacts {
        printed,
        record_no: view.row.record_no.clone(),
        title: title(&view, office.bundling.is_some()),
        about: about(&view),
        clock: view
            .clock
            .iter()
            .map(|step| ClockFacts {
                label: heard(&step.label),
                at: at_about(step),
                gap: step.gap.clone(),
            })
            .collect(),
        parts: parts(&view, office.bundling.is_some(), redactor.as_ref())
            .into_iter()
            .chain(done(&view))
            .collect(),
        body: super::body::of_view(&view),
        files: view
            .files
            .iter()
            .filter(|file| !office.leaving.not_named.contains(&file.id))
            .map(|file| FileFacts {
                name: one_line(&file.name),
                about: [
                    (!office.leaving.no_hashes).then(|| file.size_text.clone()),
                    Some(format!("added by {}, {}", file.added_by, file.added_at)),
                    file.source
                        .as_ref()
                        .map(|source| format!("from \u{201c}{}\u{201d}", one_line(source))),
                    file.hidden.as_ref().map(|hidden| {
                        let (reason, told) = (one_line(&hidden.reason), one_line(&hidden.told));
                        format!(
                            "out of everybody\u{2019}s sight since {}: {reason} Told: {told}",
                            hidden.by
                        )
                    }),
                ]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
                sha256: match office.leaving.no_hashes {
                    true => String::new(),
                    false => file.sha256.clone(),
                },
            })
            .collect(),
        unsigned: office.leaving.unsigned,
    })?;
    let about = About::of_concern(kind, id, purpose);
    Ok((
        laid_out,
        format!("strongroom-{}.pdf", view.row.record_no.to_lowercase()),
        Some(about),
    ))
}

/// `Amara Oyelaran, 8T: Online safety`.
fn title(view: &ConcernView, then: bool) -> String {
    let class = if view.row.class.is_empty() {
        String::new()
    } else {
        format!(", {}{}", if then { "then " } else { "" }, view.row.class)
    };
    let what = if view.row.category.is_empty() {
        String::new()
    } else {
        format!(": {}", view.row.category)
    };
    format!("{}{class}{what}", view.row.about)
}

fn about(view: &ConcernView) -> Vec<Paragraph> {
    let people: Vec<String> = view
        .people
        .iter()
        .map(|person| {
            let parts = [
                person.name.as_str(),
                person.detail.as_str(),
                person.role.as_str(),
            ];
            parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        })
        .collect();
    let readers: Vec<String> = view
        .readers
        .iter()
        .map(|reader| format!("{} ({})", reader.name, reader.at))
        .collect();
    let mut all = vec![labelled(Style::Account, "Status", status(view), None)];
    all.extend(stands(view));
    if !people.is_empty() {
        all.push(labelled(
            Style::Account,
            "Who it is about",
            &people.join("; "),
            None,
        ));
    }
    if let Some(room) = &view.room {
        all.push(labelled(Style::Account, "Room", &room.name, None));
    }
    if !readers.is_empty() {
        all.push(labelled(
            Style::Small,
            "First opened by",
            &readers.join("; "),
            None,
        ));
    }
    all
}

/// How serious it was judged, who it is with, what came of it: what somebody has said, and nothing where nobody has.
fn stands(view: &ConcernView) -> Vec<Paragraph> {
    let Some(case) = &view.case else {
        return Vec::new();
    };
    let standing = &case.standing;
    let closed = case.pupils.iter().filter_map(|pupil| {
        let closed = pupil.closed.as_ref()?;
        Some(format!("{}. {closed}", pupil.name))
    });
    let closed = closed.collect::<Vec<_>>().join("; ");
    let told = case.told.iter().map(|told| match &told.opened {
        Some(at) => format!("{}, opened {at}", told.name),
        None => format!("{}, not opened yet", told.name),
    });
    let told = told.collect::<Vec<_>>().join("; ");
    let owner = standing.owner_name.clone().unwrap_or_default();
    let review = standing.review_said.clone().unwrap_or_default();
    let parents = match standing.parents_note.as_str() {
        "" => standing.parents_title.clone(),
        note => format!("{}. {note}", standing.parents_title),
    };
    [
        ("With", owner),
        ("Severity", standing.severity_title.clone()),
        ("Level of need", standing.level_title.clone()),
        ("To be looked at again", review),
        ("Parents told", parents),
        ("What came of it", standing.conclusion.clone()),
        ("What was learnt", standing.lessons.clone()),
        ("Significant", case.significant.clone().unwrap_or_default()),
        ("Closed for one of its pupils", closed),
        ("Asked to look", told),
    ]
    .into_iter()
    .filter(|(_, said)| !said.is_empty())
    .map(|(label, said)| labelled(Style::Account, label, &said, None))
    .collect()
}

/// Steps, things to do, decisions and referrals, oldest first.
fn done(view: &ConcernView) -> Option<Part> {
    let steps: Vec<_> = view
        .thread
        .iter()
        .rev()
        .filter(|item| crate::casework::KINDS.contains(&item.kind.as_str()))
        .collect();
    let mut paragraphs = Vec::new();
    for item in &steps {
        let about = if item.about { "about " } else { "" };
        let title = format!("{about}{}. {}", item.at, item.title);
        let said = labelled(Style::Account, &title, &item.detail, None);
        match &item.struck {
            Some(struck) => {
                paragraphs.push(struck_through(said));
                paragraphs.push(labelled(Style::Account, "", struck, None));
            }
            None => paragraphs.push(said),
        }
        if let Some(why) = &item.significant {
            paragraphs.push(labelled(Style::Account, "Significant", why, None));
        }
        let who = match &item.late {
            Some(late) => format!("{}. {late}", item.who),
            None => item.who.clone(),
        };
        paragraphs.push(labelled(Style::Small, "", &who, None));
    }
    (!steps.is_empty()).then(|| Part {
        heading: "What was done".to_owned(),
        paragraphs,
    })
}

/// The account that holds, then what each correction changed, then each version before it as it was signed.
fn parts(view: &ConcernView, for_police: bool, redactor: Option<&Redactor>) -> Vec<Part> {
    let mut all = Vec::new();
    let corrected = view.versions.len() > 1;
    if let Some(current) = view.versions.get(view.current as usize) {
        let mut paragraphs = of_version(current, for_police);
        paragraphs.extend(
            view.versions
                .iter()
                .skip(1)
                .map(|version| correction(version, None, redactor)),
        );
        paragraphs.push(labelled(Style::Small, "", &current.seal.say, None));
        let heading = if corrected {
            format!(
                "The account as it stands: version {} of {}",
                current.number,
                view.versions.len()
            )
        } else {
            "The account".to_owned()
        };
        all.push(Part {
            heading,
            paragraphs,
        });
    }
    for (place, version) in view.versions.iter().enumerate() {
        if place == view.current as usize {
            continue;
        }
        let mut paragraphs = of_version(version, for_police);
        paragraphs.push(labelled(Style::Small, "", &version.seal.say, None));
        let heading = match version.number {
            1 => "Version 1, as it was first signed".to_owned(),
            number => format!("Version {number}, as it was signed"),
        };
        all.push(Part {
            heading,
            paragraphs,
        });
    }
    all
}
