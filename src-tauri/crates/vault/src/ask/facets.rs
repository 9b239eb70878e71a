//! What reports and charts count, in one sweep over some time.

use std::collections::BTreeSet;

use domain::concern::ERROR;
use domain::facets::{Facets, Referred};
use domain::id::{ConcernId, PupilId};
use serde::de::DeserializeOwned;

use crate::VaultError;
use crate::room::Room;

/// What is counted of a concern, with its moments in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcernFacets {
    /// Which.
    pub id: ConcernId,
    /// When it happened; where that is not known, when it was written.
    pub at: i64,
    /// It is known when it happened.
    pub known: bool,
    /// When the writer learnt of it.
    pub noticed: Option<i64>,
    /// When it was written.
    pub written: i64,
    /// When somebody else first opened it.
    pub first_read: Option<i64>,
    /// Kind of record.
    pub kind: String,
    /// Status id.
    pub status: String,
    /// The rest.
    pub facets: Facets,
}

/// What is counted of a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralFacets {
    /// The concern it is of.
    pub concern: ConcernId,
    /// When it was made, milliseconds.
    pub at: i64,
    /// Its concern was recorded by mistake.
    pub by_mistake: bool,
    /// The rest.
    pub facets: Referred,
}

impl Room {
    /// Concerns that happened from one moment on and before another, the oldest first. What was recorded by mistake is left out.
    pub fn concern_facets(&self, from: i64, to: i64) -> Result<Vec<ConcernFacets>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT concern.id, facet.at, concern.occurred, noticed, written, first_read, status, facets, kind
             FROM facet CROSS JOIN concern ON concern.row = facet.row
             WHERE facet.at >= ?1 AND facet.at < ?2 AND place = 0 AND status <> ?3
             ORDER BY facet.at, facet.row",
        )?;
        let lines = statement.query_map((from, to, ERROR), |row| {
            let occurred: Option<i64> = row.get(2)?;
            Ok(ConcernFacets {
                id: ConcernId(row.get(0)?),
                at: row.get(1)?,
                known: occurred.is_some(),
                noticed: row.get(3)?,
                written: row.get(4)?,
                first_read: row.get(5)?,
                kind: row.get(8)?,
                status: row.get(6)?,
                facets: read(row.get_ref(7)?.as_str()?),
            })
        })?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// Pupils under whom a concern is filed that has this status now.
    pub fn pupils_with(&self, status: &str) -> Result<BTreeSet<PupilId>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT facets FROM concern JOIN facet ON facet.row = concern.row
             WHERE concern.status = ?1 AND place = 0",
        )?;
        let pupils = statement.query_map([status], |row| {
            Ok(read::<Facets>(row.get_ref(0)?.as_str()?).pupil)
        })?;
        let pupils: Vec<Option<PupilId>> = pupils.collect::<Result<_, _>>()?;
        Ok(pupils.into_iter().flatten().collect())
    }

    /// Referrals that were made from one moment on and before another, the oldest first. Those of what was recorded by mistake are
    /// there too, and say so.
    pub fn referral_facets(&self, from: i64, to: i64) -> Result<Vec<ReferralFacets>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT concern.id, facet.at, status, facets
             FROM facet CROSS JOIN concern ON concern.row = facet.row
             WHERE facet.at >= ?1 AND facet.at < ?2 AND place > 0
             ORDER BY facet.at, facet.row, place",
        )?;
        let lines = statement.query_map((from, to), |row| {
            Ok(ReferralFacets {
                concern: ConcernId(row.get(0)?),
                at: row.get(1)?,
                by_mistake: row.get_ref(2)?.as_str()? == ERROR,
                facets: read(row.get_ref(3)?.as_str()?),
            })
        })?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}

/// Written by the projection from what it had read.
fn read<T: DeserializeOwned + Default>(facets: &str) -> T {
    serde_json::from_str(facets).unwrap_or_default()
}
