//! What a register fills in by itself as a line is signed, and what must not be missing.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::register::Answered;
use domain::step::parse_time;
use guidance::{FillAt, Register, WhenIs};

use crate::wire::Problem;

/// What the rules of a register ask for and a line has not.
pub(super) fn missing(register: &Register, answers: &[Answered]) -> Vec<Problem> {
    let rules = register.needs.iter();
    rules
        .filter(|rule| is(&rule.when, answers) && said(answers, &rule.field).is_none())
        .map(|rule| Problem {
            field: rule.field.to_string(),
            say: rule.say.clone(),
        })
        .collect()
}

/// Fills in what was left empty, in the order of the register. `written` is the day on which the line was first written.
pub(super) fn fill(
    register: &Register,
    answers: &mut Vec<Answered>,
    written: NaiveDate,
    zone: Tz,
) -> Option<()> {
    for rule in &register.fill {
        if !is(&rule.when, answers) || said(answers, &rule.field).is_some() {
            continue;
        }
        let known = rule
            .from
            .iter()
            .find_map(|from| day(said(answers, from)?, zone));
        let day = known.unwrap_or(written);
        let local = match rule.at {
            FillAt::EndOfDay => day.and_hms_opt(23, 59, 0)?,
        };
        let at = local.and_local_timezone(zone).latest()?.fixed_offset();
        let mut fields = register.fields.iter();
        let place = fields.position(|field| rule.field == field.name.as_str())?;
        let label = register.fields.get(place)?.label.clone();
        let stands = |one: &Answered| {
            let mut fields = register.fields.iter();
            fields.position(|field| field.name == one.field)
        };
        let before = answers
            .iter()
            .take_while(|one| stands(one).is_some_and(|at| at < place))
            .count();
        answers.insert(
            before,
            Answered {
                field: rule.field.to_string(),
                label,
                lines: vec![at.to_rfc3339()],
                about: false,
            },
        );
    }
    Some(())
}

/// What is said beside a field that may fill itself in.
pub(super) fn unless_said(register: &Register, field: &str) -> Option<String> {
    let mut rules = register.fill.iter();
    let rule = rules.find(|rule| rule.field == *field)?;
    Some(rule.say.clone())
}

fn is(when: &WhenIs, answers: &[Answered]) -> bool {
    said(answers, &when.field).is_some_and(|said| when.is.iter().any(|is| *is == *said))
}

fn said<'a>(answers: &'a [Answered], field: &str) -> Option<&'a str> {
    let answer = answers.iter().find(|one| one.field == field)?;
    answer.lines.first().map(String::as_str)
}

fn day(said: &str, zone: Tz) -> Option<NaiveDate> {
    let moment = parse_time(said).map(|at| at.with_timezone(&zone).date_naive());
    moment.or_else(|| said.parse().ok())
}
