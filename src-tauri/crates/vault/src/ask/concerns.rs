//! Lists of concerns and one concern.

use domain::concern::Concern;
use domain::id::{ConcernId, PupilId};
use rusqlite::{OptionalExtension, Row, named_params};

use super::closed_for::ClosedFor;
use crate::VaultError;
use crate::project::load_concern;
use crate::room::Room;

/// A concern as a list shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct ConcernLine {
    /// Its place in newest-first order; hand it back to go on from here.
    pub row: i64,
    /// Which.
    pub id: ConcernId,
    /// Its number.
    pub record_no: String,
    /// Kind of record.
    pub kind: String,
    /// The name it is filed under.
    pub about: String,
    /// Their class then.
    pub class: String,
    /// How many more people it names.
    pub others: u32,
    /// First words of the account.
    pub opening: String,
    /// First category's id, and how many there are.
    pub category: String,
    /// How many categories.
    pub categories: u32,
    /// Status id.
    pub status: String,
    /// Urgency id.
    pub urgency: String,
    /// When it happened, milliseconds.
    pub occurred: Option<i64>,
    /// That time is approximate.
    pub about_time: bool,
    /// When the writer learnt of it.
    pub noticed: Option<i64>,
    /// When it was written.
    pub written: i64,
    /// Who wrote it.
    pub reporter: [u8; 16],
    /// Their name then.
    pub reporter_name: String,
    /// How many versions hold at once; more than one means written twice.
    pub heads: u32,
    /// How many files.
    pub files: u32,
    /// When somebody else first opened it.
    pub first_read: Option<i64>,
    /// Part of it needs a newer version.
    pub needs_newer: bool,
    /// The id of whoever took it on; empty where nobody has.
    pub taken_by: String,
    /// `1` to `5`; empty where nobody has judged it.
    pub severity: String,
    /// It or a step of it is marked as significant.
    pub significant: bool,
    /// Pupils for whom it is over while it goes on for others.
    pub closed_for: Vec<ClosedFor>,
}

impl std::fmt::Debug for ConcernLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ConcernLine({})", self.id)
    }
}

/// Which concerns to list. Everything absent means no limit of that kind.
#[derive(Clone, Default)]
pub struct ConcernQuery {
    /// About this pupil, under any of their records.
    pub pupil: Vec<[u8; 16]>,
    /// With this status.
    pub status: Option<String>,
    /// Not yet opened by anybody but the writer.
    pub unread: bool,
    /// Read, and not triaged: its status is what it was when it came.
    pub untriaged: bool,
    /// Happened at or after, milliseconds; where that is not known, written.
    pub from: Option<i64>,
    /// Happened before.
    pub to: Option<i64>,
    /// Written by this person.
    pub reporter: Option<[u8; 16]>,
    /// Judged as serious as this: `1` to `5`.
    pub severity: Option<String>,
    /// With this person, by id; with nobody, where it is empty.
    pub owner: Option<String>,
    /// Its first category.
    pub category: Option<String>,
    /// Something about it was due before this moment, milliseconds.
    pub due_before: Option<i64>,
    /// The oldest first; `before` is then a row to go on after.
    pub oldest_first: bool,
    /// Holding these words.
    pub words: Option<String>,
    /// Older than this row.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

impl ConcernQuery {
    /// Whether it is the first page of all there are.
    pub fn is_everything(&self) -> bool {
        self.pupil.is_empty()
            && self.status.is_none()
            && !self.unread
            && !self.untriaged
            && self.from.is_none()
            && self.to.is_none()
            && self.reporter.is_none()
            && self.severity.is_none()
            && self.owner.is_none()
            && self.category.is_none()
            && self.due_before.is_none()
            && self.words.is_none()
            && self.before.is_none()
    }
}

/// Said as the index made for it says it, so that it fits.
pub(super) const UNTRIAGED: &str =
    "concern.status IN ('new', 'acknowledged') AND concern.first_read IS NOT NULL";

/// Some concerns, newest first.
#[derive(Debug, Clone, Default)]
pub struct ConcernPage {
    /// The lines.
    pub lines: Vec<ConcernLine>,
    /// There are older ones.
    pub more: bool,
}

pub(super) const LINE: &str = "concern.row, concern.id, record_no, kind, about, class, others, opening, category,
    categories, status, urgency, occurred, about_time, noticed, written, reporter, reporter_name, heads, files,
    first_read, needs_newer, taken_by, severity, significant, closed_for";
/// How many columns a line has: what a question adds to them comes after.
pub(super) const COLUMNS: usize = 26;

pub(super) fn read_line(row: &Row<'_>) -> rusqlite::Result<ConcernLine> {
    Ok(ConcernLine {
        row: row.get(0)?,
        id: ConcernId(row.get(1)?),
        record_no: row.get(2)?,
        kind: row.get(3)?,
        about: row.get(4)?,
        class: row.get(5)?,
        others: row.get(6)?,
        opening: row.get(7)?,
        category: row.get(8)?,
        categories: row.get(9)?,
        status: row.get(10)?,
        urgency: row.get(11)?,
        occurred: row.get(12)?,
        about_time: row.get(13)?,
        noticed: row.get(14)?,
        written: row.get(15)?,
        reporter: row.get(16)?,
        reporter_name: row.get(17)?,
        heads: row.get(18)?,
        files: row.get(19)?,
        first_read: row.get(20)?,
        needs_newer: row.get(21)?,
        taken_by: row.get(22)?,
        severity: row.get(23)?,
        significant: row.get(24)?,
        closed_for: ClosedFor::read(&row.get::<_, String>(25)?),
    })
}

/// Ids as a JSON array of hexadecimal text: how a list is handed to SQL in one piece.
pub(super) fn hex_list(ids: &[[u8; 16]]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| history::to_hex(id)).collect();
    format!(
        "[{}]",
        ids.iter()
            .map(|id| format!("\"{id}\""))
            .collect::<Vec<_>>()
            .join(",")
    )
}

