//! One thing that happened, as a chronology prints it.

use chrono::DateTime;
use chrono_tz::Tz;
use papers::{Happening, Paragraph, Redactor, Sign, Style, Words};
use vault::ask::ChronologyLine;

use super::facts::{as_words, changed, labelled, one_line, words};
use crate::casework::CaseStep;
use crate::chronology::{Letters, Milestone, Said, is_child, named, time};
use crate::wire::{ClockStep, ConcernView, PersonShown, Version};
use crate::words as terms;

/// A flag, coming or leaving, at the beginning of its day.
pub(super) fn of_milestone(
    at: DateTime<Tz>,
    milestone: &Milestone,
    letters: Option<&Letters>,
) -> Happening {
    Happening {
        month: at.format("%B %Y").to_string(),
        day: at.format("%a %-d").to_string(),
        time: String::new(),
        sign: Sign::Milestone,
        title: vec![Words::Strong(format!("{}.", milestone.title))],
        tail: String::new(),
        paragraphs: (!milestone.detail.is_empty())
            .then(|| Paragraph {
                style: Style::Small,
                words: milestone
                    .detail
                    .iter()
                    .flat_map(|said| match said {
                        Said::Ours(text) => vec![Words::Plain(text.clone())],
                        Said::Words(text) => words(&one_line(text), letters),
                    })
                    .collect(),
            })
            .into_iter()
            .collect(),
        redactor: None,
    }
}

/// A step of a case, at the moment at which it was taken.
pub(super) fn of_step(
    at: DateTime<Tz>,
    step: &CaseStep,
    (record_no, other): (&str, Option<&str>),
    letters: Option<&Letters>,
) -> Happening {
    let mut title = words(&one_line(&step.title), letters);
    title.push(Words::Plain(".".to_owned()));
    let mut paragraphs = Vec::new();
    if !step.detail.is_empty() {
        paragraphs.push(labelled(Style::Account, "", &step.detail, letters));
    }
    if let Some(struck) = &step.struck {
        title = gone(title);
        paragraphs = paragraphs.into_iter().map(struck_through).collect();
        paragraphs.push(labelled(Style::Account, "", struck, letters));
    }
    if let Some(late) = &step.late {
        paragraphs.push(labelled(Style::Small, "Late entry", late, letters));
    }
    // A referral of a concern about another child is not this one's.
    paragraphs.push(match other {
        Some(other) => {
            let said = format!("The concern is about {other}. {}", step.who);
            labelled(Style::Small, "", &said, letters)
        }
        None => labelled(Style::Small, "", &step.who, None),
    });
    Happening {
        month: at.format("%B %Y").to_string(),
        day: at.format("%a %-d").to_string(),
        time: time(true, step.about, at),
        sign: match step.kind {
            "decision" | "standing" => Sign::Milestone,
            _ => Sign::Step,
        },
        title,
        tail: record_no.to_owned(),
        paragraphs,
        redactor: None,
    }
}

/// Words that were written by mistake, to be read all the same.
fn gone(words: Vec<Words>) -> Vec<Words> {
    words
        .into_iter()
        .map(|word| match word {
            Words::Plain(text) => Words::Gone(text),
            other @ (Words::Strong(_)
            | Words::Child(_)
            | Words::Gone(_)
            | Words::New(_)
            | Words::Spelt(_)
            | Words::Removed(_)) => other,
        })
        .collect()
}

/// The same of a paragraph.
pub(super) fn struck_through(paragraph: Paragraph) -> Paragraph {
    Paragraph {
        words: gone(paragraph.words),
        ..paragraph
    }
}

/// The same in one line, for a summary.
pub(super) fn in_one_line(happening: Happening) -> Happening {
    Happening {
        paragraphs: Vec::new(),
        ..happening
    }
}

/// The same with why it is significant, and for whom it is over.
pub(super) fn marked(
    mut happening: Happening,
    why: Option<&str>,
    closed: Option<&str>,
    letters: Option<&Letters>,
) -> Happening {
    let said = [("Significant", why), ("Closed for this pupil", closed)];
    let said = said
        .into_iter()
        .enumerate()
        .filter_map(|(place, (label, text))| {
            Some((place, labelled(Style::Account, label, text?, letters)))
        });
    for (place, paragraph) in said.collect::<Vec<_>>() {
        let place = place.min(happening.paragraphs.len());
        happening.paragraphs.insert(place, paragraph);
    }
    happening
}

