//! What the school has set.

use domain::room::Room as RoomKind;
use domain::school::{CHAIR, Number, Policy, Settings, TRUST, WHOM_TO_RING};

use crate::Office;
use crate::office::{create_refuse as refuse, settings_entry};
use crate::rights::{Right, need};
use crate::wire::{Done, Fault, Problem, SettingsForm, Topic};

/// Longest that a number with its hours may be, in characters.
const LONGEST_NUMBER: usize = 120;
/// Longest that a DfE number is written, in characters.
const LONGEST_DFE_NUMBER: usize = 20;

/// Sets them, as an entry like every other. Values outside their limits are refused by field.
pub fn save_settings(office: &mut Office, form: SettingsForm) -> Result<Done<()>, Fault> {
    need(office, Right::Settings)?;
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        })
    };
    if form.school.trim().is_empty() {
        say("school", "Write the school's name");
    }
    let prefix = form.prefix.trim();
    if !(2..=4).contains(&prefix.len()) || !prefix.bytes().all(|c| c.is_ascii_alphabetic()) {
        say(
            "prefix",
            "Choose two to four letters, for example MV for Marlowe Vale",
        );
    }
    if !(12..=64).contains(&form.minimum_password) {
        say("minimum_password", "Choose 12 to 64 characters");
    }
    if !(1..=10).contains(&form.lock_after_minutes) {
        say("lock_after_minutes", "Choose 1 to 10 minutes");
    }
    if !(5..=10).contains(&form.smallest_told) {
        say("smallest_told", "Choose 5 to 10");
    }
    if !(7..=400).contains(&form.dormant_after_days) {
        say("dormant_after_days", "Choose 7 to 400 days");
    }
    if !(1..=60).contains(&form.marking.trim().chars().count()) {
        say(
            "marking",
            "Write how papers must be handled, in 60 characters or fewer",
        );
    }
    for number in &form.numbers {
        if number.number.trim().chars().count() > LONGEST_NUMBER {
            say(
                &format!("ring-{}", number.whom),
                "Write the number and when it is answered, in 120 characters or fewer",
            );
        }
    }
    if form.dfe_number.trim().chars().count() > LONGEST_DFE_NUMBER {
        say(
            "dfe_number",
            "Write it as on the school\u{2019}s letters, such as 123/4567",
        );
    }
    if ![CHAIR, TRUST].contains(&form.about_head.as_str()) {
        say("about_head", "Choose who is told about the head");
    }
    let policies = policies(&form, &mut say);
    refuse(problems)?;
    let before = office.sitting()?.settings.clone();
    let settings = Settings {
        school: form.school.trim().to_owned(),
        prefix: prefix.to_uppercase(),
        address: form.address.trim().to_owned(),
        phone: form.phone.trim().to_owned(),
        dfe_number: form.dfe_number.trim().to_owned(),
        sites: Settings::tidy_sites(&form.sites),
        numbers: numbers(&form),
        minimum_password: form.minimum_password,
        lock_after_minutes: form.lock_after_minutes,
        dormant_after_days: form.dormant_after_days,
        smallest_told: form.smallest_told,
        marking: form.marking.trim().to_owned(),
        about_head: form.about_head.clone(),
        policies,
        ..before
    }
    .within_limits();
    set(office, settings)
}

/// Policies that have a name, each with its day.
fn policies(form: &SettingsForm, say: &mut impl FnMut(&str, &str)) -> Vec<Policy> {
    let mut found = Vec::new();
    for (place, policy) in form.policies.iter().enumerate() {
        let name = policy.name.trim();
        let day = policy.review.as_deref().map(str::trim);
        let day = day.filter(|day| !day.is_empty());
        if name.is_empty() && day.is_none() {
            continue;
        }
        let field = format!("policy-{place}");
        if name.is_empty() || name.chars().count() > LONGEST_NUMBER {
            say(
                &field,
                "Write what the policy is called, in 120 characters or fewer",
            );
        }
        let review = day.and_then(|day| day.parse().ok());
        if day.is_some() && review.is_none() {
            say(
                &field,
                "We could not read that as a day. Try: 1 September 2027",
            );
        }
        found.push(Policy {
            name: name.to_owned(),
            review,
        });
    }
    found
}

/// Those that were written down, of those who are known to be rung.
fn numbers(form: &SettingsForm) -> Vec<Number> {
    WHOM_TO_RING
        .into_iter()
        .filter_map(|(whom, _)| {
            let typed = form.numbers.iter().find(|number| number.whom == whom)?;
            let number = typed.number.trim();
            (!number.is_empty()).then(|| Number {
                whom: whom.to_owned(),
                number: number.to_owned(),
            })
        })
        .collect()
}

/// Signs settings and keeps what the door shows of them.
pub(super) fn set(office: &mut Office, settings: Settings) -> Result<Done<()>, Fault> {
    let entry = settings_entry(office, &settings)?;
    office.write(RoomKind::Pupils, vec![entry])?;
    let sitting = office.sitting_mut()?;
    let face = &mut sitting.directory.face;
    face.school = settings.school.clone();
    face.address = settings.address.clone();
    face.phone = settings.phone.clone();
    face.numbers = settings.numbers.clone();
    face.about_head = settings.about_head.clone();
    face.minimum_password = settings.minimum_password;
    sitting.settings = settings;
    office.write_directory()?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Vault],
    })
}
