//! A second person who stood by signs a step with their own password.

use domain::case::Kept;
use domain::id::PersonId;
use domain::walk::{Second, Stepped};
use keys::person::vouch;

use crate::Office;
use crate::casework::name_of;
use crate::office::prove;
use crate::wire::{Fault, FaultKind, Problem, SecondForm};

/// What their signature is for.
const PURPOSE: &str = "walk-second";

/// Proves who they are and has them sign. It must be somebody else than whoever is in.
pub(super) fn signed(
    office: &mut Office,
    walk: &str,
    step: &Stepped,
    form: &SecondForm,
) -> Result<Second, Fault> {
    let own = office.sitting()?.opened.keys.id();
    let user = form.user.trim();
    let itself = user.eq_ignore_ascii_case(&office.sitting()?.opened.card.user);
    if user.is_empty() || form.password.is_empty() || itself {
        let say = match itself {
            true => "The second signature is somebody else\u{2019}s",
            false => "Somebody else who is here types their user name and password",
        };
        return Err(Fault {
            problems: vec![Problem {
                field: "second".to_owned(),
                say: say.to_owned(),
            }],
            ..Fault::new(FaultKind::Refused, format!("{say}."))
        });
    }
    let proved = prove(office, user, &form.password)?;
    let keys = &proved.keys;
    if keys.id() == own {
        return Err(Fault::field(
            "second",
            "The second signature is somebody else\u{2019}s",
        ));
    }
    Ok(Second {
        person: PersonId(keys.id().0),
        name: proved.card.name.clone(),
        signature: history::to_hex(&vouch(keys, PURPOSE, &step.seconded(walk, PersonId(own.0)))),
    })
}

/// Who signed a step as the second, in words; that it does not hold where it does not. One person is not two.
pub(super) fn said(office: &Office, walk: &str, kept: &Kept<Stepped>) -> Option<String> {
    let second = kept.what.second.as_ref()?;
    let first = kept.step.author.person;
    let name = name_of(office, &second.person.to_string());
    match second.person != first && holds(office, walk, &kept.what, second, first) {
        true => Some(name),
        false => Some(format!("{name}: this signature does not hold")),
    }
}

fn holds(office: &Office, walk: &str, step: &Stepped, second: &Second, first: PersonId) -> bool {
    let signature = history::from_hex(&second.signature).and_then(|bytes| bytes.try_into().ok());
    let (Some(signature), Ok(slots)) = (signature, office.slots()) else {
        return false;
    };
    slots
        .people()
        .iter()
        .filter(|listed| listed.public.id.0 == second.person.0)
        .any(|listed| {
            let signed = step.seconded(walk, first);
            listed.public.vouched(PURPOSE, &signed, &signature)
        })
}
