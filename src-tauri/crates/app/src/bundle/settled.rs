//! What must be said before a bundle is made.

use crate::reason::SHORTEST_REASON;
use crate::wire::{BundleSpec, Fault, FaultKind, Problem};

/// Pages called by their section: `B4`.
pub(super) const SECTIONS: &str = "sections";

/// One PDF behind a password, with the originals in it.
pub(super) const SEALED: &str = "sealed";

/// Everything that must be settled is said.
pub(super) fn complete(spec: &BundleSpec) -> Result<(), Fault> {
    let request = &spec.request;
    let needed = [
        (
            "request.force",
            &request.force,
            "Say which police force asked",
        ),
        (
            "request.officer",
            &request.officer,
            "Say which officer asked",
        ),
        (
            "request.legal_basis",
            &request.legal_basis,
            "Say on what basis it may be given",
        ),
        (
            "request.scope",
            &request.scope,
            "Say what exactly was asked for",
        ),
    ];
    let mut problems: Vec<Problem> = needed
        .into_iter()
        .filter(|(_, said, _)| said.trim().is_empty())
        .map(|(field, _, say)| Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        })
        .collect();
    problems.extend(crate::gate::unsaid(&spec.gate));
    for (at, one) in spec.select.without.iter().enumerate() {
        if one.reason.trim().chars().count() < SHORTEST_REASON {
            problems.push(Problem {
                field: format!("select.without[{at}].reason"),
                say: "Say in a few words why this record is left out: it stands on the cover"
                    .to_owned(),
            });
        }
    }
    if spec.select.pupils.is_empty() && spec.select.concerns.is_empty() {
        problems.push(Problem {
            field: "select.pupils".to_owned(),
            say: "Say whose records it is to hold".to_owned(),
        });
    }
    if !["", "continuous", SECTIONS].contains(&spec.numbering.as_str()) {
        problems.push(Problem {
            field: "numbering".to_owned(),
            say: "Pages are numbered \u{201c}continuous\u{201d}, from the first to the last, or \u{201c}sections\u{201d}: A1, A2, B1"
                .to_owned(),
        });
    }
    if !["", "folder", SEALED].contains(&spec.delivery.as_str()) {
        problems.push(Problem {
            field: "delivery".to_owned(),
            say: "A bundle is a \u{201c}folder\u{201d}, or \u{201c}sealed\u{201d}: one PDF behind a password"
                .to_owned(),
        });
    }
    if spec.delivery == SEALED && spec.zip {
        problems.push(Problem {
            field: "zip".to_owned(),
            say: "A zip is made of a folder. Leave it out, or choose the folder".to_owned(),
        });
    }
    problems.extend(super::asked::problems(request));
    problems.extend(spec.redact.iter().flat_map(crate::redact::unsettled));
    if problems.is_empty() {
        return Ok(());
    }
    let mut fault = Fault::new(
        FaultKind::Refused,
        "Something is still to be settled before this leaves the school.",
    )
    .kept("No bundle was made, and nothing was recorded.");
    fault.problems = problems;
    Err(fault)
}
