//! The house's own pages: the recovery kit and the blank form.

use domain::paper_number::PaperNumber;
use papers::{BlankFacts, KitFacts, LaidOut};
use rand_core::RngCore;
use zeroize::Zeroizing;

use super::About;
use super::facts::today;
use crate::Office;
use crate::concern::room_of;
use crate::wire::{Fault, Kit, Route};

type Laid = (LaidOut, String, Option<About>);

/// The recovery kit. Its words are those a person has in front of them: they are kept nowhere.
pub(super) fn kit(office: &mut Office, words: &[String]) -> Result<Laid, Fault> {
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
    let page = papers::recovery_kit(&facts)?;
    Ok((page, "strongroom-recovery-kit.pdf".to_owned(), None))
}

/// The kit of somebody who has just been added at this keyboard.
pub fn kit_page_of(office: &Office, kit: &Kit, user: &str) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let words: Vec<&str> = kit.words.iter().map(String::as_str).collect();
    let facts = KitFacts {
        school: &kit.school,
        person: &kit.person,
        user_name: user,
        vault_short: &kit.vault_short,
        words: &words,
        made_on: today(office)?,
    };
    Ok(Zeroizing::new(papers::recovery_kit(&facts)?.pdf()?))
}

/// Writes a page where a person chose, whole or not at all.
pub fn save_page(to: &std::path::Path, page: &[u8]) -> Result<(), Fault> {
    Ok(vault::folder::write_whole(to, page)?)
}

/// A blank form to write on by hand, numbered.
pub(super) fn blank_form(office: &mut Office, route: Route) -> Result<Laid, Fault> {
    let kind = room_of(route);
    let mut number = [0; 3];
    office.around.rng.fill_bytes(&mut number);
    let sitting = office.sitting()?;
    let made = sitting
        .directory
        .room(kind)
        .is_some_and(|room| room.letterbox.is_some());
    let ring = crate::concern::whom_to_tell(office, kind)?;
    let facts = BlankFacts {
        school: &sitting.settings.school,
        form_number: &PaperNumber::new(&sitting.settings.prefix, number).to_string(),
        marking: &sitting.settings.marking,
        route: kind.title(),
        ring: (!made).then_some(ring),
    };
    let page = papers::blank_concern_form(&facts)?;
    Ok((page, "strongroom-blank-form.pdf".to_owned(), None))
}
