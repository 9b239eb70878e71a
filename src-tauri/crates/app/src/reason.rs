//! Why somebody decided something.

/// The shortest reason that says something, in characters (record/incident_record.toml: a reason with every decision).
pub(crate) const SHORTEST_REASON: usize = 10;
