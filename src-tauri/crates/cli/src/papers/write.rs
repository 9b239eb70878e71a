//! A paper as a file: plain with a warning, or behind a password.

use app::wire::PaperAsked;
use app::{HandOut, Office};
use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::{Leaving, Run};
use crate::out::Place;
use crate::secret;
use crate::voice::Voice;

/// Lays a paper out and writes it, whole or not at all. That it left is recorded before it does.
pub fn write(
    run: &Run,
    office: &mut Office,
    asked: PaperAsked,
    leaving: &Leaving,
    to: Place,
) -> Outcome {
    let how = match &leaving.protect {
        None => HandOut::Plain,
        Some(file) => HandOut::protected(secret::first_line(file, "password")?),
    };
    let shown = app::lay_out_paper(office, asked)?;
    let (page, _) = app::hand_out(office, &shown.token, &how)?;
    let path = to.write(&page)?.display().to_string();
    let voice = Voice::new(run.json);
    match how {
        HandOut::Protected(_) => voice.note(&format!(
            "{path} opens with the password only. Give the password by another way than the paper."
        )),
        HandOut::Printed | HandOut::Plain => voice.note(&format!(
            "{path} is a plain copy outside the vault: anybody who has it can read it. That you made it is recorded. Delete it when it is not needed any more."
        )),
    }
    let pages = if shown.pages == 1 { "page" } else { "pages" };
    Answer::new(
        json!({ "file": path, "pages": shown.pages, "protected": leaving.protect.is_some() }),
        format!("{path}\n{} {pages}.", shown.pages),
    )
}
