//! What is said about a case as a whole, as the page of its concern shows it.

use domain::case::{Case, Kept, Referral, Reply};
use domain::concern::Concern;
use domain::room::Room as RoomKind;
use vault::ask::LookLine;

use super::deadlines;
use super::marks::pupils_of;
use super::show::name_of;
use crate::wire::{Choice, Fault, ForPupilView, ToldView};
use crate::{Office, words};

/// Why something is significant, and who said so: a step by its entry in hexadecimal, or the concern itself.
pub(crate) fn significant(office: &Office, case: &Case, of: &str) -> Option<String> {
    let kept = case.significant(of)?;
    let at = office.moment(kept.step.written.timestamp_millis());
    Some(format!("{} ({}, {at})", kept.reason, kept.step.author.name))
}

/// Its pupils, where there are several.
pub(super) fn pupils(office: &Office, concern: &Concern) -> Vec<ForPupilView> {
    let all = pupils_of(concern);
    if all.len() < 2 {
        return Vec::new();
    }
    all.into_iter()
        .map(|(id, name)| ForPupilView {
            id: id.to_string(),
            name,
            closed: concern.case.closed_for(id).map(|kept| {
                let at = office.moment(kept.step.written.timestamp_millis());
                format!("Closed {at}. {}", kept.reason)
            }),
        })
        .collect()
}

/// Who was asked to look, in the order of asking, and whether they have.
pub(super) fn told(office: &Office, concern: &Concern, looks: &[LookLine]) -> Vec<ToldView> {
    let first = concern.first().map(|version| &version.step);
    let form = concern
        .current()
        .map(|version| version.content.details.alerted.as_slice());
    let asked_first = form
        .unwrap_or_default()
        .iter()
        .filter_map(|id| Some((id, first?.written)));
    let later = concern.case.told.iter().flat_map(|kept| {
        let at = kept.step.written;
        kept.what.people.iter().map(move |id| (id, at))
    });
    let mut all: Vec<ToldView> = Vec::new();
    let now = office.around.local();
    let first_asked = asked_first.map(|(id, at)| (id, at, None));
    let later = later.map(|(id, at)| (id, at, Some(at.timestamp_millis())));
    for (id, asked, since) in first_asked.chain(later) {
        let writer = first.is_some_and(|step| history::to_hex(&step.author.person.0) == *id);
        if writer && since.is_none() {
            continue;
        }
        // Whoever was asked again was asked anew.
        all.retain(|known| known.id != *id);
        let opened = looks
            .iter()
            .filter(|look| since.is_none_or(|since| look.at >= since))
            .find(|look| history::to_hex(&look.person) == *id)
            .map(|look| office.moment(look.at));
        let asked = asked.with_timezone(&office.around.zone);
        all.push(ToldView {
            id: id.clone(),
            name: name_of(office, id),
            waits: opened.is_none().then(|| domain::when::gap(&asked, &now)),
            opened,
        });
    }
    all
}

/// People with an account who hold this room and were not asked yet.
pub(super) fn may_tell(
    office: &Office,
    kind: RoomKind,
    concern: &Concern,
    looks: &[LookLine],
) -> Result<Vec<Choice>, Fault> {
    let sitting = office.sitting()?;
    let own = history::to_hex(&sitting.person());
    // Whoever has opened it since they were asked can be asked again.
    let asked: Vec<ToldView> = told(office, concern, looks)
        .into_iter()
        .filter(|known| known.opened.is_none())
        .collect();
    let holders = sitting.directory.room(kind);
    let may = |id: &String| {
        *id != own
            && !asked.iter().any(|known| known.id == *id)
            && holders.is_some_and(|room| room.holders.contains(id))
    };
    Ok(sitting
        .directory
        .people
        .iter()
        .filter(|person| person.closed.is_none() && may(&person.id))
        .map(|person| Choice {
            id: person.id.clone(),
            title: person.name.clone(),
            detail: String::new(),
        })
        .collect())
}

/// The steps up that were taken about a referral, and the next one, while the answer is late or the school disagrees.
pub(super) fn ladder(
    office: &Office,
    case: &Case,
    referral: &Kept<Referral>,
    replies: &[&Kept<Reply>],
) -> (Vec<String>, Option<Choice>) {
    let taken: Vec<_> = case.escalations_of(referral).collect();
    let said = taken.iter().map(|kept| {
        let at = kept.what.at.unwrap_or(kept.step.written);
        let at = office.moment(at.timestamp_millis());
        let step = words::term("escalation_step", &kept.what.step);
        format!("{at}: {step}, {}. {}", kept.what.person, kept.what.words)
    });
    let said = said.collect();
    let late = referral.what.reply_due.is_some_and(|due| {
        deadlines::late(office, due.timestamp_millis(), referral.what.by_day(), "").is_some()
    });
    let disagrees = replies
        .last()
        .is_some_and(|reply| reply.what.agreed == "no");
    let stuck = disagrees || (replies.is_empty() && late);
    if !stuck {
        return (said, None);
    }
    let steps = words::choices("escalation_step");
    let reached = taken
        .iter()
        .filter_map(|kept| steps.iter().position(|step| step.id == kept.what.step))
        .max();
    let next = reached.map_or(0, |at| at + 1);
    (said, steps.into_iter().nth(next))
}