/// A concern, at the moment at which it stands on the screen too.
pub(super) fn of_concern(
    at: DateTime<Tz>,
    view: &ConcernView,
    line: &ChronologyLine,
    subject: &[String],
    letters: Option<&Letters>,
    redactor: Option<Redactor>,
) -> Happening {
    let current = view.versions.get(view.current as usize);
    // Where no category says what it was, its own first words would only be said twice.
    let what = match view.row.category.as_str() {
        "" => "Concern",
        category => category,
    };
    Happening {
        month: at.format("%B %Y").to_string(),
        day: at.format("%a %-d").to_string(),
        time: time(line.line.occurred.is_some(), line.line.about_time, at),
        sign: Sign::Concern,
        title: vec![Words::Strong(format!("{what}."))],
        tail: format!("{}. {}", view.row.record_no, status(view)),
        paragraphs: paragraphs(view, line, current, subject, letters, redactor.as_ref()),
        redactor,
    }
}

/// Whoever makes the paper reads it.
pub(super) fn status(view: &ConcernView) -> &str {
    if view.row.unread {
        "Read for this paper first"
    } else {
        &view.row.status_title
    }
}

fn paragraphs(
    view: &ConcernView,
    line: &ChronologyLine,
    current: Option<&Version>,
    subject: &[String],
    letters: Option<&Letters>,
    redactor: Option<&Redactor>,
) -> Vec<Paragraph> {
    let mut all = Vec::new();
    if let Some(room) = &view.room {
        all.push(labelled(Style::Small, "Room", &room.name, None));
    }
    let shown = current.map_or(&[][..], |version| version.shown.as_slice());
    let mut facts = Vec::new();
    // What the child said stands first, and largest.
    let children = line.people.iter().filter(|person| is_child(person)).count();
    for shown in shown.iter().filter(|shown| shown.style == "said") {
        if children > 1 {
            // The form asks for words, not for who said them.
            let whose = "Words of a child in this concern; read who said them in the account.";
            all.push(labelled(Style::Small, "", whose, None));
        }
        all.push(labelled(Style::Said, "", &shown.text, letters));
    }
    for shown in shown.iter().filter(|shown| shown.style != "said") {
        match shown.field.as_str() {
            "account" => all.push(labelled(Style::Account, "", &shown.text, letters)),
            // The title says it already.
            "categories" if shown.text == view.row.category => {}
            field if SHORT.contains(&field) => {
                facts.push(Words::Strong(format!("{}: ", shown.label)));
                facts.extend(words(&one_line(&shown.text.replace('\n', ", ")), letters));
                facts.push(Words::Plain(". ".to_owned()));
            }
            _ => all.push(labelled(Style::Account, &shown.label, &shown.text, letters)),
        }
    }
    if !facts.is_empty() {
        all.push(Paragraph {
            style: Style::Small,
            words: facts,
        });
    }
    all.extend(match letters {
        Some(letters) => people_by_letter(line, letters),
        None => people(view, subject),
    });
    all.push(clock(view));
    if let Some(late) = &view.row.late {
        let late = format!("Written {late} after it was learnt of.");
        all.push(labelled(Style::Small, "Late entry", &late, None));
    }
    for version in view.versions.iter().skip(1) {
        all.push(correction(version, letters, redactor));
    }
    if !view.files.is_empty() {
        let names: Vec<String> = view
            .files
            .iter()
            .map(|file| {
                format!(
                    "\u{201c}{}\u{201d} ({})",
                    one_line(&file.name),
                    file.size_text
                )
            })
            .collect();
        all.push(labelled(Style::Small, "Files", &names.join("; "), letters));
    }
    all
}

/// Facts of a word or two, which stand together in one small paragraph.
const SHORT: &[&str] = &[
    "categories",
    "location",
    "room",
    "device_number",
    "identified_how",
    "possible_crime",
    "told_lead",
    "assigned_to",
    "alerted",
];