impl Room {
    /// Lists concerns, newest first unless asked otherwise. Each kind of limit walks the index made for it; none sorts.
    pub fn concerns(&self, query: &ConcernQuery) -> Result<ConcernPage, VaultError> {
        let words = query
            .words
            .as_deref()
            .map(|typed| super::find::question(&self.conn, typed))
            .transpose()?
            .flatten();
        if query
            .words
            .as_deref()
            .is_some_and(|words| !words.trim().is_empty())
            && words.is_none()
        {
            return Ok(ConcernPage::default());
        }
        let (source, order) = if words.is_some() {
            (
                "concern_words JOIN concern ON concern.row = concern_words.rowid",
                "concern_words.rowid",
            )
        } else if !query.pupil.is_empty() {
            (
                "(SELECT DISTINCT row FROM concern_pupil WHERE pupil IN (SELECT unhex(value) FROM json_each(:pupil))) AS about
                 JOIN concern ON concern.row = about.row",
                "about.row",
            )
        } else {
            ("concern", "concern.row")
        };
        let (beyond, way) = match query.oldest_first {
            true => (">", "ASC"),
            false => ("<", "DESC"),
        };
        let mut limits = vec![format!("{order} {beyond} :before")];
        let mut limit = |wanted: bool, sql: &str| {
            if wanted {
                limits.push(sql.to_owned());
            }
        };
        limit(words.is_some(), "concern_words MATCH :words");
        limit(
            !query.pupil.is_empty() && words.is_some(),
            "EXISTS (SELECT 1 FROM concern_pupil
                      WHERE pupil IN (SELECT unhex(value) FROM json_each(:pupil)) AND row = concern.row)",
        );
        limit(query.status.is_some(), "concern.status = :status");
        limit(query.untriaged, UNTRIAGED);
        limit(query.unread, "concern.first_read IS NULL");
        limit(query.reporter.is_some(), "concern.reporter = :reporter");
        // Said so that the index made for each fits: it holds no line that nobody has judged or taken on.
        limit(
            query.severity.is_some(),
            "concern.severity = :severity AND concern.severity <> ''",
        );
        limit(
            query
                .owner
                .as_deref()
                .is_some_and(|owner| !owner.is_empty()),
            "concern.taken_by = :owner AND concern.taken_by <> ''",
        );
        limit(
            query.owner.as_deref() == Some(""),
            "concern.taken_by = '' AND concern.status NOT IN ('closed', 'nfa', 'error')",
        );
        limit(query.category.is_some(), "concern.category = :category");
        limit(
            query.due_before.is_some(),
            "concern.row IN (SELECT row FROM due WHERE at < :due_before)",
        );
        // Passed on with gaps, a concern may not say when it happened; then the day it was written stands for it.
        let at = "ifnull(concern.occurred, concern.written)";
        limit(query.from.is_some(), &format!("{at} >= :from"));
        limit(query.to.is_some(), &format!("{at} < :to"));
        let sql = format!(
            "SELECT {LINE} FROM {source}
              WHERE {}
              ORDER BY {order} {way}
              LIMIT :limit",
            limits.join(" AND ")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut bind = |name: &str, value: &dyn rusqlite::ToSql| -> Result<(), VaultError> {
            if let Some(place) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(place, value)?;
            }
            Ok(())
        };
        let beyond_all = match query.oldest_first {
            true => i64::MIN,
            false => i64::MAX,
        };
        bind(":before", &query.before.unwrap_or(beyond_all))?;
        bind(":severity", &query.severity)?;
        bind(":owner", &query.owner)?;
        bind(":category", &query.category)?;
        bind(":due_before", &query.due_before)?;
        bind(":words", &words)?;
        bind(":pupil", &hex_list(&query.pupil))?;
        bind(":status", &query.status)?;
        bind(":reporter", &query.reporter)?;
        bind(":from", &query.from)?;
        bind(":to", &query.to)?;
        bind(":limit", &(query.limit.saturating_add(1)))?;
        let mut lines = Vec::new();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            lines.push(read_line(row)?);
        }
        let more = lines.len() > query.limit as usize;
        lines.truncate(query.limit as usize);
        Ok(ConcernPage { lines, more })
    }

    /// How many concerns there are, and how many nobody but their writer has opened.
    pub fn concern_counts(&self) -> Result<(u64, u64), VaultError> {
        let counts = self.conn.prepare_cached(
            "SELECT (SELECT concerns FROM tally), (SELECT count(*) FROM concern WHERE first_read IS NULL)",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(counts)
    }

    /// How many concerns name a pupil, under any of their records.
    pub fn count_concerns_of(&self, records: &[PupilId]) -> Result<u64, VaultError> {
        let ids: Vec<[u8; 16]> = records.iter().map(|id| id.0).collect();
        let count = self
            .conn
            .prepare_cached(
                "SELECT count(DISTINCT row) FROM concern_pupil
                  WHERE pupil IN (SELECT unhex(value) FROM json_each(?1))",
            )?
            .query_row([hex_list(&ids)], |row| row.get(0))?;
        Ok(count)
    }

    /// One concern in full: every entry about it is verified as it is read.
    pub fn concern(&self, id: ConcernId) -> Result<Concern, VaultError> {
        load_concern(&self.conn, &id.0)?.ok_or(VaultError::NotFound)
    }

    /// A concern's line.
    pub fn concern_line(&self, id: ConcernId) -> Result<ConcernLine, VaultError> {
        Ok(self
            .conn
            .prepare_cached(&format!("SELECT {LINE} FROM concern WHERE id = ?1"))?
            .query_row([id.0], read_line)?)
    }

    /// The concern with this number, if there is one.
    pub fn concern_numbered(&self, record_no: &str) -> Result<Option<ConcernId>, VaultError> {
        Ok(self
            .conn
            .prepare_cached("SELECT id FROM concern WHERE record_no = :number")?
            .query_row(named_params! { ":number": record_no }, |row| {
                row.get(0).map(ConcernId)
            })
            .optional()?)
    }

    /// Whether bytes with this SHA-256 are kept out of sight somewhere in this room.
    pub fn is_hidden(&self, sha256: &str) -> Result<bool, VaultError> {
        Ok(self
            .conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM hidden_file WHERE sha256 = ?1)")?
            .query_row([sha256], |row| row.get(0))?)
    }

    /// The concern a file hangs on.
    pub fn concern_of_file(
        &self,
        file: domain::id::FileId,
    ) -> Result<Option<ConcernId>, VaultError> {
        Ok(self
            .conn
            .prepare_cached("SELECT concern FROM file WHERE id = ?1")?
            .query_row([file.0], |row| row.get(0).map(ConcernId))
            .optional()?)
    }

    /// Encrypted files that entries of this room name and no order has destroyed.
    pub fn blobs(&self) -> Result<Vec<[u8; 32]>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT blob FROM file WHERE length(blob) = 32 AND blob NOT IN (SELECT hash FROM destroyed_blob) ORDER BY blob",
        )?;
        let blobs = statement.query_map([], |row| row.get(0))?;
        Ok(blobs.collect::<Result<_, _>>()?)
    }
}
