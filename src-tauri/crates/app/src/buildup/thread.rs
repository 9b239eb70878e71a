//! What was set aside, as a step of the concern it was written beside.

use domain::concern::Concern;

use crate::casework::CaseStep;

/// Each with the sentence as it stood, and why.
pub(crate) fn steps(concern: &Concern) -> Vec<CaseStep> {
    let all = concern.case.set_aside.iter();
    all.map(|kept| CaseStep {
        entry: None,
        at: kept.step.written,
        about: false,
        kind: "set_aside",
        title: "Looked at together, and set aside".to_owned(),
        detail: format!("{} Why: {}", kept.what.say, kept.reason),
        who: kept.step.author.name.clone(),
        late: None,
        struck: None,
        whose: None,
    })
    .collect()
}
