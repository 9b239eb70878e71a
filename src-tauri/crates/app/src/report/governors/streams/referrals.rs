//! Referrals to bodies outside the school, each at the day it was made.

use domain::calendar::working_day_after;
use domain::disclosure::{Days, Leaf};
use vault::Room;
use vault::ask::ReferralFacets;

use super::{Source, Streams, day_of, moments, part, site_of, some};
use crate::Office;
use crate::report::roll::Roll;
use crate::wire::Fault;

/// Counts the referrals of some days.
pub(super) fn gather(
    office: &Office,
    room: &Room,
    days: Days,
    roll: &Roll,
    all: &mut Streams,
) -> Result<(), Fault> {
    let (from, to) = moments(office, days);
    let stream = all.entry("referrals".to_owned()).or_default();
    for referral in room.referral_facets(from, to)? {
        let Some(day) = day_of(office, referral.at).filter(|_| !referral.by_mistake) else {
            continue;
        };
        let facets = &referral.facets;
        let mut leaves = vec![
            Leaf::All,
            part(
                "sent",
                &sent(to_whom(office, &referral), outcome(&referral)),
            ),
        ];
        if facets.escalated {
            leaves.push(some("escalated"));
        }
        let site = site_of(roll, facets.pupil);
        stream.put(Source::Concern(referral.concern), day, site, leaves);
    }
    Ok(())
}

/// To whom referrals go, as the report counts them.
pub(in crate::report::governors) const TO: [&str; 7] = [
    "care-in-time",
    "care-later",
    "care-waiting",
    "police",
    "prevent",
    "health",
    "others",
];

/// What comes of them.
pub(in crate::report::governors) const OUTCOMES: [&str; 3] = ["agreed", "disagreed", "waiting"];

/// To whom one went and what came of it are one cell: social care not answering is known from either.
pub(in crate::report::governors) fn sent(to: &str, outcome: &str) -> String {
    format!("{to}:{outcome}")
}

/// To whom it went; to social care, how soon they answered: within one working day (Working Together 2026, chapter 3).
fn to_whom(office: &Office, referral: &ReferralFacets) -> &'static str {
    match referral.facets.body.as_str() {
        "csc" => {
            let made = day_of(office, referral.at);
            let answered = referral.facets.answered.and_then(|at| day_of(office, at));
            match (made, answered) {
                (Some(made), Some(answered)) if answered <= working_day_after(made, 1) => {
                    "care-in-time"
                }
                (_, Some(_)) => "care-later",
                (_, None) => "care-waiting",
            }
        }
        "police-999" | "police-101" => "police",
        "prevent" => "prevent",
        "camhs" | "school-nurse" | "gp" => "health",
        _ => "others",
    }
}

fn outcome(referral: &ReferralFacets) -> &'static str {
    match (referral.facets.answered, referral.facets.agreed.as_str()) {
        (None, _) => "waiting",
        (Some(_), "no") => "disagreed",
        (Some(_), _) => "agreed",
    }
}
