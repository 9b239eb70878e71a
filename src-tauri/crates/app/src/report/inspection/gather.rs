//! Every list that is asked for, in the order of its page.

use domain::room::Room as RoomKind;
use guidance::{AskedList, Inspection};

use super::concerns::{self, Dealt};
use super::list::List;
use super::settled::Settled;
use super::{lines, pupils};
use crate::Office;
use crate::report::roll::Roll;
use crate::wire::Fault;

/// What everybody's lists are made from.
pub(super) struct Known {
    /// Every child, joined records as one.
    pub(super) pupils: Roll,
    /// The concerns of the days and the site, the oldest first.
    pub(super) concerns: Vec<Dealt>,
}

/// The page of what is asked for.
pub(super) fn asked() -> Result<&'static Inspection, Fault> {
    guidance::inspection().map_err(|error| Fault::stopped().technical(error.to_string()))
}

/// Reads what the lists are made from. Every entry about every concern is verified as it is read.
pub(super) fn known(office: &Office, settled: &Settled) -> Result<Known, Fault> {
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let pupils = Roll::read(room)?;
    let concerns = concerns::read(office, RoomKind::Pupils, settled, &pupils)?;
    Ok(Known { pupils, concerns })
}

/// Every list. Those about adults are one for each room that is open, or say who keeps them.
pub(super) fn lists(office: &Office, settled: &Settled, known: &Known) -> Result<Vec<List>, Fault> {
    let mut all = Vec::new();
    for list in &asked()?.list {
        match list.id.as_str() {
            "lado" => all.extend(about_adults(office, settled, list)?),
            _ => all.extend(of_pupils(office, settled, known, list)?),
        }
    }
    Ok(all)
}

fn of_pupils(
    office: &Office,
    settled: &Settled,
    known: &Known,
    list: &'static AskedList,
) -> Result<Option<List>, Fault> {
    Ok(match list.id.as_str() {
        "reported" => Some(concerns::reported(
            office,
            list,
            &known.concerns,
            settled.names,
        )),
        "handled" => Some(concerns::handled(list, &known.concerns, settled.names)),
        "plans" => Some(pupils::plans(office, list, &known.pupils, settled)?),
        _ if list.register.is_some() => lines::of_register(office, list, settled, &known.pupils)?,
        _ if !list.categories.is_empty() => Some(concerns::filed(
            office,
            list,
            &known.concerns,
            settled.names,
        )),
        _ => None,
    })
}

/// Referrals to the LADO, of each room about adults that is open to whoever is in.
fn about_adults(
    office: &Office,
    settled: &Settled,
    list: &'static AskedList,
) -> Result<Vec<List>, Fault> {
    let mut all = Vec::new();
    let rooms = [
        (RoomKind::Staff, "staff"),
        (RoomKind::Head, "head"),
        (RoomKind::LeadTeam, "team"),
    ];
    for (kind, name) in rooms {
        if office.room(kind).is_none() {
            continue;
        }
        let dealt = concerns::read(office, kind, settled, &Roll::default())?;
        let mut made = concerns::to_the_lado(office, list, &dealt, settled.names);
        made.id = format!("{}:{name}", list.id);
        made.room = kind;
        all.push(made);
    }
    if all.is_empty() {
        let mut kept = List::new(list, &[]);
        kept.kept_by = Some(
            "Whoever keeps concerns about adults shows this from their own account, the head as a rule."
                .to_owned(),
        );
        all.push(kept);
    }
    Ok(all)
}