/// The part the pupil had, then everybody else. Of a child who is a letter nothing is said but their part: class and age
/// would say who it is.
fn people_by_letter(line: &ChronologyLine, letters: &Letters) -> Option<Paragraph> {
    let named_now = || line.people.iter().filter(|person| !person.before);
    let own = named_now()
        .find(|person| letters.is_subject(person))
        .map(|own| part(&own.role));
    let others = named_now()
        .filter(|person| !letters.is_subject(person))
        .map(|person| {
            let mut pieces = Vec::new();
            named(&mut pieces, person, letters, false);
            let mut words: Vec<Words> = pieces.into_iter().map(as_words).collect();
            let kind = if person.kind == "adult" { "adult" } else { "" };
            words.extend(in_brackets(&[kind, &part(&person.role)]));
            words
        });
    list(own.unwrap_or_default(), others)
}

/// The same with everybody by name.
fn people(view: &ConcernView, subject: &[String]) -> Option<Paragraph> {
    let is_own = |person: &&PersonShown| person.id.as_ref().is_some_and(|id| subject.contains(id));
    let own = view
        .people
        .iter()
        .find(is_own)
        .map(|own| own.role.to_lowercase());
    let others = view
        .people
        .iter()
        .filter(|person| !is_own(person))
        .map(|person| {
            let mut words = vec![Words::Plain(one_line(&person.name))];
            words.extend(in_brackets(&[&person.detail, &person.role.to_lowercase()]));
            words
        });
    list(own.unwrap_or_default(), others)
}

fn part(role: &str) -> String {
    match role {
        // That it is about them the paper says by being theirs.
        "" | "subject" => String::new(),
        role => terms::term("person_role_in_incident", role).to_lowercase(),
    }
}

fn in_brackets(facts: &[&str]) -> Option<Words> {
    let facts: Vec<&str> = facts
        .iter()
        .copied()
        .filter(|fact| !fact.is_empty())
        .collect();
    (!facts.is_empty()).then(|| Words::Plain(format!(" ({})", facts.join(", "))))
}

fn list(own: String, others: impl Iterator<Item = Vec<Words>>) -> Option<Paragraph> {
    let mut all = Vec::new();
    if !own.is_empty() {
        all.push(Words::Strong("Part in it: ".to_owned()));
        all.push(Words::Plain(format!("{own}. ")));
    }
    for (place, words) in others.enumerate() {
        all.push(match place {
            0 => Words::Strong("With: ".to_owned()),
            _ => Words::Plain("; ".to_owned()),
        });
        all.extend(words);
    }
    let style = Style::Small;
    (!all.is_empty()).then_some(Paragraph { style, words: all })
}

/// `Happened Sun 8 Nov 2026, about 20:30. Osei was told Tue 10 Nov 2026, 09:45. Written Tue 10 Nov 2026, 10:41 by P. Osei.`
fn clock(view: &ConcernView) -> Paragraph {
    let said: Vec<String> = view
        .clock
        .iter()
        .map(|step| format!("{} {}", heard(&step.label), at_about(step)))
        .collect();
    let by = format!("{} by {}.", said.join(". "), view.row.reporter);
    labelled(Style::Small, "", &by, None)
}

/// On the screen an arrow says who told whom; on paper the words must.
pub(crate) fn heard(label: &str) -> String {
    match label.strip_suffix(" told") {
        Some(who) => format!("{who} was told"),
        None => label.to_owned(),
    }
}

/// It is the time that is not sure, not the day.
pub(super) fn at_about(step: &ClockStep) -> String {
    match step.at.rsplit_once(", ") {
        Some((day, time)) if step.about => format!("{day}, about {time}"),
        None if step.about => format!("about {}", step.at),
        _ => step.at.clone(),
    }
}

pub(super) fn correction(
    version: &Version,
    letters: Option<&Letters>,
    redactor: Option<&Redactor>,
) -> Paragraph {
    let mut all = vec![Words::Strong(format!("Corrected {}", version.at))];
    all.push(Words::Plain(format!(" by {}: \u{201c}", version.author)));
    // In one line: what somebody typed must not stand where the record itself speaks.
    let reason = one_line(version.reason.as_deref().unwrap_or(""));
    all.extend(words(&reason, letters));
    all.push(Words::Plain("\u{201d}. ".to_owned()));
    for change in &version.changes {
        all.extend(changed(change, letters, redactor));
        all.push(Words::Plain(" ".to_owned()));
    }
    Paragraph {
        style: Style::Small,
        words: all,
    }
}
