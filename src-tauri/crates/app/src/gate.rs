//! What is settled before anything about a child goes to somebody outside the vault.

use crate::wire::{BundleGate, Problem};

/// What nobody has said yet.
pub(crate) fn unsaid(gate: &BundleGate) -> Vec<Problem> {
    [
        (
            "gate.need",
            &gate.need,
            "Say why it is needed, and no more than needed",
        ),
        (
            "gate.authority",
            &gate.authority,
            "Say who in the school agreed",
        ),
        ("gate.recipient", &gate.recipient, "Say to whom it goes"),
        (
            "gate.verified_by",
            &gate.verified_by,
            "Say how it was made sure who they are",
        ),
        ("gate.channel", &gate.channel, "Say by what way it goes"),
    ]
    .into_iter()
    .filter(|(_, said, _)| said.trim().is_empty())
    .map(|(field, _, say)| Problem {
        field: field.to_owned(),
        say: say.to_owned(),
    })
    .collect()
}
