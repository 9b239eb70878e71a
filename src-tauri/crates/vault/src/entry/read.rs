//! Reading entries back. What a person is shown is checked as it is read: signature, and every part's hash.

use domain::id::PersonId;
use domain::step::{Author, Step, parse_time};
use history::entry::{
    Entry, Envelope, Header, Part, read_envelope, read_header, verify_part, verify_signature_by,
};
use history::member::introduction;
use history::{Hash, HistoryError, PublicKey, Signature, Verifier};
use rusqlite::{Connection, OptionalExtension, Row};

use super::append::PARTS_PER_ENTRY;
use crate::VaultError;

/// An entry with what the room knows of its writer.
pub(crate) struct Stored {
    pub(crate) n: i64,
    pub(crate) id: Hash,
    pub(crate) entry: Entry,
    pub(crate) writer: PublicKey,
    author: Author,
    /// What its header says, read once.
    said: Result<Said, HistoryError>,
}

/// A header of version 1, or of a newer one what all versions share.
enum Said {
    Known(Box<Header>, Envelope),
    Newer(Envelope),
}

impl Said {
    fn read(bytes: &[u8]) -> Result<Self, HistoryError> {
        match read_header(bytes) {
            Ok(header) => Ok(Self::Known(Box::new(header.clone()), header.into())),
            Err(HistoryError::Newer { .. }) => read_envelope(bytes).map(Self::Newer),
            Err(other) => Err(other),
        }
    }

    fn envelope(&self) -> &Envelope {
        match self {
            Self::Known(_, envelope) | Self::Newer(envelope) => envelope,
        }
    }
}

const COLUMNS: &str = "entry.n, entry.id, entry.header, entry.signature,
                       log.writer, log.person, log.name, log.user, log.role";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let header: Vec<u8> = row.get(2)?;
    Ok(Stored {
        n: row.get(0)?,
        id: Hash(row.get(1)?),
        said: Said::read(&header),
        entry: Entry {
            header,
            signature: Signature(row.get(3)?),
            parts: Vec::new(),
        },
        writer: PublicKey(row.get(4)?),
        author: Author {
            person: PersonId(row.get(5)?),
            name: row.get(6)?,
            user: row.get(7)?,
            role: row.get(8)?,
        },
    })
}

/// The entries that are steps of a subject and count, in the order of the history, with their parts.
pub(crate) fn entries_of(conn: &Connection, subject: &[u8; 16]) -> Result<Vec<Stored>, VaultError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS}
           FROM subject
           JOIN entry ON entry.n = subject.entry
           JOIN log ON log.n = entry.log
          WHERE subject.subject = ?1 AND subject.place = 0 AND (log.ends IS NULL OR entry.seq <= log.ends)
          ORDER BY entry.ms, entry.tick, entry.id"
    ))?;
    let found = statement
        .query_map([subject], from_row)?
        .collect::<Result<Vec<_>, _>>()?;
    found
        .into_iter()
        .map(|stored| with_parts(conn, stored))
        .collect()
}

/// An entry that names a subject, without what it says.
pub(crate) struct Kind {
    /// Its id.
    pub(crate) id: Hash,
    /// What kind it is; empty where it cannot be read.
    pub(crate) kind: String,
    /// Where it names the subject: at 0, it is a step of it.
    pub(crate) place: u32,
    /// Its place in the order of the history.
    pub(crate) ms: i64,
    /// The count within one millisecond.
    pub(crate) tick: i64,
}

/// The entries that name a subject and count, in no order.
pub(crate) fn kinds_of(conn: &Connection, subject: &[u8; 16]) -> Result<Vec<Kind>, VaultError> {
    let mut statement = conn.prepare_cached(
        "SELECT entry.id, entry.header, subject.place, entry.ms, entry.tick
           FROM subject
           JOIN entry ON entry.n = subject.entry
           JOIN log ON log.n = entry.log
          WHERE subject.subject = ?1 AND (log.ends IS NULL OR entry.seq <= log.ends)",
    )?;
    let found = statement.query_map([subject], |row| {
        let header: Vec<u8> = row.get(1)?;
        let said = Said::read(&header);
        Ok(Kind {
            id: Hash(row.get(0)?),
            kind: said.map_or_else(|_| String::new(), |said| said.envelope().kind.clone()),
            place: row.get(2)?,
            ms: row.get(3)?,
            tick: row.get(4)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// One entry by its id.
pub(crate) fn entry_by_id(conn: &Connection, id: &Hash) -> Result<Option<Stored>, VaultError> {
    let found = conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM entry JOIN log ON log.n = entry.log WHERE entry.id = ?1"
        ))?
        .query_row([id.0], from_row)
        .optional()?;
    found.map(|stored| with_parts(conn, stored)).transpose()
}

/// Entries from place `from` on in order of arrival, at most `limit`.
pub(crate) fn stored(conn: &Connection, from: i64, limit: u32) -> Result<Vec<Stored>, VaultError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS}
           FROM entry JOIN log ON log.n = entry.log
          WHERE entry.n >= ?1
          ORDER BY entry.n
          LIMIT ?2"
    ))?;
    let found = statement
        .query_map((from, limit), from_row)?
        .collect::<Result<Vec<_>, _>>()?;
    found
        .into_iter()
        .map(|stored| with_parts(conn, stored))
        .collect()
}

