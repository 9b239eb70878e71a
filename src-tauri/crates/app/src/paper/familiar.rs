//! One concern in an order that people know: CPOMS's form, an eSafety incident log, the six points of a local board.
//!
//! Every field of the form is printed, also one of which nothing was said: a gap is read as a gap.

use papers::{ConcernFacts, LaidOut, Paragraph, Part, Style};

use super::About;
use super::entry::status;
use super::facts::{labelled, one_line, opened};
use crate::Office;
use crate::wire::{ConcernView, Fault, PaperForm, PersonShown};

const NOTHING: &str = "Nothing was said here.";

/// Lays it out, and notes that it was opened for it.
pub(super) fn lay_out(
    office: &mut Office,
    id: &str,
    form: PaperForm,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let (id, kind, printed) = opened(office, id, purpose)?;
    let view = crate::concern::view(office, kind, id)?;
    let (title, rows) = match form {
        PaperForm::Whole | PaperForm::Cpoms => ("Incident", cpoms(&view)),
        PaperForm::EsafetyLog => ("eSafety incident log: one incident", log_columns(&view)),
        PaperForm::SixPoints => ("Record of an incident in six points", six_points(&view)),
    };
    let seal = view.seal.say.clone();
    let mut paragraphs: Vec<Paragraph> = rows
        .into_iter()
        .map(|(label, said)| {
            let said = if said.trim().is_empty() {
                NOTHING.to_owned()
            } else {
                said
            };
            labelled(Style::Account, label, &said, None)
        })
        .collect();
    paragraphs.push(labelled(Style::Small, "", &seal, None));
    let laid_out = papers::concern(&ConcernFacts {
        printed,
        record_no: view.row.record_no.clone(),
        title: title.to_owned(),
        about: Vec::new(),
        clock: Vec::new(),
        parts: vec![Part {
            heading: title.to_owned(),
            paragraphs,
        }],
        files: Vec::new(),
        // The maps are part of CPOMS's form; the other two ask for words alone.
        body: match form {
            PaperForm::Cpoms => super::body::of_view(&view),
            PaperForm::Whole | PaperForm::EsafetyLog | PaperForm::SixPoints => None,
        },
        unsigned: false,
    })?;
    let about = About::of_concern(kind, id, purpose);
    let name = format!("strongroom-{}.pdf", view.row.record_no.to_lowercase());
    Ok((laid_out, name, Some(about)))
}

type Rows = Vec<(&'static str, String)>;

/// The ten fields of CPOMS's form, in its order.
fn cpoms(view: &ConcernView) -> Rows {
    let about = whom(view);
    let linked = view
        .people
        .iter()
        .filter(|person| !about.is_some_and(|about| std::ptr::eq(about, *person)))
        .map(said)
        .collect::<Vec<_>>()
        .join("; ");
    let files = view
        .files
        .iter()
        .map(|file| one_line(&file.name))
        .collect::<Vec<_>>()
        .join("; ");
    vec![
        ("Student", about.map(said).unwrap_or_default()),
        (
            "Incident",
            words(view, &["account", "childs_words", "immediate_action"]),
        ),
        ("Categories", field(view, "categories")),
        ("Linked student(s)", linked),
        ("Maps", field(view, "body_map")),
        ("Date/Time", view.row.occurred.clone()),
        ("Status", status(view).to_owned()),
        ("Assign to", field(view, "assigned_to")),
        ("Files", files),
        ("Alert Staff Members", field(view, "alerted")),
    ]
}

/// The six columns of an eSafety incident log.
pub(crate) fn log_columns(view: &ConcernView) -> Rows {
    let names = view
        .people
        .iter()
        .map(|person| person.name.clone())
        .collect::<Vec<_>>()
        .join("; ");
    let room = [field(view, "room"), field(view, "device_number")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    vec![
        ("Date and time", view.row.occurred.clone()),
        ("Name of pupil or staff member", names),
        ("Male or female", sexes(view)),
        ("Room and computer or device number", room),
        (
            "Details of incident (including evidence)",
            words(view, &["account", "childs_words", "online"]),
        ),
        ("Actions and reasons", done(view)),
    ]
}

/// The six points of a local safeguarding board.
fn six_points(view: &ConcernView) -> Rows {
    let standing = view.case.as_ref().map(|case| &case.standing);
    vec![
        (
            "A description of what happened",
            words(view, &["account", "childs_words"]),
        ),
        (
            "Who was involved",
            view.people.iter().map(said).collect::<Vec<_>>().join("; "),
        ),
        ("How it came to light", field(view, "identified_how")),
        ("What was done, and by whom", done(view)),
        (
            "What came of it",
            standing
                .map(|standing| standing.conclusion.clone())
                .unwrap_or_default(),
        ),
        (
            "What was learnt",
            standing
                .map(|standing| standing.lessons.clone())
                .unwrap_or_default(),
        ),
    ]
}

/// Whoever the record is filed under.
fn whom(view: &ConcernView) -> Option<&PersonShown> {
    view.people
        .iter()
        .find(|person| person.name == view.row.about)
        .or_else(|| view.people.first())
}

fn said(person: &PersonShown) -> String {
    let parts = [&person.name, &person.detail, &person.role];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(", ")
}

fn sexes(view: &ConcernView) -> String {
    let people = view
        .versions
        .get(view.current as usize)
        .map(|version| version.form.people.as_slice())
        .unwrap_or_default();
    people
        .iter()
        .filter_map(|person| {
            let sex = person.sex.as_deref().filter(|sex| !sex.is_empty())?;
            let name = person.name.as_deref().unwrap_or("Name not known");
            Some(format!("{name}: {sex}"))
        })
        .collect::<Vec<_>>()
        .join("; ")
}

/// A field of the version that holds.
fn field(view: &ConcernView, name: &str) -> String {
    view.versions
        .get(view.current as usize)
        .and_then(|version| version.shown.iter().find(|shown| shown.field == name))
        .map(|shown| shown.text.replace('\n', "; "))
        .unwrap_or_default()
}

/// Several fields as they were written, each under its own name where it is not the account itself.
fn words(view: &ConcernView, names: &[&str]) -> String {
    let Some(version) = view.versions.get(view.current as usize) else {
        return String::new();
    };
    let parts = names.iter().filter_map(|name| {
        let shown = version.shown.iter().find(|shown| shown.field == *name)?;
        Some(match *name {
            "account" => shown.text.clone(),
            _ => format!("{}: {}", shown.label, shown.text),
        })
    });
    parts.collect::<Vec<_>>().join("\n")
}

/// What was done at once, then every step, decision and referral since, with who and why, oldest first.
fn done(view: &ConcernView) -> String {
    let at_once = field(view, "immediate_action");
    let mut lines: Vec<String> = Vec::new();
    if !at_once.is_empty() {
        lines.push(format!("At once: {at_once}"));
    }
    let since = view
        .thread
        .iter()
        .rev()
        .filter(|item| crate::casework::KINDS.contains(&item.kind.as_str()));
    lines.extend(since.map(|item| {
        let parts = [&item.at, &item.title, &item.detail, &item.who];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(". ")
    }));
    lines.join("\n")
}
