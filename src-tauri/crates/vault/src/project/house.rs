//! The room's own affairs: who looked, who belongs, what is set, what happened to accounts.

use domain::concern::Import;
use domain::look::Look;
use history::entry::Header;
use history::member::{Member, Removal};
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::{Joined, entries_of};

/// Keeps who looked, and marks a concern as read the first time somebody other than its writer opens it.
pub(super) fn looked(
    conn: &Connection,
    joined: &Joined,
    header: &Header,
    part: Option<&[u8]>,
) -> Result<(), VaultError> {
    let Some(look) = part.and_then(|part| serde_json::from_slice::<Look>(part).ok()) else {
        return Ok(());
    };
    let (person, name) = author(conn, header)?;
    let id = look.id.unwrap_or_default();
    conn.prepare_cached(
        "INSERT OR IGNORE INTO looked (what, id, at, person, name, detail, entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((&look.what, &id, header.moment.ms, &person, name, look.detail.unwrap_or_default(), joined.id.0))?;
    if look.what == "concern"
        && let Some(id) = history::from_hex(&id)
    {
        conn.prepare_cached(
            "UPDATE concern SET first_read = min(ifnull(first_read, ?2), ?2) WHERE id = ?1 AND reporter <> ?3",
        )?
        .execute((&id, header.moment.ms, &person))?;
        super::concern_for::opened(conn, &id, &person)?;
    }
    Ok(())
}

fn author(conn: &Connection, header: &Header) -> Result<(Vec<u8>, String), VaultError> {
    let author = conn
        .prepare_cached("SELECT person, name FROM log WHERE writer = ?1")?
        .query_row([header.writer.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(author)
}

/// Adds a member. A person who was removed stays removed: remove beats add.
pub(super) fn member_added(
    conn: &Connection,
    header: &Header,
    part: Option<&[u8]>,
) -> Result<(), VaultError> {
    let Some(member) = part.and_then(|part| serde_json::from_slice::<Member>(part).ok()) else {
        return Ok(());
    };
    conn.prepare_cached(
        "INSERT INTO member (person, name, user, role, identity, sealing, added) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (person) DO UPDATE SET
             name = excluded.name, user = excluded.user, role = excluded.role,
             identity = excluded.identity, sealing = excluded.sealing, added = excluded.added
         WHERE excluded.added > member.added",
    )?
    .execute((
        member.person.0,
        member.name,
        member.user,
        member.role,
        member.identity.0,
        member.sealing,
        header.moment.ms,
    ))?;
    // Also where what they wrote came first.
    conn.prepare_cached(
        "UPDATE concern SET first_read = min(ifnull(first_read, written), written) WHERE reporter = ?1",
    )?
    .execute([member.person.0])?;
    Ok(())
}

/// Removes a member and ends their logs where the entry says.
pub(super) fn member_removed(
    conn: &Connection,
    header: &Header,
    part: Option<&[u8]>,
) -> Result<(), VaultError> {
    let Some(removal) = part.and_then(|part| serde_json::from_slice::<Removal>(part).ok()) else {
        return Ok(());
    };
    conn.prepare_cached(
        "INSERT INTO member (person, name, user, role, identity, sealing, added, removed)
         VALUES (?1, '', '', '', x'', '', 0, ?2)
         ON CONFLICT (person) DO UPDATE SET removed = min(ifnull(member.removed, excluded.removed), excluded.removed)",
    )?
    .execute((removal.person.0, header.moment.ms))?;
    for end in removal.ends {
        conn.prepare_cached("UPDATE log SET ends = min(ifnull(ends, ?2), ?2) WHERE writer = ?1")?
            .execute((end.writer.0, end.seq))?;
        // What that writer added after the end no longer counts, also where it came first.
        let mut later = conn.prepare_cached(
            "SELECT header FROM entry JOIN log ON log.n = entry.log WHERE log.writer = ?1 AND entry.seq > ?2",
        )?;
        let headers = later.query_map((end.writer.0, end.seq), |row| row.get::<_, Vec<u8>>(0))?;
        for header in headers.collect::<Result<Vec<_>, _>>()? {
            if let Ok(header) = history::entry::read_header(&header) {
                super::again(conn, &header.into())?;
            }
        }
    }
    Ok(())
}

/// Keeps the newest settings that nothing takes the place of. Their subject is the room itself.
pub(super) fn settings(conn: &Connection, room: &history::Id) -> Result<(), VaultError> {
    let all = entries_of(conn, &room.0)?;
    let newest = all.iter().rev().find_map(|stored| {
        (stored.header()?.kind == domain::school::SETTINGS_SET)
            .then(|| stored.entry.parts.first()?.as_ref())?
    });
    if let Some(part) = newest {
        conn.execute(
            "INSERT OR REPLACE INTO setting (one, value) VALUES (1, ?1)",
            [String::from_utf8_lossy(part.content()).into_owned()],
        )?;
    }
    Ok(())
}

/// Keeps what happened to an account, or that 999 was rung.
pub(super) fn noted(
    conn: &Connection,
    joined: &Joined,
    header: &Header,
    part: Option<&[u8]>,
) -> Result<(), VaultError> {
    let Some(part) = part else { return Ok(()) };
    let (_, who) = author(conn, header)?;
    conn.prepare_cached(
        "INSERT OR IGNORE INTO note (entry, kind, at, who, value) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        joined.id.0,
        &header.kind,
        header.moment.ms,
        who,
        String::from_utf8_lossy(part).into_owned(),
    ))?;
    Ok(())
}

/// Counts the file a history came in among the files of the room, so that it is carried and checked like every other.
pub(super) fn original(
    conn: &Connection,
    header: &Header,
    part: Option<&[u8]>,
) -> Result<(), VaultError> {
    let import = part.and_then(|part| serde_json::from_slice::<Import>(part).ok());
    let (Some(import), Some(subject), Some(blob)) =
        (import, header.subjects.first(), header.blobs.first())
    else {
        return Ok(());
    };
    let Some(file) = import.file_id() else {
        return Ok(());
    };
    conn.prepare_cached(
        "INSERT OR REPLACE INTO file (id, concern, name, size, blob) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((file.0, subject.id.0, &import.name, import.size, blob.hash.0))?;
    Ok(())
}
