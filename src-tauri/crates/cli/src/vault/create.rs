//! `vault create`: a new vault and its first user.

use app::wire::{self, Fault, FaultKind};
use serde_json::json;

use super::kit::Places;
use crate::answer::{Answer, Outcome};
use crate::args::{CreateVault, Run};
use crate::stop::{Spot, Stop};
use crate::{desk, secret};

/// Makes the vault and the kit, or neither.
pub fn create(run: &Run, wanted: &CreateVault) -> Outcome {
    let user = desk::user(run)?;
    let mut office = desk::office(run)?;
    if office.has_vault() {
        return Err(there_is_one());
    }
    let places = Places::take(&wanted.kit)?;
    let password = secret::new_password(run.password_file.as_deref(), "--password-file")?;
    let form = wire::CreateVault {
        school: wanted.school.clone(),
        prefix: wanted
            .prefix
            .clone()
            .unwrap_or_else(|| initials(&wanted.school)),
        address: wanted.address.clone(),
        phone: wanted.phone.clone(),
        sites: wanted.sites.clone(),
        name: wanted.name.clone().unwrap_or_else(|| name_from(user)),
        user: user.to_owned(),
        password,
    };
    let created = app::create_vault(&mut office, form).map_err(|fault| not_made(run, fault))?;
    desk::finish(&mut office, |office| {
        let folder = run
            .vault
            .as_ref()
            .map(|folder| folder.display().to_string());
        let again = format!(
            "The vault was made, but its kit is lost with this. Nothing is in it yet: delete the folder {} and make it again.",
            folder.as_deref().unwrap_or_default()
        );
        let written = places.write(office, &created.kit, &created.session.person.user, &again)?;
        let (page, code) = written.json();
        let person = &created.session.person;
        Answer::new(
            json!({
                "vault": created.kit.vault_short,
                "school": created.session.school,
                "user": person.user,
                "name": person.name,
                "role": person.role,
                "recovery_kit": page,
                "recovery_code_file": code,
            }),
            format!(
                "The vault of {} is made. {} ({}) is its first user.\n{}",
                created.session.school,
                person.name,
                person.user,
                written.text()
            ),
        )
    })
}

/// A vault is never made over another.
pub fn there_is_one() -> Stop {
    Stop::refused("There are records in this folder already.")
        .kept("They were not touched.")
        .next("Open them with --user and --password-file, or choose another folder.")
}

/// Why no vault was made, in terms of the command line.
pub fn not_made(run: &Run, fault: Fault) -> Stop {
    let keyring = fault.kind == FaultKind::Keyring;
    let stop = Stop::from(fault).named(option(run));
    if keyring {
        stop.kept("No vault was made.")
            .next("Log in to this computer as the person who will use the vault, or give --keyring file:FILE.")
    } else {
        stop
    }
}

/// What the fields of the form are called on the command line.
pub fn option(run: &Run) -> impl Fn(&str) -> Option<Spot> {
    let password = run.password_file.clone();
    move |field| {
        let option = match field {
            "school" => "--school",
            "prefix" => "--prefix",
            "name" => "--name",
            "user" => "--user",
            "password" => {
                let spot = password
                    .as_deref()
                    .map(|file| secret::at(file, "password", ""));
                return spot.or_else(|| Some(Spot::option("password", "")));
            }
            _ => return None,
        };
        Some(Spot::option(option, ""))
    }
}

/// The first letters of a school's name, four at most; small words give none.
fn initials(school: &str) -> String {
    let words: Vec<&str> = school
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}')
        .filter(|word| {
            !matches!(
                word.to_lowercase().as_str(),
                "" | "of" | "the" | "and" | "for"
            )
        })
        .collect();
    let letters: String = words
        .iter()
        .filter_map(|word| word.chars().next())
        .filter(char::is_ascii_alphabetic)
        .take(4)
        .collect();
    if letters.len() >= 2 {
        return letters.to_uppercase();
    }
    let start: String = words
        .concat()
        .chars()
        .filter(char::is_ascii_alphabetic)
        .take(2)
        .collect();
    start.to_uppercase()
}

/// `ruth.calloway` as a name.
fn name_from(user: &str) -> String {
    user.split(['.', '-', '_'])
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_uppercase().chain(letters).collect::<String>())
                .unwrap_or_default()
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_initials_of_a_school_are_two_to_four_letters() {
        for (school, letters) in [
            ("Marlowe Vale School", "MVS"),
            ("St Mary\u{2019}s Church of England Primary", "SMCE"),
            ("The Academy", "AC"),
            ("Ysgol Gyfun", "YG"),
        ] {
            assert_eq!(initials(school), letters, "{school}");
        }
    }

    #[test]
    fn a_user_name_becomes_a_name() {
        assert_eq!(name_from("ruth.calloway"), "Ruth Calloway");
        assert_eq!(name_from("dsl"), "Dsl");
    }
}