fn with_parts(conn: &Connection, mut stored: Stored) -> Result<Stored, VaultError> {
    let mut statement =
        conn.prepare_cached("SELECT n, bytes FROM part WHERE n >= ?1 AND n < ?2")?;
    let first = stored.n * PARTS_PER_ENTRY;
    let mut rows = statement.query((first, first + PARTS_PER_ENTRY))?;
    let mut here = Vec::new();
    while let Some(row) = rows.next()? {
        here.push((row.get::<_, i64>(0)? - first, row.get::<_, Vec<u8>>(1)?));
    }
    let count = stored
        .said
        .as_ref()
        .map_or_else(|_| here.len(), |said| said.envelope().parts.len());
    let mut parts = vec![None; count];
    for (place, bytes) in here {
        if let Some(slot) = usize::try_from(place)
            .ok()
            .and_then(|place| parts.get_mut(place))
        {
            *slot = Some(Part::from_stored(bytes));
        }
    }
    stored.entry.parts = parts;
    Ok(stored)
}

impl Stored {
    /// Checks id, signature and parts: what is read is what was signed. Gives what every version's header says.
    pub(crate) fn verify(&self) -> Result<&Envelope, VaultError> {
        let writer = self
            .writer
            .verifier()
            .map_err(|_| VaultError::Tampered(self.id.to_string()))?;
        self.verify_by(&writer)
    }

    /// The same by its writer's key, when that is ready.
    pub(crate) fn verify_by(&self, writer: &Verifier) -> Result<&Envelope, VaultError> {
        let tampered = |_: HistoryError| VaultError::Tampered(self.id.to_string());
        verify_signature_by(&self.entry.header, writer, &self.entry.signature).map_err(tampered)?;
        self.verify_parts()
    }

    /// Checks id and parts, and not the signature.
    pub(crate) fn verify_parts(&self) -> Result<&Envelope, VaultError> {
        let tampered = |_: HistoryError| VaultError::Tampered(self.id.to_string());
        if self.entry.id() != self.id {
            return Err(VaultError::Tampered(self.id.to_string()));
        }
        let envelope = match &self.said {
            Ok(said) => said.envelope(),
            Err(error) => return Err(tampered(error.clone())),
        };
        for (named, part) in envelope.parts.iter().zip(&self.entry.parts) {
            if let Some(part) = part {
                verify_part(named, part).map_err(tampered)?;
            }
        }
        Ok(envelope)
    }

    /// Whether the room says of its writer what the certificate in the log's first entry says. True of other entries.
    pub(crate) fn is_introduced_right(&self) -> bool {
        let Some(header) = self.header().filter(|header| header.seq == 1) else {
            return true;
        };
        introduction(header, &self.entry).is_ok_and(|certificate| {
            certificate.is_none_or(|said| {
                (said.person.0, said.name, said.user, said.role)
                    == (
                        self.author.person.0,
                        self.author.name.clone(),
                        self.author.user.clone(),
                        self.author.role.clone(),
                    )
            })
        })
    }

    /// Its header, if this program can read it.
    pub(crate) fn header(&self) -> Option<&Header> {
        match &self.said {
            Ok(Said::Known(header, _)) => Some(header),
            Ok(Said::Newer(_)) | Err(_) => None,
        }
    }
}

/// The entry as the folds of `domain` see it.
pub(crate) fn to_step(stored: &Stored) -> Step {
    let Some(header) = stored.header() else {
        return Step {
            entry: stored.id.0,
            supersedes: Vec::new(),
            kind: "newer".to_owned(),
            kind_version: u32::MAX,
            critical: true,
            author: stored.author.clone(),
            number: 0,
            written: parse_time("").unwrap_or_default(),
            clock_note: None,
            parts: Vec::new(),
            blobs: Vec::new(),
        };
    };
    Step {
        entry: stored.id.0,
        supersedes: header.supersedes.iter().map(|id| id.0).collect(),
        kind: header.kind.clone(),
        kind_version: header.kind_version,
        critical: header.critical,
        author: stored.author.clone(),
        number: header.seq,
        written: parse_time(&header.written).unwrap_or_default(),
        clock_note: header.clock_note.clone(),
        parts: header
            .parts
            .iter()
            .zip(&stored.entry.parts)
            .map(|(named, part)| {
                (
                    named.name.clone(),
                    part.as_ref().map(|part| part.content().to_vec()),
                )
            })
            .collect(),
        blobs: header
            .blobs
            .iter()
            .map(|blob| (blob.hash.0, blob.len))
            .collect(),
    }
}
