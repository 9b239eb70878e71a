//! From entries to the tables that screens read. Whatever the order of arrival, the same entries give the same tables.

mod concern;
mod house;
mod pupil;
mod rebuild;

use domain::look::{ACCOUNT_NOTED, DANGER_RUNG, LOOKED};
use domain::school::SETTINGS_SET;
use domain::{concern as concerns, pupil as pupils};
use history::destroy;
use history::entry::{Entry, Header};
use history::member::{MEMBER_ADDED, MEMBER_REMOVED};
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::Joined;

pub(crate) use concern::load as load_concern;
pub(crate) use pupil::load as load_pupil;

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
            again(conn, header)
        }
        concerns::AMENDED | concerns::FILE_ADDED | pupils::RECORDED | pupils::AMENDED => {
            again(conn, header)
        }
        LOOKED => house::looked(conn, joined, header, content(domain::look::LOOK)),
        SETTINGS_SET => house::settings(conn, &header.room),
        MEMBER_ADDED => house::member_added(conn, header, content(history::member::MEMBER)),
        MEMBER_REMOVED => house::member_removed(conn, header, content(history::member::MEMBER)),
        ACCOUNT_NOTED => house::noted(conn, joined, header, content(domain::look::NOTE)),
        DANGER_RUNG => house::noted(conn, joined, header, content(domain::look::CALL)),
        destroy::KIND => destroyed(
            conn,
            header,
            content(destroy::ORDER),
            content(destroy::SIGNATURES),
        ),
        _ => again(conn, header),
    }
}

/// Makes the line of an entry's main subject again: the first one, the thing it is a step of.
pub(crate) fn again(conn: &Connection, header: &Header) -> Result<(), VaultError> {
    let Some(main) = header.subjects.first() else {
        return Ok(());
    };
    if header.kind.starts_with("pupil.") {
        pupil::project(conn, &main.id.0)
    } else {
        concern::project(conn, &main.id.0)
    }
}

fn destroyed(
    conn: &Connection,
    header: &Header,
    order: Option<&[u8]>,
    signatures: Option<&[u8]>,
) -> Result<(), VaultError> {
    let (Some(order), Some(signatures)) = (order, signatures) else {
        return Ok(());
    };
    let known = |person: &history::Id, identity: &history::PublicKey| {
        crate::entry::may_consent(conn, person, identity)
    };
    // An order that two members did not sign is kept as an entry and has no effect.
    let Ok(order) = destroy::read_order(order, signatures, header.room, &known) else {
        return Ok(());
    };
    for touched in crate::entry::carry_out(conn, &order)? {
        again(conn, &touched)?;
    }
    Ok(())
}
