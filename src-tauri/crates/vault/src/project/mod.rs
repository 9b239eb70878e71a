//! From entries to the tables that screens read. Whatever the order of arrival, the same entries give the same tables.

mod access;
mod adult;
mod buildup;
mod checklist;
mod concern;
mod concern_for;
mod due;
mod evidence;
mod facets;
mod fill;
mod governance;
mod house;
mod online;
mod own_guidance;
mod pupil;
mod pupil_ties;
mod rebuild;
mod register;
mod twice;
mod walk;

use domain::look::{ACCOUNT_NOTED, DANGER_RUNG, LOOKED};
use domain::school::SETTINGS_SET;
use domain::{concern as concerns, pupil as pupils};
use history::destroy;
use history::entry::{Entry, Envelope};
use history::member::{MEMBER_ADDED, MEMBER_REMOVED};
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::Joined;

pub(crate) use access::load as load_access;
pub(crate) use adult::load as load_adult;
pub(crate) use checklist::load as load_checklist;
pub(crate) use concern::{load as load_concern, project as line_again, row_from};
pub(crate) use fill::{case_words_and_facets, pupils_and_adults, today_and_chronology, told};
pub(crate) use governance::part_told;
pub(crate) use own_guidance::{load as load_own_page, sort as sort_of_page};
pub(crate) use pupil::load as load_pupil;
pub(crate) use register::load as load_register_line;
pub(crate) use walk::load as load_walk;

/// Updates the tables for an entry that has just joined.
pub(crate) fn apply(conn: &Connection, joined: &Joined, entry: &Entry) -> Result<(), VaultError> {
    let Some(header) = &joined.header else {
        return Ok(());
    };
    let content = |name: &str| {
        let place = header.parts.iter().position(|part| part.name == name)?;
        entry.parts.get(place)?.as_ref().map(|part| part.content())
    };
    match header.kind.as_str() {
        concerns::RECORDED => {
            conn.prepare_cached("UPDATE log SET concerns = concerns + 1 WHERE writer = ?1")?
                .execute([header.writer.0])?;
            again(conn, &Envelope::from(header.clone()))
        }
        concerns::AMENDED | concerns::FILE_ADDED | pupils::RECORDED | pupils::AMENDED => {
            again(conn, &Envelope::from(header.clone()))
        }
        LOOKED => house::looked(conn, joined, header, content(domain::look::LOOK)),
        SETTINGS_SET => house::settings(conn, &header.room),
        MEMBER_ADDED => {
            house::member_added(conn, header, content(history::member::MEMBER))?;
            hear_orders(conn, &header.room)
        }
        MEMBER_REMOVED => house::member_removed(conn, header, content(history::member::MEMBER)),
        ACCOUNT_NOTED => house::noted(conn, joined, header, content(domain::look::NOTE)),
        DANGER_RUNG => house::noted(conn, joined, header, content(domain::look::CALL)),
        concerns::HISTORY_BROUGHT => {
            house::noted(conn, joined, header, content(concerns::PART_IMPORT))?;
            house::original(conn, header, content(concerns::PART_IMPORT))
        }
        destroy::KIND => destroyed(
            conn,
            &header.room,
            &joined.id,
            content(destroy::ORDER),
            content(destroy::SIGNATURES),
        ),
        _ => again(conn, &Envelope::from(header.clone())),
    }
}

/// Makes the line of an entry's main subject again: the first one, the thing it is a step of.
pub(crate) fn again(conn: &Connection, envelope: &Envelope) -> Result<(), VaultError> {
    let Some(main) = envelope.subjects.first() else {
        return Ok(());
    };
    match envelope.kind.split_once('.') {
        Some(("pupil", _)) => pupil::project(conn, &main.id.0),
        Some(("person", _)) => adult::project(conn, &main.id.0),
        Some(("checklist", _)) => checklist::project(conn, &main.id.0),
        Some(("guidance", _)) => own_guidance::project(conn, &main.id.0),
        Some(("access", _)) => access::project(conn, &main.id.0),
        Some(("exhibit", _)) => evidence::exhibit(conn, &main.id.0),
        Some(("bundle", _)) => evidence::bundle(conn, &main.id.0),
        Some(("governors" | "inspection", _)) => governance::project(conn, &main.id.0),
        Some(("register", _)) => register::project(conn, &main.id.0),
        Some(("walk", _)) => walk::project(conn, &main.id.0),
        _ => concern::project(conn, &main.id.0),
    }
}

/// Carries out an order that two members signed. One that is not signed by two whom the room knows as members yet is
/// kept, and judged again whenever a membership arrives.
fn destroyed(
    conn: &Connection,
    room: &history::Id,
    id: &history::Hash,
    order: Option<&[u8]>,
    signatures: Option<&[u8]>,
) -> Result<(), VaultError> {
    let (Some(order), Some(signatures)) = (order, signatures) else {
        return Ok(());
    };
    let known = |person: &history::Id, identity: &history::PublicKey| {
        crate::entry::may_consent(conn, person, identity)
    };
    match destroy::read_order(order, signatures, *room, &known) {
        Ok(order) => {
            conn.execute("DELETE FROM order_unheard WHERE entry = ?1", [id.0])?;
            for touched in crate::entry::carry_out(conn, &order)? {
                again(conn, &touched)?;
            }
        }
        Err(_) => {
            conn.execute(
                "INSERT OR IGNORE INTO order_unheard (entry) VALUES (?1)",
                [id.0],
            )?;
        }
    }
    Ok(())
}

/// Judges orders again that had no effect for want of a membership.
fn hear_orders(conn: &Connection, room: &history::Id) -> Result<(), VaultError> {
    let mut statement = conn.prepare_cached("SELECT entry FROM order_unheard ORDER BY entry")?;
    let unheard: Vec<[u8; 32]> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in unheard.into_iter().map(history::Hash) {
        let Some(stored) = crate::entry::entry_by_id(conn, &id)? else {
            continue;
        };
        let header = history::entry::read_header(&stored.entry.header)?;
        let content = |name: &str| {
            let place = header.parts.iter().position(|part| part.name == name)?;
            stored
                .entry
                .parts
                .get(place)?
                .as_ref()
                .map(|part| part.content())
        };
        destroyed(
            conn,
            room,
            &id,
            content(destroy::ORDER),
            content(destroy::SIGNATURES),
        )?;
    }
    Ok(())
}
