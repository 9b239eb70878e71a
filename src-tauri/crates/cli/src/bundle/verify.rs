//! `bundle verify`: a bundle read from end to end. It opens no vault.

use std::path::Path;

use serde_json::json;

use super::in_groups;
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::stop::{Exit, Spot, Stop};
use crate::voice::Voice;

/// The most faults that are named one by one.
const MOST_NAMED: usize = 100;
/// How many bytes pass between two words on progress.
const STEP: u64 = 64 * 1024 * 1024;

/// Checks a bundle against its lists; 4 when it is not what they say.
pub fn verify(run: &Run, bundle: &Path, hash: Option<&str>) -> Outcome {
    let tell = Voice::new(run.json).progress();
    let (mut read, mut told) = (0_u64, 0_u64);
    let checked = app::verify_bundle(bundle, hash, &mut |bytes| {
        read = read.saturating_add(bytes);
        if read.saturating_sub(told) >= STEP {
            told = read;
            tell(&format!("Read so far: {} MiB", read / (1024 * 1024)), 0, 0);
        }
        true
    })?;
    let whole = checked.faults.is_empty();
    let root = checked.root.clone().unwrap_or_default();
    let json = json!({
        "bundle": bundle.display().to_string(),
        "whole": whole,
        "files": checked.files,
        "bytes": checked.bytes,
        "root": checked.root,
        "compared": hash.is_some(),
        "faults": checked.faults.iter().map(|fault| json!({
            "file": fault.file, "line": fault.line, "say": fault.say,
        })).collect::<Vec<_>>(),
    });
    let mut text = if whole {
        format!("Whole: {} files, {} bytes.\n", checked.files, checked.bytes)
    } else {
        String::new()
    };
    if !root.is_empty() {
        text.push_str(&format!("Root hash (SHA-256): {}\n", in_groups(&root)));
    }
    if whole && hash.is_some() {
        text.push_str("It is the root hash you gave.\n");
    } else if whole {
        text.push_str(
            "Hold it against the receipt: whoever changes a bundle can change its lists too, and only the paper tells.\n",
        );
    }
    let answer = Answer::new(json, text)?;
    if whole {
        return Ok(answer);
    }
    let mut spots: Vec<Spot> = checked
        .faults
        .iter()
        .take(MOST_NAMED)
        .map(|fault| Spot {
            file: Some(visible(&fault.file)),
            line: fault.line,
            field: String::new(),
            say: fault.say.clone(),
        })
        .collect();
    let more = checked.faults.len().saturating_sub(MOST_NAMED);
    if more > 0 {
        spots.push(Spot::option(
            "",
            &format!("There are {more} more faults like these."),
        ));
    }
    let say = "This bundle is not what its lists say.";
    Ok(answer.but(Stop {
        spots,
        next: Some("Keep it as it is, and ask for it again.".to_owned()),
        ..Stop::new(Exit::Integrity, say)
    }))
}

/// A name without what a terminal would act on.
fn visible(name: &str) -> String {
    name.chars()
        .map(|c| {
            if c.is_control() || ('\u{200b}'..='\u{206f}').contains(&c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}
