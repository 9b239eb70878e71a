//! `bundle create`: evidence for the police, as a folder anybody can check.

use std::path::Path;

use app::wire::BundleSpec;
use serde_json::json;

use super::in_groups;
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::concerns::json_file::JsonFile;
use crate::desk;
use crate::stop::{Spot, Stop};

/// Pages of a bundle that a family court takes without leave (Practice Direction 27A).
const MOST_FOR_A_COURT: u32 = 350;

/// Makes the bundle that a file asks for.
pub fn create(run: &Run, spec: &Path, out: &Path) -> Outcome {
    let file = JsonFile::open(spec)?;
    let mut spec = file.parse::<BundleSpec>()?;
    desk::sit(run, |office| {
        for (at, pupil) in spec.select.pupils.iter_mut().enumerate() {
            let field = format!("select.pupils[{at}]");
            *pupil = app::pupil_id(office, pupil)?
                .ok_or_else(|| Stop::at(vec![file.spot(&field, "There is no such pupil.")]))?;
        }
        let made = app::create_bundle(office, spec.clone(), out)
            .map_err(|fault| named(fault, &file, out))?
            .value;
        let receipt = &made.receipt;
        let mut text = format!(
            "Bundle {}: {} pages, {} concerns printed as exhibits, {} files as exhibits, {} files in all, {} bytes.\n",
            made.number,
            made.pages,
            made.concerns,
            made.exhibits.len(),
            made.files,
            made.bytes
        );
        if made.pages > MOST_FOR_A_COURT {
            text.push_str("More than 350 pages: a family court takes no more without leave.\n");
        }
        for line in &made.left_out {
            text.push_str(&format!("Not in it: {line}\n"));
        }
        text.push_str(&format!(
            "Root hash (SHA-256): {}\nThe receipt to sign: {receipt}\n",
            in_groups(&made.root)
        ));
        if let Some(sealed) = &made.sealed {
            text.push_str(&format!(
                "One PDF behind a password: {}\nPassword, shown this once and kept nowhere: {}\n",
                sealed.file, sealed.password
            ));
            if let Some(beside) = &sealed.beside {
                text.push_str(&format!(
                    "Files too large for it, behind the same password: {beside}\n"
                ));
            }
        }
        if let Some(zip) = &made.zip {
            text.push_str(&format!("As one file: {zip}\n"));
        }
        if !made.letters.is_empty() {
            text.push_str("Who is which letter, for the school alone:\n");
        }
        for one in &made.letters {
            text.push_str(&format!("  {}: {}\n", one.letter, one.name));
        }
        Answer::new(
            json!({
                "bundle": out.display().to_string(),
                "receipt": receipt,
                "zip": made.zip,
                "sealed": made.sealed.as_ref().map(|sealed| json!({
                    "file": sealed.file, "beside": sealed.beside, "password": sealed.password,
                })),
                "number": made.number,
                "pages": made.pages,
                "concerns": made.concerns,
                "exhibits": made.exhibits,
                "printed": made.printed,
                "left_out": made.left_out,
                "files": made.files,
                "bytes": made.bytes,
                "root": made.root,
                "letters": made.letters,
            }),
            text,
        )
    })
}

/// What is to be put right, at its line of the file, or at the option it was given by.
fn named(fault: app::wire::Fault, file: &JsonFile, out: &Path) -> Stop {
    let spots: Vec<Spot> = fault
        .problems
        .iter()
        .map(|problem| match problem.field.as_str() {
            "out" => Spot::file(out, "--out", &problem.say),
            "from" | "to" => file.spot(&format!("select.{}", problem.field), &problem.say),
            field => file.spot(field, &problem.say),
        })
        .collect();
    let mut stop = Stop::from(fault);
    stop.spots = spots;
    stop
}
