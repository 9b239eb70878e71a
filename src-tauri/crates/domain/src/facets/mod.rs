//! What reports and charts count of a concern. No words of the account, and nobody's name.

use serde::{Deserialize, Serialize};

use crate::concern::{Concern, OVER};
use crate::id::PupilId;
use crate::when::NaiveDate;

/// What is counted of a concern as it holds now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Facets {
    /// Category ids.
    #[serde(rename = "c", skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// How it came to light (vocabulary `identified_how`).
    #[serde(rename = "h", skip_serializing_if = "String::is_empty")]
    pub identified_how: String,
    /// Where (vocabulary `incident_location`).
    #[serde(rename = "l", skip_serializing_if = "String::is_empty")]
    pub location: String,
    /// An app, an address or a user name is in it.
    #[serde(rename = "o", skip_serializing_if = "std::ops::Not::not")]
    pub online: bool,
    /// `yes`, `no`, `unsure` or empty.
    #[serde(rename = "i", skip_serializing_if = "String::is_empty")]
    pub possible_indecent_image: String,
    /// The pupil it is filed under.
    #[serde(rename = "p", skip_serializing_if = "Option::is_none")]
    pub pupil: Option<PupilId>,
    /// When it was over, milliseconds; nothing while it goes on.
    #[serde(rename = "z", skip_serializing_if = "Option::is_none")]
    pub over: Option<i64>,
    /// When somebody is to look at it again.
    #[serde(rename = "r", skip_serializing_if = "Option::is_none")]
    pub review: Option<NaiveDate>,
    /// It was referred to somebody outside the school.
    #[serde(rename = "f", skip_serializing_if = "std::ops::Not::not")]
    pub referred: bool,
}

/// What is counted of a referral.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Referred {
    /// To whom (vocabulary `external_body`).
    pub body: String,
    /// When they answered first, milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<i64>,
    /// `yes` or `no`: whether the school agreed with the last answer; empty where nobody said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub agreed: String,
    /// Somebody took it up the ladder.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub escalated: bool,
    /// The pupil the concern is filed under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pupil: Option<PupilId>,
}

impl Facets {
    /// What is counted of a concern; nothing where there is no version of it.
    pub fn of(concern: &Concern) -> Option<Self> {
        let content = &concern.current()?.content;
        let details = &content.details;
        let standing = concern.standing();
        let over = OVER.contains(&standing.status.as_str());
        let written = concern.first()?.step.written;
        let said = concern.case.standing().map(|kept| kept.step.written);
        Some(Self {
            categories: details.categories.clone(),
            identified_how: details.identified_how.clone(),
            location: details.location.clone(),
            online: !details.online_service.is_empty(),
            possible_indecent_image: details.possible_indecent_image.clone(),
            pupil: content.about().and_then(|person| person.pupil),
            over: over.then(|| said.unwrap_or(written).timestamp_millis()),
            review: standing.review.filter(|_| !over),
            referred: concern.case.referred().next().is_some(),
        })
    }
}

impl Referred {
    /// Every referral of a concern that stands, with when it was made, in milliseconds.
    pub fn all_of(concern: &Concern) -> Vec<(i64, Self)> {
        let pupil = concern
            .current()
            .and_then(|version| version.content.about())
            .and_then(|person| person.pupil);
        let escalated = |entry| {
            concern
                .case
                .escalations
                .iter()
                .any(|step| concern.case.stands(step) && step.step.supersedes.contains(entry))
        };
        let referrals = concern.case.referred().map(|(referral, replies)| {
            let made = referral.what.at.unwrap_or(referral.step.written);
            let answers = replies.iter().map(|reply| {
                reply
                    .what
                    .at
                    .unwrap_or(reply.step.written)
                    .timestamp_millis()
            });
            let said = Self {
                body: referral.what.body.clone(),
                answered: answers.min(),
                agreed: replies
                    .last()
                    .map(|reply| reply.what.agreed.clone())
                    .unwrap_or_default(),
                escalated: escalated(&referral.step.entry),
                pupil,
            };
            (made.timestamp_millis(), said)
        });
        referrals.collect()
    }
}
