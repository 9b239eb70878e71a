//! A case as the page of its concern shows it.

use domain::case::{Action, Case, Counted, Decision, Kept, Referral, Reply, Standing};
use domain::concern::Concern;
use domain::room::Room as RoomKind;
use vault::ask::LookLine;

use super::deadlines::late;
use super::{marks_show, standing};
use crate::wire::{ActionView, CaseView, Choice, DecisionView, Fault, ReferralView, StandingView};
use crate::{Office, say, words};

/// Everything of a case but its thread.
pub(crate) fn case_view(
    office: &Office,
    kind: RoomKind,
    concern: &Concern,
    looks: &[LookLine],
) -> Result<CaseView, Fault> {
    let case = &concern.case;
    let mut to_do: Vec<&Kept<Action>> = case.to_do().collect();
    to_do.sort_by_key(|kept| kept.what.due.map_or(i64::MAX, |due| due.timestamp_millis()));
    Ok(CaseView {
        standing: standing_view(office, concern)?,
        actions: to_do
            .into_iter()
            .map(|kept| action_view(office, kept))
            .collect(),
        decisions: case
            .decided()
            .rev()
            .map(|kept| decision_view(office, kept))
            .collect(),
        referrals: case
            .referred()
            .rev()
            .map(|(referral, replies)| referral_view(office, case, referral, &replies))
            .collect(),
        withheld: super::withheld::views(office, case),
        held: super::held::views(office, case),
        significant: marks_show::significant(office, case, ""),
        pupils: marks_show::pupils(office, concern),
        told: marks_show::told(office, concern, looks),
        may_tell: marks_show::may_tell(office, kind, concern, looks)?,
    })
}

fn standing_view(office: &Office, concern: &Concern) -> Result<StandingView, Fault> {
    let Standing {
        owner,
        severity,
        level,
        review,
        conclusion,
        lessons,
        parents,
        parents_note,
        ..
    } = concern.standing();
    let status = standing::from(concern);
    let title = |vocabulary: &str, id: &str| match id {
        "" => String::new(),
        id => words::term(vocabulary, id),
    };
    Ok(StandingView {
        status_title: title("record_status", &status),
        may_become: standing::may_become(concern)?
            .into_iter()
            .map(|id| Choice {
                title: words::term("record_status", &id),
                detail: String::new(),
                id,
            })
            .collect(),
        status,
        owner_name: owner.as_deref().map(|id| name_of(office, id)),
        owner,
        severity_title: title("severity", &severity),
        severity,
        level_title: title("level_of_need", &level),
        level,
        review: review.map(|day| day.to_string()),
        review_said: review.map(|day| say::date(day, office.this_year())),
        conclusion,
        lessons,
        parents_title: title("parent_informed", &parents),
        parents,
        parents_note,
        said_twice: concern.case.standing_heads.len() > 1,
    })
}

fn action_view(office: &Office, kept: &Kept<Action>) -> ActionView {
    let Action {
        what,
        owner,
        due,
        whole_day,
        counted,
    } = &kept.what;
    ActionView {
        entry: history::to_hex(&kept.step.entry),
        title: what.clone(),
        owner: owner.as_deref().map(|id| name_of(office, id)),
        due: due.map(|due| due_said(office, due.timestamp_millis(), *whole_day)),
        late: due.and_then(|due| {
            let unit = counted.as_ref().map_or("", Counted::unit);
            late(office, due.timestamp_millis(), *whole_day, unit)
        }),
        rule: counted.as_ref().map(Counted::said),
    }
}

/// `Wed 11 Nov, 10:58`, or the day alone.
pub(crate) fn due_said(office: &Office, at: i64, whole_day: bool) -> String {
    let zone = office.around.zone;
    match say::at(at, zone) {
        Some(at) if whole_day => say::date(at.date_naive(), office.this_year()),
        _ => say::full(at, zone, office.this_year()),
    }
}

fn decision_view(office: &Office, kept: &Kept<Decision>) -> DecisionView {
    let said = &kept.what;
    let what = words::term("decision", &said.decision);
    let sentence = |before: &str, text: &str| match text {
        "" => None,
        text => Some(format!("{before}{text}")),
    };
    let more = [
        said.not_referred.then(|| "Decided not to refer".to_owned()),
        sentence("", &term_or_nothing("level_of_need", &said.level)),
        sentence("Advice: ", &said.advice),
        sentence("Agreed by ", &said.agreed_by),
        sentence("The child\u{2019}s view: ", &said.child_view),
        said.review
            .map(|day| format!("Review {}", say::date(day, office.this_year()))),
    ];
    DecisionView {
        title: what,
        reason: said.reason.clone(),
        by: format!(
            "{}, {}",
            kept.step.author.name,
            office.moment(kept.step.written.timestamp_millis())
        ),
        more: more.into_iter().flatten().collect(),
    }
}

fn referral_view(
    office: &Office,
    case: &Case,
    kept: &Kept<Referral>,
    replies: &[&Kept<Reply>],
) -> ReferralView {
    let said = &kept.what;
    let detail = [
        said.person.clone(),
        match said.reference.as_str() {
            "" => String::new(),
            reference => format!("ref {reference}"),
        },
        said.at
            .map(|at| office.moment(at.timestamp_millis()))
            .unwrap_or_default(),
    ];
    let waits = replies.is_empty();
    let due = said.reply_due.filter(|_| waits);
    let (escalations, next_step) = marks_show::ladder(office, case, kept, replies);
    ReferralView {
        escalations,
        next_step,
        entry: history::to_hex(&kept.step.entry),
        title: said.to.clone(),
        detail: detail
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        due: due.map(|due| due_said(office, due.timestamp_millis(), said.by_day())),
        late: due.and_then(|due| {
            let unit = said.counted.as_ref().map_or("", Counted::unit);
            late(office, due.timestamp_millis(), said.by_day(), unit)
        }),
        rule: due.and(said.counted.as_ref()).map(Counted::said),
        replies: replies
            .iter()
            .map(|reply| {
                let at = reply.what.at.unwrap_or(reply.step.written);
                let at = office.moment(at.timestamp_millis());
                let disagrees = match reply.what.agreed.as_str() {
                    "no" => " The school does not agree.",
                    _ => "",
                };
                format!("{at}: {}{disagrees}", reply.what.words)
            })
            .collect(),
    }
}

fn term_or_nothing(vocabulary: &str, id: &str) -> String {
    match id {
        "" => String::new(),
        id => words::term(vocabulary, id),
    }
}

/// Somebody with an account, by name.
pub(crate) fn name_of(office: &Office, id: &str) -> String {
    let person = office
        .sitting()
        .ok()
        .and_then(|sitting| sitting.directory.person(id));
    person.map_or_else(
        || "Somebody with an account".to_owned(),
        |person| person.name.clone(),
    )
}
