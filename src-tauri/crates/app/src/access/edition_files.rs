//! Files of a released set: those given whole in a list, for they go beside the paper as they are; those given in part on pages.

use domain::access::{Item, Outcome, Release, Released};
use domain::concern::FileFact;
use domain::id::FileId;
use papers::{
    BundlePart, Paragraph, Printed, Shown, ShownFacts, Style, TableFacts, TablesFacts, Words,
};

use super::edition::{ROOM, part, whole_after_all};
use super::may;
use super::schedule::called;
use crate::Office;
use crate::bundle::{MOST_HELD, cut_of, text_of_file};
use crate::paper::labelled;
use crate::wire::{BundleRedact, Fault, FaultKind, Problem};

/// The list of all files of which something goes, and pages of those that go in part.
pub(super) fn files(
    office: &mut Office,
    release: &Release,
    asked: &BundleRedact,
    printed: &Printed,
) -> Result<Vec<BundlePart>, Fault> {
    let mut rows = Vec::new();
    let mut pages = Vec::new();
    let mut left = MOST_HELD;
    for one in &release.set {
        let Item::File(id) = one.item else { continue };
        let one = &Released {
            what: called(release, one),
            ..one.clone()
        };
        let how = match one.outcome {
            Outcome::Withhold => continue,
            Outcome::Give => "Goes beside this paper, as it is",
            Outcome::Part => match in_part(office, (one, id), (asked, printed), &mut left)? {
                Some(shown) => {
                    pages.push(shown);
                    "In part, on the pages that follow"
                }
                None => "In part, beside this paper: prepared by hand",
            },
        };
        let cell = |text: &str| vec![Words::Plain(text.to_owned())];
        rows.push(vec![
            cell(&one.what),
            cell(how),
            vec![Words::Spelt(match one.outcome {
                Outcome::Give => one.sha256.clone(),
                Outcome::Part | Outcome::Withhold => String::new(),
            })],
        ]);
    }
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let columns = [("File", 1.6), ("How it goes", 1.6), ("SHA-256", 2.4)];
    let list = papers::tables(&TablesFacts {
        printed: printed.clone(),
        title: "Files".to_owned(),
        about: Vec::new(),
        tables: vec![TableFacts {
            columns: columns
                .map(|(name, share)| (name.to_owned(), share))
                .to_vec(),
            rows,
            ..TableFacts::default()
        }],
        sign: Vec::new(),
    })?;
    let mut parts = vec![part(1, "Files", list)];
    parts.extend(pages);
    Ok(parts)
}

/// A file that goes in part: a picture that was looked at, or a plain text. Nothing where it is neither.
fn in_part(
    office: &mut Office,
    (one, id): (&Released, FileId),
    (asked, printed): (&BundleRedact, &Printed),
    left: &mut usize,
) -> Result<Option<BundlePart>, Fault> {
    let fact = fact(office, id)?;
    let listed = asked
        .pictures
        .iter()
        .position(|one| one.file == id.to_string());
    let look = |office: &mut Office| {
        let detail = Some("for the papers of a request".to_owned());
        office.note_look(ROOM, "file", Some(id.to_string()), detail);
    };
    if let Some((at, picture)) = listed.and_then(|at| Some((at, asked.pictures.get(at)?))) {
        let cut = cut_of(office, picture, left)?.map_err(|why| {
            let mut fault = Fault::new(
                FaultKind::Refused,
                "A picture that was to be given in part cannot be drawn.",
            )
            .kept("Nothing was released. What you typed is kept.")
            .next("Leave the picture out, and prepare it by hand.");
            fault.problems = vec![Problem {
                field: format!("redact.pictures[{at}].file"),
                say: why.trim_end_matches('.').to_owned(),
            }];
            fault
        })?;
        look(office);
        let shown = papers::shown(ShownFacts {
            printed: printed.clone(),
            title: one.what.clone(),
            above: vec![one.what.clone(), cut.said],
            removed: cut.removed,
            shown: Shown::Picture(cut.picture),
            instead: one.what.clone(),
        })?;
        return Ok(Some(part(2, &one.what, shown)));
    }
    let Some(text) = text_of_file(office, &fact)? else {
        return Ok(None);
    };
    look(office);
    let words = match &printed.redactor {
        Some(redactor) => redactor.words(&text),
        None => vec![Words::Plain(text)],
    };
    let less = words
        .iter()
        .any(|words| matches!(words, Words::Removed(_) | Words::Child(_)));
    if !less {
        return Err(whole_after_all(&one.what));
    }
    let lines = crate::redact::lines(words).into_iter();
    let lines = lines
        .filter(|words| !words.is_empty())
        .map(|words| Paragraph {
            style: Style::Small,
            words,
        });
    let said = labelled(
        Style::Account,
        "",
        "The text of the file, without what was taken out.",
        None,
    );
    let shown = papers::tables(&TablesFacts {
        printed: printed.clone(),
        title: one.what.clone(),
        about: Vec::new(),
        tables: vec![TableFacts {
            words: std::iter::once(said).chain(lines).collect(),
            ..TableFacts::default()
        }],
        sign: Vec::new(),
    })?;
    Ok(Some(part(2, &one.what, shown)))
}

pub(super) fn fact(office: &Office, id: FileId) -> Result<FileFact, Fault> {
    let room = may(office)?;
    let missing = || Fault::from(vault::VaultError::NotFound);
    let concern = room.concern_of_file(id)?.ok_or_else(missing)?;
    let concern = room.concern(concern)?;
    let mut files = concern.files.iter();
    let found = files.find(|(fact, ..)| fact.id == id);
    found.map(|(fact, ..)| fact.clone()).ok_or_else(missing)
}
