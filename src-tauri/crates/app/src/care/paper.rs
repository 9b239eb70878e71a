//! Pages to print.

use chrono::Datelike;
use papers::{BlankFacts, Day, KitFacts};
use rand_core::RngCore;
use zeroize::Zeroizing;

use crate::Office;
use crate::concern::room_of;
use crate::wire::{Fault, Route};

/// The recovery kit as a page. Its words are those a person has in front of them: they are kept nowhere.
pub fn kit_page(office: &mut Office, words: &[String]) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let read = crate::office::read_words(words)?;
    let sitting = office.sitting()?;
    let short = office.vault_short()?;
    let facts = KitFacts {
        school: &sitting.settings.school,
        person: &sitting.opened.card.name,
        user_name: &sitting.opened.card.user,
        vault_short: &short,
        words: &read.words(),
        made_on: today(office)?,
    };
    let page = Zeroizing::new(papers::recovery_kit(&facts)?);
    office.note_account("kit_printed", None);
    Ok(page)
}

/// Writes a page where a person chose, whole or not at all: a plain copy, made with open eyes.
pub fn save_page(to: &std::path::Path, page: &[u8]) -> Result<(), Fault> {
    Ok(vault::folder::write_whole(to, page)?)
}

/// The kit of somebody who has just been added at this keyboard.
pub fn kit_page_of(
    office: &Office,
    kit: &crate::wire::Kit,
    user: &str,
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let words: Vec<&str> = kit.words.iter().map(String::as_str).collect();
    let facts = KitFacts {
        school: &kit.school,
        person: &kit.person,
        user_name: user,
        vault_short: &kit.vault_short,
        words: &words,
        made_on: today(office)?,
    };
    Ok(Zeroizing::new(papers::recovery_kit(&facts)?))
}

/// A blank form to write on by hand, numbered.
pub fn blank_form_page(office: &mut Office, route: Route) -> Result<Vec<u8>, Fault> {
    let kind = room_of(route);
    let mut number = [0; 3];
    office.around.rng.fill_bytes(&mut number);
    let sitting = office.sitting()?;
    let made = sitting
        .directory
        .room(kind)
        .is_some_and(|room| room.letterbox.is_some());
    let facts = BlankFacts {
        school: &sitting.settings.school,
        form_number: &format!(
            "{}-F-{}",
            sitting.settings.prefix,
            history::to_hex(&number).to_uppercase()
        ),
        route: kind.title(),
        ring: (!made).then(|| kind.whom_to_ring()),
    };
    Ok(papers::blank_concern_form(&facts)?)
}

fn today(office: &Office) -> Result<Day, Fault> {
    let today = office.around.local().date_naive();
    let (year, month, day) = (today.year(), today.month(), today.day());
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    Ok(Day::new(
        u16::try_from(year).unwrap_or(2000),
        part(month),
        part(day),
    )?)
}
