//! `files add`: files become part of a concern, all of them or none.

use std::path::PathBuf;

use app::{BeginFile, Office};
use serde_json::json;

use super::media;
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::stop::Stop;
use crate::{desk, intake};

/// Takes the files in and attaches them in one step.
pub fn add(
    run: &Run,
    concern: &str,
    files: &[PathBuf],
    no_indecent_image: bool,
    source: Option<&str>,
) -> Outcome {
    if !no_indecent_image {
        return Err(question());
    }
    // All of them, before any is taken in.
    let opened = files
        .iter()
        .map(|path| intake::open(path).map(|(file, size)| (path, file, size)))
        .collect::<Result<Vec<_>, _>>()?;
    desk::sit(run, |office| {
        let id = app::concern_id(office, concern)?.ok_or_else(|| desk::not_here("That concern"))?;
        let before: Vec<String> = ids(office, &id)?;
        let mut tokens = Vec::with_capacity(opened.len());
        let taken = opened
            .into_iter()
            .try_for_each(|(path, mut file, size)| {
                let about = BeginFile {
                    name: path
                        .file_name()
                        .map(|name| name.to_string_lossy().into_owned())
                        .unwrap_or_default(),
                    size,
                    media: media::of(path).to_owned(),
                    source: source.map(str::to_owned),
                    indecent_image: "no".to_owned(),
                    for_purpose: "concern".to_owned(),
                };
                tokens.push(intake::take_in(office, path, &mut file, about)?);
                Ok(())
            })
            .and_then(|()| Ok(app::attach_files(office, &id, &tokens, "no")?));
        if let Err(stop) = taken {
            for token in &tokens {
                let _ = app::drop_file(office, token);
            }
            return Err(stop);
        }
        let added: Vec<_> = app::concern_files(office, &id)?
            .into_iter()
            .filter(|file| !before.contains(&file.id))
            .collect();
        let text: String = added
            .iter()
            .map(|file| format!("{}  {}  {} bytes\n", file.id, file.name, file.size))
            .collect();
        Answer::new(json!({ "concern": id, "files": added }), text)
    })
}

fn ids(office: &Office, concern: &str) -> Result<Vec<String>, Stop> {
    let files = app::concern_files(office, concern)?;
    Ok(files.into_iter().map(|file| file.id).collect())
}

/// What is asked before any file can enter.
fn question() -> Stop {
    Stop::refused(
        "Could any of it be a nude, semi-nude or sexual image of a child? Only when the answer is no for every file, say so with --no-indecent-image.",
    )
    .kept("Nothing was added.")
    .next("If it could: do not look at it again, copy it, send it or delete it. Leave the device as it is, lock it away, and tell the lead. The evidence is the device, for the police.")
}
