//! How a deadline was counted, and by which rule: kept with it, so that the record says for good what was said then.

use serde::{Deserialize, Serialize};

/// The clock of a deadline, and the rule it follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Counted {
    /// Id of the rule in the guidance; empty where somebody chose a number of days.
    pub rule: String,
    /// `hours`, `calendar-days`, `working-days` or `school-days`.
    pub clock: String,
    /// How many.
    pub amount: u32,
    /// Where the rule stands, in words.
    pub source: String,
    /// School days were meant, and the school's calendar did not reach so far: working days were counted instead.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub instead: bool,
}

/// What is said where the calendar ends too soon.
pub const INSTEAD: &str =
    "The school\u{2019}s calendar does not reach so far: working days were counted instead";

impl Counted {
    /// By which clock lateness is said.
    pub fn unit(&self) -> &str {
        match self.instead {
            true => "working-days",
            false => &self.clock,
        }
    }

    /// `15 working days (statutory guidance, Working together to safeguard children)`.
    pub fn said(&self) -> String {
        let unit = match self.clock.as_str() {
            "hours" => "hour",
            "working-days" => "working day",
            "school-days" => "school day",
            _ => "day",
        };
        let many = if self.amount == 1 { "" } else { "s" };
        let mut said = format!("{} {unit}{many}", self.amount);
        if !self.source.is_empty() {
            said.push_str(&format!(" ({})", self.source));
        }
        if self.instead {
            said.push_str(". ");
            said.push_str(INSTEAD);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Action, Referral};

    #[test]
    fn a_deadline_says_its_clock_and_where_its_rule_stands() {
        let rule = Counted {
            rule: "icpc_15wd".to_owned(),
            clock: "working-days".to_owned(),
            amount: 15,
            source: "statutory guidance, Working together".to_owned(),
            instead: false,
        };
        let school = Counted {
            clock: "school-days".to_owned(),
            amount: 1,
            instead: true,
            ..Counted::default()
        };

        assert_eq!(
            rule.said(),
            "15 working days (statutory guidance, Working together)"
        );
        assert_eq!(school.said(), format!("1 school day. {INSTEAD}"));
        assert_eq!(school.unit(), "working-days");
    }

    #[test]
    fn what_was_written_before_rules_were_kept_is_read_and_written_as_it_was() {
        let before = r#"{"what":"Ring Nan","owner":null,"due":null,"whole_day":false}"#;
        let action: Action = serde_json::from_str(before).unwrap();
        assert_eq!(serde_json::to_string(&action).unwrap(), before);

        let before = r#"{"body":"csc","to":"","person":"","reference":"","words":"","at":null,"reply_due":"2026-11-13T23:59:00+00:00"}"#;
        let referral: Referral = serde_json::from_str(before).unwrap();
        assert!(referral.by_day(), "a day's last minute was a day");
        let hours = before.replace("23:59", "10:58");
        let hours: Referral = serde_json::from_str(&hours).unwrap();
        assert!(!hours.by_day());
    }
}
