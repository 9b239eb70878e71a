//! What is said about a case as a whole: what is significant, for whom it is over, who else was asked to look, how far up
//! an unanswered referral was taken, which step was written by mistake.

use domain::case::{
    ESCALATED, Escalated, FOR_PUPIL_SET, ForPupil, PART_ESCALATED, PART_FOR_PUPIL,
    PART_SIGNIFICANCE, PART_STRUCK, PART_TOLD, SIGNIFICANCE_SET, STRUCK, Significance, Struck,
    TOLD, Told,
};
use domain::concern::Concern;
use domain::id::PupilId;

use super::add::{Signed, plain};
use super::read::{Problems, referral};
use super::thread::{CaseStep, steps};
use crate::Office;
use crate::wire::Fault;

/// Marks a step or the concern itself as significant, or says that it no longer is.
pub(super) fn significance(
    office: &Office,
    known: &Concern,
    problems: &mut Problems,
    (of, significant, reason): (String, bool, &str),
) -> Result<Signed, Fault> {
    let is_step = || {
        let mut all = steps(office, known).into_iter();
        all.any(|step| {
            step.entry
                .is_some_and(|entry| history::to_hex(&entry) == of)
        })
    };
    if !of.is_empty() && !is_step() {
        return Err(vault::VaultError::NotFound.into());
    }
    if known.case.significant(&of).is_some() == significant {
        return Err(Fault::changed_since());
    }
    let reason = problems.reason("reason", reason, "Say why, in a sentence");
    let heads = known.case.significance_heads(&of);
    let supersedes = heads.map(|kept| kept.step.entry).collect();
    let said = Significance { of, significant };
    Ok(Signed {
        supersedes,
        reason,
        ..plain(SIGNIFICANCE_SET, PART_SIGNIFICANCE, &said)
    })
}

/// Steps that can be struck. Where it stands is said anew, a sheet is put right, who was asked was asked.
const MAY_BE_STRUCK: [&str; 10] = [
    "taken",
    "todo",
    "done",
    "decision",
    "referral",
    "reply",
    "escalated",
    "response",
    "passed",
    "held",
];

/// Whether a step is one that can be struck, or let stand again.
pub(crate) fn may_strike(step: &CaseStep) -> bool {
    MAY_BE_STRUCK.contains(&step.kind) && step.entry.is_some()
}

/// Strikes a step that was written by mistake, or lets it stand again. It stays to be read either way.
pub(super) fn struck(
    office: &Office,
    known: &Concern,
    problems: &mut Problems,
    (of, struck, reason): (&str, bool, &str),
) -> Result<Signed, Fault> {
    let step = steps(office, known).into_iter().find(|step| {
        may_strike(step)
            && step
                .entry
                .is_some_and(|entry| history::to_hex(&entry) == of)
    });
    let step = step.ok_or_else(|| Fault::from(vault::VaultError::NotFound))?;
    if step.struck.is_some() == struck {
        return Err(Fault::changed_since());
    }
    let reason = problems.reason("reason", reason, "Say why, in a sentence");
    let mut supersedes: Vec<_> = step.entry.into_iter().collect();
    if let Some(entry) = step.entry {
        let heads = known.case.strike_heads(&entry);
        supersedes.extend(heads.map(|kept| kept.step.entry));
    }
    Ok(Signed {
        supersedes,
        reason,
        ..plain(STRUCK, PART_STRUCK, &Struck { struck })
    })
}

/// Closes a concern for one of several pupils, or opens it again for them.
pub(super) fn for_pupil(
    known: &Concern,
    problems: &mut Problems,
    (pupil, closed, reason): (&str, bool, &str),
) -> Result<Signed, Fault> {
    let pupil: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let pupils = pupils_of(known);
    if !pupils.iter().any(|(id, _)| *id == pupil) {
        return Err(vault::VaultError::NotFound.into());
    }
    if pupils.len() < 2 {
        problems.say(
            "pupil",
            "It is about one pupil alone. Close the concern itself, under \u{201c}Where it stands\u{201d}",
        );
    }
    let others_open = pupils
        .iter()
        .any(|(id, _)| *id != pupil && known.case.closed_for(*id).is_none());
    if closed && !others_open {
        problems.say(
            "pupil",
            "It would be over for everybody. Close the concern itself, under \u{201c}Where it stands\u{201d}",
        );
    }
    if known.case.closed_for(pupil).is_some() == closed {
        return Err(Fault::changed_since());
    }
    let reason = problems.reason("reason", reason, "Say why, in a sentence");
    let heads = known.case.for_pupil_heads(pupil);
    let supersedes = heads.map(|kept| kept.step.entry).collect();
    let said = ForPupil { pupil, closed };
    Ok(Signed {
        supersedes,
        reason,
        ..plain(FOR_PUPIL_SET, PART_FOR_PUPIL, &said)
    })
}

/// The pupils of the school's list whom the version that holds names, each once.
pub(super) fn pupils_of(known: &Concern) -> Vec<(PupilId, String)> {
    let mut all: Vec<(PupilId, String)> = Vec::new();
    let people = known
        .current()
        .map(|version| version.content.people.as_slice());
    for person in people.unwrap_or_default() {
        if let Some(id) = person.pupil
            && !all.iter().any(|(known, _)| *known == id)
        {
            all.push((id, person.name.clone()));
        }
    }
    all
}

/// Asks more people to look. Whoever is asked must be able to open the room it lies in.
pub(super) fn told(
    office: &Office,
    kind: domain::room::Room,
    problems: &mut Problems,
    (people, words): (Vec<String>, &str),
) -> Result<Signed, Fault> {
    let holders = office.sitting()?.directory.room(kind);
    let may_open = |id: &String| holders.is_some_and(|room| room.holders.contains(id));
    if people.is_empty() {
        problems.say("people", "Choose who should look at it");
    } else if !people.iter().all(may_open) {
        problems.say("people", "Choose somebody who may open this record");
    }
    let said = Told {
        people,
        words: problems.words("words", words),
    };
    Ok(plain(TOLD, PART_TOLD, &said))
}

/// A step up the ladder about a referral.
pub(super) fn escalated(
    office: &Office,
    known: &Concern,
    problems: &mut Problems,
    (entry, step, person, words, at): (&str, &str, &str, &str, &str),
) -> Result<Signed, Fault> {
    let about = referral(&known.case, entry)?.step.entry;
    let step = problems.term("step", "escalation_step", step);
    if step.is_empty() {
        problems.say("step", "Choose how far up you went");
    }
    let said = Escalated {
        step,
        person: problems.needed("person", person, "Write whom you spoke to"),
        words: problems.needed("words", words, "Write what was said"),
        at: problems.past(office, "at", at),
    };
    let happened = said.at.map(|at| at.to_rfc3339());
    Ok(Signed {
        happened,
        supersedes: vec![about],
        ..plain(ESCALATED, PART_ESCALATED, &said)
    })
}
