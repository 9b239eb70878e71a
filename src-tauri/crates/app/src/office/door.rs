//! The page before opening, and choosing a password.

use keys::{Throttle, password};

use super::{Face, Office};
use crate::say;
use crate::wire::{DangerFacts, DoorState, Fault, FrontDoor, PasswordJudgement};

/// What can be said before anybody has opened the vault. It names the school, never people who have accounts.
pub fn front_door(office: &mut Office) -> Result<FrontDoor, Fault> {
    if !office.has_vault() {
        return Ok(door(office, DoorState::New, &Face::default(), None, 0));
    }
    Ok(match look(office) {
        Ok((face, wait)) => {
            let state = if office.is_open() {
                DoorState::Open
            } else {
                DoorState::Closed
            };
            door(office, state, &face, None, wait)
        }
        Err(fault) => door(
            office,
            DoorState::Unavailable,
            &Face::default(),
            Some(fault),
            0,
        ),
    })
}

fn look(office: &mut Office) -> Result<(Face, u64), Fault> {
    office.hold()?;
    let slots = office.slots()?;
    let device = office.device(&slots)?;
    let throttle = Throttle::read(
        office.folder()?.root(),
        slots.vault(),
        &device,
        office.around.seconds(),
    );
    let face = slots.face(&device).ok().flatten();
    let face = face
        .and_then(|face| serde_json::from_slice(&face).ok())
        .unwrap_or_default();
    Ok((face, throttle.wait(office.around.seconds())))
}

fn door(
    office: &Office,
    state: DoorState,
    face: &Face,
    fault: Option<Fault>,
    wait: u64,
) -> FrontDoor {
    let (zone, today) = (office.around.zone, office.around.local().date_naive());
    let minimum = domain::school::Settings {
        minimum_password: face.minimum_password,
        ..Default::default()
    };
    FrontDoor {
        state,
        school: (!face.school.is_empty()).then(|| face.school.clone()),
        practice: face.practice,
        last_opened: face.last_opened.map(|at| say::since(at, zone, today)),
        last_backup: face.last_backup.map(|at| say::since(at, zone, today)),
        fault,
        wait_seconds: (wait > 0).then(|| u32::try_from(wait).unwrap_or(u32::MAX)),
        minimum_password: if face.minimum_password == 0 {
            domain::school::Settings::default().minimum_password
        } else {
            minimum.within_limits().minimum_password
        },
        danger: if state != DoorState::Unavailable {
            face.danger()
        } else {
            DangerFacts::default()
        },
    }
}

/// Six words, about 66 bits.
pub fn suggest_password(office: &mut Office) -> Result<String, Fault> {
    Ok(password::generate(&mut *office.around.rng).to_string())
}

/// How long a password would last against somebody who has the laptop.
pub fn judge_password(
    office: &Office,
    password: &str,
    school: &str,
    name: &str,
) -> Result<PasswordJudgement, Fault> {
    let minimum = match &office.sitting {
        Some(sitting) => sitting.settings.minimum_password,
        None => domain::school::Settings::default().minimum_password,
    };
    let own: Vec<&str> = school
        .split_whitespace()
        .chain(name.split_whitespace())
        .collect();
    let judgement = password::judge(password, minimum as usize, &own);
    Ok(PasswordJudgement {
        long_enough: judgement.long_enough,
        score: judgement.score,
        say: judgement.say.to_string(),
    })
}
